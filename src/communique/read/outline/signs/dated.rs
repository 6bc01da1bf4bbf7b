//! Lines that give place and day, or contacts, and nothing else.

use std::ops::Range;

use super::begins;
use crate::communique::read::Text;
use crate::communique::read::blocks::Block;
use crate::communique::read::marks::{Body, within};
use crate::communique::read::tables::calendar::MONTHS;
use crate::communique::read::tables::release::PUBLISHED;
use crate::communique::read::words::starts;

/// Whether a block gives place and day.
pub(super) fn is_dateline(text: &Text, words: &Range<usize>, said: &str) -> bool {
    let days = within(&text.marks.dates, words);
    let dated = days
        .iter()
        .any(|date| date.value.year.is_some() || words.len() <= 8);
    let short = said.chars().count() < 130 && words.len() <= 22;
    let of_year = || days.iter().any(|date| date.value.year.is_some());
    // « Sartène, mai 2019 »
    let month = || {
        let last = words.end.wrapping_sub(1);
        let year = text.words.is_digits(last) && text.words.fold(last).len() == 4;
        let named = MONTHS
            .iter()
            .any(|(name, _)| *name == text.words.fold_before(last, 1));
        year && named && words.len() <= 8 && within(&text.marks.acts, words).is_empty()
    };
    if month() {
        return true;
    }
    // « Publié le 5 décembre 2024 », « Jeanne Le Goff · Mis en ligne le 3 mai 2023 », « Par Jeanne Le Goff, le 3 mai 2023 »
    let published = || {
        let parts = said.split(['·', '|', '•', '—', '–']);
        parts.into_iter().any(|part| begins(part, PUBLISHED))
    };
    let signed = || text.words.fold(words.start) == "par" && text.words.is_capital(words.start);
    dated && short && (within(&text.marks.acts, words).is_empty() || of_year() && (published() || signed()))
}

/// Whether a sentence gives no more than place and day: « Arras, le 30 avril 2020. »
pub(in super::super) fn dates_release(text: &Text, words: &Range<usize>) -> bool {
    let dated = within(&text.marks.dates, words)
        .iter()
        .any(|date| date.value.year.is_some());
    dated && words.len() <= 16 && is_dateline(text, words, text.said(words.clone()))
}

/// Whether a block only gives contacts, or announces them.
pub(super) fn is_contact(text: &Text, block: &Block, words: &Range<usize>) -> bool {
    let said = &text.blocks.text.text()[block.range.clone()];
    let contacts = within(&text.marks.contacts, words);
    let taken: usize = contacts.iter().map(|mark| mark.words.len()).sum();
    let others = words.len().saturating_sub(taken);
    if contacts.is_empty() {
        return starts::with_label(said)
            && others <= 14
            && within(&text.marks.bodies, words).is_empty()
            && (said.contains(':') || others <= 6)
            && within(&text.marks.numbers, words).is_empty();
    }
    let labelled = starts::with_label(said);
    let own = within(&text.marks.bodies, words)
        .iter()
        .any(|mark| matches!(mark.value, Body::Actor(..)))
        || !within(&text.marks.places, words).is_empty();
    let asks = !within(&text.marks.asks, words).is_empty();
    (labelled && others <= 24) || (others <= 9 && !own && !asks) || others <= 3
}
