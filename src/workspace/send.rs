//! What may leave the device among the changes of a person.

use super::Workspace;
use crate::domain::change::{Change, Delta, Path, TargetKind};
use crate::domain::initiative::{Initiative, OrganiserKind, Status};
use crate::domain::value::{Object, Value};

impl Workspace {
    /// The changes that are not yet published, without what must not leave the device: drafts,
    /// private contacts, and the name and contacts of an individual who has not agreed to be named.
    #[must_use]
    pub fn sendable(&self) -> Vec<Change> {
        let pending = self.pending().into_iter();
        pending.filter_map(|change| self.public_part(change)).collect()
    }

    fn public_part(&self, change: &Change) -> Option<Change> {
        if change.target.kind != TargetKind::Initiative {
            return Some(change.clone());
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
        ("organiser", Some(organiser)) if is_unnamed_individual(organiser) => {
            let mut nameless = Object::new();
            nameless.set("name", "");
            nameless.set("kind", OrganiserKind::Individual.code());
            let delta = Delta {
                before: delta.before.clone(),
                after: nameless.into(),
            };
            Some((path.clone(), delta))
        }
        _ => Some((path.clone(), delta.clone())),
    }
}

fn is_unnamed_individual(organiser: &Object) -> bool {
    organiser.text("kind") == Some(OrganiserKind::Individual.code())
        && organiser.get("consent") != Some(&Value::Bool(true))
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
    fn drafts_stay() {
        let mut initiative = initiative();
        initiative.status = Status::Draft;
        assert_eq!(sent(&initiative), "");
    }
}
