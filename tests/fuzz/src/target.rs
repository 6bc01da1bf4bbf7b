//! What is fuzzed: every reader with its corpus and its laws.

use std::fs;
use std::path::{Path, PathBuf};

use crate::{closed, laws, release, table};

/// One reader.
#[derive(Debug, Clone, Copy)]
pub struct Target {
    /// Its name, and that of its folder in the corpus.
    pub name: &'static str,
    /// Gives it an input; panics where a law is broken.
    pub check: fn(&[u8]),
}

/// Every reader of what comes from outside or out of the storage.
pub const ALL: &[Target] = &[
    target("json", laws::json),
    target("catalogue", laws::catalogue),
    target("contribution", laws::contribution),
    target("backup", laws::backup),
    target("handover", closed::handover),
    target("stored", laws::stored),
    target("packed", closed::packed),
    target("link", laws::link),
    target("gazetteer", laws::gazetteer),
    target("typed", laws::typed),
    target("release", release::release),
    target("table", table::table),
];

const fn target(name: &'static str, check: fn(&[u8])) -> Target {
    Target { name, check }
}

impl Target {
    /// The target of a name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        ALL.iter().copied().find(|target| target.name == name)
    }

    /// Its corpus, in the order of the files' names: what an input is made of depends on it.
    ///
    /// # Panics
    /// Where the corpus is not there.
    #[must_use]
    pub fn corpus(&self) -> Vec<Vec<u8>> {
        let own = Path::new(env!("CARGO_MANIFEST_DIR"));
        let mut paths = files(&own.join("corpus").join(self.name));
        for folder in self.fixtures() {
            paths.extend(files(&own.join("../fixtures").join(folder)));
        }
        assert!(!paths.is_empty(), "{} has no corpus", self.name);
        let read = |path: &PathBuf| fs::read(path).expect("a file of the corpus can be read");
        paths.iter().map(read).collect()
    }

    /// The folders of the golden files that are its corpus too.
    fn fixtures(&self) -> &'static [&'static str] {
        match self.name {
            "json" | "catalogue" | "contribution" | "backup" | "handover" => &["valid", "lenient"],
            _ => &[],
        }
    }
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else {
        return Vec::new();
    };
    let mut paths: Vec<PathBuf> = entries
        .map(|entry| entry.expect("a listed file").path())
        .collect();
    paths.retain(|path| path.is_file());
    paths.sort();
    paths
}
