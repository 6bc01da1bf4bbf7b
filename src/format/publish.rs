//! What may leave the device in a catalogue.

use super::v1::honour_requests;
use super::warning::Warnings;
use crate::domain::catalogue::Catalogue;
use crate::domain::communique::CommuniqueStatus;
use crate::domain::initiative::{Initiative, Organiser, Status};

/// The catalogue without what must not be published: drafts, private contacts, and the name and
/// contacts of an individual who has not agreed to be named. What a person asked to have removed goes
/// from the press releases too, where a blank item keeps its place.
///
/// Unknown fields of such an individual's organiser go too: what a newer version keeps there cannot
/// be judged, and a person's privacy weighs more than a field.
#[must_use]
pub fn publishable(catalogue: &Catalogue) -> Catalogue {
    let mut public = catalogue.clone();
    public
        .initiatives
        .retain(|initiative| initiative.status != Status::Draft);
    public
        .communiques
        .retain(|communique| communique.status != CommuniqueStatus::Draft);
    public.initiatives.iter_mut().for_each(keep_public);
    // What goes was asked for by a person and is told by whoever asks for the publication.
    honour_requests(&mut public, &mut Warnings::new());
    public
}

/// What may be published of the entries at these positions, in their order, with the themes and the site.
/// Press releases are no part of a selection.
#[must_use]
pub fn publishable_of(catalogue: &Catalogue, positions: &[usize]) -> Catalogue {
    let chosen = positions
        .iter()
        .filter_map(|place| catalogue.initiatives.get(*place));
    publishable(&Catalogue {
        edition: catalogue.edition.clone(),
        site: catalogue.site.clone(),
        themes: catalogue.themes.clone(),
        initiatives: chosen.cloned().collect(),
        communiques: Vec::new(),
        removed: catalogue.removed.clone(),
        extra: catalogue.extra.clone(),
    })
}

/// An initiative without what [`publishable`] leaves out of it, whatever its status.
#[must_use]
pub fn without_private(mut initiative: Initiative) -> Initiative {
    keep_public(&mut initiative);
    initiative
}

fn keep_public(initiative: &mut Initiative) {
    if initiative.organiser.is_unnamed() {
        initiative.organiser = Organiser {
            kind: initiative.organiser.kind.take(),
            consent: initiative.organiser.consent,
            ..Organiser::default()
        };
        initiative.contacts.clear();
    }
    initiative.contacts.retain(|contact| contact.public);
}
