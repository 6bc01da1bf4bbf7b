//! Whoever is the subject of a verb, where no word for a body tells what they are.

use std::ops::Range;

use super::ways::opening;
use super::{Scope, clean};
use crate::communique::read::marks::{Act, begins_at, within};
use crate::communique::read::reading::OrganiserRead;
use crate::communique::read::span::Found;
use crate::communique::read::tables::names::CIVILITIES;
use crate::communique::read::tables::organisers::{NAME_ENDS, NAME_LINKS, NO_SUBJECTS};
use crate::communique::read::tables::places::Nearness;
use crate::communique::read::tables::units::Unit;
use crate::domain::initiative::OrganiserKind;

/// How far into a sentence its subject begins.
const EARLY: usize = 12;

/// The longest subject, in words.
const LONGEST: usize = 9;

/// The subject of a sentence: « les « Cuisiniers du Mont » livrent », « le Fonds breton, à Rennes, a
/// équipé », « Ifs et Fleury ont mis en commun ».
pub(super) fn subject(scope: &Scope, sentence: &Range<usize>) -> Option<Found<OrganiserRead>> {
    towns(scope, sentence).or_else(|| named(scope, sentence))
}

/// Communes that act themselves.
fn towns(scope: &Scope, sentence: &Range<usize>) -> Option<Found<OrganiserRead>> {
    let text = scope.text;
    let places = within(&text.marks.places, sentence);
    let first = places
        .first()
        .filter(|place| place.words.start == sentence.start)?;
    let listed = places[1..].iter().take_while(|place| place.value.listed).last();
    let end = listed.unwrap_or(first).words.end;
    acts_at(scope, end, sentence.end).then(|| {
        let organiser = OrganiserRead {
            name: first.value.name.clone(),
            kind: Some(OrganiserKind::Commune),
        };
        text.found(organiser, first.words.clone(), false)
    })
}

/// A name that opens a sentence without an article: « Décathlon Plan-de-Campagne a donné ».
pub(super) fn bare(scope: &Scope, sentence: &Range<usize>) -> Option<Found<OrganiserRead>> {
    let text = scope.text;
    let words = &text.words;
    let start = sentence.start;
    let seated = behind_seat(scope, start + 1);
    let several = words.is_capital(start + 1) && words.is_letters(start + 1) && !words.is_glued(start + 1);
    let several = several || seated.is_some();
    let free = within(&text.marks.places, &(start..start + 1)).is_empty()
        && within(&text.marks.bodies, &(start..start + 1)).is_empty()
        && within(&text.marks.numbers, &(start..start + 1)).is_empty()
        && !scope.is_person(start);
    let named = words.is_letters(start)
        && words.is_capital(start)
        && !words.fold(start).ends_with('\'')
        && several
        && free;
    let known = NAME_ENDS.contains(&words.fold(start)) || NAME_LINKS.contains(&words.fold(start));
    let known = known || CIVILITIES.contains(&words.fold(start));
    if !named || known || scope.heading.is_some() {
        return None;
    }
    let end = super::name_end(scope, start, sentence.end);
    let end = seated.map_or(end, |_| start + 1);
    acts_at(scope, seated.unwrap_or(end), sentence.end).then(|| {
        let organiser = OrganiserRead {
            name: clean(scope, &(start..end)),
            kind: None,
        };
        text.found(organiser, start..end, false)
    })
}

/// Where a sentence goes on behind the seat of whoever opens it: « Textilab (Lens) a donné », « Textilab, à Lens, a donné ».
fn behind_seat(scope: &Scope, at: usize) -> Option<usize> {
    let words = &scope.text.words;
    let close = match words.fold(at) {
        "(" => ")",
        "," => ",",
        _ => return None,
    };
    let place = within(&scope.text.marks.places, &(at + 1..at + 4)).first()?;
    let end = place.words.end;
    (words.fold(end) == close && place.value.nearness == Nearness::At).then_some(end + 1)
}

/// Those of a body that is named between quotes: « les couturières de « L’Aiguille » », « les bénévoles de « Basilique
/// au chaud » ».
pub(super) fn of_quoted(scope: &Scope, sentence: &Range<usize>) -> Option<Found<OrganiserRead>> {
    let text = scope.text;
    let words = &text.words;
    let early = sentence.start..sentence.end.min(sentence.start + EARLY);
    early.into_iter().find_map(|at| {
        let people = words.fold(at) == "les" && words.fold(at + 1).ends_with('s');
        if !people || !matches!(words.fold(at + 2), "de" | "d'") {
            return None;
        }
        if !words.opens_quote(at + 3) {
            return of_named(scope, at, sentence.end);
        }
        let close = (at + 4..sentence.end.min(at + 4 + LONGEST * 2)).find(|at| words.closes_quote(*at))?;
        let members = ["benevole", "adherent", "membre"];
        let kind = members
            .iter()
            .any(|start| words.fold(at + 1).starts_with(start))
            .then_some(OrganiserKind::Association);
        let organiser = OrganiserRead {
            name: clean(scope, &(at + 4..close)),
            kind,
        };
        Some(text.found(organiser, at + 4..close, true))
    })
}

/// Those of a body with a name and no word for what it is: « les bénévoles de Caritas », « les salariés de Textilab ».
fn of_named(scope: &Scope, at: usize, end: usize) -> Option<Found<OrganiserRead>> {
    let text = scope.text;
    let words = &text.words;
    let start = at + 3;
    let kinds = [
        ("benevole", OrganiserKind::Association),
        ("adherent", OrganiserKind::Association),
        ("salarie", OrganiserKind::Company),
        ("ouvrier", OrganiserKind::Company),
        ("employe", OrganiserKind::Company),
    ];
    let (_, kind) = kinds
        .into_iter()
        .find(|(stem, _)| words.fold(at + 1).starts_with(stem))?;
    let free = within(&text.marks.places, &(start..start + 2)).is_empty()
        && within(&text.marks.areas, &(start..start + 2)).is_empty()
        && within(&text.marks.bodies, &(start..start + 2)).is_empty()
        && !scope.is_person(start);
    if !free || !words.is_letters(start) || !words.is_capital(start) {
        return None;
    }
    let last = super::name_end(scope, start, end);
    let organiser = OrganiserRead {
        name: clean(scope, &(start..last)),
        kind: Some(kind),
    };
    Some(text.found(organiser, start..last, false))
}

/// Whether a verb stands at a word, or its auxiliary.
fn acts_at(scope: &Scope, at: usize, end: usize) -> bool {
    let words = &scope.text.words;
    let auxiliary = matches!(words.fold(at), "a" | "ont" | "se" | "s'" | "y" | "en");
    let until = if auxiliary { at + 4 } else { at + 1 };
    let acts = &scope.text.marks.acts;
    let acting = within(acts, &(at..until.min(end)));
    acting.iter().any(|mark| mark.value != Act::Aim || auxiliary)
}

/// A name behind an article, before a verb.
fn named(scope: &Scope, sentence: &Range<usize>) -> Option<Found<OrganiserRead>> {
    let text = scope.text;
    let words = &text.words;
    let asks_at = |at: usize| begins_at(&text.marks.asks, at);
    let article = |at: &usize| {
        let inside = within(&text.marks.places, &(at.saturating_sub(6)..*at + 1));
        let named = inside.iter().any(|place| place.words.contains(at));
        matches!(words.fold(*at), "le" | "la" | "l'" | "les") && !named
    };
    let early = sentence.start..sentence.end.min(sentence.start + EARLY);
    early.into_iter().filter(article).find_map(|article| {
        let before = article.checked_sub(1).filter(|before| *before >= sentence.start);
        let opens_clause =
            before.is_none_or(|before| matches!(words.fold(before), "," | ":" | ";" | "." | "-"));
        if !opens_clause {
            return None;
        }
        let start = article + 1;
        let name = if words.opens_quote(start) {
            let close = (start..sentence.end.min(start + LONGEST * 2)).find(|at| words.closes_quote(*at))?;
            start + 1..close
        } else {
            let end = (start..sentence.end.min(start + LONGEST)).find(|at| {
                words.is_sign(*at, ',')
                    || asks_at(*at)
                    || acts_at(scope, *at, sentence.end)
                    || NAME_ENDS.contains(&words.fold(*at)) && !words.is_capital(*at) && !words.is_glued(*at)
            })?;
            start..end
        };
        let verb_after = |at: usize| {
            (at..sentence.end.min(at + LONGEST)).any(|at| asks_at(at) || acts_at(scope, at, sentence.end))
        };
        let plain = name.clone().all(|at| {
            words.is_letters(at)
                || words.is_sign(at, '-') && words.is_glued(at) && words.is_glued(at + 1)
                || words.is_digits(at)
                || words.is_sign(at, '\'')
        });
        let counted = text
            .tables
            .units
            .find(words, name.start)
            .is_some_and(|(_, unit)| {
                matches!(
                    unit,
                    Unit::Goods | Unit::Made | Unit::Measure | Unit::Equipment | Unit::Thing
                )
            });
        let thing = counted
            || NO_SUBJECTS.contains(&words.fold(name.start))
            || !within(&text.marks.numbers, &name).is_empty();
        let good = !name.is_empty()
            && plain
            && !thing
            && !name.clone().any(|at| scope.is_person(at))
            && verb_after(name.end);
        good.then(|| {
            let organiser = OrganiserRead {
                name: clean(scope, &name),
                kind: None,
            };
            text.found(organiser, name, false)
        })
    })
}

/// A name behind « par » or at the start of a labelled item: « cousus par les Dames de Turenne »,
/// « Vélo-Cité 63, à Cournon : … ».
pub(super) fn named_beside(scope: &Scope, sentence: &Range<usize>) -> Option<Found<OrganiserRead>> {
    let text = scope.text;
    let words = &text.words;
    let by = sentence.clone().find_map(|at| {
        if words.fold(at) != "par" {
            return None;
        }
        let article = matches!(words.fold(at + 1), "le" | "la" | "les" | "l'");
        Some(at + 1 + usize::from(article))
    });
    let labelled = sentence
        .clone()
        .take(LONGEST * 2)
        .any(|at| words.is_sign(at, ':'));
    let leading = labelled.then_some(sentence.start);
    // « Molsheim, Rapid’Repas, portage de plateaux »
    let opening = opening(scope, sentence);
    let behind = (opening > sentence.start).then_some(opening);
    let quoted = words.opens_quote(sentence.start).then_some(sentence.start);
    [by, quoted, leading, behind]
        .into_iter()
        .flatten()
        .find_map(|start| {
            if words.opens_quote(start) {
                let close =
                    (start..sentence.end.min(start + LONGEST * 2)).find(|at| words.closes_quote(*at))?;
                let bounded = [',', ':', '('].iter().any(|sign| words.is_sign(close + 1, *sign));
                // « On est passé de 40 à 110 colis », compte-t-il: that is what somebody says.
                let spoken = (start + 1..close).any(|at| {
                    matches!(
                        words.fold(at),
                        "on" | "nous" | "je" | "j'" | "vous" | "ils" | "il" | "elles" | "elle" | "c'"
                    ) || within(&text.marks.numbers, &(at..at + 1)).len() == 1
                });
                let named = words.is_capital(start + 1) && bounded && !spoken;
                let name = start + 1..close;
                return ((Some(start) == behind || start == sentence.start) && named).then(|| {
                    let organiser = OrganiserRead {
                        name: clean(scope, &name),
                        kind: None,
                    };
                    text.found(organiser, name, false)
                });
            }
            let free = within(&text.marks.places, &(start..start + 1)).is_empty() && !scope.is_person(start);
            let capital = words.is_letters(start) && words.is_capital(start) && start < sentence.end;
            if !free
                || !capital
                || NAME_LINKS.contains(&words.fold(start)) && start == sentence.start
                || NO_SUBJECTS.contains(&words.fold(start))
                || words.fold(start) == "pas" && matches!(words.fold(start + 1), "de" | "d'")
            {
                return None;
            }
            let end = super::name_end(scope, start, sentence.end);
            // « - Plastic Omnium : 10 000 visières »
            let several = end > start + 1 && words.is_capital(end - 1) && !words.is_glued(end - 1);
            let heads = start == sentence.start && several && words.is_sign(end, ':');
            let bounded = Some(start) == by
                || heads
                || start == sentence.start && [',', '('].iter().any(|sign| words.is_sign(end, *sign))
                || Some(start) == behind
                    && ([',', ':', '('].iter().any(|sign| words.is_sign(end, *sign))
                        || acts_at(scope, end, sentence.end));
            let organiser = OrganiserRead {
                name: clean(scope, &(start..end)),
                kind: None,
            };
            bounded.then(|| text.found(organiser, start..end, false))
        })
}
