//! Opening without a network, and being renewed: what the service worker is told, and what it tells.
//!
//! All of it belongs to the second module, which comes once the first page is quiet.
//!
//! Invariants:
//! - A newer version takes over when a person has agreed, or when no page of this one is open.
//! - A page whose version was replaced from another tab writes nothing any more, and says so.

use std::cell::RefCell;
use std::rc::Rc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::{App, Keeping};
use crate::browser::document;
use crate::browser::worker::{self, NoWorker, Progress, Registration, Which};

/// Whether the application opens without a network.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Readiness {
    /// Nobody knows yet.
    Unknown,
    /// It is being prepared.
    Preparing,
    /// It opens.
    Ready,
    /// The preparation did not come to its end; another visit goes on with it.
    Interrupted,
    /// It does not, and this is why.
    Impossible(NoWorker),
}

/// Whether there is a newer version of the application.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Renewal {
    /// None is known.
    None,
    /// One is here and waits.
    Waiting,
    /// The person has agreed to it.
    Agreed,
    /// One has taken over, from another tab.
    Replaced,
}

/// What a page knows of the service worker.
#[derive(Clone)]
pub struct Offline {
    /// Whether the application opens without a network.
    pub readiness: ArcRwSignal<Readiness>,
    /// Whether there is a newer version.
    pub renewal: ArcRwSignal<Renewal>,
    registration: Rc<RefCell<Option<Registration>>>,
}

thread_local! {
    /// Of the page as a whole, and not of the context: the first module would have to bring it.
    static OFFLINE: Offline = Offline {
        readiness: ArcRwSignal::new(Readiness::Unknown),
        renewal: ArcRwSignal::new(Renewal::None),
        registration: Rc::default(),
    };
}

impl App {
    /// What the page knows of the service worker.
    #[must_use]
    pub fn offline(self) -> Offline {
        OFFLINE.with(Offline::clone)
    }

    /// Begins to prepare for opening without a network, and to follow newer versions. Called once.
    pub fn prepare_offline(self) {
        let offline = self.offline();
        spawn_local(async move {
            match worker::register().await {
                Ok(registration) => {
                    registration
                        .follow(move |registration, progress| self.worker_went_on(registration, progress));
                    self.take_stock(&registration);
                    offline.registration.replace(Some(registration));
                    self.keep_for_later();
                }
                Err(NoWorker::Unreachable) => offline.readiness.set(Readiness::Interrupted),
                Err(reason) => offline.readiness.set(Readiness::Impossible(reason)),
            }
        });
    }

    /// Asks the host whether there is a newer version.
    pub fn look_for_renewal(self) {
        if let Some(registration) = self.offline().registration.borrow().as_ref() {
            registration.look();
        }
    }

    /// The person agrees to the newer version: it takes over, and the page is loaded anew.
    pub fn renew(self) {
        let offline = self.offline();
        let registration = offline.registration.borrow();
        let waiting = registration.as_ref().filter(|one| one.has(Which::Waiting));
        if let Some(registration) = waiting {
            offline.renewal.set(Renewal::Agreed);
            registration.tell(Which::Waiting, "take");
        } else {
            // It has taken over already, or was given up for another.
            document::reload();
        }
    }

    fn worker_went_on(self, registration: &Registration, progress: Progress) {
        self.take_stock(registration);
        match (progress, self.offline().renewal.get_untracked()) {
            (Progress::Activated, Renewal::Agreed) => document::reload(),
            (Progress::Activated, Renewal::Waiting) => {
                self.with_store(super::Store::retire);
                self.keeping.set(Keeping::Newer);
                self.offline().renewal.set(Renewal::Replaced);
            }
            (Progress::Activated, Renewal::None) => self.keep_for_later(),
            // A still newer one has come in its place.
            (Progress::Dropped, Renewal::Agreed) => self.renew(),
            _ => {}
        }
    }

    /// Notes which workers there are.
    fn take_stock(self, registration: &Registration) {
        let [installing, waiting, active] =
            [Which::Installing, Which::Waiting, Which::Active].map(|which| registration.has(which));
        let readiness = if active {
            Readiness::Ready
        } else if installing || waiting {
            Readiness::Preparing
        } else {
            Readiness::Interrupted
        };
        self.offline().readiness.set(readiness);
        if active && waiting && self.offline().renewal.get_untracked() == Renewal::None {
            self.offline().renewal.set(Renewal::Waiting);
        }
    }

    /// What the page may need later is kept too, unless the person saves data. Nothing before the worker
    /// is there and a catalogue is shown, whose department names a file: whichever comes last calls this.
    pub fn keep_for_later(self) {
        let offline = self.offline();
        let registration = offline.registration.borrow();
        let shows_none = self.workspace.with_untracked(Option::is_none);
        let Some(registration) = registration.as_ref().filter(|_| !shows_none) else {
            return;
        };
        registration.tell(Which::Active, "tidy");
        if !worker::saves_data() {
            // A site of no department names no file, and all others are kept. The guide is an editor's.
            let gazetteer = self.gazetteer_address().unwrap_or_default();
            let guide = if self.settings.editor.get_untracked() {
                " guide"
            } else {
                ""
            };
            let order = ["keep ", &gazetteer, guide].concat();
            registration.tell(Which::Active, &order);
        }
    }
}
