//! A press release as plain text, for an e-mail.
//!
//! The layout is one that people write by hand: headings underlined, items behind bullets, a line of
//! stars before the closing. Whoever pastes the text again gets the same release back.

use super::{Head, PRESS_CONTACT, head};
use crate::domain::communique::{Communique, Item, Section};

/// What stands before an item's title.
pub const BULLET: &str = "• ";

/// What stands between the last section and the closing.
pub const END: &str = "* * *";

/// What stands before a section without a heading that follows another section.
pub const APART: &str = "- - -";

/// What stands before the signatory, who signs on the right.
pub const SIGNED: &str = "                              ";

/// The line under the title.
pub const TITLE_RULE: char = '=';

/// The line under a section's heading.
pub const HEADING_RULE: char = '-';

/// The release as plain text. Empty parts leave nothing.
#[must_use]
pub fn plain(release: &Communique) -> String {
    let Head { number, dateline } = head(release);
    let top = [number, dateline].into_iter().filter(|line| !line.is_empty());
    let mut blocks = vec![release.letterhead.clone(), release.series.clone()];
    blocks.push(top.collect::<Vec<_>>().join("\n"));
    blocks.push(underlined(&release.title, TITLE_RULE));
    blocks.push(release.lead.clone());
    for (place, section) in release.sections.iter().enumerate() {
        if place > 0 && section.heading.is_empty() {
            blocks.push(APART.to_owned());
        }
        add_section(section, &mut blocks);
    }
    let contact = if release.press_contact.is_empty() {
        String::new()
    } else {
        [PRESS_CONTACT, "\n", &release.press_contact].concat()
    };
    let signed = if release.signatory.is_empty() {
        String::new()
    } else {
        [SIGNED, &release.signatory].concat()
    };
    let closing = [release.closing.clone(), signed, contact];
    if closing.iter().any(|block| !block.is_empty()) {
        blocks.push(END.to_owned());
        blocks.extend(closing);
    }
    blocks.retain(|block| !block.is_empty());
    blocks.join("\n\n") + "\n"
}

fn add_section(section: &Section, blocks: &mut Vec<String>) {
    blocks.push(underlined(&section.heading, HEADING_RULE));
    blocks.push(section.intro.clone());
    // What a person asked to have taken out leaves nothing in a text that travels.
    for item in section.items.iter().filter(|item| !item.withdrawn) {
        let Item { title, text, .. } = item;
        let title = if title.is_empty() {
            String::new()
        } else {
            [BULLET, title].concat()
        };
        // An item without a title has its bullet before its text.
        let text = if title.is_empty() {
            [BULLET, text].concat()
        } else {
            text.clone()
        };
        let parts = [title, text];
        let parts: Vec<&str> = parts
            .iter()
            .map(String::as_str)
            .filter(|part| !part.is_empty())
            .collect();
        blocks.push(parts.join("\n"));
    }
}

fn underlined(text: &str, rule: char) -> String {
    if text.is_empty() {
        return String::new();
    }
    let width = text.chars().count().min(60);
    [text, "\n", &rule.to_string().repeat(width)].concat()
}

#[cfg(test)]
mod tests {
    use super::plain;
    use crate::communique::written::html::fragment;
    use crate::communique::written::markdown::markdown;
    use crate::communique::written::samples::release;
    use crate::domain::communique::Item;

    #[test]
    fn what_was_taken_out_leaves_no_bullet() {
        let whole = release();
        let mut blank = release();
        blank.sections[0].items.insert(1, Item::blank());
        for write in [plain, markdown, fragment] {
            assert_eq!(write(&blank), write(&whole));
        }
    }

    #[test]
    fn the_whole_release_is_told_in_order() {
        assert_eq!(
            plain(&release()),
            "Préfecture\nCabinet\n\nLettre\n\nCommuniqué de presse n°\u{a0}8\nArras, le 7 mai 2020\n\n\
             Solidarités <locales>\n=====================\n\nVoici.\n\nMasques\n-------\n\nOn coud.\n\n\
             • Atelier *A*\nCoudre.\n\nLieu\u{a0}: Marck\n\n• Sans titre.\n\n* * *\n\nMerci.\n\n                              Le préfet\n\n\
             Contact presse\npresse@example.org\n"
        );
    }
}
