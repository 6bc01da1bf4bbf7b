//! Reading lists: of anything, of objects, and of entries that have identifiers.

use super::fields::Fields;
use super::warning::WarningKind;
use super::{json, order};
use crate::domain::id::Id;
use crate::domain::value::{Object, Value};

/// One entry of a list whose entries have identifiers, unique in the list.
pub(super) struct Entry {
    /// Its place in the file's list.
    pub(super) index: usize,
    pub(super) id: Id,
    /// Everything but the identifier.
    pub(super) object: Object,
}

impl Fields<'_> {
    /// A list within its limit.
    pub(super) fn list(&mut self, name: &str, limit: usize) -> Vec<Value> {
        match self.take(name) {
            None => Vec::new(),
            Some(Value::List(list)) if list.len() > limit => {
                self.warnings.push_limit(name, WarningKind::TooMany);
                Vec::new()
            }
            Some(Value::List(list)) => list,
            Some(_) => {
                self.warn(name, WarningKind::WrongType);
                Vec::new()
            }
        }
    }

    /// A list of objects that have no identifier.
    pub(super) fn objects(&mut self, name: &str, limit: usize) -> Vec<(usize, Object)> {
        let mut objects = Vec::new();
        for (index, value) in self.list(name, limit).into_iter().enumerate() {
            match value {
                Value::Object(object) => objects.push((index, object)),
                _ => self.warn_item(name, index, "", WarningKind::NoValue),
            }
        }
        objects
    }

    /// A list of objects with identifiers. A missing identifier is derived from the content, so that
    /// two devices agree on it; of two that are alike, one is left out; the second of two that claim
    /// one identifier gets another, derived from its content too.
    pub(super) fn entries(&mut self, name: &str, limit: usize) -> Vec<Entry> {
        let mut entries: Vec<Entry> = Vec::new();
        for (index, mut object) in self.objects(name, limit) {
            let written = match object.take("id") {
                Some(Value::Text(text)) => text,
                Some(number @ Value::Int(_)) => json::write(&number),
                _ => String::new(),
            };
            let outer = self.warnings.enter(name, Some(index));
            let id = if written.is_empty() {
                self.warn("id", WarningKind::MissingId);
                content_id(name, &object)
            } else {
                self.id_from("id", &written)
            };
            self.warnings.leave(outer);
            entries.push(Entry { index, id, object });
        }
        self.without_duplicates(name, entries)
    }

    /// Gives the second of two that claim one identifier another, and leaves out what stands twice. A
    /// new identifier could be taken as well, so the second round leaves out what is left.
    fn without_duplicates(&mut self, name: &str, mut entries: Vec<Entry>) -> Vec<Entry> {
        for renames in [true, false] {
            let names = order::by_name(entries.iter().map(|entry| entry.id.as_str()));
            let repeated = order::repeated(&names);
            if repeated.is_empty() {
                break;
            }
            let mut left_out = vec![false; entries.len()];
            for (first, later) in repeated {
                let index = entries[later].index;
                if !renames || entries[first].object == entries[later].object {
                    self.warn_item(name, index, "", WarningKind::Repeated);
                    left_out[later] = true;
                } else {
                    self.warn_item(name, index, "id", WarningKind::DuplicateId);
                    let content = content_id(name, &entries[later].object);
                    entries[later].id =
                        Id::derived(&["duplicate", entries[later].id.as_str(), content.as_str()]);
                }
            }
            let mut left_out = left_out.into_iter();
            entries.retain(|_| left_out.next() != Some(true));
        }
        entries
    }

    /// Says something about an item of a list, or about a field of it.
    pub(super) fn warn_item(&mut self, list: &str, index: usize, field: &str, kind: WarningKind) {
        let outer = self.warnings.enter(list, Some(index));
        self.warnings.push(field, kind);
        self.warnings.leave(outer);
    }
}

fn content_id(list: &str, object: &Object) -> Id {
    Id::derived(&[list, &json::canonical(&Value::Object(object.clone()))])
}
