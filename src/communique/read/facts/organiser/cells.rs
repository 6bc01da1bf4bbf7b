//! Who acts in the row of a table: a cell holds a name and nothing else.

use std::ops::Range;

use super::{LONGEST, Scope, is_verb};
use crate::communique::read::marks::{Body, Mark, within};
use crate::communique::read::reading::OrganiserRead;
use crate::communique::read::span::Found;
use crate::communique::read::tables::organisers::Naming;
use crate::communique::read::words::Words;
use crate::domain::initiative::OrganiserKind;

/// How many words may stand behind a body in brackets.
const BRACKETED: usize = 5;

/// The sign between two cells.
const BORDER: char = '|';

/// The name that fills the cell of a body: « | Collectif Soupe au clocher | ».
pub(super) fn name(scope: &Scope, body: &Mark<Body>, sentence: &Range<usize>) -> Option<Range<usize>> {
    let words = &scope.text.words;
    let Body::Actor(_, naming) = body.value else {
        return None;
    };
    let opens = body.words.start > sentence.start && words.is_sign(body.words.start - 1, BORDER);
    let last = sentence.end.min(body.words.end + LONGEST);
    let border = (body.words.end..last).find(|at| words.is_sign(*at, BORDER))?;
    let plain = |at: usize| words.is_letters(at) || words.is_digits(at) || words.is_glued(at);
    let named = body.words.end..border;
    let told = named
        .clone()
        .any(|at| !plain(at) || scope.is_person(at) || is_verb(scope, at));
    if !opens || told || !words.is_capital(body.words.end) {
        return None;
    }
    match naming {
        Naming::After => Some(named),
        Naming::Within => Some(body.words.start..border),
        Naming::Town | Naming::Nobody => None,
    }
}

/// Whether a body stands in brackets behind the name that it explains: « Les Ateliers du Pont (entreprise) », « Fil
/// (association loi 1901) ».
pub(super) fn explains(words: &Words, bracket: usize, body: &Mark<Body>) -> bool {
    let behind = body.words.end..body.words.end + BRACKETED;
    let close = behind.clone().find(|at| words.is_sign(*at, ')'));
    let plain = |close: usize| (body.words.end..close).all(|at| !words.is_capital(at));
    words.is_sign(bracket, '(') && close.is_some_and(plain)
}

/// Somebody whose name fills a cell.
pub(super) fn person(scope: &Scope) -> Option<Found<OrganiserRead>> {
    let text = scope.text;
    let alone = |words: &Range<usize>| {
        let before = (words.start.saturating_sub(2)..words.start).any(|at| text.words.is_sign(at, BORDER));
        before && text.words.is_sign(words.end, BORDER)
    };
    scope.sentences.iter().find_map(|sentence| {
        let people = within(&text.marks.people, sentence).iter();
        let mark = people.into_iter().find(|mark| alone(&mark.words))?;
        let organiser = OrganiserRead {
            name: String::new(),
            kind: Some(OrganiserKind::Individual),
        };
        Some(text.found(organiser, mark.words.clone(), false))
    })
}
