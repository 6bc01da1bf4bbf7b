//! Texts: what is cleaned when one comes in, and how two are compared without regard to case,
//! accents and typography.

use std::borrow::Cow;

/// The longest text of one line (a title, a name), in characters: three lines on a small phone.
pub const MAX_LINE: usize = 300;

/// The longest text of several lines (a summary, a press release's section), in characters: about
/// three printed pages, more than any entry that someone still reads.
pub const MAX_TEXT: usize = 10_000;

/// Whether a character is invisible and can make a text lie about itself: bidirectional marks,
/// overrides and isolates, zero-width characters, fillers that look like nothing, tags, the
/// byte-order mark. They are taken out wherever a text comes in, so that what a person reads is what
/// is searched, compared and published.
///
/// The zero-width joiner and non-joiner stay, since emoji and several scripts need them, and so do
/// the selectors of a variant, which only choose the drawing of the character before them. Of emoji,
/// three flags (England, Scotland, Wales) are spelt in tags and lose them: a small price for texts
/// that hide no other text.
#[must_use]
pub const fn is_invisible(c: char) -> bool {
    // Nearly every character stands before the first of these.
    c >= '\u{ad}'
        && matches!(c, '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
            | '\u{180b}'..='\u{180f}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{feff}' | '\u{ffa0}' | '\u{fff9}'..='\u{fffb}'
            | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e00ff}'
            | '\u{e01f0}'..='\u{e0fff}')
}

/// Whether a character shapes its neighbours and shows nothing alone: the joiners, and the selectors
/// of a variant.
#[must_use]
pub const fn is_shaping(c: char) -> bool {
    matches!(c, '\u{200c}' | '\u{200d}' | '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}')
}

/// Whether a text holds what cleaning takes out and a reader does not expect: invisible characters,
/// and control characters other than the ends of lines.
#[must_use]
pub fn conceals(text: &str) -> bool {
    text.chars()
        .any(|c| is_invisible(c) || (c.is_control() && c != '\t' && !ends_line(c)))
}

/// Whether a character ends a line, or a page.
const fn ends_line(c: char) -> bool {
    matches!(c, '\n'..='\r' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Whether a character is there to be seen.
fn shows(c: char) -> bool {
    c > ' ' && !c.is_whitespace() && !c.is_control() && !is_invisible(c) && !is_shaping(c) && c != '\u{2800}'
}

/// A text on one line: control and invisible characters dropped, runs of ordinary blanks joined,
/// ends trimmed. No-break and narrow spaces are typography and stay. A text in which there is nothing
/// to see is empty.
#[must_use]
pub fn clean_line(text: &str) -> Cow<'_, str> {
    if is_clean(text) && !text.contains('\n') {
        return Cow::Borrowed(text);
    }
    if !text.contains(shows) {
        return Cow::Owned(String::new());
    }
    let mut clean = String::with_capacity(text.len());
    for c in text.chars() {
        let blank = matches!(c, ' ' | '\t') || ends_line(c);
        if blank && !clean.ends_with(' ') && !clean.is_empty() {
            clean.push(' ');
        } else if !blank && !c.is_control() && !is_invisible(c) {
            clean.push(c);
        }
    }
    clean.truncate(clean.trim_end().len());
    Cow::Owned(clean)
}

/// A text of several lines: each cleaned as [`clean_line`] does, more than one empty line joined,
/// empty lines at both ends dropped.
#[must_use]
pub fn clean_lines(text: &str) -> Cow<'_, str> {
    if is_clean(text) {
        return Cow::Borrowed(text);
    }
    let mut clean = String::with_capacity(text.len());
    let mut gap = 0;
    for line in text.replace("\r\n", "\n").split(ends_line) {
        let line = clean_line(line);
        if line.is_empty() {
            gap += 1;
            continue;
        }
        if !clean.is_empty() {
            clean.push_str(if gap > 0 { "\n\n" } else { "\n" });
        }
        gap = 0;
        clean.push_str(&line);
    }
    Cow::Owned(clean)
}

/// A text without what it [`conceals`], its blanks and lines as they are: for a field of which this
/// version does not know what it means.
#[must_use]
pub fn revealed(text: &str) -> Cow<'_, str> {
    if !conceals(text) {
        return Cow::Borrowed(text);
    }
    let kept = |c: &char| !is_invisible(*c) && (!c.is_control() || *c == '\t' || ends_line(*c));
    Cow::Owned(text.chars().filter(kept).collect())
}

/// Whether neither [`clean_line`] nor [`clean_lines`] would change the text: the case of nearly all
/// texts.
fn is_clean(text: &str) -> bool {
    let mut before = '\n';
    let mut seen = text.is_empty();
    for c in text.chars() {
        // Two line ends may be a paragraph, but a third never is; the slow way decides.
        if (c != '\n' && (c.is_control() || ends_line(c)))
            || is_invisible(c)
            || (matches!(before, ' ' | '\n') && matches!(c, ' ' | '\n'))
        {
            return false;
        }
        seen = seen || shows(c);
        before = c;
    }
    seen && (!matches!(before, ' ' | '\n') || text.is_empty())
}

/// The length of a text as a person counts it, near enough: characters, not bytes.
#[must_use]
pub fn length(text: &str) -> usize {
    text.chars().count()
}

/// The beginning of a text up to its last whole word: a text without a blank is cut where it must be.
#[must_use]
pub fn whole_words(begin: &str) -> &str {
    begin
        .rfind(char::is_whitespace)
        .map_or(begin, |end| &begin[..end])
}

/// A text made comparable: lower case, without accents, ligatures opened, every apostrophe `'`,
/// every blank one plain space.
///
/// Latin letters only: they are what the department's texts hold, and the full Unicode tables would
/// weigh more than the rest of the search. Other scripts pass through unchanged.
#[must_use]
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    fold_into(text, &mut folded);
    folded
}

/// [`fold`], added to a text that exists already.
pub fn fold_into(text: &str, folded: &mut String) {
    for c in text.chars() {
        match c {
            'A'..='Z' => folded.push(c.to_ascii_lowercase()),
            ' '..='~' => folded.push(c),
            'à'..='å' | 'À'..='Å' | 'Ā'..='ą' => folded.push('a'),
            'ç' | 'Ç' | 'Ć'..='č' => folded.push('c'),
            'Ď'..='đ' | 'ð' | 'Ð' => folded.push('d'),
            'è'..='ë' | 'È'..='Ë' | 'Ē'..='ě' => folded.push('e'),
            'Ĝ'..='ģ' => folded.push('g'),
            'Ĥ'..='ħ' => folded.push('h'),
            'ì'..='ï' | 'Ì'..='Ï' | 'Ĩ'..='ı' => folded.push('i'),
            'Ĵ' | 'ĵ' => folded.push('j'),
            'Ķ'..='ĸ' => folded.push('k'),
            'Ĺ'..='ł' => folded.push('l'),
            'ñ' | 'Ñ' | 'Ń'..='ŋ' => folded.push('n'),
            'ò'..='ö' | 'Ò'..='Ö' | 'ø' | 'Ø' | 'Ō'..='ő' => folded.push('o'),
            'Ŕ'..='ř' => folded.push('r'),
            'Ś'..='š' | 'ſ' | 'Ș' | 'ș' => folded.push('s'),
            'Ţ'..='ŧ' | 'Ț' | 'ț' => folded.push('t'),
            'ù'..='ü' | 'Ù'..='Ü' | 'Ũ'..='ų' => folded.push('u'),
            'Ŵ' | 'ŵ' => folded.push('w'),
            'ý' | 'ÿ' | 'Ý' | 'Ŷ'..='Ÿ' => folded.push('y'),
            'Ź'..='ž' => folded.push('z'),
            'œ' | 'Œ' => folded.push_str("oe"),
            'æ' | 'Æ' => folded.push_str("ae"),
            'ß' | 'ẞ' => folded.push_str("ss"),
            '’' | '‘' | 'ʼ' | '´' | '′' => folded.push('\''),
            // Accents written apart from their letter.
            '\u{300}'..='\u{36f}' => {}
            c if is_invisible(c) || c.is_control() && !c.is_whitespace() => {}
            c if c.is_whitespace() => folded.push(' '),
            '‐'..='―' => folded.push('-'),
            c => folded.push(c),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{clean_line, clean_lines, conceals, fold, revealed};

    #[test]
    fn a_line_loses_what_cannot_be_seen() {
        let cases = [
            ("Marck", "Marck"),
            ("  deux  mots\t\n", "deux mots"),
            ("a\u{202e}b\u{0}c\u{feff}", "abc"),
            ("a\u{61c}b\u{2066}c\u{3164}d\u{e0041}", "abcd"),
            ("deux\u{2028}mots\u{c}encore", "deux mots encore"),
            ("👩\u{200d}🌾 ❤\u{fe0f}", "👩\u{200d}🌾 ❤\u{fe0f}"),
            ("\u{200d}\u{fe0f}", ""),
            ("\u{a0}\u{2800}", ""),
            ("1\u{202f}600\u{a0}masques", "1\u{202f}600\u{a0}masques"),
            ("", ""),
            ("\n", ""),
        ];
        for (text, clean) in cases {
            assert_eq!(clean_line(text), clean, "{text:?}");
        }
    }

    #[test]
    fn lines_keep_their_paragraphs() {
        let cases = [
            ("un\ndeux", "un\ndeux"),
            ("un\r\n\r\n\r\n\r\ndeux  mots \n", "un\n\ndeux mots"),
            ("\n\nun", "un"),
            ("un\n\ndeux", "un\n\ndeux"),
            ("un\u{2029}deux\u{c}\u{b}trois", "un\ndeux\n\ntrois"),
            ("un\n\u{200d}\n", "un"),
        ];
        for (text, clean) in cases {
            assert_eq!(clean_lines(text), clean, "{text:?}");
            assert_eq!(
                clean_lines(&clean_lines(text)),
                clean,
                "cleaning twice changes nothing"
            );
        }
    }

    #[test]
    fn what_is_concealed_goes_and_blanks_stay() {
        for (text, shown) in [
            ("  a\n\tb  ", "  a\n\tb  "),
            ("a\u{202e}b\u{7}", "ab"),
            ("\u{200d}", "\u{200d}"),
        ] {
            assert_eq!(revealed(text), shown, "{text:?}");
            assert_eq!(conceals(text), text != shown, "{text:?}");
        }
    }

    #[test]
    fn folding_forgets_case_accents_and_typography() {
        let cases = [
            ("Élan d’Œuvre", "elan d'oeuvre"),
            ("E\u{301}lan", "elan"),
            ("1\u{202f}600", "1 600"),
            ("ÇA", "ca"),
            ("Annay‑sous‑Lens", "annay-sous-lens"),
            ("Łódź ŒÆß", "lodz oeaess"),
            ("Straße", "strasse"),
            ("日本", "日本"),
        ];
        for (text, folded) in cases {
            assert_eq!(fold(text), folded, "{text:?}");
        }
    }
}
