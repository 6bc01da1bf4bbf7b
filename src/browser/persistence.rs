//! Whether the browser keeps what is stored, and for how long.

use js_sys::Promise;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::StorageManager;

use super::document::{property, window};

/// What the browser says about keeping what is stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lasting {
    /// It keeps it until the person erases it.
    Promised,
    /// It may erase it where it needs the room.
    NotPromised,
    /// It does not say: an old browser, or a page that came without encryption.
    Unsaid,
}

/// What the browser says, without asking it for anything.
pub async fn known() -> Lasting {
    answer(StorageManager::persisted).await
}

/// Asks the browser to keep what is stored; some ask the person.
pub async fn ask() -> Lasting {
    answer(StorageManager::persist).await
}

async fn answer(question: fn(&StorageManager) -> Result<Promise, JsValue>) -> Lasting {
    let navigator = window().navigator();
    if property(&navigator, "storage").is_none() {
        return Lasting::Unsaid;
    }
    let Ok(asked) = question(&navigator.storage()) else {
        return Lasting::Unsaid;
    };
    match JsFuture::from(asked).await.map(|said| said.as_bool()) {
        Ok(Some(true)) => Lasting::Promised,
        Ok(_) => Lasting::NotPromised,
        Err(_) => Lasting::Unsaid,
    }
}

/// Whether the browser may erase what is stored after seven days of its use without a visit here, as
/// Safari and every browser of iPhones and iPads do; what was put on the home screen is spared.
#[must_use]
pub fn erases_unvisited() -> bool {
    is_webkit() && !is_on_home_screen(&window().navigator())
}

/// Whether this is Safari or of its family. The maker's name tells them from the others, which all call
/// themselves Safari too.
#[must_use]
pub fn is_webkit() -> bool {
    let vendor = property(&window().navigator(), "vendor").and_then(|vendor| vendor.as_string());
    vendor.is_some_and(|vendor| vendor.starts_with("Apple"))
}

/// Whether the page was opened from the home screen, in a window of its own.
pub(super) fn is_on_home_screen(navigator: &JsValue) -> bool {
    let standalone = window().match_media("(display-mode: standalone)");
    let installed = standalone.ok().flatten().is_some_and(|query| query.matches());
    installed || property(navigator, "standalone").and_then(|value| value.as_bool()) == Some(true)
}
