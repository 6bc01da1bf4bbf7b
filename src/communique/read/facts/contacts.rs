//! How an initiative is reached, and what the source says each address is for.

use std::ops::Range;

use super::Scope;
use crate::communique::read::marks::within;
use crate::communique::read::reading::ContactRead;
use crate::communique::read::span::Found;
use crate::communique::read::tables::labels::EMPTY_LABELS;
use crate::communique::read::tables::names::CIVILITIES;

/// How many words before an address a person's name makes it theirs.
const BESIDE: usize = 6;

/// How long a label may be, in words.
const LONGEST: usize = 7;

/// Every address, once.
pub(super) fn contacts(scope: &Scope) -> Vec<Found<ContactRead>> {
    let text = scope.text;
    let mut found: Vec<Found<ContactRead>> = Vec::new();
    for line in &scope.lines {
        let mut from = line.start;
        for mark in within(&text.marks.contacts, line) {
            let before = from.min(mark.words.start)..mark.words.start;
            let people = within(&text.marks.people, &before);
            let personal = people
                .last()
                .is_some_and(|person| person.words.end + BESIDE >= mark.words.start);
            from = mark.words.end;
            if found.iter().any(|known| known.value.means == mark.value) {
                continue;
            }
            let contact = ContactRead {
                means: mark.value.clone(),
                label: label(scope, &before),
                personal,
            };
            found.push(text.found(contact, mark.words.clone(), true));
        }
    }
    found
}

/// What the words before an address say it is for, beyond « contact » and the like.
fn label(scope: &Scope, before: &Range<usize>) -> String {
    let words = &scope.text.words;
    // The label begins after the last sign that ends a thought.
    let ends = |at: usize| {
        ['.', ';', '!', '?', ',']
            .iter()
            .any(|sign| words.is_sign(at, *sign))
    };
    let start = before
        .clone()
        .rev()
        .skip_while(|at| !words.is_letters(*at))
        .find(|at| ends(*at));
    let start = start.map_or(before.start, |at| at + 1);
    let said = |at: usize| {
        let word = words.fold(at);
        let empty = EMPTY_LABELS.contains(&word) || CIVILITIES.contains(&word);
        words.is_letters(at) && !empty && !scope.is_person(at)
    };
    let (Some(first), Some(last)) = (
        (start..before.end).find(|at| said(*at)),
        (start..before.end).rev().find(|at| said(*at)),
    ) else {
        return String::new();
    };
    // « Les sinistrés peuvent appeler le … » is a sentence, « Réservation, médiathèque : … » a label.
    let signed = (last + 1..before.end).any(|at| matches!(words.fold(at), ":" | "," | "(" | "-" | "|"));
    if !signed || last + 1 - first > LONGEST || (first..=last).any(|at| scope.is_person(at)) {
        return String::new();
    }
    let label = scope.text.said(first..last + 1);
    // « 7j/7 » is no label.
    if label.chars().count() > 2 {
        label.to_owned()
    } else {
        String::new()
    }
}

impl Scope<'_> {
    /// Whether a word belongs to a person's name.
    pub(super) fn is_person(&self, at: usize) -> bool {
        let people = &self.text.marks.people;
        let next = people.partition_point(|mark| mark.words.start <= at);
        next.checked_sub(1)
            .is_some_and(|last| people[last].words.contains(&at))
    }
}
