//! Comparing a catalogue of this site with what is shown.

use std::collections::{BTreeMap, BTreeSet};

use super::super::Workspace;
use super::super::compose::{document, encode, positions, reason_object};
use super::super::private::without_private;
use super::{Draft, Mode, Plan, initiative};
use crate::domain::catalogue::{Catalogue, RemovalReason};
use crate::domain::change::{Change, Delta, Path, Target, TargetKind, difference, value_at};
use crate::domain::id::Id;
use crate::domain::order;
use crate::domain::removal;
use crate::domain::value::{Object, Value};
use crate::format::v1;

/// What a catalogue of this site would change.
pub(super) fn compare(workspace: &Workspace, incoming: &Catalogue, mode: Mode) -> Plan {
    let mut local: BTreeMap<&Target, Vec<&Change>> = BTreeMap::new();
    for change in workspace.changes.iter() {
        local.entry(&change.target).or_default().push(change);
    }
    let mut comparison = Comparison {
        workspace,
        mode,
        local,
        shown: positions(&workspace.shown),
        published: positions(&workspace.edition),
        taken_out: workspace
            .edition
            .removed
            .iter()
            .map(|removed| &removed.id)
            .collect(),
        standing: BTreeSet::new(),
        plan: Plan::default(),
    };
    comparison.themes(incoming);
    comparison.initiatives(incoming);
    comparison.communiques(incoming);
    comparison.site(incoming);
    comparison.removals(incoming);
    comparison.finish()
}

struct Comparison<'a> {
    workspace: &'a Workspace,
    mode: Mode,
    local: BTreeMap<&'a Target, Vec<&'a Change>>,
    shown: BTreeMap<Target, usize>,
    published: BTreeMap<Target, usize>,
    /// What the edition has taken out.
    taken_out: BTreeSet<&'a Id>,
    /// What is shown as the file says, so that its local changes may stay in either mode.
    standing: BTreeSet<Target>,
    plan: Plan,
}

/// What a file would do to one document.
enum Outcome {
    /// It would be otherwise afterwards.
    Written,
    /// Nothing: it is so already.
    Identical,
    /// Nothing: it stays as the person changed it.
    Kept,
}

impl Comparison<'_> {
    fn initiatives(&mut self, incoming: &Catalogue) {
        for entry in &incoming.initiatives {
            let target = initiative(&entry.id);
            let place = self.shown.get(&target).copied();
            let wanted = without_private(v1::encode_initiative(entry));
            let same = place.is_some_and(|place| self.workspace.shown.initiatives[place] == *entry)
                || self.shown_document(&target, place).as_ref() == Some(&wanted);
            if same && self.workspace.conflicts_of(&entry.id).is_empty() {
                self.standing.insert(target);
                self.plan.identical += 1;
                continue;
            }
            let title = entry.title.clone();
            if self.taken_out.contains(&entry.id) {
                self.plan.refused.push(title);
                continue;
            }
            match self.document(&target, place, &wanted) {
                Outcome::Written if place.is_some() => self.plan.changed.push(title),
                Outcome::Written => self.plan.new.push(title),
                Outcome::Identical => self.plan.identical += 1,
                Outcome::Kept => self.plan.kept.push(title),
            }
        }
    }

    fn document(&mut self, target: &Target, place: Option<usize>, wanted: &Object) -> Outcome {
        match self.mode {
            Mode::Join => self.join(target, place, wanted),
            Mode::Replace => {
                self.replace(target, wanted);
                Outcome::Written
            }
        }
    }

    /// The file instead of the local changes, which the new change replaces: where the old ones
    /// could not be taken out to the last, the file still stands.
    fn replace(&mut self, target: &Target, wanted: &Object) {
        let fields = without_blanks(difference(&self.published_document(target), wanted));
        if !fields.is_empty() {
            let replaces = self.changes_of(target).iter().map(|change| change.id.clone());
            let replaces = replaces.collect();
            self.draft(target, fields, replaces);
        }
    }

    /// The file on top of the local changes. A field that nobody touched here follows the file. On
    /// one that the person changed, a file that says what is published has no news; one that says
    /// what an earlier import said has been seen; any other is a question. What an earlier import
    /// brought is replaced by what this one brings.
    fn join(&mut self, target: &Target, place: Option<usize>, wanted: &Object) -> Outcome {
        let own = self.changes_of(target).to_vec();
        if place.is_none() && own.iter().any(|change| change.removes()) {
            return Outcome::Kept;
        }
        let published = self.published_document(target);
        // What is not shown differs in everything from what is wanted.
        let shown = self.shown_document(target, place).unwrap_or_default();
        let (mut fields, mut replaces) = (Vec::new(), Vec::new());
        let (mut kept, mut questions) = (false, 0);
        for (path, delta) in without_blanks(difference(&shown, wanted)) {
            let touching: Vec<_> = own
                .iter()
                .filter_map(|change| Some((change, change.delta(&path)?)))
                .collect();
            let before = value_at(&published, &path).clone();
            let known = touching.iter().any(|(_, own)| own.after == delta.after);
            if known || (!touching.is_empty() && delta.after == before) {
                kept |= !known;
                continue;
            }
            questions += usize::from(touching.iter().any(|(change, _)| change.batch.is_none()));
            let imported = touching.iter().filter(|(change, _)| change.batch.is_some());
            replaces.extend(imported.map(|(change, _)| change.id.clone()));
            let after = delta.after;
            fields.push((path, Delta { before, after }));
        }
        if fields.is_empty() {
            return if kept { Outcome::Kept } else { Outcome::Identical };
        }
        order::sort_by(&mut replaces, Ord::cmp);
        replaces.dedup();
        self.plan.questions += questions;
        self.draft(target, fields, replaces);
        Outcome::Written
    }

    /// Themes come along where there is none of the identifier.
    fn themes(&mut self, incoming: &Catalogue) {
        for theme in &incoming.themes {
            let target = Target {
                kind: TargetKind::Theme,
                id: theme.id.clone(),
            };
            let place = self.shown.get(&target).copied();
            let same = place.is_some_and(|place| self.workspace.shown.themes[place] == *theme);
            let come = self.companion(&target, same, &v1::encode_theme(theme));
            self.plan.themes += usize::from(come);
        }
    }

    /// Press releases come along where there is none of the identifier: one that is final is never
    /// rewritten.
    fn communiques(&mut self, incoming: &Catalogue) {
        let requested = self.workspace.edition.requested().cloned().collect();
        for communique in &incoming.communiques {
            let target = Target {
                kind: TargetKind::Communique,
                id: communique.id.clone(),
            };
            let place = self.shown.get(&target).copied();
            let same = place.is_some_and(|place| self.workspace.shown.communiques[place] == *communique);
            // What it tells of a person who asked to be removed does not come along.
            let wanted = removal::without(v1::encode_communique(communique).into(), &requested);
            let Some(Value::Object(wanted)) = wanted else {
                continue;
            };
            let come = self.companion(&target, same, &wanted);
            self.plan.communiques += usize::from(come);
        }
    }

    /// Whether a document that comes along with the initiatives does.
    fn companion(&mut self, target: &Target, same: bool, wanted: &Object) -> bool {
        let published = self.published.contains_key(target);
        let stands = match self.mode {
            Mode::Join => self.shown.contains_key(target) || !self.changes_of(target).is_empty(),
            Mode::Replace => published,
        };
        if same {
            self.standing.insert(target.clone());
            return false;
        }
        if stands || self.taken_out.contains(&target.id) {
            self.plan.left += 1;
            return false;
        }
        self.replace(target, wanted);
        true
    }

    fn site(&mut self, incoming: &Catalogue) {
        if incoming.site == self.workspace.shown.site {
            self.standing.insert(Target {
                kind: TargetKind::Site,
                id: incoming.site.id.clone(),
            });
        } else {
            self.plan.site_differs = true;
        }
    }

    /// What the file takes out goes here too, unless the person changed it here. A person's request
    /// to be removed goes before that.
    fn removals(&mut self, incoming: &Catalogue) {
        let listed: BTreeSet<&Id> = incoming.initiatives.iter().map(|entry| &entry.id).collect();
        for removed in incoming
            .removed
            .iter()
            .filter(|removed| !listed.contains(&removed.id))
        {
            let target = initiative(&removed.id);
            let Some(place) = self.shown.get(&target).copied() else {
                continue;
            };
            let title = self.workspace.shown.initiatives[place].title.clone();
            let typed = self
                .changes_of(&target)
                .iter()
                .any(|change| change.batch.is_none());
            if self.mode == Mode::Join && typed && removed.reason != RemovalReason::Request {
                self.plan.kept.push(title);
                continue;
            }
            self.plan.removed.push(title);
            if self.mode == Mode::Replace && !self.published.contains_key(&target) {
                // It is only here by a change that goes.
                continue;
            }
            if let Some(path) = Path::parse(Path::REMOVED) {
                let after = Value::Object(reason_object(&removed.reason));
                let before = Value::Null;
                self.draft(&target, vec![(path, Delta { before, after })], Vec::new());
            }
        }
    }

    fn finish(mut self) -> Plan {
        if self.mode == Mode::Replace {
            let going: Vec<&Change> = self
                .workspace
                .changes
                .iter()
                .filter(|change| !self.standing.contains(&change.target))
                .collect();
            self.plan.dropped = oldest_first(&going);
        }
        self.plan
    }

    fn changes_of(&self, target: &Target) -> &[&Change] {
        self.local.get(target).map_or(&[], Vec::as_slice)
    }

    /// What is shown of a document, without what stays on the device and is in no file.
    fn shown_document(&self, target: &Target, place: Option<usize>) -> Option<Object> {
        encode(&self.workspace.shown, target, place).map(without_private)
    }

    fn published_document(&self, target: &Target) -> Object {
        let place = self.published.get(target).copied();
        document(&self.workspace.edition, target, place)
    }

    fn draft(&mut self, target: &Target, fields: Vec<(Path, Delta)>, replaces: Vec<Id>) {
        self.plan.drafts.push(Draft {
            target: target.clone(),
            fields,
            replaces,
        });
    }
}

/// Leaves out what turns nothing into a blank: an empty text says no more than a missing one, and
/// each change lies in the device's small storage.
fn without_blanks(mut fields: Vec<(Path, Delta)>) -> Vec<(Path, Delta)> {
    fields.retain(|(_, delta)| !(delta.before.is_null() && delta.after.is_blank()));
    fields
}

/// The changes in an order in which each comes after those that it replaces. Taken out in that
/// order, none that was replaced comes back to life, wherever the taking out stops.
fn oldest_first(changes: &[&Change]) -> Vec<Id> {
    let by_id: BTreeMap<&Id, &Change> = changes.iter().map(|change| (&change.id, *change)).collect();
    let mut ordered: Vec<Id> = Vec::with_capacity(changes.len());
    let mut seen: BTreeSet<&Id> = BTreeSet::new();
    for change in changes {
        // Each open change with how many of those that it replaces have been visited.
        let mut open: Vec<(&Change, usize)> = Vec::new();
        if seen.insert(&change.id) {
            open.push((change, 0));
        }
        while let Some((change, visited)) = open.pop() {
            let Some(next) = change.replaces.get(visited) else {
                ordered.push(change.id.clone());
                continue;
            };
            open.push((change, visited + 1));
            if let Some(replaced) = by_id.get(next)
                && seen.insert(&replaced.id)
            {
                open.push((replaced, 0));
            }
        }
    }
    ordered
}
