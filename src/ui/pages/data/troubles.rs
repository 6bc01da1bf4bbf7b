//! What a person must know first: that nothing is kept, that little room is left, that something
//! could not be read.

use icondata_core::Icon;
use leptos::prelude::*;

use super::exchange::export;
use crate::browser::document;
use crate::i18n::{Plural, Text};
use crate::state::{App, Keeping, use_app};
use crate::ui::components::notices::not_kept;
use crate::ui::components::reminders::advice;
use crate::ui::components::{icon, saving};
use crate::ui::texts::{count, fill, t};

/// The dialog that asks before unreadable texts are erased.
const ASIDE_DIALOG: &str = "erase-aside";

/// The troubles of this device.
pub(super) fn troubles() -> AnyView {
    let app = use_app();
    let nowhere = move || {
        (app.keeping.get() == Keeping::Nowhere).then(|| {
            let out = export_button(app);
            trouble(
                icon::WARN,
                t(Text::DataNowhereTitle).to_owned(),
                t(Text::DataNowhereText),
                out,
            )
        })
    };
    let nearly_full = move || {
        app.crowding().map(|crowding| {
            let title = fill(Text::CareFull, &[("percent", &crowding.percent.to_string())]);
            trouble(icon::WARN, title, t(advice(app, crowding)), export_button(app))
        })
    };
    let aside = move || {
        let texts = app.aside.with(Vec::len);
        (texts > 0).then(|| {
            let title = count(Plural::DataAsideTitle, texts);
            trouble(icon::WARN, title, t(Text::DataAsideText), aside_actions(app))
        })
    };
    view! {
        {nowhere}
        {nearly_full}
        {aside}
    }
    .into_any()
}

fn trouble(shape: Icon, title: String, text: &'static str, actions: AnyView) -> AnyView {
    view! {
        <div class="notice notice-warn">
            {icon::icon(shape)}
            <div class="notice-body">
                <h2 class="notice-title">{title}</h2>
                <p>{text}</p>
                <p class="actions">{actions}</p>
            </div>
        </div>
    }
    .into_any()
}

fn export_button(app: App) -> AnyView {
    let ready = move || app.workspace.with(Option::is_some);
    (move || {
        ready().then(|| {
            view! {
                <button type="button" class="button" on:click=move |_| export(app)>
                    {icon::icon(icon::DOWNLOAD)}
                    {t(Text::DataExportNow)}
                </button>
            }
        })
    })
    .into_any()
}

fn aside_actions(app: App) -> AnyView {
    let download = move |_| match app.aside_text() {
        Ok(text) => saving::save(app, "illisible", "txt", "text/plain", &text),
        Err(denied) => app.notices.bad(not_kept(denied.into())),
    };
    let erase = move |_| {
        document::close_dialog(ASIDE_DIALOG);
        match app.erase_aside() {
            Ok(()) => {
                app.notices.good(t(Text::DataAsideErased));
                document::focus("h1");
            }
            Err(error) => app.notices.bad(not_kept(error)),
        }
    };
    view! {
        <button type="button" class="button" on:click=download>
            {icon::icon(icon::DOWNLOAD)}
            {t(Text::DataAsideDownload)}
        </button>
        <button type="button" class="button button-quiet" on:click=|_| document::show_modal(ASIDE_DIALOG)>
            {t(Text::DataAsideErase)}
        </button>
        <dialog class="dialog dialog-danger" id=ASIDE_DIALOG aria-labelledby="erase-aside-t">
            <div class="dialog-body">
                <h2 id="erase-aside-t">{t(Text::DataAsideQuestion)}</h2>
                <p>{t(Text::DataAsideWarning)}</p>
                <p class="actions">
                    <button type="button" class="button" autofocus on:click=|_| document::close_dialog(ASIDE_DIALOG)>
                        {t(Text::RemoveKeep)}
                    </button>
                    <button type="button" class="button button-danger" on:click=erase>
                        {icon::icon(icon::TRASH)}
                        {t(Text::DataAsideErase)}
                    </button>
                </p>
            </div>
        </dialog>
    }
    .into_any()
}
