//! The catalogue: search, filters, totals, and the entries a page at a time.

mod filters;
mod results;
mod ways;

use std::time::Duration;

use leptos::prelude::*;

use crate::browser::document;
use crate::domain::search::{Filter, Selection};
use crate::i18n::Text;
use crate::route::listing;
use crate::state::use_app;
use crate::ui::address::{Step, use_address};
use crate::ui::components::search_box::search_box;
use crate::ui::components::{emergency, loaded, page as arrival};
use crate::ui::texts::t;
use crate::ui::turns::{self, Turn};

/// How long typing must pause before the address follows. Browsers limit how often it may change.
const ADDRESS_DELAY: Duration = Duration::from_millis(250);

/// What the page shows and how it is asked for something else.
#[derive(Clone, Copy)]
struct Listing {
    /// What is asked for: the address, with the text as it is being typed.
    filter: Memo<Filter>,
    /// What is found, without what is hidden on this device.
    found: Memo<Option<Selection>>,
    /// What is being typed.
    typed: RwSignal<String>,
    /// Asks for something else, as a new step of the history.
    go: Callback<Filter>,
}

/// The catalogue.
pub fn page() -> AnyView {
    loaded::loaded(t(Text::CatalogueTitle), || {
        let app = use_app();
        let listing = listing();
        view! {
            <header class="page-head">{arrival::heading(t(Text::CatalogueTitle))}</header>
            {move || app.with_workspace(|workspace| emergency::folded(&workspace.shown().site))}
            {(!document::is_embedded()).then(ways::ways)}
            <div class="columns columns-search">
                <div class="stack">
                    {turns::at(Turn::Questions, Box::new(move || questions(listing)))}
                </div>
                <div class="stack">
                    {turns::at(Turn::Found, Box::new(move || results::results(listing)))}
                </div>
            </div>
        }
        .into_any()
    })
}

/// What can be asked. In another site's page, what is asked for is that site's to choose.
fn questions(listing: Listing) -> AnyView {
    let filters = (!document::is_embedded()).then(|| filters::filters(listing));
    (search(listing.typed), filters).into_any()
}

/// The search box. It finds as one types; Enter does nothing more.
fn search(typed: RwSignal<String>) -> AnyView {
    let hint = view! { <p class="field-hint" id="q-hint">{t(Text::CatalogueSearchHint)}</p> }.into_any();
    search_box("q", Text::CatalogueSearch, typed, Some("q-hint"), || (), hint)
}

fn listing() -> Listing {
    let app = use_app();
    let address = use_address();
    let asked = Memo::new(move |_| listing::parse(|name| address.query(name)));
    let typed = RwSignal::new(asked.with_untracked(|asked| asked.text.clone()));
    let filter = Memo::new(move |_| {
        let mut filter = asked.get();
        filter.text = typed.get();
        filter.drafts = app.is_editor();
        filter
    });
    let found = Memo::new(move |_| app.select_shown(&filter.get()));
    let go = Callback::new(move |filter: Filter| {
        typed.set(filter.text.clone());
        address.go(&listing::href(&filter), Step::Add);
    });
    // Typing changes the history's present step once it pauses.
    let mut follow = debounce(ADDRESS_DELAY, move |filter: Filter| {
        let differs = asked
            .try_get_untracked()
            .is_some_and(|asked| asked.text != filter.text);
        if differs {
            address.go(&listing::href(&filter), Step::Replace);
        }
    });
    Effect::new(move |before: Option<String>| {
        let filter = filter.get();
        if before.is_some_and(|before| before != filter.text) {
            follow(filter.clone());
        }
        filter.text
    });
    // Going back or following a link changes what is typed.
    Effect::new(move |before: Option<String>| {
        let text = asked.with(|asked| asked.text.clone());
        if before.is_some_and(|before| before != text) && typed.get_untracked() != text {
            typed.set(text.clone());
        }
        text
    });
    Listing {
        filter,
        found,
        typed,
        go,
    }
}
