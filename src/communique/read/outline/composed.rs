//! The outline of a release that the composer wrote: every line has its meaning.

use super::{Item, Outline, Role};
use crate::communique::read::Text;
use crate::communique::read::blocks::Marker;
use crate::communique::read::tables::labels::PRESS;
use crate::communique::written::plain::{APART, BULLET, END, SIGNED};

/// Where in the release a block stands.
enum Part {
    Head,
    Lead,
    Section,
    Closing,
    Press,
}

/// The outline by the layout alone.
pub(super) fn outline(text: &Text) -> Outline {
    let mut outline = Outline {
        roles: vec![Role::Frame; text.blocks.list.len()],
        ..Outline::default()
    };
    let mut part = Part::Head;
    let mut section = None;
    for (at, block) in text.blocks.list.iter().enumerate() {
        let said = text.blocks.text.text()[block.range.clone()].trim();
        let bullet = block.marker == BULLET.chars().next().map(Marker::Sign);
        let closed = matches!(part, Part::Closing | Part::Press);
        outline.roles[at] = match (&part, block.heading) {
            (Part::Head, Some(1)) => {
                part = Part::Lead;
                Role::Head
            }
            (Part::Head, _) => Role::Head,
            _ if said == END && !bullet => {
                part = Part::Closing;
                Role::Frame
            }
            (_, Some(2)) if !closed => {
                part = Part::Section;
                begin(&mut outline, &mut section)
            }
            _ if said == APART && !bullet && !closed => begin(&mut outline, &mut section),
            _ if bullet && !closed => {
                part = Part::Section;
                outline.items.push(Item {
                    section,
                    heading: Some(at),
                    blocks: vec![at],
                    ..Item::default()
                });
                Role::Item
            }
            (Part::Lead, _) => Role::Lead,
            (Part::Section, _) => match outline.items.last_mut().filter(|item| item.section == section) {
                Some(item) => {
                    item.parts.push(text.words.within(&block.range));
                    item.blocks.push(at);
                    Role::Item
                }
                None => section.map_or(Role::Lead, Role::Intro),
            },
            (Part::Closing, _) if super::starts(text, at, PRESS) => {
                part = Part::Press;
                Role::Press
            }
            (Part::Closing, _) if is_signed(text, block.span.start) => Role::Signature,
            (Part::Closing, _) => Role::Closing,
            (Part::Press, _) => Role::Press,
        };
    }
    outline
}

/// Begins a section.
fn begin(outline: &mut Outline, section: &mut Option<usize>) -> Role {
    let next = outline.sections;
    outline.sections += 1;
    *section = Some(next);
    Role::Heading(next)
}

/// Whether a line stands on the right, where one signs.
fn is_signed(text: &Text, start: usize) -> bool {
    text.source[..start].ends_with(SIGNED)
}
