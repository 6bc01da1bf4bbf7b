//! The frame around every page, and which page an address shows.

use leptos::ev;
use leptos::prelude::*;
use leptos_router::components::{FlatRoutes, Route, Router};
use leptos_router::hooks::use_location;
use leptos_router::path;

use super::components::{banners, footer, masthead, notices, page};
use super::late;
use super::pages;
use super::texts::{self, t};
use crate::browser::document;
use crate::i18n::Text;
use crate::route::Page;
use crate::state::App;

/// The element that stands in the page until the application does.
const LOADING: &str = "app-loading";

/// The whole application.
#[component]
pub fn Application() -> impl IntoView {
    let app = App::start();
    page::provide_visit();
    Effect::new(move |_| app.settings.apply());
    // Another tab has written: what it saved is shown here too.
    window_event_listener(ev::storage, move |_| app.reload_changes());
    document::remove(LOADING);
    late::provide();
    let base = document::base_path();
    let base = base.strip_suffix('/').unwrap_or(&base).to_owned();
    view! {
        <Router base=base>
            {move || {
                // A new language draws everything anew.
                texts::set_lang(app.settings.lang.get());
                view! { <Frame /> }.into_any()
            }}
        </Router>
    }
}

/// Everything on the page.
#[component]
fn Frame() -> impl IntoView {
    let skip = |event: ev::MouseEvent| {
        // An address with a fragment would resolve against the base and leave the page.
        event.prevent_default();
        document::focus("#main");
    };
    view! {
        <a class="skip" href="#main" on:click=skip>{t(Text::FrameSkip)}</a>
        {masthead::masthead()}
        {banners::banners()}
        <main class="main" id="main" tabindex="-1">
            <FlatRoutes fallback=|| ()>
                <Route path=path!("/*page") view=Shown />
            </FlatRoutes>
        </main>
        {notices::notices()}
        {page::announcer()}
        {footer::footer()}
    }
}

/// The page that the address names. One route catches all, and [`Page`] tells them apart: the table
/// of addresses stands in one place, and a new page costs no code of the router's.
#[component]
fn Shown() -> impl IntoView {
    let location = use_location();
    let base = document::base_path();
    let address = Memo::new(move |_| {
        let segment = location.pathname.with(|path| {
            let rest = path.strip_prefix(base.as_str()).unwrap_or(path).trim_matches('/');
            rest.to_owned()
        });
        let page = Page::from_segment(&segment);
        // A page about one thing is another page when the thing is another.
        let about_one = matches!(page, Some(Page::Initiative | Page::Edit | Page::Communique));
        let id = location.query.with(|query| {
            let named = query.get("id").or_else(|| query.get("n"));
            named.filter(|_| about_one)
        });
        (page, id)
    });
    move || {
        page::begin_visit();
        let (page, id) = address.get();
        match page {
            Some(Page::Catalogue) => pages::catalogue::page(),
            Some(page) => late::page(page, id),
            None => pages::unknown::page(),
        }
    }
}
