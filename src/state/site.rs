//! The settings of the site: local changes like any other, until the next edition has them.

use leptos::prelude::*;

use super::App;
use super::notice::Undo;
use crate::domain::change::{Change, Target, TargetKind};
use crate::domain::draft::Ground;
use crate::domain::id::Id;
use crate::domain::site::Site;
use crate::format::v1;
use crate::storage::changes::Edit;
use crate::storage::port::WriteError;

impl App {
    /// The site as shown now, with what a form that is opened now stands on. Nothing while no catalogue
    /// is loaded.
    #[must_use]
    pub fn site_and_ground(self) -> Option<(Site, Ground)> {
        self.workspace.with_untracked(|workspace| {
            let workspace = workspace.as_ref()?;
            let site = workspace.shown().site.clone();
            let ground = workspace.ground(&target(&site.id));
            Some((site, ground))
        })
    }

    /// Keeps the settings of the site from a form that stood on this ground. Gives what takes that back,
    /// or nothing where all was so already.
    ///
    /// # Errors
    /// When it could not be kept; then nothing has changed.
    pub fn save_site(self, site: &Site, ground: &Ground) -> Result<Option<Undo>, WriteError> {
        let document = v1::encode_site(site);
        let change =
            self.prepare(|workspace, stamp| workspace.prepare_on(target(&site.id), document, ground, stamp))?;
        let keep: Vec<Change> = change.into_iter().collect();
        if keep.is_empty() {
            return Ok(None);
        }
        self.edit(Edit::of(&keep)).map(Some)
    }
}

fn target(site: &Id) -> Target {
    Target {
        kind: TargetKind::Site,
        id: site.clone(),
    }
}
