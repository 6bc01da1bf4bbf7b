//! The source as it is shown beside the entries: line by line, with what was read of it marked.

use std::ops::Range;

use super::{Fact, Intake};
use crate::communique::read::{LeftOverKind, Span};
use crate::domain::id::Id;

/// A line of the source, or a part of one that belongs to something else than the rest.
#[derive(Debug, Clone, PartialEq)]
pub struct Line<'a> {
    /// What it belongs to.
    pub part: Part,
    /// Whether it is the first line of that.
    pub first: bool,
    /// Whether an empty line of the source stands before it.
    pub gap: bool,
    /// Its text, cut where marks begin and end.
    pub pieces: Vec<Piece<'a>>,
}

/// What a line of the source belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// An entry, by its place.
    Entry(usize),
    /// The press release itself.
    Release,
    /// Nothing, by its place in what was left over.
    Left(usize, LeftOverKind),
}

/// A stretch of a line.
#[derive(Debug, Clone, PartialEq)]
pub struct Piece<'a> {
    /// The text.
    pub text: &'a str,
    /// The value that stands here, and the entry that has it.
    pub mark: Option<(Id, Fact)>,
    /// Whether it is the beginning of that value.
    pub first: bool,
}

/// How many characters a line has at least that a program broke.
const BROKEN: usize = 55;

/// What a line begins with that is an item of its own.
const MARKERS: [char; 7] = ['-', '•', '–', '—', '*', '·', '▪'];

/// A stretch that belongs to one part.
struct Stretch {
    span: Span,
    part: Part,
}

impl Intake {
    /// The lines of a range of the source. `hidden` are stretches that are not text: the tags of a page,
    /// in their order.
    #[must_use]
    pub fn lines(&self, range: Range<usize>, hidden: &[Span]) -> Vec<Line<'_>> {
        self.lines_of(range, &self.stretches(), &self.marks(), hidden)
    }

    /// The lines of a range with what belongs to these parts and what is marked of it.
    fn lines_of(
        &self,
        range: Range<usize>,
        stretches: &[Stretch],
        marks: &[(Span, &Id, &Fact)],
        hidden: &[Span],
    ) -> Vec<Line<'_>> {
        let mut lines: Vec<Line> = Vec::new();
        let mut last: Option<Part> = None;
        let mut at = range.start;
        let mut empty = 0;
        while at < range.end {
            let line = line_end(&self.source, at, range.end);
            let mut from = at;
            let mut shown = false;
            while from < line {
                let (part, to) = part_at(stretches, from, line);
                let pieces = self.pieces(from..to, marks, hidden);
                if !pieces.is_empty() {
                    lines.push(Line {
                        part,
                        first: last != Some(part),
                        gap: empty > 0,
                        pieces,
                    });
                    last = Some(part);
                    shown = true;
                    empty = 0;
                }
                from = to;
            }
            if !shown {
                empty += 1;
            }
            at = line + 1;
        }
        // Text copied out of a PDF has an empty line after each one, which says nothing.
        let gaps = lines.iter().filter(|line| line.gap).count();
        if gaps * 10 > lines.len() * 7 {
            for line in &mut lines {
                line.gap = false;
            }
        }
        flowing(lines)
    }

    /// The words of a stretch of the source, in paragraphs again.
    pub(super) fn words(&self, span: Span) -> String {
        let lines = self.lines_of(span.start..span.end, &[], &[], &[]);
        let mut words = String::new();
        for line in lines {
            if !words.is_empty() {
                words.push_str(if line.gap { "\n\n" } else { "\n" });
            }
            words.extend(line.pieces.iter().map(|piece| piece.text));
        }
        words
    }

    /// Where the source of the first entries ends: all of it with the last one.
    #[must_use]
    pub fn end_of(&self, entries: usize) -> usize {
        match self.entries.get(entries) {
            None => self.source.len(),
            Some(next) => next.spans.first().map_or(self.source.len(), |span| span.start),
        }
    }

    /// The parts in the order of the source. What lies in none of them counts to the release.
    fn stretches(&self) -> Vec<Stretch> {
        let entries = self.entries.iter().enumerate().flat_map(|(place, entry)| {
            let part = Part::Entry(place);
            entry.spans.iter().map(move |span| Stretch { span: *span, part })
        });
        let left = self.left.iter().enumerate().map(|(place, left)| Stretch {
            span: left.span,
            part: Part::Left(place, left.kind),
        });
        let mut all: Vec<Stretch> = entries.chain(left).collect();
        all.sort_by_key(|stretch| stretch.span);
        // What two parts claim belongs to the first of them.
        let mut end = 0;
        all.retain_mut(|stretch| {
            stretch.span.start = stretch.span.start.max(end);
            end = end.max(stretch.span.end);
            stretch.span.start < stretch.span.end
        });
        all
    }

    /// The marked values in the order of the source, none over another.
    fn marks(&self) -> Vec<(Span, &Id, &Fact)> {
        let mut all: Vec<(Span, &Id, &Fact)> = Vec::new();
        for entry in &self.entries {
            all.extend(entry.standing().map(|mark| (mark.span, &entry.id, &mark.fact)));
        }
        // Of two at one place, the shorter one says more.
        all.sort_by_key(|(span, ..)| *span);
        let mut end = 0;
        all.retain(|(span, ..)| {
            let free = span.start >= end && span.start < span.end;
            if free {
                end = span.end;
            }
            free
        });
        all
    }

    fn pieces(&self, range: Range<usize>, marks: &[(Span, &Id, &Fact)], hidden: &[Span]) -> Vec<Piece<'_>> {
        let mut pieces: Vec<Piece> = Vec::new();
        let from = marks.partition_point(|(span, ..)| span.end <= range.start);
        let mut at = range.start;
        for (span, entry, fact) in marks[from..]
            .iter()
            .take_while(|(span, ..)| span.start < range.end)
        {
            let start = span.start.max(at);
            self.push(&mut pieces, at..start, None, hidden);
            let end = span.end.min(range.end);
            let mark = Some((*entry, *fact, start == span.start));
            self.push(&mut pieces, start..end, mark, hidden);
            at = end;
        }
        self.push(&mut pieces, at..range.end, None, hidden);
        if pieces.iter().all(|piece| piece.text.trim().is_empty()) {
            pieces.clear();
        }
        pieces
    }

    /// Adds a stretch, without what is hidden.
    fn push<'a>(
        &'a self,
        pieces: &mut Vec<Piece<'a>>,
        range: Range<usize>,
        mark: Option<(&Id, &Fact, bool)>,
        hidden: &[Span],
    ) {
        let from = hidden.partition_point(|tag| tag.end <= range.start);
        let mut at = range.start;
        let mut first = mark.is_some_and(|(.., first)| first);
        let mut add = |range: Range<usize>| {
            let text = self.source.get(range).unwrap_or("");
            if !text.is_empty() {
                let mark = mark.map(|(entry, fact, _)| (entry.clone(), fact.clone()));
                pieces.push(Piece { text, mark, first });
                first = false;
            }
        };
        for tag in hidden[from..].iter().take_while(|tag| tag.start < range.end) {
            add(at..tag.start.max(at));
            at = tag.end.min(range.end);
        }
        add(at..range.end);
    }
}

/// Joins lines that a program broke in the middle of a sentence: after a long one goes on whatever begins
/// no item and stands under no empty line.
fn flowing(lines: Vec<Line>) -> Vec<Line> {
    let mut joined: Vec<Line> = Vec::new();
    let mut long = false;
    for line in lines {
        let length: usize = line.pieces.iter().map(|piece| piece.text.chars().count()).sum();
        let begins = line
            .pieces
            .first()
            .is_some_and(|piece| piece.text.trim_start().starts_with(MARKERS));
        match joined.last_mut() {
            Some(last) if long && !line.gap && !begins && last.part == line.part => {
                last.pieces.push(Piece {
                    text: " ",
                    mark: None,
                    first: false,
                });
                last.pieces.extend(line.pieces);
            }
            _ => joined.push(line),
        }
        long = length >= BROKEN;
    }
    joined
}

/// Where a line ends.
fn line_end(source: &str, at: usize, end: usize) -> usize {
    let rest = source.as_bytes().get(at..end).unwrap_or(&[]);
    rest.iter()
        .position(|byte| *byte == b'\n')
        .map_or(end, |length| at + length)
}

/// What a byte belongs to, and where that ends within the line.
fn part_at(stretches: &[Stretch], at: usize, line: usize) -> (Part, usize) {
    let next = stretches.partition_point(|stretch| stretch.span.end <= at);
    match stretches.get(next) {
        Some(stretch) if stretch.span.start <= at => (stretch.part, stretch.span.end.min(line)),
        Some(stretch) => (Part::Release, stretch.span.start.min(line)),
        None => (Part::Release, line),
    }
}
