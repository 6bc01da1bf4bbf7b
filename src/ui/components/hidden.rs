//! The entries that are hidden on this device, each with a way back.

use leptos::prelude::*;

use super::icon;
use super::notices::not_kept;
use crate::domain::id::Id;
use crate::i18n::Text;
use crate::route::Page;
use crate::state::{App, use_app};
use crate::ui::texts::{about, t};

/// The entries that are hidden on this device; nothing where there is none.
pub fn hidden() -> AnyView {
    let app = use_app();
    (move || {
        let hidden: Vec<Id> = app.hidden.with(|hidden| hidden.iter().cloned().collect());
        (!hidden.is_empty()).then(|| {
            let rows: Vec<_> = hidden.into_iter().map(|id| row(app, id)).collect();
            view! {
                <section class="panel" aria-labelledby="hidden-t">
                    <h2 class="panel-title" id="hidden-t">{t(Text::DataHidden)}</h2>
                    <p>{t(Text::DataHiddenText)}</p>
                    <ul class="items">{rows}</ul>
                </section>
            }
            .into_any()
        })
    })
    .into_any()
}

fn row(app: App, id: Id) -> AnyView {
    let title = app
        .with_workspace(|workspace| workspace.shown().initiative(&id).map(|it| it.title.clone()))
        .flatten();
    // An entry that is gone, or whose catalogue is not here, has nothing but its identifier.
    let title = title.unwrap_or_else(|| id.as_str().to_owned());
    let label = about(t(Text::ActionShow), &title);
    let address = Page::Initiative.href_of(&id);
    let show = move |_| match app.unhide(&id) {
        Ok(()) => {
            app.notices.good(t(Text::ShowDone));
            crate::browser::document::focus("h1");
        }
        Err(error) => app.notices.bad(not_kept(error)),
    };
    view! {
        <li class="item">
            <a href=address>{title}</a>
            <button type="button" class="button button-small" aria-label=label on:click=show>
                {icon::icon(icon::UNDO)}
                {t(Text::ActionShow)}
            </button>
        </li>
    }
    .into_any()
}
