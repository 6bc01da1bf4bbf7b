//! Links that carry a contribution: made and opened.

use wasm_bindgen::JsValue;

use crate::browser::compress::{self, InflateError};
use crate::browser::document;
use crate::format::contribution::Contribution;
use crate::format::link::{self, LinkError};
use crate::format::warning::Reading;
use crate::route::Page;

/// The full address that carries a contribution.
///
/// # Errors
/// Where the browser cannot deflate: it is older than any that is supported.
pub async fn link(contribution: &Contribution) -> Result<String, JsValue> {
    let deflated = compress::deflate(&link::wire_text(contribution)).await?;
    let page = document::absolute(Page::Review.href());
    Ok([&page, "#", &link::fragment(&deflated)].concat())
}

/// The contribution that a fragment carries, with or without its `#`. Nothing is stored.
///
/// # Errors
/// [`LinkError`], whatever the fragment: one that claims to inflate to more than
/// [`link::MAX_TEXT`] costs no more than that.
pub async fn open(fragment: &str) -> Result<Reading<Contribution>, LinkError> {
    let deflated = link::deflated(fragment)?;
    let inflated = compress::inflate(&deflated, link::MAX_TEXT).await;
    let inflated = inflated.map_err(|error| match error {
        InflateError::Absent => LinkError::OldBrowser,
        InflateError::Damaged => LinkError::Damaged,
        InflateError::TooLarge => LinkError::TooLarge,
    })?;
    link::contribution(&inflated)
}
