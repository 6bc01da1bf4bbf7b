//! Making a change out of what a person did.

use super::Workspace;
use super::compose::{document, position, reason_object};
use super::private::without_private;
use crate::domain::catalogue::RemovalReason;
use crate::domain::change::{Change, Delta, Path, Target, TargetKind, difference, value_at};
use crate::domain::date::Timestamp;
use crate::domain::id::Id;
use crate::domain::initiative::Initiative;
use crate::domain::value::{Object, Value};
use crate::format::v1;

/// What a change needs from outside: who makes it and when.
#[derive(Debug, Clone)]
pub struct Stamp {
    /// The new change's identifier.
    pub id: Id,
    /// The device.
    pub author: Id,
    /// The instant, by the device's clock.
    pub at: Timestamp,
    /// The batch that the change belongs to, if any.
    pub batch: Option<Id>,
}

impl Workspace {
    /// The change that makes an initiative what a person saved, or nothing where it is so already.
    ///
    /// Only what differs from what was shown is set. Its `before` is what the edition says, and it
    /// replaces the local changes of the same paths, which the person has seen.
    #[must_use]
    pub fn prepare_initiative(&self, initiative: &Initiative, stamp: Stamp) -> Option<Change> {
        let target = Target {
            kind: TargetKind::Initiative,
            id: initiative.id.clone(),
        };
        self.prepare(target, &v1::encode_initiative(initiative), stamp)
    }

    /// The change that makes a document what it shall be, or nothing where it is so already.
    #[must_use]
    pub fn prepare(&self, target: Target, wanted: &Object, stamp: Stamp) -> Option<Change> {
        let shown = document(&self.shown, &target, position(&self.shown, &target));
        let (shown, wanted) = (without_private(shown), without_private(wanted.clone()));
        let paths = difference(&shown, &wanted)
            .into_iter()
            .map(|(path, delta)| (path, delta.after));
        self.stamped(target, paths.collect(), stamp)
    }

    /// The change that takes a document out of the catalogue, or nothing where it is not shown.
    #[must_use]
    pub fn prepare_removal(&self, target: Target, reason: &RemovalReason, stamp: Stamp) -> Option<Change> {
        position(&self.shown, &target)?;
        let path = Path::parse(Path::REMOVED)?;
        self.stamped(target, vec![(path, Value::Object(reason_object(reason)))], stamp)
    }

    fn stamped(&self, target: Target, wanted: Vec<(Path, Value)>, stamp: Stamp) -> Option<Change> {
        if wanted.is_empty() {
            return None;
        }
        let published = document(&self.edition, &target, position(&self.edition, &target));
        let fields: Vec<(Path, Delta)> = wanted
            .into_iter()
            .map(|(path, after)| {
                let before = value_at(&published, &path).clone();
                (path, Delta { before, after })
            })
            .collect();
        let touches = |change: &&Change| fields.iter().any(|(path, _)| change.delta(path).is_some());
        let replaces = self
            .changes
            .of(&target)
            .filter(touches)
            .map(|change| change.id.clone())
            .collect();
        let Stamp {
            id,
            author,
            at,
            batch,
        } = stamp;
        Some(Change {
            id,
            author,
            at,
            target,
            fields,
            replaces,
            batch,
        })
    }
}
