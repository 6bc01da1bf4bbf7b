//! The arrival of an edition under local changes.

use std::sync::Arc;

use solidaire::domain::catalogue::Catalogue;
use solidaire::domain::change::{Change, ChangeSet};
use solidaire::domain::contact::PrivateContacts;
use solidaire::domain::date::Timestamp;
use solidaire::domain::id::Id;
use solidaire::domain::initiative::Initiative;
use solidaire::workspace::arrival::News;
use solidaire::workspace::{Stamp, Workspace};

/// How many local changes lie on top, where the catalogue has as many initiatives.
pub const CHANGES: usize = 1_000;

/// A catalogue with local changes on top, and the edition that follows it: it says what a third of them
/// want, something else than another third saw, and nothing of the rest.
#[must_use]
pub fn scene(catalogue: &Catalogue) -> (Workspace, Arc<Catalogue>) {
    let published = Workspace::published(Arc::new(catalogue.clone()));
    let mut next = catalogue.clone();
    next.edition.number += 1;
    let mut changes = ChangeSet::default();
    for (index, entry) in next.initiatives.iter_mut().take(CHANGES).enumerate() {
        let mut wanted = entry.clone();
        wanted.summary = [&wanted.summary, " Et chaque samedi matin, à la mairie."].concat();
        if let Some(change) = change(&published, &wanted, index) {
            changes.insert(change);
        }
        match index % 3 {
            0 => *entry = wanted,
            1 => entry.summary = [&entry.summary, " Fermé en août."].concat(),
            _ => {}
        }
    }
    let workspace = Workspace::new(published.shared_edition(), changes, PrivateContacts::new());
    (workspace, Arc::new(next))
}

fn change(published: &Workspace, wanted: &Initiative, index: usize) -> Option<Change> {
    let stamp = Stamp {
        id: Id::derived(&["bench", &index.to_string()]),
        author: Id::derived(&["bench"]),
        at: Timestamp::parse("2026-06-01T08:00:00Z")?,
        batch: None,
    };
    published.prepare_initiative(wanted, stamp)
}

/// What the application does with an edition that it has read; the number of questions and the news.
#[must_use]
pub fn arrive(workspace: Workspace, next: &Arc<Catalogue>) -> (usize, News) {
    let before = workspace.shared_edition();
    let workspace = workspace.on(Arc::clone(next));
    (workspace.conflicts().count(), News::between(&before, next))
}

#[cfg(test)]
mod tests {
    use super::{arrive, scene};
    use crate::catalogue::catalogue;

    #[test]
    fn a_third_is_done_a_third_is_asked_and_a_third_stays() {
        let (workspace, next) = scene(&catalogue(60));
        assert_eq!(workspace.pending_count(), 60);
        let (questions, news) = arrive(workspace.clone(), &next);
        assert_eq!(questions, 20);
        assert_eq!((news.new, news.changed, news.removed), (0, 40, 0));
        assert_eq!(workspace.on(next).pending_count(), 40);
    }
}
