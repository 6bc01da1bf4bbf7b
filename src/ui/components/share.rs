//! « Partager »: handing a page of the application to somebody.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::icon;
use crate::browser::document;
use crate::browser::share::{self, Shared};
use crate::i18n::Text;
use crate::state::{App, use_app};
use crate::ui::texts::{fill, t};

/// A button that shares a page of the application under a title. The address is relative.
pub fn button(class: &'static str, title: String, address: String) -> AnyView {
    let app = use_app();
    let share = move |_| hand_on(app, title.clone(), document::absolute(&address));
    view! {
        <button type="button" class=class on:click=share>
            {icon::icon(icon::SHARE)}
            {t(Text::ActionShare)}
        </button>
    }
    .into_any()
}

/// Shares an address under a title, and tells what became of it.
pub(super) fn hand_on(app: App, title: String, address: String) {
    spawn_local(async move {
        match share::page(&title, &title, &address).await {
            Ok(Shared::Copied) => app.notices.good(t(Text::ShareCopied)),
            Ok(Shared::Sheet | Shared::Cancelled) => {}
            Err(_) => app.notices.bad(fill(Text::ShareFailed, &[("address", &address)])),
        }
    });
}
