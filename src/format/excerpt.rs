//! The passage of a press release that an initiative was read from, as it is kept on the device.
//!
//! The initiative stands in the text too, under `initiative`, by which a person's request to be removed
//! finds it, also in a version that does not know its key. What may be absent may be; a part of another
//! shape or past a limit makes the whole unreadable, so that its text is set aside and nothing is cut in
//! silence.

use super::json;
use super::limits;
use super::packed::{pack, unpack};
use super::v1::Writer;
use crate::domain::date::{Date, Timestamp};
use crate::domain::excerpt::Excerpt;
use crate::domain::id::Id;
use crate::domain::text::{clean_line, clean_lines, length};
use crate::domain::value::{Object, Value};

/// Writes an excerpt as a text.
#[must_use]
pub fn write_excerpt(excerpt: &Excerpt) -> String {
    let mut to = Writer::new();
    to.id("id", Some(&excerpt.id));
    to.id("initiative", Some(&excerpt.initiative));
    to.text("at", excerpt.at.as_str());
    to.number("number", excerpt.number.map(f64::from));
    let date = excerpt.date.map(|date| date.to_string());
    to.optional("date", date.as_deref());
    to.text("release", &excerpt.title);
    to.text("text", &excerpt.text);
    pack(&json::write(&to.finish(&Object::new()).into()))
}

/// Reads such a text; nothing where it is none.
#[must_use]
pub fn read_excerpt(text: &str) -> Option<Excerpt> {
    let unpacked = unpack(text);
    // Nothing is lost: the caller sets aside what cannot be read, whole.
    let document = json::parse(unpacked.as_deref().unwrap_or(text)).ok()?;
    let from = document.as_object()?;
    let passage = clean_lines(from.text("text")?).into_owned();
    let title = clean_line(optional(from, "release")?).into_owned();
    if passage.is_empty() || length(&passage) > limits::PARAGRAPHS || length(&title) > limits::LINE {
        return None;
    }
    Some(Excerpt {
        id: Id::parse(from.text("id")?)?,
        initiative: Id::parse(from.text("initiative")?)?,
        at: Timestamp::parse(from.text("at")?)?,
        text: passage,
        number: match from.get("number") {
            None | Some(Value::Null) => None,
            // What is no number of a release makes the whole unreadable, and its text is set aside.
            Some(Value::Int(number)) => Some(u32::try_from(*number).ok()?),
            Some(_) => return None,
        },
        date: match optional(from, "date")? {
            "" => None,
            date => Some(Date::parse(date)?),
        },
        title,
    })
}

/// A text that is empty where it is absent; nothing where something else stands in its place.
fn optional<'a>(from: &'a Object, name: &str) -> Option<&'a str> {
    match from.get(name) {
        None | Some(Value::Null) => Some(""),
        Some(value) => value.as_text(),
    }
}

#[cfg(test)]
mod tests {
    use super::{read_excerpt, write_excerpt};
    use crate::domain::date::{Date, Timestamp};
    use crate::domain::excerpt::Excerpt;
    use crate::domain::id::Id;
    use crate::format::limits;
    use crate::format::packed::unpack;

    fn excerpt() -> Excerpt {
        Excerpt {
            id: Id::parse("e").unwrap(),
            initiative: Id::parse("x").unwrap(),
            at: Timestamp::parse("2026-11-23T05:31:00Z").unwrap(),
            text: "À Lillers, Jeanne Exemple coud\u{a0}:\n« 450 blouses »".to_owned(),
            number: Some(9),
            date: Date::parse("2020-05-14"),
            title: "Le Pas-de-Calais solidaire".to_owned(),
        }
    }

    #[test]
    fn what_was_kept_is_read_back() {
        let bare = Excerpt {
            number: None,
            date: None,
            title: String::new(),
            ..excerpt()
        };
        for kept in [excerpt(), bare] {
            let written = write_excerpt(&kept);
            assert_eq!(read_excerpt(&written), Some(kept.clone()));
            assert_eq!(read_excerpt(&unpack(&written).unwrap()), Some(kept));
        }
    }

    #[test]
    fn what_conceals_something_is_shown_without_it() {
        let text = r#"{"id":"e","initiative":"x","at":"2026-11-23T05:31:00Z","text":"a\u202eb\u0007 c\r\n\r\n\r\nd","new":1}"#;
        let read = read_excerpt(text).unwrap();
        assert_eq!(read.text, "ab c\n\nd");
        assert_eq!((read.number, read.date, read.title.as_str()), (None, None, ""));
    }

    #[test]
    fn what_has_another_shape_or_is_too_long_is_none() {
        let whole = r#"{"id":"e","initiative":"x","at":"2026-11-23T05:31:00Z","text":"…","number":9,"date":"2020-05-14","release":"…"}"#;
        assert!(read_excerpt(whole).is_some());
        for (from, to) in [
            (r#""e""#, r#""Not An Id""#),
            (r#""x""#, "7"),
            ("2026-11-23T", "demain "),
            (r#""text":"…""#, r#""text":" ""#),
            (r#""text":"…""#, r#""texte":"…""#),
            ("9,", "-9,"),
            ("9,", r#""9","#),
            ("9,", "1e30,"),
            ("2020-05-14", "2020-05-40"),
            (r#""release":"…""#, r#""release":[]"#),
            ("{", "["),
        ] {
            let changed = whole.replacen(from, to, 1);
            assert_ne!(changed, whole);
            assert_eq!(read_excerpt(&changed), None, "{changed}");
        }
        for (name, most) in [("text", limits::PARAGRAPHS), ("release", limits::LINE)] {
            for (length, fits) in [(most, true), (most + 1, false)] {
                let from = format!(r#""{name}":"…""#);
                let to = format!(r#""{name}":"{}""#, "m".repeat(length));
                let long = whole.replacen(&from, &to, 1);
                assert_eq!(read_excerpt(&long).is_some(), fits, "{name} of {length}");
            }
        }
    }
}
