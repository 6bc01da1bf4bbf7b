//! A labelled list to choose one of.

use leptos::prelude::*;

/// A labelled list to choose one of. `options` are values with their labels; `current` is the value
/// that is chosen now.
pub fn select(
    id: &'static str,
    label: &'static str,
    options: Vec<(String, String)>,
    current: impl Fn() -> String + Copy + Send + Sync + 'static,
    choose: impl Fn(String) + 'static,
) -> AnyView {
    let options: Vec<_> = options
        .into_iter()
        .map(|(value, label)| {
            let own = value.clone();
            // The property, not the attribute: it still holds after the person has chosen another.
            view! { <option value=value prop:selected=move || current() == own>{label}</option> }
        })
        .collect();
    view! {
        <div class="field">
            <label class="field-label" for=id>{label}</label>
            <select class="input" id=id on:change=move |event| choose(event_target_value(&event))>{options}</select>
        </div>
    }
    .into_any()
}
