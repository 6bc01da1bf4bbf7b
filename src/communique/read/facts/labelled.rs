//! Facts on labelled lines, as the composer writes them.

use std::ops::Range;

use crate::communique::facts::Fact;
use crate::communique::read::Text;
use crate::communique::read::reading::{ContactRead, DraftRead, MeasureRead, NeedRead, OrganiserRead};
use crate::communique::read::span::Found;
use crate::domain::code::Postcode;
use crate::domain::gazetteer::Commune;
use crate::domain::initiative::{OrganiserKind, Place, Served};
use crate::domain::text::fold;

/// Puts a fact into a draft. What a line says outright replaces what prose let conclude.
pub(super) fn add(text: &Text, draft: &mut DraftRead, fact: Fact, line: Range<usize>) {
    match fact {
        Fact::Place { name, postcode } => {
            let communes = listed(text, &name);
            draft.served.extend(others(text, &communes, &line));
            let place = place(text, name, postcode.as_deref(), communes.first().copied());
            draft.place = Some(text.found(place, line, true));
        }
        Fact::Area(area) => draft.area = Some(text.found(area, line, true)),
        Fact::Served(names) => {
            draft.served = names
                .into_iter()
                .map(|commune| {
                    let insee = named(text, &commune, None).map(|known| known.insee.clone());
                    let served = Served {
                        insee,
                        commune,
                        ..Served::default()
                    };
                    text.found(served, line.clone(), true)
                })
                .collect();
        }
        Fact::Organiser(name, Some(OrganiserKind::Individual)) => {
            draft.people.push(text.found(name, line.clone(), true));
            let organiser = OrganiserRead {
                name: String::new(),
                kind: Some(OrganiserKind::Individual),
            };
            draft.organiser = Some(text.found(organiser, line, true));
        }
        Fact::Organiser(name, kind) => {
            draft.organiser = Some(text.found(OrganiserRead { name, kind }, line, true));
        }
        Fact::Audience(audience) => draft.audience = Some(text.found(audience, line, true)),
        Fact::Practical(practical) => draft.practical = Some(text.found(practical, line, true)),
        Fact::Period { start, end, note } => {
            draft.start = start.map(|start| text.found(start, line.clone(), true));
            draft.end = end.map(|end| text.found(end, line.clone(), true));
            draft.when = (!note.is_empty()).then(|| text.found(note, line, true));
        }
        Fact::Measure {
            kind,
            value,
            unit,
            approximate,
            as_of,
        } => {
            draft.measures.retain(|known| {
                known.value.kind != kind || known.value.value != value || known.value.unit != unit
            });
            let measure = MeasureRead {
                kind,
                value,
                unit,
                approximate,
                as_of,
            };
            draft.measures.push(text.found(measure, line, true));
        }
        Fact::Need {
            kind,
            what,
            quantity,
            until,
        } => {
            let need = NeedRead {
                kind,
                what,
                quantity,
                until,
            };
            draft.needs.push(text.found(need, line, true));
        }
        Fact::Contact(means, label) => {
            draft.contacts.retain(|known| known.value.means != means);
            let contact = ContactRead {
                means,
                label,
                personal: false,
            };
            draft.contacts.push(text.found(contact, line, true));
        }
    }
}

/// The commune of a name. The composer writes names in full, people shorten them.
fn named<'a>(text: &Text<'a>, name: &str, postcode: Option<&str>) -> Option<&'a Commune> {
    let commune = text.gazetteers.named(name, postcode)?;
    let wanted = fold(name);
    let full = fold(&commune.name) == wanted || commune.names.iter().any(|known| fold(known) == wanted);
    (full || !text.composed).then_some(commune)
}

/// The communes of a form's line that names several: « Lieu : Erquy, Pléneuf-Val-André ».
fn listed<'a>(text: &Text<'a>, name: &str) -> Vec<&'a Commune> {
    if text.composed || named(text, name, None).is_some() {
        return Vec::new();
    }
    let parts = name.split([',', '/', ';']).flat_map(|part| part.split(" et "));
    let known = parts.filter_map(|part| named(text, part.trim(), None));
    let known: Vec<&Commune> = known.collect();
    if known.len() > 1 { known } else { Vec::new() }
}

/// Where a line says that it is; the first of several stands for them.
fn place(text: &Text, name: String, postcode: Option<&str>, first: Option<&Commune>) -> Place {
    let commune = named(text, &name, postcode).or(first);
    Place {
        insee: commune.map(|commune| commune.insee.clone()),
        postcode: postcode.and_then(Postcode::parse),
        commune: first.map_or(name, |first| first.name.clone()),
        ..Place::default()
    }
}

/// The places but the first of a line that names several.
fn others(text: &Text, communes: &[&Commune], line: &Range<usize>) -> Vec<Found<Served>> {
    let served = communes.iter().skip(1).map(|commune| Served {
        insee: Some(commune.insee.clone()),
        commune: commune.name.clone(),
        ..Served::default()
    });
    served
        .map(|served| text.found(served, line.clone(), true))
        .collect()
}
