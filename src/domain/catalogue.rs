//! The catalogue: one published edition and everything in it.

use super::communique::Communique;
use super::date::Timestamp;
use super::id::Id;
use super::initiative::{Initiative, Status};
use super::order;
use super::site::Site;
use super::theme::Theme;
use super::value::Object;
use super::vocabulary::vocabulary;

/// All of it: what one `catalogue.json` says.
#[derive(Debug, Clone, PartialEq)]
pub struct Catalogue {
    /// Which published state this is.
    pub edition: Edition,
    /// The site that it makes.
    pub site: Site,
    /// The themes, in the order in which they are shown.
    pub themes: Vec<Theme>,
    /// The entries; identifiers are unique.
    pub initiatives: Vec<Initiative>,
    /// The press releases; identifiers are unique.
    pub communiques: Vec<Communique>,
    /// What was taken out, and why.
    pub removed: Vec<Removed>,
    /// Fields that this version does not know.
    pub extra: Object,
}

/// One published state of a catalogue.
#[derive(Debug, Clone, PartialEq)]
pub struct Edition {
    /// A hash of the content.
    pub id: Id,
    /// The edition that it was made from.
    pub parent: Option<Id>,
    /// Rises with each edition, from 1.
    pub number: u32,
    /// When it was published.
    pub published_at: Option<Timestamp>,
    /// Fields that this version does not know.
    pub extra: Object,
}

/// Something that was taken out of the catalogue.
#[derive(Debug, Clone, PartialEq)]
pub struct Removed {
    /// What it was.
    pub id: Id,
    /// When it was taken out.
    pub at: Option<Timestamp>,
    /// Why.
    pub reason: RemovalReason,
    /// Fields that this version does not know.
    pub extra: Object,
}

vocabulary! {
    /// Why something was taken out of the catalogue.
    RemovalReason {
        /// It is over.
        Ended = "ended",
        /// It stands there twice.
        Duplicate = "duplicate",
        /// It was never right.
        Error = "error",
        /// Someone made it up.
        Hoax = "hoax",
        /// A person asked to be removed: wins over any change and erases what was kept.
        Request = "request",
    }
}

impl Catalogue {
    /// A catalogue without entries.
    #[must_use]
    pub fn new(site: Site) -> Self {
        let edition = Edition {
            id: Id::derived(&["empty", site.id.as_str()]),
            parent: None,
            number: 0,
            published_at: None,
            extra: Object::new(),
        };
        Self {
            edition,
            site,
            themes: Vec::new(),
            initiatives: Vec::new(),
            communiques: Vec::new(),
            removed: Vec::new(),
            extra: Object::new(),
        }
    }

    /// Puts the themes in the order that the site names; those that it does not name come after, as they stood.
    pub fn arrange_themes(&mut self) {
        let order = &self.site.theme_order;
        let place = |theme: &Theme| order.iter().position(|id| *id == theme.id).unwrap_or(order.len());
        order::sort_by_key(&mut self.themes, place);
    }

    /// The initiative of an identifier.
    #[must_use]
    pub fn initiative(&self, id: &Id) -> Option<&Initiative> {
        self.initiatives.iter().find(|initiative| initiative.id == *id)
    }

    /// The theme of an identifier.
    #[must_use]
    pub fn theme(&self, id: &Id) -> Option<&Theme> {
        self.themes.iter().find(|theme| theme.id == *id)
    }

    /// The press release of an identifier.
    #[must_use]
    pub fn communique(&self, id: &Id) -> Option<&Communique> {
        self.communiques.iter().find(|communique| communique.id == *id)
    }

    /// The initiatives that it tells of in any way: its entries, what its press releases link to, and what
    /// it has taken out.
    pub fn initiatives_told(&self) -> impl Iterator<Item = &Id> {
        let sections = self.communiques.iter().flat_map(|release| &release.sections);
        let items = sections.flat_map(|section| &section.items);
        let removed = self.removed.iter().map(|removed| &removed.id);
        let entries = self.initiatives.iter().map(|entry| &entry.id);
        entries
            .chain(removed)
            .chain(items.filter_map(|item| item.initiative.as_ref()))
    }

    /// What persons asked to have removed.
    pub fn requested(&self) -> impl Iterator<Item = &Id> {
        let on_request = |removed: &&Removed| removed.reason == RemovalReason::Request;
        self.removed.iter().filter(on_request).map(|removed| &removed.id)
    }

    /// The entries that are shown to everyone: all but drafts.
    pub fn visible(&self) -> impl Iterator<Item = &Initiative> {
        self.initiatives
            .iter()
            .filter(|initiative| initiative.status != Status::Draft)
    }
}
