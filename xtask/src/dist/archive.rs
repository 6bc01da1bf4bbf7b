//! The zip for an association: the same application with an empty catalogue, the example beside it, and a READ ME.
//!
//! Two builds of the same files give the same bytes: entries are sorted and carry no time.

use std::fs::{self, File};
use std::io::Write as _;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// What replaces or joins the files of `dist/`: the name in the zip, and the file in `xtask/package/`.
const ADDED: [(&str, &str); 5] = [
    ("LISEZ-MOI.txt", "LISEZ-MOI.txt"),
    ("READ-ME.txt", "READ-ME.txt"),
    ("catalogue.json", "catalogue.json"),
    ("hebergement/github-pages.yml", "hebergement/github-pages.yml"),
    ("hebergement/gitlab-ci.yml", "hebergement/gitlab-ci.yml"),
];

/// The example's name in the zip.
const EXAMPLE: &str = "catalogue-exemple-pas-de-calais.json";

/// Writes `solidaire-<version>.zip` beside `dist/`.
pub(super) fn write(root: &Path, dist: &Path, example: &Path) -> Result<()> {
    let mut entries: Vec<(String, PathBuf)> = Vec::new();
    list(dist, "", &mut entries)?;
    entries.retain(|(name, _)| ADDED.iter().all(|(added, _)| name != added));
    entries.extend(ADDED.map(|(name, file)| (name.to_owned(), root.join("xtask/package").join(file))));
    entries.push((EXAMPLE.to_owned(), example.to_owned()));
    entries.sort();

    let path = root.join(format!("solidaire-{}.zip", env!("CARGO_PKG_VERSION")));
    let file = File::create(&path).with_context(|| format!("creating {}", path.display()))?;
    let mut zip = ZipWriter::new(file);
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .compression_level(Some(9))
        .last_modified_time(DateTime::DEFAULT)
        .unix_permissions(0o644);
    for (name, source) in &entries {
        zip.start_file(name.as_str(), options)
            .with_context(|| format!("adding {name}"))?;
        let content = fs::read(source).with_context(|| format!("reading {}", source.display()))?;
        zip.write_all(&content)
            .with_context(|| format!("packing {name}"))?;
    }
    zip.finish()
        .with_context(|| format!("closing {}", path.display()))?;
    Ok(())
}

/// Every file below `folder`, with its path in the zip.
fn list(folder: &Path, prefix: &str, entries: &mut Vec<(String, PathBuf)>) -> Result<()> {
    for entry in fs::read_dir(folder).with_context(|| format!("reading {}", folder.display()))? {
        let path = entry?.path();
        let name = path
            .file_name()
            .and_then(|name| name.to_str())
            .context("a name in dist/ is no text")?;
        let name = format!("{prefix}{name}");
        if path.is_dir() {
            list(&path, &format!("{name}/"), entries)?;
        } else {
            entries.push((name, path));
        }
    }
    Ok(())
}
