//! From the catalogue to the next press release.
//!
//! - [`propose`]: what is new or has changed since the last number.
//! - [`start`]: a draft that begins where the last number ended.
//! - [`item`]: what a release says of one initiative.
//! - [`arrange`]: taking items in and out and moving them.
//! - [`sums`]: what all initiatives of a release made together, in a sentence.
//!
//! A draft is a [`Communique`](crate::domain::communique::Communique) like any other and is kept as a
//! local change; once final it is frozen, and nothing here touches it any more.

pub mod arrange;
pub mod item;
pub mod propose;
pub mod start;
pub mod sums;

#[cfg(test)]
mod tests_support {
    use crate::domain::amount::Amount;
    use crate::domain::catalogue::Catalogue;
    use crate::domain::communique::{Communique, CommuniqueStatus, Item, Section};
    use crate::domain::date::Date;
    use crate::domain::id::Id;
    use crate::domain::initiative::{Initiative, Measure, MeasureKind};
    use crate::domain::site::Site;
    use crate::domain::theme::Theme;
    use crate::domain::value::Object;

    pub(crate) fn id(text: &str) -> Id {
        Id::parse(text).unwrap()
    }

    pub(crate) fn date(text: &str) -> Date {
        Date::parse(text).unwrap()
    }

    pub(crate) fn catalogue(titles: &[&str]) -> Catalogue {
        let mut catalogue = Catalogue::new(Site::new(id("site")));
        let initiatives = titles
            .iter()
            .map(|title| Initiative::new(id(title), (*title).to_owned()));
        catalogue.initiatives = initiatives.collect();
        catalogue
    }

    pub(crate) fn theme(name: &str) -> Theme {
        let mut label = Object::new();
        label.set("fr", name);
        Theme {
            id: id(name),
            label,
            extra: Object::new(),
        }
    }

    pub(crate) fn measured(kind: MeasureKind, value: f64, unit: &str, approximate: bool) -> Measure {
        Measure {
            id: id("m"),
            kind,
            value: Amount::new(value).unwrap(),
            unit: unit.to_owned(),
            approximate,
            as_of: None,
            extra: Object::new(),
        }
    }

    pub(crate) fn release(name: &str, series: &str, number: u32, day: &str, told: &[&str]) -> Communique {
        let items = told.iter().map(|told| Item {
            initiative: Some(id(told)),
            ..Item::default()
        });
        Communique {
            id: id(name),
            series: series.to_owned(),
            letterhead: String::new(),
            number: Some(number),
            date: Some(date(day)),
            place: String::new(),
            title: name.to_owned(),
            lead: String::new(),
            sections: vec![Section {
                items: items.collect(),
                ..Section::default()
            }],
            closing: String::new(),
            signatory: String::new(),
            press_contact: String::new(),
            status: CommuniqueStatus::Final,
            extra: Object::new(),
        }
    }
}
