//! Which blocks are headings of sections.

use std::ops::Range;

use super::signs::{Sign, begins, named, opens_with_commune_label, said, tells};
use crate::communique::read::Text;
use crate::communique::read::blocks::{Block, Marker};
use crate::communique::read::marks::{begins_at, within};
use crate::communique::read::tables::calendar::DAYS;
use crate::communique::read::tables::organisers::AUXILIARIES;
use crate::communique::read::tables::release::{ANNOUNCING, OPENING};
use crate::communique::read::words::starts;

/// How many words name a subject and tell nothing, whatever verb is among them: « Reloger », « Pour tenir au chaud ».
const SHORT: usize = 6;

/// How long a paragraph is at least, in bytes, that a heading is wedged between.
const LONG: usize = 100;

/// How many kinds of bullets a text may have.
const MARKERS: usize = 12;

/// Which blocks may be headings, by what follows them.
pub(super) fn find(text: &Text, list: &mut [Sign]) {
    let items = |sign: &&Sign| sign.marked && !sign.frame;
    let bullets = list.iter().filter(items).count();
    let ended = (0..list.len())
        .filter(|at| list[*at].marked && said(text, *at).trim_end().ends_with(['.', '!']))
        .count();
    let ended_lists = ended * 2 > bullets;
    // « A. » stands over items, or is one where « I. » stands over it.
    let roman = text
        .blocks
        .list
        .iter()
        .any(|block| block.marker == Some(Marker::Roman));
    for at in alike(text, list) {
        list[at].dateline = false;
        list[at].contact = false;
        list[at].plain_heading = false;
        list[at].heading = true;
    }
    let mut next: Option<usize> = None;
    for at in (0..list.len()).rev() {
        let sign = list[at];
        let block = &text.blocks.list[at];
        let words = text.words.within(&block.range);
        let free =
            !sign.frame && !sign.press && !sign.contact && !sign.dateline && !sign.place && !sign.field;
        list[at].heading = free
            && next.is_some_and(|next| {
                let below = &text.blocks.list[next];
                // « En voici quelques exemples : » over points that tell nothing opens no section.
                if list[next].point {
                    return false;
                }
                sign.heading
                    || is_heading(text, block, &words, (below, &list[next]), (ended_lists, roman))
                    || is_wedged(text, list, at, next)
            });
        if !sign.frame {
            next = Some(at);
        }
    }
}

/// The lines that are headings because several look alike: the days of an agenda, the points of minutes, questions,
/// lines that end with a semicolon.
fn alike(text: &Text, list: &[Sign]) -> Vec<usize> {
    let days: Vec<usize> = (0..list.len())
        .filter(|at| is_day(text, *at, &list[*at]))
        .collect();
    let mut found = find_marked_titles(text, list);
    found.extend(days.iter().filter(|_| days.len() > 1));
    for sign in ['?', ';'] {
        let lines = short_lines(text, list, sign);
        found.extend(lines.iter().filter(|_| lines.len() > 1));
    }
    found
}

/// The short lines that end with a sign and stand above something longer.
fn short_lines(text: &Text, list: &[Sign], sign: char) -> Vec<usize> {
    let kept: Vec<usize> = (0..list.len()).filter(|at| !list[*at].frame).collect();
    let blocks = &text.blocks.list;
    let pairs = kept.windows(2);
    let short = pairs.filter(|pair| is_short(text, &blocks[pair[0]], &blocks[pair[1]], sign));
    short.map(|pair| pair[0]).collect()
}

/// The numbered or marked titles of a text in which all that is marked so is a title above a paragraph or above a list
/// of its own: the points of minutes, « ■ Se loger ».
fn find_marked_titles(text: &Text, list: &[Sign]) -> Vec<usize> {
    let mut markers: Vec<Marker> = Vec::new();
    for block in &text.blocks.list {
        let known = block
            .marker
            .filter(|marker| *marker != Marker::Item && markers.len() < MARKERS);
        markers.extend(known.filter(|marker| !markers.contains(marker)));
    }
    let titles = markers.iter().flat_map(|marker| titles_of(text, list, *marker));
    titles.collect()
}

/// « Actions d’entraide portées à la connaissance du comité »: a point of minutes, that counts nothing and has no verb.
fn is_point(text: &Text, words: &Range<usize>) -> bool {
    let marks = &text.marks;
    let verb = |at: usize| {
        AUXILIARIES.contains(&text.words.fold(at))
            && (text.words.fold(at) != "a" || text.said(at..at + 1) == "a")
    };
    let acted = within(&marks.acts, words).iter().any(|act| {
        let at = act.words.start;
        // « Approbation du compte rendu »
        if text.words.fold(at) == "compte" && text.words.fold(at + 1) == "rendu" {
            return false;
        }
        !text.words.is_participle(at) && text.words.fold(at).ends_with(['e', 't', 'd']) && at > words.start
    });
    words.len() <= 10
        && within(&marks.places, words).is_empty()
        && within(&marks.contacts, words).is_empty()
        && within(&marks.people, words).is_empty()
        && within(&marks.numbers, words)
            .iter()
            .all(|mark| mark.value.unit.is_none())
        && !acted
        && !words.clone().any(verb)
}

/// All that has one kind of bullet, where each is a title.
fn titles_of(text: &Text, list: &[Sign], marker: Marker) -> Vec<usize> {
    let blocks = &text.blocks.list;
    let all: Vec<usize> = (0..list.len())
        .filter(|at| blocks[*at].marker == Some(marker) && !list[*at].frame)
        .collect();
    let is_title = |at: &usize| {
        let line = said(text, *at).trim();
        let words = text.words.within(&blocks[*at].range);
        let below = blocks.get(at + 1).is_some_and(|next| {
            next.marker.is_some_and(|own| own != marker)
                || next.marker.is_none()
                    && (next.range.len() > line.len() || said(text, at + 1).trim_end().ends_with('.'))
        });
        below
            && line.len() <= 70
            && !line.ends_with(['.', ';', ',', '!'])
            && (!tells(text, &words) || words.len() <= SHORT || is_point(text, &words))
            && (!named(text, &words) || is_point(text, &words))
    };
    if all.len() > 1 && all.iter().all(is_title) {
        all
    } else {
        Vec::new()
    }
}

/// Whether a line says no more than a day of an agenda: « Samedi 10 décembre », « Jusqu’au 24 décembre ».
fn is_day(text: &Text, at: usize, sign: &Sign) -> bool {
    let words = text.words.within(&text.blocks.list[at].range);
    let dates = within(&text.marks.dates, &words);
    let yearless = dates.iter().any(|date| date.value.year.is_none());
    let small = |at: usize| {
        let word = text.words.fold(at);
        DAYS.contains(&word) || matches!(word, "le" | "du" | "au" | "jusqu'" | "et" | "les" | ":")
    };
    yearless
        && !sign.marked
        && words
            .clone()
            .all(|at| small(at) || dates.iter().any(|date| date.words.contains(&at)))
}

/// Whether a short line that ends with a sign stands above something longer: « Où dormir au sec ? ».
fn is_short(text: &Text, block: &Block, next: &Block, sign: char) -> bool {
    let said = |block: &Block| text.blocks.text.text()[block.range.clone()].trim();
    let (line, below) = (said(block), said(next));
    (block.marker.is_none() || sign == '?' && next.marker.is_none())
        && line.ends_with(sign)
        && line.starts_with(char::is_uppercase)
        && line.chars().count() <= 80
        && !below.ends_with(sign)
        && (below.len() > line.len() || next.marker.is_some())
        && within(&text.marks.contacts, &text.words.within(&block.range)).is_empty()
}

/// How a heading looks, where its look tells it from a title.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Style {
    Level(u8),
    Capitals,
    Marked,
    Sign(char),
    Plain,
}

/// The look of a block.
pub(super) fn style(text: &Text, at: usize) -> Style {
    let said = said(text, at).trim_end();
    match (said.chars().next_back(), &text.blocks.list[at]) {
        (
            _,
            Block {
                heading: Some(level), ..
            },
        ) => Style::Level(*level),
        (_, Block { marker: Some(_), .. }) => Style::Marked,
        _ if capitals(said) => Style::Capitals,
        (Some(sign @ ('?' | ';' | ':' | '*' | '_' | '-' | '–' | '—' | ']' | '>' | '=' | '~' | '+')), _) => {
            Style::Sign(sign)
        }
        _ => Style::Plain,
    }
}

fn is_heading(
    text: &Text,
    block: &Block,
    words: &Range<usize>,
    (next, below): (&Block, &Sign),
    (ended_lists, roman): (bool, bool),
) -> bool {
    let said = text.blocks.text.text()[block.range.clone()].trim();
    let length = said.chars().count();
    if block.heading.is_some_and(|level| level > 1) {
        return true;
    }
    if block.heading == Some(1) || !(3..=110).contains(&length) || matches!(block.marker, Some(Marker::Item))
    {
        return false;
    }
    let numbers = !within(&text.marks.numbers, words).is_empty();
    let facts = !within(&text.marks.contacts, words).is_empty() || numbers && !capitals(said);
    let shouted = capitals(said) && words.len() <= 8 && said.ends_with('.');
    // « Ce qui se fait déjà… »
    let open_ended = said.ends_with('…') && length <= 45 && block.gap;
    let closed = said.ends_with(['.', ';', '…', ',']) && !shouted && !open_ended;
    if facts || closed || starts::with_label(said) || words.len() > 18 || is_sentence(text, words) {
        return false;
    }
    let bare = said.trim_end_matches(['*', ' ', '\u{a0}']);
    let colon = bare.ends_with([':', '–', '—', '-']);
    let named = named(text, words) && tells(text, words);
    // « Jeanne Le Goff – cheffe de cabinet » signs.
    if begins_at(&text.marks.people, words.start) && !tells(text, words) {
        return false;
    }
    if begins(said, OPENING) && !colon {
        return false;
    }
    if capitals(said) {
        return true;
    }
    if block.marker.is_some() {
        let lettered = block.marker == Some(Marker::Capital) && !roman;
        let sectioned = lettered || matches!(block.marker, Some(Marker::Roman | Marker::Sign('§')));
        return (colon || sectioned || (ended_lists && !said.ends_with(['!', '?'])))
            && !named
            && (next.marker.is_some() || sectioned || colon && !tells(text, words))
            && (colon || within(&text.marks.places, words).is_empty());
    }
    if colon {
        // « Poursuivre l’école à la maison : » names what is to be done, and nobody who did it.
        let infinitive = || begins_with_infinitive(text, words) && next.marker.is_some();
        return !named || infinitive();
    }
    let after = next.range.len() > block.range.len()
        || next.marker.is_some()
        || below.place
        // A title of its own, apart from this line.
        || below.heading && next.gap;
    // Without empty lines a short line above a list stands for itself.
    let listed = next.marker.is_some() || opens_with_commune_label(text, &text.words.within(&next.range));
    let above_list = listed && length <= 60 && said.starts_with(char::is_uppercase);
    let apart = block.gap || block.range.start == 0 || above_list;
    !said.ends_with(['!', '?'])
        && after
        && apart
        && length <= 90
        && !begins(said, OPENING)
        && !(named && said.contains(','))
        || said.ends_with('!') && length <= 50 && apart && !named && after && next.range.len() > 120
}

/// « Alimentation » between two paragraphs without an empty line, where another heading stands so above its own.
fn is_wedged(text: &Text, list: &[Sign], at: usize, next: usize) -> bool {
    let blocks = &text.blocks.list;
    let line = said(text, at).trim();
    let words = text.words.within(&blocks[at].range);
    let plain = blocks[at].marker.is_none()
        && line.starts_with(char::is_uppercase)
        && line.ends_with(char::is_alphabetic)
        && words.len() <= SHORT
        && words.clone().all(|at| text.words.is_letters(at));
    let above = at.checked_sub(1).is_some_and(|above| {
        let over = said(text, above).trim_end();
        !list[above].frame && over.len() > LONG && over.ends_with(['.', '!', '…'])
    });
    let below = said(text, next).len() > LONG && blocks[next].marker.is_none() && !blocks[next].gap;
    plain && above && below && !blocks[at].gap && !tells(text, &words) && !named(text, &words)
}

/// Whether a line begins with an infinitive and names no place: « Poursuivre l’école à la maison ».
fn begins_with_infinitive(text: &Text, words: &Range<usize>) -> bool {
    let first = text.words.fold(words.start);
    let shaped = first.len() > 4 && ["er", "ir", "re"].iter().any(|end| first.ends_with(end));
    let noun = matches!(text.words.fold(words.start + 1), "de" | "du" | "d'" | "des");
    shaped && !noun && within(&text.marks.places, words).is_empty()
}

/// Whether a line is a sentence that announces a list, or holds the end of one: « Article 1er. – Sont portées à la
/// connaissance du public les actions suivantes : ».
fn is_sentence(text: &Text, words: &Range<usize>) -> bool {
    let ended = super::sentences(text, words).len() > 1 && words.len() > 8;
    ended || words.clone().any(|at| ANNOUNCING.contains(&text.words.fold(at)))
}

pub(super) fn capitals(text: &str) -> bool {
    let letters = text.chars().filter(|c| c.is_alphabetic());
    letters.clone().count() > 2 && letters.clone().filter(|c| c.is_lowercase()).count() * 8 <= letters.count()
}
