//! The private contacts: shown on this device beside the public ones, never part of a change.

use std::sync::Arc;

use super::Workspace;
use crate::domain::contact::Contact;
use crate::domain::id::Id;
use crate::domain::initiative::Initiative;
use crate::domain::value::{Object, Value};
use crate::format::v1::decode_contact;
use crate::format::warning::Warnings;

impl Workspace {
    /// Sets the private contacts of one initiative and shows them.
    pub fn set_private_of(&mut self, initiative: &Id, contacts: Vec<Contact>) {
        if contacts.is_empty() {
            self.private.remove(initiative);
        } else {
            self.private.insert(initiative.clone(), contacts);
        }
        let mut shown = Arc::make_mut(&mut self.shown).initiatives.iter_mut();
        if let Some(shown) = shown.find(|shown| shown.id == *initiative) {
            shown.contacts.retain(|contact| contact.public);
        }
        self.show_private(initiative);
    }

    /// The private contacts of an initiative.
    #[must_use]
    pub fn private_of(&self, initiative: &Id) -> &[Contact] {
        self.private.get(initiative).map_or(&[], Vec::as_slice)
    }

    /// Puts the private contacts of every initiative into the shown catalogue.
    pub(super) fn show_all_private(&mut self) {
        let initiatives: Vec<Id> = self.private.keys().cloned().collect();
        for initiative in initiatives {
            self.show_private(&initiative);
        }
    }

    /// Puts the private contacts of one initiative into the shown catalogue, after the public ones.
    /// One that has become public meanwhile is shown as that.
    pub(super) fn show_private(&mut self, initiative: &Id) {
        let Some(contacts) = self.private.get(initiative) else {
            return;
        };
        let mut shown = Arc::make_mut(&mut self.shown).initiatives.iter_mut();
        let Some(shown) = shown.find(|shown| shown.id == *initiative) else {
            return;
        };
        for contact in contacts {
            if shown.contacts.iter().all(|known| known.id != contact.id) {
                shown.contacts.push(contact.clone());
            }
        }
    }
}

/// Takes the private contacts out of an initiative.
pub fn take_private(initiative: &mut Initiative) -> Vec<Contact> {
    let contacts = std::mem::take(&mut initiative.contacts);
    let (public, private) = contacts.into_iter().partition(|contact| contact.public);
    initiative.contacts = public;
    private
}

/// The private contacts in an initiative's document.
#[must_use]
pub fn private_in(document: &Object) -> Vec<Contact> {
    let contacts = document.get("contacts").and_then(Value::as_list);
    // The strict writer has written them, so there is nothing to warn of.
    let read = |contact: &Value| decode_contact(contact.as_object()?.clone(), &mut Warnings::new());
    let contacts = contacts.unwrap_or(&[]).iter().filter_map(read);
    contacts.filter(|contact| !contact.public).collect()
}

/// What a save makes of the private contacts of an initiative: what was typed since the form showed
/// `shown`, on top of what is here `now`. They are no changes, so that nobody can be asked about them:
/// one that another tab has changed too stands beside what was typed, and neither is lost.
#[must_use]
pub fn join_private(shown: &[Contact], typed: &[Contact], now: &[Contact]) -> Vec<Contact> {
    let of = |list: &[Contact], id: &Id| list.iter().find(|contact| contact.id == *id).cloned();
    let mut joined: Vec<Contact> = now.to_vec();
    for contact in typed.iter().filter(|contact| !shown.contains(contact)) {
        let was = of(shown, &contact.id);
        match joined.iter_mut().find(|other| other.id == contact.id) {
            Some(other) if was.as_ref() == Some(&*other) => *other = contact.clone(),
            Some(other) if other == contact => {}
            Some(_) => {
                let beside = Contact {
                    id: Id::derived(&[contact.id.as_str(), contact.means.value(), &contact.label]),
                    ..contact.clone()
                };
                if joined.iter().all(|other| other.id != beside.id) {
                    joined.push(beside);
                }
            }
            None => joined.push(contact.clone()),
        }
    }
    // What was taken out here goes, unless another tab has changed it.
    joined.retain(|contact| of(typed, &contact.id).is_some() || !shown.contains(contact));
    joined
}

/// The private contacts of one initiative, before and after.
#[derive(Debug, Clone, PartialEq)]
pub struct PrivateEdit {
    /// The initiative.
    pub initiative: Id,
    /// What they are now.
    pub before: Vec<Contact>,
    /// What they become.
    pub after: Vec<Contact>,
}

impl PrivateEdit {
    /// What takes it back where they are `now`: what another tab has written since stays.
    #[must_use]
    pub fn taken_back(&self, now: &[Contact]) -> Self {
        Self {
            initiative: self.initiative.clone(),
            before: now.to_vec(),
            after: join_private(&self.after, &self.before, now),
        }
    }
}

/// A document without the contacts that stay on the device. Every change is made of such documents,
/// so that none can hold one.
pub(super) fn without_private(mut document: Object) -> Object {
    if let Some(Value::List(contacts)) = document.take("contacts") {
        let is_private = |contact: &Value| {
            let public = contact.as_object().and_then(|contact| contact.get("public"));
            public == Some(&Value::Bool(false))
        };
        let public = contacts.into_iter().filter(|contact| !is_private(contact));
        document.push("contacts", Value::List(public.collect()));
    }
    document
}

#[cfg(test)]
mod tests {
    use super::{PrivateEdit, join_private, take_private};
    use crate::domain::catalogue::Catalogue;
    use crate::domain::contact::{Contact, Means};
    use crate::domain::date::Timestamp;
    use crate::domain::id::Id;
    use crate::domain::initiative::Initiative;
    use crate::domain::value::Object;
    use crate::format::change::encode_change;
    use crate::format::publish::publishable;
    use crate::format::{json, v1};
    use crate::workspace::{Stamp, Workspace};
    use std::sync::Arc;

    const SECRET: &str = "0321999999";

    fn id(text: &str) -> Id {
        Id::parse(text).unwrap()
    }

    fn contact(name: &str, phone: &str, public: bool) -> Contact {
        Contact {
            id: id(name),
            means: Means::parse("phone", phone),
            label: String::new(),
            public,
            extra: Object::new(),
        }
    }

    fn stamp(name: &str) -> Stamp {
        Stamp {
            id: id(name),
            author: id("device"),
            at: Timestamp::parse("2026-01-01T00:00:00Z").unwrap(),
            batch: None,
        }
    }

    fn initiative() -> Initiative {
        let mut initiative = Initiative::new(id("x"), "Masques".to_owned());
        initiative.contacts = vec![contact("open", "115", true)];
        initiative
    }

    fn workspace() -> Workspace {
        let text = r#"{"format":"solidaire-catalogue","version":1,"site":{"id":"s"}}"#;
        let mut edition: Catalogue = v1::read_catalogue_text(text).unwrap().value;
        edition.initiatives = vec![initiative()];
        Workspace::published(Arc::new(edition))
    }

    fn shown_contacts(workspace: &Workspace) -> Vec<(&str, bool)> {
        let shown = workspace.shown().initiative(&id("x")).unwrap().contacts.iter();
        shown
            .map(|contact| (contact.id.as_str(), contact.public))
            .collect()
    }

    #[test]
    fn a_private_contact_is_shown_here_and_never_leaves() {
        let mut workspace = workspace();
        let mut saved = initiative();
        saved.title = "Masques lavables".to_owned();
        saved.contacts.push(contact("secret", SECRET, false));
        // Even a caller that forgets to split cannot put it into a change.
        let change = workspace.prepare_initiative(&saved, stamp("c1")).unwrap();
        assert!(!json::write(&encode_change(&change).into()).contains(SECRET));
        workspace.set_private_of(&id("x"), take_private(&mut saved));
        workspace.insert([change]);
        assert_eq!(shown_contacts(&workspace), [("open", true), ("secret", false)]);
        let exported = json::write(&v1::write_catalogue(&publishable(workspace.shown())));
        assert!(exported.contains("Masques lavables") && !exported.contains(SECRET));
    }

    #[test]
    fn saving_what_is_shown_changes_nothing() {
        let mut workspace = workspace();
        workspace.set_private_of(&id("x"), vec![contact("secret", SECRET, false)]);
        let shown = workspace.shown().initiative(&id("x")).unwrap().clone();
        assert!(workspace.prepare_initiative(&shown, stamp("c1")).is_none());
    }

    #[test]
    fn private_contacts_outlive_other_changes_and_their_removal() {
        let mut workspace = workspace();
        workspace.set_private_of(&id("x"), vec![contact("secret", SECRET, false)]);
        let mut saved = initiative();
        saved.title = "Masques lavables".to_owned();
        let change = workspace.prepare_initiative(&saved, stamp("c1")).unwrap();
        workspace.insert([change]);
        assert_eq!(shown_contacts(&workspace).len(), 2);
        workspace.remove(&[id("c1")]);
        assert_eq!(shown_contacts(&workspace).len(), 2);
        workspace.set_private_of(&id("x"), Vec::new());
        assert_eq!(shown_contacts(&workspace), [("open", true)]);
    }

    #[test]
    fn a_public_contact_that_becomes_private_leaves_the_public_ones() {
        let mut workspace = workspace();
        let mut saved = initiative();
        saved.contacts[0].public = false;
        let change = workspace.prepare_initiative(&saved, stamp("c1")).unwrap();
        workspace.set_private_of(&id("x"), take_private(&mut saved));
        workspace.insert([change]);
        assert_eq!(shown_contacts(&workspace), [("open", false)]);
        assert!(publishable(workspace.shown()).initiatives[0].contacts.is_empty());
        // And back: the change makes it public before the layer forgets it.
        let back = workspace.prepare_initiative(&initiative(), stamp("c2")).unwrap();
        workspace.insert([back]);
        assert_eq!(shown_contacts(&workspace), [("open", true)]);
    }

    #[test]
    fn private_contacts_of_two_tabs_join_and_none_is_lost() {
        let one = |name: &str, phone: &str| contact(name, phone, false);
        let shown = [one("a", "0321000001"), one("b", "0321000002")];
        let typed = [one("a", "0321000009"), one("c", "0321000003")];
        assert_eq!(
            join_private(&shown, &typed, &shown),
            typed,
            "alone, it is what was typed"
        );
        // Another tab added one, changed the one that was changed here, and the one that goes.
        let now = [
            one("a", "0321000008"),
            one("b", "0321000007"),
            one("d", "0321000004"),
        ];
        let joined = join_private(&shown, &typed, &now);
        let values: Vec<_> = joined.iter().map(|contact| contact.means.value()).collect();
        let expected = [
            now[0].means.value(),
            now[1].means.value(),
            now[2].means.value(),
            typed[0].means.value(),
            typed[1].means.value(),
        ];
        assert_eq!(values, expected);
        assert_eq!(
            join_private(&shown, &typed, &joined),
            joined,
            "and saved again, nothing more"
        );
        // What was untouched stays away where another tab took it out.
        assert!(join_private(&shown, &shown, &[]).is_empty());
    }

    #[test]
    fn taking_back_leaves_what_another_tab_wrote_since() {
        let one = |name: &str, phone: &str| contact(name, phone, false);
        let edit = PrivateEdit {
            initiative: id("x"),
            before: vec![one("a", "0321000001"), one("b", "0321000002")],
            after: vec![one("a", "0321000009"), one("c", "0321000003")],
        };
        let alone = edit.taken_back(&edit.after);
        assert_eq!(alone.before, edit.after);
        assert_eq!(alone.after, edit.before, "alone, it is as it was");
        let mut now = edit.after.clone();
        now.push(one("d", "0321000004"));
        let names = |contacts: &[Contact]| -> Vec<String> {
            contacts.iter().map(|one| one.id.as_str().to_owned()).collect()
        };
        assert_eq!(names(&edit.taken_back(&now).after), ["a", "d", "b"]);
        // What the edit had added and another tab has changed is not the edit's any more.
        now[1] = one("c", "0321000008");
        assert_eq!(names(&edit.taken_back(&now).after), ["a", "c", "d", "b"]);
    }
}
