//! The editor's inbox: what others propose, compared with what is shown, and what was decided.
//!
//! - [`find`] tells what is in a file or in a pasted conversation.
//! - [`Inbox`] holds the contributions that wait and the log of decisions; [`Inbox::groups`] compares
//!   what is open with what is shown, field by field.
//! - [`Inbox::decide`] makes of a decision an [`Act`]: everything that is to be written, and what takes it
//!   back, which [`Act::reversal`] fits to what was decided since. Nothing here writes.
//!
//! Invariants:
//! - What is decided is a path of a change. It is open until the log, the local changes or the edition
//!   says otherwise, so that a contribution that arrives again, also as a part of another one, asks
//!   nothing twice.
//! - Accepting puts the sender's own change, under its own identifier, among the local changes: on the
//!   sender's device the next edition finds it done. Of a change that is accepted in part, that part.
//! - What is proposed is never in the workspace before an editor accepted it, and a sender's name and
//!   call-back address never are: they live in the inbox and the log alone.

mod decide;
mod edit;
mod found;
mod groups;
mod keep;
#[cfg(test)]
mod laws;
mod receive;
mod remember;
mod reply;
mod signs;
#[cfg(test)]
mod tests;
mod undo;

pub use decide::{Act, Left, Pick, Prepared, Verdict, numbers_in};
pub use edit::{Leaf, edited, leaves};
pub use found::{Found, Link, find};
pub use groups::{Group, Item, Part, Standing};
pub use keep::{CALL_BACK_MONTHS, Overdue};
pub use receive::Receipt;
pub use reply::{CallBack, call_back};
pub use signs::Sign;
pub use undo::Reversal;

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::change::Path;
use crate::domain::decision::Decision;
use crate::domain::id::Id;
use crate::domain::order;
pub use crate::format::review::Filed;

/// The contributions that wait, and the log of decisions.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Inbox {
    filed: BTreeMap<Id, Filed>,
    log: BTreeMap<Id, Decision>,
}

impl Inbox {
    /// An inbox as it was stored.
    #[must_use]
    pub fn new(filed: impl IntoIterator<Item = Filed>, log: impl IntoIterator<Item = Decision>) -> Self {
        let key = |filed: Filed| (filed.contribution.id.clone(), filed);
        Self {
            filed: filed.into_iter().map(key).collect(),
            log: log
                .into_iter()
                .map(|decision| (decision.id.clone(), decision))
                .collect(),
        }
    }

    /// A contribution that waits.
    #[must_use]
    pub fn filed(&self, contribution: &Id) -> Option<&Filed> {
        self.filed.get(contribution)
    }

    /// How many contributions wait.
    #[must_use]
    pub fn waiting(&self) -> usize {
        self.filed.len()
    }

    /// The decisions, the latest first.
    #[must_use]
    pub fn log(&self) -> Vec<&Decision> {
        let mut log: Vec<&Decision> = self.log.values().collect();
        order::sort_by(&mut log, |one, two| (&two.at, &two.id).cmp(&(&one.at, &one.id)));
        log
    }

    /// Puts contributions in.
    pub fn file(&mut self, filed: impl IntoIterator<Item = Filed>) {
        let key = |filed: Filed| (filed.contribution.id.clone(), filed);
        self.filed.extend(filed.into_iter().map(key));
    }

    /// Takes contributions out again that nothing was decided about.
    pub fn take_out(&mut self, contributions: &[Id]) {
        self.filed.retain(|id, _| !contributions.contains(id));
    }

    /// Follows an act that was written.
    pub fn apply(&mut self, act: &Act) {
        for filed in &act.finished {
            self.filed.remove(&filed.contribution.id);
        }
        let entries = act.entries.iter();
        self.log
            .extend(entries.map(|entry| (entry.id.clone(), entry.clone())));
    }

    /// The paths of changes that were decided on.
    fn decided(&self) -> BTreeSet<(&Id, &Path)> {
        let log = self.log.values();
        log.flat_map(|decision| decision.fields.iter().map(|(path, _)| (&decision.change, path)))
            .collect()
    }
}
