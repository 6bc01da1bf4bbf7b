//! What was handed over, as it is kept on the device.
//!
//! Read strictly, as a change is: a record that was repaired would tell a person of something else
//! than what they did.

use super::limits;
use super::v1::Writer;
use crate::domain::change::{Path, Target, TargetKind};
use crate::domain::date::Timestamp;
use crate::domain::id::Id;
use crate::domain::sent::{Channel, Sent, SentItem};
use crate::domain::value::{Object, Value};

/// Writes a record.
#[must_use]
pub fn encode_sent(sent: &Sent) -> Object {
    let mut to = Writer::new();
    to.id("id", Some(&sent.id));
    to.text("at", sent.at.as_str());
    to.text("by", sent.by.code());
    to.list("items", &sent.items, |item| encode_item(item).into());
    to.finish(&Object::new())
}

fn encode_item(item: &SentItem) -> Object {
    let mut to = Writer::new();
    let mut target = Writer::new();
    target.text("kind", item.target.kind.code());
    target.id("id", Some(&item.target.id));
    to.put("target", target.finish(&Object::new()).into());
    to.text("title", &item.title);
    to.list("changes", &item.changes, |id| Value::text(id.as_str()));
    to.list("paths", &item.paths, |path| Value::text(path.as_str()));
    to.id("wanted", Some(&item.wanted));
    for (name, flag) in [("report", item.report), ("refused", item.refused)] {
        if flag {
            to.flag(name, Some(true));
        }
    }
    to.finish(&Object::new())
}

/// Reads a record; nothing where any of it is missing, of another type or past a limit.
#[must_use]
pub fn decode_sent(document: &Value) -> Option<Sent> {
    let sent = document.as_object()?;
    Some(Sent {
        id: Id::parse(sent.text("id")?)?,
        at: Timestamp::parse(sent.text("at")?)?,
        by: Channel::from_code(short(sent.text("by")?)?),
        items: list(sent, "items", decode_item)?,
    })
}

fn decode_item(item: &Value) -> Option<SentItem> {
    let item = item.as_object()?;
    let target = item.get("target")?.as_object()?;
    let flag = |name| item.get(name) == Some(&Value::Bool(true));
    Some(SentItem {
        target: Target {
            kind: TargetKind::from_code(short(target.text("kind")?)?),
            id: Id::parse(target.text("id")?)?,
        },
        title: short(item.text("title")?)?.to_owned(),
        changes: list(item, "changes", |id| Id::parse(id.as_text()?))?,
        paths: list(item, "paths", |path| Path::parse(path.as_text()?))?,
        wanted: Id::parse(item.text("wanted")?)?,
        report: flag("report"),
        refused: flag("refused"),
    })
}

fn short(text: &str) -> Option<&str> {
    (text.chars().count() <= limits::LINE).then_some(text)
}

fn list<T>(object: &Object, name: &str, read: impl Fn(&Value) -> Option<T>) -> Option<Vec<T>> {
    let list = object.get(name)?.as_list()?;
    (list.len() <= limits::CHANGES).then_some(())?;
    list.iter().map(read).collect()
}
