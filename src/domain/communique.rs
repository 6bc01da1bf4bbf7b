//! A press release, as it was or will be published.

use super::{date::Date, id::Id, order, value::Object, vocabulary::vocabulary};

/// A press release. Once final, its items are frozen: editing an initiative never rewrites it.
#[derive(Debug, Clone, PartialEq)]
pub struct Communique {
    /// Names the press release in links.
    pub id: Id,
    /// The series that its number belongs to; numbers restart, series coexist.
    pub series: String,
    /// Who speaks, as it stands over the release; lines, may be empty.
    pub letterhead: String,
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
    /// Whom journalists reach, for print; lines, may be empty.
    pub press_contact: String,
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
    /// Whether what stood here was taken out because a person asked for it. Nothing else is left then.
    pub withdrawn: bool,
    /// Fields that this version does not know.
    pub extra: Object,
}

impl Item {
    /// What stays of an item that a person asked to have taken out: its place, so that the release
    /// does not close up as if nothing had been there.
    #[must_use]
    pub fn blank() -> Self {
        Self {
            withdrawn: true,
            ..Self::default()
        }
    }
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

impl Communique {
    /// Whether it is still being written: shown to editors alone.
    #[must_use]
    pub fn is_draft(&self) -> bool {
        self.status == CommuniqueStatus::Draft
    }

    /// How many initiatives it tells of.
    #[must_use]
    pub fn item_count(&self) -> usize {
        self.sections.iter().map(|section| section.items.len()).sum()
    }
}

/// Press releases, newest first: those that are still being written, then by date, by number, and by
/// where they stand in the catalogue. One without a date comes last.
#[must_use]
pub fn newest_first(communiques: &[Communique]) -> Vec<&Communique> {
    let mut sorted: Vec<(usize, &Communique)> = communiques.iter().enumerate().collect();
    let rank = |(place, communique): &(usize, &Communique)| {
        let draft = communique.is_draft();
        (draft, communique.date, communique.number, *place)
    };
    order::sort_by(&mut sorted, |one, two| rank(two).cmp(&rank(one)));
    sorted.into_iter().map(|(_, communique)| communique).collect()
}

#[cfg(test)]
mod tests {
    use super::{Communique, CommuniqueStatus, Item, Section, newest_first};
    use crate::domain::{date::Date, id::Id, value::Object};

    fn communique(id: &str, number: u32, date: Option<&str>, status: CommuniqueStatus) -> Communique {
        Communique {
            id: Id::parse(id).unwrap(),
            series: String::new(),
            letterhead: String::new(),
            number: Some(number),
            date: date.map(|date| Date::parse(date).unwrap()),
            place: String::new(),
            title: id.to_owned(),
            lead: String::new(),
            sections: Vec::new(),
            closing: String::new(),
            signatory: String::new(),
            press_contact: String::new(),
            status,
            extra: Object::new(),
        }
    }

    #[test]
    fn the_newest_comes_first() {
        use CommuniqueStatus::{Correction, Draft, Final};
        let all = [
            communique("undated", 9, None, Final),
            communique("sixth", 6, Some("2020-04-23"), Final),
            communique("seventh", 7, Some("2020-04-30"), Final),
            communique("corrected", 7, Some("2020-04-30"), Correction),
            communique("older-series", 12, Some("2019-01-01"), Final),
            communique("draft", 8, None, Draft),
        ];
        let order: Vec<_> = newest_first(&all).into_iter().map(|it| it.id.as_str()).collect();
        assert_eq!(
            order,
            [
                "draft",
                "corrected",
                "seventh",
                "sixth",
                "older-series",
                "undated"
            ]
        );
    }

    #[test]
    fn items_are_counted_over_all_sections() {
        let mut communique = communique("c", 1, None, CommuniqueStatus::Final);
        assert_eq!(communique.item_count(), 0);
        let section = |items| Section {
            items: vec![Item::default(); items],
            ..Section::default()
        };
        communique.sections = vec![section(2), section(0), section(3)];
        assert_eq!(communique.item_count(), 5);
    }
}
