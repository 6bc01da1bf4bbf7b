//! From a press release to the catalogue: its text comes in, what was read of it is checked beside it, and
//! all of it is added at once.

mod cutting;
mod desk;
mod entering;
mod entry;
mod left;
mod release;
mod review;
mod same;
mod source;
mod words;

use leptos::prelude::*;

use crate::i18n::Text;
use crate::state::use_app;
use crate::ui::address::use_address;
use crate::ui::components::{loaded, page as arrival};
use crate::ui::opened::use_opened;
use crate::ui::shared;
use crate::ui::texts::t;
use desk::Desk;

/// The page.
pub fn page() -> AnyView {
    loaded::loaded(t(Text::ImporterTitle), || {
        // What another tab saves meanwhile must not draw the page anew under a person who types.
        untrack(|| {
            let desk = Desk::new();
            desk.watch();
            if let Some(text) = shared::arriving(use_app(), use_address(), use_opened()) {
                desk.write(text);
            }
            let body = move || {
                if desk.checks.get() {
                    untrack(|| review::part(desk))
                } else {
                    view! { <div class="narrow stack">{untrack(|| entering::part(desk))}</div> }.into_any()
                }
            };
            view! {
                <header class="page-head narrow">
                    {arrival::heading(t(Text::ImporterTitle))}
                    <p class="soft">{t(Text::ImporterLine)}</p>
                </header>
                {body}
            }
            .into_any()
        })
    })
}
