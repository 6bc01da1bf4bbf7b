//! The fourth stage: the release's own parts, and which stretch tells of which initiative.

mod columns;
mod composed;
mod headings;
mod onward;
mod sections;
mod sentences;
pub(super) mod signs;
#[cfg(test)]
mod tests;
mod walk;

use std::ops::Range;

use super::Text;
use super::span::Span;
use super::tables::release::{CLOSING, PRACTICAL};
pub(super) use sentences::sentences;
use signs::Signs;
use walk::Walk;

/// What a block is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Role {
    /// It surrounds the text.
    Frame,
    /// Whom the press calls.
    Press,
    /// Place and day, number, title: the head of the release.
    Head,
    /// A paragraph before the first section.
    #[default]
    Lead,
    /// The heading of a section.
    Heading(usize),
    /// A paragraph before a section's first initiative.
    Intro(usize),
    /// It tells of an initiative, whole or in part.
    Item,
    /// A paragraph after the last initiative.
    Closing,
    /// Who signs.
    Signature,
    /// None of these.
    Loose,
}

/// A stretch that tells of one initiative.
#[derive(Debug, Clone, Default)]
pub(super) struct Item {
    pub(super) section: Option<usize>,
    /// The block of its own heading.
    pub(super) heading: Option<usize>,
    /// Its words.
    pub(super) parts: Vec<Range<usize>>,
    /// Whether it stands under a heading that asks for something: « Ils cherchent ».
    pub(super) asks: bool,
    /// The cells of its row that stand below a head that asks: « Besoins ».
    pub(super) asked: Vec<Range<usize>>,
    /// Its blocks, where they are its own.
    pub(super) blocks: Vec<usize>,
}

/// The outline of a text.
#[derive(Debug, Default)]
pub(super) struct Outline {
    /// For each block.
    pub(super) roles: Vec<Role>,
    pub(super) items: Vec<Item>,
    /// How many sections there are.
    pub(super) sections: usize,
}

/// Finds the outline.
pub(super) fn outline(text: &Text) -> Outline {
    if text.composed {
        return composed::outline(text);
    }
    let signs = Signs::of(text);
    let mut walk = Walk::new(text, &signs);
    let mut closing = false;
    for at in 0..text.blocks.list.len() {
        let sign = &signs.list[at];
        if sign.frame {
            walk.outline.roles[at] = Role::Frame;
            // A line of signs parts two things; only a contact is believed to go on behind it.
            walk.open &= !sign.rule || signs.list.get(at + 1).is_some_and(|next| next.contact);
            closing |= sign.rule && at > signs.last && at > signs.body;
        } else if signs.list[at].press {
            walk.outline.roles[at] = Role::Press;
            walk.open = false;
        } else if at < signs.body {
            walk.outline.roles[at] = if signs.list[at].head {
                Role::Head
            } else {
                Role::Lead
            };
        } else if closing
            || at > signs.body && is_practical(text, &signs, at)
            || (at > signs.last && (sign.authority || !sign.marked && starts(text, at, CLOSING)))
        {
            closing = true;
            walk.outline.roles[at] = Role::Closing;
        } else if signs.list[at].reminder {
            walk.open = false;
        } else {
            walk.block(at);
        }
    }
    let mut outline = walk.outline;
    sections::find_asked(text, &mut outline);
    sections::nest(text, &mut outline);
    sections::drop_empty(&mut outline);
    sections::drop_rubric(text, &mut outline);
    sections::own_headings(text, &mut outline);
    columns::find(text, &mut outline);
    outline
}

/// The item that a person cut out of the source by hand.
pub(super) fn by_hand(text: &Text, spans: &[Span]) -> Item {
    let mut item = Item::default();
    for range in spans.iter().filter_map(|span| text.blocks.text.range(*span)) {
        item.parts.push(text.words.within(&range));
    }
    if text.composed
        && let Some(first) = spans.first()
        && let Some(block) = text.blocks.list.iter().position(|block| {
            block.marker.is_some() && first.start <= block.span.start && block.span.end <= first.end
        })
    {
        // The line behind the bullet is the title.
        let title = text.words.within(&text.blocks.list[block].range);
        item.heading = Some(block);
        for part in &mut item.parts {
            if part.start == title.start {
                part.start = title.end.min(part.end);
            }
        }
    }
    item
}

/// Whether a block is the last heading, and one of practical information.
fn is_practical(text: &Text, signs: &Signs, at: usize) -> bool {
    let heading = |at: usize| signs.list[at].heading || signs.list[at].title;
    let others = (at + 1..signs.list.len()).all(|later| !heading(later) || starts(text, later, PRACTICAL));
    heading(at) && others && starts(text, at, PRACTICAL)
}

/// Whether a block's text begins with one of these.
fn starts(text: &Text, at: usize, table: &[&str]) -> bool {
    let words = &text.blocks.text.text()[text.blocks.list[at].range.clone()];
    signs::begins(words, table)
}
