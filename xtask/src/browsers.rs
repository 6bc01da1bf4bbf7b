//! The browsers that the tests drive: one row an engine.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};

use crate::{apt, cargo_tool};

/// A browser with its `WebDriver`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Browser {
    /// The name in messages and test reports; in small letters, that of its tests.
    pub name: &'static str,
    /// The Debian packages of the browser and its driver.
    pub packages: &'static [&'static str],
    /// The browser's program.
    pub program: Program,
    /// The driver's program, which takes `--port=N`.
    pub driver: Program,
}

/// Where a program is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Program {
    /// Of a package, at this path.
    At(&'static str),
    /// Of a package, in a folder whose name begins so (the rest is a version): folder, beginning, program.
    Versioned(&'static str, &'static str, &'static str),
    /// Installed with cargo: geckodriver, which Debian does not pack.
    Geckodriver,
}

/// Chromium, for every browser test.
pub const CHROMIUM: Browser = Browser {
    name: "Chromium",
    packages: &["chromium", "chromium-driver"],
    program: Program::At("/usr/bin/chromium"),
    driver: Program::At("/usr/bin/chromedriver"),
};

/// Firefox, for the journeys that every engine runs.
pub const FIREFOX: Browser = Browser {
    name: "Firefox",
    packages: &["firefox-esr"],
    program: Program::At("/usr/bin/firefox-esr"),
    driver: Program::Geckodriver,
};

/// `WebKit`, the nearest thing to Safari on this system, for the same journeys. It has no mode without a window, so it
/// comes with a screen that nobody sees.
pub const WEBKIT: Browser = Browser {
    name: "WebKit",
    packages: &["webkit2gtk-driver", "xvfb"],
    program: Program::Versioned("/usr/lib", "webkit2gtk-4.", "MiniBrowser"),
    driver: Program::At("/usr/bin/WebKitWebDriver"),
};

/// The screen that nobody sees.
pub const XVFB: &str = "/usr/bin/Xvfb";

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

/// The engines beside Chromium, whose journeys are a check of their own.
pub const OTHERS: [Browser; 2] = [FIREFOX, WEBKIT];

impl Browser {
    /// Installs the browser and its driver unless both are there; returns their programs.
    ///
    /// # Errors
    /// When they cannot be installed, with the command that would.
    pub fn ensure(&self) -> Result<(PathBuf, PathBuf)> {
        if self.program.path().is_err() || self.driver.packaged().is_some_and(|driver| !driver.exists()) {
            apt::ensure(self.packages)?;
        }
        if self.driver == Program::Geckodriver {
            cargo_tool::geckodriver().ensure()?;
        }
        self.programs()
    }

    /// The programs of the browser and of its driver.
    ///
    /// # Errors
    /// When one is not there, with what installs it.
    pub fn programs(&self) -> Result<(PathBuf, PathBuf)> {
        let there = |program: Program| {
            program.path().with_context(|| {
                format!(
                    "{} is not set up: run `cargo xtask setup`, or `apt-get install {}`",
                    self.name,
                    self.packages.join(" ")
                )
            })
        };
        Ok((there(self.program)?, there(self.driver)?))
    }
}

impl Program {
    fn packaged(self) -> Option<&'static Path> {
        match self {
            Self::At(path) => Some(Path::new(path)),
            Self::Versioned(..) | Self::Geckodriver => None,
        }
    }

    /// Its path, if it is there.
    fn path(self) -> Result<PathBuf> {
        let path = match self {
            Self::At(path) => path.into(),
            Self::Versioned(folder, begin, program) => versioned(Path::new(folder), begin, program)?,
            Self::Geckodriver => cargo_tool::geckodriver().path()?,
        };
        ensure!(path.is_file(), "{} is not there", path.display());
        Ok(path)
    }
}

/// The program in the newest folder of a name, in a folder or in the one of this machine's kind below it
/// (`/usr/lib/x86_64-linux-gnu`).
fn versioned(folder: &Path, begin: &str, program: &str) -> Result<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)?.flatten() {
        let inside = fs::read_dir(entry.path()).into_iter().flatten().flatten();
        for candidate in inside.chain([entry]) {
            if candidate.file_name().to_string_lossy().starts_with(begin) {
                found.push(candidate.path().join(program));
            }
        }
    }
    found.retain(|path| path.is_file());
    found.sort();
    found
        .pop()
        .with_context(|| format!("no {program} in {}/{begin}…", folder.display()))
}
