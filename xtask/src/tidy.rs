//! The project's own rules, which no general linter knows.

mod layers;
mod locales;
mod names;
mod shape;
mod source;

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, ensure};

use crate::process;
use crate::texts::Texts;

/// A file of the clone: its path with slashes, and its text.
#[derive(Debug, Clone, PartialEq, Eq)]
struct SourceFile {
    path: String,
    text: String,
}

impl SourceFile {
    fn is_rust(&self) -> bool {
        Path::new(&self.path)
            .extension()
            .is_some_and(|extension| extension == "rs")
    }
}

/// Checks every rule on every file that is, or may become, part of the repository.
///
/// # Errors
/// With every place that breaks a rule.
pub fn check(root: &Path) -> Result<()> {
    let files = files(root)?;
    let mut broken = Vec::new();
    for file in &files {
        broken.extend(layers::check(file));
        broken.extend(shape::check(file));
        broken.extend(names::check(file));
    }
    broken.extend(locales::check(&Texts::read(root)?));
    ensure!(
        broken.is_empty(),
        "{}\n{} places break a rule of the project",
        broken.join("\n"),
        broken.len()
    );
    println!("   {} files hold to the rules", files.len());
    Ok(())
}

/// Every text file that git knows or would add; what is no UTF-8 (pictures) is left out.
fn files(root: &Path) -> Result<Vec<SourceFile>> {
    let listed = process::output(
        Command::new("git")
            .args(["ls-files", "--cached", "--others", "--exclude-standard", "-z"])
            .current_dir(root),
    )?;
    let mut files = Vec::new();
    for path in listed.split('\0').filter(|path| !path.is_empty()) {
        let full = root.join(path);
        if !full.is_file() {
            continue; // Removed, and the removal not yet committed.
        }
        let bytes = fs::read(&full).with_context(|| format!("reading {path}"))?;
        if let Ok(text) = String::from_utf8(bytes) {
            files.push(SourceFile {
                path: path.to_owned(),
                text,
            });
        }
    }
    Ok(files)
}

#[cfg(test)]
fn file(path: &str, text: &str) -> SourceFile {
    SourceFile {
        path: path.to_owned(),
        text: text.to_owned(),
    }
}
