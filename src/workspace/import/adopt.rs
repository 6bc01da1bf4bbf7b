//! Taking over the entries of another site's catalogue.

use std::collections::BTreeMap;

use crate::domain::catalogue::Catalogue;
use crate::domain::communique::Communique;
use crate::domain::id::Id;
use crate::domain::initiative::Initiative;
use crate::domain::theme::Theme;

/// The catalogue of another site under identifiers of its own, so that nothing in it meets an entry
/// of ours by accident. They derive from the other site's and are the same at the next import.
///
/// A theme that is named alike here is taken for ours. What the other site has removed, and its own
/// settings, are not our business.
pub(super) fn adopted(incoming: &Catalogue, here: &Catalogue) -> Catalogue {
    let site = incoming.site.id.as_str();
    let own = |kind: &str, id: &Id| Id::derived(&["adopted", site, kind, id.as_str()]);
    let mut themes: BTreeMap<&Id, Id> = BTreeMap::new();
    let mut adopted = Catalogue::new(here.site.clone());
    for theme in &incoming.themes {
        let alike = here.themes.iter().find(|ours| ours.label == theme.label);
        let id = alike.map_or_else(|| own("theme", &theme.id), |ours| ours.id.clone());
        if alike.is_none() {
            adopted.themes.push(Theme {
                id: id.clone(),
                ..theme.clone()
            });
        }
        themes.insert(&theme.id, id);
    }
    let theme_of = |id: Option<&Id>| id.and_then(|id| themes.get(id)).cloned();
    for initiative in &incoming.initiatives {
        let mut taken = Initiative {
            id: own("initiative", &initiative.id),
            theme: theme_of(initiative.theme.as_ref()),
            ..initiative.clone()
        };
        let told = taken.source.communique.as_ref();
        taken.source.communique = told.map(|id| own("communique", id));
        adopted.initiatives.push(taken);
    }
    for communique in &incoming.communiques {
        let mut taken = Communique {
            id: own("communique", &communique.id),
            ..communique.clone()
        };
        for section in &mut taken.sections {
            section.theme = theme_of(section.theme.as_ref());
            for item in &mut section.items {
                item.initiative = item.initiative.as_ref().map(|id| own("initiative", id));
            }
        }
        adopted.communiques.push(taken);
    }
    adopted
}
