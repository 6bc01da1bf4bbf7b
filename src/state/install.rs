//! When a person is offered to put the application on the home screen: once, when they come back or
//! have something here.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::{App, Keeping};
use crate::browser::install::{self, Way};
use crate::storage::key::Key;
use crate::storage::port::Storage;

thread_local! {
    /// Of the page as a whole, and not of the context: the first module would have to bring it.
    static MOMENT: Moment = Moment {
        way: ArcRwSignal::new(None),
        comes_back: ArcRwSignal::new(false),
    };
}

#[derive(Clone)]
struct Moment {
    way: ArcRwSignal<Option<Way>>,
    /// Whether the person was here on another day.
    comes_back: ArcRwSignal<bool>,
}

fn moment() -> Moment {
    MOMENT.with(Moment::clone)
}

/// The person was here on another day.
pub(super) fn note_return() {
    moment().comes_back.set(true);
}

impl App {
    /// Notes that the browser may have begun or ceased to offer an installation.
    pub fn learn_way_to_install(self) {
        moment().way.set(install::way());
    }

    /// How the application gets onto the home screen here, if it can.
    #[must_use]
    pub fn way_to_install(self) -> Option<Way> {
        moment().way.get()
    }

    /// Whether this is the moment to offer it.
    #[must_use]
    pub fn is_moment_to_install(self) -> bool {
        self.workspace.track();
        let Moment { way, comes_back } = moment();
        let wanted = comes_back.get() || !self.is_unused();
        // A storage that refuses would let it be offered again and again.
        let offered = self
            .with_store(|store| store.read(&Key::InstallOffered))
            .is_ok_and(|note| note.is_some());
        way.get().is_some() && wanted && !offered && self.keeping.get() == Keeping::Device
    }

    /// Notes that it was offered, and tells whether that could be noted: only then may it be.
    #[must_use]
    pub fn note_install_offer(self) -> bool {
        self.with_store(|store| store.write(&Key::InstallOffered, &self.today.to_string()).is_ok())
    }

    /// Lets the browser ask the person.
    pub fn install(self) {
        spawn_local(async move {
            // Whatever they answer, the browser asks no more in this page.
            let _agreed = install::ask().await;
            self.learn_way_to_install();
        });
    }
}
