//! What the log remembers of a decision: enough to know it again, not a copy.

use super::Filed;
use crate::domain::change::{Change, Delta, Target, TargetKind};
use crate::domain::date::Timestamp;
use crate::domain::decision::{Decision, Outcome};
use crate::domain::id::Id;
use crate::domain::order;
use crate::domain::text;
use crate::domain::value::{Object, Value};

/// How long a text of the log is at most, in characters.
const REMEMBERED: usize = 200;

/// How many items of a list, or fields of an object, the log keeps at most.
const ITEMS: usize = 20;

/// A line of the log about a whole change.
pub(super) fn entry(filed: &Filed, change: &Change, outcome: Outcome, id: Id, at: Timestamp) -> Decision {
    let fields = change.fields.iter().map(|(path, delta)| {
        let delta = Delta {
            before: remembered(&delta.before),
            after: remembered(&delta.after),
        };
        (path.clone(), delta)
    });
    Decision {
        change: change.id.clone(),
        target: change.target.clone(),
        fields: fields.collect(),
        outcome,
        ..message_entry(filed, id, at)
    }
}

/// A line of the log about a message that came without a change.
pub(super) fn message_entry(filed: &Filed, id: Id, at: Timestamp) -> Decision {
    let contribution = &filed.contribution;
    let message = remembered(&Value::text(&contribution.message));
    let about_message = contribution.changes.is_empty();
    Decision {
        id,
        at,
        contribution: contribution.id.clone(),
        author: contribution.author.clone(),
        received_at: filed.received_at.clone(),
        reply_to: contribution.reply_to.clone(),
        change: contribution.id.clone(),
        target: Target {
            kind: TargetKind::from_code(Decision::MESSAGE),
            id: contribution.id.clone(),
        },
        title: message
            .as_text()
            .filter(|_| about_message)
            .unwrap_or("")
            .to_owned(),
        outcome: Outcome::Settled,
        fields: Vec::new(),
        made: None,
        reason: None,
        note: String::new(),
        check: None,
    }
}

/// A value as the log remembers it: its texts cut, its lists short.
pub(super) fn remembered(value: &Value) -> Value {
    match value {
        Value::Text(text) if text::length(text) > REMEMBERED => {
            let cut: String = text.chars().take(REMEMBERED).chain(['…']).collect();
            Value::Text(cut)
        }
        Value::List(list) => Value::List(list.iter().take(ITEMS).map(remembered).collect()),
        Value::Object(object) => {
            let mut fields: Vec<_> = object.iter().collect();
            order::sort_by_key(&mut fields, |(name, _)| *name != "id");
            let fields = fields.into_iter().take(ITEMS);
            let fields: Object = fields
                .map(|(name, value)| (name.to_owned(), remembered(value)))
                .collect();
            fields.into()
        }
        other => other.clone(),
    }
}
