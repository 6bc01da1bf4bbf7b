//! Which type a file has by its name, and whether compressing it helps.

use std::path::Path;

/// The type of a page.
pub(super) const HTML: &str = "text/html; charset=utf-8";

/// The content type of the file, and whether it shrinks when compressed.
pub(super) fn of(path: &Path) -> (&'static str, bool) {
    match path.extension().and_then(|extension| extension.to_str()) {
        Some("html") => (HTML, true),
        Some("js" | "mjs") => ("text/javascript; charset=utf-8", true),
        Some("css") => ("text/css; charset=utf-8", true),
        Some("json" | "map") => ("application/json", true),
        Some("webmanifest") => ("application/manifest+json", true),
        Some("wasm") => ("application/wasm", true),
        Some("svg") => ("image/svg+xml", true),
        Some("txt" | "md") => ("text/plain; charset=utf-8", true),
        Some("xml") => ("application/xml", true),
        Some("png") => ("image/png", false),
        Some("ico") => ("image/x-icon", false),
        Some("zip") => ("application/zip", false),
        Some("pdf") => ("application/pdf", false),
        _ => ("application/octet-stream", false),
    }
}
