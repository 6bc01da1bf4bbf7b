//! Running text: its paragraphs, and the addresses that stand in it.

use super::{email::Email, link::Link};

/// A part of a line of text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece<'a> {
    /// Words.
    Words(&'a str),
    /// An address as it was written, and the link that it makes.
    Address(&'a str, Link),
}

/// The paragraphs of a text: what stands between blank lines.
pub fn paragraphs(text: &str) -> impl Iterator<Item = &str> {
    text.split("\n\n")
        .map(str::trim)
        .filter(|paragraph| !paragraph.is_empty())
}

/// The parts of a text, in order; put together again they are the text. Web pages that begin with
/// `http://`, `https://` or `www.` and e-mail addresses are links, without the punctuation that
/// belongs to the sentence around them.
#[must_use]
pub fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut written = 0;
    let mut start = 0;
    for word in text.split_inclusive(char::is_whitespace) {
        let end = start + word.len();
        if let Some((address, link)) = address(word.trim_end()) {
            // The address is a part of the word, so that its place can be told by its start.
            let at = start + word.find(address).unwrap_or(0);
            if at > written {
                pieces.push(Piece::Words(&text[written..at]));
            }
            pieces.push(Piece::Address(address, link));
            written = at + address.len();
        }
        start = end;
    }
    if written < text.len() {
        pieces.push(Piece::Words(&text[written..]));
    }
    pieces
}

/// The address in a word, if it is one between punctuation.
fn address(word: &str) -> Option<(&str, Link)> {
    let word = word.trim_start_matches(['(', '[', '«', '<', '"', '“', '‘', '\'']);
    let word = word.trim_end_matches([
        '.', ',', ';', ':', '!', '?', '…', ']', '»', '>', '"', '”', '’', '\'',
    ]);
    // A bracket at the end is the address's own when it has the other one too.
    let word = match word.strip_suffix(')') {
        Some(inside) if !inside.contains('(') => inside,
        _ => word,
    };
    let is_web = ["http://", "https://", "www."].iter().any(|start| {
        word.get(..start.len())
            .is_some_and(|own| own.eq_ignore_ascii_case(start))
    });
    if is_web {
        return Link::from_typed(word).map(|link| (word, link));
    }
    let email = Email::parse(word).filter(|_| !word.starts_with("mailto:"))?;
    Link::parse(&["mailto:", email.as_str()].concat()).map(|link| (word, link))
}

#[cfg(test)]
mod tests {
    use super::{Piece, paragraphs, pieces};

    #[test]
    fn blank_lines_part_paragraphs_and_line_ends_do_not() {
        let found: Vec<_> = paragraphs("un\ndeux\n\n\n\ntrois\n").collect();
        assert_eq!(found, ["un\ndeux", "trois"]);
        assert_eq!(paragraphs(" \n\n ").count(), 0);
    }

    #[test]
    fn addresses_are_found_without_the_punctuation_around_them() {
        let cases = [
            ("voir https://a.fr/.", "https://a.fr/", "https://a.fr/"),
            ("(www.a.fr)", "www.a.fr", "https://www.a.fr"),
            (
                "«\u{a0}HTTP://a.fr/b,c\u{a0}»",
                "HTTP://a.fr/b,c",
                "HTTP://a.fr/b,c",
            ),
            (
                "https://a.fr/b_(c), puis",
                "https://a.fr/b_(c)",
                "https://a.fr/b_(c)",
            ),
            ("écrire à a@b.fr.", "a@b.fr", "mailto:a@b.fr"),
        ];
        for (text, shown, target) in cases {
            let links: Vec<_> = pieces(text)
                .into_iter()
                .filter_map(|piece| match piece {
                    Piece::Address(shown, link) => Some((shown, link.as_str().to_owned())),
                    Piece::Words(_) => None,
                })
                .collect();
            assert_eq!(links, [(shown, target.to_owned())], "{text}");
        }
    }

    #[test]
    fn what_is_no_address_stays_words() {
        for text in [
            "",
            "Marck",
            "javascript:alert(1)",
            "mailto:a@b.fr?bcc=c@d.fr",
            "https://",
            "https://moi@piege.fr",
            "a @ b",
            "www.",
        ] {
            let words = pieces(text);
            assert!(
                words.iter().all(|piece| matches!(piece, Piece::Words(_))),
                "{text}: {words:?}"
            );
        }
    }

    #[test]
    fn nothing_is_lost_or_added() {
        let text = " a@b.fr,\u{a0}https://a.fr\u{202f}! et www.c.fr\nfin a@b.fr";
        let again: String = pieces(text)
            .iter()
            .map(|piece| match piece {
                Piece::Words(words) | Piece::Address(words, _) => *words,
            })
            .collect();
        assert_eq!(again, text);
    }
}
