//! Contributions: changes on their way to an editor.

use super::change::{decode_change, encode_change};
use super::fields::Fields;
use super::json;
use super::refusal::{Format, Refusal, VERSION};
use super::v1::{Writer, envelope};
use super::warning::{Reading, WarningKind, Warnings};
use super::{limits, order};
use crate::domain::change::{Change, Delta, Path};
use crate::domain::date::Timestamp;
use crate::domain::id::Id;
use crate::domain::text;
use crate::domain::value::{Object, Value};

/// Changes on their way to an editor, with what their maker says about them.
#[derive(Debug, Clone, PartialEq)]
pub struct Contribution {
    /// Random; tells a contribution that arrives twice from two.
    pub id: Id,
    /// The site that it is for.
    pub site: Id,
    /// The edition that its maker saw, if there was one.
    pub base: Option<Id>,
    /// When it was made, by its maker's clock.
    pub created_at: Timestamp,
    /// The device that made it.
    pub author: Id,
    /// What the maker says; may be empty.
    pub message: String,
    /// How the maker can be reached; may be empty. Private: it never goes into a catalogue.
    pub reply_to: String,
    /// The changes.
    pub changes: Vec<Change>,
    /// Fields that this version does not know.
    pub extra: Object,
}

/// Reads the text of a contribution.
///
/// # Errors
/// As [`read_contribution`], and where the text is no JSON.
pub fn read_contribution_text(text: &str) -> Result<Reading<Contribution>, Refusal> {
    read_contribution(json::parse(text)?)
}

/// Reads a contribution. A change that is not whole is left out, with a warning.
///
/// # Errors
/// Where the document is something else or of a newer version, where it does not say what it is for,
/// who made it and when, or where a text or list is past its limit.
pub fn read_contribution(document: Value) -> Result<Reading<Contribution>, Refusal> {
    let mut warnings = Warnings::new();
    let mut fields = envelope(document, &Format::Contribution, &mut warnings)?;
    let missing = |name: &str| Refusal::Unusable(name.to_owned());
    let contribution = Contribution {
        id: fields.reference("id").ok_or_else(|| missing("id"))?,
        site: fields.reference("site").ok_or_else(|| missing("site"))?,
        base: fields.reference("base"),
        created_at: fields
            .timestamp("created_at")
            .ok_or_else(|| missing("created_at"))?,
        author: fields.reference("author").ok_or_else(|| missing("author"))?,
        message: fields.paragraphs("message"),
        reply_to: fields.line("reply_to"),
        changes: changes(&mut fields),
        extra: Object::new(),
    };
    let extra = fields.close().map_err(Refusal::PastLimit)?;
    Ok(Reading {
        value: Contribution {
            extra,
            ..contribution
        },
        warnings,
    })
}

/// The changes that are whole. One that is not is left out, and so is one whose identifier an earlier
/// one bears, and one that conceals something: none can be repaired, since it would be another change
/// under the same identifier.
fn changes(fields: &mut Fields<'_>) -> Vec<Change> {
    let list = fields.list("changes", limits::CHANGES);
    let mut read: Vec<(usize, Change)> = Vec::with_capacity(list.len());
    for (index, value) in list.iter().enumerate() {
        match decode_change(value) {
            Ok(change) => match concealing(&change) {
                Some(place) => fields.warn_item("changes", index, &place, WarningKind::Concealed),
                None => read.push((index, change)),
            },
            Err(field) => fields.warn_item("changes", index, field, WarningKind::Unusable),
        }
    }
    let names = order::by_name(read.iter().map(|(_, change)| change.id.as_str()));
    let mut repeated = vec![false; read.len()];
    for (first, later) in order::repeated(&names) {
        repeated[later] = true;
        let (index, change) = &read[later];
        let (field, kind) = if *change == read[first].1 {
            ("", WarningKind::Repeated)
        } else {
            ("id", WarningKind::Unusable)
        };
        fields.warn_item("changes", *index, field, kind);
    }
    let changes: Vec<Change> = read
        .into_iter()
        .zip(repeated)
        .filter(|(_, repeated)| !repeated)
        .map(|((_, change), _)| change)
        .collect();
    fields.warnings.refuse(list.len() - changes.len());
    changes
}

/// Where a change holds invisible characters, if it does.
fn concealing(change: &Change) -> Option<String> {
    if text::conceals(change.target.kind.code()) {
        return Some("target".to_owned());
    }
    let conceals = |(_, delta): &&(Path, Delta)| conceals(&delta.before) || conceals(&delta.after);
    let (path, _) = change.fields.iter().find(conceals)?;
    Some(["fields.", path.as_str()].concat())
}

fn conceals(value: &Value) -> bool {
    match value {
        Value::Text(text) => text::conceals(text),
        Value::List(list) => list.iter().any(conceals),
        Value::Object(object) => object.iter().any(|(_, value)| conceals(value)),
        _ => false,
    }
}

/// Writes a contribution.
#[must_use]
pub fn write_contribution(contribution: &Contribution) -> Value {
    let mut to = Writer::new();
    to.text("format", Format::Contribution.name());
    to.put("version", Value::Int(VERSION));
    to.id("id", Some(&contribution.id));
    to.id("site", Some(&contribution.site));
    to.id("base", contribution.base.as_ref());
    to.text("created_at", contribution.created_at.as_str());
    to.id("author", Some(&contribution.author));
    to.text("message", &contribution.message);
    to.text("reply_to", &contribution.reply_to);
    to.list("changes", &contribution.changes, |change| {
        encode_change(change).into()
    });
    to.finish(&contribution.extra).into()
}
