//! Long lists, a page at a time.

use leptos::prelude::*;

use crate::i18n::{Plural, Text};
use crate::ui::texts::{count, fill, number, t};

/// How many entries a page of a list holds: more than a screen, quick on a slow phone.
pub const PAGE: usize = 24;

/// The way to the next page of a list of which so many were found, while there is more than `shown`.
pub fn more(found: usize, shown: RwSignal<usize>, counted: Plural) -> Option<AnyView> {
    let on_screen = shown.get();
    (found > on_screen && on_screen >= PAGE).then(|| {
        let (here, all) = (count(counted, found), number(to_f64(on_screen)));
        view! {
            <p class="actions">
                <button type="button" class="button button-wide" on:click=move |_| shown.update(|shown| *shown += PAGE)>
                    {t(Text::CatalogueMore)}
                    <span class="soft small">{fill(Text::CatalogueMoreOf, &[("shown", &all), ("all", &here)])}</span>
                </button>
            </p>
        }
        .into_any()
    })
}

#[allow(clippy::cast_precision_loss, reason = "counts are far below 2⁵³")]
fn to_f64(number: usize) -> f64 {
    number as f64
}
