//! Following the other tabs of this application: what they keep is shown here too.
//!
//! Invariants:
//! - Reading again writes nothing. What has nothing left to say is swept at a start, whose edition is
//!   the latest that the device has, and by a person's own save, of what that save replaces; a tab that
//!   sleeps on an older edition would take for published what another one has just written.
//! - A burst of writes, as an import makes, is read once.
//! - A page that slept, in the background or in the history, reads again before its person can act.
//! - Only a page that is alone sweeps what nobody finished: see [`journal`].

use std::time::Duration;

use leptos::ev;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::{App, Keeping, Store};
use crate::browser::alone;
use crate::storage::key::Key;
use crate::storage::layout::{self, Layout};
use crate::storage::port::Denied;
use crate::storage::{journal, whole};

/// How long further writes are waited for before all are read.
const BURST: Duration = Duration::from_millis(120);

/// What a page remembers of the storage.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Followed {
    /// Whether a reading is about to come.
    awaited: bool,
    /// Whether the page is hidden.
    asleep: bool,
    /// What stood in the storage when it was hidden, if the browser told.
    slept_on: Option<u128>,
    /// Whether it has joined the other pages.
    joined: bool,
}

impl App {
    /// Another tab has written under a key, or has emptied everything.
    pub fn heard(self, key: Option<&str>) {
        if let Some(name) = key {
            let own = self.own_key(name);
            if own.as_ref().is_some_and(Key::is_draft) {
                self.drafted.notify();
            }
            // Other applications of the origin write too.
            if own.is_none_or(|key| key.is_of_one_tab()) {
                return;
            }
        }
        if self.followed.with_value(|followed| followed.awaited) {
            return;
        }
        self.followed.update_value(|followed| followed.awaited = true);
        set_timeout(
            move || {
                self.followed.update_value(|followed| followed.awaited = false);
                self.reload_changes();
            },
            BURST,
        );
    }

    /// The page is hidden: it may hear nothing from now on.
    pub fn fell_asleep(self) {
        if self.followed.with_value(|followed| followed.asleep) {
            return;
        }
        let slept_on = self.fingerprint();
        self.followed.update_value(|followed| {
            followed.asleep = true;
            followed.slept_on = slept_on;
        });
    }

    /// The page is seen again: it reads what was written meanwhile, before its person can act.
    pub fn woke_up(self) {
        let Followed { asleep, slept_on, .. } = self.followed.get_value();
        if !asleep {
            return;
        }
        self.followed.update_value(|followed| followed.asleep = false);
        let print = self.fingerprint();
        if print.is_none() || print != slept_on {
            self.reload_changes();
        }
    }

    /// Joins the pages of this application: sweeps what nobody finished if there is no other one, and
    /// from then on is one that others find. Comes before this page's first write of several keys.
    pub fn join_pages(self) {
        let name = self.with_store(|store| match store {
            Store::Device(local) => Some([local.inner().prefix(), "pages"].concat()),
            Store::Page(_) => None,
        });
        let Some(name) = name.filter(|_| !self.followed.with_value(|followed| followed.joined)) else {
            return;
        };
        self.followed.update_value(|followed| followed.joined = true);
        alone::if_alone(&name, move || {
            // What cannot be swept now is unseen where it stands.
            let _swept = self.with_store(|store| journal::sweep(store));
        });
        alone::share(&name);
        window_event_listener(ev::Custom::<ev::Event>::new("pagehide"), |_| alone::let_go());
        window_event_listener(ev::Custom::<ev::Event>::new("pageshow"), move |_| {
            alone::share(&name);
        });
    }

    /// The key of this application that a key of the origin is, if it is one.
    fn own_key(self, name: &str) -> Option<Key> {
        self.with_store(|store| {
            let Store::Device(local) = store else { return None };
            name.strip_prefix(local.inner().prefix()).map(Key::of)
        })
    }

    fn fingerprint(self) -> Option<u128> {
        // A browser that refuses is asked for everything afterwards, whose refusal is told.
        self.with_store(|store| whole::fingerprint(store).ok())
    }

    /// Reads again what is hidden on this device, and whether this version may still write.
    pub(super) fn reload_hidden(self) {
        match self.with_store(|store| Ok::<_, Denied>((super::load::hidden(store)?, layout::layout(store)?)))
        {
            Ok((hidden, layout)) => {
                if self.hidden.with_untracked(|known| *known != hidden) {
                    self.hidden.set(hidden);
                }
                if layout == Layout::Newer {
                    self.keeping.set(Keeping::Newer);
                }
            }
            // What was hidden stays so, on this page alone.
            Err(Denied) => self.keeping.set(Keeping::Nowhere),
        }
    }

    /// Loads the local changes again: another tab has written.
    pub fn reload_changes(self) {
        self.reload_hidden();
        if let Some(edition) = self.shown_edition() {
            spawn_local(self.show(edition));
        }
    }
}
