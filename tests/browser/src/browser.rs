//! Chromium with its driver and a profile of its own.

use std::fs;
use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use anyhow::{Context, Result};
use serde_json::{Value, json};
use thirtyfour::{Capabilities, TypingData, WebDriver};
use xtask::browsers::CHROMIUM_FLAGS;

/// Longer than the slowest answer on a busy machine.
const ANSWER: Duration = Duration::from_secs(120);

static PROFILES: AtomicU32 = AtomicU32::new(0);

/// What a browser keeps on the disk, removed with this value: a folder for the profile, one for what
/// is downloaded.
#[derive(Debug)]
pub struct Profile {
    folder: PathBuf,
    /// Whether the person's settings refuse sites any data (« Block all cookies »).
    storage_denied: bool,
}

impl Profile {
    /// A fresh profile.
    ///
    /// # Errors
    /// When its folders cannot be made.
    pub fn new() -> Result<Self> {
        let number = PROFILES.fetch_add(1, Ordering::Relaxed);
        let name = format!("solidaire-browser-{}-{number}", std::process::id());
        let folder = std::env::temp_dir().join(name);
        let profile = Self {
            folder,
            storage_denied: false,
        };
        fs::create_dir_all(profile.downloads())
            .with_context(|| format!("creating {}", profile.folder.display()))?;
        Ok(profile)
    }

    /// A fresh profile whose settings refuse sites any data.
    ///
    /// # Errors
    /// As [`Self::new`].
    pub fn that_denies_storage() -> Result<Self> {
        let mut profile = Self::new()?;
        profile.storage_denied = true;
        Ok(profile)
    }

    /// The folder that downloads go to.
    #[must_use]
    pub fn downloads(&self) -> PathBuf {
        self.folder.join("downloads")
    }

    /// The folder for files that a test makes.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    fn capabilities(&self) -> Result<Capabilities> {
        let mut flags: Vec<String> = CHROMIUM_FLAGS.iter().map(ToString::to_string).collect();
        flags.push(format!(
            "--user-data-dir={}",
            self.folder.join("profile").display()
        ));
        flags.push("--lang=fr-FR".into());
        flags.push("--window-size=1280,900".into());
        let mut preferences = json!({
            "intl.accept_languages": "fr-FR,fr",
            "download.default_directory": self.downloads(),
            "download.prompt_for_download": false,
        });
        if self.storage_denied {
            preferences["profile.default_content_setting_values.cookies"] = json!(2);
        }
        let mut capabilities = Capabilities::new();
        capabilities.set("browserName", "chrome")?;
        capabilities.set("unhandledPromptBehavior", "accept")?;
        capabilities.set(
            "goog:loggingPrefs",
            json!({ "browser": "ALL", "performance": "ALL" }),
        )?;
        capabilities.set(
            "goog:chromeOptions",
            json!({ "binary": xtask::browsers::CHROMIUM.program, "args": flags, "prefs": preferences }),
        )?;
        Ok(capabilities)
    }
}

impl Drop for Profile {
    fn drop(&mut self) {
        // The last of the browser's processes may still be writing.
        for _ in 0..20 {
            if fs::remove_dir_all(&self.folder).is_ok() {
                return;
            }
            std::thread::sleep(Duration::from_millis(100));
        }
        eprintln!("{} could not be removed", self.folder.display());
    }
}

/// A running browser, to be ended by [`Self::quit`].
#[derive(Debug)]
pub struct Browser {
    pub(crate) driver: WebDriver,
    process: DriverProcess,
}

impl Browser {
    /// Starts a browser on a profile.
    ///
    /// # Errors
    /// When Chromium or its driver does not start.
    pub async fn start(profile: &Profile) -> Result<Self> {
        let process = DriverProcess::start()?;
        let address = format!("http://127.0.0.1:{}", process.port);
        let driver = WebDriver::builder(address, profile.capabilities()?)
            .request_timeout(ANSWER)
            .connect()
            .await
            .context("starting Chromium")?;
        Ok(Self { driver, process })
    }

    /// Ends the browser in order: what it keeps reaches the disk.
    ///
    /// # Errors
    /// When the driver does not answer.
    pub async fn quit(self) -> Result<()> {
        let Self { driver, process } = self;
        let done = driver.quit().await;
        drop(process);
        done.context("ending Chromium")
    }

    /// What the browser wrote into its console at a warning's level or above.
    ///
    /// # Errors
    /// When the driver does not answer.
    pub async fn complaints(&self) -> Result<Vec<String>> {
        let log = self.driver.browser_log().await?;
        let complaints = log
            .into_iter()
            .map(|entry| (entry.level, entry.message))
            .filter(|(level, _)| matches!(level.as_str(), "WARNING" | "SEVERE"));
        Ok(complaints
            .map(|(level, message)| format!("{level} {message}"))
            .collect())
    }

    /// The address of every request since the last look, to whomever it went.
    ///
    /// # Errors
    /// When the driver does not answer.
    pub async fn requests(&self) -> Result<Vec<String>> {
        let mut addresses = Vec::new();
        for entry in self.driver.get_log("performance").await? {
            let event: Value = serde_json::from_str(&entry.message)?;
            let event = &event["message"];
            if event["method"] == "Network.requestWillBeSent" {
                let address = event["params"]["request"]["url"].as_str();
                addresses.push(address.context("a request without an address")?.to_owned());
            }
        }
        Ok(addresses)
    }

    /// Presses keys, whatever has the focus.
    ///
    /// # Errors
    /// When the driver does not answer.
    pub async fn keys(&self, keys: impl Into<TypingData>) -> Result<()> {
        self.driver
            .action_chain()
            .send_keys(keys)
            .perform()
            .await
            .context("pressing keys")
    }

    /// A command of Chromium's own protocol.
    ///
    /// # Errors
    /// When Chromium refuses it.
    pub async fn command(&self, method: &str, parameters: Value) -> Result<Value> {
        self.driver
            .cdp()
            .send_raw(method, parameters)
            .await
            .with_context(|| format!("the command {method}"))
    }
}

/// A chromedriver on a port that it chose.
#[derive(Debug)]
struct DriverProcess {
    child: Child,
    port: u16,
}

impl DriverProcess {
    fn start() -> Result<Self> {
        let program = xtask::browsers::CHROMIUM.driver;
        let mut child = Command::new(program)
            .arg("--port=0")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .with_context(|| format!("starting {program} (apt-get install chromium chromium-driver)"))?;
        let output = child.stdout.take().context("the driver has no output")?;
        let mut lines = BufReader::new(output).lines();
        // « ChromeDriver was started successfully on port 41237. »
        let port = lines.by_ref().map_while(Result::ok).find_map(|line| {
            let (_, port) = line.split_once("successfully on port ")?;
            port.trim_end_matches('.').parse().ok()
        });
        // The rest is read and forgotten, so that the driver never waits for a reader.
        std::thread::spawn(move || lines.map_while(Result::ok).for_each(drop));
        let port = port.context("the driver did not say on which port it listens")?;
        Ok(Self { child, port })
    }
}

impl Drop for DriverProcess {
    fn drop(&mut self) {
        if let Err(error) = self.child.kill().and_then(|()| self.child.wait().map(drop)) {
            eprintln!("ending the driver: {error}");
        }
    }
}
