//! What is shown: one edition with the local changes on top.
//!
//! A [`Workspace`] is a value: it reads nothing, keeps nothing and knows no clock. The storage layer
//! loads its changes; `state` owns the one that is on screen.

pub mod arrival;
mod choose;
mod compose;
pub mod import;
pub mod intake;
mod prepare;
mod present;
mod private;
pub mod publish;
pub mod records;
pub mod review;
mod send;
pub mod sent;
mod settle;
mod themes;

pub use prepare::Stamp;
pub use present::Origin;
pub use private::{PrivateEdit, join_private, private_in, take_private};
pub use send::Letter;
pub use themes::{ThemesEdit, ThemesGround};

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::domain::catalogue::Catalogue;
use crate::domain::change::{Change, ChangeSet, Target, TargetKind};
use crate::domain::contact::PrivateContacts;
use crate::domain::id::Id;
use crate::domain::merge::Conflict;
use crate::domain::order;

/// One edition with the local changes on top.
#[derive(Debug, Clone)]
pub struct Workspace {
    edition: Arc<Catalogue>,
    changes: ChangeSet,
    /// The same as the edition until something local stands on top of it.
    shown: Arc<Catalogue>,
    /// The contacts that are shown on this device alone.
    private: PrivateContacts,
    /// What became of each target that has changes.
    outcomes: BTreeMap<Target, Outcome>,
}

/// What became of one target that has changes.
#[derive(Debug, Clone, Default)]
struct Outcome {
    conflicts: Vec<Conflict>,
    pending: Vec<Id>,
    /// Whether something in the changes may have nothing left to say.
    finished: bool,
    /// Whether it is a press release that is still being written: an editor's desk, no proposal.
    composing: bool,
}

impl Workspace {
    /// An edition with nothing local on top of it.
    #[must_use]
    pub fn published(edition: Arc<Catalogue>) -> Self {
        Self {
            shown: Arc::clone(&edition),
            edition,
            changes: ChangeSet::default(),
            private: PrivateContacts::new(),
            outcomes: BTreeMap::new(),
        }
    }

    /// Puts changes and private contacts on top of an edition.
    #[must_use]
    pub fn new(edition: Arc<Catalogue>, changes: ChangeSet, private: PrivateContacts) -> Self {
        let mut workspace = Self {
            changes,
            private,
            ..Self::published(edition)
        };
        workspace.compose_all();
        workspace
    }

    /// The edition, to put something else on top of it.
    #[must_use]
    pub fn shared_edition(&self) -> Arc<Catalogue> {
        Arc::clone(&self.edition)
    }

    /// The published edition, without the local changes.
    #[must_use]
    pub fn edition(&self) -> &Catalogue {
        &self.edition
    }

    /// The catalogue as shown on this device.
    #[must_use]
    pub fn shown(&self) -> &Catalogue {
        &self.shown
    }

    /// The local changes.
    #[must_use]
    pub fn changes(&self) -> &ChangeSet {
        &self.changes
    }

    /// Every question to the person.
    pub fn conflicts(&self) -> impl Iterator<Item = &Conflict> {
        self.outcomes.values().flat_map(|outcome| &outcome.conflicts)
    }

    /// The changes that are not yet published, in the order in which they were made by their
    /// devices' clocks.
    #[must_use]
    pub fn pending(&self) -> Vec<&Change> {
        let ids = self.outcomes.values().flat_map(|outcome| &outcome.pending);
        let mut pending: Vec<&Change> = ids.filter_map(|id| self.changes.get(id)).collect();
        order::sort_by(&mut pending, |one, two| {
            (&one.at, &one.id).cmp(&(&two.at, &two.id))
        });
        pending
    }

    /// How many changes are not yet published, but for press releases that are still being written.
    #[must_use]
    pub fn pending_count(&self) -> usize {
        self.pending_ids().count()
    }

    /// The identifiers of the changes that are not yet published, in no order; those of press releases
    /// that are still being written are nobody's proposals.
    pub fn pending_ids(&self) -> impl Iterator<Item = &Id> {
        let outcomes = self.outcomes.values().filter(|outcome| !outcome.composing);
        outcomes.flat_map(|outcome| &outcome.pending)
    }

    /// Whether a target is a press release that is still being written.
    fn is_composing(&self, target: &Target) -> bool {
        self.outcomes.get(target).is_some_and(|outcome| outcome.composing)
    }

    /// The initiatives that the edition has or a local change speaks of, shown or not.
    #[must_use]
    pub fn initiatives_spoken_of(&self) -> BTreeSet<&Id> {
        let changed = self.changes.iter().map(|change| &change.target);
        let changed = changed.filter(|target| target.kind == TargetKind::Initiative);
        let published = self.edition.initiatives.iter().map(|initiative| &initiative.id);
        published.chain(changed.map(|target| &target.id)).collect()
    }

    /// Adds changes and shows them.
    pub fn insert(&mut self, changes: impl IntoIterator<Item = Change>) {
        let mut targets = Vec::new();
        for change in changes {
            targets.push(change.target.clone());
            self.changes.insert(change);
        }
        order::sort_by(&mut targets, Ord::cmp);
        targets.dedup();
        // Beyond a few, one pass over everything is cheaper than a search for each.
        if targets.len() > 8 {
            self.compose_all();
        } else {
            for target in targets {
                self.compose(&target);
            }
        }
    }

    /// Adds changes in place of what stands under their identifiers: a change of which more was accepted.
    pub fn insert_anew(&mut self, changes: impl IntoIterator<Item = Change>) {
        let changes: Vec<Change> = changes.into_iter().collect();
        for change in &changes {
            self.changes.remove(&change.id);
        }
        self.insert(changes);
    }

    /// Adds changes, in place of what stands under their identifiers, and takes others out, showing the
    /// outcome once.
    pub fn exchange(&mut self, added: impl IntoIterator<Item = Change>, removed: &[Id]) {
        for change in added {
            self.changes.remove(&change.id);
            self.changes.insert(change);
        }
        self.remove(removed);
    }

    /// Takes changes out, as if they had never been made.
    pub fn remove(&mut self, ids: &[Id]) {
        for id in ids {
            self.changes.remove(id);
        }
        self.compose_all();
    }
}
