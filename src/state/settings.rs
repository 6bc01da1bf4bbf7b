//! The settings of this device.

use leptos::prelude::*;

use super::store::Store;
use crate::browser::document;
use crate::domain::code::Insee;
use crate::i18n::Lang;
use crate::storage::key::{Key, Setting};
use crate::storage::port::{Denied, Storage, WriteError};

/// The settings of this device.
#[derive(Clone, Copy)]
pub struct Settings {
    /// The language of the interface.
    pub lang: RwSignal<Lang>,
    /// `light` or `dark`; empty where the device decides.
    pub theme: RwSignal<String>,
    /// `large` or `larger`; empty for the usual size.
    pub text_size: RwSignal<String>,
    /// Whether the editor's tools are shown.
    pub editor: RwSignal<bool>,
    /// The commune that distances are counted from.
    pub commune: RwSignal<Option<Insee>>,
}

impl Settings {
    /// What an editor's setting holds.
    pub const YES: &'static str = "yes";

    /// Reads the settings; without one, the browser's preferences decide.
    ///
    /// # Errors
    /// When the browser refuses.
    pub(super) fn load(store: &Store) -> Result<Self, Denied> {
        // A setting that was never chosen is an empty one.
        let text = |setting| store.read(&Key::Setting(setting)).map(Option::unwrap_or_default);
        let chosen = Lang::from_tag(&text(Setting::Lang)?);
        let preferred = || {
            document::preferred_languages()
                .iter()
                .find_map(|tag| Lang::from_tag(tag))
        };
        Ok(Self {
            // A browser that prefers neither language shows French.
            lang: RwSignal::new(chosen.or_else(preferred).unwrap_or_default()),
            theme: RwSignal::new(text(Setting::Theme)?),
            text_size: RwSignal::new(text(Setting::TextSize)?),
            editor: RwSignal::new(text(Setting::Editor)? == Self::YES),
            commune: RwSignal::new(Insee::parse(&text(Setting::Commune)?)),
        })
    }

    /// Shows the settings on the page.
    pub fn apply(self) {
        let attribute = |name, value: String| {
            document::set_root_attribute(name, (!value.is_empty()).then_some(value.as_str()));
        };
        document::set_root_attribute("lang", Some(self.lang.get().code()));
        attribute("data-theme", self.theme.get());
        attribute("data-text-size", self.text_size.get());
    }
}

impl super::App {
    /// Changes a setting and keeps it; it holds for this page even where it cannot be kept.
    ///
    /// # Errors
    /// When it could not be kept.
    pub fn set(&self, setting: Setting, value: &str) -> Result<(), WriteError> {
        let settings = self.settings;
        match setting {
            // The page offers no other languages than those that have a tag.
            Setting::Lang => settings.lang.set(Lang::from_tag(value).unwrap_or_default()),
            Setting::Theme => settings.theme.set(value.to_owned()),
            Setting::TextSize => settings.text_size.set(value.to_owned()),
            Setting::Editor => settings.editor.set(value == Settings::YES),
            Setting::Commune => settings.commune.set(Insee::parse(value)),
        }
        self.with_store(|store| {
            if value.is_empty() {
                store.remove(&Key::Setting(setting))
            } else {
                store.write(&Key::Setting(setting), value)
            }
        })
    }
}
