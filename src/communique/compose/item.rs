//! What a release says of one initiative: its summary, then a labelled line for each fact.

use crate::communique::facts::{Fact, write};
use crate::domain::communique::Item;
use crate::domain::date::Date;
use crate::domain::initiative::{Initiative, Measure};

/// The item of an initiative, as of a day: needs that no longer stand and values that are not public
/// stay out, as in any export.
#[must_use]
pub fn item(initiative: &Initiative, today: Date) -> Item {
    let facts: Vec<String> = facts(initiative, today).iter().map(write).collect();
    let parts = [initiative.summary.trim().to_owned(), facts.join("\n")];
    let parts: Vec<&str> = parts
        .iter()
        .map(String::as_str)
        .filter(|part| !part.is_empty())
        .collect();
    Item {
        initiative: Some(initiative.id.clone()),
        title: initiative.title.clone(),
        text: parts.join("\n\n"),
        ..Item::default()
    }
}

/// The public facts of an initiative, in the order in which a release tells them.
#[must_use]
pub fn facts(initiative: &Initiative, today: Date) -> Vec<Fact> {
    let mut facts = Vec::new();
    place(initiative, &mut facts);
    let organiser = &initiative.organiser;
    if !organiser.is_unnamed() && !organiser.name.is_empty() {
        facts.push(Fact::Organiser(organiser.name.clone(), organiser.kind.clone()));
    }
    if !initiative.audience.is_empty() {
        facts.push(Fact::Audience(initiative.audience.clone()));
    }
    let period = &initiative.period;
    if period.start.is_some() || period.end.is_some() || !period.note.is_empty() {
        facts.push(Fact::Period {
            start: period.start,
            end: period.end,
            note: period.note.clone(),
        });
    }
    if !initiative.practical.is_empty() {
        facts.push(Fact::Practical(initiative.practical.clone()));
    }
    facts.extend(latest(initiative).into_iter().map(|measure| Fact::Measure {
        kind: measure.kind.clone(),
        value: measure.value,
        unit: measure.unit.clone(),
        approximate: measure.approximate,
        as_of: measure.as_of,
    }));
    facts.extend(initiative.open_needs(today).map(|need| Fact::Need {
        kind: need.kind.clone(),
        what: need.what.clone(),
        quantity: need.quantity,
        until: need.until,
    }));
    if !organiser.is_unnamed() {
        let public = initiative.contacts.iter().filter(|contact| contact.public);
        facts.extend(public.map(|contact| Fact::Contact(contact.means.clone(), contact.label.clone())));
    }
    facts
}

fn place(initiative: &Initiative, facts: &mut Vec<Fact>) {
    let place = &initiative.place;
    if !place.commune.is_empty() {
        facts.push(Fact::Place {
            name: place.commune.clone(),
            postcode: place.postcode.as_ref().map(|code| code.as_str().to_owned()),
        });
    }
    if !place.area.is_empty() {
        facts.push(Fact::Area(place.area.clone()));
    }
    let served: Vec<String> = initiative
        .served
        .iter()
        .map(|served| served.commune.clone())
        .collect();
    if !served.is_empty() {
        facts.push(Fact::Served(served));
    }
}

/// The latest measure of each kind and unit: a measure is cumulative, so earlier ones say less.
fn latest(initiative: &Initiative) -> Vec<&Measure> {
    let mut latest: Vec<&Measure> = Vec::new();
    for measure in &initiative.measures {
        let same = |other: &&Measure| other.kind == measure.kind && other.unit == measure.unit;
        if !latest.iter().any(same) {
            latest.extend(initiative.latest(&measure.kind, Some(&measure.unit)));
        }
    }
    latest
}

#[cfg(test)]
mod tests {
    use super::item;
    use crate::domain::amount::Amount;
    use crate::domain::contact::{Contact, Means};
    use crate::domain::date::Date;
    use crate::domain::id::Id;
    use crate::domain::initiative::{
        Initiative, Measure, MeasureKind, Need, NeedKind, NeedState, OrganiserKind,
    };
    use crate::domain::value::Object;

    fn id(text: &str) -> Id {
        Id::parse(text).unwrap()
    }

    fn date(text: &str) -> Date {
        Date::parse(text).unwrap()
    }

    fn measure(name: &str, value: f64, as_of: Option<&str>) -> Measure {
        Measure {
            id: id(name),
            kind: MeasureKind::Produced,
            value: Amount::new(value).unwrap(),
            unit: "masques".to_owned(),
            approximate: false,
            as_of: as_of.map(date),
            extra: Object::new(),
        }
    }

    fn need(name: &str, state: NeedState) -> Need {
        Need {
            id: id(name),
            kind: NeedKind::Materials,
            what: name.to_owned(),
            quantity: None,
            until: None,
            state,
            extra: Object::new(),
        }
    }

    fn contact(name: &str, public: bool) -> Contact {
        Contact {
            id: id(name),
            means: Means::parse("phone", if public { "0321000001" } else { "0321000002" }),
            label: String::new(),
            public,
            extra: Object::new(),
        }
    }

    fn initiative() -> Initiative {
        let mut initiative = Initiative::new(id("x"), "Masques lavables".to_owned());
        "La ville les fait coudre.".clone_into(&mut initiative.summary);
        "Marck".clone_into(&mut initiative.place.commune);
        initiative.measures = vec![
            measure("old", 900.0, Some("2020-04-20")),
            measure("new", 1600.0, Some("2020-04-30")),
        ];
        initiative.needs = vec![need("tissu", NeedState::Open), need("fil", NeedState::Met)];
        initiative.contacts = vec![contact("a", true), contact("b", false)];
        initiative
    }

    #[test]
    fn an_item_tells_the_latest_public_facts() {
        let item = item(&initiative(), date("2020-05-07"));
        assert_eq!(
            item.text,
            "La ville les fait coudre.\n\nLieu\u{a0}: Marck\nProduction\u{a0}: 1\u{202f}600 masques (au 30 avril 2020)\n\
             Besoin de matières\u{a0}: tissu\nTéléphone\u{a0}: 03\u{a0}21\u{a0}00\u{a0}00\u{a0}01"
        );
    }

    #[test]
    fn a_person_who_did_not_agree_is_neither_named_nor_reached() {
        let mut initiative = initiative();
        "Jeanne Exemple".clone_into(&mut initiative.organiser.name);
        initiative.organiser.kind = Some(OrganiserKind::Individual);
        let text = item(&initiative, date("2020-05-07")).text;
        assert!(!text.contains("Jeanne") && !text.contains("Téléphone"), "{text}");
        initiative.organiser.consent = Some(true);
        let text = item(&initiative, date("2020-05-07")).text;
        assert!(text.contains("Jeanne Exemple (particulier)") && text.contains("Téléphone"));
    }
}
