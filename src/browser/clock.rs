//! The time.

use crate::domain::date::{Date, Timestamp};

/// The present instant, by the device's clock.
///
/// # Panics
/// Never: `Date.prototype.toISOString` writes what [`Timestamp::parse`] reads, up to the year 9999.
#[must_use]
pub fn now() -> Timestamp {
    let text = String::from(js_sys::Date::new_0().to_iso_string());
    Timestamp::parse(&text).expect("an ISO instant")
}

/// The present day, where the device is.
#[must_use]
pub fn today() -> Date {
    let now = js_sys::Date::new_0();
    let part = |number: u32| u8::try_from(number).unwrap_or(1);
    let year = u16::try_from(now.get_full_year()).unwrap_or(1);
    Date::new(year, part(now.get_month() + 1), part(now.get_date())).unwrap_or_else(|| self::now().date())
}

/// Milliseconds since the page began to load, for measuring.
#[must_use]
pub fn elapsed() -> f64 {
    web_sys::window()
        .and_then(|window| window.performance())
        .map_or(0.0, |clock| clock.now())
}
