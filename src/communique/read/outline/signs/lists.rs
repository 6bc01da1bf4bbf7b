//! Lists whose items tell nothing by themselves: what a paragraph announces or asks for, point by point.

use std::ops::Range;

use super::{Sign, said};
use crate::communique::read::Text;
use crate::communique::read::marks::{Body, within};

/// How early in a paragraph another body is named that it tells of, in words.
const EARLY: usize = 8;

/// The shortest name, in bytes.
const LEAST: usize = 6;

/// The longest item that tells nothing, in bytes.
const LONGEST: usize = 70;

/// Finds them, and tells their items from initiatives.
pub(super) fn find_bare(text: &Text, list: &mut [Sign]) {
    let mut at = 0;
    while at < list.len() {
        let run = run_from(text, list, at);
        if run.len() < 2 {
            at += 1;
            continue;
        }
        let above = run.start.checked_sub(1).filter(|above| !list[*above].frame);
        let announced = above.is_some_and(|above| said(text, above).trim_end().ends_with(':'));
        let later = list[run.end..].iter().any(|sign| sign.evidence && !sign.press);
        let words = above.map(|above| text.words.within(&text.blocks.list[above].range));
        let asked = words.is_some_and(|words| !within(&text.marks.asks, &words).is_empty());
        if announced && (asked || later) {
            for at in run.clone() {
                list[at].marked = false;
                list[at].evidence = false;
                list[at].point = true;
            }
        }
        at = run.end;
    }
}

/// Whether a title names the body that the first paragraph tells of, and nothing parts the paragraphs.
pub(super) fn is_single(text: &Text, list: &[Sign], title: usize, body: usize) -> bool {
    let parted =
        |sign: &Sign| sign.marked || sign.heading || sign.place || sign.labelled || sign.title || sign.field;
    if list.iter().skip(body).any(parted) || body >= list.len() || title >= body {
        return false;
    }
    let names = |at: usize| names_in(text, &text.words.within(&text.blocks.list[at].range));
    let first = names(body);
    names(title)
        .iter()
        .any(|name| first.iter().any(|other| alike(name, other)))
}

/// Whether a paragraph names another body than the one that all is told of.
pub(in super::super) fn names_other(text: &Text, words: &Range<usize>, known: Option<&str>) -> bool {
    let first = words.start..words.end.min(words.start + EARLY);
    super::is_named(text, &first)
        && super::actor(text, &[first]).is_some_and(|body| known.is_none_or(|known| !alike(known, &body)))
}

/// The names between quotes, and those of bodies, as folded words.
fn names_in(text: &Text, words: &Range<usize>) -> Vec<String> {
    let mut names: Vec<String> = super::actor(text, std::slice::from_ref(words))
        .into_iter()
        .collect();
    let mut open = None;
    for at in words.clone() {
        if text.words.opens_quote(at) {
            open = Some(at + 1);
        } else if let Some(start) = open.filter(|_| text.words.closes_quote(at)) {
            let said: Vec<&str> = (start..at).map(|at| text.words.fold(at)).collect();
            names.push(said.join(" "));
            open = None;
        }
    }
    names.retain(|name| name.len() >= LEAST);
    names
}

/// Whether one name holds the other.
fn alike(one: &str, other: &str) -> bool {
    one.contains(other) || other.contains(one)
}

/// The items from a block on that tell nothing.
fn run_from(text: &Text, list: &[Sign], from: usize) -> Range<usize> {
    let marker = text.blocks.list[from].marker;
    let alike = |at: &usize| list[*at].marked && text.blocks.list[*at].marker == marker;
    let end = (from..list.len()).find(|at| !alike(at)).unwrap_or(list.len());
    if (from..end).all(|at| is_bare(text, at)) {
        from..end
    } else {
        from..from
    }
}

/// Whether a block names nobody and no place, counts nothing and gives no address.
fn is_bare(text: &Text, at: usize) -> bool {
    let words = text.words.within(&text.blocks.list[at].range);
    let marks = &text.marks;
    let named = within(&marks.bodies, &words).iter().any(|mark| {
        let behind = mark.words.end;
        matches!(mark.value, Body::Actor(..))
            && (text.words.is_capital(behind) || text.words.opens_quote(behind))
    });
    said(text, at).len() <= LONGEST
        && within(&marks.places, &words).is_empty()
        && within(&marks.contacts, &words).is_empty()
        && within(&marks.people, &words).is_empty()
        && !named
        && super::super::sentences(text, &words).len() < 2
        && !within(&marks.numbers, &words)
            .iter()
            .any(|mark| mark.value.unit.is_some() && mark.value.value.plain().len() > 1)
}
