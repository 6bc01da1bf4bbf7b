//! The laws of publishing, over random catalogues and random edits.

use std::collections::BTreeSet;
use std::sync::Arc;

use proptest::prelude::*;
use solidaire::domain::catalogue::{Catalogue, RemovalReason};
use solidaire::domain::change::{Change, ChangeSet, Path, Target, TargetKind, value_at};
use solidaire::domain::contact::PrivateContacts;
use solidaire::domain::date::Timestamp;
use solidaire::domain::id::Id;
use solidaire::domain::initiative::Initiative;
use solidaire::domain::value::Object;
use solidaire::format::edition::content_id;
use solidaire::format::publish::publishable;
use solidaire::format::warning::Warnings;
use solidaire::format::{json, v1};
use solidaire::workspace::publish::{NextEdition, next_edition};
use solidaire::workspace::{Stamp, Workspace};

use crate::arbitrary;

/// What an editor does to one of the entries, by its place.
#[derive(Debug, Clone)]
enum Edit {
    Title(usize, u8),
    Summary(usize, u8),
    Everything(usize, Box<Initiative>),
    Add(Box<Initiative>),
    Remove(usize, usize),
}

fn edit() -> impl Strategy<Value = Edit> {
    prop_oneof![
        (any::<usize>(), any::<u8>()).prop_map(|(place, text)| Edit::Title(place, text)),
        (any::<usize>(), any::<u8>()).prop_map(|(place, text)| Edit::Summary(place, text)),
        (any::<usize>(), arbitrary::initiative())
            .prop_map(|(place, entry)| Edit::Everything(place, entry.into())),
        arbitrary::initiative().prop_map(|entry| Edit::Add(entry.into())),
        (any::<usize>(), 0..RemovalReason::KNOWN.len()).prop_map(|(place, why)| Edit::Remove(place, why)),
    ]
}

fn now() -> Timestamp {
    Timestamp::parse("2026-03-01T10:00:00Z").unwrap()
}

/// An editor's device: the edition with what they do on top of it.
fn editor(edition: &Catalogue, name: &str, edits: &[Edit]) -> Workspace {
    let mut own = Workspace::published(Arc::new(edition.clone()));
    for (number, edit) in edits.iter().enumerate() {
        let stamp = Stamp {
            id: Id::parse(&format!("{name}{number}")).unwrap(),
            author: Id::parse(name).unwrap(),
            at: now(),
            batch: None,
        };
        let entries = &own.shown().initiatives;
        let at = |place: &usize| (!entries.is_empty()).then(|| entries[place % entries.len()].clone());
        let change = match edit {
            Edit::Title(place, text) => at(place).and_then(|mut entry| {
                entry.title = format!("Titre {text}");
                own.prepare_initiative(&entry, stamp)
            }),
            Edit::Summary(place, text) => at(place).and_then(|mut entry| {
                entry.summary = format!("Résumé {text}");
                own.prepare_initiative(&entry, stamp)
            }),
            Edit::Everything(place, other) => at(place).and_then(|entry| {
                let entry = Initiative {
                    id: entry.id,
                    ..(**other).clone()
                };
                own.prepare_initiative(&entry, stamp)
            }),
            Edit::Add(entry) => own.prepare_initiative(entry, stamp),
            Edit::Remove(place, why) => at(place).and_then(|entry| {
                let target = Target {
                    kind: TargetKind::Initiative,
                    id: entry.id,
                };
                own.prepare_removal(target, &RemovalReason::KNOWN[*why], stamp)
            }),
        };
        own.insert(change);
    }
    own
}

/// The device once an edition has arrived.
fn arrived(own: &Workspace, edition: &Catalogue) -> Workspace {
    Workspace::new(
        Arc::new(edition.clone()),
        own.changes().clone(),
        PrivateContacts::new(),
    )
}

fn publish(own: &Workspace, online: &Catalogue) -> NextEdition {
    next_edition(own, online, 0, now())
}

/// What a change wants and the edition does not say, leaving out what the maker took back later.
fn missing<'a>(all: &'a ChangeSet, change: &'a Change, edition: &Catalogue) -> Vec<&'a Path> {
    let entry = edition.initiative(&change.target.id).map(v1::encode_initiative);
    let replaced = |path: &Path| {
        all.iter()
            .any(|later| later.replaces.contains(&change.id) && later.delta(path).is_some())
    };
    let gone = edition
        .removed
        .iter()
        .any(|removed| removed.id == change.target.id);
    let fields = change.fields.iter();
    fields
        .filter(|(path, delta)| {
            let said = match &entry {
                Some(entry) => *value_at(entry, path) == delta.after,
                None => gone || path.as_str() == Path::REMOVED,
            };
            // Whoever makes an entry that of an unnamed person withholds its contacts, whoever added them.
            let unnamed = edition
                .initiative(&change.target.id)
                .is_some_and(|entry| entry.organiser.is_unnamed());
            let withheld = unnamed && path.parts().0 == "contacts";
            // Back to what was published, a change wants nothing.
            delta.before != delta.after && !said && !withheld && !replaced(path)
        })
        .map(|(path, _)| path)
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn what_is_published_is_read_back_equal(online in arbitrary::catalogue(), edits in prop::collection::vec(edit(), 0..5)) {
        let own = editor(&publishable(&online), "a", &edits);
        let next = publish(&own, &online).catalogue;
        prop_assert_eq!(publishable(&next), next.clone());
        prop_assert_eq!(&next.edition.id, &content_id(&next));
        prop_assert!(next.edition.number > online.edition.number || online.edition.number == u32::MAX);
        prop_assert_eq!(next.edition.parent.as_ref(), Some(&online.edition.id));
        let text = json::write_pretty(&v1::write_catalogue(&next));
        prop_assert_eq!(v1::read_catalogue_text(&text).unwrap().value, next);
    }

    #[test]
    fn what_is_included_is_done_when_it_arrives_and_nothing_else(
        online in arbitrary::catalogue(), edits in prop::collection::vec(edit(), 1..6),
    ) {
        let online = publishable(&online);
        let own = editor(&online, "a", &edits);
        let next = publish(&own, &online);
        prop_assert!(next.questions.is_empty(), "one editor never disagrees with themselves");
        let after = arrived(&own, &next.catalogue);
        let before: BTreeSet<&Id> = own.pending().into_iter().map(|change| &change.id).collect();
        let left: BTreeSet<&Id> = after.pending().into_iter().map(|change| &change.id).collect();
        let included: BTreeSet<&Id> = next.included.iter().collect();
        prop_assert_eq!(before.difference(&left).copied().collect::<BTreeSet<_>>(), included);
        prop_assert_eq!(after.conflicts().count(), 0, "what was published is no question");
        for change in own.changes().iter().filter(|change| next.included.contains(&change.id)) {
            prop_assert_eq!(missing(own.changes(), change, &next.catalogue), Vec::<&Path>::new(), "{:?}", change.id);
        }
    }

    #[test]
    fn two_editors_who_publish_after_each_other_lose_nothing(
        online in arbitrary::catalogue(), one in prop::collection::vec(edit(), 1..4), two in prop::collection::vec(edit(), 1..4),
    ) {
        let online = publishable(&online);
        let (one, two) = (editor(&online, "a", &one), editor(&online, "b", &two));
        let first = publish(&one, &online);
        let second = publish(&two, &first.catalogue);
        prop_assert!(second.catalogue.edition.number > first.catalogue.edition.number);
        prop_assert_eq!(second.catalogue.edition.parent.as_ref(), Some(&first.catalogue.edition.id));
        let asked = |change: &Change, path: &Path| second
            .questions
            .iter()
            .any(|question| question.target == change.target && (question.path == *path || question.path.as_str() == Path::REMOVED));
        for (maker, included) in [(&one, &first.included), (&two, &second.included)] {
            for change in maker.changes().iter().filter(|change| included.contains(&change.id)) {
                for path in missing(maker.changes(), change, &second.catalogue) {
                    // Who wrote the same and thought better of it has seen it.
                    let wanted = |own: &Change| own.target == change.target && own.delta(path).map(|own| &own.after) == change.delta(path).map(|own| &own.after);
                    let seen = two.changes().iter().any(|own| own.id != change.id && wanted(own));
                    prop_assert!(seen || asked(change, path), "{:?} of {:?} is lost", path, change);
                }
            }
        }
        // What neither of them touched stands as it stood.
        let touched = |entry: &Initiative| {
            let of = |own: &Workspace| own.changes().iter().any(|change| change.target.id == entry.id);
            of(&one) || of(&two)
        };
        for entry in online.initiatives.iter().filter(|entry| !touched(entry)) {
            prop_assert_eq!(second.catalogue.initiative(&entry.id), Some(entry));
        }
    }

    #[test]
    fn a_request_erases_whatever_is_known_of_the_entry(
        online in arbitrary::catalogue(), edits in prop::collection::vec(edit(), 0..3), place in any::<usize>(),
    ) {
        let mut online = publishable(&online);
        prop_assume!(!online.initiatives.is_empty());
        let place = place % online.initiatives.len();
        let text = json::write(&v1::encode_initiative(&online.initiatives[place]).into());
        prop_assume!(!text.to_lowercase().contains("zwzw"));
        let entry = &mut online.initiatives[place];
        let id = entry.id.clone();
        let person = v1::decode_initiative(object(PERSON), &mut Warnings::new()).unwrap();
        entry.organiser = person.organiser;
        entry.contacts = person.contacts;
        entry.title = person.title;
        entry.summary.push_str("zwzw");
        entry.extra.set("x_zwzw", "zwzw");
        let release = v1::decode_communique(object(&RELEASE.replace("ENTRY", id.as_str())), &mut Warnings::new());
        online.communiques = vec![release.unwrap()];
        let mut own = editor(&online, "a", &edits);
        let stamp = Stamp { id: Id::parse("request").unwrap(), author: id.clone(), at: now(), batch: None };
        let target = Target { kind: TargetKind::Initiative, id: id.clone() };
        let removal = own.prepare_removal(target, &RemovalReason::Request, stamp);
        prop_assume!(removal.is_some());
        own.insert(removal);
        let next = publish(&own, &online);
        let served = json::write_pretty(&v1::write_catalogue(&next.catalogue)).to_lowercase();
        for secret in ["zwzw", "98765432", "98.76.54.32", "98 76 54 32"] {
            prop_assert!(!served.contains(secret), "« {secret} » is served: {served}");
        }
        // A phone that still has changes of the entry shows nothing of it either.
        let after = arrived(&own, &next.catalogue);
        prop_assert!(after.shown().initiative(&id).is_none());
        prop_assert_eq!(next.catalogue.communiques[0].item_count(), 3, "items keep their places");
    }
}

const PERSON: &str = r#"{"id":"x","title":"Les gâteaux de Zsazsa","organiser":{"name":"Zsazsa Zwzwzw","kind":"individual","consent":true},
    "contacts":[{"id":"p","kind":"phone","value":"06 98 76 54 32"},{"id":"e","kind":"email","value":"zsazsa@zwzw.example"},
    {"id":"w","kind":"web","value":"https://www.zwzw.example/zsazsa/"}]}"#;

const RELEASE: &str = r#"{"id":"zz","title":"N° 9","status":"final","lead":"Merci à ZSAZSA ZWZWZW, +33 6.98.76.54.32.",
    "closing":"Écrire à Zsazsa@Zwzw.example, voir zwzw.example/zsazsa.","sections":[{"items":[
    {"initiative":"ENTRY","title":"Des gâteaux","text":"Zwzwzw"},
    {"initiative":null,"title":"Les gâteaux de Zsazsa","text":"Zwzwzw"},
    {"initiative":null,"title":"Autre","text":"Avec Zsazsa Zwzwzw."}]}]}"#;

fn object(text: &str) -> Object {
    json::parse(text).unwrap().as_object().unwrap().clone()
}
