//! The laws of a new edition's arrival, over random editions and random local changes.

use std::collections::BTreeSet;
use std::sync::Arc;

use proptest::prelude::*;
use solidaire::domain::catalogue::{Catalogue, RemovalReason, Removed};
use solidaire::domain::change::{Change, ChangeSet, Delta, Path, Target, TargetKind, value_at};
use solidaire::domain::contact::PrivateContacts;
use solidaire::domain::date::Timestamp;
use solidaire::domain::edition::EditionName;
use solidaire::domain::id::Id;
use solidaire::domain::initiative::Initiative;
use solidaire::domain::settle::Scope;
use solidaire::domain::site::Site;
use solidaire::domain::value::{Object, Value};
use solidaire::format::v1;
use solidaire::workspace::Workspace;
use solidaire::workspace::arrival::News;

const ENTRIES: [&str; 3] = ["a", "b", "c"];
const PATHS: [&str; 3] = ["title", "summary", "removed"];

fn id(text: &str) -> Id {
    Id::parse(text).unwrap()
}

fn text(content: u8) -> Value {
    Value::Text(content.to_string())
}

/// What an edition says of one entry: nothing, its removal for a reason, or its title and summary.
#[derive(Debug, Clone)]
enum Said {
    Nothing,
    Removed(RemovalReason),
    Entry(u8, u8),
}

fn said() -> impl Strategy<Value = Said> {
    prop_oneof![
        1 => Just(Said::Nothing),
        1 => Just(Said::Removed(RemovalReason::Ended)),
        1 => Just(Said::Removed(RemovalReason::Request)),
        5 => (1u8..4, 0u8..4).prop_map(|(title, summary)| Said::Entry(title, summary)),
    ]
}

prop_compose! {
    fn edition()(
        entries in prop::array::uniform3(said()),
        number in 0u32..4,
        parent in prop::option::of(0u8..6),
        name in 0u8..6,
        day in prop::option::of(1u8..4),
    ) -> Catalogue {
        let mut catalogue = Catalogue::new(Site::new(id("site")));
        catalogue.edition.id = id(&format!("e{name}"));
        catalogue.edition.parent = parent.map(|parent| id(&format!("e{parent}")));
        catalogue.edition.number = number;
        catalogue.edition.published_at =
            day.map(|day| Timestamp::parse(&format!("2026-01-0{day}T00:00:00Z")).unwrap());
        for (entry, said) in ENTRIES.iter().zip(entries) {
            match said {
                Said::Nothing => {}
                Said::Removed(reason) => {
                    catalogue.removed.push(Removed { id: id(entry), at: None, reason, extra: Object::new() });
                }
                Said::Entry(title, summary) => {
                    let mut initiative = Initiative::new(id(entry), title.to_string());
                    initiative.summary = summary.to_string();
                    catalogue.initiatives.push(initiative);
                }
            }
        }
        catalogue
    }
}

prop_compose! {
    fn change()(
        name in 0u8..12,
        entry in 0usize..ENTRIES.len(),
        fields in prop::collection::btree_map(0usize..PATHS.len(), (0u8..4, 0u8..4), 1..3),
        replaces in prop::collection::btree_set(0u8..12, 0..3),
    ) -> Change {
        let value = |path: &str, content: u8| match (path, content) {
            ("removed", 0..3) => Value::Null,
            ("removed", _) => {
                let mut reason = Object::new();
                reason.set("reason", "ended");
                reason.into()
            }
            _ => text(content),
        };
        let name_of = |name: u8| id(&format!("c{name:02}"));
        Change {
            id: name_of(name),
            author: id("device"),
            at: Timestamp::parse("2026-01-01T00:00:00Z").unwrap(),
            target: Target { kind: TargetKind::Initiative, id: id(ENTRIES[entry]) },
            fields: fields.into_iter().map(|(path, (before, after))| {
                let path = PATHS[path];
                let delta = Delta { before: value(path, before), after: value(path, after) };
                (Path::parse(path).unwrap(), delta)
            }).collect(),
            // Whoever replaces a change has seen it; the circles of a forged file are in `tests/merge/`.
            replaces: replaces.into_iter().filter(|replaced| *replaced < name).map(name_of).collect(),
            batch: None,
        }
    }
}

fn local() -> impl Strategy<Value = ChangeSet> {
    prop::collection::vec(change(), 0..8).prop_map(|changes| changes.into_iter().collect())
}

/// What the application does when an edition arrives.
fn arrive(workspace: Workspace, edition: &Catalogue) -> Workspace {
    let mut workspace = workspace.on(Arc::new(edition.clone()));
    let settled = workspace.settling(Scope::All, Some(&id("device")), &BTreeSet::new());
    workspace.settle(&settled);
    workspace
}

/// Everything of a workspace that a person sees or keeps. The order of the questions and of what was
/// made or taken out here is for reading.
fn seen(workspace: &Workspace) -> (Catalogue, ChangeSet, Vec<Id>, BTreeSet<String>) {
    let pending = workspace.pending().into_iter();
    let conflicts = workspace.conflicts();
    let mut shown = workspace.shown().clone();
    shown.removed.sort_by(|one, two| one.id.cmp(&two.id));
    shown.initiatives.sort_by(|one, two| one.id.cmp(&two.id));
    (
        shown,
        workspace.changes().clone(),
        pending.map(|change| change.id.clone()).collect(),
        conflicts.map(|conflict| format!("{conflict:?}")).collect(),
    )
}

fn published(edition: &Catalogue, entry: &Id) -> Object {
    if let Some(initiative) = edition.initiative(entry) {
        return v1::encode_initiative(initiative);
    }
    let mut document = Object::new();
    if let Some(removed) = edition.removed.iter().find(|removed| removed.id == *entry) {
        let mut reason = Object::new();
        reason.set("reason", removed.reason.code());
        document.set("removed", reason);
    }
    document
}

/// Whether a change of this path, or a removal of the whole entry, replaces another, directly or through
/// others.
fn is_replaced(changes: &ChangeSet, change: &Change, path: &Path) -> bool {
    let mut reached = BTreeSet::from([&change.id]);
    let of_entry: Vec<&Change> = changes.of(&change.target).collect();
    while let Some(more) = of_entry.iter().find(|other| {
        !reached.contains(&other.id) && other.replaces.iter().any(|replaced| reached.contains(replaced))
    }) {
        reached.insert(&more.id);
    }
    of_entry
        .iter()
        .filter(|other| other.id != change.id && reached.contains(&other.id))
        .any(|other| other.delta(path).is_some() || other.removes())
}

proptest! {
    #[test]
    fn arriving_twice_changes_nothing(first in edition(), second in edition(), changes in local()) {
        let workspace = Workspace::new(Arc::new(first), changes, PrivateContacts::new());
        let once = arrive(workspace, &second);
        let twice = arrive(once.clone(), &second);
        prop_assert_eq!(seen(&once), seen(&twice));
        // And a start on the same edition shows the same.
        let started = Workspace::new(Arc::new(second), once.changes().clone(), PrivateContacts::new());
        prop_assert_eq!(seen(&once), seen(&started));
    }

    #[test]
    fn no_change_vanishes(first in edition(), second in edition(), changes in local()) {
        let before = arrive(Workspace::new(Arc::new(first.clone()), changes, PrivateContacts::new()), &first);
        let kept = before.changes().clone();
        let after = arrive(before, &second);
        for change in kept.iter() {
            if after.changes().get(&change.id).is_some() {
                continue;
            }
            let requested = second.requested().any(|id| *id == change.target.id);
            let document = published(&second, &change.target.id);
            for (path, delta) in &change.fields {
                let done = *value_at(&document, path) == delta.after;
                prop_assert!(requested || done || is_replaced(&kept, change, path), "{:?} of {:?}", path, change);
            }
        }
    }

    #[test]
    fn what_a_person_asked_to_have_removed_is_gone_whatever_was_changed(edition in edition(), changes in local()) {
        let workspace = arrive(Workspace::new(Arc::new(edition.clone()), changes, PrivateContacts::new()), &edition);
        for entry in edition.requested() {
            prop_assert!(workspace.shown().initiative(entry).is_none());
            prop_assert!(workspace.conflicts().all(|conflict| conflict.target.id != *entry));
            prop_assert!(workspace.changes().iter().all(|change| change.target.id != *entry));
            prop_assert!(workspace.is_requested(entry));
        }
    }

    #[test]
    fn what_nobody_changed_here_follows_the_edition(first in edition(), second in edition(), changes in local()) {
        let workspace = arrive(Workspace::new(Arc::new(first), changes, PrivateContacts::new()), &second);
        for entry in ENTRIES.map(id) {
            if workspace.changes().iter().all(|change| change.target.id != entry) {
                prop_assert_eq!(workspace.shown().initiative(&entry), second.initiative(&entry));
            }
        }
    }

    #[test]
    fn news_count_every_initiative_once(before in edition(), after in edition()) {
        let news = News::between(&before, &after);
        let alike = after.initiatives.iter().filter(|it| before.initiative(&it.id) == Some(it)).count();
        prop_assert_eq!(news.new + news.changed + alike, after.initiatives.len());
        prop_assert_eq!(news.removed + news.changed + alike, before.initiatives.len());
        prop_assert!(News::between(&after, &after).is_none());
    }

    #[test]
    fn two_devices_that_see_the_same_two_editions_end_on_the_same(one in edition(), two in edition()) {
        let (one, two) = (EditionName::of(&one), EditionName::of(&two));
        // Editions that name each other as parents, or say nothing that tells which is later, are shown
        // as they come: the live file is the site.
        let linked = one.parent.as_ref() == Some(&two.id) || two.parent.as_ref() == Some(&one.id);
        let told = |name: &EditionName| name.number > 0 && name.published_at.is_some();
        if one.id != two.id && !linked && told(&one) && told(&two) {
            prop_assert_ne!(one.arrives(Some(&two)).is_shown(), two.arrives(Some(&one)).is_shown());
        }
        prop_assert!(one.arrives(Some(&one)).is_shown());
    }
}
