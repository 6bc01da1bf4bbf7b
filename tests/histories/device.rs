//! A device: a storage, the edition that it is served, and what its page holds in memory. It does what
//! the commands of `state` do, which need a browser.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use solidaire::domain::catalogue::Catalogue;
use solidaire::domain::change::Change;
use solidaire::domain::contact::PrivateContacts;
use solidaire::domain::date::Timestamp;
use solidaire::domain::id::Id;
use solidaire::domain::initiative::Initiative;
use solidaire::domain::settle::{Scope, Settling};
use solidaire::domain::site::Site;
use solidaire::storage::changes::{self, Edit};
use solidaire::storage::key::Key;
use solidaire::storage::layout::{self, Guarded};
use solidaire::storage::memory::MemoryStorage;
use solidaire::storage::port::{Storage, WriteError};
use solidaire::storage::{journal, private};
use solidaire::workspace::{PrivateEdit, Stamp, Workspace};

pub(crate) fn id(text: &str) -> Id {
    Id::parse(text).unwrap()
}

/// What takes an edit back.
#[derive(Debug, Clone)]
pub(crate) struct Undo {
    pub(crate) restore: Vec<Change>,
    pub(crate) remove: Vec<Id>,
    pub(crate) private: Option<PrivateEdit>,
}

/// One page on a storage.
pub(crate) struct Device<S> {
    pub(crate) store: Guarded<S>,
    pub(crate) workspace: Workspace,
    pub(crate) undo: Option<Undo>,
    pub(crate) memory: Memory,
}

/// What outlives a page without being stored by it.
#[derive(Debug, Clone)]
pub(crate) struct Memory {
    /// What the site serves.
    pub(crate) edition: Arc<Catalogue>,
    /// The last backup that was made.
    pub(crate) backup: Vec<(String, String)>,
    /// How many identifiers were given out.
    pub(crate) given: u32,
    pub(crate) habit: Habit,
}

/// In which order a page lets go; all but one are bugs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Habit {
    Right,
    /// What is replaced goes after what replaces it.
    SettlesBackwards,
    /// What an edit writes over goes before the edit is kept.
    TakesOutFirst,
}

impl Default for Memory {
    fn default() -> Self {
        let mut edition = Catalogue::new(Site::new(id("site")));
        for name in ["x0", "x1"] {
            let mut initiative = Initiative::new(id(name), "Masques".to_owned());
            "Avant".clone_into(&mut initiative.summary);
            edition.initiatives.push(initiative);
        }
        Self {
            edition: Arc::new(edition),
            backup: Vec::new(),
            given: 0,
            habit: Habit::Right,
        }
    }
}

/// Everything that a person can find on a device.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Seen {
    shown: Catalogue,
    pending: BTreeSet<Id>,
    /// What is shown otherwise than published, and what is asked.
    told: Vec<String>,
    private: PrivateContacts,
    /// What is hidden, the drafts and the settings, by their keys.
    others: BTreeMap<String, String>,
    aside: BTreeSet<String>,
}

impl Memory {
    /// An identifier that was not given out yet, in no order.
    pub(crate) fn new_id(&mut self) -> Id {
        self.given += 1;
        Id::derived(&["given", &self.given.to_string()])
    }
}

impl<S: Storage> Device<S> {
    /// Opens a page that is alone: a start, with the sweep that follows it.
    pub(crate) fn start(store: S, memory: Memory) -> Self {
        let device = Self::start_beside(store, memory);
        let _swept = journal::sweep(&device.store);
        device
    }

    /// Opens a page beside another one: a start that sweeps nothing.
    pub(crate) fn start_beside(store: S, mut memory: Memory) -> Self {
        let store = Guarded::new(store);
        let name = memory.new_id();
        // What is refused here is done at another start; what is seen must be right all the same.
        let _migrated = layout::migrate(&store, &name);
        let _recovered = journal::recover(&store);
        let loaded = changes::load(&store).unwrap_or_default();
        let private = private::load(&store).map(|(private, _)| private);
        let edition = Arc::clone(&memory.edition);
        let workspace = Workspace::new(edition, loaded.changes, private.unwrap_or_default());
        let mut device = Self {
            store,
            workspace,
            undo: None,
            memory,
        };
        device.settle(Scope::All);
        device
    }

    /// What another page sees at this instant, without having brought anything in order.
    pub(crate) fn seen(&self) -> Seen {
        let loaded = changes::load(&self.store).unwrap();
        let private = private::load(&self.store).unwrap().0;
        let edition = Arc::clone(&self.memory.edition);
        let workspace = Workspace::new(edition, loaded.changes, private.clone());
        let view = journal::View::open(&self.store).unwrap();
        let (mut others, mut aside) = (BTreeMap::new(), BTreeSet::new());
        for key in view.keys() {
            let text = view.read(key).unwrap().unwrap();
            match key {
                Key::Hidden(_) | Key::Draft(_) | Key::Setting(_) | Key::Device => {
                    others.insert(key.text(), text);
                }
                Key::Aside(_) => {
                    aside.insert(text);
                }
                _ => {}
            }
        }
        let targets = workspace.pending_targets().into_iter();
        let mut told: Vec<String> = targets
            .map(|(target, _)| format!("{target:?} {:?}", workspace.difference_of(target)))
            .chain(workspace.conflicts().map(|conflict| format!("{conflict:?}")))
            .collect();
        told.sort();
        let mut shown = workspace.shown().clone();
        // New entries stand in the order of their making, which is for reading.
        shown.initiatives.sort_by(|one, two| one.id.cmp(&two.id));
        shown.removed.sort_by(|one, two| one.id.cmp(&two.id));
        let pending = workspace.pending().into_iter();
        Seen {
            shown,
            pending: pending.map(|change| change.id.clone()).collect(),
            told,
            private,
            others,
            aside,
        }
    }

    pub(crate) fn stamp(&mut self, batch: Option<Id>) -> Stamp {
        Stamp {
            id: self.memory.new_id(),
            author: id("device"),
            at: Timestamp::parse("2026-01-01T00:00:00Z").unwrap(),
            batch,
        }
    }

    /// Keeps and shows what a person did, as `App::edit` does.
    pub(crate) fn edit(&mut self, edit: Edit) -> Result<(), WriteError> {
        if self.memory.habit == Habit::TakesOutFirst {
            let replaced = edit.keep.iter().flat_map(|change| &change.replaces);
            let steps: Vec<Settling> = replaced.cloned().map(Settling::Forget).collect();
            changes::settle(&self.store, &steps);
        }
        let mut restore = self.workspace.named_by(edit.keep);
        self.put(edit)?;
        let gone = self.settle(Scope::WrittenOver);
        restore.retain(|named| gone.iter().all(|gone| gone.id != named.id));
        restore.extend(gone);
        self.undo = Some(Undo {
            restore,
            remove: edit.keep.iter().map(|change| change.id.clone()).collect(),
            private: edit.private.map(|(initiative, before, after)| PrivateEdit {
                initiative: initiative.clone(),
                before: before.to_vec(),
                after: after.to_vec(),
            }),
        });
        Ok(())
    }

    pub(crate) fn put(&mut self, edit: Edit) -> Result<(), WriteError> {
        let name = self.memory.new_id();
        changes::keep(&self.store, &name, edit)?;
        self.workspace.exchange(edit.keep.iter().cloned(), edit.take_out);
        if let Some((initiative, _, after)) = edit.private {
            self.workspace.set_private_of(initiative, after.to_vec());
        }
        Ok(())
    }

    pub(crate) fn settle(&mut self, scope: Scope) -> Vec<Change> {
        let mut steps = self
            .workspace
            .settling(scope, Some(&id("device")), &BTreeSet::new());
        if self.memory.habit == Habit::SettlesBackwards {
            steps.reverse();
        }
        steps.truncate(changes::settle(&self.store, &steps));
        self.workspace.settle(&steps)
    }
}

/// A storage that holds the same, without what would stop it.
pub(crate) fn copy(storage: &MemoryStorage) -> MemoryStorage {
    let copy = MemoryStorage::new();
    for (key, text) in storage.snapshot() {
        copy.plant(&key, &text);
    }
    copy
}
