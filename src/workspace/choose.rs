//! Answering a question: which of several texts of one field is to stand.

use super::{Stamp, Workspace};
use crate::domain::change::{Change, Delta};
use crate::domain::merge::Conflict;
use crate::domain::settle::inherited;
use crate::domain::value::Value;

impl Workspace {
    /// The change that answers a question. It replaces every side of it, and its `before` is what
    /// is published, which the person has seen.
    #[must_use]
    pub fn prepare_choice(&self, conflict: &Conflict, chosen: &Value, stamp: Stamp) -> Change {
        let Stamp {
            id,
            author,
            at,
            batch,
        } = stamp;
        let touches = |change: &&Change| change.delta(&conflict.path).is_some();
        let replaces = self
            .changes
            .of(&conflict.target)
            .filter(touches)
            .map(|change| change.id.clone())
            .collect();
        let replaces = inherited(replaces, &self.changes);
        let delta = Delta {
            before: conflict.published.clone(),
            after: chosen.clone(),
        };
        Change {
            id,
            author,
            at,
            target: conflict.target.clone(),
            fields: vec![(conflict.path.clone(), delta)],
            replaces,
            batch,
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::domain::catalogue::Catalogue;
    use crate::domain::change::{Change, ChangeSet};
    use crate::domain::contact::PrivateContacts;
    use crate::domain::date::Timestamp;
    use crate::domain::id::Id;
    use crate::domain::initiative::Initiative;
    use crate::domain::settle::Scope;
    use crate::domain::site::Site;
    use crate::domain::value::Value;
    use crate::workspace::{Stamp, Workspace};
    use std::collections::BTreeSet;
    use std::sync::Arc;

    fn id(text: &str) -> Id {
        Id::parse(text).unwrap()
    }

    fn stamp(name: &str) -> Stamp {
        Stamp {
            id: id(name),
            author: id("device"),
            at: Timestamp::parse("2026-01-01T00:00:00Z").unwrap(),
            batch: None,
        }
    }

    fn edition(title: &str) -> Catalogue {
        let mut catalogue = Catalogue::new(Site::new(id("site")));
        catalogue
            .initiatives
            .push(Initiative::new(id("x"), title.to_owned()));
        catalogue
    }

    fn retitled(name: &str, title: &str) -> Change {
        let workspace = Workspace::published(Arc::new(edition("Masques")));
        let mut initiative = workspace.shown().initiatives[0].clone();
        initiative.title = title.to_owned();
        workspace.prepare_initiative(&initiative, stamp(name)).unwrap()
    }

    fn title(workspace: &Workspace) -> &str {
        &workspace.shown().initiatives[0].title
    }

    #[test]
    fn choosing_one_side_ends_the_question_for_both() {
        let changes = [retitled("a", "Un"), retitled("b", "Deux")];
        for chosen in ["Un", "Deux", "Masques"] {
            let mut workspace = Workspace::new(
                Arc::new(edition("Masques")),
                changes.iter().cloned().collect(),
                PrivateContacts::new(),
            );
            let conflict = workspace.conflicts().next().unwrap().clone();
            let choice = workspace.prepare_choice(&conflict, &Value::text(chosen), stamp("c"));
            workspace.insert([choice.clone()]);
            assert_eq!(workspace.conflicts().count(), 0, "{chosen}");
            assert_eq!(title(&workspace), chosen);
            let settled = workspace.settling(Scope::All, Some(&id("device")), &BTreeSet::new());
            workspace.settle(&settled);
            let again = Workspace::new(
                Arc::new(edition("Masques")),
                workspace.changes().clone(),
                PrivateContacts::new(),
            );
            assert_eq!(title(&again), chosen, "and stays so at the next start");
            assert_eq!(again.conflicts().count(), 0);
            let late: ChangeSet = changes.iter().cloned().chain([choice]).collect();
            let met = Workspace::new(Arc::new(edition("Masques")), late, PrivateContacts::new());
            assert_eq!(title(&met), chosen, "also where the sides arrive once more");
        }
    }

    #[test]
    fn a_newer_edition_is_a_side_too() {
        for (chosen, pending) in [("Un", 1), ("Deux", 0)] {
            let changes = ChangeSet::from_iter([retitled("a", "Un")]);
            let mut workspace = Workspace::new(Arc::new(edition("Deux")), changes, PrivateContacts::new());
            let conflict = workspace.conflicts().next().unwrap().clone();
            assert_eq!(conflict.published, Value::text("Deux"));
            let choice = workspace.prepare_choice(&conflict, &Value::text(chosen), stamp("c"));
            workspace.insert([choice]);
            assert_eq!(workspace.conflicts().count(), 0, "{chosen}");
            assert_eq!(title(&workspace), chosen);
            assert_eq!(workspace.pending_count(), pending, "{chosen}");
        }
    }
}
