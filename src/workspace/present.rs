//! What a person is told about an entry: where it comes from.

use super::Workspace;
use crate::domain::change::{Change, Target, TargetKind};
use crate::domain::id::Id;
use crate::domain::merge::Conflict;

/// Where what is shown of an entry comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// From the edition, as it is.
    Published,
    /// From the edition, with local changes.
    Changed,
    /// From this device alone.
    Local,
}

impl Workspace {
    /// Where what is shown of an initiative comes from.
    #[must_use]
    pub fn origin(&self, initiative: &Id) -> Origin {
        let target = Target {
            kind: TargetKind::Initiative,
            id: initiative.clone(),
        };
        let pending = self
            .outcomes
            .get(&target)
            .is_some_and(|outcome| !outcome.pending.is_empty());
        if !pending {
            Origin::Published
        } else if self.edition.initiative(initiative).is_some() {
            Origin::Changed
        } else {
            Origin::Local
        }
    }

    /// The changes of a target that are not yet published.
    #[must_use]
    pub fn pending_of(&self, target: &Target) -> Vec<&Change> {
        let pending = self.outcomes.get(target).map(|outcome| &outcome.pending);
        pending
            .into_iter()
            .flatten()
            .filter_map(|id| self.changes.get(id))
            .collect()
    }

    /// The questions about an initiative.
    #[must_use]
    pub fn conflicts_of(&self, initiative: &Id) -> &[Conflict] {
        let target = Target {
            kind: TargetKind::Initiative,
            id: initiative.clone(),
        };
        self.outcomes
            .get(&target)
            .map_or(&[], |outcome| &outcome.conflicts)
    }

    /// The title that a change's target has or had, for a list of changes.
    #[must_use]
    pub fn title_of(&self, target: &Target) -> Option<&str> {
        let catalogues = [&self.shown, &self.edition];
        catalogues.into_iter().find_map(|catalogue| match target.kind {
            TargetKind::Initiative => catalogue.initiative(&target.id).map(|it| it.title.as_str()),
            TargetKind::Communique => catalogue.communique(&target.id).map(|it| it.title.as_str()),
            _ => None,
        })
    }
}
