//! What is being written. Two tabs may write the same thing under one key, so that each lets go only of
//! what it knows.

use super::key::Key;
use super::port::{Storage, WriteError};

/// Forgets what is being written under a key, where that is what this page knows. What another page has
/// kept there since stays, and is given. One that cannot be read stays too: whoever looks for it sets it
/// aside.
///
/// # Errors
/// When the browser refuses; then nothing has changed.
pub fn let_go<T: PartialEq>(
    storage: &dyn Storage,
    key: &Key,
    known: &T,
    read: impl FnOnce(&str) -> Option<T>,
) -> Result<Option<T>, WriteError> {
    let Some(text) = storage.read(key)? else {
        return Ok(None);
    };
    match read(&text) {
        Some(kept) if kept == *known => storage.remove(key).map(|()| None),
        other => Ok(other),
    }
}

#[cfg(test)]
mod tests {
    use super::let_go;
    use crate::storage::key::Key;
    use crate::storage::memory::{MemoryStorage, Stop};
    use crate::storage::port::{Storage, WriteError};

    fn read(text: &str) -> Option<u32> {
        text.parse().ok()
    }

    #[test]
    fn what_another_page_has_kept_stays_and_is_given() {
        let storage = MemoryStorage::new();
        let key = Key::Draft(None);
        assert_eq!(let_go(&storage, &key, &1, read), Ok(None));
        storage.plant("draft/", "2");
        assert_eq!(let_go(&storage, &key, &1, read), Ok(Some(2)));
        assert_eq!(storage.read(&key).unwrap().as_deref(), Some("2"));
        storage.stop_after(0, Stop::Refused);
        assert_eq!(let_go(&storage, &key, &2, read), Err(WriteError::Denied));
        storage.go_on();
        assert_eq!(let_go(&storage, &key, &2, read), Ok(None));
        assert!(storage.snapshot().is_empty());
    }

    #[test]
    fn what_cannot_be_read_is_nobodys_to_let_go_of() {
        let storage = MemoryStorage::new();
        storage.plant("draft/", "not a number");
        assert_eq!(let_go(&storage, &Key::Draft(None), &1, read), Ok(None));
        assert_eq!(storage.snapshot().len(), 1);
    }
}
