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
    tell(app, carry(app, kind, extension, media_type, text));
}

/// Saves a text under a name that bears the day. The sentence says where it went.
///
/// # Errors
/// That the browser saves no file, in a sentence.
pub fn carry(
    app: App,
    kind: &str,
    extension: &str,
    media_type: &str,
    text: &str,
) -> Result<String, &'static str> {
    let name = name(app, kind, extension);
    match download::save(&name, media_type, text) {
        Ok(()) => Ok(fill(Text::DataSaved, &[("name", &name)])),
        Err(_) => Err(t(Text::DataSaveFailed)),
    }
}

/// Says what became of a file where nothing covers the notices.
pub fn tell(app: App, saved: Result<String, &'static str>) {
    match saved {
        Ok(said) => app.notices.good(said),
        Err(why) => app.notices.bad(why),
    }
}

/// The name of a file, with the day.
pub fn name(app: App, kind: &str, extension: &str) -> String {
    ["solidaire-", kind, "-", &app.today.to_string(), ".", extension].concat()
}
