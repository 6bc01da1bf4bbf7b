//! The settings of the site and its themes: local changes like any other, until the next edition has them.

use leptos::prelude::*;

use super::App;
use super::notice::Undo;
use crate::browser::chance;
use crate::domain::change::{Change, Target, TargetKind};
use crate::domain::draft::Ground;
use crate::domain::id::Id;
use crate::domain::site::Site;
use crate::domain::theme::Theme;
use crate::format::v1;
use crate::storage::changes::Edit;
use crate::storage::port::WriteError;
use crate::workspace::{Stamp, ThemesEdit, ThemesGround, Workspace};

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

    /// What a form of the themes that is opened now stands on. Nothing while no catalogue is loaded.
    #[must_use]
    pub fn themes_ground(self) -> Option<ThemesGround> {
        self.with_workspace_untracked(Workspace::themes_ground)
    }

    /// Keeps the themes from a form that stood on this ground, all at once. Gives what takes that back, or nothing
    /// where all was so already.
    ///
    /// # Errors
    /// When they could not be kept; then nothing has changed.
    pub fn save_themes(self, wanted: &[Theme], ground: &ThemesGround) -> Result<Option<Undo>, WriteError> {
        let first = self.stamp(None)?;
        let stamp = || Stamp {
            id: chance::new_id(),
            ..first.clone()
        };
        let edit = self.with_workspace_untracked(|workspace| workspace.prepare_themes(wanted, ground, stamp));
        let Some(ThemesEdit { keep, take_out }) = edit.filter(|edit| *edit != ThemesEdit::default()) else {
            return Ok(None);
        };
        let edit = Edit {
            take_out: &take_out,
            ..Edit::of(&keep)
        };
        self.edit(edit).map(Some)
    }
}

fn target(site: &Id) -> Target {
    Target {
        kind: TargetKind::Site,
        id: site.clone(),
    }
}
