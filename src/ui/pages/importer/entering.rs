//! The way in: a text that is pasted, a file that is chosen or dropped, or what was being checked before.

use leptos::ev::{DragEvent, Event};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::desk::Desk;
use crate::browser::file::{self, ChosenFile};
use crate::browser::{clock, document};
use crate::communique::read::LONGEST;
use crate::domain::id::Id;
use crate::i18n::{Plural, Text};
use crate::state::importer::{Unread, text_of};
use crate::ui::components::{icon, page as arrival};
use crate::ui::texts::{count, fill, instant, number, t};
use crate::workspace::intake::Kept;

const TEXT: &str = "importer-text";
const FILE: &str = "importer-file";

/// How much of a text is told to know it again.
const TOLD: usize = 100;

/// The way in.
pub(super) fn part(desk: Desk) -> AnyView {
    let wrong = RwSignal::new(String::new());
    let reads = RwSignal::new(false);
    let over = RwSignal::new(false);
    let take = move |file: ChosenFile| {
        spawn_local(async move {
            match text_of(&file).await {
                Ok(text) => {
                    wrong.set(String::new());
                    desk.write(text);
                    document::focus_id(TEXT);
                }
                Err(unread) => wrong.set(why(unread)),
            }
        });
    };
    let chosen = move |event: Event| {
        if let Some(file) = file::chosen(&event) {
            take(file);
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
        match files.into_iter().next() {
            Some(file) => take(file),
            None if !text.is_empty() => desk.write(text),
            None => {}
        }
    };
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        read(desk, wrong, reads);
    };
    let class = move || {
        if over.get() {
            "panel drop drop-over form"
        } else {
            "panel drop form"
        }
    };
    view! {
        {offers(desk)}
        <form class=class on:submit=submit on:dragover=hover on:dragleave=move |_| over.set(false) on:drop=drop>
            {again(desk)}
            {field(desk, wrong)}
            <p class="actions">
                <button type="submit" class="button button-main">
                    {icon::icon(icon::SEARCH)}
                    {move || t(if reads.get() { Text::ImporterReading } else { Text::ImporterRead })}
                </button>
                <button type="button" class="button" on:click=|_| document::press(FILE)>
                    {icon::icon(icon::UPLOAD)}
                    {t(Text::ImporterFile)}
                </button>
            </p>
            <p class="field-hint">{t(Text::ImporterFileHint)}</p>
            <input
                type="file"
                id=FILE
                hidden
                tabindex="-1"
                aria-label=t(Text::ImporterFile)
                accept=".txt,.html,.htm,text/plain,text/html"
                on:change=chosen
            />
            {desk.line()}
        </form>
    }
    .into_any()
}

/// The way back to what was read before.
fn again(desk: Desk) -> AnyView {
    (move || {
        desk.intake.with(Option::is_some).then(|| {
            view! {
                <p class="actions">
                    <button type="button" class="button" on:click=move |_| desk.checks.set(true)>
                        {icon::icon(icon::BACK)}
                        {t(Text::ImporterBackToCheck)}
                    </button>
                </p>
                <p class="soft">{t(Text::ImporterAgain)}</p>
            }
        })
    })
    .into_any()
}

fn field(desk: Desk, wrong: RwSignal<String>) -> AnyView {
    view! {
            <div class="field">
                <label class="field-label" for=TEXT>{t(Text::ImporterText)}</label>
                <p class="field-hint" id="importer-hint">{t(Text::ImporterHint)}</p>
                <p class="field-error" role="alert" id="importer-wrong">{move || wrong.get()}</p>
                <textarea
                    class="input"
                    id=TEXT
                    rows="12"
                    aria-describedby="importer-hint importer-wrong"
                    aria-invalid=move || (!wrong.with(String::is_empty)).then_some("true")
                    prop:value=move || desk.text.get()
                    on:input=move |event| desk.write(event_target_value(&event))
                ></textarea>
            </div>
    }
    .into_any()
}

/// Reads the text, once the page has said that it does.
fn read(desk: Desk, wrong: RwSignal<String>, reads: RwSignal<bool>) {
    let text = desk.text.get_untracked();
    wrong.set(String::new());
    if text.trim().is_empty() {
        wrong.set(t(Text::ImporterNothing).to_owned());
        document::focus_id(TEXT);
        return;
    }
    if text.len() > LONGEST {
        wrong.set(why(Unread::TooLong));
        document::focus_id(TEXT);
        return;
    }
    desk.app.notices.close();
    reads.set(true);
    arrival::announce(t(Text::ImporterReading));
    spawn_local(async move {
        clock::let_draw().await;
        desk.app.bring_gazetteer().await;
        let read = desk.app.read_release(&text).await;
        reads.set(false);
        match read {
            Ok(Some(intake)) => {
                desk.show(intake);
                request_animation_frame(|| document::focus_id(super::review::TITLE));
            }
            // The page is drawn once the catalogue is there, which does not go away.
            Ok(None) => {}
            Err(unread) => wrong.set(why(unread)),
        }
    });
}

/// Why a text was not read, and what to do.
fn why(unread: Unread) -> String {
    match unread {
        Unread::TooLong => {
            #[allow(clippy::cast_precision_loss, reason = "the limit is far below 2⁵³")]
            let limit = number((LONGEST / 1000) as f64);
            fill(Text::ImporterTooLong, &[("limit", &limit)])
        }
        Unread::File => t(Text::ImportUnreadable).to_owned(),
        Unread::NoText => t(Text::ImporterNoText).to_owned(),
    }
}

/// What was being checked before and was not added.
fn offers(desk: Desk) -> AnyView {
    (move || {
        let offered = desk.offered.get();
        let rows: Vec<_> = offered
            .into_iter()
            .map(|(id, kept)| offer(desk, id, kept))
            .collect();
        (!rows.is_empty()).then(|| {
            view! {
                <div class="notice notice-warn" role="region" aria-labelledby="importer-kept">
                    {icon::icon(icon::SAVE)}
                    <div class="notice-body">
                        <h2 class="notice-title" id="importer-kept">{t(Text::ImporterOffered)}</h2>
                        {rows}
                    </div>
                </div>
            }
        })
    })
    .into_any()
}

fn offer(desk: Desk, id: Id, kept: Kept) -> AnyView {
    let entries = kept
        .intake
        .as_ref()
        .map(|intake| count(Plural::ImporterEntries, intake.entries.len()));
    let begin: String = kept.source.trim().chars().take(TOLD).collect();
    let begin = fill(Text::ImporterBegins, &[("text", &begin)]);
    let when = instant(&kept.at);
    let resume = {
        let (id, kept) = (id.clone(), kept.clone());
        move |_| {
            desk.take_up(&id, &kept);
            let to = if desk.checks.get_untracked() {
                super::review::TITLE
            } else {
                TEXT
            };
            request_animation_frame(move || document::focus_id(to));
        }
    };
    let throw = move |_| {
        desk.throw_away(&id, &kept);
        document::focus_id(TEXT);
    };
    let line = [Some(when.clone()), entries, Some(begin)]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(" · ");
    let label = |text| fill(text, &[("when", &when)]);
    view! {
        <p>{line}</p>
        <p class="actions">
            <button type="button" class="button button-main" aria-label=label(Text::ImporterResumeOf) on:click=resume>
                {t(Text::ImporterResume)}
            </button>
            <button type="button" class="button" aria-label=label(Text::ImporterThrowOf) on:click=throw>
                {icon::icon(icon::TRASH)}
                {t(Text::ImporterThrow)}
            </button>
        </p>
    }
    .into_any()
}
