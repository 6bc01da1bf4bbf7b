//! The laws of merging, over random editions and random sets of changes.

use proptest::prelude::*;
use solidaire::domain::change::{Change, ChangeSet, Delta, Path, Target, TargetKind, set_at, value_at};
use solidaire::domain::date::Timestamp;
use solidaire::domain::id::Id;
use solidaire::domain::merge::merge;
use solidaire::domain::settle::{Scope, Settling, settle};
use solidaire::domain::value::{Object, Value};

const PATHS: [&str; 6] = ["title", "summary", "place", "measures/a", "measures/b", "removed"];

pub(crate) fn target() -> Target {
    Target {
        kind: TargetKind::Initiative,
        id: Id::parse("x").unwrap(),
    }
}

pub(crate) fn value(path: &str, content: u8) -> Value {
    if content == 0 {
        return Value::Null;
    }
    let (field, item) = path.split_once('/').unwrap_or((path, ""));
    if field == "title" || field == "summary" {
        return Value::Text(content.to_string());
    }
    let mut object = Object::new();
    if !item.is_empty() {
        object.set("id", item);
    }
    object.set("value", Value::Int(i64::from(content)));
    Value::Object(object)
}

prop_compose! {
    pub(crate) fn document()(contents in prop::array::uniform5(0u8..4)) -> Object {
        let mut document = Object::new();
        document.set("id", "x");
        document.set("title", "0");
        for (path, content) in PATHS.iter().zip(contents) {
            if content > 0 {
                set_at(&mut document, &Path::parse(path).unwrap(), value(path, content));
            }
        }
        document
    }
}

prop_compose! {
    /// A change whose `before` may or may not be what the edition says, and whose `replaces` may
    /// name any change, itself and later ones included, as a forged file could.
    fn change()(
        id in 0u8..12,
        fields in prop::collection::btree_map(0usize..PATHS.len(), (0u8..4, 0u8..4), 1..4),
        replaces in prop::collection::btree_set(0u8..12, 0..3),
    ) -> Change {
        let name = |id: u8| Id::parse(&format!("c{id:02}")).unwrap();
        Change {
            id: name(id),
            author: Id::parse("device").unwrap(),
            at: Timestamp::parse("2026-01-01T00:00:00Z").unwrap(),
            target: target(),
            fields: fields.into_iter().map(|(path, (before, after))| {
                let path = PATHS[path];
                (Path::parse(path).unwrap(), Delta { before: value(path, before), after: value(path, after) })
            }).collect(),
            replaces: replaces.into_iter().map(name).collect(),
            batch: None,
        }
    }
}

pub(crate) fn changes() -> impl Strategy<Value = Vec<Change>> {
    prop::collection::vec(change(), 0..10)
}

pub(crate) fn shown(document: Option<&Object>, set: &ChangeSet) -> solidaire::domain::merge::Merged {
    let changes: Vec<&Change> = set.iter().collect();
    merge(&target(), document, &changes)
}

/// What may go where all was made here.
fn settling(document: Option<&Object>, set: &ChangeSet, scope: Scope) -> Vec<Settling> {
    let changes: Vec<&Change> = set.iter().collect();
    settle(&target(), document, &changes, scope, &|_| true)
}

pub(crate) fn let_go(set: &mut ChangeSet, steps: &[Settling]) {
    for step in steps {
        match step {
            Settling::Forget(id) => drop(set.remove(id)),
            Settling::Trim(change) => {
                set.remove(&change.id);
                set.insert(change.clone());
            }
        }
    }
}

/// What a document says, path by path. New items of a list may stand in another order once a change
/// that ordered them is forgotten.
pub(crate) fn told(document: Option<&Object>) -> Option<Vec<Value>> {
    let paths = PATHS.map(|path| Path::parse(path).unwrap());
    document.map(|document| {
        paths
            .iter()
            .map(|path| value_at(document, path).clone())
            .collect()
    })
}

proptest! {
    #[test]
    fn union_is_commutative_associative_and_idempotent(a in changes(), b in changes(), c in changes()) {
        let [a, b, c] = [a, b, c].map(|changes| changes.into_iter().collect::<ChangeSet>());
        prop_assert_eq!(a.clone().union(b.clone()), b.clone().union(a.clone()));
        prop_assert_eq!(a.clone().union(b.clone()).union(c.clone()), a.clone().union(b.union(c)));
        prop_assert_eq!(a.clone().union(a.clone()), a);
    }

    #[test]
    fn the_order_of_changes_never_matters(document in prop::option::of(document()), all in changes(), seed in any::<u64>()) {
        let set: ChangeSet = all.into_iter().collect();
        let mut shuffled: Vec<&Change> = set.iter().collect();
        let mut state = seed | 1;
        for index in (1..shuffled.len()).rev() {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            let other = usize::try_from(state >> 33).unwrap() % (index + 1);
            shuffled.swap(index, other);
        }
        let mut merged = merge(&target(), document.as_ref(), &shuffled);
        merged.done.sort();
        merged.pending.sort();
        prop_assert_eq!(merged, shown(document.as_ref(), &set));
    }

    #[test]
    fn nothing_vanishes_unless_replaced(document in document(), all in changes()) {
        let set: ChangeSet = all.into_iter().collect();
        let merged = shown(Some(&document), &set);
        let replaced = |change: &Change, path: &Path| {
            let mut reached: Vec<&Id> = vec![&change.id];
            // Everything that replaces it, directly or through others that say something of the path.
            while let Some(more) = set.iter().find(|other| {
                !reached.contains(&&other.id)
                    && other.delta(path).is_some()
                    && other.replaces.iter().any(|id| reached.contains(&id))
            }) {
                reached.push(&more.id);
            }
            reached.len() > 1
        };
        for change in set.iter() {
            for (path, delta) in &change.fields {
                let published = value_at(&document, path) == &delta.after;
                let standing = merged.document.as_ref().is_some_and(|shown| value_at(shown, path) == &delta.after);
                let removed = merged.document.is_none();
                let asked = merged.conflicts.iter().any(|conflict| {
                    conflict.path == *path && conflict.wanted.iter().any(|(id, value)| *id == change.id && *value == delta.after)
                });
                prop_assert!(published || standing || removed || asked || replaced(change, path), "{:?} of {:?}", path, change.id);
            }
            prop_assert!(merged.done.contains(&change.id) != merged.pending.contains(&change.id));
        }
    }

    #[test]
    fn publishing_what_is_shown_settles_everything_without_conflict(document in document(), all in prop::collection::vec(change(), 0..5)) {
        // A path that is published already is settled by itself, and one made against another
        // edition is a question; the law is about the others.
        let mut set: ChangeSet = all
            .into_iter()
            .map(|mut change| {
                change.fields.retain(|(path, delta)| value_at(&document, path) != &delta.after);
                for (path, delta) in &mut change.fields {
                    delta.before = value_at(&document, path).clone();
                }
                change
            })
            .collect();
        let first = shown(Some(&document), &set);
        if !first.conflicts.is_empty() {
            return Ok(());
        }
        // What an edition has settled is forgotten; left in place, it would come back to life when a
        // later edition returns to what it was made against.
        let steps = settling(Some(&document), &set, Scope::All);
        let_go(&mut set, &steps);
        let after = shown(Some(&document), &set);
        prop_assert_eq!(told(after.document.as_ref()), told(first.document.as_ref()));
        let Some(published) = first.document.clone() else { return Ok(()) };
        let second = shown(Some(&published), &set);
        prop_assert_eq!(second.document, Some(published));
        prop_assert_eq!(second.conflicts, vec![]);
        prop_assert_eq!(second.pending, Vec::<Id>::new());
    }

    #[test]
    fn a_tab_on_an_older_edition_forgets_nothing_that_a_later_one_needs(
        older in document(), later in document(), all in changes(),
    ) {
        let set: ChangeSet = all.into_iter().collect();
        let mut kept = set.clone();
        let_go(&mut kept, &settling(Some(&older), &set, Scope::WrittenOver));
        let (before, after) = (shown(Some(&later), &set), shown(Some(&later), &kept));
        prop_assert_eq!(told(after.document.as_ref()), told(before.document.as_ref()));
        for conflict in &before.conflicts {
            prop_assert!(after.conflicts.contains(conflict), "{:?}", conflict);
        }
    }

    #[test]
    fn disagreement_is_always_a_question(document in document(), one in 4u8..6, two in 6u8..8) {
        let path = Path::parse("summary").unwrap();
        let current = value_at(&document, &path).clone();
        let make = |id: &str, content| Change {
            id: Id::parse(id).unwrap(),
            author: Id::parse(id).unwrap(),
            at: Timestamp::parse("2026-01-01T00:00:00Z").unwrap(),
            target: target(),
            fields: vec![(path.clone(), Delta { before: current.clone(), after: value("summary", content) })],
            replaces: vec![],
            batch: None,
        };
        let set: ChangeSet = [make("a", one), make("b", two)].into_iter().collect();
        let merged = shown(Some(&document), &set);
        prop_assert_eq!(merged.conflicts.len(), 1);
        // The choice replaces both and ends the question.
        let mut choice = make("c", one);
        choice.replaces = vec![Id::parse("a").unwrap(), Id::parse("b").unwrap()];
        let set = set.union([choice].into_iter().collect());
        prop_assert_eq!(shown(Some(&document), &set).conflicts, vec![]);
    }

    #[test]
    fn an_edition_that_says_something_else_is_a_question(published in 1u8..3, wanted in 3u8..5, seen in 5u8..7) {
        let mut document = Object::new();
        document.set("id", "x");
        document.set("title", "t");
        document.set("summary", value("summary", published));
        let change = Change {
            id: Id::parse("a").unwrap(),
            author: Id::parse("a").unwrap(),
            at: Timestamp::parse("2026-01-01T00:00:00Z").unwrap(),
            target: target(),
            fields: vec![(Path::parse("summary").unwrap(), Delta { before: value("summary", seen), after: value("summary", wanted) })],
            replaces: vec![],
            batch: None,
        };
        let set: ChangeSet = [change].into_iter().collect();
        prop_assert_eq!(shown(Some(&document), &set).conflicts.len(), 1);
    }
}
