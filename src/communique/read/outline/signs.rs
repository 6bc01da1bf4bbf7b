//! What tells the parts of a text from each other.

mod bodies;
mod dated;
mod frames;
mod lines;
mod lists;
mod number;
mod quotations;
mod rows;
mod titles;
mod told;

pub(in crate::communique::read) use bodies::{actor, acts, is_told_of, name_at_line_start};
pub(super) use dated::dates_release;
use dated::{is_contact, is_dateline};
use frames::{frame_navigation, is_byline, is_masthead, is_postal, is_rubric, is_site_line, over_headings};
pub(super) use lines::field;
pub(super) use lists::names_other;
pub(in crate::communique::read) use number::number_of;
pub(super) use quotations::only_quotes;
use quotations::{is_quotation, tells_behind_quotation};
use rows::heads_columns;
pub(super) use rows::is_table_row;
use told::{authority_first, names_place, tells_itself};
pub(in crate::communique::read) use told::{
    counts, evidence, introduces, is_named, named, names_subject, opens_with_commune_label, opens_with_place,
    opens_with_title, says, tells, thanks_another, turns,
};

use super::super::Text;
use super::super::blocks::Marker;
use super::super::marks::{begins_at, within};
use super::super::tables::labels::{MAIL, PRESS};
use super::super::tables::release::{COLUMNS, EDITORIAL, FOOTERS, LETTERHEAD, OPENING, TITLELESS};
use super::super::words::starts;
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
    /// A point of a list that a paragraph announces, and no initiative.
    pub(super) point: bool,
    /// It says nothing but where: what stands below happens there.
    pub(super) place: bool,
    /// It begins with a commune as its label, as others do.
    pub(super) labelled: bool,
    /// It is a line of a form: « Commune : Clisson ».
    pub(super) field: bool,
    /// It names the one initiative that is told below.
    pub(super) title: bool,
    /// It only calls something to mind.
    pub(super) reminder: bool,
}

/// What was noticed of each block, and where the body of the text lies.
pub(super) struct Signs {
    /// For each block.
    pub(super) list: Vec<Sign>,
    /// The first block of the body.
    pub(super) body: usize,
    /// The last block that tells of an initiative.
    pub(super) last: usize,
    /// Whether the title names the one body that all is told of.
    pub(super) single: bool,
}

impl Signs {
    pub(super) fn of(text: &Text) -> Self {
        let blocks = &text.blocks.list;
        let mut list: Vec<Sign> = (0..blocks.len()).map(|at| noticed(text, at)).collect();
        lists::find_bare(text, &mut list);
        lines::find_places(text, &mut list);
        lines::find_fields(text, &mut list);
        lines::find_labelled(text, &mut list);
        let table = rows::find(text, &mut list);
        frame_navigation(text, &mut list);
        super::headings::find(text, &mut list);
        titles::find(text, &mut list);
        // « Croix-Rouge française, délégation du Doubs - 01 99 00 00 00 »: who signs at the end tells nothing.
        if let Some(last) = (0..list.len()).rev().find(|at| !list[*at].frame) {
            let words = text.words.within(&blocks[last].range);
            list[last].evidence &= list[last].marked || says(text, &words);
        }
        let first_told = first_told(text, &list, table);
        let numbered = |at: usize| list[at].numbered || blocks[at].heading == Some(1);
        // « LE PETIT JOURNAL, n° 31, 12 septembre 2022 » is the title, whatever day stands behind it.
        let names_itself = |at: usize| {
            !is_bare(said(text, at))
                && (!list[at].dateline || blocks[at].heading == Some(1) || is_masthead(text, at))
        };
        let titled = (0..first_told).any(|at| numbered(at) && names_itself(at));
        let candidate = |at: &usize| {
            let sign = &list[*at];
            sign.heading && !sign.numbered && !sign.letterhead && !sign.frame
        };
        let rubric = |at: usize| is_rubric(said(text, at));
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
        // No title stands below a paragraph.
        let below = |last: usize| {
            let lead = (0..last).any(|at| !list[at].frame && !list[at].heading && is_lead(said(text, at)));
            lead && list.iter().filter(|sign| sign.heading).count() > 1
        };
        // The last heading, in capitals right below place and day, is the title, whatever stands above them.
        let alone = |last: usize| {
            matches!(headings::style(text, last), Style::Capitals | Style::Plain)
                && !rubric(last)
                && last_head.is_some_and(|head| {
                    let bare = list[head].numbered && is_bare(said(text, head));
                    (list[head].dateline || bare) && head + 1 == last
                })
                && !list.iter().skip(last + 1).any(|sign| sign.heading)
        };
        let opening = candidates.last().copied().filter(|last| {
            !alone(*last) && (candidates.len() > usize::from(!titled) || headed(*last) || below(*last) || rubric(*last))
                && last_head.is_none_or(|head| head < *last)
                && first_told - last <= 3
                // Where titles stand over paragraphs, a heading of a section stands over titles.
                && (!list.iter().any(|sign| sign.title)
                    || list.get(first_told).is_some_and(|sign| sign.title) && first_told == last + 1)
        });
        let body = opening.map_or(first_told, |opening| over_headings(text, &list, opening));
        let named = |at: &&usize| !titled && **at < body && !said(text, **at).trim_end().ends_with(':');
        let title = candidates.iter().find(|at| alone(**at)).filter(named).copied();
        let title = title.or_else(|| candidates.first().filter(named).copied());
        let title = title.or_else(|| (0..body).find(|at| !titled && is_title(text, *at, &list[*at])));
        for (at, sign) in list.iter_mut().enumerate() {
            sign.head = sign.dateline
                || sign.letterhead
                || sign.numbered
                || title == Some(at)
                || blocks[at].heading == Some(1);
        }
        let tells = |at: &usize| {
            let closes = !list[*at].marked
                && begins(said(text, *at), super::CLOSING)
                && !goes_through_places(text, *at);
            list[*at].evidence && !list[*at].press && !closes
        };
        let end = (0..list.len()).rev().find(tells).unwrap_or(0);
        find_bulleted(&mut list, end);
        let single = title.is_some_and(|title| lists::is_single(text, &list, title, body));
        Self {
            single,
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

/// Whether a text is a paragraph of the release's own, longer than any title.
fn is_paragraph(said: &str) -> bool {
    said.len() > 120 && said.trim_end().ends_with(['.', '!', '?', '…', ':'])
}

/// Whether a text is a sentence of some length, as no title is.
fn is_lead(said: &str) -> bool {
    said.len() > LONGEST_PLACE_LINE && said.trim_end().ends_with(['.', '!', '…', ':'])
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
    let columns = !said.trim_end().ends_with([':', '?'])
        && words.clone().filter(|at| text.words.is_letters(*at)).count() > 1
        && words.clone().all(|at| {
            COLUMNS.contains(&text.words.fold(at)) || !text.words.is_letters(at) && !text.words.is_digits(at)
        });
    let columns = columns || heads_columns(said);
    let hashtags = said.starts_with('#') && said[1..].starts_with(char::is_alphanumeric);
    let footer = columns
        || hashtags
        || said.len() < 120 && (said.starts_with('©') || begins(said, FOOTERS))
        || is_site_line(said)
        || is_byline(text, &words, said, block.marker.is_some());
    let frame = block.frame || rule || footer || at < 12 && begins_mail(said);
    let unmarked = block.marker.is_none();
    let authority = authority_first(text, &words);
    // « Jeanne Le Goff | CCAS | 01 99 00 00 00 » signs, and tells nothing.
    let card = begins_at(&text.marks.people, words.start) && !says(text, &words);
    let reminds = unmarked && told::reminds(text, &words) || !unmarked && told::is_void(text, &words);
    let evidence = !frame
        && !card
        && !reminds
        && !is_postal(text, &words)
        && !told::is_said_to_one(text, &words)
        && tells_itself(text, &words, authority);
    let short = said.chars().take(110).count() < 110;
    Sign {
        frame,
        press: !frame && unmarked && (begins(said, PRESS) || calls_press(said)) && said.len() < 300,
        dateline: is_dateline(text, &words, said),
        letterhead: at < 14 && short && begins(said, LETTERHEAD),
        numbered: at < 25 && unmarked && said.len() < 400 && number_of(text, &words).is_some(),
        contact: is_contact(text, block, &words),
        rule,
        authority,
        evidence,
        plain_heading: unmarked
            && block.heading.is_none()
            && !capitals(said)
            && !said.trim_end().ends_with([':', '-', '–']),
        // « 11h02 Lancement, jingle » is no item of a list.
        marked: !unmarked
            && (evidence || block.marker != Some(Marker::Hour))
            && !(short && begins(said, EDITORIAL)),
        reminder: reminds,
        ..Sign::default()
    }
}

/// The first block that tells of an initiative.
fn first_told(text: &Text, list: &[Sign], table: Option<usize>) -> usize {
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
            // A paragraph alone between the day and the first of several headings is a lead.
            let lead = || {
                let between = head.map_or(0..0, |head| head + 1..**at);
                let between: Vec<usize> = between.filter(|at| !list[*at].frame).collect();
                // A greeting or a second title stands beside it.
                between.len() == 1 || between.iter().filter(|at| is_lead(said(text, **at))).count() == 1
            };
            (style != Style::Plain || lead()) && headings.iter().any(alike)
        });
    let labelled = list.iter().position(|sign| sign.labelled);
    let several = list.iter().filter(|sign| sign.labelled).count() > 2;
    let placed = told::first_placed(text, list);
    let title = list.iter().position(|sign| sign.title || sign.place);
    let told = |at: &usize| {
        let sign = &list[*at];
        // Above labelled paragraphs a short one leads to them.
        let above = labelled.filter(|first| headings.iter().all(|heading| heading < first));
        // Above several that each begin with a place, so does one that says where in general.
        let leads = above.is_some_and(|first| {
            *at < first && (!is_paragraph(said(text, *at)) || several && !opens_with_place_of(text, *at))
        });
        let free = !sign.frame
            && !sign.press
            && !sign.dateline
            && !sign.letterhead
            && !sign.numbered
            && !sign.heading;
        let prose = || {
            // What stands above a table, or above paragraphs that each begin with a place, leads to them.
            let headed = parted.is_some_and(|first| at > first);
            if table.is_some_and(|head| *at < head)
                || placed.is_some_and(|first| *at < first) && !headed && !names_place(text, *at)
            {
                return false;
            }
            // Below a heading of a page a count is enough.
            let counted = || {
                let words = text.words.within(&text.blocks.list[*at].range);
                counts(text, &words) && headings.len() > 1 && opens_section(text, list, *at)
            };
            (sign.evidence || counted())
                && text.blocks.list[*at].heading.is_none()
                && (!begins(said(text, *at), OPENING)
                    || goes_through_places(text, *at)
                    || told::goes_to_place(text, *at))
                && !told::announces(text, *at)
                && !leads
                && (!is_quotation(said(text, *at)) || tells_behind_quotation(text, *at))
                && (is_told(said(text, *at)) || has_contact(text, *at))
                && parted.is_none_or(|first| at > first)
                && title.is_none_or(|first| *at > first)
                && !headings
                    .get(1)
                    .is_some_and(|second| at < &headings[0] && *at < *second)
                && (bullets < 2 || opens_section(text, list, *at) || !has_bullet_below(list, *at))
        };
        free && (sign.marked || sign.place || sign.field || sign.labelled || sign.title || prose())
    };
    (0..list.len()).find(told).unwrap_or(list.len())
}

/// Whether a block begins « À Lens, … ».
fn opens_with_place_of(text: &Text, at: usize) -> bool {
    let words = text.words.within(&text.blocks.list[at].range);
    opens_with_place(text, &words)
}

/// Marks the blocks of sections whose items stand behind bullets.
fn find_bulleted(list: &mut [Sign], end: usize) {
    let mut from = 0;
    for at in 0..=list.len() {
        if at == list.len() || list[at].heading {
            let is_item = |sign: &Sign| sign.marked && !sign.contact && !sign.frame && !sign.heading;
            // « G. Durand » below the last initiative is no item of a list.
            let told = at.min(end + 1).max(from);
            let any = list[from..told].iter().any(is_item);
            list[from..at].iter_mut().for_each(|sign| sign.bulleted = any);
            from = at;
        }
    }
}

fn has_bullet_below(list: &[Sign], at: usize) -> bool {
    let below = list.iter().skip(at + 1).take(7);
    below.into_iter().any(Sign::is_item)
}

/// Whether a block gives an address, as a row of a table does.
fn has_contact(text: &Text, at: usize) -> bool {
    let words = text.words.within(&text.blocks.list[at].range);
    !within(&text.marks.contacts, &words).is_empty()
}

/// Whether a block names a day.
pub(super) fn has_date(text: &Text, at: usize) -> bool {
    let words = text.words.within(&text.blocks.list[at].range);
    !within(&text.marks.dates, &words).is_empty()
}

/// Whether a paragraph goes through several places, one after the other: « à Guise, … ; à Hirson, … ».
fn goes_through_places(text: &Text, at: usize) -> bool {
    let words = text.words.within(&text.blocks.list[at].range);
    let sentences = super::sentences(text, &words);
    let told = sentences
        .iter()
        .filter(|sentence| opens_with_place(text, sentence) && evidence(text, sentence));
    told.take(2).count() > 1
}

/// Whether a block stands right below a heading that announces it.
fn opens_section(text: &Text, list: &[Sign], at: usize) -> bool {
    at.checked_sub(1).is_some_and(|above| {
        let of_page = text.blocks.list[above].heading.is_some_and(|level| level > 1);
        list[above].heading && (of_page || said(text, above).trim_end().ends_with([':', '?']))
    })
}

/// Whether a line gives the address of whoever answers the press: « Contact : bureau de presse, 03 … ».
fn calls_press(said: &str) -> bool {
    let head: String = said.chars().take(LONGEST_PLACE_LINE).collect();
    let folded = fold(&head);
    let mut words = folded.split(|c: char| !c.is_alphanumeric());
    starts::with_label(said) && words.any(|word| word == "presse")
}

/// Whether a text is told in sentences, rather than a title.
fn is_told(said: &str) -> bool {
    let ends = said
        .trim_end()
        .trim_end_matches(['»', '"', ')', ' ', '\u{a0}'])
        .ends_with(['.', ';', '…']);
    ends || said.len() > 100 || said.contains(':') || is_table_row(said)
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
