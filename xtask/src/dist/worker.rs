//! The service worker with the exact list of files that it answers with, each with its hash.
//!
//! What `public/sw.js` does with them is said there.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use anyhow::{Context, Result};
use serde_json::json;

use super::assets::LATE_STYLE;
use super::files::filled;
use super::guide;
use super::minify::{self, Kind};
use super::pages::ROUTES;
use super::read;
use crate::dist_check;
use crate::hash;
use crate::setup::BuildTools;

/// The template in `public/`, and the script that it becomes.
pub const NAME: &str = "sw.js";

/// What lies in its place where a site is published without one.
pub const NONE: &str = "no-worker.js";

/// Tells the application not to look for a worker.
const MARK: &str = " data-without-worker";

/// How the files of the second module begin, as wasm-split and [`LATE_STYLE`] name them.
const SECOND: [&str; 3] = ["split_late", "chunk", LATE_STYLE];

/// The page for unknown addresses, and the script by which it finds the first page.
const LOST: [&str; 2] = ["404.html", "not-found.js"];

/// Files by their path, as [`dist_check::files`] finds them.
type Files = BTreeMap<String, Vec<u8>>;

/// When the worker fetches a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// Before it may serve pages: what a first visit needs, the second module included, which has made
    /// the worker known.
    First,
    /// Once a page is quiet, unless the person saves data.
    Later,
    /// When a page asks for it: the communes of a department, and the guide, which an editor's page asks for.
    Asked,
}

/// The one page of all routes, which differ in nothing.
#[must_use]
pub fn route_page() -> String {
    [ROUTES[0], "/index.html"].concat()
}

/// The files that the worker answers with, and when it fetches each.
///
/// # Errors
/// When there is no first page.
pub fn parts(files: &Files) -> Result<BTreeMap<&str, Part>> {
    let mut first = dist_check::first_visit(files)?;
    first.insert(route_page());
    let parts = files.keys().filter_map(|path| {
        let part = part(path, &first)?;
        Some((path.as_str(), part))
    });
    Ok(parts.collect())
}

fn part(path: &str, first: &BTreeSet<String>) -> Option<Part> {
    match Path::new(path)
        .extension()
        .and_then(|extension| extension.to_str())
    {
        // The application keeps it itself.
        _ if path == "catalogue.json" => None,
        _ if first.contains(path) => Some(Part::First),
        Some("wasm" | "css") if SECOND.iter().any(|name| path.starts_with(name)) => Some(Part::First),
        _ if path.starts_with(guide::PICTURES) => Some(Part::Asked),
        // What the host answers with where it has nothing.
        _ if LOST.contains(&path) => Some(Part::Later),
        Some("wasm" | "png") if !path.contains('/') => Some(Part::Later),
        Some("json") if path.starts_with("communes/") => Some(Part::Asked),
        _ => None,
    }
}

/// The worker's script for these files, made from its template.
///
/// # Errors
/// When a file is missing, or the template has another form.
pub fn script(template: &str, files: &Files) -> Result<String> {
    let parts = parts(files)?;
    let list = |wanted: Part| {
        let paths = parts.iter().filter(|(_, part)| **part == wanted);
        let hashes: BTreeMap<&str, String> = paths
            .map(|(path, _)| (*path, hash::short(&files[*path])))
            .collect();
        json!(hashes)
    };
    let mut text = template.to_owned();
    for (place, value) in [
        ("first", list(Part::First)),
        ("later", list(Part::Later)),
        ("asked", list(Part::Asked)),
        ("routes", json!(ROUTES)),
    ] {
        text = filled(&text, place, &value).context("public/sw.js")?;
    }
    Ok(text)
}

/// Writes the worker for everything else that lies in `folder`.
pub(super) fn write(root: &Path, tools: &BuildTools, folder: &Path) -> Result<()> {
    let text = script(
        &read(&root.join("public").join(NAME))?,
        &dist_check::files(folder)?,
    )?;
    super::write(&folder.join(NAME), minify::script(tools, Kind::Classic, &text)?)
}

/// Writes what removes the worker of a version before, and tells the pages that there is none.
pub(super) fn write_none(root: &Path, tools: &BuildTools, folder: &Path) -> Result<()> {
    let text = read(&root.join("public").join(NONE))?;
    super::write(&folder.join(NAME), minify::script(tools, Kind::Classic, &text)?)?;
    mark_pages(folder)
}

/// Marks the root element of every page in `folder`: the application looks for no worker.
///
/// # Errors
/// When a page cannot be read or written.
pub fn mark_pages(folder: &Path) -> Result<()> {
    for path in dist_check::files(folder)?.into_keys() {
        if path.ends_with("index.html") {
            let page = read(&folder.join(&path))?;
            super::write(
                &folder.join(&path),
                page.replacen("<html", &["<html", MARK].concat(), 1),
            )?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files() -> Files {
        let page = "<script src=\"rescue.js\"></script><link rel=\"preload\" href=\"a-1.wasm\">\
            <link rel=\"preload\" href=\"catalogue.json\">";
        let paths = [
            "404.html",
            "a-1.wasm",
            "a-propos/index.html",
            "catalogue.json",
            "communes/62.json",
            "guide.en.html",
            "guide/publier.png",
            "icon-192.png",
            "late-4.css",
            "split_late-2.wasm",
            "rescue.js",
            "split_editor-3.wasm",
        ];
        let mut files: Files = paths.map(|path| (path.to_owned(), path.into())).into();
        files.insert("index.html".to_owned(), page.into());
        files.insert(route_page(), "<p>".into());
        files
    }

    #[test]
    fn each_file_has_its_part_and_the_catalogue_none() {
        let files = files();
        let mut parts = parts(&files).unwrap();
        assert_eq!(parts.remove(route_page().as_str()), Some(Part::First));
        let parts: Vec<_> = parts.into_iter().collect();
        assert_eq!(
            parts,
            [
                ("404.html", Part::Later),
                ("a-1.wasm", Part::First),
                ("communes/62.json", Part::Asked),
                ("guide.en.html", Part::Asked),
                ("guide/publier.png", Part::Asked),
                ("icon-192.png", Part::Later),
                ("index.html", Part::First),
                ("late-4.css", Part::First),
                ("rescue.js", Part::First),
                ("split_editor-3.wasm", Part::Later),
                ("split_late-2.wasm", Part::First),
            ]
        );
    }

    #[test]
    fn the_application_knows_the_mark() {
        let source = read(&crate::project::root().join("src/browser/worker.rs")).unwrap();
        assert!(source.contains(&format!("\"{}\"", MARK.trim())));
    }

    #[test]
    fn another_byte_of_a_listed_file_makes_another_worker() {
        let template = "[\"{{first}}\",\"{{later}}\",\"{{asked}}\",\"{{routes}}\"]";
        let mut files = files();
        let before = script(template, &files).unwrap();
        for (path, changes) in [
            ("index.html", true),
            ("communes/62.json", true),
            ("split_late-2.wasm", true),
            ("catalogue.json", false),
            ("404.html", true),
        ] {
            let content = files.get_mut(path).unwrap();
            content.push(b' ');
            assert_eq!(script(template, &files).unwrap() != before, changes, "{path}");
            files.get_mut(path).unwrap().pop();
        }
        assert!(script("no place", &files).is_err());
    }
}
