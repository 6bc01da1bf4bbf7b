//! The search box.

use leptos::ev;
use leptos::prelude::*;

use super::Listing;
use crate::i18n::Text;
use crate::ui::components::icon;
use crate::ui::texts::t;

/// The search box. It finds as one types; Enter does nothing more.
pub(super) fn search(listing: Listing) -> AnyView {
    let typed = listing.typed;
    view! {
        <form class="search" role="search" on:submit=|event: ev::SubmitEvent| event.prevent_default()>
            <label class="search-label" for="q">{t(Text::CatalogueSearch)}</label>
            <span class="search-box">
                {icon::icon(icon::SEARCH)}
                <input
                    class="search-input"
                    id="q"
                    name="q"
                    type="search"
                    autocomplete="off"
                    enterkeyhint="search"
                    aria-describedby="q-hint"
                    prop:value=typed
                    on:input=move |event| typed.set(event_target_value(&event))
                />
            </span>
            <p class="field-hint" id="q-hint">{t(Text::CatalogueSearchHint)}</p>
        </form>
    }
    .into_any()
}
