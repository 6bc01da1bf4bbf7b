//! An invented release with what a careful person reads in it.

use std::fs;
use std::path::{Path, PathBuf};

use solidaire::communique::read::{Known, Reading, read};
use solidaire::domain::gazetteer::Gazetteer;
use solidaire::domain::id::Id;
use solidaire::domain::theme::Theme;
use solidaire::domain::value::{Object, Value};
use solidaire::format::{gazetteer, json};

/// A release and its expected reading.
pub(crate) struct Fixture {
    pub(crate) name: String,
    pub(crate) source: String,
    pub(crate) expected: Object,
    gazetteer: Gazetteer,
    themes: Vec<Theme>,
}

/// When a release came to those that rules are written with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Round {
    /// The rules were first written with it.
    First,
    /// It was held out, and read when the rules were mended for the first time.
    Second,
    /// It was held out, and read when they were mended again.
    Third,
    /// It was held out, and read when they were mended for the third time.
    Fourth,
    /// It was held out, and read when they were mended for the fourth time.
    Fifth,
    /// It was held out, and read when they were mended for the fifth time.
    Sixth,
    /// It was held out beside the sixth, by another author, and read at the same time.
    Seventh,
    /// So was this one.
    Eighth,
}

/// The folder of this name, by the names of the files. One that is empty or missing has none.
pub(crate) fn folder(name: &str) -> Vec<Fixture> {
    let folder = root().join("tests/communique/fixtures").join(name);
    let Ok(entries) = fs::read_dir(&folder) else {
        return Vec::new();
    };
    let mut paths: Vec<PathBuf> = entries
        .map(|entry| entry.expect("a listed file").path())
        .collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "json"));
    paths.sort();
    paths.iter().map(|path| Fixture::of(path)).collect()
}

/// The gazetteer of a department.
pub(crate) fn gazetteer_of(department: &str) -> Gazetteer {
    let path = root()
        .join("public/communes")
        .join([department, ".json"].concat());
    let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    gazetteer::read(&json::parse(&text).expect("the gazetteer is JSON")).expect("it is a gazetteer")
}

/// The clone.
pub(crate) fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

impl Fixture {
    fn of(path: &Path) -> Self {
        let name = path
            .file_stem()
            .expect("it has a name")
            .to_string_lossy()
            .into_owned();
        let text = fs::read_to_string(path).expect("it is there");
        let expected = json::parse(&text).unwrap_or_else(|error| panic!("{name}: {error}"));
        let Value::Object(expected) = expected else {
            panic!("{name} is no object")
        };
        let sources = ["txt", "html"].map(|extension| path.with_extension(extension));
        let source = sources.iter().find_map(|path| fs::read_to_string(path).ok());
        let department = expected.text("department").unwrap_or("62").to_owned();
        let themes = expected.get("themes").and_then(Value::as_object);
        let themes = themes.into_iter().flat_map(Object::iter).map(|(id, label)| {
            let mut labels = Object::new();
            labels.set("fr", label.as_text().unwrap_or_default());
            Theme {
                id: Id::parse(id).expect("a theme's id"),
                label: labels,
                extra: Object::new(),
            }
        });
        Self {
            source: source.unwrap_or_else(|| panic!("{name} has no source")),
            gazetteer: gazetteer_of(&department),
            themes: themes.collect(),
            name,
            expected,
        }
    }

    /// The round that it was written for, by its number.
    pub(crate) fn round(&self) -> Round {
        let number = self.name.split('-').next().unwrap_or_default();
        match number.parse().unwrap_or(0_u32) {
            ..=100 => Round::First,
            101..=144 => Round::Second,
            145..=188 => Round::Third,
            189..=228 => Round::Fourth,
            229..=268 => Round::Fifth,
            269..=308 => Round::Sixth,
            309..=348 => Round::Seventh,
            _ => Round::Eighth,
        }
    }

    /// What the reader makes of it.
    pub(crate) fn read(&self) -> Reading {
        let gazetteers = [&self.gazetteer];
        let known = Known {
            gazetteers: &gazetteers,
            themes: &self.themes,
            ..Known::default()
        };
        read(&self.source, &known).expect("it is not too long")
    }

    /// The drafts that are expected.
    pub(crate) fn drafts(&self) -> Vec<&Object> {
        objects(&self.expected, "drafts")
    }

    /// Where a draft's quotation stands in the source, whatever blanks and markup are between its words.
    pub(crate) fn place_of(&self, quotation: &str) -> Option<usize> {
        let wanted: Vec<char> = quotation.chars().filter(|c| is_kept(*c)).collect();
        let source: Vec<(usize, char)> = self.source.char_indices().filter(|(_, c)| is_kept(*c)).collect();
        let found = source
            .windows(wanted.len().max(1))
            .position(|window| window.iter().map(|(_, c)| *c).eq(wanted.iter().copied()));
        found.map(|found| source[found].0)
    }
}

fn is_kept(c: char) -> bool {
    !c.is_whitespace() && c != '>' && c != '-' && c != '\u{ad}'
}

/// The objects of a list.
pub(crate) fn objects<'a>(object: &'a Object, field: &str) -> Vec<&'a Object> {
    let list = object.get(field).and_then(Value::as_list).unwrap_or_default();
    list.iter().filter_map(Value::as_object).collect()
}

/// The texts of a list.
pub(crate) fn texts<'a>(object: &'a Object, field: &str) -> Vec<&'a str> {
    let list = object.get(field).and_then(Value::as_list).unwrap_or_default();
    list.iter().filter_map(Value::as_text).collect()
}
