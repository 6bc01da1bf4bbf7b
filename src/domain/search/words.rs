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
        at = run_end(bytes, at, SMALL);
        // Most words are small letters up to a blank or a stop: they are compared as they stand.
        if at == bytes.len() || (CLASSES[bytes[at] as usize] == SIGN && bytes[at] != b'\'') {
            if start < at {
                visit(cut(&text[start..at]), &text[start..at]);
            }
            at += 1;
            continue;
        }
        folded.clear();
        folded.push_str(&text[start..at]);
        let end = fold_rest(text, at, folded);
        if !folded.is_empty() {
            visit(cut(folded), &text[start..end.word]);
        }
        at = end.next;
    }
}

/// Where a word ends, and where the next one may begin.
struct End {
    word: usize,
    next: usize,
}

/// Folds a word from `at` on, to the sign that ends it. Leaves nothing of a word that is elided.
fn fold_rest(text: &str, mut at: usize, folded: &mut String) -> End {
    let bytes = text.as_bytes();
    loop {
        let run = at;
        at = run_end(bytes, at, CAPITAL);
        folded.push_str(&text[run..at]);
        let letters = folded.len();
        let Some(first) = bytes.get(at) else { break };
        let next = at + char_length(*first);
        if let Some(letter) = french_letter(&bytes[at..next]) {
            folded.push_str(letter);
            at = next;
            continue;
        }
        if *first >= 0x80 {
            fold_into(&text[at..next], folded);
            // What folds to nothing is an accent or invisible, and stays within its word.
            if folded[letters..].chars().all(is_letter) {
                at = next;
                continue;
            }
        }
        let apostrophe = *first == b'\'' || folded[letters..] == *"'";
        folded.truncate(letters);
        folded.make_ascii_lowercase();
        if apostrophe && is_elided(folded) {
            folded.clear();
        }
        return End { word: at, next };
    }
    folded.make_ascii_lowercase();
    End { word: at, next: at }
}

/// Classes of bytes: a letter or digit that is compared as it is, a capital, a sign, a part of a
/// character beyond ASCII.
const SMALL: u8 = 0;
const CAPITAL: u8 = 1;
const SIGN: u8 = 2;
const BEYOND: u8 = 3;

/// The class of each byte. A table, since this is looked up for each byte of a catalogue.
static CLASSES: [u8; 256] = {
    let mut classes = [SIGN; 256];
    let mut byte: u8 = 0;
    loop {
        classes[byte as usize] = match byte {
            b'a'..=b'z' | b'0'..=b'9' => SMALL,
            b'A'..=b'Z' => CAPITAL,
            0x80.. => BEYOND,
            _ => SIGN,
        };
        if byte == u8::MAX {
            break classes;
        }
        byte += 1;
    }
};

/// The end of a run of bytes of a class or a simpler one.
fn run_end(bytes: &[u8], start: usize, class: u8) -> usize {
    let run = bytes[start..]
        .iter()
        .take_while(|byte| CLASSES[**byte as usize] <= class);
    start + run.count()
}

/// What the small accented letters of French fold to, ahead of the table for all of Latin: a fifth
/// of the words have one.
const fn french_letter(character: &[u8]) -> Option<&'static str> {
    let [0xc3, second] = character else { return None };
    match second {
        0xa0 | 0xa2 => Some("a"),
        0xa7 => Some("c"),
        0xa8..=0xab => Some("e"),
        0xae | 0xaf => Some("i"),
        0xb4 => Some("o"),
        0xb9 | 0xbb | 0xbc => Some("u"),
        _ => None,
    }
}

/// The bytes of the character that begins with a byte.
const fn char_length(first: u8) -> usize {
    match first {
        ..0xc0 => 1,
        0xc0..0xe0 => 2,
        0xe0..0xf0 => 3,
        _ => 4,
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
    use super::{MAX_WORD, each_word, french_letter, sort_key};
    use crate::domain::text::fold;

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
    fn the_letters_of_french_fold_as_all_texts_do() {
        let letters = "àâçèéêëîïôùûü";
        for letter in letters.chars() {
            let mut bytes = [0; 4];
            let plain = french_letter(letter.encode_utf8(&mut bytes).as_bytes());
            assert_eq!(plain, Some(fold(&letter.to_string()).as_str()), "{letter}");
        }
        let known =
            ('\u{80}'..='\u{7ff}').filter(|c| french_letter(c.encode_utf8(&mut [0; 2]).as_bytes()).is_some());
        assert_eq!(known.count(), letters.chars().count());
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
