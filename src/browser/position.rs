//! Where the device is. The browser asks the person before it tells.

use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::document::{property, window};
use crate::domain::point::Point;

/// How long the device may look for where it is, in milliseconds.
const PATIENCE: f64 = 15_000.0;

/// How old what it knows already may be, in milliseconds: nobody has gone far in ten minutes.
const AGE: f64 = 600_000.0;

/// Why nobody knows where the device is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// The person, or the device for them, does not want to tell.
    Denied,
    /// The device could not find out.
    Unknown,
}

/// Whether there is anything to ask. Browsers tell only pages that came encrypted.
#[must_use]
pub fn can_ask() -> bool {
    geolocation().is_some() && window().is_secure_context()
}

fn geolocation() -> Option<JsValue> {
    property(&window().navigator(), "geolocation")
}

/// Asks where the device is, roughly: the commune is enough.
///
/// # Errors
/// When the person does not want to tell, or the device does not know.
pub async fn ask() -> Result<Point, Refusal> {
    let geolocation = geolocation().ok_or(Refusal::Unknown)?;
    let get = property(&geolocation, "getCurrentPosition").and_then(|get| get.dyn_into::<Function>().ok());
    let get = get.ok_or(Refusal::Unknown)?;
    let options = Object::new();
    for (name, value) in [("timeout", PATIENCE), ("maximumAge", AGE)] {
        // A plain object takes any property.
        let _set = Reflect::set(&options, &name.into(), &value.into());
    }
    let asked = Promise::new(&mut |tell, refuse| {
        // A browser that refuses the question answers by the other function or not at all.
        let _asked = get.call3(&geolocation, &tell, &refuse, &options);
    });
    match JsFuture::from(asked).await {
        Ok(found) => point(&found).ok_or(Refusal::Unknown),
        // The code of a refusal by the person (Geolocation API, PERMISSION_DENIED).
        Err(error) if property(&error, "code").and_then(|code| code.as_f64()) == Some(1.0) => {
            Err(Refusal::Denied)
        }
        Err(_) => Err(Refusal::Unknown),
    }
}

fn point(found: &JsValue) -> Option<Point> {
    let place = property(found, "coords")?;
    let degrees = |name| property(&place, name)?.as_f64();
    Point::new(degrees("latitude")?, degrees("longitude")?)
}
