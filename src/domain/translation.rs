//! The texts of an initiative in another language, and whether the original is still the one that they
//! were made from.
//!
//! Beside a translated text stands its *mark*, a digest of the original of that day: `title_from` beside
//! `title`. One text per mark, in the same object, so that a translation and what it was made from are one
//! path of a change and travel together; a version that knows no marks keeps them as texts of their own.
//! A text without a mark, as a person writes it into a file by hand, is taken for one of the original
//! beside which it stands; the form gives it its mark when that original changes there. Publishing gives
//! none: a mark that nobody made would stand against what a colleague translates meanwhile.

use super::id::Id;
use super::initiative::Initiative;
use super::value::{Object, Value};

/// The fields that a translator is asked for, in the order of the form, which calls them the same.
pub const TRANSLATED: [&str; 4] = ["title", "summary", "audience", "practical"];

/// What a mark's name ends with.
const FROM: &str = "_from";

/// Whether a name in a translation is that of a mark, which nobody reads.
#[must_use]
pub fn is_mark(name: &str) -> bool {
    name.ends_with(FROM)
}

/// The name of a field's mark.
fn name_of(field: &str) -> String {
    [field, FROM].concat()
}

/// The mark of an original.
fn mark(original: &str) -> Value {
    Value::text(Id::derived(&["original", original]).as_str())
}

/// Notes in a translation that a text of it says what this original says.
pub(super) fn confirm(texts: &mut Object, field: &str, original: &str) {
    texts.set(&name_of(field), mark(original));
}

/// Notes the same of a text that has no mark yet.
pub(super) fn confirm_unmarked(texts: &mut Object, field: &str, original: &str) {
    if texts.text(&name_of(field)).is_none() {
        confirm(texts, field, original);
    }
}

/// Takes a text and its mark out of a translation.
pub(super) fn clear(texts: &mut Object, field: &str) {
    texts.take(field);
    texts.take(&name_of(field));
}

impl Initiative {
    /// The original of a text that can be translated; empty for any other.
    #[must_use]
    pub fn original(&self, field: &str) -> &str {
        match field {
            "title" => &self.title,
            "summary" => &self.summary,
            "audience" => &self.audience,
            "practical" => &self.practical,
            _ => "",
        }
    }

    /// The fields whose text in a language was made from an original that has changed since.
    #[must_use]
    pub fn outdated(&self, lang: &str) -> Vec<&'static str> {
        let texts = self.translations.get(lang).and_then(Value::as_object);
        let is_outdated = |field: &&str| {
            let made_from = texts.and_then(|texts| texts.get(&name_of(field)));
            self.translated(lang, field).is_some()
                && made_from.is_some_and(|made_from| *made_from != mark(self.original(field)))
        };
        TRANSLATED.into_iter().filter(is_outdated).collect()
    }

    /// Whether a text in any language was made from an original that has changed since.
    #[must_use]
    pub fn has_outdated(&self) -> bool {
        let mut languages = self.translations.iter();
        languages.any(|(lang, _)| !self.outdated(lang).is_empty())
    }
}

#[cfg(test)]
mod tests {
    use super::{confirm, confirm_unmarked, is_mark};
    use crate::domain::id::Id;
    use crate::domain::initiative::Initiative;
    use crate::domain::value::{Object, Value};

    fn translated(texts: Object) -> Initiative {
        let mut it = Initiative::new(Id::parse("x").unwrap(), "Masques".to_owned());
        it.summary = "Cousus à Marck".to_owned();
        it.translations.set("en", Value::Object(texts));
        it
    }

    #[test]
    fn a_text_is_outdated_once_its_original_is_another() {
        let mut texts = Object::new();
        texts.set("title", "Masks");
        texts.set("summary", "Sewn in Marck");
        confirm(&mut texts, "title", "Masques");
        confirm_unmarked(&mut texts, "title", "Autre chose");
        let mut it = translated(texts);
        assert!(!it.has_outdated());
        it.title = "Masques lavables".to_owned();
        it.summary = "Cousus à Guemps".to_owned();
        assert_eq!(
            it.outdated("en"),
            ["title"],
            "the summary says not what it was made from"
        );
        assert!(it.outdated("fr").is_empty());
        it.title = "Masques".to_owned();
        assert!(!it.has_outdated(), "the original is again what it was");
    }

    #[test]
    fn a_mark_is_a_text_that_nobody_reads() {
        let mut texts = Object::new();
        confirm(&mut texts, "summary", "Cousus à Marck");
        let (name, mark) = texts.iter().next().unwrap();
        assert!(is_mark(name) && !is_mark("title"));
        assert_eq!(mark.as_text().unwrap().len(), 25);
        assert!(translated(texts).outdated("en").is_empty(), "there is no text");
    }
}
