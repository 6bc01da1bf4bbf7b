//! A press release, as it was or will be published.

use super::{date::Date, id::Id, value::Object, vocabulary::vocabulary};

/// A press release. Once final, its items are frozen: editing an initiative never rewrites it.
#[derive(Debug, Clone, PartialEq)]
pub struct Communique {
    /// Names the press release in links.
    pub id: Id,
    /// The series that its number belongs to; numbers restart, series coexist.
    pub series: String,
    /// The number in its series.
    pub number: Option<u32>,
    /// The day it bears.
    pub date: Option<Date>,
    /// Where it was given; may be empty.
    pub place: String,
    /// The title; never empty.
    pub title: String,
    /// The opening paragraphs; may be empty.
    pub lead: String,
    /// The sections, in order.
    pub sections: Vec<Section>,
    /// The closing paragraphs; may be empty.
    pub closing: String,
    /// Who signs; may be empty.
    pub signatory: String,
    /// How final it is.
    pub status: CommuniqueStatus,
    /// Fields that this version does not know.
    pub extra: Object,
}

/// A section of a press release.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Section {
    /// The theme of the catalogue that it is about.
    pub theme: Option<Id>,
    /// The heading.
    pub heading: String,
    /// The paragraphs before the first item; may be empty.
    pub intro: String,
    /// The items, in order.
    pub items: Vec<Item>,
    /// Fields that this version does not know.
    pub extra: Object,
}

/// What a press release says of one initiative, frozen.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Item {
    /// The initiative, if the catalogue has it.
    pub initiative: Option<Id>,
    /// The heading; may be empty.
    pub title: String,
    /// The text.
    pub text: String,
    /// Fields that this version does not know.
    pub extra: Object,
}

vocabulary! {
    /// How final a press release is.
    CommuniqueStatus {
        /// Still being written; never exported.
        Draft = "draft",
        /// Published and frozen.
        Final = "final",
        /// Published to correct an earlier one, and frozen.
        Correction = "correction",
    }
}
