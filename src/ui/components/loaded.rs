//! What stands in a page's place until the catalogue is there, or when it cannot be had.

use leptos::prelude::*;

use super::{icon, page};
use crate::browser::fetch::FetchError;
use crate::format::json::{JsonError, JsonErrorKind};
use crate::format::limits;
use crate::format::refusal::{Format, Refusal};
use crate::i18n::Text;
use crate::route::Page;
use crate::state::{Failure, use_app};
use crate::ui::texts::{fill, t};

/// A page that needs the catalogue: the page, once it is loaded; until then a quiet sign of it, and
/// where it cannot be had, what happened and what to do.
pub fn loaded(title: &'static str, view: impl Fn() -> AnyView + Send + Sync + 'static) -> AnyView {
    let app = use_app();
    let ready = Memo::new(move |_| app.workspace.with(Option::is_some));
    (move || {
        if ready.get() {
            view()
        } else if let Some(failure) = app.failure.get() {
            failed(&failure)
        } else {
            loading(title)
        }
    })
    .into_any()
}

fn loading(title: &'static str) -> AnyView {
    let card = || {
        view! {
            <div class="skeleton">
                <div class="bone bone-title"></div>
                <div class="bone bone-short"></div>
                <div class="bone"></div>
                <div class="bone"></div>
            </div>
        }
    };
    view! {
        <header class="page-head">{page::heading(title)}</header>
        <p role="status">{t(Text::LoadedWait)}</p>
        <div class="cards" aria-hidden="true">{card()}{card()}{card()}</div>
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
            Text::FailedEditorAdvice,
        ),
        Failure::Fetch(FetchError::TooLarge(_)) => {
            (t(Text::FailedTooLarge).to_owned(), Text::FailedEditorAdvice)
        }
        Failure::Refused(refusal) => (refused(refusal), Text::FailedEditorAdvice),
    };
    view! {
        <header class="page-head">{page::heading(t(Text::FailedTitle))}</header>
        <div class="notice notice-bad" role="alert">
            {icon::icon(icon::ALERT)}
            <div class="notice-body">
                <p class="notice-title">{what}</p>
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

/// The largest file, in megabytes of 2²⁰ bytes.
pub const LIMIT_MB: &str = "64";
const _: () = assert!(limits::FILE_BYTES == 64 << 20);

/// Why a file was refused, in a sentence.
pub fn refused(refusal: &Refusal) -> String {
    match refusal {
        Refusal::Json(error) => not_json(error),
        Refusal::OtherFormat(Format::Foreign(Some(name))) => fill(Text::RefusedForeign, &[("name", name)]),
        Refusal::OtherFormat(_) => t(Text::RefusedOtherFormat).to_owned(),
        Refusal::NewerVersion(version) => fill(Text::RefusedNewer, &[("version", &version.to_string())]),
        Refusal::NoSite => t(Text::RefusedNoSite).to_owned(),
        Refusal::Unusable(place) => fill(Text::RefusedUnusable, &[("place", place)]),
        Refusal::PastLimit(place) => fill(Text::RefusedPastLimit, &[("place", place)]),
    }
}

fn not_json(error: &JsonError) -> String {
    let (line, column) = (error.line.to_string(), error.column.to_string());
    let mut values = vec![
        ("line", line.as_str()),
        ("column", column.as_str()),
        ("limit", LIMIT_MB),
    ];
    let text = match &error.kind {
        JsonErrorKind::Empty => Text::RefusedEmpty,
        JsonErrorKind::TooLarge => Text::RefusedTooLarge,
        JsonErrorKind::Zip => Text::RefusedZip,
        JsonErrorKind::Pdf => Text::RefusedPdf,
        JsonErrorKind::NotText => Text::RefusedNotText,
        JsonErrorKind::Utf16 => Text::RefusedUtf16,
        JsonErrorKind::Html => Text::RefusedHtml,
        JsonErrorKind::Syntax => Text::RefusedJson,
        JsonErrorKind::Incomplete => Text::RefusedIncomplete,
        JsonErrorKind::TooDeep => Text::RefusedTooDeep,
        JsonErrorKind::TooMany => Text::RefusedTooMany,
        JsonErrorKind::DuplicateName(name) => {
            values.push(("name", name));
            Text::RefusedDuplicateName
        }
    };
    fill(text, &values)
}
