//! « Je cherche de l'aide »: where one is, then which help; each leads to a list whose cards can be
//! called at once.

use leptos::prelude::*;

use crate::domain::search::{Filter, Sort, StatusFilter};
use crate::i18n::Text;
use crate::route::{Page, listing};
use crate::state::{App, use_app};
use crate::ui::address::{Step, use_address};
use crate::ui::components::emergency::numbers;
use crate::ui::components::near_me::near_me;
use crate::ui::components::search_box::search_box;
use crate::ui::components::{contacts, icon, loaded, page as arrival, theme};
use crate::ui::pages::request;
use crate::ui::texts::{lang, t};
use crate::workspace::Workspace;

/// Looking for help.
pub fn page() -> AnyView {
    loaded::loaded(t(Text::WaysSeek), || {
        let app = use_app();
        view! {
            <header class="page-head narrow">
                {arrival::heading(t(Text::WaysSeek))}
                <p class="soft">{t(Text::SeekLine)}</p>
            </header>
            <div class="narrow stack">
                {move || app.with_workspace(emergency)}
                <section class="stack" aria-labelledby="seek-what">
                    <h2 id="seek-what">{t(Text::SeekWhat)}</h2>
                    {move || app.with_workspace(|workspace| themes(app, workspace))}
                    <p class="actions">
                        <a class="button" href=move || listing::href_on(Page::Map, &running(app))>
                            {icon::icon(icon::MAP)}
                            {t(Text::CatalogueMap)}
                        </a>
                    </p>
                    {search(app)}
                </section>
                {near_me()}
                {move || app.with_workspace(otherwise)}
            </div>
        }
        .into_any()
    })
}

/// Who helps at once, before anything else; nothing where the site names nobody.
fn emergency(workspace: &Workspace) -> Option<AnyView> {
    let site = &workspace.shown().site;
    (!site.emergency.is_empty()).then(|| {
        view! {
            <section class="stack" aria-labelledby="seek-emergency">
                <h2 id="seek-emergency">{t(Text::EmergencyTitle)}</h2>
                {numbers(site)}
            </section>
        }
        .into_any()
    })
}

/// What still runs, the nearest first where that can be told.
fn running(app: App) -> Filter {
    Filter {
        status: StatusFilter::Running,
        sort: if app.is_located() {
            Sort::Nearest
        } else {
            Sort::Relevance
        },
        ..Filter::default()
    }
}

/// The themes that have something to offer, each a link to it, and all of them.
fn themes(app: App, workspace: &Workspace) -> AnyView {
    let running = running(app);
    let found = app.select_shown(&running).unwrap_or_default();
    let shown = workspace.shown();
    let theme = shown.themes.iter().enumerate().filter_map(|(place, theme)| {
        let (_, how_many) = found.themes.iter().find(|(id, _)| *id == theme.id)?;
        let filter = Filter {
            theme: Some(theme.id.clone()),
            ..running.clone()
        };
        let class = ["way-kind ", theme::class(Some(place))].concat();
        Some(view! {
            <li>
                <a class=class href=listing::href(&filter)>
                    {theme::mark(Some(place))}
                    <span>{theme.name(lang().code()).to_owned()}</span>
                    <span class="theme-count">{how_many.to_string()}</span>
                </a>
            </li>
        })
    });
    view! {
        <ul class="way-kinds">
            {theme.collect_view()}
            <li>
                <a class="way-kind" href=listing::href(&running)>
                    <span>{t(Text::SeekAll)}</span>
                    <span class="theme-count">{found.positions.len().to_string()}</span>
                </a>
            </li>
        </ul>
    }
    .into_any()
}

/// A word for what none of the themes says.
fn search(app: App) -> AnyView {
    let address = use_address();
    let typed = RwSignal::new(String::new());
    let go = move || {
        let filter = Filter {
            text: typed.get_untracked(),
            ..untrack(|| running(app))
        };
        address.go(&listing::href(&filter), Step::Add);
    };
    let button = view! {
        <p class="actions"><button class="button" type="submit">{t(Text::SeekGo)}</button></p>
    };
    search_box("seek-q", Text::SeekSearch, typed, None, go, button.into_any())
}

/// Who else can be asked: the association, by a request, or by the ways that the site's publisher gives.
fn otherwise(workspace: &Workspace) -> AnyView {
    let reached = contacts::of_publisher(&workspace.shown().site.publisher);
    // What a number or an address fails to be is shown, and leads nowhere.
    let is_reachable = reached.iter().any(|contact| contact.means.link().is_some());
    view! {
        <section class="stack" aria-labelledby="seek-else">
            <h2 id="seek-else">{t(Text::SeekElse)}</h2>
            <p>{t(if is_reachable { Text::SeekElseText } else { Text::SeekElseNobody })}</p>
            <p class="actions">
                <a class="button" href=request::href(false)>{icon::icon(icon::SEND)}{t(Text::RequestTitle)}</a>
            </p>
            {contacts::strips(&reached, true, "strips sheet-strips")}
        </section>
    }
    .into_any()
}
