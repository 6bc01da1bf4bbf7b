//! Reads a press release: text in, drafts with their facts out, each fact with its place in the source.
//!
//! # The map
//! Five stages, each pure and tested by itself, in this order:
//! 1. `normalise`, and `markup` for a web page: one spelling for what programs write in several ways.
//! 2. `blocks`: lines become paragraphs, headings and items again.
//! 3. `marks`: what stands in the text, wherever it stands: addresses, dates, numbers, communes, names.
//! 4. `outline`: which blocks are the release's own parts, and which stretch tells of which initiative.
//! 5. `facts`: what each stretch says, as a [`DraftRead`].
//!
//! The words of the language stand in `tables`. [`Known`] holds what the reader knows beforehand.
//!
//! # Invariants
//! - Every value carries the [`Span`] of the source that it came from; nothing is made up. What was
//!   concluded rather than said is not [`Found::sure`].
//! - Every character of the source that is not blank lies in a draft, in a part of the release or in what
//!   was left over.
//! - A person's name stands in [`DraftRead::people`] alone.
//! - The work grows with the length of the text, which is bounded.

mod blocks;
mod coverage;
mod facts;
mod known;
mod marks;
mod markup;
mod normalise;
mod outline;
mod reading;
mod release;
mod span;
mod tables;
mod words;

pub use known::Known;
pub use reading::{
    ContactRead, DraftRead, LeftOver, LeftOverKind, MeasureRead, NeedRead, OrganiserRead, Reading, Release,
    SectionRead, ThemeRead,
};
pub use span::{Found, Sourced, Span};

use crate::domain::date::Date;
use blocks::Blocks;
use known::Gazetteers;
use marks::Marks;
use outline::Outline;
use words::Words;

/// The longest text that is read, in bytes: some five hundred printed pages.
pub const LONGEST: usize = 1 << 20;

/// A text is longer than [`LONGEST`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TooLong {
    /// How many bytes it has.
    pub bytes: usize,
}

/// A text whose first three stages are done: from it the whole is read, or any stretch anew.
pub struct Text<'a> {
    source: &'a str,
    known: Known<'a>,
    tags: Vec<Span>,
    blocks: Blocks,
    words: Words,
    marks: Marks,
    gazetteers: Gazetteers<'a>,
    tables: facts::Tables,
    /// Whether the composer wrote it: every line of it has a meaning.
    composed: bool,
}

impl<'a> Text<'a> {
    /// Prepares a text, pasted or out of a file. A web page is told by how it begins.
    ///
    /// # Errors
    /// Where it is longer than [`LONGEST`].
    pub fn new(source: &'a str, known: &Known<'a>) -> Result<Self, TooLong> {
        if source.len() > LONGEST {
            return Err(TooLong { bytes: source.len() });
        }
        let is_page = markup::is_page(source);
        let (text, tags) = if is_page {
            markup::page(source)
        } else {
            (normalise::plain(source), Vec::new())
        };
        let blocks = blocks::blocks(&text, is_page);
        let words = Words::of(blocks.text.text());
        let gazetteers = Gazetteers::of(known);
        let tables = facts::Tables::new();
        let marks = marks::marks(blocks.text.text(), &words, &gazetteers, &tables.units);
        let composed = blocks.composed;
        Ok(Self {
            source,
            known: *known,
            tags,
            blocks,
            words,
            marks,
            gazetteers,
            tables,
            composed,
        })
    }

    /// Reads the whole.
    #[must_use]
    pub fn read(&self) -> Reading {
        let mut progress = self.begin();
        while progress.step() {}
        progress.finish()
    }

    /// Begins to read the whole, draft by draft.
    #[must_use]
    pub fn begin(&self) -> Progress<'_, 'a> {
        let outline = outline::outline(self);
        let release = release::release(self, &outline);
        Progress {
            text: self,
            date: self.day_of(release.date.as_ref().map(|found| found.value)),
            drafts: Vec::with_capacity(outline.items.len()),
            outline,
            release,
        }
    }

    /// Reads one initiative out of stretches of the source: a draft that was split or joined by hand.
    #[must_use]
    pub fn draft(&self, spans: &[Span], date: Option<Date>) -> DraftRead {
        let item = outline::by_hand(self, spans);
        let mut draft = facts::draft(self, &item, self.day_of(date));
        draft.spans = spans.to_vec();
        draft
    }

    /// The words' text.
    fn said(&self, words: std::ops::Range<usize>) -> &str {
        &self.blocks.text.text()[self.words.range(words)]
    }

    /// Where words stand in the source.
    fn span(&self, words: std::ops::Range<usize>) -> Span {
        self.blocks.text.span(self.words.range(words))
    }

    /// A value that words say.
    fn found<T>(&self, value: T, words: std::ops::Range<usize>, sure: bool) -> Found<T> {
        Found {
            value,
            span: self.span(words),
            sure,
        }
    }
}

/// A reading under way: whoever has a screen to draw does so between two steps.
pub struct Progress<'t, 'a> {
    text: &'t Text<'a>,
    outline: Outline,
    release: Release,
    date: Option<Date>,
    drafts: Vec<DraftRead>,
}

impl Progress<'_, '_> {
    /// Reads the next draft; tells whether there was one.
    pub fn step(&mut self) -> bool {
        let item = self.outline.items.get(self.drafts.len());
        let draft = item.map(|item| facts::draft(self.text, item, self.date));
        let stepped = draft.is_some();
        self.drafts.extend(draft);
        stepped
    }

    /// What was read, once there is no further step.
    #[must_use]
    pub fn finish(self) -> Reading {
        let Self {
            text,
            outline,
            mut release,
            mut drafts,
            date: _,
        } = self;
        if !text.composed {
            release::at_home(text, &outline, &mut drafts);
            release::by_sender(text, &outline, &mut drafts);
        }
        release::themes(text, &mut release, &mut drafts);
        let left_over = coverage::left_over(text, &outline, &release, &drafts);
        Reading {
            release,
            drafts,
            left_over,
        }
    }
}

/// The stretches of a source that are markup and not text, in their order: none where it is no web page.
#[must_use]
pub fn tags(source: &str) -> Vec<Span> {
    if markup::is_page(source) {
        markup::page(source).1
    } else {
        Vec::new()
    }
}

/// The words of a web page, without its markup and with the marks of the reader taken out; nothing where a
/// source is none. Each knows where it stands in the source.
#[must_use]
pub fn page_words(source: &str) -> Option<Sourced> {
    markup::is_page(source).then(|| markup::page(source).0.without(normalise::is_mark))
}

/// Reads a press release.
///
/// # Errors
/// Where it is longer than [`LONGEST`].
pub fn read(source: &str, known: &Known) -> Result<Reading, TooLong> {
    Ok(Text::new(source, known)?.read())
}
