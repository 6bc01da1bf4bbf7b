//! The one context of the running application: what is loaded, and the commands that change it.
//!
//! Invariant: what is on screen changes only after the storage has answered. A command that could
//! not keep something returns an error; the caller leaves the person's input where it is.

pub mod backup;
pub mod care;
mod commands;
pub mod compose;
pub mod drafts;
pub mod edition;
mod excerpts;
mod follow;
pub mod handover;
pub mod import;
pub mod importer;
mod install;
mod kept;
pub mod link;
mod load;
pub mod near;
pub mod notice;
pub mod offline;
pub mod publish;
pub mod request;
pub mod review;
pub mod send;
pub mod settings;
pub mod site;
mod store;

use std::collections::BTreeSet;

use leptos::prelude::*;

use crate::domain::date::Date;
use crate::domain::gazetteer::Gazetteer;
use crate::domain::id::Id;
use crate::domain::point::Point;
use crate::domain::search::{self, Filter, Index, Scene, Selection, Sort, select};
use crate::storage::aside::Aside;
use crate::workspace::Workspace;

pub use load::Failure;
pub use store::Store;

/// The one context. It is a handle: copies share everything.
#[derive(Clone, Copy)]
pub struct App {
    /// The catalogue with the local changes on top; none until it is loaded.
    pub workspace: RwSignal<Option<Workspace>>,
    /// Why the catalogue could not be loaded, if it could not.
    pub failure: RwSignal<Option<Failure>>,
    /// The communes of the site's department, once a page has needed them.
    pub gazetteer: RwSignal<Option<Gazetteer>>,
    /// The entries that are hidden on this device.
    pub hidden: RwSignal<BTreeSet<Id>>,
    /// Whether what a person does is kept.
    pub keeping: RwSignal<Keeping>,
    /// Texts that could not be read.
    pub aside: RwSignal<Vec<Aside>>,
    /// That another tab has kept what is being written there: it takes room, and shows nowhere else.
    drafted: Trigger,
    /// What is known of the edition beside the catalogue itself.
    pub edition: edition::Watched,
    /// What was handed over to an editor.
    pub outbox: send::Outbox,
    /// What is said to the person at the moment.
    pub notices: notice::Notices,
    /// The settings of this device.
    pub settings: settings::Settings,
    /// Where the phone is, once its owner has asked for that; forgotten with the page.
    pub position: RwSignal<Option<Point>>,
    /// What tells distances, once the second module is there.
    pub nearer: RwSignal<Option<near::Nearer>>,
    /// The present day, read once at the start.
    pub today: Date,
    /// How long what is here lasts.
    pub care: care::Care,
    store: StoredValue<Store, LocalStorage>,
    /// What is remembered of the storage, to follow the other tabs.
    followed: StoredValue<follow::Followed>,
    /// The search index of what is shown, made when a search first needs it.
    index: StoredValue<Option<Index>, LocalStorage>,
}

/// Whether what a person does is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keeping {
    /// On the device.
    Device,
    /// Nowhere: the browser refuses. It lasts as long as the page.
    Nowhere,
    /// Nowhere: a newer version of the application has written here, and this page only reads until it
    /// is loaded anew.
    Newer,
}

/// The application's context.
///
/// # Panics
/// Outside the application: [`App::start`] provides it before anything is drawn.
#[must_use]
pub fn use_app() -> App {
    expect_context::<App>()
}

impl App {
    /// Reads the workspace, once it is loaded.
    pub fn with_workspace<T>(&self, read: impl FnOnce(&Workspace) -> T) -> Option<T> {
        self.workspace.with(|workspace| workspace.as_ref().map(read))
    }

    /// Reads the workspace as it is now, for what happens once.
    pub fn with_workspace_untracked<T>(&self, read: impl FnOnce(&Workspace) -> T) -> Option<T> {
        self.workspace
            .with_untracked(|workspace| workspace.as_ref().map(read))
    }

    /// What a filter finds in the shown catalogue; nothing until it is loaded.
    #[must_use]
    pub fn select(&self, filter: &Filter) -> Option<Selection> {
        self.answer(filter, None)
    }

    /// What a filter finds without what is hidden on this device: what a list shows.
    #[must_use]
    pub fn select_shown(&self, filter: &Filter) -> Option<Selection> {
        self.hidden.with(|hidden| self.answer(filter, Some(hidden)))
    }

    fn answer(&self, filter: &Filter, hidden: Option<&BTreeSet<Id>>) -> Option<Selection> {
        let near = (filter.sort == Sort::Nearest)
            .then(|| self.near(filter.commune.as_ref()))
            .flatten();
        self.workspace.with(|workspace| {
            let shown = workspace.as_ref()?.shown();
            self.index.try_update_value(|index| {
                let index = index.get_or_insert_with(|| Index::build(&shown.initiatives, &shown.themes));
                let near = near.as_ref().map(|near| &**near as &search::Near);
                let scene = Scene {
                    initiatives: &shown.initiatives,
                    areas: &shown.site.areas,
                    near,
                    today: self.today,
                    hidden,
                };
                select(filter, index, &scene)
            })
        })
    }

    /// The storage, for what has no command of its own: settings, drafts, figures.
    pub fn with_store<T>(&self, using: impl FnOnce(&Store) -> T) -> T {
        self.store.with_value(using)
    }

    /// Whether the editor's tools are shown.
    #[must_use]
    pub fn is_editor(&self) -> bool {
        self.settings.editor.get()
    }
}
