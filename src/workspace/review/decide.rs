//! Making of a decision everything that is to be written, and everything that takes it back.

use std::collections::{BTreeMap, BTreeSet};

use super::super::compose::{document, position};
use super::super::{Stamp, Workspace};
use super::groups::{Group, Item, Scene, Standing};
use super::remember::{entry, remembered};
use super::signs::new_numbers;
use super::{Filed, Inbox};
use crate::domain::change::{Change, Delta, Path, Target, value_at};
use crate::domain::decision::{Decision, NumberCheck, Outcome, Reason};
use crate::domain::id::Id;
use crate::domain::phone::Phone;
use crate::domain::value::Value;

/// One open field, by its names.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Pick {
    /// The change that sets it.
    pub change: Id,
    /// The field.
    pub path: Path,
}

/// What is decided about the picked fields.
#[derive(Debug, Clone, PartialEq)]
pub enum Verdict {
    /// They are accepted as they are; how the new telephone numbers of each were checked.
    Accept(BTreeMap<Pick, NumberCheck>),
    /// The one picked field is accepted with this value in place of the sender's.
    Edit(Value, Option<NumberCheck>),
    /// They are refused, for a reason, with a note.
    Refuse(Reason, String),
}

/// Why a picked field was left as it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Left {
    /// It brings a telephone number that nobody has called.
    Number,
    /// Another picked field wants something else at the same place.
    Competing,
    /// Its entry was taken out, or is not known here.
    NoEntry,
}

/// Everything that a decision writes, and everything that takes it back.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Act {
    /// The changes to write.
    pub changes: Vec<Change>,
    /// The local changes of the same entries as they were before.
    pub before: Vec<Change>,
    /// The lines of the log.
    pub entries: Vec<Decision>,
    /// The contributions that have nothing left to decide afterwards, and leave the inbox.
    pub finished: Vec<Filed>,
    /// The contributions that have something to decide again once it is taken back.
    pub reopened: Vec<Filed>,
}

/// A decision, ready to be written.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Prepared {
    /// What it writes.
    pub act: Act,
    /// How many fields it decides.
    pub fields: usize,
    /// The picked fields that it leaves as they are.
    pub left: Vec<(Pick, Left)>,
}

impl Act {
    /// Whether there is nothing to write.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.changes.is_empty() && self.entries.is_empty() && self.finished.is_empty()
    }
}

/// An open field with where it stands.
#[derive(Clone, Copy)]
struct Place<'a> {
    group: &'a Group,
    contribution: &'a Id,
    item: &'a Item,
}

impl Place<'_> {
    fn pick(&self) -> Pick {
        Pick {
            change: self.item.change.clone(),
            path: self.item.path.clone(),
        }
    }

    /// Whether an entry that is not shown yet begins with this field.
    fn is_beginning(&self) -> bool {
        self.group.standing == Standing::New && matches!(self.item.path.as_str(), "title" | "label")
    }
}

impl Inbox {
    /// Decides about open fields. Fields that were decided meanwhile, in another tab, are passed over.
    ///
    /// An entry that is not shown yet comes with its title: accepting one of its fields accepts the title
    /// too, and refusing the title refuses all of it. `stamp` gives each change its own identifier.
    #[must_use]
    pub fn decide(
        &self,
        workspace: &Workspace,
        picks: &[Pick],
        verdict: &Verdict,
        mut stamp: impl FnMut() -> Stamp,
    ) -> Prepared {
        let groups = self.groups(workspace);
        let all = places(&groups);
        let picks: BTreeSet<&Pick> = picks.iter().collect();
        let picked = |place: &&Place<'_>| picks.contains(&place.pick());
        let mut chosen: Vec<Place<'_>> = all.iter().filter(picked).copied().collect();
        widen(&mut chosen, &all, matches!(verdict, Verdict::Refuse(..)));
        let mut prepared = Prepared::default();
        match verdict {
            Verdict::Refuse(..) => {}
            Verdict::Accept(checks) => {
                let unchecked =
                    |place: &Place<'_>| !place.item.numbers.is_empty() && !checks.contains_key(&place.pick());
                leave(&mut chosen, unchecked, true, &mut prepared.left);
            }
            Verdict::Edit(value, None) => {
                let is_new = |place: &Place<'_>| {
                    let Item { path, .. } = place.item;
                    !numbers_in(workspace, &place.group.target, path, value).is_empty()
                };
                leave(&mut chosen, is_new, false, &mut prepared.left);
            }
            Verdict::Edit(_, Some(_)) => leave(&mut chosen, |_| false, false, &mut prepared.left),
        }
        prepared.fields = chosen.len();
        prepared.act = Draft {
            inbox: self,
            workspace,
            verdict,
            edited: chosen
                .iter()
                .filter(|place| matches!(verdict, Verdict::Edit(..)) && picks.contains(&place.pick()))
                .map(Place::pick)
                .collect(),
        }
        .act(&chosen, &mut stamp);
        prepared
    }
}

fn places(groups: &[Group]) -> Vec<Place<'_>> {
    let mut places = Vec::new();
    for group in groups {
        for part in &group.parts {
            places.extend(part.items.iter().map(|item| Place {
                group,
                contribution: &part.contribution,
                item,
            }));
        }
    }
    places
}

/// Adds what comes along with the chosen fields of entries that are not shown yet.
fn widen<'a>(chosen: &mut Vec<Place<'a>>, all: &[Place<'a>], refused: bool) {
    let new: Vec<Place<'a>> = chosen
        .iter()
        .filter(|place| place.group.standing == Standing::New && (!refused || place.is_beginning()))
        .copied()
        .collect();
    for place in all {
        let comes =
            new.iter().any(|own| own.item.change == place.item.change) && (refused || place.is_beginning());
        if comes && !chosen.iter().any(|known| known.pick() == place.pick()) {
            chosen.push(*place);
        }
    }
}

/// Leaves out what cannot be accepted now. Of rivals for one place none is taken: the editor chooses.
fn leave(
    chosen: &mut Vec<Place<'_>>,
    has_new_number: impl Fn(&Place<'_>) -> bool,
    rivals: bool,
    left: &mut Vec<(Pick, Left)>,
) {
    let why = |place: &Place<'_>| {
        let rival = |other: &Place<'_>| {
            other.group.target == place.group.target
                && other.item.path == place.item.path
                && other.item.proposed != place.item.proposed
        };
        if matches!(place.group.standing, Standing::Gone | Standing::Missing) {
            Some(Left::NoEntry)
        } else if has_new_number(place) {
            Some(Left::Number)
        } else if rivals && chosen.iter().any(rival) {
            Some(Left::Competing)
        } else {
            None
        }
    };
    let found: Vec<_> = chosen
        .iter()
        .filter_map(|place| Some((place.pick(), why(place)?)))
        .collect();
    chosen.retain(|place| !found.iter().any(|(pick, _)| *pick == place.pick()));
    left.extend(found);
}

/// The telephone numbers that a value would bring into an entry that shows them nowhere yet.
#[must_use]
pub fn numbers_in(workspace: &Workspace, target: &Target, path: &Path, value: &Value) -> Vec<Phone> {
    let now = document(&workspace.shown, target, position(&workspace.shown, target));
    new_numbers(&now, &[(path, value)])
}

/// Whether there is a question about a field.
fn asks(workspace: &Workspace, target: &Target, path: &Path) -> bool {
    let outcome = workspace.outcomes.get(target);
    outcome.is_some_and(|outcome| outcome.conflicts.iter().any(|conflict| conflict.path == *path))
}

/// What the edition says in a field.
fn published(workspace: &Workspace, target: &Target, path: &Path) -> Value {
    let published = document(&workspace.edition, target, position(&workspace.edition, target));
    value_at(&published, path).clone()
}

/// A decision that is being written out.
struct Draft<'a> {
    inbox: &'a Inbox,
    workspace: &'a Workspace,
    verdict: &'a Verdict,
    /// The fields whose value is the editor's.
    edited: BTreeSet<Pick>,
}

impl Draft<'_> {
    fn act(&self, chosen: &[Place<'_>], stamp: &mut impl FnMut() -> Stamp) -> Act {
        let mut act = Act::default();
        if chosen.is_empty() {
            return act;
        }
        let mut own: Vec<(Pick, Id)> = Vec::new();
        if !matches!(self.verdict, Verdict::Refuse(..)) {
            act.changes = self.accepted(chosen);
            own = self.answers(chosen, &mut act.changes, stamp);
            let targets: BTreeSet<&Target> = chosen.iter().map(|place| &place.group.target).collect();
            let before = self.workspace.changes.iter();
            act.before = before
                .filter(|change| targets.contains(&change.target))
                .cloned()
                .collect();
        }
        act.entries = self.entries(chosen, &own, stamp);
        act.reopened = self.touched(chosen);
        act.finished = self.finished(chosen, &act.reopened);
        act
    }

    /// The senders' changes, each with the fields of it that were accepted now or before.
    fn accepted(&self, chosen: &[Place<'_>]) -> Vec<Change> {
        let mut paths: BTreeMap<&Id, (&Id, Vec<&Path>)> = BTreeMap::new();
        for place in chosen.iter().filter(|place| !self.edited.contains(&place.pick())) {
            let of = paths.entry(&place.item.change);
            let (_, paths) = of.or_insert_with(|| (place.contribution, Vec::new()));
            paths.push(&place.item.path);
        }
        let change = |(id, (contribution, paths)): (&Id, (&Id, Vec<&Path>))| {
            let filed = self.inbox.filed(contribution)?;
            let sent = filed
                .contribution
                .changes
                .iter()
                .find(|change| change.id == *id)?;
            let known = self.workspace.changes.get(id);
            let same = known.filter(|known| known.target == sent.target && known.author == sent.author);
            // What was accepted before stays as it was then, whatever a forged copy says of it now.
            let before = same.map_or(&[][..], |known| &known.fields).iter();
            let before = before.filter(|(path, _)| !paths.contains(&path));
            let now = sent.fields.iter().filter(|(path, _)| paths.contains(&path));
            Some(Change {
                // Another change under a name that is taken is a forged one, and gets its own.
                id: if known.is_some() && same.is_none() {
                    Id::derived(&[id.as_str(), contribution.as_str()])
                } else {
                    id.clone()
                },
                fields: before.chain(now).cloned().collect(),
                // It becomes visible by itself, whatever it travelled with.
                batch: None,
                ..sent.clone()
            })
        };
        paths.into_iter().filter_map(change).collect()
    }

    /// The editor's own changes: what was edited, and the answer to each question that accepting
    /// raises. The editor saw both sides and chose, so nobody is asked again.
    fn answers(
        &self,
        chosen: &[Place<'_>],
        changes: &mut Vec<Change>,
        stamp: &mut impl FnMut() -> Stamp,
    ) -> Vec<(Pick, Id)> {
        let mut trial = self.workspace.clone();
        trial.insert(changes.iter().cloned());
        let mut by_target: BTreeMap<&Target, Vec<(&Place<'_>, Value)>> = BTreeMap::new();
        for place in chosen {
            let wanted = match self.verdict {
                Verdict::Edit(value, _) if self.edited.contains(&place.pick()) => value.clone(),
                _ if asks(&trial, &place.group.target, &place.item.path) => place.item.proposed.clone(),
                _ => continue,
            };
            by_target
                .entry(&place.group.target)
                .or_default()
                .push((place, wanted));
        }
        let mut own = Vec::new();
        for (target, wanted) in by_target {
            let Stamp { id, author, at, .. } = stamp();
            let mut fields: Vec<(Path, Delta)> = Vec::new();
            let mut replaces: BTreeSet<Id> = BTreeSet::new();
            for (place, after) in wanted {
                let path = &place.item.path;
                let touching = trial
                    .changes
                    .of(target)
                    .filter(|change| change.delta(path).is_some());
                replaces.extend(touching.map(|change| change.id.clone()));
                // Where the sender's change comes in by another way, it is replaced there too.
                replaces.insert(place.item.change.clone());
                own.push((place.pick(), id.clone()));
                if fields.iter().all(|(known, _)| known != path) {
                    let before = published(&trial, target, path);
                    fields.push((path.clone(), Delta { before, after }));
                }
            }
            changes.push(Change {
                id,
                author,
                at,
                target: target.clone(),
                fields,
                replaces: replaces.into_iter().collect(),
                batch: None,
            });
        }
        own
    }

    /// The lines of the log: one for each change that was decided on.
    fn entries(
        &self,
        chosen: &[Place<'_>],
        own: &[(Pick, Id)],
        stamp: &mut impl FnMut() -> Stamp,
    ) -> Vec<Decision> {
        let mut entries: Vec<Decision> = Vec::new();
        for place in chosen {
            let pick = place.pick();
            let outcome = match self.verdict {
                Verdict::Refuse(..) => Outcome::Refused,
                Verdict::Edit(..) if self.edited.contains(&pick) => Outcome::Edited,
                _ => Outcome::Accepted,
            };
            let line = entries
                .iter()
                .position(|entry| entry.change == place.item.change && entry.outcome == outcome);
            let line = line.or_else(|| {
                let filed = self.inbox.filed(place.contribution)?;
                let mut changes = filed.contribution.changes.iter();
                let change = changes.find(|change| change.id == place.item.change)?;
                let Stamp { id, at, .. } = stamp();
                entries.push(Decision {
                    title: place.group.title.clone(),
                    fields: Vec::new(),
                    reason: self.reason(),
                    note: self.note(),
                    ..entry(filed, change, outcome.clone(), id, at)
                });
                Some(entries.len() - 1)
            });
            // A change of the inbox is in a contribution of the inbox.
            let Some(line) = line else { continue };
            let delta = Delta {
                before: remembered(&place.item.seen),
                after: remembered(&place.item.proposed),
            };
            entries[line].fields.push((place.item.path.clone(), delta));
            let made = own.iter().find(|(known, _)| *known == pick);
            if let Some((_, id)) = made {
                entries[line].made = Some(id.clone());
            }
            // A check is told where there was a number to be checked, the editor's own or the sender's.
            if !place.item.numbers.is_empty() || outcome == Outcome::Edited {
                entries[line].check = entries[line].check.take().or(self.check(&pick));
            }
        }
        entries
    }

    fn reason(&self) -> Option<Reason> {
        match self.verdict {
            Verdict::Refuse(reason, _) => Some(reason.clone()),
            _ => None,
        }
    }

    fn note(&self) -> String {
        match self.verdict {
            Verdict::Refuse(_, note) => note.clone(),
            _ => String::new(),
        }
    }

    fn check(&self, pick: &Pick) -> Option<NumberCheck> {
        match self.verdict {
            Verdict::Accept(checks) => checks.get(pick).cloned(),
            Verdict::Edit(_, check) => check.clone(),
            Verdict::Refuse(..) => None,
        }
    }

    /// The contributions that hold something of what is decided now: the same change may wait in a second
    /// one, whose turn has then come too.
    fn touched(&self, chosen: &[Place<'_>]) -> Vec<Filed> {
        let decided = fields(chosen);
        let is_touched = |filed: &&Filed| {
            let mut changes = filed.contribution.changes.iter();
            changes.any(|change| {
                let mut paths = change.fields.iter();
                paths.any(|(path, _)| decided.contains(&(&change.id, path)))
            })
        };
        self.inbox.filed.values().filter(is_touched).cloned().collect()
    }

    /// Of these the contributions that have nothing open but what is decided now.
    fn finished(&self, chosen: &[Place<'_>], touched: &[Filed]) -> Vec<Filed> {
        let scene = Scene::new(self.inbox, self.workspace);
        let decided = fields(chosen);
        let is_finished = |filed: &&Filed| {
            scene
                .open(filed)
                .iter()
                .all(|(change, paths)| paths.iter().all(|path| decided.contains(&(&change.id, *path))))
        };
        touched.iter().filter(is_finished).cloned().collect()
    }
}

/// The fields that are decided, each by its change and its path.
fn fields<'a>(chosen: &[Place<'a>]) -> BTreeSet<(&'a Id, &'a Path)> {
    let places = chosen.iter();
    places
        .map(|place| (&place.item.change, &place.item.path))
        .collect()
}
