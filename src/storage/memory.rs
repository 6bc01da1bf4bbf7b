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
    /// How many more writes and removals succeed, and what becomes of those after them.
    stop: Cell<Option<(usize, Stop)>>,
}

/// What becomes of writes and removals from some instant on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stop {
    /// They seem to succeed and never happen: the tab is gone, and what it did last with it.
    Dropped,
    /// The browser refuses them.
    Refused,
    /// There is no room for a write; a removal succeeds.
    Full,
}

impl Stop {
    /// Every way to stop.
    pub const ALL: [Self; 3] = [Self::Dropped, Self::Refused, Self::Full];
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

    /// Lets so many more writes and removals through; the later ones end in a way of their own.
    pub fn stop_after(&self, writes: usize, stop: Stop) {
        self.stop.set(Some((writes, stop)));
    }

    /// Lets all through again, and tells how many more would have been let through before.
    pub fn go_on(&self) -> usize {
        self.stop.take().map_or(0, |(writes, _)| writes)
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

    /// What becomes of the next write or removal, if it does not succeed.
    fn spend(&self) -> Option<Stop> {
        let (writes, stop) = self.stop.get()?;
        self.stop.set(Some((writes.saturating_sub(1), stop)));
        (writes == 0).then_some(stop)
    }
}

impl Storage for MemoryStorage {
    fn read(&self, key: &Key) -> Result<Option<String>, Denied> {
        Ok(self.entries.borrow().get(&key.text()).cloned())
    }

    fn write(&self, key: &Key, text: &str) -> Result<(), WriteError> {
        match self.spend() {
            None => {}
            Some(Stop::Dropped) => return Ok(()),
            Some(Stop::Refused) => return Err(WriteError::Denied),
            Some(Stop::Full) => return Err(WriteError::Full),
        }
        let key = key.text();
        let mut entries = self.entries.borrow_mut();
        if let Some(room) = self.room.get() {
            let size = |key: &str, text: &str| key.chars().count() + text.chars().count();
            let others: usize = entries
                .iter()
                .filter(|(other, _)| **other != key)
                .map(|(key, text)| size(key, text))
                .sum();
            if others + size(&key, text) > room {
                return Err(WriteError::Full);
            }
        }
        entries.insert(key, text.to_owned());
        Ok(())
    }

    fn remove(&self, key: &Key) -> Result<(), WriteError> {
        match self.spend() {
            None | Some(Stop::Full) => {}
            Some(Stop::Dropped) => return Ok(()),
            Some(Stop::Refused) => return Err(WriteError::Denied),
        }
        self.entries.borrow_mut().remove(&key.text());
        Ok(())
    }

    fn keys(&self) -> Result<Vec<String>, Denied> {
        Ok(self.entries.borrow().keys().cloned().collect())
    }
}
