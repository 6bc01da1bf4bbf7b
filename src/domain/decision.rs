//! What an editor decided about a part of a contribution: one line of the log.

use super::change::{Delta, Path, Target};
use super::date::Timestamp;
use super::id::Id;
use super::vocabulary::vocabulary;

/// One decision about one change of a contribution. It is never changed, only taken back, so that two
/// tabs, or the devices of two editors, never write the same one.
#[derive(Debug, Clone, PartialEq)]
pub struct Decision {
    /// Random.
    pub id: Id,
    /// When it was taken, by the editor's clock.
    pub at: Timestamp,
    /// The contribution.
    pub contribution: Id,
    /// The device that made it.
    pub author: Id,
    /// When it came in, by the editor's clock.
    pub received_at: Timestamp,
    /// Who made it and how they can be reached; private, and forgotten in time.
    pub reply_to: String,
    /// The change; of a message without one, the contribution.
    pub change: Id,
    /// What the change is about; of a message without one, [`Decision::MESSAGE`].
    pub target: Target,
    /// The title that it had then; of a message without a change, how it began.
    pub title: String,
    /// What was decided.
    pub outcome: Outcome,
    /// The paths that were decided on: what the maker saw there and proposed. Long texts are cut: this
    /// is a memory, not a copy.
    pub fields: Vec<(Path, Delta)>,
    /// The editor's own change that came of it, if one did.
    pub made: Option<Id>,
    /// Why it was refused.
    pub reason: Option<Reason>,
    /// What the editor noted; may be empty.
    pub note: String,
    /// How a new telephone number was checked, if there was one.
    pub check: Option<NumberCheck>,
}

vocabulary! {
    /// What became of a part of a contribution.
    Outcome {
        /// It is among the local changes as it came.
        Accepted = "accepted",
        /// The editor's own version stands in its place.
        Edited = "edited",
        /// It was not kept.
        Refused = "refused",
        /// There was nothing left to decide: it is published, or was accepted before.
        Settled = "settled",
    }
}

vocabulary! {
    /// Why a part of a contribution was refused.
    Reason {
        /// It is not right.
        Wrong = "wrong",
        /// It could not be checked.
        Unverified = "unverified",
        /// It stands there already.
        Duplicate = "duplicate",
        /// It does not belong into this catalogue.
        OffTopic = "off_topic",
        /// Someone made it up.
        Hoax = "hoax",
        /// Something else, which the note tells.
        Other = "other",
    }
}

vocabulary! {
    /// How a telephone number that nobody had seen before was checked.
    NumberCheck {
        /// The editor called it.
        Called = "called",
        /// The editor let it pass without a call.
        Waived = "waived",
    }
}

impl Decision {
    /// The kind of target of a message that came without a change.
    pub const MESSAGE: &'static str = "message";

    /// Whether it is about a message that came without a change.
    #[must_use]
    pub fn is_about_message(&self) -> bool {
        self.target.kind.code() == Self::MESSAGE
    }

    /// Whether nothing is left by which the maker could be known or called back.
    #[must_use]
    pub fn is_anonymous(&self) -> bool {
        let unsigned = !self.is_about_message() || self.title.is_empty();
        self.reply_to.is_empty() && unsigned
    }

    /// The same without anything by which the maker could be known or called back.
    #[must_use]
    pub fn anonymous(mut self) -> Self {
        self.reply_to = String::new();
        if self.is_about_message() {
            self.title = String::new();
        }
        self
    }
}
