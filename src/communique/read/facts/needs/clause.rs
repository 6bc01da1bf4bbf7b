//! How far a clause that asks goes, and the kinds of help in it.

use std::ops::Range;

use super::{Kinds, REACH};
use crate::communique::read::facts::Scope;
use crate::communique::read::marks::{Body, Mark, within};
use crate::communique::read::tables::needs::{CLAUSE_ENDS, Help, IDLE, SMALL};
use crate::communique::read::tables::organisers::Naming;
use crate::communique::read::tables::units::{BEFORE_NOUN, Unit};
use crate::communique::read::words::Words;

/// Where things are brought to, beside the seats of bodies.
const ROOMS: [&str; 9] = [
    "salle",
    "maison",
    "permanence",
    "gare",
    "boutique",
    "sortie",
    "poste",
    "porte",
    "halle",
];

/// The kinds of a clause, part by part as far as each tells what it is for: « un camion pour les livraisons ; des clés ».
pub(super) fn without_purpose(scope: &Scope, object: &Range<usize>) -> Kinds {
    let words = &scope.text.words;
    let mut found: Kinds = Vec::new();
    let mut start = object.start;
    while start < object.end {
        let parted = |at: &usize| words.is_sign(*at, ';') || words.is_sign(*at, ',');
        let end = (start..object.end).find(parted).unwrap_or(object.end);
        let purpose = (start..end).find(|at| matches!(words.fold(*at), "pour" | "afin"));
        for (kind, range) in kinds(scope, &(start..purpose.unwrap_or(end))) {
            match found.iter_mut().find(|(known, _)| *known == kind) {
                Some((_, known)) => known.end = range.end,
                None => found.push((kind, range)),
            }
        }
        start = end + 1;
    }
    found
}

/// Each kind once, with the words from its first to its last noun.
pub(super) fn kinds(scope: &Scope, object: &Range<usize>) -> Kinds {
    let words = &scope.text.words;
    let contacts = within(&scope.text.marks.contacts, object);
    let mut found: Kinds = Vec::new();
    let mut at = object.start;
    while at < object.end {
        // « l’association Fil »: a name is no thing.
        let named = words.is_capital(at)
            && at > object.start
            && words.is_letters(at - 1)
            && !words.is_capital(at - 1);
        // « des solutions de logement »
        let nothing = words.is_letters(at) && IDLE.contains(&words.fold(at));
        // « des plats cuisinés »: what a thing is like.
        let like = words.is_participle(at)
            && at > object.start
            && words.is_letters(at - 1)
            && words.fold(at - 1).ends_with(['s', 'x'])
            && !SMALL.contains(&words.fold(at - 1));
        // « des femmes enceintes », « du mélange deux-temps », « logement@mairie.example »
        let people = at > object.start
            && !BEFORE_NOUN.contains(&words.fold(at - 1))
            && matches!(
                scope.text.tables.units.find(words, at - 1),
                Some((end, Unit::Helped | Unit::People)) if end == at
            );
        let inside = at > 0 && words.is_sign(at - 1, '-') && words.is_glued(at - 1) && words.is_glued(at);
        let address = contacts.iter().any(|mark| mark.words.contains(&at));
        let word = !named && !like && !people && !inside && !address;
        // « des sous-vêtements » are no money.
        let found_at = scope.text.tables.help.find(words, at).filter(|_| word);
        let found_at = found_at.filter(|(end, kind)| *kind != Help::Money || !words.is_sign(*end, '-'));
        match found_at {
            None if nothing => at = past_complement(words, at + 1, object.end),
            Some((end, kind)) => {
                match found.iter_mut().find(|(known, _)| *known == kind) {
                    Some((_, range)) => range.end = end,
                    None => found.push((kind, at..end)),
                }
                at = past_complement(words, end, object.end);
            }
            None => at += 1,
        }
    }
    found
}

/// « jeux de cartes », « machines à coudre »: what stands behind « de » and « à » belongs to the noun.
fn past_complement(words: &Words, at: usize, end: usize) -> usize {
    let of = |at: usize| {
        matches!(words.fold(at), "de" | "d'" | "a" | "en") && at + 1 < end && words.is_letters(at + 1)
    };
    // « radiateurs à bain d’huile »
    match (of(at), of(at + 2)) {
        (true, true) => at + 4,
        (true, false) => at + 2,
        _ => at,
    }
}

/// Where what is asked for ends: a sign, the purpose that follows, another verb, what helpers bring along.
pub(super) fn clause_end(scope: &Scope, start: usize, end: usize) -> usize {
    let words = &scope.text.words;
    // « cherche des parrains, et vise 100 parrainages »
    let verb = |at: usize| {
        let acts = within(&scope.text.marks.acts, &(at + 1..at + 2));
        words.fold(at) == "et" && acts.iter().any(|act| !words.is_participle(act.words.start))
    };
    // « Recherche maintenant : deux lits », « Besoins : deux bénévoles pour la vente ; des clés »
    let colon = (start..end.min(start + 3)).find(|at| words.is_sign(*at, ':'));
    let colon = colon.filter(|colon| (start..*colon).all(|at| SMALL.contains(&words.fold(at))));
    let from = colon.unwrap_or(start);
    let stop = |at: usize| matches!(words.fold(at), ";" | "." | "!" | "?");
    // « à la salle des fêtes » says where.
    let place = |at: usize| {
        let behind = at + 2;
        let seat = |mark: &Mark<Body>| !matches!(mark.value, Body::Actor(_, Naming::Nobody));
        let room = within(&scope.text.marks.bodies, &(behind..behind + 1))
            .iter()
            .any(seat)
            || ROOMS.contains(&words.fold(behind));
        words.fold(at) == "a" && matches!(words.fold(at + 1), "la" | "l'") && room
    };
    // « des hôtes, mais aussi des conserves »
    let also = |at: usize| {
        words.fold(at) == "mais" && matches!(words.fold(at + 1), "aussi" | "egalement" | "surtout" | "encore")
    };
    // « des cahiers et, pour finir la semaine, trois personnes »
    let aside = |at: usize| words.is_sign(at - 1, ',') && (at + 2..at + 7).any(|at| words.is_sign(at, ','));
    // « des bottes (du 37 au 45), des pelles »
    let bracket = |at: usize| {
        let closes = (at + 1..at + 9).find(|at| words.is_sign(*at, ')'));
        words.is_sign(at, '(') && closes.is_some_and(|at| words.is_sign(at + 1, ','))
    };
    // « de nouvelles équipes », not « des bénévoles équipés »
    let team = |at: usize| words.fold(at).starts_with("equipe") && !words.is_participle(at);
    let closes = |at: usize| {
        CLAUSE_ENDS.contains(&words.fold(at)) && !also(at) && !aside(at) && !team(at) && !bracket(at)
    };
    // « des bénévoles habitués aux chevaux et du foin »: what is listed goes on behind « aux ».
    let goes_on = |at: usize| {
        matches!(words.fold(at), "aux" | "au")
            && words.fold(at + 2) == "et"
            && matches!(words.fold(at + 3), "du" | "des" | "un" | "une")
    };
    let ends = |at: usize| stop(at) || at > from && (closes(at) && !goes_on(at) || verb(at) || place(at));
    if colon.is_some() {
        let closes = |at: &usize| matches!(words.fold(*at), "." | "!" | "?" | "(" | "\n");
        let last = end.min(start + 2 * REACH);
        return (start..last).find(closes).unwrap_or(last);
    }
    let last = end.min(start + REACH);
    (start..last).find(|at| ends(*at)).unwrap_or(last)
}

pub(super) fn clause_start(words: &Words, end: usize, start: usize) -> usize {
    let begins = |at: usize| matches!(words.fold(at), "." | ";" | "!" | "?" | ":" | "\n");
    let first = end.saturating_sub(REACH).max(start);
    (first..end)
        .rev()
        .find(|at| begins(*at))
        .map_or(first, |at| at + 1)
}
