//! A storage in memory: the double of the tests, and what the application runs on when the browser
//! refuses its own.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;

use super::key::Key;
use super::port::{Denied, Storage, WriteError};

/// A storage in memory that can be full or fail on command.
#[derive(Debug, Default)]
pub struct MemoryStorage {
    entries: RefCell<BTreeMap<String, String>>,
    /// The room in characters of keys and texts, as browsers count it; none is unbounded.
    room: Cell<Option<usize>>,
    /// After how many more writes and removals each one fails, as if the tab had been killed.
    lives: Cell<Option<usize>>,
}

impl MemoryStorage {
    /// An empty storage without a limit.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Limits the room, in characters of keys and texts.
    pub fn set_room(&self, characters: Option<usize>) {
        self.room.set(characters);
    }

    /// Lets so many more writes and removals through, then none: what a crash between two of them
    /// leaves behind.
    pub fn die_after(&self, writes: Option<usize>) {
        self.lives.set(writes);
    }

    /// Puts a text under any key, unchecked, as another version or a person could.
    pub fn plant(&self, key: &str, text: &str) {
        self.entries.borrow_mut().insert(key.to_owned(), text.to_owned());
    }

    /// A copy of everything, to compare.
    #[must_use]
    pub fn snapshot(&self) -> BTreeMap<String, String> {
        self.entries.borrow().clone()
    }

    fn spend(&self) -> Result<(), Denied> {
        match self.lives.get() {
            None => Ok(()),
            Some(0) => Err(Denied),
            Some(lives) => {
                self.lives.set(Some(lives - 1));
                Ok(())
            }
        }
    }
}

impl Storage for MemoryStorage {
    fn read(&self, key: &Key) -> Result<Option<String>, Denied> {
        Ok(self.entries.borrow().get(&key.text()).cloned())
    }

    fn write(&self, key: &Key, text: &str) -> Result<(), WriteError> {
        self.spend()?;
        let key = key.text();
        let mut entries = self.entries.borrow_mut();
        let size = |key: &str, text: &str| key.chars().count() + text.chars().count();
        let others: usize = entries
            .iter()
            .filter(|(other, _)| **other != key)
            .map(|(key, text)| size(key, text))
            .sum();
        if self
            .room
            .get()
            .is_some_and(|room| others + size(&key, text) > room)
        {
            return Err(WriteError::Full);
        }
        entries.insert(key, text.to_owned());
        Ok(())
    }

    fn remove(&self, key: &Key) -> Result<(), Denied> {
        self.spend()?;
        self.entries.borrow_mut().remove(&key.text());
        Ok(())
    }

    fn keys(&self) -> Result<Vec<String>, Denied> {
        Ok(self.entries.borrow().keys().cloned().collect())
    }
}
