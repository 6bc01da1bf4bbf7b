//! The browsers that the tests drive: one row an engine.

use std::path::{Path, PathBuf};

use anyhow::{Result, ensure};

use crate::apt;

/// A browser with its `WebDriver`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Browser {
    /// The name in messages and test reports.
    pub name: &'static str,
    /// The Debian packages of the browser and its driver.
    pub packages: &'static [&'static str],
    /// The browser's program.
    pub program: &'static str,
    /// The driver's program, which takes `--port=N`.
    pub driver: &'static str,
}

/// Chromium, for every browser test.
pub const CHROMIUM: Browser = Browser {
    name: "Chromium",
    packages: &["chromium", "chromium-driver"],
    program: "/usr/bin/chromium",
    driver: "/usr/bin/chromedriver",
};

/// How Chromium is started here: without a window, without what it would fetch by itself, and without the sandbox
/// that a container lacks. Whoever starts it adds a fresh `--user-data-dir`.
pub const CHROMIUM_FLAGS: [&str; 8] = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
];

/// Every browser that `cargo xtask test` needs.
pub const ALL: [Browser; 1] = [CHROMIUM];

impl Browser {
    /// Installs the browser and its driver unless both are there; returns their programs.
    ///
    /// # Errors
    /// When they cannot be installed, with the command that would.
    pub fn ensure(&self) -> Result<(PathBuf, PathBuf)> {
        let (program, driver) = (Path::new(self.program), Path::new(self.driver));
        if !(program.exists() && driver.exists()) {
            apt::ensure(self.packages)?;
        }
        for path in [program, driver] {
            ensure!(
                path.exists(),
                "{} is installed but {} is not there",
                self.name,
                path.display()
            );
        }
        Ok((program.to_owned(), driver.to_owned()))
    }
}
