//! What the headings of sections make of the initiatives below them.

use super::{Outline, Role, signs};
use crate::communique::read::Text;
use crate::communique::read::marks::within;
use crate::communique::read::tables::needs::Asks;

/// The longest heading that asks, in words.
const LONGEST_ASKING: usize = 9;

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

/// Where each section holds one initiative, as in a newsletter, the headings are the initiatives' own.
pub(super) fn own_headings(text: &Text, outline: &mut Outline) {
    let mut counts = vec![0; outline.sections];
    let mut of_section = vec![0; outline.sections];
    for (nth, item) in outline.items.iter().enumerate() {
        if let Some(section) = item.section {
            counts[section] += 1;
            of_section[section] = nth;
        }
    }
    let single = outline.sections >= 2 && counts.iter().all(|count| *count == 1);
    // The days of an agenda name nothing.
    let mut headings = (0..outline.roles.len()).filter(|at| matches!(outline.roles[*at], Role::Heading(_)));
    if !single || headings.all(|at| signs::has_date(text, at)) {
        return;
    }
    // Each goes before the rest, so the last comes first.
    for at in (0..outline.roles.len()).rev() {
        let (Role::Heading(section) | Role::Intro(section)) = outline.roles[at] else {
            continue;
        };
        let words = text.words.within(&text.blocks.list[at].range);
        let item = &mut outline.items[of_section[section]];
        if matches!(outline.roles[at], Role::Heading(_)) {
            item.heading = Some(at);
        } else {
            item.parts.insert(0, words);
        }
        item.blocks.insert(0, at);
        outline.roles[at] = Role::Item;
    }
    for item in &mut outline.items {
        item.section = None;
    }
    outline.sections = 0;
}
