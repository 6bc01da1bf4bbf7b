//! Saving a file.

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

use super::document::{document, window};

/// How long a file's address stays valid, in milliseconds: slow phones ask before they save.
const KEEP_MS: i32 = 60_000;

/// Saves a text as a file on the device.
///
/// # Errors
/// What the browser says when it cannot.
pub fn save(name: &str, media_type: &str, text: &str) -> Result<(), JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(media_type);
    let parts = js_sys::Array::of1(&JsValue::from_str(text));
    let blob = Blob::new_with_str_sequence_and_options(&parts, &options)?;
    let url = Url::create_object_url_with_blob(&blob)?;
    let anchor: HtmlAnchorElement = document().create_element("a")?.unchecked_into();
    anchor.set_href(&url);
    anchor.set_download(name);
    anchor.set_hidden(true);
    let body = document().body().ok_or(JsValue::NULL)?;
    body.append_child(&anchor)?;
    anchor.click();
    anchor.remove();
    let release = wasm_bindgen::closure::Closure::once_into_js(move || Url::revoke_object_url(&url));
    window().set_timeout_with_callback_and_timeout_and_arguments_0(release.unchecked_ref(), KEEP_MS)?;
    Ok(())
}
