//! The fifth stage: what each stretch says, as a draft.
//!
//! A labelled line (« Production : 1 600 masques ») is read as the composer wrote it. The rest is prose,
//! read fact by fact, each in a file of its own.

mod contacts;
mod labelled;
mod measures;
mod needs;
mod organiser;
mod places;
mod prose;
#[cfg(test)]
pub(super) mod tests;
mod title;
mod when;

use std::ops::Range;

use super::Text;
use super::marks::within;
use super::outline::{self, Item};
use super::reading::{DraftRead, OrganiserRead};
use super::span::{Found, Span};
use super::tables::acts::BEFALLS;
use super::tables::needs::{HELP, Help};
use super::tables::places::SERVES;
use super::tables::units::{UNITS, Unit};
use super::words::index::Index;
use crate::communique::facts::{Fact, read};
use crate::domain::date::Date;

/// The tables that every draft is read with.
pub(super) struct Tables {
    pub(super) units: Index<Unit>,
    serves: Index<()>,
    help: Index<Help>,
    befalls: Index<()>,
}

impl Tables {
    pub(super) fn new() -> Self {
        Self {
            units: Index::of_lists(UNITS),
            serves: Index::of(SERVES.iter().copied()),
            help: Index::of_lists(HELP),
            befalls: Index::of_lists(&[((), BEFALLS)]),
        }
    }
}

/// What is read of one initiative: its words, cut into lines and sentences.
struct Scope<'a> {
    text: &'a Text<'a>,
    /// The words of its own heading.
    heading: Option<Range<usize>>,
    /// Its lines of prose.
    lines: Vec<Range<usize>>,
    /// Their sentences, the heading's words first.
    sentences: Vec<Range<usize>>,
    /// The day of the release, from which years are told.
    date: Option<Date>,
}

impl Scope<'_> {
    /// The place of the sentence that a value was read in.
    fn sentence_of(&self, span: Span) -> Option<usize> {
        let mut sentences = self.sentences.iter();
        sentences.position(|sentence| self.text.span(sentence.clone()).holds(span))
    }
}

/// The draft of one initiative.
pub(super) fn draft(text: &Text, item: &Item, date: Option<Date>) -> DraftRead {
    let heading = item
        .heading
        .map(|block| text.words.within(&text.blocks.list[block].range));
    let mut lines = Vec::new();
    let mut facts: Vec<(Range<usize>, Fact)> = Vec::new();
    for line in item.parts.iter().flat_map(|part| split(text, part)) {
        match read(text.said(line.clone())) {
            Some(fact) => facts.push((line, fact)),
            None => lines.push(line),
        }
    }
    let mut sentences: Vec<Range<usize>> = heading.iter().cloned().collect();
    sentences.extend(lines.iter().flat_map(|line| outline::sentences(text, line)));
    let scope = Scope {
        text,
        heading,
        lines,
        sentences,
        date,
    };
    let mut draft = DraftRead {
        spans: spans(text, item),
        section: item.section,
        people: people(&scope),
        ..DraftRead::default()
    };
    // What the composer wrote says every fact on a line of its own; its prose says them again.
    if text.composed {
        draft.summary = prose::verbatim(&scope, item);
    } else {
        of_prose(&scope, item, &mut draft);
    }
    for (line, fact) in facts {
        labelled::add(text, &mut draft, fact, line);
    }
    draft.title = title::title(&scope, &draft);
    draft
}

/// The body that a line of the head names.
pub(super) fn organiser_of(text: &Text, line: Range<usize>) -> Option<Found<OrganiserRead>> {
    let scope = Scope {
        text,
        heading: None,
        lines: vec![line.clone()],
        sentences: vec![line],
        date: None,
    };
    organiser::named(&scope)
}

fn of_prose(scope: &Scope, item: &Item, draft: &mut DraftRead) {
    let (mut asked, mut needs) = needs::needs(scope);
    if item.asks && needs.is_empty() {
        (asked, needs) = needs::listed(scope);
    }
    for cell in &item.asked {
        let of_cell = needs::of_cell(scope, cell);
        if !of_cell.is_empty() {
            asked.push(cell.clone());
        }
        for need in of_cell {
            if needs.iter().all(|known| known.value.kind != need.value.kind) {
                needs.push(need);
            }
        }
    }
    draft.needs = needs;
    draft.organiser = organiser::organiser(scope);
    let places = places::places(scope);
    draft.place = places.place;
    draft.served = places.served;
    draft.area = places.area;
    draft.measures = measures::measures(scope, &asked);
    draft.contacts = contacts::contacts(scope);
    when::when(scope, draft);
    draft.summary = prose::summary(scope);
}

/// The lines of a stretch that goes over several blocks.
fn split(text: &Text, part: &Range<usize>) -> Vec<Range<usize>> {
    let mut lines = Vec::new();
    let mut start = part.start;
    for at in part.clone() {
        if text.words.is_sign(at, '\n') {
            if start < at {
                lines.push(start..at);
            }
            start = at + 1;
        }
    }
    if start < part.end {
        lines.push(start..part.end);
    }
    lines
}

/// Where an item stands in the source: whole blocks where they are its own, else its words.
fn spans(text: &Text, item: &Item) -> Vec<Span> {
    let mut spans: Vec<Span> = Vec::new();
    for block in &item.blocks {
        let block = &text.blocks.list[*block];
        let words = text.words.within(&block.range);
        let whole = item
            .parts
            .iter()
            .any(|part| part.start <= words.start && words.end <= part.end);
        let own = item.heading.is_some_and(|at| text.blocks.list[at] == *block);
        if whole || own || words.is_empty() {
            if block.pieces.is_empty() {
                spans.push(block.span);
            }
            spans.extend_from_slice(&block.pieces);
            continue;
        }
        for part in &item.parts {
            let (start, end) = (part.start.max(words.start), part.end.min(words.end));
            if start < end {
                let span = text.span(start..end);
                // The first stretch of a block holds its bullet.
                spans.push(if start == words.start {
                    block.span.until(span)
                } else {
                    span
                });
            }
        }
    }
    crate::domain::order::sort_by_key(&mut spans, |span| *span);
    spans.dedup();
    spans
}

/// The names of people that the source has.
fn people(scope: &Scope) -> Vec<Found<String>> {
    let mut found: Vec<Found<String>> = Vec::new();
    for sentence in &scope.sentences {
        for mark in within(&scope.text.marks.people, sentence) {
            let name = scope.text.said(mark.words.clone()).to_owned();
            if !found.iter().any(|known| known.value == name) {
                found.push(scope.text.found(name, mark.words.clone(), true));
            }
        }
    }
    found
}
