//! What the parts of the page share: the inbox, what was chosen in it, and how a decision goes through.

use std::collections::{BTreeMap, BTreeSet};

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser::{clock, document};
use crate::domain::change::Target;
use crate::domain::decision::NumberCheck;
use crate::domain::id::Id;
use crate::i18n::{Plural, Text};
use crate::state::App;
use crate::ui::components::notices::not_kept;
use crate::ui::texts::{count, t};
use crate::workspace::review::{Group, Inbox, Left, Pick, Verdict};

/// The heading of the inbox: where the focus goes when nothing is left to decide.
pub(super) const INBOX_TITLE: &str = "inbox-t";

/// What the parts of the page share. It is a handle: copies share everything.
#[derive(Clone, Copy)]
pub(super) struct Desk {
    pub(super) app: App,
    pub(super) inbox: RwSignal<Inbox>,
    /// What is open, compared with what is shown.
    pub(super) groups: Memo<Vec<Group>>,
    /// How new telephone numbers were checked.
    pub(super) checks: RwSignal<BTreeMap<Pick, NumberCheck>>,
    /// The entries that were chosen, to be decided on together.
    pub(super) chosen: RwSignal<BTreeSet<Target>>,
    /// What the refusing dialog is about.
    pub(super) refusing: RwSignal<Vec<Pick>>,
}

impl Desk {
    pub(super) fn new(app: App, inbox: RwSignal<Inbox>) -> Self {
        let groups = Memo::new(move |_| {
            let groups = |workspace: &_| inbox.with(|inbox| inbox.groups(workspace));
            app.with_workspace(groups).unwrap_or_default()
        });
        Self {
            app,
            inbox,
            groups,
            checks: RwSignal::new(BTreeMap::new()),
            chosen: RwSignal::new(BTreeSet::new()),
            refusing: RwSignal::new(Vec::new()),
        }
    }

    /// Accepts fields, with the numbers that were checked.
    pub(super) fn accept(self, picks: &[Pick]) {
        self.decide(picks, &Verdict::Accept(self.checks.get_untracked()));
    }

    /// Decides, tells what came of it and moves the focus to what is next. Whether anything was decided.
    pub(super) fn decide(self, picks: &[Pick], verdict: &Verdict) -> bool {
        let next = self.next_after(picks);
        match self.app.decide(self.inbox, picks, verdict) {
            Ok((prepared, undo)) => {
                let mut told = Vec::new();
                if prepared.fields > 0 {
                    let done = match verdict {
                        Verdict::Accept(_) => Plural::ReviewAccepted,
                        Verdict::Edit(..) => Plural::ReviewEdited,
                        Verdict::Refuse(..) => Plural::ReviewRefused,
                    };
                    told.push(count(done, prepared.fields));
                }
                for (why, text) in [
                    (Left::Number, Plural::ReviewLeftNumber),
                    (Left::Competing, Plural::ReviewLeftCompeting),
                    (Left::NoEntry, Plural::ReviewLeftNoEntry),
                ] {
                    let left = prepared.left.iter().filter(|(_, left)| *left == why).count();
                    if left > 0 {
                        told.push(count(text, left));
                    }
                }
                let told = told.join(" ");
                match undo {
                    Some(undo) => self.app.notices.undoable(told, undo),
                    None if told.is_empty() => self.app.notices.good(t(Text::ReviewNothingLeft)),
                    None => self.app.notices.bad(told),
                }
                // What was left needs the person where it is, and what is next comes after it.
                let to = prepared.left.first().map_or(next, |(pick, _)| item_id(pick));
                focus_when_drawn(to);
                prepared.fields > 0
            }
            Err(error) => {
                self.app.notices.bad(not_kept(error));
                false
            }
        }
    }

    /// Leaves an entry for later.
    pub(super) fn leave_for_later(self, target: &Target) {
        let picks = self
            .groups
            .with_untracked(|groups| picks_of(groups, |own| own == target));
        let next = self.next_after(&picks);
        if self.put_off(target, true) {
            self.app.notices.good(t(Text::ReviewLaterDone));
            focus_when_drawn(next);
        }
    }

    /// Takes an entry up again that was left for later.
    pub(super) fn resume(self, target: &Target) {
        if self.put_off(target, false) {
            focus_when_drawn(group_id(target));
        }
    }

    fn put_off(self, target: &Target, is_off: bool) -> bool {
        let changes: Vec<Id> = self.groups.with_untracked(|groups| {
            let group = groups.iter().find(|group| group.target == *target);
            group.map_or_else(Vec::new, |group| group.changes().cloned().collect())
        });
        let kept = self.app.put_off(self.inbox, &changes, is_off);
        if let Err(error) = kept {
            self.app.notices.bad(not_kept(error));
        }
        kept.is_ok()
    }

    /// Whether an entry was left for later.
    pub(super) fn is_later(self, target: &Target) -> bool {
        self.groups.with(|groups| {
            groups
                .iter()
                .any(|group| group.put_off && group.target == *target)
        })
    }

    /// The entries in the order of the list: those that were left for later at the end.
    pub(super) fn order(self) -> Vec<Target> {
        self.groups.with(|groups| {
            let (later, first): (Vec<_>, Vec<_>) = groups.iter().partition(|group| group.put_off);
            let order = first.into_iter().chain(later);
            order.map(|group| group.target.clone()).collect()
        })
    }

    /// The element that the focus goes to once fields are decided: the next field of the list, or its
    /// heading where none is left.
    fn next_after(self, picks: &[Pick]) -> String {
        let open: Vec<Pick> = self.groups.with_untracked(|groups| {
            let now: Vec<Group> = groups.iter().filter(|group| !group.put_off).cloned().collect();
            picks_of(&now, |_| true)
        });
        let last = open.iter().rposition(|pick| picks.contains(pick));
        let after = open.iter().skip(last.map_or(0, |last| last + 1));
        let next = after.chain(&open).find(|pick| !picks.contains(pick));
        next.map_or_else(|| INBOX_TITLE.to_owned(), item_id)
    }
}

/// The fields of some entries.
pub(super) fn picks_of(groups: &[Group], of: impl Fn(&Target) -> bool) -> Vec<Pick> {
    let groups = groups.iter().filter(|group| of(&group.target));
    let items = groups.flat_map(|group| &group.parts).flat_map(|part| &part.items);
    items
        .map(|item| Pick {
            change: item.change.clone(),
            path: item.path.clone(),
        })
        .collect()
}

/// The identifier of an entry's heading.
pub(super) fn group_id(target: &Target) -> String {
    ["review-", target.id.as_str()].concat()
}

/// The identifier of a field's heading.
pub(super) fn item_id(pick: &Pick) -> String {
    let path = pick.path.as_str().replace('/', "-");
    ["field-", pick.change.as_str(), "-", &path].concat()
}

/// Moves the focus once the page is drawn anew. An entry that is not drawn yet is below the last one.
fn focus_when_drawn(id: String) {
    spawn_local(async move {
        clock::let_draw().await;
        let id = if document::element(&id).is_some() {
            id.as_str()
        } else {
            INBOX_TITLE
        };
        document::focus_id(id);
    });
}
