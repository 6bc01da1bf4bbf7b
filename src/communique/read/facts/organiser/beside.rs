//! Names that stand beside the word for a body: before its comma, in front of its brackets, right behind it.

use std::ops::Range;

use super::names::name_end;
use super::phrase::phrase_end;
use super::quotes::{name_before, quoted};
use super::{LONGEST, Scope, cells, is_adjective, is_verb};
use crate::communique::read::marks::{Body, Mark, begins_at, within};
use crate::communique::read::outline::signs;
use crate::communique::read::tables::organisers::{BRANCHES, NAME_LINKS, NAME_PREPOSITIONS};
use crate::communique::read::words::Case;

/// The name that a body explains: « « Les Souris vertes », association de parents », « la Biolle, entreprise ».
pub(super) fn apposed(scope: &Scope, body: &Mark<Body>, sentence: &Range<usize>) -> Option<Range<usize>> {
    let words = &scope.text.words;
    let article = matches!(words.fold_before(body.words.start, 1), "un" | "une" | "l'");
    let branch = branch(scope, body, sentence);
    let opening = branch.unwrap_or(body.words.start - usize::from(article && body.words.start > 0));
    let comma = opening.checked_sub(1).filter(|at| {
        *at > sentence.start && (words.is_sign(*at, ',') || cells::explains(words, *at, body))
    })?;
    if (!article || branch.is_some())
        && let Some(name) = signs::name_at_line_start(scope.text, comma)
    {
        return Some(name);
    }
    let last = comma - 1;
    // « Flers : Solidaribus, association de chauffeurs »: a name between a label and a comma.
    let signed = |at: usize| {
        [':', '-', '.', '|', '\n']
            .iter()
            .any(|sign| words.is_sign(at, *sign))
    };
    let label = (sentence.start..comma)
        .rev()
        .take(LONGEST)
        .find(|at| !words.is_letters(*at));
    if let Some(label) = label.filter(|label| signed(*label) && label + 1 < comma && !article) {
        let name = label + 1..comma;
        let free = within(&scope.text.marks.places, &name).is_empty()
            && !name.clone().any(|at| scope.is_person(at) || is_verb(scope, at));
        if free && words.is_capital(name.start) && !words.is_glued(label) {
            return Some(name);
        }
    }
    if words.closes_quote(last) {
        return name_before(words, sentence.start, last);
    }
    let mut start = comma;
    while start > sentence.start && words.is_letters(start - 1) && words.is_capital(start - 1) {
        start -= 1;
    }
    // « le Village des carapaces », « l’Atelier du Gaspilleur »
    let mut named = start;
    while named > sentence.start
        && comma - named < LONGEST
        && words.is_letters(named - 1)
        && !matches!(words.fold(named - 1), "le" | "la" | "l'")
        && (!is_verb(scope, named - 1) || words.is_participle(named - 1))
    {
        named -= 1;
    }
    let behind = named > sentence.start && matches!(words.fold(named - 1), "le" | "la" | "l'");
    if start == comma || named < start && behind {
        start = if behind && words.is_capital(named) {
            named
        } else {
            start
        };
    }
    let article = start > sentence.start
        && matches!(words.fold(start - 1), "le" | "la" | "les" | "l'" | "chez" | "par");
    // « Dans la vallée de la Moselotte, l’association » says where.
    let inside = start >= sentence.start + 2
        && matches!(words.fold(start - 1), "le" | "la" | "les" | "l'")
        && words.fold_before(body.words.start, 1) == "l'"
        && NAME_PREPOSITIONS.contains(&words.fold(start - 2))
        && words.fold(start - 2) != "a";
    let article = article && !inside;
    let around = start.saturating_sub(1)..comma;
    let free = within(&scope.text.marks.places, &around).is_empty()
        && within(&scope.text.marks.areas, &around).is_empty();
    let person = (start..comma).any(|at| scope.is_person(at));
    (start < comma && article && free && !person).then_some(start..comma)
}

/// Where a branch begins that is said to be of a body: « Parrains, antenne locale d’une association ».
fn branch(scope: &Scope, body: &Mark<Body>, sentence: &Range<usize>) -> Option<usize> {
    let words = &scope.text.words;
    let from = body.words.start.saturating_sub(6).max(sentence.start);
    let part = (from..body.words.start)
        .rev()
        .find(|at| BRANCHES.contains(&words.fold(*at)))?;
    let plain = (part..body.words.start).all(|at| words.is_letters(at) && !words.is_capital(at));
    let article = matches!(words.fold_before(part, 1), "l'" | "la" | "le" | "une" | "un");
    plain.then_some(part - usize::from(article))
}

/// The name after « l’association »: between quotes, or as far as its words go.
pub(super) fn following(scope: &Scope, body: &Mark<Body>, sentence: &Range<usize>) -> Option<Range<usize>> {
    let words = &scope.text.words;
    let end = sentence.end;
    let mut at = body.words.end;
    if let Some(quoted) = quoted(scope, at, end) {
        return Some(quoted);
    }
    if !within(&scope.text.marks.numbers, &(at..at + 1)).is_empty() {
        return None;
    }
    // « les Ateliers du Bocage »: with a capital behind its article the word belongs to the name.
    let own = words
        .get(body.words.start)
        .is_some_and(|word| word.case == Case::First)
        && matches!(words.fold_before(body.words.start, 1), "le" | "la" | "les" | "l'")
        && words.is_letters(at)
        && NAME_LINKS.contains(&words.fold(at))
        && words.is_capital(at + 1);
    if own {
        return Some(body.words.start..name_end(scope, at + 1, end));
    }
    // « l’association sportive de … », « l’association des Amis de la Brigue »
    if matches!(
        words.fold(at),
        "des" | "de" | "du" | "d'" | "les" | "la" | "le" | "l'"
    ) && words.is_capital(at + 1)
    {
        // « Collectif des Arts »: with a capital of its own the word belongs to the name.
        if words.is_capital(body.words.start)
            && !words.is_capital(at)
            && !opens_sentence(scope, body, sentence)
        {
            return Some(body.words.start..name_end(scope, at + 1, end));
        }
        at += usize::from(!words.is_capital(at));
    }
    // « l’entreprise de literie Sommeil d’Armor »
    let trade = matches!(words.fold(at), "de" | "d'") && !words.is_capital(at + 1) && !is_verb(scope, at + 1);
    // « l’entreprise de travaux publics Cévennes Terrassement »
    let small = |at: &usize| {
        words.is_letters(*at)
            && !words.is_capital(*at)
            && !is_verb(scope, *at)
            && !words.fold(*at).ends_with('\'')
            && !begins_at(&scope.text.marks.bodies, *at)
    };
    let noun = (at + 1..end.min(at + 5)).take_while(small).count();
    let named = at + 1 + noun;
    if trade && noun > 0 && words.is_letters(named) && words.is_capital(named) && !words.is_glued(named) {
        at = named;
    }
    // « une entreprise de voiles, Voilerie du Pollet »
    let comma = (at..end.min(at + 4)).find(|at| words.is_sign(*at, ','));
    if let Some(comma) = comma
        && !(at..comma).any(|at| {
            let places = within(&scope.text.marks.places, &(body.words.end..comma));
            let place = places.iter().any(|place| place.words.contains(&at));
            is_verb(scope, at) || words.is_capital(at) && !place
        })
    {
        let place = !within(&scope.text.marks.places, &(comma + 1..comma + 3)).is_empty();
        at = if place { at } else { comma + 1 };
    }
    // « le collectif des conjointes », « le groupement pastoral de Prats »
    let members =
        at < end && words.fold(at) == "des" && words.is_letters(at + 1) && !words.is_capital(at + 1);
    if members && !is_verb(scope, at + 1) && words.fold(at + 1).ends_with('s') {
        return Some(body.words.start..at + 2);
    }
    if is_adjective(scope, at) {
        // « l’association étudiante A Mossa »
        if !words.is_capital(at + 1) || !words.is_letters(at + 1) {
            return Some(body.words.start..at + 1);
        }
        at += 1;
    }
    // A name begins with a capital, a digit or a commune within it.
    if !(words.is_capital(at) || words.is_digits(at))
        || !words.is_letters(at) && !words.is_digits(at)
        || scope.is_person(at)
    {
        return None;
    }
    let end = phrase_end(scope, at, end)
        .map_or(0, |told| told)
        .max(name_end(scope, at, end));
    // « l’association de Lens » has no other name than its place.
    let place = within(&scope.text.marks.places, &(at..end));
    if place
        .iter()
        .any(|place| place.words.end == end && place.words.start <= at)
    {
        return None;
    }
    Some(at..end)
}

/// Whether any word would bear a capital where a body stands.
fn opens_sentence(scope: &Scope, body: &Mark<Body>, sentence: &Range<usize>) -> bool {
    let words = &scope.text.words;
    let start = body.words.start;
    start == sentence.start || [':', '-', '.'].iter().any(|sign| words.is_sign(start - 1, *sign))
}
