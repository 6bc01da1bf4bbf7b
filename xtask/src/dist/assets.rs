//! The hashed files: each name holds the hash of the file's final bytes, so that it may be kept for ever.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Result, ensure};

use super::compile::{Compiled, LINK};
use super::files::copy_folder;
use crate::hash;

/// How the name of the later style sheet begins.
pub(super) const LATE_STYLE: &str = "late";

/// The property of the page under which the start module leaves the later style sheet's address.
const STYLE_PLACE: &str = "solidaireStyle";

/// The names of the hashed files that the first page asks for, relative to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Assets {
    pub(super) style: String,
    /// The style sheet that the start module names to the application, which asks for it later.
    pub(super) late_style: String,
    pub(super) wasm: String,
    /// The module that wasm-bindgen wrote.
    pub(super) glue: String,
    /// The module that loads what was split off.
    pub(super) link: String,
    /// The module that starts the application.
    pub(super) start: String,
}

/// Every hashed file by its name.
type Hashed = BTreeMap<String, Vec<u8>>;

/// Writes the hashed files into `folder`.
pub(super) fn write(compiled: &Compiled, folder: &Path) -> Result<Assets> {
    let (assets, files) = name_all(compiled)?;
    for (name, content) in files {
        super::write(&folder.join(name), content)?;
    }
    if let Some(snippets) = &compiled.snippets {
        copy_folder(snippets, &folder.join("snippets"))?;
    }
    Ok(assets)
}

/// Names the files and makes each name the one that the files before it ask for.
fn name_all(compiled: &Compiled) -> Result<(Assets, Hashed)> {
    let mut files = Hashed::new();
    let mut add = |stem: &str, extension: &str, content: &[u8]| {
        let name = format!("{stem}-{}.{extension}", hash::short(content));
        files.insert(name.clone(), content.to_vec());
        name
    };
    let style = add("style", "css", &compiled.style);
    let late_style = add(LATE_STYLE, "css", &compiled.late_style);
    let wasm = add("solidaire", "wasm", &compiled.wasm);
    let mut link_text = compiled.link.clone();
    for (asked, content) in &compiled.late {
        let stem = asked.trim_end_matches(".wasm");
        link_text = renamed(&link_text, asked, &add(stem, "wasm", content))?;
    }
    let glue_text = renamed(&compiled.script, "solidaire_bg.wasm", &wasm)?;
    // The two scripts import each other, so they share the hash of both.
    let both = hash::short([glue_text.as_bytes(), link_text.as_bytes()].concat().as_slice());
    let (glue, link) = (format!("solidaire-{both}.js"), format!("split-{both}.js"));
    let start_text = start(&glue, &wasm, &late_style);
    let start = add("start", "js", start_text.as_bytes());
    files.insert(glue.clone(), importing(&glue_text, LINK, &link)?.into());
    files.insert(link.clone(), importing(&link_text, "solidaire.js", &glue)?.into());
    Ok((
        Assets {
            style,
            late_style,
            wasm,
            glue,
            link,
            start,
        },
        files,
    ))
}

/// The minified script with another address of a module that it imports. Only the address: the wasm file knows that
/// module by the name that it was bound with. There is an import for each module that was split off.
fn importing(script: &str, asked: &str, name: &str) -> Result<String> {
    let asked = format!("from\"./{asked}\"");
    ensure!(script.contains(&asked), "a script does not import {asked}");
    Ok(script.replace(&asked, &format!("from\"./{name}\"")))
}

/// The script with the hashed name in the place of the one that it asks for, once.
fn renamed(script: &str, asked: &str, name: &str) -> Result<String> {
    let times = script.matches(asked).count();
    ensure!(times == 1, "a script names {asked} {times} times instead of once");
    Ok(script.replace(asked, name))
}

/// A module of its own, since the content security policy allows no inline script. The application reads the
/// address of its later style sheet where `src/browser/style.rs` says. Between compiling the program and starting it a
/// slow phone answers to the person. A host that gives the program another type is read the slower way, by its address.
fn start(glue: &str, wasm: &str, late_style: &str) -> String {
    format!(
        "import start from \"./{glue}\";\n\
        globalThis.{STYLE_PLACE} = new URL(\"./{late_style}\", import.meta.url).href;\n\
        const address = new URL(\"./{wasm}\", import.meta.url);\n\
        WebAssembly.compileStreaming(fetch(address))\n\
        .catch(() => address)\n\
        .then((program) => new Promise((go) => setTimeout(go, 0, program)))\n\
        .then((program) => start({{ module_or_path: program }}))\n\
        .catch((error) => globalThis.solidaireRescue?.(error));\n"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn compiled() -> Compiled {
        Compiled {
            script: "import*as a from\"./__wasm_split.js\";new URL('solidaire_bg.wasm');b={\"./__wasm_split.js\":a}".into(),
            link: "import{c}from\"./solidaire.js\";fetch('./split_late.wasm')".into(),
            wasm: vec![1],
            late: [("split_late.wasm".to_owned(), vec![3])].into(),
            style: vec![2],
            late_style: vec![4],
            snippets: None,
        }
    }

    #[test]
    fn each_script_asks_for_the_hashed_names_of_the_others() {
        let (assets, files) = name_all(&compiled()).unwrap();
        let text = |name: &String| String::from_utf8(files[name].clone()).unwrap();
        assert!(text(&assets.start).contains(&format!("\"./{}\"", assets.glue)));
        assert!(text(&assets.glue).contains(&assets.wasm) && text(&assets.glue).contains(&assets.link));
        assert!(text(&assets.link).contains(&assets.glue));
        assert!(
            text(&assets.glue).contains("{\"./__wasm_split.js\":a}"),
            "the wasm file knows it by this name"
        );
        assert!(text(&assets.start).contains(&assets.late_style));
        let late = files.keys().find(|name| name.starts_with("split_late-")).unwrap();
        assert!(text(&assets.link).contains(late));
    }

    #[test]
    fn the_application_looks_for_the_style_sheet_where_the_start_module_leaves_it() {
        let source = crate::project::root().join("src/browser/style.rs");
        let source = std::fs::read_to_string(source).unwrap();
        assert!(source.contains(&format!("\"{STYLE_PLACE}\"")));
    }

    #[test]
    fn a_changed_wasm_changes_every_name_that_leads_to_it() {
        let (before, _) = name_all(&compiled()).unwrap();
        let late = [("split_late.wasm".to_owned(), vec![9])].into();
        for changed in [
            Compiled {
                wasm: vec![9],
                ..compiled()
            },
            Compiled { late, ..compiled() },
        ] {
            let (after, _) = name_all(&changed).unwrap();
            assert_eq!(before.style, after.style);
            assert_ne!(before.glue, after.glue);
            assert_ne!(before.link, after.link);
            assert_ne!(before.start, after.start);
        }
    }

    #[test]
    fn a_script_that_loads_something_else_is_refused() {
        assert!(
            name_all(&Compiled {
                script: "'other.wasm'".into(),
                ..compiled()
            })
            .is_err()
        );
        assert!(
            name_all(&Compiled {
                link: "import{c}from\"./solidaire.js\"".into(),
                ..compiled()
            })
            .is_err()
        );
    }
}
