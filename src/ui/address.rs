//! The address and the history.
//!
//! The router's location provider follows links, the back button and the history. What a router adds
//! to it, a tree of routes, this application does not need: [`Page`] tells the pages apart, and the
//! tree would be a tenth of the first visit's bytes.

use leptos::prelude::*;
use leptos_router::location::{BrowserUrl, LocationChange, LocationProvider, State, Url};

use crate::browser::document;
use crate::route::Page;

/// The address of the page that is shown. It is a handle: copies share everything.
#[derive(Clone, Copy)]
pub struct Address {
    url: RwSignal<Url>,
    /// The first segment below the base: the name of the page.
    pub segment: Memo<String>,
    provider: StoredValue<BrowserUrl>,
    /// What the list was last asked for, as the address says it.
    asked: RwSignal<String>,
}

/// How a new address enters the history.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// As a new step, shown from its top.
    Visit,
    /// As a new step, without moving the page.
    Add,
    /// In place of the present step, without moving the page.
    Replace,
}

/// Begins to follow links and the history, and provides the address. Called once.
///
/// # Panics
/// Never: a page has an address.
pub fn provide() {
    let provider = BrowserUrl::new().expect("a page has an address");
    let base = document::base_path();
    let inner = base.strip_suffix('/').unwrap_or(&base).to_owned();
    provider.init(Some(inner.into()));
    let url = RwSignal::from(provider.as_url().clone());
    let segment = Memo::new(move |_| {
        url.with(|url| {
            let path = url.path();
            path.strip_prefix(base.as_str())
                .unwrap_or(path)
                .trim_matches('/')
                .to_owned()
        })
    });
    // The provider asks before it writes a followed link into the history; no page makes it wait.
    let waiting = provider.clone();
    let asked = RwSignal::new(String::new());
    Effect::new(move |_| {
        url.with(|url| {
            if segment.with(String::is_empty) {
                asked.set(url.search().to_owned());
            }
        });
        waiting.ready_to_complete();
    });
    provide_context(Address {
        url,
        segment,
        provider: StoredValue::new(provider),
        asked,
    });
}

/// The address of the page that is shown.
///
/// # Panics
/// Outside the application, which provides it before anything is drawn.
pub fn use_address() -> Address {
    expect_context()
}

impl Address {
    /// The page that the address names, if it names one.
    pub fn page(self) -> Option<Page> {
        self.segment.with(|segment| Page::from_segment(segment))
    }

    /// The value of a name in the query.
    pub fn query(self, name: &str) -> Option<String> {
        self.url.with(|url| url.search_params().get(name))
    }

    /// The way back to the list as it was last seen, filtered and searched, relative to the base.
    pub fn list(self) -> String {
        self.asked.with_untracked(|asked| match asked.as_str() {
            "" => Page::Catalogue.href().to_owned(),
            asked => [Page::Catalogue.href(), "?", asked].concat(),
        })
    }

    /// Goes to an address of this application, relative to its base.
    pub fn go(self, relative: &str, step: Step) {
        if document::is_embedded() {
            // The address is the other site's to choose.
            return;
        }
        let path = [document::base_path().as_str(), relative.trim_start_matches("./")].concat();
        // An address that the browser cannot read leads nowhere; ours are made by `Page`.
        let Ok(url) = BrowserUrl::parse(&path) else { return };
        self.url.set(url);
        let change = LocationChange {
            value: path,
            replace: step == Step::Replace,
            scroll: step == Step::Visit,
            state: State::default(),
        };
        self.provider
            .with_value(|provider| provider.complete_navigation(&change));
    }
}
