//! The ways in: files, what is dropped on the page, a pasted conversation.

use leptos::ev::{DragEvent, Event};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::desk::Desk;
use crate::browser::file::{self, ChosenFile, FileError};
use crate::browser::{clock, document};
use crate::format::refusal::{Format, Refusal};
use crate::i18n::{Plural, Text};
use crate::route::Page;
use crate::state::import::Unreadable;
use crate::state::review::{Arrived, Trouble};
use crate::ui::components::icon;
use crate::ui::components::notices::not_kept;
use crate::ui::components::refusal::{self, link_refused};
use crate::ui::shared;
use crate::ui::texts::{count, fill, t};
use crate::workspace::review::Receipt;

const FILES: &str = "review-files";
const PASTE: &str = "review-paste";

/// How many sentences about what could not be read are shown; more are counted.
const TROUBLES: usize = 20;

/// The ways in.
pub(super) fn receive(desk: Desk) -> AnyView {
    let told = RwSignal::new(String::new());
    let troubles = RwSignal::new(Vec::<String>::new());
    let pasted = RwSignal::new(shared::message().unwrap_or_default());
    let over = RwSignal::new(false);
    let take = move |files: Vec<ChosenFile>, text: String| take(desk, told, troubles, files, text);
    let chosen = move |event: Event| {
        let files = file::all_chosen(&event);
        if !files.is_empty() {
            take(files, String::new());
        }
    };
    let hover = move |event: DragEvent| {
        // Without this the browser opens what is dropped in place of the application.
        event.prevent_default();
        over.set(true);
    };
    let drop = move |event: DragEvent| {
        event.prevent_default();
        over.set(false);
        let (files, text) = file::dropped(&event);
        if !files.is_empty() || !text.is_empty() {
            take(files, text);
        }
    };
    let read = move |_| {
        let text = pasted.get_untracked();
        if text.trim().is_empty() {
            told.set(t(Text::ReviewPasteNothing).to_owned());
            troubles.set(Vec::new());
            document::focus_id(PASTE);
        } else {
            pasted.set(String::new());
            take(Vec::new(), text);
        }
    };
    let class = move || {
        if over.get() {
            "panel drop drop-over"
        } else {
            "panel drop"
        }
    };
    view! {
        <section
            class=class
            aria-labelledby="receive-t"
            on:dragover=hover
            on:dragleave=move |_| over.set(false)
            on:drop=drop
        >
            <h2 class="panel-title" id="receive-t">{t(Text::ReviewReceive)}</h2>
            <p>{t(Text::ReviewReceiveText)}</p>
            <div class="field">
                <label class="field-label" for=PASTE>{t(Text::ReviewPaste)}</label>
                <p class="field-hint" id="paste-hint">{t(Text::ReviewPasteHint)}</p>
                <textarea
                    class="input"
                    id=PASTE
                    aria-describedby="paste-hint"
                    prop:value=move || pasted.get()
                    on:input=move |event| pasted.set(event_target_value(&event))
                ></textarea>
            </div>
            <p class="actions">
                <button type="button" class="button button-main" on:click=read>
                    {icon::icon(icon::SEARCH)}
                    {t(Text::ReviewPasteRead)}
                </button>
                <button type="button" class="button" on:click=|_| document::press(FILES)>
                    {icon::icon(icon::UPLOAD)}
                    {t(Text::ReviewFiles)}
                </button>
                <a class="button" href=Page::Import.href()>{icon::icon(icon::TEXT)}{t(Text::ImporterLink)}</a>
            </p>
            <p class="field-hint">{t(Text::ReviewDrop)}</p>
            <input
                type="file"
                id=FILES
                hidden
                multiple
                tabindex="-1"
                aria-label=t(Text::ReviewFiles)
                accept=".json,.txt,.eml,.html,application/json,text/plain"
                on:change=chosen
            />
            <p role="status" class="found-count">{move || told.get()}</p>
            {move || troubles.with(|troubles| wrong(troubles))}
        </section>
    }
    .into_any()
}

/// What could not be read.
fn wrong(troubles: &[String]) -> Option<AnyView> {
    let rows: Vec<_> = troubles
        .iter()
        .take(TROUBLES)
        .map(|one| view! { <li>{one.clone()}</li> })
        .collect();
    let more = troubles.len().saturating_sub(TROUBLES);
    let more = (more > 0).then(|| view! { <li>{count(Plural::ReviewTroublesMore, more)}</li> });
    (!rows.is_empty()).then(|| {
        view! {
            <div class="notice notice-bad" role="alert">
                {icon::icon(icon::ALERT)}
                <div class="notice-body">
                    <p class="notice-title">{t(Text::ReviewTroubles)}</p>
                    <ul>{rows}{more}</ul>
                </div>
            </div>
        }
        .into_any()
    })
}

/// Reads what came in, puts it into the inbox and tells what became of it.
fn take(
    desk: Desk,
    told: RwSignal<String>,
    troubles: RwSignal<Vec<String>>,
    files: Vec<ChosenFile>,
    text: String,
) {
    desk.app.notices.close();
    told.set(t(Text::ReviewReading).to_owned());
    troubles.set(Vec::new());
    spawn_local(async move {
        clock::let_draw().await;
        let mut arrived = Arrived::default();
        for file in &files {
            arrived.file(file).await;
        }
        if files.is_empty() {
            arrived.text(&text).await;
        }
        let wrong = arrived.troubles.iter();
        let wrong = wrong
            .map(|(name, trouble)| told_trouble(name.as_deref(), trouble))
            .collect();
        match desk.app.receive(desk.inbox, arrived.contributions) {
            Ok((receipt, undo)) => {
                let sentence = counts(&receipt);
                told.set(sentence);
                if let Some(undo) = undo {
                    desk.app
                        .notices
                        .undoable(count(Plural::ReviewFiled, receipt.filed.len()), undo);
                }
            }
            Err(error) => {
                told.set(String::new());
                desk.app.notices.bad(not_kept(error));
            }
        }
        troubles.set(wrong);
    });
}

/// « 12 reçues, 1 déjà traitée, 11 à relire ».
fn counts(receipt: &Receipt) -> String {
    if receipt.received == 0 {
        return t(Text::ReviewReceivedNone).to_owned();
    }
    let mut parts = vec![count(Plural::ReviewReceived, receipt.received)];
    for (plural, n) in [
        (Plural::ReviewTreated, receipt.treated),
        (Plural::ReviewWaiting, receipt.waiting),
        (Plural::ReviewElsewhere, receipt.elsewhere),
        (Plural::RemovalReceived, receipt.withdrawn),
        (Plural::ReviewKept, receipt.filed.len()),
    ] {
        if n > 0 {
            parts.push(count(plural, n));
        }
    }
    parts.join(", ")
}

/// What could not be read, in a sentence.
fn told_trouble(name: Option<&str>, trouble: &Trouble) -> String {
    let why = match trouble {
        Trouble::Unreadable(Unreadable::File(FileError::TooLarge)) => {
            fill(Text::RefusedTooLarge, &[("limit", refusal::LIMIT_MB)])
        }
        Trouble::Unreadable(Unreadable::File(FileError::Unreadable)) => t(Text::ImportUnreadable).to_owned(),
        // A message without a link is no broken file.
        Trouble::Unreadable(Unreadable::Refused(Refusal::Json(_))) if name.is_none() => {
            t(Text::ReviewNoLink).to_owned()
        }
        Trouble::Unreadable(Unreadable::Refused(refused)) => refusal::refused(refused),
        Trouble::Link(error) => link_refused(error),
        Trouble::Incomplete(left) => count(Plural::ReviewIncomplete, *left),
        Trouble::Other(Format::Backup) => t(Text::ReviewOtherBackup).to_owned(),
        Trouble::Other(_) => t(Text::ReviewOtherCatalogue).to_owned(),
        Trouble::TooMany => t(Text::ReviewTooMany).to_owned(),
    };
    match name {
        Some(name) => fill(Text::ReviewTroubleOf, &[("name", name), ("why", &why)]),
        None => why,
    }
}
