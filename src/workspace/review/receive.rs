//! What becomes of contributions that come in.

use std::collections::BTreeSet;

use super::super::{Stamp, Workspace};
use super::groups::Scene;
use super::remember::{entry, message_entry};
use super::{Act, Filed, Inbox};
use crate::domain::date::Timestamp;
use crate::domain::decision::{Decision, Outcome};
use crate::domain::id::Id;
use crate::domain::order;
use crate::format::contribution::Contribution;

/// What becomes of contributions that come in.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Receipt {
    /// How many came in.
    pub received: usize,
    /// How many have nothing to decide: all of it was decided, accepted or published before.
    pub treated: usize,
    /// How many wait in the inbox already, or came in twice just now.
    pub waiting: usize,
    /// How many are for another site; they are not kept.
    pub elsewhere: usize,
    /// Those that are to be kept.
    pub filed: Vec<Filed>,
}

impl Inbox {
    /// What would become of contributions that come in now. Nothing is put in.
    #[must_use]
    pub fn receive(
        &self,
        workspace: &Workspace,
        contributions: Vec<Contribution>,
        now: &Timestamp,
    ) -> Receipt {
        let scene = Scene::new(self, workspace);
        let mut receipt = Receipt {
            received: contributions.len(),
            ..Receipt::default()
        };
        let mut known: BTreeSet<Id> = self.filed.keys().cloned().collect();
        for contribution in contributions {
            if contribution.site != workspace.edition.site.id {
                receipt.elsewhere += 1;
                continue;
            }
            if !known.insert(contribution.id.clone()) {
                receipt.waiting += 1;
                continue;
            }
            let filed = Filed {
                received_at: now.clone(),
                contribution,
            };
            let unread = filed.contribution.changes.is_empty() && !self.remembers(&filed);
            if scene.open(&filed).is_empty() && !unread {
                receipt.treated += 1;
            } else {
                receipt.filed.push(filed);
            }
        }
        receipt
    }

    /// Puts away what has nothing left to decide, since an edition or an accepted change says it all.
    /// The log remembers that it came.
    #[must_use]
    pub fn put_away(&self, workspace: &Workspace, now: &Timestamp, mut id: impl FnMut() -> Id) -> Act {
        let scene = Scene::new(self, workspace);
        let mut act = Act::default();
        for filed in self.filed.values() {
            if !scene.open(filed).is_empty() || filed.contribution.changes.is_empty() {
                continue;
            }
            act.finished.push(filed.clone());
            if self.remembers(filed) {
                continue;
            }
            for change in &filed.contribution.changes {
                act.entries.push(Decision {
                    // What is not shown any more has no title to be remembered by.
                    title: workspace.title_of(&change.target).unwrap_or_default().to_owned(),
                    ..entry(filed, change, Outcome::Settled, id(), now.clone())
                });
            }
        }
        act
    }

    /// Whether something of a contribution is in the log.
    fn remembers(&self, filed: &Filed) -> bool {
        let mut log = self.log.values();
        log.any(|entry| entry.contribution == filed.contribution.id)
    }

    /// The messages that came without a change, the earliest received first.
    #[must_use]
    pub fn messages(&self) -> Vec<&Filed> {
        let waiting = self.filed.values();
        let mut messages: Vec<&Filed> = waiting
            .filter(|filed| filed.contribution.changes.is_empty())
            .collect();
        order::sort_by(&mut messages, |one, two| one.received_at.cmp(&two.received_at));
        messages
    }

    /// Puts a message away that was read; nothing where none waits.
    #[must_use]
    pub fn close_message(&self, contribution: &Id, stamp: Stamp) -> Option<Act> {
        let filed = self
            .filed(contribution)
            .filter(|filed| filed.contribution.changes.is_empty())?;
        Some(Act {
            entries: vec![message_entry(filed, stamp.id, stamp.at)],
            finished: vec![filed.clone()],
            ..Act::default()
        })
    }
}
