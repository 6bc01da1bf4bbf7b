//! How long what is here lasts: what the browser promises, how full it is, when to remind.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::{App, Store};
use crate::browser::clock;
use crate::browser::persistence::{self, Lasting};
use crate::domain::date::{Date, Timestamp};
use crate::domain::reminder::{Reminder, reminder};
use crate::domain::sent::sent_changes;
use crate::storage::figures::{Counting, Crowding};
use crate::storage::key::Key;
use crate::storage::port::{Storage, WriteError};
use crate::storage::sent;

/// What a page knows about how long things last here.
#[derive(Clone, Copy)]
pub struct Care {
    /// What the browser has said about keeping, once it was asked.
    pub lasting: RwSignal<Option<Lasting>>,
    /// Says that a backup was made or a reminder put off.
    noted: Trigger,
}

/// What this browser counts of its room.
pub(super) fn counting() -> Counting {
    if persistence::is_webkit() {
        Counting::Bytes
    } else {
        Counting::Units
    }
}

impl Care {
    pub(super) fn new() -> Self {
        Self {
            lasting: RwSignal::new(None),
            noted: Trigger::new(),
        }
    }
}

impl App {
    /// Asks the browser to keep what is stored.
    pub fn ask_to_last(self) {
        spawn_local(async move { self.care.lasting.set(Some(persistence::ask().await)) });
    }

    /// Learns what the browser says about keeping, unless it was asked already.
    pub fn learn_lasting(self) {
        if self.care.lasting.with_untracked(Option::is_none) {
            spawn_local(async move { self.care.lasting.set(Some(persistence::known().await)) });
        }
    }

    /// How full the origin's room is, where that is so much that the person must know. Measured again
    /// whenever something was saved.
    #[must_use]
    pub fn crowding(self) -> Option<Crowding> {
        let (taken, own) = self.occupied();
        Crowding::of(taken, own)
    }

    /// How much of the origin's room is taken, by whichever application of it and by this one alone.
    #[must_use]
    pub fn occupied(self) -> (usize, usize) {
        self.workspace.track();
        self.aside.track();
        self.with_store(|store| match store {
            Store::Device(local) => local.inner().occupied(counting()),
            Store::Page(_) => (0, 0),
        })
    }

    /// Says that what is noted of backups and reminders is another now.
    pub(super) fn renote(self) {
        self.care.noted.notify();
    }

    /// Why the person is to be reminded to send or to back up, if so.
    #[must_use]
    pub fn reminder(self) -> Option<Reminder> {
        self.care.noted.track();
        let (backed_up, put_off, sent) = self.with_store(|store| {
            // A storage that refuses keeps nothing to be reminded of.
            let text = |key| store.read(&key).unwrap_or_default();
            let backed_up = text(Key::BackedUp).and_then(|text| Timestamp::parse(&text));
            let put_off = text(Key::PutOff).and_then(|text| Date::parse(&text));
            (
                backed_up,
                put_off,
                sent::load(store).map_or_else(|_| Vec::new(), |(sent, _)| sent),
            )
        });
        let handed_over = sent_changes(&sent);
        self.with_workspace(|workspace| {
            let pending = workspace.pending().into_iter();
            let unsent = pending.filter(|change| !handed_over.contains(&change.id));
            reminder(
                self.today,
                unsent.map(|change| &change.at),
                backed_up.as_ref(),
                put_off,
            )
        })
        .flatten()
    }

    /// When the last backup was made on this device.
    #[must_use]
    pub fn backed_up(self) -> Option<Timestamp> {
        self.care.noted.track();
        // A storage that refuses has none.
        let text = self
            .with_store(|store| store.read(&Key::BackedUp))
            .unwrap_or_default();
        text.and_then(|text| Timestamp::parse(&text))
    }

    /// Notes that a backup was made now.
    pub fn note_backup(self) {
        // Where it cannot be noted, the person is reminded once more than needed.
        let _noted = self.with_store(|store| store.write(&Key::BackedUp, clock::now().as_str()));
        self.care.noted.notify();
    }

    /// Puts the reminder off for some days.
    ///
    /// # Errors
    /// When it could not be kept.
    pub fn put_off_reminder(self) -> Result<(), WriteError> {
        self.with_store(|store| store.write(&Key::PutOff, &self.today.to_string()))?;
        self.care.noted.notify();
        Ok(())
    }

    /// Whether nothing was ever done on this device: what a person finds who has changed the phone.
    #[must_use]
    pub fn is_unused(self) -> bool {
        // Asked first, since who asks is told when it changes: what is stored tells nobody.
        let changed = self.with_workspace(|workspace| !workspace.changes().is_empty());
        changed != Some(true) && self.known_device().is_none()
    }
}
