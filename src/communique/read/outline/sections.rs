//! What the headings of sections make of the initiatives below them.

use super::{Outline, Role, headings, signs};
use crate::communique::read::Text;
use crate::communique::read::marks::within;
use crate::communique::read::tables::needs::Asks;

/// The longest heading that asks, in words.
const LONGEST_ASKING: usize = 9;

/// The longest title, in bytes.
const LONGEST_TITLE: usize = 110;

/// Marks what stands under headings that ask: « Ce qu’il nous faut », « Ils cherchent ».
pub(super) fn find_asked(text: &Text, outline: &mut Outline) {
    let asks: Vec<usize> = (0..outline.roles.len())
        .filter_map(|at| match outline.roles[at] {
            Role::Heading(section) => {
                let words = text.words.within(&text.blocks.list[at].range);
                let asks = within(&text.marks.asks, &words);
                let meant = asks.iter().any(|mark| {
                    matches!(
                        mark.value,
                        Asks::Before | Asks::Lack | Asks::Hands | Asks::Gift | Asks::More
                    )
                });
                (meant && words.len() <= LONGEST_ASKING).then_some(section)
            }
            _ => None,
        })
        .collect();
    for item in &mut outline.items {
        item.asks = item.section.is_some_and(|section| asks.contains(&section));
    }
}

/// A heading below which nothing is told groups no initiatives.
pub(super) fn drop_empty(outline: &mut Outline) {
    let mut places = vec![None; outline.sections];
    for section in outline.items.iter().filter_map(|item| item.section) {
        places[section] = Some(0);
    }
    let mut kept = 0;
    for place in places.iter_mut().flatten() {
        *place = kept;
        kept += 1;
    }
    for role in &mut outline.roles {
        *role = match *role {
            Role::Heading(section) => places[section].map_or(Role::Loose, Role::Heading),
            Role::Intro(section) => places[section].map_or(Role::Loose, Role::Intro),
            other => other,
        };
    }
    for item in &mut outline.items {
        item.section = item.section.and_then(|section| places[section]);
    }
    outline.sections = kept;
}

/// Where headings stand right above headings that look otherwise and each hold one initiative, those below are the
/// initiatives' own, and those above group them.
pub(super) fn nest(text: &Text, outline: &mut Outline) {
    let (counts, of_section) = counted(outline);
    let kept: Vec<usize> = (0..outline.roles.len())
        .filter(|at| !matches!(outline.roles[*at], Role::Frame))
        .collect();
    let section = |at: usize| match outline.roles[at] {
        Role::Heading(section) => Some(section),
        _ => None,
    };
    let heads: Vec<(usize, usize)> = kept.iter().filter_map(|at| Some((*at, section(*at)?))).collect();
    let over = |at: usize| {
        let below = kept.get(kept.partition_point(|other| *other <= at));
        let below = below.filter(|below| section(**below).is_some());
        below.is_some_and(|below| headings::style(text, *below) != headings::style(text, at))
    };
    let empty = |(at, section): &&(usize, usize)| counts[*section] == 0 && over(*at);
    let Some((first, _)) = heads.iter().find(empty) else {
        return;
    };
    let upper = headings::style(text, *first);
    let own: Vec<_> = heads
        .iter()
        .filter(|(at, _)| at > first && headings::style(text, *at) != upper)
        .collect();
    let alike = own.iter().all(|(_, section)| counts[*section] == 1);
    if own.len() < 2 || !alike {
        return;
    }
    let group_of = |at: usize| {
        let above = heads.iter().rev().filter(|(other, _)| *other < at);
        let mut above = above.filter(|(at, _)| headings::style(text, *at) == upper);
        above.next().map(|(_, section)| *section)
    };
    let owners: Vec<(usize, Option<usize>)> = own
        .iter()
        .map(|(at, section)| (*section, group_of(*at)))
        .collect();
    for (section, group) in owners {
        give_heading(text, outline, section, of_section[section]);
        outline.items[of_section[section]].section = group;
    }
}

/// How many initiatives each section holds, and the last of them.
fn counted(outline: &Outline) -> (Vec<usize>, Vec<usize>) {
    let mut counts = vec![0; outline.sections];
    let mut of_section = vec![0; outline.sections];
    for (nth, item) in outline.items.iter().enumerate() {
        if let Some(section) = item.section {
            counts[section] += 1;
            of_section[section] = nth;
        }
    }
    (counts, of_section)
}

/// Makes the heading of a section, and what stands between, those of the one initiative below.
fn give_heading(text: &Text, outline: &mut Outline, section: usize, item: usize) {
    // Each goes before the rest, so the last comes first.
    for at in (0..outline.roles.len()).rev() {
        let heading = outline.roles[at] == Role::Heading(section);
        if !heading && outline.roles[at] != Role::Intro(section) {
            continue;
        }
        let words = text.words.within(&text.blocks.list[at].range);
        let item = &mut outline.items[item];
        if heading {
            item.heading = Some(at);
        } else {
            item.parts.insert(0, words);
        }
        item.blocks.insert(0, at);
        outline.roles[at] = Role::Item;
    }
}

/// A heading that stands alone above all and right above a title is the paper's own: « NORD » over « Quand le mercure
/// plonge ».
pub(super) fn drop_rubric(text: &Text, outline: &mut Outline) {
    let heads: Vec<usize> = (0..outline.roles.len())
        .filter(|at| matches!(outline.roles[*at], Role::Heading(_)))
        .collect();
    let [head] = heads[..] else { return };
    let all = outline.items.iter().all(|item| item.section == Some(0));
    let titled = (head + 1..outline.roles.len())
        .find(|at| outline.roles[*at] != Role::Frame)
        .filter(|at| outline.roles[*at] == Role::Intro(0))
        .is_some_and(|at| {
            let said = signs::said(text, at).trim_end();
            said.len() <= LONGEST_TITLE && said.ends_with(char::is_alphanumeric)
        });
    if !all || !titled || outline.sections != 1 {
        return;
    }
    for role in &mut outline.roles {
        *role = match *role {
            Role::Heading(_) => Role::Head,
            Role::Intro(_) => Role::Lead,
            other => other,
        };
    }
    for item in &mut outline.items {
        item.section = None;
    }
    outline.sections = 0;
}

/// Where each section holds one initiative, as in a newsletter, the headings are the initiatives' own.
pub(super) fn own_headings(text: &Text, outline: &mut Outline) {
    let (counts, of_section) = counted(outline);
    let single = outline.sections >= 2 && counts.iter().all(|count| *count == 1);
    // The days of an agenda name nothing.
    let mut headings = (0..outline.roles.len()).filter(|at| matches!(outline.roles[*at], Role::Heading(_)));
    if !single || headings.all(|at| signs::has_date(text, at)) {
        return;
    }
    for (section, item) in of_section.into_iter().enumerate() {
        give_heading(text, outline, section, item);
    }
    for item in &mut outline.items {
        item.section = None;
    }
    outline.sections = 0;
}
