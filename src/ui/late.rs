//! The pages that arrive in a second WebAssembly module, after the first one.
//!
//! A citizen's first visit is a list; it does not pay for the form, the import, the press releases and
//! the merging of changes. `xtask` splits whatever only split points reach into a module of its own,
//! which is fetched as soon as the first page is quiet, so that going on without a network works.

use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::wasm_split::{SplitLoaderError, wasm_split};

use super::components::{edition, icon, page as arrival, reminders};
use super::pages;
use super::texts::t;
use crate::domain::id::Id;
use crate::i18n::{self, Text};
use crate::route::Page;
use crate::state::{App, use_app};

/// How long after the start the second module is fetched: after the catalogue and its first drawing.
const FETCH_AFTER: Duration = Duration::from_millis(1500);

/// Draws a late page, about one thing where the address names one.
type Draw = fn(Page, Option<&str>) -> AnyView;

/// What the second module draws.
#[derive(Clone, Copy)]
struct Late {
    page: Draw,
    reminders: fn() -> AnyView,
}

/// Whether the second module is there.
#[derive(Clone, Copy)]
enum Module {
    Awaited,
    Here(Late),
    Missing,
}

#[derive(Clone, Copy)]
struct LatePages {
    module: RwSignal<Module>,
    app: App,
}

/// The one split point: what only this function reaches makes up the second module.
#[allow(
    clippy::unnecessary_wraps,
    reason = "the macro turns the result into that of fetching the module, which can fail"
)]
#[wasm_split(late, wasm_split_path = leptos::wasm_split, fallible)]
fn late_pages(app: App) -> Result<Late, SplitLoaderError> {
    i18n::install_late();
    app.begin_when_shown(edition::follow);
    Ok(Late {
        page: draw,
        reminders: reminders::reminders,
    })
}

fn draw(page: Page, about: Option<&str>) -> AnyView {
    match page {
        Page::Initiative => pages::initiative::page(about.and_then(Id::parse)),
        Page::Edit => pages::edit::page(about),
        Page::Proposals => pages::proposals::page(),
        Page::Review => pages::review::page(),
        Page::Data => pages::data::page(),
        Page::Communiques => pages::communiques::page(),
        Page::Communique => pages::communique::page(),
        Page::Compose => pages::compose::page(about),
        Page::Settings => pages::settings::page(),
        Page::About => pages::about::page(),
        _ => pages::unknown::page(),
    }
}

/// Provides the late pages and fetches their module once the first page is quiet.
pub fn provide() {
    let late = LatePages {
        module: RwSignal::new(Module::Awaited),
        app: use_app(),
    };
    provide_context(late);
    set_timeout(move || late.fetch(), FETCH_AFTER);
}

impl LatePages {
    /// Fetches the module, unless it is there. A fetch that is under way is joined.
    fn fetch(self) {
        if matches!(self.module.get_untracked(), Module::Here(_)) {
            return;
        }
        self.module.set(Module::Awaited);
        spawn_local(async move {
            let module = late_pages(self.app).await.map_or(Module::Missing, Module::Here);
            if !matches!(self.module.get_untracked(), Module::Here(_)) {
                self.module.set(module);
            }
        });
    }
}

/// A late page: a quiet sign of it until its module is there, and where that cannot be had, what
/// happened and what to do.
pub fn page(page: Page, about: Option<String>) -> AnyView {
    let late = expect_context::<LatePages>();
    late.fetch();
    (move || match late.module.get() {
        Module::Here(late) => (late.page)(page, about.as_deref()),
        Module::Awaited => view! { <p role="status">{t(Text::LateWait)}</p> }.into_any(),
        Module::Missing => missing(late),
    })
    .into_any()
}

/// The banners of those who have changed something: nothing until the module is there.
pub fn reminders() -> AnyView {
    let late = expect_context::<LatePages>();
    (move || match late.module.get() {
        Module::Here(late) => (late.reminders)(),
        Module::Awaited | Module::Missing => ().into_any(),
    })
    .into_any()
}

fn missing(late: LatePages) -> AnyView {
    view! {
        <header class="page-head">{arrival::heading(t(Text::LateMissingTitle))}</header>
        <div class="notice notice-bad" role="alert">
            {icon::icon(icon::ALERT)}
            <div class="notice-body">
                <p>{t(Text::FailedOffline)} " " {t(Text::FailedOfflineAdvice)}</p>
                <p>{t(Text::FailedKept)}</p>
                <p class="actions">
                    <button type="button" class="button button-main" on:click=move |_| late.fetch()>
                        {icon::icon(icon::UNDO)}
                        {t(Text::FailedRetry)}
                    </button>
                </p>
            </div>
        </div>
    }
    .into_any()
}
