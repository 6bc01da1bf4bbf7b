use std::collections::BTreeSet;
use std::sync::Arc;

use super::{GONE, KnownAs, NextEdition, Why, next_edition};
use crate::domain::catalogue::{Catalogue, RemovalReason};
use crate::domain::change::{Change, ChangeSet, Target, TargetKind};
use crate::domain::contact::{Contact, Means, PrivateContacts};
use crate::domain::date::Timestamp;
use crate::domain::id::Id;
use crate::domain::initiative::{Initiative, OrganiserKind, Status};
use crate::domain::settle::Scope;
use crate::domain::value::Object;
use crate::format::publication::{Online, Publication, read_publication, write_publication};
use crate::format::{json, v1};
use crate::workspace::{Stamp, Workspace};

fn id(text: &str) -> Id {
    Id::parse(text).unwrap()
}

fn now() -> Timestamp {
    Timestamp::parse("2026-03-01T10:00:00Z").unwrap()
}

fn stamp(name: &str) -> Stamp {
    Stamp {
        id: id(name),
        author: id("device"),
        at: now(),
        batch: None,
    }
}

fn target(name: &str) -> Target {
    Target {
        kind: TargetKind::Initiative,
        id: id(name),
    }
}

fn contact(name: &str, phone: &str, label: &str, public: bool) -> Contact {
    Contact {
        id: id(name),
        means: Means::parse("phone", phone),
        label: label.to_owned(),
        public,
        extra: Object::new(),
    }
}

/// Three entries, and a release that tells of one of them in an item, in its lead and without a link.
fn edition() -> Catalogue {
    let text = r#"{
        "format": "solidaire-catalogue", "version": 1,
        "edition": { "id": "first", "number": 4, "published_at": "2026-01-01T00:00:00Z" },
        "site": { "id": "site", "title": "Ici" },
        "initiatives": [
            { "id": "courses", "title": "Courses pour les voisins", "summary": "Jeanne Exemple fait les courses.",
              "organiser": { "name": "Jeanne Exemple", "kind": "individual", "consent": true },
              "contacts": [ { "id": "p", "kind": "phone", "value": "0611111111" },
                            { "id": "m", "kind": "phone", "value": "0321000000" } ] },
            { "id": "masques", "title": "Masques", "organiser": { "name": "Mairie", "kind": "commune" },
              "contacts": [ { "id": "m", "kind": "phone", "value": "0321000000" } ] },
            { "id": "repas", "title": "Repas" }
        ],
        "communiques": [ { "id": "n1", "number": 1, "title": "N° 1", "status": "final",
            "lead": "Merci à Jeanne Exemple (06 11 11 11 11) et à la mairie (03 21 00 00 00).",
            "sections": [ { "heading": "Aide", "items": [
                { "initiative": "courses", "title": "Des courses", "text": "Jeanne Exemple, 06.11.11.11.11" },
                { "initiative": null, "title": "Courses pour les voisins", "text": "Toujours elle." },
                { "initiative": "masques", "title": "Masques", "text": "À la mairie." } ] } ] } ]
    }"#;
    v1::read_catalogue_text(text).unwrap().value
}

fn workspace(changes: impl IntoIterator<Item = Change>) -> Workspace {
    Workspace::new(
        Arc::new(edition()),
        ChangeSet::from_iter(changes),
        PrivateContacts::new(),
    )
}

fn edited(workspace: &Workspace, entry: &str, name: &str, edit: impl FnOnce(&mut Initiative)) -> Change {
    let mut initiative = workspace.shown().initiative(&id(entry)).unwrap().clone();
    edit(&mut initiative);
    workspace.prepare_initiative(&initiative, stamp(name)).unwrap()
}

fn written(next: &NextEdition) -> String {
    json::write_pretty(&v1::write_catalogue(&next.catalogue))
}

#[test]
fn what_changed_is_told_field_by_field() {
    let mut own = workspace([]);
    let retitled = edited(&own, "masques", "a", |entry| entry.title.push_str(" lavables"));
    let gone = own
        .prepare_removal(target("repas"), &RemovalReason::Ended, stamp("b"))
        .unwrap();
    let added = Initiative::new(id("neuve"), "Toute neuve".to_owned());
    let added = own.prepare_initiative(&added, stamp("c")).unwrap();
    own.insert([retitled, gone, added]);
    let next = next_edition(&own, &edition(), 0, now());

    let summary = &next.summary;
    assert_eq!(summary.new[0].title, "Toute neuve");
    assert_eq!(summary.changed.len(), 1);
    assert_eq!(summary.changed[0].document.title, "Masques lavables");
    assert_eq!(summary.changed[0].fields, ["title"]);
    assert_eq!(summary.removed[0].document.title, "Repas");
    assert_eq!(summary.removed[0].reason, Some(RemovalReason::Ended));
    assert_eq!(next.catalogue.removed[0].id, id("repas"));
    assert!(summary.reordered.is_empty() && next.questions.is_empty() && next.is_news);
    assert_eq!(next.included, [id("a"), id("b"), id("c")]);

    let edition = &next.catalogue.edition;
    assert_eq!((edition.number, edition.parent.as_ref()), (5, Some(&id("first"))));
    assert_eq!(edition.published_at, Some(now()));
    assert_eq!(
        v1::read_catalogue_text(&written(&next)).unwrap().value,
        next.catalogue
    );
}

#[test]
fn the_order_of_entries_is_told_too() {
    let mut other = edition();
    other.initiatives.swap(0, 2);
    let summary = super::Summary::between(&edition(), &other);
    assert_eq!(summary.reordered, [TargetKind::Initiative]);
    assert!(summary.changed.is_empty());
}

#[test]
fn without_a_change_there_is_nothing_to_publish() {
    let next = next_edition(&workspace([]), &edition(), 0, now());
    assert!(!next.is_news && next.summary.is_empty() && next.included.is_empty());
}

#[test]
fn the_number_rises_above_all_that_were_seen_or_given() {
    let mut online = edition();
    assert_eq!(
        next_edition(&workspace([]), &online, 9, now())
            .catalogue
            .edition
            .number,
        10
    );
    online.edition.number = 12;
    assert_eq!(
        next_edition(&workspace([]), &online, 9, now())
            .catalogue
            .edition
            .number,
        13
    );
}

#[test]
fn what_a_colleague_published_meanwhile_is_joined() {
    let mut own = workspace([]);
    let change = edited(&own, "masques", "a", |entry| {
        entry.summary = "En tissu.".to_owned();
    });
    own.insert([change]);
    let mut online = edition();
    online.edition = crate::domain::catalogue::Edition {
        id: id("second"),
        number: 5,
        ..online.edition
    };
    online.initiatives[1].title = "Masques en tissu".to_owned();
    online
        .initiatives
        .push(Initiative::new(id("d-un-collegue"), "D’un collègue".to_owned()));
    let next = next_edition(&own, &online, 0, now());
    let masks = next.catalogue.initiative(&id("masques")).unwrap();
    assert_eq!(
        (masks.title.as_str(), masks.summary.as_str()),
        ("Masques en tissu", "En tissu.")
    );
    assert!(next.catalogue.initiative(&id("d-un-collegue")).is_some());
    assert_eq!(
        next.summary.changed[0].fields,
        ["summary"],
        "against what is online"
    );
    assert_eq!(next.catalogue.edition.parent, Some(id("second")));

    online.initiatives[1].summary = "En papier.".to_owned();
    let asked = next_edition(&own, &online, 0, now());
    assert_eq!(
        asked.questions.len(),
        1,
        "the same field on both sides is a question"
    );
}

#[test]
fn an_old_file_online_takes_nothing_back() {
    let mut old = edition();
    old.edition = crate::domain::catalogue::Edition {
        id: id("zeroth"),
        number: 3,
        ..old.edition
    };
    old.initiatives.truncate(1);
    let next = next_edition(&workspace([]), &old, 0, now());
    assert_eq!(next.catalogue.initiatives.len(), 3);
    assert_eq!(next.catalogue.edition.number, 5);
    assert_eq!(next.summary.new.len(), 2);
}

#[test]
fn what_is_private_is_left_out_and_told() {
    let mut own = workspace([]);
    let draft = edited(&own, "repas", "a", |entry| entry.status = Status::Draft);
    let unnamed = edited(&own, "courses", "b", |entry| {
        entry.organiser.consent = Some(false);
    });
    let mut new = Initiative::new(id("brouillon"), "Brouillon".to_owned());
    new.status = Status::Draft;
    let new = own.prepare_initiative(&new, stamp("c")).unwrap();
    own.insert([draft, unnamed, new]);
    own.set_private_of(
        &id("masques"),
        vec![contact("s", "0622222222", "Portable de Lucie", false)],
    );
    let next = next_edition(&own, &edition(), 0, now());
    let left: Vec<_> = next
        .left_out
        .iter()
        .map(|left| (left.document.target.id.as_str(), left.what))
        .collect();
    assert_eq!(
        left,
        [
            ("courses", Why::Unnamed(2)),
            ("masques", Why::PrivateContacts(1)),
            ("repas", Why::DraftOfPublished),
            ("brouillon", Why::Draft),
        ]
    );
    let text = written(&next);
    assert!(!text.contains("0622222222") && !text.contains("0611111111"));
    assert_eq!(next.catalogue.initiatives[0].organiser.name, "");
    assert!(next.catalogue.initiative(&id("brouillon")).is_none());
    let online = next.catalogue.initiative(&id("repas")).unwrap();
    assert_eq!(
        online.status,
        Status::Published,
        "it is taken out by a removal alone"
    );
    // A name that may not be published still stands in three texts, which a person must look at.
    let named: Vec<_> = next
        .names
        .iter()
        .map(|name| (name.name.as_str(), name.known_as, name.place.field))
        .collect();
    assert!(
        named.contains(&("Jeanne Exemple", KnownAs::Organiser, "summary")),
        "{named:?}"
    );
    assert!(
        named.contains(&("Jeanne Exemple", KnownAs::Organiser, "lead")),
        "{named:?}"
    );
    assert!(
        named.contains(&("Jeanne Exemple", KnownAs::Organiser, "sections")),
        "{named:?}"
    );
    assert_eq!(named.len(), 3, "{named:?}");
}

#[test]
fn names_in_private_labels_are_found_and_usual_words_are_not() {
    let mut own = workspace([]);
    let change = edited(&own, "masques", "a", |entry| {
        entry.practical = "Demander Lucie. Portable ou Mairie.".to_owned();
    });
    own.insert([change]);
    own.set_private_of(
        &id("masques"),
        vec![contact("s", "0622222222", "Portable de Lucie", false)],
    );
    let next = next_edition(&own, &edition(), 0, now());
    let names: Vec<_> = next
        .names
        .iter()
        .map(|name| (name.name.as_str(), name.known_as))
        .collect();
    assert_eq!(names, [("Lucie", KnownAs::PrivateLabel)]);
    assert_eq!(next.names[0].place.field, "practical");
}

#[test]
fn a_removal_at_a_persons_request_leaves_nothing_in_the_file() {
    let mut own = workspace([]);
    // An earlier name, which was changed here before the person asked.
    let earlier = edited(&own, "courses", "a", |entry| {
        entry.organiser.name = "Jeanne Autrefois".to_owned();
    });
    own.insert([earlier]);
    let removal = own
        .prepare_removal(target("courses"), &RemovalReason::Request, stamp("b"))
        .unwrap();
    own.insert([removal]);
    let mut online = edition();
    online.communiques[0].closing = "Écrire à Jeanne AUTREFOIS.".to_owned();
    online.initiatives[1].practical = "Avec Jeanne Exemple.".to_owned();
    let next = next_edition(&own, &online, 0, now());
    let text = written(&next);
    for gone in [
        "Autrefois",
        "AUTREFOIS",
        "06 11 11",
        "0611111111",
        "06.11",
        "Des courses",
        "Toujours elle",
        "voisins",
    ] {
        assert!(!text.contains(gone), "« {gone} » is still there: {text}");
    }
    let release = &next.catalogue.communiques[0];
    assert_eq!(
        release.lead,
        format!("Merci à {GONE} ({GONE}) et à la mairie (03 21 00 00 00).")
    );
    let items = &release.sections[0].items;
    assert!(items[0].withdrawn && items[1].withdrawn && !items[2].withdrawn);
    assert_eq!(items[2].text, "À la mairie.", "the rest of the release is frozen");
    assert_eq!(next.erasure.entries, [id("courses")]);
    assert_eq!((next.erasure.items, next.erasure.words), (2, 3));
    // Another entry's text is its own: it is told, with its place.
    let left: Vec<_> = next
        .erasure
        .left
        .iter()
        .map(|place| (place.document.title.as_str(), place.field))
        .collect();
    assert_eq!(left, [("Masques", "practical")]);
    assert_eq!(v1::read_catalogue_text(&text).unwrap().value, next.catalogue);

    let mut after = Workspace::new(
        Arc::new(next.catalogue.clone()),
        own.changes().clone(),
        PrivateContacts::new(),
    );
    assert!(after.shown().initiative(&id("courses")).is_none());
    let revived = Initiative::new(id("courses"), "De retour".to_owned());
    after.insert(after.prepare_initiative(&revived, stamp("z")));
    let again = next_edition(&after, &next.catalogue, 0, now());
    assert!(
        again.catalogue.initiative(&id("courses")).is_none(),
        "the request wins over any change"
    );
}

#[test]
fn an_unnamed_persons_name_is_no_question_once_published() {
    let mut own = workspace([]);
    let mut entry = Initiative::new(id("aide"), "Aide".to_owned());
    entry.organiser.name = "Paul Exemple".to_owned();
    entry.organiser.kind = Some(OrganiserKind::Individual);
    let change = own.prepare_initiative(&entry, stamp("a")).unwrap();
    own.insert([change]);
    let next = next_edition(&own, &edition(), 0, now());
    let after = Workspace::new(
        Arc::new(next.catalogue.clone()),
        own.changes().clone(),
        PrivateContacts::new(),
    );
    assert_eq!(after.conflicts().count(), 0);
    assert_eq!(
        after.shown().initiative(&id("aide")).unwrap().organiser.name,
        "Paul Exemple"
    );
    assert!(next.included.is_empty(), "the name stays here");
    assert!(!next_edition(&after, &next.catalogue, 0, now()).is_news);
}

#[test]
fn what_is_online_is_told_apart() {
    let mut own = workspace([]);
    let change = edited(&own, "masques", "a", |entry| entry.title.push('!'));
    own.insert([change]);
    let online = edition();
    let next = next_edition(&own, &online, 0, now());
    let text = written(&next);
    let saved = Publication::of(&next.catalogue, &text, &online.edition, now());
    let compare = |catalogue: &Catalogue| {
        let bytes = json::write(&v1::write_catalogue(catalogue));
        saved.compare(bytes.as_bytes(), catalogue)
    };
    assert_eq!(read_publication(&write_publication(&saved)), Some(saved.clone()));
    assert_eq!(saved.compare(text.as_bytes(), &next.catalogue), Online::Same);
    assert_eq!(compare(&next.catalogue), Online::SameContent);
    assert_eq!(compare(&online), Online::Before);
    let mut older = online.clone();
    older.edition.id = id("older");
    older.edition.number = 2;
    assert_eq!(compare(&older), Online::Before);
    for number in [4, 5, 6] {
        let mut colleague = online.clone();
        colleague.edition.id = id("colleague");
        colleague.edition.number = number;
        assert_eq!(compare(&colleague), Online::Other, "{number}");
    }
    let mut tampered = next.catalogue.clone();
    tampered.initiatives.clear();
    assert_eq!(
        compare(&tampered),
        Online::Other,
        "the same name on other content"
    );
    let mut elsewhere = online;
    elsewhere.site.id = id("elsewhere");
    assert_eq!(compare(&elsewhere), Online::OtherSite);
}

#[test]
fn an_edit_under_a_removal_is_kept_until_the_removal_is_online() {
    let mut own = workspace([]);
    let change = edited(&own, "masques", "a", |entry| entry.title.push('!'));
    own.insert([change]);
    let removal = own
        .prepare_removal(target("masques"), &RemovalReason::Ended, stamp("b"))
        .unwrap();
    own.insert([removal]);
    assert_eq!(own.pending().len(), 1, "the removal says all that is left to say");
    assert!(own.settling(Scope::All, None, &BTreeSet::new()).is_empty());
    let next = next_edition(&own, &edition(), 0, now());
    let after = Workspace::new(
        Arc::new(next.catalogue),
        own.changes().clone(),
        PrivateContacts::new(),
    );
    assert_eq!((after.conflicts().count(), after.pending().len()), (0, 0));
    assert_eq!(after.settling(Scope::All, None, &BTreeSet::new()).len(), 2);
    own.remove(&[id("b")]);
    assert_eq!(own.shown().initiative(&id("masques")).unwrap().title, "Masques!");
}

#[test]
fn who_was_erased_here_stays_out_of_an_edition_that_does_not_know_of_it() {
    let mut known = edition();
    v1::withhold(&mut known, [&id("courses"), &id("unheard-of")]);
    let mut own = Workspace::new(Arc::new(known), ChangeSet::default(), PrivateContacts::new());
    let next = next_edition(&own, &edition(), 0, now());
    assert!(!written(&next).contains("Jeanne") && !written(&next).contains("0611111111"));
    let requested: Vec<&Id> = next.catalogue.requested().collect();
    assert_eq!(requested, [&id("courses")], "and none that is not at issue");
    assert_eq!(next.summary.removed[0].reason, Some(RemovalReason::Request));
    assert!(next.is_news && next.erasure.entries == [id("courses")]);
    // Where nothing online tells of her, somebody's change must not either.
    let mut online = edition();
    online.initiatives.remove(0);
    online.communiques.clear();
    let revived = Initiative::new(id("courses"), "De retour".to_owned());
    own.insert(own.prepare_initiative(&revived, stamp("z")));
    let again = next_edition(&own, &online, 0, now());
    assert!(again.catalogue.initiative(&id("courses")).is_none());
    assert!(!next_edition(&workspace([]), &edition(), 0, now()).is_news);
}
