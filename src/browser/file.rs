//! Reading a file that a person chose.

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
pub use web_sys::File;
use web_sys::{Event, HtmlInputElement};

/// The file that was chosen in a file input, taken out of it so that the same one can be chosen
/// again.
#[must_use]
pub fn chosen(event: &Event) -> Option<File> {
    let input: HtmlInputElement = event.target()?.dyn_into().ok()?;
    let file = input.files()?.get(0);
    if file.is_some() {
        // Emptying the list by its value is the one way that every browser knows.
        input.set_value("");
    }
    file
}

/// Why a chosen file could not be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileError {
    /// It is larger than the limit, and was not read.
    TooLarge,
    /// The browser could not read it.
    Unreadable,
}

/// The bytes of a file. One that is too large is refused before it is read.
///
/// # Errors
/// [`FileError`].
pub async fn bytes(file: &File, limit: usize) -> Result<Vec<u8>, FileError> {
    #[allow(clippy::cast_precision_loss, reason = "limits are far below 2⁵³")]
    if file.size() > limit as f64 {
        return Err(FileError::TooLarge);
    }
    let buffer = JsFuture::from(file.array_buffer())
        .await
        .map_err(|_| FileError::Unreadable)?;
    Ok(js_sys::Uint8Array::new(&buffer).to_vec())
}
