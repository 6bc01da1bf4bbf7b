//! Everything of this device removed, or only what could not be read.

use super::aside::Aside;
use super::journal::{self, Transaction, View};
use super::key::Key;
use super::layout;
use super::port::{Storage, WriteError};
use crate::domain::id::Id;

/// Removes every key of this application, and none of anybody else's: all of them, since whatever is
/// left half-way is seen by nobody and removed by whoever comes next.
///
/// # Errors
/// When it could not be kept; then nothing has changed.
pub fn erase(storage: &impl Storage) -> Result<(), WriteError> {
    storage.write(&Key::Layout, layout::ERASING)?;
    // It has happened; what cannot be removed now is removed at the next start or write.
    let _finished = finish_erasing(storage);
    Ok(())
}

/// Removes every key of a storage that is being erased, what says so last.
pub(super) fn finish_erasing(storage: &impl Storage) -> Result<(), WriteError> {
    for name in storage.keys()? {
        let key = Key::of(&name);
        if key != Key::Layout {
            storage.remove(&key)?;
        }
    }
    storage.remove(&Key::Layout)
}

/// Removes the texts that were set aside, and of those that are named also the ones for which there was no
/// room elsewhere: all of them or none. `id` is new.
///
/// # Errors
/// When it could not be kept; then nothing has changed.
pub fn erase_aside(storage: &impl Storage, id: &Id, named: &[Aside]) -> Result<(), WriteError> {
    let view = View::open(storage)?;
    let aside = view.keys().filter(|key| matches!(key, Key::Aside(_)));
    let mut transaction = Transaction {
        write: Vec::new(),
        remove: aside.cloned().collect(),
    };
    for aside in named {
        transaction.remove.extend(aside.left(storage)?.cloned());
    }
    match journal::commit(storage, id, &transaction) {
        // Where not even a journal fits, what makes room goes one by one.
        Err(WriteError::Full) => transaction.remove.iter().try_for_each(|key| storage.remove(key)),
        done => done,
    }
}

#[cfg(test)]
mod tests {
    use super::{erase, erase_aside};
    use crate::domain::id::Id;
    use crate::storage::memory::MemoryStorage;
    use crate::storage::sent;

    fn phone() -> MemoryStorage {
        let storage = MemoryStorage::new();
        for (key, text) in [
            ("device", "a"),
            ("change/p", "{}"),
            ("settings", "{}"),
            ("draft/", "{}"),
        ] {
            storage.plant(key, text);
        }
        storage
    }

    #[test]
    fn erasing_takes_everything_and_what_was_set_aside_can_go_alone() {
        let storage = phone();
        storage.plant("aside/x", "change/q\n{");
        storage.plant("sent/x", "no JSON");
        storage.plant("sent/y", "no JSON either");
        storage.set_room(Some(0));
        let (_, named) = sent::load(&storage).unwrap();
        assert_eq!(named.len(), 2);
        storage.plant("sent/y", "another text by now");
        erase_aside(&storage, &Id::parse("e").unwrap(), &named).unwrap();
        storage.set_room(None);
        let left = storage.snapshot();
        assert_eq!(left["sent/y"], "another text by now");
        assert_eq!(left.len(), phone().snapshot().len() + 1);
        erase(&storage).unwrap();
        assert!(storage.snapshot().is_empty());
    }
}
