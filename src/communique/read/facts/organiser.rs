//! Who carries an initiative.

mod beside;
mod cells;
mod names;
mod owner;
mod phrase;
mod quotes;
mod subject;
mod titles;
mod ways;

use std::ops::Range;

use beside::{apposed, following};
use names::{clean, ends_loudly, name_end, without_person};
use phrase::phrase_end;
use quotes::{quoted, quoted_before};
use titles::{heading_tells, title};

use super::Scope;
use crate::communique::read::marks::{Body, Mark, begins_at, within};
use crate::communique::read::outline::signs;
use crate::communique::read::reading::OrganiserRead;
use crate::communique::read::span::Found;
use crate::communique::read::tables::organisers::{
    ADJECTIVES, HOLDERS, KINDS, NAME_ENDS, NAME_LINKS, Naming, OBJECTS, OWED, REPORTS,
};
use crate::domain::initiative::OrganiserKind;
use crate::domain::text::fold;

/// The longest name, in words.
const LONGEST: usize = 12;

/// In how many sentences from the title on a text says who does what the title names.
const SOON: usize = 3;

/// Who carries it, where the words tell: the first body that acts; a person who acts; a body named
/// beside (« par l’association »); whoever is the subject of a verb.
pub(super) fn organiser(scope: &Scope) -> Option<Found<OrganiserRead>> {
    let text = scope.text;
    let acting = |mark: &Mark<Body>| signs::acts(text, mark);
    let beside = |mark: &Mark<Body>| is_beside(scope, mark);
    let mut best = ways::cleft(scope).or_else(|| bodies(scope, &acting).next());
    // « le Village des carapaces, association »: what explains a name says what it is.
    best = owner::explained(scope, best.as_ref()).or(best);
    best = owner::busy(scope, best.as_ref(), &acting).or(best);
    best = owner::nearer(scope, best, &acting);
    // A hall or a theatre lends its name where nobody else acts.
    if best.as_ref().is_some_and(|found| found.value.kind.is_none()) {
        let known = |found: &Found<OrganiserRead>| found.value.kind.is_some() && !found.value.name.is_empty();
        best = bodies(scope, &acting).find(known).or(best);
    }
    let named = |found: &Found<OrganiserRead>| found.value.name.contains(char::is_uppercase);
    let nameless = |found: &Found<OrganiserRead>| {
        found.value.name.is_empty() && found.value.kind == Some(OrganiserKind::Collective)
    };
    // The text names more fully than the heading does; « une équipe, réunie par l’association Slovo ».
    let title = title(scope);
    let in_heading = |found: &Found<OrganiserRead>| {
        let title = title.as_ref().map(|title| text.span(title.clone()));
        title.is_some_and(|title| title.holds(found.span))
    };
    if best
        .as_ref()
        .is_some_and(|found| !named(found) && (in_heading(found) || nameless(found)))
        && scope.heading.is_some()
    {
        best = bodies(scope, &acting).find(named).or(best);
    }
    // « La banque du bois » over « L’association Affouage pour tous livre »: a title names the thing, the text who does it.
    if best.as_ref().is_some_and(in_heading) && !heading_tells(scope) {
        let sentences = &scope.sentences;
        let near = sentences
            .get(SOON - 1)
            .or(sentences.last())
            .map(|sentence| text.span(sentence.clone()).end);
        let soon = |found: &Found<OrganiserRead>| near.is_some_and(|near| found.span.start < near);
        let told =
            |found: &Found<OrganiserRead>| named(found) && !in_heading(found) && found.sure && soon(found);
        let own =
            |found: &Found<OrganiserRead>| found.value.kind.as_ref() != Some(&OrganiserKind::Individual);
        best = bodies(scope, &acting)
            .find(|found| told(found) && own(found))
            .or(best);
    }
    // « « Les Dés à coudre » espèrent … L’association cherche »: the name is said before the word for it.
    if best.as_ref().is_some_and(|found| {
        found.value.name.is_empty() && found.value.kind.as_ref() != Some(&OrganiserKind::Individual)
    }) && let Some(quoted) = ways::quoted_subject(scope)
    {
        let kind = best.and_then(|found| found.value.kind);
        best = Some(Found {
            value: OrganiserRead { kind, ..quoted.value },
            ..quoted
        });
    }
    // « L’épicerie sociale. L’épicerie sociale Le Panier distribue »
    if let Some(first) = best
        .as_ref()
        .filter(|found| !named(found) && !found.value.name.is_empty())
    {
        let fuller = |found: &Found<OrganiserRead>| {
            let own = fold(&first.value.name);
            named(found) && fold(&found.value.name).starts_with(&own)
        };
        best = bodies(scope, &acting).find(fuller).or(best);
    }
    // « L’hôpital a reçu 300 plateaux de la part du traiteur Gerzat »: who gives is named behind.
    best = ways::giver(scope, best.as_ref()).or(best);
    if best.as_ref().is_some_and(nameless) {
        let within_reach = |mark: &Mark<Body>| is_beside(scope, mark) || signs::acts(text, mark);
        let known = |found: &Found<OrganiserRead>| named(found) && found.value.kind.is_some();
        best = bodies(scope, &beside)
            .next()
            .or_else(|| bodies(scope, &within_reach).take(3).find(known))
            .or(best);
    }
    best.or_else(|| {
        scope
            .sentences
            .iter()
            .find_map(|sentence| subject::of_quoted(scope, sentence))
    })
    .or_else(|| {
        let mut sentences = scope.sentences.iter();
        sentences.find_map(|sentence| subject::bare(scope, sentence))
    })
    .or_else(|| ways::host(scope))
    .or_else(|| ways::quoted_host(scope))
    .or_else(|| person(scope))
    .or_else(|| cells::person(scope))
    .or_else(|| bodies(scope, &beside).next())
    .or_else(|| bodies(scope, &|mark| owner::is_owner(scope, mark)).next())
    .or_else(|| bodies(scope, &|mark| ways::is_of_association(scope, mark)).next())
    .or_else(|| {
        scope
            .sentences
            .iter()
            .find_map(|sentence| subject::subject(scope, sentence))
    })
    .or_else(|| {
        let mut sentences = scope.sentences.iter();
        sentences.find_map(|sentence| subject::named_beside(scope, sentence))
    })
    .or_else(|| ways::named_host(scope))
}

/// The first body with a name that a line tells of.
pub(super) fn named(scope: &Scope) -> Option<Found<OrganiserRead>> {
    let acting = |mark: &Mark<Body>| signs::acts(scope.text, mark);
    bodies(scope, &acting).find(|found| !found.value.name.is_empty())
}

/// The bodies of a kind, as organisers.
fn bodies<'a>(
    scope: &'a Scope,
    wanted: &'a dyn Fn(&Mark<Body>) -> bool,
) -> impl Iterator<Item = Found<OrganiserRead>> + 'a {
    scope.sentences.iter().flat_map(move |sentence| {
        let marks = within(&scope.text.marks.bodies, sentence).iter();
        marks
            .filter(|mark| wanted(mark))
            .filter_map(move |mark| body(scope, mark, sentence))
    })
}

/// Whether words before a body say that it takes part: « par l’association », « avec le collectif ».
fn is_beside(scope: &Scope, mark: &Mark<Body>) -> bool {
    let words = &scope.text.words;
    let before = words.fold_before(mark.words.start, 1);
    let determined = matches!(before, "le" | "la" | "l'" | "les" | "un" | "une");
    let back = 1 + usize::from(determined);
    let by = words.fold_before(mark.words.start, back);
    // « grâce au Rotary », « à l’initiative de la paroisse »
    let of = matches!(by, "de" | "du" | "des" | "d'" | "a" | "au" | "aux");
    let owed = of && OWED.contains(&words.fold_before(mark.words.start, back + 1));
    // « servis par les élèves du lycée hôtelier »
    let of_members = of
        && HOLDERS.contains(&words.fold_before(mark.words.start, back + 1))
        && words.fold_before(mark.words.start, back + 3) == "par";
    matches!(mark.value, Body::Actor(..))
        && (matches!(by, "par" | "avec")
            || of_members
            || ways::gathers(scope, mark)
            || owed && !matches!(mark.value, Body::Actor(_, Naming::Nobody)))
}

/// One person who is named as the subject: no name of theirs is kept here.
fn person(scope: &Scope) -> Option<Found<OrganiserRead>> {
    let text = scope.text;
    scope.sentences.iter().find_map(|sentence| {
        let people = within(&text.marks.people, sentence);
        let first = people.first()?;
        let before = text.words.fold_before(first.words.start, 1);
        let object = matches!(
            before,
            "de" | "d'" | "par" | "avec" | "pour" | "chez" | "president" | "presidente"
        );
        // « Mme Peslier présente les goûters » only tells of what others do.
        let tells = (first.words.end..first.words.end + 3).any(|at| REPORTS.contains(&text.words.fold(at)));
        let opening = ways::opening(scope, sentence);
        let early = first.words.start <= opening + 6 && !object && !tells;
        let verb = within(
            &text.marks.acts,
            &(first.words.end..sentence.end.min(first.words.end + 12)),
        );
        let asks = within(
            &text.marks.asks,
            &(first.words.end..sentence.end.min(first.words.end + 12)),
        );
        (early && !(verb.is_empty() && asks.is_empty())).then(|| {
            let organiser = OrganiserRead {
                name: String::new(),
                kind: Some(OrganiserKind::Individual),
            };
            text.found(organiser, first.words.clone(), false)
        })
    })
}

/// A body as an organiser.
fn body(scope: &Scope, body: &Mark<Body>, sentence: &Range<usize>) -> Option<Found<OrganiserRead>> {
    let text = scope.text;
    let Body::Actor(kind, naming) = body.value else {
        return None;
    };
    let kind = KINDS.get(kind).cloned();
    if let Some(named) = ways::tradesman(scope, body, kind.as_ref(), sentence) {
        return Some(named);
    }
    // « la cantine de l’association La Grande Tablée »
    if let Some(owner) = owner::owner(scope, body, sentence) {
        return self::body(scope, owner, sentence);
    }
    if kind == Some(OrganiserKind::Individual) {
        let organiser = OrganiserRead {
            name: String::new(),
            kind,
        };
        return Some(text.found(organiser, body.words.clone(), true));
    }
    if let Some(name) = cells::name(scope, body, sentence) {
        let organiser = OrganiserRead {
            name: clean(scope, &name),
            kind,
        };
        return Some(text.found(organiser, name, true));
    }
    let name = owner::called(scope, body, sentence)
        .or_else(|| apposed(scope, body, sentence))
        .or_else(|| owner::named_behind(scope, body, sentence));
    if let Some(name) = name.filter(|_| naming != Naming::Town) {
        let organiser = OrganiserRead {
            name: clean(scope, &name),
            kind,
        };
        return Some(text.found(organiser, name, true));
    }
    let name = match naming {
        Naming::After => following(scope, body, sentence).or_else(|| quoted_before(scope, body, sentence)),
        Naming::Within => Some(within_name(scope, body, sentence)),
        Naming::Town => Some(town(scope, body, sentence)),
        Naming::Nobody => None,
    };
    // Nobody's own name stands in that of a body.
    let name = name
        .map(|name| without_person(scope, name))
        .filter(|name| !name.is_empty());
    let words = name.clone().unwrap_or_else(|| body.words.clone());
    let organiser = OrganiserRead {
        name: name.map_or_else(String::new, |name| clean(scope, &name)),
        kind,
    };
    let sure = !organiser.name.is_empty();
    Some(text.found(organiser, words, sure))
}

/// « le lycée Malraux », « les Restos du Cœur de Roquebillière »: the word and what belongs to it.
fn within_name(scope: &Scope, body: &Mark<Body>, sentence: &Range<usize>) -> Range<usize> {
    let words = &scope.text.words;
    let at = body.words.end;
    if let Some(quoted) = quoted(scope, at, sentence.end) {
        return body.words.start..quoted.end + 1;
    }
    // « le traiteur Aux Trois Ceps »: an article with a capital begins the name.
    let shop = matches!(body.value, Body::Actor(kind, _) if KINDS.get(kind) == Some(&OrganiserKind::Company));
    let begun =
        words.is_capital(at) && matches!(words.fold(at), "aux" | "au" | "le" | "la" | "les" | "l'" | "chez");
    if shop && begun && words.is_capital(at + 1) && !words.is_capital(body.words.start) {
        return at..name_end(scope, at, sentence.end);
    }
    // « les Amis du dimanche »: the link is in the table's row.
    let own_link = body.words.len() > 1 && matches!(words.fold(at - 1), "du" | "de" | "des");
    if own_link && words.is_letters(at) && !words.is_capital(at) && words.is_capital(body.words.start) {
        return body.words.start..name_end(scope, at, sentence.end);
    }
    let linked = NAME_LINKS.contains(&words.fold(at));
    let named = if words.is_capital(at) && words.is_letters(at) && !ends_loudly(scope, body.words.start, at) {
        Some(at)
    } else if linked && words.is_capital(at + 1) && words.is_letters(at + 1) && !is_verb(scope, at) {
        Some(at + 1)
    } else {
        None
    };
    // « à Lens » says where it is, « de Lens » belongs to the name.
    let place = matches!(words.fold(at), "a" | "au" | "aux" | "en" | "dans" | "sur");
    if place {
        return body.words.clone();
    }
    // « le club cycliste », « le lycée agricole de Langon »
    if named.is_none() && is_adjective(scope, at) {
        let linked = matches!(words.fold(at + 1), "de" | "du" | "d'" | "des") && words.is_capital(at + 2);
        let named = words.is_letters(at + 1) && words.is_capital(at + 1);
        let end = if named {
            name_end(scope, at + 1, sentence.end)
        } else if linked {
            name_end(scope, at + 2, sentence.end)
        } else {
            at + 1
        };
        return body.words.start..end;
    }
    // « le club de rugby de Vergèze », « le lycée de la Méditerranée »
    let small = linked && named.is_none() && words.is_letters(at + 1) && !is_verb(scope, at + 1);
    let of = matches!(words.fold(at), "de" | "du" | "d'" | "des");
    match named {
        Some(named) => body.words.start..name_end(scope, named, sentence.end),
        None if small && of => body.words.start..name_end(scope, at + 1, sentence.end),
        None => body.words.clone(),
    }
}

/// Whether a word is an adjective that tells what body it is.
fn is_adjective(scope: &Scope, at: usize) -> bool {
    let words = &scope.text.words;
    let word = words.fold(at).trim_end_matches('s');
    // « un traiteur régale 30 soignants »: a verb.
    // « le club hippique des Dunes »
    let linked = words.fold(at + 1) == "des" && words.is_capital(at + 2);
    // « l’association étudiante Un café pour tous »
    let named = words.is_capital(at + 1);
    let object = OBJECTS.contains(&words.fold(at + 1)) && !linked && !named || words.is_digits(at + 1);
    words.is_letters(at)
        && !object
        && !words.is_capital(at)
        && word.len() > 4
        && !NAME_ENDS.contains(&word)
        && !is_verb(scope, at)
        && !begins_at(&scope.text.marks.asks, at)
        && ADJECTIVES.iter().any(|end| word.ends_with(end))
}

/// « la commune de Lillers »
fn town(scope: &Scope, body: &Mark<Body>, sentence: &Range<usize>) -> Range<usize> {
    let places = within(
        &scope.text.marks.places,
        &(body.words.end..sentence.end.min(body.words.end + 4)),
    );
    let end = places
        .first()
        .filter(|place| place.words.start <= body.words.end + 2)
        .map_or(body.words.end, |place| place.words.end);
    body.words.start..end
}

fn is_verb(scope: &Scope, at: usize) -> bool {
    begins_at(&scope.text.marks.acts, at)
}
