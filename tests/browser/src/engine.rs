//! Which engines there are, and how each is started.

use std::io::{BufRead as _, BufReader, Read};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex, PoisonError};

use anyhow::{Context, Result};
use serde_json::json;
use thirtyfour::Capabilities;
use xtask::browsers::{self, CHROMIUM_FLAGS};

use crate::Profile;

/// An engine of browsers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    /// That of Chrome and Edge. Every test runs in it, and some helpers speak its own protocol.
    Chromium,
    /// That of Firefox. Where its driver ends it while a newer service worker waits, the one that serves is lost
    /// too: until the next visit with a network, which brings the newer one, no page of the site opens.
    Firefox,
    /// That of Safari, as `WebKitGTK` builds it: the same rendering, script and storage code, another
    /// network and another shell around it. Its driver has service workers but keeps nothing on the disk, so
    /// that a restart forgets everything; a tab that it opens lies behind the first one and is never drawn, so
    /// that a second tab is a window; and it has neither `navigator.share` nor `navigator.storage`. It saves
    /// what is downloaded in the folder that its person has set, and where its local storage is switched off
    /// there is none (`null`), as in Safari.
    WebKit,
}

impl Engine {
    /// The one that the tests run in: Chromium, unless `SOLIDAIRE_ENGINE` names another.
    ///
    /// # Errors
    /// When it names none that is known.
    pub fn wanted() -> Result<Self> {
        let Some(name) = std::env::var_os("SOLIDAIRE_ENGINE") else {
            return Ok(Self::Chromium);
        };
        let known = [Self::Chromium, Self::Firefox, Self::WebKit].into_iter();
        let mut named = known.filter(|engine| name.eq_ignore_ascii_case(engine.browser().name));
        named
            .next()
            .with_context(|| format!("SOLIDAIRE_ENGINE names no engine: {}", name.display()))
    }

    /// Its row among the browsers that are set up.
    #[must_use]
    pub const fn browser(self) -> browsers::Browser {
        match self {
            Self::Chromium => browsers::CHROMIUM,
            Self::Firefox => browsers::FIREFOX,
            Self::WebKit => browsers::WEBKIT,
        }
    }

    /// What its driver is asked for.
    pub(crate) fn capabilities(self, profile: &Profile) -> Result<Capabilities> {
        let (program, _) = self.browser().programs()?;
        let mut capabilities = Capabilities::new();
        capabilities.set("unhandledPromptBehavior", "accept")?;
        match self {
            Self::Chromium => chromium(&mut capabilities, profile, &program)?,
            Self::Firefox => firefox(&mut capabilities, profile, &program)?,
            Self::WebKit => {
                let mut arguments = vec!["--automation"];
                if profile.denies_storage() {
                    arguments.push("--enable-html5-local-storage=false");
                }
                let options = json!({ "binary": program, "args": arguments });
                capabilities.set("webkitgtk:browserOptions", options)?;
            }
        }
        Ok(capabilities)
    }
}

fn chromium(capabilities: &mut Capabilities, profile: &Profile, program: &Path) -> Result<()> {
    let mut flags: Vec<String> = CHROMIUM_FLAGS.iter().map(ToString::to_string).collect();
    flags.push(format!(
        "--user-data-dir={}",
        profile.folder().join("profile").display()
    ));
    flags.push("--lang=fr-FR".into());
    flags.push("--window-size=1280,900".into());
    let mut preferences = json!({
        "intl.accept_languages": "fr-FR,fr",
        "download.default_directory": profile.downloads(),
        "download.prompt_for_download": false,
    });
    if profile.denies_storage() {
        preferences["profile.default_content_setting_values.cookies"] = json!(2);
    }
    capabilities.set("browserName", "chrome")?;
    capabilities.set(
        "goog:loggingPrefs",
        json!({ "browser": "ALL", "performance": "ALL" }),
    )?;
    let options = json!({ "binary": program, "args": flags, "prefs": preferences });
    capabilities.set("goog:chromeOptions", options)?;
    Ok(())
}

fn firefox(capabilities: &mut Capabilities, profile: &Profile, program: &Path) -> Result<()> {
    let folder = profile.folder().join("profile");
    std::fs::create_dir_all(&folder).with_context(|| format!("creating {}", folder.display()))?;
    let mut preferences = json!({
        "intl.accept_languages": "fr-FR, fr",
        "browser.download.folderList": 2,
        "browser.download.dir": profile.downloads(),
        "browser.helperApps.neverAsk.saveToDisk": "application/json,text/plain",
        // What the page writes into its console comes out of the driver.
        "devtools.console.stdout.content": true,
        "app.normandy.enabled": false,
        "datareporting.policy.dataSubmissionEnabled": false,
    });
    if profile.denies_storage() {
        // What « Block all cookies » sets: reaching for the storage throws.
        preferences["network.cookie.cookieBehavior"] = json!(2);
    }
    capabilities.set("browserName", "firefox")?;
    let arguments = json!([
        "-headless",
        "-profile",
        folder,
        "-width",
        "1280",
        "-height",
        "900"
    ]);
    let options = json!({ "binary": program, "args": arguments, "prefs": preferences });
    capabilities.set("moz:firefoxOptions", options)?;
    Ok(())
}

/// A driver on a port of its own, with the screen that it needs; both are ended with this value.
#[derive(Debug)]
pub(crate) struct DriverProcess {
    driver: Ended,
    /// Ended after the driver, whose browser is drawn on it.
    _screen: Option<Ended>,
    pub(crate) port: u16,
    /// What the driver and the browser have written.
    written: Arc<Mutex<Vec<String>>>,
}

/// How often a driver is started that ends at once.
const STARTS: usize = 5;

impl DriverProcess {
    /// Starts a driver. One that looks for a free port takes it twice, for both kinds of addresses; where
    /// another has come between the two, it ends, and is started again.
    pub(crate) fn start(profile: &Profile) -> Result<Self> {
        let mut started = Self::start_once(profile);
        for _ in 1..STARTS {
            if started.is_ok() {
                break;
            }
            started = Self::start_once(profile);
        }
        started
    }

    fn start_once(profile: &Profile) -> Result<Self> {
        let engine = profile.engine();
        let (_, program) = engine.browser().programs()?;
        let mut command = Command::new(&program);
        let mut screen = None;
        let mut chosen = None;
        match engine {
            Engine::Chromium => drop(command.arg("--port=0")),
            Engine::Firefox => drop(command.args(["--port=0", "--websocket-port=0"])),
            Engine::WebKit => {
                let port = free_port()?;
                chosen = Some(port);
                let (process, display) = start_screen()?;
                screen = Some(process);
                command
                    .arg(format!("--port={port}"))
                    .env("DISPLAY", display)
                    .env("WEBKIT_DISABLE_COMPOSITING_MODE", "1")
                    .env("HOME", home_of(profile)?)
                    .env_remove("XDG_CONFIG_HOME")
                    .envs([("LANG", "C.UTF-8"), ("LANGUAGE", "fr_FR:fr")]);
            }
        }
        let mut driver = Ended::start(&mut command)?;
        let output = driver.0.stdout.take().context("the driver has no output")?;
        let mut lines = BufReader::new(output).lines().map_while(Result::ok);
        let port = match chosen {
            // It says nothing when it listens: whoever connects asks again.
            Some(port) => port,
            None => lines
                .find_map(|line| listening(&line))
                .context("the driver did not say on which port it listens")?,
        };
        let written = Arc::new(Mutex::new(Vec::new()));
        let kept = Arc::clone(&written);
        // The rest is read at once, so that the driver never waits for a reader.
        std::thread::spawn(move || {
            lines.for_each(|line| kept.lock().unwrap_or_else(PoisonError::into_inner).push(line));
        });
        Ok(Self {
            driver,
            _screen: screen,
            port,
            written,
        })
    }

    /// What was written so far.
    pub(crate) fn written(&self) -> Vec<String> {
        self.written
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }

    /// Whether the driver still runs.
    pub(crate) fn runs(&mut self) -> bool {
        matches!(self.driver.0.try_wait(), Ok(None))
    }
}

/// The port in « `ChromeDriver` was started successfully on port 41237. », « … Listening on 127.0.0.1:41237 »
fn listening(line: &str) -> Option<u16> {
    let chromedriver = line.split_once("successfully on port ");
    let (_, port) = chromedriver.or_else(|| line.split_once("Listening on 127.0.0.1:"))?;
    port.trim_end_matches('.').parse().ok()
}

/// A home whose person has downloads saved in the profile's folder for them.
fn home_of(profile: &Profile) -> Result<PathBuf> {
    let home = profile.folder().join("home");
    let settings = home.join(".config");
    std::fs::create_dir_all(&settings).with_context(|| format!("creating {}", settings.display()))?;
    let folders = format!("XDG_DOWNLOAD_DIR=\"{}\"\n", profile.downloads().display());
    std::fs::write(settings.join("user-dirs.dirs"), folders).context("writing the settings of a home")?;
    Ok(home)
}

fn free_port() -> Result<u16> {
    Ok(TcpListener::bind("127.0.0.1:0")?.local_addr()?.port())
}

/// A screen that nobody sees, under a number that it chose itself.
fn start_screen() -> Result<(Ended, String)> {
    let mut command = Command::new(browsers::XVFB);
    command.args([
        "-displayfd",
        "1",
        "-screen",
        "0",
        "1280x900x24",
        "-nolisten",
        "tcp",
    ]);
    let mut process = Ended::start(&mut command)?;
    let output = process.0.stdout.take().context("the screen has no output")?;
    let mut number = String::new();
    BufReader::new(output.take(16)).read_line(&mut number)?;
    anyhow::ensure!(!number.trim().is_empty(), "the screen did not say its number");
    Ok((process, format!(":{}", number.trim())))
}

/// A process that is ended with this value.
#[derive(Debug)]
struct Ended(Child);

impl Ended {
    fn start(command: &mut Command) -> Result<Self> {
        let name = command.get_program().to_owned();
        let started = command
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn();
        started
            .map(Self)
            .with_context(|| format!("starting {}", name.display()))
    }
}

impl Drop for Ended {
    fn drop(&mut self) {
        if let Err(error) = self.0.kill().and_then(|()| self.0.wait().map(drop)) {
            eprintln!("ending a driver: {error}");
        }
    }
}
