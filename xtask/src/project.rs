//! Where the clone is, and where tools are kept outside it.

use std::env;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

/// The root folder of the clone.
#[must_use]
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .map_or_else(PathBuf::new, Path::to_path_buf)
}

/// The folder of downloaded and built tools, shared by all clones of one user: `$SOLIDAIRE_TOOLS`, else
/// `$XDG_CACHE_HOME/solidaire-tools`, else `~/.cache/solidaire-tools`.
///
/// # Errors
/// When none of the three variables is set.
pub fn tools() -> Result<PathBuf> {
    tools_from(|name| {
        env::var_os(name)
            .filter(|value| !value.is_empty())
            .map(PathBuf::from)
    })
}

fn tools_from(variable: impl Fn(&str) -> Option<PathBuf>) -> Result<PathBuf> {
    variable("SOLIDAIRE_TOOLS")
        .or_else(|| variable("XDG_CACHE_HOME").map(|cache| cache.join("solidaire-tools")))
        .or_else(|| variable("HOME").map(|home| home.join(".cache/solidaire-tools")))
        .context("neither SOLIDAIRE_TOOLS nor HOME is set: say where tools may be kept")
}

/// Whether this runs in continuous integration, where nothing may be skipped.
#[must_use]
pub fn in_ci() -> bool {
    env::var_os("CI").is_some_and(|value| !value.is_empty() && value != "false" && value != "0")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_root_holds_the_workspace() {
        assert!(root().join("xtask/Cargo.toml").is_file());
    }

    #[test]
    fn tools_are_kept_where_the_first_set_variable_says() {
        let home = |name: &str| (name == "HOME").then(|| PathBuf::from("/h/a"));
        assert_eq!(
            tools_from(home).unwrap(),
            Path::new("/h/a/.cache/solidaire-tools")
        );
        let both = |name: &str| (name != "XDG_CACHE_HOME").then(|| PathBuf::from("/t"));
        assert_eq!(tools_from(both).unwrap(), Path::new("/t"));
        assert!(tools_from(|_| None).is_err());
    }
}
