//! Which entries of other sites a person has called the same as one of ours, so that the next import does
//! not ask as if for the first time. A key for each; one that is lost, or cannot be read, is asked again.

use std::collections::BTreeMap;

use super::key::Key;
use super::port::{Denied, Storage, WriteError};
use crate::domain::id::Id;
use crate::domain::value::Value;
use crate::format::json;

/// Entries of other sites, by the identifiers that they would have here, with ours.
pub type Same = BTreeMap<Id, Id>;

/// What was remembered.
///
/// # Errors
/// When the browser refuses.
pub fn load(storage: &impl Storage) -> Result<Same, Denied> {
    let mut same = Same::new();
    for name in storage.keys()? {
        let key = Key::of(&name);
        let Key::Same(theirs) = &key else { continue };
        let Some(text) = storage.read(&key)? else { continue };
        // What cannot be read is asked again, and written anew by the answer.
        let ours = json::parse(&text)
            .ok()
            .and_then(|text| Id::parse(text.as_text()?));
        same.extend(ours.map(|ours| (theirs.clone(), ours)));
    }
    Ok(same)
}

/// Remembers which one of ours an entry is, or that it is none of them after all.
///
/// # Errors
/// When it could not be kept.
pub fn remember(storage: &impl Storage, theirs: &Id, ours: Option<&Id>) -> Result<(), WriteError> {
    let key = Key::Same(theirs.clone());
    match ours {
        // As JSON, so that a person's request to be removed finds the identifier.
        Some(ours) => storage.write(&key, &json::write(&Value::text(ours.as_str()))),
        None => storage.remove(&key),
    }
}

#[cfg(test)]
mod tests {
    use super::{load, remember};
    use crate::domain::id::Id;
    use crate::storage::memory::MemoryStorage;
    use crate::storage::removal;

    fn id(text: &str) -> Id {
        Id::parse(text).unwrap()
    }

    #[test]
    fn what_was_said_is_found_again_until_it_is_otherwise_or_erased() {
        let storage = MemoryStorage::new();
        for (theirs, ours) in [("a", "x"), ("b", "y"), ("c", "z")] {
            remember(&storage, &id(theirs), Some(&id(ours))).unwrap();
        }
        storage.plant("same/d", "z");
        assert_eq!(load(&storage).unwrap().len(), 3);
        remember(&storage, &id("a"), None).unwrap();
        removal::honour(&storage, [id("y")].iter()).unwrap();
        let left = load(&storage).unwrap();
        assert_eq!(left.into_iter().collect::<Vec<_>>(), [(id("c"), id("z"))]);
    }
}
