//! What a person can do to the catalogue. Each command keeps first and shows after.

use leptos::prelude::*;

use super::App;
use super::notice::Undo;
use crate::browser::{chance, clock};
use crate::domain::catalogue::RemovalReason;
use crate::domain::change::{Change, Target, TargetKind};
use crate::domain::contact::Contact;
use crate::domain::draft::Ground;
use crate::domain::id::Id;
use crate::domain::initiative::Initiative;
use crate::domain::merge::Conflict;
use crate::domain::settle::Scope;
use crate::domain::value::Value;
use crate::storage::changes::{self, Edit};
use crate::storage::key::Key;
use crate::storage::port::{Storage, WriteError};
use crate::workspace::{PrivateEdit, Stamp, Workspace, join_private, private_in, take_private};

impl App {
    /// Saves an initiative from a form that stood on this ground: what may be sent as a change, unless
    /// nothing of it changed, and the private contacts beside it. Gives what takes it back, or nothing
    /// where all was so already.
    ///
    /// # Errors
    /// When it could not be kept; then nothing has changed.
    pub fn save(self, initiative: &Initiative, ground: &Ground) -> Result<Option<Undo>, WriteError> {
        let mut public = initiative.clone();
        let typed = take_private(&mut public);
        let before = self.private_of(&initiative.id);
        let private = join_private(&private_in(&ground.shown), &typed, &before);
        let change = self.prepare(|workspace, stamp| workspace.prepare_saved(&public, ground, stamp))?;
        let private = (private != before).then_some((&initiative.id, &before[..], &private[..]));
        if change.is_none() && private.is_none() {
            return Ok(None);
        }
        let keep: Vec<Change> = change.into_iter().collect();
        let undo = self.edit(Edit {
            keep: &keep,
            take_out: &[],
            private,
        })?;
        Ok(Some(undo))
    }

    /// Takes an edit back: what it took out comes back, what it made goes, and so does what it made of the
    /// private contacts.
    ///
    /// # Errors
    /// When it could not be taken back; then nothing has changed.
    pub fn take_back(
        self,
        restore: &[Change],
        remove: &[Id],
        private: Option<&PrivateEdit>,
    ) -> Result<(), WriteError> {
        let back = private.map(|edit| edit.taken_back(&self.private_of(&edit.initiative)));
        self.put(Edit {
            keep: restore,
            take_out: remove,
            private: back
                .as_ref()
                .map(|back| (&back.initiative, &back.before[..], &back.after[..])),
        })
    }

    pub(super) fn private_of(self, initiative: &Id) -> Vec<Contact> {
        self.workspace.with_untracked(|workspace| {
            workspace
                .as_ref()
                .map_or_else(Vec::new, |workspace| workspace.private_of(initiative).to_vec())
        })
    }

    /// Changes an initiative where it stands, without a form. Gives what takes that back, or nothing where
    /// all was so already.
    ///
    /// # Errors
    /// When it could not be kept; then nothing has changed.
    pub fn amend(
        self,
        initiative: &Id,
        change: impl FnOnce(&mut Initiative),
    ) -> Result<Option<Undo>, WriteError> {
        let change = self.prepare(|workspace, stamp| {
            let mut amended = workspace.shown().initiative(initiative)?.clone();
            change(&mut amended);
            workspace.prepare_initiative(&amended, stamp)
        })?;
        change.map(|change| self.edit(Edit::of(&[change]))).transpose()
    }

    /// Takes an initiative out of the catalogue, for a reason. Gives what takes that back, or nothing
    /// where it is not shown.
    ///
    /// # Errors
    /// When it could not be kept; then nothing has changed.
    pub fn remove(self, initiative: &Id, reason: &RemovalReason) -> Result<Option<Undo>, WriteError> {
        let target = Target {
            kind: TargetKind::Initiative,
            id: initiative.clone(),
        };
        let change = self.prepare(|workspace, stamp| workspace.prepare_removal(target, reason, stamp))?;
        change.map(|change| self.edit(Edit::of(&[change]))).transpose()
    }

    /// Takes local changes back, as if they had never been made.
    ///
    /// # Errors
    /// When the browser refuses; then nothing has changed.
    pub fn revert(self, ids: &[Id]) -> Result<(), WriteError> {
        self.take_back(&[], ids, None)
    }

    /// Brings changes back that were taken out, and takes out those that came in their place.
    ///
    /// # Errors
    /// When they could not be kept; then nothing has changed.
    pub fn bring_back(self, restore: &[Change], remove: &[Id]) -> Result<(), WriteError> {
        self.take_back(restore, remove, None)
    }

    /// Answers a question: which of several texts of a field is to stand. Gives what undoes it.
    ///
    /// # Errors
    /// When it could not be kept; then nothing has changed.
    pub fn choose(self, conflict: &Conflict, chosen: &Value) -> Result<Undo, WriteError> {
        let choice =
            self.prepare(|workspace, stamp| Some(workspace.prepare_choice(conflict, chosen, stamp)))?;
        let keep: Vec<Change> = choice.into_iter().collect();
        self.edit(Edit::of(&keep))
    }

    /// Keeps changes that were prepared elsewhere (an import), all or none.
    ///
    /// # Errors
    /// When they could not be kept; then nothing has changed.
    pub fn save_batch(self, batch: &Id, changes: Vec<Change>) -> Result<(), WriteError> {
        self.with_store(|store| changes::save_batch(store, batch, &changes, &[]))?;
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
    pub fn unhide(self, id: &Id) -> Result<(), WriteError> {
        self.with_store(|store| store.remove(&Key::Hidden(id.clone())))?;
        self.hidden.update(|hidden| {
            hidden.remove(id);
        });
        Ok(())
    }

    pub(super) fn prepare(
        self,
        prepare: impl FnOnce(&Workspace, Stamp) -> Option<Change>,
    ) -> Result<Option<Change>, WriteError> {
        let stamp = self.stamp(None)?;
        Ok(self
            .workspace
            .with_untracked(|workspace| workspace.as_ref().and_then(|workspace| prepare(workspace, stamp))))
    }

    /// Keeps and shows what a person did, forgets what is replaced after it, and gives what
    /// undoes all of that, what was taken out included.
    pub(super) fn edit(self, edit: Edit) -> Result<Undo, WriteError> {
        let named = |workspace: &Workspace| {
            let taken = edit.take_out.iter().filter_map(|id| workspace.changes().get(id));
            let mut before = workspace.named_by(edit.keep);
            before.extend(taken.cloned());
            before
        };
        let mut restore = self
            .workspace
            .with_untracked(|workspace| workspace.as_ref().map_or_else(Vec::new, named));
        self.put(edit)?;
        self.update(|workspace| {
            let gone = self.settle(workspace, Scope::WrittenOver);
            restore.retain(|named| gone.iter().all(|gone| gone.id != named.id));
            restore.extend(gone);
        });
        Ok(Undo::Edit {
            restore,
            remove: edit.keep.iter().map(|change| change.id.clone()).collect(),
            private: edit.private.map(|(initiative, before, after)| PrivateEdit {
                initiative: initiative.clone(),
                before: before.to_vec(),
                after: after.to_vec(),
            }),
        })
    }

    fn put(self, edit: Edit) -> Result<(), WriteError> {
        self.with_store(|store| changes::keep(store, &chance::new_id(), edit))?;
        self.update(|workspace| {
            if edit.take_out.is_empty() {
                workspace.insert(edit.keep.iter().cloned());
            } else {
                workspace.exchange(edit.keep.iter().cloned(), edit.take_out);
            }
            if let Some((initiative, _, after)) = edit.private {
                workspace.set_private_of(initiative, after.to_vec());
            }
        });
        Ok(())
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
