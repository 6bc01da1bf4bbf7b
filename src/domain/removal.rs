//! A person's request to be removed: what of a device's texts is about an entry.
//!
//! The request wins over any change and erases the entry's values wherever they lie. What lies in a
//! storage are documents of many kinds, of this version and of others, so what is about an entry is
//! recognised by its shape, wherever it stands:
//!
//! - an object whose `target` is the entry (a change), or whose `initiative` it is (an item of a press
//!   release, a decision);
//! - the initiative itself: an object with its `id` and a title;
//! - what stands under the entry's identifier as a name.
//!
//! It is taken out of its list or its field. Where the list is one of `changes`, the `message` that
//! travelled with them tells of them in words, and is emptied; with the last change its whole document
//! goes.

use std::collections::BTreeSet;

use super::change::{Change, Delta, TargetKind};
use super::id::Id;
use super::value::{Object, Value};

/// What is left of a value when everything about some entries is taken out; nothing where all of it
/// is about them.
#[must_use]
pub fn without(value: Value, erased: &BTreeSet<Id>) -> Option<Value> {
    match value {
        Value::List(items) => {
            let kept = items.into_iter().filter_map(|item| without(item, erased));
            Some(Value::List(kept.collect()))
        }
        Value::Object(object) => object_without(object, erased).map(Value::Object),
        other => Some(other),
    }
}

fn object_without(object: Object, erased: &BTreeSet<Id>) -> Option<Object> {
    if is_about(&object, erased) {
        return None;
    }
    let changes = |object: &Object| object.get("changes").and_then(Value::as_list).map(<[Value]>::len);
    let before = changes(&object);
    let fields = object.into_iter().filter_map(|(name, value)| {
        if is_one_of(&name, erased) {
            return None;
        }
        Some((name, without(value, erased)?))
    });
    let mut kept: Object = fields.collect();
    let after = changes(&kept);
    if before == after {
        return Some(kept);
    }
    if after == Some(0) {
        return None;
    }
    if kept.get("message").is_some() {
        kept.set("message", "");
    }
    Some(kept)
}

fn is_about(object: &Object, erased: &BTreeSet<Id>) -> bool {
    let named = |object: &Object, field: &str| object.text(field).is_some_and(|id| is_one_of(id, erased));
    let targeted = object
        .get("target")
        .and_then(Value::as_object)
        .is_some_and(|target| {
            target.text("kind") == Some(TargetKind::Initiative.code()) && named(target, "id")
        });
    targeted || named(object, "initiative") || (named(object, "id") && object.get("title").is_some())
}

fn is_one_of(text: &str, erased: &BTreeSet<Id>) -> bool {
    Id::parse(text).is_some_and(|id| erased.contains(&id))
}

/// What is left of a change when everything about some entries is taken out; nothing where it says
/// nothing any more. One that is about something else (a press release that tells of the entry) keeps
/// its identifier.
#[must_use]
pub fn change_without(change: Change, erased: &BTreeSet<Id>) -> Option<Change> {
    if change.target.kind == TargetKind::Initiative && erased.contains(&change.target.id) {
        return None;
    }
    let side = |value: Value| without(value, erased).unwrap_or_default();
    let fields = change.fields.into_iter().filter_map(|(path, delta)| {
        let said_nothing = delta.before == delta.after;
        let delta = Delta {
            before: side(delta.before),
            after: side(delta.after),
        };
        (said_nothing || delta.before != delta.after).then_some((path, delta))
    });
    let fields: Vec<_> = fields.collect();
    (!fields.is_empty()).then_some(Change { fields, ..change })
}

/// Whether a text that cannot be read speaks of one of some entries: its identifier stands there as
/// JSON, a key or an address writes it.
#[must_use]
pub fn mentions(text: &str, erased: &BTreeSet<Id>) -> bool {
    let ends = |byte: Option<&u8>| {
        byte.is_none_or(|byte| !byte.is_ascii_lowercase() && !byte.is_ascii_digit() && *byte != b'-')
    };
    erased.iter().any(|id| {
        text.match_indices(id.as_str()).any(|(at, id)| {
            let before = at.checked_sub(1).and_then(|before| text.as_bytes().get(before));
            matches!(before, Some(b'"' | b'/' | b'=')) && ends(text.as_bytes().get(at + id.len()))
        })
    })
}

#[cfg(test)]
mod tests {
    use super::{change_without, mentions, without};
    use crate::domain::change::{Change, Delta, Path, Target, TargetKind};
    use crate::domain::date::Timestamp;
    use crate::domain::id::Id;
    use crate::domain::value::{Object, Value};
    use std::collections::BTreeSet;

    fn id(text: &str) -> Id {
        Id::parse(text).unwrap()
    }

    fn erased() -> BTreeSet<Id> {
        BTreeSet::from([id("gone")])
    }

    fn object(fields: &[(&str, Value)]) -> Value {
        let fields = fields
            .iter()
            .map(|(name, value)| ((*name).to_owned(), value.clone()));
        Value::Object(fields.collect::<Object>())
    }

    fn change_on(entry: &str) -> Value {
        let target = object(&[("kind", "initiative".into()), ("id", entry.into())]);
        object(&[("id", "c".into()), ("target", target)])
    }

    #[test]
    fn what_is_about_the_entry_goes_wherever_it_stands() {
        let item = |entry: &str| object(&[("initiative", entry.into()), ("text", "…".into())]);
        let entry = |id: &str| object(&[("id", id.into()), ("title", "…".into())]);
        for (about, other) in [
            (change_on("gone"), change_on("stays")),
            (item("gone"), item("stays")),
            (entry("gone"), entry("stays")),
        ] {
            assert_eq!(without(about.clone(), &erased()), None);
            let deep = |items: &[&Value]| {
                let items = items.iter().map(|item| (*item).clone()).collect();
                object(&[(
                    "sections",
                    Value::List(vec![object(&[("items", Value::List(items))])]),
                )])
            };
            let left = without(deep(&[&about, &other]), &erased());
            assert_eq!(left, Some(deep(&[&other])));
        }
        let log = object(&[("gone", "accepted".into()), ("stays", "refused".into())]);
        assert_eq!(
            without(log, &erased()),
            Some(object(&[("stays", "refused".into())]))
        );
    }

    #[test]
    fn a_word_that_happens_to_be_the_identifier_is_no_entry() {
        let prose = object(&[
            ("summary", "gone".into()),
            ("tags", Value::List(vec!["gone".into()])),
            ("id", "gone".into()),
        ]);
        assert_eq!(without(prose.clone(), &erased()), Some(prose));
        let theme = object(&[(
            "target",
            object(&[("kind", "theme".into()), ("id", "gone".into())]),
        )]);
        assert_eq!(without(theme.clone(), &erased()), Some(theme));
    }

    #[test]
    fn a_contribution_loses_its_message_with_a_change_and_goes_with_the_last_one() {
        let contribution = |changes: Vec<Value>, message: &str| {
            object(&[("changes", Value::List(changes)), ("message", message.into())])
        };
        let both = contribution(vec![change_on("gone"), change_on("stays")], "Appelez Jeanne");
        assert_eq!(
            without(both, &erased()),
            Some(contribution(vec![change_on("stays")], ""))
        );
        assert_eq!(
            without(contribution(vec![change_on("gone")], "Appelez Jeanne"), &erased()),
            None
        );
        let other = contribution(vec![change_on("stays")], "Bonjour");
        assert_eq!(without(other.clone(), &erased()), Some(other));
    }

    #[test]
    fn a_change_of_a_press_release_loses_the_item_and_nothing_else() {
        let section = |items: &[&str]| {
            let items = items
                .iter()
                .map(|entry| object(&[("initiative", (*entry).into())]));
            Value::List(vec![object(&[("items", Value::List(items.collect()))])])
        };
        let change = |kind: TargetKind, target: &str, fields: Vec<(&str, Value, Value)>| Change {
            id: id("c"),
            author: id("device"),
            at: Timestamp::parse("2026-01-01T00:00:00Z").unwrap(),
            target: Target { kind, id: id(target) },
            fields: fields
                .into_iter()
                .map(|(path, before, after)| (Path::parse(path).unwrap(), Delta { before, after }))
                .collect(),
            replaces: vec![],
            batch: None,
        };
        let fields = vec![
            ("sections", section(&["stays"]), section(&["stays", "gone"])),
            ("lead", Value::Null, "Bonjour".into()),
        ];
        let scrubbed = change_without(change(TargetKind::Communique, "r", fields), &erased());
        let left = vec![("lead", Value::Null, "Bonjour".into())];
        assert_eq!(scrubbed, Some(change(TargetKind::Communique, "r", left)));
        let title = vec![("title", Value::Null, Value::text("…"))];
        let own = change(TargetKind::Initiative, "gone", title);
        assert_eq!(change_without(own, &erased()), None);
    }

    #[test]
    fn an_unreadable_text_is_recognised_by_its_quoted_identifier() {
        for text in [
            r#"{"id":"gone","#,
            "private/gone/a\n{",
            "initiative?id=gone",
            r#""gone"#,
        ] {
            assert!(mentions(text, &erased()), "{text}");
        }
        for text in [
            "gone",
            r#""begone""#,
            r#""gone-too""#,
            "they are gone.",
            "",
            r#""go"#,
        ] {
            assert!(!mentions(text, &erased()), "{text}");
        }
    }
}
