//! Things and people that are asked for and that no table knows.

use std::ops::Range;

use super::{Scope, is_small};
use crate::communique::read::marks::within;
use crate::communique::read::tables::needs::{Help, NO_OBJECTS, SMALL};
use crate::communique::read::tables::units::{Unit, is_occupation};
use crate::communique::read::words::Words;

/// A thing or people that no table knows: « cherche du grillage », « recherche des soudeurs ».
pub(super) fn unknown(scope: &Scope, object: &Range<usize>) -> Option<(Help, Range<usize>)> {
    let words = &scope.text.words;
    let noun = object.clone().find(|at| !is_small(words, *at))?;
    let word = words.fold(noun);
    let known = noun > object.start && word.len() > 3;
    let named = if words.is_capital(noun) {
        // Where all is written in capitals, a capital begins no name.
        !words.is_capital(noun.wrapping_sub(1))
    } else {
        // « demander l’adjudant Lemoine »
        words.is_letters(noun + 1) && words.is_capital(noun + 1)
    };
    if !known || !words.is_letters(noun) || named || NO_OBJECTS.contains(&word) {
        return None;
    }
    // « souhaite en recevoir », « il faut les descendre »: a verb is no thing.
    let pronoun = matches!(
        words.fold_before(noun, 1),
        "en" | "les" | "y" | "lui" | "leur" | "se" | "s'"
    );
    if pronoun && ["er", "ir", "re"].iter().any(|end| word.ends_with(end)) {
        return None;
    }
    let counted = scope.text.tables.units.find(words, noun).map(|(_, unit)| unit);
    // « sollicite les entreprises »: whom one turns to is not what one wants.
    let address = !within(&scope.text.marks.contacts, &(noun..noun + 1)).is_empty();
    if address
        || !within(&scope.text.marks.bodies, &(noun..noun + 1)).is_empty()
        || matches!(counted, Some(Unit::None | Unit::Helped | Unit::People))
    {
        return None;
    }
    let kind = if is_occupation(word) || matches!(counted, Some(Unit::Helpers)) {
        Help::Volunteers
    } else {
        Help::Materials
    };
    Some((kind, noun..noun + 1))
}

/// « guetteurs d’incendie recherchés »: people whom no table knows.
pub(super) fn worker(words: &Words, object: &Range<usize>) -> Option<(Help, Range<usize>)> {
    // « les dons financiers »: an adjective is nobody.
    let opens = |at: usize| {
        at == object.start
            || !words.is_letters(at - 1)
            || SMALL.contains(&words.fold(at - 1))
            || words.fold(at - 1) == "et"
    };
    let at = object.clone().find(|at| {
        words.is_letters(*at)
            && opens(*at)
            && words.fold(*at).ends_with('s')
            && is_occupation(words.fold(*at))
    })?;
    Some((Help::Volunteers, at..at + 1))
}

/// « des gourdes et des grimpeurs »: people whom no table knows, behind an article.
pub(super) fn listed_worker(scope: &Scope, object: &Range<usize>) -> Option<(Help, Range<usize>)> {
    let words = &scope.text.words;
    // « des dictionnaires d’ukrainien »: behind « d’ » only what comes first is asked for.
    let article = |at: usize| {
        matches!(words.fold_before(at, 1), "un" | "une" | "des")
            || matches!(words.fold_before(at, 1), "d'" | "de")
                && (at <= object.start + 1 || !words.is_letters(at - 2) || words.fold_before(at, 2) == "et")
    };
    // « des nettoyeurs à haute pression »: a thing that the table knows is nobody.
    let thing = |at: usize| scope.text.tables.help.find(words, at).is_some();
    let at = object.clone().find(|at| {
        words.is_letters(*at)
            && !words.is_capital(*at)
            && article(*at)
            && !thing(*at)
            && is_occupation(words.fold(*at))
    })?;
    Some((Help::Volunteers, at..at + 1))
}

/// « Des caisses sont les bienvenues »: a thing that no table knows, behind its article at the start of the clause.
pub(super) fn unknown_before(scope: &Scope, object: &Range<usize>) -> Option<(Help, Range<usize>)> {
    let words = &scope.text.words;
    let first = object.clone().find(|at| words.is_letters(*at))?;
    let noun = match (words.fold(first), words.fold(first + 1)) {
        ("des" | "du" | "un" | "une", _) => first + 1,
        ("de", "la" | "l'") | ("d'", "autres") => first + 2,
        _ => return None,
    };
    let word = words.fold(noun);
    let counted = scope.text.tables.units.find(words, noun).map(|(_, unit)| unit);
    let people = matches!(counted, Some(Unit::People | Unit::Helped | Unit::None));
    let usable = noun < object.end && words.is_letters(noun) && !words.is_capital(noun) && word.len() > 3;
    (usable && !people && !NO_OBJECTS.contains(&word)).then(|| (Help::Materials, noun..noun + 1))
}
