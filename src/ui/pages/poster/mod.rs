//! What is put up on paper: the list as a sheet for the town hall's door, and one initiative as a poster.
//! The screen shows how it will look; in print there is the sheet alone, black on white.
//!
//! Paper is public. Only what may be published is on it, whatever this device knows besides.

mod list;
mod one;
mod parts;

use leptos::prelude::*;

use crate::domain::id::Id;
use crate::i18n::Text;
use crate::state::use_app;
use crate::ui::components::mark::{self, mark};
use crate::ui::components::{icon, printing};
use crate::ui::texts::t;

/// The sheet of the list that the address asks for, or the poster of the initiative that it names.
pub fn page(about: Option<&str>) -> AnyView {
    mark(mark::SHEET);
    match about {
        Some(id) => one::page(Id::parse(id)),
        None => list::page(),
    }
}

/// The way back and the button, over the sheet.
fn controls(back: String, label: Text) -> AnyView {
    let app = use_app();
    view! {
        <nav class="no-print" aria-label=t(Text::BackLabel)>
            <a class="back" href=back>{icon::icon(icon::BACK)}{t(label)}</a>
        </nav>
        <div class="no-print stack">
            <p class="actions">
                <button type="button" class="button button-main" on:click=move |_| printing::print(app)>
                    {icon::icon(icon::PRINT)}
                    {t(Text::PosterPrint)}
                </button>
            </p>
            <p class="soft">{t(Text::PosterHint)}</p>
        </div>
    }
    .into_any()
}
