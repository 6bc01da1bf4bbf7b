//! What a person can do to the catalogue. Each command keeps first and shows after.

use leptos::prelude::*;

use super::App;
use super::notice::Undo;
use crate::browser::{chance, clock};
use crate::domain::catalogue::RemovalReason;
use crate::domain::change::{Change, Target, TargetKind};
use crate::domain::contact::Contact;
use crate::domain::id::Id;
use crate::domain::initiative::Initiative;
use crate::domain::merge::Conflict;
use crate::domain::value::Value;
use crate::storage::key::Key;
use crate::storage::port::{Denied, Storage, WriteError};
use crate::storage::{changes, private};
use crate::workspace::{Stamp, Workspace, take_private};

impl App {
    /// Saves an initiative: what may be sent as a change, unless nothing of it changed, and the
    /// private contacts beside it. Gives what takes it back, or nothing where all was so already.
    ///
    /// # Errors
    /// When it could not be kept; then nothing has changed.
    pub fn save(self, initiative: &Initiative) -> Result<Option<Undo>, WriteError> {
        let mut public = initiative.clone();
        let private = take_private(&mut public);
        let id = &initiative.id;
        let before = self.private_of(id);
        // What comes into the private layer is kept before the change that takes it out of the public
        // one, and what leaves it is forgotten after: a tab that dies between loses no contact.
        let mut both = private.clone();
        both.extend(
            before
                .iter()
                .filter(|old| private.iter().all(|new| new.id != old.id))
                .cloned(),
        );
        self.keep_private(id, &before, &both)?;
        match self.keep(|workspace, stamp| workspace.prepare_initiative(&public, stamp)) {
            Ok(change) => {
                self.keep_private(id, &both, &private)?;
                let changes: Vec<Id> = change.into_iter().collect();
                Ok(if private == before {
                    (!changes.is_empty()).then_some(Undo::Changes(changes))
                } else {
                    Some(Undo::Edit(changes, id.clone(), before))
                })
            }
            Err(error) => {
                // What stood there before fits again; the error is reported either way.
                let _restored = self.keep_private(id, &both, &before);
                Err(error)
            }
        }
    }

    /// Takes an edit back: its changes, and the private contacts as they were before it.
    ///
    /// # Errors
    /// When it could not be taken back.
    pub fn take_back(self, changes: &[Id], initiative: &Id, private: &[Contact]) -> Result<(), WriteError> {
        self.keep_private(initiative, &self.private_of(initiative), private)?;
        self.revert(changes)?;
        Ok(())
    }

    fn private_of(self, initiative: &Id) -> Vec<Contact> {
        self.workspace.with_untracked(|workspace| {
            workspace
                .as_ref()
                .map_or_else(Vec::new, |workspace| workspace.private_of(initiative).to_vec())
        })
    }

    fn keep_private(self, initiative: &Id, before: &[Contact], after: &[Contact]) -> Result<(), WriteError> {
        if before == after {
            return Ok(());
        }
        self.with_store(|store| private::replace(store, initiative, before, after))?;
        self.update(|workspace| workspace.set_private_of(initiative, after.to_vec()));
        Ok(())
    }

    /// Takes an initiative out of the catalogue, for a reason. Gives the change's identifier.
    ///
    /// # Errors
    /// When it could not be kept; then nothing has changed.
    pub fn remove(self, initiative: &Id, reason: &RemovalReason) -> Result<Option<Id>, WriteError> {
        let target = Target {
            kind: TargetKind::Initiative,
            id: initiative.clone(),
        };
        self.keep(|workspace, stamp| workspace.prepare_removal(target, reason, stamp))
    }

    /// Takes local changes back, as if they had never been made.
    ///
    /// # Errors
    /// When the browser refuses.
    pub fn revert(self, ids: &[Id]) -> Result<(), Denied> {
        self.with_store(|store| changes::forget(store, ids))?;
        self.update(|workspace| workspace.remove(ids));
        Ok(())
    }

    /// Brings changes back that were taken out, and takes out those that came in their place.
    ///
    /// # Errors
    /// When they could not be kept; then nothing has changed.
    pub fn bring_back(self, restore: &[Change], remove: &[Id]) -> Result<(), WriteError> {
        self.with_store(|store| changes::bring_back(store, restore, remove))?;
        self.update(|workspace| workspace.exchange(restore.iter().cloned(), remove));
        Ok(())
    }

    /// Answers a question: which of several texts of a field is to stand. Gives what undoes it.
    ///
    /// # Errors
    /// When it could not be kept; then nothing has changed.
    pub fn choose(self, conflict: &Conflict, chosen: &Value) -> Result<Undo, WriteError> {
        let before = self.workspace.with_untracked(|workspace| {
            let of = |workspace: &Workspace| workspace.changes().of(&conflict.target).cloned().collect();
            workspace.as_ref().map_or_else(Vec::new, of)
        });
        let made = self.keep(|workspace, stamp| Some(workspace.prepare_choice(conflict, chosen, stamp)))?;
        Ok(Undo::Exchange {
            restore: before,
            remove: made.into_iter().collect(),
        })
    }

    /// Keeps changes that were prepared elsewhere (an import), all or none.
    ///
    /// # Errors
    /// When they could not be kept; then nothing has changed.
    pub fn save_batch(self, batch: &Id, changes: Vec<Change>) -> Result<(), WriteError> {
        self.with_store(|store| changes::save_batch(store, batch, &changes))?;
        self.update(|workspace| workspace.insert(changes));
        Ok(())
    }

    /// A stamp for a change made now on this device.
    ///
    /// # Errors
    /// When the device's identifier could not be kept.
    pub fn stamp(self, batch: Option<Id>) -> Result<Stamp, WriteError> {
        Ok(Stamp {
            id: chance::new_id(),
            author: self.device()?,
            at: clock::now(),
            batch,
        })
    }

    /// Hides an entry on this device, and there alone.
    ///
    /// # Errors
    /// When it could not be kept.
    pub fn hide(self, id: &Id) -> Result<(), WriteError> {
        self.with_store(|store| store.write(&Key::Hidden(id.clone()), ""))?;
        self.hidden.update(|hidden| {
            hidden.insert(id.clone());
        });
        Ok(())
    }

    /// Shows a hidden entry again.
    ///
    /// # Errors
    /// When the browser refuses.
    pub fn unhide(self, id: &Id) -> Result<(), Denied> {
        self.with_store(|store| store.remove(&Key::Hidden(id.clone())))?;
        self.hidden.update(|hidden| {
            hidden.remove(id);
        });
        Ok(())
    }

    fn keep(
        self,
        prepare: impl FnOnce(&Workspace, Stamp) -> Option<Change>,
    ) -> Result<Option<Id>, WriteError> {
        let stamp = self.stamp(None)?;
        let prepared = self
            .workspace
            .with_untracked(|workspace| workspace.as_ref().and_then(|workspace| prepare(workspace, stamp)));
        let Some(change) = prepared else { return Ok(None) };
        self.with_store(|store| changes::save(store, &change))?;
        let id = change.id.clone();
        self.update(|workspace| {
            workspace.insert([change]);
            self.forget_settled(workspace);
        });
        Ok(Some(id))
    }

    pub(super) fn update(self, change: impl FnOnce(&mut Workspace)) {
        self.index.set_value(None);
        self.workspace.update(|workspace| {
            if let Some(workspace) = workspace {
                change(workspace);
            }
        });
    }
}
