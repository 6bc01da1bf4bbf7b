//! One value as the text of a cell, and back.

use std::collections::BTreeMap;

use super::super::limits;
use super::super::warning::{WarningKind, Warnings};
use super::columns::Shape;
use crate::domain::amount::Amount;
use crate::domain::date::{Date, Timestamp};
use crate::domain::id::Id;
use crate::domain::phone::Phone;
use crate::domain::text::{clean_line, fold, length};
use crate::domain::theme::Theme;
use crate::domain::value::{Object, Value};
use crate::i18n::codes::Names;
use crate::i18n::{Lang, Text};

/// The manner in which cells are written: a language, and what it calls the themes.
pub(super) struct Manner<'a> {
    pub(super) lang: Lang,
    themes: BTreeMap<&'a str, &'a str>,
}

impl<'a> Manner<'a> {
    /// The manner of a language. A theme that is called like another one has its identifier for a name.
    pub(super) fn of(lang: Lang, themes: &'a [Theme]) -> Self {
        let named = |theme: &'a Theme| {
            let (id, name) = (theme.id.as_str(), theme.name(lang.code()));
            let finds_it = theme_called(name, themes).is_some_and(|found| found.id == theme.id);
            let is_name = finds_it && !name.trim().is_empty();
            (id, if is_name { name } else { id })
        };
        Self {
            lang,
            themes: themes.iter().map(named).collect(),
        }
    }

    /// The text of a value.
    pub(super) fn written(&self, shape: Shape, value: &Value) -> String {
        let text = value.as_text().unwrap_or("");
        match (shape, value) {
            (Shape::Number, value) => value
                .as_number()
                .map_or_else(String::new, |number| decimal(number, self.lang)),
            (Shape::Flag, Value::Bool(flag)) => {
                let word = if *flag { Text::CsvYes } else { Text::CsvNo };
                self.lang.text(word).to_owned()
            }
            (Shape::Mark(word), Value::Bool(true)) => self.lang.text(word).to_owned(),
            (Shape::Code(names), _) => {
                let name = names.iter().find(|(code, _)| *code == text);
                name.map_or(text, |(_, name)| self.lang.text(*name)).to_owned()
            }
            (Shape::Theme, _) => self.themes.get(text).copied().unwrap_or(text).to_owned(),
            // Plain blanks: those of typography are the separators of numbers in a French spreadsheet.
            (Shape::Phone, _) => Phone::parse(text)
                .filter(|phone| phone.as_str() == text)
                .map_or_else(|| text.to_owned(), |phone| phone.display().replace('\u{a0}', " ")),
            _ => text.to_owned(),
        }
    }
}

/// A number with the language's decimal sign, and without groups.
fn decimal(number: f64, lang: Lang) -> String {
    // Degrees and amounts are all within the range.
    let digits = Amount::new(number.abs()).map_or_else(String::new, Amount::plain);
    let digits = match lang {
        Lang::Fr => digits.replace('.', ","),
        Lang::En => digits,
    };
    let is_negative = number < 0.0 && digits.contains(|digit: char| matches!(digit, '1'..='9'));
    if is_negative {
        ["-", &digits].concat()
    } else {
        digits
    }
}

/// The theme of an identifier or of a name in any language, if there is no doubt.
fn theme_called<'a>(text: &str, themes: &'a [Theme]) -> Option<&'a Theme> {
    if let Some(theme) = themes.iter().find(|theme| theme.id.as_str() == text) {
        return Some(theme);
    }
    let wanted = fold(text);
    let is_called = |theme: &&Theme| {
        let mut names = theme.label.iter().filter_map(|(_, name)| name.as_text());
        names.any(|name| fold(name) == wanted)
    };
    let mut called = themes.iter().filter(is_called);
    called.next().filter(|_| called.next().is_none())
}

/// What reading needs besides the text.
pub(super) struct Reader<'a> {
    /// The themes that there are, to which unknown ones are added.
    pub(super) themes: Vec<Theme>,
    /// The language of the site's content.
    pub(super) lang: &'a str,
    pub(super) warnings: Warnings,
}

impl Reader<'_> {
    /// The value of a text under a field's name. What is none stays as it was written, for the reader of
    /// documents to warn of. No text is no value.
    pub(super) fn value(&mut self, shape: Shape, name: &str, text: &str) -> Value {
        if text.is_empty() {
            return Value::Null;
        }
        let read = match shape {
            Shape::Digits => self.completed(name, text, 5).map(Value::Text),
            Shape::Phone => self.phone(name, text),
            Shape::Number => signed(text),
            Shape::Date => day(text).map(|day| Value::Text(day.to_string())),
            Shape::Flag => flag(text).map(Value::Bool),
            Shape::Mark(word) => is_word(word, text).then_some(Value::Bool(true)),
            Shape::Code(names) => Some(self.code(names, name, text)),
            Shape::Theme => Some(self.theme(name, text)),
            Shape::Id | Shape::Text | Shape::List(_) => None,
        };
        read.unwrap_or_else(|| Value::text(text))
    }

    /// A telephone number as documents hold it.
    fn phone(&mut self, name: &str, text: &str) -> Option<Value> {
        if let Some(whole) = self.completed(name, text, 10) {
            return Some(Value::Text(whole));
        }
        Phone::parse(text).map(|phone| Value::text(phone.as_str()))
    }

    /// Digits from which a spreadsheet dropped the first zero: French codes and numbers have one length.
    fn completed(&mut self, name: &str, text: &str, length: usize) -> Option<String> {
        let cut = text.len() + 1 == length
            && !text.starts_with('0')
            && text.bytes().all(|byte| byte.is_ascii_digit());
        cut.then(|| {
            self.warnings.push(name, WarningKind::Converted);
            ["0", text].concat()
        })
    }

    /// The code that a word means. A word that looks like a code is one of a newer version; any other
    /// means nothing.
    fn code(&mut self, names: &Names, name: &str, text: &str) -> Value {
        let known = names
            .iter()
            .find(|(code, word)| *code == text || is_word(*word, text));
        if let Some((code, _)) = known {
            return Value::text(code);
        }
        let is_code = |byte: u8| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_');
        if text.bytes().all(is_code) {
            return Value::text(text);
        }
        self.warnings.push(name, WarningKind::BadCode);
        Value::Null
    }

    /// The identifier of a theme; one that is called like none here is new.
    fn theme(&mut self, name: &str, text: &str) -> Value {
        if let Some(known) = theme_called(text, &self.themes) {
            return Value::text(known.id.as_str());
        }
        let called = clean_line(text);
        if called.is_empty() {
            return Value::Null;
        }
        let refused = if length(&called) > limits::LINE {
            Some(WarningKind::TooLong)
        } else {
            (self.themes.len() >= limits::THEMES).then_some(WarningKind::TooMany)
        };
        if let Some(kind) = refused {
            self.warnings.push(name, kind);
            return Value::Null;
        }
        let id = Id::parse(text).unwrap_or_else(|| Id::derived(&["theme", &fold(text)]));
        let mut label = Object::new();
        label.set(self.lang, &*called);
        let value = Value::text(id.as_str());
        self.themes.push(Theme {
            id,
            label,
            extra: Object::new(),
        });
        value
    }
}

/// Whether a text is a word of the interface, in any of its languages.
fn is_word(word: Text, text: &str) -> bool {
    let text = fold(text);
    Lang::ALL.iter().any(|lang| fold(lang.text(word)) == text)
}

/// A number of either sign, with a decimal comma or point.
fn signed(text: &str) -> Option<Value> {
    let (sign, digits) = match text.strip_prefix(['-', '\u{2212}']) {
        Some(digits) => (-1.0, digits),
        None => (1.0, text),
    };
    let amount = Amount::parse(digits)?;
    Some(Value::number(sign * amount.get()))
}

/// A day as ISO 8601 or as the French write it (`30/04/2020`, `30.4.20`): what a spreadsheet makes of the
/// former.
fn day(text: &str) -> Option<Date> {
    let iso = Date::parse(text).or_else(|| Timestamp::parse(text).map(|instant| instant.date()));
    iso.or_else(|| {
        let mut parts = text.split(['/', '.', '-']);
        let mut next = || {
            let part = parts.next()?;
            let is_number = (1..=4).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
            // Only digits, and few of them, so that each is a number.
            is_number.then(|| part.parse::<u16>().ok())?
        };
        let (day, month, year) = (next()?, next()?, next()?);
        let year = if year < 100 { 2000 + year } else { year };
        // Whatever is no day of a month is none of the calendar.
        let (day, month) = (u8::try_from(day).ok()?, u8::try_from(month).ok()?);
        Date::new(year, month, day).filter(|_| parts.next().is_none())
    })
}

/// Yes or no, in words, or as spreadsheets say true and false.
fn flag(text: &str) -> Option<bool> {
    if is_word(Text::CsvYes, text) {
        return Some(true);
    }
    if is_word(Text::CsvNo, text) {
        return Some(false);
    }
    match fold(text).as_str() {
        "true" | "vrai" | "1" | "x" => Some(true),
        "false" | "faux" | "0" => Some(false),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{day, decimal, flag, signed};
    use crate::domain::value::Value;
    use crate::i18n::{Lang, install_late};

    #[test]
    fn days_are_read_as_the_french_write_them() {
        for text in ["2020-04-30", "30/04/2020", "30/4/20", "30.04.2020", "30-04-2020"] {
            assert_eq!(
                day(text).map(|day| day.to_string()).as_deref(),
                Some("2020-04-30"),
                "{text}"
            );
        }
        for text in [
            "04/30/2020",
            "31/04/2020",
            "30/04",
            "30/04/2020/1",
            "avril",
            "",
            "1//2",
        ] {
            assert!(day(text).is_none(), "{text}");
        }
    }

    #[test]
    fn numbers_have_the_decimal_sign_of_the_language() {
        assert_eq!(decimal(1600.5, Lang::Fr), "1600,5");
        assert_eq!(decimal(-4.25, Lang::En), "-4.25");
        assert_eq!(decimal(-0.0, Lang::Fr), "0");
        for (text, number) in [
            ("1\u{202f}600,5", 1600.5),
            ("-4.25", -4.25),
            ("\u{2212}0,5", -0.5),
        ] {
            assert_eq!(signed(text), Some(Value::number(number)), "{text}");
        }
        assert_eq!(signed("--1"), None);
    }

    #[test]
    fn yes_and_no_are_read_in_words() {
        install_late();
        for (text, expected) in [
            ("Oui", Some(true)),
            ("no", Some(false)),
            ("VRAI", Some(true)),
            ("FAUX", Some(false)),
            ("peut-être", None),
        ] {
            assert_eq!(flag(text), expected, "{text}");
        }
    }
}
