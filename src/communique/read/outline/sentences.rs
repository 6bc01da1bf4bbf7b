//! The sentences of a stretch of words.

use std::ops::Range;

use crate::communique::read::Text;
use crate::communique::read::marks::{begins_at, within};
use crate::communique::read::words::Words;

/// The longest place and day at the start of a paragraph, in words.
const LONGEST_DATE: usize = 18;

/// Whether a word is a letter that shortens a name: « M. Durand », « J. Martin ».
fn is_initial(words: &Words, at: usize) -> bool {
    words.fold(at).len() < 2
        && words.is_capital(at)
        && !(words.is_glued(at) && at > 0 && words.is_digits(at - 1))
}

/// Whether a stretch begins with place and day, up to a dash: « Strasbourg, le 8 décembre 2022 (Agence du Rhin) - ».
fn is_dated(text: &Text, start: usize, dash: usize) -> bool {
    let date = within(&text.marks.dates, &(start..dash)).first();
    let place = within(&text.marks.places, &(start..start + 1)).first();
    let behind = |place: usize| text.words.is_sign(place, ',');
    dash <= start + LONGEST_DATE
        && date.is_some_and(|date| date.value.year.is_some())
        && place.is_some_and(|place| behind(place.words.end))
        && within(&text.marks.acts, &(start..dash)).is_empty()
}

/// The sentences of a stretch of words.
pub(in super::super) fn sentences(text: &Text, words: &Range<usize>) -> Vec<Range<usize>> {
    let all = &text.words;
    let mut found = Vec::new();
    let mut start = words.start;
    let place_behind = |at: usize| all.fold(at + 1) == "a" && begins_at(&text.marks.places, at + 2);
    // « Parmi les actions : à Guise, … ; à Hirson, … »: the first of a row begins behind the colon.
    let row = words.clone().any(|at| all.is_sign(at, ';') && place_behind(at));
    for at in words.clone() {
        if row && all.is_sign(at, ':') && place_behind(at) {
            found.push(start..at + 1);
            start = at + 1;
            continue;
        }
        // « …, que la mairie distribue ; à Guise, ce sont les anciens »
        if all.is_sign(at, ';') && place_behind(at) {
            found.push(start..at + 1);
            start = at + 1;
            continue;
        }
        // « Strasbourg, le 8 décembre 2022 - L’association … »: place and day stand for themselves.
        if all.is_sign(at, '-') && !all.is_glued(at + 1) && is_dated(text, words.start, at) {
            found.push(start..at + 1);
            start = at + 1;
            continue;
        }
        // « …, tandis qu’à Woippy le bailleur meuble » tells of another place.
        let meanwhile = matches!(all.fold(at), "tandis" | "alors" | "pendant")
            && matches!(all.fold(at + 1), "qu'" | "que")
            && place_behind(at + 1);
        if meanwhile && at > start {
            found.push(start..at);
            start = at;
            continue;
        }
        let ends = ['.', '!', '?'].iter().any(|sign| all.is_sign(at, *sign));
        if !ends || at + 1 >= words.end {
            continue;
        }
        let contact = within(&text.marks.contacts, &(at.saturating_sub(40)..at + 1))
            .iter()
            .any(|mark| mark.words.contains(&at));
        let short = all.is_sign(at, '.')
            && at > words.start
            && (is_initial(all, at - 1)
                || all.fold(at - 1).len() < 2 && all.is_digits(at + 1)
                || matches!(
                    all.fold(at - 1),
                    "tel"
                        | "mme"
                        | "mlle"
                        | "mr"
                        | "dr"
                        | "st"
                        | "ste"
                        | "rens"
                        | "av"
                        | "bd"
                        | "env"
                        | "art"
                ))
            && !all.is_digits(at - 1);
        let next = at + 1;
        let opens = all.is_capital(next)
            || all.is_digits(next)
            || all.is_sign(next, '«')
            || all.is_sign(next, '"')
            || all.is_sign(next, '(');
        if !contact && !short && opens && !all.is_glued(next) {
            found.push(start..next);
            start = next;
        }
    }
    if start < words.end {
        found.push(start..words.end);
    }
    found
}
