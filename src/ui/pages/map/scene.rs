//! What is found, and where it lies.

use std::sync::Arc;

use leptos::prelude::*;

use crate::domain::id::Id;
use crate::domain::map::names::{Town, towns};
use crate::domain::map::{Ground, Sited};
use crate::domain::search::Filter;
use crate::state::App;
use crate::ui::components::theme;

/// What is found, and where it lies. Copies share it; two are the same only where one was copied.
#[derive(Clone)]
pub(super) struct Scene(Arc<Drawn>);

/// The numbers of what is found are its places in `found`.
#[derive(Default)]
pub(super) struct Drawn {
    /// Tells one scene from the one before.
    pub(super) number: usize,
    /// The positions of the initiatives in the catalogue.
    pub(super) found: Vec<usize>,
    /// The place of each one's theme among the catalogue's.
    pub(super) themes: Vec<Option<usize>>,
    /// How many initiatives each theme would show, all else equal.
    pub(super) choices: Vec<(Id, usize)>,
    /// The ground, once the department's places are there.
    pub(super) ground: Option<Ground>,
    /// The towns that can be named on it, the largest first.
    pub(super) towns: Vec<Town>,
    /// Where each one lies.
    pub(super) sited: Sited,
}

impl PartialEq for Scene {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

impl Scene {
    /// What a filter finds, without what is hidden on this device.
    pub(super) fn of(app: App, filter: &Filter, before: Option<&Self>) -> Self {
        let selection = app.select_shown(filter).unwrap_or_default();
        let drawn = app.with_workspace(|workspace| {
            let shown = workspace.shown();
            let entries = &shown.initiatives;
            let found = selection.positions;
            let of_theme = |position: &usize| theme::place(workspace, entries[*position].theme.as_ref());
            let themes = found.iter().map(of_theme).collect();
            let (ground, towns, sited) = app.gazetteer.with(|gazetteer| {
                let initiatives = || found.iter().map(|position| &entries[*position]);
                let points = initiatives().filter_map(|initiative| initiative.place.point());
                let ground = gazetteer
                    .as_ref()
                    .and_then(|gazetteer| Ground::of(gazetteer, points));
                let Some((gazetteer, ground)) = gazetteer.as_ref().zip(ground) else {
                    return (None, Vec::new(), Sited::default());
                };
                let towns = towns(gazetteer, ground.plane);
                let sited = Sited::of(initiatives().enumerate(), gazetteer, &ground);
                (Some(ground), towns, sited)
            });
            Drawn {
                number: before.map_or(0, |before| before.0.number + 1),
                found,
                themes,
                choices: selection.themes,
                ground,
                towns,
                sited,
            }
        });
        Self(Arc::new(drawn.unwrap_or_default()))
    }

    /// What it holds.
    pub(super) fn drawn(&self) -> &Drawn {
        &self.0
    }
}
