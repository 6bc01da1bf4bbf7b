//! The settings of this device. They hold at once and are kept.

use leptos::prelude::*;

use crate::browser::document;
use crate::i18n::{Lang, Text};
use crate::route::Page;
use crate::state::settings::Settings;
use crate::state::{App, use_app};
use crate::storage::key::Setting;
use crate::ui::components::{page as arrival, setting};
use crate::ui::late;
use crate::ui::texts::t;

/// One value of a setting, as a person chooses it.
struct Choice {
    /// What is kept; empty for what holds without a choice.
    value: &'static str,
    label: &'static str,
    /// The language of the label, where it is not that of the page.
    lang: Option<&'static str>,
    /// The class that shows what the choice does.
    class: &'static str,
}

impl Choice {
    fn new(value: &'static str, label: Text) -> Self {
        Self::shown(value, label, "")
    }

    fn shown(value: &'static str, label: Text, class: &'static str) -> Self {
        Self {
            value,
            label: t(label),
            lang: None,
            class,
        }
    }

    /// A language, in its own name.
    fn language(lang: Lang) -> Self {
        Self {
            value: lang.code(),
            label: lang.text(Text::SettingsLangName),
            lang: Some(lang.code()),
            class: "",
        }
    }
}

/// The settings of this device.
pub fn page() -> AnyView {
    let app = use_app();
    let settings = app.settings;
    let languages = Lang::ALL.map(Choice::language);
    let sizes = [
        Choice::new("", Text::SettingsSizeUsual),
        Choice::shown("large", Text::SettingsSizeLarge, "sample-large"),
        Choice::shown("larger", Text::SettingsSizeLarger, "sample-larger"),
    ];
    let looks = [
        Choice::new("", Text::SettingsLookDevice),
        Choice::new("light", Text::SettingsLookLight),
        Choice::new("dark", Text::SettingsLookDark),
    ];
    let lang = Signal::derive(move || settings.lang.get().code().to_owned());
    view! {
        <header class="page-head narrow">
            {arrival::heading(t(Text::SettingsTitle))}
            <p class="soft">{t(Text::SettingsLine)}</p>
        </header>
        <form class="form narrow" on:submit=|event| event.prevent_default()>
            {group(Setting::Lang, "lang", Text::SettingsLang, languages, lang)}
            {group(Setting::TextSize, "size", Text::SettingsSize, sizes, settings.text_size.into())}
            {group(Setting::Theme, "look", Text::SettingsLook, looks, settings.theme.into())}
            {editor_group()}
        </form>
        {move || app.is_editor().then(|| late::part(Page::Settings))}
    }
    .into_any()
}

/// A group of radio buttons for one setting.
fn group<const N: usize>(
    setting: Setting,
    name: &'static str,
    title: Text,
    choices: [Choice; N],
    current: Signal<String>,
) -> AnyView {
    let radios: Vec<_> = choices
        .into_iter()
        .map(|choice| radio(setting, name, &choice, current))
        .collect();
    view! {
        <fieldset class="group">
            <legend class="group-title">{t(title)}</legend>
            <div class="choices">{radios}</div>
        </fieldset>
    }
    .into_any()
}

fn radio(setting: Setting, name: &'static str, choice: &Choice, current: Signal<String>) -> AnyView {
    let app = use_app();
    let value = choice.value;
    let (label, lang, class) = (choice.label, choice.lang, choice.class);
    view! {
        <label class="check">
            <input
                class="check-input"
                type="radio"
                name=name
                value=value
                prop:checked=move || current.with(|current| current == value)
                on:change=move |_| set(app, setting, value)
            />
            <span class=class lang=lang>{label}</span>
        </label>
    }
    .into_any()
}

/// The switch of the editor's tools.
fn editor_group() -> AnyView {
    let app = use_app();
    let switch = move |event| {
        let value = if event_target_checked(&event) {
            Settings::YES
        } else {
            ""
        };
        set(app, Setting::Editor, value);
    };
    view! {
        <fieldset class="group">
            <legend class="group-title">{t(Text::SettingsEditor)}</legend>
            <label class="check">
                <input
                    class="switch"
                    type="checkbox"
                    role="switch"
                    aria-describedby="editor-hint"
                    prop:checked=move || app.settings.editor.get()
                    on:change=switch
                />
                <span>{t(Text::SettingsEditorSwitch)}</span>
            </label>
            <p class="field-hint" id="editor-hint">{t(Text::SettingsEditorHint)}</p>
        </fieldset>
    }
    .into_any()
}

/// Changes a setting. A new language draws the page anew, and the focus goes back to the choice.
fn set(app: App, setting: Setting, value: &'static str) {
    setting::set(app, setting, value);
    if setting == Setting::Lang {
        request_animation_frame(|| document::focus("input[name=lang]:checked"));
    }
}
