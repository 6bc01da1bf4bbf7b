//! Press releases that are being composed: kept as local changes, like everything a person writes.

use std::collections::BTreeMap;

use leptos::prelude::*;

use super::App;
use super::notice::Undo;
use crate::browser::chance;
use crate::communique::compose::propose::is_news;
use crate::communique::compose::start;
use crate::domain::change::{Change, Target, TargetKind};
use crate::domain::communique::Communique;
use crate::domain::date::Date;
use crate::domain::id::Id;
use crate::format::v1;
use crate::storage::changes::Edit;
use crate::storage::port::WriteError;
use crate::workspace::Workspace;

impl App {
    /// Begins the next number of a series and keeps it; `chosen` are places of initiatives in the shown
    /// catalogue. Nothing while no catalogue is loaded.
    ///
    /// # Errors
    /// When it could not be kept.
    pub fn begin_release(self, series: &str, chosen: &[usize]) -> Result<Option<Id>, WriteError> {
        let release = self.workspace.with_untracked(|workspace| {
            let catalogue = workspace.as_ref()?.shown();
            let mut release = start::draft(catalogue, series, chance::new_id(), self.today);
            let initiatives = chosen
                .iter()
                .filter_map(|place| catalogue.initiatives.get(*place));
            release.sections = start::sections(catalogue, initiatives, self.today);
            Some(release)
        });
        let Some(release) = release else { return Ok(None) };
        self.keep_release(&release)?;
        Ok(Some(release.id))
    }

    /// Keeps a release as it is now.
    ///
    /// # Errors
    /// When it could not be kept; what was kept before stands.
    pub fn keep_release(self, release: &Communique) -> Result<(), WriteError> {
        let document = v1::encode_communique(release);
        let change =
            self.prepare(|workspace, stamp| workspace.prepare(target(&release.id), &document, stamp))?;
        if let Some(change) = change {
            self.edit(Edit::of(&[change]))?;
        }
        Ok(())
    }

    /// Takes a release that is still being written out again, as if it had never been begun.
    ///
    /// # Errors
    /// When the browser refuses.
    pub fn drop_release(self, release: &Id) -> Result<Undo, WriteError> {
        let changes: Vec<Change> = self.workspace.with_untracked(|workspace| {
            let of = |workspace: &Workspace| workspace.changes().of(&target(release)).cloned().collect();
            workspace.as_ref().map_or_else(Vec::new, of)
        });
        let ids: Vec<Id> = changes.iter().map(|change| change.id.clone()).collect();
        self.revert(&ids)?;
        Ok(Undo::Exchange {
            restore: changes,
            remove: Vec::new(),
        })
    }

    /// The last day on which each initiative was changed on this device, by changes that are news.
    #[must_use]
    pub fn changed_on(self) -> BTreeMap<Id, Date> {
        let mut days: BTreeMap<Id, Date> = BTreeMap::new();
        self.with_workspace(|workspace| {
            for change in workspace.pending() {
                if change.target.kind == TargetKind::Initiative && is_news(change) {
                    let day = change.at.date();
                    let known = days.entry(change.target.id.clone()).or_insert(day);
                    *known = day.max(*known);
                }
            }
        });
        days
    }
}

fn target(release: &Id) -> Target {
    Target {
        kind: TargetKind::Communique,
        id: release.clone(),
    }
}
