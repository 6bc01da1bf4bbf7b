//! The start: what is on the device, then the catalogue from beside the application.

use std::collections::BTreeSet;
use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::wasm_split::{SplitLoaderError, wasm_split};

use super::care::Care;
use super::edition::{Watched, brings_back_erased};
use super::follow::Followed;
use super::notice::Notices;
use super::send::Outbox;
use super::settings::Settings;
use super::store::Store;
use super::{App, Keeping};
use crate::browser::fetch::{FetchError, Fetched};
use crate::browser::{chance, clock, fetch};
use crate::domain::catalogue::Catalogue;
use crate::domain::change::Change;
use crate::domain::gazetteer::Gazetteer;
use crate::domain::id::Id;
use crate::domain::sent::sent_changes;
use crate::domain::settle::Scope;
use crate::format::edition::is_note_of;
use crate::format::limits;
use crate::format::refusal::Refusal;
use crate::format::{gazetteer, json, v1};
use crate::storage::key::Key;
use crate::storage::layout::{self, Layout};
use crate::storage::memory::MemoryStorage;
use crate::storage::port::{Denied, Storage, WriteError};
use crate::storage::{aside, changes, excerpts, journal, private, sent};
use crate::workspace::Workspace;

/// The file that is the site, beside the application.
pub(super) const CATALOGUE: &str = "catalogue.json";

/// Why the catalogue could not be loaded.
#[derive(Debug, Clone, PartialEq)]
pub enum Failure {
    /// It could not be fetched.
    Fetch(fetch::FetchError),
    /// It is not a catalogue that this version reads.
    Refused(Refusal),
    /// It is another site's, and there is no room to set aside what is local.
    Full,
}

/// A catalogue that was read, and the file that it stood in.
pub(super) struct Read {
    pub(super) catalogue: Catalogue,
    pub(super) file: Fetched,
}

impl App {
    /// Reads what is on the device, provides the context and begins to load the catalogue.
    #[must_use]
    pub fn start(store: Store) -> Self {
        let (store, (settings, hidden)) = if let Ok(read) = first_reading(&store) {
            (store, read)
        } else {
            // Refused after all: some browsers answer the first question and not the second.
            let store = Store::Page(MemoryStorage::new());
            let read = first_reading(&store).unwrap_or_else(|Denied| unreachable!("memory never refuses"));
            (store, read)
        };
        let keeping = match (&store, layout::layout(&store)) {
            (Store::Device(_), Ok(Layout::Newer)) => Keeping::Newer,
            (Store::Device(_), Ok(_)) => Keeping::Device,
            _ => Keeping::Nowhere,
        };
        let workspace = RwSignal::new(None::<Workspace>);
        let app = Self {
            workspace,
            failure: RwSignal::new(None),
            gazetteer: RwSignal::new(None),
            hidden: RwSignal::new(hidden),
            keeping: RwSignal::new(keeping),
            aside: RwSignal::new(Vec::new()),
            drafted: Trigger::new(),
            edition: Watched::new(),
            outbox: Outbox::new(),
            notices: Notices::new(),
            settings,
            position: RwSignal::new(None),
            nearer: RwSignal::new(None),
            today: clock::today(),
            store: StoredValue::new_local(store),
            care: Care::new(),
            followed: StoredValue::new(Followed::default()),
            index: StoredValue::new_local(None),
        };
        provide_context(app);
        app.load();
        app
    }

    /// Fetches the catalogue and puts the local changes on top of it.
    pub fn load(self) {
        self.failure.set(None);
        spawn_local(async move {
            let fetched = fetch_catalogue().await;
            // A storage that refuses has kept no edition.
            let note = self
                .with_store(|store| store.read(&Key::Edition))
                .unwrap_or_default();
            match (fetched, note) {
                (Ok(read), note) if note.as_ref().is_none_or(|note| is_note_of(note, &read.catalogue)) => {
                    self.take(read).await;
                }
                (Err(failure), None) => self.failure.set(Some(failure)),
                (fetched, _) => {
                    if judge(self, fetched).await.is_err() {
                        self.failure.set(Some(Failure::Fetch(FetchError::Unreachable)));
                    }
                }
            }
        });
    }

    /// Shows a file that has arrived; its bytes are kept later.
    pub(super) async fn take(self, read: Read) {
        self.edition.tag.set_value(read.file.tag);
        self.edition.bytes.set_value(Some(read.file.buffer));
        self.show(Arc::new(read.catalogue)).await;
    }

    /// Loads the communes of the site's department once a page needs them. Without them everything
    /// works but distances and the offer of communes.
    pub fn need_gazetteer(self) {
        spawn_local(self.bring_gazetteer());
    }

    /// Loads the communes of the site's department, unless they are there.
    pub async fn bring_gazetteer(self) {
        let Some(address) = self.gazetteer_address() else {
            return;
        };
        if self.gazetteer.with_untracked(Option::is_some) {
            return;
        }
        if let Some(gazetteer) = fetch_gazetteer(&address).await {
            self.gazetteer.set(Some(gazetteer));
        }
    }

    /// Where the communes of the site's department stand, if a catalogue is shown that names one.
    pub(super) fn gazetteer_address(self) -> Option<String> {
        let department = self.with_workspace_untracked(|workspace| workspace.shown().site.department.clone());
        let department = department.flatten()?;
        Some(["communes/", department.as_str(), ".json"].concat())
    }

    /// Shows an edition, with what is local on top of it. A visitor who has changed nothing, as most,
    /// does not wait for the second module.
    pub(super) async fn show(self, edition: Arc<Catalogue>) {
        let local = self.with_store(|store| {
            Ok::<_, Denied>(has_local_layer(store)? || brings_back_erased(store, &edition)?)
        });
        if local.is_ok_and(|local| !local) {
            self.outbox.clear();
            self.present(Workspace::published(edition));
        } else if lay_on_top(self, edition).await.is_err() {
            self.failure.set(Some(Failure::Fetch(FetchError::Unreachable)));
        }
    }

    pub(super) fn present(self, workspace: Workspace) {
        self.index.set_value(None);
        self.workspace.set(Some(workspace));
        self.begin_if_shown();
    }

    /// Lets go of what has nothing left to say, and gives the changes as they were. What cannot go now
    /// does no harm where it stands.
    pub(super) fn settle(self, workspace: &mut Workspace, scope: Scope) -> Vec<Change> {
        if !workspace.has_finished() {
            return Vec::new();
        }
        // Without the records nobody knows what was sent: then all of it may have been, and stays.
        let Ok((sent, _)) = self.with_store(sent::load) else {
            return Vec::new();
        };
        let mut steps = workspace.settling(scope, self.known_device().as_ref(), &sent_changes(&sent));
        steps.truncate(self.with_store(|store| changes::settle(store, &steps)));
        workspace.settle(&steps)
    }

    /// This device's identifier, if it has one and can be asked.
    #[must_use]
    pub fn known_device(self) -> Option<Id> {
        let stored = self.with_store(|store| store.read(&Key::Device));
        // A storage that refuses knows no device.
        stored.unwrap_or_default().and_then(|text| Id::parse(&text))
    }

    /// This device's identifier, made at its first change.
    ///
    /// # Errors
    /// When it could not be kept.
    pub(super) fn device(self) -> Result<Id, WriteError> {
        self.with_store(|store| {
            if let Some(known) = store.read(&Key::Device)?.and_then(|text| Id::parse(&text)) {
                return Ok(known);
            }
            let id = chance::new_id();
            store.write(&Key::Device, id.as_str())?;
            // From here on there is something to lose.
            self.ask_to_last();
            Ok(id)
        })
    }
}

/// Whether anything local stands on top of the edition: changes, private values, texts set aside, and
/// what was handed over, which may be published by now.
fn has_local_layer(store: &Store) -> Result<bool, Denied> {
    let layers = [
        "change/", "private/", "excerpt/", "aside/", "batch/", "journal/", "mark/", "site/", "sent/",
    ];
    Ok(store
        .keys()?
        .iter()
        .any(|key| layers.iter().any(|layer| key.starts_with(layer))))
}

/// Loads what is local and shows it on top of an edition. Merging belongs to the second module.
#[allow(
    clippy::unnecessary_wraps,
    reason = "the macro turns the result into that of fetching the module, which can fail"
)]
#[wasm_split(late, wasm_split_path = leptos::wasm_split, fallible)]
fn lay_on_top(app: App, edition: Arc<Catalogue>) -> Result<(), SplitLoaderError> {
    // What cannot be migrated or finished now is read as it is, and brought in order at another start.
    let starts = app.workspace.with_untracked(Option::is_none);
    // Only an edition that has just arrived is prepared for: another tab may show an earlier one.
    let shown = app.shown_edition();
    let arrives = shown.is_none_or(|shown| !Arc::ptr_eq(&shown, &edition));
    if starts {
        app.join_pages();
        let _migrated = app.with_store(|store| layout::migrate(store, &chance::new_id()));
        let _recovered = app.with_store(|store| journal::recover(store));
    }
    let edition = if arrives {
        app.prepare_for(edition)
    } else {
        app.withhold_erased(edition)
    };
    // What is done, or nobody speaks of any more, is told by the latest edition that the device knows of.
    let is_latest = app.is_latest(&edition);
    // Read before the changes: what another tab adds in between is not swept.
    let mut passages = if starts && is_latest {
        // A storage that refuses has none to be swept.
        app.with_store(excerpts::keys).unwrap_or_default()
    } else {
        Vec::new()
    };
    let loaded = app.with_store(|store| {
        Ok::<_, Denied>((sent::load(store)?, private::load(store)?, changes::load(store)?))
    });
    let (changes, private) = if let Ok(((sent, unsent), (private, unknown), loaded)) = loaded {
        app.outbox.set(sent);
        let unreadable = app.with_store(|store| {
            let found = [unsent, unknown, loaded.aside].concat();
            app.aside.with_untracked(|named| aside::anew(store, named, found))
        });
        // While something is unreadable, nobody knows what it speaks of.
        if !unreadable.is_empty() {
            passages.clear();
        }
        app.aside.set(unreadable);
        (loaded.changes, private)
    } else {
        passages.clear();
        app.keeping.set(Keeping::Nowhere);
        Default::default()
    };
    let mut workspace = Workspace::new(edition, changes, private);
    if arrives {
        let scope = if is_latest { Scope::All } else { Scope::WrittenOver };
        let _settled = app.settle(&mut workspace, scope);
    }
    if !passages.is_empty() {
        let known = workspace.initiatives_spoken_of();
        app.with_store(|store| excerpts::sweep(store, &passages, |id| known.contains(id)));
    }
    app.present(workspace);
    Ok(())
}

async fn fetch_catalogue() -> Result<Read, Failure> {
    let file = fetch::file(CATALOGUE, limits::FILE_BYTES)
        .await
        .map_err(Failure::Fetch)?;
    let mut read = parse(file);
    // The browser's own copy may be older than what the host has by now: what is of no use is asked for
    // once more, past every copy.
    if matches!(read, Err(Failure::Refused(_)))
        && let Ok(Some(file)) = fetch::fresh(CATALOGUE, limits::FILE_BYTES, "").await
    {
        read = parse(file);
    }
    // To read it takes a slow phone a while, and to draw it another: between them it answers.
    clock::breathe().await;
    read
}

/// Reads a file as a catalogue.
pub(super) fn parse(file: Fetched) -> Result<Read, Failure> {
    let bytes = file.bytes();
    let text = json::decode(&bytes).map_err(|error| Failure::Refused(error.into()))?;
    let reading = v1::read_catalogue_text(text).map_err(Failure::Refused)?;
    Ok(Read {
        catalogue: reading.value,
        file,
    })
}

/// Does with a file that is not simply the one that was kept, or with the lack of one, what the rules
/// of arrival say.
#[allow(
    clippy::unnecessary_wraps,
    reason = "the macro turns the result into that of fetching the module, which can fail"
)]
#[wasm_split(late, wasm_split_path = leptos::wasm_split, fallible)]
fn judge(app: App, fetched: Result<Read, Failure>) -> Result<(), SplitLoaderError> {
    spawn_local(async move {
        // Nothing was shown before that its news could be told of.
        let _news = app.judge(fetched).await;
    });
    Ok(())
}

/// A gazetteer is a help and not a condition: where it cannot be had, names are typed in full.
async fn fetch_gazetteer(address: &str) -> Option<Gazetteer> {
    // Nothing of the person's is in it, and the next page that needs it asks again.
    let bytes = fetch::bytes(address, limits::FILE_BYTES).await.ok()?;
    let document = json::decode(&bytes).and_then(json::parse);
    // A file that cannot be read helps no more than none.
    document.ok().and_then(|document| gazetteer::read(&document).ok())
}

/// What the first screen needs of the storage: the settings, and what is hidden.
fn first_reading(store: &Store) -> Result<(Settings, BTreeSet<Id>), Denied> {
    let hidden = hidden(store)?;
    Ok((Settings::load(store)?, hidden))
}

/// The entries that are hidden on this device.
pub(super) fn hidden(store: &Store) -> Result<BTreeSet<Id>, Denied> {
    let keys = store.keys()?;
    // Collected, they would bring a sort of their own to every first visit.
    let mut hidden = BTreeSet::new();
    hidden.extend(keys.iter().filter_map(|key| match Key::parse(key) {
        Some(Key::Hidden(id)) => Some(id),
        _ => None,
    }));
    Ok(hidden)
}
