//! Lines that were one paragraph are joined again.

use super::lines::Line;
use super::{Block, Blocks};
use crate::communique::facts;
use crate::communique::read::span::Sourced;
use crate::communique::read::words::starts;
use crate::domain::order;

/// Second halves of words that keep the hyphen before them.
const KEEP_HYPHEN: [&str; 41] = [
    "sur", "sous", "les", "lès", "lez", "en", "le", "la", "de", "du", "des", "vous", "ci", "là", "être",
    "même", "mêmes", "elle", "elles", "il", "ils", "on", "moi", "nous", "vingt", "vingts", "deux", "trois",
    "quatre", "cinq", "six", "onze", "douze", "treize", "quatorze", "quinze", "seize", "dix", "sept", "huit",
    "neuf",
];

/// How full a line is, in percent of the width, when a word goes to the next one: letters have different widths.
const ROOM: usize = 92;

/// How many words the heading of a list has at most, where nothing but its length tells it from a sentence.
const HEADING: usize = 6;

/// The longest word or address at a line's end, in bytes.
const LONGEST_WORD: usize = 300;

/// How the lines of a text were cut.
struct Layout {
    /// The length that full lines have, in characters.
    width: usize,
    /// Whether paragraphs were cut into lines of that length.
    wrapped: bool,
    /// Whether an empty line stands after every line, so that one means nothing.
    double: bool,
    /// Whether words are cut at lines' ends, so that a hyphen there is no part of an address.
    hyphenated: bool,
}

impl Layout {
    fn of(text: &str, lines: &[Line]) -> Self {
        let mut lengths: Vec<usize> = lines.iter().map(|line| length(text, line)).collect();
        lengths.sort_unstable();
        let width = lengths.get(lengths.len() * 9 / 10).copied().unwrap_or(0);
        let (mut flows, mut flows_over_blank, mut spaced, mut close) = (0, 0, 0, 0);
        for pair in lines.windows(2) {
            let flowing = flows_on(text, &pair[0], &pair[1]);
            match pair[1].blanks {
                0 => {
                    close += 1;
                    flows += usize::from(flowing);
                }
                1 => {
                    spaced += 1;
                    flows_over_blank += usize::from(flowing);
                }
                _ => {}
            }
        }
        let double = spaced > close * 2 && flows_over_blank >= 2 && flows_over_blank * 8 >= spaced;
        let flows = if double { flows + flows_over_blank } else { flows };
        Self {
            width,
            wrapped: width <= 130 && flows >= 2 && flows * 10 >= lines.len(),
            double,
            hyphenated: lines
                .windows(2)
                .filter(|pair| cuts_word(text, &pair[0], &pair[1]))
                .count()
                >= 2,
        }
    }

    /// Whether a line is the last one of its paragraph where empty lines mean nothing.
    fn is_ended(&self, text: &str, before: &Line) -> bool {
        let old = &text[before.range.clone()];
        matches!(last_sign(old), Some('.' | '!' | '?' | '…')) && length(text, before) * 4 < self.width * 3
    }

    /// Whether a short line above a list, behind the end of a sentence, heads it: « Veiller ».
    fn heads_list(&self, text: &str, before: &Line, line: &Line, next: Option<&Line>) -> bool {
        let (old, new) = (&text[before.range.clone()], &text[line.range.clone()]);
        let listed = next.is_some_and(|next| next.marker.is_some());
        listed
            && matches!(last_sign(old), Some('.' | '!' | '?' | '…'))
            && new.starts_with(char::is_uppercase)
            && new.ends_with(char::is_alphabetic)
            && length(text, line) * 3 < self.width * 2
            && new.split_whitespace().count() <= HEADING
    }

    /// Whether a line goes on in the next one.
    fn goes_on(&self, text: &str, before: &Line, line: &Line) -> bool {
        if line.marker.is_some() || line.heading.is_some() || before.heading.is_some() {
            return false;
        }
        let (old, new) = (&text[before.range.clone()], &text[line.range.clone()]);
        if starts::with_label(new) || is_rule(new) || is_rule(old) || is_fact(old) || is_fact(new) {
            return false;
        }
        if is_shouted_label(new) {
            return false;
        }
        let flowing = flows_on(text, before, line);
        let blanks = line.blanks.saturating_sub(usize::from(self.double));
        if blanks == 0 && self.wrapped && cuts_address(old, new) {
            return true;
        }
        if blanks > 0 {
            return flowing && blanks == 1 && self.wrapped && length(text, before) * 2 > self.width;
        }
        if flowing {
            return true;
        }
        let last_word = old.rsplit(char::is_whitespace).next().unwrap_or_default();
        if last_word.contains("://") || last_word.starts_with("www.") || last_word.contains('@') {
            return false;
        }
        let ends = last_sign(old);
        let full = self.wrapped && length(text, before) * 4 >= self.width * 3;
        match ends {
            // A word or a name that was cut.
            Some('-' | '\u{ad}') if is_cut(old) => true,
            Some(':') => !new.starts_with(char::is_uppercase),
            // A line that ends a sentence goes on where the next word found no room on it.
            Some('.' | '!' | '?' | '…') => {
                full && !capitals(new) && {
                    let word = new.split(char::is_whitespace).next().unwrap_or_default();
                    (length(text, before) + 1 + word.chars().count()) * 100 >= self.width * ROOM
                }
            }
            _ if capitals(old) != capitals(new) => false,
            _ => full || (self.wrapped && length(text, before) * 5 >= self.width * 3),
        }
    }
}

/// Joins lines into blocks. What surrounds the text comes after it in the text of the blocks, so that
/// the halves of a sentence stand together, and in its own place in their list.
pub(super) fn join(text: &Sourced, lines: &[Line], is_page: bool, composed: bool) -> Blocks {
    let words = text.text();
    let kept: Vec<Line> = lines.iter().filter(|line| !line.frame).cloned().collect();
    let layout = Layout::of(words, &kept);
    let mut to = Sourced::default();
    let mut list: Vec<(usize, Block)> = Vec::new();
    let mut before: Option<&Line> = None;
    let mut in_frame = false;
    for (order, line) in lines.iter().enumerate() {
        if line.frame {
            in_frame = true;
            continue;
        }
        let mut here = line.clone();
        // A page's end between two halves of a sentence is no empty line.
        if in_frame {
            here.blanks = here.blanks.min(usize::from(layout.double));
        }
        in_frame = false;
        let next = lines[order + 1..].iter().find(|line| !line.frame);
        let goes_on = !is_page
            && !composed
            && before.is_some_and(|before| {
                !layout.heads_list(words, before, &here, next) && layout.goes_on(words, before, &here)
            });
        match list.last_mut() {
            Some((_, block)) if goes_on => extend(text, &mut to, block, line, layout.hyphenated),
            _ => {
                let mut block = begin(text, &mut to, line);
                let ended = before.is_some_and(|before| layout.is_ended(words, before));
                block.gap = here.blanks > usize::from(layout.double && !composed)
                    || layout.double && here.blanks > 0 && ended;
                list.push((order, block));
            }
        }
        before = Some(line);
    }
    let frames = lines.iter().enumerate().filter(|(_, line)| line.frame);
    list.extend(frames.map(|(order, line)| (order, begin(text, &mut to, line))));
    order::sort_by_key(&mut list, |(order, _)| *order);
    Blocks {
        text: to,
        list: list.into_iter().map(|(_, block)| block).collect(),
        composed,
    }
}

fn begin(text: &Sourced, to: &mut Sourced, line: &Line) -> Block {
    if !to.text().is_empty() {
        to.push('\n', (to.last_place(), to.last_place()));
    }
    let start = to.text().len();
    to.push_from(text, line.range.clone());
    let span = text.span(line.whole.clone());
    Block {
        range: start..to.text().len(),
        span,
        pieces: line.halved.then_some(span).into_iter().collect(),
        marker: line.marker,
        heading: line.heading,
        gap: line.blanks > 0,
        frame: line.frame,
    }
}

fn extend(text: &Sourced, to: &mut Sourced, block: &mut Block, line: &Line, hyphenated: bool) {
    let new = &text.text()[line.range.clone()];
    let old = &to.text()[block.range.clone()];
    match hyphen(old, new, hyphenated) {
        Hyphen::Drop => to.pop(),
        Hyphen::Keep => {}
        Hyphen::None => to.push(' ', (to.last_place(), to.last_place())),
    }
    to.push_from(text, line.range.clone());
    block.range.end = to.text().len();
    let span = text.span(line.whole.clone());
    block.span = block.span.with(span);
    block.pieces.extend(line.halved.then_some(span));
}

enum Hyphen {
    Drop,
    Keep,
    None,
}

/// What becomes of the hyphen at a line's end.
fn hyphen(old: &str, new: &str, hyphenated: bool) -> Hyphen {
    // No word is longer than this, and nothing before it is looked at.
    let tail = (0..=old.len().saturating_sub(LONGEST_WORD))
        .rev()
        .find(|at| old.is_char_boundary(*at));
    let old = &old[tail.unwrap_or(0)..];
    if cuts_address(old, new) {
        return Hyphen::Keep;
    }
    let word = old.rsplit(char::is_whitespace).next().unwrap_or_default();
    if word.ends_with('\u{ad}') {
        return Hyphen::Drop;
    }
    if word.contains("://") || word.contains("www.") {
        let inside = word.trim_end_matches('-').ends_with(char::is_alphabetic);
        return if word.ends_with('-') && hyphenated && inside {
            Hyphen::Drop
        } else if word.ends_with(['-', '/', '_']) {
            Hyphen::Keep
        } else {
            Hyphen::None
        };
    }
    let Some(half) = word.strip_suffix(['-', '\u{2010}']) else {
        return Hyphen::None;
    };
    if !half.ends_with(char::is_alphabetic) {
        return Hyphen::None;
    }
    // « colis-in-/terim@exemple.fr »
    if hyphenated && is_address(new) {
        return Hyphen::Drop;
    }
    let next = new.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    let keeps = next.starts_with(char::is_uppercase)
        || half.contains('-')
        || KEEP_HYPHEN.contains(&next) && next != "la" && next != "les"
        || KEEP_HYPHEN.contains(&next) && half.starts_with(char::is_uppercase);
    if keeps { Hyphen::Keep } else { Hyphen::Drop }
}

/// Whether the next line plainly goes on with the sentence.
fn flows_on(text: &str, before: &Line, line: &Line) -> bool {
    if line.marker.is_some() || before.heading.is_some() || line.heading.is_some() {
        return false;
    }
    let (old, new) = (&text[before.range.clone()], &text[line.range.clone()]);
    let ended = matches!(last_sign(old), Some('.' | '!' | '?' | '…' | ';'));
    !ended
        && new.starts_with(|c: char| c.is_lowercase() || matches!(c, ',' | ')' | '»' | ';'))
        && !is_address(new)
}

/// Whether an e-mail address goes on in the next line: « aide@mairie-/lens.example ».
fn cuts_address(old: &str, new: &str) -> bool {
    let half = old.rsplit(char::is_whitespace).next().unwrap_or_default();
    let rest = new.split(char::is_whitespace).next().unwrap_or_default();
    let rest = rest.trim_end_matches(['.', ',', ';', ')', '>']);
    let (name, domain) = half.split_once('@').unwrap_or_default();
    let begun = !name.is_empty() && domain.len() > 1 && !domain.contains('.') && domain.ends_with(is_host);
    let ended = rest.split_once('.').is_some_and(|(host, end)| {
        host.len() > 1 && (2..=7).contains(&end.len()) && end.chars().all(|c| c.is_ascii_lowercase())
    });
    begun && ended && rest.chars().all(|c| is_host(c) || c == '.')
}

/// Whether the name of a host may hold a character.
fn is_host(c: char) -> bool {
    c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-'
}

/// Whether a word goes on in the next line: « mas-/ques », not « Annay-sous-/Lens » or an address.
fn cuts_word(text: &str, before: &Line, line: &Line) -> bool {
    let (old, new) = (&text[before.range.clone()], &text[line.range.clone()]);
    let word = old.rsplit(char::is_whitespace).next().unwrap_or_default();
    is_cut(old)
        && !word.contains(['/', '@', '.'])
        && new.starts_with(char::is_lowercase)
        && matches!(hyphen(old, new, false), Hyphen::Drop)
}

/// Whether a line ends with the first half of a word.
fn is_cut(line: &str) -> bool {
    let half = line.trim_end_matches(['-', '\u{ad}']);
    half.len() < line.len() && half.ends_with(char::is_alphabetic)
}

/// Whether a line is a fact as the composer writes it.
fn is_fact(line: &str) -> bool {
    line.contains(':') && facts::read(line).is_some()
}

fn is_address(line: &str) -> bool {
    let word = line.split(char::is_whitespace).next().unwrap_or_default();
    word.contains("://") || word.starts_with("www.") || word.contains('@')
}

/// The last character, closing quotes and brackets aside.
fn last_sign(line: &str) -> Option<char> {
    line.chars()
        .rev()
        .find(|c| !c.is_whitespace() && !matches!(c, '»' | '"' | '”' | ')' | '*'))
}

/// A line of signs that parts two parts of a text: `*****`, `-----`.
pub(super) fn is_rule(line: &str) -> bool {
    !line.contains(char::is_alphanumeric)
}

/// Whether all letters are capitals, and there are some.
fn capitals(line: &str) -> bool {
    let letters = line.chars().filter(|c| c.is_alphabetic());
    letters.clone().count() > 3 && letters.clone().all(|c| !c.is_lowercase())
}

/// Whether a line begins with a word in capitals and a sign that parts it from the rest: « REZÉ | L’épicerie ».
fn is_shouted_label(line: &str) -> bool {
    let Some((label, rest)) = line.split_once([' ', '\u{a0}']) else {
        return false;
    };
    let bare = label.trim_end_matches([':', '.', '|']);
    let signed = bare.len() < label.len() || rest.starts_with(['|', ':', '–', '—']);
    signed && capitals(bare)
}

fn length(text: &str, line: &Line) -> usize {
    text[line.whole.clone()].chars().count()
}
