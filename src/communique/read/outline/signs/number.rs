//! The number that a release gives itself.

use std::ops::Range;

use crate::communique::read::Text;
use crate::communique::read::tables::numerals::{NUMERALS, Numeral};
use crate::communique::read::tables::release::NUMBERED;
use crate::communique::read::words::Words;

/// The number that a text gives itself: « n° 7 », « numéro 7 ».
pub(in crate::communique::read) fn number_of(text: &Text, words: &Range<usize>) -> Option<(u32, usize)> {
    let all = &text.words;
    // « #Lens #62 » are tags.
    let tagged = |at: usize| all.is_sign(at, '#') && all.is_letters(at + 1);
    if words.clone().any(tagged) {
        return None;
    }
    words.clone().find_map(|at| {
        if let Some(number) = counted(all, words, at) {
            return Some((number, at));
        }
        if !all.is_digits(at) || all.fold(at).len() > 4 || at <= words.start {
            return None;
        }
        // « n° 23-311 » is a register's.
        if all.is_sign(at + 1, '-') && all.is_glued(at + 1) && all.is_digits(at + 2) && all.is_glued(at + 2) {
            return None;
        }
        if all.is_sign(at - 1, '#') {
            return all.fold(at).parse().ok().map(|number| (number, at));
        }
        let (label, before) = if all.is_sign(at - 1, '°') {
            (all.fold_before(at, 2), all.fold_before(at, 3))
        } else {
            (all.fold_before(at, 1), all.fold_before(at, 2))
        };
        let labelled =
            matches!(label, "n" | "no" | "numero" | "num") && (label != "n" || all.is_sign(at - 1, '°'));
        let foreign = matches!(
            before,
            "decret"
                | "loi"
                | "lot"
                | "article"
                | "arrete"
                | "bus"
                | "batiment"
                | "salle"
                | "deliberation"
                | "annexe"
                | "dossier"
                | "ligne"
                | "poste"
                | "axe"
                | "question"
                | "equipe"
        );
        (labelled && !foreign)
            .then(|| all.fold(at).parse().ok())
            .flatten()
            .map(|number| (number, at))
    })
}

/// « lettre 14 », « épisode 6 », « n° XI », « numéro trois », « 2e communiqué ».
fn counted(all: &Words, words: &Range<usize>, at: usize) -> Option<u32> {
    let word = all.fold(at);
    let before = all.fold_before(at, 1);
    let numero = before == "numero" || before == "°" && all.fold_before(at, 2) == "n";
    if all.is_letters(at) && numero && at > words.start {
        return roman(all, at).or_else(|| {
            NUMERALS.iter().find_map(|(name, numeral)| match numeral {
                Numeral::Plus(number) if *name == word => Some(*number),
                _ => None,
            })
        });
    }
    let small = all.is_digits(at) && word.len() <= 3;
    let named = small && at > words.start && NUMBERED.contains(&before) && !all.is_sign(at + 1, '/');
    let ordinal = small
        && all.is_glued(at + 1)
        && matches!(all.fold(at + 1), "e" | "eme" | "er" | "re" | "ere")
        && NUMBERED.contains(&all.fold(at + 2));
    (named || ordinal).then(|| word.parse().ok()).flatten()
}

/// A number in Roman capitals.
fn roman(all: &Words, at: usize) -> Option<u32> {
    let value = |c: char| match c {
        'i' => Some(1),
        'v' => Some(5),
        'x' => Some(10),
        'l' => Some(50),
        _ => None,
    };
    let digits: Option<Vec<u32>> = all.fold(at).chars().map(value).collect();
    let digits = digits.filter(|digits| !digits.is_empty() && all.is_capital(at))?;
    let after = digits.iter().skip(1).copied().chain([0]);
    let (add, less) = digits.iter().zip(after).fold((0, 0), |(add, less), (one, next)| {
        if *one < next {
            (add, less + one)
        } else {
            (add + one, less)
        }
    });
    Some(add - less)
}
