//! The local changes on the device: loading, saving, batches, sweeping.

use super::key::Key;
use super::port::{Denied, Storage, WriteError};
use crate::domain::change::{Change, ChangeSet};
use crate::domain::id::Id;
use crate::domain::order;
use crate::format::change::{decode_change, encode_change};
use crate::format::json;

/// What was found at the start.
#[derive(Debug, Default)]
pub struct Loaded {
    /// The changes of finished saves and batches.
    pub changes: ChangeSet,
    /// The keys of texts that could not be read and were set aside, with those set aside earlier.
    pub aside: Vec<Id>,
    /// The changes of unfinished batches. The person never saw those batches succeed, so they may be
    /// forgotten, but only at a start: while the application runs, another tab may be at writing one.
    pub unfinished: Vec<Id>,
}

/// Loads every change. Unreadable ones are set aside; those of an unfinished batch are named and not
/// loaded.
///
/// # Errors
/// When the browser refuses.
pub fn load(storage: &impl Storage) -> Result<Loaded, Denied> {
    let keys: Vec<Key> = storage.keys()?.iter().filter_map(|key| Key::parse(key)).collect();
    let mut committed: Vec<&Id> = keys
        .iter()
        .filter_map(|key| match key {
            Key::Batch(id) => Some(id),
            _ => None,
        })
        .collect();
    order::sort_by(&mut committed, Ord::cmp);
    let mut loaded = Loaded::default();
    for key in &keys {
        match key {
            Key::Aside(id) => loaded.aside.push(id.clone()),
            Key::Change(id) => {
                let Some(text) = storage.read(key)? else { continue };
                match read(&text).filter(|change| change.id == *id) {
                    Some(change)
                        if change
                            .batch
                            .as_ref()
                            .is_none_or(|batch| committed.binary_search(&batch).is_ok()) =>
                    {
                        loaded.changes.insert(change);
                    }
                    Some(_) => loaded.unfinished.push(id.clone()),
                    None => loaded.aside.extend(set_aside(storage, key, &text)?),
                }
            }
            _ => {}
        }
    }
    Ok(loaded)
}

/// Moves an unreadable text out of the way, with its key on the first line, so that it can be
/// downloaded. Where there is no room for the copy, the text stays where it is.
///
/// # Errors
/// When the browser refuses.
pub fn set_aside(storage: &impl Storage, key: &Key, text: &str) -> Result<Option<Id>, Denied> {
    let name = key.text();
    let id = Id::derived(&[&name, text]);
    match storage.write(&Key::Aside(id.clone()), &[&name, "\n", text].concat()) {
        Ok(()) => {
            storage.remove(key)?;
            Ok(Some(id))
        }
        Err(WriteError::Full) => Ok(None),
        Err(WriteError::Denied) => Err(Denied),
    }
}

/// Keeps a change: one write.
///
/// # Errors
/// When it could not be kept; then nothing has changed.
pub fn save(storage: &impl Storage, change: &Change) -> Result<(), WriteError> {
    storage.write(
        &Key::Change(change.id.clone()),
        &json::write(&encode_change(change).into()),
    )
}

/// Keeps a batch of changes that carry its identifier: all of them or none.
///
/// # Errors
/// When one could not be kept; then those before it are taken back, and what a dying browser leaves
/// of them is swept at the next start.
pub fn save_batch(storage: &impl Storage, batch: &Id, changes: &[Change]) -> Result<(), WriteError> {
    let written = changes.iter().try_for_each(|change| save(storage, change));
    let commit = written.and_then(|()| storage.write(&Key::Batch(batch.clone()), &changes.len().to_string()));
    if commit.is_err() {
        for change in changes {
            // A refusal leaves uncommitted changes, which nobody will ever see.
            if storage.remove(&Key::Change(change.id.clone())).is_err() {
                break;
            }
        }
    }
    commit
}

/// Keeps a batch of changes and takes out those that it stands in place of, in the given order. All of
/// the batch or nothing; only once it is whole is anything taken out, so that a dying browser leaves
/// too much rather than too little.
///
/// # Errors
/// When the batch could not be kept; then nothing has changed. When the browser refuses a removal;
/// then the batch is there, and what was not yet taken out is too.
pub fn replace(
    storage: &impl Storage,
    batch: &Id,
    changes: &[Change],
    dropped: &[Id],
) -> Result<(), WriteError> {
    if !changes.is_empty() {
        save_batch(storage, batch, changes)?;
    }
    Ok(forget(storage, dropped)?)
}

/// Brings changes back and takes others out: the opposite of [`replace`]. All are brought back or
/// none, and only then is anything taken out.
///
/// # Errors
/// When one could not be kept; then nothing has changed. When the browser refuses a removal; then
/// both sides are there.
pub fn bring_back(storage: &impl Storage, changes: &[Change], dropped: &[Id]) -> Result<(), WriteError> {
    if let Err(error) = changes.iter().try_for_each(|change| save(storage, change)) {
        for change in changes {
            // What cannot be taken back either is a whole change that the person made and knows.
            if storage.remove(&Key::Change(change.id.clone())).is_err() {
                break;
            }
        }
        return Err(error);
    }
    Ok(forget(storage, dropped)?)
}

/// The change of a stored text.
fn read(text: &str) -> Option<Change> {
    // Nothing is lost: the caller sets the text aside.
    json::parse(text)
        .ok()
        .and_then(|value| decode_change(&value).ok())
}

/// Forgets changes.
///
/// # Errors
/// When the browser refuses.
pub fn forget(storage: &impl Storage, ids: &[Id]) -> Result<(), Denied> {
    ids.iter()
        .try_for_each(|id| storage.remove(&Key::Change(id.clone())))
}

#[cfg(test)]
mod tests {
    use super::{bring_back, forget, load, replace, save, save_batch};
    use crate::domain::change::{Change, Delta, Path, Target, TargetKind};
    use crate::domain::date::Timestamp;
    use crate::domain::id::Id;
    use crate::domain::value::Value;
    use crate::storage::key::Key;
    use crate::storage::memory::MemoryStorage;
    use crate::storage::port::{Storage, WriteError};

    fn id(text: &str) -> Id {
        Id::parse(text).unwrap()
    }

    fn change(name: &str, batch: Option<&str>) -> Change {
        Change {
            id: id(name),
            author: id("device"),
            at: Timestamp::parse("2026-01-01T00:00:00Z").unwrap(),
            target: Target {
                kind: TargetKind::Initiative,
                id: id("x"),
            },
            fields: vec![(
                Path::parse("title").unwrap(),
                Delta {
                    before: Value::Null,
                    after: Value::text("Masques"),
                },
            )],
            replaces: vec![],
            batch: batch.map(id),
        }
    }

    #[test]
    fn what_was_saved_is_loaded() {
        let storage = MemoryStorage::new();
        save(&storage, &change("a", None)).unwrap();
        let loaded = load(&storage).unwrap();
        assert_eq!(loaded.changes.get(&id("a")), Some(&change("a", None)));
        assert!(loaded.aside.is_empty());
    }

    #[test]
    fn an_unreadable_change_is_set_aside_and_reported() {
        let storage = MemoryStorage::new();
        for (key, text) in [
            ("change/a", "{\"id\":"),
            ("change/b", "not even JSON"),
            ("change/c", "{}"),
        ] {
            storage.plant(key, text);
        }
        let loaded = load(&storage).unwrap();
        assert!(loaded.changes.is_empty());
        assert_eq!(loaded.aside.len(), 3);
        let kept = storage
            .read(&Key::Aside(loaded.aside[0].clone()))
            .unwrap()
            .unwrap();
        assert_eq!(kept, "change/a\n{\"id\":");
        assert_eq!(
            load(&storage).unwrap().aside.len(),
            3,
            "and stays so at the next start"
        );
    }

    #[test]
    fn an_unreadable_change_stays_where_there_is_no_room_for_a_copy() {
        let storage = MemoryStorage::new();
        storage.plant("change/a", "not JSON");
        storage.set_room(Some(20));
        assert!(load(&storage).unwrap().changes.is_empty());
        assert_eq!(
            storage.read(&Key::Change(id("a"))).unwrap().as_deref(),
            Some("not JSON")
        );
    }

    #[test]
    fn keys_of_nobody_we_know_are_left_alone() {
        let storage = MemoryStorage::new();
        storage.plant("later/thing", "x");
        load(&storage).unwrap();
        assert_eq!(storage.snapshot().len(), 1);
    }

    #[test]
    fn a_batch_is_there_whole_or_not_at_all_wherever_it_stops() {
        let changes = [
            change("a", Some("lot")),
            change("b", Some("lot")),
            change("c", Some("lot")),
        ];
        for lives in 0..8 {
            let storage = MemoryStorage::new();
            save(&storage, &change("before", None)).unwrap();
            storage.die_after(Some(lives));
            let saved = save_batch(&storage, &id("lot"), &changes);
            storage.die_after(None);
            let loaded = load(&storage).unwrap();
            assert_eq!(
                loaded.changes.len(),
                if saved.is_ok() { 4 } else { 1 },
                "after {lives} writes"
            );
            forget(&storage, &loaded.unfinished).unwrap();
            let left = storage.keys().unwrap().len();
            assert_eq!(left, if saved.is_ok() { 5 } else { 1 }, "after {lives} writes");
        }
    }

    #[test]
    fn a_batch_that_does_not_fit_leaves_the_storage_as_it_was() {
        let storage = MemoryStorage::new();
        save(&storage, &change("before", None)).unwrap();
        let before = storage.snapshot();
        storage.set_room(Some(400));
        let changes = [
            change("a", Some("lot")),
            change("b", Some("lot")),
            change("c", Some("lot")),
        ];
        assert_eq!(save_batch(&storage, &id("lot"), &changes), Err(WriteError::Full));
        assert_eq!(storage.snapshot(), before);
    }

    fn loaded(storage: &MemoryStorage) -> Vec<String> {
        let changes = load(storage).unwrap().changes;
        changes
            .iter()
            .map(|change| change.id.as_str().to_owned())
            .collect()
    }

    #[test]
    fn replacing_loses_nothing_wherever_it_stops() {
        let new = [change("a", Some("lot")), change("b", Some("lot"))];
        for lives in 0..8 {
            let storage = MemoryStorage::new();
            let old = [change("y", None), change("z", None)];
            for old in &old {
                save(&storage, old).unwrap();
            }
            storage.die_after(Some(lives));
            let done = replace(&storage, &id("lot"), &new, &[id("y"), id("z")]);
            storage.die_after(None);
            let found = loaded(&storage);
            // Two changes, their commit, two removals.
            let expected: &[&str] = match lives {
                0..3 => &["y", "z"],
                3 => &["a", "b", "y", "z"],
                4 => &["a", "b", "z"],
                _ => &["a", "b"],
            };
            assert_eq!(found, expected, "after {lives} writes");
            assert_eq!(done.is_ok(), lives >= 5, "after {lives} writes");
        }
    }

    #[test]
    fn what_was_replaced_comes_back_whole_or_not_at_all() {
        let old = [change("y", None), change("z", None)];
        for lives in 0..6 {
            let storage = MemoryStorage::new();
            save(&storage, &change("a", None)).unwrap();
            storage.die_after(Some(lives));
            let done = bring_back(&storage, &old, &[id("a")]);
            storage.die_after(None);
            let found = loaded(&storage);
            assert_eq!(found.contains(&"a".to_owned()), lives < 3, "after {lives} writes");
            assert_eq!(done.is_ok(), lives >= 3);
            assert!(done.is_err() || found == ["y", "z"]);
        }
        let storage = MemoryStorage::new();
        save(&storage, &change("a", None)).unwrap();
        let before = storage.snapshot();
        storage.set_room(Some(450));
        assert_eq!(bring_back(&storage, &old, &[id("a")]), Err(WriteError::Full));
        assert_eq!(storage.snapshot(), before);
    }
}
