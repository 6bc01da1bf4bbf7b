//! What a person has changed on this device, and what it has become.

mod conflict;
mod proposal;
pub(super) mod words;

use leptos::prelude::*;

use crate::i18n::{Plural, Text};
use crate::route::Page;
use crate::state::{App, Keeping, use_app};
use crate::ui::components::notices::not_kept;
use crate::ui::components::{hidden, icon, loaded, page as arrival, saving};
use crate::ui::texts::{count, t};

/// How many proposals are drawn at first and at each « Afficher plus »: an import may bring
/// thousands.
const PAGE: usize = 20;

/// The page.
pub fn page() -> AnyView {
    loaded::loaded(t(Text::MenuProposals), || {
        let app = use_app();
        let limit = RwSignal::new(PAGE);
        let targets = Memo::new(move |_| {
            app.with_workspace(|workspace| workspace.pending_targets().len())
                .unwrap_or(0)
        });
        let how_many = move || match targets.get() {
            0 => t(Text::ProposalNone).to_owned(),
            n => count(Plural::ProposalCount, n),
        };
        view! {
            <header class="page-head narrow">
                {arrival::heading(t(Text::MenuProposals))}
                <p class="soft">{t(Text::ProposalIntro)}</p>
            </header>
            <div class="narrow stack">
                {conflict::conflicts()}
                {move || (targets.get() > 0).then(|| unsent(app))}
                <p role="status" class="found-count">{how_many}</p>
                {move || proposals(app, limit.get())}
                {move || (targets.get() > limit.get()).then(|| more(limit))}
                {move || (targets.get() == 0).then(empty)}
                {hidden::hidden()}
            </div>
        }
        .into_any()
    })
}

fn unsent(app: App) -> AnyView {
    let export = move |_| match app.contribution() {
        Ok(Some(text)) => saving::json(app, "propositions", &text),
        Ok(None) => app.notices.bad(t(Text::ProposalNothingToSend)),
        Err(error) => app.notices.bad(not_kept(error)),
    };
    let (class, kept) = match app.keeping.get() {
        Keeping::Device => ("notice notice-good", Text::ProposalKept),
        Keeping::Nowhere => ("notice notice-warn", Text::BannerNowhere),
        Keeping::Newer => ("notice notice-warn", Text::NoticeNewer),
    };
    view! {
        <div class=class>
            {icon::icon(icon::DEVICE)}
            <div class="notice-body">
                <h2 class="notice-title">{t(kept)}</h2>
                <p>{t(Text::ProposalKeptText)}</p>
                <p class="actions">
                    <button type="button" class="button button-main" on:click=export>
                        {icon::icon(icon::DOWNLOAD)}
                        {t(Text::DataExport)}
                    </button>
                </p>
            </div>
        </div>
    }
    .into_any()
}

fn proposals(app: App, limit: usize) -> AnyView {
    let drawn = app.with_workspace(|workspace| {
        let targets = workspace.pending_targets().into_iter().take(limit);
        let drawn = targets.enumerate();
        drawn
            .map(|(index, (target, at))| proposal::proposal(app, workspace, index, target, at))
            .collect::<Vec<_>>()
    });
    let drawn = drawn.unwrap_or_default();
    (!drawn.is_empty())
        .then(|| view! { <ul class="panels">{drawn}</ul> })
        .into_any()
}

fn more(limit: RwSignal<usize>) -> AnyView {
    view! {
        <button type="button" class="button button-wide" on:click=move |_| limit.update(|limit| *limit += PAGE)>
            {t(Text::CatalogueMore)}
        </button>
    }
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
