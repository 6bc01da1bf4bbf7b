//! Everything of this device at once: taken out as a backup, put back, erased.

use super::key::Key;
use super::port::{Denied, Storage, WriteError};
use crate::domain::order;

/// Every stored text under its key, as it is, in the order of the keys: what a backup holds.
///
/// # Errors
/// When the browser refuses.
pub fn entries(storage: &impl Storage) -> Result<Vec<(String, String)>, Denied> {
    let mut names = storage.keys()?;
    order::sort_by(&mut names, Ord::cmp);
    let mut entries = Vec::with_capacity(names.len());
    for name in names {
        if let Some(text) = storage.read(&Key::of(&name))? {
            entries.push((name, text));
        }
    }
    Ok(entries)
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
/// everything else what is here stays. All of it or none.
///
/// # Errors
/// When a text could not be kept; then those before it are taken back.
pub fn restore(storage: &impl Storage, entries: &[(String, String)]) -> Result<Restoring, WriteError> {
    let (restoring, absent) = sort_out(storage, entries)?;
    let written = absent.iter().try_for_each(|(key, text)| storage.write(key, text));
    if let Err(error) = written {
        for (key, _) in &absent {
            // Where a removal is refused too, whole changes are left, which the person still has in
            // the backup: nothing that was here is touched.
            if storage.remove(key).is_err() {
                break;
            }
        }
        return Err(error);
    }
    Ok(restoring)
}

/// Texts that are to be written, with their keys.
type Absent<'a> = Vec<(Key, &'a str)>;

/// The texts whose place is free here, in the order of their writing: the commits of batches come
/// last, so that a batch that was not written whole is never seen.
fn sort_out<'a>(
    storage: &impl Storage,
    entries: &'a [(String, String)],
) -> Result<(Restoring, Absent<'a>), Denied> {
    let mut restoring = Restoring::default();
    let (mut absent, mut commits) = (Absent::new(), Absent::new());
    for (name, text) in entries {
        let key = Key::of(name);
        match storage.read(&key)? {
            Some(own) if own == *text => restoring.alike += 1,
            Some(_) => restoring.kept += 1,
            None if matches!(key, Key::Batch(_)) => commits.push((key, text.as_str())),
            None => {
                if matches!(key, Key::Change(_)) {
                    restoring.changes += 1;
                } else {
                    restoring.others += 1;
                }
                absent.push((key, text.as_str()));
            }
        }
    }
    absent.append(&mut commits);
    Ok((restoring, absent))
}

/// Removes every key of this application, and none of anybody else's.
///
/// # Errors
/// When the browser refuses; then some may be gone and some not.
pub fn erase(storage: &impl Storage) -> Result<(), Denied> {
    storage
        .keys()?
        .iter()
        .try_for_each(|name| storage.remove(&Key::of(name)))
}

/// Removes the texts that were set aside.
///
/// # Errors
/// When the browser refuses.
pub fn erase_aside(storage: &impl Storage) -> Result<(), Denied> {
    for name in storage.keys()? {
        let key = Key::of(&name);
        if matches!(key, Key::Aside(_)) {
            storage.remove(&key)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{Restoring, entries, erase, erase_aside, preview, restore};
    use crate::storage::memory::MemoryStorage;
    use crate::storage::port::WriteError;

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
        restore(&new, &entries(&old).unwrap()).unwrap();
        assert_eq!(new.snapshot(), old.snapshot());
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
        assert_eq!(restore(&new, &backup), Ok(expected));
        let joined = new.snapshot();
        assert_eq!(joined["draft/"], "new draft");
        assert_eq!(joined["change/b"], "B");
        assert_eq!(joined["change/c"], "C");
        let again = restore(&new, &backup).unwrap();
        assert_eq!((again.changes, again.others), (0, 0));
        assert_eq!(new.snapshot(), joined, "and twice is once");
    }

    #[test]
    fn a_backup_that_does_not_fit_leaves_the_device_as_it_was() {
        let new = storage(&[("change/c", "C")]);
        let before = new.snapshot();
        new.set_room(Some(40));
        let backup = entries(&old_phone()).unwrap();
        assert_eq!(restore(&new, &backup), Err(WriteError::Full));
        assert_eq!(new.snapshot(), before);
    }

    #[test]
    fn what_is_here_survives_a_crash_at_any_write_and_a_second_try_ends_well() {
        let backup = entries(&old_phone()).unwrap();
        for lives in 0..=backup.len() {
            let new = storage(&[("change/c", "C"), ("draft/", "new draft")]);
            new.die_after(Some(lives));
            let done = restore(&new, &backup);
            new.die_after(None);
            let after = new.snapshot();
            assert_eq!(after["change/c"], "C", "after {lives} writes");
            assert_eq!(after["draft/"], "new draft", "after {lives} writes");
            assert_eq!(done.is_ok(), after.contains_key("batch/l"), "the commit is last");
            restore(&new, &backup).unwrap();
            assert_eq!(new.snapshot().len(), backup.len() + 1);
        }
    }

    #[test]
    fn erasing_takes_everything_and_what_was_set_aside_can_go_alone() {
        let storage = old_phone();
        storage.plant("aside/x", "change/q\n{");
        erase_aside(&storage).unwrap();
        assert_eq!(storage.snapshot(), old_phone().snapshot());
        erase(&storage).unwrap();
        assert!(storage.snapshot().is_empty());
    }
}
