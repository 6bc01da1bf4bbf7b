//! Everything of this device at once: taken out as a backup, put back.

use std::collections::BTreeSet;

use super::changes;
use super::journal::{self, View};
use super::key::Key;
use super::layout::{self, Layout};
use super::memory::MemoryStorage;
use super::port::{Denied, Storage, WriteError};
use super::removal;
use crate::domain::id::Digest;
use crate::domain::id::Id;
use crate::domain::order;

/// Every stored text under its key, as it is, in the order of the keys: what a backup holds. What is
/// half-way is in it as it is seen, before or after. The note of the kept edition stays: it is about
/// bytes that only this device has.
///
/// # Errors
/// When the browser refuses.
pub fn entries(storage: &impl Storage) -> Result<Vec<(String, String)>, Denied> {
    let view = View::open(storage)?;
    let mut entries = Vec::new();
    for key in view.keys().filter(|key| **key != Key::Edition) {
        if let Some(text) = view.read(key)? {
            entries.push((key.text(), text));
        }
    }
    order::sort_by(&mut entries, |(one, _), (two, _)| one.cmp(two));
    Ok(entries)
}

/// What another device needs of this one: everything that a backup holds, but what belongs to this
/// device alone.
///
/// # Errors
/// When the browser refuses.
pub fn shared_entries(storage: &impl Storage) -> Result<Vec<(String, String)>, Denied> {
    let mut shared = entries(storage)?;
    shared.retain(|(name, _)| is_shared(name));
    Ok(shared)
}

/// Whether what stands under a key is of use on somebody else's device. Whoever makes a change there
/// is its author, and a layout, a setting, an own name or a note about this device says nothing of that
/// one.
#[must_use]
pub fn is_shared(name: &str) -> bool {
    !matches!(
        Key::of(name),
        Key::Layout
            | Key::Device
            | Key::Former(_)
            | Key::Edition
            | Key::Setting(_)
            | Key::Sender
            | Key::Request
            | Key::BackedUp
            | Key::PutOff
            | Key::InstallOffered
    )
}

/// A digest of what is shown of the storage: every key but those of one tab alone, and the texts of those that are
/// written more than once. Two that differ say that something was written in between.
///
/// # Errors
/// When the browser refuses.
pub fn fingerprint(storage: &impl Storage) -> Result<u128, Denied> {
    let mut digest = Digest::new();
    for name in storage.keys()? {
        let key = Key::of(&name);
        if key.is_of_one_tab() {
            continue;
        }
        digest.update(name.as_bytes());
        digest.update(&[0xff]);
        if !matches!(key, Key::Change(_) | Key::Aside(_))
            && let Some(text) = storage.read(&key)?
        {
            digest.update(text.as_bytes());
            digest.update(&[0xff]);
        }
    }
    Ok(digest.finish())
}

/// The texts of a backup as its device showed them. `rescue.js` takes them as they stand: what a journal had
/// decided is done here, and what one had left open never was.
///
/// # Panics
/// Never: a storage in memory does not refuse.
#[must_use]
pub fn seen(stored: Vec<(String, String)>) -> Vec<(String, String)> {
    let is_half_way = |(name, _): &(String, String)| matches!(Key::of(name), Key::Journal(_));
    if !stored.iter().any(is_half_way) {
        return stored;
    }
    let device = MemoryStorage::new();
    for (name, text) in &stored {
        device.plant(name, text);
    }
    journal::recover(&device).expect("room in memory");
    entries(&device).expect("a storage in memory")
}

/// What a restoring would do or did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Restoring {
    /// Changes that are not here yet.
    pub changes: usize,
    /// Other texts that are not here yet.
    pub others: usize,
    /// Texts that are here already, alike.
    pub alike: usize,
    /// Texts whose place holds another one here, which stays.
    pub kept: usize,
}

/// What a restoring would do.
///
/// # Errors
/// When the browser refuses.
pub fn preview(storage: &impl Storage, entries: &[(String, String)]) -> Result<Restoring, Denied> {
    sort_out(storage, entries).map(|(restoring, _)| restoring)
}

/// Puts the texts of a backup where there is none: the union of the changes here and there, and for
/// everything else what is here stays. All of it or none. `id` is new.
///
/// The identifier of the backup's device does not become this one's, since that device may go on writing:
/// what two devices take for their own, each believes to be known to nobody else, and sweeps. It is
/// remembered as that of a former device.
///
/// # Errors
/// When a text could not be kept; then nothing has changed. [`WriteError::Newer`] also for a backup
/// whose layout this version does not know.
pub fn restore(
    storage: &impl Storage,
    id: &Id,
    entries: &[(String, String)],
) -> Result<Restoring, WriteError> {
    restore_erasing(storage, id, entries, &BTreeSet::new())
}

/// The same, and erases the values of some entries with it: all of it or none of either. What the backup
/// says of these entries must be taken out of it before.
///
/// # Errors
/// As [`restore`]; then nothing is erased either.
pub fn restore_erasing(
    storage: &impl Storage,
    id: &Id,
    entries: &[(String, String)],
    erased: &BTreeSet<Id>,
) -> Result<Restoring, WriteError> {
    let layout = entries.iter().find(|(name, _)| Key::of(name) == Key::Layout);
    if layout.is_some_and(|(_, text)| layout::parse(text) == Layout::Newer) {
        return Err(WriteError::Newer);
    }
    // What is decided and not yet done would be set after the erasing.
    journal::recover(storage)?;
    let (restoring, restored) = sort_out(storage, entries)?;
    let mut transaction = removal::erasing(storage, erased)?;
    transaction.write.splice(0..0, restored);
    journal::commit(storage, id, &transaction)?;
    Ok(restoring)
}

/// The texts whose place is free here.
fn sort_out(
    storage: &impl Storage,
    entries: &[(String, String)],
) -> Result<(Restoring, Vec<(Key, String)>), Denied> {
    let view = View::open(storage)?;
    let keys: BTreeSet<Key> = entries.iter().map(|(name, _)| Key::of(name)).collect();
    let own = view.read(&Key::Device)?;
    let mut restoring = Restoring::default();
    let mut absent = Vec::new();
    for (name, text) in entries {
        let key = match Key::of(name) {
            Key::Device => match Id::parse(text) {
                Some(id) if own.as_ref() != Some(text) => Key::Former(id),
                _ => Key::Device,
            },
            key => key,
        };
        let text = if matches!(key, Key::Former(_)) { "" } else { text };
        // How a storage is written is its own affair.
        if matches!(key, Key::Layout | Key::Journal(_) | Key::Mark(_) | Key::Edition) {
            continue;
        }
        match view.read(&key)? {
            Some(own) if own == text => restoring.alike += 1,
            Some(_) => restoring.kept += 1,
            None if is_unfinished(&key, text, |batch| keys.contains(batch) || view.holds(batch)) => {}
            None => {
                match &key {
                    Key::Change(_) => restoring.changes += 1,
                    Key::SetAside(_, inner) if matches!(Key::of(inner), Key::Change(_)) => {
                        restoring.changes += 1;
                    }
                    Key::Batch(_) | Key::Former(_) => {}
                    _ => restoring.others += 1,
                }
                absent.push((key, text.to_owned()));
            }
        }
    }
    Ok((restoring, absent))
}

/// Whether a text is a change of a batch that was never whole: backups of layout 1 hold such.
fn is_unfinished(key: &Key, text: &str, is_committed: impl Fn(&Key) -> bool) -> bool {
    let batch = match key {
        Key::Change(_) => changes::read(text).and_then(|change| change.batch),
        _ => None,
    };
    batch.is_some_and(|batch| !is_committed(&Key::Batch(batch)))
}

#[cfg(test)]
mod tests {
    use super::{Restoring, entries, fingerprint, preview, restore, restore_erasing, seen, shared_entries};
    use crate::domain::id::Id;
    use crate::storage::journal::{self, Transaction};
    use crate::storage::key::Key;
    use crate::storage::memory::{MemoryStorage, Stop};
    use crate::storage::port::WriteError;
    use std::collections::BTreeSet;

    fn id(text: &str) -> Id {
        Id::parse(text).unwrap()
    }

    fn storage(texts: &[(&str, &str)]) -> MemoryStorage {
        let storage = MemoryStorage::new();
        for (key, text) in texts {
            storage.plant(key, text);
        }
        storage
    }

    fn old_phone() -> MemoryStorage {
        storage(&[
            ("batch/l", "1"),
            ("change/a", "A"),
            ("change/b", "B"),
            ("draft/", "old draft"),
            ("later/thing", "?"),
            ("setting/lang", "en"),
        ])
    }

    #[test]
    fn an_empty_device_becomes_the_one_that_was_backed_up() {
        let old = old_phone();
        let new = MemoryStorage::new();
        restore(&new, &id("r"), &entries(&old).unwrap()).unwrap();
        assert_eq!(new.snapshot(), old.snapshot());
    }

    #[test]
    fn a_device_stays_itself_and_remembers_whose_backup_it_took_in() {
        let old = old_phone();
        old.plant("device", "old");
        let backup = entries(&old).unwrap();
        let (empty, new) = (MemoryStorage::new(), storage(&[("device", "new")]));
        for phone in [&empty, &new] {
            let before = phone.snapshot().get("device").cloned();
            restore(phone, &id("r"), &backup).unwrap();
            let after = phone.snapshot();
            assert_eq!(after.get("device").cloned(), before);
            assert_eq!(after["former/old"], "");
        }
        let again = restore(&new, &id("r"), &backup).unwrap();
        assert_eq!((again.changes, again.others), (0, 0));
        restore(&old, &id("r"), &backup).unwrap();
        assert!(!old.snapshot().contains_key("former/old"), "it is its own backup");
    }

    #[test]
    fn changes_are_joined_and_everything_that_is_here_stays() {
        let new = storage(&[
            ("change/a", "A"),
            ("change/c", "C"),
            ("draft/", "new draft"),
            ("setting/lang", "en"),
        ]);
        let backup = entries(&old_phone()).unwrap();
        let expected = Restoring {
            changes: 1,
            others: 1,
            alike: 2,
            kept: 1,
        };
        assert_eq!(preview(&new, &backup), Ok(expected));
        assert_eq!(restore(&new, &id("r"), &backup), Ok(expected));
        let joined = new.snapshot();
        assert_eq!(joined["draft/"], "new draft");
        assert_eq!(joined["change/b"], "B");
        assert_eq!(joined["change/c"], "C");
        let again = restore(&new, &id("r"), &backup).unwrap();
        assert_eq!((again.changes, again.others), (0, 0));
        assert_eq!(new.snapshot(), joined, "and twice is once");
    }

    #[test]
    fn a_backup_that_does_not_fit_leaves_the_device_as_it_was() {
        let new = storage(&[("change/c", "C")]);
        let before = new.snapshot();
        new.set_room(Some(40));
        let backup = entries(&old_phone()).unwrap();
        assert_eq!(restore(&new, &id("r"), &backup), Err(WriteError::Full));
        assert_eq!(new.snapshot(), before);
    }

    #[test]
    fn a_backup_that_does_not_fit_erases_nothing_and_one_that_fits_does() {
        let gone = [id("gone")].into();
        let (mut rooms, private) = ([false; 2], ("private/gone/tel", "{}"));
        for room in (0..900).step_by(20) {
            let new = storage(&[("change/c", "C"), private, ("sent/s", "\"gone\" is spoken of")]);
            let before = new.snapshot();
            new.set_room(Some(room));
            let outcome = restore_erasing(&new, &id("r"), &entries(&old_phone()).unwrap(), &gone);
            let after = new.snapshot();
            match outcome {
                Ok(_) => assert!(
                    after["change/a"] == "A"
                        && after["change/c"] == "C"
                        && after.contains_key("erased/gone")
                        && !after.contains_key("private/gone/tel")
                        && !after.contains_key("sent/s"),
                    "{room}: {after:?}"
                ),
                Err(error) => assert_eq!((error, after), (WriteError::Full, before), "{room}"),
            }
            rooms[usize::from(outcome.is_ok())] = true;
        }
        assert_eq!(rooms, [true; 2]);
    }

    #[test]
    fn a_backup_of_a_layout_that_is_not_known_is_refused() {
        let new = storage(&[("change/c", "C")]);
        let before = new.snapshot();
        let mut backup = entries(&old_phone()).unwrap();
        backup.push(("layout".to_owned(), "99".to_owned()));
        assert_eq!(restore(&new, &id("r"), &backup), Err(WriteError::Newer));
        assert_eq!(new.snapshot(), before);
    }

    #[test]
    fn a_batch_that_was_never_whole_stays_in_its_backup() {
        let change = |batch: &str| {
            let target = r#""target":{"kind":"initiative","id":"x"},"fields":{}"#;
            format!(r#"{{"id":"a","author":"d","at":"2026-01-01T00:00:00Z",{target},"batch":"{batch}"}}"#)
        };
        for (batch, expected) in [("l", 1), ("m", 0)] {
            let new = MemoryStorage::new();
            let backup = [
                ("batch/l".to_owned(), "1".to_owned()),
                ("change/a".to_owned(), change(batch)),
            ];
            assert_eq!(
                restore(&new, &id("r"), &backup).unwrap().changes,
                expected,
                "{batch}"
            );
        }
    }

    #[test]
    fn a_page_that_died_while_it_saved_leaves_a_backup_of_what_was_decided() {
        let before = storage(&[("change/old", "A"), ("private/x/a", "one")]);
        let transaction = Transaction {
            write: ["change/a", "change/b", "private/x/a"]
                .map(|name| (Key::of(name), "two".to_owned()))
                .into(),
            remove: vec![Key::of("change/old")],
        };
        let after = storage(&[("change/a", "two"), ("change/b", "two"), ("private/x/a", "two")]);
        let mut outcomes = BTreeSet::new();
        for lives in 0..10 {
            let device = storage(&[("change/old", "A"), ("private/x/a", "one")]);
            device.stop_after(lives, Stop::Dropped);
            let _done = journal::commit(&device, &id("j"), &transaction);
            // As `rescue.js` takes it: every key as it stands.
            let raw: Vec<_> = device.snapshot().into_iter().collect();
            let new = MemoryStorage::new();
            restore(&new, &id("r"), &seen(raw)).unwrap();
            let restored = new.snapshot();
            assert!(
                restored == before.snapshot() || restored == after.snapshot(),
                "after {lives} writes: {restored:?}"
            );
            outcomes.insert(restored == after.snapshot());
        }
        assert_eq!(
            outcomes.len(),
            2,
            "some died before it was decided and some after"
        );
    }

    #[test]
    fn a_journal_of_a_backup_that_cannot_be_read_is_set_aside() {
        let raw = vec![
            ("change/a".to_owned(), "A".to_owned()),
            ("journal/j".to_owned(), "{\"set\":".to_owned()),
        ];
        let names: Vec<String> = seen(raw).into_iter().map(|(name, _)| name).collect();
        assert_eq!(names.len(), 2);
        assert!(names[0].starts_with("aside/") && names[1] == "change/a");
    }

    #[test]
    fn what_is_handed_over_is_all_but_the_device_itself() {
        let storage = old_phone();
        for key in [
            "device",
            "layout",
            "backed-up",
            "put-off",
            "install-offered",
            "private/x/a",
            "later/thing",
        ] {
            storage.plant(key, "1");
        }
        let names: Vec<String> = shared_entries(&storage)
            .unwrap()
            .into_iter()
            .map(|(name, _)| name)
            .collect();
        let expected = [
            "batch/l",
            "change/a",
            "change/b",
            "draft/",
            "later/thing",
            "private/x/a",
        ];
        assert_eq!(names, expected);
    }

    #[test]
    fn a_fingerprint_tells_what_is_shown_from_what_each_tab_keeps_for_itself() {
        let storage = old_phone();
        let before = fingerprint(&storage).unwrap();
        storage.plant("draft/", "another draft");
        storage.plant("draft/x", "a draft");
        storage.plant("setting/lang", "fr");
        assert_eq!(fingerprint(&storage), Ok(before));
        for (key, text) in [("change/c", "C"), ("private/x/a", "one"), ("private/x/a", "two")] {
            let before = fingerprint(&storage).unwrap();
            storage.plant(key, text);
            assert_ne!(fingerprint(&storage), Ok(before), "{key} {text}");
        }
    }
}
