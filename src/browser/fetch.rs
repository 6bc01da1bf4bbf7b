//! Reading files that stand beside the application.

use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;

use super::document::window;

/// Why a file could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FetchError {
    /// No answer came: no network, or the host is down.
    Unreachable,
    /// The host answered with this status.
    Status(u16),
    /// The file is larger than this many bytes.
    TooLarge(usize),
}

/// Reads the bytes of a file, at an address relative to the base.
///
/// # Errors
/// [`FetchError`].
pub async fn bytes(address: &str, limit: usize) -> Result<Vec<u8>, FetchError> {
    let unreachable = |_: JsValue| FetchError::Unreachable;
    let answer = JsFuture::from(window().fetch_with_str(address))
        .await
        .map_err(unreachable)?;
    let response: Response = answer.unchecked_into();
    if !response.ok() {
        return Err(FetchError::Status(response.status()));
    }
    let buffer = response.array_buffer().map_err(unreachable)?;
    let buffer = JsFuture::from(buffer).await.map_err(unreachable)?;
    let bytes = js_sys::Uint8Array::new(&buffer);
    if bytes.length() as usize > limit {
        return Err(FetchError::TooLarge(limit));
    }
    Ok(bytes.to_vec())
}
