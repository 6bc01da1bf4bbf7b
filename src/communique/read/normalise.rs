//! The first stage: one spelling for what several programs write in several ways.
//!
//! Line ends, ligatures, accents written apart, bullets from private fonts and the `>` of quoted
//! e-mails become what the later stages know. No-break and narrow spaces stay. Every character keeps
//! its place in the source.

use super::span::Sourced;
use crate::domain::text::is_invisible;

/// Marks that the reader of markup puts at the start of a line: a heading of level 1 to 6.
pub(super) const HEADING: [char; 6] = [
    '\u{e001}', '\u{e002}', '\u{e003}', '\u{e004}', '\u{e005}', '\u{e006}',
];
/// The mark of an item of a list.
pub(super) const ITEM: char = '\u{e010}';
/// The mark of a line that surrounds the text: navigation, footer.
pub(super) const FRAME: char = '\u{e020}';

/// Whether a character is a mark that the reader of markup has put.
pub(super) fn is_mark(c: char) -> bool {
    HEADING.contains(&c) || matches!(c, ITEM | FRAME)
}

/// Bullets that word processors write in the private area of a font.
const FONT_BULLETS: [char; 8] = [
    '\u{f0b7}', '\u{f0a7}', '\u{f0d8}', '\u{f0fc}', '\u{f076}', '\u{f0e0}', '\u{f0a8}', '\u{f02d}',
];

/// How many rows make a table.
const ROWS: usize = 3;

/// Normalises plain text.
pub(super) fn plain(source: &str) -> Sourced {
    let quoting = is_quoted(source);
    let tabled = is_tabled(source);
    let mut to = Sourced::default();
    let mut line_begins = true;
    let mut chars = source.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let place = place(at, c);
        if quoting && line_begins && matches!(c, '>' | ' ' | '\t') {
            if c != '>' {
                to.push(' ', place);
            }
            continue;
        }
        if c == '\r' && chars.peek().is_some_and(|(_, next)| *next == '\n') {
            continue;
        }
        if c == '\t' && tabled && !line_begins {
            // Two cells are two things.
            for sign in [' ', '|', ' '] {
                to.push(sign, place);
            }
            continue;
        }
        character(&mut to, c, place);
        line_begins = to.text().ends_with('\n');
    }
    to
}

/// Whether lines are the rows of a table, their cells between tabs.
fn is_tabled(source: &str) -> bool {
    let inner = |line: &&str| line.trim().matches('\t').count() >= 2 && !line.contains("\t\t");
    source.lines().filter(inner).count() >= ROWS
}

/// Adds one character of the source in its one spelling.
pub(super) fn character(to: &mut Sourced, c: char, place: (u32, u32)) {
    match c {
        '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => to.push('\n', place),
        '\t' => to.push(' ', place),
        // A hyphen that shows only where the line was cut: the stage of blocks joins the word again.
        '\u{ad}' => to.push(c, place),
        'ﬀ'..='ﬄ' => {
            let letters = ["ff", "fi", "fl", "ffi", "ffl"];
            let letters = letters[(c as usize) - ('ﬀ' as usize)];
            letters.chars().for_each(|letter| to.push(letter, place));
        }
        c if FONT_BULLETS.contains(&c) => to.push('•', place),
        '\u{300}'..='\u{36f}' => {
            let composed = to
                .text()
                .chars()
                .next_back()
                .and_then(|letter| compose(letter, c));
            if let Some(composed) = composed {
                to.replace_last(composed, place.1);
            }
        }
        '\u{e000}'..='\u{f8ff}' => {}
        c if is_invisible(c) || c.is_control() => {}
        c => to.push(c, place),
    }
}

/// Where a character of the source stands.
pub(super) fn place(at: usize, c: char) -> (u32, u32) {
    let number = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
    (number(at), number(at + c.len_utf8()))
}

/// Whether the `>` at the start of lines quotes an e-mail rather than pointing at the items of a list:
/// quotes go on over the line's end.
fn is_quoted(source: &str) -> bool {
    let quoted = source
        .lines()
        .filter_map(|line| line.trim_start().strip_prefix('>'));
    quoted
        .filter(|rest| {
            let rest = rest.trim();
            rest.is_empty() || rest.starts_with('>') || rest.starts_with(char::is_lowercase)
        })
        .count()
        >= 2
}

/// A letter with an accent that was written apart.
pub(super) fn compose(letter: char, accent: char) -> Option<char> {
    let lower = letter.to_ascii_lowercase();
    let row = match accent {
        '\u{300}' => "àèìòù",
        '\u{301}' => "áéíóú",
        '\u{302}' => "âêîôû",
        '\u{308}' => "äëïöü",
        '\u{303}' if lower == 'n' => return Some(if letter == 'n' { 'ñ' } else { 'Ñ' }),
        '\u{327}' if lower == 'c' => return Some(if letter == 'c' { 'ç' } else { 'Ç' }),
        _ => return None,
    };
    let vowel = "aeiou".find(lower)?;
    let composed = row.chars().nth(vowel)?;
    // In Latin-1 the capital stands 32 places before the small letter.
    let capital = || char::from_u32(composed as u32 - 32);
    if letter.is_ascii_uppercase() {
        capital()
    } else {
        Some(composed)
    }
}

#[cfg(test)]
mod tests {
    use super::plain;
    use crate::communique::read::span::Span;

    #[test]
    fn one_spelling_for_what_programs_write_in_several_ways() {
        for (source, text) in [
            ("a\r\nb\rc\u{c}d", "a\nb\nc\nd"),
            ("a\tb\u{0}\u{feff}", "a b"),
            ("e\u{301}quipe E\u{302}tre c\u{327}a", "équipe Être ça"),
            ("ofﬁce aﬃche", "office affiche"),
            ("\u{f0b7} un\n\u{e001}deux", "• un\ndeux"),
            ("1\u{202f}600", "1\u{202f}600"),
            ("> un\n>\n> deux\n>> trois", " un\n\n deux\n trois"),
            ("> Un\n> Deux", "> Un\n> Deux"),
        ] {
            assert_eq!(plain(source).text(), text, "{source:?}");
        }
    }

    #[test]
    fn every_character_keeps_its_place() {
        let source = "ofﬁce e\u{301}té";
        let sourced = plain(source);
        let at = sourced.text().find("été").unwrap();
        let span = sourced.span(at..at + "été".len());
        assert_eq!(&source[span.start..span.end], "e\u{301}té");
        let letter = sourced.text().find('f').unwrap();
        assert_eq!(sourced.span(letter + 1..letter + 2), Span { start: 2, end: 5 });
        assert_eq!(sourced.range(span), Some(at..at + "été".len()));
    }
}
