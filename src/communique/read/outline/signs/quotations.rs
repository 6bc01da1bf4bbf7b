//! What somebody is said to have said.

use std::ops::Range;

use super::{evidence, is_named, opens_with_place};
use crate::communique::read::Text;
use crate::communique::read::marks::within;
use crate::communique::read::outline::sentences;
use crate::communique::read::tables::places::Nearness;

/// How early in a sentence it says where, in words.
const EARLY: usize = 12;

/// Whether a text begins with what somebody said: « Ici, la porte est ouverte. »
pub(super) fn is_quotation(said: &str) -> bool {
    let inside = said
        .trim_start()
        .strip_prefix('«')
        .and_then(|rest| rest.split_once('»'));
    inside.is_some_and(|(inside, _)| inside.trim_end().ends_with(['.', '!', '?', '…', ',']))
}

/// Whether a paragraph is what somebody says, and names no place and no body beside: « « … », confie sa présidente ».
pub(in super::super) fn only_quotes(text: &Text, words: &Range<usize>) -> bool {
    let all = &text.words;
    if !all.opens_quote(words.start) {
        return false;
    }
    let Some(close) = words.clone().skip(1).find(|at| all.closes_quote(*at)) else {
        return false;
    };
    let spoken = (words.start..close).any(|at| matches!(all.fold(at), "," | "." | "!" | "?"))
        || all.is_sign(close + 1, ',');
    let behind = close + 1..words.end;
    spoken
        && within(&text.marks.places, &behind).is_empty()
        && within(&text.marks.numbers, &behind).is_empty()
        && !is_named(text, &behind)
}

/// Whether what stands behind the first sentences, which somebody said, tells where and what: « … » À Eymoutiers, un
/// forestier dégage les chemins ».
pub(super) fn tells_behind_quotation(text: &Text, at: usize) -> bool {
    let words = text.words.within(&text.blocks.list[at].range);
    let sentences = sentences(text, &words);
    let placed = |sentence: &Range<usize>| {
        let first = sentence.start..sentence.end.min(sentence.start + EARLY);
        let places = within(&text.marks.places, &first);
        // « Sur le parvis de la gare de Dunkerque, … »
        let there = matches!(
            text.words.fold(sentence.start),
            "sur" | "dans" | "devant" | "au" | "a" | "pres"
        );
        opens_with_place(text, sentence)
            || there && places.iter().any(|place| place.value.nearness == Nearness::At)
    };
    let told = |sentence: &Range<usize>| placed(sentence) && evidence(text, sentence);
    sentences.iter().skip(1).any(told)
}
