//! A backup of everything, and its way back.

use std::sync::Arc;

use leptos::prelude::*;

use super::exchange::FILE_INPUT;
use super::preview::{nothing, titles, told};
use super::{Stage, warnings};
use crate::browser::document;
use crate::format::backup::Backup;
use crate::i18n::{Plural, Text};
use crate::state::backup::Preview;
use crate::state::{App, use_app};
use crate::storage::key::Key;
use crate::storage::port::WriteError;
use crate::ui::components::notices::not_kept;
use crate::ui::components::{icon, saving};
use crate::ui::texts::{count, fill, instant, t};
use crate::workspace::import::{Content, Incoming};

/// A backup of everything, and its way back.
pub(super) fn backup() -> AnyView {
    panel(Text::DataBackupTitle, Text::DataBackupText)
}

/// The same, for somebody who has nothing here yet and may have it elsewhere.
pub(super) fn offer() -> AnyView {
    panel(Text::LastingOfferTitle, Text::LastingOfferText)
}

fn panel(title: Text, text: Text) -> AnyView {
    let app = use_app();
    view! {
        <section class="panel" aria-labelledby="backup-t">
            <h2 class="panel-title" id="backup-t">{t(title)}</h2>
            <p>{t(text)}</p>
            <p class="actions">
                <button type="button" class="button" on:click=move |_| saving::tell(app, save(app))>
                    {icon::icon(icon::SAVE)}
                    {t(Text::DataBackup)}
                </button>
                <button
                    type="button"
                    class="button"
                    aria-describedby="restore-hint"
                    on:click=|_| document::press(FILE_INPUT)
                >
                    {icon::icon(icon::UPLOAD)}
                    {t(Text::DataRestore)}
                </button>
            </p>
            <p class="field-hint" id="restore-hint">{t(Text::DataRestoreHint)}</p>
        </section>
    }
    .into_any()
}

/// Saves everything of this device as a file, and notes it once it is one. The sentence says where it went.
///
/// # Errors
/// Why there is none, in a sentence.
pub(super) fn save(app: App) -> Result<String, &'static str> {
    let text = app.backup().map_err(|denied| not_kept(denied.into()))?;
    let said = saving::carry(app, "sauvegarde", "json", "application/json", &text)?;
    app.note_backup();
    Ok(said)
}

/// What a backup holds and what its restoring would do.
pub(super) fn preview(app: App, stage: RwSignal<Stage>, name: &str, incoming: &Arc<Incoming>) -> AnyView {
    let Content::Backup(backup) = &incoming.content else {
        return ().into_any();
    };
    let title = fill(Text::RestoreTitle, &[("name", name)]);
    let made = match &backup.created_at {
        Some(at) => fill(Text::RestoreMade, &[("date", &instant(at))]),
        None => t(Text::RestoreUndated).to_owned(),
    };
    let elsewhere = app.other_site(backup).map(|_| {
        view! {
            <div class="notice notice-warn">
                {icon::icon(icon::WARN)}
                <div class="notice-body"><p>{t(Text::RestoreOtherSite)}</p></div>
            </div>
        }
    });
    let agrees = RwSignal::new(false);
    let does = match app.preview_restoring(backup) {
        Ok(preview) => {
            let Preview { does, refused, .. } = preview;
            let line = |plural: Plural, n: usize| (n > 0).then(|| view! { <li>{count(plural, n)}</li> });
            view! {
                <ul class="prose">
                    {line(Plural::RestoreChanges, does.changes)} {line(Plural::RestoreOthers, does.others)}
                    {line(Plural::RestoreAlike, does.alike)} {line(Plural::RestoreKept, does.kept)}
                    {line(Plural::RemovalRestore, refused)}
                </ul>
                {erases(&preview, agrees)}
            }
            .into_any()
        }
        Err(_) => view! { <p>{t(Text::DataFiguresDenied)}</p> }.into_any(),
    };
    let warned = warnings::warnings(&incoming.warnings);
    let contents = contents(backup);
    let restore = {
        let incoming = Arc::clone(incoming);
        move |_| {
            if let Content::Backup(backup) = &incoming.content {
                restore(app, stage, backup, agrees.get_untracked());
            }
        }
    };
    let inside = view! {
        <p>{made} " " {contents}</p>
        {elsewhere}
        <p>{t(Text::RestoreJoins)}</p>
        {does}
        {warned}
        <p class="actions">
            <button type="button" class="button button-main" on:click=restore>
                {icon::icon(icon::UPLOAD)}
                {t(Text::RestoreConfirm)}
            </button>
            {nothing(stage, Text::ImportNothing)}
        </p>
    };
    told(&title, vec![inside.into_any()])
}

/// « Elle contient 3 modifications et 1 brouillon. »
fn contents(backup: &Backup) -> String {
    let (mut changes, mut drafts) = (0, 0);
    for (name, _) in &backup.entries {
        let key = Key::of(name);
        changes += usize::from(matches!(key, Key::Change(_)));
        drafts += usize::from(key.is_draft());
    }
    let changes = count(Plural::RestoreHoldsChanges, changes);
    let drafts = count(Plural::RestoreHoldsDrafts, drafts);
    fill(Text::RestoreHolds, &[("changes", &changes), ("drafts", &drafts)])
}

/// What a backup asks to be erased here, which is done only where the person agrees.
fn erases(preview: &Preview, agrees: RwSignal<bool>) -> Option<AnyView> {
    let marks = &preview.marks;
    if marks.erasing.is_empty() {
        return None;
    }
    let change = move |event| agrees.set(event_target_checked(&event));
    let texts = (marks.texts > 0).then(|| view! { <p>{count(Plural::RestoreErasesTexts, marks.texts)}</p> });
    let view = view! {
        <div class="notice notice-warn">
            {icon::icon(icon::WARN)}
            <div class="notice-body stack">
                <p>{count(Plural::RestoreErases, marks.erasing.len())}</p>
                {texts}
                <p>{t(Text::RestoreErasesWarning)}</p>
                {titles(Text::RestoreErasesTitles, &preview.titles)}
                <label class="check">
                    <input class="check-input" type="checkbox" on:change=change />
                    <span>{t(Text::RestoreErasesAgree)}</span>
                </label>
            </div>
        </div>
    };
    Some(view.into_any())
}

fn restore(app: App, stage: RwSignal<Stage>, backup: &Backup, agrees: bool) {
    match app.restore(backup, agrees) {
        Ok(done) => {
            stage.set(Stage::Idle);
            app.notices.good(count(Plural::RestoreDone, done.changes));
            document::focus("h1");
        }
        Err(WriteError::Full) => app.notices.bad(t(Text::RestoreFull)),
        Err(error) => app.notices.bad(not_kept(error)),
    }
}
