//! Choosing one of several: from a list, or between what stands side by side.

use leptos::prelude::*;

use crate::domain::code::Insee;
use crate::domain::communes;
use crate::domain::initiative::Initiative;
use crate::i18n::Text;
use crate::state::App;
use crate::ui::texts::{lang, t};

/// A labelled list to choose one of. `options` are values with their labels; `current` is the value
/// that is chosen now.
pub fn select(
    id: &'static str,
    label: &'static str,
    options: Vec<(String, String)>,
    current: impl Fn() -> String + Copy + Send + Sync + 'static,
    choose: impl Fn(String) + 'static,
) -> AnyView {
    let chosen = untrack(current);
    let options: Vec<_> = options
        .into_iter()
        .map(|(value, label)| {
            let is_chosen = value == chosen;
            view! { <option value=value prop:selected=is_chosen>{label}</option> }
        })
        .collect();
    // One value for all of them: each option would follow more than its own choice, which the typed text is part of. The
    // property, not the attribute, still holds after the person has chosen another.
    view! {
        <div class="field">
            <label class="field-label" for=id>{label}</label>
            <select class="input" id=id prop:value=current on:change=move |event| choose(event_target_value(&event))>{options}</select>
        </div>
    }
    .into_any()
}

/// One of several that stand side by side, of which one is chosen: `own` is what it stands for.
pub fn radio<T: PartialEq + Clone + Send + Sync + 'static>(
    name: &'static str,
    label: Text,
    own: T,
    chosen: RwSignal<T>,
) -> AnyView {
    let choose = own.clone();
    view! {
        <label class="check">
            <input
                class="check-input"
                type="radio"
                name=name
                prop:checked=move || chosen.with(|chosen| *chosen == own)
                on:change=move |_| chosen.set(choose.clone())
            />
            <span>{t(label)}</span>
        </label>
    }
    .into_any()
}

/// Every theme as an option, after that of all of them.
pub fn themes(app: App) -> Vec<(String, String)> {
    let mut options = vec![(String::new(), t(Text::FilterThemeAll).to_owned())];
    app.with_workspace(|workspace| {
        let themes = workspace.shown().themes.iter();
        options.extend(themes.map(|theme| (theme.id.to_string(), theme.name(lang().code()).to_owned())));
    });
    options
}

/// The communes of initiatives as options, after that of all of them. One that is chosen is among them,
/// even where no initiative tells of it.
pub fn communes<'a>(
    app: App,
    initiatives: impl IntoIterator<Item = &'a Initiative>,
    chosen: Option<&Insee>,
) -> Vec<(String, String)> {
    let all = (String::new(), t(Text::FilterCommuneAll).to_owned());
    let known = communes::communes(initiatives);
    let chosen = chosen.filter(|chosen| known.iter().all(|(insee, _)| insee != chosen));
    let chosen = chosen.map(|insee| (insee.as_str().to_owned(), app.commune_name(insee)));
    let known = known.into_iter();
    let options = known.map(|(insee, name)| (insee.as_str().to_owned(), name.to_owned()));
    [all].into_iter().chain(chosen).chain(options).collect()
}
