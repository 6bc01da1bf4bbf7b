//! What becomes of contributions that come in.

use std::collections::BTreeSet;

use super::super::{Stamp, Workspace};
use super::groups::Scene;
use super::remember::{entry, message_entry};
use super::{Act, Filed, Inbox};
use crate::domain::change::Change;
use crate::domain::date::Timestamp;
use crate::domain::decision::{Decision, Outcome};
use crate::domain::id::Id;
use crate::domain::{order, removal};
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
    /// How many told of persons who asked to be removed; they are kept without that, if at all.
    pub withdrawn: usize,
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
        let requested = workspace.edition.requested().cloned().collect();
        for contribution in contributions {
            if contribution.site != workspace.edition.site.id {
                receipt.elsewhere += 1;
                continue;
            }
            if !known.insert(contribution.id.clone()) {
                receipt.waiting += 1;
                continue;
            }
            let (left, is_whole) = without_requested(contribution, &requested);
            receipt.withdrawn += usize::from(!is_whole);
            let Some(contribution) = left else { continue };
            let filed = Filed::new(now.clone(), contribution);
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
            reopened: vec![filed.clone()],
            ..Act::default()
        })
    }
}

/// What is left of a contribution without what it tells of persons who asked to be removed, and whether
/// that is all of it. Its message tells of its changes in words, so it goes with one of them.
fn without_requested(contribution: Contribution, requested: &BTreeSet<Id>) -> (Option<Contribution>, bool) {
    let without = |change: &Change| removal::change_without(change.clone(), requested);
    let changes: Vec<Change> = contribution.changes.iter().filter_map(without).collect();
    let is_whole = changes == contribution.changes;
    if is_whole {
        let tells = changes.is_empty() && removal::mentions(&contribution.message, requested);
        return ((!tells).then_some(contribution), !tells);
    }
    let left = (!changes.is_empty()).then(|| Contribution {
        changes,
        message: String::new(),
        ..contribution
    });
    (left, false)
}

#[cfg(test)]
mod tests {
    use super::super::tests::{contribution, inbox, retitled};
    use crate::domain::catalogue::Catalogue;
    use crate::domain::date::Timestamp;
    use crate::domain::id::Id;
    use crate::domain::initiative::Initiative;
    use crate::domain::site::Site;
    use crate::format::v1;
    use crate::workspace::Workspace;
    use std::sync::Arc;

    #[test]
    fn nothing_comes_in_about_a_person_who_asked_to_be_removed() {
        let id = |text: &str| Id::parse(text).unwrap();
        let mut edition = Catalogue::new(Site::new(id("site")));
        edition
            .initiatives
            .push(Initiative::new(id("x"), "Masques".to_owned()));
        v1::withhold(&mut edition, &[id("jeanne")]);
        let workspace = Workspace::published(Arc::new(edition));
        let hers = retitled("a", "jeanne", "Couture", "Couture de Jeanne");
        let other = retitled("b", "x", "Masques", "Masques lavables");
        let mut asks = contribution("m", vec![]);
        asks.message = "Retirez initiative?id=jeanne".to_owned();
        let receipt = inbox(vec![]).receive(
            &workspace,
            vec![
                contribution("hers", vec![hers.clone()]),
                contribution("both", vec![hers, other.clone()]),
                contribution("other", vec![retitled("c", "x", "Masques", "Autre")]),
                asks,
            ],
            &Timestamp::parse("2026-01-04T00:00:00Z").unwrap(),
        );
        assert_eq!((receipt.received, receipt.withdrawn), (4, 3));
        let filed: Vec<_> = receipt.filed.iter().map(|filed| &filed.contribution).collect();
        assert_eq!(filed.len(), 2);
        assert_eq!(
            (filed[0].changes.as_slice(), filed[0].message.as_str()),
            (&[other][..], "")
        );
        assert_eq!(filed[1].message, "Voici.");
    }
}
