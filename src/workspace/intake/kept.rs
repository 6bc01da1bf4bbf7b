//! A press release that is being checked, as it is kept on the device: what a person pasted and what they
//! made of it outlive the page.
//!
//! An answer names the catalogue's initiative under `initiative`, by which a person's request to be
//! removed finds it. A part of another shape makes the whole unreadable, so that its text is set aside
//! and nothing is dropped in silence.

use super::{Answer, Entry, Fact, Intake, Mark};
use crate::communique::read::{LeftOver, LeftOverKind, Span};
use crate::domain::date::Timestamp;
use crate::domain::id::Id;
use crate::domain::value::{Object, Value};
use crate::format::draft;
use crate::format::json;
use crate::format::packed::{pack, unpack};
use crate::format::v1;
use crate::format::warning::Warnings;

/// What is kept: the text alone until it was read.
#[derive(Debug, Clone, PartialEq)]
pub struct Kept {
    /// When, by the device's clock.
    pub at: Timestamp,
    /// The text.
    pub source: String,
    /// What was made of it.
    pub intake: Option<Intake>,
}

/// Writes it as a text.
#[must_use]
pub fn write_kept(kept: &Kept) -> String {
    let mut to = Object::new();
    to.set("at", kept.at.as_str());
    to.set("source", kept.source.as_str());
    if let Some(intake) = &kept.intake {
        to.set("entries", list(&intake.entries, encode_entry));
        to.set("title", intake.release.title.as_str());
        to.set("release", v1::encode_communique(&intake.release));
        to.set("adds_release", Value::Bool(intake.adds_release));
        to.set(
            "themes",
            list(&intake.themes, |theme| v1::encode_theme(theme).into()),
        );
        to.set("left", list(&intake.left, encode_left));
    }
    pack(&json::write(&to.into()))
}

/// Reads such a text; nothing where it is none.
#[must_use]
pub fn read_kept(text: &str) -> Option<Kept> {
    let unpacked = unpack(text);
    // Nothing is lost: the caller sets aside what cannot be read.
    let document = json::parse(unpacked.as_deref().unwrap_or(text)).ok()?;
    let kept = document.as_object()?;
    let source = kept.text("source")?.to_owned();
    let intake = match kept.get("release") {
        None => None,
        Some(release) => Some(decode_intake(kept, &source, release)?),
    };
    Some(Kept {
        at: Timestamp::parse(kept.text("at")?)?,
        source,
        intake,
    })
}

fn decode_intake(kept: &Object, source: &str, release: &Value) -> Option<Intake> {
    // What was kept was written by the strict writer, so there is nothing to warn of.
    let mut warnings = Warnings::new();
    let mut release = release.as_object()?.clone();
    // A release without a title is none; one that is being typed may have none yet.
    release.set("title", "-");
    let mut release = v1::decode_communique(release, &mut warnings)?;
    kept.text("title").unwrap_or("").clone_into(&mut release.title);
    Some(Intake {
        source: source.to_owned(),
        entries: read_list(kept, "entries", |entry| decode_entry(entry, source))?,
        release,
        adds_release: matches!(kept.get("adds_release"), Some(Value::Bool(true))),
        themes: read_list(kept, "themes", |theme| {
            v1::decode_theme(theme.as_object()?.clone(), &mut Warnings::new())
        })?,
        left: read_list(kept, "left", |left| decode_left(left, source))?,
    })
}

fn list<T>(items: &[T], encode: impl Fn(&T) -> Value) -> Value {
    Value::List(items.iter().map(encode).collect())
}

fn read_list<T>(from: &Object, name: &str, read: impl Fn(&Value) -> Option<T>) -> Option<Vec<T>> {
    match from.get(name) {
        None => Some(Vec::new()),
        Some(value) => value.as_list()?.iter().map(read).collect(),
    }
}

fn encode_entry(entry: &Entry) -> Value {
    let mut to = Object::new();
    to.set("id", entry.id.as_str());
    to.set("spans", list(&entry.spans, |span| span_value(*span)));
    if let Some(section) = entry.section {
        to.set("section", number(section));
    }
    to.set("opened", draft::encode(&entry.opened));
    if entry.typed != entry.opened {
        to.set("typed", draft::encode(&entry.typed));
    }
    to.set("marks", list(&entry.marks, encode_mark));
    let answer = entry.answer.as_ref().map(|answer| {
        let mut to = Object::new();
        if let Answer::Same(id) = answer {
            to.set("initiative", id.as_str());
        }
        Value::Object(to)
    });
    to.set("answer", answer.unwrap_or(Value::Null));
    to.into()
}

fn decode_entry(value: &Value, source: &str) -> Option<Entry> {
    let from = value.as_object()?;
    let opened = draft::decode(from.get("opened"))?;
    Some(Entry {
        id: Id::parse(from.text("id")?)?,
        spans: read_list(from, "spans", |span| decode_span(span, source))?,
        section: match from.get("section") {
            None => None,
            Some(section) => Some(index(section)?),
        },
        typed: match from.get("typed") {
            None => opened.clone(),
            typed => draft::decode(typed)?,
        },
        opened,
        marks: read_list(from, "marks", |mark| decode_mark(mark, source))?,
        answer: match from.get("answer") {
            None => None,
            Some(answer) => Some(match answer.as_object()?.text("initiative") {
                None => Answer::Another,
                Some(id) => Answer::Same(Id::parse(id)?),
            }),
        },
    })
}

/// The code of a fact, and what names it where there are several.
fn code(fact: &Fact) -> (&'static str, Option<&str>) {
    match fact {
        Fact::Commune => ("commune", None),
        Fact::Area => ("area", None),
        Fact::Served(name) => ("served", Some(name)),
        Fact::Organiser => ("organiser", None),
        Fact::Start => ("start", None),
        Fact::End => ("end", None),
        Fact::When => ("when", None),
        Fact::Audience => ("audience", None),
        Fact::Practical => ("practical", None),
        Fact::Measure(id) => ("measure", Some(id.as_str())),
        Fact::Need(id) => ("need", Some(id.as_str())),
        Fact::Contact(id) => ("contact", Some(id.as_str())),
        Fact::Person(name) => ("person", Some(name)),
    }
}

fn fact(code: &str, of: Option<&str>) -> Option<Fact> {
    let row = || Id::parse(of?);
    let name = || of.map(str::to_owned);
    Some(match code {
        "commune" => Fact::Commune,
        "area" => Fact::Area,
        "served" => Fact::Served(name()?),
        "organiser" => Fact::Organiser,
        "start" => Fact::Start,
        "end" => Fact::End,
        "when" => Fact::When,
        "audience" => Fact::Audience,
        "practical" => Fact::Practical,
        "measure" => Fact::Measure(row()?),
        "need" => Fact::Need(row()?),
        "contact" => Fact::Contact(row()?),
        "person" => Fact::Person(name()?),
        _ => return None,
    })
}

fn encode_mark(mark: &Mark) -> Value {
    let mut to = Object::new();
    let (code, of) = code(&mark.fact);
    to.set("fact", code);
    if let Some(of) = of {
        to.set("of", of);
    }
    to.set("span", span_value(mark.span));
    to.set("sure", Value::Bool(mark.sure));
    to.set("checked", Value::Bool(mark.checked));
    to.into()
}

fn decode_mark(value: &Value, source: &str) -> Option<Mark> {
    let from = value.as_object()?;
    let flag = |name: &str| matches!(from.get(name), Some(Value::Bool(true)));
    Some(Mark {
        fact: fact(from.text("fact")?, from.text("of"))?,
        span: decode_span(from.get("span")?, source)?,
        sure: flag("sure"),
        checked: flag("checked"),
    })
}

fn encode_left(left: &LeftOver) -> Value {
    let mut to = Object::new();
    to.set("span", span_value(left.span));
    to.set(
        "kind",
        match left.kind {
            LeftOverKind::Frame => "frame",
            LeftOverKind::PressContact => "press_contact",
            LeftOverKind::Text => "text",
        },
    );
    to.into()
}

fn decode_left(value: &Value, source: &str) -> Option<LeftOver> {
    let from = value.as_object()?;
    Some(LeftOver {
        span: decode_span(from.get("span")?, source)?,
        kind: match from.text("kind")? {
            "frame" => LeftOverKind::Frame,
            "press_contact" => LeftOverKind::PressContact,
            _ => LeftOverKind::Text,
        },
    })
}

fn span_value(span: Span) -> Value {
    Value::List(vec![number(span.start), number(span.end)])
}

/// A stretch of the source; nothing where it has no such stretch.
fn decode_span(value: &Value, source: &str) -> Option<Span> {
    let [start, end] = value.as_list()? else {
        return None;
    };
    let (start, end) = (index(start)?, index(end)?);
    source.get(start..end)?;
    Some(Span { start, end })
}

#[allow(clippy::cast_precision_loss, reason = "the source is bounded far below 2⁵³")]
fn number(number: usize) -> Value {
    Value::number(number as f64)
}

fn index(value: &Value) -> Option<usize> {
    match value {
        // What is no place makes the whole unreadable, and its text is set aside.
        Value::Int(number) => usize::try_from(*number).ok(),
        _ => None,
    }
}
