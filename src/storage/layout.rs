//! The version of the storage's layout, and the guard that keeps an older application from writing
//! over a newer one's.
//!
//! | layout | what it brought |
//! | --- | --- |
//! | 1 | one key per change, the commit keys of batches; no version was written |
//! | 2 | the version itself, journals, changes in their short form |
//!
//! Invariants:
//! - The version stands under [`Key::Layout`] from the first write on. A storage without one is empty
//!   or of layout 1.
//! - **Every write and removal looks at the version first**: it costs one reading, and a tab that was
//!   opened before the application was renewed finds out at its next save, with nothing written.
//! - A page whose application was renewed while it was open ([`Guarded::retire`]) writes nothing either,
//!   whatever the layout: what it still has in mind may be older than what the renewed one has written.
//! - A migration is one transaction, the new version in it: a storage is of one layout or of the next.
//!   Old forms that can be told from new ones are read for ever and rewritten by nobody, since writing
//!   everything twice would not fit.
//! - Erasing everything is one write too: the version that says so. Nothing is seen from then on, and
//!   whoever comes next, a start or a write, finishes it. Being as long as the version that stood
//!   there, it fits in a full storage.

use std::cell::Cell;

use super::erasing;
use super::journal::{self, Transaction, View};
use super::key::Key;
use super::port::{Denied, Storage, WriteError};
use crate::domain::id::Id;

/// The layout that this version writes.
pub const LAYOUT: u32 = 2;

/// The text of a storage that is being erased.
pub(super) const ERASING: &str = "0";

/// What stands in a storage.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Layout {
    /// No version: nothing at all, or layout 1.
    Unmarked,
    /// A version that is known.
    Known(u32),
    /// Nothing any more: the removal of everything is not finished.
    Erasing,
    /// A version that is not known.
    Newer,
}

/// What stands in a storage.
///
/// # Errors
/// When the browser refuses.
pub fn layout(storage: &dyn Storage) -> Result<Layout, Denied> {
    Ok(storage
        .read(&Key::Layout)?
        .map_or(Layout::Unmarked, |text| parse(&text)))
}

/// The layout of a version's text. One that cannot be read is none of ours, and nothing is written
/// over it.
#[must_use]
pub fn parse(text: &str) -> Layout {
    match text.parse() {
        Ok(0) => Layout::Erasing,
        Ok(version @ 1..=LAYOUT) => Layout::Known(version),
        _ => Layout::Newer,
    }
}

/// A step from a layout to the next one.
type Step = fn(&View, &mut Transaction) -> Result<(), Denied>;

/// The steps, the one from layout 1 first.
const STEPS: [Step; LAYOUT as usize - 1] = [journal::adopt_unfinished];

/// Brings an older storage to the present layout, at the start, in one transaction under a new
/// identifier. One that is empty, present or newer stays as it is.
///
/// # Errors
/// When it could not be kept; then the storage is as it was, and is read as it is.
pub fn migrate(storage: &dyn Storage, id: &Id) -> Result<(), WriteError> {
    let from = match layout(storage)? {
        Layout::Unmarked if storage.keys()?.is_empty() => return Ok(()),
        Layout::Unmarked => 1,
        Layout::Known(version) => version,
        Layout::Erasing | Layout::Newer => return Ok(()),
    };
    if from == LAYOUT {
        return Ok(());
    }
    let mut transaction = Transaction::default();
    let view = View::open(storage)?;
    for step in &STEPS[from as usize - 1..] {
        step(&view, &mut transaction)?;
    }
    transaction.write.push((Key::Layout, LAYOUT.to_string()));
    journal::commit(storage, id, &transaction)
}

/// A storage that writes nothing over a newer layout, and its own version before anything else.
#[derive(Debug)]
pub struct Guarded<S> {
    storage: S,
    is_retired: Cell<bool>,
}

impl<S: Storage> Guarded<S> {
    /// Guards a storage. An erasing that was not finished is finished now, or at the next write.
    #[must_use]
    pub fn new(storage: S) -> Self {
        let guarded = Self {
            storage,
            is_retired: Cell::new(false),
        };
        // Where it is refused, nothing of it is read either.
        let _finished = guarded.finish_erasing();
        guarded
    }

    /// The storage itself, to read what the port does not tell.
    #[must_use]
    pub const fn inner(&self) -> &S {
        &self.storage
    }

    /// Writes nothing from now on: a newer version of the application has taken over.
    pub fn retire(&self) {
        self.is_retired.set(true);
    }

    fn finish_erasing(&self) -> Result<(), WriteError> {
        match layout(&self.storage)? {
            Layout::Erasing => erasing::finish_erasing(&self.storage),
            _ => Ok(()),
        }
    }

    /// Refuses where a newer version has written, and says which layout is here.
    fn admit(&self) -> Result<Layout, WriteError> {
        if self.is_retired.get() {
            return Err(WriteError::Newer);
        }
        self.finish_erasing()?;
        match layout(&self.storage)? {
            Layout::Newer => Err(WriteError::Newer),
            layout => Ok(layout),
        }
    }
}

impl<S: Storage> Storage for Guarded<S> {
    fn read(&self, key: &Key) -> Result<Option<String>, Denied> {
        self.storage.read(key)
    }

    fn write(&self, key: &Key, text: &str) -> Result<(), WriteError> {
        if self.admit()? == Layout::Unmarked && *key != Key::Layout {
            // Changes without a version are of layout 1, until the start has migrated them.
            let changes = self
                .storage
                .keys()?
                .iter()
                .any(|name| name.starts_with("change/"));
            if !changes {
                self.storage.write(&Key::Layout, &LAYOUT.to_string())?;
            }
        }
        self.storage.write(key, text)
    }

    fn remove(&self, key: &Key) -> Result<(), WriteError> {
        self.admit()?;
        self.storage.remove(key)
    }

    fn keys(&self) -> Result<Vec<String>, Denied> {
        self.storage.keys()
    }
}
