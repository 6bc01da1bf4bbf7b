//! The forms that are being filled: kept as one types, found again after anything.

use leptos::prelude::{Update, WithUntracked};

use super::App;
use crate::domain::id::Id;
use crate::format::backup::write_backup;
use crate::format::draft::{KeptDraft, read_draft, write_draft};
use crate::format::json;
use crate::storage::aside::{self, Aside, set_aside};
use crate::storage::drafts::let_go;
use crate::storage::key::Key;
use crate::storage::port::{Storage, WriteError};

/// Why a form could not be kept.
#[derive(Debug, Clone, PartialEq)]
pub enum DraftError {
    /// It could not be written.
    Write(WriteError),
    /// Another tab has kept a form of the same thing, which must not be written over.
    Other(Box<KeptDraft>),
}

impl App {
    /// The kept form of an initiative, or of a new one. One that cannot be read is set aside and
    /// reported with the others.
    ///
    /// # Errors
    /// When the browser refuses, or when an unreadable one stands there and there is no room to set it
    /// aside.
    pub fn draft(self, id: Option<&Id>) -> Result<Option<KeptDraft>, WriteError> {
        self.read_or_set_aside(&Key::Draft(id.cloned()), read_draft)
    }

    /// What is kept under a key. What cannot be read is set aside and reported with the others.
    ///
    /// # Errors
    /// As [`App::draft`].
    pub(super) fn read_or_set_aside<T, E>(
        self,
        key: &Key,
        read: impl FnOnce(&str) -> Result<T, E>,
    ) -> Result<Option<T>, WriteError> {
        let (kept, aside) = self.with_store(|store| {
            let Some(text) = store.read(key)? else {
                return Ok::<_, WriteError>((None, None));
            };
            if let Ok(kept) = read(&text) {
                return Ok((Some(kept), None));
            }
            Ok((None, Some(set_aside(store, key, &text)?)))
        })?;
        if let Some(aside) = aside {
            let is_moved = aside.is_moved();
            self.name_aside(vec![aside]);
            is_moved.then_some(()).ok_or(WriteError::Full)?;
        }
        Ok(kept)
    }

    /// Names texts that could not be read, each once.
    pub(super) fn name_aside(self, found: Vec<Aside>) {
        let is_new = |aside: &Aside| self.aside.with_untracked(|named| !named.contains(aside));
        if found.iter().any(is_new) {
            self.aside.update(|named| aside::join(named, found));
        }
    }

    /// Keeps a form. `last` is what this page kept before; anything else under the key comes from
    /// another tab and stays. Of an entry that a person asked to have removed nothing is kept.
    ///
    /// # Errors
    /// [`DraftError`]; then what stood there stands still.
    pub fn keep_draft(
        self,
        id: Option<&Id>,
        draft: &KeptDraft,
        last: Option<&KeptDraft>,
    ) -> Result<(), DraftError> {
        if id.is_some_and(|id| self.is_erased(id)) {
            return Ok(());
        }
        match self.draft(id).map_err(DraftError::Write)? {
            Some(kept) if Some(&kept) != last => Err(DraftError::Other(Box::new(kept))),
            _ => {
                let key = Key::Draft(id.cloned());
                self.with_store(|store| store.write(&key, &write_draft(draft)))
                    .map_err(DraftError::Write)
            }
        }
    }

    /// A form that could not be kept, as a file of its own that is restored like any backup.
    #[must_use]
    pub fn draft_backup(self, id: Option<Id>, draft: &KeptDraft) -> String {
        let entry = (Key::Draft(id).text(), write_draft(draft));
        json::write_pretty(&write_backup(&self.backup_of(vec![entry])))
    }

    /// Forgets a kept form, where it is the one that this page has kept or offered. Gives the one of
    /// another tab that stands there instead, which stays.
    ///
    /// # Errors
    /// When the browser refuses.
    pub fn drop_draft(self, id: Option<&Id>, known: &KeptDraft) -> Result<Option<KeptDraft>, WriteError> {
        // One that cannot be read is set aside where it is looked for.
        let read = |text: &str| read_draft(text).ok();
        self.with_store(|store| let_go(store, &Key::Draft(id.cloned()), known, read))
    }
}
