//! What a form of the themes does: names, order, additions and removals become changes that are made at once.

use std::collections::BTreeMap;

use super::{Stamp, Workspace};
use crate::domain::catalogue::RemovalReason;
use crate::domain::change::{Change, Target, TargetKind};
use crate::domain::draft::Ground;
use crate::domain::id::Id;
use crate::domain::site::Site;
use crate::domain::theme::Theme;
use crate::format::v1;

/// What a form of the themes stands on: what it showed when it was opened.
#[derive(Debug, Clone, PartialEq)]
pub struct ThemesGround {
    /// The themes, in their order.
    pub themes: Vec<Theme>,
    grounds: BTreeMap<Id, Ground>,
    site: Site,
    site_ground: Ground,
}

/// What a save of the themes does.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ThemesEdit {
    /// The changes to keep.
    pub keep: Vec<Change>,
    /// The changes to take out.
    pub take_out: Vec<Id>,
}

impl Workspace {
    /// What a form of the themes that is opened now stands on.
    #[must_use]
    pub fn themes_ground(&self) -> ThemesGround {
        let shown = self.shown();
        let grounds = shown.themes.iter().map(|theme| {
            let ground = self.ground(&target(TargetKind::Theme, &theme.id));
            (theme.id.clone(), ground)
        });
        ThemesGround {
            themes: shown.themes.clone(),
            grounds: grounds.collect(),
            site: shown.site.clone(),
            site_ground: self.ground(&target(TargetKind::Site, &shown.site.id)),
        }
    }

    /// What makes the themes what a person saved in a form that stood on this ground: a change for each theme that is
    /// new, named otherwise or taken out, and one of the site where the order is another. A theme that was never
    /// published goes with its changes, as if it had never been made.
    #[must_use]
    pub fn prepare_themes(
        &self,
        wanted: &[Theme],
        ground: &ThemesGround,
        mut stamp: impl FnMut() -> Stamp,
    ) -> ThemesEdit {
        let mut edit = ThemesEdit::default();
        let changes = &mut edit.keep;
        let is_wanted = |theme: &&Theme| wanted.iter().any(|other| other.id == theme.id);
        for gone in ground.themes.iter().filter(|theme| !is_wanted(theme)) {
            let target = target(TargetKind::Theme, &gone.id);
            if self.edition().theme(&gone.id).is_some() {
                changes.extend(self.prepare_removal(target, &RemovalReason::Ended, stamp()));
            } else {
                edit.take_out
                    .extend(self.changes().of(&target).map(|change| change.id.clone()));
            }
        }
        for theme in wanted {
            let nothing = Ground::default();
            let known = ground.grounds.get(&theme.id).unwrap_or(&nothing);
            let target = target(TargetKind::Theme, &theme.id);
            changes.extend(self.prepare_on(target, v1::encode_theme(theme), known, stamp()));
        }
        // Where nobody says otherwise, what is new comes last.
        let kept = ground.themes.iter().filter(is_wanted);
        let new = wanted
            .iter()
            .filter(|theme| !ground.grounds.contains_key(&theme.id));
        let usual = kept.chain(new).map(|theme| &theme.id);
        if usual.ne(wanted.iter().map(|theme| &theme.id)) {
            let mut site = ground.site.clone();
            site.theme_order = wanted.iter().map(|theme| theme.id.clone()).collect();
            let target = target(TargetKind::Site, &site.id);
            changes.extend(self.prepare_on(target, v1::encode_site(&site), &ground.site_ground, stamp()));
        }
        edit
    }
}

fn target(kind: TargetKind, id: &Id) -> Target {
    Target { kind, id: id.clone() }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::{ThemesEdit, ThemesGround};
    use crate::domain::catalogue::Catalogue;
    use crate::domain::change::ChangeSet;
    use crate::domain::contact::PrivateContacts;
    use crate::domain::date::Timestamp;
    use crate::domain::id::Id;
    use crate::domain::order::Step;
    use crate::domain::site::Site;
    use crate::domain::theme::Theme;
    use crate::domain::themes_draft::ThemesDraft;
    use crate::format::v1;
    use crate::workspace::{Stamp, Workspace};

    fn id(text: &str) -> Id {
        Id::parse(text).unwrap()
    }

    fn theme(name: &str) -> Theme {
        let mut theme = Theme::new(id(name));
        theme.label.set("fr", name);
        theme
    }

    fn workspace(themes: &[&str]) -> Workspace {
        let mut catalogue = Catalogue::new(Site::new(id("site")));
        catalogue.themes = themes.iter().map(|name| theme(name)).collect();
        Workspace::published(Arc::new(catalogue))
    }

    /// Saves a form that stood on a ground; how many changes that made.
    fn save(
        workspace: &mut Workspace,
        ground: &ThemesGround,
        name: &str,
        edit: impl FnOnce(&mut ThemesDraft),
    ) -> usize {
        let mut draft = ThemesDraft::of(&ground.themes);
        edit(&mut draft);
        let wanted = draft.check(&ground.themes).unwrap();
        let mut number = 0;
        let ThemesEdit { keep, take_out } = workspace.prepare_themes(&wanted, ground, || {
            number += 1;
            Stamp {
                id: id(&format!("{name}-{number}")),
                author: id("device"),
                at: Timestamp::parse("2026-01-01T00:00:00Z").unwrap(),
                batch: None,
            }
        });
        let count = keep.len();
        workspace.exchange(keep, &take_out);
        count
    }

    fn change(workspace: &mut Workspace, name: &str, edit: impl FnOnce(&mut ThemesDraft)) -> usize {
        let ground = workspace.themes_ground();
        save(workspace, &ground, name, edit)
    }

    fn names(workspace: &Workspace) -> Vec<&str> {
        let themes = workspace.shown().themes.iter();
        themes.map(|theme| theme.name("fr")).collect()
    }

    /// The workspace of a device that has read the present one's catalogue as the next edition.
    fn published(workspace: &Workspace) -> Workspace {
        let text = v1::write_catalogue(workspace.shown());
        let edition = v1::read_catalogue(text).unwrap().value;
        Workspace::new(
            Arc::new(edition),
            workspace.changes().clone(),
            PrivateContacts::new(),
        )
    }

    #[test]
    fn a_form_that_nobody_touches_makes_no_change() {
        let mut workspace = workspace(&["a", "b"]);
        assert_eq!(change(&mut workspace, "x", |_| ()), 0);
    }

    #[test]
    fn all_that_is_done_at_once_is_shown_published_and_then_done() {
        let mut workspace = workspace(&["a", "b", "c"]);
        let count = change(&mut workspace, "x", |draft| {
            draft.set(&id("a"), 0, "Première".to_owned());
            draft.remove(&id("b"));
            draft.add(id("d"));
            draft.set(&id("d"), 0, "d".to_owned());
            assert!(draft.step(&id("d"), Step::Up));
        });
        assert_eq!(count, 4, "a name, a removal, a theme, the order");
        assert_eq!(names(&workspace), ["Première", "d", "c"]);
        let next = published(&workspace);
        assert_eq!(names(&next), ["Première", "d", "c"]);
        assert_eq!((next.pending_count(), next.conflicts().count()), (0, 0));
    }

    #[test]
    fn taking_all_back_shows_what_was_before() {
        let mut workspace = workspace(&["a", "b", "c"]);
        change(&mut workspace, "x", |draft| {
            draft.remove(&id("a"));
            assert!(draft.step(&id("c"), Step::Up));
        });
        assert_eq!(names(&workspace), ["c", "b"]);
        let made: Vec<Id> = workspace
            .changes()
            .iter()
            .map(|change| change.id.clone())
            .collect();
        workspace.remove(&made);
        assert_eq!(names(&workspace), ["a", "b", "c"]);
    }

    #[test]
    fn what_is_new_comes_last_without_a_word_on_the_order() {
        let mut workspace = workspace(&["a", "b"]);
        change(&mut workspace, "x", |draft| {
            assert!(draft.step(&id("b"), Step::Up));
        });
        let count = change(&mut workspace, "y", |draft| {
            draft.add(id("c"));
            draft.set(&id("c"), 0, "c".to_owned());
        });
        assert_eq!((count, names(&workspace)), (1, vec!["b", "a", "c"]));
    }

    #[test]
    fn a_theme_that_was_never_published_goes_as_if_it_had_never_been_made() {
        let mut workspace = workspace(&["a"]);
        change(&mut workspace, "x", |draft| {
            draft.add(id("b"));
            draft.set(&id("b"), 0, "b".to_owned());
        });
        assert_eq!(names(&workspace), ["a", "b"]);
        change(&mut workspace, "y", |draft| draft.remove(&id("b")));
        assert_eq!(
            (names(&workspace), workspace.changes().iter().count()),
            (vec!["a"], 0)
        );
    }

    #[test]
    fn an_edition_with_another_theme_leaves_the_order_as_it_was_put() {
        let mut local = workspace(&["a", "b"]);
        change(&mut local, "x", |draft| assert!(draft.step(&id("b"), Step::Up)));
        let later = workspace(&["a", "new", "b"]).shared_edition();
        let later = Workspace::new(later, local.changes().clone(), PrivateContacts::new());
        assert_eq!(names(&later), ["b", "a", "new"]);
        assert_eq!((later.pending_count(), later.conflicts().count()), (1, 0));
    }

    #[test]
    fn two_forms_join_and_two_orders_are_a_question() {
        let mut workspace = workspace(&["a", "b", "c"]);
        let (one, two, three) = (
            workspace.themes_ground(),
            workspace.themes_ground(),
            workspace.themes_ground(),
        );
        save(&mut workspace, &one, "x", |draft| {
            draft.set(&id("a"), 1, "First".to_owned());
        });
        save(&mut workspace, &two, "y", |draft| {
            assert!(draft.step(&id("c"), Step::Up));
        });
        assert_eq!(names(&workspace), ["a", "c", "b"]);
        assert_eq!(workspace.shown().themes[0].name("en"), "First");
        assert_eq!(workspace.conflicts().count(), 0);
        save(&mut workspace, &three, "z", |draft| {
            assert!(draft.step(&id("a"), Step::Down));
        });
        let asked: Vec<&str> = workspace
            .conflicts()
            .map(|conflict| conflict.path.as_str())
            .collect();
        assert_eq!(asked, ["theme_order"]);
    }

    #[test]
    fn without_changes_nothing_is_made_anew() {
        let workspace = workspace(&["a", "b"]);
        let untouched = Workspace::new(
            workspace.shared_edition(),
            ChangeSet::default(),
            PrivateContacts::new(),
        );
        assert!(std::ptr::eq(untouched.shown(), untouched.edition()));
    }
}
