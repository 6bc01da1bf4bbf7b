//! Whether what was saved is online.

use crate::domain::catalogue::{Catalogue, Edition};
use crate::domain::date::Timestamp;
use crate::domain::id::Id;
use crate::format::edition::content_id;

/// What is remembered of the file that was last saved to be published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Publication {
    /// The site that it is for.
    pub site: Id,
    /// The edition's identifier.
    pub edition: Id,
    /// The edition that was online when it was made.
    pub parent: Id,
    /// The number of that one.
    pub parent_number: u32,
    /// Its number.
    pub number: u32,
    /// A digest of the file's bytes.
    pub bytes: Id,
    /// When it was saved, by this device's clock.
    pub at: Timestamp,
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
            parent: online.id.clone(),
            parent_number: online.number,
            number: catalogue.edition.number,
            bytes: digest(text.as_bytes()),
            at,
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
    let mut digest = crate::domain::id::Digest::new();
    digest.update(bytes);
    Id::from_entropy(digest.finish().to_be_bytes())
}
