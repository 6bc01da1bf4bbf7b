//! Long lists, a page at a time.

use std::cell::Cell;

use leptos::ev;
use leptos::prelude::*;

use crate::browser::document;
use crate::i18n::{Plural, Text};
use crate::ui::texts::{count, fill, number, t};

/// How many entries a page of a list holds: more than a screen, quick on a slow phone.
pub const PAGE: usize = 24;

/// Leads from the button that was pressed to the entry of a place, once it is drawn.
type Lead = fn(&ev::MouseEvent, &'static str, usize);

thread_local! {
    /// Comes with the second module, as does all that only a press needs.
    static LEAD: Cell<Option<Lead>> = const { Cell::new(None) };
}

/// Leads the focus on whenever more is shown. Called by the second module.
pub fn begin() {
    LEAD.set(Some(|event, entries, place| {
        let list = document::holder(event, ".actions");
        // The button is drawn anew below the new entries, or is gone.
        request_animation_frame(move || document::focus_entry(list.as_ref(), entries, place));
    }));
}

/// A list that is drawn a page at a time.
struct List {
    found: usize,
    shown: RwSignal<usize>,
    /// How many entries come at once.
    page: usize,
    /// What leads to them.
    label: Text,
    /// How many were found, in words.
    all: String,
    /// The entries, below what holds the list and the way on.
    entries: &'static str,
}

/// The way to the next page of a list of which so many were found, while there is more than `shown`.
pub fn more(found: usize, shown: RwSignal<usize>, counted: Plural) -> Option<AnyView> {
    List {
        found,
        shown,
        page: PAGE,
        label: Text::CatalogueMore,
        all: count(counted, found),
        entries: ".cards > *, .map-rows > *, .panels > *",
    }
    .more()
}

/// The same for the entries of a list right before it, of which `page` come at once.
pub fn of_rows(found: usize, shown: RwSignal<usize>, page: usize, label: Text) -> Option<AnyView> {
    List {
        found,
        shown,
        page,
        label,
        all: number(to_f64(found)),
        entries: ":scope > :is(ul, ol) > *",
    }
    .more()
}

impl List {
    fn more(self) -> Option<AnyView> {
        let Self {
            shown, page, entries, ..
        } = self;
        let on_screen = shown.get();
        (self.found > on_screen && on_screen >= page).then(|| {
            let here = number(to_f64(on_screen));
            let press = move |event: ev::MouseEvent| {
                if let Some(lead) = LEAD.get() {
                    lead(&event, entries, on_screen);
                }
                shown.update(|shown| *shown += page);
            };
            view! {
                <p class="actions">
                    <button type="button" class="button button-wide" on:click=press>
                        {t(self.label)}
                        <span class="soft small">{fill(Text::CatalogueMoreOf, &[("shown", &here), ("all", &self.all)])}</span>
                    </button>
                </p>
            }
            .into_any()
        })
    }
}

#[allow(clippy::cast_precision_loss, reason = "counts are far below 2⁵³")]
fn to_f64(number: usize) -> f64 {
    number as f64
}
