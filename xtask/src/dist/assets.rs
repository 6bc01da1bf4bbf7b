//! The hashed files: each name holds the hash of the file's final bytes, so that it may be kept for ever.

use std::path::Path;

use anyhow::{Result, ensure};

use super::compile::Compiled;
use super::files::copy_folder;
use crate::hash;

/// The names of the hashed files, relative to the first page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Assets {
    pub(super) style: String,
    pub(super) wasm: String,
    /// The module that wasm-bindgen wrote.
    pub(super) glue: String,
    /// The module that starts the application.
    pub(super) start: String,
}

/// Names the files and makes each name the one that the file before it asks for; returns the two scripts' texts.
fn name_all(compiled: &Compiled) -> Result<(Assets, String, String)> {
    let style = name("style", &compiled.style, "css");
    let wasm = name("solidaire", &compiled.wasm, "wasm");
    // The module names the file that it loads; it must be the one that is served.
    let loads = "solidaire_bg.wasm";
    ensure!(
        compiled.script.matches(loads).count() == 1,
        "wasm-bindgen's script names {loads} {} times instead of once",
        compiled.script.matches(loads).count()
    );
    let glue_text = compiled.script.replace(loads, &wasm);
    let glue = name("solidaire", glue_text.as_bytes(), "js");
    let start_text = start(&glue);
    let start = name("start", start_text.as_bytes(), "js");
    Ok((
        Assets {
            style,
            wasm,
            glue,
            start,
        },
        glue_text,
        start_text,
    ))
}

/// Writes the hashed files into `folder`.
pub(super) fn write(compiled: &Compiled, folder: &Path) -> Result<Assets> {
    let (assets, glue, start) = name_all(compiled)?;
    super::write(&folder.join(&assets.style), &compiled.style)?;
    super::write(&folder.join(&assets.wasm), &compiled.wasm)?;
    super::write(&folder.join(&assets.glue), glue)?;
    super::write(&folder.join(&assets.start), start)?;
    if let Some(snippets) = &compiled.snippets {
        copy_folder(snippets, &folder.join("snippets"))?;
    }
    Ok(assets)
}

/// A module of its own, since the content security policy allows no inline script.
fn start(glue: &str) -> String {
    format!(
        "import start from \"./{glue}\";\nstart().catch((error) => globalThis.solidaireRescue?.(error));\n"
    )
}

fn name(stem: &str, content: &[u8], extension: &str) -> String {
    format!("{stem}-{}.{extension}", hash::short(content))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn compiled(script: &str) -> Compiled {
        Compiled {
            script: script.into(),
            wasm: vec![1],
            style: vec![2],
            snippets: None,
        }
    }

    #[test]
    fn each_script_asks_for_the_hashed_name_of_the_next() {
        let (assets, glue, start) =
            name_all(&compiled("new URL('solidaire_bg.wasm', import.meta.url)")).unwrap();
        assert!(glue.contains(&format!("'{}'", assets.wasm)), "{glue}");
        assert!(start.contains(&format!("\"./{}\"", assets.glue)), "{start}");
    }

    #[test]
    fn a_changed_wasm_changes_every_name_that_leads_to_it() {
        let script = "'solidaire_bg.wasm'";
        let (before, ..) = name_all(&compiled(script)).unwrap();
        let (after, ..) = name_all(&Compiled {
            wasm: vec![9],
            ..compiled(script)
        })
        .unwrap();
        assert_eq!(before.style, after.style);
        assert_ne!(before.wasm, after.wasm);
        assert_ne!(before.glue, after.glue);
        assert_ne!(before.start, after.start);
    }

    #[test]
    fn a_script_that_loads_something_else_is_refused() {
        assert!(name_all(&compiled("'other.wasm'")).is_err());
    }
}
