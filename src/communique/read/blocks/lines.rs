//! The lines of a text, with their bullets.

use std::ops::Range;

use super::columns;
use super::marker::{Marker, marker};
use crate::communique::read::normalise::{FRAME, HEADING, ITEM};

/// The length of the four pairs of digits that a French telephone number ends with, and that no date and no price has.
const PAIRS: usize = "21 00 00 80".len();

/// How many columns further in an inner bullet stands, and how many a tab takes.
const INDENT: usize = 2;
const TAB: usize = 4;

/// A line that is not empty.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Line {
    /// The words, without bullet and blanks around them.
    pub(super) range: Range<usize>,
    /// With the bullet.
    pub(super) whole: Range<usize>,
    pub(super) marker: Option<Marker>,
    pub(super) heading: Option<u8>,
    pub(super) frame: bool,
    /// How many empty lines stand before it.
    pub(super) blanks: usize,
    /// Whether it stands in one of two columns.
    pub(super) halved: bool,
}

/// The lines of a text that are not empty.
pub(super) fn lines(text: &str) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    let mut margins = Margins::default();
    let mut blanks = 0;
    let glued = Glued::of(text);
    let mut dashed = false;
    for row in columns::rows(text) {
        let mut start = row.range.start;
        let line = &text[row.range];
        if line.trim().is_empty() {
            blanks += 1;
            continue;
        }
        // A link or a telephone number with the next item glued to it, as some programs copy them.
        let parts = glued.parts(line).into_iter().flat_map(unglued);
        for part in parts.flat_map(unglued_numbers) {
            let trimmed = part.trim_start();
            let whole = start + (part.len() - trimmed.len())..start + part.trim_end().len();
            start += part.len();
            let margin = indent(&part[..part.len() - trimmed.len()]);
            if let Some(mut line) = read(text, whole, blanks) {
                // « … 19 40- » at a line's end: the dash is the next item's.
                if std::mem::take(&mut dashed) && line.marker.is_none() {
                    line.marker = Some(Marker::Sign('-'));
                }
                if glued.dashes && ends_with_dash(&text[line.range.clone()]) {
                    line.range.end -= 1;
                    dashed = true;
                }
                margins.nest(&mut line, margin);
                lines.push(Line {
                    halved: row.halved,
                    ..line
                });
                blanks = 0;
            }
        }
    }
    lines
}

/// How far in bullets stand.
#[derive(Default)]
struct Margins {
    /// The bullet that stands furthest out, and how far in.
    outer: Option<(Marker, usize)>,
}

impl Margins {
    /// Makes a bullet an inner one where it stands further in than the last outer one.
    fn nest(&mut self, line: &mut Line, margin: usize) {
        let Some(marker) = line.marker.filter(|marker| matches!(marker, Marker::Sign(_))) else {
            // Another list may stand further in.
            if line.marker.is_none() && line.blanks > 0 {
                self.outer = None;
            }
            return;
        };
        match self.outer {
            Some((_, outer)) if margin >= outer + INDENT => line.marker = Some(Marker::Inner),
            _ => self.outer = Some((marker, margin)),
        }
    }
}

/// How wide blanks are.
fn indent(blanks: &str) -> usize {
    blanks.chars().map(|c| if c == '\t' { TAB } else { 1 }).sum()
}

fn read(text: &str, whole: Range<usize>, blanks: usize) -> Option<Line> {
    let mut line = Line {
        range: whole.clone(),
        whole,
        marker: None,
        heading: None,
        frame: false,
        blanks,
        halved: false,
    };
    loop {
        let rest = &text[line.range.clone()];
        let first = rest.chars().next()?;
        let level = HEADING.iter().position(|mark| *mark == first);
        if let Some(level) = level {
            line.heading = u8::try_from(level + 1).ok();
        } else if first == ITEM {
            line.marker = Some(Marker::Item);
        } else if first == FRAME {
            line.frame = true;
        } else if !first.is_whitespace() {
            break;
        }
        line.range.start += first.len_utf8();
    }
    let rest = &text[line.range.clone()];
    // Markdown's headings.
    let hashes = rest.bytes().take_while(|byte| *byte == b'#').count();
    if (1..=6).contains(&hashes) && rest[hashes..].starts_with(' ') {
        line.heading = u8::try_from(hashes).ok();
        let words = rest[hashes..].trim_start();
        line.range.start = line.range.end - words.len();
    } else if let Some((marker, length)) = marker(rest) {
        // « 1. Se loger »: the number belongs to no heading, and makes it no item.
        if line.heading.is_none() {
            line.marker = line.marker.or(Some(marker));
        }
        line.range.start += length;
    }
    Some(line)
}

/// Whether a line ends with a dash that no word needs.
fn ends_with_dash(line: &str) -> bool {
    line.strip_suffix('-')
        .is_some_and(|rest| rest.ends_with(|c: char| c.is_ascii_digit() || matches!(c, '.' | '!' | ')')))
}

/// Bullets that stand within lines, where somebody copied a list into a paragraph.
struct Glued {
    /// The bullets that no sentence holds: « Santé : • À Meaux, … • À Provins, … ».
    signs: bool,
    /// Dashes behind the end of a sentence: « Nourrir - À Tulle, … .- À Bort, … ».
    dashes: bool,
}

/// How many bullets within lines show that a list was copied so.
const COPIED: usize = 2;

/// The longest heading between two items of such a list, in bytes.
const LONGEST_HEADING: usize = 42;

impl Glued {
    fn of(text: &str) -> Self {
        let within = |line: &str| {
            line.trim_start()
                .chars()
                .skip(1)
                .filter(|c| BULLETS.contains(*c))
                .count()
        };
        let ended = |line: &str| unglued_sentences(line).len() - 1;
        let bullets = text.lines().map(within).filter(|count| *count > 0);
        let dashes: usize = text.lines().map(ended).sum();
        Self {
            signs: bullets.sum::<usize>() > COPIED && text.lines().any(|line| within(line) >= COPIED),
            dashes: dashes >= COPIED,
        }
    }

    /// The parts of a line, each with its bullet.
    fn parts<'a>(&self, line: &'a str) -> Vec<&'a str> {
        let mut cuts: Vec<usize> = Vec::new();
        if self.signs {
            let starts = line.match_indices(|c| BULLETS.contains(c)).filter(|(at, sign)| {
                let after = line[at + sign.len()..].trim_start();
                after.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit() || matches!(c, '«' | '"'))
            });
            cuts.extend(starts.map(|(at, _)| at));
        }
        if self.dashes {
            for dash in [" - ", " – "] {
                cuts.extend(line.match_indices(dash).flat_map(|(at, _)| headed(line, at)));
            }
        }
        cuts.sort_unstable();
        cuts.dedup();
        let mut parts = Vec::new();
        let mut start = 0;
        for cut in cuts.into_iter().filter(|cut| *cut > 0) {
            parts.push(&line[start..cut]);
            start = cut;
        }
        parts.push(&line[start..]);
        parts
    }
}

/// Bullets that stand nowhere in a sentence.
const BULLETS: &str = "•▪■●◆➤►▶✓✔★☛👉🔹🔸";

/// Where « … ensemble. Se nourrir - À Lens, » is cut: before the heading, and before its first item.
fn headed(line: &str, dash: usize) -> Vec<usize> {
    let before = &line[..dash];
    let start = before.rfind(['.', '!', '?']).map_or(0, |end| end + 1);
    let heading = before[start..].trim_start();
    let item = line[dash..].trim_start_matches([' ', '-', '–']);
    let named = heading.starts_with(char::is_uppercase)
        && heading.len() <= LONGEST_HEADING
        && heading
            .chars()
            .all(|c| c.is_alphabetic() || matches!(c, ' ' | '\'' | '’' | ','));
    let opens = [
        "À ", "A ", "Le ", "La ", "L'", "L’", "Les ", "Au ", "Aux ", "Un ", "Une ", "Des ",
    ];
    if named && opens.iter().any(|start| item.starts_with(start)) {
        vec![dash - heading.len(), dash + 1]
    } else {
        Vec::new()
    }
}

/// The parts of a line in which « 03 21 00 00 80Marck : » glues two.
fn unglued_numbers(line: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut start = 0;
    for (from, end) in line.as_bytes().windows(PAIRS).enumerate() {
        let at = from + PAIRS;
        let pairs = end.iter().enumerate().all(|(place, byte)| match place % 3 {
            2 => matches!(byte, b' ' | b'.' | b'-'),
            _ => byte.is_ascii_digit(),
        });
        // « 20 Luzy » is written so, « 3D » and « 11C » are names.
        let named = || {
            let mut next = line[at..].chars();
            next.next().is_some_and(char::is_uppercase) && next.next().is_some_and(char::is_lowercase)
        };
        if pairs && named() {
            parts.push(&line[start..at]);
            start = at;
        }
    }
    parts.push(&line[start..]);
    parts
}

/// The parts of a line in which « <https://a.fr/b>-  Next item » glues two.
fn unglued(line: &str) -> Vec<&str> {
    unglued_links(line)
        .into_iter()
        .flat_map(unglued_sentences)
        .collect()
}

/// The parts of a line in which « the matter.- Next item » or « 00 80- Next item » glues two.
fn unglued_sentences(line: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut start = 0;
    for (at, sign) in line.match_indices(['-', '•', '–']) {
        let before = line[start..at].chars().next_back();
        let ended = before.is_some_and(|c| c.is_ascii_digit() || matches!(c, '.' | '!' | '?' | ')'));
        let mut after = line[at + sign.len()..].chars();
        let spaced = after.next() == Some(' ');
        if ended && spaced && after.next().is_some_and(char::is_uppercase) {
            parts.push(&line[start..at]);
            start = at;
        }
    }
    parts.push(&line[start..]);
    parts
}

/// The parts of a line that a link's end glues together.
fn unglued_links(line: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut rest = line;
    let mut from = 0;
    while let Some(found) = rest[from..].find("://") {
        let start = from + found;
        let end = rest[start..]
            .find(char::is_whitespace)
            .map_or(rest.len(), |end| start + end);
        let glued = rest[start..end]
            .chars()
            .next_back()
            .filter(|c| matches!(c, '-' | '•' | '–'));
        let next = rest[end..].trim_start().chars().next();
        if let (Some(bullet), Some(next)) = (glued, next)
            && next.is_uppercase()
        {
            let cut = end - bullet.len_utf8();
            parts.push(&rest[..cut]);
            rest = &rest[cut..];
            from = 0;
        } else {
            from = end;
        }
    }
    parts.push(rest);
    parts
}

#[cfg(test)]
mod tests {
    use super::{lines, unglued_numbers};

    #[test]
    fn a_telephone_number_parts_from_the_line_glued_to_it() {
        for number in [
            "03 21 00 00 80",
            "03.21.00.00.80",
            "+33 3 21 00 00 80",
            "0321-00-00-80",
        ] {
            let line = [number, "Marck : des draps"].concat();
            assert_eq!(unglued_numbers(&line), [number, "Marck : des draps"], "{line}");
        }
        let text = "Tél. 03 21 00 00 80Marck : des draps, 03 21 00 00 81Équihen : des gants";
        let ranges: Vec<&str> = lines(text).into_iter().map(|line| &text[line.range]).collect();
        assert_eq!(
            ranges,
            [
                "Tél. 03 21 00 00 80",
                "Marck : des draps, 03 21 00 00 81",
                "Équihen : des gants"
            ]
        );
    }

    #[test]
    fn a_price_a_date_and_a_name_stay_whole() {
        for line in [
            "Le repas est à 12.50Euros",
            "Du 10-05 au 12-05Au programme",
            "Le 12.05.20Au programme",
            "Appelez le 03 21 00 00 80",
            "03 21 00 00 80 Marck",
            "03 21 00 00 80MARCK",
        ] {
            assert_eq!(unglued_numbers(line), [line]);
        }
    }
}
