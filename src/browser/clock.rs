//! The time.

use js_sys::Promise;
use wasm_bindgen_futures::JsFuture;

use super::document::window;
use crate::domain::date::{Date, Timestamp};

/// How long the browser gets to draw, in milliseconds: two frames of a slow phone.
const FRAMES_MS: i32 = 34;

/// Lets the browser draw what was just put on the page, before heavy work holds it up.
pub async fn let_draw() {
    pause(FRAMES_MS).await;
}

/// Lets the browser answer to the person between two pieces of work.
pub async fn breathe() {
    pause(0).await;
}

async fn pause(milliseconds: i32) {
    // A promise that is only ever resolved has no error to tell.
    let _resolved = JsFuture::from(after(milliseconds)).await;
}

/// Is kept, with nothing, once so many milliseconds are over.
pub(super) fn after(milliseconds: i32) -> Promise {
    Promise::new(&mut |resolve, _| {
        // Without a timer the work begins at once, only unannounced.
        if window()
            .set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, milliseconds)
            .is_err()
        {
            let _called = resolve.call0(&resolve);
        }
    })
}

/// The present instant in milliseconds, by the device's clock: to tell how long ago something was.
#[must_use]
pub fn milliseconds() -> f64 {
    js_sys::Date::now()
}

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
