//! The identifier of an edition, a hash of what it says, and what a device notes of the edition that
//! it has kept.

use super::json;
use super::v1::{Writer, write_catalogue};
use crate::domain::catalogue::Catalogue;
use crate::domain::date::{Date, Timestamp};
use crate::domain::edition::{EditionName, KeptEdition};
use crate::domain::id::Id;
use crate::domain::value::{Object, Value};

/// The identifier that an edition with this content bears. It covers everything but the edition's own
/// fields, so two editors who publish the same content publish the same edition.
#[must_use]
pub fn content_id(catalogue: &Catalogue) -> Id {
    let mut document = write_catalogue(catalogue);
    if let Value::Object(object) = &mut document {
        object.take("edition");
    }
    Id::derived(&["edition", &json::canonical(&document)])
}

/// Writes what a device notes of the edition that it has kept.
#[must_use]
pub fn write_kept(kept: &KeptEdition) -> String {
    let mut to = written_name(&kept.name);
    to.text("fetched", &kept.fetched.to_string());
    to.text("tag", &kept.tag);
    if let Some(apart) = &kept.apart {
        to.put("apart", written_name(apart).finish(&Object::new()).into());
    }
    json::write(&to.finish(&Object::new()).into())
}

fn written_name(name: &EditionName) -> Writer {
    let mut to = Writer::new();
    to.id("site", Some(&name.site));
    to.id("id", Some(&name.id));
    to.id("parent", name.parent.as_ref());
    to.put("number", Value::Int(name.number.into()));
    to.optional("published_at", name.published_at.as_ref().map(Timestamp::as_str));
    to
}

/// Reads what a device has noted of the edition that it has kept; nothing where it is no such note.
#[must_use]
pub fn read_kept(text: &str) -> Option<KeptEdition> {
    // A note that cannot be read is none: the next edition that arrives writes it anew.
    let document = json::parse(text).ok()?;
    let kept = document.as_object()?;
    Some(KeptEdition {
        name: read_name(kept)?,
        fetched: kept.text("fetched").and_then(Date::parse)?,
        tag: kept.text("tag").map(str::to_owned)?,
        apart: kept.get("apart").and_then(Value::as_object).and_then(read_name),
    })
}

fn read_name(object: &Object) -> Option<EditionName> {
    let id = |name| object.text(name).and_then(Id::parse);
    let number = object.get("number").and_then(Value::as_number)?;
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a number beyond the range is the nearest in it"
    )]
    let number = number as u32;
    Some(EditionName {
        site: id("site")?,
        id: id("id")?,
        parent: id("parent"),
        number,
        published_at: object.text("published_at").and_then(Timestamp::parse),
    })
}

/// Whether a note is about an edition, without reading the whole of it: asked at every start.
#[must_use]
pub fn is_note_of(note: &str, catalogue: &Catalogue) -> bool {
    let (site, id) = (catalogue.site.id.as_str(), catalogue.edition.id.as_str());
    note.starts_with(&["{\"site\":\"", site, "\",\"id\":\"", id, "\","].concat())
}

#[cfg(test)]
mod tests {
    use super::{is_note_of, read_kept, write_kept};
    use crate::domain::catalogue::Catalogue;
    use crate::domain::date::{Date, Timestamp};
    use crate::domain::edition::{EditionName, KeptEdition};
    use crate::domain::id::Id;
    use crate::domain::site::Site;

    fn id(text: &str) -> Id {
        Id::parse(text).unwrap()
    }

    #[test]
    fn a_note_is_read_back_and_recognised_at_a_glance() {
        let mut catalogue = Catalogue::new(Site::new(id("site")));
        catalogue.edition.number = u32::MAX;
        for (parent, at) in [
            (None, None),
            (Some(id("p")), Timestamp::parse("2026-01-02T12:00:00Z")),
        ] {
            catalogue.edition.parent = parent;
            catalogue.edition.published_at = at;
            let kept = KeptEdition {
                name: EditionName::of(&catalogue),
                fetched: Date::parse("2026-01-03").unwrap(),
                tag: "\"a\\b\"".to_owned(),
                apart: catalogue.edition.parent.clone().map(|parent| EditionName {
                    id: parent,
                    ..EditionName::of(&catalogue)
                }),
            };
            let note = write_kept(&kept);
            assert_eq!(read_kept(&note), Some(kept));
            assert!(is_note_of(&note, &catalogue));
            let mut other = catalogue.clone();
            other.edition.id = id("other");
            assert!(!is_note_of(&note, &other));
            other = catalogue.clone();
            other.site.id = id("sit");
            assert!(!is_note_of(&note, &other));
        }
    }

    #[test]
    fn what_is_no_note_is_none() {
        for text in ["", "no JSON", "{}", r#"{"site":"s","id":"i"}"#, r#"{"site":"S"}"#] {
            assert_eq!(read_kept(text), None, "{text}");
        }
    }
}
