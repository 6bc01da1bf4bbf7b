//! How near things are to the person. It comes with the second module, and so do the communes' places.

use std::sync::Arc;

use leptos::prelude::*;

use super::App;
use crate::domain::code::Insee;
use crate::domain::initiative::Initiative;
use crate::domain::near::{Nearness, Origin};

/// Tells how near an initiative is.
pub type Near = Arc<dyn Fn(&Initiative) -> Option<Nearness> + Send + Sync>;

/// Finds out how near things are; the second module brings it.
pub type Nearer = fn(&App, Option<&Insee>) -> Option<Near>;

impl App {
    /// How near things are: to where the phone is, or else to the commune that the person chose, or
    /// else to the given one. Nothing where none of them is known, and until the second module is there.
    #[must_use]
    pub fn near(&self, otherwise: Option<&Insee>) -> Option<Near> {
        // Who has said nothing does not see everything drawn anew when the module comes.
        if !self.is_located() && otherwise.is_none() {
            return None;
        }
        self.nearer.get()?(self, otherwise)
    }

    /// Whether the person has said where they are.
    #[must_use]
    pub fn is_located(&self) -> bool {
        self.position.with(Option::is_some) || self.settings.commune.with(Option::is_some)
    }

    /// What a commune is called; its code until the communes are there.
    #[must_use]
    pub fn commune_name(&self, insee: &Insee) -> String {
        let name = self.gazetteer.with(|gazetteer| {
            let commune = gazetteer.as_ref()?.by_insee(insee)?;
            Some(commune.name.clone())
        });
        name.unwrap_or_else(|| insee.as_str().to_owned())
    }

    /// What the second module begins: from then on distances are told.
    pub fn tell_distances(&self) {
        self.nearer.set(Some(nearer));
    }
}

fn nearer(app: &App, otherwise: Option<&Insee>) -> Option<Near> {
    let position = app.position.get();
    let commune = app.settings.commune.get().or_else(|| otherwise.cloned());
    if position.is_none() && commune.is_none() {
        return None;
    }
    // Until they are there, only the commune itself is known.
    app.need_gazetteer();
    let origin = app.gazetteer.with(|gazetteer| {
        let gazetteer = gazetteer.as_ref();
        app.with_workspace(|workspace| {
            let areas = &workspace.shown().site.areas;
            match (position, &commune) {
                (Some(point), _) => Some(Origin::of_point(point, areas, gazetteer)),
                (None, commune) => Some(Origin::of_commune(commune.as_ref()?, areas, gazetteer)),
            }
        })
    })??;
    let gazetteer = app.gazetteer;
    Some(Arc::new(move |initiative| {
        gazetteer.with_untracked(|gazetteer| origin.nearness(initiative, gazetteer.as_ref()))
    }))
}
