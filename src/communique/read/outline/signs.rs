//! What tells the parts of a text from each other.

use std::ops::Range;

use super::super::Text;
use super::super::blocks::{Block, Marker};
use super::super::marks::{Body, Mark, within};
use super::super::tables::labels::{MAIL, PRESS};
use super::super::tables::organisers::Naming;
use super::super::tables::places::Nearness;
use super::super::tables::release::{LETTERHEAD, OPENING};
use super::super::words::starts;
use crate::domain::text::fold;

/// What was noticed of each block, and where the body of the text lies.
pub(super) struct Signs {
    pub(super) frame: Vec<bool>,
    pub(super) press: Vec<bool>,
    pub(super) head: Vec<bool>,
    pub(super) heading: Vec<bool>,
    /// A heading that is neither capitals nor closed by a colon.
    pub(super) plain_heading: Vec<bool>,
    pub(super) contact: Vec<bool>,
    pub(super) evidence: Vec<bool>,
    /// Whether the section of the block has items behind bullets.
    pub(super) bulleted: Vec<bool>,
    /// The first block of the body.
    pub(super) body: usize,
    /// The last block that tells of an initiative.
    pub(super) last: usize,
}

impl Signs {
    pub(super) fn of(text: &Text) -> Self {
        let list = &text.blocks.list;
        let said = |at: usize| &text.blocks.text.text()[list[at].range.clone()];
        let words = |at: usize| text.words.within(&list[at].range);
        let all = 0..list.len();
        let rule = |at: usize| !said(at).contains(char::is_alphanumeric);
        let mail = |at: usize| at < 12 && begins_mail(said(at));
        let frame: Vec<bool> = all
            .clone()
            .map(|at| list[at].frame || rule(at) || mail(at))
            .collect();
        let press: Vec<bool> = all
            .clone()
            .map(|at| {
                !frame[at] && list[at].marker.is_none() && begins(said(at), PRESS) && said(at).len() < 300
            })
            .collect();
        let dateline = |at: usize| is_dateline(text, &words(at), said(at));
        let letterhead =
            |at: usize| at < 14 && said(at).chars().count() < 110 && begins(said(at), LETTERHEAD);
        let numbered = |at: usize| {
            at < 25
                && number_of(text, &words(at)).is_some()
                && said(at).len() < 400
                && list[at].marker.is_none()
        };
        let contact: Vec<bool> = all
            .clone()
            .map(|at| is_contact(text, &list[at], &words(at)))
            .collect();
        let evident: Vec<bool> = all
            .clone()
            .map(|at| !frame[at] && evidence(text, &words(at)) && !authority_first(text, &words(at)))
            .collect();
        let ended = all
            .clone()
            .filter(|at| list[*at].marker.is_some() && said(*at).trim_end().ends_with(['.', '!']))
            .count();
        let bullets = all
            .clone()
            .filter(|at| list[*at].marker.is_some() && !frame[*at])
            .count();
        let ended_lists = ended * 2 > bullets;
        let next = |at: usize| (at + 1..list.len()).find(|at| !frame[*at] && !rule(*at));
        let heading: Vec<bool> = all
            .clone()
            .map(|at| {
                !frame[at]
                    && !press[at]
                    && !contact[at]
                    && !dateline(at)
                    && next(at)
                        .is_some_and(|next| is_heading(text, &list[at], &list[next], &words(at), ended_lists))
            })
            .collect();
        let first_told = all.clone().find(|at| {
            let at = *at;
            !frame[at]
                && !press[at]
                && !dateline(at)
                && !letterhead(at)
                && !numbered(at)
                && !heading[at]
                && (list[at].marker.is_some()
                    || (evident[at]
                        && !begins(said(at), OPENING)
                        && (bullets < 2 || !has_bullet_below(list, &frame, at))))
        });
        let first_told = first_told.unwrap_or(list.len());
        let last_head = (0..first_told)
            .rev()
            .find(|at| dateline(*at) || numbered(*at) || (letterhead(*at) && !heading[*at]));
        let mut body = first_told;
        let titled = (0..first_told).any(|at| numbered(at) || (list[at].heading == Some(1)));
        let candidates: Vec<usize> = (0..first_told)
            .filter(|at| heading[*at] && !numbered(*at) && !letterhead(*at) && !frame[*at])
            .collect();
        let spare = usize::from(!titled);
        // The last heading before the first initiative opens its section, unless it is the title.
        if let Some(last) = candidates.last().copied()
            && candidates.len() > spare
            && last_head.is_none_or(|head| head < last)
            && first_told - last <= 3
        {
            body = last;
        }
        let title = if titled {
            None
        } else {
            candidates.first().copied().filter(|at| *at < body)
        };
        let head: Vec<bool> = all
            .clone()
            .map(|at| {
                dateline(at)
                    || letterhead(at)
                    || numbered(at)
                    || title == Some(at)
                    || (heading[at] && at < body)
                    || list[at].heading == Some(1)
            })
            .collect();
        let last = all
            .clone()
            .rev()
            .find(|at| evident[*at] && !press[*at] && !begins(said(*at), super::CLOSING))
            .unwrap_or(0);
        let mut bulleted = vec![false; list.len()];
        let mut from = 0;
        for at in 0..=list.len() {
            if at == list.len() || heading[at] {
                let any = (from..at)
                    .any(|at| list[at].marker.is_some() && !contact[at] && !frame[at] && !heading[at]);
                bulleted[from..at].fill(any);
                from = at;
            }
        }
        let plain_heading = all
            .map(|at| {
                !capitals(said(at))
                    && !said(at).trim_end().ends_with([':', '-', '–'])
                    && list[at].marker.is_none()
                    && list[at].heading.is_none()
            })
            .collect();
        Self {
            frame,
            press,
            head,
            heading,
            plain_heading,
            contact,
            evidence: evident,
            bulleted,
            body,
            last,
        }
    }

    pub(super) fn gap_before(&self, text: &Text, at: usize) -> bool {
        text.blocks.list[at].gap && !self.contact[at]
    }
}

fn has_bullet_below(list: &[Block], frame: &[bool], at: usize) -> bool {
    (at + 1..list.len().min(at + 8)).any(|at| list[at].marker.is_some() && !frame[at])
}

/// Whether a text begins with a row of a table, as whole words.
pub(in super::super) fn begins(text: &str, table: &[&str]) -> bool {
    let head: String = text.chars().take(64).collect();
    let folded = fold(&head);
    let folded = folded.trim_start_matches(|c: char| !c.is_alphanumeric());
    table.iter().any(|row| {
        folded.strip_prefix(row).is_some_and(|rest| {
            !rest.starts_with(|c: char| c.is_alphanumeric() || c == '\'')
                || row.ends_with([' ', '\'', 'd'])
                || row.ends_with("d'")
        })
    })
}

fn begins_mail(text: &str) -> bool {
    let folded = fold(&text.chars().take(40).collect::<String>().replace('\u{a0}', " "));
    let folded = folded.trim_start_matches(|c: char| !c.is_alphanumeric());
    MAIL.iter().any(|row| folded.starts_with(row))
}

fn is_dateline(text: &Text, words: &Range<usize>, said: &str) -> bool {
    let dates = within(&text.marks.dates, words);
    let dated = dates
        .iter()
        .any(|date| date.value.year.is_some() || words.len() <= 8);
    dated && said.chars().count() < 130 && words.len() <= 22 && within(&text.marks.acts, words).is_empty()
}

/// The number that a text gives itself: « n° 7 », « numéro 7 ».
pub(in super::super) fn number_of(text: &Text, words: &Range<usize>) -> Option<(u32, usize)> {
    let all = &text.words;
    words.clone().find_map(|at| {
        if !all.is_digits(at) || all.fold(at).len() > 4 || at <= words.start {
            return None;
        }
        let (label, before) = if all.is_sign(at - 1, '°') {
            (all.fold_before(at, 2), all.fold_before(at, 3))
        } else {
            (all.fold_before(at, 1), all.fold_before(at, 2))
        };
        let labelled =
            matches!(label, "n" | "no" | "numero" | "num") && (label != "n" || all.is_sign(at - 1, '°'));
        let foreign = matches!(
            before,
            "decret" | "loi" | "lot" | "article" | "arrete" | "bus" | "batiment" | "salle"
        );
        (labelled && !foreign)
            .then(|| all.fold(at).parse().ok())
            .flatten()
            .map(|number| (number, at))
    })
}

/// Whether a block only gives contacts, or announces them.
fn is_contact(text: &Text, block: &Block, words: &Range<usize>) -> bool {
    let said = &text.blocks.text.text()[block.range.clone()];
    let contacts = within(&text.marks.contacts, words);
    let taken: usize = contacts.iter().map(|mark| mark.words.len()).sum();
    let others = words.len().saturating_sub(taken);
    if contacts.is_empty() {
        return starts::with_label(said)
            && others <= 14
            && within(&text.marks.bodies, words).is_empty()
            && (said.contains(':') || others <= 6)
            && within(&text.marks.numbers, words).is_empty();
    }
    let labelled = starts::with_label(said);
    let own = within(&text.marks.bodies, words)
        .iter()
        .any(|mark| matches!(mark.value, Body::Actor(..)))
        || !within(&text.marks.places, words).is_empty();
    let asks = !within(&text.marks.asks, words).is_empty();
    (labelled && others <= 24) || (others <= 9 && !own && !asks) || others <= 3
}

fn is_heading(text: &Text, block: &Block, next: &Block, words: &Range<usize>, ended_lists: bool) -> bool {
    let said = text.blocks.text.text()[block.range.clone()].trim();
    let length = said.chars().count();
    if block.heading.is_some_and(|level| level > 1) {
        return true;
    }
    if block.heading == Some(1) || length > 110 || length < 3 || matches!(block.marker, Some(Marker::Item)) {
        return false;
    }
    let numbers = !within(&text.marks.numbers, words).is_empty();
    let facts = !within(&text.marks.contacts, words).is_empty() || numbers && !capitals(said);
    let closed = said.ends_with(['.', ';', '…', ',']);
    if facts || closed || starts::with_label(said) || words.len() > 18 {
        return false;
    }
    let bare = said.trim_end_matches(['*', ' ', '\u{a0}']);
    let colon = bare.ends_with([':', '–', '—', '-']);
    let named = named(text, words) && tells(text, words);
    if capitals(said) {
        return true;
    }
    if block.marker.is_some() {
        let sectioned = matches!(block.marker, Some(Marker::Roman | Marker::Sign('§')));
        return (colon || sectioned || (ended_lists && !said.ends_with(['!', '?'])))
            && !named
            && (next.marker.is_some() || sectioned)
            && (colon || within(&text.marks.places, words).is_empty());
    }
    if colon {
        return !named;
    }
    let after = next.range.len() > block.range.len() || next.marker.is_some();
    let apart = block.gap || block.range.start == 0;
    !said.ends_with(['!', '?'])
        && after
        && apart
        && length <= 90
        && !begins(said, OPENING)
        && !(named && said.contains(','))
        || said.ends_with('!') && length <= 50 && apart && !named && after && next.range.len() > 120
}

pub(super) fn capitals(text: &str) -> bool {
    let letters = text.chars().filter(|c| c.is_alphabetic());
    letters.clone().count() > 2 && letters.clone().filter(|c| c.is_lowercase()).count() * 8 <= letters.count()
}

/// Whether the release's publisher is the subject.
fn authority_first(text: &Text, words: &Range<usize>) -> bool {
    let first = words.start..words.end.min(words.start + 5);
    within(&text.marks.bodies, &first)
        .first()
        .is_some_and(|mark| mark.value == Body::Authority)
}

/// Whether words name who or where.
pub(super) fn named(text: &Text, words: &Range<usize>) -> bool {
    let place = within(&text.marks.places, words)
        .iter()
        .any(|mark| matches!(mark.value.nearness, Nearness::At | Nearness::Near));
    place
        || actor(text, std::slice::from_ref(words)).is_some()
        || !within(&text.marks.areas, words).is_empty()
}

/// Whether words say that something is done, counted, asked for.
pub(super) fn tells(text: &Text, words: &Range<usize>) -> bool {
    !within(&text.marks.acts, words).is_empty()
        || !within(&text.marks.asks, words).is_empty()
        || within(&text.marks.numbers, words)
            .iter()
            .any(|mark| mark.value.unit.is_some())
        || !within(&text.marks.contacts, words).is_empty()
}

/// Whether words can tell of an initiative by themselves.
pub(super) fn evidence(text: &Text, words: &Range<usize>) -> bool {
    named(text, words) && tells(text, words)
}

/// Whether a sentence brings in somebody: a body or a place in its first words.
pub(super) fn introduces(text: &Text, words: &Range<usize>) -> bool {
    let first = words.start..words.end.min(words.start + 12);
    opens_with_place(text, words) || actor(text, &[first]).is_some()
}

/// Whether a sentence begins « À Lens, … » or « Lens : … ».
pub(super) fn opens_with_place(text: &Text, words: &Range<usize>) -> bool {
    let first = words.start..words.end.min(words.start + 6);
    within(&text.marks.places, &first).iter().any(|mark| {
        mark.value.nearness == Nearness::At && mark.words.start <= words.start + 4 && mark.value.stated
    }) && !matches!(text.words.fold(words.start), "le" | "la" | "les" | "elle" | "il")
}

/// The first body that acts, by the word of the text that names it.
pub(super) fn actor(text: &Text, parts: &[Range<usize>]) -> Option<String> {
    parts
        .iter()
        .flat_map(|part| within(&text.marks.bodies, part))
        .find_map(|mark| {
            acts(text, mark).then(|| {
                let end = (mark.words.end + 4).min(text.words.len());
                let name: Vec<&str> = (mark.words.start..end)
                    .filter(|at| text.words.is_letters(*at))
                    .map(|at| text.words.fold(at))
                    .take(3)
                    .collect();
                name.join(" ")
            })
        })
}

/// Whether a body is one that does something, rather than one that something is done for.
pub(in super::super) fn acts(text: &Text, mark: &Mark<Body>) -> bool {
    let Body::Actor(_, naming) = mark.value else {
        return false;
    };
    let before = text.words.fold_before(mark.words.start, 1);
    let determined = matches!(before, "le" | "la" | "l'" | "les" | "un" | "une" | "ancien")
        || text.words.is_capital(mark.words.start);
    let further = text.words.fold_before(mark.words.start, 2);
    let object = matches!(
        further,
        "a" | "de" | "pour" | "chez" | "avec" | "par" | "vers" | "dans" | "sur"
    ) && naming != Naming::Nobody;
    determined && !object
}

/// The sentences of a stretch of words.
pub(in super::super) fn sentences(text: &Text, words: &Range<usize>) -> Vec<Range<usize>> {
    let all = &text.words;
    let mut found = Vec::new();
    let mut start = words.start;
    for at in words.clone() {
        let ends = ['.', '!', '?'].iter().any(|sign| all.is_sign(at, *sign));
        if !ends || at + 1 >= words.end {
            continue;
        }
        let contact = within(&text.marks.contacts, &(at.saturating_sub(40)..at + 1))
            .iter()
            .any(|mark| mark.words.contains(&at));
        let short = all.is_sign(at, '.')
            && at > words.start
            && (all.fold(at - 1).len() < 2
                || matches!(
                    all.fold(at - 1),
                    "tel"
                        | "mme"
                        | "mlle"
                        | "mr"
                        | "dr"
                        | "st"
                        | "ste"
                        | "rens"
                        | "av"
                        | "bd"
                        | "env"
                        | "art"
                ))
            && !all.is_digits(at - 1);
        let next = at + 1;
        let opens = all.is_capital(next)
            || all.is_digits(next)
            || all.is_sign(next, '«')
            || all.is_sign(next, '"')
            || all.is_sign(next, '(');
        if !contact && !short && opens && !all.is_glued(next) {
            found.push(start..next);
            start = next;
        }
    }
    if start < words.end {
        found.push(start..words.end);
    }
    found
}
