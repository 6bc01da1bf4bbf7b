//! Erasing everything of this application from the device.

use leptos::prelude::*;

use super::restoring;
use crate::browser::document;
use crate::i18n::{Plural, Text};
use crate::state::use_app;
use crate::ui::components::icon;
use crate::ui::components::notices::not_kept;
use crate::ui::texts::{count, t};

/// The dialog that asks before everything is erased.
const DIALOG: &str = "erase";

/// Erasing everything, after a question that says what will be lost.
pub(super) fn erasing() -> AnyView {
    let app = use_app();
    let lost = move || match app.figures().map_or(0, |figures| figures.changes.count) {
        0 => t(Text::DataEraseNothingLost).to_owned(),
        changes => count(Plural::DataEraseLost, changes),
    };
    // A dialog covers the notices, so it says itself what became of the backup.
    let said = RwSignal::new(String::new());
    let save = move |_| {
        let saved = restoring::save(app);
        said.set(saved.unwrap_or_else(ToOwned::to_owned));
    };
    let ask = move |_| {
        said.set(String::new());
        document::show_modal(DIALOG);
    };
    let erase = move |_| {
        document::close_dialog(DIALOG);
        match app.erase() {
            Ok(()) => {
                app.notices.good(t(Text::DataErased));
                document::focus("h1");
            }
            Err(error) => app.notices.bad(not_kept(error)),
        }
    };
    view! {
        <section class="panel" aria-labelledby="erase-h">
            <h2 class="panel-title" id="erase-h">{t(Text::DataEraseTitle)}</h2>
            <p>{t(Text::DataEraseText)}</p>
            <p class="actions">
                <button type="button" class="button button-danger" on:click=ask>
                    {icon::icon(icon::TRASH)}
                    {t(Text::DataErase)}
                </button>
            </p>
        </section>
        <dialog class="dialog dialog-danger" id=DIALOG aria-labelledby="erase-t">
            <div class="dialog-body">
                <h2 id="erase-t">{t(Text::DataEraseQuestion)}</h2>
                <p>{lost}</p>
                <p role="status">{move || said.get()}</p>
                <p class="actions">
                    <button type="button" class="button" autofocus on:click=|_| document::close_dialog(DIALOG)>
                        {t(Text::RemoveKeep)}
                    </button>
                    <button type="button" class="button" on:click=save>
                        {icon::icon(icon::SAVE)}
                        {t(Text::DataBackupFirst)}
                    </button>
                    <button type="button" class="button button-danger" on:click=erase>
                        {icon::icon(icon::TRASH)}
                        {t(Text::DataErase)}
                    </button>
                </p>
            </div>
        </dialog>
    }
    .into_any()
}
