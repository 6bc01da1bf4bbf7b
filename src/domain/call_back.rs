//! How somebody who wrote wants to be answered: what of their own words can be called or written to.

use super::contact::Means;
use super::email::Email;
use super::phone::Phone;

/// What a call-back is, as far as its shape tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CallBack {
    /// It holds a number or an address.
    Reached,
    /// It is told in words: « la voisine du 3e ». Nobody can call that, but somebody may know.
    Words,
    /// It looks like a telephone number and is none.
    BrokenPhone,
    /// It looks like an e-mail address and is none.
    BrokenEmail,
}

impl CallBack {
    /// What a text is.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let letters = text.chars().filter(|c| c.is_alphabetic()).count();
        let is_address = |word: &str| word.len() > 1 && word.contains('@');
        if !reached(text).is_empty() {
            Self::Reached
        } else if text.split_whitespace().any(is_address) {
            Self::BrokenEmail
        } else if letters < 2 && text.contains(|c: char| c.is_ascii_digit()) {
            // One letter is a slip of the finger: « 06 12 34 56 7O ».
            Self::BrokenPhone
        } else {
            Self::Words
        }
    }
}

/// The fewest digits of somebody's own number; shorter ones are those of helplines.
const SHORTEST: usize = 7;

/// The numbers and addresses in a text, each once, in the order in which they stand: of « Jeanne, 06 12 34 56 78
/// le soir, ou jeanne@exemple.fr » both. The work grows with the square of the longest row of digits, of which a
/// call-back has room for few.
#[must_use]
pub fn reached(text: &str) -> Vec<Means> {
    let mut found: Vec<Means> = Vec::new();
    // The national zero in brackets belongs to a number; any other bracket ends one.
    let text = text.replace("(0)", "");
    let words = |part: &str| -> Vec<Means> {
        let part: Vec<&str> = part.split_whitespace().collect();
        let mut rest = part.as_slice();
        let mut found = Vec::new();
        while let [first, after @ ..] = rest {
            let ends = if first.starts_with(is_of_number) {
                rest.len()
            } else {
                0
            };
            let number = (1..=ends).rev().find_map(|end| Some((phone(&rest[..end])?, end)));
            rest = if let Some((phone, end)) = number {
                found.push(Means::Phone(phone));
                &rest[end..]
            } else {
                let word = first.trim_matches(['.', ':', '\'', '’', '"', '«', '»']);
                found.extend(Email::parse(word).map(Means::Email));
                after
            };
        }
        found
    };
    for part in text.split([',', ';', '\n', '/', '|', '(', ')', '<', '>']) {
        for means in words(part) {
            if !found.contains(&means) {
                found.push(means);
            }
        }
    }
    found
}

const fn is_of_number(c: char) -> bool {
    c.is_ascii_digit() || c == '+'
}

/// The number that some words make together.
fn phone(words: &[&str]) -> Option<Phone> {
    let is_number = |word: &&str| word.starts_with(is_of_number);
    let phone = words
        .iter()
        .all(is_number)
        .then(|| Phone::parse(&words.join(" ")))??;
    (phone.as_str().len() >= SHORTEST).then_some(phone)
}

#[cfg(test)]
mod tests {
    use super::{CallBack, reached};

    fn found(text: &str) -> Vec<String> {
        let all = reached(text).into_iter();
        all.map(|means| means.value().to_owned()).collect()
    }

    #[test]
    fn numbers_and_addresses_are_found_among_words() {
        for (text, means) in [
            ("0612345678", vec!["0612345678"]),
            ("06 12 34 56 78", vec!["0612345678"]),
            ("+33 (0)6.12.34.56.78", vec!["0612345678"]),
            ("Jeanne, 06\u{a0}12\u{a0}34\u{a0}56\u{a0}78", vec!["0612345678"]),
            ("06 12 34 56 78 (18 h)", vec!["0612345678"]),
            ("06 12 34 56 78 18 h", vec!["0612345678"]),
            (
                "le soir au 0321727800 ou à jeanne@exemple.fr.",
                vec!["0321727800", "jeanne@exemple.fr"],
            ),
            ("06 12 34 56 78 / 06 12 34 56 78", vec!["0612345678"]),
            (
                "06 12 34 56 78 / +32 470 12 34 56",
                vec!["0612345678", "+32470123456"],
            ),
        ] {
            assert_eq!(found(text), means, "{text}");
        }
        for text in [
            "",
            "voisine du 3e",
            "15",
            "rue 62100",
            "javascript:alert(1)",
            "06 12",
        ] {
            assert_eq!(found(text), Vec::<String>::new(), "{text}");
        }
        let hostile = found("a@b.fr?bcc=x@y.fr tel:+33612345678 mailto:a@b.fr");
        assert_eq!(hostile, ["a@b.fr"]);
    }

    #[test]
    fn what_looks_like_a_number_and_is_none_is_not_taken_for_words() {
        for (text, is) in [
            ("06 12", CallBack::BrokenPhone),
            ("06 12 34 56 7O", CallBack::BrokenPhone),
            ("12", CallBack::BrokenPhone),
            ("jeanne@exemple", CallBack::BrokenEmail),
            ("écrire à jeanne@", CallBack::BrokenEmail),
            ("abc", CallBack::Words),
            ("voisine du 3e", CallBack::Words),
            ("je passe @ la mairie le 12", CallBack::Words),
            ("06 12 34 56 78", CallBack::Reached),
            ("tél. 06 12 34 56 78 le soir", CallBack::Reached),
        ] {
            assert_eq!(CallBack::of(text), is, "{text}");
        }
    }
}
