//! Everything of this device: what is stored, a backup of it, its restoring, its end.

use std::collections::BTreeSet;

use leptos::prelude::*;

use super::care::counting;
use super::settings::Settings;
use super::{App, Store};
use crate::browser::chance;
use crate::domain::catalogue::Catalogue;
use crate::domain::id::Id;
use crate::format::backup::{Backup, write_backup};
use crate::format::json;
use crate::storage::erasing;
use crate::storage::figures::Figures;
use crate::storage::key::Key;
use crate::storage::port::{Denied, Storage, WriteError};
use crate::storage::removal::{self, Marks};
use crate::storage::sites;
use crate::storage::whole::{self, Restoring};
use crate::workspace::Workspace;

/// What the restoring of a backup would do.
pub struct Preview {
    /// What it would add.
    pub does: Restoring,
    /// How many of its texts stay out of it in whole or in part, since a person asked to be removed.
    pub refused: usize,
    /// What it asks to be erased here.
    pub marks: Marks,
    /// The titles of the shown entries among these.
    pub titles: Vec<String>,
}

impl App {
    /// What is stored and how large it is, measured again whenever something was saved.
    ///
    /// # Errors
    /// When the browser refuses.
    pub fn figures(self) -> Result<Figures, Denied> {
        self.workspace.track();
        self.hidden.track();
        self.aside.track();
        self.drafted.track();
        let counting = counting();
        self.with_store(|store| match store {
            Store::Device(local) => Figures::measure(local, local.inner().prefix(), counting),
            Store::Page(memory) => Figures::measure(memory, "", counting),
        })
    }

    /// A backup of everything of this device, as a file.
    ///
    /// # Errors
    /// When the browser refuses.
    pub fn backup(self) -> Result<String, Denied> {
        let backup = self.backup_of(self.with_store(whole::entries)?);
        Ok(json::write_pretty(&write_backup(&backup)))
    }

    /// What the restoring of a backup would do.
    ///
    /// # Errors
    /// When the browser refuses.
    pub fn preview_restoring(self, backup: &Backup) -> Result<Preview, Denied> {
        let (entries, refused) = self.without_erased(backup)?;
        let entries = self.placed(backup, entries);
        let does = self.with_store(|store| whole::preview(store, &entries))?;
        let marks = self.weigh(backup)?;
        let titles = self.workspace.with_untracked(|workspace| {
            let shown = workspace
                .iter()
                .flat_map(|workspace| &workspace.shown().initiatives);
            let erased = shown.filter(|entry| marks.erasing.contains(&entry.id));
            erased.map(|entry| entry.title.clone()).collect()
        });
        Ok(Preview {
            does,
            refused,
            marks,
            titles,
        })
    }

    /// What the marks of a backup would do here.
    fn weigh(self, backup: &Backup) -> Result<Marks, Denied> {
        let marks = removal::marks(&backup.entries);
        self.workspace.with_untracked(|workspace| {
            let edition = workspace.iter().map(Workspace::edition);
            let told: BTreeSet<&Id> = edition.flat_map(Catalogue::initiatives_told).collect();
            self.with_store(|store| removal::weigh(store, marks, |id| told.contains(id)))
        })
    }

    /// The texts of a backup without what is about persons who asked to be removed, and how many that
    /// concerns. What the backup knows of such requests counts too.
    fn without_erased(self, backup: &Backup) -> Result<(Vec<(String, String)>, usize), Denied> {
        let mut erased = self.with_store(removal::erased)?;
        erased.extend(removal::marks(&backup.entries));
        self.workspace.with_untracked(|workspace| {
            let requested = workspace
                .iter()
                .flat_map(|workspace| workspace.edition().requested());
            erased.extend(requested.cloned());
        });
        Ok(removal::without_erased(&backup.entries, &erased))
    }

    /// Joins a backup with what is here, all of it or none, and shows it. What was erased on its device at
    /// a person's request and is still here goes only where the person `agrees` to that.
    ///
    /// # Errors
    /// When it could not be kept; then nothing has changed.
    pub fn restore(self, backup: &Backup, agrees: bool) -> Result<Restoring, WriteError> {
        let (entries, _) = self.without_erased(backup)?;
        let entries = self.placed(backup, entries);
        let Marks {
            mut harmless,
            erasing,
            ..
        } = self.weigh(backup)?;
        let erases = agrees && !erasing.is_empty();
        if erases {
            harmless.extend(erasing);
        }
        let restoring =
            self.with_store(|store| whole::restore_erasing(store, &chance::new_id(), &entries, &harmless))?;
        if erases {
            // What it would bring back is gone for good.
            self.notices.close();
            self.renew_kept_bytes();
        }
        self.reload_changes();
        self.renote();
        self.edition.waiting.set(self.waiting_sites()?.len());
        self.reload_settings()?;
        Ok(restoring)
    }

    /// The site of a backup, if it is another one than this address serves.
    #[must_use]
    pub fn other_site(self, backup: &Backup) -> Option<Id> {
        let here = self.shown_edition()?;
        backup.site.clone().filter(|site| *site != here.site.id)
    }

    /// The texts of a backup where they belong: those of another site wait for it.
    fn placed(self, backup: &Backup, entries: Vec<(String, String)>) -> Vec<(String, String)> {
        match self.other_site(backup) {
            Some(site) => sites::waiting_entries(entries, &site),
            None => entries,
        }
    }

    /// The devices whose changes are this person's: this one, and those whose backups were restored here.
    #[must_use]
    pub fn own_devices(self) -> Vec<Id> {
        // A storage that refuses knows none.
        let names = self.with_store(Storage::keys).unwrap_or_default();
        let former = names.iter().filter_map(|name| match Key::parse(name) {
            Some(Key::Former(id)) => Some(id),
            _ => None,
        });
        former.chain(self.known_device()).collect()
    }

    /// Removes everything of this application from the device, and nothing of any other.
    ///
    /// # Errors
    /// When the browser refuses; then nothing has changed.
    pub fn erase(self) -> Result<(), WriteError> {
        self.with_store(erasing::erase)?;
        self.forget_edition();
        self.position.set(None);
        self.hidden.set(BTreeSet::new());
        self.aside.set(Vec::new());
        self.outbox.clear();
        self.update(|workspace| *workspace = Workspace::published(workspace.shared_edition()));
        self.renote();
        Ok(self.reload_settings()?)
    }

    /// The texts that could not be read, one after another.
    ///
    /// # Errors
    /// When the browser refuses.
    pub fn aside_text(self) -> Result<String, Denied> {
        let mut all = String::new();
        for aside in self.aside.get_untracked() {
            if let Some(text) = self.with_store(|store| aside.text(store))? {
                all.push_str(&text);
                all.push_str("\n\n");
            }
        }
        Ok(all)
    }

    /// Removes the texts that could not be read.
    ///
    /// # Errors
    /// When the browser refuses; then nothing has changed.
    pub fn erase_aside(self) -> Result<(), WriteError> {
        let named = self.aside.get_untracked();
        self.with_store(|store| erasing::erase_aside(store, &chance::new_id(), &named))?;
        self.aside.set(Vec::new());
        Ok(())
    }

    /// Reads the settings again. What is as before is not touched: a new language draws the whole
    /// page anew.
    fn reload_settings(self) -> Result<(), Denied> {
        // Each by its name, so that none is forgotten.
        let Settings {
            lang,
            theme,
            text_size,
            editor,
            commune,
        } = self.with_store(Settings::load)?;
        let settings = self.settings;
        renew(settings.lang, lang);
        renew(settings.theme, theme);
        renew(settings.text_size, text_size);
        renew(settings.editor, editor);
        renew(settings.commune, commune);
        Ok(())
    }
}

fn renew<T: PartialEq + Clone + Send + Sync + 'static>(own: RwSignal<T>, stored: RwSignal<T>) {
    let stored = stored.get_untracked();
    if own.with_untracked(|own| *own != stored) {
        own.set(stored);
    }
}
