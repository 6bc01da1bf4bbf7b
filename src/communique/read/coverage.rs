//! No sentence of the source disappears: what nothing else holds is left over.

use super::Text;
use super::outline::{Outline, Role};
use super::reading::{DraftRead, LeftOver, LeftOverKind, Release};
use super::span::Span;
use crate::domain::order;

/// Everything that no draft and no part of the release holds.
pub(super) fn left_over(
    text: &Text,
    outline: &Outline,
    release: &Release,
    drafts: &[DraftRead],
) -> Vec<LeftOver> {
    let mut left: Vec<LeftOver> = Vec::new();
    let mut held: Vec<Span> = text.tags.clone();
    held.extend(drafts.iter().flat_map(|draft| draft.spans.iter().copied()));
    for (block, role) in text.blocks.list.iter().zip(&outline.roles) {
        let kind = match role {
            Role::Frame => LeftOverKind::Frame,
            Role::Press => LeftOverKind::PressContact,
            Role::Loose => LeftOverKind::Text,
            Role::Head if !release.head.contains(&block.span) => LeftOverKind::Frame,
            Role::Item => continue,
            _ => {
                held.push(block.span);
                continue;
            }
        };
        held.push(block.span);
        left.push(LeftOver {
            span: block.span,
            kind,
        });
    }
    held.extend(release.head.iter().copied());
    order::sort_by_key(&mut held, |span| *span);
    let mut at = 0;
    for span in held.iter().copied().chain([Span {
        start: text.source.len(),
        end: text.source.len(),
    }]) {
        if at < span.start
            && let Some(gap) = text.source.get(at..span.start)
        {
            let trimmed = gap.trim();
            // Signs alone, such as those of a quoted e-mail, tell nothing.
            if trimmed.contains(char::is_alphanumeric) {
                let start = at + (gap.len() - gap.trim_start().len());
                left.push(LeftOver {
                    span: Span {
                        start,
                        end: start + trimmed.len(),
                    },
                    kind: LeftOverKind::Text,
                });
            }
        }
        at = at.max(span.end);
    }
    order::sort_by_key(&mut left, |left| left.span);
    left
}
