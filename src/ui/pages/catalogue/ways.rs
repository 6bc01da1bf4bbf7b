//! The two questions with which people come: who helps me, and whom can I help.

use leptos::prelude::*;

use crate::i18n::Text;
use crate::route::Page;
use crate::ui::components::icon;
use crate::ui::texts::t;

/// The two ways on.
pub(super) fn ways() -> AnyView {
    let way = |page: Page, shape, text| {
        view! { <li><a class="way" href=page.href()>{icon::icon(shape)}{t(text)}</a></li> }
    };
    view! {
        <ul class="two-ways">
            {way(Page::Seek, icon::HELP, Text::WaysSeek)}
            {way(Page::Needs, icon::NEED, Text::WaysOffer)}
        </ul>
    }
    .into_any()
}
