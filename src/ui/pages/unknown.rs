//! An address that leads nowhere, and an identifier that the catalogue does not have.

use leptos::prelude::*;

use crate::i18n::Text;
use crate::route::Page;
use crate::ui::components::{icon, page as arrival};
use crate::ui::texts::t;

/// An address that leads nowhere.
pub fn page() -> AnyView {
    nothing_here(
        Text::UnknownTitle,
        Text::UnknownAdvice,
        Page::Catalogue,
        Text::UnknownHome,
    )
}

/// Something that the catalogue does not have, and the way to what it has.
pub fn nothing_here(title: Text, advice: Text, way: Page, label: Text) -> AnyView {
    view! {
        <div class="narrow empty">
            <header class="page-head">{arrival::heading(t(title))}</header>
            <p>{t(advice)}</p>
            <p class="actions"><a class="button button-main" href=way.href()>{icon::icon(icon::BACK)}{t(label)}</a></p>
        </div>
    }
    .into_any()
}
