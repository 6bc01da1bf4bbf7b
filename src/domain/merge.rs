//! What is shown: an edition with a set of changes applied.
//!
//! # The rules, path by path
//! - **A change replaces another one on a path** if it names it, or names one that replaces it on that
//!   path. Only changes that touch the path count: who has seen the title that somebody wrote has not
//!   seen the summary that the same somebody replaced.
//! - **What nobody replaces stands**, unless the edition says it already. Several that stand and do not
//!   agree are a question, and so is one whose maker knew another edition: that edition is the other
//!   side. It is none if the maker had replaced a change that said what the edition now says.
//! - **Whoever takes the document out has seen what they replace**, on whatever path: none of it is a
//!   question any more. It comes back when they take that back.
//! - The one with the greatest identifier is shown until the person answers. Clocks decide nothing:
//!   they differ between devices.
//! - **Changes that replace each other in a circle** are forged. The greater identifier replaces the
//!   smaller one, so that neither vanishes with the other, and none of them is ever forgotten.
//!
//! # Laws
//! Each is a property test in `tests/merge/`:
//! - the order in which changes arrive never matters, and neither does their grouping;
//! - a change that arrives twice changes nothing;
//! - what a person wrote is shown, published, or named in a conflict, unless a later change of
//!   someone who had seen it replaces it;
//! - once the shown state is published, every pending change is done and the shown state stays.
//!
//! # What it costs
//! Each change is looked at once, each link once for each path that both of its ends touch. A test
//! counts it over thousands of changes of one target.

use std::collections::BTreeMap;

use super::change::{Change, Delta, Path, Target};
use super::id::Id;
use super::initiative::without_name;
use super::lineage::Lineage;
use super::order;
use super::sheet::Sheet;
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
    /// Whether any path of any change is published or replaced: whether
    /// [`settle`](super::settle::settle) may find something.
    pub finished: bool,
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
    let lineage = Lineage::of(changes);
    let nothing = Object::new();
    let mut sheet = Sheet::of(published.unwrap_or(&nothing));
    let mut merged = Merged::default();
    let mut pending = vec![false; lineage.len()];

    for trail in Reading::of(&lineage, &sheet).trails {
        let current = sheet.value(trail.path).clone();
        let of = |state| trail.touching.iter().filter(move |touch| touch.state == state);
        merged.finished |= trail.touching.iter().any(|touch| touch.state != State::Wanted);
        let Some(last) = of(State::Wanted).next_back() else {
            continue;
        };
        let agreed = of(State::Wanted).all(|touch| touch.delta.after == last.delta.after);
        // An edition that says something else than what the maker saw is the other side of a question.
        let founded = of(State::Wanted).any(|touch| {
            touch.delta.before == current
                // One that says the same without a name that may not be published is no other side.
                || public_part(trail.path, &touch.delta.after).is_some_and(|part| part == current)
        }) || of(State::Overruled).any(|touch| touch.delta.after == current);
        if !agreed || !founded {
            merged.conflicts.push(Conflict {
                target: target.clone(),
                path: trail.path.clone(),
                published: current.clone(),
                wanted: of(State::Wanted)
                    .map(|touch| (lineage.change(touch.place).id.clone(), touch.delta.after.clone()))
                    .collect(),
            });
        }
        for touch in of(State::Wanted) {
            pending[touch.place] = true;
        }
        sheet.set(trail.path, last.delta.after.clone());
    }

    for (place, pending) in pending.iter().enumerate() {
        let list = if *pending {
            &mut merged.pending
        } else {
            &mut merged.done
        };
        list.push(lineage.change(place).id.clone());
    }
    merged.finished |= !merged.done.is_empty();
    let mut shown = sheet.into_document();
    merged.document = stands(published, &shown, changes).then(|| {
        if shown.get("id").is_none() {
            shown.set("id", target.id.as_str());
        }
        shown
    });
    merged
}

/// A document stands if it is published or made by a change, and nobody took it out.
fn stands(published: Option<&Object>, shown: &Object, changes: &[&Change]) -> bool {
    let made = published.is_some() || changes.iter().any(|change| change.creates());
    made && shown.get(Path::REMOVED).is_none()
}

/// What would be published of a value that may not be published whole.
fn public_part(path: &Path, after: &Value) -> Option<Value> {
    let organiser = after.as_object().filter(|_| path.as_str() == "organiser")?;
    without_name(organiser).map(Value::Object)
}

/// What the changes of one target say, path by path.
#[derive(Debug)]
pub(super) struct Reading<'a> {
    /// Items in the order in which they were added: the changes a maker had seen come before the
    /// maker's own.
    pub(super) trails: Vec<Trail<'a>>,
    /// How many fields and links were looked at.
    pub(super) work: usize,
}

/// What the changes of one target say about one path.
#[derive(Debug)]
pub(super) struct Trail<'a> {
    pub(super) path: &'a Path,
    /// In the order of the changes' identifiers.
    pub(super) touching: Vec<Touch<'a>>,
}

/// What one change says about one path.
#[derive(Debug)]
pub(super) struct Touch<'a> {
    pub(super) place: usize,
    pub(super) delta: &'a Delta,
    /// Whether another one of the path replaces it.
    pub(super) replaced: bool,
    pub(super) state: State,
}

/// What is left of what a change says about a path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum State {
    /// It stands, and the edition says something else.
    Wanted,
    /// It stood, and whoever takes the document out replaces it.
    TakenOut,
    /// One that is wanted or taken out replaces it.
    Overruled,
    /// The edition says so, or one of which it does replaces it.
    Settled,
}

impl<'a> Reading<'a> {
    pub(super) fn of(lineage: &Lineage<'a>, published: &Sheet) -> Self {
        let mut places: BTreeMap<&Path, usize> = BTreeMap::new();
        let mut reading = Self {
            trails: Vec::new(),
            work: lineage.len(),
        };
        for place in lineage.order().iter().copied() {
            for (path, delta) in &lineage.change(place).fields {
                reading.work += 1;
                let trail = *places.entry(path).or_insert(reading.trails.len());
                if trail == reading.trails.len() {
                    let touching = Vec::new();
                    reading.trails.push(Trail { path, touching });
                }
                let touching = &mut reading.trails[trail].touching;
                // Of a path that a change names twice, the first one counts.
                if touching.last().is_none_or(|last: &Touch| last.place != place) {
                    touching.push(Touch {
                        place,
                        delta,
                        replaced: false,
                        state: State::Settled,
                    });
                }
            }
        }
        for trail in &mut reading.trails {
            order::sort_by_key(&mut trail.touching, |touch| touch.place);
        }
        let is_removal = |trail: &&mut Trail| trail.path.as_str() == Path::REMOVED;
        let removal = reading.trails.iter_mut().find(is_removal);
        let mut taken_out = vec![false; lineage.len()];
        let mut within = vec![None; lineage.len()];
        if let Some(removal) = removal {
            reading.work += removal.find_states(lineage, published, &taken_out, &mut within);
            reading.work += removal.take_out(lineage, &mut taken_out);
        }
        for trail in &mut reading.trails {
            if trail.path.as_str() != Path::REMOVED {
                reading.work += trail.find_states(lineage, published, &taken_out, &mut within);
            }
        }
        reading
    }
}

impl Trail<'_> {
    /// Marks what those replace that take the document out, unless somebody disagrees.
    fn take_out(&self, lineage: &Lineage, taken_out: &mut [bool]) -> usize {
        let live = || self.touching.iter().filter(|touch| !touch.replaced);
        if live().any(|touch| touch.delta.after.is_null()) {
            return 0;
        }
        let (mut way, mut work): (Vec<usize>, _) = (live().map(|touch| touch.place).collect(), 0);
        while let Some(later) = way.pop() {
            for earlier in lineage.replaced(later) {
                work += 1;
                if !taken_out[*earlier] {
                    taken_out[*earlier] = true;
                    way.push(*earlier);
                }
            }
        }
        work
    }

    /// `within` has room for every change and holds nothing, before and after.
    fn find_states(
        &mut self,
        lineage: &Lineage,
        published: &Sheet,
        taken_out: &[bool],
        within: &mut [Option<usize>],
    ) -> usize {
        let current = published.value(self.path);
        let is_out = published.is_removed();
        for (index, touch) in self.touching.iter().enumerate() {
            within[touch.place] = Some(index);
        }
        let mut work = 0;
        for index in 0..self.touching.len() {
            for earlier in lineage.replaced(self.touching[index].place) {
                work += 1;
                if let Some(index) = within[*earlier] {
                    self.touching[index].replaced = true;
                }
            }
        }
        let mut way = Vec::new();
        for touch in self.touching.iter_mut().filter(|touch| !touch.replaced) {
            touch.state = match (taken_out[touch.place], touch.delta.after == *current) {
                (true, _) if is_out => State::Settled,
                (true, _) => State::TakenOut,
                (false, true) => State::Settled,
                (false, false) => State::Wanted,
            };
            if touch.state != State::Settled {
                way.push(touch.place);
            }
        }
        while let Some(later) = way.pop() {
            for earlier in lineage.replaced(later) {
                work += 1;
                let Some(index) = within[*earlier] else { continue };
                if self.touching[index].state == State::Settled {
                    self.touching[index].state = State::Overruled;
                    way.push(*earlier);
                }
            }
        }
        for touch in &self.touching {
            within[touch.place] = None;
        }
        work
    }
}

#[cfg(test)]
mod tests {
    use super::{Reading, merge};
    use crate::domain::change::{Change, Delta, Path, Target, TargetKind};
    use crate::domain::date::Timestamp;
    use crate::domain::id::Id;
    use crate::domain::lineage::Lineage;
    use crate::domain::sheet::Sheet;
    use crate::domain::value::{Object, Value};

    const MANY: usize = 5_000;

    fn target() -> Target {
        Target {
            kind: TargetKind::Initiative,
            id: Id::parse("x").unwrap(),
        }
    }

    fn id(number: usize) -> Id {
        Id::parse(&format!("c{number:05}")).unwrap()
    }

    /// As many changes as a contribution may hold, all of one entry.
    fn forged(paths: impl Fn(usize) -> Vec<String>, replaces: impl Fn(usize) -> Vec<usize>) -> Vec<Change> {
        let delta = |number: usize| Delta {
            before: Value::Null,
            after: Value::Int(i64::try_from(number % 7).unwrap()),
        };
        let change = |number| Change {
            id: id(number),
            author: Id::parse("stranger").unwrap(),
            at: Timestamp::parse("2026-01-01T00:00:00Z").unwrap(),
            target: target(),
            fields: paths(number)
                .iter()
                .map(|path| (Path::parse(path).unwrap(), delta(number)))
                .collect(),
            replaces: replaces(number).into_iter().map(id).collect(),
            batch: None,
        };
        (0..MANY).map(change).collect()
    }

    #[test]
    fn thousands_of_changes_of_one_entry_cost_what_their_file_weighs() {
        let title = |_| vec!["title".to_owned()];
        let own = |number| {
            vec![
                format!("measures/m{number}"),
                "title".to_owned(),
                format!("f{number}"),
            ]
        };
        let none = |_| vec![];
        let chain = |number: usize| number.checked_sub(1).into_iter().collect::<Vec<_>>();
        let circle = |number: usize| vec![(number + 1) % MANY];
        let fan = |number: usize| (0..number.min(200)).collect::<Vec<_>>();
        let all = [
            forged(title, none),
            forged(title, chain),
            forged(title, circle),
            forged(title, fan),
            forged(own, chain),
            forged(own, circle),
        ];
        for changes in &all {
            let changes: Vec<&Change> = changes.iter().collect();
            let fields: usize = changes.iter().map(|change| change.fields.len()).sum();
            let links: usize = changes.iter().map(|change| change.replaces.len()).sum();
            let paths = changes.iter().map(|change| change.fields.len()).max().unwrap();
            let reading = Reading::of(&Lineage::of(&changes), &Sheet::default());
            // Twice: which ones are replaced, and which by those that stand.
            let bound = MANY + fields + links * (2 * paths + 1);
            assert!(reading.work <= bound, "{} of {bound}", reading.work);
            let merged = merge(&target(), None, &changes);
            assert_eq!(merged.done.len() + merged.pending.len(), MANY);
        }
    }

    #[test]
    fn a_chain_holds_only_through_changes_of_the_path() {
        let change = |number, path: &[&str], replaces: &[usize]| {
            let fields = path.iter().map(|path| {
                let delta = Delta {
                    before: Value::Null,
                    after: Value::Text(format!("{path} {number}")),
                };
                (Path::parse(path).unwrap(), delta)
            });
            Change {
                id: id(number),
                fields: fields.collect(),
                replaces: replaces.iter().map(|number| id(*number)).collect(),
                ..forged(|_| vec![], |_| vec![]).remove(0)
            }
        };
        // The maker of the last one saw the second, which says nothing of the summary.
        let changes = [
            change(0, &["title", "summary"], &[]),
            change(1, &["title"], &[0]),
            change(2, &["summary"], &[1]),
        ];
        let changes: Vec<&Change> = changes.iter().collect();
        let merged = merge(&target(), Some(&Object::new()), &changes);
        let asked: Vec<_> = merged
            .conflicts
            .iter()
            .map(|conflict| conflict.path.as_str())
            .collect();
        assert_eq!(asked, ["summary"]);
        assert_eq!(merged.document.unwrap().text("title"), Some("title 1"));
    }
}
