//! Ways of naming who acts besides the subject of a verb.

use std::ops::Range;

use super::{Scope, body, clean, name_end};
use crate::communique::read::marks::{Act, Body, Mark, within};
use crate::communique::read::reading::OrganiserRead;
use crate::communique::read::span::Found;
use crate::communique::read::tables::organisers::{HOLDERS, KINDS, Naming};
use crate::communique::read::tables::units::is_occupation;
use crate::domain::initiative::OrganiserKind;

/// How many words stand between « c’est » and « qui », or between a host and « on ».
const REACH: usize = 12;

/// « c’est la médiathèque qui s’en charge », « ce sont les vignerons qui ont prêté ».
pub(super) fn cleft(scope: &Scope) -> Option<Found<OrganiserRead>> {
    let words = &scope.text.words;
    scope.sentences.iter().find_map(|sentence| {
        let pair = |at: &usize| {
            matches!(
                (words.fold(*at), words.fold(*at + 1)),
                ("c'", "est" | "etait") | ("ce", "sont")
            )
        };
        let at = sentence.clone().find(pair)?;
        let who = (at + 2..sentence.end.min(at + 2 + REACH)).find(|at| words.fold(*at) == "qui")?;
        let named = within(&scope.text.marks.bodies, &(at + 2..who.min(at + 5))).first()?;
        let article = matches!(
            words.fold_before(named.words.start, 1),
            "le" | "la" | "l'" | "les" | "un" | "une"
        );
        article.then(|| body(scope, named, sentence)).flatten()
    })
}

/// « Au haras du Réart, à Canohès, on a ouvert les boxes »: where somebody does something is theirs.
pub(super) fn host(scope: &Scope) -> Option<Found<OrganiserRead>> {
    let words = &scope.text.words;
    scope.sentences.iter().find_map(|sentence| {
        let at = opening(scope, sentence);
        let article = usize::from(words.fold(at) == "a");
        let named = within(&scope.text.marks.bodies, &(at + 1 + article..at + 2 + article)).first()?;
        let host = matches!(words.fold(at), "au" | "a" | "chez")
            && matches!(named.value, Body::Actor(_, Naming::Within));
        let mut behind = named.words.end..sentence.end.min(named.words.end + REACH);
        let comma = behind.any(|at| words.is_sign(at, ','));
        // « Au lycée Colbert, les élèves de terminale tiennent … », « quinze élèves apprennent »
        let members = |at: usize| {
            let counted = !within(&scope.text.marks.numbers, &(at..at + 1)).is_empty();
            let several = counted
                || matches!(
                    words.fold(at),
                    "les" | "des" | "ses" | "d'" | "de" | "deux" | "trois"
                );
            several && HOLDERS.contains(&words.fold(at + 1))
        };
        let mut behind = behind.take(REACH / 2);
        let acts = comma && behind.any(|at| words.fold(at) == "on" || members(at));
        (host && acts).then(|| body(scope, named, sentence)).flatten()
    })
}

/// « Au café Chez Lulu, la soupe est offerte »: where something is done that has a name of its own.
pub(super) fn named_host(scope: &Scope) -> Option<Found<OrganiserRead>> {
    let words = &scope.text.words;
    scope.sentences.iter().take(2).find_map(|sentence| {
        let at = opening(scope, sentence);
        let article = usize::from(matches!(words.fold(at + 1), "la" | "l'"));
        let named = within(&scope.text.marks.bodies, &(at + 1 + article..at + 2 + article)).first()?;
        let host = matches!(words.fold(at), "au" | "a" | "chez");
        let body = body(scope, named, sentence).filter(|_| host)?;
        let own = body.value.name.contains(char::is_uppercase);
        own.then_some(body)
    })
}

/// « chez « Halte au 12 », 31 places de jour ».
pub(super) fn quoted_host(scope: &Scope) -> Option<Found<OrganiserRead>> {
    let words = &scope.text.words;
    let sentence = scope.sentences.first()?;
    let at = opening(scope, sentence);
    let open = (words.fold(at) == "chez" && words.opens_quote(at + 1)).then_some(at + 1)?;
    let close = (open + 1..sentence.end.min(open + REACH)).find(|at| words.closes_quote(*at))?;
    let organiser = OrganiserRead {
        name: clean(scope, &(open + 1..close)),
        kind: None,
    };
    (close > open + 1).then(|| scope.text.found(organiser, open + 1..close, false))
}

/// Whoever gives what the first body is said to receive: « a reçu 300 visières imprimées par le lycée Malraux ».
pub(super) fn giver(scope: &Scope, first: Option<&Found<OrganiserRead>>) -> Option<Found<OrganiserRead>> {
    let text = scope.text;
    let words = &text.words;
    let first = first?;
    scope.sentences.iter().find_map(|sentence| {
        let receives = within(&text.marks.acts, sentence)
            .iter()
            .find(|mark| mark.value == Act::Receive && words.fold(mark.words.start).starts_with("rec"))?;
        let subject = text.span(sentence.start..receives.words.start);
        let behind = receives.words.end..sentence.end;
        let gives = |mark: &&Mark<Body>| {
            let article = matches!(words.fold_before(mark.words.start, 1), "le" | "la" | "l'" | "les");
            let link = words.fold_before(mark.words.start, 1 + usize::from(article));
            let part = matches!(link, "de" | "du" | "des" | "d'")
                && words.fold_before(mark.words.start, 2 + usize::from(article)) == "part";
            matches!(mark.value, Body::Actor(..)) && (link == "par" || part)
        };
        let named = within(&text.marks.bodies, &behind).iter().find(gives)?;
        subject
            .holds(first.span)
            .then(|| body(scope, named, sentence))
            .flatten()
    })
}

/// « Péronne : « Les Dés à coudre » espèrent … »: a name between quotes that is the subject of the first verb.
pub(super) fn quoted_subject(scope: &Scope) -> Option<Found<OrganiserRead>> {
    let text = scope.text;
    let words = &text.words;
    let sentence = scope
        .sentences
        .iter()
        .find(|sentence| quote_at(scope, sentence).is_some())?;
    let open = quote_at(scope, sentence)?;
    let close = (open + 1..sentence.end.min(open + REACH)).find(|at| words.closes_quote(*at))?;
    let verb = close + 1..close + 2;
    let acts = !within(&text.marks.acts, &verb).is_empty() || !within(&text.marks.asks, &verb).is_empty();
    let auxiliary = matches!(words.fold(verb.start), "a" | "ont" | "est" | "sont");
    let organiser = OrganiserRead {
        name: clean(scope, &(open + 1..close)),
        kind: None,
    };
    let named = close > open + 1 && words.is_capital(open + 1);
    (named && (acts || auxiliary)).then(|| text.found(organiser, open + 1..close, true))
}

/// The quote that a sentence opens with, perhaps behind an article: « Les « Mitaines » tricotent ».
fn quote_at(scope: &Scope, sentence: &Range<usize>) -> Option<usize> {
    let words = &scope.text.words;
    let at = opening(scope, sentence);
    let article = usize::from(matches!(words.fold(at), "le" | "la" | "les" | "l'"));
    words.opens_quote(at + article).then_some(at + article)
}

/// A trade with the name of its business, or of whoever has given it up: « le maraîcher Les Bios Légumes », « un
/// imprimeur à la retraite ».
pub(super) fn tradesman(
    scope: &Scope,
    body: &Mark<Body>,
    kind: Option<&OrganiserKind>,
    sentence: &Range<usize>,
) -> Option<Found<OrganiserRead>> {
    let words = &scope.text.words;
    let at = body.words.end;
    let retired = (at..sentence.end.min(at + 4)).any(|at| words.fold(at).starts_with("retrait"));
    let trade = is_occupation(words.fold(body.words.start));
    if kind == Some(&OrganiserKind::Company) && trade && retired {
        let organiser = OrganiserRead {
            name: String::new(),
            kind: Some(OrganiserKind::Individual),
        };
        return Some(scope.text.found(organiser, body.words.clone(), true));
    }
    let article = matches!(words.fold(at), "les" | "le" | "la" | "l'" | "au" | "aux") && words.is_capital(at);
    let one = matches!(words.fold_before(body.words.start, 1), "le" | "la" | "l'" | "du");
    if kind != Some(&OrganiserKind::Individual) || !article || !one || !words.is_capital(at + 1) {
        return None;
    }
    let name = at..name_end(scope, at, sentence.end);
    let organiser = OrganiserRead {
        name: clean(scope, &name),
        kind: Some(OrganiserKind::Company),
    };
    Some(scope.text.found(organiser, name, false))
}

/// « les « goûters du palier » de l’association Voisin’âge »: the association that something is said to be of.
pub(super) fn is_of_association(scope: &Scope, mark: &Mark<Body>) -> bool {
    let words = &scope.text.words;
    let named = words.is_capital(mark.words.end) || words.opens_quote(mark.words.end);
    let Body::Actor(kind, Naming::After) = mark.value else {
        return false;
    };
    let before = |back: usize| words.fold_before(mark.words.start, back);
    match KINDS.get(kind) {
        _ if !named => false,
        Some(OrganiserKind::Collective) if before(1) == "du" => true,
        Some(OrganiserKind::Association | OrganiserKind::Collective) => {
            matches!(before(1), "l'" | "la" | "le") && before(2) == "de"
        }
        _ => false,
    }
}

/// Whether words before a body say that people are gathered in it: « réunies dans l’association Mots de passe », « au
/// sein du collectif ».
pub(super) fn gathers(scope: &Scope, mark: &Mark<Body>) -> bool {
    let words = &scope.text.words;
    let article = matches!(
        words.fold_before(mark.words.start, 1),
        "l'" | "la" | "le" | "un" | "une"
    );
    let link = 1 + usize::from(article);
    let before = words.fold_before(mark.words.start, link + 1);
    let gathered = [
        "reuni", "regroup", "rassembl", "feder", "organis", "constitu", "uni",
    ];
    match words.fold_before(mark.words.start, link) {
        "dans" | "en" => gathered.iter().any(|stem| before.starts_with(stem)),
        "de" | "du" | "d'" => before == "sein",
        _ => false,
    }
}

/// Where a sentence begins behind the label that says where: « Montreuil : chez … », « **Ancenis** : Manitou … ».
pub(super) fn opening(scope: &Scope, sentence: &Range<usize>) -> usize {
    let words = &scope.text.words;
    let set_off = |at: usize| words.is_sign(at, '*') || words.is_sign(at, '_');
    let first = sentence
        .clone()
        .find(|at| !set_off(*at))
        .unwrap_or(sentence.start);
    let place = within(&scope.text.marks.places, &(first..first + 2)).first();
    let signed = |at: usize| [':', ',', '-', '.'].iter().any(|sign| words.is_sign(at, *sign));
    let behind = |place: usize| {
        (place..sentence.end)
            .find(|at| !set_off(*at))
            .filter(|at| signed(*at))
    };
    let label = place.and_then(|place| behind(place.words.end));
    label.map_or(first, |sign| sign + 1)
}
