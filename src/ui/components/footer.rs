//! The foot of every page.

use leptos::prelude::*;

use crate::domain::link::Link;
use crate::i18n::Text;
use crate::route::Page;
use crate::state::use_app;
use crate::ui::texts::t;

/// The foot of every page.
pub fn footer() -> AnyView {
    let app = use_app();
    let engage = move || {
        let link = app
            .with_workspace(|workspace| workspace.shown().site.engage_url.clone())
            .flatten();
        // The scheme is checked again where the link is made.
        let link = link.filter(|link| Link::parse(link.as_str()).is_some_and(|link| link.is_web()));
        link.map(|link| {
            view! { <li><a href=link.as_str().to_owned() rel="noopener">{t(Text::FooterEngage)}</a></li> }
        })
    };
    view! {
        <footer class="foot">
            <div class="foot-inner">
                <p>{t(Text::FooterPromise)}</p>
                <ul class="foot-links">
                    <li><a href=Page::About.href()>{t(Text::MenuAbout)}</a></li>
                    <li><a href=Page::Legal.href()>{t(Text::FooterLegal)}</a></li>
                    <li><a href=Page::Data.href()>{t(Text::MenuData)}</a></li>
                    <li><a href=Page::Settings.href()>{t(Text::MenuSettings)}</a></li>
                    {engage}
                </ul>
            </div>
        </footer>
    }
    .into_any()
}
