//! What is installed from npm: the exact packages of a lock file, outside the clone.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::apt;
use crate::hash;
use crate::process;
use crate::project;

/// Written last: a folder without it is what an interrupted installation left.
const COMPLETE: &str = ".complete";

/// Installs the set `xtask/npm/<set>` (its `package.json` and lock) unless that is done, and returns its folder,
/// which holds `node_modules`. A changed lock gets a new folder.
///
/// # Errors
/// When npm is missing or fails, or the folder cannot be written.
pub fn ensure(root: &Path, set: &str) -> Result<PathBuf> {
    let source = root.join("xtask/npm").join(set);
    let folder = folder(&source, set)?;
    if folder.join(COMPLETE).is_file() {
        return Ok(folder);
    }
    if !process::answers("npm", &["--version"]) {
        apt::ensure(&["nodejs", "npm"]).context("npm is missing (Node 18.16 or later)")?;
    }
    if folder.exists() {
        fs::remove_dir_all(&folder).with_context(|| format!("removing {}", folder.display()))?;
    }
    fs::create_dir_all(&folder).with_context(|| format!("creating {}", folder.display()))?;
    for file in ["package.json", "package-lock.json"] {
        fs::copy(source.join(file), folder.join(file)).with_context(|| format!("copying {file} of {set}"))?;
    }
    process::run(
        Command::new("npm")
            .args(["ci", "--no-audit", "--no-fund", "--loglevel=error"])
            // A browser that a package would download for itself is none of ours.
            .env("PUPPETEER_SKIP_DOWNLOAD", "1")
            .current_dir(&folder),
    )?;
    fs::write(folder.join(COMPLETE), "").with_context(|| format!("marking {} complete", folder.display()))?;
    Ok(folder)
}

/// `<tools>/npm-<set>-<hash of the lock>`.
fn folder(source: &Path, set: &str) -> Result<PathBuf> {
    let lock = source.join("package-lock.json");
    let content = fs::read(&lock).with_context(|| format!("reading {}", lock.display()))?;
    let short = hash::short(&content);
    Ok(project::tools()?.join(format!("npm-{set}-{short}")))
}
