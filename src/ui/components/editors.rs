//! Pages for those who keep the catalogue: what others see in their place.

use leptos::prelude::*;

use super::{icon, loaded, page};
use crate::i18n::Text;
use crate::route::Page;
use crate::state::use_app;
use crate::ui::texts::t;

/// A page that needs the catalogue and the editor's tools. Without these it says whom it is for and
/// where they are turned on: an address may have been sent to somebody else.
pub fn only(title: &'static str, view: impl Fn() -> AnyView + Clone + Send + Sync + 'static) -> AnyView {
    loaded::loaded(title, move || {
        let (app, view) = (use_app(), view.clone());
        (move || if app.is_editor() { view() } else { others(title) }).into_any()
    })
}

fn others(title: &'static str) -> AnyView {
    view! {
        <div class="narrow stack">
            <header class="page-head">{page::heading(title)}</header>
            <div class="notice">
                {icon::icon(icon::INFO)}
                <div class="notice-body">
                    <p class="notice-title">{t(Text::EditorsTitle)}</p>
                    <p>{t(Text::EditorsText)}</p>
                    <p class="actions">
                        <a class="button" href=Page::Settings.href()>{icon::icon(icon::SETTINGS)}{t(Text::EditorsLink)}</a>
                    </p>
                </div>
            </div>
        </div>
    }
    .into_any()
}
