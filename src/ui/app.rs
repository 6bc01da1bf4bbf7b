//! The frame around every page, and which page an address shows.

use std::time::Duration;

use leptos::ev;
use leptos::prelude::*;

use super::address::{self, use_address};
use super::components::{banners, footer, masthead, notices, page};
use super::late;
use super::opened;
use super::pages;
use super::texts::{self, t};
use super::turns::{self, Turn};
use crate::browser::document;
use crate::domain::site::Accent;
use crate::i18n::Text;
use crate::route::Page;
use crate::state::{App, Store};

/// How long a catalogue is waited for behind the page's own sign of loading. One that takes longer is waited for inside
/// the frame, whose other pages can be used meanwhile.
const PATIENCE: Duration = Duration::from_millis(1500);

/// The whole application, on a storage that was opened for it.
pub fn application(store: Store) -> impl IntoView {
    opened::provide();
    let app = App::start(store);
    page::provide_visit();
    turns::provide();
    Effect::new(move |_| app.settings.apply());
    Effect::new(move |_| colour(app));
    follow(app);
    late::provide();
    address::provide();
    let begun = begun(app);
    move || {
        begun.get().then(|| {
            // A new language draws everything anew.
            texts::set_lang(app.settings.lang.get());
            turns::begin();
            frame()
        })
    }
}

/// Whether the frame is drawn: together with the first answer, so that nothing on the screen is pushed
/// away by the banners and the entries that come with it.
fn begun(app: App) -> Memo<bool> {
    let waited = RwSignal::new(false);
    set_timeout(move || waited.set(true), PATIENCE);
    Memo::new(move |begun: Option<&bool>| {
        let answered = || app.workspace.with(Option::is_some) || app.failure.with(Option::is_some);
        begun == Some(&true) || waited.get() || answered()
    })
}

/// The site's colour, unless texts could not be read in it.
fn colour(app: App) {
    let accent = app.with_workspace(|workspace| workspace.shown().site.accent.clone());
    document::set_accent(accent.flatten().filter(Accent::is_readable).as_ref());
}

/// What another tab saves is shown here too.
fn follow(app: App) {
    window_event_listener(ev::storage, move |event| app.heard(event.key().as_deref()));
    window_event_listener(ev::visibilitychange, move |_| {
        if document::is_hidden() {
            app.fell_asleep();
        } else {
            app.woke_up();
        }
    });
    // A page that the history kept hears nothing of what happened meanwhile, not even that it is seen.
    window_event_listener(ev::Custom::<ev::Event>::new("pagehide"), move |_| {
        app.fell_asleep();
    });
    window_event_listener(ev::Custom::<ev::Event>::new("pageshow"), move |_| {
        app.woke_up();
    });
}

/// Everything on the page.
fn frame() -> AnyView {
    let skip = |event: ev::MouseEvent| {
        // An address with a fragment would resolve against the base and leave the page.
        event.prevent_default();
        document::focus("#main");
    };
    let alone = !document::is_embedded();
    view! {
        <a class="skip" href="#main" on:click=skip>{t(Text::FrameSkip)}</a>
        {turns::at(Turn::Frame, if alone { Box::new(masthead::masthead) } else { Box::new(masthead::embedded) })}
        {turns::at(Turn::Banners, Box::new(banners::banners))}
        <main class="main" id="main" tabindex="-1">
            {turns::at(Turn::Page, Box::new(shown))}
        </main>
        {notices::notices()}
        {page::announcer()}
        {alone.then(|| turns::at(Turn::Below, Box::new(footer::footer)))}
    }
    .into_any()
}

/// The page that the address names.
fn shown() -> AnyView {
    let address = use_address();
    let wanted = Memo::new(move |_| {
        let page = address.page();
        // A page about one thing is another page when the thing is another.
        let about_one = matches!(
            page,
            Some(Page::Initiative | Page::Poster | Page::Edit | Page::Communique | Page::Compose)
        );
        let named = || address.query("id").or_else(|| address.query("n"));
        (page, about_one.then(named).flatten())
    });
    (move || {
        page::begin_visit();
        match wanted.get() {
            (Some(Page::Catalogue), _) => pages::catalogue::page(),
            (Some(page), about) => late::page(page, about),
            (None, _) => pages::unknown::page(),
        }
    })
    .into_any()
}
