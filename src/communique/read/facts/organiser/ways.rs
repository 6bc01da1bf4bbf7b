//! Ways of naming who acts besides the subject of a verb.

use std::ops::Range;

use super::{Scope, body, clean};
use crate::communique::read::marks::{Body, Mark, within};
use crate::communique::read::reading::OrganiserRead;
use crate::communique::read::span::Found;
use crate::communique::read::tables::organisers::Naming;

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
        let acts = comma && behind.take(REACH / 2).any(|at| words.fold(at) == "on");
        (host && acts).then(|| body(scope, named, sentence)).flatten()
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

/// « les « goûters du palier » de l’association Voisin’âge »: the association that something is said to be of.
pub(super) fn is_of_association(scope: &Scope, mark: &Mark<Body>) -> bool {
    let words = &scope.text.words;
    let named = words.is_capital(mark.words.end) || words.opens_quote(mark.words.end);
    matches!(mark.value, Body::Actor(1 | 2, Naming::After))
        && matches!(words.fold_before(mark.words.start, 1), "l'" | "la" | "le")
        && matches!(words.fold_before(mark.words.start, 2), "de")
        && named
        || matches!(mark.value, Body::Actor(2, Naming::After))
            && words.fold_before(mark.words.start, 1) == "du"
            && named
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
