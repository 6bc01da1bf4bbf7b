//! What stands in a page's place until the catalogue is there, or when it cannot be had.

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::wasm_split::{SplitLoaderError, wasm_split};

use super::refusal::refused;
use super::{icon, page};
use crate::browser::fetch::FetchError;
use crate::format::refusal::Refusal;
use crate::i18n::{self, Text};
use crate::route::Page;
use crate::state::{Failure, use_app};
use crate::ui::late;
use crate::ui::texts::{fill, set_content_lang, t};

/// A page that needs the catalogue: the page, once it is loaded; until then a quiet sign of it, and
/// where it cannot be had, what happened and what to do.
pub fn loaded(title: &'static str, view: impl Fn() -> AnyView + Send + Sync + 'static) -> AnyView {
    let app = use_app();
    // Only its language: a form must not be drawn anew whenever something is saved.
    let lang = Memo::new(move |_| app.with_workspace(|workspace| workspace.shown().site.lang.clone()));
    (move || {
        if let Some(lang) = lang.get() {
            set_content_lang(&lang);
            view()
        } else if let Some(failure) = app.failure.get() {
            if failure == Failure::Refused(Refusal::Blank) {
                // Nothing is broken: nobody has begun yet.
                late::part(Page::Catalogue)
            } else {
                failed(&failure)
            }
        } else {
            loading(title)
        }
    })
    .into_any()
}

fn loading(title: &'static str) -> AnyView {
    view! {
        <header class="page-head">{page::heading(title)}</header>
        <p class="waiting" role="status">{t(Text::LoadedWait)}</p>
    }
    .into_any()
}

fn failed(failure: &Failure) -> AnyView {
    let app = use_app();
    let (what, advice) = match failure {
        Failure::Fetch(FetchError::Unreachable) => {
            (t(Text::FailedOffline).to_owned(), Text::FailedOfflineAdvice)
        }
        Failure::Fetch(FetchError::Status(status)) => (
            fill(Text::FailedStatus, &[("status", &status.to_string())]),
            Text::FailedStatusAdvice,
        ),
        Failure::Fetch(FetchError::TooLarge(_)) => {
            (t(Text::FailedTooLarge).to_owned(), Text::FailedEditorAdvice)
        }
        Failure::Refused(_) => (t(Text::FailedBroken).to_owned(), Text::FailedEditorAdvice),
        Failure::Full => (t(Text::FailedFull).to_owned(), Text::FailedFullAdvice),
    };
    let reason = reason(failure);
    view! {
        <header class="page-head">{page::heading(t(Text::FailedTitle))}</header>
        <div class="notice notice-bad" role="alert">
            {icon::icon(icon::ALERT)}
            <div class="notice-body">
                <p class="notice-title">{what}</p>
                <p>{move || reason.get()}</p>
                <p>{t(advice)}</p>
                <p>{t(Text::FailedKept)}</p>
                <p class="actions">
                    <button type="button" class="button button-main" on:click=move |_| app.load()>
                        {icon::icon(icon::UNDO)}
                        {t(Text::FailedRetry)}
                    </button>
                    <a class="button" href=Page::Data.href()>{icon::icon(icon::DATA)}{t(Text::MenuData)}</a>
                </p>
            </div>
        </div>
    }
    .into_any()
}

/// Why the catalogue was refused: told as soon as the second module is there, whose texts say it.
fn reason(failure: &Failure) -> RwSignal<String> {
    let told = RwSignal::new(String::new());
    if let Failure::Refused(refusal) = failure.clone() {
        spawn_local(async move {
            // Without the module the sentence before stands alone.
            if let Ok(sentence) = explain(refusal).await {
                told.set(sentence);
            }
        });
    }
    told
}

#[allow(
    clippy::unnecessary_wraps,
    reason = "the macro turns the result into that of fetching the module, which can fail"
)]
#[wasm_split(late, wasm_split_path = leptos::wasm_split, fallible)]
fn explain(refusal: Refusal) -> Result<String, SplitLoaderError> {
    i18n::install_late();
    Ok(refused(&refusal))
}
