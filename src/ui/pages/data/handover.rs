//! « Passer la main »: everything that another editor needs, in one file under a passphrase; and its
//! opening.

use std::sync::Arc;

use leptos::ev;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::Stage;
use super::exchange::PREVIEW_TITLE;
use super::preview::{nothing, told};
use crate::browser::crypto::{self, CryptoError};
use crate::browser::{clock, document};
use crate::domain::text;
use crate::format::handover::{PASSPHRASE, Sealed};
use crate::i18n::Text;
use crate::state::handover::{self, HandoverError};
use crate::state::use_app;
use crate::ui::components::notices::not_kept;
use crate::ui::components::{icon, refusal, saving};
use crate::ui::texts::{fill, instant, t};

/// The field of a new passphrase.
const NEW: &str = "handover-new";

/// The field of a passphrase that opens.
const OLD: &str = "handover-old";

/// « Passer la main », for editors.
pub(super) fn handover() -> AnyView {
    let app = use_app();
    let passphrase = RwSignal::new(String::new());
    let busy = RwSignal::new(false);
    let problem = RwSignal::new(String::new());
    let make = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let typed = passphrase.get_untracked();
        if busy.get_untracked() {
            return;
        }
        if text::length(typed.trim()) < PASSPHRASE {
            problem.set(fill(Text::HandoverShort, &[("n", &PASSPHRASE.to_string())]));
            document::focus_id(NEW);
            return;
        }
        problem.set(String::new());
        busy.set(true);
        spawn_local(async move {
            clock::let_draw().await;
            match app.hand_over(&typed).await {
                Ok(text) => saving::json(app, "passation", &text),
                Err(error) => app.notices.bad(why(&error)),
            }
            busy.set(false);
        });
    };
    let form = move || {
        view! {
            <form class="stack" novalidate on:submit=make>
                <div class="field">
                    <label class="field-label" for=NEW>{t(Text::HandoverPassphrase)}</label>
                    <p class="field-hint" id="handover-hint">
                        {fill(Text::HandoverHint, &[("n", &PASSPHRASE.to_string())])}
                    </p>
                    {input(NEW, passphrase, problem, "handover-hint handover-problem")}
                    <p class="field-error" id="handover-problem" role="alert">{move || problem.get()}</p>
                </div>
                <p class="actions">
                    <button type="submit" class="button">
                        {icon::icon(icon::DOWNLOAD)}
                        {t(Text::HandoverMake)}
                    </button>
                </p>
                <p role="status" class="soft">{move || if busy.get() { t(Text::HandoverSealing) } else { "" }}</p>
            </form>
        }
    };
    let inside = if crypto::is_here() {
        form().into_any()
    } else {
        view! { <p>{t(Text::HandoverAbsent)}</p> }.into_any()
    };
    view! {
        <section class="panel" aria-labelledby="handover-t">
            <h2 class="panel-title" id="handover-t">{t(Text::HandoverTitle)}</h2>
            <p>{t(Text::HandoverText)}</p>
            {inside}
        </section>
    }
    .into_any()
}

/// Asks for the passphrase of a file that was handed over, and goes on to its preview.
pub(super) fn opening(stage: RwSignal<Stage>, name: &str, sealed: &Sealed) -> AnyView {
    let title = fill(Text::HandoverOpenTitle, &[("name", name)]);
    let made = sealed
        .created_at
        .as_ref()
        .map(|at| fill(Text::RestoreMade, &[("date", &instant(at))]));
    if !crypto::is_here() {
        let inside = view! {
            <p>{t(Text::HandoverAbsentOpen)}</p>
            <p class="actions">{nothing(stage, Text::NoticeClose)}</p>
        };
        return told(&title, vec![inside.into_any()]);
    }
    let passphrase = RwSignal::new(String::new());
    let busy = RwSignal::new(false);
    let problem = RwSignal::new(String::new());
    let (name, sealed) = (name.to_owned(), Arc::new(sealed.clone()));
    let open = move |event: ev::SubmitEvent| {
        event.prevent_default();
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        problem.set(String::new());
        let (name, sealed) = (name.clone(), Arc::clone(&sealed));
        spawn_local(async move {
            clock::let_draw().await;
            match handover::open(&sealed, &passphrase.get_untracked()).await {
                Ok(incoming) => {
                    stage.set(Stage::Preview(name, Arc::new(incoming), None));
                    clock::let_draw().await;
                    document::focus(&["#", PREVIEW_TITLE].concat());
                }
                Err(error) => {
                    problem.set(why(&error));
                    busy.set(false);
                    document::focus_id(OLD);
                }
            }
        });
    };
    let inside = view! {
        <p>{made} " " {t(Text::HandoverOpenText)}</p>
        <form class="stack" novalidate on:submit=open>
            <div class="field">
                <label class="field-label" for=OLD>{t(Text::HandoverPassphrase)}</label>
                {input(OLD, passphrase, problem, "handover-open-problem")}
                <p class="field-error" id="handover-open-problem" role="alert">{move || problem.get()}</p>
            </div>
            <p role="status" class="soft">{move || if busy.get() { t(Text::HandoverOpening) } else { "" }}</p>
            <p class="actions">
                <button type="submit" class="button button-main">
                    {icon::icon(icon::UPLOAD)}
                    {t(Text::HandoverOpen)}
                </button>
                {nothing(stage, Text::ImportNothing)}
            </p>
        </form>
    };
    told(&title, vec![inside.into_any()])
}

/// A passphrase is shown as it is typed: nobody looks on, and a mistake in it would be found out by
/// somebody else, too late.
fn input(
    id: &'static str,
    passphrase: RwSignal<String>,
    problem: RwSignal<String>,
    described: &'static str,
) -> AnyView {
    view! {
        <input
            class="input"
            id=id
            type="text"
            autocomplete="off"
            autocapitalize="off"
            spellcheck="false"
            aria-describedby=described
            aria-invalid=move || problem.with(|problem| !problem.is_empty()).then_some("true")
            on:input=move |event| passphrase.set(event_target_value(&event))
        />
    }
    .into_any()
}

fn why(error: &HandoverError) -> String {
    match error {
        HandoverError::Storage(denied) => not_kept((*denied).into()).to_owned(),
        HandoverError::Crypto(CryptoError::Absent) => t(Text::HandoverAbsent).to_owned(),
        HandoverError::Crypto(CryptoError::Closed) => t(Text::HandoverClosed).to_owned(),
        HandoverError::Crypto(CryptoError::Refused) => t(Text::HandoverRefused).to_owned(),
        HandoverError::Refused(refused) => refusal::refused(refused),
    }
}
