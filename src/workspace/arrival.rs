//! A new edition under the local changes.
//!
//! Which of two editions is shown is decided by [`EditionName::arrives`]; here is what its arrival does
//! to a workspace. Laws, each a property test in `tests/arrival.rs`:
//! - an edition that arrives twice changes nothing the second time;
//! - no change vanishes by an arrival: it is pending, asked about, published as it stands, replaced by
//!   a later one of someone who had seen it, or about an entry that a person asked to have removed;
//! - what nobody changed here is shown as the new edition says.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::Workspace;
use crate::domain::catalogue::Catalogue;
#[cfg(doc)]
use crate::domain::edition::EditionName;
use crate::domain::id::Id;
use crate::domain::initiative::Initiative;

/// What an edition says otherwise than the one before, in numbers of initiatives.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct News {
    /// Those that were not there.
    pub new: usize,
    /// Those that say something else.
    pub changed: usize,
    /// Those that are gone.
    pub removed: usize,
}

impl News {
    /// What an edition says otherwise than the one before.
    #[must_use]
    pub fn between(before: &Catalogue, after: &Catalogue) -> Self {
        let mut old: BTreeMap<&Id, &Initiative> = before.visible().map(|it| (&it.id, it)).collect();
        let mut news = Self::default();
        for initiative in after.visible() {
            match old.remove(&initiative.id) {
                None => news.new += 1,
                Some(known) => news.changed += usize::from(known != initiative),
            }
        }
        news.removed = old.len();
        news
    }

    /// Whether no initiative is otherwise.
    #[must_use]
    pub fn is_none(&self) -> bool {
        *self == Self::default()
    }
}

impl Workspace {
    /// The same local changes and private contacts on top of another edition.
    #[must_use]
    pub fn on(self, edition: Arc<Catalogue>) -> Self {
        Self::new(edition, self.changes, self.private)
    }

    /// Whether a person asked to have an initiative removed.
    #[must_use]
    pub fn is_requested(&self, initiative: &Id) -> bool {
        self.edition.requested().any(|id| id == initiative)
    }
}
