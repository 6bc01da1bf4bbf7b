//! A change: one save of one thing on one device.

use std::collections::BTreeMap;

use super::date::Timestamp;
use super::id::{Digest, Id};
use super::order;
use super::text;
use super::value::{Object, Value};
use super::vocabulary::vocabulary;

/// One save of one target on one device.
///
/// `before` is always what the *edition* said when the change was made, also when the change stands
/// on an earlier local one: an edition that arrives later is compared with it.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    /// Random; the same change on two devices has the same one.
    pub id: Id,
    /// The device that made it.
    pub author: Id,
    /// When, by that device's clock. Shown to people; decides nothing.
    pub at: Timestamp,
    /// What it is about.
    pub target: Target,
    /// What it sets, path by path, in the order of the form.
    pub fields: Vec<(Path, Delta)>,
    /// The changes that its maker saw and meant to replace.
    pub replaces: Vec<Id>,
    /// The batch that it became visible with, if any.
    pub batch: Option<Id>,
}

/// What a change is about.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Target {
    /// The kind of document.
    pub kind: TargetKind,
    /// Which one.
    pub id: Id,
}

vocabulary! {
    /// The kind of document that a change is about.
    TargetKind {
        /// An initiative.
        Initiative = "initiative",
        /// A press release.
        Communique = "communique",
        /// A theme.
        Theme = "theme",
        /// The site's own settings.
        Site = "site",
    }
}

/// Where in a document a change is: a field's name (`title`), or an item of a list by its
/// identifier (`measures/ab12`). [`Path::REMOVED`] says that the whole document is taken out.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Path(Box<str>);

impl Path {
    /// The path of a removal; its value is `{"reason": …}`, or nothing where the document stands.
    pub const REMOVED: &'static str = "removed";

    /// The lists whose items have paths of their own. Any other list is whole.
    pub const LISTS: [&'static str; 3] = ["measures", "needs", "contacts"];

    /// The longest path: a list, a slash and an identifier.
    pub const MAX: usize = 80;

    /// Checks a path. The identifier of a document is not a path, since it never changes. Any other
    /// name that a person can read is one, so that a field which this version does not know travels
    /// in a change too.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let readable = |c: char| !c.is_control() && !text::is_invisible(c) && !text::is_shaping(c);
        let well_formed = if let Some((list, item)) = text.split_once('/') {
            Self::LISTS.contains(&list) && Id::parse(item).is_some()
        } else {
            let free = text != "id" && !Self::LISTS.contains(&text);
            free && !text.trim().is_empty() && text.chars().all(readable)
        };
        (well_formed && text.len() <= Self::MAX).then(|| Self(text.into()))
    }

    /// The path as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The field's name, and the item's identifier where there is one.
    #[must_use]
    pub fn parts(&self) -> (&str, Option<&str>) {
        match self.0.split_once('/') {
            Some((list, item)) => (list, Some(item)),
            None => (&self.0, None),
        }
    }
}

/// What a path held in the edition, and what it shall hold.
#[derive(Debug, Clone, PartialEq)]
pub struct Delta {
    /// What the edition said when the change was made; nothing where the path was empty.
    pub before: Value,
    /// What the maker wants; nothing empties the path.
    pub after: Value,
}

impl Change {
    /// What the change sets at a path.
    #[must_use]
    pub fn delta(&self, path: &Path) -> Option<&Delta> {
        self.fields
            .iter()
            .find(|(own, _)| own == path)
            .map(|(_, delta)| delta)
    }

    /// Whether the change makes its target out of nothing.
    #[must_use]
    pub fn creates(&self) -> bool {
        self.fields.iter().all(|(_, delta)| delta.before.is_null())
            && self
                .fields
                .iter()
                .any(|(path, _)| path.as_str() == "title" || path.as_str() == "label")
    }

    /// Whether the change takes its target out.
    #[must_use]
    pub fn removes(&self) -> bool {
        self.fields
            .iter()
            .any(|(path, delta)| path.as_str() == Path::REMOVED && !delta.after.is_null())
    }
}

/// The value that a document holds at a path.
#[must_use]
pub fn value_at<'a>(document: &'a Object, path: &Path) -> &'a Value {
    const NOTHING: &Value = &Value::Null;
    let (field, item) = path.parts();
    let Some(value) = document.get(field) else {
        return NOTHING;
    };
    match item {
        None => value,
        Some(id) => {
            let items = value.as_list().unwrap_or(&[]);
            items
                .iter()
                .find(|value| item_id(value) == Some(id))
                .unwrap_or(NOTHING)
        }
    }
}

/// Sets the value that a document holds at a path. A new item goes to the end of its list.
pub fn set_at(document: &mut Object, path: &Path, value: Value) {
    let (field, item) = path.parts();
    let Some(id) = item else {
        document.set(field, value);
        return;
    };
    let mut items = match document.take(field) {
        Some(Value::List(items)) => items,
        _ => Vec::new(),
    };
    let position = items.iter().position(|value| item_id(value) == Some(id));
    match (position, value.is_null()) {
        (Some(position), true) => drop(items.remove(position)),
        (Some(position), false) => items[position] = value,
        (None, true) => {}
        (None, false) => items.push(value),
    }
    document.set(field, Value::List(items));
}

pub(super) fn item_id(item: &Value) -> Option<&str> {
    item.as_object()?.text("id")
}

/// What turns one document into another, path by path: the fields of a change. Both documents come
/// from the strict writer, so equal meanings are equal values.
#[must_use]
pub fn difference(before: &Object, after: &Object) -> Vec<(Path, Delta)> {
    let mut paths: Vec<Path> = Vec::new();
    for document in [after, before] {
        for (field, value) in document.iter() {
            if Path::LISTS.contains(&field) {
                let items = value.as_list().unwrap_or(&[]).iter().filter_map(item_id);
                paths.extend(items.filter_map(|id| Path::parse(&[field, "/", id].concat())));
            } else {
                paths.extend(Path::parse(field));
            }
        }
    }
    let mut fields: Vec<(Path, Delta)> = Vec::new();
    for path in paths {
        let (old, new) = (value_at(before, &path), value_at(after, &path));
        if old != new && !fields.iter().any(|(known, _)| *known == path) {
            let delta = Delta {
                before: old.clone(),
                after: new.clone(),
            };
            fields.push((path, delta));
        }
    }
    fields
}

/// A set of changes. Merging two devices is the union of their sets.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ChangeSet(BTreeMap<Id, Change>);

impl ChangeSet {
    /// Adds a change; whether the set is another afterwards. Two changes that claim one identifier
    /// are told apart by their content, the same one winning on every device.
    pub fn insert(&mut self, change: Change) -> bool {
        match self.0.get_mut(&change.id) {
            None => {
                self.0.insert(change.id.clone(), change);
                true
            }
            Some(kept) if fingerprint(&change) < fingerprint(kept) => {
                *kept = change;
                true
            }
            Some(_) => false,
        }
    }

    /// Takes a change out.
    pub fn remove(&mut self, id: &Id) -> Option<Change> {
        self.0.remove(id)
    }

    /// The union of two sets.
    #[must_use]
    pub fn union(mut self, other: Self) -> Self {
        for change in other.0.into_values() {
            self.insert(change);
        }
        self
    }

    /// A change by its identifier.
    #[must_use]
    pub fn get(&self, id: &Id) -> Option<&Change> {
        self.0.get(id)
    }

    /// The changes, in the order of their identifiers.
    pub fn iter(&self) -> impl Iterator<Item = &Change> {
        self.0.values()
    }

    /// The changes of one target, in the order of their identifiers.
    pub fn of<'a>(&'a self, target: &'a Target) -> impl Iterator<Item = &'a Change> {
        self.iter().filter(move |change| change.target == *target)
    }

    /// How many changes there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl FromIterator<Change> for ChangeSet {
    fn from_iter<I: IntoIterator<Item = Change>>(changes: I) -> Self {
        let mut set = Self::default();
        for change in changes {
            set.insert(change);
        }
        set
    }
}

/// A digest of everything that a change says, whatever the order of names inside its values.
fn fingerprint(change: &Change) -> u128 {
    let mut digest = Digest::new();
    let mut text = |text: &str| {
        digest.update(text.as_bytes());
        digest.update(&[0xff]);
    };
    text(change.author.as_str());
    text(change.at.as_str());
    text(change.target.kind.code());
    text(change.target.id.as_str());
    for id in change.replaces.iter().chain(&change.batch) {
        text(id.as_str());
    }
    for (path, delta) in &change.fields {
        text(path.as_str());
        digest_value(&delta.before, &mut text);
        digest_value(&delta.after, &mut text);
    }
    digest.finish()
}

fn digest_value(value: &Value, text: &mut impl FnMut(&str)) {
    match value {
        Value::Null => text("n"),
        Value::Bool(value) => text(if *value { "t" } else { "f" }),
        Value::Int(number) => text(&number.to_string()),
        Value::Float(number) => text(&number.to_bits().to_string()),
        Value::Text(value) => text(value),
        Value::List(values) => {
            text("[");
            for value in values {
                digest_value(value, text);
            }
            text("]");
        }
        Value::Object(object) => {
            let mut fields: Vec<_> = object.iter().filter(|(_, value)| !value.is_null()).collect();
            order::sort_by(&mut fields, |(one, _), (two, _)| one.cmp(two));
            text("{");
            for (name, value) in fields {
                text(name);
                digest_value(value, text);
            }
            text("}");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Path, difference, set_at, value_at};
    use crate::domain::value::{Object, Value};

    fn item(id: &str, value: i64) -> Value {
        let mut item = Object::new();
        item.set("id", id);
        item.set("value", Value::Int(value));
        Value::Object(item)
    }

    fn document(title: &str, measures: Vec<Value>) -> Object {
        let mut document = Object::new();
        document.set("id", "x");
        document.set("title", title);
        document.set("measures", Value::List(measures));
        document
    }

    #[test]
    fn paths_are_fields_or_items_and_nothing_else() {
        for good in [
            "title",
            "measures/ab12",
            "removed",
            "needs/x",
            "__proto__",
            "équipe",
            "schema:name",
        ] {
            assert!(Path::parse(good).is_some(), "{good}");
        }
        for bad in [
            "",
            " ",
            "id",
            "measures",
            "measures/",
            "measures/A",
            "title/x",
            "../x",
            "a/b/c",
            "measures/../x",
            "measures/a/b",
            "a\u{202e}b",
            "a\u{200d}b",
            "a\nb",
            &"x".repeat(Path::MAX + 1),
        ] {
            assert!(Path::parse(bad).is_none(), "{bad}");
        }
    }

    #[test]
    fn a_difference_names_items_and_turns_one_into_the_other() {
        let before = document("Masques", vec![item("a", 1), item("b", 2)]);
        let after = document("Masques lavables", vec![item("b", 3), item("c", 4)]);
        let fields = difference(&before, &after);
        let mut names: Vec<_> = fields.iter().map(|(path, _)| path.as_str()).collect();
        names.sort_unstable();
        assert_eq!(names, ["measures/a", "measures/b", "measures/c", "title"]);
        let mut changed = before.clone();
        for (path, delta) in fields {
            assert_eq!(value_at(&changed, &path), &delta.before);
            set_at(&mut changed, &path, delta.after);
        }
        assert_eq!(changed, after);
        assert!(difference(&before, &before).is_empty());
    }
}
