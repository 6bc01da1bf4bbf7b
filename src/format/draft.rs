//! A form that is being filled, as it is kept on the device.
//!
//! Beside what was typed stands the form as it was opened, so that what was not touched can follow
//! the catalogue when the draft is taken up again (see [`Draft::rebase`]), and the ground that the form
//! stood on, so that what was touched is saved against what it showed (see [`Ground`]).
//!
//! Reading is lenient in what may be absent or unknown: a missing part is empty, the field of a newer
//! version is kept. A part of another shape makes the whole unreadable, so that its text is set aside
//! and nothing that a person typed is dropped in silence.

use super::json::{self, JsonError};
use super::limits;
use super::v1::Writer;
use crate::domain::change::Path;
use crate::domain::code::Insee;
use crate::domain::date::Timestamp;
use crate::domain::draft::{Draft, Field, Ground, Row, Typed};
use crate::domain::id::Id;
use crate::domain::initiative::Served;
use crate::domain::value::{Object, Value};

/// A form that was left before it was saved.
#[derive(Debug, Clone, PartialEq)]
pub struct KeptDraft {
    /// When it was last kept, by the device's clock.
    pub at: Timestamp,
    /// The form as it was opened.
    pub opened: Draft,
    /// The form as it was typed.
    pub typed: Draft,
    /// What the form showed. A draft that was kept without it stands on what is shown when it is taken
    /// up.
    pub ground: Option<Ground>,
}

/// Why a kept draft cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unreadable {
    /// It is no JSON.
    Json(JsonError),
    /// This part of it is not what it should be.
    Part(&'static str),
}

/// Writes a kept draft as a text.
#[must_use]
pub fn write_draft(kept: &KeptDraft) -> String {
    let mut to = Writer::new();
    to.text("at", kept.at.as_str());
    to.put("opened", encode(&kept.opened).into());
    to.put("typed", encode(&kept.typed).into());
    if let Some(ground) = &kept.ground {
        to.put("ground", encode_ground(ground).into());
    }
    json::write(&to.finish(&Object::new()).into())
}

/// Reads the text of a kept draft.
///
/// # Errors
/// [`Unreadable`].
pub fn read_draft(text: &str) -> Result<KeptDraft, Unreadable> {
    let document = json::parse(text).map_err(Unreadable::Json)?;
    let part = |name| Unreadable::Part(name);
    let kept = document.as_object().ok_or(part("draft"))?;
    Ok(KeptDraft {
        at: kept.text("at").and_then(Timestamp::parse).ok_or(part("at"))?,
        opened: decode(kept.get("opened")).ok_or(part("opened"))?,
        typed: decode(kept.get("typed")).ok_or(part("typed"))?,
        ground: match kept.get("ground") {
            None => None,
            Some(ground) => Some(decode_ground(ground).ok_or(part("ground"))?),
        },
    })
}

/// What the edition said is left out where it is what the form showed, as it mostly is.
fn encode_ground(ground: &Ground) -> Object {
    let mut to = Writer::new();
    to.put("shown", ground.shown.clone().into());
    if ground.published != ground.shown {
        to.put("published", ground.published.clone().into());
    }
    let seen = ground.seen.iter().map(|(path, ids)| {
        let ids = ids.iter().map(|id| Value::text(id.as_str())).collect();
        (path.as_str().to_owned(), Value::List(ids))
    });
    to.put("seen", Value::Object(seen.collect()));
    to.finish(&Object::new())
}

fn decode_ground(value: &Value) -> Option<Ground> {
    let ground = value.as_object()?;
    let shown = ground.get("shown")?.as_object()?.clone();
    let published = match ground.get("published") {
        None => shown.clone(),
        Some(published) => published.as_object()?.clone(),
    };
    let seen = ground.get("seen")?.as_object()?;
    if seen.len() > limits::CHANGE_FIELDS {
        return None;
    }
    let seen = seen.iter().map(|(path, ids)| {
        let ids = ids.as_list().filter(|ids| ids.len() <= limits::CHANGES)?;
        let ids: Option<Vec<Id>> = ids.iter().map(|id| Id::parse(id.as_text()?)).collect();
        Some((Path::parse(path)?, ids?))
    });
    Some(Ground {
        shown,
        published,
        seen: seen.collect::<Option<_>>()?,
    })
}

/// A form as a document.
#[must_use]
pub fn encode(draft: &Draft) -> Object {
    let mut to = Writer::new();
    to.put("fields", encode_typed(&draft.fields));
    to.list("served", &draft.served, |served| encode_served(served).into());
    for (name, rows) in [
        ("measures", &draft.measures),
        ("needs", &draft.needs),
        ("contacts", &draft.contacts),
        ("translations", &draft.translations),
    ] {
        to.list(name, rows, |row| encode_row(row).into());
    }
    to.finish(&Object::new())
}

fn encode_typed(typed: &Typed) -> Value {
    let fields = typed.iter();
    Value::Object(
        fields
            .map(|(field, text)| (field.code().to_owned(), Value::text(text)))
            .collect(),
    )
}

fn encode_served(served: &Served) -> Object {
    let mut to = Writer::new();
    to.optional("insee", served.insee.as_ref().map(Insee::as_str));
    to.text("commune", &served.commune);
    to.finish(&served.extra)
}

fn encode_row(row: &Row) -> Object {
    let mut to = Writer::new();
    to.id("id", Some(&row.id));
    to.put("fields", encode_typed(&row.fields));
    to.finish(&Object::new())
}

/// A draft; none where a part is of another shape. What is absent is empty.
#[must_use]
pub fn decode(value: Option<&Value>) -> Option<Draft> {
    let Some(value) = value else {
        return Some(Draft::default());
    };
    let object = value.as_object()?;
    let rows = |name| list(object, name, decode_row);
    Some(Draft {
        fields: decode_typed(object.get("fields"))?,
        served: list(object, "served", decode_served)?,
        measures: rows("measures")?,
        needs: rows("needs")?,
        contacts: rows("contacts")?,
        translations: rows("translations")?,
    })
}

fn list<T>(object: &Object, name: &str, read: fn(&Object) -> Option<T>) -> Option<Vec<T>> {
    let Some(value) = object.get(name) else {
        return Some(Vec::new());
    };
    let items = value.as_list().filter(|items| items.len() <= limits::ITEMS)?;
    items.iter().map(|item| read(item.as_object()?)).collect()
}

fn decode_typed(value: Option<&Value>) -> Option<Typed> {
    let Some(value) = value else {
        return Some(Typed::new());
    };
    let fields = value.as_object()?.iter();
    fields
        .map(|(code, text)| Some((Field::from_code(code), text.as_text()?.to_owned())))
        .collect()
}

fn decode_served(object: &Object) -> Option<Served> {
    let known = ["insee", "commune"];
    let extra = object.iter().filter(|(name, _)| !known.contains(name));
    Some(Served {
        insee: match object.get("insee") {
            None | Some(Value::Null) => None,
            Some(code) => Some(Insee::parse(code.as_text()?)?),
        },
        commune: object.text("commune")?.to_owned(),
        extra: extra
            .map(|(name, value)| (name.to_owned(), value.clone()))
            .collect(),
    })
}

fn decode_row(object: &Object) -> Option<Row> {
    Some(Row {
        id: Id::parse(object.text("id")?)?,
        fields: decode_typed(object.get("fields"))?,
    })
}

#[cfg(test)]
mod tests {
    use super::{KeptDraft, Unreadable, read_draft, write_draft};
    use crate::domain::change::Path;
    use crate::domain::code::Insee;
    use crate::domain::date::Timestamp;
    use crate::domain::draft::{Draft, Field, Ground, Row};
    use crate::domain::id::Id;
    use crate::domain::initiative::Served;
    use crate::domain::value::Object;

    fn kept() -> KeptDraft {
        let row = |id: &str, field: Field, text: &str| Row {
            id: Id::parse(id).unwrap(),
            fields: [(field, text.to_owned())].into(),
        };
        let mut extra = Object::new();
        extra.set("later", 3.0_f64.to_string().as_str());
        let opened = Draft {
            fields: [(Field::Title, "Masques".to_owned())].into(),
            ..Draft::default()
        };
        let typed = Draft {
            fields: [
                (Field::Title, "  Masques « lavables »\n".to_owned()),
                (Field::Unknown("colour".to_owned()), "bleu".to_owned()),
            ]
            .into(),
            served: vec![
                Served {
                    insee: Insee::parse("62065"),
                    commune: "Avion".to_owned(),
                    extra,
                },
                Served {
                    commune: "Là-bas".to_owned(),
                    ..Served::default()
                },
            ],
            measures: vec![row("m", Field::Value, "beaucoup")],
            needs: vec![row("n", Field::What, "tissu"), row("o", Field::State, "open")],
            contacts: vec![row("c", Field::Private, Draft::YES)],
            translations: vec![row("en", Field::Title, "Masks")],
        };
        let mut shown = Object::new();
        shown.set("title", "Masques");
        let seen = (Path::parse("title").unwrap(), vec![Id::parse("a").unwrap()]);
        KeptDraft {
            at: Timestamp::parse("2026-11-23T05:31:00Z").unwrap(),
            opened,
            typed,
            ground: Some(Ground {
                shown,
                published: Object::new(),
                seen: [seen].into(),
            }),
        }
    }

    #[test]
    fn what_was_kept_is_read_back_as_it_was_typed() {
        assert_eq!(read_draft(&write_draft(&kept())), Ok(kept()));
        let mut published = kept();
        let ground = published.ground.as_mut().unwrap();
        ground.published = ground.shown.clone();
        assert_eq!(read_draft(&write_draft(&published)), Ok(published));
    }

    #[test]
    fn what_is_absent_is_empty() {
        let read = read_draft(r#"{"at":"2026-11-23T05:31:00Z","typed":{"fields":{"title":"x"}},"new":1}"#);
        let read = read.expect("readable");
        assert_eq!(read.opened, Draft::default());
        assert_eq!(read.ground, None);
        assert_eq!(read.typed.text(&Field::Title), "x");
    }

    #[test]
    fn what_has_another_shape_is_refused_whole() {
        let at = r#""at":"2026-11-23T05:31:00Z""#;
        for (rest, part) in [
            (r#","typed":[]"#.to_owned(), "typed"),
            (r#","typed":{"fields":{"title":7}}"#.to_owned(), "typed"),
            (r#","typed":{"needs":[{"id":"Not An Id"}]}"#.to_owned(), "typed"),
            (
                r#","typed":{"served":[{"insee":"x","commune":"y"}]}"#.to_owned(),
                "typed",
            ),
            (r#","opened":{"served":{}}"#.to_owned(), "opened"),
            (r#","ground":{"seen":{}}"#.to_owned(), "ground"),
            (
                r#","ground":{"shown":{},"seen":{"title":["Not An Id"]}}"#.to_owned(),
                "ground",
            ),
            (
                [
                    r#","typed":{"needs":["#,
                    &r#"{"id":"a"},"#.repeat(1_000),
                    r#"{"id":"a"}]}"#,
                ]
                .concat(),
                "typed",
            ),
        ] {
            let text = ["{", at, &rest, "}"].concat();
            assert_eq!(read_draft(&text), Err(Unreadable::Part(part)), "{rest:.60}");
        }
        assert_eq!(read_draft("{}"), Err(Unreadable::Part("at")));
        assert_eq!(read_draft("7"), Err(Unreadable::Part("draft")));
        assert!(matches!(read_draft("{"), Err(Unreadable::Json(_))));
    }
}
