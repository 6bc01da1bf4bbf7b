//! A box in which words to look for are typed.

use leptos::ev;
use leptos::prelude::*;

use super::icon;
use crate::i18n::Text;
use crate::ui::texts::t;

/// A search box with its label. `enter` is called when the person asks for the search; `below` stands
/// under the box, and describes it where it carries `described`.
pub fn search_box(
    id: &'static str,
    label: Text,
    typed: RwSignal<String>,
    described: Option<&'static str>,
    enter: impl Fn() + 'static,
    below: AnyView,
) -> AnyView {
    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        enter();
    };
    view! {
        <form class="search" role="search" on:submit=submit>
            <label class="search-label" for=id>{t(label)}</label>
            <span class="search-box">
                {icon::icon(icon::SEARCH)}
                <input
                    class="search-input"
                    id=id
                    type="search"
                    autocomplete="off"
                    enterkeyhint="search"
                    aria-describedby=described
                    prop:value=typed
                    on:input=move |event| typed.set(event_target_value(&event))
                />
            </span>
            {below}
        </form>
    }
    .into_any()
}
