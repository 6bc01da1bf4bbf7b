//! Files in and out: the catalogue, what a person proposes, and what others send.

use leptos::prelude::*;

use super::App;
use super::notice::Undo;
use crate::browser::chance;
use crate::browser::file::{ChosenFile, FileError};
use crate::domain::catalogue::Catalogue;
use crate::domain::id::Id;
use crate::domain::initiative::Status;
use crate::domain::search::Filter;
use crate::format::csv::{Mapping, Table};
use crate::format::publish::{publishable, publishable_of};
use crate::format::refusal::Refusal;
use crate::format::{json, limits, v1};
use crate::storage::port::WriteError;
use crate::storage::{changes, same, whole};
use crate::workspace::Workspace;
use crate::workspace::import::foreign::{Answer, Foreign};
use crate::workspace::import::{Chosen, Content, Incoming, Mode, Plan, plan, plan_contribution};

/// Why a file could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unreadable {
    /// The browser could not read it.
    File(FileError),
    /// It is nothing that this application reads.
    Refused(Refusal),
}

/// Reads a file that a person chose.
///
/// # Errors
/// [`Unreadable`]; nothing has changed then.
pub async fn read(file: &ChosenFile) -> Result<Chosen, Unreadable> {
    let bytes = file.bytes(limits::FILE_BYTES).await.map_err(Unreadable::File)?;
    let mut chosen = Chosen::read(&bytes).map_err(Unreadable::Refused)?;
    if let Chosen::Whole(Incoming {
        content: Content::Backup(backup),
        ..
    }) = &mut chosen
    {
        backup.entries = whole::seen(std::mem::take(&mut backup.entries));
    }
    Ok(chosen)
}

impl App {
    /// What a file would change here; nothing for a backup, or while no catalogue is loaded.
    #[must_use]
    pub fn plan(self, content: &Content, mode: Mode) -> Option<Plan> {
        self.workspace.with_untracked(|workspace| {
            let workspace = workspace.as_ref()?;
            match content {
                Content::Catalogue(catalogue) => Some(plan(workspace, catalogue, mode)),
                Content::Contribution(contribution) => Some(plan_contribution(workspace, contribution)),
                Content::Backup(_) | Content::Handover(_) => None,
            }
        })
    }

    /// A catalogue of another site, ready to be decided on; nothing for one of this site, or while no
    /// catalogue is loaded.
    #[must_use]
    pub fn foreign(self, catalogue: &Catalogue) -> Option<Foreign> {
        self.workspace.with_untracked(|workspace| {
            let workspace = workspace.as_ref()?;
            let is_other = workspace.edition().site.id != catalogue.site.id;
            // A storage that refuses remembers nothing.
            let same = self.with_store(same::load).unwrap_or_default();
            is_other.then(|| Foreign::of(workspace, catalogue, &same))
        })
    }

    /// What a catalogue of another site would change here with these answers; nothing while no catalogue
    /// is loaded.
    #[must_use]
    pub fn plan_foreign(self, foreign: &Foreign, answers: &[Option<Answer>]) -> Option<Plan> {
        self.workspace
            .with_untracked(|workspace| Some(foreign.plan(workspace.as_ref()?, answers)))
    }

    /// Remembers what a person has said of the entries of another site.
    pub fn remember_same(self, told: &[(Id, Option<Id>)]) {
        for (theirs, ours) in told {
            // What cannot be kept is asked again at the next import.
            let _kept = self.with_store(|store| same::remember(store, theirs, ours.as_ref()));
        }
    }

    /// Does what a plan says, and gives what undoes it: nothing where there was nothing to do.
    ///
    /// # Errors
    /// When it could not be kept; then nothing has changed.
    pub fn import(self, plan: Plan) -> Result<Option<Undo>, WriteError> {
        if plan.is_empty() {
            return Ok(None);
        }
        let batch = chance::new_id();
        let stamp = self.stamp(Some(batch.clone()))?;
        let dropped = plan.dropped.clone();
        let changes = plan.changes(&batch, || crate::workspace::Stamp {
            id: chance::new_id(),
            ..stamp.clone()
        });
        let restore = self.workspace.with_untracked(|workspace| {
            let gone = |workspace: &Workspace| {
                let mut gone = workspace.named_by(&changes);
                gone.retain(|named| !dropped.contains(&named.id));
                let dropped = dropped.iter().filter_map(|id| workspace.changes().get(id));
                gone.extend(dropped.cloned());
                gone
            };
            workspace.as_ref().map_or_else(Vec::new, gone)
        });
        self.with_store(|store| changes::save_batch(store, &batch, &changes, &dropped))?;
        let remove = changes.iter().map(|change| change.id.clone()).collect();
        self.update(|workspace| workspace.exchange(changes, &dropped));
        Ok(Some(Undo::Exchange { restore, remove }))
    }

    /// What the rows of a table tell of; nothing while no catalogue is loaded.
    #[must_use]
    pub fn read_table(self, table: &Table, mapping: &Mapping) -> Option<Incoming> {
        self.with_workspace_untracked(|workspace| Incoming::of_table(table, mapping, workspace.shown()))
    }

    /// The positions of what a list shows, or of everything; nothing while no catalogue is loaded. What is
    /// hidden is so on this device alone, and goes along.
    fn outgoing_positions(self, filter: Option<&Filter>) -> Option<Vec<usize>> {
        match filter {
            Some(filter) => self.select(filter).map(|found| found.positions),
            None => self.with_workspace(|workspace| (0..workspace.shown().initiatives.len()).collect()),
        }
    }

    /// How many entries of a list, or of everything, may leave the device; nothing while no catalogue is
    /// loaded.
    #[must_use]
    pub fn outgoing_count(self, filter: Option<&Filter>) -> Option<usize> {
        let positions = self.outgoing_positions(filter)?;
        self.with_workspace(|workspace| {
            let entries = &workspace.shown().initiatives;
            let leaves = |place: &&usize| entries[**place].status != Status::Draft;
            positions.iter().filter(leaves).count()
        })
    }

    /// What may leave the device of a list, or of everything; nothing while no catalogue is loaded.
    #[must_use]
    pub fn outgoing(self, filter: Option<&Filter>) -> Option<Catalogue> {
        untrack(|| {
            let positions = self.outgoing_positions(filter)?;
            self.with_workspace(|workspace| publishable_of(workspace.shown(), &positions))
        })
    }

    /// The whole catalogue as shown on this device, as a file; nothing while none is loaded.
    #[must_use]
    pub fn export(self) -> Option<String> {
        self.workspace.with_untracked(|workspace| {
            let public = publishable(workspace.as_ref()?.shown());
            Some(json::write_pretty(&v1::write_catalogue(&public)))
        })
    }
}
