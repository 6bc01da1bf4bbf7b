//! A press release that is read in: its text is read, checked by a person, kept meanwhile, and added as one
//! batch.

use leptos::prelude::*;

use super::App;
use super::notice::{TakeBack, Undo};
use crate::browser::file::{ChosenFile, FileError};
use crate::browser::{chance, clock};
use crate::communique::read::{Known, LONGEST, Span, Text};
use crate::domain::change::Change;
use crate::domain::id::Id;
use crate::domain::value::Value;
use crate::format::text_file;
use crate::storage::aside::set_aside;
use crate::storage::changes::save_batch_with;
use crate::storage::drafts::let_go;
use crate::storage::excerpts::{self, Exchange};
use crate::storage::key::Key;
use crate::storage::port::{Storage, WriteError};
use crate::workspace::intake::{Intake, Kept, Reread, Wrong, read_kept, write_kept};
use crate::workspace::{PrivateEdit, Stamp};

/// How long reading may keep the page from answering to the person, in milliseconds: what browsers call a
/// long task.
const BUSY: f64 = 50.0;

/// Why a text could not be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unread {
    /// It is longer than what is read at once.
    TooLong,
    /// The browser could not read the file.
    File,
    /// The file is no text.
    NoText,
}

/// Why what was read was not added.
#[derive(Debug, Clone, PartialEq)]
pub enum NotAdded {
    /// Something stands in the way.
    Wrong(Vec<Wrong>),
    /// It could not be kept.
    Write(WriteError),
}

/// What was added.
#[derive(Debug, Clone)]
pub struct Added {
    /// How many initiatives are new.
    pub new: usize,
    /// How many got something new.
    pub updated: usize,
    /// Whether the press release was added too.
    pub has_release: bool,
    /// Whether there was no room for the passages that they were read from.
    pub lacks_passages: bool,
    /// What takes all of it back.
    pub undo: Undo,
}

/// The text of a file that a person chose.
///
/// # Errors
/// [`Unread`].
pub async fn text_of(file: &ChosenFile) -> Result<String, Unread> {
    // Twice the limit: what takes two bytes in the file may take one in the text.
    let bytes = file.bytes(2 * LONGEST).await.map_err(|error| match error {
        FileError::TooLarge => Unread::TooLong,
        FileError::Unreadable => Unread::File,
    })?;
    text_file::decode(&bytes).map_err(|_| Unread::NoText)
}

/// The names of a site's wider areas.
fn names_of(areas: &[Value]) -> Vec<&str> {
    let named = areas.iter();
    named.filter_map(|area| area.as_object()?.text("name")).collect()
}

impl App {
    /// Reads a press release, and lets the browser draw between the steps; nothing while no catalogue is
    /// loaded.
    ///
    /// # Errors
    /// Where it is too long.
    pub async fn read_release(self, source: &str) -> Result<Option<Intake>, Unread> {
        let Some((themes, areas)) = self.with_workspace_untracked(|workspace| {
            let shown = workspace.shown();
            (shown.themes.clone(), shown.site.areas.clone())
        }) else {
            return Ok(None);
        };
        let gazetteer = self.gazetteer.get_untracked();
        let gazetteers: Vec<_> = gazetteer.iter().collect();
        let areas = names_of(&areas);
        let known = Known {
            gazetteers: &gazetteers,
            themes: &themes,
            areas: &areas,
            today: Some(self.today),
        };
        let text = Text::new(source, &known).map_err(|_| Unread::TooLong)?;
        clock::let_draw().await;
        let mut progress = text.begin();
        let mut answered = clock::milliseconds();
        while progress.step() {
            if clock::milliseconds() - answered > BUSY {
                clock::breathe().await;
                answered = clock::milliseconds();
            }
        }
        let reading = progress.finish();
        clock::let_draw().await;
        Ok(self.with_workspace_untracked(|workspace| {
            Intake::of(source.to_owned(), &reading, workspace, &mut chance::new_id)
        }))
    }

    /// Changes what was read with the means to read parts of its text anew.
    pub fn reread<T>(self, intake: &mut Intake, change: impl FnOnce(&mut Intake, Reread) -> T) -> Option<T> {
        let source = intake.source.clone();
        let changed = self.with_text(&source, |text| {
            change(intake, &|spans: &[Span], date| text.draft(spans, date))
        });
        // A text that was read once is not too long.
        changed.ok()
    }

    fn with_text<T>(self, source: &str, using: impl FnOnce(&Text) -> T) -> Result<T, Unread> {
        self.gazetteer.with_untracked(|gazetteer| {
            self.workspace.with_untracked(|workspace| {
                let shown = workspace.as_ref().map(crate::workspace::Workspace::shown);
                let gazetteers: Vec<_> = gazetteer.iter().collect();
                let areas = shown.map_or(&[][..], |shown| &shown.site.areas);
                let areas = names_of(areas);
                let known = Known {
                    gazetteers: &gazetteers,
                    themes: shown.map_or(&[], |shown| &shown.themes),
                    areas: &areas,
                    today: Some(self.today),
                };
                let text = Text::new(source, &known).map_err(|_| Unread::TooLong)?;
                Ok(using(&text))
            })
        })
    }

    /// The press releases that are being checked, the newest first. One that cannot be read is set aside and
    /// reported with the others.
    ///
    /// # Errors
    /// When the browser refuses.
    pub fn intakes(self) -> Result<Vec<(Id, Kept)>, WriteError> {
        let mut kept = Vec::new();
        self.with_store(|store| {
            for name in store.keys()? {
                let Key::Intake(id) = Key::of(&name) else { continue };
                let key = Key::Intake(id.clone());
                let Some(text) = store.read(&key)? else { continue };
                if let Some(one) = read_kept(&text) {
                    kept.push((id, one));
                } else {
                    self.name_aside(vec![set_aside(store, &key, &text)?]);
                }
            }
            Ok::<_, WriteError>(())
        })?;
        kept.sort_by(|(_, one), (_, two)| two.at.cmp(&one.at));
        Ok(kept)
    }

    /// Keeps what is being checked.
    ///
    /// # Errors
    /// When it could not be kept; then what stood there stands still.
    pub fn keep_intake(self, id: &Id, kept: &Kept) -> Result<(), WriteError> {
        self.with_store(|store| store.write(&Key::Intake(id.clone()), &write_kept(kept)))
    }

    /// What is being checked under a key, as it stands there by now.
    ///
    /// # Errors
    /// As [`App::draft`].
    pub fn intake(self, id: &Id) -> Result<Option<Kept>, WriteError> {
        self.read_or_set_aside(&Key::Intake(id.clone()), |text| read_kept(text).ok_or(()))
    }

    /// Forgets what this page is checking.
    ///
    /// # Errors
    /// When the browser refuses.
    pub fn drop_intake(self, id: &Id) -> Result<(), WriteError> {
        self.with_store(|store| store.remove(&Key::Intake(id.clone())))
    }

    /// Forgets what another page was checking, where it is what was seen of it. Where that page has gone on,
    /// its work stays, and is given.
    ///
    /// # Errors
    /// When the browser refuses.
    pub fn let_go_of_intake(self, id: &Id, seen: &Kept) -> Result<Option<Kept>, WriteError> {
        self.with_store(|store| let_go(store, &Key::Intake(id.clone()), seen, read_kept))
    }

    /// Adds what was checked as one batch. For an editor the passages of the source are kept beside it, on
    /// this device alone; nobody else would see them again.
    ///
    /// # Errors
    /// [`NotAdded`]; then nothing has changed.
    pub fn add_intake(self, intake: &Intake) -> Result<Added, NotAdded> {
        let id = chance::new_id();
        let stamp = self.stamp(Some(id.clone())).map_err(NotAdded::Write)?;
        let stamps = || Stamp {
            id: chance::new_id(),
            ..stamp.clone()
        };
        let batch = self
            .with_workspace_untracked(|workspace| intake.batch(workspace, stamps))
            .ok_or(NotAdded::Write(WriteError::Denied))?
            .map_err(NotAdded::Wrong)?;
        // The batch was made of this workspace, so there is one.
        let restore = self
            .with_workspace_untracked(|workspace| workspace.named_by(&batch.changes))
            .unwrap_or_default();
        let passages = if self.settings.editor.get_untracked() {
            batch.excerpts
        } else {
            Vec::new()
        };
        let passages = self
            .with_store(|store| excerpts::adding(store, passages))
            .map_err(|denied| NotAdded::Write(denied.into()))?;
        let kept = self
            .exchange_batch(&id, batch.changes.clone(), &[], &batch.private, &passages)
            .map_err(NotAdded::Write)?;
        let passages = if kept {
            passages
        } else {
            passages.without_keeping()
        };
        let remove: Vec<Id> = batch.changes.iter().map(|change| change.id.clone()).collect();
        let private = batch.private;
        let undo = TakeBack::new(move || {
            let back: Vec<PrivateEdit> = private
                .iter()
                .map(|edit| edit.taken_back(&self.private_of(&edit.initiative)))
                .collect();
            let passages = passages.reversed();
            // Earlier passages that find no room any more are missed by nobody who takes a batch back.
            self.exchange_batch(&chance::new_id(), restore.clone(), &remove, &back, &passages)
                .map(drop)
        });
        Ok(Added {
            new: batch.added.len(),
            updated: batch.updated,
            has_release: batch.has_release,
            lacks_passages: !kept,
            undo: Undo::Act(undo),
        })
    }

    fn exchange_batch(
        self,
        id: &Id,
        changes: Vec<Change>,
        remove: &[Id],
        private: &[PrivateEdit],
        passages: &Exchange,
    ) -> Result<bool, WriteError> {
        let edits: Vec<_> = private
            .iter()
            .map(|edit| (&edit.initiative, edit.before.as_slice(), edit.after.as_slice()))
            .collect();
        let kept = self.with_store(|store| save_batch_with(store, id, &changes, remove, &edits, passages))?;
        self.update(|workspace| {
            workspace.exchange(changes, remove);
            for edit in private {
                workspace.set_private_of(&edit.initiative, edit.after.clone());
            }
        });
        Ok(kept)
    }
}
