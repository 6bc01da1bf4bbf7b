//! Deflating and inflating, by the browser's own streams: no byte of the application does it.

use js_sys::{Array, Function, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{ReadableStream, ReadableStreamDefaultReader, WritableStream, WritableStreamDefaultWriter};

use super::stream;

/// How many deflated bytes are given to the browser at a time. A stream inflates what it is given as a
/// whole, and deflated bytes can stand for a thousand times as many: slices bound what one step can
/// cost to a megabyte, however much the whole would be.
const SLICE: usize = 1024;

/// Why bytes could not be inflated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InflateError {
    /// The browser knows no such streams: it is older than any that is supported.
    Absent,
    /// They are not what a deflating stream wrote, or not all of it.
    Damaged,
    /// They inflate to more than the limit. Inflating stopped there.
    TooLarge,
}

/// Deflates a text, without a header (RFC 1951).
///
/// # Errors
/// Where the browser has no such streams.
pub async fn deflate(text: &str) -> Result<Vec<u8>, JsValue> {
    let (input, output) = open("CompressionStream")?;
    feed(&input, text.as_bytes());
    let deflated = stream::read(&output, usize::MAX, None).await?;
    deflated.map(|bytes| bytes.to_vec()).ok_or(JsValue::NULL)
}

/// Inflates bytes without a header to at most `limit` bytes.
///
/// # Errors
/// [`InflateError`].
pub async fn inflate(bytes: &[u8], limit: usize) -> Result<Vec<u8>, InflateError> {
    let (input, output) = open("DecompressionStream").map_err(|_| InflateError::Absent)?;
    feed(&input, bytes);
    let inflated = stream::read(&output, limit, None).await;
    inflated
        .map_err(|_| InflateError::Damaged)?
        .map(|bytes| bytes.to_vec())
        .ok_or(InflateError::TooLarge)
}

/// A new stream of the browser: where bytes go in and where they come out.
fn open(name: &str) -> Result<(WritableStreamDefaultWriter, ReadableStreamDefaultReader), JsValue> {
    let class: Function = Reflect::get(&js_sys::global(), &JsValue::from_str(name))?.dyn_into()?;
    let stream = Reflect::construct(&class, &Array::of1(&JsValue::from_str("deflate-raw")))?;
    let input: WritableStream = Reflect::get(&stream, &JsValue::from_str("writable"))?.dyn_into()?;
    let output: ReadableStream = Reflect::get(&stream, &JsValue::from_str("readable"))?.dyn_into()?;
    Ok((input.get_writer()?, ReadableStreamDefaultReader::new(&output)?))
}

/// Queues all bytes. The stream takes the next slice once what the last one gave has been read.
fn feed(input: &WritableStreamDefaultWriter, bytes: &[u8]) {
    // A refused write is told by the reading end; making futures of the promises marks them as heard.
    for slice in bytes.chunks(SLICE) {
        let _queued = JsFuture::from(input.write_with_chunk(&Uint8Array::from(slice)));
    }
    let _queued = JsFuture::from(input.close());
}
