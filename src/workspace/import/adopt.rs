//! Taking over the entries of another site's catalogue.

use std::collections::BTreeMap;

use crate::domain::catalogue::Catalogue;
use crate::domain::communique::Communique;
use crate::domain::id::Id;
use crate::domain::initiative::Initiative;
use crate::domain::text::fold;
use crate::domain::theme::Theme;

/// The catalogue of another site under identifiers of its own, so that nothing in it meets an entry
/// of ours by accident. They derive from the other site's and are the same at the next import.
///
/// A theme that is named alike here, in any language, is taken for ours. What the other site has removed,
/// and its own settings, are not our business.
pub(super) fn adopted(incoming: &Catalogue, here: &Catalogue) -> Catalogue {
    let site = incoming.site.id.as_str();
    let own = |kind: &str, id: &Id| Id::derived(&["adopted", site, kind, id.as_str()]);
    let mut themes: BTreeMap<&Id, Id> = BTreeMap::new();
    let mut adopted = Catalogue::new(here.site.clone());
    for theme in &incoming.themes {
        let alike = here.themes.iter().find(|ours| is_named_alike(ours, theme));
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
        for measure in &mut taken.measures {
            measure.id = own("measure", &measure.id);
        }
        for need in &mut taken.needs {
            need.id = own("need", &need.id);
        }
        for contact in &mut taken.contacts {
            contact.id = own("contact", &contact.id);
        }
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

/// Whether two themes have a name in common, whatever the language.
fn is_named_alike(one: &Theme, two: &Theme) -> bool {
    let names = |theme: &Theme| -> Vec<String> {
        let names = theme.label.iter().filter_map(|(_, name)| name.as_text());
        names.map(fold).filter(|name| !name.is_empty()).collect()
    };
    let known = names(one);
    names(two).iter().any(|name| known.contains(name))
}
