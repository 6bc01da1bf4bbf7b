//! The style sheet of the pages that come after the first one.

use js_sys::Promise;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::Element;

use super::document::{document, element, property, window};

/// Where the module that starts the application leaves the style sheet's address.
const ADDRESS: &str = "solidaireStyle";

/// The element that asks for it.
const ID: &str = "late-style";

/// Brings the style sheet into the page, and tells whether it is there. One that could not be had leaves
/// nothing behind, so that asking again fetches it again.
pub async fn bring() -> bool {
    let Some(link) = element(ID).or_else(ask) else {
        return false;
    };
    if property(&link, "sheet").is_some() {
        return true;
    }
    let arrival = Promise::new(&mut |here, gone| {
        for (event, tell) in [("load", here), ("error", gone)] {
            // Only a method that does not exist is refused.
            let _heard = link.add_event_listener_with_callback(event, &tell);
        }
    });
    let came = JsFuture::from(arrival).await.is_ok();
    if !came {
        link.remove();
    }
    came
}

/// Asks for the style sheet, after those that are there.
fn ask() -> Option<Element> {
    let address = property(&window(), ADDRESS)?.as_string()?;
    let made = || -> Result<Element, JsValue> {
        let link = document().create_element("link")?;
        for (name, value) in [("id", ID), ("rel", "stylesheet"), ("href", &address)] {
            link.set_attribute(name, value)?;
        }
        let head = document().query_selector("head")?.ok_or(JsValue::NULL)?;
        head.append_child(&link)?;
        Ok(link)
    };
    // Constant, valid names cannot be refused.
    made().ok()
}
