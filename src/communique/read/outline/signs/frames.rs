//! What a paper, a site or an author puts around what is told, and the headings above it.

use std::ops::Range;

use super::super::headings::{self, Style};
use super::{HEAD, LONGEST_PLACE_LINE, Sign, is_bare, said, says};
use crate::communique::read::Text;
use crate::communique::read::blocks::Marker;
use crate::communique::read::marks::within;
use crate::communique::read::outline::sentences;
use crate::communique::read::tables::calendar::MONTHS;
use crate::communique::read::tables::release::{BYLINES, RUBRICS, SITE_LINKS};
use crate::domain::text::fold;

/// « Accueil », « Solidarités »: what is listed above the title of a page leads around the site.
pub(super) fn frame_navigation(text: &Text, list: &mut [Sign]) {
    let blocks = &text.blocks.list;
    let title = blocks.iter().position(|block| block.heading == Some(1));
    for at in 0..title.unwrap_or(0) {
        let listed = blocks[at].marker == Some(Marker::Item);
        if listed && !list[at].evidence && said(text, at).len() < LONGEST_PLACE_LINE {
            list[at].frame = true;
            list[at].marked = false;
        }
    }
}

/// Whether a line that bears number and day names the paper besides.
pub(super) fn is_masthead(text: &Text, at: usize) -> bool {
    let words = text.words.within(&text.blocks.list[at].range);
    let marks = &text.marks;
    let dated = |at: usize| {
        within(&marks.dates, &words)
            .iter()
            .any(|mark| mark.words.contains(&at))
    };
    let placed = |at: usize| {
        within(&marks.places, &words)
            .iter()
            .any(|mark| mark.words.contains(&at))
    };
    let own: Vec<&str> = words
        .clone()
        .filter(|at| text.words.is_letters(*at) && !dated(*at) && !placed(*at))
        .map(|at| text.words.fold(at))
        .filter(|word| word.len() > 3 && !MONTHS.iter().any(|(month, _)| month == word))
        .collect();
    let said = own.join(" ");
    own.len() > 1 && !is_bare(&said) && at < HEAD
}

/// The first of headings that stand right above each other over a heading, where the upper ones come again below.
pub(super) fn over_headings(text: &Text, list: &[Sign], heading: usize) -> usize {
    let mut first = heading;
    for at in (0..heading).rev().filter(|at| !list[*at].frame) {
        let own = headings::style(text, at);
        let again = || {
            let mut later = (heading + 1..list.len()).filter(|later| list[*later].heading);
            later.any(|later| headings::style(text, later) == own)
        };
        let grouping = list[at].heading
            && !list[at].numbered
            && text.blocks.list[at].heading != Some(1)
            && own != Style::Plain
            && own != headings::style(text, heading);
        if !grouping || !again() {
            break;
        }
        first = at;
    }
    first
}

/// Whether a line says who wrote: « De notre envoyée spéciale », « Par Jeanne Le Goff », « B. C. », « Jeanne Le Goff ».
pub(super) fn is_byline(text: &Text, words: &Range<usize>, said: &str, marked: bool) -> bool {
    let all = &text.words;
    if said.len() >= LONGEST_PLACE_LINE || words.is_empty() {
        return false;
    }
    let small = |at: &usize| all.is_sign(*at, '.') || all.is_sign(*at, '-');
    // « B. C. »: the first of two initials looks like a bullet.
    let letters = words.clone().filter(|at| all.is_letters(*at)).count();
    let initials = letters > usize::from(!marked)
        && words
            .clone()
            .all(|at| small(&at) || all.is_letters(at) && all.is_capital(at) && all.fold(at).len() == 1);
    let by = usize::from(all.fold(words.start) == "par");
    let name = within(&text.marks.people, &(words.start + by..words.start + by + 1)).first();
    let alone = name.is_some_and(|name| {
        let stop = usize::from(all.is_sign(name.words.end, '.') || all.is_sign(name.words.end, ','));
        name.words.end + stop >= words.end
    });
    let folded = fold(said);
    let folded = folded.trim_start_matches(|c: char| !c.is_alphanumeric());
    BYLINES.iter().any(|start| folded.starts_with(start)) || initials || alone
}

/// Whether a heading is what sections are called, and never a whole text: « Brèves ».
pub(super) fn is_rubric(said: &str) -> bool {
    let folded = fold(said);
    RUBRICS.contains(&folded.trim_matches(|c: char| !c.is_alphanumeric()))
}

/// Whether a line is one of links that a site puts below its text.
pub(super) fn is_site_line(said: &str) -> bool {
    let folded = fold(said);
    said.len() < 2 * LONGEST_PLACE_LINE && SITE_LINKS.iter().any(|link| folded.contains(link))
}

/// Whether a line gives an address and tells nothing: « Hôtel de ville, 51200 Épernay – 03 53 00 00 00 ».
pub(super) fn is_postal(text: &Text, words: &Range<usize>) -> bool {
    let code = |at: usize| text.words.is_digits(at) && text.words.fold(at).len() == 5;
    let places = within(&text.marks.places, words);
    let postal = places.iter().any(|place| code(place.words.start.wrapping_sub(1)));
    postal && !says(text, words) && sentences(text, words).len() < 2
}
