//! What `dist/` must be, read from its files as they are served.

mod html;
mod pages;
mod weight;
mod worker;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use serde_json::Value;

pub(crate) use weight::first_visit;
pub use weight::{LIMIT, check as weight};

/// Every file below `folder` by its path with slashes.
///
/// # Errors
/// When one cannot be read.
pub fn files(folder: &Path) -> Result<BTreeMap<String, Vec<u8>>> {
    let mut found = BTreeMap::new();
    collect(folder, "", &mut found)?;
    Ok(found)
}

fn collect(folder: &Path, prefix: &str, found: &mut BTreeMap<String, Vec<u8>>) -> Result<()> {
    for entry in fs::read_dir(folder).with_context(|| format!("reading {}", folder.display()))? {
        let path = entry?.path();
        let name = path
            .file_name()
            .and_then(|name| name.to_str())
            .context("a name in dist/ is no text")?;
        if path.is_dir() {
            collect(&path, &format!("{prefix}{name}/"), found)?;
        } else {
            let content = fs::read(&path).with_context(|| format!("reading {}", path.display()))?;
            found.insert(format!("{prefix}{name}"), content);
        }
    }
    Ok(())
}

/// Every page: its policy, its base, its references; and that each route has one.
///
/// # Errors
/// With everything that is wrong.
pub fn pages(dist: &Path) -> Result<()> {
    let broken = pages::check(&files(dist)?);
    ensure!(broken.is_empty(), "{}", broken.join("\n"));
    Ok(())
}

/// The service worker: it names exactly the files that it should, as they are.
///
/// # Errors
/// With everything that is wrong.
pub fn worker(dist: &Path) -> Result<()> {
    let broken = worker::check(&files(dist)?);
    ensure!(broken.is_empty(), "{}", broken.join("\n"));
    Ok(())
}

/// That replacing `catalogue.json` is enough: no other file holds the site's title or an initiative's.
///
/// # Errors
/// With every file that does.
pub fn one_file_is_the_site(dist: &Path) -> Result<()> {
    let files = files(dist)?;
    let content = files
        .get("catalogue.json")
        .context("dist/ has no catalogue.json")?;
    let catalogue: Value = serde_json::from_slice(content).context("catalogue.json is not JSON")?;
    let initiatives = catalogue["initiatives"]
        .as_array()
        .context("catalogue.json has no initiatives")?;
    let titles = initiatives.iter().map(|initiative| &initiative["title"]);
    let texts: Vec<&str> = titles
        .chain([&catalogue["site"]["title"]])
        .filter_map(Value::as_str)
        .collect();
    ensure!(
        texts.iter().any(|text| !text.is_empty()),
        "catalogue.json has no title to look for"
    );
    let mut broken = Vec::new();
    for (path, content) in files.iter().filter(|(path, _)| path.as_str() != "catalogue.json") {
        for text in texts.iter().filter(|text| !text.is_empty()) {
            if content.windows(text.len()).any(|part| part == text.as_bytes()) {
                broken.push(format!("{path} holds « {text} »"));
            }
        }
    }
    ensure!(broken.is_empty(), "{}", broken.join("\n"));
    Ok(())
}
