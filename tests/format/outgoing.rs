//! Maps, calendars, feeds and linked data: each is read by a parser that is not ours.

use std::io::BufReader;

use icalendar::{CalendarComponent, Component, DatePerhapsTime, EventLike};
use proptest::prelude::*;
use serde_json::Value;
use solidaire::domain::catalogue::Catalogue;
use solidaire::domain::code::{Department, Insee};
use solidaire::domain::contact::{Contact, Means};
use solidaire::domain::date::{Date, Timestamp};
use solidaire::domain::gazetteer::{Commune, Gazetteer};
use solidaire::domain::id::Id;
use solidaire::domain::initiative::{Initiative, OrganiserKind, Status};
use solidaire::domain::link::Link;
use solidaire::domain::point::Point;
use solidaire::domain::site::Site;
use solidaire::domain::value::Object;
use solidaire::format::outgoing::Outgoing;
use solidaire::format::publish::{publishable, publishable_of};
use solidaire::format::{feed, geojson, icalendar as calendar, json_ld};
use solidaire::i18n::Lang;

use super::arbitrary;

const ADDRESS: &str = "https://exemple.fr/asso/";

fn outgoing(catalogue: &Catalogue) -> Outgoing<'_> {
    Outgoing {
        catalogue,
        address: ADDRESS,
        lang: Lang::Fr,
    }
}

fn now() -> Timestamp {
    Timestamp::parse("2026-11-30T08:15:42.123Z").unwrap()
}

fn day(text: &str) -> Date {
    Date::parse(text).unwrap()
}

fn initiative(id: &str, title: &str) -> Initiative {
    Initiative::new(Id::parse(id).unwrap(), title.to_owned())
}

fn catalogue(initiatives: Vec<Initiative>) -> Catalogue {
    let mut site = Site::new(Id::parse("site").unwrap());
    "Pas-de-Calais solidaire".clone_into(&mut site.title);
    Catalogue {
        initiatives,
        ..Catalogue::new(site)
    }
}

fn page(initiative: &Initiative) -> String {
    format!("{ADDRESS}initiative?id={}", initiative.id)
}

/// Whether an address may be opened from a page.
fn is_web(address: &str) -> bool {
    Link::parse(address).is_some_and(|link| link.is_web())
}

fn parsed_feed(text: &str) -> feed_rs::model::Feed {
    feed_rs::parser::parse(BufReader::new(text.as_bytes())).unwrap_or_else(|error| panic!("{error}: {text}"))
}

/// A text as a reader of XML gives it: white space at the ends says nothing in a feed.
fn shown(text: &str) -> String {
    text.chars()
        .filter(|c| !matches!(c, '\u{fffe}' | '\u{ffff}'))
        .collect::<String>()
        .trim()
        .to_owned()
}

fn events(text: &str) -> Vec<icalendar::Event> {
    let calendar: icalendar::Calendar = text.parse().unwrap_or_else(|error| panic!("{error}: {text}"));
    calendar
        .components
        .into_iter()
        .map(|component| match component {
            CalendarComponent::Event(event) => event,
            other => panic!("{other:?}"),
        })
        .collect()
}

proptest! {
    #[test]
    fn every_feature_is_read_with_its_place(catalogue in arbitrary::catalogue()) {
        let catalogue = publishable(&catalogue);
        let text = geojson::write(&outgoing(&catalogue), None);
        let read: ::geojson::FeatureCollection = text.parse::<::geojson::GeoJson>().unwrap().try_into().unwrap();
        prop_assert_eq!(read.features.len(), catalogue.initiatives.len());
        for (feature, initiative) in read.features.iter().zip(&catalogue.initiatives) {
            prop_assert_eq!(feature.property("name").and_then(Value::as_str), Some(initiative.title.as_str()));
            let url = feature.property("url").and_then(Value::as_str).map(str::to_owned);
            prop_assert_eq!(url, Some(page(initiative)));
            let expected = initiative.place.lon.zip(initiative.place.lat);
            let point = feature.geometry.as_ref().map(|geometry| match &geometry.value {
                ::geojson::GeometryValue::Point { coordinates } => (coordinates[0], coordinates[1]),
                other => panic!("{other:?}"),
            });
            prop_assert_eq!(point, expected);
        }
    }

    #[test]
    fn every_dated_initiative_is_an_event_of_whole_days(catalogue in arbitrary::catalogue()) {
        let catalogue = publishable(&catalogue);
        let is_dated = |one: &&Initiative| one.period.start.is_some() || one.period.end.is_some();
        let dated: Vec<&Initiative> = catalogue.initiatives.iter().filter(is_dated).collect();
        let text = calendar::write(&outgoing(&catalogue), &now());
        prop_assert_eq!(text.is_none(), dated.is_empty());
        let events = text.map(|text| {
            assert!(text.split("\r\n").all(|line| line.len() <= 75 && !line.contains(['\r', '\n'])));
            events(&text)
        });
        for (event, initiative) in events.unwrap_or_default().iter().zip(dated) {
            prop_assert_eq!(event.get_summary(), Some(initiative.title.as_str()));
            prop_assert_eq!(event.property_value("DTSTAMP"), Some("20261130T081542Z"));
            let (start, end) = (initiative.period.start, initiative.period.end);
            let first = start.or(end).unwrap();
            let last = end.filter(|end| *end >= first).unwrap_or(first);
            prop_assert_eq!(told(event.get_start()), Some(first.to_string()));
            prop_assert_eq!(told(event.get_end()), last.next().map(|day| day.to_string()));
            let address = page(initiative);
            prop_assert_eq!(event.property_value("URL"), Some(address.as_str()));
        }
    }

    #[test]
    fn both_feeds_tell_the_same_news(catalogue in arbitrary::catalogue()) {
        let catalogue = publishable(&catalogue);
        let atom_text = feed::write_atom(&outgoing(&catalogue), &now());
        let atom = parsed_feed(&atom_text);
        let json = parsed_feed(&feed::write_json(&outgoing(&catalogue), &now()));
        prop_assert_eq!(atom.entries.len(), json.entries.len());
        for (one, two) in atom.entries.iter().zip(&json.entries) {
            prop_assert_eq!(&one.id, &two.id);
            let id = one.links[0].href.strip_prefix(ADDRESS).and_then(|rest| rest.strip_prefix("initiative?id="));
            let initiative = catalogue.initiative(&Id::parse(id.unwrap()).unwrap()).unwrap();
            prop_assert_eq!(shown(&one.title.as_ref().unwrap().content), shown(&initiative.title));
            prop_assert!(one.links.iter().chain(&two.links).all(|link| is_web(&link.href)), "{:?}", one.links);
        }
        let days: Vec<_> = atom.entries.iter().map(|entry| entry.updated).collect();
        prop_assert!(days.windows(2).all(|pair| pair[0] >= pair[1]), "{days:?}");
    }

    #[test]
    fn linked_data_leads_nowhere_but_to_the_web_and_ends_no_element(initiative in arbitrary::initiative()) {
        let site = catalogue(Vec::new());
        let Some(text) = json_ld::write(&outgoing(&site), &initiative) else {
            prop_assert_eq!(initiative.status, Status::Draft);
            return Ok(());
        };
        prop_assert!(!text.contains('<'));
        let read: Value = serde_json::from_str(&text).unwrap();
        prop_assert_eq!(read["@type"].as_str(), Some("Service"));
        prop_assert_eq!(read["name"].as_str(), Some(initiative.title.as_str()));
        let provider = &read["provider"];
        for list in ["url", "sameAs"] {
            for link in provider[list].as_array().into_iter().flatten() {
                prop_assert!(is_web(link.as_str().unwrap()), "{link}");
            }
        }
        if initiative.organiser.is_unnamed() {
            prop_assert!(provider.is_null(), "{provider}");
        }
    }
}

/// The day of an event's end or start; nothing for an instant.
fn told(day: Option<DatePerhapsTime>) -> Option<String> {
    match day? {
        DatePerhapsTime::Date(day) => Some(day.format("%Y-%m-%d").to_string()),
        DatePerhapsTime::DateTime(_) => None,
    }
}

#[test]
fn an_event_ends_on_the_day_after_its_last() {
    let mut both = initiative("a", "Collecte, du « tissu »; et plus");
    (both.period.start, both.period.end) = (Some(day("2026-12-30")), Some(day("2026-12-31")));
    both.summary = "Première ligne\nDeuxième, avec \\ et ;".to_owned();
    (both.place.commune, both.place.lat, both.place.lon) = ("Marck".to_owned(), Some(50.95), Some(1.95));
    let mut until = initiative("b", "Jusqu’à");
    until.period.end = Some(day("2027-02-28"));
    let mut since = initiative("c", "Depuis");
    since.period.start = Some(day("2027-01-01"));
    let catalogue = catalogue(vec![both, until, since, initiative("d", "Sans date")]);
    let text = calendar::write(&outgoing(&catalogue), &now()).unwrap();
    let events = events(&text);
    let days: Vec<_> = events
        .iter()
        .map(|event| (told(event.get_start()).unwrap(), told(event.get_end()).unwrap()))
        .collect();
    let pair = |one: &str, two: &str| (one.to_owned(), two.to_owned());
    assert_eq!(
        days,
        [
            pair("2026-12-30", "2027-01-01"),
            pair("2027-02-28", "2027-03-01"),
            pair("2027-01-01", "2027-01-02"),
        ]
    );
    assert_eq!(events[0].get_summary(), Some("Collecte, du « tissu »; et plus"));
    assert_eq!(
        events[0].get_description(),
        Some("Première ligne\nDeuxième, avec \\ et ;")
    );
    assert_eq!(events[0].get_location(), Some("Marck"));
    assert_eq!(events[0].property_value("GEO"), Some("50.95;1.95"));
    let again = calendar::write(
        &outgoing(&catalogue),
        &Timestamp::parse("2027-01-01T00:00:00Z").unwrap(),
    );
    let uid = |event: &icalendar::Event| event.get_uid().unwrap().to_owned();
    assert_eq!(
        uid(&events[0]),
        uid(&self::events(&again.unwrap())[0]),
        "the same event at any time"
    );
    assert_ne!(uid(&events[0]), uid(&events[1]));
}

#[test]
fn a_place_without_coordinates_lies_where_its_commune_does() {
    let insee = Insee::parse("62548").unwrap();
    let commune = Commune {
        insee: insee.clone(),
        name: "Marck".to_owned(),
        postcodes: Vec::new(),
        population: None,
        epci: None,
        point: Point::new(50.95, 1.95),
        names: Vec::new(),
    };
    let department = Department::parse("62").unwrap();
    let gazetteer = Gazetteer::new(department, "Pas-de-Calais".to_owned(), Vec::new(), vec![commune]);
    let mut exact = initiative("a", "Exacte");
    (exact.place.lat, exact.place.lon) = (Some(50.5), Some(-1.5));
    let mut known = initiative("b", "Connue");
    known.place.insee = Some(insee);
    let catalogue = catalogue(vec![exact, known, initiative("c", "Nulle part")]);
    let text = geojson::write(&outgoing(&catalogue), Some(&gazetteer));
    let read: Value = serde_json::from_str(&text).unwrap();
    let told = |place: usize| {
        let feature = &read["features"][place];
        (
            feature["geometry"]["coordinates"].to_string(),
            feature["properties"]["position"].clone(),
        )
    };
    assert_eq!(told(0), ("[-1.5,50.5]".to_owned(), Value::from("exact")));
    assert_eq!(told(1), ("[1.95,50.95]".to_owned(), Value::from("commune")));
    assert_eq!(told(2), ("null".to_owned(), Value::Null));
}

#[test]
fn a_feed_holds_the_newest_and_no_second_catalogue() {
    let many = (1..=60_u8).map(|number| {
        let mut one = initiative(&format!("i-{number}"), &format!("N° {number} <b>&amp;</b>"));
        one.verified_on = Date::new(2026, number % 12 + 1, number % 28 + 1);
        one
    });
    let mut catalogue = catalogue(many.collect());
    catalogue.site.publisher.url = "javascript:alert(1)".to_owned();
    let text = feed::write_atom(&outgoing(&catalogue), &now());
    assert!(!text.contains("javascript"));
    let atom = parsed_feed(&text);
    assert_eq!(atom.entries.len(), feed::ENTRIES);
    assert_eq!(atom.title.unwrap().content, "Pas-de-Calais solidaire");
    assert_eq!(atom.language.as_deref(), Some("fr"));
    let newest = &atom.entries[0];
    assert!(newest.title.as_ref().unwrap().content.ends_with("<b>&amp;</b>"));
    assert!(newest.id.starts_with("urn:uuid:"), "{}", newest.id);
    assert_eq!(newest.updated, atom.updated);
    let json: Value = serde_json::from_str(&feed::write_json(&outgoing(&catalogue), &now())).unwrap();
    assert_eq!(json["version"], "https://jsonfeed.org/version/1.1");
    assert_eq!(json["home_page_url"], ADDRESS);
    assert!(json["authors"][0]["url"].is_null());
}

#[test]
fn a_feed_without_news_says_when_it_was_made() {
    let catalogue = catalogue(vec![initiative("a", "Sans date")]);
    let atom = parsed_feed(&feed::write_atom(&outgoing(&catalogue), &now()));
    assert!(atom.entries.is_empty());
    assert_eq!(
        atom.updated.map(|day| day.to_rfc3339()).as_deref(),
        Some("2026-11-30T08:15:42.123+00:00")
    );
}

#[test]
fn linked_data_names_no_one_who_has_not_agreed() {
    let contact = |id: &str, kind: &str, value: &str, public: bool| Contact {
        id: Id::parse(id).unwrap(),
        means: Means::parse(kind, value),
        label: String::new(),
        public,
        extra: Object::new(),
    };
    let mut one = initiative("a", "Couture </script><script>alert(1)</script>");
    one.organiser.name = "Camille Durand".to_owned();
    one.organiser.kind = Some(OrganiserKind::Association);
    one.contacts = vec![
        contact("open", "phone", "0321727800", true),
        contact("secret", "phone", "0612345678", false),
        contact("bad", "web", "javascript:alert(1)", true),
    ];
    one.period.end = Some(day("2026-12-31"));
    let site = catalogue(Vec::new());
    let text = json_ld::write(&outgoing(&site), &one).unwrap();
    let read: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(read["provider"]["@type"], "NGO");
    assert_eq!(read["provider"]["contactPoint"][0]["telephone"], "0321727800");
    assert_eq!(read["offers"]["availabilityEnds"], "2026-12-31");
    assert!(!text.contains("0612345678") && !text.contains("javascript") && !text.contains("</"));
    one.organiser.kind = Some(OrganiserKind::Individual);
    let text = json_ld::write(&outgoing(&site), &one).unwrap();
    assert!(!text.contains("Durand") && !text.contains("0321727800"), "{text}");
    one.status = Status::Draft;
    assert!(json_ld::write(&outgoing(&site), &one).is_none());
}

#[test]
fn a_selection_leaves_out_what_no_export_holds() {
    let mut draft = initiative("b", "Brouillon");
    draft.status = Status::Draft;
    let all = catalogue(vec![initiative("a", "A"), draft, initiative("c", "C")]);
    let titles = |positions: &[usize]| -> Vec<String> {
        let chosen = publishable_of(&all, positions);
        chosen.initiatives.into_iter().map(|one| one.title).collect()
    };
    assert_eq!(titles(&[2, 1, 0]), ["C", "A"]);
    assert_eq!(titles(&[7]), [""; 0]);
}
