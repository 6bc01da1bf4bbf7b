//! Letting go of what has nothing left to say.

use std::collections::BTreeSet;

use super::Workspace;
use super::compose::{is_withdrawn, position};
use crate::domain::change::Change;
use crate::domain::id::Id;
use crate::domain::settle::{Scope, Settling, settle};

impl Workspace {
    /// Whether anything may go: the quick question before the long one.
    #[must_use]
    pub fn has_finished(&self) -> bool {
        self.outcomes.values().any(|outcome| outcome.finished)
    }

    /// What may go of the local changes, step by step in an order that may stop anywhere. `device` is
    /// this device, the author of its changes; `sent` are those that were handed over.
    #[must_use]
    pub fn settling(&self, scope: Scope, device: Option<&Id>, sent: &BTreeSet<&Id>) -> Vec<Settling> {
        let is_mine = |change: &Change| device == Some(&change.author) && !sent.contains(&change.id);
        let requested: BTreeSet<&Id> = self.edition.requested().collect();
        let mut steps = Vec::new();
        for (target, _) in self.outcomes.iter().filter(|(_, outcome)| outcome.finished) {
            let changes: Vec<&Change> = self.changes.of(target).collect();
            if is_withdrawn(&requested, target) {
                let all = changes.iter().filter(|_| scope == Scope::All);
                steps.extend(all.map(|change| Settling::Forget(change.id.clone())));
                continue;
            }
            let published = self.published_document(target, position(&self.edition, target));
            steps.extend(settle(target, published.as_ref(), &changes, scope, &is_mine));
        }
        steps
    }

    /// The changes here that new ones name: what undoing these must bring back, since another page may let
    /// go of it as written over before that.
    #[must_use]
    pub fn named_by(&self, new: &[Change]) -> Vec<Change> {
        let names: BTreeSet<&Id> = new.iter().flat_map(|change| &change.replaces).collect();
        names
            .into_iter()
            .filter_map(|id| self.changes.get(id))
            .cloned()
            .collect()
    }

    /// Takes steps, and gives the changes as they were before. What is shown stays as it is.
    pub fn settle(&mut self, steps: &[Settling]) -> Vec<Change> {
        let mut before = Vec::new();
        for step in steps {
            match step {
                Settling::Forget(id) => before.extend(self.changes.remove(id)),
                Settling::Trim(trimmed) => {
                    before.extend(self.changes.remove(&trimmed.id));
                    self.changes.insert(trimmed.clone());
                }
            }
        }
        before
    }
}
