//! Taking items of a draft in and out and moving them.

use super::item::item;
use super::start::section;
use crate::domain::catalogue::Catalogue;
use crate::domain::communique::Communique;
use crate::domain::date::Date;
use crate::domain::id::Id;
use crate::domain::initiative::Initiative;
use crate::domain::order::Step;

/// Whether a release tells of an initiative.
#[must_use]
pub fn tells_of(release: &Communique, initiative: &Id) -> bool {
    place_of(release, initiative).is_some()
}

/// Takes an initiative in, at the end of the section of its theme, which is made where it is missing.
/// One that is in already stays where it is.
pub fn take_in(release: &mut Communique, catalogue: &Catalogue, initiative: &Initiative, today: Date) {
    if tells_of(release, &initiative.id) {
        return;
    }
    let fresh = section(catalogue, initiative.theme.as_ref());
    let known = release
        .sections
        .iter()
        .position(|section| section.theme == fresh.theme);
    let place = known.unwrap_or_else(|| {
        release.sections.push(fresh);
        release.sections.len() - 1
    });
    release.sections[place].items.push(item(initiative, today));
}

/// Takes an initiative out, with its section where nothing is left of that: no item and no text.
pub fn take_out(release: &mut Communique, initiative: &Id) {
    for section in &mut release.sections {
        section
            .items
            .retain(|item| item.initiative.as_ref() != Some(initiative));
    }
    release
        .sections
        .retain(|section| !section.items.is_empty() || !section.intro.is_empty());
}

/// Moves an item one step; past an end of its section into the next one. Gives its new place, a
/// section and an item, or nothing where it is at the very end already.
pub fn move_item(release: &mut Communique, at: (usize, usize), step: Step) -> Option<(usize, usize)> {
    let (section, place) = at;
    let count = release.sections.get(section)?.items.len();
    if place >= count {
        return None;
    }
    if let Some(next) = step.leads_to(place, count) {
        release.sections[section].items.swap(place, next);
        return Some((section, next));
    }
    let neighbour = step.leads_to(section, release.sections.len())?;
    let item = release.sections[section].items.remove(place);
    let items = &mut release.sections[neighbour].items;
    let next = match step {
        Step::Up => items.len(),
        Step::Down => 0,
    };
    items.insert(next, item);
    Some((neighbour, next))
}

/// Moves a section one step. Gives its new place, or nothing where it is at the end already.
pub fn move_section(release: &mut Communique, section: usize, step: Step) -> Option<usize> {
    let next = step.leads_to(section, release.sections.len())?;
    release.sections.swap(section, next);
    Some(next)
}

fn place_of(release: &Communique, initiative: &Id) -> Option<(usize, usize)> {
    release.sections.iter().enumerate().find_map(|(place, section)| {
        let is_it = |item: &crate::domain::communique::Item| item.initiative.as_ref() == Some(initiative);
        section.items.iter().position(is_it).map(|item| (place, item))
    })
}

#[cfg(test)]
mod tests {
    use super::{move_item, move_section, take_in, take_out, tells_of};
    use crate::communique::compose::tests_support::{catalogue, date, id, release, theme};
    use crate::domain::communique::Communique;
    use crate::domain::order::Step;

    fn titles(release: &Communique) -> Vec<Vec<&str>> {
        let sections = release.sections.iter();
        sections
            .map(|section| section.items.iter().map(|item| item.title.as_str()).collect())
            .collect()
    }

    fn draft() -> Communique {
        let mut catalogue = catalogue(&["a", "b", "c"]);
        catalogue.themes = vec![theme("first"), theme("second")];
        for (initiative, theme) in catalogue.initiatives.iter_mut().zip(["first", "first", "second"]) {
            initiative.theme = Some(id(theme));
        }
        let mut draft = release("draft", "s", 1, "2020-05-07", &[]);
        draft.sections.clear();
        for initiative in &catalogue.initiatives {
            take_in(&mut draft, &catalogue, initiative, date("2020-05-07"));
            take_in(&mut draft, &catalogue, initiative, date("2020-05-07"));
        }
        draft
    }

    #[test]
    fn items_are_taken_in_once_and_out_with_their_empty_section() {
        let mut draft = draft();
        assert_eq!(titles(&draft), [vec!["a", "b"], vec!["c"]]);
        assert!(tells_of(&draft, &id("c")));
        take_out(&mut draft, &id("c"));
        assert!(!tells_of(&draft, &id("c")));
        assert_eq!(titles(&draft), [vec!["a", "b"]]);
    }

    #[test]
    fn items_move_within_their_section_and_over_its_ends() {
        let mut draft = draft();
        assert_eq!(move_item(&mut draft, (0, 0), Step::Down), Some((0, 1)));
        assert_eq!(titles(&draft), [vec!["b", "a"], vec!["c"]]);
        assert_eq!(move_item(&mut draft, (0, 1), Step::Down), Some((1, 0)));
        assert_eq!(titles(&draft), [vec!["b"], vec!["a", "c"]]);
        assert_eq!(move_item(&mut draft, (1, 0), Step::Up), Some((0, 1)));
        assert_eq!(move_item(&mut draft, (0, 0), Step::Up), None);
        assert_eq!(move_item(&mut draft, (1, 0), Step::Down), None);
        assert_eq!(move_item(&mut draft, (7, 0), Step::Down), None);
        assert_eq!(move_section(&mut draft, 0, Step::Down), Some(1));
        assert_eq!(titles(&draft), [vec!["c"], vec!["b", "a"]]);
        assert_eq!(move_section(&mut draft, 1, Step::Down), None);
        assert_eq!(move_section(&mut draft, 0, Step::Up), None);
    }
}
