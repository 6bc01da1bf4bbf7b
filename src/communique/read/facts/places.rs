//! Where an initiative works, and which communes it serves besides.

use std::ops::Range;

use super::Scope;
use crate::communique::read::marks::{Act, Mark, Place as Named, within};
use crate::communique::read::span::Found;
use crate::communique::read::tables::places::Nearness;
use crate::communique::read::tables::units::Unit;
use crate::domain::initiative::{Place, Served};
use crate::domain::order;

/// How far behind a verb of giving the place may stand that something is given to.
const GIVEN: usize = 10;

/// What the prose says of places.
pub(super) struct Places {
    pub(super) place: Option<Found<Place>>,
    pub(super) served: Vec<Found<Served>>,
    pub(super) area: Option<Found<String>>,
}

/// The place of work, the communes served, the wider area.
pub(super) fn places(scope: &Scope) -> Places {
    let text = scope.text;
    let serving_words = &text.tables.serves;
    let mut at: Vec<(&Mark<Named>, bool)> = Vec::new();
    let mut helped: Vec<(&Mark<Named>, bool)> = Vec::new();
    for sentence in &scope.sentences {
        let mut serving = sentence
            .clone()
            .filter(|word| serving_words.find(&text.words, *word).is_some());
        let serving = serving.next();
        for mark in within(&text.marks.places, sentence) {
            let after = serving.is_some_and(|serving| serving < mark.words.start);
            let given = !at.is_empty() && is_given(scope, mark, sentence);
            match mark.value.nearness {
                Nearness::Served => helped.push((mark, mark.value.stated)),
                Nearness::At if after || given => helped.push((mark, mark.value.stated)),
                Nearness::At => at.push((mark, mark.value.sure)),
                Nearness::Near | Nearness::Part => {}
            }
        }
    }
    // A place that words state goes before a name that merely stands there.
    // The first of a list stands for it: « Concarneau et Trégunc : … ».
    let own = at
        .iter()
        .position(|(mark, _)| mark.value.stated)
        .or(if at.is_empty() { None } else { Some(0) });
    let own = own.map(|own| {
        let back = at[..=own]
            .iter()
            .rev()
            .take_while(|(mark, _)| mark.value.listed)
            .count();
        own - back.min(own)
    });
    let place = own.map(|own| {
        let (mark, sure) = at[own];
        text.found(place(&mark.value), mark.words.clone(), sure)
    });
    if let Some(own) = own {
        // « Les communes de Fécamp, Senneville et Saint-Léonard »: those listed after the first one.
        let listed = at[own + 1..].iter().take_while(|(mark, _)| mark.value.listed);
        let listed: Vec<_> = listed.copied().collect();
        helped.extend(listed);
    }
    order::sort_by_key(&mut helped, |(mark, _)| mark.words.start);
    let place_code = place.as_ref().and_then(|place| place.value.insee.clone());
    let mut served: Vec<Found<Served>> = Vec::new();
    for (mark, sure) in helped {
        let insee = Some(mark.value.insee.clone());
        if insee == place_code || served.iter().any(|known| known.value.insee == insee) {
            continue;
        }
        let value = Served {
            insee,
            commune: mark.value.name.clone(),
            ..Served::default()
        };
        served.push(text.found(value, mark.words.clone(), sure));
    }
    let areas = scope
        .sentences
        .iter()
        .flat_map(|sentence| within(&text.marks.areas, sentence));
    let area = areas
        .into_iter()
        .next()
        .map(|mark| text.found(mark.value.name.clone(), mark.words.clone(), mark.value.sure));
    Places { place, served, area }
}

/// Whether what is done goes there: « livre à Goyave », « 17 foyers de Guînes ».
fn is_given(scope: &Scope, mark: &Mark<Named>, sentence: &Range<usize>) -> bool {
    let text = scope.text;
    let words = &text.words;
    let before = words.fold_before(mark.words.start, 1);
    if matches!(before, "de" | "d'" | "du") {
        let who = mark
            .words
            .start
            .checked_sub(2)
            .and_then(|at| text.tables.units.find(words, at));
        return who.is_some_and(|(_, unit)| matches!(unit, Unit::Helped | Unit::People));
    }
    let close = mark.words.start.saturating_sub(GIVEN).max(sentence.start)..mark.words.start;
    let acts = within(&text.marks.acts, &close);
    let given = acts.last().is_some_and(|act| act.value == Act::Give);
    given && matches!(before, "a" | "aux" | "au") && mark.words.start > sentence.start + 1
}

fn place(named: &Named) -> Place {
    Place {
        commune: named.name.clone(),
        insee: Some(named.insee.clone()),
        postcode: named.postcode.clone(),
        ..Place::default()
    }
}
