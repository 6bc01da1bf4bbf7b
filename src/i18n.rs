//! The texts of the interface, typed: `build.rs` makes [`Text`] and [`Plural`] from `locales/`.
//!
//! A library would bring its own plural rules, formats and runtime; two languages with one plural
//! rule each need two tables and thirty lines. Dates and numbers are formatted by the browser.

pub mod codes;

use std::cell::Cell;

include!(concat!(env!("OUT_DIR"), "/texts.rs"));

/// A language of the interface.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Lang {
    /// French, the default.
    #[default]
    Fr,
    /// English.
    En,
}

impl Lang {
    /// Every language, in the order in which a person chooses.
    pub const ALL: [Self; 2] = [Self::Fr, Self::En];

    /// The language of a tag such as `en-GB`.
    #[must_use]
    pub fn from_tag(tag: &str) -> Option<Self> {
        let primary = tag.split('-').next()?;
        Self::ALL
            .into_iter()
            .find(|lang| lang.code().eq_ignore_ascii_case(primary))
    }

    /// The code for `lang` attributes and `Intl`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Fr => "fr",
            Self::En => "en",
        }
    }

    /// A text.
    #[must_use]
    pub fn text(self, text: Text) -> &'static str {
        let (first, place) = (&FIRST_TEXTS[self as usize], text as usize);
        match place.checked_sub(first.len()) {
            None => first[place],
            Some(late) => (LATE.get().text)(self, late),
        }
    }

    /// A text with its placeholders filled.
    #[must_use]
    pub fn fill(self, text: Text, values: &[(&str, &str)]) -> String {
        fill(self.text(text), values)
    }

    /// A label and what it is about, with the language's own colon: « Accepter : Titre ».
    #[must_use]
    pub fn about(self, label: &str, what: &str) -> String {
        self.fill(Text::PairAbout, &[("label", label), ("what", what)])
    }

    /// A text for a number. In French zero is singular, in English it is plural.
    #[must_use]
    pub fn count(self, plural: Plural, number: f64, values: &[(&str, &str)]) -> String {
        let singular = match self {
            Self::Fr => number < 2.0,
            Self::En => (number - 1.0).abs() < f64::EPSILON,
        };
        let (first, place) = (&FIRST_PLURALS[self as usize], plural as usize);
        let forms = match place.checked_sub(first.len()) {
            None => first[place],
            Some(late) => (LATE.get().plural)(self, late),
        };
        fill(forms[usize::from(!singular)], values)
    }
}

/// How the texts of the late pages are found. They are data of the second WebAssembly module, so
/// nothing but [`install_late`] may name their tables.
#[derive(Clone, Copy)]
struct Late {
    text: fn(Lang, usize) -> &'static str,
    plural: fn(Lang, usize) -> [&'static str; 2],
}

thread_local! {
    static LATE: Cell<Late> = const {
        Cell::new(Late { text: |_, _| "", plural: |_, _| ["", ""] })
    };
}

/// Makes the texts of the late pages known. Called by their module when it arrives; before it, no
/// page that needs one can be drawn.
pub fn install_late() {
    LATE.set(Late {
        text: |lang, place| LATE_TEXTS[lang as usize][place],
        plural: |lang, place| LATE_PLURALS[lang as usize][place],
    });
}

/// Replaces each `{name}` by its value. A value is never searched for placeholders itself.
fn fill(template: &str, values: &[(&str, &str)]) -> String {
    let mut text = String::with_capacity(template.len() + 16);
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        text.push_str(before);
        let (name, end) = after.split_once('}').unwrap_or((after, ""));
        let value = values.iter().find(|(known, _)| *known == name);
        text.push_str(value.map_or(name, |(_, value)| value));
        rest = end;
    }
    text.push_str(rest);
    text
}

#[cfg(test)]
mod tests {
    use super::{Lang, fill};

    #[test]
    fn placeholders_are_filled_once() {
        assert_eq!(
            fill("{n} sur {total}", &[("n", "{total}"), ("total", "8")]),
            "{total} sur 8"
        );
        assert_eq!(fill("rien", &[("n", "1")]), "rien");
    }

    #[test]
    fn tags_name_languages() {
        assert_eq!(Lang::from_tag("en-GB"), Some(Lang::En));
        assert_eq!(Lang::from_tag("FR"), Some(Lang::Fr));
        assert_eq!(Lang::from_tag("de"), None);
    }
}
