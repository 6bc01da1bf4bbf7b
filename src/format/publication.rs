//! What is remembered of the file that was last saved to be published, and whether it is online.

use super::edition::content_id;
use super::json;
use super::v1::Writer;
use crate::domain::catalogue::{Catalogue, Edition};
use crate::domain::date::Timestamp;
use crate::domain::id::{Digest, Id};
use crate::domain::value::{Object, Value};

/// What is remembered of the file that was last saved to be published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Publication {
    /// The site that it is for.
    pub site: Id,
    /// The edition's identifier.
    pub edition: Id,
    /// Its number.
    pub number: u32,
    /// The edition that was online when it was made.
    pub parent: Id,
    /// The number of that one.
    pub parent_number: u32,
    /// A digest of the file's bytes.
    pub bytes: Id,
    /// When it was saved, by this device's clock.
    pub at: Timestamp,
    /// Whether it was seen online since.
    pub seen: bool,
}

/// What is online, compared with what was saved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Online {
    /// The saved file, byte for byte.
    Same,
    /// The saved edition in other bytes: a host that rewrites files, or an editor that reformats them.
    SameContent,
    /// The edition that was there before: the file was not put there yet, or the host still serves
    /// the old one.
    Before,
    /// Another edition: a colleague has published.
    Other,
    /// The catalogue of another site.
    OtherSite,
}

impl Publication {
    /// What is to be remembered of an edition whose file is this text, made on top of what was online.
    #[must_use]
    pub fn of(catalogue: &Catalogue, text: &str, online: &Edition, at: Timestamp) -> Self {
        Self {
            site: catalogue.site.id.clone(),
            edition: catalogue.edition.id.clone(),
            number: catalogue.edition.number,
            parent: online.id.clone(),
            parent_number: online.number,
            bytes: digest(text.as_bytes()),
            at,
            seen: false,
        }
    }

    /// Compares it with what is online.
    #[must_use]
    pub fn compare(&self, bytes: &[u8], online: &Catalogue) -> Online {
        if digest(bytes) == self.bytes {
            return Online::Same;
        }
        if online.site.id != self.site {
            return Online::OtherSite;
        }
        // The stated identifier may have been left in a file that was changed by hand.
        if online.edition.id == self.edition && content_id(online) == self.edition {
            return Online::SameContent;
        }
        if online.edition.id == self.parent || online.edition.number < self.parent_number {
            return Online::Before;
        }
        Online::Other
    }
}

/// A digest of a file's bytes.
fn digest(bytes: &[u8]) -> Id {
    let mut digest = Digest::new();
    digest.update(bytes);
    Id::from_entropy(digest.finish().to_be_bytes())
}

/// Writes what is remembered as a text.
#[must_use]
pub fn write_publication(publication: &Publication) -> String {
    let mut to = Writer::new();
    to.id("site", Some(&publication.site));
    to.id("edition", Some(&publication.edition));
    to.put("number", Value::Int(publication.number.into()));
    to.id("parent", Some(&publication.parent));
    to.put("parent_number", Value::Int(publication.parent_number.into()));
    to.id("bytes", Some(&publication.bytes));
    to.text("at", publication.at.as_str());
    to.flag("seen", Some(publication.seen));
    json::write(&to.finish(&Object::new()).into())
}

/// Reads what is remembered; nothing where the text is something else.
#[must_use]
pub fn read_publication(text: &str) -> Option<Publication> {
    // Nothing is lost: the caller sets an unreadable text aside, whole.
    let document = json::parse(text).ok()?;
    let kept = document.as_object()?;
    let id = |name| kept.text(name).and_then(Id::parse);
    let number = |name| match kept.get(name) {
        // One that does not fit makes the whole unreadable.
        Some(Value::Int(number)) => u32::try_from(*number).ok(),
        _ => None,
    };
    Some(Publication {
        site: id("site")?,
        edition: id("edition")?,
        number: number("number")?,
        parent: id("parent")?,
        parent_number: number("parent_number")?,
        bytes: id("bytes")?,
        at: kept.text("at").and_then(Timestamp::parse)?,
        seen: kept.get("seen") == Some(&Value::Bool(true)),
    })
}
