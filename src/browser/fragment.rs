//! A proposal in the fragment of the address.

use wasm_bindgen::JsValue;

use super::document::window;
use crate::format::link;
use crate::route::Page;

/// Takes a proposal out of the address, if one is there: what a person did not ask to keep stays
/// neither in the history nor in what they share. Only the page that shows proposals has one.
#[must_use]
pub fn take_proposal() -> Option<String> {
    let location = window().location();
    let (path, hash) = (location.pathname().ok()?, location.hash().ok()?);
    let of_page = path.trim_end_matches('/').ends_with(Page::Review.segment());
    if !of_page || !link::is_proposal(&hash) {
        return None;
    }
    let history = window().history().ok()?;
    // A page that asks nothing has an empty query.
    let address = [path, location.search().unwrap_or_default()].concat();
    // Where the browser refuses, the proposal is shown all the same and its address with it.
    let _replaced = history.replace_state_with_url(&JsValue::NULL, "", Some(&address));
    Some(hash)
}
