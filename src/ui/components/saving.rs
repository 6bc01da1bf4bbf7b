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
    saved(app, kind, extension, media_type, text);
}

/// Saves a text under a name that bears the day; whether that went well, which is said here too.
pub fn saved(app: App, kind: &str, extension: &str, media_type: &str, text: &str) -> bool {
    let name = name(app, kind, extension);
    let saved = download::save(&name, media_type, text).is_ok();
    if saved {
        app.notices.good(fill(Text::DataSaved, &[("name", &name)]));
    } else {
        app.notices.bad(t(Text::DataSaveFailed));
    }
    saved
}

/// The name of a file, with the day.
pub fn name(app: App, kind: &str, extension: &str) -> String {
    ["solidaire-", kind, "-", &app.today.to_string(), ".", extension].concat()
}
