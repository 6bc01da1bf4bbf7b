//! Saving a file on the device, and saying where it went.

use crate::browser::download;
use crate::i18n::Text;
use crate::state::App;
use crate::ui::texts::{fill, t};

/// Saves a JSON text under a name that bears the day: `solidaire-catalogue-2026-11-23.json`.
pub fn json(app: App, kind: &str, text: &str) {
    save(app, kind, "json", "application/json", text);
}

/// Saves a text under a name that bears the day.
pub fn save(app: App, kind: &str, extension: &str, media_type: &str, text: &str) {
    let name = name(app, kind, extension);
    match download::save(&name, media_type, text) {
        Ok(()) => app.notices.good(fill(Text::DataSaved, &[("name", &name)])),
        Err(_) => app.notices.bad(t(Text::DataSaveFailed)),
    }
}

/// The name of a file, with the day.
pub fn name(app: App, kind: &str, extension: &str) -> String {
    ["solidaire-", kind, "-", &app.today.to_string(), ".", extension].concat()
}
