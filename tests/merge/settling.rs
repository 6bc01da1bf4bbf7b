//! The laws of letting go.

use proptest::prelude::*;
use solidaire::domain::change::{Change, ChangeSet, Delta, Path, set_at};
use solidaire::domain::date::Timestamp;
use solidaire::domain::id::Id;
use solidaire::domain::settle::{Scope, Settling, inherited, settle};
use solidaire::domain::value::Object;

use crate::laws::{changes, document, let_go, shown, target, told, value};

/// Half of the changes were made here and never left.
fn is_mine(change: &Change) -> bool {
    change
        .id
        .as_str()
        .bytes()
        .last()
        .is_some_and(|digit| digit % 2 == 0)
}

fn steps(document: Option<&Object>, set: &ChangeSet, scope: Scope) -> Vec<Settling> {
    let changes: Vec<&Change> = set.iter().collect();
    settle(&target(), document, &changes, scope, &is_mine)
}

/// A save of a person: which path, which text, and whether it is sent at once.
type Save = (usize, u8, bool);

fn saves(longest: usize) -> impl Strategy<Value = Vec<Save>> {
    prop::collection::vec((0..PATHS.len(), 0u8..6, prop::bool::weighted(0.2)), 0..longest)
}

const PATHS: [&str; 4] = ["title", "summary", "measures/a", "measures/b"];

fn id(text: &str) -> Id {
    Id::parse(text).unwrap()
}

/// What the form makes of a save: it stands in place of what it touches.
fn saved(set: &ChangeSet, name: &str, path: &str, content: u8, before: &Object) -> Change {
    let parsed = Path::parse(path).unwrap();
    let touching = set.iter().filter(|change| change.delta(&parsed).is_some());
    let direct = touching.map(|change| change.id.clone()).collect();
    let before = solidaire::domain::change::value_at(before, &parsed).clone();
    Change {
        id: id(name),
        author: id("device"),
        at: Timestamp::parse("2026-01-01T00:00:00Z").unwrap(),
        target: target(),
        fields: vec![(
            parsed,
            Delta {
                before,
                after: value(path, content),
            },
        )],
        replaces: inherited(direct, set),
        batch: None,
    }
}

/// Every part of a random number is as likely: identifiers come in no order.
fn name(number: usize) -> String {
    Id::derived(&[&number.to_string()]).as_str().to_owned()
}

proptest! {
    #[test]
    fn each_step_leaves_what_is_shown_asked_and_pending(
        document in prop::option::of(document()), all in changes(), scope in prop::sample::select(vec![Scope::All, Scope::WrittenOver]),
    ) {
        let mut set: ChangeSet = all.into_iter().collect();
        let before = shown(document.as_ref(), &set);
        for step in steps(document.as_ref(), &set, scope) {
            let_go(&mut set, &[step]);
            let after = shown(document.as_ref(), &set);
            prop_assert_eq!(&after.document, &before.document);
            prop_assert_eq!(&after.conflicts, &before.conflicts);
            prop_assert_eq!(&after.pending, &before.pending);
        }
    }

    #[test]
    fn another_device_that_has_what_was_sent_shows_the_same(
        document in document(), saves in saves(24), others in changes(),
    ) {
        // One device lets go after each save, one keeps everything.
        let (mut kept, mut all) = (ChangeSet::default(), ChangeSet::default());
        let mut sent: Vec<Id> = Vec::new();
        let mut received = ChangeSet::default();
        for (number, (path, content, is_sent)) in saves.into_iter().enumerate() {
            let change = saved(&kept, &name(number), PATHS[path], content, &document);
            all.insert(change.clone());
            kept.insert(change.clone());
            if is_sent {
                sent.push(change.id.clone());
                received.insert(change);
            }
            let changes: Vec<&Change> = kept.iter().collect();
            let is_mine = |change: &Change| change.author == id("device") && !sent.contains(&change.id);
            let steps = settle(&target(), Some(&document), &changes, Scope::WrittenOver, &is_mine);
            let_go(&mut kept, &steps);
        }
        let before = shown(Some(&document), &all);
        prop_assert_eq!(told(shown(Some(&document), &kept).document.as_ref()), told(before.document.as_ref()));
        prop_assert_eq!(&shown(Some(&document), &kept).conflicts, &before.conflicts);
        // Somebody who has what was sent, and changes of their own, receives the rest.
        let others: ChangeSet = others.into_iter().collect();
        let there = received.union(others);
        let [mut one, mut two] = [kept, all].map(|own| shown(Some(&document), &there.clone().union(own)));
        for merged in [&mut one, &mut two] {
            merged.conflicts.sort_by(|one, two| one.path.cmp(&two.path));
        }
        prop_assert_eq!(told(one.document.as_ref()), told(two.document.as_ref()));
        prop_assert_eq!(one.conflicts, two.conflicts);
    }

    #[test]
    fn what_an_edition_has_taken_is_never_asked_again(
        first in document(), saves in saves(6), taken in prop::collection::btree_set(0..PATHS.len(), 1..4),
    ) {
        let mut set = ChangeSet::default();
        for (number, (path, content, _)) in saves.into_iter().enumerate() {
            set.insert(saved(&set, &name(number), PATHS[path], content, &first));
        }
        let wanted = shown(Some(&first), &set).document.unwrap();
        // The second edition takes a part, the third one changes that part again.
        let (mut second, mut third) = (first.clone(), first);
        for path in taken.iter().map(|path| PATHS[*path]) {
            let parsed = Path::parse(path).unwrap();
            let told = solidaire::domain::change::value_at(&wanted, &parsed).clone();
            if told != *solidaire::domain::change::value_at(&second, &parsed) {
                set_at(&mut second, &parsed, told);
                set_at(&mut third, &parsed, value(path, 9));
            }
        }
        // All of it was sent, so that nothing goes for being written over.
        let changes: Vec<&Change> = set.iter().collect();
        let steps = settle(&target(), Some(&second), &changes, Scope::All, &|_| false);
        let_go(&mut set, &steps);
        prop_assert_eq!(shown(Some(&second), &set).conflicts, vec![]);
        prop_assert_eq!(shown(Some(&third), &set).conflicts, vec![]);
    }
}

/// Saves many times, alternating among paths, and tells how many changes are left at most.
fn most_changes(made: &[&str], edited: &[&str], sent_every: usize) -> usize {
    let (mut set, mut most) = (ChangeSet::default(), 0);
    let nothing = Object::new();
    let mut first = saved(&set, &name(0), made[0], 1, &nothing);
    for path in &made[1..] {
        first.fields.extend(saved(&set, "x", path, 1, &nothing).fields);
    }
    set.insert(first);
    let mut handed_over = Vec::new();
    for number in 1..=1_000 {
        let content = u8::try_from(number % 250 + 1).unwrap();
        let change = saved(
            &set,
            &name(number),
            edited[number % edited.len()],
            content,
            &nothing,
        );
        if sent_every > 0 && number % sent_every == 0 {
            handed_over.push(change.id.clone());
        }
        set.insert(change);
        let changes: Vec<&Change> = set.iter().collect();
        let is_mine = |change: &Change| !handed_over.contains(&change.id);
        let steps = settle(&target(), None, &changes, Scope::WrittenOver, &is_mine);
        let_go(&mut set, &steps);
        most = most.max(set.len());
    }
    let longest = set.iter().map(|change| change.replaces.len()).max().unwrap();
    assert!(longest <= 40 + handed_over.len(), "{longest} names in one change");
    most
}

#[test]
fn editing_a_thousand_times_leaves_a_few_changes() {
    // A field of a published entry; a field of an entry that was made here; two in turn; all of it.
    assert_eq!(most_changes(&["title"], &["title"], 0), 1);
    assert_eq!(most_changes(&["title", "summary"], &["title"], 0), 2);
    assert_eq!(
        most_changes(&["title", "summary", "measures/a"], &["title", "measures/a"], 0),
        3
    );
    assert_eq!(most_changes(&["title", "summary"], &["title", "summary"], 0), 2);
    // What was sent stays until an edition has it.
    assert_eq!(most_changes(&["title", "summary"], &["title"], 100), 11);
}
