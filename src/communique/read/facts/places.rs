//! Where an initiative works, and which communes it serves besides.

use std::ops::Range;

use super::Scope;
use crate::communique::read::marks::{Act, Area, Body, Mark, Place as Named, within};
use crate::communique::read::span::Found;
use crate::communique::read::tables::organisers::{KINDS, Naming};
use crate::communique::read::tables::places::Nearness;
use crate::communique::read::tables::units::Unit;
use crate::domain::initiative::{OrganiserKind, Place, Served};
use crate::domain::order;

/// How far behind a verb of giving the place may stand that something is given to.
const GIVEN: usize = 10;

/// First words of bodies that are as wide as the area that they are named after.
const TERRITORIES: [&str; 7] = [
    "communaute",
    "agglomeration",
    "agglo",
    "intercommunalite",
    "syndicat",
    "parc",
    "pays",
];

/// Words before « de » and a commune around which something is done.
const AROUND: [&str; 2] = ["autour", "alentours"];

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
    let mut around = None;
    for sentence in &scope.sentences {
        let mut serving = sentence
            .clone()
            .filter(|word| serving_words.find(&text.words, *word).is_some());
        let serving = serving.next();
        for mark in within(&text.marks.places, sentence) {
            let after = serving.is_some_and(|serving| serving < mark.words.start);
            let given = !at.is_empty() && is_given(scope, mark, sentence);
            match mark.value.nearness {
                // « On commence par Gramat »
                Nearness::Served if at.is_empty() && text.words.fold_before(mark.words.start, 1) == "par" => {
                    at.push((mark, mark.value.sure));
                }
                Nearness::Served => helped.push((mark, mark.value.stated)),
                // « achemine des paniers vers Ispagnac »
                Nearness::Near
                    if text.words.fold_before(mark.words.start, 1) == "vers"
                        && gives(scope, mark, sentence, &[Act::Give]) =>
                {
                    helped.push((mark, mark.value.stated));
                }
                Nearness::At if follows_helped(mark, helped.last(), at.last()) => {
                    helped.push((mark, mark.value.stated));
                }
                // « des jeunes venus de Cannes »
                Nearness::At if at.is_empty() && is_origin(scope, mark) => {}
                Nearness::At if after || given => helped.push((mark, mark.value.stated)),
                Nearness::At => at.push((mark, mark.value.sure)),
                Nearness::Near if AROUND.contains(&before_link(scope, mark)) => {
                    around = around.or(Some(mark));
                }
                Nearness::Near | Nearness::Part => {}
            }
        }
    }
    // Where only those who are helped are named, it is done there: « a remis 1 150 colis aux habitants de Saül ».
    let there = |(mark, _): &(&Mark<Named>, bool)| text.words.fold_before(mark.words.start, 3) == "aux";
    if at.is_empty() && around.is_none() && helped.first().is_some_and(there) {
        at.push((helped.remove(0).0, false));
    }
    // « Autour de Nasbinals » says where, if nothing else does.
    at.extend(around.filter(|_| at.is_empty()).map(|mark| (mark, false)));
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
    let own = own.map(|own| elsewhere(scope, &at, own).unwrap_or(own));
    let place = own.map(|own| {
        let (mark, sure) = at[own];
        text.found(place(&mark.value), mark.words.clone(), sure)
    });
    if let Some(own) = own {
        // « Les communes de Fécamp, Senneville et Saint-Léonard »: those listed after the first one.
        // « LANNION. … les écoles de Lannion, Trébeurden et Perros-Guirec »
        let insee = &at[own].0.value.insee;
        let rest = at[own + 1..]
            .iter()
            .skip_while(|(mark, _)| mark.value.insee == *insee);
        let listed = rest.take_while(|(mark, _)| mark.value.listed);
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
    Places {
        place,
        served,
        area: area(scope),
    }
}

/// The wider area.
fn area(scope: &Scope) -> Option<Found<String>> {
    let text = scope.text;
    let areas = scope
        .sentences
        .iter()
        .flat_map(|sentence| within(&text.marks.areas, sentence));
    // « le camping du Lavedan » is a name.
    let of_body = |mark: &&Mark<Area>| {
        let before = mark.words.start.saturating_sub(5)..mark.words.start;
        let bodies = within(&text.marks.bodies, &before);
        let at = mark.words.start;
        let of = matches!(text.words.fold_before(at, 1), "du" | "des")
            || matches!(text.words.fold_before(at, 1), "la" | "l'") && text.words.fold_before(at, 2) == "de";
        // « le lycée agricole du Haut-Allier »
        let adjectives = |from: usize| {
            let link = at
                - if matches!(text.words.fold_before(at, 1), "la" | "l'") {
                    2
                } else {
                    1
                };
            from <= link && link <= from + 1 && (from..link).all(|at| text.words.is_letters(at))
        };
        let fixed = |kind: usize| {
            matches!(
                KINDS.get(kind),
                Some(OrganiserKind::Company | OrganiserKind::PublicBody)
            )
        };
        bodies.last().is_some_and(|body| {
            // « la communauté de communes du Ternois » is of the whole area.
            let territory = TERRITORIES.contains(&text.words.fold(body.words.start));
            of && !territory
                && adjectives(body.words.end)
                && matches!(body.value, Body::Actor(kind, Naming::Within) if fixed(kind))
        })
    };
    // « sur l’île d’Oléron, à Saint-Pierre »
    let narrowed = |mark: &Mark<Area>| {
        let behind = mark.words.end + 1..mark.words.end + 3;
        text.words.is_sign(mark.words.end, ',') && !within(&text.marks.places, &behind).is_empty()
    };
    areas
        .into_iter()
        .find(|mark| !of_body(mark) && !narrowed(mark) && !is_quoted(scope, mark))
        .map(|mark| text.found(mark.value.name.clone(), mark.words.clone(), mark.value.sure))
}

/// « le collectif « Mon canapé en Tarentaise » »: a part of what stands between quotes.
fn is_quoted(scope: &Scope, mark: &Mark<Area>) -> bool {
    let words = &scope.text.words;
    let before = mark.words.start.saturating_sub(8)..mark.words.start;
    let open = before
        .rev()
        .find(|at| words.opens_quote(*at) || words.closes_quote(*at));
    let behind = mark.words.end..mark.words.end + 3;
    open.is_some_and(|at| words.opens_quote(at)) && behind.into_iter().any(|at| words.closes_quote(at))
}

/// « des familles venues de Chiconi »: whence somebody comes.
fn is_origin(scope: &Scope, mark: &Mark<Named>) -> bool {
    let of = matches!(
        scope.text.words.fold_before(mark.words.start, 1),
        "de" | "d'" | "du"
    );
    let come = ["venu", "originaire", "issu", "arrive"];
    of && come
        .iter()
        .any(|start| before_link(scope, mark).starts_with(start))
}

/// The word before « de » and a commune.
fn before_link<'a>(scope: &'a Scope, mark: &Mark<Named>) -> &'a str {
    scope.text.words.fold_before(mark.words.start, 2)
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
        return is_origin(scope, mark)
            || who.is_some_and(|(_, unit)| matches!(unit, Unit::Helped | Unit::People));
    }
    gives(scope, mark, sentence, &[Act::Give, Act::Lend])
        && matches!(before, "a" | "aux" | "au")
        && mark.words.start > sentence.start + 1
}

/// Whether a place in a list is helped as those before it are.
fn follows_helped(
    mark: &Mark<Named>,
    helped: Option<&(&Mark<Named>, bool)>,
    own: Option<&(&Mark<Named>, bool)>,
) -> bool {
    let before = |place: Option<&(&Mark<Named>, bool)>| place.map_or(0, |(place, _)| place.words.end);
    mark.value.listed && before(helped) > before(own)
}

/// Where the work is done, where the first place is only that of a body's seat: « l’association, basée à Lens, a bâché
/// des maisons à Avion », « le centre hospitalier de Lens reçoit dans l’école d’Avion ».
fn elsewhere(scope: &Scope, at: &[(&Mark<Named>, bool)], own: usize) -> Option<usize> {
    let words = &scope.text.words;
    let seat = |mark: &Mark<Named>| {
        let start = mark.words.start;
        let based = ["base", "installe", "domicilie", "implante"];
        let told = based
            .iter()
            .any(|stem| words.fold_before(start, 2).starts_with(stem));
        let body = (start.saturating_sub(3)..start)
            .find_map(|at| within(&scope.text.marks.bodies, &(at..at + 1)).first())
            .is_some_and(|body| {
                body.words.end + 1 == start && matches!(body.value, Body::Actor(_, Naming::Within))
            });
        told || body && matches!(words.fold_before(start, 1), "de" | "d'" | "du")
    };
    if !seat(at[own].0) {
        return None;
    }
    let inside_it = |mark: &Mark<Named>| {
        let start = mark.words.start;
        let direct = matches!(words.fold_before(start, 1), "a" | "au" | "aux");
        let inside = matches!(words.fold_before(start, 1), "de" | "d'" | "du")
            && (2..=5).any(|back| matches!(words.fold_before(start, back), "dans" | "chez"));
        !mark.value.listed && (direct || inside)
    };
    let later = at.iter().enumerate().skip(own + 1);
    let mut later =
        later.filter(|(_, (mark, _))| inside_it(mark) && mark.value.insee != at[own].0.value.insee);
    later.next().map(|(later, _)| later)
}

/// Whether a verb of giving stands close before a place.
fn gives(scope: &Scope, mark: &Mark<Named>, sentence: &Range<usize>, verbs: &[Act]) -> bool {
    let text = scope.text;
    let close = mark.words.start.saturating_sub(GIVEN).max(sentence.start)..mark.words.start;
    let acts = within(&text.marks.acts, &close);
    acts.last().is_some_and(|act| verbs.contains(&act.value))
}

fn place(named: &Named) -> Place {
    Place {
        commune: named.name.clone(),
        insee: Some(named.insee.clone()),
        postcode: named.postcode.clone(),
        ..Place::default()
    }
}
