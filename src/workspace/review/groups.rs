//! What is open, compared with what is shown: by entry, by contribution, by field.

use std::collections::{BTreeMap, BTreeSet};

use super::super::Workspace;
use super::super::compose::{encode, positions};
use super::signs::{Sign, new_numbers, signs};
use super::{Filed, Inbox};
use crate::domain::change::{Change, Path, Target, TargetKind, value_at};
use crate::domain::id::Id;
use crate::domain::order;
use crate::domain::phone::Phone;
use crate::domain::value::{Object, Value};

/// Everything that is proposed for one entry.
#[derive(Debug, Clone, PartialEq)]
pub struct Group {
    /// The entry.
    pub target: Target,
    /// Its title: as it is shown, or else as it is proposed.
    pub title: String,
    /// Whether it is there.
    pub standing: Standing,
    /// Whether all of it was left for later. What comes in afterwards brings it back.
    pub put_off: bool,
    /// What each contribution proposes, the earliest received first.
    pub parts: Vec<Part>,
}

impl Group {
    /// The changes that propose something for it.
    pub fn changes(&self) -> impl Iterator<Item = &Id> {
        let items = self.parts.iter().flat_map(|part| &part.items);
        items.map(|item| &item.change)
    }
}

/// Whether an entry is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// It is shown.
    Shown,
    /// It is not, and a proposal makes it.
    New,
    /// It was taken out; no proposal brings it back.
    Gone,
    /// Nothing is known of it: the proposal that made it has not come, or was refused.
    Missing,
}

/// What one contribution proposes for one entry.
#[derive(Debug, Clone, PartialEq)]
pub struct Part {
    /// The contribution.
    pub contribution: Id,
    /// Its open fields.
    pub items: Vec<Item>,
    /// What speaks for a hoax.
    pub signs: Vec<Sign>,
}

/// One open field.
#[derive(Debug, Clone, PartialEq)]
pub struct Item {
    /// The change that sets it.
    pub change: Id,
    /// The field, or an item of a list.
    pub path: Path,
    /// What the sender saw.
    pub seen: Value,
    /// What is shown now.
    pub now: Value,
    /// What the sender proposes.
    pub proposed: Value,
    /// The telephone numbers that are new with it.
    pub numbers: Vec<Phone>,
}

impl Item {
    /// Whether what is shown is no longer what the sender saw.
    #[must_use]
    pub fn moved(&self) -> bool {
        self.seen != self.now && self.now != self.proposed
    }
}

/// The documents that proposals are compared with: each is looked up and written once.
pub(super) struct Scene<'a> {
    workspace: &'a Workspace,
    shown: BTreeMap<Target, usize>,
    published: BTreeMap<Target, usize>,
    gone: BTreeSet<&'a Id>,
    decided: BTreeSet<(&'a Id, &'a Path)>,
}

impl<'a> Scene<'a> {
    pub(super) fn new(inbox: &'a Inbox, workspace: &'a Workspace) -> Self {
        Self {
            workspace,
            shown: positions(&workspace.shown),
            published: positions(&workspace.edition),
            gone: workspace
                .shown
                .removed
                .iter()
                .map(|removed| &removed.id)
                .collect(),
            decided: inbox.decided(),
        }
    }

    fn shown(&self, target: &Target) -> Option<Object> {
        encode(&self.workspace.shown, target, self.shown.get(target).copied())
    }

    /// The changes of a contribution with the paths of each that are still open.
    pub(super) fn open<'c>(&self, filed: &'c Filed) -> Vec<(&'c Change, Vec<&'c Path>)> {
        let changes = &filed.contribution.changes;
        let mut later: BTreeMap<&Id, Vec<&Change>> = BTreeMap::new();
        for change in changes {
            for earlier in &change.replaces {
                later.entry(earlier).or_default().push(change);
            }
        }
        let of = |change: &'c Change| {
            let published = encode(
                &self.workspace.edition,
                &change.target,
                self.published.get(&change.target).copied(),
            );
            let own = self.workspace.changes.get(&change.id);
            // What its own maker replaced is nobody's proposal any more.
            let replaced = |path: &Path| {
                let later = later.get(&change.id).into_iter().flatten();
                later
                    .filter(|later| later.id != change.id)
                    .any(|later| later.delta(path).is_some())
            };
            // What a new entry leaves empty asks for no decision.
            let asks = |after: &Value| !change.creates() || !after.is_blank();
            let is_open = |path: &Path, after: &Value| {
                asks(after)
                    && !self.decided.contains(&(&change.id, path))
                    && published
                        .as_ref()
                        .is_none_or(|published| value_at(published, path) != after)
                    && own
                        .and_then(|own| own.delta(path))
                        .is_none_or(|own| own.after != *after)
                    && !replaced(path)
            };
            let paths = change.fields.iter();
            let paths: Vec<&Path> = paths
                .filter(|(path, delta)| is_open(path, &delta.after))
                .map(|(path, _)| path)
                .collect();
            (change, paths)
        };
        let open = changes.iter().map(of);
        open.filter(|(_, paths)| !paths.is_empty()).collect()
    }

    fn standing(&self, target: &Target, creates: bool) -> Standing {
        if self.shown.contains_key(target) {
            Standing::Shown
        } else if self.gone.contains(&target.id) || self.published.contains_key(target) {
            Standing::Gone
        } else if creates {
            Standing::New
        } else {
            Standing::Missing
        }
    }
}

impl Inbox {
    /// What is open, by entry: the one that has waited longest first.
    #[must_use]
    pub fn groups(&self, workspace: &Workspace) -> Vec<Group> {
        let scene = Scene::new(self, workspace);
        let mut waiting: Vec<&Filed> = self.filed.values().collect();
        order::sort_by(&mut waiting, |one, two| queue(one).cmp(&queue(two)));
        let mut order: Vec<&Target> = Vec::new();
        let mut found: BTreeMap<&Target, Vec<Proposal<'_>>> = BTreeMap::new();
        let mut seen: BTreeSet<(&Id, &Path)> = BTreeSet::new();
        let mut removals: BTreeMap<&Id, BTreeSet<&Id>> = BTreeMap::new();
        for filed in waiting {
            for (change, mut paths) in scene.open(filed) {
                // The same change in two contributions is one proposal.
                paths.retain(|path| seen.insert((&change.id, path)));
                if paths.is_empty() {
                    continue;
                }
                if change.removes() {
                    let author = removals.entry(&filed.contribution.author).or_default();
                    author.insert(&change.target.id);
                }
                let of_target = found.entry(&change.target).or_insert_with(|| {
                    order.push(&change.target);
                    Vec::new()
                });
                of_target.push(Proposal { filed, change, paths });
            }
        }
        let many = |author: &Id| removals.get(author).map_or(0, BTreeSet::len);
        let group = |target: &Target| {
            found
                .remove(target)
                .map(|open| group(&scene, target, &open, many))
        };
        order.into_iter().filter_map(group).collect()
    }
}

/// An open change of a contribution.
struct Proposal<'a> {
    filed: &'a Filed,
    change: &'a Change,
    paths: Vec<&'a Path>,
}

/// What came first is looked at first; of what came together, what was made first.
fn queue(filed: &Filed) -> (&str, &str, &Id) {
    let Filed {
        received_at,
        contribution,
        ..
    } = filed;
    (
        received_at.as_str(),
        contribution.created_at.as_str(),
        &contribution.id,
    )
}

fn group(scene: &Scene<'_>, target: &Target, open: &[Proposal<'_>], many: impl Fn(&Id) -> usize) -> Group {
    let creates = open.iter().any(|proposal| proposal.change.creates());
    // An entry that is not shown is compared with nothing.
    let now = scene.shown(target).unwrap_or_default();
    let mut parts: Vec<Part> = Vec::new();
    for proposal in open {
        let items = proposal
            .paths
            .iter()
            .filter_map(|path| item(&now, proposal.change, path));
        let contribution = &proposal.filed.contribution.id;
        match parts.last_mut().filter(|part| part.contribution == *contribution) {
            Some(part) => part.items.extend(items),
            None => parts.push(Part {
                contribution: contribution.clone(),
                items: items.collect(),
                signs: Vec::new(),
            }),
        }
    }
    for part in &mut parts {
        let wishes = part.items.iter().map(|item| (&item.path, &item.proposed));
        part.signs = signs(&now, &wishes.collect::<Vec<_>>());
        if target.kind == TargetKind::Site {
            part.signs.push(Sign::Settings);
        }
        let author = open
            .iter()
            .find(|proposal| proposal.filed.contribution.id == part.contribution);
        let taken_out = author.map_or(0, |proposal| many(&proposal.filed.contribution.author));
        let removes = part.items.iter().any(|item| item.path.as_str() == Path::REMOVED);
        if removes && taken_out > 1 {
            part.signs.push(Sign::ManyRemovals(taken_out));
        }
    }
    Group {
        target: target.clone(),
        title: title(scene, target, &parts),
        standing: scene.standing(target, creates),
        put_off: open
            .iter()
            .all(|proposal| proposal.filed.put_off.contains(&proposal.change.id)),
        parts,
    }
}

fn item(now: &Object, change: &Change, path: &Path) -> Option<Item> {
    let delta = change.delta(path)?;
    Some(Item {
        change: change.id.clone(),
        path: path.clone(),
        seen: delta.before.clone(),
        now: value_at(now, path).clone(),
        proposed: delta.after.clone(),
        numbers: new_numbers(now, &[(path, &delta.after)]),
    })
}

fn title(scene: &Scene<'_>, target: &Target, parts: &[Part]) -> String {
    let items = || parts.iter().flat_map(|part| &part.items);
    let proposed =
        || items().find_map(|item| item.proposed.as_text().filter(|_| item.path.as_str() == "title"));
    let known = scene.workspace.title_of(target).or_else(proposed);
    // A theme or the site has none; whoever shows it knows how to call it.
    known.unwrap_or_default().to_owned()
}
