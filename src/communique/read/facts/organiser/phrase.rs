//! Names that are phrases, told by where the sentence goes on: « Fruits en partage récupère », « par Droit au bail. ».

use std::ops::Range;

use super::{LONGEST, Scope, is_verb};
use crate::communique::read::marks::{begins_at, within};
use crate::communique::read::tables::organisers::{
    AUXILIARIES, CIRCUMSTANCES, NAME_AIMS, NAME_BREAKS, NAME_CLAUSES, NAME_DETERMINERS, NAME_PREPOSITIONS,
    NAME_SPEAKERS, OBJECTS,
};
use crate::communique::read::tables::units::Unit;

/// What ends a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Bound {
    /// The verb of the sentence, or a pronoun before it.
    Verb,
    /// A sign, or the end of the sentence.
    Sign,
}

/// Where a name that begins at a word ends, if what stands before the next verb or sign can only be its phrase.
pub(super) fn phrase_end(scope: &Scope, start: usize, end: usize) -> Option<usize> {
    let words = &scope.text.words;
    let last = end.min(start + LONGEST);
    let counted = counted_out(scope, start, last);
    let clause = clause(scope, start, last);
    let mut at = counted.or(clause).unwrap_or(start + 1);
    let bound = loop {
        if at >= last {
            break (at == end).then_some(Bound::Sign)?;
        }
        if words.is_sign(at, '-') && words.is_glued(at) && words.is_glued(at + 1) {
            at += 2;
            continue;
        }
        match bound_at(scope, start, at, end) {
            Some(bound) => break bound,
            None if is_foreign(scope, start, at) => return None,
            None => at += 1,
        }
    };
    let name = start..at;
    let tail = words.fold(at - 1);
    let open = NAME_PREPOSITIONS.contains(&tail) || NAME_DETERMINERS.contains(&tail);
    let open = open && !matches!(tail, "toi" | "moi" | "lui") && !is_there(scope, at - 1);
    let told = bound == Bound::Verb || counted.or(clause).is_some() || is_closed(scope, &name);
    let good = name.len() > 1 && !open && told;
    good.then_some(at)
}

/// Whether a word, seen from a name that began before, is where the sentence goes on.
fn bound_at(scope: &Scope, start: usize, at: usize, end: usize) -> Option<Bound> {
    let words = &scope.text.words;
    if at >= end || !words.is_letters(at) && !words.is_digits(at) {
        return Some(Bound::Sign);
    }
    let word = words.fold(at);
    let before = words.fold(at - 1);
    let governed = at > start
        && !words.is_capital(at)
        && (NAME_PREPOSITIONS.contains(&before) && !is_auxiliary(scope, at - 1)
            || NAME_DETERMINERS.contains(&before) && !is_there(scope, at - 1));
    let own = before == "qui" && at == start + 2;
    if governed || own || words.is_capital(at) {
        return None;
    }
    // « Sauve qui pomme »
    if word == "qui" {
        let own = at == start + 1 && bound_at(scope, at + 1, at + 2, end).is_some();
        return (!own).then_some(Bound::Sign);
    }
    // « Table ouverte manque de »: right before the verb stands an adjective.
    let another = |next: usize| {
        is_auxiliary(scope, next) || finite(scope, next) || begins_at(&scope.text.marks.asks, next)
    };
    let shaped = ["ert", "erte", "erts", "ertes", "ue", "ues", "ise", "ite"]
        .iter()
        .any(|last| word.ends_with(last));
    let closed = at + 1 >= end || !words.is_letters(at + 1) && !words.is_digits(at + 1);
    let served = shaped && (closed || is_pronoun(words.fold(at + 1)) && another(at + 2));
    let adjective = finite(scope, at) && !is_auxiliary(scope, at) && (another(at + 1) || served);
    if another(at) && !adjective {
        return Some(Bound::Verb);
    }
    // « leur apporte », « en distribue trente »
    let verb = (at + 1..at + 4).find(|next| !is_pronoun(words.fold(*next)))?;
    let governs = |at: usize| is_pronoun(words.fold(at)) && another(verb);
    let pronoun = governs(at);
    let noun = word == "en" && bound_at(scope, at, verb + 1, end) == Some(Bound::Verb);
    if pronoun && !noun || matches!(word, "se" | "s'" | "n'" | "ne" | "leur" | "y") {
        return Some(Bound::Verb);
    }
    // « organise des ateliers »: what an object follows is a verb, whatever it says.
    let object = OBJECTS.contains(&words.fold(at + 1)) && !(verb > at + 1 && governs(at + 1))
        || words.is_digits(at + 1);
    let shaped = word.len() > 3 && ["e", "t", "d", "nt"].iter().any(|last| word.ends_with(last));
    let small = NAME_PREPOSITIONS.contains(&word) || NAME_DETERMINERS.contains(&word);
    (object && shaped && !small).then_some(Bound::Verb)
}

/// A verb with a subject: no participle and no infinitive.
fn finite(scope: &Scope, at: usize) -> bool {
    let words = &scope.text.words;
    is_verb(scope, at) && !words.is_participle(at) && !words.fold(at).ends_with(['r', 'n', 's'])
}

/// « a » is a verb, « à » a preposition; both fold to the same.
pub(super) fn is_auxiliary(scope: &Scope, at: usize) -> bool {
    let word = scope.text.words.fold(at);
    AUXILIARIES.contains(&word) && (word != "a" || scope.text.said(at..at + 1).starts_with('a'))
}

/// « Ici et là »: no article, though it folds to one.
pub(super) fn is_there(scope: &Scope, at: usize) -> bool {
    scope.text.said(at..at + 1) == "là"
}

fn is_pronoun(word: &str) -> bool {
    matches!(
        word,
        "se" | "s'" | "y" | "en" | "n'" | "ne" | "leur" | "lui" | "le" | "la" | "les" | "l'"
    )
}

/// « Rien ne se perd », « On roule ensemble »: the word behind the verb of a name that is a sentence.
fn clause(scope: &Scope, start: usize, last: usize) -> Option<usize> {
    let words = &scope.text.words;
    let pronouns = (start + 1..last)
        .take_while(|at| is_pronoun(words.fold(*at)))
        .count();
    let verb = start + 1 + pronouns;
    let denied = matches!(words.fold(start + 1), "ne" | "n'" | "se" | "s'");
    let own =
        NAME_SPEAKERS.contains(&words.fold(start)) || denied && NAME_CLAUSES.contains(&words.fold(start));
    (own && verb < last && words.is_letters(verb) && !words.is_capital(verb)).then_some(verb + 1)
}

/// « Un, deux, toit »: a name that counts out.
fn counted_out(scope: &Scope, start: usize, last: usize) -> Option<usize> {
    let words = &scope.text.words;
    let ones = ["un", "une", "deux", "trois", "1", "2", "3"];
    let pair = words.is_sign(start + 1, ',')
        && ones.contains(&words.fold(start))
        && ones.contains(&words.fold(start + 2));
    let third = start + 3 + usize::from(words.is_sign(start + 3, ','));
    (pair && third < last).then_some(third + 1)
}

/// Whether a word within a name tells that it is none: somebody, a place, a day, what brings in another.
fn is_foreign(scope: &Scope, start: usize, at: usize) -> bool {
    let text = scope.text;
    let words = &text.words;
    let word = words.fold(at);
    let marks = &text.marks;
    let mut numbers = within(&marks.numbers, &(at..at + 1)).iter();
    let counted = words.fold(at - 1) != "pour" && numbers.any(|mark| mark.value.unit.is_some());
    let marked =
        counted || begins_at(&marks.places, at) || begins_at(&marks.areas, at) || begins_at(&marks.dates, at);
    marked
        || scope.is_person(at)
        || NAME_BREAKS.contains(&word) && !words.is_capital(at)
        || is_circumstance(scope, start, at)
}

/// « en urgence », « au personnel soignant »: what is said of the deed, and no part of a name.
fn is_circumstance(scope: &Scope, start: usize, at: usize) -> bool {
    let text = scope.text;
    let words = &text.words;
    let Some((_, nouns)) = CIRCUMSTANCES.iter().find(|(link, _)| *link == words.fold(at)) else {
        return false;
    };
    // « Ici et là »
    if at == start || words.is_capital(at) || is_there(scope, at + 1) {
        return false;
    }
    let article = matches!(words.fold(at + 1), "la" | "l'" | "le" | "les");
    let noun = at + 1 + usize::from(article);
    let said = |word: &str| nouns.split_ascii_whitespace().any(|noun| noun == word);
    let to = matches!(words.fold(at), "a" | "au" | "aux" | "pour");
    // « aux soignants », « à la mairie »: to whom something goes.
    let whom = to && {
        let unit = text.tables.units.find(words, noun).map(|(_, unit)| unit);
        matches!(unit, Some(Unit::Helped | Unit::People | Unit::Helpers))
            || begins_at(&text.marks.bodies, noun)
    };
    said(words.fold(at + 1))
        || article && said(words.fold(noun))
        || whom
        || begins_at(&text.marks.dates, noun)
        || words.fold(noun) == "noel"
}

/// Whether a name that a sign ends is made of nouns, small words between them: « Droit au bail », « Toits d’accueil ».
fn is_closed(scope: &Scope, name: &Range<usize>) -> bool {
    let words = &scope.text.words;
    let mut nouns = 0;
    let mut links = 0;
    for at in name.start + 1..name.end {
        let word = words.fold(at);
        // « sur le parvis », « pour Noël » say where and for what, more often than not.
        let whom = || words.is_letters(at + 1) && NAME_AIMS.contains(&words.fold(at + 1));
        let outside = match word {
            "sur" | "dans" => NAME_DETERMINERS.contains(&words.fold(at + 1)),
            "pour" => !whom(),
            _ => false,
        };
        if outside {
            return false;
        }
        if NAME_PREPOSITIONS.contains(&word) || NAME_DETERMINERS.contains(&word) {
            links += 1;
            nouns = 0;
        } else if words.is_letters(at) && !words.is_capital(at) {
            nouns += 1;
        }
        if nouns > 2 {
            return false;
        }
    }
    // « Gare qui chante »
    let whole = words.fold(name.start + 1) == "qui" || name.len() == 2 && nouns == 1;
    links > 0 || whole
}
