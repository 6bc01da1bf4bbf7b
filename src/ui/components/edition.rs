//! What is told of the edition: banners for whatever is odd about it, and the news of one that arrives.
//! All of it belongs to the second module; the first one calls it once there is something to tell.

use leptos::ev;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::banners::banner;
use super::icon;
use super::refusal::refused;
use crate::browser::fetch::FetchError;
use crate::browser::{clock, document};
use crate::domain::date::Timestamp;
use crate::domain::edition::EditionName;
use crate::i18n::{Plural, Text};
use crate::route::Page;
use crate::state::edition::Standing;
use crate::state::{App, Failure, use_app};
use crate::storage::key::{Key, prefix};
use crate::ui::texts::{count, date, fill, instant, t};
use crate::workspace::arrival::News;

/// After how long a page that comes to sight again asks for a new edition, in milliseconds: an hour.
const STALE_AFTER_MS: f64 = 3_600_000.0;

/// Begins to follow the editions, once the page is drawn: what is shown is kept, and a newer one is
/// asked for now, when the network returns, when the page comes to sight after a long while and when
/// another tab has found one.
pub fn follow(app: App) {
    app.recall_standing();
    app.edition.banners.set(Some(banners));
    app.keep_for_later();
    let asked = StoredValue::new(clock::milliseconds());
    let ask = move || {
        asked.set_value(clock::milliseconds());
        app.look_for_renewal();
        spawn_local(async move {
            if let Some(news) = app.check().await {
                app.notices.good(told(news));
            }
        });
    };
    window_event_listener(ev::online, move |_| ask());
    window_event_listener(ev::visibilitychange, move |_| {
        if !document::document().hidden() && clock::milliseconds() - asked.get_value() >= STALE_AFTER_MS {
            ask();
        }
    });
    let note = [prefix(&document::base_path()), Key::Edition.text()].concat();
    window_event_listener(ev::storage, move |event| {
        // A note that was erased tells of no new edition.
        if event.key().as_ref() == Some(&note) && event.new_value().is_some() {
            ask();
        }
    });
    spawn_local(async move {
        app.with_workspace_untracked(|workspace| app.honour_requests(workspace.edition()));
        app.keep_edition().await;
        ask();
    });
}

/// « Nouvelle édition : 3 nouvelles, 2 modifiées, 1 retirée ».
fn told(news: News) -> String {
    let part = |plural: Plural, n: usize| (n > 0).then(|| count(plural, n));
    let parts = [
        part(Plural::EditionNew, news.new),
        part(Plural::EditionChanged, news.changed),
        part(Plural::EditionRemoved, news.removed),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    if parts.is_empty() {
        return t(Text::EditionArrivedAlike).to_owned();
    }
    fill(Text::EditionArrived, &[("news", &parts.join(", "))])
}

/// The banners for whatever is odd about the edition.
fn banners() -> AnyView {
    let app = use_app();
    let standing = move || match app.edition.standing.get() {
        Standing::Live => ().into_any(),
        Standing::Kept(failure) => kept(app, &failure),
        Standing::Ahead(live) => ahead(app, &live),
        Standing::Behind(seen) => behind(app, &seen),
        Standing::Apart(other) => apart(app, &other),
        Standing::Stuck => {
            warning(view! { <span>{t(Text::EditionStuck)} " " {data_link()}</span> }.into_any())
        }
    };
    let waiting = move || {
        let waiting = app.edition.waiting.get();
        (waiting > 0).then(|| {
            let text = count(Plural::EditionWaiting, waiting);
            warning(view! { <span>{text} " " {data_link()}</span> }.into_any())
        })
    };
    view! {
        {standing}
        {waiting}
    }
    .into_any()
}

fn warning(text: AnyView) -> AnyView {
    banner("banner banner-archive", icon::WARN, text)
}

fn data_link() -> AnyView {
    view! { <a href=Page::Data.href()>{t(Text::EditionSeeData)}</a> }.into_any()
}

/// « Informations du … »: the kept edition, since the file could not be had or not be read. Whoever
/// publishes the site is told why and where.
fn kept(app: App, failure: &Failure) -> AnyView {
    let day = app
        .kept_edition()
        .map(|kept| date(kept.fetched))
        .unwrap_or_default();
    let with_day = |text: Text| fill(text, &[("date", &day)]);
    let (text, reason) = match failure {
        Failure::Fetch(FetchError::Unreachable) => (with_day(Text::EditionOffline), None),
        Failure::Fetch(FetchError::Status(status)) => {
            let status = fill(Text::FailedStatus, &[("status", &status.to_string())]);
            (
                with_day(Text::EditionAbsent),
                Some((Text::EditionReasonAbsent, status)),
            )
        }
        Failure::Fetch(FetchError::TooLarge(_)) => (
            with_day(Text::EditionBroken),
            Some((Text::EditionReason, t(Text::FailedTooLarge).to_owned())),
        ),
        Failure::Refused(refusal) => (
            with_day(Text::EditionBroken),
            Some((Text::EditionReason, refused(refusal))),
        ),
        Failure::Full => (t(Text::EditionStuck).to_owned(), None),
    };
    let shape = if reason.is_none() { icon::INFO } else { icon::WARN };
    let editor = reason.filter(|_| app.is_editor());
    let editor = editor.map(|(text, reason)| fill(text, &[("reason", &reason)]));
    banner(
        "banner banner-archive",
        shape,
        view! { <span>{text} {editor.map(|editor| view! { " " {editor} })}</span> }.into_any(),
    )
}

/// The site's file is an earlier edition than the kept one.
fn ahead(app: App, live: &EditionName) -> AnyView {
    let own = app
        .with_workspace(|workspace| workspace.edition().edition.number)
        .unwrap_or_default();
    let text = fill(
        Text::EditionOlder,
        &[("number", &live.number.to_string()), ("own", &own.to_string())],
    );
    let editor = app
        .is_editor()
        .then(|| view! { " " {t(Text::EditionOlderEditor)} });
    let take = move |_| {
        spawn_local(async move {
            app.take_live().await;
            app.notices.good(t(Text::EditionTaken));
            // The banner is gone, with the button that had the focus.
            request_animation_frame(|| {
                if document::is_focus_lost() {
                    document::focus("h1");
                }
            });
        });
    };
    banner(
        "banner banner-archive banner-asks",
        icon::WARN,
        view! {
            <span>{text} {editor}</span>
            <button type="button" class="button button-small" on:click=take>{t(Text::EditionTake)}</button>
        }
        .into_any(),
    )
}

/// The edition that is shown is earlier than one that this device has seen.
fn behind(app: App, seen: &EditionName) -> AnyView {
    let shown = app
        .with_workspace(|workspace| workspace.edition().edition.number)
        .unwrap_or_default();
    let text = fill(
        Text::EditionBehind,
        &[("number", &shown.to_string()), ("seen", &seen.number.to_string())],
    );
    warning(view! { <span>{text}</span> }.into_any())
}

/// Two editions were published apart: only who publishes can do something about it.
fn apart(app: App, other: &EditionName) -> AnyView {
    if !app.is_editor() {
        return ().into_any();
    }
    let day = |at: Option<&Timestamp>| at.map_or_else(|| t(Text::EditionUndated).to_owned(), instant);
    let shown = app.with_workspace(|workspace| {
        let edition = &workspace.edition().edition;
        (edition.number.to_string(), day(edition.published_at.as_ref()))
    });
    let (number, shown) = shown.unwrap_or_default();
    let other = day(other.published_at.as_ref());
    let text = fill(
        Text::EditionApart,
        &[("number", &number), ("shown", &shown), ("other", &other)],
    );
    warning(view! { <span>{text}</span> }.into_any())
}
