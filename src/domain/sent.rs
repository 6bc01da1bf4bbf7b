//! What a person has handed over to an editor. Handing over is all that a device can know: whether it
//! arrived, and what was decided, shows in a later edition.

use std::collections::BTreeSet;

use super::change::{Path, Target};
use super::date::Timestamp;
use super::id::Id;
use super::vocabulary::vocabulary;

/// One handing over of a contribution.
#[derive(Debug, Clone, PartialEq)]
pub struct Sent {
    /// The contribution.
    pub id: Id,
    /// When it was last handed over, by this device's clock.
    pub at: Timestamp,
    /// Which way it went.
    pub by: Channel,
    /// What was in it, one item for each thing.
    pub items: Vec<SentItem>,
}

/// What a contribution asked for about one thing.
#[derive(Debug, Clone, PartialEq)]
pub struct SentItem {
    /// The thing.
    pub target: Target,
    /// What it was called then: it may be gone when the person is told.
    pub title: String,
    /// The changes of this device that went along. A report has none of its own here.
    pub changes: Vec<Id>,
    /// Where it asked for something; nowhere for a report in words alone.
    pub paths: Vec<Path>,
    /// A digest of what it asked for there, to know it again in an edition.
    pub wanted: Id,
    /// Whether it was a report, of which nothing is shown here as changed.
    pub report: bool,
    /// Whether the person has said that the editor did not keep it.
    pub refused: bool,
}

vocabulary! {
    /// Which way a contribution went.
    Channel {
        /// The device's share sheet.
        Sheet = "share",
        /// The messenger that most people here have.
        WhatsApp = "whatsapp",
        /// A text message.
        Sms = "sms",
        /// An e-mail.
        Email = "email",
        /// By the clipboard, into whatever the person pasted it in.
        Copy = "copy",
        /// As a file.
        File = "file",
        /// As a code that another device has scanned.
        Code = "code",
    }
}

/// The changes of this device that have been handed over. What sweeps superseded changes keeps these:
/// they may come back from an editor, and are then to be known.
#[must_use]
pub fn sent_changes(sent: &[Sent]) -> BTreeSet<&Id> {
    let items = sent.iter().flat_map(|sent| &sent.items);
    items.flat_map(|item| &item.changes).collect()
}
