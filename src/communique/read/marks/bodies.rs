//! Bodies that may carry an initiative.

use super::{Mark, Taken, scan};
use crate::communique::read::tables::organisers::{AUTHORITIES, BODIES, COMMON, KINDS, NO_TRADES, Naming};
use crate::communique::read::words::Words;
use crate::communique::read::words::index::Index;
use crate::domain::initiative::OrganiserKind;

/// A body that the text names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::communique::read) enum Body {
    /// One that may carry an initiative: its kind, by its position in the table, and how it is named.
    Actor(usize, Naming),
    /// One that publishes.
    Authority,
}

/// Finds the words for them. They stay free: a name follows.
pub(super) fn bodies(words: &Words, taken: &Taken) -> Vec<Mark<Body>> {
    let actors = Index::of_lists(BODIES);
    let authorities = Index::of(AUTHORITIES.iter().copied());
    let found = scan(words, |at| {
        if within_compound(words, at) {
            return None;
        }
        // « le club de Lannemezan »: the commune is no part of the word.
        let actor = actors
            .find_free(words, at, |end| !taken.any(&(at..end)))
            .map(|(end, (kind, naming))| (end, Body::Actor(kind, naming)));
        let authority = authorities
            .find(words, at)
            .map(|(end, ())| (end, Body::Authority));
        let actor = actor
            .or_else(|| workshop(words, at))
            .or_else(|| retired(words, at));
        let actor = actor.map(|found| associative(words, found));
        let body = match (actor, authority) {
            (Some(actor), Some(authority)) if authority.0 > actor.0 => Some(authority),
            (actor, authority) => actor.or(authority),
        };
        // « une entraide que les anciens comparent » is no body.
        let common = COMMON.contains(&words.fold(at)) && !words.is_capital(at) && !words.is_capital(at + 1);
        // « Taxi-copains »
        let compound = |end: &usize| {
            let glued = words.is_sign(*end, '-') && words.is_glued(*end) && words.is_glued(*end + 1);
            glued && words.is_capital(at) && words.is_letters(*end + 1)
        };
        let body = body.filter(|(end, _)| !compound(end));
        let (end, value) = body.filter(|(end, _)| !taken.any(&(at..*end)) && (!common || *end > at + 1))?;
        Some(Mark {
            words: at..end,
            value,
        })
    });
    without_names(words, found)
}

/// « l’association Taxi malin »: a word right behind that for a body, with a capital, is its name.
fn without_names(words: &Words, found: Vec<Mark<Body>>) -> Vec<Mark<Body>> {
    let mut kept: Vec<Mark<Body>> = Vec::with_capacity(found.len());
    for mark in found {
        let named = kept.last().is_some_and(|before| {
            let named = matches!(before.value, Body::Actor(kind, Naming::After) if !is_group(kind));
            named && before.words.end == mark.words.start && !words.is_capital(before.words.start)
        });
        if !named || !words.is_capital(mark.words.start) {
            kept.push(mark);
        }
    }
    kept
}

/// Whether a kind is that of loose groups: « les bénévoles du groupe Secours populaire » are of the body behind.
fn is_group(kind: usize) -> bool {
    KINDS.get(kind) == Some(&OrganiserKind::Collective)
}

/// « Taxi-copains », « Allô-Taxi »: a word that a capital and a hyphen make part of a longer name.
fn within_compound(words: &Words, at: usize) -> bool {
    let glued =
        |hyphen: usize| words.is_sign(hyphen, '-') && words.is_glued(hyphen) && words.is_glued(hyphen + 1);
    let before = at >= 2 && glued(at - 1) && words.is_capital(at - 2);
    before && words.is_letters(at - 2)
}

/// « le cinéma associatif Le Balancier »: whatever the trade, it is an association.
fn associative(words: &Words, (end, body): (usize, Body)) -> (usize, Body) {
    let own = matches!(
        words.fold(end),
        "associatif" | "associative" | "associatifs" | "associatives"
    );
    let association = KINDS.iter().position(|kind| *kind == OrganiserKind::Association);
    match association {
        Some(kind) if own => (end + 1, Body::Actor(kind, Naming::After)),
        _ => (end, body),
    }
}

/// « un marin à la retraite », « une professeure retraitée »: whatever they did, it is one person.
fn retired(words: &Words, at: usize) -> Option<(usize, Body)> {
    let one =
        matches!(words.fold_before(at, 1), "un" | "une") && !words.is_capital(at) && words.is_letters(at);
    let behind = words.fold(at + 1);
    let resting = matches!(behind, "a" | "en") && {
        let article = usize::from(words.fold(at + 2) == "la");
        words.fold(at + 2 + article) == "retraite"
    };
    let kind = KINDS.iter().position(|kind| *kind == OrganiserKind::Individual)?;
    (one && (resting || matches!(behind, "retraite" | "retraitee")))
        .then_some((at + 1, Body::Actor(kind, Naming::Nobody)))
}

/// « la porcelainerie Royère », « la maison Vétisol »: a trade that no table knows, with its name.
fn workshop(words: &Words, at: usize) -> Option<(usize, Body)> {
    let word = words.fold(at);
    let one = word.trim_end_matches('s');
    let trade = one.ends_with("erie") && one.len() > 6 && !NO_TRADES.contains(&one) || word == "maison";
    if !trade || words.is_capital(at) {
        return None;
    }
    let article = matches!(words.fold_before(at, 1), "la" | "les" | "une" | "l'" | ":");
    let named = words.is_letters(at + 1) && words.is_capital(at + 1) && !words.is_glued(at + 1);
    let company = KINDS.iter().position(|kind| *kind == OrganiserKind::Company)?;
    (article && named).then_some((at + 1, Body::Actor(company, Naming::Within)))
}
