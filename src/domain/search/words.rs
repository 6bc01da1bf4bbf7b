//! Splitting a text into the words that are compared.

use crate::domain::text::fold_into;

/// The longest word that is compared, in bytes; the rest of a longer one (an address, a token) is
/// not looked at.
pub(super) const MAX_WORD: usize = 48;

/// Calls `visit` with each word of a text: folded as [`crate::domain::text::fold`] does, and as it
/// was written.
///
/// Words end at blanks and at every sign, so that « porte-à-porte » is three of them. What French
/// elides before an apostrophe (« l'atelier », « qu'on ») is dropped: nobody looks for it. `folded`
/// is room to work in.
pub(super) fn each_word<'a>(text: &'a str, folded: &mut String, mut visit: impl FnMut(&str, &'a str)) {
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        let start = at;
        while at < bytes.len() && matches!(bytes[at], b'a'..=b'z' | b'0'..=b'9') {
            at += 1;
        }
        // Most words are small letters up to a blank: they are compared as they stand.
        let plain = &text[start..at];
        if matches!(bytes.get(at), None | Some(b' ' | b'.' | b',' | b'-' | b'\n')) {
            if !plain.is_empty() {
                visit(cut(plain), plain);
            }
            at += 1;
            continue;
        }
        folded.clear();
        folded.push_str(plain);
        let mut after = "";
        for c in text[at..].chars() {
            let before = folded.len();
            at += c.len_utf8();
            fold_into(c.encode_utf8(&mut [0; 4]), folded);
            // A character that folds to nothing is an accent or invisible and stays within its word.
            if !folded[before..].chars().all(is_letter) {
                after = &text[at - c.len_utf8()..];
                let apostrophe = &folded[before..] == "'";
                folded.truncate(before);
                if apostrophe && is_elided(folded) {
                    folded.clear();
                }
                break;
            }
        }
        if !folded.is_empty() {
            visit(cut(folded), &text[start..text.len() - after.len()]);
        }
    }
}

/// Whether a folded character belongs to a word. Beyond Latin letters, whatever is neither
/// punctuation nor a symbol does; the blocks are listed because the full Unicode tables would weigh
/// more than they find.
const fn is_letter(c: char) -> bool {
    match c {
        '\0'..='\u{7f}' => c.is_ascii_alphanumeric(),
        '\u{80}'..='\u{bf}'
        | '×'
        | '÷'
        | '\u{2000}'..='\u{206f}'
        | '\u{20a0}'..='\u{20cf}'
        | '\u{2100}'..='\u{2bff}'
        | '\u{3000}'..='\u{303f}'
        | '\u{fe00}'..='\u{fe0f}'
        | '\u{1f000}'.. => false,
        _ => true,
    }
}

/// What French writes before an apostrophe without being a word that one looks for.
fn is_elided(word: &str) -> bool {
    matches!(
        word,
        "c" | "d" | "j" | "l" | "m" | "n" | "s" | "t" | "qu" | "jusqu" | "lorsqu" | "puisqu"
    )
}

/// At most [`MAX_WORD`] bytes, cut between characters.
fn cut(word: &str) -> &str {
    if word.len() <= MAX_WORD {
        return word;
    }
    let mut end = MAX_WORD;
    while !word.is_char_boundary(end) {
        end -= 1;
    }
    &word[..end]
}

/// A text as it is sorted: its folded words, one blank between them, so that quotes and dashes do
/// not decide.
pub(super) fn sort_key(text: &str) -> String {
    let (mut key, mut folded) = (String::with_capacity(text.len()), String::new());
    each_word(text, &mut folded, |word, _| {
        if !key.is_empty() {
            key.push(' ');
        }
        key.push_str(word);
    });
    key
}

#[cfg(test)]
mod tests {
    use super::{MAX_WORD, each_word, sort_key};

    fn words(text: &str) -> Vec<(String, String)> {
        let mut words = Vec::new();
        each_word(text, &mut String::new(), |word, written| {
            words.push((word.to_owned(), written.to_owned()));
        });
        words
    }

    fn folded(text: &str) -> String {
        words(text)
            .into_iter()
            .map(|(word, _)| word)
            .collect::<Vec<_>>()
            .join(" ")
    }

    #[test]
    fn words_end_at_blanks_and_signs() {
        for (text, expected) in [
            ("Élan d’Œuvre", "elan oeuvre"),
            ("l'atelier", "atelier"),
            ("L’ATELIER qu'on", "atelier on"),
            ("aujourd'hui", "aujourd hui"),
            ("Annay-sous-Lens", "annay sous lens"),
            ("« masques »,3D/visières…", "masques 3d visieres"),
            ("n°7 · 1\u{202f}600 €", "n 7 1 600"),
            ("l", "l"),
            ("l'", ""),
            ("E\u{301}lan", "elan"),
            ("Прага 日本 👍", "Прага 日本"),
            ("", ""),
            ("--''", ""),
        ] {
            assert_eq!(folded(text), expected, "{text:?}");
        }
    }

    #[test]
    fn the_spelling_goes_with_the_word() {
        let expected = [("oeuvre", "Œuvre"), ("cles", "CLÉS")].map(|(a, b)| (a.to_owned(), b.to_owned()));
        assert_eq!(words("L’Œuvre-CLÉS"), expected);
    }

    #[test]
    fn a_word_without_end_is_cut_between_characters() {
        let long = format!("a{}", "日".repeat(40));
        let (word, written) = words(&long).remove(0);
        assert!(word.len() <= MAX_WORD && long.starts_with(&word));
        assert_eq!(written, long);
    }

    #[test]
    fn quotes_do_not_decide_an_order() {
        assert!(sort_key("« Les petites mains »") < sort_key("Visières"));
        assert_eq!(sort_key("Élan"), "elan");
    }
}
