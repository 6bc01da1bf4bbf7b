//! The release itself: number, day, place, title, its own paragraphs, its sections and their themes.

mod sender;
mod themes;

use std::ops::Range;

use super::Text;
use super::marks::{Body, within};
use super::outline::{self, Outline, Role, signs};
use super::reading::{Release, SectionRead, ThemeRead};
use super::span::{Found, Span};
use super::tables::calendar::DAYS;
use super::tables::organisers::NAME_LINKS;
use super::tables::release::{LETTERHEAD, NEWSPAPERS, OFFICES, PAPERS};
use crate::communique::french::read_day;
use crate::communique::written::RELEASE;
use crate::domain::date::Date;
use sender::town_in_head;
pub(super) use sender::{at_home, by_sender};
pub(super) use themes::themes;

/// How many blocks from the start may bear the number.
const HEAD: usize = 25;

/// First words of letterheads.
const SENDERS: [&str; 6] = [
    "prefecture",
    "mairie",
    "ville",
    "conseil",
    "departement",
    "region",
];

/// How far before a day stands what it is the day of, in words.
const DATED: usize = 5;

/// Reads what the release says of itself.
pub(super) fn release(text: &Text, outline: &Outline) -> Release {
    let mut release = Release {
        number: number(text, outline),
        title: title(text, outline),
        office: office(text, outline),
        ..Release::default()
    };
    dateline(text, outline, &mut release);
    release.head = head(text, outline, &release);
    for (at, role) in outline.roles.iter().enumerate() {
        let said = |clean: bool| Found {
            value: trimmed(text, at, clean).1,
            span: text.blocks.list[at].span,
            sure: true,
        };
        match role {
            Role::Lead => add_paragraph(text, at, &mut release.lead, said(false)),
            // Only one office signs; another line on the right is a paragraph.
            Role::Signature
                if release
                    .office
                    .as_ref()
                    .is_none_or(|office| !text.blocks.list[at].span.holds(office.span)) =>
            {
                add_paragraph(text, at, &mut release.closing, said(false));
            }
            Role::Closing => add_paragraph(text, at, &mut release.closing, said(false)),
            Role::Heading(_) => release.sections.push(SectionRead {
                heading: said(true),
                theme: ThemeRead::None,
                intro: Vec::new(),
            }),
            Role::Intro(section) => {
                if let Some(section) = release.sections.get_mut(*section) {
                    add_paragraph(text, at, &mut section.intro, said(false));
                }
            }
            _ => {}
        }
    }
    release
}

/// The head's lines that bear a value of it.
fn head(text: &Text, outline: &Outline, release: &Release) -> Vec<Span> {
    let values = [
        release.number.as_ref().map(|found| found.span),
        release.date.as_ref().map(|found| found.span),
        release.place.as_ref().map(|found| found.span),
        release.title.as_ref().map(|found| found.span),
    ];
    let values: Vec<Span> = values.into_iter().flatten().collect();
    let roles = outline.roles.iter().zip(&text.blocks.list);
    let heads = roles
        .filter(|(role, _)| matches!(role, Role::Head))
        .map(|(_, block)| block.span);
    // Place and day at the start of a single paragraph.
    let run = outline
        .items
        .first()
        .zip(text.blocks.list.first())
        .and_then(|(item, block)| {
            let words = text.words.within(&block.range);
            let first = outline::sentences(text, &words).into_iter().next()?;
            let apart =
                item.blocks.first() == Some(&0) && item.parts.iter().all(|part| part.start >= first.end);
            apart.then(|| text.span(first))
        });
    heads
        .chain(run)
        .filter(|span| values.iter().any(|value| span.holds(*value)))
        .collect()
}

/// Adds a paragraph. What the composer wrote has a block for each of its lines.
fn add_paragraph(text: &Text, at: usize, paragraphs: &mut Vec<Found<String>>, line: Found<String>) {
    let goes_on = text.composed && !text.blocks.list[at].gap;
    match paragraphs.last_mut().filter(|_| goes_on) {
        Some(paragraph) => {
            paragraph.value.push('\n');
            paragraph.value.push_str(&line.value);
            paragraph.span = paragraph.span.with(line.span);
        }
        None => paragraphs.push(line),
    }
}

/// A block's text without blanks around it; of a heading, without its signs.
fn trimmed(text: &Text, at: usize, clean: bool) -> (Range<usize>, String) {
    let range = text.blocks.list[at].range.clone();
    let said = &text.blocks.text.text()[range.clone()];
    if !said.contains(char::is_alphanumeric) {
        return (range, String::new());
    }
    let sign = |c: char| c.is_whitespace() || clean && !text.composed && "*_:-–—#".contains(c);
    let start = range.start + (said.len() - said.trim_start_matches(sign).len());
    let said = said.trim_matches(sign);
    (start..start + said.len(), said.to_owned())
}

fn number(text: &Text, outline: &Outline) -> Option<Found<u32>> {
    let heads = outline.roles.iter().enumerate();
    let in_head = heads
        .filter(|(_, role)| matches!(role, Role::Head))
        .map(|(at, _)| at);
    let anywhere = (0..text.blocks.list.len().min(HEAD)).filter(|at| {
        matches!(
            outline.roles[*at],
            Role::Lead | Role::Frame | Role::Loose | Role::Item
        )
    });
    let in_head: Vec<usize> = in_head.collect();
    let bears = |at: &usize| {
        let said = &text.blocks.text.text()[text.blocks.list[*at].range.clone()];
        !text.composed || said.starts_with(RELEASE)
    };
    let anywhere = anywhere.filter(|_| !text.composed);
    in_head.into_iter().filter(bears).chain(anywhere).find_map(|at| {
        let words = text.words.within(&text.blocks.list[at].range);
        let (number, digits) = signs::number_of(text, &words)?;
        Some(text.found(number, digits..digits + 1, true))
    })
}

/// Fills in place and day.
fn dateline(text: &Text, outline: &Outline, release: &mut Release) {
    let heads = outline.roles.iter().enumerate();
    let mut heads = heads
        .filter(|(_, role)| matches!(role, Role::Head))
        .map(|(at, _)| at);
    if text.composed {
        let after_number = heads.find(|at| {
            let words = text.words.within(&text.blocks.list[*at].range);
            *at > 0
                && text.blocks.list[*at].heading.is_none()
                && !text.blocks.list[*at].gap
                && !words.is_empty()
        });
        if let Some(at) = after_number {
            composed_dateline(text, at, release);
        }
        return;
    }
    let everywhere: Vec<usize> = heads.collect();
    let lead = outline.roles.iter().enumerate();
    let lead = lead
        .filter(|(_, role)| matches!(role, Role::Lead | Role::Frame))
        .map(|(at, _)| at);
    let closing = outline.roles.iter().enumerate().rev();
    let closing = closing
        .filter(|(_, role)| matches!(role, Role::Closing | Role::Loose))
        .map(|(at, _)| at);
    let first = (0..text.blocks.list.len().min(3)).filter(|at| matches!(outline.roles[*at], Role::Item));
    let places = everywhere
        .iter()
        .copied()
        .chain(lead.take(12))
        .chain(closing.take(4))
        .chain(first);
    // In a paragraph only a short sentence at its start is believed: « Arras, le 30 avril 2020. »
    let lines = places.flat_map(|at| {
        let words = text.words.within(&text.blocks.list[at].range);
        outline::sentences(text, &words).into_iter().take(3)
    });
    for words in lines {
        let dated = within(&text.marks.dates, &words)
            .iter()
            .find(|mark| mark.value.year.is_some());
        let Some(mark) = dated else { continue };
        let short = words.len() <= 30;
        let Some(date) = mark.value.in_year(0).filter(|_| short) else {
            continue;
        };
        if release.date.is_none() {
            release.date = Some(text.found(date, mark.words.clone(), true));
        }
        if release.place.is_none() {
            release.place = place_before(text, &words, mark.words.start)
                .or_else(|| place_after(text, mark.words.end, words.end));
        }
        if release.place.is_some() {
            return;
        }
    }
    // « Communiqué du 28 janvier », « séance du 3 février » say of what day, and not where.
    let of_day = |found: &Found<Date>| {
        let mut marks = text.marks.dates.iter();
        let mark = marks.find(|mark| text.span(mark.words.clone()).start == found.span.start);
        mark.is_some_and(|mark| {
            let before = mark.words.start.saturating_sub(DATED)..mark.words.start;
            text.words.fold_before(mark.words.start, 1) == "du"
                && before.into_iter().any(|at| {
                    matches!(
                        text.words.fold(at),
                        "communique" | "seance" | "reunion" | "verbal" | "rendu" | "conseil" | "point"
                    )
                })
        })
    };
    if release.date.as_ref().is_some_and(|found| !of_day(found)) {
        release.place = town_that_speaks(text, outline);
    }
}

/// « Ville de Kourou » over the text of its bulletin.
fn town_that_speaks(text: &Text, outline: &Outline) -> Option<Found<String>> {
    let place = town_in_head(text, outline)?;
    Some(text.found(
        text.said(place.words.clone()).to_owned(),
        place.words.clone(),
        false,
    ))
}

/// « Communiqué du 11 mars 2024 – Nancy »: a commune behind the day.
fn place_after(text: &Text, date: usize, end: usize) -> Option<Found<String>> {
    let bracket = text.words.is_sign(date, '(');
    let comma = text.words.is_sign(date, ',');
    let start = date + usize::from(text.words.is_sign(date, '-') || bracket || comma);
    let last = text.gazetteers.find(&text.words, start)?.0;
    // « 12 octobre 2021 – Laval, salle 204 », « 24 janvier 2024 (Poitiers) »
    let ended = last == end || text.words.is_sign(last, ',') || bracket && text.words.is_sign(last, ')');
    (start > date && ended).then(|| text.found(text.said(start..last).to_owned(), start..last, false))
}

/// « Arras, le »: the words before the day's comma.
fn place_before(text: &Text, words: &Range<usize>, date: usize) -> Option<Found<String>> {
    let all = &text.words;
    let mut comma = date.checked_sub(1)?;
    // « le », « ce », a weekday
    let mut skipped = 0;
    while comma > words.start && !all.is_sign(comma, ',') && skipped < 3 {
        comma -= 1;
        skipped += 1;
    }
    let said_le = all.fold(date - 1) == "le" || all.fold_before(date, 2) == "le";
    // « Nantes – 4 mai 2020 », « La Rochelle – Vendredi 5 mars 2010 »
    let weekday = usize::from(DAYS.contains(&all.fold(date - 1)) && date > 1);
    let dash = date - 1 - weekday;
    let dashed = all.is_sign(dash, '-').then_some(dash);
    if !all.is_sign(comma, ',') && !said_le && dashed.is_none() {
        return None;
    }
    let end = if let Some(dash) = dashed {
        dash
    } else if all.is_sign(comma, ',') {
        comma
    } else {
        (words.start..date).rev().find(|at| all.fold(*at) == "le")?
    };
    let mut start = end;
    while start > words.start {
        let at = start - 1;
        let hyphen = all.is_sign(at, '-') && all.is_glued(at);
        let link = NAME_LINKS.contains(&all.fold(at)) && start < end;
        let apostrophe = all.is_letters(at) && all.fold(at).ends_with('\'');
        if all.is_letters(at) && all.is_capital(at)
            || hyphen
            || link && (all.is_glued(start) || at > words.start && !matches!(all.fold(at), "a"))
            || apostrophe
        {
            start = at;
        } else {
            break;
        }
    }
    // « Fait à Arras »: small words before the name are not part of it.
    while start < end && (!all.is_capital(start) || matches!(all.fold(start), "fait" | "a" | "au")) {
        start += 1;
    }
    // « Département de la Haute-Garonne Toulouse, le 2 février »: the letterhead stands on the same line.
    let town = within(&text.marks.places, &(start..end)).last();
    let town = town.filter(|town| town.words.end == end && town.words.start > start);
    if let Some(town) = town.filter(|_| SENDERS.contains(&all.fold(start))) {
        start = town.words.start;
    }
    // « Préfecture du Rhône, 24/04/2020 » is no place.
    if SENDERS.contains(&all.fold(start)) {
        return None;
    }
    let named = start < end && end - start <= 12 && all.is_letters(start);
    // « Midi Gazette, le 28 octobre » is a paper.
    let paper = (start..end).any(|at| PAPERS.contains(&all.fold(at)) || NEWSPAPERS.contains(&all.fold(at)));
    if paper && within(&text.marks.places, &(start..end)).is_empty() {
        return None;
    }
    // « Par Jeanne Le Goff, lundi 18 août »
    if !within(&text.marks.people, &(start..end)).is_empty() {
        return None;
    }
    // Without the comma only a commune is believed: « Publié le 28 avril » names none.
    let commune = !within(&text.marks.places, &(start..end)).is_empty();
    (named && (all.is_sign(end, ',') || commune))
        .then(|| text.found(text.said(start..end).trim().to_owned(), start..end, true))
}

/// A dateline as the composer writes it.
fn composed_dateline(text: &Text, at: usize, release: &mut Release) {
    let (range, said) = trimmed(text, at, false);
    let dated = |day: &str| read_day(day.trim());
    if let Some((place, day)) = said.rsplit_once(", le ")
        && let Some(date) = dated(day)
    {
        release.place = Some(text.found_at(place.to_owned(), range.start..range.start + place.len(), true));
        release.date = Some(text.found_at(date, range.end - day.len()..range.end, true));
    } else if let Some(date) = said.strip_prefix("Le ").and_then(dated) {
        release.date = Some(text.found_at(date, range, true));
    } else {
        release.place = Some(text.found_at(said, range, true));
    }
}

fn title(text: &Text, outline: &Outline) -> Option<Found<String>> {
    let heads: Vec<usize> = (0..outline.roles.len())
        .filter(|at| matches!(outline.roles[*at], Role::Head))
        .collect();
    let found = |at: &usize, sure| {
        let (range, said) = trimmed(text, *at, true);
        text.found_at(said, range, sure)
    };
    if let Some(first) = heads.iter().find(|at| text.blocks.list[**at].heading == Some(1)) {
        return Some(found(first, true));
    }
    if text.composed {
        return None;
    }
    let said = |at: usize| &text.blocks.text.text()[text.blocks.list[at].range.clone()];
    let words = |at: usize| text.words.within(&text.blocks.list[at].range);
    let bare = |at: usize| signs::is_bare(said(at));
    let dated = |at: usize| {
        within(&text.marks.dates, &words(at))
            .iter()
            .any(|mark| mark.value.year.is_some())
    };
    let numbered = heads
        .iter()
        .find(|at| signs::number_of(text, &words(**at)).is_some() && !bare(**at) && !dated(**at));
    let plain = heads
        .iter()
        .find(|at| !bare(**at) && !dated(**at) && !signs::begins(said(**at), LETTERHEAD));
    numbered
        .map(|at| found(at, true))
        .or_else(|| plain.map(|at| found(at, false)))
}

/// The office that signs, without its holder's name: « préfet du Pas-de-Calais ».
fn office(text: &Text, outline: &Outline) -> Option<Found<String>> {
    let blocks = |wanted: fn(&Role) -> bool| {
        let roles = outline.roles.iter().enumerate();
        roles.filter(move |(_, role)| wanted(role)).map(|(at, _)| at)
    };
    if let Some(at) = blocks(|role| matches!(role, Role::Signature)).next() {
        let (range, said) = trimmed(text, at, false);
        return Some(text.found_at(said, range, true));
    }
    let closing = blocks(|role| matches!(role, Role::Closing));
    let opening = blocks(|role| matches!(role, Role::Lead | Role::Head));
    closing.chain(opening).find_map(|at| {
        let words = text.words.within(&text.blocks.list[at].range);
        within(&text.marks.bodies, &words).iter().find_map(|mark| {
            let holds =
                mark.value == Body::Authority && OFFICES.contains(&text.words.fold(mark.words.end - 1));
            let end = holds
                .then(|| office_end(text, mark.words.end, words.end))
                .flatten()?;
            let said = text.said(mark.words.start..end).to_owned();
            Some(text.found(said, mark.words.start..end, true))
        })
    })
}

/// The end of « du Pas-de-Calais », if that follows.
fn office_end(text: &Text, from: usize, until: usize) -> Option<usize> {
    let words = &text.words;
    let mut at = from;
    while at < until && matches!(words.fold(at), "de" | "du" | "d'" | "des" | "la" | "l'") {
        at += 1;
    }
    if at == from || at >= until || !words.is_capital(at) {
        return None;
    }
    at += 1;
    while at < until {
        let hyphen = words.is_sign(at, '-') && words.is_glued(at) && words.is_glued(at + 1);
        let after_hyphen = words.is_sign(at - 1, '-');
        let link = NAME_LINKS.contains(&words.fold(at)) && words.is_capital(at + 1) && words.fold(at) != "et";
        if !(hyphen || after_hyphen || link || words.is_letters(at) && words.is_capital(at)) {
            break;
        }
        at += 1;
    }
    Some(at)
}

impl Text<'_> {
    /// A value that bytes of the blocks' text say.
    fn found_at<T>(&self, value: T, range: Range<usize>, sure: bool) -> Found<T> {
        Found {
            value,
            span: self.blocks.text.span(range),
            sure,
        }
    }

    /// The day of the release, by which dates without a year are told.
    pub(super) fn day_of(&self, date: Option<Date>) -> Option<Date> {
        date.or(self.marks.month).or(self.known.today)
    }
}
