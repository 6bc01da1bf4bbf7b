//! How a sender can be answered: what a person wrote into one line is looked through for an address.

use crate::domain::email::Email;
use crate::domain::phone::Phone;

/// The ways to answer that a sender's line holds.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CallBack {
    /// A telephone number.
    pub phone: Option<Phone>,
    /// An e-mail address.
    pub email: Option<Email>,
}

/// The ways to answer that a sender's line holds: « Jeanne, 06 12 34 56 78 ou jeanne@exemple.fr ».
#[must_use]
pub fn call_back(line: &str) -> CallBack {
    let words = line.split(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | '(' | ')' | '<' | '>'));
    let email = words
        .into_iter()
        .find_map(|word| Email::parse(word.trim_end_matches('.')));
    let in_number =
        |c: char| c.is_ascii_digit() || c.is_whitespace() || matches!(c, '+' | '.' | '-' | '/' | '(' | ')');
    // A number of another country has seven digits at least, and a short one calls nobody back.
    let numbers = line.split(|c: char| !in_number(c)).filter_map(Phone::parse);
    let phone = numbers.into_iter().find(|number| number.as_str().len() >= 8);
    CallBack { phone, email }
}

#[cfg(test)]
mod tests {
    use super::{Email, Phone, call_back};

    #[test]
    fn a_line_is_looked_through_for_an_address() {
        let cases = [
            ("", None, None),
            ("Jeanne", None, None),
            ("Jeanne, 06 12 34 56 78", Some("0612345678"), None),
            ("jeanne@exemple.fr.", None, Some("jeanne@exemple.fr")),
            (
                "Jeanne (jeanne@exemple.fr), +32 470 12 34 56",
                Some("+32470123456"),
                Some("jeanne@exemple.fr"),
            ),
            ("Jeanne, 3 rue du 8 mai 1945", None, None),
        ];
        for (line, phone, email) in cases {
            let found = call_back(line);
            assert_eq!(found.phone.as_ref().map(Phone::as_str), phone, "{line}");
            assert_eq!(found.email.as_ref().map(Email::as_str), email, "{line}");
        }
    }
}
