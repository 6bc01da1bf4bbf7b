//! The storage that the application runs on.

use crate::browser::document::{base_path, is_embedded};
use crate::storage::key::Key;
use crate::storage::layout::Guarded;
use crate::storage::local::LocalStore;
use crate::storage::memory::MemoryStorage;
use crate::storage::port::{Denied, Storage, WriteError};

/// The browser's storage, or memory where it refuses.
#[derive(Debug)]
pub enum Store {
    /// The browser's.
    Device(Guarded<LocalStore>),
    /// Memory: it lasts as long as the page. Within another site's page too, which must find nothing kept.
    Page(MemoryStorage),
}

impl Store {
    /// Opens the browser's storage, or memory where it refuses or nothing is to be kept.
    #[must_use]
    pub fn open() -> Self {
        if is_embedded() {
            return Self::Page(MemoryStorage::new());
        }
        match LocalStore::open(&base_path()) {
            Ok(store) => Self::Device(Guarded::new(store)),
            Err(Denied) => Self::Page(MemoryStorage::new()),
        }
    }
}

impl Store {
    /// Writes nothing on the device from now on: a newer version of the application has taken over.
    pub(super) fn retire(&self) {
        if let Self::Device(store) = self {
            store.retire();
        }
    }
}

impl Storage for Store {
    fn read(&self, key: &Key) -> Result<Option<String>, Denied> {
        match self {
            Self::Device(store) => store.read(key),
            Self::Page(store) => store.read(key),
        }
    }

    fn write(&self, key: &Key, text: &str) -> Result<(), WriteError> {
        match self {
            Self::Device(store) => store.write(key, text),
            Self::Page(store) => store.write(key, text),
        }
    }

    fn remove(&self, key: &Key) -> Result<(), WriteError> {
        match self {
            Self::Device(store) => store.remove(key),
            Self::Page(store) => store.remove(key),
        }
    }

    fn keys(&self) -> Result<Vec<String>, Denied> {
        match self {
            Self::Device(store) => store.keys(),
            Self::Page(store) => store.keys(),
        }
    }
}
