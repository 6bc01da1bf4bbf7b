//! The private values on the device: contacts that are never published.
//!
//! Each stands under a key of its own, beside the changes and never in one, so that nothing that is
//! sent or exported can hold it.

use super::aside::{Aside, set_aside};
use super::journal::{Transaction, View};
use super::key::Key;
use super::port::{Denied, Storage};
use crate::domain::contact::{Contact, PrivateContacts};
use crate::domain::id::Id;
use crate::format::json;
use crate::format::v1::{decode_contact, encode_contact};
use crate::format::warning::Warnings;

/// Loads the private contacts, and names the unreadable ones.
///
/// # Errors
/// When the browser refuses.
pub fn load(storage: &impl Storage) -> Result<(PrivateContacts, Vec<Aside>), Denied> {
    let view = View::open(storage)?;
    let (mut loaded, mut aside) = (PrivateContacts::new(), Vec::new());
    // The keys come in their order; a list of contacts should not change its own.
    for key in view.keys() {
        let Key::Private(initiative, item) = key else {
            continue;
        };
        let Some(text) = view.read(key)? else { continue };
        match read(&text).filter(|contact| contact.id == *item) {
            Some(contact) => loaded.entry(initiative.clone()).or_default().push(contact),
            None => aside.push(set_aside(storage, key, &text)?),
        }
    }
    Ok((loaded, aside))
}

/// Adds to a transaction what makes the private contacts of an initiative `after`, where they were
/// `before`.
pub(super) fn replace(transaction: &mut Transaction, initiative: &Id, before: &[Contact], after: &[Contact]) {
    let key = |contact: &Contact| Key::Private(initiative.clone(), contact.id.clone());
    for contact in before {
        if after.iter().all(|kept| kept.id != contact.id) {
            transaction.remove.push(key(contact));
        }
    }
    for contact in after {
        if !before.contains(contact) {
            let text = json::write(&encode_contact(contact).into());
            transaction.write.push((key(contact), text));
        }
    }
}

/// The contact of a stored text; one that is no longer marked private is not for this layer.
fn read(text: &str) -> Option<Contact> {
    // Why one cannot be read helps nobody: the caller sets its text aside, whole.
    let document = json::parse(text).ok()?;
    let contact = decode_contact(document.as_object()?.clone(), &mut Warnings::new())?;
    (!contact.public).then_some(contact)
}

#[cfg(test)]
mod tests {
    use super::load;
    use crate::domain::contact::{Contact, Means};
    use crate::domain::id::Id;
    use crate::domain::value::Object;
    use crate::storage::changes::{Edit, keep};
    use crate::storage::memory::MemoryStorage;
    use crate::storage::port::WriteError;

    fn id(text: &str) -> Id {
        Id::parse(text).unwrap()
    }

    fn contact(name: &str, phone: &str) -> Contact {
        Contact {
            id: id(name),
            means: Means::parse("phone", phone),
            label: String::new(),
            public: false,
            extra: Object::new(),
        }
    }

    fn replace(
        storage: &MemoryStorage,
        initiative: &Id,
        before: &[Contact],
        after: &[Contact],
    ) -> Result<(), WriteError> {
        let edit = Edit {
            private: Some((initiative, before, after)),
            ..Edit::default()
        };
        keep(storage, &id("edit"), edit)
    }

    #[test]
    fn what_was_kept_is_loaded_and_what_was_taken_out_is_gone() {
        let storage = MemoryStorage::new();
        let (first, second) = (contact("a", "0321000001"), contact("b", "0321000002"));
        let both = [first.clone(), second.clone()];
        replace(&storage, &id("x"), &[], &both).unwrap();
        let (loaded, aside) = load(&storage).unwrap();
        assert_eq!(loaded.get(&id("x")).map(Vec::as_slice), Some(&both[..]));
        assert!(aside.is_empty());
        let changed = contact("b", "115");
        replace(&storage, &id("x"), &both, std::slice::from_ref(&changed)).unwrap();
        assert_eq!(load(&storage).unwrap().0, [(id("x"), vec![changed])].into());
        assert_eq!(storage.snapshot().len(), 1);
    }

    #[test]
    fn what_does_not_fit_leaves_everything_as_it_was() {
        let storage = MemoryStorage::new();
        let before = [contact("a", "0321000001"), contact("b", "0321000002")];
        replace(&storage, &id("x"), &[], &before).unwrap();
        let stood = storage.snapshot();
        let size = stood
            .iter()
            .map(|(key, text)| key.len() + text.len())
            .sum::<usize>();
        storage.set_room(Some(size + 10));
        let after = [
            contact("b", "0321000003"),
            contact("c", "0321000004"),
            contact("d", "115"),
        ];
        assert_eq!(
            replace(&storage, &id("x"), &before, &after),
            Err(WriteError::Full)
        );
        assert_eq!(storage.snapshot(), stood);
    }

    #[test]
    fn an_unreadable_contact_is_set_aside_and_reported() {
        let storage = MemoryStorage::new();
        for (key, text) in [
            ("private/x/a", "no JSON"),
            (
                "private/x/b",
                r#"{"id":"other","kind":"phone","value":"115","public":false}"#,
            ),
            ("private/x/c", r#"{"id":"c","kind":"phone","value":"115"}"#),
        ] {
            storage.plant(key, text);
        }
        let (loaded, aside) = load(&storage).unwrap();
        assert!(loaded.is_empty());
        assert_eq!(aside.len(), 3);
        assert!(storage.snapshot().keys().all(|key| key.starts_with("aside/")));
    }
}
