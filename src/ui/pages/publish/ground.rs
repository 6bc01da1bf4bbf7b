//! What would be published on top of what is online, and the button that saves it.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::{Desk, FOUND, Stage, findings};
use crate::browser::{clock, document};
use crate::domain::initiative::Initiative;
use crate::format::{json, v1};
use crate::i18n::{Plural, Text};
use crate::route::Page;
use crate::state::publish::{Ground, NotPublished};
use crate::ui::components::notices::not_kept;
use crate::ui::components::{icon, saving};
use crate::ui::texts::{count, fill, instant, t};
use crate::workspace::publish::{Apart, NextEdition};

/// What would be published on a ground.
pub(super) fn ground(desk: Desk, ground: &Arc<Ground>) -> AnyView {
    let told = {
        let ground = Arc::clone(ground);
        move || {
            desk.app.next_edition(&ground).map(|next| {
                let publish = publish_button(desk, &ground, &next);
                view! {
                    {findings::findings(&next)}
                    {publish}
                }
            })
        }
    };
    let title = if ground.is_live {
        Text::PublishFoundLive
    } else {
        Text::PublishFoundKnown
    };
    view! {
        <h3 id=FOUND tabindex="-1">{t(title)}</h3>
        {(!ground.is_live).then(|| warned(t(Text::PublishRisk).to_owned()))}
        {joined(ground)}
        {behind(ground)}
        {ground.apart.as_ref().map(|other| apart(desk, other))}
        {lost(desk, &ground.lost)}
        {told}
    }
    .into_any()
}

/// What a colleague published since this device last looked.
fn joined(ground: &Ground) -> Option<AnyView> {
    let (name, summary) = ground.joined.as_ref()?;
    let number = name.number.to_string();
    let text = match &name.published_at {
        Some(at) => fill(
            Text::PublishJoined,
            &[("number", &number), ("date", &instant(at))],
        ),
        None => fill(Text::PublishJoinedUndated, &[("number", &number)]),
    };
    let view = view! {
        <div class="notice notice-warn">
            {icon::icon(icon::WARN)}
            <div class="notice-body stack">
                <p class="notice-title">{text}</p>
                <p>{t(Text::PublishJoinedText)}</p>
                {findings::lists(summary)}
            </div>
        </div>
    };
    Some(view.into_any())
}

fn behind(ground: &Ground) -> Option<AnyView> {
    let number = ground.online.edition.number.to_string();
    ground
        .is_behind
        .then(|| warned(fill(Text::PublishBehind, &[("number", &number)])))
}

/// The other one of two editions that were published apart: what it says otherwise, and all of it as a
/// file, since it may be nowhere else.
fn apart(desk: Desk, Apart { other, says }: &Apart) -> AnyView {
    let number = other.edition.number.to_string();
    let text = match &other.edition.published_at {
        Some(at) => fill(Text::PublishApart, &[("number", &number), ("date", &instant(at))]),
        None => fill(Text::PublishApartUndated, &[("number", &number)]),
    };
    let other = Arc::clone(other);
    let save = move |_| {
        let text = json::write_pretty(&v1::write_catalogue(&other));
        saving::json(desk.app, "autre-edition", &text);
    };
    view! {
        <div class="notice notice-warn">
            {icon::icon(icon::WARN)}
            <div class="notice-body stack">
                <p class="notice-title">{text}</p>
                <p>{t(Text::PublishApartText)}</p>
                {findings::lists(says)}
                <p class="actions">
                    <button type="button" class="button" on:click=save>
                        {icon::icon(icon::DOWNLOAD)}
                        {t(Text::PublishApartSave)}
                    </button>
                </p>
            </div>
        </div>
    }
    .into_any()
}

/// What some edition has and the ground lacks, to be brought back.
fn lost(desk: Desk, lost: &[Initiative]) -> Option<AnyView> {
    let rows: Vec<_> = lost
        .iter()
        .map(|entry| {
            let entry = entry.clone();
            let id = entry.id.clone();
            let title = entry.title.clone();
            let heading = title.clone();
            let name = fill(Text::PublishBringBackOne, &[("title", &title)]);
            let bring_back = move |_| match desk.app.bring_entry_back(&entry) {
                Ok(undo) => {
                    let text = fill(Text::PublishBroughtBack, &[("title", &title)]);
                    match undo {
                        Some(undo) => desk.app.notices.undoable(text, undo),
                        None => desk.app.notices.good(text),
                    }
                }
                Err(error) => desk.app.notices.bad(not_kept(error)),
            };
            let here = move || {
                let shown =
                    |workspace: &crate::workspace::Workspace| workspace.shown().initiative(&id).is_some();
                desk.app.with_workspace(shown) == Some(true)
            };
            view! {
                <li>
                    <span>{heading}</span>
                    <button type="button" class="button" disabled=here on:click=bring_back aria-label=name>
                        {icon::icon(icon::UNDO)}
                        {t(Text::PublishBringBack)}
                    </button>
                </li>
            }
        })
        .collect();
    (!rows.is_empty()).then(|| {
        view! {
            <div class="notice notice-warn">
                {icon::icon(icon::WARN)}
                <div class="notice-body stack">
                    <p>{count(Plural::PublishLost, lost.len())}</p>
                    <ul class="stack">{rows}</ul>
                </div>
            </div>
        }
        .into_any()
    })
}

fn warned(text: String) -> AnyView {
    view! {
        <div class="notice notice-warn">
            {icon::icon(icon::WARN)}
            <div class="notice-body"><p>{text}</p></div>
        </div>
    }
    .into_any()
}

/// « Publier », or why there is nothing to publish or not yet.
fn publish_button(desk: Desk, ground: &Arc<Ground>, next: &NextEdition) -> AnyView {
    if !next.questions.is_empty() {
        return view! {
            <div class="notice notice-bad">
                {icon::icon(icon::ALERT)}
                <div class="notice-body">
                    <p class="notice-title">{count(Plural::PublishQuestions, next.questions.len())}</p>
                    <p>{t(Text::PublishQuestionsText)}</p>
                    <p class="actions">
                        <a class="button button-main" href=Page::Proposals.href()>{t(Text::PublishAnswer)}</a>
                    </p>
                </div>
            </div>
        }
        .into_any();
    }
    if !next.is_news {
        return view! { <p>{t(Text::PublishNothing)}</p> }.into_any();
    }
    let ground = Arc::clone(ground);
    let busy = RwSignal::new(false);
    let publish = move |_| {
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        let ground = Arc::clone(&ground);
        spawn_local(async move {
            clock::let_draw().await;
            publish(desk, &ground).await;
            busy.try_set(false);
        });
    };
    let number = next.catalogue.edition.number.to_string();
    // What may still tell of somebody who asked to be removed: only a person can read whether it does.
    let has_traces = !next.erasure.left.is_empty();
    let read = RwSignal::new(!has_traces);
    let reading = has_traces.then(|| {
        view! {
            <label class="check">
                <input
                    class="check-input"
                    type="checkbox"
                    on:change=move |event| read.set(event_target_checked(&event))
                />
                <span>{t(Text::PublishErasedRead)}</span>
            </label>
        }
    });
    view! {
        <p class="soft">{fill(Text::PublishNumber, &[("number", &number)])}</p>
        {reading}
        <p class="actions">
            <button
                type="button"
                class="button button-main"
                disabled=move || busy.get() || !read.get()
                on:click=publish
            >
                {icon::icon(icon::DOWNLOAD)}
                {t(Text::PublishButton)}
            </button>
        </p>
    }
    .into_any()
}

async fn publish(desk: Desk, ground: &Ground) {
    let notices = desk.app.notices;
    match desk.app.publish(ground).await {
        Ok(saved) => {
            desk.saved.set(Some(saved));
            desk.stage.set(Stage::Start);
            clock::let_draw().await;
            document::focus_id(super::saved::TITLE);
        }
        Err(NotPublished::Questions) => notices.bad(t(Text::PublishQuestionsText)),
        Err(NotPublished::Moved(ground)) => {
            notices.bad(t(Text::PublishMoved));
            desk.stage.set(Stage::Found(Arc::new(*ground)));
            clock::let_draw().await;
            document::focus_id(FOUND);
        }
        Err(NotPublished::NoGround(why)) => {
            desk.stage.set(Stage::Nowhere(why));
            clock::let_draw().await;
            document::focus_id(FOUND);
        }
        Err(NotPublished::NotReadable) => notices.bad(t(Text::PublishNotReadable)),
        Err(NotPublished::NotNoted(error)) => notices.bad(not_kept(error)),
        Err(NotPublished::NotSaved) => notices.bad(t(Text::DataSaveFailed)),
    }
}
