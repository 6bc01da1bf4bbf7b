//! Making a change out of what a person did.

use super::Workspace;
use super::compose::{document, position, reason_object};
use super::private::without_private;
use crate::domain::catalogue::RemovalReason;
use crate::domain::change::{Change, Delta, Path, Target, TargetKind, difference, value_at};
use crate::domain::date::Timestamp;
use crate::domain::draft::Ground;
use crate::domain::id::Id;
use crate::domain::initiative::Initiative;
use crate::domain::settle::inherited;
use crate::domain::value::{Object, Value};
use crate::format::v1;

/// What a change needs from outside: who makes it and when.
#[derive(Debug, Clone)]
pub struct Stamp {
    /// The new change's identifier.
    pub id: Id,
    /// The device.
    pub author: Id,
    /// The instant, by the device's clock.
    pub at: Timestamp,
    /// The batch that the change belongs to, if any.
    pub batch: Option<Id>,
}

impl Workspace {
    /// The change that makes an initiative what a person saved, or nothing where it is so already.
    ///
    /// Only what differs from what was shown is set. Its `before` is what the edition says, and it
    /// replaces the local changes of the same paths, which the person has seen.
    #[must_use]
    pub fn prepare_initiative(&self, initiative: &Initiative, stamp: Stamp) -> Option<Change> {
        let target = Target {
            kind: TargetKind::Initiative,
            id: initiative.id.clone(),
        };
        self.prepare(target, &v1::encode_initiative(initiative), stamp)
    }

    /// What a form that is opened now shows of a document.
    #[must_use]
    pub fn ground(&self, target: &Target) -> Ground {
        let of = |catalogue| document(catalogue, target, position(catalogue, target));
        Ground::new(of(&self.shown), of(&self.edition), self.changes.of(target))
    }

    /// The change that makes an initiative what a person saved in a form, or nothing where the form is
    /// as it was opened.
    #[must_use]
    pub fn prepare_saved(&self, initiative: &Initiative, ground: &Ground, stamp: Stamp) -> Option<Change> {
        let target = Target {
            kind: TargetKind::Initiative,
            id: initiative.id.clone(),
        };
        self.prepare_on(target, v1::encode_initiative(initiative), ground, stamp)
    }

    /// The change that makes a document what a person saved in a form, or nothing where the form is as it
    /// was opened.
    ///
    /// Only what differs from what the form showed is set; each `before` is what the person knew of the
    /// edition, and what is replaced are the changes that the form had seen. What another tab or a new
    /// edition did to other paths meanwhile joins; to the same path, it is a question.
    #[must_use]
    pub fn prepare_on(
        &self,
        target: Target,
        wanted: Object,
        ground: &Ground,
        stamp: Stamp,
    ) -> Option<Change> {
        let wanted = without_private(wanted);
        // Where another tab has taken back what made the document, the form makes it anew, whole.
        let shown = if self.is_known(&target) {
            without_private(ground.shown.clone())
        } else {
            Object::new()
        };
        let published = document(&self.edition, &target, position(&self.edition, &target));
        let fields: Vec<(Path, Delta)> = difference(&shown, &wanted)
            .into_iter()
            .map(|(path, Delta { after, .. })| {
                let before = ground.before(&path, value_at(&published, &path)).clone();
                (path, Delta { before, after })
            })
            .collect();
        let paths: Vec<&Path> = fields.iter().map(|(path, _)| path).collect();
        let known: Vec<&Change> = self.changes.of(&target).collect();
        let replaces = inherited(ground.replaced(&paths, &known), &self.changes);
        (!fields.is_empty()).then(|| stamp.sign(target, fields, replaces))
    }

    /// The change that makes a document what it shall be, or nothing where it is so already.
    #[must_use]
    pub fn prepare(&self, target: Target, wanted: &Object, stamp: Stamp) -> Option<Change> {
        let shown = document(&self.shown, &target, position(&self.shown, &target));
        let (shown, wanted) = (without_private(shown), without_private(wanted.clone()));
        let paths = difference(&shown, &wanted)
            .into_iter()
            .map(|(path, delta)| (path, delta.after));
        self.stamped(target, paths.collect(), stamp)
    }

    /// The change that takes a document out of the catalogue, or nothing where it is not shown. It
    /// replaces every local change of the document, all of which the person has seen.
    #[must_use]
    pub fn prepare_removal(&self, target: Target, reason: &RemovalReason, stamp: Stamp) -> Option<Change> {
        position(&self.shown, &target)?;
        let path = Path::parse(Path::REMOVED)?;
        let local = self.changes.of(&target).map(|change| change.id.clone()).collect();
        let removal = self.stamped(target, vec![(path, Value::Object(reason_object(reason)))], stamp)?;
        Some(Change {
            replaces: local,
            ..removal
        })
    }

    /// Whether a document is published, was removed, or is made by a change.
    fn is_known(&self, target: &Target) -> bool {
        position(&self.edition, target).is_some()
            || self.edition.removed.iter().any(|removed| removed.id == target.id)
            || self.changes.of(target).any(Change::creates)
    }

    fn stamped(&self, target: Target, wanted: Vec<(Path, Value)>, stamp: Stamp) -> Option<Change> {
        if wanted.is_empty() {
            return None;
        }
        let published = document(&self.edition, &target, position(&self.edition, &target));
        let fields: Vec<(Path, Delta)> = wanted
            .into_iter()
            .map(|(path, after)| {
                let before = value_at(&published, &path).clone();
                (path, Delta { before, after })
            })
            .collect();
        let touches = |change: &&Change| fields.iter().any(|(path, _)| change.delta(path).is_some());
        let replaces = self
            .changes
            .of(&target)
            .filter(touches)
            .map(|change| change.id.clone())
            .collect();
        let replaces = inherited(replaces, &self.changes);
        Some(stamp.sign(target, fields, replaces))
    }
}

impl Stamp {
    fn sign(self, target: Target, fields: Vec<(Path, Delta)>, replaces: Vec<Id>) -> Change {
        let Self {
            id,
            author,
            at,
            batch,
        } = self;
        Change {
            id,
            author,
            at,
            target,
            fields,
            replaces,
            batch,
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use crate::domain::catalogue::Catalogue;
    use crate::domain::change::{Target, TargetKind};
    use crate::domain::contact::PrivateContacts;
    use crate::domain::date::Timestamp;
    use crate::domain::draft::Ground;
    use crate::domain::id::Id;
    use crate::domain::initiative::Initiative;
    use crate::domain::site::Site;
    use crate::domain::value::Value;
    use crate::workspace::{Stamp, Workspace};

    fn id(text: &str) -> Id {
        Id::parse(text).unwrap()
    }

    fn stamp(name: &str) -> Stamp {
        Stamp {
            id: id(name),
            author: id("device"),
            at: Timestamp::parse("2026-01-01T00:00:00Z").unwrap(),
            batch: None,
        }
    }

    fn target() -> Target {
        Target {
            kind: TargetKind::Initiative,
            id: id("x"),
        }
    }

    fn edition(title: &str, summary: &str) -> Arc<Catalogue> {
        let mut initiative = Initiative::new(id("x"), title.to_owned());
        summary.clone_into(&mut initiative.summary);
        let mut catalogue = Catalogue::new(Site::new(id("site")));
        catalogue.initiatives.push(initiative);
        Arc::new(catalogue)
    }

    /// A form: what was shown when it was opened, and what it stands on.
    struct Form(Initiative, Ground);

    fn open(workspace: &Workspace) -> Form {
        let shown = workspace.shown().initiative(&id("x")).unwrap().clone();
        Form(shown, workspace.ground(&target()))
    }

    fn save(workspace: &mut Workspace, form: &Form, name: &str, edit: impl FnOnce(&mut Initiative)) {
        let mut typed = form.0.clone();
        edit(&mut typed);
        let change = workspace.prepare_saved(&typed, &form.1, stamp(name));
        workspace.insert(change);
    }

    fn shown(workspace: &Workspace) -> (&str, &str) {
        let shown = workspace.shown().initiative(&id("x")).unwrap();
        (&shown.title, &shown.summary)
    }

    fn questions(workspace: &Workspace) -> Vec<(String, Value, Vec<Value>)> {
        let told = workspace.conflicts().map(|conflict| {
            let wanted = conflict.wanted.iter().map(|(_, value)| value.clone());
            (
                conflict.path.as_str().to_owned(),
                conflict.published.clone(),
                wanted.collect(),
            )
        });
        told.collect()
    }

    fn on(edition: Arc<Catalogue>, workspace: &Workspace) -> Workspace {
        Workspace::new(edition, workspace.changes().clone(), PrivateContacts::new())
    }

    #[test]
    fn two_forms_on_different_fields_join() {
        let mut workspace = Workspace::published(edition("Masques", "Avant"));
        let (one, two) = (open(&workspace), open(&workspace));
        save(&mut workspace, &one, "a", |it| "Un".clone_into(&mut it.title));
        save(&mut workspace, &two, "b", |it| "Deux".clone_into(&mut it.summary));
        assert_eq!(shown(&workspace), ("Un", "Deux"));
        assert!(questions(&workspace).is_empty());
    }

    #[test]
    fn two_forms_on_the_same_field_are_a_question_and_neither_replaces_the_other() {
        let mut workspace = Workspace::published(edition("Masques", "Avant"));
        let (one, two) = (open(&workspace), open(&workspace));
        save(&mut workspace, &one, "a", |it| "Un".clone_into(&mut it.title));
        save(&mut workspace, &two, "b", |it| "Deux".clone_into(&mut it.title));
        let sides = vec!["Un".into(), "Deux".into()];
        assert_eq!(
            questions(&workspace),
            [("title".to_owned(), "Masques".into(), sides)]
        );
        // A form that is opened on the question has seen both sides, and its save answers it.
        let third = open(&workspace);
        save(&mut workspace, &third, "c", |it| {
            "Trois".clone_into(&mut it.title);
        });
        assert_eq!(shown(&workspace).0, "Trois");
        assert!(questions(&workspace).is_empty());
    }

    #[test]
    fn a_form_replaces_what_it_showed_and_nothing_later() {
        let mut workspace = Workspace::published(edition("Masques", "Avant"));
        let form = open(&workspace);
        save(&mut workspace, &form, "a", |it| "Un".clone_into(&mut it.title));
        let (one, two) = (open(&workspace), open(&workspace));
        save(&mut workspace, &one, "b", |it| "Deux".clone_into(&mut it.title));
        assert!(questions(&workspace).is_empty(), "it had seen the first save");
        save(&mut workspace, &two, "c", |it| "Trois".clone_into(&mut it.title));
        let sides = vec!["Deux".into(), "Trois".into()];
        assert_eq!(
            questions(&workspace),
            [("title".to_owned(), "Masques".into(), sides)]
        );
    }

    #[test]
    fn an_edition_that_changed_what_was_edited_is_a_question_and_the_rest_follows() {
        let workspace = Workspace::published(edition("Masques", "Avant"));
        let form = open(&workspace);
        let mut later = on(edition("Masques lavables", "Après"), &workspace);
        save(&mut later, &form, "a", |it| "Un".clone_into(&mut it.title));
        let asked = ("title".to_owned(), "Masques lavables".into(), vec!["Un".into()]);
        assert_eq!(questions(&later), [asked]);
        assert_eq!(shown(&later).1, "Après");
        // The edition that says what was typed leaves nothing to ask, nor does one that left the field.
        let mut agreed = on(edition("Un", "Après"), &workspace);
        save(&mut agreed, &form, "a", |it| "Un".clone_into(&mut it.title));
        assert_eq!((agreed.pending_count(), questions(&agreed).len()), (0, 0));
        let mut elsewhere = on(edition("Masques", "Après"), &workspace);
        save(&mut elsewhere, &form, "a", |it| "Un".clone_into(&mut it.title));
        assert_eq!(
            (shown(&elsewhere), questions(&elsewhere).len()),
            (("Un", "Après"), 0)
        );
    }

    #[test]
    fn a_local_change_that_was_published_under_an_open_form_is_no_question() {
        let mut workspace = Workspace::published(edition("Masques", "Avant"));
        let first = open(&workspace);
        save(&mut workspace, &first, "a", |it| "Un".clone_into(&mut it.title));
        let form = open(&workspace);
        let mut later = on(edition("Un", "Avant"), &workspace);
        later.remove(&[id("a")]);
        save(&mut later, &form, "b", |it| "Deux".clone_into(&mut it.title));
        assert_eq!((shown(&later).0, questions(&later).len()), ("Deux", 0));
    }

    #[test]
    fn a_draft_found_again_asks_about_what_it_touched_and_follows_in_the_rest() {
        let workspace = Workspace::published(edition("Masques", "Avant"));
        let week_ago = open(&workspace);
        let mut later = on(edition("Masques lavables", "Après"), &workspace);
        let now = open(&later);
        let ground = now.1.pinned(
            &week_ago.1,
            &["title"].map(|name| crate::domain::change::Path::parse(name).unwrap()),
        );
        let form = Form(now.0, ground);
        save(&mut later, &form, "a", |it| {
            "Un".clone_into(&mut it.title);
            "Mieux".clone_into(&mut it.summary);
        });
        let asked = ("title".to_owned(), "Masques lavables".into(), vec!["Un".into()]);
        assert_eq!(questions(&later), [asked]);
        assert_eq!(shown(&later).1, "Mieux");
    }

    #[test]
    fn what_another_tab_took_back_is_made_anew_whole() {
        let mut workspace = Workspace::published(Arc::new(Catalogue::new(Site::new(id("site")))));
        let new = Initiative::new(id("x"), "Masques".to_owned());
        let made = workspace.prepare_saved(&new, &Ground::default(), stamp("a"));
        workspace.insert(made);
        let form = open(&workspace);
        workspace.remove(&[id("a")]);
        save(&mut workspace, &form, "b", |it| {
            "Mieux".clone_into(&mut it.summary);
        });
        assert_eq!(shown(&workspace), ("Masques", "Mieux"));
    }
}
