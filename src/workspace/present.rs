//! What a person is told about an entry: where it comes from.

use std::collections::BTreeMap;

use super::Workspace;
use super::compose::{encode, position};
use super::private::without_private;
use crate::domain::change::{Change, Delta, Path, Target, TargetKind, difference};
use crate::domain::date::Timestamp;
use crate::domain::id::Id;
use crate::domain::merge::Conflict;
use crate::domain::order;
use crate::domain::value::Object;

/// Where what is shown of an entry comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// From the edition, as it is.
    Published,
    /// From the edition, with local changes.
    Changed,
    /// From this device alone.
    Local,
}

impl Workspace {
    /// Where what is shown of an initiative comes from.
    #[must_use]
    pub fn origin(&self, initiative: &Id) -> Origin {
        let target = Target {
            kind: TargetKind::Initiative,
            id: initiative.clone(),
        };
        let pending = self
            .outcomes
            .get(&target)
            .is_some_and(|outcome| !outcome.pending.is_empty());
        if !pending {
            Origin::Published
        } else if self.edition.initiative(initiative).is_some() {
            Origin::Changed
        } else {
            Origin::Local
        }
    }

    /// The changes of a target that are not yet published.
    #[must_use]
    pub fn pending_of(&self, target: &Target) -> Vec<&Change> {
        let pending = self.outcomes.get(target).map(|outcome| &outcome.pending);
        pending
            .into_iter()
            .flatten()
            .filter_map(|id| self.changes.get(id))
            .collect()
    }

    /// What is shown of a target otherwise than published, path by path. A document that is taken
    /// out has one path: its removal.
    #[must_use]
    pub fn difference_of(&self, target: &Target) -> Vec<(Path, Delta)> {
        let document = |catalogue| encode(catalogue, target, position(catalogue, target));
        let shown = document(&self.shown).map(without_private);
        let published = document(&self.edition);
        let (Some(_), None) = (&published, &shown) else {
            // A document that is not there differs in everything.
            return difference(&published.unwrap_or_default(), &shown.unwrap_or_default());
        };
        let removal = Path::parse(Path::REMOVED).and_then(|path| {
            let mut pending = self.pending_of(target).into_iter().rev();
            let delta = pending.find_map(|change| change.delta(&path).cloned())?;
            Some((path, delta))
        });
        removal.into_iter().collect()
    }

    /// What is shown of a target, as a plain document without what stays on this device; nothing where it
    /// is not shown.
    #[must_use]
    pub fn document_of(&self, target: &Target) -> Option<Object> {
        encode(&self.shown, target, position(&self.shown, target)).map(without_private)
    }

    /// The targets of the changes that are not yet published, without press releases that are still being
    /// written, the latest changed first, each with
    /// the time of its latest change.
    #[must_use]
    pub fn pending_targets(&self) -> Vec<(&Target, &Timestamp)> {
        let mut targets: BTreeMap<&Target, &Timestamp> = BTreeMap::new();
        let pending = self.pending().into_iter();
        for change in pending.filter(|change| !self.is_composing(&change.target)) {
            // They come in the order of their making, so the last one stays.
            targets.insert(&change.target, &change.at);
        }
        let mut targets: Vec<_> = targets.into_iter().collect();
        order::sort_by(&mut targets, |(_, one), (_, two)| two.cmp(one));
        targets
    }

    /// The questions about an initiative.
    #[must_use]
    pub fn conflicts_of(&self, initiative: &Id) -> &[Conflict] {
        let target = Target {
            kind: TargetKind::Initiative,
            id: initiative.clone(),
        };
        self.outcomes
            .get(&target)
            .map_or(&[], |outcome| &outcome.conflicts)
    }

    /// The title that a change's target has or had, for a list of changes.
    #[must_use]
    pub fn title_of(&self, target: &Target) -> Option<&str> {
        let catalogues = [&self.shown, &self.edition];
        catalogues.into_iter().find_map(|catalogue| match target.kind {
            TargetKind::Initiative => catalogue.initiative(&target.id).map(|it| it.title.as_str()),
            TargetKind::Communique => catalogue.communique(&target.id).map(|it| it.title.as_str()),
            _ => None,
        })
    }
}

#[cfg(test)]
mod tests {
    use crate::domain::catalogue::{Catalogue, RemovalReason};
    use crate::domain::change::{Target, TargetKind};
    use crate::domain::date::Timestamp;
    use crate::domain::id::Id;
    use crate::domain::initiative::Initiative;
    use crate::domain::site::Site;
    use crate::workspace::{Stamp, Workspace};
    use std::sync::Arc;

    fn id(text: &str) -> Id {
        Id::parse(text).unwrap()
    }

    fn target(name: &str) -> Target {
        Target {
            kind: TargetKind::Initiative,
            id: id(name),
        }
    }

    fn stamp(name: &str, at: &str) -> Stamp {
        Stamp {
            id: id(name),
            author: id("device"),
            at: Timestamp::parse(at).unwrap(),
            batch: None,
        }
    }

    #[test]
    fn changes_are_told_by_target_the_latest_first_against_what_is_published() {
        let mut edition = Catalogue::new(Site::new(id("site")));
        for name in ["a", "b"] {
            edition
                .initiatives
                .push(Initiative::new(id(name), name.to_owned()));
        }
        let mut workspace = Workspace::published(Arc::new(edition));
        for (title, change, at) in [
            ("Un", "c1", "2026-01-01T00:00:00Z"),
            ("Un encore", "c2", "2026-01-03T00:00:00Z"),
        ] {
            let mut initiative = workspace.shown().initiatives[0].clone();
            initiative.title = title.to_owned();
            let change = workspace.prepare_initiative(&initiative, stamp(change, at));
            workspace.insert(change);
        }
        let removal = workspace.prepare_removal(
            target("b"),
            &RemovalReason::Hoax,
            stamp("c3", "2026-01-02T00:00:00Z"),
        );
        workspace.insert(removal);

        let told: Vec<_> = workspace.pending_targets();
        let names: Vec<_> = told
            .iter()
            .map(|(target, at)| (target.id.as_str(), at.as_str()))
            .collect();
        assert_eq!(
            names,
            [("a", "2026-01-03T00:00:00Z"), ("b", "2026-01-02T00:00:00Z")]
        );
        let texts = |name: &str| -> Vec<_> {
            let fields = workspace.difference_of(&target(name)).into_iter();
            fields
                .map(|(path, delta)| (path.as_str().to_owned(), delta.before, delta.after))
                .collect()
        };
        assert_eq!(texts("a"), [("title".to_owned(), "a".into(), "Un encore".into())]);
        let gone = texts("b");
        assert_eq!(gone.len(), 1);
        assert_eq!(gone[0].0, "removed");
        assert_eq!(gone[0].2.as_object().unwrap().text("reason"), Some("hoax"));
    }
}
