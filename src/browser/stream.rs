//! Reading the browser's streams, never past a limit.

use js_sys::{Array, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::ReadableStreamDefaultReader;

/// Reads to the end, out of the application's own memory. Past the limit reading stops, whoever sends
/// is told so, and there is nothing.
///
/// # Errors
/// What the stream says of why it broke.
pub(super) async fn read(
    output: &ReadableStreamDefaultReader,
    limit: usize,
) -> Result<Option<Uint8Array>, JsValue> {
    let (pieces, mut length) = (Array::new(), 0_usize);
    loop {
        let step = JsFuture::from(output.read()).await?;
        // A stream that has ended gives none.
        let Ok(piece) = Reflect::get(&step, &JsValue::from_str("value"))?.dyn_into::<Uint8Array>() else {
            break;
        };
        length += piece.length() as usize;
        if length > limit {
            // What is still queued is dropped by this; nobody waits for it.
            let _cancelled = JsFuture::from(output.cancel());
            return Ok(None);
        }
        pieces.push(&piece);
    }
    // At most as long as the limit, which is far below 2³².
    let whole = Uint8Array::new_with_length(u32::try_from(length).unwrap_or(u32::MAX));
    let mut start = 0;
    for piece in pieces.iter() {
        let piece: Uint8Array = piece.unchecked_into();
        whole.set(&piece, start);
        start += piece.length();
    }
    Ok(Some(whole))
}
