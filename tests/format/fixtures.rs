//! Golden files. `tests/fixtures/valid` holds files as the strict writer writes them: they come back
//! to the last character. `tests/fixtures/lenient` holds what people and attackers write: each stands
//! beside `*.expected.json`, the warnings and the catalogue that it becomes.
//!
//! After a deliberate change, `SOLIDAIRE_BLESS=1 cargo test --test format` rewrites the expected files;
//! the difference is then for a person to read.

use std::fs;
use std::path::{Path, PathBuf};

use solidaire::domain::value::{Object, Value};
use solidaire::format::refusal::Format;
use solidaire::format::warning::{Warning, Warnings};
use solidaire::format::{backup, contribution, handover, json, v1};

/// The files of a folder of fixtures whose names end so.
pub(crate) fn files(folder: &str, ending: &str) -> Vec<(PathBuf, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/fixtures")
        .join(folder);
    let mut paths: Vec<PathBuf> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    paths.retain(|path| path.to_str().unwrap().ends_with(ending));
    paths.sort();
    assert!(!paths.is_empty(), "no fixture ends with {ending}");
    let read = |path: PathBuf| {
        let text = fs::read_to_string(&path).unwrap();
        (path, text)
    };
    paths.into_iter().map(read).collect()
}

#[test]
fn valid_files_come_back_to_the_last_character() {
    for (path, text) in files("valid", ".json") {
        let (written, warnings) = match Format::of(&json::parse(&text).unwrap()) {
            Format::Catalogue => {
                let reading = v1::read_catalogue_text(&text).unwrap();
                (v1::write_catalogue(&reading.value), reading.warnings)
            }
            Format::Contribution => {
                let reading = contribution::read_contribution_text(&text).unwrap();
                (contribution::write_contribution(&reading.value), reading.warnings)
            }
            Format::Backup => {
                let reading = backup::read_backup_text(&text).unwrap();
                (backup::write_backup(&reading.value), reading.warnings)
            }
            Format::Handover => {
                let reading = handover::read_handover(json::parse(&text).unwrap()).unwrap();
                (handover::write_handover(&reading.value), reading.warnings)
            }
            Format::Foreign(format) => panic!("{} says {format:?}", path.display()),
        };
        assert_eq!(json::write_pretty(&written), text, "{}", path.display());
        assert_eq!(warnings.list(), [], "{}", path.display());
    }
}

#[test]
fn lenient_readings_are_as_expected() {
    for (path, text) in files("lenient", ".json") {
        if path.to_str().unwrap().ends_with(".expected.json") {
            continue;
        }
        let reading = v1::read_catalogue_text(&text).unwrap();
        let mut outcome = Object::new();
        outcome.set("warnings", warnings(&reading.warnings));
        outcome.set(
            "refused",
            Value::number(f64::from(u32::try_from(reading.warnings.refused()).unwrap())),
        );
        outcome.set("catalogue", v1::write_catalogue(&reading.value));
        let outcome = json::write_pretty(&Value::Object(outcome));
        let expected = path.with_extension("expected.json");
        if std::env::var_os("SOLIDAIRE_BLESS").is_some() {
            fs::write(&expected, &outcome).unwrap();
        }
        assert_eq!(
            outcome,
            fs::read_to_string(&expected).unwrap(),
            "{}",
            path.display()
        );

        let catalogue = v1::write_catalogue(&reading.value);
        let again = v1::read_catalogue(catalogue.clone()).unwrap();
        assert_eq!(
            v1::write_catalogue(&again.value),
            catalogue,
            "what was repaired stays as it is"
        );
    }
}

/// The warnings as lines: place, what is wrong, entry.
fn warnings(warnings: &Warnings) -> Value {
    let line = |warning: &Warning| {
        let entry = warning.entry.as_deref().unwrap_or("the file");
        Value::Text(format!("{}: {} ({entry})", warning.place, warning.kind.code()))
    };
    Value::List(warnings.list().iter().map(line).collect())
}
