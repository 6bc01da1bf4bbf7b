//! A Rust compiler that builds for `wasm32-unknown-unknown`.
//!
//! The ordinary way is rustup's target. Where that cannot be fetched, Debian's `rustc-web` builds the standard library
//! from its source ([`debian`]); both yield a [`Toolchain`], which is applied to every command that compiles for the web.

mod debian;

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result};

use crate::process;

/// The target's name.
pub const TARGET: &str = "wasm32-unknown-unknown";

/// How to compile for the web.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Toolchain {
    /// What stands in for `rustc`, and the linker for wasm; nothing where rustup's own serves.
    replacement: Option<Replacement>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Replacement {
    rustc: PathBuf,
    linker: PathBuf,
}

impl Toolchain {
    /// Makes `command` (cargo, or what calls it) compile with this toolchain.
    pub fn apply(&self, command: &mut Command) {
        if let Some(replacement) = &self.replacement {
            command.env("RUSTC", &replacement.rustc);
            command.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", &replacement.linker);
        }
    }

    /// Whether clippy runs with it: clippy belongs to rustup's compiler and cannot read another's standard library.
    #[must_use]
    pub fn has_clippy(&self) -> bool {
        self.replacement.is_none()
    }
}

/// Sets up the target, the ordinary way first. `SOLIDAIRE_WASM=debian` goes the second way at once, to test it.
///
/// # Errors
/// When neither way works, with what to install.
pub fn ensure() -> Result<Toolchain> {
    let forced = std::env::var("SOLIDAIRE_WASM").is_ok_and(|way| way == "debian");
    if !forced {
        if has_target() {
            return Ok(Toolchain::default());
        }
        println!("   rustup target add {TARGET}");
        match process::run(Command::new("rustup").args(["target", "add", TARGET])) {
            Ok(()) if has_target() => return Ok(Toolchain::default()),
            Ok(()) => println!("   rustup added the target, but the compiler in use does not have it"),
            Err(error) => println!("   {error:#}"),
        }
        println!("   the second way: Debian's rustc-web and a standard library built from its source");
    }
    let (rustc, linker) = debian::ensure().with_context(|| {
        format!(
            "no compiler for {TARGET}: either `rustup target add {TARGET}` must work, \
             or `sudo apt-get install -y --no-install-recommends rustc-web rust-web-src`"
        )
    })?;
    Ok(Toolchain {
        replacement: Some(Replacement { rustc, linker }),
    })
}

fn has_target() -> bool {
    let asked = process::output(Command::new("rustc").args(["--print", "target-libdir", "--target", TARGET]));
    asked.is_ok_and(|folder| PathBuf::from(folder.trim()).is_dir())
}
