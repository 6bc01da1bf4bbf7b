//! What may leave the device among the changes of a person, and the contribution that carries it.

use super::{Stamp, Workspace};
use crate::domain::catalogue::RemovalReason;
use crate::domain::change::{Change, Delta, Path, Target, TargetKind};
use crate::domain::id::Id;
use crate::domain::initiative::{Initiative, Status, without_name};
use crate::domain::value::{Object, Value};
use crate::format::contribution::Contribution;

/// What a sender says beside the changes. Every part may be empty.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Letter {
    /// Who sends it.
    pub name: String,
    /// A few words for the editor.
    pub message: String,
    /// How the editor can call or write back.
    pub call_back: String,
}

impl Workspace {
    /// The changes that are not yet published, without what must not leave the device: drafts,
    /// private contacts, and the name and contacts of an individual who has not agreed to be named.
    #[must_use]
    pub fn sendable(&self) -> Vec<Change> {
        let pending = self.pending().into_iter();
        pending.filter_map(|change| self.public_part(change)).collect()
    }

    /// Changes on their way to the editor of this site. Name and call-back travel together, as what is
    /// never published and goes after a time.
    #[must_use]
    pub fn contribution(&self, changes: Vec<Change>, letter: &Letter, stamp: Stamp) -> Contribution {
        let sender = [letter.name.as_str(), letter.call_back.as_str()];
        let sender: Vec<&str> = sender.into_iter().filter(|part| !part.is_empty()).collect();
        Contribution {
            id: stamp.id,
            site: self.edition.site.id.clone(),
            base: Some(self.edition.edition.id.clone()),
            created_at: stamp.at,
            author: stamp.author,
            message: letter.message.clone(),
            reply_to: sender.join(", "),
            changes,
            extra: Object::new(),
        }
    }

    /// The change that a report of an end asks for: the initiative is kept, to be looked up.
    #[must_use]
    pub fn report_end(&self, initiative: &Id, stamp: Stamp) -> Option<Change> {
        let mut ended = self.shown.initiative(initiative)?.clone();
        ended.status = Status::Archived;
        self.prepare_initiative(&ended, stamp)
    }

    /// The change that somebody asks for who does not want to stand in the catalogue.
    #[must_use]
    pub fn report_request(&self, initiative: &Id, stamp: Stamp) -> Option<Change> {
        let target = Target {
            kind: TargetKind::Initiative,
            id: initiative.clone(),
        };
        self.prepare_removal(target, &RemovalReason::Request, stamp)
    }

    fn public_part(&self, change: &Change) -> Option<Change> {
        if self.is_composing(&change.target) {
            return None;
        }
        if change.target.kind != TargetKind::Initiative {
            return Some(Change {
                batch: None,
                ..change.clone()
            });
        }
        let shown = self.shown.initiative(&change.target.id);
        if shown.is_some_and(|initiative| initiative.status == Status::Draft) {
            return None;
        }
        let unnamed = shown.is_some_and(|initiative: &Initiative| initiative.organiser.is_unnamed());
        let fields = change.fields.iter();
        let fields: Vec<_> = fields
            .filter_map(|(path, delta)| public_field(path, delta, unnamed))
            .collect();
        (!fields.is_empty()).then(|| Change {
            fields,
            // How it became visible here is nothing to another device, which has batches of its own.
            batch: None,
            ..change.clone()
        })
    }
}

fn public_field(path: &Path, delta: &Delta, unnamed: bool) -> Option<(Path, Delta)> {
    let object = delta.after.as_object();
    match (path.parts().0, object) {
        ("contacts", Some(contact)) => {
            let private = contact.get("public") == Some(&Value::Bool(false));
            (!private && !unnamed).then(|| (path.clone(), delta.clone()))
        }
        ("organiser", Some(organiser)) => {
            let after = without_name(organiser).map_or_else(|| delta.after.clone(), Value::Object);
            let before = delta.before.clone();
            Some((path.clone(), Delta { before, after }))
        }
        _ => Some((path.clone(), delta.clone())),
    }
}

#[cfg(test)]
mod tests {
    use crate::domain::catalogue::Catalogue;
    use crate::domain::contact::{Contact, Means};
    use crate::domain::date::Timestamp;
    use crate::domain::id::Id;
    use crate::domain::initiative::{Initiative, OrganiserKind, Status};
    use crate::domain::site::Site;
    use crate::domain::value::Object;
    use crate::format::change::encode_change;
    use crate::format::json;
    use crate::workspace::{Stamp, Workspace};
    use std::sync::Arc;

    fn id(text: &str) -> Id {
        Id::parse(text).unwrap()
    }

    fn at() -> Timestamp {
        Timestamp::parse("2026-01-01T00:00:00Z").unwrap()
    }

    fn sent(initiative: &Initiative) -> String {
        let mut workspace = Workspace::published(Arc::new(Catalogue::new(Site::new(id("site")))));
        let stamp = Stamp {
            id: id("change"),
            author: id("device"),
            at: Timestamp::parse("2026-01-01T00:00:00Z").unwrap(),
            batch: None,
        };
        let change = workspace.prepare_initiative(initiative, stamp).unwrap();
        workspace.insert([change]);
        let changes = workspace.sendable();
        changes
            .iter()
            .map(|change| json::write(&encode_change(change).into()))
            .collect()
    }

    fn initiative() -> Initiative {
        let mut initiative = Initiative::new(id("x"), "Masques".to_owned());
        let contact = |name: &str, public| Contact {
            id: id(name),
            means: Means::parse("phone", if public { "0321000001" } else { "0321000002" }),
            label: String::new(),
            public,
            extra: Object::new(),
        };
        initiative.contacts = vec![contact("open", true), contact("closed", false)];
        "Jeanne Exemple".clone_into(&mut initiative.organiser.name);
        initiative
    }

    #[test]
    fn private_contacts_stay() {
        let text = sent(&initiative());
        assert!(text.contains("Masques") && text.contains("0321000001") && text.contains("Jeanne"));
        assert!(!text.contains("0321000002"));
    }

    #[test]
    fn a_person_who_did_not_agree_is_not_named() {
        let mut initiative = initiative();
        initiative.organiser.kind = Some(OrganiserKind::Individual);
        for consent in [None, Some(false)] {
            initiative.organiser.consent = consent;
            let text = sent(&initiative);
            assert!(text.contains("Masques"));
            assert!(!text.contains("Jeanne") && !text.contains("03210"), "{text}");
        }
        initiative.organiser.consent = Some(true);
        assert!(sent(&initiative).contains("Jeanne"));
    }

    #[test]
    fn a_press_release_that_is_being_written_stays_until_it_is_final() {
        use crate::communique::compose::start;
        use crate::domain::change::{Target, TargetKind};
        use crate::domain::communique::CommuniqueStatus;
        use crate::format::v1;
        let mut workspace = Workspace::published(Arc::new(Catalogue::new(Site::new(id("site")))));
        let mut release = start::draft(workspace.shown(), "", id("r"), at().date());
        "Bientôt".clone_into(&mut release.title);
        for (name, status, sent) in [
            ("a", CommuniqueStatus::Draft, 0),
            ("b", CommuniqueStatus::Final, 2),
        ] {
            release.status = status;
            let target = Target {
                kind: TargetKind::Communique,
                id: id("r"),
            };
            let stamp = Stamp {
                id: id(name),
                author: id("device"),
                at: at(),
                batch: None,
            };
            let change = workspace
                .prepare(target, &v1::encode_communique(&release), stamp)
                .unwrap();
            workspace.insert([change]);
            assert_eq!(workspace.sendable().len(), sent, "{name}");
            assert_eq!(workspace.pending_targets().len(), usize::from(sent > 0));
            assert_eq!(workspace.pending_count(), sent);
        }
    }

    #[test]
    fn drafts_stay() {
        let mut initiative = initiative();
        initiative.status = Status::Draft;
        assert_eq!(sent(&initiative), "");
    }
}
