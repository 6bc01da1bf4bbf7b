//! The title of what is told, which names a thing more often than whoever does it.

use std::ops::Range;

use super::Scope;
use crate::communique::read::marks::{Act, Mark, within};

/// The longest title, in bytes.
const LONGEST_TITLE: usize = 90;

/// The line that names what is told: a heading of its own, or a first line that is no sentence.
pub(super) fn title(scope: &Scope) -> Option<Range<usize>> {
    let first = || {
        let line = scope.lines.first().filter(|_| scope.lines.len() > 1)?;
        let said = scope.text.said(line.clone()).trim_end();
        let ended = said.ends_with(['.', ';', ':', '!', ',', '…']);
        (!ended && said.len() <= LONGEST_TITLE).then(|| line.clone())
    };
    scope.heading.clone().or_else(first)
}

/// Whether the heading says what is done.
pub(super) fn heading_tells(scope: &Scope) -> bool {
    let finite = |mark: &Mark<Act>| {
        let words = &scope.text.words;
        let before = words.fold_before(mark.words.start, 1);
        let done = matches!(before, "a" | "ont" | "est" | "sont");
        done || !words.is_participle(mark.words.start)
            && words.fold(mark.words.end - 1).ends_with(['e', 't', 'd'])
    };
    let title = title(scope);
    title.is_some_and(|title| within(&scope.text.marks.acts, &title).iter().any(finite))
}
