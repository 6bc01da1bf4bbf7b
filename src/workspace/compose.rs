//! Applying changes to the documents of an edition.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::{Outcome, Workspace};
use crate::domain::catalogue::{Catalogue, RemovalReason, Removed};
use crate::domain::change::{Change, Path, Target, TargetKind};
use crate::domain::communique::CommuniqueStatus;
use crate::domain::date::Timestamp;
use crate::domain::id::Id;
use crate::domain::merge::{Merged, merge};
use crate::domain::order;
use crate::domain::value::Object;
use crate::format::v1;
use crate::format::warning::Warnings;

impl Workspace {
    /// Shows the edition with every change applied.
    pub(super) fn compose_all(&mut self) {
        self.shown = Arc::clone(&self.edition);
        self.outcomes.clear();
        let mut by_target: BTreeMap<Target, Vec<Change>> = BTreeMap::new();
        for change in self.changes.iter() {
            by_target
                .entry(change.target.clone())
                .or_default()
                .push(change.clone());
        }
        let positions = positions(&self.edition);
        // New documents stand at the end in the order of their making; this order is for reading
        // and decides nothing.
        let mut targets: Vec<(Target, Vec<Change>)> = by_target.into_iter().collect();
        order::sort_by(&mut targets, |(_, one), (_, two)| made_at(one).cmp(&made_at(two)));
        let mut gone = Vec::new();
        let edition = Arc::clone(&self.edition);
        let requested = edition.requested().collect();
        for (target, changes) in targets {
            let changes: Vec<&Change> = changes.iter().collect();
            let place = positions.get(&target).copied();
            let merged = if is_withdrawn(&requested, &target) {
                withdrawn(&changes)
            } else {
                let base = self.published_document(&target, place);
                merge(&target, base.as_ref(), &changes)
            };
            self.show(&target, &merged, &changes, place, &mut gone);
            let outcome = outcome(&target, merged);
            self.outcomes.insert(target, outcome);
        }
        if !gone.is_empty() {
            let shown = Arc::make_mut(&mut self.shown);
            shown
                .initiatives
                .retain(|initiative| !gone.contains(&initiative.id));
            shown
                .communiques
                .retain(|communique| !gone.contains(&communique.id));
            shown.themes.retain(|theme| !gone.contains(&theme.id));
        }
        if !self.outcomes.is_empty() {
            Arc::make_mut(&mut self.shown).arrange_themes();
        }
        self.show_all_private();
    }

    /// Shows one document anew, after a change to it was added.
    pub(super) fn compose(&mut self, target: &Target) {
        let published = position(&self.edition, target);
        let place = position(&self.shown, target);
        if published.is_some() && place.is_none() {
            // A document that comes back stands where it stood, which only a full pass knows.
            return self.compose_all();
        }
        let changes: Vec<Change> = self.changes.of(target).cloned().collect();
        let changes: Vec<&Change> = changes.iter().collect();
        let merged = if is_withdrawn(&self.edition.requested().collect(), target) {
            withdrawn(&changes)
        } else {
            let base = self.published_document(target, published);
            merge(target, base.as_ref(), &changes)
        };
        let mut gone = Vec::new();
        self.show(target, &merged, &changes, place, &mut gone);
        if let Some(place) = place.filter(|_| !gone.is_empty()) {
            remove_at(Arc::make_mut(&mut self.shown), &target.kind, place);
        }
        self.outcomes.insert(target.clone(), outcome(target, merged));
        match target.kind {
            TargetKind::Initiative => self.show_private(&target.id),
            TargetKind::Theme | TargetKind::Site => Arc::make_mut(&mut self.shown).arrange_themes(),
            TargetKind::Communique | TargetKind::Unknown(_) => {}
        }
    }

    /// The document of the edition, as the strict writer writes it. A removed one is nothing but
    /// its reason.
    pub(super) fn published_document(&self, target: &Target, position: Option<usize>) -> Option<Object> {
        if let Some(document) = encode(&self.edition, target, position) {
            return Some(document);
        }
        let removed = self
            .edition
            .removed
            .iter()
            .find(|removed| removed.id == target.id)?;
        let mut document = Object::new();
        document.set(Path::REMOVED, reason_object(&removed.reason));
        Some(document)
    }

    /// Puts the outcome of a merge into the shown catalogue, or names it as gone.
    fn show(
        &mut self,
        target: &Target,
        merged: &Merged,
        changes: &[&Change],
        place: Option<usize>,
        gone: &mut Vec<Id>,
    ) {
        Arc::make_mut(&mut self.shown).removed.retain(|removed| {
            removed.id != target.id || self.edition.removed.iter().any(|known| known.id == removed.id)
        });
        if let Some(document) = &merged.document {
            // A document that cannot be read after all (a text past its limit, by a forged change)
            // leaves what stood there; its change stays pending and is listed.
            decode_into(Arc::make_mut(&mut self.shown), target, document, place);
            return;
        }
        if place.is_some() {
            gone.push(target.id.clone());
        }
        if let Some((reason, at)) = removal(changes) {
            let known = self.shown.removed.iter().any(|removed| removed.id == target.id);
            if !known && position(&self.edition, target).is_some() {
                let removed = Removed {
                    id: target.id.clone(),
                    at: Some(at),
                    reason,
                    extra: Object::new(),
                };
                Arc::make_mut(&mut self.shown).removed.push(removed);
            }
        }
    }
}

/// Where every document of a catalogue stands: searched once for all changes. While changes are
/// applied in one pass nothing is taken out, so the positions hold for what is shown too.
pub(super) fn positions(catalogue: &Catalogue) -> BTreeMap<Target, usize> {
    let mut positions = BTreeMap::new();
    let mut add = |kind: TargetKind, id: &Id, position: usize| {
        positions.insert(Target { kind, id: id.clone() }, position);
    };
    for (position, initiative) in catalogue.initiatives.iter().enumerate() {
        add(TargetKind::Initiative, &initiative.id, position);
    }
    for (position, communique) in catalogue.communiques.iter().enumerate() {
        add(TargetKind::Communique, &communique.id, position);
    }
    for (position, theme) in catalogue.themes.iter().enumerate() {
        add(TargetKind::Theme, &theme.id, position);
    }
    add(TargetKind::Site, &catalogue.site.id, 0);
    positions
}

/// Whether a target is an entry that a person asked to have removed.
pub(super) fn is_withdrawn(requested: &BTreeSet<&Id>, target: &Target) -> bool {
    target.kind == TargetKind::Initiative && requested.contains(&target.id)
}

/// A person's request wins over any change: none is shown, none is pending, all may be forgotten.
fn withdrawn(changes: &[&Change]) -> Merged {
    Merged {
        done: changes.iter().map(|change| change.id.clone()).collect(),
        finished: true,
        ..Merged::default()
    }
}

fn outcome(target: &Target, merged: Merged) -> Outcome {
    let status = merged
        .document
        .as_ref()
        .and_then(|document| document.text("status"));
    Outcome {
        composing: target.kind == TargetKind::Communique && status == Some(CommuniqueStatus::Draft.code()),
        conflicts: merged.conflicts,
        pending: merged.pending,
        finished: merged.finished,
    }
}

fn made_at(changes: &[Change]) -> Option<(&Timestamp, &Id)> {
    changes.iter().map(|change| (&change.at, &change.id)).min()
}

/// Where a document stands in a catalogue.
pub(super) fn position(catalogue: &Catalogue, target: &Target) -> Option<usize> {
    match target.kind {
        TargetKind::Initiative => catalogue.initiatives.iter().position(|it| it.id == target.id),
        TargetKind::Communique => catalogue.communiques.iter().position(|it| it.id == target.id),
        TargetKind::Theme => catalogue.themes.iter().position(|it| it.id == target.id),
        TargetKind::Site => (catalogue.site.id == target.id).then_some(0),
        TargetKind::Unknown(_) => None,
    }
}

/// A document of a catalogue as the strict writer writes it, for comparing: an empty one where the
/// catalogue has none.
pub(super) fn document(catalogue: &Catalogue, target: &Target, position: Option<usize>) -> Object {
    // Against an empty document everything is new, which is what an absent one means.
    encode(catalogue, target, position).unwrap_or_default()
}

/// A document of a catalogue as the strict writer writes it.
pub(super) fn encode(catalogue: &Catalogue, target: &Target, position: Option<usize>) -> Option<Object> {
    let position = position?;
    match target.kind {
        TargetKind::Initiative => catalogue.initiatives.get(position).map(v1::encode_initiative),
        TargetKind::Communique => catalogue.communiques.get(position).map(v1::encode_communique),
        TargetKind::Theme => catalogue.themes.get(position).map(v1::encode_theme),
        TargetKind::Site => Some(v1::encode_site(&catalogue.site)),
        TargetKind::Unknown(_) => None,
    }
}

/// Reads a merged document into a catalogue; whether it could be read.
fn decode_into(catalogue: &mut Catalogue, target: &Target, document: &Object, place: Option<usize>) -> bool {
    // The parts of a merged document come from the strict writer or have been read once before, so
    // there is nothing left to warn of.
    let mut warnings = Warnings::new();
    match target.kind {
        TargetKind::Initiative => put(
            &mut catalogue.initiatives,
            v1::decode_initiative(document.clone(), &mut warnings),
            place,
        ),
        TargetKind::Communique => put(
            &mut catalogue.communiques,
            v1::decode_communique(document.clone(), &mut warnings),
            place,
        ),
        TargetKind::Theme => put(
            &mut catalogue.themes,
            v1::decode_theme(document.clone(), &mut warnings),
            place,
        ),
        TargetKind::Site => {
            let site = v1::decode_site(document.clone(), &mut warnings);
            site.is_some_and(|site| {
                catalogue.site = site;
                true
            })
        }
        TargetKind::Unknown(_) => false,
    }
}

fn put<T>(list: &mut Vec<T>, item: Option<T>, place: Option<usize>) -> bool {
    let Some(item) = item else { return false };
    match place {
        Some(place) => list[place] = item,
        None => list.push(item),
    }
    true
}

fn remove_at(catalogue: &mut Catalogue, kind: &TargetKind, place: usize) {
    match kind {
        TargetKind::Initiative => drop(catalogue.initiatives.remove(place)),
        TargetKind::Communique => drop(catalogue.communiques.remove(place)),
        TargetKind::Theme => drop(catalogue.themes.remove(place)),
        TargetKind::Site | TargetKind::Unknown(_) => {}
    }
}

/// The removal among changes, with its reason.
fn removal(changes: &[&Change]) -> Option<(RemovalReason, Timestamp)> {
    changes.iter().rev().find_map(|change| {
        let (_, delta) = change
            .fields
            .iter()
            .find(|(path, _)| path.as_str() == Path::REMOVED)?;
        let reason = delta.after.as_object()?.text("reason")?;
        Some((RemovalReason::from_code(reason), change.at.clone()))
    })
}

/// The value of [`Path::REMOVED`] for a reason.
pub(super) fn reason_object(reason: &RemovalReason) -> Object {
    let mut object = Object::new();
    object.set("reason", reason.code());
    object
}
