//! Names between quotes.

use std::ops::Range;

use super::{LONGEST, Scope, is_verb};
use crate::communique::read::marks::{Body, Mark, within};
use crate::communique::read::words::Words;

/// The name that a quote gives within a few words.
pub(super) fn quoted(scope: &Scope, from: usize, end: usize) -> Option<Range<usize>> {
    let words = &scope.text.words;
    let near = (from..end.min(from + 9)).find(|at| words.opens_quote(*at))?;
    // Nothing but small words may stand between, and a comma right before.
    let comma = |at: usize| at + 1 == near && words.is_sign(at, ',');
    let place = |at: usize| {
        let places = within(&scope.text.marks.places, &(from..near));
        places.iter().any(|place| place.words.contains(&at))
    };
    let small = |at: usize| words.is_letters(at) && !words.is_capital(at) && !is_verb(scope, at);
    if (from..near).any(|at| !small(at) && !comma(at) && !place(at)) {
        return None;
    }
    let close = (near + 1..end.min(near + 2 + LONGEST * 2)).find(|at| words.closes_quote(*at))?;
    (close > near + 1).then_some(near + 1..close)
}

/// « les Imprimeurs de cœur », dont le collectif …
pub(super) fn quoted_before(
    scope: &Scope,
    body: &Mark<Body>,
    sentence: &Range<usize>,
) -> Option<Range<usize>> {
    let words = &scope.text.words;
    let from = body.words.start.saturating_sub(4).max(sentence.start);
    let close = (from..body.words.start)
        .rev()
        .find(|at| words.closes_quote(*at))?;
    name_before(words, sentence.start, close)
}

/// The name that a quote ends.
pub(super) fn name_before(words: &Words, from: usize, close: usize) -> Option<Range<usize>> {
    let open = (from..close)
        .rev()
        .take(LONGEST)
        .find(|at| words.opens_quote(*at))?;
    (close > open + 1).then_some(open + 1..close)
}
