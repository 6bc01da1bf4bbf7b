//! A document whose fields and items are found without a search, to read and to set many paths of it.

use std::collections::BTreeMap;

use super::change::{Path, item_id};
use super::value::{Object, Value};

/// A document as a table.
#[derive(Debug, Default)]
pub(super) struct Sheet {
    fields: Vec<(String, Value)>,
    places: BTreeMap<String, usize>,
    lists: BTreeMap<String, Items>,
}

/// A list whose items have paths of their own; taken out ones leave a gap.
#[derive(Debug, Default)]
struct Items {
    items: Vec<Option<Value>>,
    places: BTreeMap<String, usize>,
}

impl Sheet {
    /// The table of a document.
    pub(super) fn of(document: &Object) -> Self {
        let mut sheet = Self::default();
        for (name, value) in document.iter() {
            if Path::LISTS.contains(&name) {
                let mut items = Items::default();
                for item in value.as_list().unwrap_or(&[]) {
                    if let Some(id) = item_id(item) {
                        items.places.entry(id.to_owned()).or_insert(items.items.len());
                    }
                    items.items.push(Some(item.clone()));
                }
                sheet.lists.insert(name.to_owned(), items);
            } else {
                sheet.set_field(name, value.clone());
            }
        }
        sheet
    }

    /// What stands at a path.
    pub(super) fn value(&self, path: &Path) -> &Value {
        const NOTHING: &Value = &Value::Null;
        let (name, item) = path.parts();
        let found = match item {
            None => self.places.get(name).map(|place| &self.fields[*place].1),
            Some(id) => self.lists.get(name).and_then(|list| {
                let place = list.places.get(id)?;
                list.items[*place].as_ref()
            }),
        };
        found.unwrap_or(NOTHING)
    }

    /// Whether it is the trace of a document that was taken out.
    pub(super) fn is_removed(&self) -> bool {
        self.places.contains_key(Path::REMOVED)
    }

    /// Sets what stands at a path. A new item goes to the end of its list.
    pub(super) fn set(&mut self, path: &Path, value: Value) {
        let (name, item) = path.parts();
        let Some(id) = item else {
            return self.set_field(name, value);
        };
        let list = self.lists.entry(name.to_owned()).or_default();
        let value = (!value.is_null()).then_some(value);
        if let Some(place) = list.places.get(id).copied() {
            if value.is_none() {
                list.places.remove(id);
            }
            list.items[place] = value;
        } else if value.is_some() {
            list.places.insert(id.to_owned(), list.items.len());
            list.items.push(value);
        }
    }

    fn set_field(&mut self, name: &str, value: Value) {
        if let Some(place) = self.places.get(name) {
            self.fields[*place].1 = value;
        } else {
            self.places.insert(name.to_owned(), self.fields.len());
            self.fields.push((name.to_owned(), value));
        }
    }

    /// The document of the table.
    pub(super) fn into_document(self) -> Object {
        let lists = self.lists.into_iter().map(|(name, list)| {
            let items = list.items.into_iter().flatten();
            (name, Value::List(items.collect()))
        });
        self.fields.into_iter().chain(lists).collect()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::Sheet;
    use crate::domain::change::{Path, set_at, value_at};
    use crate::domain::value::{Object, Value};

    const PATHS: [&str; 7] = [
        "title",
        "area",
        "measures/a",
        "measures/b",
        "measures/c",
        "needs/a",
        "removed",
    ];

    proptest! {
        #[test]
        fn a_table_reads_and_sets_as_the_document_does(
            first in prop::collection::vec((0..PATHS.len(), 0i64..4), 0..8),
            then in prop::collection::vec((0..PATHS.len(), 0i64..4), 0..8),
        ) {
            let value = |path: &str, content: i64| {
                let Some((_, item)) = path.split_once('/').filter(|_| content > 0) else {
                    return if content > 0 { Value::Int(content) } else { Value::Null };
                };
                let mut object = Object::new();
                object.set("id", item);
                object.set("value", Value::Int(content));
                Value::Object(object)
            };
            let mut document = Object::new();
            for (path, content) in first {
                set_at(&mut document, &Path::parse(PATHS[path]).unwrap(), value(PATHS[path], content));
            }
            let mut sheet = Sheet::of(&document);
            for (path, content) in then {
                let (name, path) = (PATHS[path], Path::parse(PATHS[path]).unwrap());
                prop_assert_eq!(sheet.value(&path), value_at(&document, &path));
                set_at(&mut document, &path, value(name, content));
                sheet.set(&path, value(name, content));
            }
            prop_assert_eq!(sheet.into_document(), document);
        }
    }
}
