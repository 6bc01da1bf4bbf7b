//! What a person has changed on this device, and what it has become.

mod conflict;
mod message;
mod outcome;
mod proposal;
mod send;
pub(super) mod words;

use leptos::prelude::*;

use crate::browser::document;
use crate::i18n::{Plural, Text};
use crate::route::Page;
use crate::state::{App, Keeping, use_app};
use crate::ui::components::{hidden, icon, loaded, more, page as arrival};
use crate::ui::texts::{count, t};
use crate::workspace::sent::Proposal;
use send::Choice;

/// How many proposals are drawn at first and at each « Afficher plus »: an import may bring
/// thousands.
const PAGE: usize = 20;

/// The page.
pub fn page() -> AnyView {
    loaded::loaded(t(Text::MenuProposals), || {
        let app = use_app();
        let limit = RwSignal::new(PAGE);
        // What cannot be swept now is told of for longer and swept another time.
        let _swept = app.age_out_sent();
        let proposals = Memo::new(move |_| {
            let told = |sent: &Vec<_>| app.with_workspace(|workspace| workspace.proposals(sent));
            app.outbox.sent.with(told).unwrap_or_else(Vec::new)
        });
        let choice = Choice::new(proposals);
        let total = Memo::new(move |_| proposals.with(Vec::len));
        let sendable = Memo::new(move |_| {
            proposals.with(|proposals| proposals.iter().any(|proposal| !proposal.changes.is_empty()))
        });
        let to_send = Memo::new(move |_| proposals.with(|all| all.iter().any(Proposal::is_to_send)));
        let how_many = move || match total.get() {
            0 => t(Text::ProposalNone).to_owned(),
            n => count(Plural::ProposalCount, n),
        };
        view! {
            <header class="page-head narrow">
                {arrival::heading(t(Text::MenuProposals))}
                <p class="soft">{t(Text::ProposalIntro)}</p>
            </header>
            <div class="narrow stack">
                {outcome::published(app)}
                {conflict::conflicts()}
                {move || to_send.get().then(|| unsent(app))}
                <p role="status" class="found-count">{how_many}</p>
                {move || list(app, proposals, choice, limit.get())}
                {move || more::of_rows(total.get(), limit, PAGE, Text::CatalogueMore)}
                {move || sendable.get().then(|| sending(app, choice))}
                {move || (total.get() == 0).then(empty)}
                {outcome::requests(app)}
                {outcome::reports(app)}
                {hidden::hidden()}
            </div>
        }
        .into_any()
    })
}

fn unsent(app: App) -> AnyView {
    let editor = app.is_editor();
    let (class, kept) = match app.keeping.get() {
        Keeping::Device if editor => ("notice notice-good", Text::ProposalKeptEditorTitle),
        Keeping::Device => ("notice notice-good", Text::ProposalKept),
        Keeping::Nowhere => ("notice notice-warn", Text::BannerNowhere),
        Keeping::Newer => ("notice notice-warn", Text::NoticeNewer),
    };
    view! {
        <div class=class>
            {icon::icon(icon::DEVICE)}
            <div class="notice-body">
                <h2 class="notice-title">{t(kept)}</h2>
                <p>{t(if editor { Text::ProposalKeptEditor } else { Text::ProposalKeptText })}</p>
                <p class="actions">{if editor { to_publishing() } else { to_sending() }}</p>
            </div>
        </div>
    }
    .into_any()
}

/// The ways to the association. Whoever publishes it themselves rarely needs them.
fn sending(app: App, choice: Choice) -> AnyView {
    if !app.is_editor() {
        return send::panel(app, choice);
    }
    // What is folded away packs nothing.
    let asked = RwSignal::new(false);
    view! {
        <details class="form-details" on:toggle=move |_| asked.set(true)>
            <summary>{t(Text::SendToEditor)}</summary>
            {move || asked.get().then(|| send::panel(app, choice))}
        </details>
    }
    .into_any()
}

fn to_publishing() -> AnyView {
    view! {
        <a class="button button-main" href=Page::Review.href()>{icon::icon(icon::SEND)}{t(Text::PublishTitle)}</a>
    }
    .into_any()
}

fn to_sending() -> AnyView {
    view! {
        <button type="button" class="button button-main" on:click=|_| document::focus_id(send::TITLE)>
            {icon::icon(icon::SEND)}
            {t(Text::SendTitle)}
        </button>
    }
    .into_any()
}

fn list(app: App, proposals: Memo<Vec<Proposal>>, choice: Choice, limit: usize) -> AnyView {
    let drawn = app.with_workspace(|workspace| {
        proposals.with(|proposals| {
            let drawn = proposals.iter().take(limit).enumerate();
            drawn
                .map(|(index, told)| proposal::proposal(app, workspace, index, told, choice))
                .collect::<Vec<_>>()
        })
    });
    // The page is drawn once the catalogue is there.
    let drawn = drawn.unwrap_or_default();
    (!drawn.is_empty())
        .then(|| view! { <ul class="panels">{drawn}</ul> })
        .into_any()
}

fn empty() -> AnyView {
    let elsewhere = use_app().is_unused().then(|| {
        view! { <p><a href=Page::Data.href()>{t(Text::LastingHadBackup)}</a></p> }
    });
    view! {
        <div class="empty">
            <h2>{t(Text::ProposalEmptyTitle)}</h2>
            <p>{t(Text::ProposalEmptyText)}</p>
            <p class="actions">
                <a class="button button-main" href=Page::Edit.href()>{icon::icon(icon::PLUS)}{t(Text::MenuAdd)}</a>
            </p>
            {elsewhere}
        </div>
    }
    .into_any()
}
