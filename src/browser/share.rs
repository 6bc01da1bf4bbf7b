//! Handing something to another application.

use js_sys::{Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::ShareData;

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
    let navigator = window().navigator();
    if Reflect::has(&navigator, &JsValue::from_str("share"))? {
        let data = ShareData::new();
        data.set_title(title);
        data.set_text(text);
        data.set_url(url);
        return match JsFuture::from(navigator.share_with_data(&data)).await {
            Ok(_) => Ok(Shared::Sheet),
            Err(error) if is_abort(&error) => Ok(Shared::Cancelled),
            Err(_) => copy(url).await,
        };
    }
    copy(url).await
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
    document().body().ok_or(JsValue::NULL)?.append_child(&area)?;
    area.select();
    let html: web_sys::HtmlDocument = document().unchecked_into();
    let copied = html.exec_command("copy");
    area.remove();
    if copied? {
        Ok(Shared::Copied)
    } else {
        Err(JsValue::NULL)
    }
}

fn is_abort(error: &JsValue) -> bool {
    let name = error
        .dyn_ref::<Object>()
        .and_then(|error| Reflect::get(error, &JsValue::from_str("name")).ok());
    name.and_then(|name| name.as_string()).as_deref() == Some("AbortError")
}
