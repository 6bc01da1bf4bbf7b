//! Numbers and dates as the language writes them: the browser's `Intl`, which costs no byte.

use js_sys::{Array, Intl, Object, Reflect};
use wasm_bindgen::JsValue;

use crate::domain::date::{Date, Timestamp};
use crate::i18n::Lang;

/// A number: `1 600`, `2,5`.
#[must_use]
pub fn number(lang: Lang, number: f64) -> String {
    let format = Intl::NumberFormat::new(&locales(lang), &Object::new());
    call(&format.format(), &JsValue::from_f64(number))
}

/// A day: `30 avril 2020`.
#[must_use]
pub fn date(lang: Lang, date: Date) -> String {
    let month = i32::from(date.month()) - 1;
    #[allow(clippy::cast_sign_loss, reason = "a month is never negative")]
    let instant = js_sys::Date::new_with_year_month_day(u32::from(date.year()), month, i32::from(date.day()));
    format(lang, &[("dateStyle", "long")], &instant)
}

/// A month and year: `avril 2020`.
#[must_use]
pub fn month(lang: Lang, date: Date) -> String {
    let month = i32::from(date.month()) - 1;
    let instant = js_sys::Date::new_with_year_month_day(u32::from(date.year()), month, 1);
    format(lang, &[("month", "long"), ("year", "numeric")], &instant)
}

/// A day and time, where the device is: `23 novembre 2026 à 05:31`.
#[must_use]
pub fn instant(lang: Lang, instant: &Timestamp) -> String {
    let instant = js_sys::Date::new(&JsValue::from_str(instant.as_str()));
    format(lang, &[("dateStyle", "long"), ("timeStyle", "short")], &instant)
}

/// A time of day, where the device is: `05:31`.
#[must_use]
pub fn time(lang: Lang, instant: &Timestamp) -> String {
    let instant = js_sys::Date::new(&JsValue::from_str(instant.as_str()));
    format(lang, &[("timeStyle", "short")], &instant)
}

fn format(lang: Lang, options: &[(&str, &str)], instant: &js_sys::Date) -> String {
    let bag = Object::new();
    for (name, value) in options {
        // Setting a plain property of a new object cannot fail.
        let _set = Reflect::set(&bag, &JsValue::from_str(name), &JsValue::from_str(value));
    }
    let format = Intl::DateTimeFormat::new(&locales(lang), &bag);
    call(&format.format(), instant)
}

fn locales(lang: Lang) -> Array {
    let tag = match lang {
        Lang::Fr => "fr-FR",
        Lang::En => "en-GB",
    };
    Array::of1(&JsValue::from_str(tag))
}

fn call(function: &js_sys::Function, value: &JsValue) -> String {
    function
        .call1(&JsValue::UNDEFINED, value)
        .ok()
        .and_then(|text| text.as_string())
        .unwrap_or_default()
}
