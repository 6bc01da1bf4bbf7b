//! The pages that arrive in WebAssembly modules of their own, after the first one.
//!
//! A citizen's first visit is a list; it does not pay for the form, the import, the press releases and
//! the merging of changes. `xtask` splits whatever only split points reach into a module of its own,
//! which is fetched as soon as the first page is quiet, so that going on without a network works. What
//! only an editor needs is a third module: fetched after the second in editor mode, and else where a
//! page of it is opened.

use std::cell::Cell;
use std::future::Future;
use std::pin::Pin;
use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::wasm_split::{SplitLoaderError, wasm_split};

use super::components::{card, edition, emergency, icon, more, page as arrival, reminders};
use super::pages;
use super::texts::t;
use crate::browser::{clock, document, panic, style};
use crate::domain::id::Id;
use crate::i18n::{self, Text};
use crate::route::Page;
use crate::state::{App, use_app};

/// How long after the start the second module is fetched: after the catalogue and its first drawing.
const FETCH_AFTER: Duration = Duration::from_millis(1500);

/// Draws a late page, about one thing where the address names one.
type Draw = fn(Page, Option<&str>) -> AnyView;

/// Ends once the style sheet of the late pages is there, or cannot be had, which it tells.
type Dressing = Pin<Box<dyn Future<Output = bool>>>;

/// Whether a module is there, with what draws its pages.
#[derive(Clone, Copy)]
enum Module {
    Awaited,
    Here(Draw),
    Missing,
}

#[derive(Clone, Copy)]
struct LatePages {
    late: RwSignal<Module>,
    editor: RwSignal<Module>,
    app: App,
}

/// What only this function and the smaller ones of its name reach makes up the second module.
#[allow(
    clippy::unnecessary_wraps,
    reason = "the macro turns the result into that of fetching the module, which can fail"
)]
#[wasm_split(late, wasm_split_path = leptos::wasm_split, fallible)]
fn late_pages(app: App) -> Result<(Draw, Dressing), SplitLoaderError> {
    // Every late page asks for the module; what it begins is begun once.
    if !BEGUN.replace(true) {
        i18n::install_late();
        app.join_pages();
        app.tell_distances();
        spawn_local(begin_late(app));
    }
    Ok((draw, Box::pin(style::bring())))
}

thread_local! {
    /// Whether the second module has begun what it does beside its pages.
    static BEGUN: Cell<bool> = const { Cell::new(false) };
}

/// Begins what the second module does beside its pages, one thing after another: a slow phone answers to the
/// person between them.
async fn begin_late(app: App) {
    clock::breathe().await;
    more::begin();
    app.edition.reminders.set(Some(reminders::reminders));
    if !document::is_embedded() {
        clock::breathe().await;
        app.begin_when_shown(edition::follow);
        clock::breathe().await;
        app.prepare_offline();
    }
}

fn draw(page: Page, about: Option<&str>) -> AnyView {
    match page {
        Page::Seek => pages::seek::page(),
        Page::Needs => pages::needs::page(),
        Page::Map => pages::map::page(),
        Page::Request => pages::request::page(),
        Page::Figures => pages::figures::page(),
        Page::Initiative => pages::initiative::page(about.and_then(Id::parse)),
        Page::Poster => pages::poster::page(about),
        Page::Edit => pages::edit::page(about),
        Page::Proposals => pages::proposals::page(),
        Page::Data => pages::data::page(),
        Page::Communiques => pages::communiques::page(),
        Page::Communique => pages::communique::page(),
        Page::Settings => pages::settings::page(),
        Page::About => pages::about::page(),
        Page::Legal => pages::legal::page(),
        _ => pages::unknown::page(),
    }
}

/// What only this function reaches makes up the editor's module.
#[allow(
    clippy::unnecessary_wraps,
    reason = "the macro turns the result into that of fetching the module, which can fail"
)]
#[wasm_split(editor, wasm_split_path = leptos::wasm_split, fallible)]
fn editor_pages() -> Result<Draw, SplitLoaderError> {
    Ok(draw_editor)
}

fn draw_editor(page: Page, about: Option<&str>) -> AnyView {
    match page {
        Page::Compose => pages::compose::page(about),
        Page::Import => pages::importer::page(),
        Page::Check => pages::check::page(),
        Page::Settings => pages::site::sections(),
        // In the place of a catalogue that nobody has begun.
        Page::Catalogue => pages::site::start::page(),
        _ => pages::review::page(),
    }
}

/// Whether a page comes in the editor's module.
const fn is_editor(page: Page) -> bool {
    matches!(page, Page::Review | Page::Compose | Page::Import | Page::Check)
}

/// Provides the late pages and fetches their modules once the first page is quiet.
pub fn provide() {
    let late = LatePages {
        late: RwSignal::new(Module::Awaited),
        editor: RwSignal::new(Module::Awaited),
        app: use_app(),
    };
    provide_context(late);
    // What is followed in another site's page opens outside of it, where the modules are.
    if !document::is_embedded() {
        set_timeout(
            move || late.bring(late.app.settings.editor.get_untracked()),
            FETCH_AFTER,
        );
    }
}

impl LatePages {
    /// Fetches what a page waits for, which says so meanwhile.
    fn fetch(self, editor: bool) {
        begin(self.late);
        if editor {
            begin(self.editor);
        }
        self.bring(editor);
    }

    /// Fetches the second module, and the editor's where it is needed, unless they are there. A fetch
    /// that is under way is joined. A page that has said what is missing goes on saying it until it comes.
    fn bring(self, editor: bool) {
        spawn_local(async move {
            let came = match late_pages(self.app).await {
                Ok((draw, dressing)) => dressing.await.then_some(draw),
                Err(_) => None,
            };
            end(self.late, came);
            // The editor's pages have their texts in the second module.
            if editor && matches!(self.late.get_untracked(), Module::Here(_)) {
                end(self.editor, editor_pages().await.ok());
            }
        });
    }
}

fn begin(module: RwSignal<Module>) {
    if !matches!(module.get_untracked(), Module::Here(_)) {
        module.set(Module::Awaited);
    }
}

/// Notes what came of a fetch. A module that is there already stays, and what is missing already is not
/// said again. A page that names what the host has replaced is loaded once more.
fn end(module: RwSignal<Module>, came: Option<Draw>) {
    match (module.get_untracked(), came) {
        (Module::Here(_), _) | (Module::Missing, None) => {}
        (_, Some(came)) => module.set(Module::Here(came)),
        (Module::Awaited, None) => {
            module.set(Module::Missing);
            // The host may have replaced what this page names.
            panic::tell_rescue("solidaireRenew", "");
        }
    }
}

/// A late page: a quiet sign of it until its module is there, and where that cannot be had, what
/// happened and what to do.
pub fn page(page: Page, about: Option<String>) -> AnyView {
    drawn(page, about, is_editor(page))
}

/// The part of a page that comes in the editor's module, as [`page`].
pub fn part(page: Page) -> AnyView {
    drawn(page, None, true)
}

fn drawn(page: Page, about: Option<String>, editor: bool) -> AnyView {
    let modules = expect_context::<LatePages>();
    modules.fetch(editor);
    let drawing = move || match modules.late.get() {
        Module::Here(_) if editor => modules.editor.get(),
        late => late,
    };
    (move || match drawing() {
        Module::Here(draw) => draw(page, about.as_deref()),
        Module::Awaited => waiting(page, about.as_deref()),
        Module::Missing => missing(modules, editor),
    })
    .into_any()
}

/// What stands in the place of a page until its module is there: a quiet sign of it, and what the first module
/// knows already. On a slow network it is the number to call that somebody waits for.
fn waiting(page: Page, about: Option<&str>) -> AnyView {
    let app = use_app();
    let asked = about.filter(|_| page == Page::Initiative).and_then(Id::parse);
    let known = move || {
        app.with_workspace(|workspace| {
            if matches!(page, Page::Seek | Page::Request) {
                return Some(emergency::folded(&workspace.shown().site).into_any());
            }
            let initiative = workspace.shown().initiative(asked.as_ref()?)?;
            Some(card::card(workspace, initiative, app.today, None))
        })
    };
    view! {
        <p role="status">{t(Text::LateWait)}</p>
        <div class="narrow">{known}</div>
    }
    .into_any()
}

fn missing(modules: LatePages, editor: bool) -> AnyView {
    view! {
        <header class="page-head">{arrival::heading(t(Text::LateMissingTitle))}</header>
        <div class="notice notice-bad" role="alert">
            {icon::icon(icon::ALERT)}
            <div class="notice-body">
                <p>{t(Text::FailedOffline)} " " {t(Text::FailedOfflineAdvice)}</p>
                <p>{t(Text::FailedKept)}</p>
                <p class="actions">
                    <button type="button" class="button button-main" on:click=move |_| modules.fetch(editor)>
                        {icon::icon(icon::UNDO)}
                        {t(Text::FailedRetry)}
                    </button>
                </p>
            </div>
        </div>
    }
    .into_any()
}
