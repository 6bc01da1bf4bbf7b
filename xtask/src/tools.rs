//! Where the browser tests find what `cargo xtask setup` installed; each call installs what is missing.

use std::path::PathBuf;

use anyhow::{Result, ensure};

use crate::{browsers, npm, project};

/// The program of Chromium and that of its driver.
///
/// # Errors
/// When they are missing and cannot be installed.
pub fn chromium() -> Result<(PathBuf, PathBuf)> {
    browsers::CHROMIUM.ensure()
}

/// The accessibility checker: one script to inject into a page.
///
/// # Errors
/// When it is missing and cannot be installed.
pub fn axe() -> Result<PathBuf> {
    npm_file("axe-core/axe.min.js")
}

/// Lighthouse's program, to be run with `node`.
///
/// # Errors
/// When it is missing and cannot be installed.
pub fn lighthouse() -> Result<PathBuf> {
    npm_file("lighthouse/cli/index.js")
}

fn npm_file(file: &str) -> Result<PathBuf> {
    let path = npm::ensure(&project::root(), "tools")?
        .join("node_modules")
        .join(file);
    ensure!(
        path.is_file(),
        "{} is missing: remove its folder to install it again",
        path.display()
    );
    Ok(path)
}
