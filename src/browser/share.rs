//! Handing something to another application.

use js_sys::{Array, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{File, FilePropertyBag, HtmlElement, Navigator, ShareData};

use super::document::{document, window};

/// How something was shared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shared {
    /// The share sheet took it.
    Sheet,
    /// The person closed the share sheet.
    Cancelled,
    /// It is on the clipboard.
    Copied,
}

/// Shares a page by the device's share sheet, or copies its address where there is none.
///
/// # Errors
/// When neither works.
pub async fn page(title: &str, text: &str, url: &str) -> Result<Shared, JsValue> {
    if !has_sheet() {
        return copy(url).await;
    }
    match sheet(title, text, url).await {
        Ok(shared) => Ok(shared),
        Err(_) => copy(url).await,
    }
}

/// Whether the device has a share sheet.
#[must_use]
pub fn has_sheet() -> bool {
    knows("share")
}

fn knows(name: &str) -> bool {
    // Only something that is no object would be refused.
    Reflect::has(&window().navigator(), &JsValue::from_str(name)).unwrap_or(false)
}

/// Shares a text and an address by the device's share sheet.
///
/// # Errors
/// When it does not work.
pub async fn sheet(title: &str, text: &str, url: &str) -> Result<Shared, JsValue> {
    let data = ShareData::new();
    data.set_title(title);
    data.set_text(text);
    data.set_url(url);
    open(&window().navigator(), &data).await
}

/// Whether the share sheet takes a text as a file. It takes plain text where it refuses JSON.
#[must_use]
pub fn sheet_takes_files() -> bool {
    let probe = || with_file("x.txt", "x");
    // A browser that cannot make the probe cannot share a file.
    knows("canShare") && probe().is_ok_and(|data| window().navigator().can_share_with_data(&data))
}

/// Shares a text as a file by the device's share sheet.
///
/// # Errors
/// When it does not work.
pub async fn file(name: &str, text: &str) -> Result<Shared, JsValue> {
    open(&window().navigator(), &with_file(name, text)?).await
}

fn with_file(name: &str, text: &str) -> Result<ShareData, JsValue> {
    let options = FilePropertyBag::new();
    options.set_type("text/plain");
    let parts = Array::of1(&JsValue::from_str(text));
    let file = File::new_with_str_sequence_and_options(&parts, name, &options)?;
    let data = ShareData::new();
    data.set_files(&Array::of1(&file));
    Ok(data)
}

async fn open(navigator: &Navigator, data: &ShareData) -> Result<Shared, JsValue> {
    match JsFuture::from(navigator.share_with_data(data)).await {
        Ok(_) => Ok(Shared::Sheet),
        Err(error) if is_abort(&error) => Ok(Shared::Cancelled),
        Err(error) => Err(error),
    }
}

/// Puts a text on the clipboard.
///
/// # Errors
/// When the browser refuses.
pub async fn copy(text: &str) -> Result<Shared, JsValue> {
    let navigator = window().navigator();
    // Absent on plain http, which small hosts still serve.
    if Reflect::get(&navigator, &JsValue::from_str("clipboard"))?.is_object() {
        JsFuture::from(navigator.clipboard().write_text(text)).await?;
        return Ok(Shared::Copied);
    }
    let area: web_sys::HtmlTextAreaElement = document().create_element("textarea")?.unchecked_into();
    area.set_value(text);
    // Outside of an open dialog nothing can be chosen.
    let around = match document().query_selector("dialog[open]")? {
        Some(dialog) => dialog,
        None => document().body().ok_or(JsValue::NULL)?.unchecked_into(),
    };
    let before = document().active_element();
    around.append_child(&area)?;
    area.select();
    let html: web_sys::HtmlDocument = document().unchecked_into();
    let copied = html.exec_command("copy");
    area.remove();
    if let Some(element) = before.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        // What had the focus may have lost the power to take it.
        let _focused = element.focus();
    }
    if copied? {
        Ok(Shared::Copied)
    } else {
        Err(JsValue::NULL)
    }
}

/// Puts a text with its formatting on the clipboard, and the plain one for what takes no other. Where
/// the browser knows only plain texts, the plain one.
///
/// # Errors
/// When the browser refuses.
pub async fn copy_rich(html: &str, text: &str) -> Result<(), JsValue> {
    let item = Reflect::get(&js_sys::global(), &JsValue::from_str("ClipboardItem"))?;
    let navigator = window().navigator();
    let clipboard = Reflect::get(&navigator, &JsValue::from_str("clipboard"))?;
    let (true, Ok(item)) = (clipboard.is_object(), item.dyn_into::<js_sys::Function>()) else {
        return copy(text).await.map(|_| ());
    };
    let parts = Object::new();
    for (kind, content) in [("text/html", html), ("text/plain", text)] {
        let options = web_sys::BlobPropertyBag::new();
        options.set_type(kind);
        let content = js_sys::Array::of1(&JsValue::from_str(content));
        let blob = web_sys::Blob::new_with_str_sequence_and_options(&content, &options)?;
        Reflect::set(&parts, &JsValue::from_str(kind), &blob)?;
    }
    let item = Reflect::construct(&item, &js_sys::Array::of1(&parts))?;
    let items = js_sys::Array::of1(&item);
    JsFuture::from(navigator.clipboard().write(&items)).await?;
    Ok(())
}

fn is_abort(error: &JsValue) -> bool {
    let name = error
        .dyn_ref::<Object>()
        .and_then(|error| Reflect::get(error, &JsValue::from_str("name")).ok());
    name.and_then(|name| name.as_string()).as_deref() == Some("AbortError")
}
