//! What became of what was handed over: published, with thanks; reports that wait for an answer.

use leptos::prelude::*;

use super::proposal;
use crate::browser::document;
use crate::domain::sent::SentItem;
use crate::i18n::Text;
use crate::state::App;
use crate::storage::port::WriteError;
use crate::ui::components::icon;
use crate::ui::components::notices::not_kept;
use crate::ui::components::sending::way;
use crate::ui::texts::{about, fill, instant, t};
use crate::workspace::Workspace;
use crate::workspace::sent::Fate;

/// How many titles are named of what is published.
const NAMED: usize = 20;

/// What is published of what was handed over.
pub(super) fn published(app: App) -> AnyView {
    let known = move || {
        app.with_workspace(|workspace| {
            app.outbox.sent.with(|sent| {
                let items = sent.iter().flat_map(|sent| &sent.items);
                let mut known: Vec<&SentItem> = Vec::new();
                for item in items.filter(|item| workspace.fate(item) == Fate::Published) {
                    if known.len() < NAMED && !known.iter().any(|other| other.target == item.target) {
                        known.push(item);
                    }
                }
                let titles = known
                    .into_iter()
                    .map(|item| view! { <li>{linked(workspace, item)}</li> });
                titles.collect::<Vec<_>>()
            })
        })
    };
    (move || {
        known()
            .filter(|titles| !titles.is_empty())
            .map(|titles| thanks(app, titles))
    })
    .into_any()
}

fn thanks(app: App, titles: impl IntoView + 'static) -> AnyView {
    let close = move |_| done(app, app.dismiss_published());
    view! {
        <section class="notice notice-good" aria-labelledby="published-t">
            {icon::icon(icon::DONE)}
            <div class="notice-body">
                <h2 class="notice-title" id="published-t">{t(Text::SentPublished)}</h2>
                <p>{t(Text::SentPublishedText)}</p>
                <ul>{titles}</ul>
                <p class="actions">
                    <button type="button" class="button" on:click=close>{t(Text::SentDismiss)}</button>
                </p>
            </div>
        </section>
    }
    .into_any()
}

/// The reports that no edition answers yet. Nothing else on this device tells of them.
pub(super) fn reports(app: App) -> AnyView {
    (move || {
        let rows = app.with_workspace(|workspace| {
            app.outbox.sent.with(|sent| {
                let all = sent
                    .iter()
                    .flat_map(|sent| sent.items.iter().map(move |item| (sent, item)));
                let waiting = all.filter(|(_, item)| item.report && workspace.fate(item) != Fate::Published);
                let rows = waiting.map(|(sent, item)| {
                    let when = fill(
                        Text::SentAt,
                        &[("date", &instant(&sent.at)), ("way", way(&sent.by))],
                    );
                    row(app, workspace, item, when)
                });
                rows.collect::<Vec<_>>()
            })
        });
        rows.filter(|rows| !rows.is_empty()).map(|rows| {
            view! {
                <section class="panel" aria-labelledby="reports-t">
                    <h2 class="panel-title" id="reports-t">{t(Text::SentReports)}</h2>
                    <ul class="items">{rows}</ul>
                </section>
            }
        })
    })
    .into_any()
}

fn row(app: App, workspace: &Workspace, item: &SentItem, when: String) -> AnyView {
    let target = item.target.clone();
    let label = about(t(Text::SentForget), &item.title);
    let forget = move |_| done(app, app.forget_sent(&target));
    view! {
        <li class="item">
            <p>{linked(workspace, item)}</p>
            <p class="soft small">{when}</p>
            <button type="button" class="button button-small" aria-label=label on:click=forget>
                {t(Text::SentForget)}
            </button>
        </li>
    }
    .into_any()
}

fn linked(workspace: &Workspace, item: &SentItem) -> AnyView {
    let title = if item.title.is_empty() {
        proposal::title(workspace, &item.target)
    } else {
        item.title.clone()
    };
    proposal::linked(workspace, &item.target, title)
}

/// Puts the focus where reading goes on, or says why nothing was kept.
pub(super) fn done(app: App, kept: Result<(), WriteError>) {
    match kept {
        Ok(()) => document::focus("h1"),
        Err(error) => app.notices.bad(not_kept(error)),
    }
}
