//! Reading the browser's streams, never past a limit.

use js_sys::{Array, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::ReadableStreamDefaultReader;

use super::clock;

/// Waits for what somebody else gives, at most for so many milliseconds.
///
/// # Errors
/// What is said of why it does not come; nothing where it is too late.
pub(super) async fn heard(asked: &Promise, silence: i32) -> Result<JsValue, JsValue> {
    let either = Array::of2(asked, &clock::after(silence));
    let given = JsFuture::from(Promise::race(&either)).await?;
    if given.is_undefined() {
        Err(given)
    } else {
        Ok(given)
    }
}

/// Reads to the end, out of the application's own memory. Past the limit reading stops, and so it does
/// where nothing comes for so many milliseconds; whoever sends is told so. Past the limit there is nothing.
///
/// # Errors
/// What the stream says of why it broke; nothing where it fell silent.
pub(super) async fn read(
    output: &ReadableStreamDefaultReader,
    limit: usize,
    silence: Option<i32>,
) -> Result<Option<Uint8Array>, JsValue> {
    let (pieces, mut length) = (Array::new(), 0_usize);
    // What is still queued is dropped by this; nobody waits for it.
    let hang_up = || drop(JsFuture::from(output.cancel()));
    loop {
        let asked = output.read();
        let step = match silence {
            Some(silence) => heard(&asked, silence).await.inspect_err(|_| hang_up())?,
            None => JsFuture::from(asked).await?,
        };
        // A stream that has ended gives none.
        let Ok(piece) = Reflect::get(&step, &JsValue::from_str("value"))?.dyn_into::<Uint8Array>() else {
            break;
        };
        length += piece.length() as usize;
        if length > limit {
            hang_up();
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
