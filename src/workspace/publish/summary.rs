//! What one edition says otherwise than another.

use std::collections::BTreeMap;

use super::super::compose::{document, positions};
use crate::domain::catalogue::{Catalogue, RemovalReason};
use crate::domain::change::{Target, TargetKind, difference};
use crate::domain::id::Id;

/// What one edition says otherwise than another.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Summary {
    /// What is new, in the order of the later edition.
    pub new: Vec<Named>,
    /// What is otherwise.
    pub changed: Vec<Altered>,
    /// What is gone, with the reason that the later edition gives.
    pub removed: Vec<Gone>,
    /// The lists whose entries stand in another order.
    pub reordered: Vec<TargetKind>,
}

/// A document and its title.
#[derive(Debug, Clone, PartialEq)]
pub struct Named {
    /// The document.
    pub target: Target,
    /// Its title.
    pub title: String,
}

/// A document that is otherwise.
#[derive(Debug, Clone, PartialEq)]
pub struct Altered {
    /// The document.
    pub document: Named,
    /// The names of the fields that are otherwise, each once.
    pub fields: Vec<String>,
}

/// A document that is gone.
#[derive(Debug, Clone, PartialEq)]
pub struct Gone {
    /// The document.
    pub document: Named,
    /// Why; nothing where the later edition does not say.
    pub reason: Option<RemovalReason>,
}

impl Summary {
    /// Compares two editions of one site.
    #[must_use]
    pub fn between(before: &Catalogue, after: &Catalogue) -> Self {
        let (old, new) = (positions(before), positions(after));
        let reasons: BTreeMap<&Id, &RemovalReason> = after
            .removed
            .iter()
            .map(|removed| (&removed.id, &removed.reason))
            .collect();
        let mut summary = Self::default();
        for target in in_order(after) {
            let place = new.get(&target).copied();
            let title = title_of(after, &target, place);
            let Some(former) = old.get(&target).copied() else {
                summary.new.push(Named { target, title });
                continue;
            };
            if is_same(before, after, &target, (former, place)) {
                continue;
            }
            let fields = changed_fields(before, after, &target, (former, place));
            let document = Named { target, title };
            summary.changed.push(Altered { document, fields });
        }
        for target in in_order(before) {
            if !new.contains_key(&target) {
                let reason = reasons.get(&target.id).map(|reason| (*reason).clone());
                let title = title_of(before, &target, old.get(&target).copied());
                let document = Named { target, title };
                summary.removed.push(Gone { document, reason });
            }
        }
        for kind in [TargetKind::Theme, TargetKind::Initiative, TargetKind::Communique] {
            let common = |catalogue, others: &BTreeMap<Target, usize>| -> Vec<Target> {
                let targets = in_order(catalogue).into_iter();
                targets
                    .filter(|target| target.kind == kind && others.contains_key(target))
                    .collect()
            };
            if common(before, &new) != common(after, &old) {
                summary.reordered.push(kind);
            }
        }
        summary
    }

    /// Whether both say the same.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.new.is_empty() && self.changed.is_empty() && self.removed.is_empty() && self.reordered.is_empty()
    }
}

/// Every document of a catalogue: the site, the themes, the entries, the press releases.
fn in_order(catalogue: &Catalogue) -> Vec<Target> {
    let target = |kind: TargetKind, id: &Id| Target { kind, id: id.clone() };
    let mut all = vec![target(TargetKind::Site, &catalogue.site.id)];
    all.extend(
        catalogue
            .themes
            .iter()
            .map(|theme| target(TargetKind::Theme, &theme.id)),
    );
    let initiatives = catalogue.initiatives.iter();
    all.extend(initiatives.map(|entry| target(TargetKind::Initiative, &entry.id)));
    let communiques = catalogue.communiques.iter();
    all.extend(communiques.map(|release| target(TargetKind::Communique, &release.id)));
    all
}

/// Whether a document is the same in both. Equal values are told quickly; that is nearly all of them.
fn is_same(before: &Catalogue, after: &Catalogue, target: &Target, places: (usize, Option<usize>)) -> bool {
    let (old, Some(new)) = places else { return false };
    match target.kind {
        TargetKind::Initiative => before.initiatives[old] == after.initiatives[new],
        TargetKind::Communique => before.communiques[old] == after.communiques[new],
        TargetKind::Theme => before.themes[old] == after.themes[new],
        TargetKind::Site => before.site == after.site,
        TargetKind::Unknown(_) => true,
    }
}

fn changed_fields(
    before: &Catalogue,
    after: &Catalogue,
    target: &Target,
    (old, new): (usize, Option<usize>),
) -> Vec<String> {
    let old = document(before, target, Some(old));
    let new = document(after, target, new);
    let mut fields: Vec<String> = Vec::new();
    for (path, _) in difference(&old, &new) {
        let (field, _) = path.parts();
        if fields.iter().all(|known| known != field) {
            fields.push(field.to_owned());
        }
    }
    fields
}

fn title_of(catalogue: &Catalogue, target: &Target, place: Option<usize>) -> String {
    let title = place.and_then(|place| match target.kind {
        TargetKind::Initiative => Some(catalogue.initiatives.get(place)?.title.as_str()),
        TargetKind::Communique => Some(catalogue.communiques.get(place)?.title.as_str()),
        TargetKind::Theme => Some(catalogue.themes.get(place)?.name(&catalogue.site.lang)),
        TargetKind::Site => Some(catalogue.site.title.as_str()),
        TargetKind::Unknown(_) => None,
    });
    title.unwrap_or(target.id.as_str()).to_owned()
}
