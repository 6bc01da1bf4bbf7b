//! Numbers and dates as the language writes them: the browser's `Intl`, which costs no byte.
//!
//! To make a format takes longer than all else about a card; to use it, nearly nothing. Each is made once.

use std::cell::RefCell;

use js_sys::{Array, Function, Intl, Object, Reflect};
use wasm_bindgen::JsValue;

use crate::domain::date::{Date, Timestamp};
use crate::i18n::Lang;

/// A number: `1 600`, `2,5`.
#[must_use]
pub fn number(lang: Lang, number: f64) -> String {
    call(&format(lang, Form::Number), &JsValue::from_f64(number))
}

/// A day: `30 avril 2020`.
#[must_use]
pub fn date(lang: Lang, date: Date) -> String {
    let month = i32::from(date.month()) - 1;
    #[allow(clippy::cast_sign_loss, reason = "a month is never negative")]
    let instant = js_sys::Date::new_with_year_month_day(u32::from(date.year()), month, i32::from(date.day()));
    call(&format(lang, Form::Day), &instant)
}

/// A day and time, where the device is: `23 novembre 2026 à 05:31`.
#[must_use]
pub fn instant(lang: Lang, instant: &Timestamp) -> String {
    let instant = js_sys::Date::new(&JsValue::from_str(instant.as_str()));
    call(&format(lang, Form::Instant), &instant)
}

/// A time of day, where the device is: `05:31`.
#[must_use]
pub fn time(lang: Lang, instant: &Timestamp) -> String {
    let instant = js_sys::Date::new(&JsValue::from_str(instant.as_str()));
    call(&format(lang, Form::Time), &instant)
}

/// What is written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    Number,
    Day,
    Instant,
    Time,
}

impl Form {
    /// The options of `Intl.DateTimeFormat`.
    const fn options(self) -> &'static [(&'static str, &'static str)] {
        match self {
            Self::Number => &[],
            Self::Day => &[("dateStyle", "long")],
            Self::Instant => &[("dateStyle", "long"), ("timeStyle", "short")],
            Self::Time => &[("timeStyle", "short")],
        }
    }
}

thread_local! {
    static MADE: RefCell<Vec<(Lang, Form, Function)>> = const { RefCell::new(Vec::new()) };
}

/// The function that writes a form in a language.
fn format(lang: Lang, form: Form) -> Function {
    MADE.with_borrow_mut(|made| {
        if let Some((.., function)) = made.iter().find(|known| (known.0, known.1) == (lang, form)) {
            return function.clone();
        }
        let function = make(lang, form);
        made.push((lang, form, function.clone()));
        function
    })
}

fn make(lang: Lang, form: Form) -> Function {
    let options = Object::new();
    for (name, value) in form.options() {
        // Setting a plain property of a new object cannot fail.
        let _set = Reflect::set(&options, &JsValue::from_str(name), &JsValue::from_str(value));
    }
    match form {
        Form::Number => Intl::NumberFormat::new(&locales(lang), &options).format(),
        _ => Intl::DateTimeFormat::new(&locales(lang), &options).format(),
    }
}

fn locales(lang: Lang) -> Array {
    let tag = match lang {
        Lang::Fr => "fr-FR",
        Lang::En => "en-GB",
    };
    Array::of1(&JsValue::from_str(tag))
}

fn call(function: &Function, value: &JsValue) -> String {
    function
        .call1(&JsValue::UNDEFINED, value)
        .ok()
        .and_then(|text| text.as_string())
        .unwrap_or_default()
}
