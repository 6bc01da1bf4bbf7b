//! The workspace members that drive browsers, which the core's tests neither compile nor need.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

/// The folder of the browser tests; its package also takes the screenshots.
pub const BROWSER: &str = "tests/browser";

/// The folder of the fuzz targets.
pub const FUZZ: &str = "tests/fuzz";

/// The folder of the benchmarks.
pub const BENCH: &str = "tests/bench";

/// The name of the package in `folder`; nothing where there is none yet.
///
/// # Errors
/// When its manifest cannot be read or names no package.
pub fn package(root: &Path, folder: &str) -> Result<Option<String>> {
    let manifest = root.join(folder).join("Cargo.toml");
    if !manifest.is_file() {
        return Ok(None);
    }
    let text = fs::read_to_string(&manifest).with_context(|| format!("reading {}", manifest.display()))?;
    let name = name(&text).with_context(|| format!("{} names no package", manifest.display()))?;
    Ok(Some(name.to_owned()))
}

fn name(manifest: &str) -> Option<&str> {
    let (_, package) = manifest.split_once("[package]")?;
    let line = package
        .lines()
        .find(|line| line.trim_start().starts_with("name"))?;
    line.split('"').nth(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_package_says_its_name() {
        assert_eq!(name("[package]\nname = \"a-b\"\nversion = \"1\"\n"), Some("a-b"));
        assert_eq!(name("[workspace]\n"), None);
        assert_eq!(
            package(&crate::project::root(), "xtask").unwrap().as_deref(),
            Some("xtask")
        );
        assert_eq!(package(&crate::project::root(), "no/such").unwrap(), None);
    }
}
