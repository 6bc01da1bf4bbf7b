//! A press release as Markdown.

use super::{Head, PRESS_CONTACT, head};
use crate::domain::communique::Communique;

/// The release as Markdown. Whatever a text holds is shown as it is: marks in it are escaped.
#[must_use]
pub fn markdown(release: &Communique) -> String {
    let Head { number, dateline } = head(release);
    let mut blocks = vec![lines(&release.letterhead), lines(&release.series)];
    blocks.push(["**", &escape(&number), "**"].concat());
    blocks.push(lines(&dateline));
    blocks.push(heading("# ", &release.title));
    paragraphs(&release.lead, &mut blocks);
    for section in &release.sections {
        blocks.push(heading("## ", &section.heading));
        paragraphs(&section.intro, &mut blocks);
        // What a person asked to have taken out leaves nothing in a text that travels.
        for item in section.items.iter().filter(|item| !item.withdrawn) {
            blocks.push(heading("### ", &item.title));
            paragraphs(&item.text, &mut blocks);
        }
    }
    let closing = [&release.closing, &release.signatory, &release.press_contact];
    if closing.iter().any(|text| !text.is_empty()) {
        blocks.push("---".to_owned());
        paragraphs(&release.closing, &mut blocks);
        paragraphs(&release.signatory, &mut blocks);
        if !release.press_contact.is_empty() {
            blocks.push(["**", PRESS_CONTACT, "**"].concat());
            paragraphs(&release.press_contact, &mut blocks);
        }
    }
    blocks.retain(|block| !block.is_empty());
    blocks.join("\n\n") + "\n"
}

fn heading(mark: &str, text: &str) -> String {
    if text.is_empty() {
        String::new()
    } else {
        [mark, &escape(text)].concat()
    }
}

fn paragraphs(text: &str, blocks: &mut Vec<String>) {
    blocks.extend(crate::domain::prose::paragraphs(text).map(lines));
}

/// A paragraph whose line ends stay.
fn lines(text: &str) -> String {
    text.lines().map(escape).collect::<Vec<_>>().join("  \n")
}

/// A line in which nothing is a mark.
fn escape(line: &str) -> String {
    let mut escaped = String::with_capacity(line.len());
    for (place, c) in line.char_indices() {
        let anywhere = matches!(
            c,
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '|' | '~'
        );
        let digits = || line[..place].bytes().all(|byte| byte.is_ascii_digit());
        let at_start = (place == 0 && matches!(c, '#' | '-' | '+' | '='))
            || (matches!(c, '.' | ')') && place > 0 && digits());
        if anywhere || at_start {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::{escape, markdown};
    use crate::communique::written::samples::release;

    #[test]
    fn the_whole_release_is_told_in_order() {
        assert_eq!(
            markdown(&release()),
            "Préfecture  \nCabinet\n\nLettre\n\n**Communiqué de presse n°\u{a0}8**\n\nArras, le 7 mai 2020\n\n\
             # Solidarités \\<locales\\>\n\nVoici.\n\n## Masques\n\nOn coud.\n\n### Atelier \\*A\\*\n\nCoudre.\n\n\
             Lieu\u{a0}: Marck\n\nSans titre.\n\n---\n\nMerci.\n\nLe préfet\n\n**Contact presse**\n\n\
             presse@example.org\n"
        );
    }

    #[test]
    fn marks_in_a_text_are_no_marks() {
        for (text, escaped) in [
            ("# x", "\\# x"),
            ("a # b", "a # b"),
            ("- x - y", "\\- x - y"),
            ("12. x. y", "12\\. x. y"),
            ("[a](javascript:x)", "\\[a\\](javascript:x)"),
            ("<b>&amp;", "\\<b\\>\\&amp;"),
        ] {
            assert_eq!(escape(text), escaped);
        }
    }
}
