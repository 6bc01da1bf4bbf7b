//! What became of what was handed over: published, with thanks; reports that wait for an answer.

use leptos::prelude::*;

use super::proposal;
use crate::browser::document;
use crate::domain::change::TargetKind;
use crate::domain::id::Id;
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

/// Whether it is a request to the association, which is about the site as a whole; else a report.
fn is_request(item: &SentItem) -> bool {
    item.report && item.target.kind == TargetKind::Site
}

/// The reports that no edition answers yet. Nothing else on this device tells of them.
pub(super) fn reports(app: App) -> AnyView {
    let rows = Rows {
        id: "reports-t",
        title: Text::SentReports,
        said: None,
        holds: |item| item.report && !is_request(item),
    };
    rows.view(app)
}

/// The requests and offers to the association, which answers them beside the application.
pub(super) fn requests(app: App) -> AnyView {
    let rows = Rows {
        id: "requests-t",
        title: Text::SentRequests,
        said: Some(Text::SentRequestsText),
        holds: is_request,
    };
    rows.view(app)
}

/// Some of what was handed over and nothing else on this device tells of.
#[derive(Clone, Copy)]
struct Rows {
    id: &'static str,
    title: Text,
    said: Option<Text>,
    holds: fn(&SentItem) -> bool,
}

impl Rows {
    fn view(self, app: App) -> AnyView {
        (move || {
            let rows = app.with_workspace(|workspace| {
                app.outbox.sent.with(|sent| {
                    let all = sent
                        .iter()
                        .flat_map(|sent| sent.items.iter().map(move |item| (sent, item)));
                    let waiting =
                        all.filter(|(_, item)| (self.holds)(item) && workspace.fate(item) != Fate::Published);
                    let rows = waiting.map(|(sent, item)| {
                        let when = fill(
                            Text::SentAt,
                            &[("date", &instant(&sent.at)), ("way", way(&sent.by))],
                        );
                        row(app, workspace, &sent.id, item, when)
                    });
                    rows.collect::<Vec<_>>()
                })
            });
            rows.filter(|rows| !rows.is_empty()).map(|rows| {
                view! {
                    <section class="panel" aria-labelledby=self.id>
                        <h2 class="panel-title" id=self.id>{t(self.title)}</h2>
                        {self.said.map(|said| view! { <p class="soft">{t(said)}</p> })}
                        <ul class="items">{rows}</ul>
                    </section>
                }
            })
        })
        .into_any()
    }
}

fn row(app: App, workspace: &Workspace, record: &Id, item: &SentItem, when: String) -> AnyView {
    let (record, target) = (record.clone(), item.target.clone());
    let label = about(t(Text::SentForget), &title(workspace, item));
    let forget = move |_| done(app, app.forget_report(&record, &target));
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

/// What it was called. A request that an earlier version recorded has no words.
fn title(workspace: &Workspace, item: &SentItem) -> String {
    match item.title.as_str() {
        "" if is_request(item) => t(Text::RequestYours).to_owned(),
        "" => proposal::title(workspace, &item.target),
        title => title.to_owned(),
    }
}

fn linked(workspace: &Workspace, item: &SentItem) -> AnyView {
    proposal::linked(workspace, &item.target, title(workspace, item))
}

/// Puts the focus where reading goes on, or says why nothing was kept.
pub(super) fn done(app: App, kept: Result<(), WriteError>) {
    match kept {
        Ok(()) => document::focus("h1"),
        Err(error) => app.notices.bad(not_kept(error)),
    }
}
