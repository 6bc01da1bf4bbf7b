//! Telephone numbers: French, foreign, and the short ones of emergencies and helplines.

/// A telephone number that can be dialled.
///
/// French numbers are kept in national form (`0321727800`), foreign ones with `+` and country code,
/// short ones (`115`, `3919`) as they are: dialled with a country code, a short number fails.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Phone(Box<str>);

impl Phone {
    /// Reads a number in any usual spelling: `03 21 72 78 00`, `03.21.72.78.00`, `+33 (0)3 21…`,
    /// `0033 3 21…`, `+32 2 123 45 67`, `115`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        // The national zero that letterheads write in brackets is not dialled from abroad.
        let text = text.replace("(0)", "");
        let mut digits = String::with_capacity(text.len());
        for c in text.chars() {
            match c {
                '0'..='9' => digits.push(c),
                '+' if digits.is_empty() => digits.push('+'),
                '.' | '-' | '/' | '(' | ')' | '\u{2010}'..='\u{2015}' => {}
                c if c.is_whitespace() => {}
                _ => return None,
            }
        }
        if let Some(foreign) = digits.strip_prefix("00") {
            digits = ["+", foreign].concat();
        }
        if let Some(national) = digits.strip_prefix("+33") {
            let national = national.strip_prefix('0').unwrap_or(national);
            digits = ["0", national].concat();
        }
        let possible = match digits.strip_prefix('+') {
            // E.164 allows 15 digits; below 7 no country has subscribers.
            Some(foreign) => (7..=15).contains(&foreign.len()) && !foreign.starts_with('0'),
            None if digits.starts_with('0') => digits.len() == 10 && !digits.starts_with("00"),
            // 15, 115, 3919, 118 218.
            None => (2..=6).contains(&digits.len()),
        };
        possible.then(|| Self(digits.into()))
    }

    /// The number to dial.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether the number can take a text message, as far as its shape tells: French mobile numbers
    /// begin with 06 or 07; of foreign ones nothing is known.
    #[must_use]
    pub fn is_mobile(&self) -> bool {
        ["06", "07", "+"].iter().any(|start| self.0.starts_with(start))
    }

    /// The number as the country groups it, with no-break spaces: `03 21 72 78 00`, `39 19`.
    #[must_use]
    pub fn display(&self) -> String {
        const SPACE: char = '\u{a0}';
        let (prefix, digits) = match self.0.strip_prefix('+') {
            Some(digits) => ("+", digits),
            None => ("", &*self.0),
        };
        if digits.len() < 4 || !prefix.is_empty() {
            return [prefix, digits].concat();
        }
        let mut text = String::with_capacity(digits.len() * 2);
        for (index, c) in digits.chars().enumerate() {
            // 118 218 is the one short form in groups of three.
            let group = if digits.len() == 6 { 3 } else { 2 };
            if index > 0 && index % group == 0 {
                text.push(SPACE);
            }
            text.push(c);
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::Phone;

    #[test]
    fn only_a_mobile_number_takes_a_text_message() {
        for (number, mobile) in [
            ("06 12 34 56 78", true),
            ("+33 7 12 34 56 78", true),
            ("+32 470 12 34 56", true),
            ("03 21 72 78 00", false),
            ("39 19", false),
        ] {
            assert_eq!(Phone::parse(number).unwrap().is_mobile(), mobile, "{number}");
        }
    }

    #[test]
    fn reads_every_usual_spelling() {
        let cases = [
            ("03 21 72 78 00", "0321727800"),
            ("03.21.72.78.00", "0321727800"),
            ("03-21-72-78-00", "0321727800"),
            ("03\u{a0}21\u{202f}72 78 00", "0321727800"),
            ("+33 3 21 72 78 00", "0321727800"),
            ("+33 (0)3 21 72 78 00", "0321727800"),
            ("0033 3 21 72 78 00", "0321727800"),
            ("+32 2 123 45 67", "+3221234567"),
            ("0032 2 123 45 67", "+3221234567"),
            ("115", "115"),
            ("15", "15"),
            ("39 19", "3919"),
            ("118 218", "118218"),
        ];
        for (text, dialled) in cases {
            assert_eq!(
                Phone::parse(text)
                    .map(|phone| phone.as_str().to_owned())
                    .as_deref(),
                Some(dialled),
                "{text:?}"
            );
        }
    }

    #[test]
    fn refuses_what_cannot_be_dialled() {
        for bad in [
            "",
            "1",
            "03 21 72 78",
            "03 21 72 78 00 11",
            "appelez",
            "03 21 72 78 OO",
            "++33",
            "+0123456789",
            "1234567",
            "62730+1",
        ] {
            assert!(Phone::parse(bad).is_none(), "{bad:?}");
        }
    }

    #[test]
    fn shows_the_usual_groups() {
        let shown = |text: &str| Phone::parse(text).unwrap().display().replace('\u{a0}', " ");
        assert_eq!(shown("0321727800"), "03 21 72 78 00");
        assert_eq!(shown("3919"), "39 19");
        assert_eq!(shown("115"), "115");
        assert_eq!(shown("118218"), "118 218");
        assert_eq!(shown("+3221234567"), "+3221234567");
    }
}
