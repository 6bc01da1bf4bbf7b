//! The editor's inbox and its log, as they are kept on the device.
//!
//! A contribution that waits is kept as the file that it is, with the time of its coming, and what of it
//! was left for later, beside its other fields, so that whatever reads contributions reads it too.

use std::collections::BTreeSet;

use super::change::{decode_fields, encode_fields};
use super::contribution::{Contribution, read_contribution, write_contribution};
use super::json;
use super::limits;
use super::v1::Writer;
use crate::domain::change::{Target, TargetKind};
use crate::domain::date::Timestamp;
use crate::domain::decision::{Decision, NumberCheck, Outcome, Reason};
use crate::domain::id::Id;
use crate::domain::text;
use crate::domain::value::{Object, Value};

/// The field of a kept contribution that says when it came in.
const RECEIVED_AT: &str = "received_at";

/// The field of a kept contribution that names the changes that were left for later.
const PUT_OFF: &str = "put_off";

/// A contribution that waits in the inbox.
#[derive(Debug, Clone, PartialEq)]
pub struct Filed {
    /// When it came in, by the editor's clock.
    pub received_at: Timestamp,
    /// The contribution.
    pub contribution: Contribution,
    /// The changes that the editor has left for later.
    pub put_off: BTreeSet<Id>,
}

impl Filed {
    /// A contribution that has just come in.
    #[must_use]
    pub const fn new(received_at: Timestamp, contribution: Contribution) -> Self {
        Self {
            received_at,
            contribution,
            put_off: BTreeSet::new(),
        }
    }
}

/// Writes a contribution that waits.
#[must_use]
pub fn write_filed(filed: &Filed) -> String {
    let mut document = match write_contribution(&filed.contribution) {
        Value::Object(document) => document,
        // A contribution is written as an object; anything else has no place for a time.
        other => return json::write(&other),
    };
    document.set(RECEIVED_AT, filed.received_at.as_str());
    // What the sender calls so is not the editor's.
    document.take(PUT_OFF);
    if !filed.put_off.is_empty() {
        let names = filed.put_off.iter().map(|id| Value::text(id.as_str()));
        document.set(PUT_OFF, Value::List(names.collect()));
    }
    json::write(&document.into())
}

/// Reads a contribution that waits; nothing where it is none, is not whole or lacks its time.
#[must_use]
pub fn read_filed(text: &str) -> Option<Filed> {
    // Why it cannot be read helps nobody: the caller sets the text aside, whole.
    let Value::Object(mut document) = json::parse(text).ok()? else {
        return None;
    };
    // Taken out first: beside them there are as many unknown fields as a contribution may have.
    let received = document.take(RECEIVED_AT)?;
    let put_off = document.take(PUT_OFF);
    let put_off = put_off.as_ref().and_then(Value::as_list).unwrap_or(&[]).iter();
    let put_off = put_off.filter_map(|name| name.as_text().and_then(Id::parse));
    // As above: the caller sets the text aside.
    let reading = read_contribution(document.into()).ok()?;
    (reading.warnings.refused() == 0).then_some(())?;
    Some(Filed {
        received_at: Timestamp::parse(received.as_text()?)?,
        put_off: put_off.collect(),
        contribution: reading.value,
    })
}

/// Writes a line of the log.
#[must_use]
pub fn write_decision(decision: &Decision) -> String {
    let mut to = Writer::new();
    to.id("id", Some(&decision.id));
    to.text("at", decision.at.as_str());
    to.id("contribution", Some(&decision.contribution));
    to.id("author", Some(&decision.author));
    to.text(RECEIVED_AT, decision.received_at.as_str());
    to.text("reply_to", &decision.reply_to);
    to.id("change", Some(&decision.change));
    let mut target = Writer::new();
    target.text("kind", decision.target.kind.code());
    target.id("id", Some(&decision.target.id));
    to.put("target", target.finish(&Object::new()).into());
    to.text("title", &decision.title);
    to.text("outcome", decision.outcome.code());
    to.put("fields", encode_fields(&decision.fields));
    to.id("made", decision.made.as_ref());
    to.optional("reason", decision.reason.as_ref().map(Reason::code));
    to.text("note", &decision.note);
    to.optional("check", decision.check.as_ref().map(NumberCheck::code));
    json::write(&to.finish(&Object::new()).into())
}

/// Reads a line of the log; nothing where it is not whole.
#[must_use]
pub fn read_decision(text: &str) -> Option<Decision> {
    // As above: the caller sets the text aside.
    let document = json::parse(text).ok()?;
    let object = document.as_object()?;
    let id = |name| object.text(name).and_then(Id::parse);
    let time = |name| object.text(name).and_then(Timestamp::parse);
    let code = |name| object.text(name).filter(|code| code.len() <= limits::LINE);
    // What a person reads is cleaned and bounded like any other text.
    let line = |name, limit| {
        // As the writer writes: an absent text is an empty one.
        let text = text::clean_lines(object.text(name).unwrap_or_default());
        (text::length(&text) <= limit).then(|| text.into_owned())
    };
    let target = object.get("target").and_then(Value::as_object)?;
    Some(Decision {
        id: id("id")?,
        at: time("at")?,
        contribution: id("contribution")?,
        author: id("author")?,
        received_at: time(RECEIVED_AT)?,
        reply_to: line("reply_to", limits::LINE)?,
        change: id("change")?,
        target: Target {
            kind: TargetKind::from_code(target.text("kind").filter(|kind| kind.len() <= limits::LINE)?),
            id: target.text("id").and_then(Id::parse)?,
        },
        title: line("title", limits::LINE)?,
        outcome: Outcome::from_code(code("outcome")?),
        fields: decode_fields(object)?,
        made: id("made"),
        reason: code("reason").map(Reason::from_code),
        note: line("note", limits::PARAGRAPHS)?,
        check: code("check").map(NumberCheck::from_code),
    })
}

#[cfg(test)]
mod tests {
    use super::{Filed, read_decision, read_filed, write_decision, write_filed};
    use crate::domain::date::Timestamp;
    use crate::domain::id::Id;
    use crate::format::contribution::read_contribution_text;

    const CONTRIBUTION: &str = r#"{"format":"solidaire-contribution","version":1,"id":"c","site":"s","base":null,
        "created_at":"2026-01-01T00:00:00Z","author":"d","message":"Bonjour","reply_to":"j@exemple.fr",
        "changes":[{"id":"a","author":"d","at":"2026-01-01T00:00:00Z","target":{"kind":"initiative","id":"x"},
        "fields":{"title":{"before":"Un","after":"Deux"}},"replaces":[]}],"name":"Jeanne","later":1}"#;

    #[test]
    fn what_waits_is_read_back_and_is_still_a_contribution() {
        let contribution = read_contribution_text(CONTRIBUTION).unwrap().value;
        let came = Timestamp::parse("2026-02-01T00:00:00Z").unwrap();
        let mut filed = Filed::new(came, contribution);
        filed.put_off.insert(Id::parse("a").unwrap());
        let text = write_filed(&filed);
        assert_eq!(read_filed(&text).as_ref(), Some(&filed));
        let claimed = CONTRIBUTION.replace("\"later\":1", "\"put_off\":[\"a\"]");
        filed.contribution = read_contribution_text(&claimed).unwrap().value;
        filed.put_off.clear();
        let read = read_filed(&write_filed(&filed)).unwrap();
        assert!(read.put_off.is_empty(), "a sender leaves nothing for later");
        assert!(read_contribution_text(&text).is_ok());
        assert_eq!(read_filed(CONTRIBUTION), None, "without its time");
        assert_eq!(
            read_filed(&text.replace("\"at\":\"2026-01", "\"at\":\"never-01")),
            None
        );
        assert_eq!(read_filed("no JSON"), None);
    }

    #[test]
    fn a_line_of_the_log_is_read_back() {
        let text = r#"{"id":"l","at":"2026-02-02T00:00:00Z","contribution":"c","author":"d",
            "received_at":"2026-02-01T00:00:00Z","reply_to":"j@exemple.fr","change":"a",
            "target":{"kind":"initiative","id":"x"},"title":"Un","outcome":"refused",
            "fields":{"title":{"before":"Un","after":"Deux"}},"made":null,"reason":"later_reason",
            "note":"Non vérifié.","check":"called"}"#;
        let decision = read_decision(text).unwrap();
        assert_eq!(
            decision.reason.as_ref().unwrap().code(),
            "later_reason",
            "a newer reason is kept"
        );
        assert_eq!(read_decision(&write_decision(&decision)), Some(decision));
        for broken in [
            "",
            "{}",
            "[]",
            &text.replace("\"x\"", "\"X\""),
            &text.replace("\"outcome\"", "\"other\""),
        ] {
            assert_eq!(read_decision(broken), None, "{broken}");
        }
    }
}
