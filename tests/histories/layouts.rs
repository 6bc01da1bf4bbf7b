//! Storages of every layout that was ever written: each is read as it was, and migrated whole. The files
//! are in `tests/fixtures/storage/`; `SOLIDAIRE_BLESS=1` writes the expected ones anew.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use solidaire::domain::value::{Object, Value};
use solidaire::format::json;
use solidaire::storage::changes::{self, Edit};
use solidaire::storage::key::Key;
use solidaire::storage::layout::{self, Guarded, LAYOUT, Layout};
use solidaire::storage::memory::{MemoryStorage, Stop};
use solidaire::storage::port::{Storage, WriteError};
use solidaire::storage::{erasing, journal, private, whole};

use crate::device::{Device, Memory, copy, id};
use crate::steps::Step;

fn file(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("tests/fixtures/storage")
        .join(name)
}

fn read(name: &str) -> MemoryStorage {
    let text = fs::read_to_string(file(name)).unwrap();
    let storage = MemoryStorage::new();
    let Ok(Value::Object(entries)) = json::parse(&text) else {
        panic!("{name} is an object of keys and texts");
    };
    for (key, text) in entries {
        storage.plant(&key, text.as_text().unwrap());
    }
    storage
}

fn written(entries: &BTreeMap<String, String>) -> String {
    let entries = entries.iter().map(|(key, text)| (key.clone(), Value::text(text)));
    json::write_pretty(&Value::Object(entries.collect::<Object>()))
}

/// Everything that stands in a storage, in words: the changes as JSON.
fn told(storage: &MemoryStorage) -> String {
    let loaded = changes::load(storage).unwrap();
    let changes = loaded.changes.iter();
    let changes: Vec<String> = changes
        .map(|change| json::write(&solidaire::format::change::encode_change(change).into()))
        .collect();
    format!("{changes:#?}\n{:#?}", private::load(storage).unwrap())
}

#[test]
fn the_first_layout_becomes_the_present_one() {
    let storage = read("layout-1.json");
    assert_eq!(layout::layout(&storage), Ok(Layout::Unmarked));
    let before = told(&storage);
    layout::migrate(&storage, &id("migration")).unwrap();
    assert_eq!(told(&storage), before, "the same is read");
    assert_eq!(layout::layout(&storage), Ok(Layout::Known(LAYOUT)));
    let migrated = written(&storage.snapshot());
    if std::env::var_os("SOLIDAIRE_BLESS").is_some() {
        fs::write(file("layout-1.migrated.json"), &migrated).unwrap();
    }
    assert_eq!(
        migrated,
        fs::read_to_string(file("layout-1.migrated.json")).unwrap()
    );
    // What was unfinished is swept by the second start that is alone.
    for _ in 0..2 {
        journal::recover(&storage).unwrap();
        assert!(storage.snapshot().contains_key("change/unfinished"));
        journal::sweep(&storage).unwrap();
    }
    assert!(!storage.snapshot().contains_key("change/unfinished"));
    assert_eq!(told(&storage), before);
}

#[test]
fn a_migration_that_stops_anywhere_has_not_begun_or_is_done() {
    let before = told(&read("layout-1.json"));
    for stop in Stop::ALL {
        for writes in 0..6 {
            let storage = read("layout-1.json");
            storage.stop_after(writes, stop);
            let done = layout::migrate(&storage, &id("migration"));
            storage.go_on();
            assert_eq!(told(&storage), before, "{stop:?} after {writes}");
            journal::recover(&storage).unwrap();
            let layout = layout::layout(&storage).unwrap();
            assert!(matches!(layout, Layout::Unmarked | Layout::Known(LAYOUT)));
            if stop != Stop::Dropped {
                assert_eq!(
                    done.is_ok(),
                    layout == Layout::Known(LAYOUT),
                    "{stop:?} after {writes}"
                );
            }
            layout::migrate(&storage, &id("again")).unwrap();
            assert_eq!(layout::layout(&storage), Ok(Layout::Known(LAYOUT)));
            assert_eq!(told(&storage), before, "{stop:?} after {writes}");
        }
    }
}

/// The present layout is held by a file too: another form of the same needs another version.
#[test]
fn the_present_layout_is_written_as_ever() {
    let mut device = Device::start(MemoryStorage::new(), Memory::default());
    let steps = [
        Step::Save {
            entry: 0,
            field: 0,
            text: 1,
        },
        Step::SavePrivately {
            entry: 1,
            text: 2,
            contacts: [1, 0],
        },
        Step::Import {
            entries: 12,
            text: 3,
            replace: false,
        },
        Step::Hide {
            entry: 1,
            hidden: true,
        },
        Step::Set { text: 1 },
        Step::Draft { entry: 2, text: 1 },
    ];
    for step in steps {
        step.run(&mut device).unwrap();
    }
    let storage = copy(device.store.inner());
    // An import that a page left behind.
    storage.plant(
        "change/half",
        &storage.snapshot().values().next().cloned().unwrap_or_default(),
    );
    storage.plant(
        "journal/left",
        r#"{"put":["change/half","batch/left"],"room":"","set":[],"remove":[]}"#,
    );
    let name = "layout-2.json";
    if std::env::var_os("SOLIDAIRE_BLESS").is_some() {
        fs::write(file(name), written(&storage.snapshot())).unwrap();
    }
    assert_eq!(
        written(&storage.snapshot()),
        fs::read_to_string(file(name)).unwrap()
    );
    assert_eq!(told(&read(name)), told(&storage));
    layout::migrate(&storage, &id("migration")).unwrap();
    assert_eq!(storage.snapshot(), read(name).snapshot(), "nothing to migrate");
}

#[test]
fn nothing_is_written_over_a_newer_layout_not_even_by_a_page_that_was_open_before() {
    let store = Guarded::new(MemoryStorage::new());
    let inner = store.inner();
    let earlier = Device::start(read("layout-2.json"), Memory::default()).workspace;
    let keep: Vec<_> = earlier.changes().iter().cloned().collect();
    changes::keep(&store, &id("first"), Edit::of(&keep)).unwrap();
    assert_eq!(inner.snapshot()["layout"], LAYOUT.to_string());
    // Another page, of a newer version, comes to the same storage.
    for newer in ["3", "99999999999", "later", ""] {
        inner.plant("layout", newer);
        inner.plant("form/of/later", "?");
        let before = inner.snapshot();
        assert_eq!(layout::layout(&store), Ok(Layout::Newer), "{newer}");
        let takes_out: Vec<_> = keep.iter().map(|change| change.id.clone()).collect();
        let edits = [
            Edit::of(&keep[..1]),
            Edit {
                take_out: &takes_out,
                ..Edit::default()
            },
        ];
        for edit in edits {
            assert_eq!(changes::keep(&store, &id("second"), edit), Err(WriteError::Newer));
        }
        assert_eq!(store.write(&Key::Draft(None), "x"), Err(WriteError::Newer));
        assert_eq!(store.remove(&Key::Draft(None)), Err(WriteError::Newer));
        assert_eq!(erasing::erase(&store), Err(WriteError::Newer));
        assert_eq!(
            whole::restore(&store, &id("r"), &[("draft/".into(), "x".into())]),
            Err(WriteError::Newer)
        );
        let _refused = layout::migrate(&store, &id("migration"));
        let _refused = (journal::recover(&store), journal::sweep(&store));
        assert_eq!(inner.snapshot(), before, "{newer}");
    }
}

#[test]
fn a_page_that_was_replaced_writes_nothing_and_goes_on_reading() {
    let store = Guarded::new(MemoryStorage::new());
    store.write(&Key::Draft(None), "before").unwrap();
    let before = store.inner().snapshot();
    store.retire();
    assert_eq!(store.write(&Key::Draft(None), "after"), Err(WriteError::Newer));
    assert_eq!(store.remove(&Key::Draft(None)), Err(WriteError::Newer));
    assert_eq!(store.read(&Key::Draft(None)), Ok(Some("before".into())));
    store.inner().plant("layout", "0");
    assert_eq!(store.write(&Key::Draft(None), "after"), Err(WriteError::Newer));
    assert_eq!(
        store.inner().snapshot().len(),
        before.len(),
        "nor does it finish an erasing"
    );
}
