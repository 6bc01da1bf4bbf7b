//! How many bytes a first visit loads until the application is interactive.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use anyhow::{Context, Result, ensure};

use super::html::tags;
use crate::server::gzip;
use crate::wasm_file;

/// The goal for a first visit, in bytes as a host sends them compressed.
const GOAL: usize = 200_000;

/// More than this fails.
pub const LIMIT: usize = 250_000;

/// Prints where the bytes of a first visit go.
///
/// # Errors
/// When they are more than [`LIMIT`], or a file that is loaded is missing.
pub fn check(dist: &Path) -> Result<()> {
    let files = super::files(dist)?;
    let loaded = first_visit(&files)?;
    let mut total = (0, 0);
    println!("   {:>9} {:>9}  file", "bytes", "gzipped");
    for name in &loaded {
        let content = files
            .get(name)
            .with_context(|| format!("{name} is loaded and missing"))?;
        let small = if is_packed(name) {
            content.len()
        } else {
            gzip(content)?.len()
        };
        println!("   {:>9} {small:>9}  {name}", content.len());
        total = (total.0 + content.len(), total.1 + small);
    }
    println!(
        "   {:>9} {:>9}  in all; the goal is {GOAL}, the limit {LIMIT}",
        total.0, total.1
    );
    for (name, content) in files
        .iter()
        .filter(|(name, _)| has_extension(name, "wasm") && !loaded.contains(*name))
    {
        println!(
            "   {:>9} {:>9}  {name}, fetched later",
            content.len(),
            gzip(content)?.len()
        );
    }
    if let Some(wasm) = loaded.iter().find(|name| has_extension(name, "wasm")) {
        let sections = sections(&files[wasm]).context("the wasm file has broken sections")?;
        let parts: Vec<String> = sections
            .iter()
            .map(|(name, size)| format!("{name} {size}"))
            .collect();
        println!("   {wasm}: {}", parts.join(", "));
    }
    ensure!(
        total.1 <= LIMIT,
        "a first visit loads {} bytes, more than {LIMIT}",
        total.1
    );
    Ok(())
}

/// What the first page names to be loaded, what the scripts import, and the page itself.
pub(crate) fn first_visit(files: &BTreeMap<String, Vec<u8>>) -> Result<BTreeSet<String>> {
    let page = files.get("index.html").context("dist/ has no index.html")?;
    let page = std::str::from_utf8(page).context("index.html is no UTF-8")?;
    let mut loaded = BTreeSet::from(["index.html".to_owned()]);
    for tag in tags(page) {
        let reference = match tag.name.as_str() {
            "script" => tag.attribute("src"),
            "link" if tag.attribute("rel") != Some("apple-touch-icon") => tag.attribute("href"),
            _ => None,
        };
        loaded.extend(reference.map(str::to_owned));
    }
    // Scripts of dependencies, which wasm-bindgen's module imports.
    loaded.extend(files.keys().filter(|name| name.starts_with("snippets/")).cloned());
    Ok(loaded)
}

/// Whether the file is compressed by itself, so that hosts send it as it is.
fn is_packed(name: &str) -> bool {
    has_extension(name, "png")
}

fn has_extension(name: &str, wanted: &str) -> bool {
    Path::new(name)
        .extension()
        .is_some_and(|extension| extension == wanted)
}

/// The sizes of the sections of a wasm file that tell most: code, data, and all the rest.
fn sections(wasm: &[u8]) -> Option<Vec<(&'static str, usize)>> {
    let (mut code, mut data, mut rest) = (0, 0, wasm_file::HEADER);
    for (kind, content) in wasm_file::sections(wasm)? {
        match kind {
            10 => code += content.len(),
            11 => data += content.len(),
            _ => rest += content.len(),
        }
    }
    Some(vec![("code", code), ("data", data), ("other", rest)])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_first_visit_loads_what_the_page_names() {
        let page = "<script src=\"r.js\"></script><link rel=\"stylesheet\" href=\"s.css\">\
            <link rel=\"apple-touch-icon\" href=\"i.png\"><a href=\"catalogue.json\">";
        let files = BTreeMap::from([
            ("index.html".to_owned(), page.into()),
            ("snippets/a.js".to_owned(), vec![]),
        ]);
        let loaded: Vec<_> = first_visit(&files).unwrap().into_iter().collect();
        assert_eq!(loaded, ["index.html", "r.js", "s.css", "snippets/a.js"]);
    }

    #[test]
    fn sections_are_measured_and_torn_files_noticed() {
        let wasm = [b"\0asm\x01\0\0\0".as_slice(), &[10, 2, 9, 9], &[11, 1, 9]].concat();
        assert_eq!(sections(&wasm).unwrap(), [("code", 2), ("data", 1), ("other", 8)]);
        assert_eq!(sections(&wasm[..wasm.len() - 1]), None);
    }
}
