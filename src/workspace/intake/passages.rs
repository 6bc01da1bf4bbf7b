//! What the source says of each entry, in the words of the source.

use std::ops::Range;

use super::Intake;
use crate::communique::read::{Span, page_words};
use crate::domain::excerpt::shortened;
use crate::domain::text::clean_lines;

impl Intake {
    /// The passage of each entry, in the order of the entries: the stretches that it was read from, without
    /// the markup of a web page, at most as long as what is kept. One of which nothing is to be read is
    /// empty.
    #[must_use]
    pub fn passages(&self) -> Vec<String> {
        let page = page_words(&self.source);
        let entries = self.entries.iter().map(|entry| {
            let words = self.joined(&entry.spans).into_iter().map(|span| match &page {
                None => self.words(span),
                Some(page) => {
                    let range = page.range(span);
                    let words = range.and_then(|range| page.text().get(range));
                    words.unwrap_or("").to_owned()
                }
            });
            let parts: Vec<String> = words.collect();
            shortened(&clean_lines(&parts.join("\n\n")))
        });
        entries.collect()
    }

    /// The stretches in their order, those joined between which nothing stands but blanks.
    fn joined(&self, spans: &[Span]) -> Vec<Span> {
        let mut joined: Vec<Span> = Vec::new();
        for span in spans {
            match joined.last_mut() {
                Some(last) if self.is_blank(last.end..span.start) => last.end = span.end,
                _ => joined.push(*span),
            }
        }
        joined
    }

    fn is_blank(&self, between: Range<usize>) -> bool {
        self.source
            .get(between)
            .is_some_and(|between| between.trim().is_empty())
    }
}
