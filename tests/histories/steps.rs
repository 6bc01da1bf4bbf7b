//! The steps of a history: everything that the application does on its storage.

use std::collections::BTreeSet;
use std::sync::Arc;

use proptest::prelude::*;
use solidaire::domain::catalogue::RemovalReason;
use solidaire::domain::change::{Change, Target, TargetKind};
use solidaire::domain::contact::{Contact, Means};
use solidaire::domain::id::Id;
use solidaire::domain::initiative::Initiative;
use solidaire::domain::settle::Scope;
use solidaire::domain::value::Object;
use solidaire::storage::changes::{self, Edit};
use solidaire::storage::key::{Key, Setting};
use solidaire::storage::port::{Storage, WriteError};
use solidaire::storage::{erasing, whole};
use solidaire::workspace::{Workspace, take_private};

use crate::device::{Device, Undo, id};

/// One step; numbers choose among a few entries and texts.
#[derive(Debug, Clone)]
pub(crate) enum Step {
    /// A field is saved.
    Save { entry: u8, field: u8, text: u8 },
    /// A field is saved with private contacts: the digits of `contacts` are their texts, 0 for none.
    SavePrivately { entry: u8, text: u8, contacts: [u8; 2] },
    /// An entry is taken out of the catalogue.
    Remove { entry: u8 },
    /// A file's changes come as a batch, in place of everything local or beside it.
    Import { entries: u8, text: u8, replace: bool },
    /// What was done last is taken back.
    TakeBack,
    /// The changes of an entry are taken out.
    Revert { entry: u8 },
    /// An entry is hidden, or shown again.
    Hide { entry: u8, hidden: bool },
    /// A form is kept, or dropped where the text is 0.
    Draft { entry: u8, text: u8 },
    /// A setting is kept.
    Set { text: u8 },
    /// A backup is made.
    BackUp,
    /// The last backup is joined.
    Restore,
    /// What was set aside is removed.
    EraseAside,
    /// Everything is removed.
    Erase,
    /// The site publishes what is shown here.
    Publish,
    /// Something damages a text: the next start sets it aside.
    Damage { number: u8 },
    /// The page is opened anew.
    Start,
}

pub(crate) fn step() -> impl Strategy<Value = Step> {
    let entry = 0u8..4;
    let text = 1u8..6;
    prop_oneof![
        6 => (entry.clone(), 0u8..3, text.clone()).prop_map(|(entry, field, text)| Step::Save { entry, field, text }),
        4 => (entry.clone(), text.clone(), [0u8..3, 0u8..3])
            .prop_map(|(entry, text, contacts)| Step::SavePrivately { entry, text, contacts }),
        1 => entry.clone().prop_map(|entry| Step::Remove { entry }),
        3 => (1u8..16, text.clone(), any::<bool>())
            .prop_map(|(entries, text, replace)| Step::Import { entries, text, replace }),
        4 => Just(Step::TakeBack),
        2 => entry.clone().prop_map(|entry| Step::Revert { entry }),
        1 => (entry.clone(), any::<bool>()).prop_map(|(entry, hidden)| Step::Hide { entry, hidden }),
        1 => (entry, 0u8..3).prop_map(|(entry, text)| Step::Draft { entry, text }),
        1 => text.prop_map(|text| Step::Set { text }),
        2 => Just(Step::BackUp),
        2 => Just(Step::Restore),
        1 => Just(Step::EraseAside),
        1 => Just(Step::Erase),
        2 => Just(Step::Publish),
        1 => (0u8..9).prop_map(|number| Step::Damage { number }),
        1 => Just(Step::Start),
    ]
}

fn entry_id(entry: u8) -> Id {
    id(&format!("x{entry}"))
}

fn target(entry: u8) -> Target {
    Target {
        kind: TargetKind::Initiative,
        id: entry_id(entry),
    }
}

fn entry_of(workspace: &Workspace, entry: u8) -> Initiative {
    let shown = workspace.shown().initiative(&entry_id(entry)).cloned();
    shown.unwrap_or_else(|| Initiative::new(entry_id(entry), "Une offre".to_owned()))
}

fn contact(name: &str, text: u8) -> Contact {
    Contact {
        id: id(name),
        means: Means::parse("phone", &format!("03210000{text:02}")),
        label: String::new(),
        public: false,
        extra: Object::new(),
    }
}

impl Step {
    /// Does the step, and says whether it was kept.
    pub(crate) fn run<S: Storage>(&self, device: &mut Device<S>) -> Result<(), WriteError> {
        match self {
            Self::Save { entry, field, text } => {
                let mut saved = entry_of(&device.workspace, *entry);
                let place = [&mut saved.title, &mut saved.summary, &mut saved.practical];
                *place[*field as usize % 3] = format!("« {text} »");
                save(device, &saved)
            }
            Self::SavePrivately {
                entry,
                text,
                contacts,
            } => {
                let mut saved = entry_of(&device.workspace, *entry);
                saved.audience = text.to_string();
                saved.contacts.retain(|contact| contact.public);
                for (name, text) in ["p", "q"].iter().zip(contacts).filter(|(_, text)| **text > 0) {
                    saved.contacts.push(contact(name, *text));
                }
                save(device, &saved)
            }
            Self::Remove { entry } => {
                let stamp = device.stamp(None);
                let removal = RemovalReason::Ended;
                match device.workspace.prepare_removal(target(*entry), &removal, stamp) {
                    Some(change) => device.edit(Edit::of(&[change])),
                    None => Ok(()),
                }
            }
            Self::Import {
                entries,
                text,
                replace,
            } => import(device, *entries, *text, *replace),
            Self::TakeBack => take_back(device),
            Self::Revert { entry } => {
                let restore: Vec<Change> = device.workspace.changes().of(&target(*entry)).cloned().collect();
                let take_out: Vec<Id> = restore.iter().map(|change| change.id.clone()).collect();
                device.put(Edit {
                    take_out: &take_out,
                    ..Edit::default()
                })?;
                device.undo = Some(Undo {
                    restore,
                    remove: Vec::new(),
                    private: None,
                });
                Ok(())
            }
            Self::Hide { entry, hidden: true } => device.store.write(&Key::Hidden(entry_id(*entry)), ""),
            Self::Hide { entry, .. } => device.store.remove(&Key::Hidden(entry_id(*entry))),
            Self::Draft { entry, text: 0 } => device.store.remove(&Key::Draft(Some(entry_id(*entry)))),
            Self::Draft { entry, text } => {
                let key = Key::Draft(Some(entry_id(*entry)));
                device.store.write(&key, &text.to_string())
            }
            Self::Set { text } => device
                .store
                .write(&Key::Setting(Setting::Lang), &text.to_string()),
            Self::BackUp => {
                device.memory.backup = whole::entries(&device.store)?;
                Ok(())
            }
            Self::Restore => {
                let name = device.memory.new_id();
                whole::restore(&device.store, &name, &device.memory.backup)?;
                let loaded = changes::load(&device.store)?.changes;
                device.workspace.insert(loaded.iter().cloned());
                Ok(())
            }
            Self::EraseAside => {
                let name = device.memory.new_id();
                erasing::erase_aside(&device.store, &name, &[])
            }
            Self::Erase => {
                erasing::erase(&device.store)?;
                device.workspace = Workspace::published(Arc::clone(&device.memory.edition));
                device.undo = None;
                Ok(())
            }
            Self::Publish => {
                device.memory.edition = Arc::new(published(&device.workspace));
                arrive(device);
                Ok(())
            }
            Self::Damage { .. } | Self::Start => {
                arrive(device);
                Ok(())
            }
        }
    }
}

fn save<S: Storage>(device: &mut Device<S>, initiative: &Initiative) -> Result<(), WriteError> {
    let mut public = initiative.clone();
    let private = take_private(&mut public);
    let before = device.workspace.private_of(&initiative.id).to_vec();
    let stamp = device.stamp(None);
    let keep: Vec<Change> = device
        .workspace
        .prepare_initiative(&public, stamp)
        .into_iter()
        .collect();
    device.edit(Edit {
        keep: &keep,
        take_out: &[],
        private: (before != private).then_some((&initiative.id, &before, &private)),
    })
}

fn import<S: Storage>(
    device: &mut Device<S>,
    entries: u8,
    text: u8,
    replace: bool,
) -> Result<(), WriteError> {
    let batch = device.memory.new_id();
    let mut made = Vec::new();
    let beneath = if replace {
        Workspace::published(Arc::clone(&device.memory.edition))
    } else {
        device.workspace.clone()
    };
    for entry in (0..4).filter(|entry| entries & (1 << entry) != 0) {
        let mut initiative = entry_of(&beneath, entry);
        initiative.contacts.clear();
        initiative.title = format!("Fichier {text}");
        let stamp = device.stamp(Some(batch.clone()));
        made.extend(beneath.prepare_initiative(&initiative, stamp));
    }
    let restore: Vec<Change> = device
        .workspace
        .changes()
        .iter()
        .filter(|_| replace)
        .cloned()
        .collect();
    let dropped: Vec<Id> = restore.iter().map(|change| change.id.clone()).collect();
    let mut restore = restore;
    let named = device.workspace.named_by(&made).into_iter();
    restore.extend(named.filter(|named| !dropped.contains(&named.id)));
    changes::save_batch(&device.store, &batch, &made, &dropped)?;
    let remove = made.iter().map(|change| change.id.clone()).collect();
    device.workspace.exchange(made, &dropped);
    device.undo = Some(Undo {
        restore,
        remove,
        private: None,
    });
    Ok(())
}

fn take_back<S: Storage>(device: &mut Device<S>) -> Result<(), WriteError> {
    let Some(undo) = device.undo.take() else {
        return Ok(());
    };
    let back = undo
        .private
        .as_ref()
        .map(|edit| edit.taken_back(device.workspace.private_of(&edit.initiative)));
    device.put(Edit {
        keep: &undo.restore,
        take_out: &undo.remove,
        private: back
            .as_ref()
            .map(|back| (&back.initiative, &back.before[..], &back.after[..])),
    })
}

/// What is shown, as an edition of it says it.
fn published(workspace: &Workspace) -> solidaire::domain::catalogue::Catalogue {
    let mut edition = workspace.shown().clone();
    let gone: BTreeSet<Id> = edition.removed.iter().map(|removed| removed.id.clone()).collect();
    edition
        .initiatives
        .retain(|initiative| !gone.contains(&initiative.id));
    for initiative in &mut edition.initiatives {
        initiative.contacts.retain(|contact| contact.public);
    }
    edition
}

/// The page loads what is stored on top of what is served, as at a start.
fn arrive<S: Storage>(device: &mut Device<S>) {
    let loaded = changes::load(&device.store).unwrap_or_default();
    let private = solidaire::storage::private::load(&device.store).map(|(private, _)| private);
    let edition = Arc::clone(&device.memory.edition);
    device.workspace = Workspace::new(edition, loaded.changes, private.unwrap_or_default());
    device.settle(Scope::All);
}
