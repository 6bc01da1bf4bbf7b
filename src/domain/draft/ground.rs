//! What a form stands on: what it showed when it was opened.
//!
//! A form may stay open, or lie kept for a week, while another tab saves and new editions arrive. A
//! save sets what differs from what the form *showed*, and replaces the changes that the person *saw*;
//! measured against the present instead, it would put back what others have changed, or replace what
//! nobody here has read.

use std::collections::BTreeMap;

use super::{Draft, Field, Row};
use crate::domain::change::{Change, Path, difference, set_at, value_at};
use crate::domain::id::Id;
use crate::domain::value::{Object, Value};

/// What a form showed, path by path. That of a new document is empty.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Ground {
    /// The document as the form showed it, what is private included.
    pub shown: Object,
    /// The document as the edition had it.
    pub published: Object,
    /// The local changes that were known, by the paths that they touch.
    pub seen: BTreeMap<Path, Vec<Id>>,
}

impl Ground {
    /// The ground of a document on which these changes stand.
    #[must_use]
    pub fn new<'a>(shown: Object, published: Object, changes: impl Iterator<Item = &'a Change>) -> Self {
        let mut seen: BTreeMap<Path, Vec<Id>> = BTreeMap::new();
        for change in changes {
            for (path, _) in &change.fields {
                seen.entry(path.clone()).or_default().push(change.id.clone());
            }
        }
        Self {
            shown,
            published,
            seen,
        }
    }

    /// What the edition said at a path, as the person knows it. An edition that has come to say what
    /// the form showed has been read; any other is compared with the one that stood below the form.
    #[must_use]
    pub fn before<'a>(&'a self, path: &Path, published: &'a Value) -> &'a Value {
        if value_at(&self.shown, path) == published {
            published
        } else {
            value_at(&self.published, path)
        }
    }

    /// The changes that a save of these paths replaces: those that were seen on every one of the paths
    /// that they touch. `known` are the changes of the document that are here now.
    #[must_use]
    pub fn replaced(&self, paths: &[&Path], known: &[&Change]) -> Vec<Id> {
        let has_seen = |path: &Path, id: &Id| self.seen.get(path).is_some_and(|seen| seen.contains(id));
        let mut replaced: Vec<Id> = Vec::new();
        for id in paths.iter().filter_map(|path| self.seen.get(path)).flatten() {
            let unseen_in_part = known
                .iter()
                .filter(|change| change.id == *id)
                .flat_map(|change| &change.fields)
                .any(|(path, _)| paths.contains(&path) && !has_seen(path, id));
            if !unseen_in_part && !replaced.contains(id) {
                replaced.push(id.clone());
            }
        }
        replaced
    }

    /// The paths at which another ground shows something else.
    #[must_use]
    pub fn differs_from(&self, other: &Self) -> Vec<Path> {
        let fields = difference(&self.shown, &other.shown).into_iter();
        fields.map(|(path, _)| path).collect()
    }

    /// This ground, but an earlier one for these paths: what was typed on the earlier one is saved
    /// against what it showed.
    #[must_use]
    pub fn pinned(mut self, earlier: &Self, paths: &[Path]) -> Self {
        for path in paths {
            for (own, other) in [
                (&mut self.shown, &earlier.shown),
                (&mut self.published, &earlier.published),
            ] {
                set_at(own, path, value_at(other, path).clone());
            }
            match earlier.seen.get(path) {
                Some(seen) => self.seen.insert(path.clone(), seen.clone()),
                None => self.seen.remove(path),
            };
        }
        self
    }
}

impl Draft {
    /// The paths that what was typed since `from` sets.
    #[must_use]
    pub fn touched(&self, from: &Self) -> Vec<Path> {
        let mut names: Vec<String> = Vec::new();
        for field in self.fields.keys().chain(from.fields.keys()) {
            if self.fields.get(field) != from.fields.get(field) {
                names.extend(path_of(field).map(str::to_owned));
            }
        }
        if self.served != from.served {
            names.push("served".to_owned());
        }
        if self.translations != from.translations {
            names.push("translations".to_owned());
        }
        for (list, mine, theirs) in [
            ("measures", &self.measures, &from.measures),
            ("needs", &self.needs, &from.needs),
            ("contacts", &self.contacts, &from.contacts),
        ] {
            let same = |row: &Row, rows: &[Row]| rows.contains(row);
            let changed = mine.iter().filter(|row| !same(row, theirs));
            let changed = changed.chain(theirs.iter().filter(|row| !same(row, mine)));
            names.extend(changed.map(|row| [list, "/", row.id.as_str()].concat()));
        }
        names.sort_unstable();
        names.dedup();
        names.iter().filter_map(|name| Path::parse(name)).collect()
    }
}

/// The path that a field outside the rows is part of.
fn path_of(field: &Field) -> Option<&'static str> {
    Some(match field {
        Field::Title => "title",
        Field::Summary => "summary",
        Field::Theme => "theme",
        Field::Tags => "tags",
        Field::OrganiserName | Field::OrganiserKind | Field::Consent => "organiser",
        Field::Commune | Field::Insee | Field::Postcode | Field::Area => "place",
        Field::Served => "served",
        Field::Audience => "audience",
        Field::Start | Field::End | Field::PeriodNote => "period",
        Field::Practical => "practical",
        Field::SourceUrl => "source",
        Field::Status => "status",
        Field::VerifiedOn => "verified_on",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::Ground;
    use crate::domain::change::{Change, Delta, Path, Target, TargetKind};
    use crate::domain::date::Timestamp;
    use crate::domain::draft::{Draft, Field, Row};
    use crate::domain::id::Id;
    use crate::domain::value::{Object, Value};

    fn id(text: &str) -> Id {
        Id::parse(text).unwrap()
    }

    fn path(text: &str) -> Path {
        Path::parse(text).unwrap()
    }

    fn document(title: &str, summary: &str) -> Object {
        let mut document = Object::new();
        document.set("title", title);
        document.set("summary", summary);
        document
    }

    fn change(name: &str, paths: &[&str]) -> Change {
        let delta = Delta {
            before: Value::Null,
            after: name.into(),
        };
        Change {
            id: id(name),
            author: id("device"),
            at: Timestamp::parse("2026-01-01T00:00:00Z").unwrap(),
            target: Target {
                kind: TargetKind::Initiative,
                id: id("x"),
            },
            fields: paths.iter().map(|name| (path(name), delta.clone())).collect(),
            replaces: vec![],
            batch: None,
        }
    }

    #[test]
    fn an_edition_that_says_what_the_form_showed_has_been_read() {
        let ground = Ground::new(document("mine", "a"), document("theirs", "a"), [].iter());
        let before = |now: &str| ground.before(&path("title"), &now.into()).clone();
        assert_eq!(before("theirs"), "theirs".into());
        assert_eq!(before("mine"), "mine".into(), "it was published meanwhile");
        assert_eq!(before("else"), "theirs".into(), "which makes it a question");
    }

    #[test]
    fn a_change_is_replaced_only_where_it_was_seen() {
        let both = change("a", &["title", "summary"]);
        let ground = Ground::new(Object::new(), Object::new(), [&both].into_iter());
        let (title, summary, place) = (path("title"), path("summary"), path("place"));
        assert_eq!(ground.replaced(&[&title, &summary], &[&both]), [id("a")]);
        assert_eq!(ground.replaced(&[&title], &[&both]), [id("a")]);
        assert!(ground.replaced(&[&place], &[&both]).is_empty());
        // What lay on an older ground has not seen it on its path.
        let pinned = ground.pinned(&Ground::default(), std::slice::from_ref(&title));
        assert!(pinned.replaced(&[&title, &summary], &[&both]).is_empty());
        assert_eq!(pinned.replaced(&[&summary], &[&both]), [id("a")]);
    }

    #[test]
    fn a_ground_is_pinned_path_by_path() {
        let now = Ground::new(document("now", "now"), document("now", "now"), [].iter());
        let week_ago = Ground::new(document("then", "then"), document("first", "then"), [].iter());
        let pinned = now.pinned(&week_ago, &[path("title"), path("needs/n")]);
        assert_eq!(pinned.shown.text("title"), Some("then"));
        assert_eq!(pinned.published.text("title"), Some("first"));
        assert_eq!(pinned.shown.text("summary"), Some("now"));
    }

    #[test]
    fn what_was_touched_is_told_by_path() {
        let row = |name: &str, text: &str| Row {
            id: id(name),
            fields: [(Field::What, text.to_owned())].into(),
        };
        let from = Draft {
            fields: [(Field::Title, "a".to_owned()), (Field::Insee, "62548".to_owned())].into(),
            needs: vec![row("same", "x"), row("changed", "x"), row("gone", "x")],
            ..Draft::default()
        };
        let typed = Draft {
            fields: [
                (Field::Title, "a".to_owned()),
                (Field::Commune, "Marck".to_owned()),
                (Field::Consent, Draft::YES.to_owned()),
            ]
            .into(),
            needs: vec![row("same", "x"), row("changed", "y"), row("new", "x")],
            ..Draft::default()
        };
        let touched = typed.touched(&from);
        let names: Vec<_> = touched.iter().map(Path::as_str).collect();
        let expected = ["needs/changed", "needs/gone", "needs/new", "organiser", "place"];
        assert_eq!(names, expected);
        assert!(from.touched(&from).is_empty());
    }
}
