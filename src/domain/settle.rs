//! What of the local changes has nothing left to say and may go, so that they do not grow for ever.
//!
//! # The rules, path by path
//! - **What the edition has taken goes**: a path at which it has come to say what a change wants, and
//!   what that change replaces there. A change of which only some paths are taken loses these. Left in
//!   place, they would be asked about when a later edition says something else.
//! - **What a person wrote and wrote over goes**, if it never left the device: nobody else can know it.
//!   What was sent, and what others made, stays as long as no edition has taken it, or it would come
//!   back as news when it arrives once more.
//! - **What was undone stays with what it undoes**, unless neither left the device: a change back to
//!   what the edition says may have to be said again, when the edition takes what was undone.
//! - Whatever replaces a change that was written over must itself name what that one replaces:
//!   [`inherited`] sees to it when a change is made, so that chains hold on every device.
//! - Changes that replace each other in a circle stay.
//!
//! # Laws
//! Each is a property test in `tests/merge/`:
//! - one step after another, what is shown, asked and pending stays as it is, wherever one stops;
//! - another device that holds what was sent shows the same, whatever has gone here;
//! - editing one field a thousand times leaves three changes at most.

use std::collections::BTreeSet;

use super::change::{Change, ChangeSet, Path, Target};
use super::id::Id;
use super::lineage::Lineage;
use super::merge::{Reading, State, Trail, merge};
use super::sheet::Sheet;
use super::value::Object;

/// How many changes that are no longer here a change names at most, the latest first. They matter where
/// an older backup brings them back, or a message that arrives late.
const INHERITED: usize = 32;

/// How many steps are tried for one target at once. The rest follows after the next save, and a forged file
/// costs no more than this.
const STEPS: usize = 64;

/// The longest detour that is checked for one change.
const DETOUR: usize = 10_000;

/// How much may go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// All of it: for a page on the latest edition that the device has.
    All,
    /// What was written over, which may go whatever the edition says: a page on an older one would take
    /// for published what another page has just written.
    WrittenOver,
}

/// One step.
#[derive(Debug, Clone, PartialEq)]
pub enum Settling {
    /// The change goes.
    Forget(Id),
    /// The change is kept with fewer paths.
    Trim(Change),
}

/// The changes that a new one names which stands in place of `direct`: these, and those that they stand
/// in place of, also where they have gone.
#[must_use]
pub fn inherited(direct: Vec<Id>, changes: &ChangeSet) -> Vec<Id> {
    let mut all = direct;
    let mut gone = 0;
    for index in 0..all.len() {
        let Some(change) = changes.get(&all[index]) else {
            continue;
        };
        for earlier in &change.replaces {
            let is_here = changes.get(earlier).is_some();
            if all.contains(earlier) || (!is_here && gone == INHERITED) {
                continue;
            }
            gone += usize::from(!is_here);
            all.push(earlier.clone());
        }
    }
    all
}

/// What may go of the changes of one target, step by step in an order that may stop anywhere. `is_mine`
/// says whether a change was made here and never left the device.
///
/// What one step leaves may let another go, so it is looked at again until nothing more goes: settling
/// twice is settling once.
#[must_use]
pub fn settle(
    target: &Target,
    published: Option<&Object>,
    changes: &[&Change],
    scope: Scope,
    is_mine: &dyn Fn(&Change) -> bool,
) -> Vec<Settling> {
    let mut budget = STEPS;
    let mut steps = Vec::new();
    let mut left: Vec<Change> = Vec::new();
    loop {
        let again: Vec<&Change> = left.iter().collect();
        let changes = if steps.is_empty() {
            changes
        } else {
            again.as_slice()
        };
        let more = round(
            target,
            published,
            changes,
            &candidates(published, changes, scope, is_mine),
            &mut budget,
        );
        if more.is_empty() {
            return steps;
        }
        left = more
            .iter()
            .fold(changes.iter().copied().cloned().collect(), without);
        steps.extend(more);
    }
}

/// The changes after a step.
fn without(mut changes: Vec<Change>, step: &Settling) -> Vec<Change> {
    match step {
        Settling::Forget(id) => changes.retain(|change| change.id != *id),
        Settling::Trim(trimmed) => {
            if let Some(change) = changes.iter_mut().find(|change| change.id == trimmed.id) {
                change.clone_from(trimmed);
            }
        }
    }
    changes
}

/// The candidates that go without showing, each tried once.
fn round(
    target: &Target,
    published: Option<&Object>,
    changes: &[&Change],
    candidates: &[Settling],
    budget: &mut usize,
) -> Vec<Settling> {
    let mut steps = Vec::new();
    if candidates.is_empty() {
        return steps;
    }
    let look = |changes: &[&Change]| {
        let merged = merge(target, published, changes);
        (merged.document, merged.conflicts, merged.pending)
    };
    let before = look(changes);
    let mut left: Vec<&Change> = changes.to_vec();
    // New items stand in the order in which they were added, and with an early change its place goes.
    // Each step is tried out first; one that would show is left.
    for step in candidates {
        if *budget == 0 {
            break;
        }
        *budget -= 1;
        let mut tried = left.clone();
        match step {
            Settling::Forget(id) => tried.retain(|change| change.id != *id),
            Settling::Trim(trimmed) => {
                let same = |change: &&mut &Change| change.id == trimmed.id;
                if let Some(change) = tried.iter_mut().find(same) {
                    *change = trimmed;
                }
            }
        }
        if look(&tried) == before {
            left = tried;
            steps.push(step.clone());
        }
    }
    steps
}

/// What the rules let go, those that are replaced before those that replace them.
fn candidates(
    published: Option<&Object>,
    changes: &[&Change],
    scope: Scope,
    is_mine: &dyn Fn(&Change) -> bool,
) -> Vec<Settling> {
    let lineage = Lineage::of(changes);
    let nothing = Object::new();
    let sheet = Sheet::of(published.unwrap_or(&nothing));
    let mine: Vec<bool> = (0..lineage.len())
        .map(|place| is_mine(lineage.change(place)))
        .collect();
    let may_pass: Vec<bool> = (0..lineage.len())
        .map(|place| mine[place] && is_passed_by(place, &lineage))
        .collect();
    let mut taken: Vec<Vec<&Path>> = vec![Vec::new(); lineage.len()];
    let mut covered = vec![0_usize; lineage.len()];
    for trail in &Reading::of(&lineage, &sheet).trails {
        let goes = scope == Scope::All && is_taken(trail, &lineage, &sheet, &mine);
        for touch in trail
            .touching
            .iter()
            .filter(|touch| !lineage.is_circular(touch.place))
        {
            let place = touch.place;
            if goes && touch.state == State::Settled {
                taken[place].push(trail.path);
            } else if touch.replaced && may_pass[place] {
                covered[place] += 1;
            }
        }
    }
    let mut steps = Vec::new();
    for place in lineage.order().iter().copied() {
        let change = lineage.change(place);
        let gone = &taken[place];
        if gone.len() + covered[place] == change.fields.len() && !lineage.is_circular(place) {
            steps.push(Settling::Forget(change.id.clone()));
        } else if published.is_some() && !gone.is_empty() {
            let fields = change.fields.iter().filter(|(path, _)| !gone.contains(&path));
            steps.push(Settling::Trim(Change {
                fields: fields.cloned().collect(),
                ..change.clone()
            }));
        }
    }
    steps
}

/// Whether the edition has come to say what is settled on a path or has taken the document out, or nobody
/// else knows any of it.
fn is_taken(trail: &Trail, lineage: &Lineage, published: &Sheet, mine: &[bool]) -> bool {
    let current = published.value(trail.path);
    let mut settled = trail
        .touching
        .iter()
        .filter(|touch| touch.state == State::Settled);
    if published.is_removed() || settled.clone().all(|touch| mine[touch.place]) {
        return true;
    }
    // What is replaced by another settled one is asked for through that one.
    let replaced: BTreeSet<usize> = settled
        .clone()
        .flat_map(|touch| lineage.replaced(touch.place).iter().copied())
        .collect();
    settled.all(|touch| touch.delta.before != *current || replaced.contains(&touch.place))
}

/// Whether all that replace a change also name what it replaces: then no chain goes through it.
fn is_passed_by(place: usize, lineage: &Lineage) -> bool {
    let (later, earlier) = (lineage.replacing(place), lineage.replaced(place));
    let names = |later: &usize, earlier: &usize| lineage.replaced(*later).binary_search(earlier).is_ok();
    later.len() * earlier.len() <= DETOUR
        && later
            .iter()
            .all(|later| earlier.iter().all(|earlier| names(later, earlier)))
}
