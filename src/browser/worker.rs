//! The service worker, with which the application opens without a network and is renewed.
//!
//! What it does is said in `public/sw.js`. Browsers without one, private windows, pages that came without
//! encryption and the browsers inside of messengers have none, and everything else works there.

use js_sys::{Object, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Event, ServiceWorkerRegistration};
use web_sys::{EventTarget, RegistrationOptions, ServiceWorker, ServiceWorkerContainer};

use super::document::{document, property, window};

/// The script, beside the first page.
const SCRIPT: &str = "sw.js";

/// What `xtask` marks the root element with where the site is built without a worker.
const WITHOUT: &str = "data-without-worker";

/// Why there is no worker.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoWorker {
    /// The browser has none, or allows none here.
    Unsupported,
    /// The script did not arrive.
    Unreachable,
    /// The site was published without one.
    LeftOut,
}

/// What a worker says of itself when that changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Progress {
    /// A worker begins, or goes on towards being there.
    Underway,
    /// A worker serves the pages from now on.
    Activated,
    /// A worker is given up: it could not fetch everything, or a newer one has come.
    Dropped,
}

/// Which of a registration's workers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Which {
    /// The one that is being prepared.
    Installing,
    /// The one that waits until it may serve.
    Waiting,
    /// The one that serves.
    Active,
}

/// The worker of this application, in all of its versions.
#[derive(Debug, Clone)]
pub struct Registration(ServiceWorkerRegistration);

/// Makes the worker known to the browser, which fetches it past every copy that it has.
///
/// # Errors
/// [`NoWorker`].
pub async fn register() -> Result<Registration, NoWorker> {
    if document()
        .document_element()
        .is_some_and(|root| root.has_attribute(WITHOUT))
    {
        return Err(NoWorker::LeftOut);
    }
    let container = property(&window().navigator(), "serviceWorker").ok_or(NoWorker::Unsupported)?;
    let options = Object::new();
    Reflect::set(&options, &"updateViaCache".into(), &"none".into()).map_err(|_| NoWorker::Unsupported)?;
    let registering = container
        .unchecked_ref::<ServiceWorkerContainer>()
        .register_with_options(SCRIPT, options.unchecked_ref::<RegistrationOptions>());
    match JsFuture::from(registering).await {
        Ok(registration) => Ok(Registration(registration.unchecked_into())),
        // What else is refused is the file: it did not arrive, or is no script.
        Err(error) if text(&error, "name").as_deref() == Some("TypeError") => Err(NoWorker::Unreachable),
        Err(_) => Err(NoWorker::Unsupported),
    }
}

impl Registration {
    /// Whether there is such a worker now.
    #[must_use]
    pub fn has(&self, which: Which) -> bool {
        self.worker(which).is_some()
    }

    /// Tells a worker something, if it is there.
    pub fn tell(&self, which: Which, order: &str) {
        if let Some(worker) = self.worker(which) {
            // A text can always be told.
            let _told = worker.post_message(&order.into());
        }
    }

    /// Asks the host for a newer worker.
    pub fn look(&self) {
        // Without a network there is none, and the next look finds it.
        if let Ok(looking) = self.0.update() {
            wasm_bindgen_futures::spawn_local(async {
                let _found = JsFuture::from(looking).await;
            });
        }
    }

    /// Calls back whenever one of the workers gets further, from now on.
    pub fn follow(&self, told: impl Fn(&Self, Progress) + Copy + 'static) {
        for which in [Which::Installing, Which::Waiting] {
            self.follow_one(which, told);
        }
        let own = self.clone();
        listen(&self.0, "updatefound", move |_| {
            own.follow_one(Which::Installing, told);
            told(&own, Progress::Underway);
        });
    }

    fn follow_one(&self, which: Which, told: impl Fn(&Self, Progress) + Copy + 'static) {
        let Some(worker) = self.worker(which) else { return };
        let own = self.clone();
        listen(&worker, "statechange", move |event| {
            let state = event.target().and_then(|worker| text(&worker, "state"));
            let progress = match state.as_deref() {
                Some("activated") => Progress::Activated,
                Some("redundant") => Progress::Dropped,
                _ => Progress::Underway,
            };
            told(&own, progress);
        });
    }

    fn worker(&self, which: Which) -> Option<ServiceWorker> {
        let name = match which {
            Which::Installing => "installing",
            Which::Waiting => "waiting",
            Which::Active => "active",
        };
        property(&self.0, name).map(JsCast::unchecked_into)
    }
}

/// Whether the person asks pages to save data.
#[must_use]
pub fn saves_data() -> bool {
    let connection = property(&window().navigator(), "connection");
    let saves = connection.and_then(|connection| property(&connection, "saveData"));
    saves.and_then(|saves| saves.as_bool()).unwrap_or(false)
}

/// Listens for as long as the page lives.
fn listen(target: &EventTarget, name: &str, listener: impl FnMut(Event) + 'static) {
    let listener = Closure::<dyn FnMut(Event)>::new(listener).into_js_value();
    // Only an element that is being taken apart refuses.
    let _listens = target.add_event_listener_with_callback(name, listener.unchecked_ref());
}

fn text(object: &JsValue, name: &str) -> Option<String> {
    property(object, name).and_then(|value| value.as_string())
}
