//! The next edition: what is shown on this device, on top of what is online.
//!
//! [`next_edition`] joins the local changes with the catalogue as it was just fetched, which a colleague
//! may have published meanwhile, and takes out what must not leave the device. It decides nothing: what
//! a person must know or answer first is in the [`NextEdition`] beside the catalogue.
//!
//! Laws, each a property test in `tests/format/next_edition.rs`:
//! - what is written is read back equal;
//! - two editors who publish after each other lose nothing;
//! - once the edition arrives, every change that it includes is done, and no other;
//! - nothing that a person asked to have removed is in the written bytes.

mod apart;
mod erase;
mod first;
mod left_out;
mod names;
mod summary;
#[cfg(test)]
mod tests;
mod texts;

pub use apart::{Apart, Meeting};
pub use erase::{Erasure, GONE};
pub use first::first_edition;
pub use left_out::{LeftOut, Why};
pub use names::{KnownAs, NameInText};
pub use summary::{Altered, Gone, Named, Summary};
pub use texts::Place;

use std::collections::BTreeSet;
use std::sync::Arc;

use super::Workspace;
use crate::domain::catalogue::{Catalogue, Edition, RemovalReason};
use crate::domain::change::{Delta, Path, set_at};
use crate::domain::contact::PrivateContacts;
use crate::domain::date::Timestamp;
use crate::domain::edition::EditionName;
use crate::domain::id::Id;
use crate::domain::initiative::{Initiative, Status};
use crate::domain::merge::Conflict;
use crate::domain::value::Object;
use crate::format::edition::content_id;
use crate::format::publish::publishable;
use crate::format::v1;
use crate::format::warning::Warnings;

/// The edition that would be published, and what is to be known before it is.
#[derive(Debug, Clone, PartialEq)]
pub struct NextEdition {
    /// What would be written, exactly.
    pub catalogue: Catalogue,
    /// What it says otherwise than what is online.
    pub summary: Summary,
    /// The questions that must be answered first.
    pub questions: Vec<Conflict>,
    /// What stays on the device.
    pub left_out: Vec<LeftOut>,
    /// The names of people that would stand in public texts.
    pub names: Vec<NameInText>,
    /// What is erased because a person asked for it.
    pub erasure: Erasure,
    /// The changes that are done once this edition is online.
    pub included: Vec<Id>,
    /// Whether it says anything that is not online already.
    pub is_news: bool,
}

/// The edition that would be published on top of what is online. `above` is the highest number that
/// this device has given or seen.
///
/// Where the edition of this device is not to give way to what is online (somebody put an old file back,
/// or the host still serves it), it is the base: nothing that was published is taken back by accident.
#[must_use]
pub fn next_edition(workspace: &Workspace, online: &Catalogue, above: u32, at: Timestamp) -> NextEdition {
    let known = workspace.edition();
    let base = if gives_way(known, online) {
        Arc::new(without_erased(online, workspace))
    } else {
        workspace.shared_edition()
    };
    let joined = Workspace::new(
        Arc::clone(&base),
        workspace.changes.clone(),
        workspace.private.clone(),
    );

    let mut catalogue = publishable(&without_withdrawals(joined.shown(), &base));
    let former = states_of_requested(workspace, online, &catalogue);
    let former: Vec<&Initiative> = former.iter().collect();
    let blank = |catalogue: &Catalogue| {
        let releases = catalogue.communiques.iter();
        let items = releases.flat_map(|release| release.sections.iter().flat_map(|section| &section.items));
        items.filter(|item| item.withdrawn).count()
    };
    let mut erasure = erase::erase(&mut catalogue, &former);
    erasure.items = blank(&catalogue).saturating_sub(blank(online));

    let number = [online.edition.number, known.edition.number, above];
    let number = number.into_iter().max().unwrap_or(0).saturating_add(1);
    catalogue.edition = Edition {
        id: content_id(&catalogue),
        parent: Some(online.edition.id.clone()),
        number,
        published_at: Some(at),
        extra: online.edition.extra.clone(),
    };
    let arrived = Workspace::new(
        Arc::new(catalogue.clone()),
        workspace.changes.clone(),
        PrivateContacts::new(),
    );
    let still: BTreeSet<&Id> = arrived.pending().into_iter().map(|change| &change.id).collect();
    let included = workspace.pending().into_iter().map(|change| &change.id);
    let included = included.filter(|id| !still.contains(id)).cloned().collect();
    NextEdition {
        is_news: !says_the_same(&catalogue, online),
        summary: Summary::between(online, &catalogue),
        questions: joined.conflicts().cloned().collect(),
        left_out: left_out::left_out(joined.shown(), &catalogue),
        names: names::names_in_texts(joined.shown(), &catalogue),
        erasure,
        included,
        catalogue,
    }
}

/// Whether two editions have the same content.
fn says_the_same(one: &Catalogue, two: &Catalogue) -> bool {
    let Catalogue {
        edition: _,
        site,
        themes,
        initiatives,
        communiques,
        removed,
        extra,
    } = one;
    (site, themes, initiatives) == (&two.site, &two.themes, &two.initiatives)
        && (communiques, removed, extra) == (&two.communiques, &two.removed, &two.extra)
}

/// Whether the edition of this device gives way to what is online.
fn gives_way(known: &Catalogue, online: &Catalogue) -> bool {
    let arrival = EditionName::of(online).arrives(Some(&EditionName::of(known)));
    arrival.is_shown()
}

/// What is online, without those whose request to be removed this device knows: an edition that was made
/// apart from the one with the request brings them back. A request that neither it nor a local change has
/// anything to do with is not written again.
fn without_erased(online: &Catalogue, workspace: &Workspace) -> Catalogue {
    let changed = workspace.changes.iter().map(|change| &change.target.id);
    let told: BTreeSet<&Id> = online.initiatives_told().chain(changed).collect();
    let requested = workspace.edition().requested();
    let mut base = online.clone();
    v1::withhold(&mut base, requested.filter(|id| told.contains(id)));
    base
}

/// What is shown, with what is published in place of a draft of it. To make a draft of an entry is to
/// work on it; what takes it out for everyone is a removal, which says why. Left out of the file, the
/// entry would be gone from this device too, whose changes say only what is otherwise.
fn without_withdrawals(shown: &Catalogue, published: &Catalogue) -> Catalogue {
    let mut kept = shown.clone();
    let drafts = kept
        .initiatives
        .iter_mut()
        .filter(|entry| entry.status == Status::Draft);
    for draft in drafts {
        if let Some(entry) = published.initiative(&draft.id) {
            entry.clone_into(draft);
        }
    }
    let drafts = kept.communiques.iter_mut().filter(|release| release.is_draft());
    for draft in drafts {
        if let Some(release) = published.communique(&draft.id) {
            release.clone_into(draft);
        }
    }
    kept
}

/// Every state that the device knows of the entries that people asked to have removed from `next`: as
/// it is online, as this device's edition has it, as each local change has it, and what is private.
fn states_of_requested(workspace: &Workspace, online: &Catalogue, next: &Catalogue) -> Vec<Initiative> {
    let requests = next.removed.iter();
    let requests = requests.filter(|removed| removed.reason == RemovalReason::Request);
    let requested: BTreeSet<&Id> = requests.map(|removed| &removed.id).collect();
    if requested.is_empty() {
        return Vec::new();
    }
    let published = online.initiatives.iter().chain(&workspace.edition().initiatives);
    let published = published.filter(|entry| requested.contains(&entry.id));
    let mut states: Vec<Initiative> = published.cloned().collect();
    let changes = workspace.changes.iter();
    for change in changes.filter(|change| requested.contains(&change.target.id)) {
        for side in [
            |delta: &Delta| delta.before.clone(),
            |delta: &Delta| delta.after.clone(),
        ] {
            let mut document = Object::new();
            document.set("id", change.target.id.as_str());
            // A state without a title cannot be read; its identifier is nobody's heading.
            document.set("title", change.target.id.as_str());
            let fields = change.fields.iter();
            for (path, delta) in fields.filter(|(path, _)| path.as_str() != Path::REMOVED) {
                set_at(&mut document, path, side(delta));
            }
            states.extend(v1::decode_initiative(document, &mut Warnings::new()));
        }
    }
    let private = workspace.private.iter().filter(|(id, _)| requested.contains(id));
    states.extend(private.map(|(id, contacts)| Initiative {
        contacts: contacts.clone(),
        ..Initiative::new(id.clone(), id.as_str().to_owned())
    }));
    states
}
