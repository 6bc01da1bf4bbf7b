//! Programs installed with cargo, each version in a folder of its own outside the clone.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};

use crate::{process, project};

/// A program on crates.io at one version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CargoTool {
    /// The name of the package.
    pub package: &'static str,
    /// The name of the program.
    pub program: &'static str,
    /// The exact version.
    pub version: String,
    /// Whether to build it with the versions of its own lock file.
    pub locked: bool,
    /// The features to build it with.
    pub features: &'static [&'static str],
    /// How it says its version, to tell a whole program from a broken one.
    pub asks_version: &'static [&'static str],
}

/// Trunk 0.21 is the last that builds with the Rust of the stable channel in use.
#[must_use]
pub fn trunk() -> CargoTool {
    CargoTool {
        package: "trunk",
        program: "trunk",
        version: "0.21.14".into(),
        locked: true,
        features: &[],
        asks_version: &["--version"],
    }
}

/// The checker of licences, bans, sources and advisories.
#[must_use]
pub fn cargo_deny() -> CargoTool {
    CargoTool {
        package: "cargo-deny",
        program: "cargo-deny",
        version: "0.20.2".into(),
        locked: true,
        features: &[],
        asks_version: &["--version"],
    }
}

/// Splits the late pages off into a WebAssembly module of their own; it must understand the markers of the library
/// `wasm_split_helpers` in `Cargo.lock`.
#[must_use]
pub fn wasm_split() -> CargoTool {
    CargoTool {
        package: "wasm_split_cli_support",
        program: "wasm-split-cli",
        version: "0.2.4".into(),
        locked: true,
        features: &["build-binary"],
        asks_version: &["--help"],
    }
}

/// The driver of Firefox, which Debian does not pack.
#[must_use]
pub fn geckodriver() -> CargoTool {
    CargoTool {
        package: "geckodriver",
        program: "geckodriver",
        version: "0.37.1".into(),
        locked: true,
        features: &[],
        asks_version: &["--version"],
    }
}

/// wasm-bindgen's program, which must equal the library in `Cargo.lock`.
///
/// # Errors
/// When the lock file cannot be read or has no wasm-bindgen.
pub fn wasm_bindgen(root: &Path) -> Result<CargoTool> {
    let lock = fs::read_to_string(root.join("Cargo.lock")).context("reading Cargo.lock")?;
    let version = locked_version(&lock, "wasm-bindgen").context("Cargo.lock has no wasm-bindgen")?;
    Ok(CargoTool {
        package: "wasm-bindgen-cli",
        program: "wasm-bindgen",
        version: version.to_owned(),
        // Its lock file names a version of a dependency that is not served any more.
        locked: false,
        features: &[],
        asks_version: &["--version"],
    })
}

fn locked_version<'a>(lock: &'a str, package: &str) -> Option<&'a str> {
    let (_, after) = lock.split_once(&format!("\nname = \"{package}\"\nversion = \""))?;
    after.split_once('"').map(|(version, _)| version)
}

impl CargoTool {
    /// Where the program is, or will be.
    ///
    /// # Errors
    /// When no folder for tools is known.
    pub fn path(&self) -> Result<PathBuf> {
        let folder = format!("{}-{}", self.package, self.version);
        Ok(project::tools()?.join(folder).join("bin").join(self.program))
    }

    /// Installs it unless it is there and answers; returns its path.
    ///
    /// # Errors
    /// When cargo cannot install it.
    pub fn ensure(&self) -> Result<PathBuf> {
        let path = self.path()?;
        // cargo moves the program into place last, so an interrupted installation has none.
        if process::answers(&path.to_string_lossy(), self.asks_version) {
            return Ok(path);
        }
        let folder = path.ancestors().nth(2).context("a tool's path has a folder")?;
        println!("   installing {} {} (minutes, once)", self.package, self.version);
        let mut install = Command::new("cargo");
        install
            .args([
                "install",
                self.package,
                "--version",
                &self.version,
                "--force",
                "--root",
            ])
            .arg(folder);
        if !self.features.is_empty() {
            install.args(["--features", &self.features.join(",")]);
        }
        if self.locked {
            install.arg("--locked");
        }
        // Each tool runs for seconds here; the builds that its own profile asks for (all crates as one, for speed) take
        // longer than all that it will ever save.
        install.envs([
            ("CARGO_PROFILE_RELEASE_LTO", "off"),
            ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16"),
            ("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1"),
            ("CARGO_PROFILE_RELEASE_DEBUG", "false"),
        ]);
        // The settings of this project are for its own code.
        for variable in ["RUSTFLAGS", "CARGO_BUILD_TARGET", "CARGO_TARGET_DIR", "RUSTC"] {
            install.env_remove(variable);
        }
        process::run(&mut install)?;
        ensure!(
            process::answers(&path.to_string_lossy(), self.asks_version),
            "{} was installed but does not answer",
            path.display()
        );
        Ok(path)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_version_is_that_of_the_lock() {
        let lock = "[[package]]\nname = \"wasm-bindgen-macro\"\nversion = \"1\"\n\n[[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
        assert_eq!(locked_version(lock, "wasm-bindgen"), Some("0.2.130"));
        assert_eq!(locked_version(lock, "bindgen"), None);
    }
}
