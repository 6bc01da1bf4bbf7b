//! The sentences of a stretch of words.

use std::ops::Range;

use crate::communique::read::Text;
use crate::communique::read::marks::{begins_at, within};
use crate::communique::read::words::Words;

/// The longest place and day at the start of a paragraph, in words.
const LONGEST_DATE: usize = 18;

/// The longest address, in words.
const LONGEST_ADDRESS: usize = 40;

/// Words that are shortened with a full stop.
const SHORTENED: [&str; 12] = [
    "tel", "mme", "mlle", "mr", "dr", "st", "ste", "rens", "av", "bd", "env", "art",
];

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
    // « Parmi les actions : à Guise, … ; à Hirson, … »: the first of a row begins behind the colon.
    let row = words
        .clone()
        .any(|at| all.is_sign(at, ';') && is_place_behind(text, at));
    let mut found = Vec::new();
    let mut start = words.start;
    for at in words.clone() {
        let cut = cut_at(text, at, (start, words), row).filter(|cut| (start + 1..words.end).contains(cut));
        if let Some(cut) = cut {
            found.push(start..cut);
            start = cut;
        }
    }
    if start < words.end {
        found.push(start..words.end);
    }
    found
}

/// Whether « à » and a place stand behind a word.
fn is_place_behind(text: &Text, at: usize) -> bool {
    text.words.fold(at + 1) == "a" && begins_at(&text.marks.places, at + 2)
}

/// Where a new sentence begins because of a word, in a sentence that began before.
fn cut_at(text: &Text, at: usize, (start, words): (usize, &Range<usize>), row: bool) -> Option<usize> {
    let all = &text.words;
    // « …, que la mairie distribue ; à Guise, ce sont les anciens »
    let parts = all.is_sign(at, ';') || row && all.is_sign(at, ':');
    // « Strasbourg, le 8 décembre 2022 - L’association … »: place and day stand for themselves.
    let dash = all.is_sign(at, '-') && !all.is_glued(at + 1);
    if parts && is_place_behind(text, at) || dash && is_dated(text, words.start, at) {
        return Some(at + 1);
    }
    // « …, tandis qu’à Woippy le bailleur meuble » tells of another place.
    let meanwhile = matches!(all.fold(at), "tandis" | "alors" | "pendant")
        && matches!(all.fold(at + 1), "qu'" | "que")
        && is_place_behind(text, at + 1);
    if meanwhile && at > start {
        return Some(at);
    }
    (ends_sentence(text, at, words) && opens_sentence(all, at + 1)).then_some(at + 1)
}

/// Whether a word is a full stop, an exclamation or a question mark, and no part of an address or a shortened word.
fn ends_sentence(text: &Text, at: usize, words: &Range<usize>) -> bool {
    let all = &text.words;
    if !['.', '!', '?'].iter().any(|sign| all.is_sign(at, *sign)) {
        return false;
    }
    let around = within(
        &text.marks.contacts,
        &(at.saturating_sub(LONGEST_ADDRESS)..at + 1),
    );
    let contact = around.iter().any(|mark| mark.words.contains(&at));
    let before = at.wrapping_sub(1);
    let digit = all.fold(before).len() < 2 && all.is_digits(at + 1);
    let short = all.is_sign(at, '.')
        && at > words.start
        && !all.is_digits(before)
        && (is_initial(all, before) || digit || SHORTENED.contains(&all.fold(before)));
    !contact && !short
}

/// Whether a word can open a sentence.
fn opens_sentence(all: &Words, at: usize) -> bool {
    let signed = ['«', '"', '('].iter().any(|sign| all.is_sign(at, *sign));
    (all.is_capital(at) || all.is_digits(at) || signed) && !all.is_glued(at)
}
