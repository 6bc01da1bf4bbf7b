//! `cargo xtask shots`: pictures of every page, taken by the package of the browser tests.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};

use crate::members::{self, BROWSER};
use crate::step::step;
use crate::{browsers, dist, process, setup};

/// Builds, then takes the pictures.
///
/// # Errors
/// When something cannot be set up, built or run.
pub fn run(root: &Path) -> Result<()> {
    let package = members::package(root, BROWSER)?
        .with_context(|| format!("there is no {BROWSER} yet, which takes the pictures"))?;
    let tools = setup::build(root)?;
    step("set up the browser", || browsers::CHROMIUM.ensure())?;
    dist::build(root, &tools, &dist::Options::default())?;
    step("take the pictures", || {
        let arguments = ["run", "--locked", "--package", &package, "--bin", "shots"];
        process::run(Command::new("cargo").args(arguments).current_dir(root))
    })
}
