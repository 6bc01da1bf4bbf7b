//! What leaves the device in a catalogue, and what never does.

use proptest::prelude::*;
use solidaire::domain::communique::CommuniqueStatus;
use solidaire::domain::initiative::{OrganiserKind, Status};
use solidaire::format::publish::publishable;
use solidaire::format::{edition, json, v1};

use crate::arbitrary;

fn read(initiatives: &str, communiques: &str) -> solidaire::domain::catalogue::Catalogue {
    let text = format!(
        r#"{{"format":"solidaire-catalogue","version":1,"site":{{"id":"s"}},
            "initiatives":[{initiatives}],"communiques":[{communiques}]}}"#
    );
    v1::read_catalogue_text(&text).unwrap().value
}

#[test]
fn drafts_private_contacts_and_unnamed_people_stay() {
    let person = |id: &str, consent: &str| {
        format!(
            r#"{{"id":"{id}","title":"Courses","organiser":{{"name":"Secret","kind":"individual","consent":{consent},"nick":"Secret"}},
                "contacts":[{{"id":"c","kind":"phone","value":"0612345678"}}]}}"#
        )
    };
    let entries = [
        r#"{"id":"a","title":"Brouillon Secret","status":"draft"}"#.to_owned(),
        r#"{"id":"b","title":"Archive","status":"archived"}"#.to_owned(),
        r#"{"id":"c","title":"Ville","contacts":[
            {"id":"x","kind":"phone","value":"0321000000"},
            {"id":"y","kind":"email","value":"secret@ville.example","public":false}]}"#
            .to_owned(),
        person("d", "null"),
        person("e", "false"),
        person("f", "true").replace("Secret", "Dit oui"),
    ];
    let releases =
        r#"{"id":"r","title":"Secret","status":"draft"},{"id":"q","title":"N° 1","status":"final"}"#;
    let public = publishable(&read(&entries.join(","), releases));

    let ids: Vec<_> = public.initiatives.iter().map(|one| one.id.as_str()).collect();
    assert_eq!(ids, ["b", "c", "d", "e", "f"]);
    let contacts: Vec<_> = public.initiatives.iter().map(|one| one.contacts.len()).collect();
    assert_eq!(contacts, [0, 1, 0, 0, 1]);
    assert_eq!(public.initiatives[4].organiser.name, "Dit oui");
    assert_eq!(public.communiques.len(), 1);
    let text = json::write(&v1::write_catalogue(&public));
    assert!(!text.to_lowercase().contains("secret"), "{text}");
    assert!(!text.contains("\"public\""), "{text}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn what_may_leave_leaves_unchanged(catalogue in arbitrary::catalogue()) {
        let public = publishable(&catalogue);
        prop_assert_eq!(publishable(&public), public.clone());
        for one in &public.initiatives {
            prop_assert!(one.status != Status::Draft);
            prop_assert!(one.contacts.iter().all(|contact| contact.public));
            let before = catalogue.initiative(&one.id).unwrap();
            let unnamed = one.organiser.kind == Some(OrganiserKind::Individual) && one.organiser.consent != Some(true);
            prop_assert!(!unnamed || (one.organiser.name.is_empty() && one.contacts.is_empty()));
            prop_assert!(unnamed || one.organiser == before.organiser);
            prop_assert_eq!((&one.title, &one.extra), (&before.title, &before.extra));
        }
        prop_assert!(public.communiques.iter().all(|one| one.status != CommuniqueStatus::Draft));
        prop_assert_eq!(public.site, catalogue.site);
    }

    #[test]
    fn an_edition_is_named_by_what_it_says(catalogue in arbitrary::catalogue()) {
        let id = edition::content_id(&catalogue);
        let mut other = catalogue.clone();
        other.edition.number = catalogue.edition.number.wrapping_add(1);
        prop_assert_eq!(edition::content_id(&other), id.clone(), "the edition's own fields do not count");
        let again = v1::read_catalogue(v1::write_catalogue(&catalogue)).unwrap().value;
        prop_assert_eq!(edition::content_id(&again), id.clone(), "nor does the way through a file");
        other.site.title.push('!');
        prop_assert_ne!(edition::content_id(&other), id);
    }
}
