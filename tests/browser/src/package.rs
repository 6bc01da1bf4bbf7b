//! The zip for an association, as it is unpacked.

use std::fs::{self, File};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use zip::ZipArchive;

use crate::site::dist;

/// The zip, which is built beside `dist/`.
///
/// # Errors
/// When nothing was built.
pub fn zip() -> Result<PathBuf> {
    let dist = dist()?;
    let beside = dist.parent().context("dist/ lies nowhere")?;
    Ok(beside.join(concat!("solidaire-", env!("CARGO_PKG_VERSION"), ".zip")))
}

/// Unpacks the zip into a folder.
///
/// # Errors
/// When it was not built or cannot be unpacked.
pub fn unpack(folder: &Path) -> Result<()> {
    let path = zip()?;
    let file = File::open(&path).with_context(|| format!("opening {}", path.display()))?;
    fs::create_dir_all(folder)?;
    ZipArchive::new(file)?
        .extract(folder)
        .with_context(|| format!("unpacking to {}", folder.display()))
}
