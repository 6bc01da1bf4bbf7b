//! The kept edition: the bytes of the last good catalogue, in the browser's cache of files.
//!
//! The storage has no room for a large catalogue. This cache has, in every page that came over a safe
//! connection, with or without a service worker. Its name holds the application's base path: two sites
//! of one origin never touch each other's. It holds the file under the address that the network would
//! give it from, and beside it, where two editions were published apart, the one that is not shown. The
//! service worker looks only whether it is there; nothing else reads or writes it.

use js_sys::{ArrayBuffer, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Cache, CacheStorage, Response};

use super::document::{absolute, base_path, window};
use crate::storage::key::edition_cache;

/// Why a file could not be kept or found: the browser has no such cache, has no room in it, or refuses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unavailable;

/// Keeps the bytes of a file under its relative address, in place of those before.
///
/// # Errors
/// [`Unavailable`]; then those before are there still.
pub async fn keep(address: &str, bytes: &ArrayBuffer) -> Result<(), Unavailable> {
    let cache = open().await?;
    let response = Response::new_with_opt_buffer_source(Some(bytes)).map_err(unavailable)?;
    settled(cache.put_with_str(&absolute(address), &response)).await?;
    Ok(())
}

/// The bytes that were kept under a relative address, if there are any.
///
/// # Errors
/// [`Unavailable`].
pub async fn kept(address: &str) -> Result<Option<Vec<u8>>, Unavailable> {
    let found = settled(open().await?.match_with_str(&absolute(address))).await?;
    let Ok(response) = found.dyn_into::<Response>() else {
        return Ok(None);
    };
    let buffer = settled(response.array_buffer().map_err(unavailable)?).await?;
    Ok(Some(Uint8Array::new(&buffer).to_vec()))
}

/// Forgets one file, if it was kept.
///
/// # Errors
/// [`Unavailable`].
pub async fn drop(address: &str) -> Result<(), Unavailable> {
    settled(open().await?.delete_with_str(&absolute(address))).await?;
    Ok(())
}

/// Forgets what was kept.
///
/// # Errors
/// [`Unavailable`].
pub async fn forget() -> Result<(), Unavailable> {
    settled(storage()?.delete(&edition_cache(&base_path()))).await?;
    Ok(())
}

async fn open() -> Result<Cache, Unavailable> {
    let opened = settled(storage()?.open(&edition_cache(&base_path()))).await?;
    opened.dyn_into().map_err(unavailable)
}

/// The browser's caches. Pages that did not come over a safe connection have none, and asking for them
/// as if they were there would end the application.
fn storage() -> Result<CacheStorage, Unavailable> {
    let found = Reflect::get(&window(), &JsValue::from_str("caches")).map_err(unavailable)?;
    found.dyn_into().map_err(unavailable)
}

async fn settled(promise: Promise) -> Result<JsValue, Unavailable> {
    JsFuture::from(promise).await.map_err(unavailable)
}

/// Why the browser refuses changes nothing for the caller: it goes on without.
fn unavailable<T>(_: T) -> Unavailable {
    Unavailable
}
