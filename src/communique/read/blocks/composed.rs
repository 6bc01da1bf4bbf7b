//! What the composer writes, told by its head.

use super::lines::Line;
use super::marker::Marker;
use crate::communique::written::plain::{BULLET, HEADING_RULE, TITLE_RULE};
use crate::communique::written::{CORRECTION, RELEASE};
use crate::domain::text::fold;

/// The longest rule under a heading.
const WIDEST: usize = 60;

/// How many lines a letterhead may have.
const HEAD: usize = 40;

/// Takes rules under headings together with their headings.
pub(super) fn underline(text: &str, lines: &mut Vec<Line>) {
    let mut kept: Vec<Line> = Vec::with_capacity(lines.len());
    for line in lines.drain(..) {
        let rule = &text[line.range.clone()];
        let level = [TITLE_RULE, HEADING_RULE]
            .iter()
            .position(|sign| rule.chars().all(|c| c == *sign));
        match (kept.last_mut(), level) {
            (Some(heading), Some(level))
                if line.blanks == 0 && line.marker.is_none() && is_under(text, heading, rule) =>
            {
                heading.heading = u8::try_from(level + 1).ok();
                heading.marker = None;
                heading.range.start = heading.whole.start;
                heading.whole.end = line.whole.end;
            }
            _ => kept.push(line),
        }
    }
    *lines = kept;
}

/// Whether a line is short and no sentence, so that any rule below it makes it a heading.
fn is_short(said: &str) -> bool {
    said.len() < 100 && !said.ends_with(['.', ',', ';', '!', '?']) && !said.contains(['@', '/'])
}

/// Whether a rule is as long as a line that can be a heading.
fn is_under(text: &str, heading: &Line, rule: &str) -> bool {
    let said = &text[heading.whole.clone()];
    let width = said.chars().count().min(WIDEST);
    heading.heading.is_none()
        && said.contains(char::is_alphanumeric)
        && (rule.len().abs_diff(width) <= if width > 3 { 2 } else { 0 } || rule.len() > 4 && is_short(said))
}

/// What the composer wrote has no bullets but its own, and no headings but those above rules.
pub(super) fn literal(lines: &mut [Line]) {
    for line in lines {
        let own = BULLET.chars().next().map(Marker::Sign);
        if line.marker.is_none() || line.marker != own {
            line.marker = None;
            line.range.start = line.whole.start;
        }
        if line.range.end == line.whole.end {
            line.heading = None;
        }
    }
}

/// Whether the composer wrote a text: its number line stands over an underlined title.
pub(super) fn is_composed(text: &str, lines: &[Line]) -> bool {
    let mut head = lines.iter().take(HEAD);
    let numbered = |line: &Line| {
        let said = &text[line.range.clone()];
        [CORRECTION, RELEASE].iter().any(|name| {
            said.strip_prefix(name).is_some_and(|rest| {
                let rest = fold(rest.trim());
                rest.strip_prefix("n°").map_or(rest.is_empty(), |number| {
                    number.trim().bytes().all(|byte| byte.is_ascii_digit())
                })
            })
        })
    };
    // Its rules are exactly as long as their headings.
    let exact = |line: &Line| {
        let title = text[line.range.clone()].chars().count().min(WIDEST);
        let rule = text[line.range.end..line.whole.end].trim();
        line.heading == Some(1) && rule.len() == title && rule.starts_with(TITLE_RULE)
    };
    head.any(numbered) && head.take(3).any(exact)
}
