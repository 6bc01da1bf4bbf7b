//! Texts that could not be read: out of the way where there is room for that, and where they stood where
//! there is none. Either way somebody names them, so that the person can take them home.

use super::key::Key;
use super::port::{Denied, Storage, WriteError};
use crate::domain::id::Id;

/// A text that could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Aside {
    /// Derived from the key under which it was found and from the text itself.
    id: Id,
    /// Where it was found, if it still stands there.
    left: Option<Key>,
}

impl Aside {
    /// One that was set aside earlier.
    #[must_use]
    pub const fn moved(id: Id) -> Self {
        Self { id, left: None }
    }

    /// Whether it is out of the way, so that something else may be written where it was.
    #[must_use]
    pub const fn is_moved(&self) -> bool {
        self.left.is_none()
    }

    /// The key where it was found, if the very text stands there still.
    ///
    /// # Errors
    /// When the browser refuses.
    pub fn left(&self, storage: &dyn Storage) -> Result<Option<&Key>, Denied> {
        let Some(key) = &self.left else { return Ok(None) };
        let text = storage.read(key)?;
        Ok(text.filter(|text| name(key, text) == self.id).map(|_| key))
    }

    /// The text, with the key under which it was found on the first line, if it is still here.
    ///
    /// # Errors
    /// When the browser refuses.
    pub fn text(&self, storage: &dyn Storage) -> Result<Option<String>, Denied> {
        if let Some(text) = storage.read(&Key::Aside(self.id.clone()))? {
            return Ok(Some(text));
        }
        let Some(key) = self.left(storage)? else {
            return Ok(None);
        };
        Ok(storage.read(key)?.map(|text| with_key(key, &text)))
    }
}

/// Moves an unreadable text out of the way, with its key on the first line, so that it can be
/// downloaded. Where there is no room for the copy, the text stays where it is.
///
/// # Errors
/// When the browser refuses.
pub fn set_aside(storage: &dyn Storage, key: &Key, text: &str) -> Result<Aside, Denied> {
    let id = name(key, text);
    let aside = Key::Aside(id.clone());
    // Stopped between the two, it stands twice, and is moved to the same place at the next start.
    let moved = storage
        .write(&aside, &with_key(key, text))
        .and_then(|()| storage.remove(key));
    let left = match moved {
        Ok(()) => None,
        Err(WriteError::Denied) => return Err(Denied),
        Err(WriteError::Full | WriteError::Newer) => Some(key.clone()),
    };
    Ok(Aside { id, left })
}

fn name(key: &Key, text: &str) -> Id {
    Id::derived(&[&key.text(), text])
}

fn with_key(key: &Key, text: &str) -> String {
    [&key.text(), "\n", text].concat()
}

/// Adds what was found to what is named already, each once.
pub fn join(named: &mut Vec<Aside>, found: Vec<Aside>) {
    for aside in found {
        named.retain(|known| known.id != aside.id);
        named.push(aside);
    }
}

/// All that is to be named after everything was read anew: what was found, and what stands where it was
/// found earlier, by somebody who reads another part of the storage.
#[must_use]
pub fn anew(storage: &dyn Storage, named: &[Aside], found: Vec<Aside>) -> Vec<Aside> {
    let stands = |aside: &&Aside| {
        // Where the browser refuses to tell, it is named on.
        !aside.is_moved() && !matches!(aside.left(storage), Ok(None))
    };
    let mut all: Vec<Aside> = named.iter().filter(stands).cloned().collect();
    join(&mut all, found);
    all
}

#[cfg(test)]
mod tests {
    use super::{Aside, anew, join, set_aside};
    use crate::domain::id::Id;
    use crate::storage::changes;
    use crate::storage::key::Key;
    use crate::storage::memory::MemoryStorage;
    use crate::storage::port::Storage;

    fn damaged() -> (MemoryStorage, Key) {
        let storage = MemoryStorage::new();
        storage.plant("change/a", "not JSON");
        (storage, Key::Change(Id::parse("a").unwrap()))
    }

    #[test]
    fn where_there_is_no_room_it_is_named_where_it_stands() {
        let (storage, key) = damaged();
        storage.set_room(Some(20));
        let [aside] = &changes::load(&storage).unwrap().aside[..] else {
            panic!("it is named")
        };
        assert!(!aside.is_moved());
        assert_eq!(
            aside.text(&storage).unwrap().as_deref(),
            Some("change/a\nnot JSON")
        );
        assert_eq!(storage.read(&key).unwrap().as_deref(), Some("not JSON"));
        // With room it is moved, and is the same one.
        storage.set_room(None);
        let moved = changes::load(&storage).unwrap().aside;
        assert!(moved[0].is_moved());
        assert_eq!(moved[0].text(&storage), aside.text(&storage));
        let mut named = vec![aside.clone()];
        join(&mut named, moved.clone());
        assert_eq!(named, moved);
    }

    #[test]
    fn it_is_named_on_for_as_long_as_it_stands_there() {
        let (storage, key) = damaged();
        storage.set_room(Some(20));
        let aside = set_aside(&storage, &key, "not JSON").unwrap();
        let earlier = Aside::moved(Id::parse("gone").unwrap());
        let named = [aside.clone(), earlier];
        let alone = vec![aside.clone()];
        assert_eq!(anew(&storage, &named, Vec::new()), alone);
        assert_eq!(anew(&storage, &named, alone.clone()), alone);
        storage.plant("change/a", "something else");
        assert_eq!(anew(&storage, &named, Vec::new()), []);
        assert_eq!(aside.text(&storage), Ok(None));
    }
}
