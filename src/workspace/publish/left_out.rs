//! What stays on the device when an edition is published, and why.

use super::summary::Named;
use crate::domain::catalogue::Catalogue;
use crate::domain::change::{Target, TargetKind};
use crate::domain::id::Id;
use crate::domain::initiative::Status;

/// Something that stays on the device.
#[derive(Debug, Clone, PartialEq)]
pub struct LeftOut {
    /// Where it is.
    pub document: Named,
    /// What stays, and why.
    pub what: Why,
}

/// What stays, and why.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// The whole of it: it is a draft.
    Draft,
    /// What was changed: it is a draft now, and stays online as it was before.
    DraftOfPublished,
    /// This many contacts, which are private.
    PrivateContacts(usize),
    /// The name and this many contacts of an individual who has not agreed to be named.
    Unnamed(usize),
}

/// What of a shown catalogue stays on the device when `next` is published.
pub(super) fn left_out(shown: &Catalogue, next: &Catalogue) -> Vec<LeftOut> {
    let named = |kind: TargetKind, id: &Id, title: &str| Named {
        target: Target { kind, id: id.clone() },
        title: title.to_owned(),
    };
    let draft = |online: bool| if online { Why::DraftOfPublished } else { Why::Draft };
    let mut left = Vec::new();
    for entry in &shown.initiatives {
        let mut leave = |what| {
            let document = named(TargetKind::Initiative, &entry.id, &entry.title);
            left.push(LeftOut { document, what });
        };
        if entry.status == Status::Draft {
            leave(draft(next.initiative(&entry.id).is_some()));
            continue;
        }
        let unnamed = entry.organiser.is_unnamed();
        let private = entry.contacts.iter().filter(|contact| !contact.public).count();
        let public = entry.contacts.len() - private;
        if unnamed && (public > 0 || !entry.organiser.name.is_empty()) {
            leave(Why::Unnamed(public));
        }
        if private > 0 {
            leave(Why::PrivateContacts(private));
        }
    }
    for release in shown.communiques.iter().filter(|release| release.is_draft()) {
        left.push(LeftOut {
            document: named(TargetKind::Communique, &release.id, &release.title),
            what: draft(next.communique(&release.id).is_some()),
        });
    }
    left
}
