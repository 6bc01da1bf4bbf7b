//! Reading files that stand beside the application.

use js_sys::{ArrayBuffer, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{AbortController, ReadableStreamDefaultReader, RequestCache, RequestInit, Response};

use super::document::window;
use super::stream;

/// How long a host may be silent, in milliseconds, before its answer and between two pieces of it: the
/// application itself has just come over the same network. How long the whole takes is nobody's business.
const SILENCE: i32 = 10_000;

/// Why a file could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FetchError {
    /// No answer came, or not all of it: no network, or the host is down.
    Unreachable,
    /// The host answered with this status.
    Status(u16),
    /// The file is larger than this many bytes.
    TooLarge(usize),
}

/// A file as the host gave it.
#[derive(Debug)]
pub struct Fetched {
    /// Its bytes, out of the application's own memory.
    pub buffer: ArrayBuffer,
    /// What the host calls these bytes (`ETag`), or else when they were changed; empty where it tells
    /// neither.
    pub tag: String,
}

impl Fetched {
    /// The bytes.
    #[must_use]
    pub fn bytes(&self) -> Vec<u8> {
        Uint8Array::new(&self.buffer).to_vec()
    }
}

/// Reads the bytes of a file, at an address relative to the base.
///
/// # Errors
/// [`FetchError`].
pub async fn bytes(address: &str, limit: usize) -> Result<Vec<u8>, FetchError> {
    file(address, limit).await.map(|file| file.bytes())
}

/// Reads a file, at an address relative to the base. The browser may give a copy that it has.
///
/// # Errors
/// [`FetchError`].
pub async fn file(address: &str, limit: usize) -> Result<Fetched, FetchError> {
    let response = answer(address, RequestCache::Default).await?;
    let tag = tag(&response);
    body(&response, limit, tag).await
}

/// Reads a file past every copy; nothing where the host calls it as it did before.
///
/// # Errors
/// [`FetchError`].
pub async fn fresh(address: &str, limit: usize, known: &str) -> Result<Option<Fetched>, FetchError> {
    let response = answer(address, RequestCache::NoCache).await?;
    let tag = tag(&response);
    if !tag.is_empty() && tag == known {
        return Ok(None);
    }
    body(&response, limit, tag).await.map(Some)
}

/// The head of an answer. A host that is silent is hung up on, so that asking again asks anew.
async fn answer(address: &str, cache: RequestCache) -> Result<Response, FetchError> {
    let caller = AbortController::new().map_err(unreachable)?;
    let init = RequestInit::new();
    init.set_cache(cache);
    init.set_signal(Some(&caller.signal()));
    let asked = window().fetch_with_str_and_init(address, &init);
    let heard = stream::heard(&asked, SILENCE).await;
    let response: Response = heard
        .inspect_err(|_| caller.abort())
        .map_err(unreachable)?
        .unchecked_into();
    if response.ok() {
        Ok(response)
    } else {
        Err(FetchError::Status(response.status()))
    }
}

// It takes what `map_err` gives: why the network fails, browsers do not tell.
fn unreachable(_: JsValue) -> FetchError {
    FetchError::Unreachable
}

/// Reads the body piece by piece: a host that sends more than the limit, without end or nothing any more, is
/// hung up on.
async fn body(response: &Response, limit: usize, tag: String) -> Result<Fetched, FetchError> {
    let Some(body) = response.body() else {
        let buffer = ArrayBuffer::new(0);
        return Ok(Fetched { buffer, tag });
    };
    let reader = ReadableStreamDefaultReader::new(&body).map_err(unreachable)?;
    let bytes = stream::read(&reader, limit, Some(SILENCE))
        .await
        .map_err(unreachable)?;
    let buffer = bytes.ok_or(FetchError::TooLarge(limit))?.buffer();
    Ok(Fetched { buffer, tag })
}

fn tag(response: &Response) -> String {
    // A name that is no header's is a mistake of the program; these two are.
    let header = |name| response.headers().get(name).ok().flatten();
    header("etag")
        .or_else(|| header("last-modified"))
        .unwrap_or_default()
}
