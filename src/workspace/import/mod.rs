//! What a file would change here: told before anything is written.
//!
//! [`plan`] compares a catalogue with what is shown, [`plan_contribution`] does it with changes that
//! someone made elsewhere. A [`Plan`] holds what a person is told and the changes that would be
//! written; it writes nothing itself.

mod adopt;
mod compare;
pub mod foreign;
mod incoming;
#[cfg(test)]
mod tests;

pub use foreign::Foreign;
pub use incoming::{Chosen, Content, Incoming};

use std::collections::{BTreeMap, BTreeSet};

use super::{Stamp, Workspace};
use crate::domain::catalogue::Catalogue;
use crate::domain::change::{Change, Delta, Path, Target, TargetKind, value_at};
use crate::domain::id::Id;
use crate::domain::order;
use crate::domain::removal;
use crate::format::contribution::Contribution;

/// What becomes of the local changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// They stay, and the file is added. Where both say something else of the same field, the person
    /// is asked afterwards.
    Join,
    /// They go, and the file stands in their place.
    Replace,
}

/// What a file would change here.
#[derive(Debug, Clone, Default)]
pub struct Plan {
    /// Whether the file is of another site; its entries come in under identifiers of their own.
    pub other_site: bool,
    /// The titles of the initiatives that are not shown here.
    pub new: Vec<String>,
    /// The titles of those that are shown otherwise here.
    pub changed: Vec<String>,
    /// How many are shown here as they are in the file.
    pub identical: usize,
    /// The titles of those that stay as the person changed them here.
    pub kept: Vec<String>,
    /// The titles of what the file takes out and what is shown here.
    pub removed: Vec<String>,
    /// The titles of those that the published catalogue has taken out: they do not come back.
    pub refused: Vec<String>,
    /// The titles of another site's entries that are left out until a person has said whether they are
    /// the same as one here.
    pub undecided: Vec<String>,
    /// How many fields the person will be asked about afterwards.
    pub questions: usize,
    /// How many themes come along.
    pub themes: usize,
    /// How many press releases come along.
    pub communiques: usize,
    /// How many themes and press releases are otherwise here and stay so.
    pub left: usize,
    /// Whether the site's own settings are otherwise in the file; they are not taken over.
    pub site_differs: bool,
    /// The local changes that go.
    pub dropped: Vec<Id>,
    drafts: Vec<Draft>,
    arrived: Vec<Change>,
}

/// A change without its identifier, maker and time.
#[derive(Debug, Clone)]
struct Draft {
    target: Target,
    fields: Vec<(Path, Delta)>,
    replaces: Vec<Id>,
}

impl Plan {
    /// How many initiatives would be otherwise afterwards.
    #[must_use]
    pub fn touched(&self) -> usize {
        self.new.len() + self.changed.len() + self.removed.len()
    }

    /// Whether there is nothing to write.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.drafts.is_empty() && self.arrived.is_empty() && self.dropped.is_empty()
    }

    /// The changes to write, as one batch. `stamp` gives each new one its own identifier.
    ///
    /// New entries are shown in the order of their changes, so the stamps are dealt out in that
    /// order, and the entries stand as they do in the file.
    #[must_use]
    pub fn changes(self, batch: &Id, mut stamp: impl FnMut() -> Stamp) -> Vec<Change> {
        let mut stamps: Vec<Stamp> = self.drafts.iter().map(|_| stamp()).collect();
        order::sort_by(&mut stamps, |one, two| {
            (&one.at, &one.id).cmp(&(&two.at, &two.id))
        });
        let drafted = self.drafts.into_iter().zip(stamps).map(|(draft, stamp)| {
            let Stamp { id, author, at, .. } = stamp;
            Change {
                id,
                author,
                at,
                target: draft.target,
                fields: draft.fields,
                replaces: draft.replaces,
                batch: Some(batch.clone()),
            }
        });
        let arrived = self.arrived.into_iter().map(|change| Change {
            // It becomes visible here together with the others, whatever it travelled with before.
            batch: Some(batch.clone()),
            ..change
        });
        drafted.chain(arrived).collect()
    }
}

/// What a catalogue would change here.
///
/// An entry that the file lacks stays: a file is not known to be whole. Of another site, what may be
/// here already waits for an answer: see [`foreign`].
#[must_use]
pub fn plan(workspace: &Workspace, incoming: &Catalogue, mode: Mode) -> Plan {
    if incoming.site.id == workspace.edition.site.id {
        return compare::compare(workspace, incoming, mode);
    }
    Foreign::of(workspace, incoming, &BTreeMap::new()).plan(workspace, &[])
}

/// What a contribution would change here. One for another site changes nothing: its changes are
/// about entries that are not here.
#[must_use]
pub fn plan_contribution(workspace: &Workspace, contribution: &Contribution) -> Plan {
    let mut plan = Plan {
        other_site: contribution.site != workspace.edition.site.id,
        ..Plan::default()
    };
    if plan.other_site {
        return plan;
    }
    let places = super::compose::positions(&workspace.edition);
    let gone: BTreeSet<&Id> = workspace
        .edition
        .removed
        .iter()
        .map(|removed| &removed.id)
        .collect();
    let requested = workspace.edition.requested().cloned().collect();
    let mut told = BTreeSet::new();
    for change in &contribution.changes {
        let target = &change.target;
        let title = title_of(workspace, change);
        if workspace.changes.get(&change.id).is_some() || is_published(workspace, change, &places) {
            let first = told.insert(target) && target.kind == TargetKind::Initiative;
            plan.identical += usize::from(first);
            continue;
        }
        let allowed = removal::change_without(change.clone(), &requested);
        let Some(change) = allowed.filter(|_| !gone.contains(&target.id)) else {
            plan.refused.push(title);
            continue;
        };
        if told.insert(target) {
            let makes = change.creates() && workspace.title_of(target).is_none();
            match target.kind {
                TargetKind::Theme if makes => plan.themes += 1,
                TargetKind::Communique if makes => plan.communiques += 1,
                _ if change.removes() => plan.removed.push(title),
                _ if makes => plan.new.push(title),
                _ => plan.changed.push(title),
            }
        }
        plan.arrived.push(change);
    }
    plan
}

/// Whether the edition says all that a change wants.
fn is_published(
    workspace: &Workspace,
    change: &Change,
    places: &std::collections::BTreeMap<Target, usize>,
) -> bool {
    let place = places.get(&change.target).copied();
    let Some(published) = super::compose::encode(&workspace.edition, &change.target, place) else {
        return false;
    };
    let said = |(path, delta): &(Path, Delta)| *value_at(&published, path) == delta.after;
    change.fields.iter().all(said)
}

/// The title of what a change is about, from the change itself where nothing here has one.
fn title_of(workspace: &Workspace, change: &Change) -> String {
    let here = workspace.title_of(&change.target).map(str::to_owned);
    let own = || {
        let title = Path::parse("title").and_then(|path| change.delta(&path)?.after.as_text());
        title.map(str::to_owned)
    };
    here.or_else(own)
        .unwrap_or_else(|| change.target.id.as_str().to_owned())
}

fn initiative(id: &Id) -> Target {
    Target {
        kind: TargetKind::Initiative,
        id: id.clone(),
    }
}
