//! Where names end.

use std::ops::Range;

use super::phrase::{is_auxiliary, is_there};
use super::{LONGEST, Scope, is_verb};
use crate::communique::read::marks::begins_at;
use crate::communique::read::tables::organisers::{NAME_ENDS, NAME_LINKS, NAME_OPENERS, OBJECTS};
use crate::communique::read::words::Case;

/// How many blanks at most stand between the words of a name.
const COLUMN: usize = 2;

/// A name as far as no person is named in it: « la savonnerie de Sophie Leclercq ».
pub(super) fn without_person(scope: &Scope, name: Range<usize>) -> Range<usize> {
    let Some(mut end) = name.clone().find(|at| scope.is_person(*at)) else {
        return name;
    };
    while end > name.start && NAME_LINKS.contains(&scope.text.words.fold(end - 1)) {
        end -= 1;
    }
    name.start..end
}

/// « L’HÔPITAL DONNE SIX LITS »: where all is shouted, a capital makes no name of a verb.
pub(super) fn ends_loudly(scope: &Scope, start: usize, at: usize) -> bool {
    let words = &scope.text.words;
    let loud = |at: usize| words.get(at).is_some_and(|word| word.case == Case::All);
    let word = words.fold(at);
    let ended = is_verb(scope, at) || OBJECTS.contains(&word) || NAME_ENDS.contains(&word);
    loud(at) && loud(start) && ended
}

/// Where a name that begins at a word ends.
pub(super) fn name_end(scope: &Scope, start: usize, end: usize) -> usize {
    let words = &scope.text.words;
    let last = end.min(start + LONGEST);
    let mut at = start + 1;
    while at < last {
        // Wide blanks part the columns of a table.
        if words.range(at..at + 1).start > words.range(at - 1..at).end + COLUMN {
            break;
        }
        let on = by_look(scope, start, at)
            .or_else(|| by_phrase(scope, start, at, (last, end)))
            .or_else(|| by_word(scope, start, at, last));
        match on {
            Some(next) if next > at => at = next,
            _ => break,
        }
    }
    at
}

/// The word behind a sign, a capital or digits that belong to a name; the same word where the name ends there.
fn by_look(scope: &Scope, start: usize, at: usize) -> Option<usize> {
    let words = &scope.text.words;
    let hyphen = words.is_sign(at, '-') && words.is_glued(at) && words.is_glued(at + 1);
    // « Gueri & Fils »
    if hyphen || words.is_sign(at, '&') && words.is_capital(at + 1) {
        return Some(at + 2);
    }
    if !words.is_letters(at) && !words.is_digits(at) {
        return Some(at);
    }
    let capital = words.is_capital(at) && !ends_loudly(scope, start, at);
    (capital || words.is_digits(at)).then_some(at + 1)
}

/// The word behind small words that only belong to a name together; the same word where they begin another one.
fn by_phrase(scope: &Scope, start: usize, at: usize, (last, end): (usize, usize)) -> Option<usize> {
    let words = &scope.text.words;
    let word = words.fold(at);
    let second = at == start + 1;
    // « Main dans la main », « Pas à pas »
    let mut behind = at + 1..last.min(at + 3);
    let again = behind.find(|again| words.fold(*again) == words.fold(start));
    if let Some(again) = again.filter(|again| second && (at..*again).all(|at| words.is_letters(at))) {
        return Some(again + 1);
    }
    if goes_into(scope, start, at) {
        return Some(at + 3);
    }
    // « Coudre à Redon », « Affouage pour tous »
    let infinitive = ["re", "er", "ir"]
        .iter()
        .any(|end| words.fold(start).ends_with(end));
    let seat = infinitive && second && word == "a" && words.is_capital(at + 1);
    if seat || word == "pour" && matches!(words.fold(at + 1), "tous" | "toutes") {
        return Some(at + 2);
    }
    let begun = NAME_OPENERS.contains(&words.fold(start)) || words.fold(start) == "du";
    if let Some(end) = goes_on_with(scope, at, end, begun).filter(|_| second || begun) {
        return Some(end);
    }
    // « Durand et fils »
    let kin = [
        "fils",
        "filles",
        "freres",
        "soeurs",
        "cie",
        "compagnie",
        "associes",
    ];
    if word == "et" && kin.contains(&words.fold(at + 1)) {
        return Some(at + 2);
    }
    // « Bien chez soi », « Un toit pour toi »
    let whom = ["toi", "moi", "soi", "nous", "vous", "eux", "tous", "toutes"];
    if matches!(word, "chez" | "pour" | "avec" | "sans" | "entre") && whom.contains(&words.fold(at + 1)) {
        return Some(at + 2);
    }
    // « Lait d’ici »
    let here = word == "d'" && words.fold(at + 1) == "ici";
    if here
        && !words.is_digits(at + 2)
        && !matches!(words.fold(at + 2), "au" | "a" | "le" | "la" | "fin" | "l'")
    {
        return Some(at + 2);
    }
    // « Tôle et bois pose », « Goutte à goutte, à Elne »: a pair that a verb or a sign ends.
    let pair = word == "et" || says_to(scope, at);
    let noun = words.is_letters(at + 1) && !words.is_capital(at + 1) && !is_verb(scope, at + 1);
    let small = OBJECTS.contains(&words.fold(at + 1)) || NAME_LINKS.contains(&words.fold(at + 1));
    let pronoun = ["s'", "se", "y", "n'", "ne", "leur", "lui"].contains(&words.fold(at + 2));
    let ended = at + 2 >= end
        || !words.is_letters(at + 2) && !words.is_digits(at + 2)
        || is_verb(scope, at + 2)
        || pronoun;
    if pair && second && noun && !small && ended {
        return Some(at + 2);
    }
    // « le Secours catholique et la Croix-Rouge » are two.
    (word == "et" && matches!(words.fold(at + 1), "le" | "la" | "les" | "l'")).then_some(at)
}

/// « Museaux au frais, à Lens », « Main dans l’oreille se danse »: a phrase that a verb or a sign ends.
fn goes_on_with(scope: &Scope, at: usize, end: usize, begun: bool) -> Option<usize> {
    let words = &scope.text.words;
    let link = matches!(
        words.fold(at),
        "au" | "aux" | "sans" | "sous" | "dans" | "sur" | "contre"
    );
    let link = link || begun && says_to(scope, at);
    let article = usize::from(matches!(words.fold(at + 1), "l'" | "la" | "le" | "les"));
    let noun = at + 1 + article;
    let behind = noun + 1;
    let pronoun = ["s'", "se", "y", "n'", "ne", "leur", "lui"].contains(&words.fold(behind));
    let verb =
        is_verb(scope, behind) && !words.is_participle(behind) || begins_at(&scope.text.marks.asks, behind);
    let ended = behind >= end || words.is_sign(behind, ',') || words.is_sign(behind, '|') || pronoun || verb;
    let plain = words.is_letters(noun) && !words.is_capital(noun) && words.fold(noun).len() > 3;
    let place = matches!(words.fold(noun), "place" | "site" | "total");
    (link && plain && !place && ended && noun < end).then_some(behind)
}

/// « a » is a verb more often than a word within a name; « à » folds to the same.
fn says_to(scope: &Scope, at: usize) -> bool {
    scope.text.said(at..at + 1).starts_with('à')
}

/// « Mistral gagnant tient », « Main tendue 76 récupère »: an adjective before the verb of the sentence or a sign.
fn is_adjective_of_name(scope: &Scope, at: usize) -> bool {
    let words = &scope.text.words;
    let ends = [
        "ant", "u", "ue", "us", "ues", "ert", "erte", "erts", "ertes", "ise", "ises", "ite", "ites",
    ];
    let shaped = words.is_participle(at) || ends.iter().any(|end| words.fold(at).ends_with(end));
    let next = at + 1 + usize::from(words.is_digits(at + 1));
    let finite = is_verb(scope, next) && !words.is_participle(next);
    // « Filets partagés le cuisine »
    let pronoun = matches!(
        words.fold(next),
        "le" | "la" | "les" | "l'" | "en" | "y" | "leur" | "se" | "s'"
    );
    let finite = finite || pronoun && is_verb(scope, next + 1) && !words.is_participle(next + 1);
    shaped && (finite || matches!(words.fold(next), "a" | "ont" | ","))
}

/// The word behind a small one that belongs to a name, if it does.
fn by_word(scope: &Scope, start: usize, at: usize, last: usize) -> Option<usize> {
    let words = &scope.text.words;
    let word = words.fold(at);
    // « Coud’à Coude »
    if words.is_glued(at) && words.fold(at - 1).ends_with('\'') && words.is_capital(at - 1) {
        return Some(at + 1);
    }
    let link = NAME_LINKS.contains(&word);
    let linked = link
        && at + 1 < last
        && words.is_letters(at + 1)
        && (words.is_capital(at + 1) || NAME_LINKS.contains(&words.fold(at + 1)) && words.is_capital(at + 2));
    // « Mots de passe »: no verb of the sentence.
    let behind_link =
        at > start + 1 && ["de", "du", "des", "d'", "la", "le", "l'"].contains(&words.fold(at - 1));
    let adjective = is_adjective_of_name(scope, at);
    let verb = begins_at(&scope.text.marks.asks, at) || is_verb(scope, at) && !behind_link && !adjective;
    let verb = verb || is_auxiliary(scope, at) && !behind_link;
    let closed = matches!(word, "a" | "dans" | "sur") || NAME_ENDS.contains(&word) && !linked;
    if verb || closed {
        return None;
    }
    if link {
        return (linked || goes_on_behind(scope, start, at, last)).then_some(at + 1);
    }
    // « Elis lave les blouses »: what an article follows is a verb.
    let next = words.fold(at + 1);
    let adverb = next.len() > 6 && next.ends_with("ment");
    let object = OBJECTS.contains(&next) || adverb || words.is_digits(at + 1);
    (!object || behind_link || adjective).then_some(at + 1)
}

/// Whether a name goes on behind a small word: « Planète sciences de la vallée » does, « Emmaüs de » does not.
fn goes_on_behind(scope: &Scope, start: usize, at: usize, last: usize) -> bool {
    let words = &scope.text.words;
    let word = words.fold(at);
    // « Sous la garrigue », « Un pas de porte »: behind a small word with a capital the name has only begun.
    let begun = at <= start + 2 && NAME_OPENERS.contains(&words.fold(start));
    let of = matches!(word, "de" | "du" | "des" | "d'" | "l'");
    let noun = begun || matches!(word, "de" | "d'") && at > start + 1;
    let goes_on = words.is_letters(at + 1) && at + 1 < last && (noun || !is_verb(scope, at + 1));
    goes_on && (begun || of)
}

/// « Les Mains dans la boue coordonne »: what a name that begins with an article says of where, before a verb or a sign.
fn goes_into(scope: &Scope, start: usize, at: usize) -> bool {
    let words = &scope.text.words;
    let opened = matches!(
        words.fold(start),
        "les" | "la" | "le" | "l'" | "un" | "une" | "des"
    );
    let inside = matches!(words.fold(at), "dans" | "sur" | "sous" | "en")
        && matches!(words.fold(at + 1), "la" | "le" | "l'" | "les");
    let end = at + 3;
    let ended = is_verb(scope, end)
        || matches!(words.fold(end), "a" | "ont" | "," | "»" | ")")
        || begins_at(&scope.text.marks.asks, end);
    opened && inside && words.is_letters(at + 2) && !words.is_capital(at + 2) && ended
}

/// The name without quotes and without a small word at its end.
pub(super) fn clean(scope: &Scope, name: &Range<usize>) -> String {
    let words = &scope.text.words;
    let mut name = without_person(scope, name.clone());
    // « Ici et là » ends with no article.
    let open = |at: usize| NAME_LINKS.contains(&words.fold(at)) && !is_there(scope, at);
    while name.len() > 1 && open(name.end - 1) {
        name.end -= 1;
    }
    let said = scope.text.said(name).replace(['«', '»', '"', '“', '”', '*'], " ");
    let said: Vec<&str> = said.split_whitespace().collect();
    said.join(" ")
}
