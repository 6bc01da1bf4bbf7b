//! Where a value stands in the source, and whether it is certain.

use std::ops::Range;

/// A stretch of the source as it was given, in bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The first byte.
    pub start: usize,
    /// The byte after the last one.
    pub end: usize,
}

impl Span {
    /// The stretch that covers both.
    #[must_use]
    pub fn with(self, other: Self) -> Self {
        Self {
            start: self.start.min(other.start),
            end: self.end.max(other.end),
        }
    }

    /// The stretch from the start of this one to the end of the other.
    pub(super) const fn until(self, other: Self) -> Self {
        Self {
            start: self.start,
            end: other.end,
        }
    }

    /// Whether the other lies within.
    #[must_use]
    pub const fn holds(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }
}

/// A value that was read, and where.
#[derive(Debug, Clone, PartialEq)]
pub struct Found<T> {
    /// The value.
    pub value: T,
    /// Where the source says it.
    pub span: Span,
    /// Whether the source says it outright. What was concluded is for a person to check first.
    pub sure: bool,
}

impl<T> Found<T> {
    /// The same finding with another value.
    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Found<U> {
        Found {
            value: change(self.value),
            span: self.span,
            sure: self.sure,
        }
    }
}

/// A text that knows, for each of its bytes, which bytes of the source made it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Sourced {
    text: String,
    /// For each byte of the text: where its character begins and ends in the source. The source is
    /// bounded, so 32 bits are enough.
    places: Vec<(u32, u32)>,
}

impl Sourced {
    /// The text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Adds a character that these bytes of the source made.
    pub(super) fn push(&mut self, c: char, place: (u32, u32)) {
        self.text.push(c);
        self.places.resize(self.text.len(), place);
    }

    /// Adds a stretch of another text.
    pub(super) fn push_from(&mut self, other: &Self, range: Range<usize>) {
        self.text.push_str(&other.text[range.clone()]);
        self.places.extend_from_slice(&other.places[range]);
    }

    /// Takes the last character away.
    pub(super) fn pop(&mut self) {
        self.text.pop();
        self.places.truncate(self.text.len());
    }

    /// Puts another character in the place of the last one.
    pub(super) fn replace_last(&mut self, c: char, end: u32) {
        let start = self.places.last().map_or(end, |place| place.0);
        self.pop();
        self.push(c, (start, end));
    }

    /// Puts a mark of the reader in the place of another one of the same length.
    pub(super) fn replace_mark(&mut self, at: usize, old: char, new: char) {
        if self.text[at..].starts_with(old) && old.len_utf8() == new.len_utf8() {
            let mut mark = [0; 4];
            self.text
                .replace_range(at..at + old.len_utf8(), new.encode_utf8(&mut mark));
        }
    }

    /// The end of the last character in the source.
    pub(super) fn last_place(&self) -> u32 {
        self.places.last().map_or(0, |place| place.1)
    }

    /// The text without some of its characters.
    pub(super) fn without(&self, unwanted: fn(char) -> bool) -> Self {
        let mut kept = Self::default();
        for (at, c) in self.text.char_indices().filter(|(_, c)| !unwanted(*c)) {
            kept.push(c, self.places[at]);
        }
        kept
    }

    /// Which bytes of the source made this stretch of the text.
    #[must_use]
    pub fn span(&self, range: Range<usize>) -> Span {
        let places = self.places.get(range).unwrap_or_default();
        // Characters that the reader added have no place of their own and lie where they were added.
        let start = places.iter().map(|place| place.0).min().unwrap_or(0);
        let end = places.iter().map(|place| place.1).max().unwrap_or(0);
        Span {
            start: start as usize,
            end: end as usize,
        }
    }

    /// Which stretch of the text these bytes of the source made, if any.
    #[must_use]
    pub fn range(&self, span: Span) -> Option<Range<usize>> {
        let inside = |place: &(u32, u32)| {
            place.1 > place.0 && span.start <= place.0 as usize && place.1 as usize <= span.end
        };
        let start = self.places.iter().position(inside)?;
        let end = self.places.iter().rposition(inside)? + 1;
        Some(start..end)
    }
}
