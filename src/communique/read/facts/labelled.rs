//! Facts on labelled lines, as the composer writes them.

use std::ops::Range;

use crate::communique::facts::Fact;
use crate::communique::read::Text;
use crate::communique::read::reading::{ContactRead, DraftRead, MeasureRead, NeedRead, OrganiserRead};
use crate::domain::code::Postcode;
use crate::domain::gazetteer::Commune;
use crate::domain::initiative::{OrganiserKind, Place, Served};

/// Puts a fact into a draft. What a line says outright replaces what prose let conclude.
pub(super) fn add(text: &Text, draft: &mut DraftRead, fact: Fact, line: Range<usize>) {
    match fact {
        Fact::Place { name, postcode } => {
            let mut commune = text.gazetteers.named(&name, postcode.as_deref());
            let mut name = name;
            // « Lieu : Erquy, Pléneuf-Val-André » in a form: the first stands for them.
            if commune.is_none() && !text.composed {
                let listed = name.split([',', '/', ';']).flat_map(|part| part.split(" et "));
                let listed = listed.filter_map(|part| text.gazetteers.named(part.trim(), None));
                let mut listed: Vec<&Commune> = listed.collect();
                if listed.len() > 1 {
                    let first = listed.remove(0);
                    name.clone_from(&first.name);
                    commune = Some(first);
                    draft.served.extend(listed.into_iter().map(|served| {
                        let served = Served {
                            insee: Some(served.insee.clone()),
                            commune: served.name.clone(),
                            ..Served::default()
                        };
                        text.found(served, line.clone(), true)
                    }));
                }
            }
            let place = Place {
                insee: commune.map(|commune| commune.insee.clone()),
                postcode: postcode.as_deref().and_then(Postcode::parse),
                commune: name,
                ..Place::default()
            };
            draft.place = Some(text.found(place, line, true));
        }
        Fact::Area(area) => draft.area = Some(text.found(area, line, true)),
        Fact::Served(names) => {
            draft.served = names
                .into_iter()
                .map(|commune| {
                    let insee = text
                        .gazetteers
                        .named(&commune, None)
                        .map(|known| known.insee.clone());
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
