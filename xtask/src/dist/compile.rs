//! From sources to two style sheets, the scripts and the small wasm files.
//!
//! Trunk compiles the program and minifies the style sheet. It cannot split wasm, so what follows the compiler is done
//! here on what the compiler linked: split, bind, shrink.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};

use super::{exports, fresh, imports, minify, read, write};
use crate::process;
use crate::setup::BuildTools;
use crate::step::step;
use crate::wasm_target::TARGET;

/// What rustc's wasm may use, for wasm-opt to read it. The section that would say so is stripped at the end.
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];

/// The script that loads the modules which were split off, as wasm-split names it.
pub(super) const LINK: &str = "__wasm_split.js";

/// The style sheets as Trunk finds them, and the folders of `style/` that they are joined from.
const SHEETS: [(&str, &str); 2] = [("style.css", "first"), ("late.css", "late")];

/// The final bytes, before they have their names.
#[derive(Debug)]
pub(super) struct Compiled {
    /// The module that wasm-bindgen wrote, which loads the wasm.
    pub(super) script: String,
    /// The module that wasm-split wrote, which loads what was split off.
    pub(super) link: String,
    pub(super) wasm: Vec<u8>,
    /// What was split off, by the names under which `link` loads it.
    pub(super) late: BTreeMap<String, Vec<u8>>,
    /// The style sheet of the first page.
    pub(super) style: Vec<u8>,
    /// The style sheet of the pages that were split off, and of paper.
    pub(super) late_style: Vec<u8>,
    /// Scripts of dependencies that the module imports, where there are any.
    pub(super) snippets: Option<PathBuf>,
}

pub(super) fn run(root: &Path, tools: &BuildTools) -> Result<Compiled> {
    let work = root.join("target/xtask");
    fs::create_dir_all(&work).with_context(|| format!("creating {}", work.display()))?;
    step("join the style sheets", || {
        for (sheet, folder) in SHEETS {
            write(&work.join(sheet), styles(&root.join("style").join(folder))?)?;
        }
        Ok(())
    })?;
    step("fetch the dependencies", || {
        // Trunk works offline, so that it downloads no tool of its own; cargo must then have all crates.
        process::run(
            Command::new("cargo")
                .args(["fetch", "--quiet", "--locked", "--target", TARGET])
                .current_dir(root),
        )
    })?;
    let built = work.join("trunk");
    step("trunk build --release", || {
        fresh(&built)?;
        trunk(root, tools)
    })?;
    let split = work.join("split");
    step("split off the late pages", || {
        fresh(&split)?;
        process::run(
            Command::new(&tools.wasm_split)
                .arg(linked(root)?)
                .arg(&split)
                .args(["--out-name", "solidaire"]),
        )
    })?;
    let bound = work.join("bound");
    step("wasm-bindgen", || {
        fresh(&bound)?;
        process::run(
            Command::new(&tools.wasm_bindgen)
                // What was split off shares the memory and the table, which would else be kept private.
                .args([
                    "--target",
                    "web",
                    "--no-typescript",
                    "--keep-lld-exports",
                    "--out-dir",
                ])
                .arg(&bound)
                .arg(split.join("solidaire.wasm")),
        )
    })?;
    let (program, glue) = (bound.join("solidaire_bg.wasm"), bound.join("solidaire.js"));
    step(
        "leave what nobody calls, and shorten the names between them",
        || {
            let long = fs::read(&program).context("reading what wasm-bindgen wrote")?;
            let used = exports::drop_unused(&read(&glue)?)?;
            let (wasm, script) = imports::shorten(&long, &used)?;
            write(&program, wasm)?;
            write(&glue, script)
        },
    )?;
    let (wasm, late) = step("wasm-opt", || {
        Ok((shrink(&program, tools)?, shrink_late(&split, tools)?))
    })?;
    let (script, link) = step("minify the modules", || {
        let minified = |path: PathBuf| minify::script(tools, minify::Kind::Module, &read(&path)?);
        Ok((minified(glue)?, minified(split.join(LINK))?))
    })?;
    let snippets = bound.join("snippets");
    let [style, late_style] = SHEETS.map(|(sheet, _)| built.join(sheet));
    let minified = |sheet: PathBuf| fs::read(&sheet).with_context(|| format!("reading {}", sheet.display()));
    Ok(Compiled {
        script,
        link,
        wasm,
        late,
        style: minified(style)?,
        late_style: minified(late_style)?,
        snippets: snippets.is_dir().then_some(snippets),
    })
}

/// The program as the compiler linked it, with the relocations that wasm-split reads.
fn linked(root: &Path) -> Result<PathBuf> {
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), PathBuf::from);
    let path = target.join(TARGET).join("release/solidaire.wasm");
    ensure!(path.is_file(), "the compiler left no {}", path.display());
    Ok(path)
}

/// Every module that was split off, shrunk.
fn shrink_late(split: &Path, tools: &BuildTools) -> Result<BTreeMap<String, Vec<u8>>> {
    let mut late = BTreeMap::new();
    for entry in fs::read_dir(split).with_context(|| format!("reading {}", split.display()))? {
        let path = entry?.path();
        let name = path
            .file_name()
            .and_then(|name| name.to_str())
            .context("a module's name is no text")?;
        if path.extension().is_some_and(|extension| extension == "wasm") && name != "solidaire.wasm" {
            late.insert(name.to_owned(), shrink(&path, tools)?);
        }
    }
    Ok(late)
}

/// All style sheets in the order of their names, each under its own.
fn styles(folder: &Path) -> Result<String> {
    let mut sheets = Vec::new();
    if folder.is_dir() {
        for entry in fs::read_dir(folder).with_context(|| format!("reading {}", folder.display()))? {
            let path = entry?.path();
            if path.extension().is_some_and(|extension| extension == "css") {
                sheets.push(path);
            }
        }
    }
    sheets.sort();
    sheets
        .iter()
        .map(|sheet| read(sheet).map(|content| content + "\n"))
        .collect()
}

fn trunk(root: &Path, tools: &BuildTools) -> Result<()> {
    let mut build = Command::new(&tools.trunk);
    // Its warnings tell that its script minifier gave up, whose work another does.
    build
        .args(["build", "--release", "--offline", "--locked", "--log", "error"])
        .current_dir(root);
    build.env("PATH", process::path_with(&tools.wasm_bindgen)?);
    // Trunk reads this variable as one of its own options and refuses the usual value 1.
    build.env_remove("NO_COLOR").env("RUST_LIB_BACKTRACE", "0");
    build.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", rust_flags(root)?);
    tools.toolchain.apply(&mut build);
    process::run(&mut build)
}

/// What `.cargo/config.toml` gives every build for the web, and short names for the folders of this
/// machine: the places of panics would carry them into the published file, a few kilobytes that
/// differ from one machine to the next.
fn rust_flags(root: &Path) -> Result<String> {
    let mut flags = vec!["--cfg=erase_components".to_owned()];
    flags.push(format!("--remap-path-prefix={}=.", root.display()));
    let home = std::env::var_os("CARGO_HOME").map(std::path::PathBuf::from);
    let home = home.or_else(|| Some(std::path::PathBuf::from(std::env::var_os("HOME")?).join(".cargo")));
    let sources = home.context("HOME is not set")?.join("registry/src");
    for folder in fs::read_dir(&sources).with_context(|| format!("reading {}", sources.display()))? {
        flags.push(format!("--remap-path-prefix={}=deps", folder?.path().display()));
    }
    Ok(flags.join(" "))
}

fn shrink(wasm: &Path, tools: &BuildTools) -> Result<Vec<u8>> {
    let small = wasm.with_extension("small");
    process::run(
        Command::new(&tools.wasm_opt)
            // It warns of kinds of names that it does not know, which are left out below with all the others.
            .arg("--quiet")
            // Before the rest, so that what only they reach goes with them.
            .arg(["--remove-exports=", exports::UNUSED].concat())
            .arg("-Oz")
            .args(FEATURES)
            .args([
                // What only one place calls becomes part of it only where it is small: functions that resemble each
                // other compress better apart, by one byte in a hundred.
                "--one-caller-inline-max-function-size",
                "30",
                // The stack lies below the data, so nothing of the program has an address under 1,024.
                "--low-memory-unused",
                // Functions of one name are one function for several types: beside each other they compress better, by
                // another byte in a hundred.
                "--reorder-functions-by-name",
                "--strip-debug",
                "--strip-producers",
                "--strip-target-features",
                "-o",
            ])
            .arg(&small)
            .arg(wasm),
    )?;
    let bytes = fs::read(&small).with_context(|| format!("reading {}", small.display()))?;
    ensure!(bytes.starts_with(b"\0asm"), "wasm-opt wrote no wasm");
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn style_sheets_are_joined_in_the_order_of_their_names() {
        let folder = std::env::temp_dir().join(format!("solidaire-styles-{}", std::process::id()));
        fresh(&folder).unwrap();
        for (name, content) in [("20-b.css", "b{}"), ("10-a.css", "a{}"), ("notes.txt", "no")] {
            fs::write(folder.join(name), content).unwrap();
        }
        assert_eq!(styles(&folder).unwrap(), "a{}\nb{}\n");
        fs::remove_dir_all(&folder).unwrap();
    }
}
