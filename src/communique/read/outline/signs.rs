//! What tells the parts of a text from each other.

use std::ops::Range;

use super::super::Text;
use super::super::blocks::Block;
use super::super::marks::{Act, Body, Mark, within};
use super::super::tables::labels::{MAIL, PRESS};
use super::super::tables::numerals::{NUMERALS, Numeral};
use super::super::tables::organisers::{HOLDERS, Naming};
use super::super::tables::places::Nearness;
use super::super::tables::release::{COLUMNS, FOOTERS, LETTERHEAD, NUMBERED, OPENING, TITLELESS};
use super::super::tables::units::{Unit, is_occupation};
use super::super::words::{Words, starts};
use super::headings::{self, Style, capitals};
use crate::domain::text::fold;

/// How many blocks at the start may be the head.
const HEAD: usize = 14;

/// The longest line that says where and in a few words what, in bytes.
const LONGEST_PLACE_LINE: usize = 80;

/// What was noticed of one block.
#[derive(Debug, Clone, Copy, Default)]
#[allow(
    clippy::struct_excessive_bools,
    reason = "each is noticed by itself, and several hold at once"
)]
pub(super) struct Sign {
    /// It surrounds the text.
    pub(super) frame: bool,
    /// It says whom the press calls.
    pub(super) press: bool,
    /// It belongs to the head of the release.
    pub(super) head: bool,
    /// It may be the heading of a section.
    pub(super) heading: bool,
    /// A heading that is neither capitals nor closed by a colon.
    pub(super) plain_heading: bool,
    /// It only gives contacts, or announces them.
    pub(super) contact: bool,
    /// It can tell of an initiative by itself.
    pub(super) evidence: bool,
    /// Its section has items behind bullets.
    pub(super) bulleted: bool,
    /// It is a line of signs.
    pub(super) rule: bool,
    /// It begins with whoever publishes.
    pub(super) authority: bool,
    /// It gives place and day.
    pub(super) dateline: bool,
    pub(super) letterhead: bool,
    /// It bears the number.
    pub(super) numbered: bool,
    /// An item of a list.
    pub(super) marked: bool,
    /// It says nothing but where: what stands below happens there.
    pub(super) place: bool,
}

/// What was noticed of each block, and where the body of the text lies.
pub(super) struct Signs {
    /// For each block.
    pub(super) list: Vec<Sign>,
    /// The first block of the body.
    pub(super) body: usize,
    /// The last block that tells of an initiative.
    pub(super) last: usize,
}

impl Signs {
    pub(super) fn of(text: &Text) -> Self {
        let blocks = &text.blocks.list;
        let mut list: Vec<Sign> = (0..blocks.len()).map(|at| noticed(text, at)).collect();
        find_places(text, &mut list);
        super::headings::find(text, &mut list);
        let first_told = first_told(text, &list);
        let numbered = |at: usize| list[at].numbered || blocks[at].heading == Some(1);
        let titled = (0..first_told).any(|at| numbered(at) && !list[at].dateline && !is_bare(said(text, at)));
        let candidate = |at: &usize| {
            let sign = &list[*at];
            sign.heading && !sign.numbered && !sign.letterhead && !sign.frame
        };
        let candidates: Vec<usize> = (0..first_told).filter(candidate).collect();
        let last_head = (0..first_told).rev().find(|at| {
            let sign = &list[*at];
            sign.dateline || sign.numbered || (sign.letterhead && !sign.heading)
        });
        // The last heading before the first initiative opens its section, unless it is the title. One that looks
        // as a later one does is no title.
        let repeated = |at: usize| {
            let own = headings::style(text, at);
            let later = (at + 1..list.len()).filter(|later| list[*later].heading);
            own != Style::Plain && later.into_iter().any(|later| headings::style(text, later) == own)
        };
        let headed = |last: usize| {
            repeated(last) && (first_told == last + 1 || (0..last).any(|at| is_title(text, at, &list[at])))
        };
        let opening = candidates.last().copied().filter(|last| {
            (candidates.len() > usize::from(!titled) || headed(*last))
                && last_head.is_none_or(|head| head < *last)
                && first_told - last <= 3
        });
        let body = opening.unwrap_or(first_told);
        let named = |at: &&usize| !titled && **at < body && !said(text, **at).trim_end().ends_with(':');
        let title = candidates.first().filter(named).copied();
        let title = title.or_else(|| (0..body).find(|at| !titled && is_title(text, *at, &list[*at])));
        for (at, sign) in list.iter_mut().enumerate() {
            sign.head = sign.dateline
                || sign.letterhead
                || sign.numbered
                || title == Some(at)
                || blocks[at].heading == Some(1);
        }
        let tells =
            |at: &usize| list[*at].evidence && !list[*at].press && !begins(said(text, *at), super::CLOSING);
        let end = (0..list.len()).rev().find(tells).unwrap_or(0);
        find_bulleted(&mut list);
        Self {
            list,
            body,
            last: end,
        }
    }

    pub(super) fn gap_before(&self, text: &Text, at: usize) -> bool {
        text.blocks.list[at].gap && !self.list[at].contact
    }
}

/// Whether a text says no more than « Communiqué de presse n° 7 ».
pub(in super::super) fn is_bare(said: &str) -> bool {
    let rest = TITLELESS
        .iter()
        .fold(fold(said), |rest, word| rest.replace(word, " "));
    rest.chars().filter(|c| c.is_alphabetic()).count() < 4
}

/// Whether a block at the head can only be the title: a short line that is no sentence.
fn is_title(text: &Text, at: usize, sign: &Sign) -> bool {
    let said = said(text, at);
    let free = !sign.frame && !sign.press && !sign.dateline && !sign.letterhead && !sign.contact;
    let said = said.trim_end();
    let ended = said.ends_with(['.', ',', ';', ':', '…']);
    free && !ended && said.len() <= 140 && !begins(said, OPENING) && !is_bare(said)
}

/// The text of a block.
pub(super) fn said<'a>(text: &'a Text, at: usize) -> &'a str {
    &text.blocks.text.text()[text.blocks.list[at].range.clone()]
}

/// What a block shows by itself.
fn noticed(text: &Text, at: usize) -> Sign {
    let block = &text.blocks.list[at];
    let said = said(text, at);
    let words = text.words.within(&block.range);
    let rule = !said.contains(char::is_alphanumeric);
    let columns = words.len() > 1
        && words.clone().all(|at| {
            COLUMNS.contains(&text.words.fold(at)) || !text.words.is_letters(at) && !text.words.is_digits(at)
        });
    let footer = columns || said.len() < 120 && (said.starts_with('©') || begins(said, FOOTERS));
    let frame = block.frame || rule || footer || at < 12 && begins_mail(said);
    let unmarked = block.marker.is_none();
    let authority = authority_first(text, &words);
    let short = said.chars().take(110).count() < 110;
    Sign {
        frame,
        press: !frame && unmarked && begins(said, PRESS) && said.len() < 300,
        dateline: is_dateline(text, &words, said),
        letterhead: at < 14 && short && begins(said, LETTERHEAD),
        numbered: at < 25 && unmarked && said.len() < 400 && number_of(text, &words).is_some(),
        contact: is_contact(text, block, &words),
        rule,
        authority,
        evidence: !frame && tells_itself(text, &words, authority),
        plain_heading: unmarked
            && block.heading.is_none()
            && !capitals(said)
            && !said.trim_end().ends_with([':', '-', '–']),
        marked: !unmarked,
        ..Sign::default()
    }
}

/// Marks the lines that say nothing but where, if there are several and no list stands below them.
fn find_places(text: &Text, list: &mut [Sign]) {
    let only: Vec<usize> = (0..list.len())
        .filter(|at| {
            let below = list.get(at + 1).is_some_and(|next| !next.marked && !next.frame);
            below && !list[*at].marked && !list[*at].dateline && is_headed_by_place(text, *at)
        })
        .collect();
    if only.len() > 1 {
        for at in only {
            list[at].place = true;
        }
    }
}

/// Whether a block says where, and in a few words what: « [ GEX ] », « REZÉ, LES JARDINS DE LA MORINIÈRE ».
fn is_headed_by_place(text: &Text, at: usize) -> bool {
    let said = said(text, at).trim_end();
    let words = text.words.within(&text.blocks.list[at].range);
    let named = words
        .clone()
        .find(|at| text.words.is_letters(*at) || text.words.is_digits(*at));
    let place = within(&text.marks.places, &words).first();
    let Some(place) = place.filter(|place| Some(place.words.start) == named) else {
        return false;
    };
    let parted = place.words.end == words.end
        || [',', '-', ']', '(', ':', '|']
            .iter()
            .any(|sign| text.words.is_sign(place.words.end, *sign));
    let short = said.len() <= LONGEST_PLACE_LINE && !said.ends_with(['.', ';', '…']);
    parted && short && !tells(text, &words)
}

/// The first block that tells of an initiative.
fn first_told(text: &Text, list: &[Sign]) -> usize {
    let bullets = list.iter().filter(|sign| sign.is_item()).count();
    // Where headings come later, what stands before the first one introduces them.
    let headings: Vec<usize> = (0..list.len())
        .filter(|at| list[*at].heading && !list[*at].numbered)
        .collect();
    // So does what stands before the first of those that look alike, below the head.
    let head = (0..list.len().min(HEAD))
        .rev()
        .find(|at| list[*at].dateline || list[*at].numbered);
    let parted = headings
        .iter()
        .filter(|at| head.is_none_or(|head| **at > head))
        .find(|at| {
            let style = headings::style(text, **at);
            let alike = |other: &usize| *other > **at && headings::style(text, *other) == style;
            style != Style::Plain && headings.iter().any(alike)
        });
    let told = |at: &usize| {
        let sign = &list[*at];
        let free = !sign.frame
            && !sign.press
            && !sign.dateline
            && !sign.letterhead
            && !sign.numbered
            && !sign.heading;
        let prose = || {
            sign.evidence
                && !begins(said(text, *at), OPENING)
                && !is_quotation(said(text, *at))
                && is_told(said(text, *at))
                && parted.is_none_or(|first| at > first)
                && !headings
                    .get(1)
                    .is_some_and(|second| at < &headings[0] && *at < *second)
                && (bullets < 2 || opens_section(text, list, *at) || !has_bullet_below(list, *at))
        };
        free && (sign.marked || sign.place || prose())
    };
    (0..list.len()).find(told).unwrap_or(list.len())
}

/// Marks the blocks of sections whose items stand behind bullets.
fn find_bulleted(list: &mut [Sign]) {
    let mut from = 0;
    for at in 0..=list.len() {
        if at == list.len() || list[at].heading {
            let is_item = |sign: &Sign| sign.marked && !sign.contact && !sign.frame && !sign.heading;
            let any = list[from..at].iter().any(is_item);
            list[from..at].iter_mut().for_each(|sign| sign.bulleted = any);
            from = at;
        }
    }
}

fn has_bullet_below(list: &[Sign], at: usize) -> bool {
    let below = list.iter().skip(at + 1).take(7);
    below.into_iter().any(Sign::is_item)
}

/// Whether a block stands right below a heading that announces it.
fn opens_section(text: &Text, list: &[Sign], at: usize) -> bool {
    at.checked_sub(1)
        .is_some_and(|above| list[above].heading && said(text, above).trim_end().ends_with([':', '?']))
}

/// Whether a text begins with what somebody said: « Ici, la porte est ouverte. »
fn is_quotation(said: &str) -> bool {
    let inside = said
        .trim_start()
        .strip_prefix('«')
        .and_then(|rest| rest.split_once('»'));
    inside.is_some_and(|(inside, _)| inside.trim_end().ends_with(['.', '!', '?', '…', ',']))
}

/// Whether a text is told in sentences, rather than a title.
fn is_told(said: &str) -> bool {
    let ends = said
        .trim_end()
        .trim_end_matches(['»', '"', ')', ' ', '\u{a0}'])
        .ends_with(['.', ';', '…']);
    ends || said.len() > 100 || said.contains(':')
}

impl Sign {
    /// Whether it is an item of a list.
    fn is_item(&self) -> bool {
        self.marked && !self.frame && !self.heading
    }
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
    let days = within(&text.marks.dates, words);
    let dated = days
        .iter()
        .any(|date| date.value.year.is_some() || words.len() <= 8);
    dated && said.chars().count() < 130 && words.len() <= 22 && within(&text.marks.acts, words).is_empty()
}

/// The number that a text gives itself: « n° 7 », « numéro 7 ».
pub(in super::super) fn number_of(text: &Text, words: &Range<usize>) -> Option<(u32, usize)> {
    let all = &text.words;
    words.clone().find_map(|at| {
        if let Some(number) = counted(all, words, at) {
            return Some((number, at));
        }
        if !all.is_digits(at) || all.fold(at).len() > 4 || at <= words.start {
            return None;
        }
        // « n° 23-311 » is a register's.
        if all.is_sign(at + 1, '-') && all.is_glued(at + 1) && all.is_digits(at + 2) && all.is_glued(at + 2) {
            return None;
        }
        if all.is_sign(at - 1, '#') {
            return all.fold(at).parse().ok().map(|number| (number, at));
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

/// « lettre 14 », « épisode 6 », « n° XI », « numéro trois », « 2e communiqué ».
fn counted(all: &Words, words: &Range<usize>, at: usize) -> Option<u32> {
    let word = all.fold(at);
    let before = all.fold_before(at, 1);
    let numero = before == "numero" || before == "°" && all.fold_before(at, 2) == "n";
    if all.is_letters(at) && numero && at > words.start {
        return roman(all, at).or_else(|| {
            NUMERALS.iter().find_map(|(name, numeral)| match numeral {
                Numeral::Plus(number) if *name == word => Some(*number),
                _ => None,
            })
        });
    }
    let small = all.is_digits(at) && word.len() <= 3;
    let named = small && at > words.start && NUMBERED.contains(&before) && !all.is_sign(at + 1, '/');
    let ordinal = small
        && all.is_glued(at + 1)
        && matches!(all.fold(at + 1), "e" | "eme" | "er")
        && NUMBERED.contains(&all.fold(at + 2));
    (named || ordinal).then(|| word.parse().ok()).flatten()
}

/// A number in Roman capitals.
fn roman(all: &Words, at: usize) -> Option<u32> {
    let value = |c: char| match c {
        'i' => Some(1),
        'v' => Some(5),
        'x' => Some(10),
        'l' => Some(50),
        _ => None,
    };
    let digits: Option<Vec<u32>> = all.fold(at).chars().map(value).collect();
    let digits = digits.filter(|digits| !digits.is_empty() && all.is_capital(at))?;
    let after = digits.iter().skip(1).copied().chain([0]);
    let (add, less) = digits.iter().zip(after).fold((0, 0), |(add, less), (one, next)| {
        if *one < next {
            (add, less + one)
        } else {
            (add + one, less)
        }
    });
    Some(add - less)
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

/// Whether a block tells of an initiative: as a whole, or in one of its sentences where it begins with
/// whoever publishes.
fn tells_itself(text: &Text, words: &Range<usize>, authority: bool) -> bool {
    if !authority {
        return evidence(text, words);
    }
    let sentences = super::sentences(text, words);
    sentences.len() > 3
        && sentences.iter().any(|sentence| {
            evidence(text, sentence) && !authority_first(text, sentence) && opens_with_place(text, sentence)
        })
}

/// Whether words say that something was done and how much.
pub(super) fn counts(text: &Text, words: &Range<usize>) -> bool {
    let numbers = within(&text.marks.numbers, words);
    let done = |act: &Mark<Act>| !matches!(act.value, Act::Aim | Act::Other);
    numbers.iter().any(|mark| mark.value.unit.is_some()) && within(&text.marks.acts, words).iter().any(done)
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
    let first = words.start..words.end.min(words.start + 10);
    within(&text.marks.places, &first).iter().any(|mark| {
        let close = mark.words.start <= words.start + 4;
        // « Sur l’île d’Oléron, à Saint-Pierre »
        let said = text.words.fold_before(mark.words.start, 1) == "a"
            && text.words.is_sign(mark.words.start.wrapping_sub(2), ',');
        mark.value.nearness == Nearness::At
            && (close || said)
            && (mark.value.stated || mark.words.start == words.start)
    }) && (!matches!(text.words.fold(words.start), "le" | "la" | "les" | "elle" | "il")
        || within(&text.marks.places, &(words.start..words.start + 1)).len() == 1)
}

/// The first body that acts, by the word of the text that names it.
pub(super) fn actor(text: &Text, parts: &[Range<usize>]) -> Option<String> {
    parts
        .iter()
        .flat_map(|part| within(&text.marks.bodies, part))
        .find_map(|mark| {
            acts(text, mark).then(|| {
                let end = (mark.words.end + 4).min(text.words.len());
                let named = |at: &usize| {
                    text.words.is_letters(*at) && (mark.words.contains(at) || text.words.is_capital(*at))
                };
                let name: Vec<&str> = (mark.words.start..end)
                    .filter(named)
                    .map(|at| text.words.fold(at))
                    .take(3)
                    .collect();
                name.join(" ")
            })
        })
}

/// Whether a word stands for the body that it belongs to: « l’antenne », « les makers ».
fn is_holder(text: &Text, at: usize) -> bool {
    let words = &text.words;
    let word = words.fold(at);
    let before = words.fold_before(at, 1);
    // « aux résidents de l’Ehpad », « les anciens de l’usine » are others.
    let object =
        before == "aux" || before == "les" && matches!(words.fold_before(at, 2), "pour" | "chez" | "avec");
    if object || word == "anciens" || word == "anciennes" {
        return false;
    }
    let opens = at.checked_sub(2).is_none_or(|at| !words.is_letters(at));
    let counted = words.is_digits(at.wrapping_sub(1))
        || !within(&text.marks.numbers, &(at.wrapping_sub(1)..at)).is_empty();
    let people = word.ends_with('s') && (matches!(before, "les" | "des") || counted);
    if people && before == "les" && opens {
        return true;
    }
    let who = || {
        let unit = text.tables.units.find(words, at).map(|(_, unit)| unit);
        matches!(unit, Some(Unit::Helpers | Unit::People)) || is_occupation(words.fold(at))
    };
    HOLDERS.contains(&words.fold(at)) || people && who()
}

/// Whether a body is one that does something, rather than one that something is done for.
pub(in super::super) fn acts(text: &Text, mark: &Mark<Body>) -> bool {
    let Body::Actor(_, naming) = mark.value else {
        return false;
    };
    let words = &text.words;
    let back = |back: usize| words.fold_before(mark.words.start, back);
    // « l’antenne de la Croix-Rouge », « les bénévoles du Secours populaire »
    let article = matches!(
        back(1),
        "le" | "la" | "l'" | "les" | "un" | "une" | "cette" | "cet" | "notre" | "ce"
    );
    let of = 1 + usize::from(article);
    let held = matches!(back(of), "de" | "du" | "des" | "d'")
        && mark
            .words
            .start
            .checked_sub(of + 1)
            .is_some_and(|at| is_holder(text, at));
    // « « Les Souris vertes », association de parents », « la Biolle, entreprise de Vagney »
    let beside = back(1) == "," && naming != Naming::Nobody && {
        let name = mark.words.start.wrapping_sub(2);
        words.is_capital(name) || ['»', '"'].iter().any(|sign| words.is_sign(name, *sign))
    };
    // « Issoire - résidence Les Cèdres »: right behind a label that says where.
    let labelled = matches!(back(1), "-" | ":" | "." | ",") && {
        let sign = mark.words.start.wrapping_sub(1);
        let from = sign.saturating_sub(12);
        within(&text.marks.places, &(from..sign))
            .last()
            .is_some_and(|place| place.words.end == sign)
    };
    if held || beside || labelled {
        return true;
    }
    let before = back(1);
    let several = matches!(
        before,
        "deux" | "trois" | "quatre" | "des" | "plusieurs" | "ancien" | ","
    ) && matches!(naming, Naming::Nobody | Naming::Town);
    let object = |word: &str| {
        matches!(
            word,
            "a" | "au"
                | "aux"
                | "de"
                | "du"
                | "des"
                | "d'"
                | "pour"
                | "chez"
                | "avec"
                | "par"
                | "vers"
                | "dans"
                | "sur"
        )
    };
    // « remises au CHU », « les résidents de 6 Ehpad »
    let capital = words.is_capital(mark.words.start)
        && !object(before)
        && !words.is_digits(mark.words.start.wrapping_sub(1));
    let is_object = object(back(2)) && article && naming != Naming::Nobody;
    (article || several || capital) && !is_object
}
