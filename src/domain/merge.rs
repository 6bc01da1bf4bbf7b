//! What is shown: an edition with a set of changes applied.
//!
//! Laws, each a property test in `tests/merge.rs`:
//! - the order in which changes arrive never matters, and neither does their grouping;
//! - a change that arrives twice changes nothing;
//! - what a person wrote is shown, published, or named in a conflict, unless a later change of
//!   someone who had seen it replaces it;
//! - forgetting the changes that are forgettable changes nothing that is shown;
//! - once the shown state is published, every pending change is done and the shown state stays.

use super::change::{Change, Path, Target, set_at, value_at};
use super::id::Id;
use super::initiative::without_name;
use super::order;
use super::value::{Object, Value};

/// What becomes of one document.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Merged {
    /// What is shown, if the document stands. A document that is not published and that no change
    /// makes does not.
    pub document: Option<Object>,
    /// The questions to a person, in the order of their paths.
    pub conflicts: Vec<Conflict>,
    /// The changes that have nothing left to say: everything in them is published or replaced.
    pub done: Vec<Id>,
    /// The changes that are shown or in conflict, in part at least.
    pub pending: Vec<Id>,
    /// The changes among the done ones that may be forgotten. A done change that replaces one that
    /// is not must stay, or the replaced one would come back to life.
    pub forgettable: Vec<Id>,
    /// Those that may be forgotten whatever the edition says, since later changes replace them whole: a
    /// page whose edition is not the latest may forget no others.
    pub superseded: Vec<Id>,
}

/// One path on which people disagree.
#[derive(Debug, Clone, PartialEq)]
pub struct Conflict {
    /// The document.
    pub target: Target,
    /// Where in it.
    pub path: Path,
    /// What the edition says.
    pub published: Value,
    /// What each change wants, in the order of their identifiers; the last one is shown.
    pub wanted: Vec<(Id, Value)>,
}

/// Applies to one document every change that has it as target.
///
/// `published` is the edition's document, written by the strict writer; a removed one carries its
/// reason under [`Path::REMOVED`].
#[must_use]
pub fn merge(target: &Target, published: Option<&Object>, changes: &[&Change]) -> Merged {
    let nothing = Object::new();
    let base = published.unwrap_or(&nothing);
    let mut shown = base.clone();
    let mut merged = Merged::default();
    let mut pending: Vec<&Id> = Vec::new();
    let mut grounds: Vec<&Id> = Vec::new();
    let mut alive: Vec<&Id> = Vec::new();

    let removals = removals(changes);
    for path in paths(changes) {
        let mut live = live(path, changes);
        alive.extend(live.iter().map(|(change, _)| &change.id));
        if path.as_str() != Path::REMOVED {
            // Whoever takes a document out has seen what they replace: it is no question any more. It
            // comes back when they take that back, so it is kept as long as that can be.
            let taken_out = |change| {
                removals
                    .iter()
                    .any(|removal| supersedes(removal, change, changes))
            };
            let (kept, gone): (Vec<_>, Vec<_>) = live.into_iter().partition(|(change, _)| !taken_out(change));
            if base.get(Path::REMOVED).is_none() {
                grounds.extend(gone.iter().map(|(change, _)| &change.id));
            }
            live = kept;
        }
        let current = value_at(base, path);
        let wanted: Vec<_> = live.iter().filter(|(_, delta)| delta.after != *current).collect();
        pending.extend(wanted.iter().map(|(change, _)| &change.id));
        let Some((_, last)) = wanted.last() else { continue };
        let agreed = wanted.iter().all(|(_, delta)| delta.after == last.after);
        // An edition that says something else than what the maker saw is the other side of a question.
        let mut founded = false;
        for (change, delta) in &wanted {
            let mut seen = seen(change, path, current, changes).peekable();
            founded |= delta.before == *current
                || seen.peek().is_some()
                // One that says the same without a name that may not be published is no other side.
                || public_part(path, &delta.after).is_some_and(|part| part == *current);
            // Were they forgotten, the same edition would be a question at the next start.
            grounds.extend(seen.filter(|_| delta.before != *current).map(|seen| &seen.id));
        }
        if !agreed || !founded {
            merged.conflicts.push(Conflict {
                target: target.clone(),
                path: path.clone(),
                published: current.clone(),
                wanted: wanted
                    .iter()
                    .map(|(change, delta)| (change.id.clone(), delta.after.clone()))
                    .collect(),
            });
        }
        set_at(&mut shown, path, last.after.clone());
    }

    for change in changes {
        let list = if pending.contains(&&change.id) {
            &mut merged.pending
        } else {
            &mut merged.done
        };
        list.push(change.id.clone());
    }
    merged.forgettable = forgettable(&merged.done, &grounds, changes);
    let dead = merged.done.iter().filter(|id| !alive.contains(id));
    merged.superseded = forgettable(&dead.cloned().collect::<Vec<Id>>(), &grounds, changes);
    merged.document = stands(published, &shown, changes).then(|| {
        if shown.get("id").is_none() {
            shown.set("id", target.id.as_str());
        }
        shown
    });
    merged
}

/// The largest part of the done changes that replaces nothing outside itself and grounds no other.
fn forgettable(done: &[Id], grounds: &[&Id], changes: &[&Change]) -> Vec<Id> {
    let mut part: Vec<&Change> = changes
        .iter()
        .filter(|change| done.contains(&change.id) && !grounds.contains(&&change.id))
        .copied()
        .collect();
    loop {
        let before = part.len();
        let outside = |id: &Id| {
            changes.iter().any(|change| change.id == *id) && !part.iter().any(|change| change.id == *id)
        };
        let kept: Vec<&Change> = part
            .iter()
            .filter(|change| !change.replaces.iter().any(outside))
            .copied()
            .collect();
        part = kept;
        if part.len() == before {
            return part.into_iter().map(|change| change.id.clone()).collect();
        }
    }
}

/// A document stands if it is published or made by a change, and nobody took it out.
fn stands(published: Option<&Object>, shown: &Object, changes: &[&Change]) -> bool {
    let made = published.is_some() || changes.iter().any(|change| change.creates());
    made && shown.get(Path::REMOVED).is_none()
}

/// Every path that a change touches, items in the order in which they were added: the changes a
/// maker had seen come before the maker's own.
fn paths<'a>(changes: &[&'a Change]) -> Vec<&'a Path> {
    let mut ordered: Vec<&Change> = Vec::with_capacity(changes.len());
    let mut left: Vec<&Change> = changes.to_vec();
    order::sort_by(&mut left, |one, two| one.id.cmp(&two.id));
    while !left.is_empty() {
        let free = |change: &&Change| {
            !left
                .iter()
                .any(|other| other.id != change.id && change.replaces.contains(&other.id))
        };
        // Only changes that replace each other in a circle leave none free; then the first goes.
        let next = left.iter().position(free).unwrap_or(0);
        ordered.push(left.remove(next));
    }
    let mut paths: Vec<&Path> = Vec::new();
    for (path, _) in ordered.iter().flat_map(|change| &change.fields) {
        if !paths.contains(&path) {
            paths.push(path);
        }
    }
    paths
}

/// The changes that take the document out, unless somebody disagrees.
fn removals<'a>(changes: &[&'a Change]) -> Vec<&'a Change> {
    let mut paths = changes.iter().flat_map(|change| &change.fields);
    let Some((path, _)) = paths.find(|(path, _)| path.as_str() == Path::REMOVED) else {
        return Vec::new();
    };
    let live = live(path, changes);
    if live.iter().any(|(_, delta)| delta.after.is_null()) {
        return Vec::new();
    }
    live.into_iter().map(|(change, _)| change).collect()
}

/// The changes of a path that no other change of that path replaces, in the order of their
/// identifiers.
fn live<'a>(path: &Path, changes: &[&'a Change]) -> Vec<(&'a Change, &'a super::change::Delta)> {
    let touching: Vec<_> = changes
        .iter()
        .filter_map(|change| Some((*change, change.delta(path)?)))
        .collect();
    let mut live: Vec<_> = touching
        .iter()
        .filter(|(change, _)| {
            !touching
                .iter()
                .any(|(other, _)| supersedes(other, change, changes))
        })
        .copied()
        .collect();
    order::sort_by(&mut live, |(one, _), (two, _)| one.id.cmp(&two.id));
    live
}

/// What would be published of a value that may not be published whole.
fn public_part(path: &Path, after: &Value) -> Option<Value> {
    let organiser = after.as_object().filter(|_| path.as_str() == "organiser")?;
    without_name(organiser).map(Value::Object)
}

/// The changes by which the maker of another had seen a value: those that set it and were replaced.
fn seen<'a>(
    change: &Change,
    path: &Path,
    value: &Value,
    changes: &[&'a Change],
) -> impl Iterator<Item = &'a Change> {
    changes.iter().copied().filter(|earlier| {
        earlier.delta(path).is_some_and(|delta| delta.after == *value) && supersedes(change, earlier, changes)
    })
}

/// Whether one change replaces another, directly or through others. Of two that replace each other
/// (only a forged file holds such), the one with the greater identifier does, so that neither
/// vanishes with the other.
fn supersedes(later: &Change, earlier: &Change, changes: &[&Change]) -> bool {
    later.id != earlier.id
        && reaches(later, &earlier.id, changes)
        && (later.id > earlier.id || !reaches(earlier, &later.id, changes))
}

fn reaches(from: &Change, to: &Id, changes: &[&Change]) -> bool {
    let mut seen: Vec<&Id> = Vec::new();
    let mut open: Vec<&Id> = from.replaces.iter().collect();
    while let Some(id) = open.pop() {
        if id == to {
            return true;
        }
        if !seen.contains(&id) {
            seen.push(id);
            let next = changes.iter().find(|change| change.id == *id);
            open.extend(next.iter().flat_map(|change| &change.replaces));
        }
    }
    false
}
