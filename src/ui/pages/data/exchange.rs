//! The catalogue as a file: out, and in.

use leptos::ev::Event;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::Stage;
use super::columns::Columns;
use crate::browser::file::{self, FileError};
use crate::browser::{clock, document};
use crate::i18n::Text;
use crate::state::import::{Unreadable, read};
use crate::state::{App, use_app};
use crate::ui::components::{icon, refusal, saving};
use crate::ui::texts::{fill, t};
use crate::workspace::import::Chosen;

/// The file input that « Importer un fichier » and « Restaurer » open.
pub(super) const FILE_INPUT: &str = "file";

/// The heading of what is told of a chosen file.
pub(super) const PREVIEW_TITLE: &str = "preview-t";

/// The catalogue as a file: out, and in.
pub(super) fn exchange(stage: RwSignal<Stage>) -> AnyView {
    let app = use_app();
    let unloaded = move || app.workspace.with(Option::is_none);
    let missing = move || unloaded().then(|| view! { <p class="field-hint">{t(Text::DataNoCatalogue)}</p> });
    view! {
        <section class="panel" aria-labelledby="out-t">
            <h2 class="panel-title" id="out-t">{t(Text::DataShareTitle)}</h2>
            <p>{t(Text::DataShareText)}</p>
            {missing}
            <p class="actions">
                <button type="button" class="button button-main" disabled=unloaded on:click=move |_| export(app)>
                    {icon::icon(icon::DOWNLOAD)}
                    {t(Text::DataExport)}
                </button>
                <button
                    type="button"
                    class="button"
                    aria-describedby="import-hint"
                    on:click=|_| document::press(FILE_INPUT)
                >
                    {icon::icon(icon::UPLOAD)}
                    {t(Text::DataImport)}
                </button>
            </p>
            <p class="field-hint" id="import-hint">{t(Text::DataImportHint)}</p>
            <input
                type="file"
                id=FILE_INPUT
                hidden
                tabindex="-1"
                aria-label=t(Text::DataImportLabel)
                accept=".json,.csv,.txt,application/json,text/csv,text/plain"
                on:change=move |event| open(app, stage, &event)
            />
        </section>
    }
    .into_any()
}

/// Saves the whole catalogue as shown on this device.
pub(super) fn export(app: App) {
    match app.export() {
        Some(text) => saving::json(app, "catalogue", &text),
        None => app.notices.bad(t(Text::DataNoCatalogue)),
    }
}

/// Reads the chosen file and tells what it is. Nothing is written.
fn open(app: App, stage: RwSignal<Stage>, event: &Event) {
    let Some(file) = file::chosen(event) else { return };
    app.notices.close();
    let name = file.name();
    stage.set(Stage::Reading(name.clone()));
    spawn_local(async move {
        clock::let_draw().await;
        stage.set(match read(&file).await {
            Ok(Chosen::Whole(incoming)) => Stage::Preview(name, incoming.into(), None),
            Ok(Chosen::Table(table)) => Stage::Columns(name, Columns::of(table)),
            Err(unreadable) => Stage::Refused(name, why(&unreadable)),
        });
        clock::let_draw().await;
        document::focus(&["#", PREVIEW_TITLE].concat());
    });
}

fn why(unreadable: &Unreadable) -> String {
    match unreadable {
        Unreadable::File(FileError::TooLarge) => fill(Text::RefusedTooLarge, &[("limit", refusal::LIMIT_MB)]),
        Unreadable::File(FileError::Unreadable) => t(Text::ImportUnreadable).to_owned(),
        Unreadable::Refused(refusal) => refusal::refused(refusal),
    }
}
