//! Whether two builds of one commit give the same bytes: two clones in two folders, each built whole, every
//! file compared. It takes some minutes and is no part of the other checks.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, ensure};

use super::Options;
use crate::setup::BuildTools;
use crate::{dist_check, hash, process};

/// Two names of different length: a path that finds its way into a file moves what follows it.
const FOLDERS: [&str; 2] = ["a", "another-folder"];

/// Builds what is committed twice and compares.
///
/// # Errors
/// When a build fails, or with every file that differs.
pub fn check(root: &Path, tools: &BuildTools) -> Result<()> {
    let work = std::env::temp_dir().join(format!("solidaire-twice-{}", std::process::id()));
    let compared = FOLDERS
        .map(|name| build(root, tools, &work.join(name)))
        .into_iter()
        .collect::<Result<Vec<_>>>()
        .and_then(|built| compare(&built[0], &built[1]));
    if work.exists() {
        fs::remove_dir_all(&work).with_context(|| format!("removing {}", work.display()))?;
    }
    compared
}

/// Every file that one build makes, by its name, with its hash.
type Built = BTreeMap<String, String>;

fn build(root: &Path, tools: &BuildTools, clone: &Path) -> Result<Built> {
    process::run(
        Command::new("git")
            .args(["clone", "--quiet", "--no-hardlinks"])
            .arg(root)
            .arg(clone),
    )?;
    let dist = super::build(clone, tools, &Options::default())?;
    let mut built: Built = dist_check::files(&dist)?
        .into_iter()
        .map(|(path, content)| (path, hash::base64(&content)))
        .collect();
    for entry in fs::read_dir(clone).with_context(|| format!("reading {}", clone.display()))? {
        let path = entry?.path();
        let name = path.file_name().and_then(|name| name.to_str());
        if let Some(name) = name.filter(|name| name.starts_with("solidaire-")) {
            let content = fs::read(&path).with_context(|| format!("reading {}", path.display()))?;
            built.insert(name.to_owned(), hash::base64(&content));
        }
    }
    Ok(built)
}

fn compare(one: &Built, two: &Built) -> Result<()> {
    let names: BTreeSet<&String> = one.keys().chain(two.keys()).collect();
    let differing: Vec<&str> = names
        .iter()
        .filter(|name| one.get(**name) != two.get(**name))
        .map(|name| name.as_str())
        .collect();
    ensure!(
        differing.is_empty(),
        "{} of {} files differ:\n{}",
        differing.len(),
        names.len(),
        differing.join("\n")
    );
    println!("   {} files, the same bytes twice", names.len());
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_differs_or_is_missing_is_named() {
        let built = |files: &[(&str, &str)]| -> Built {
            let files = files.iter();
            files
                .map(|(name, hash)| ((*name).to_owned(), (*hash).to_owned()))
                .collect()
        };
        let one = built(&[("a", "1"), ("b", "2")]);
        assert!(compare(&one, &one).is_ok());
        let told = compare(&one, &built(&[("a", "1"), ("b", "3"), ("c", "4")])).unwrap_err();
        assert_eq!(told.to_string(), "2 of 3 files differ:\nb\nc");
    }
}
