//! Changing a setting of the device.

use leptos::prelude::GetUntracked;

use crate::i18n::Text;
use crate::state::App;
use crate::storage::key::Setting;
use crate::storage::port::WriteError;

/// Changes a setting. Where it could not be kept, it holds for this page and the person is told.
pub fn set(app: App, setting: Setting, value: &str) {
    if let Err(error) = app.set(setting, value) {
        let text = match error {
            WriteError::Full => Text::SettingsFull,
            WriteError::Denied => Text::SettingsDenied,
            WriteError::Newer => Text::NoticeNewer,
        };
        // In the language that was just chosen.
        app.notices.bad(app.settings.lang.get_untracked().text(text));
    }
}
