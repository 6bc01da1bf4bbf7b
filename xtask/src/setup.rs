//! What a command needs is set up before it; what is there already costs no time.

use std::path::{Path, PathBuf};

use anyhow::Result;

use crate::cargo_tool;
use crate::step::step;
use crate::wasm_target::{self, Toolchain};
use crate::{browsers, npm};

/// What builds `dist/`.
#[derive(Debug, Clone)]
pub struct BuildTools {
    /// The compiler for wasm.
    pub toolchain: Toolchain,
    /// The program `trunk`.
    pub trunk: PathBuf,
    /// The program `wasm-bindgen`, of the version in `Cargo.lock`.
    pub wasm_bindgen: PathBuf,
    /// The program `wasm-split-cli`.
    pub wasm_split: PathBuf,
    /// The program `wasm-opt`.
    pub wasm_opt: PathBuf,
    /// The script `terser`, to be run with `node`.
    pub terser: PathBuf,
}

/// Sets up what builds `dist/`.
///
/// # Errors
/// When something is missing and cannot be installed, with what to do.
pub fn build(root: &Path) -> Result<BuildTools> {
    step("set up the build", || {
        let npm = npm::ensure(root, "tools")?.join("node_modules");
        Ok(BuildTools {
            toolchain: wasm_target::ensure()?,
            trunk: cargo_tool::trunk().ensure()?,
            wasm_bindgen: cargo_tool::wasm_bindgen(root)?.ensure()?,
            wasm_split: cargo_tool::wasm_split().ensure()?,
            wasm_opt: npm.join("binaryen/bin/wasm-opt"),
            terser: npm.join("terser/bin/terser"),
        })
    })
}

/// Sets up everything: the build, the checkers and the browsers.
///
/// # Errors
/// When something is missing and cannot be installed, with what to do.
pub fn all(root: &Path) -> Result<BuildTools> {
    let tools = build(root)?;
    step("set up the checks", || cargo_tool::cargo_deny().ensure())?;
    step("set up the browsers", || {
        browsers::CHROMIUM.ensure()?;
        for browser in browsers::OTHERS {
            // The rest of the checks can do without; the browser's own check then says so again.
            if let Err(error) = browser.ensure() {
                println!("   without {}: {error:#}", browser.name);
            }
        }
        Ok(())
    })?;
    Ok(tools)
}
