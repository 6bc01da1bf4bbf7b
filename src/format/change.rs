//! Changes, in and out: as they are stored, sent and backed up.
//!
//! Unlike a catalogue, a change is read strictly: a change that was repaired would be another one
//! under the same identifier, and two devices would disagree about it.

use super::limits;
use super::v1::Writer;
use crate::domain::change::{Change, Delta, Path, Target, TargetKind};
use crate::domain::date::Timestamp;
use crate::domain::id::Id;
use crate::domain::text;
use crate::domain::value::{Object, Value};

/// Writes a change. What a path held and shall hold is left out where it is nothing.
#[must_use]
pub fn encode_change(change: &Change) -> Object {
    let mut to = Writer::new();
    to.id("id", Some(&change.id));
    to.id("author", Some(&change.author));
    to.text("at", change.at.as_str());
    let mut target = Writer::new();
    target.text("kind", change.target.kind.code());
    target.id("id", Some(&change.target.id));
    to.put("target", target.finish(&Object::new()).into());
    to.put("fields", encode_fields(&change.fields));
    to.list("replaces", &change.replaces, |id| Value::text(id.as_str()));
    if let Some(batch) = &change.batch {
        to.id("batch", Some(batch));
    }
    to.finish(&Object::new())
}

/// Writes what a change sets, path by path.
pub(super) fn encode_fields(fields: &[(Path, Delta)]) -> Value {
    let fields = fields.iter();
    let fields = fields.map(|(path, delta)| (path.as_str().to_owned(), encode_delta(delta)));
    Value::Object(fields.collect())
}

fn encode_delta(delta: &Delta) -> Value {
    let mut to = Writer::new();
    for (name, value) in [("before", &delta.before), ("after", &delta.after)] {
        if !value.is_null() {
            to.put(name, value.clone());
        }
    }
    to.finish(&Object::new()).into()
}

/// Reads a change.
///
/// # Errors
/// The name of the first field that is missing, of another type, against its rule or past a limit.
pub fn decode_change(document: &Value) -> Result<Change, &'static str> {
    let change = document.as_object().ok_or("change")?;
    let id = |object: &Object, name: &'static str| object.text(name).and_then(Id::parse).ok_or(name);
    let target = change.get("target").and_then(Value::as_object).ok_or("target")?;
    let kind = target
        .text("kind")
        .filter(|kind| kind.len() <= limits::LINE)
        .ok_or("target")?;
    Ok(Change {
        id: id(change, "id")?,
        author: id(change, "author")?,
        at: change.text("at").and_then(Timestamp::parse).ok_or("at")?,
        target: Target {
            kind: TargetKind::from_code(kind),
            id: id(target, "id").map_err(|_| "target")?,
        },
        fields: decode_fields(change).ok_or("fields")?,
        replaces: decode_replaces(change).ok_or("replaces")?,
        batch: match change.get("batch") {
            None => None,
            Some(_) => Some(id(change, "batch")?),
        },
    })
}

/// What a change sets, path by path; nothing where one is against its rule or past a limit.
pub(super) fn decode_fields(change: &Object) -> Option<Vec<(Path, Delta)>> {
    let object = change.get("fields")?.as_object()?;
    if object.len() > limits::CHANGE_FIELDS {
        return None;
    }
    let one = |(name, value): (&str, &Value)| {
        let delta = value.as_object()?;
        let side = |name| match delta.get(name) {
            None => Some(Value::Null),
            Some(value) => is_bounded(value).then(|| value.clone()),
        };
        Some((
            Path::parse(name)?,
            Delta {
                before: side("before")?,
                after: side("after")?,
            },
        ))
    };
    object.iter().map(one).collect()
}

/// Whether every text in a tree is as short as the longest that a document may hold.
fn is_bounded(value: &Value) -> bool {
    match value {
        Value::Text(text) => text.len() <= limits::PARAGRAPHS || text::length(text) <= limits::PARAGRAPHS,
        Value::List(list) => list.iter().all(is_bounded),
        Value::Object(object) => object.iter().all(|(_, value)| is_bounded(value)),
        _ => true,
    }
}

fn decode_replaces(change: &Object) -> Option<Vec<Id>> {
    let Some(value) = change.get("replaces") else {
        return Some(Vec::new());
    };
    let list = value.as_list().filter(|list| list.len() <= limits::CHANGES)?;
    list.iter().map(|id| Id::parse(id.as_text()?)).collect()
}
