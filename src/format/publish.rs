//! What may leave the device in a catalogue.

use crate::domain::catalogue::Catalogue;
use crate::domain::communique::CommuniqueStatus;
use crate::domain::initiative::{Initiative, Organiser, Status};

/// The catalogue without what must not be published: drafts, private contacts, and the name and
/// contacts of an individual who has not agreed to be named.
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
    public
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
