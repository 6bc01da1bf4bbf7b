//! Where names end.

use std::ops::Range;

use super::{LONGEST, Scope, is_verb};
use crate::communique::read::marks::begins_at;
use crate::communique::read::tables::organisers::{NAME_ENDS, NAME_LINKS, NAME_OPENERS, OBJECTS};
use crate::communique::read::words::Case;

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
    let mut at = start + 1;
    let last = end.min(start + LONGEST);
    while at < last {
        if words.is_sign(at, '-') && words.is_glued(at) && words.is_glued(at + 1) {
            at += 2;
            continue;
        }
        // « Gueri & Fils »
        if words.is_sign(at, '&') && words.is_capital(at + 1) && at + 1 < last {
            at += 2;
            continue;
        }
        if !words.is_letters(at) && !words.is_digits(at) {
            break;
        }
        let capital = words.is_capital(at) && !ends_loudly(scope, start, at);
        if capital {
            at += 1;
            continue;
        }
        if words.is_digits(at) {
            at += 1;
            continue;
        }
        let word = words.fold(at);
        // « Main dans la main », « Pas à pas »
        let again = (at + 1..last.min(at + 3)).find(|again| words.fold(*again) == words.fold(start));
        if at == start + 1
            && let Some(again) = again.filter(|again| (at..*again).all(|at| words.is_letters(at)))
        {
            at = again + 1;
            continue;
        }
        // « Affouage pour tous »
        if word == "pour" && matches!(words.fold(at + 1), "tous" | "toutes") {
            at += 2;
            continue;
        }
        // « Sous la garrigue », « Un pas de porte »: behind a small word with a capital the name has only begun.
        let begun = at <= start + 2 && NAME_OPENERS.contains(&words.fold(start));
        // « Mots de passe », « Mistral gagnant tient »: no verb of the sentence.
        let behind_link = at > start + 1
            && matches!(
                words.fold(at - 1),
                "de" | "du" | "des" | "d'" | "la" | "le" | "l'"
            );
        // « Main tendue 76 récupère »
        let next = at + 1 + usize::from(words.is_digits(at + 1));
        let shaped = ["ant", "u", "ue", "us", "ues", "ert", "erte", "erts", "ertes"]
            .iter()
            .any(|end| word.ends_with(end))
            || words.is_participle(at);
        let finite = is_verb(scope, next) && !words.is_participle(next)
            || matches!(words.fold(next), "a" | "ont" | ",");
        let adjective = shaped && finite;
        // « Tôle et bois pose », « Goutte à goutte, à Elne »: a pair that a verb or a sign ends.
        let to = scope.text.said(at..at + 1).starts_with('à');
        let pair =
            (word == "et" || to) && at == start + 1 && words.is_letters(at + 1) && !words.is_capital(at + 1);
        let small = OBJECTS.contains(&words.fold(at + 1)) || NAME_LINKS.contains(&words.fold(at + 1));
        let ended = at + 2 >= end
            || !words.is_letters(at + 2) && !words.is_digits(at + 2)
            || is_verb(scope, at + 2)
            || matches!(
                words.fold(at + 2),
                "s'" | "se" | "y" | "n'" | "ne" | "leur" | "lui"
            );
        if pair && !small && ended && !is_verb(scope, at + 1) {
            at += 2;
            continue;
        }
        // « le Secours catholique et la Croix-Rouge » are two.
        if word == "et" && matches!(words.fold(at + 1), "le" | "la" | "les" | "l'") {
            break;
        }
        let linked = NAME_LINKS.contains(&word)
            && (at + 1 < last)
            && words.is_letters(at + 1)
            && (words.is_capital(at + 1)
                || NAME_LINKS.contains(&words.fold(at + 1)) && words.is_capital(at + 2));
        // « Coud’à Coude »
        if words.is_glued(at) && words.fold(at - 1).ends_with('\'') && words.is_capital(at - 1) {
            at += 1;
            continue;
        }
        // « a » is a verb more often than a word within a name; « à » folds to the same.
        let asks = begins_at(&scope.text.marks.asks, at);
        let verb = asks
            || is_verb(scope, at) && !behind_link && !adjective
            || word == "a" && !scope.text.said(at..at + 1).starts_with('à');
        if verb || (NAME_ENDS.contains(&word) && !linked) || word == "a" || word == "dans" || word == "sur" {
            break;
        }
        // « Elis lave les blouses »: what an article follows is a verb.
        let next = words.fold(at + 1);
        let object =
            OBJECTS.contains(&next) || next.len() > 6 && next.ends_with("ment") || words.is_digits(at + 1);
        if !NAME_LINKS.contains(&word) && object && !behind_link && !adjective {
            break;
        }
        if NAME_LINKS.contains(&word) && !linked {
            // « Planète sciences de la vallée » goes on, « Emmaüs de » does not.
            let noun = matches!(word, "de" | "d'") && at > start + 1 || begun;
            let small = words.is_letters(at + 1) && at + 1 < last && (noun || !is_verb(scope, at + 1));
            if !small || !begun && !matches!(word, "de" | "du" | "des" | "d'" | "l'") {
                break;
            }
        }
        at += 1;
    }
    at
}

/// The name without quotes and without a small word at its end.
pub(super) fn clean(scope: &Scope, name: &Range<usize>) -> String {
    let words = &scope.text.words;
    let mut name = without_person(scope, name.clone());
    while name.len() > 1 && NAME_LINKS.contains(&words.fold(name.end - 1)) {
        name.end -= 1;
    }
    let said = scope.text.said(name).replace(['«', '»', '"', '“', '”', '*'], " ");
    let said: Vec<&str> = said.split_whitespace().collect();
    said.join(" ")
}
