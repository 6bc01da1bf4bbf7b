//! The text of a draft, without addresses and without people's names.

use std::ops::Range;

use super::Scope;
use crate::communique::read::marks::within;
use crate::communique::read::outline::{Item, sentences};
use crate::communique::read::tables::names::{CIVILITIES, SOMEBODY};
use crate::communique::read::words::{capitalised, starts};

/// The prose of an item, sentence after sentence.
pub(super) fn summary(scope: &Scope) -> String {
    let mut paragraphs: Vec<String> = Vec::new();
    for line in &scope.lines {
        let kept: Vec<String> = sentences(scope.text, line)
            .into_iter()
            .filter(|sentence| !is_contact(scope, sentence))
            .map(|sentence| nameless(scope, &sentence))
            .collect();
        if !kept.is_empty() {
            paragraphs.push(kept.join(" "));
        }
    }
    paragraphs.join("\n\n")
}

/// The prose of a composed item as it stands, its paragraphs kept apart.
pub(super) fn verbatim(scope: &Scope, item: &Item) -> String {
    let mut summary = String::new();
    for line in &scope.lines {
        let apart = item.blocks.iter().any(|block| {
            let block = &scope.text.blocks.list[*block];
            block.gap && scope.text.words.within(&block.range).start == line.start
        });
        if !summary.is_empty() {
            summary.push_str(if apart { "\n\n" } else { "\n" });
        }
        summary.push_str(&nameless(scope, line));
    }
    summary
}

/// Whether a sentence only says how one is reached.
fn is_contact(scope: &Scope, sentence: &Range<usize>) -> bool {
    let said = scope.text.said(sentence.clone());
    let contacts = within(&scope.text.marks.contacts, sentence);
    let taken: usize = contacts.iter().map(|mark| mark.words.len()).sum();
    let others = sentence.len().saturating_sub(taken);
    !contacts.is_empty() && (starts::with_label(said) && others < 20 || others < 7)
        || contacts.is_empty() && starts::with_label(said) && said.trim_end().ends_with(':')
}

/// A stretch of prose in which nobody is named and no address stands.
fn nameless(scope: &Scope, words: &Range<usize>) -> String {
    let text = scope.text;
    let mut told = String::new();
    let mut at = words.start;
    let people = within(&text.marks.people, words);
    let mut nth = 0;
    while nth < people.len() {
        let first = &people[nth];
        // « Jean Lens et Marie Calais »: one group of names.
        let mut end = first.words.end;
        nth += 1;
        while nth < people.len()
            && (end..people[nth].words.start).all(|at| matches!(text.words.fold(at), "et" | ","))
        {
            end = people[nth].words.end;
            nth += 1;
        }
        let mut start = first.words.start;
        while start > at && (CIVILITIES.contains(&text.words.fold(start - 1)) || is_short_title(scope, start))
        {
            start -= 1;
        }
        add(&mut told, text.said(at..start), start > at);
        let comma_before = start > words.start && text.words.is_sign(start - 1, ',');
        let comma_after = end < words.end && text.words.is_sign(end, ',');
        let at_start = start == words.start;
        // « À Avion, Mme Leroy, couturière, a cousu »: what she is stands in the place of her name.
        let told_who = comma_after
            && (end + 2..words.end.min(end + 8)).any(|at| text.words.is_sign(at, ','))
            && !says_who(scope, words.start..start);
        if comma_before && told_who {
            at = end + 1;
        } else if comma_before && (comma_after || end >= words.end) {
            // « une habitante, Delphine Martin, a mobilisé »
            while told.ends_with([' ', ',']) {
                told.pop();
            }
            at = if comma_after { end + 1 } else { end };
            if comma_after {
                told.push(' ');
            }
        } else if at_start && comma_after {
            // « Jean Martin, retraité, répare »
            at = end + 1;
        } else {
            let who = SOMEBODY[usize::from(first.words.end != end)];
            told.push_str(who);
            at = end;
            if at < words.end && !text.words.is_glued(at) {
                told.push(' ');
            }
        }
    }
    add(&mut told, text.said(at..words.end), at < words.end);
    capitalised(&single_blanks(told.trim()))
}

/// Whether words name somebody by what they are, so that a name behind them can go.
fn says_who(scope: &Scope, words: Range<usize>) -> bool {
    !within(&scope.text.marks.bodies, &words).is_empty()
}

/// « M. » before a name: the full stop belongs to the title.
fn is_short_title(scope: &Scope, start: usize) -> bool {
    let words = &scope.text.words;
    start >= 2 && words.is_sign(start - 1, '.') && CIVILITIES.contains(&words.fold(start - 2))
}

fn add(told: &mut String, said: &str, any: bool) {
    if any {
        told.push_str(said);
        if !told.ends_with([' ', '’', '\'', '(', '«']) {
            told.push(' ');
        }
    }
}

/// One blank where the source has several.
fn single_blanks(text: &str) -> String {
    let mut told = String::with_capacity(text.len());
    for c in text.chars() {
        if c != ' ' || !told.ends_with(' ') {
            told.push(c);
        }
    }
    told
}
