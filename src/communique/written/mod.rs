//! A press release as a text that leaves the application.
//!
//! - [`mod@plain`]: for an e-mail, and to be pasted again: what is composed is read back.
//! - [`mod@markdown`]: for a site or a forum.
//! - [`mod@html`]: for a word processor's clipboard, and as a file of its own.
//!
//! All three say the same, in the same order; [`Head`] holds the lines over the title.

pub mod html;
pub mod markdown;
pub mod plain;

use crate::communique::french::{NO_BREAK, day};
use crate::domain::communique::{Communique, CommuniqueStatus};

/// The words that stand before the number.
pub(super) const RELEASE: &str = "Communiqué de presse";

/// What stands in place of [`RELEASE`] on one that corrects an earlier one.
pub(super) const CORRECTION: &str = "Communiqué de presse rectificatif";

/// What stands over the press contact.
const PRESS_CONTACT: &str = "Contact presse";

/// The lines over the title.
struct Head {
    /// « Communiqué de presse n° 8 ».
    number: String,
    /// « Arras, le 7 mai 2020 »; may be empty.
    dateline: String,
}

fn head(release: &Communique) -> Head {
    let name = if release.status == CommuniqueStatus::Correction {
        CORRECTION
    } else {
        RELEASE
    };
    let number = release.number.map_or_else(String::new, |number| {
        [" n°", &NO_BREAK.to_string(), &number.to_string()].concat()
    });
    let date = release.date.map(day);
    let dateline = match (release.place.as_str(), date) {
        ("", None) => String::new(),
        ("", Some(date)) => ["Le ", &date].concat(),
        (place, None) => place.to_owned(),
        (place, Some(date)) => [place, ", le ", &date].concat(),
    };
    Head {
        number: [name, &number].concat(),
        dateline,
    }
}

#[cfg(test)]
mod tests {
    use super::samples::release;
    use super::{html, markdown, plain};
    use crate::domain::communique::Item;

    #[test]
    fn what_was_taken_out_on_request_leaves_nothing_in_any_form() {
        let mut with_it = release();
        let mut without = release();
        // A reader may meet a file whose texts were left where only the mark should be.
        with_it.sections[0].items.push(Item {
            title: "Chez Paule".to_owned(),
            text: "Appelez-la.".to_owned(),
            ..Item::blank()
        });
        assert_eq!(markdown::markdown(&with_it), markdown::markdown(&without));
        assert_eq!(plain::plain(&with_it), plain::plain(&without));
        assert_eq!(html::fragment(&with_it), html::fragment(&without));
        // A section that has nothing else keeps its heading, and no empty list.
        with_it.sections[0].items.drain(..2);
        without.sections[0].items.clear();
        assert_eq!(markdown::markdown(&with_it), markdown::markdown(&without));
        assert_eq!(plain::plain(&with_it), plain::plain(&without));
        assert_eq!(html::fragment(&with_it), html::fragment(&without));
    }
}

#[cfg(test)]
mod samples {
    use crate::domain::communique::{Communique, CommuniqueStatus, Item, Section};
    use crate::domain::date::Date;
    use crate::domain::id::Id;
    use crate::domain::value::Object;

    pub(crate) fn release() -> Communique {
        let item = |title: &str, text: &str| Item {
            title: title.to_owned(),
            text: text.to_owned(),
            ..Item::default()
        };
        Communique {
            id: Id::parse("r").unwrap(),
            series: "Lettre".to_owned(),
            letterhead: "Préfecture\nCabinet".to_owned(),
            number: Some(8),
            date: Date::parse("2020-05-07"),
            place: "Arras".to_owned(),
            title: "Solidarités <locales>".to_owned(),
            lead: "Voici.".to_owned(),
            sections: vec![Section {
                heading: "Masques".to_owned(),
                intro: "On coud.".to_owned(),
                items: vec![
                    item("Atelier *A*", "Coudre.\n\nLieu\u{a0}: Marck"),
                    item("", "Sans titre."),
                ],
                ..Section::default()
            }],
            closing: "Merci.".to_owned(),
            signatory: "Le préfet".to_owned(),
            press_contact: "presse@example.org".to_owned(),
            status: CommuniqueStatus::Final,
            extra: Object::new(),
        }
    }
}
