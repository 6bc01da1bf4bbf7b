//! What waits for another site that this address served before.

use leptos::prelude::*;

use crate::browser::document;
use crate::domain::id::Id;
use crate::i18n::{Plural, Text};
use crate::state::{App, use_app};
use crate::storage::key::Key;
use crate::ui::components::notices::not_kept;
use crate::ui::components::{icon, saving};
use crate::ui::texts::{count, t};

/// The dialog that asks before what waits is erased.
const DIALOG: &str = "erase-waiting";

/// What waits for other sites, each with a way to carry it there; nothing where nothing does.
pub(super) fn waiting() -> AnyView {
    let app = use_app();
    (move || {
        app.edition.waiting.track();
        // Where the storage refuses, the page says so above.
        let sites = app.waiting_sites().unwrap_or_default();
        (!sites.is_empty()).then(|| {
            let rows: Vec<_> = sites
                .into_iter()
                .enumerate()
                .map(|(index, (site, entries))| {
                    let is_change = |(name, _): &&(String, String)| matches!(Key::of(name), Key::Change(_));
                    row(app, index, site, entries.iter().filter(is_change).count())
                })
                .collect();
            view! {
                <section class="panel" aria-labelledby="waiting-t">
                    <h2 class="panel-title" id="waiting-t">{t(Text::EditionWaitingTitle)}</h2>
                    <p>{t(Text::EditionWaitingText)}</p>
                    <ul class="items">{rows}</ul>
                </section>
            }
        })
    })
    .into_any()
}

fn row(app: App, index: usize, site: Id, changes: usize) -> AnyView {
    let dialog = [DIALOG, "-", &index.to_string()].concat();
    let title = [dialog.as_str(), "-t"].concat();
    let labelled = title.clone();
    let (opened, closed) = (dialog.clone(), dialog.clone());
    let save = {
        let site = site.clone();
        move |_| match app.waiting_backup(&site) {
            Ok(text) => saving::json(app, "sauvegarde", &text),
            Err(denied) => app.notices.bad(not_kept(denied.into())),
        }
    };
    let kept = dialog.clone();
    let erase = move |_| {
        document::close_dialog(&closed);
        match app.forget_waiting(&site) {
            Ok(()) => {
                app.notices.good(t(Text::EditionWaitingErased));
                document::focus("h1");
            }
            Err(error) => app.notices.bad(not_kept(error)),
        }
    };
    view! {
        <li class="item">
            <p>{count(Plural::EditionWaitingChanges, changes)}</p>
            <p class="actions">
                <button type="button" class="button" on:click=save>
                    {icon::icon(icon::DOWNLOAD)}
                    {t(Text::EditionWaitingSave)}
                </button>
                <button type="button" class="button button-quiet" on:click=move |_| document::show_modal(&opened)>
                    {t(Text::EditionWaitingErase)}
                </button>
            </p>
            <dialog class="dialog dialog-danger" id=dialog aria-labelledby=labelled>
                <div class="dialog-body">
                    <h2 id=title>{t(Text::EditionWaitingQuestion)}</h2>
                    <p>{t(Text::EditionWaitingWarning)}</p>
                    <p class="actions">
                        <button
                            type="button"
                            class="button"
                            autofocus
                            on:click=move |_| document::close_dialog(&kept)
                        >
                            {t(Text::EditionWaitingKeep)}
                        </button>
                        <button type="button" class="button button-danger" on:click=erase>
                            {icon::icon(icon::TRASH)}
                            {t(Text::EditionWaitingErase)}
                        </button>
                    </p>
                </div>
            </dialog>
        </li>
    }
    .into_any()
}
