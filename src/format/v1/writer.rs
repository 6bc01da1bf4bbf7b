//! Building an object field by field, in the order of the contract.

use crate::domain::id::Id;
use crate::domain::value::{Object, Value};

/// An object that is being written.
pub(in crate::format) struct Writer(Vec<(String, Value)>);

impl Writer {
    pub(in crate::format) const fn new() -> Self {
        Self(Vec::new())
    }

    /// Writes a value.
    pub(in crate::format) fn put(&mut self, name: &str, value: Value) {
        self.0.push((name.to_owned(), value));
    }

    /// Writes a text, also an empty one.
    pub(in crate::format) fn text(&mut self, name: &str, text: &str) {
        self.put(name, Value::text(text));
    }

    /// Writes a text, or null.
    pub(in crate::format) fn optional(&mut self, name: &str, text: Option<&str>) {
        self.put(name, text.map_or(Value::Null, Value::text));
    }

    /// Writes an identifier, or null.
    pub(in crate::format) fn id(&mut self, name: &str, id: Option<&Id>) {
        self.optional(name, id.map(Id::as_str));
    }

    /// Writes a number, or null.
    pub(in crate::format) fn number(&mut self, name: &str, number: Option<f64>) {
        self.put(name, number.map_or(Value::Null, Value::number));
    }

    /// Writes true, false or null.
    pub(in crate::format) fn flag(&mut self, name: &str, flag: Option<bool>) {
        self.put(name, flag.map_or(Value::Null, Value::Bool));
    }

    /// Writes a text that came to the format later: an empty one is left out, so that the content of
    /// older editions, and with it their identifier, stays what it was.
    pub(in crate::format) fn text_if_any(&mut self, name: &str, text: &str) {
        if !text.is_empty() {
            self.text(name, text);
        }
    }

    /// Writes a list.
    pub(in crate::format) fn list<T>(&mut self, name: &str, items: &[T], encode: impl Fn(&T) -> Value) {
        self.put(name, Value::List(items.iter().map(encode).collect()));
    }

    /// The object, with the unknown fields last. A known field always wins over an unknown one that
    /// claims its name.
    pub(in crate::format) fn finish(mut self, extra: &Object) -> Object {
        for (name, value) in extra.iter() {
            if !self.0.iter().any(|(known, _)| known == name) {
                self.put(name, value.clone());
            }
        }
        self.0.into_iter().collect()
    }
}
