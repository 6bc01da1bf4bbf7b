//! Handing proposals over, and what became of those that were.

use std::collections::BTreeSet;

use leptos::prelude::*;

use super::App;
use crate::browser::clock;
use crate::domain::change::{Change, Target};
use crate::domain::id::Id;
use crate::domain::sent::{Channel, Sent, SentItem, sent_changes};
use crate::format::contribution::Contribution;
use crate::storage::key::Key;
use crate::storage::port::{Denied, Storage, WriteError};
use crate::storage::sent as records;
use crate::workspace::records as noted;
use crate::workspace::sent::Fate;
use crate::workspace::{Letter, Stamp, Workspace};

/// What was handed over, and what follows from it.
#[derive(Clone, Copy)]
pub struct Outbox {
    /// Every record, the latest first.
    pub sent: RwSignal<Vec<Sent>>,
    /// The changes in them.
    changes: RwSignal<BTreeSet<Id>>,
}

impl Outbox {
    pub(super) fn new() -> Self {
        Self {
            sent: RwSignal::new(Vec::new()),
            changes: RwSignal::new(BTreeSet::new()),
        }
    }

    /// Whether a change was handed over.
    #[must_use]
    pub fn holds(self, change: &Id) -> bool {
        self.changes.with(|changes| changes.contains(change))
    }

    pub(super) fn clear(self) {
        self.changes.set(BTreeSet::new());
        self.sent.set(Vec::new());
    }

    pub(super) fn set(self, sent: Vec<Sent>) {
        self.changes
            .set(sent_changes(&sent).into_iter().cloned().collect());
        self.sent.set(sent);
    }
}

/// A contribution with what will be recorded of it once it is handed over.
#[derive(Debug, Clone, PartialEq)]
pub struct Parcel {
    /// What travels.
    pub contribution: Contribution,
    /// What it asks for.
    pub items: Vec<SentItem>,
}

impl App {
    /// Makes a contribution of changes that may leave the device.
    ///
    /// # Errors
    /// When this device's identifier could not be kept.
    pub fn pack(self, changes: Vec<Change>, letter: &Letter) -> Result<Option<Parcel>, WriteError> {
        let stamp = self.stamp(None)?;
        let pack = |workspace: &Workspace| Parcel {
            items: workspace.sent_items(&changes, false),
            contribution: workspace.contribution(changes, letter, stamp),
        };
        Ok(self
            .workspace
            .with_untracked(|workspace| workspace.as_ref().map(pack)))
    }

    /// Makes a contribution that reports something about an initiative: in words, and with the change
    /// that it asks for where there is one. Nothing of it is changed on this device.
    ///
    /// # Errors
    /// When this device's identifier could not be kept.
    pub fn pack_report(
        self,
        about: &Target,
        letter: &Letter,
        change: impl FnOnce(&Workspace, Stamp) -> Option<Change>,
    ) -> Result<Option<Parcel>, WriteError> {
        let (stamp, inner) = (self.stamp(None)?, self.stamp(None)?);
        let pack = |workspace: &Workspace| {
            let changes: Vec<Change> = change(workspace, inner).into_iter().collect();
            let mut items = workspace.sent_items(&changes, true);
            if items.is_empty() {
                items.push(workspace.words_about(about));
            }
            Parcel {
                items,
                contribution: workspace.contribution(changes, letter, stamp),
            }
        };
        Ok(self
            .workspace
            .with_untracked(|workspace| workspace.as_ref().map(pack)))
    }

    /// Records that a contribution was handed over.
    ///
    /// # Errors
    /// When it could not be kept; then nothing has changed.
    pub fn record_sent(self, parcel: &Parcel, by: Channel) -> Result<(), WriteError> {
        self.keep_sent(&[Sent {
            id: parcel.contribution.id.clone(),
            at: clock::now(),
            by,
            items: parcel.items.clone(),
        }])
    }

    /// Records that what was asked about a thing was not sent after all, or is to be told of no more.
    ///
    /// # Errors
    /// When the browser refuses.
    pub fn forget_sent(self, target: &Target) -> Result<(), WriteError> {
        let changed = self
            .outbox
            .sent
            .with_untracked(|sent| noted::without(sent, target));
        self.keep_sent(&changed)
    }

    /// Stops telling of one report, or one request, about a thing.
    ///
    /// # Errors
    /// When the browser refuses.
    pub fn forget_report(self, record: &Id, target: &Target) -> Result<(), WriteError> {
        let changed = self
            .outbox
            .sent
            .with_untracked(|sent| noted::without_report(sent, record, target));
        self.keep_sent(&changed)
    }

    /// Records that the editor did not keep what was asked about a thing, or did after all.
    ///
    /// # Errors
    /// When it could not be kept; then nothing has changed.
    pub fn mark_refused(self, target: &Target, refused: bool) -> Result<(), WriteError> {
        let changed = self
            .outbox
            .sent
            .with_untracked(|sent| noted::refused(sent, target, refused));
        self.keep_sent(&changed)
    }

    /// Stops telling of what is published.
    ///
    /// # Errors
    /// When the browser refuses.
    pub fn dismiss_published(self) -> Result<(), WriteError> {
        let changed = self.outbox.sent.with_untracked(|sent| {
            self.workspace.with_untracked(|workspace| {
                let workspace = workspace.as_ref()?;
                Some(noted::retain(sent, |_, item| {
                    workspace.fate(item) != Fate::Published
                }))
            })
        });
        self.keep_sent(&changed.unwrap_or_else(Vec::new))
    }

    /// Takes out of the records what nobody looks for any more.
    ///
    /// # Errors
    /// When the browser refuses; then it is told of for longer, which does no harm.
    pub fn age_out_sent(self) -> Result<(), WriteError> {
        let changed = self.outbox.sent.with_untracked(|sent| {
            self.workspace.with_untracked(|workspace| {
                workspace
                    .as_ref()
                    .map(|workspace| workspace.aged_out(sent, self.today))
            })
        });
        self.keep_sent(&changed.unwrap_or_else(Vec::new))
    }

    fn keep_sent(self, changed: &[Sent]) -> Result<(), WriteError> {
        if changed.is_empty() {
            return Ok(());
        }
        let (loaded, aside) = self.with_store(|store| {
            changed.iter().try_for_each(|sent| records::save(store, sent))?;
            Ok::<_, WriteError>(records::load(store)?)
        })?;
        self.outbox.set(loaded);
        self.name_aside(aside);
        Ok(())
    }

    /// The name and the call-back that the sender wanted to find again; empty where there are none.
    ///
    /// # Errors
    /// When the browser refuses.
    pub fn sender(self) -> Result<(String, String), Denied> {
        let kept = self.with_store(|store| store.read(&Key::Sender))?;
        let (name, call_back) = kept.as_deref().and_then(|kept| kept.split_once('\n')).unzip();
        let text = |part: Option<&str>| part.map_or_else(String::new, str::to_owned);
        Ok((text(name), text(call_back)))
    }

    /// Keeps the sender's name and call-back for the next time, or forgets them.
    ///
    /// # Errors
    /// When they could not be kept.
    pub fn keep_sender(self, letter: Option<&Letter>) -> Result<(), WriteError> {
        self.with_store(|store| match letter {
            Some(letter) => store.write(&Key::Sender, &[&letter.name, "\n", &letter.call_back].concat()),
            None => Ok(store.remove(&Key::Sender)?),
        })
    }
}
