//! Builds `dist/` and the zip for an association: one chain, each step after the one before.
//!
//! 1. [`compile`]: the style sheets become one, Trunk compiles, binds and minifies, wasm-opt shrinks;
//! 2. [`minify`]: the scripts without comments and long names;
//! 3. [`assets`]: names with the hash of the final bytes;
//! 4. [`files`]: what is served beside the pages;
//! 5. [`pages`]: the first page, one for each route, and the page for unknown addresses; [`guide`]: the guide for an
//!    association;
//! 6. [`worker`]: the service worker, which names all of them;
//! 7. [`archive`]: the zip, and beside it [`bill`]: what it is made of.
//!
//! [`twice`] finds out whether all of that gives the same bytes in another folder.

mod archive;
mod assets;
mod bill;
mod compile;
mod exports;
mod files;
mod guide;
mod imports;
mod minify;
pub mod pages;
pub mod twice;
pub mod worker;

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::setup::BuildTools;
use crate::step::step;
use crate::texts::Texts;

/// What to build.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Options {
    /// The catalogue to ship; none is the example in `public/`.
    pub catalogue: Option<PathBuf>,
    /// Whether the site is to be rid of its service worker: the way out where one is broken.
    pub without_worker: bool,
}

/// Builds `dist/` and the zip; returns the folder.
///
/// # Errors
/// When a step fails; `dist/` is then what it was before, unless only the zip or the bill of materials failed.
pub fn build(root: &Path, tools: &BuildTools, options: &Options) -> Result<PathBuf> {
    let texts = Texts::read(root)?;
    let example = root.join("public/catalogue.json");
    let catalogue = options.catalogue.as_deref().unwrap_or(&example);
    let compiled = compile::run(root, tools)?;
    let dist = root.join("dist");
    step("compose dist/", || {
        let unfinished = root.join("target/xtask/dist");
        fresh(&unfinished)?;
        let assets = assets::write(&compiled, &unfinished)?;
        files::write(root, tools, &texts, &assets, catalogue, &unfinished)?;
        pages::write(root, &texts, &assets, &unfinished)?;
        guide::write_all(root, &texts, &assets, &unfinished)?;
        if options.without_worker {
            worker::write_none(root, tools, &unfinished)?;
        } else {
            worker::write(root, tools, &unfinished)?;
        }
        if dist.exists() {
            fs::remove_dir_all(&dist).context("removing the old dist/")?;
        }
        fs::rename(&unfinished, &dist).context("putting dist/ in place")
    })?;
    step("pack the zip", || archive::write(root, &dist, &example))?;
    step("write the bill of materials", || bill::write_beside(root))?;
    Ok(dist)
}

/// An empty folder at `path`.
fn fresh(path: &Path) -> Result<()> {
    if path.exists() {
        fs::remove_dir_all(path).with_context(|| format!("removing {}", path.display()))?;
    }
    fs::create_dir_all(path).with_context(|| format!("creating {}", path.display()))
}

/// Reads a text file, naming it in the error.
fn read(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("reading {}", path.display()))
}

/// Writes a file, naming it in the error.
fn write(path: &Path, content: impl AsRef<[u8]>) -> Result<()> {
    fs::write(path, content).with_context(|| format!("writing {}", path.display()))
}
