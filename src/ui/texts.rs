//! The texts of the interface in the person's language, in short calls.
//!
//! The language is the same for the whole page, and changing it draws the page anew, so it stands in
//! one cell instead of travelling through every component.

use std::cell::{Cell, RefCell};

use crate::browser::intl;
use crate::domain::date::{Date, Timestamp};
use crate::i18n::{Lang, Plural, Text};

thread_local! {
    static LANG: Cell<Lang> = const { Cell::new(Lang::Fr) };
    static CONTENT: RefCell<String> = const { RefCell::new(String::new()) };
}

/// Sets the language; the caller draws the page anew.
pub fn set_lang(lang: Lang) {
    LANG.set(lang);
}

/// The language.
#[must_use]
pub fn lang() -> Lang {
    LANG.get()
}

/// Sets the language in which the site's editor writes.
pub fn set_content_lang(lang: &str) {
    CONTENT.with_borrow_mut(|content| lang.clone_into(content));
}

/// The language of what the editor wrote, where it is not that of the page: for `lang` attributes.
#[must_use]
pub fn content_lang() -> Option<String> {
    CONTENT.with_borrow(|content| (Lang::from_tag(content) != Some(lang())).then(|| content.clone()))
}

/// A text.
#[must_use]
pub fn t(text: Text) -> &'static str {
    lang().text(text)
}

/// A text with its placeholders filled.
#[must_use]
pub fn fill(text: Text, values: &[(&str, &str)]) -> String {
    lang().fill(text, values)
}

/// A label and what it is about, with the language's own colon: « Accepter : Titre ».
#[must_use]
pub fn about(label: &str, what: &str) -> String {
    lang().about(label, what)
}

/// A text for a number, which it shows as `{n}`.
#[must_use]
pub fn count(plural: Plural, n: usize) -> String {
    #[allow(clippy::cast_precision_loss, reason = "counts are far below 2⁵³")]
    count_of(plural, n as f64, &[])
}

/// A text for a number, which it shows as `{n}`, with other placeholders filled.
#[must_use]
pub fn count_of(plural: Plural, n: f64, values: &[(&str, &str)]) -> String {
    let shown = number(n);
    let mut all = vec![("n", shown.as_str())];
    all.extend_from_slice(values);
    lang().count(plural, n, &all)
}

/// A number as the language writes it.
#[must_use]
pub fn number(number: f64) -> String {
    intl::number(lang(), number)
}

/// A day as the language writes it.
#[must_use]
pub fn date(date: Date) -> String {
    intl::date(lang(), date)
}

/// A day and time as the language writes them.
#[must_use]
pub fn instant(instant: &Timestamp) -> String {
    intl::instant(lang(), instant)
}

/// A time of day as the language writes it.
#[must_use]
pub fn time(instant: &Timestamp) -> String {
    intl::time(lang(), instant)
}
