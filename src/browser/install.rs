//! Putting the application on the home screen, and being opened from there.

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;

use super::document::{property, window};
use super::persistence::{is_on_home_screen, is_webkit};

/// Where `rescue.js`, which is there before anything else, keeps the browser's offer to install.
const OFFER: &str = "solidaireInstall";

/// How the application gets onto the home screen here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// The browser asks the person.
    Asked,
    /// By hand, through the share sheet of an iPhone or iPad. The application that is opened from there
    /// has a storage of its own, and begins empty.
    ByHand,
}

/// How the application gets onto the home screen here; nothing where it cannot, or is there.
#[must_use]
pub fn way() -> Option<Way> {
    if is_standalone() {
        None
    } else if property(&window(), OFFER).is_some() {
        Some(Way::Asked)
    } else {
        // The same engine on a computer has no home screen.
        let touches = property(&window().navigator(), "maxTouchPoints").and_then(|points| points.as_f64());
        (is_webkit() && touches.is_some_and(|points| points > 1.0)).then_some(Way::ByHand)
    }
}

/// Whether the application has a window of its own, without the browser's buttons.
#[must_use]
pub fn is_standalone() -> bool {
    is_on_home_screen(&window().navigator())
}

/// Lets the browser ask the person, which it does once, and tells whether they agreed.
pub async fn ask() -> bool {
    let Some(offer) = property(&window(), OFFER) else {
        return false;
    };
    // The window is an object like any other.
    let _gone = Reflect::delete_property(&window(), &OFFER.into());
    let prompt = property(&offer, "prompt").and_then(|prompt| prompt.dyn_into::<Function>().ok());
    // Where the browser does not ask after all, its own menu still can.
    if prompt.is_none_or(|prompt| prompt.call0(&offer).is_err()) {
        return false;
    }
    let Some(choice) = property(&offer, "userChoice") else {
        return false;
    };
    let choice = JsFuture::from(choice.unchecked_into::<Promise>()).await;
    let outcome = choice.ok().and_then(|choice| property(&choice, "outcome"));
    outcome.and_then(|outcome| outcome.as_string()).as_deref() == Some("accepted")
}
