//! A browser with its driver and a profile of its own.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use anyhow::{Context, Result, bail};
use serde_json::Value;
use thirtyfour::{TypingData, WebDriver};

use crate::engine::{DriverProcess, Engine};

/// Longer than the slowest answer on a busy machine.
const ANSWER: Duration = Duration::from_secs(120);

static PROFILES: AtomicU32 = AtomicU32::new(0);

/// What a browser keeps on the disk, removed with this value: a folder for the profile, one for what
/// is downloaded.
#[derive(Debug)]
pub struct Profile {
    engine: Engine,
    folder: PathBuf,
    /// Whether the person's settings refuse sites any data (« Block all cookies »).
    storage_denied: bool,
}

impl Profile {
    /// A fresh profile of the engine that the tests run in.
    ///
    /// # Errors
    /// When its folders cannot be made.
    pub fn new() -> Result<Self> {
        let engine = Engine::wanted()?;
        let number = PROFILES.fetch_add(1, Ordering::Relaxed);
        let name = format!("solidaire-browser-{}-{number}", std::process::id());
        let folder = std::env::temp_dir().join(name);
        let profile = Self {
            engine,
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

    /// The engine that it is a profile of.
    #[must_use]
    pub const fn engine(&self) -> Engine {
        self.engine
    }

    pub(crate) const fn denies_storage(&self) -> bool {
        self.storage_denied
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
    engine: Engine,
}

impl Browser {
    /// Starts a browser on a profile.
    ///
    /// # Errors
    /// When the browser or its driver does not start.
    pub async fn start(profile: &Profile) -> Result<Self> {
        let engine = profile.engine();
        let mut process = DriverProcess::start(profile)?;
        let address = format!("http://127.0.0.1:{}", process.port);
        let mut tries = 0;
        let driver = loop {
            let connecting = WebDriver::builder(address.as_str(), engine.capabilities(profile)?);
            match connecting.request_timeout(ANSWER).connect().await {
                Ok(driver) => break driver,
                // A driver that does not say when it listens may not do so yet.
                Err(_) if engine == Engine::WebKit && tries < 40 && process.runs() => {
                    tries += 1;
                    tokio::time::sleep(Duration::from_millis(250)).await;
                }
                Err(error) => return Err(error).with_context(|| format!("starting {engine:?}")),
            }
        };
        Ok(Self {
            driver,
            process,
            engine,
        })
    }

    /// The engine.
    #[must_use]
    pub const fn engine(&self) -> Engine {
        self.engine
    }

    /// Ends the browser in order: what it keeps reaches the disk.
    ///
    /// # Errors
    /// When the driver does not answer.
    pub async fn quit(self) -> Result<()> {
        let Self {
            driver,
            process,
            engine,
        } = self;
        let done = driver.quit().await;
        drop(process);
        done.with_context(|| format!("ending {engine:?}"))
    }

    /// What the browser wrote into its console at a warning's level or above. Firefox tells its own
    /// troubles too, which are left out; the driver of `WebKit` tells nothing.
    ///
    /// # Errors
    /// When the driver does not answer.
    pub async fn complaints(&self) -> Result<Vec<String>> {
        if self.engine != Engine::Chromium {
            let written = self.process.written().into_iter();
            let of_pages = |line: &String| {
                line.starts_with("console.error: \"")
                    || line.starts_with("console.warn: \"")
                    || line.starts_with("JavaScript error: http")
            };
            return Ok(written.filter(of_pages).collect());
        }
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
        if self.engine != Engine::Chromium {
            bail!("{:?} does not know the command {method}", self.engine);
        }
        self.driver
            .cdp()
            .send_raw(method, parameters)
            .await
            .with_context(|| format!("the command {method}"))
    }
}
