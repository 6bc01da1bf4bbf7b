//! The list that a person looked at last: « Données » offers to export it alone.
//!
//! The first module knows nothing of it: what follows the address comes with the second.

use std::cell::RefCell;

use leptos::prelude::*;

use super::address::use_address;
use crate::domain::search::{Filter, Sort};
use crate::i18n::Text;
use crate::route::{Page, listing};
use crate::state::App;
use crate::ui::components::active;
use crate::ui::texts::fill;

thread_local! {
    static LAST: RefCell<Option<Filter>> = const { RefCell::new(None) };
}

/// Follows the address from here on.
pub fn follow() {
    let address = use_address();
    Effect::new(move |_| {
        if address.page() == Some(Page::Catalogue) {
            LAST.set(asked());
        }
    });
}

/// What the address asks for, unless it is everything. An order alone leaves nothing out.
pub fn asked() -> Option<Filter> {
    let address = use_address();
    let filter = listing::parse(|name| address.query(name));
    let whole = Filter {
        sort: filter.sort,
        ..Filter::default()
    };
    (filter != whole).then_some(filter)
}

/// What was asked for in the list last, unless it was everything.
pub fn last() -> Option<Filter> {
    LAST.with_borrow(Clone::clone)
}

/// The address of « Données » for a list.
pub fn exported(filter: &Filter) -> String {
    listing::href_on(Page::Data, &unordered(filter))
}

/// What a list was asked for, in words; empty where that was everything. Its order leaves nothing out.
pub fn named(app: App, filter: &Filter) -> String {
    let words = (!filter.text.is_empty()).then(|| fill(Text::FormatsSearch, &[("text", &filter.text)]));
    let active = active::active(app, &unordered(filter)).into_iter();
    let parts = words.into_iter().chain(active.map(|(name, _)| name));
    parts.collect::<Vec<_>>().join(", ")
}

fn unordered(filter: &Filter) -> Filter {
    Filter {
        sort: Sort::default(),
        ..filter.clone()
    }
}
