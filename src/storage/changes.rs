//! The local changes on the device: loading, saving, batches, sweeping.

use super::aside::{Aside, set_aside};
use super::excerpts::{self, Exchange};
use super::journal::{self, Transaction, View};
use super::key::Key;
use super::port::{Denied, Storage, WriteError};
use super::private;
use crate::domain::change::{Change, ChangeSet};
use crate::domain::contact::Contact;
use crate::domain::id::Id;
use crate::domain::settle::Settling;
use crate::format::change::{decode_change, encode_change};
use crate::format::json;
use crate::format::packed::{pack, unpack};

/// What was found at the start.
#[derive(Debug, Default)]
pub struct Loaded {
    /// The changes of finished saves and batches.
    pub changes: ChangeSet,
    /// The texts that could not be read, with those set aside earlier.
    pub aside: Vec<Aside>,
}

/// Loads every change. Unreadable ones are set aside; those of a batch without its commit key are not
/// loaded.
///
/// # Errors
/// When the browser refuses.
pub fn load(storage: &impl Storage) -> Result<Loaded, Denied> {
    let view = View::open(storage)?;
    let mut loaded = Loaded::default();
    for key in view.keys() {
        match key {
            Key::Aside(id) => loaded.aside.push(Aside::moved(id.clone())),
            Key::Change(id) => {
                let Some(text) = view.read(key)? else { continue };
                let Some(change) = read(&text).filter(|change| change.id == *id) else {
                    loaded.aside.push(set_aside(storage, key, &text)?);
                    continue;
                };
                let batch = change.batch.clone().map(Key::Batch);
                if batch.is_none_or(|batch| view.holds(&batch)) {
                    loaded.changes.insert(change);
                }
            }
            _ => {}
        }
    }
    Ok(loaded)
}

/// Of these changes the ones that stand here, as they stand by now. One that cannot be read is none: it is
/// set aside where all are loaded.
///
/// # Errors
/// When the browser refuses.
pub fn find(storage: &impl Storage, ids: &[Id]) -> Result<ChangeSet, Denied> {
    let view = View::open(storage)?;
    let mut found = ChangeSet::default();
    for id in ids {
        let text = view.read(&Key::Change(id.clone()))?;
        if let Some(change) = text.as_deref().and_then(read).filter(|change| change.id == *id) {
            found.insert(change);
        }
    }
    Ok(found)
}

/// Keeps a change: one write.
///
/// # Errors
/// When it could not be kept; then nothing has changed.
pub fn save(storage: &impl Storage, change: &Change) -> Result<(), WriteError> {
    let (key, text) = stored(change);
    storage.write(&key, &text)
}

/// The key and the text of a change.
pub(super) fn stored(change: &Change) -> (Key, String) {
    let text = json::write(&encode_change(change).into());
    (Key::Change(change.id.clone()), pack(&text))
}

/// What a person did at once: changes, and the private contacts beside them.
#[derive(Debug, Clone, Copy, Default)]
pub struct Edit<'a> {
    /// The changes to keep.
    pub keep: &'a [Change],
    /// The changes to take out.
    pub take_out: &'a [Id],
    /// An initiative with its private contacts before and after.
    pub private: Option<(&'a Id, &'a [Contact], &'a [Contact])>,
}

impl<'a> Edit<'a> {
    /// An edit of nothing but new changes.
    #[must_use]
    pub const fn of(keep: &'a [Change]) -> Self {
        Self {
            keep,
            take_out: &[],
            private: None,
        }
    }
}

/// Keeps all of an edit or nothing: one write where it is one change. `id` is new.
///
/// # Errors
/// When it could not be kept; then nothing has changed.
pub fn keep(storage: &impl Storage, id: &Id, edit: Edit) -> Result<(), WriteError> {
    if let ([change], [], None) = (edit.keep, edit.take_out, edit.private) {
        // It costs the same however much is stored: no other key is looked at.
        return save(storage, change);
    }
    let mut transaction = Transaction {
        write: edit.keep.iter().map(stored).collect(),
        remove: edit.take_out.iter().cloned().map(Key::Change).collect(),
    };
    if let Some((initiative, before, after)) = edit.private {
        private::replace(&mut transaction, initiative, before, after);
    }
    journal::commit(storage, id, &transaction)
}

/// Keeps a batch of changes that carry its identifier, and takes out those that it stands in place of:
/// all of it or nothing.
///
/// # Errors
/// When it could not be kept; then nothing has changed.
pub fn save_batch(
    storage: &impl Storage,
    batch: &Id,
    changes: &[Change],
    dropped: &[Id],
) -> Result<(), WriteError> {
    save_batch_with(storage, batch, changes, dropped, &[], &Exchange::default()).map(drop)
}

/// Private contacts of an initiative, before and after.
pub type PrivateEdit<'a> = (&'a Id, &'a [Contact], &'a [Contact]);

/// Keeps a batch as [`save_batch`] does, with private contacts of several initiatives beside it, and the
/// passages that they were read from. Without a change it is the taking back of one.
///
/// Where there is no room for the passages, the rest is kept without them: nothing else is so easily done
/// without. Gives whether they were kept too.
///
/// # Errors
/// When it could not be kept; then nothing has changed.
pub fn save_batch_with(
    storage: &impl Storage,
    batch: &Id,
    changes: &[Change],
    dropped: &[Id],
    private: &[PrivateEdit],
    excerpts: &Exchange,
) -> Result<bool, WriteError> {
    let mut transaction = Transaction {
        write: changes.iter().map(stored).collect(),
        remove: dropped.iter().cloned().map(Key::Change).collect(),
    };
    let of_batch = |change: &Change| change.batch.as_ref() == Some(batch);
    if changes.iter().any(of_batch) {
        transaction
            .write
            .push((Key::Batch(batch.clone()), changes.len().to_string()));
    }
    for (initiative, before, after) in private {
        private::replace(&mut transaction, initiative, before, after);
    }
    let mut whole = transaction.clone();
    excerpts::exchange(&mut whole, excerpts);
    match journal::commit(storage, batch, &whole) {
        Err(WriteError::Full) if !excerpts.keep.is_empty() => {
            excerpts::exchange(&mut transaction, &excerpts.without_keeping());
            journal::commit(storage, batch, &transaction).map(|()| false)
        }
        done => done.map(|()| true),
    }
}

/// The change of a stored text.
pub(super) fn read(text: &str) -> Option<Change> {
    let unpacked = unpack(text);
    // A text of layout 1 is JSON as it is. Nothing is lost: the caller sets aside what cannot be read.
    json::parse(unpacked.as_deref().unwrap_or(text))
        .ok()
        .and_then(|value| decode_change(&value).ok())
}

/// Lets go of what has nothing left to say, one step after another, each a single write or removal: at
/// whichever it stops, what is shown is as it was. Gives how many steps were taken; those that the
/// browser refuses do no harm where they stand.
pub fn settle(storage: &impl Storage, steps: &[Settling]) -> usize {
    let take = |step: &Settling| match step {
        Settling::Forget(id) => storage.remove(&Key::Change(id.clone())),
        Settling::Trim(change) => save(storage, change),
    };
    steps.iter().take_while(|step| take(step).is_ok()).count()
}

#[cfg(test)]
mod tests {
    use super::{load, save, save_batch};
    use crate::domain::change::{Change, Delta, Path, Target, TargetKind};
    use crate::domain::date::Timestamp;
    use crate::domain::id::Id;
    use crate::domain::value::Value;
    use crate::storage::memory::MemoryStorage;
    use crate::storage::port::WriteError;

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
        let kept = loaded.aside[0].text(&storage).unwrap().unwrap();
        assert_eq!(kept, "change/a\n{\"id\":");
        assert_eq!(
            load(&storage).unwrap().aside.len(),
            3,
            "and stays so at the next start"
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
    fn a_batch_is_seen_with_its_commit_key_alone() {
        let storage = MemoryStorage::new();
        save(&storage, &change("a", Some("lot"))).unwrap();
        assert!(load(&storage).unwrap().changes.is_empty());
        storage.plant("batch/lot", "1");
        assert_eq!(load(&storage).unwrap().changes.len(), 1);
    }

    #[test]
    fn a_batch_that_does_not_fit_leaves_the_storage_as_it_was() {
        let storage = MemoryStorage::new();
        save(&storage, &change("before", None)).unwrap();
        let before = storage.snapshot();
        storage.set_room(Some(250));
        let changes = [
            change("a", Some("lot")),
            change("b", Some("lot")),
            change("c", Some("lot")),
        ];
        assert_eq!(
            save_batch(&storage, &id("lot"), &changes, &[]),
            Err(WriteError::Full)
        );
        assert_eq!(storage.snapshot(), before);
    }
}
