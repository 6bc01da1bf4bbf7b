//! What an edition that arrives is, beside the one that the device has kept.
//!
//! One file is the site, so what the address serves is normally what is shown. But a file passes
//! through caches, is uploaded by hand, and two people may publish without knowing of each other. The
//! rules below decide from the editions' own words alone; no clock and no order of arrival is asked.
//! The first row that fits holds:
//!
//! | the one that arrives | is | shown | because |
//! | --- | --- | --- | --- |
//! | nothing is kept | [`First`](Arrival::First) | it | there is nothing to compare it with |
//! | another site | [`OtherSite`](Arrival::OtherSite) | it | the address has a new owner; what is local belongs to the old site and is set aside with it |
//! | the same identifier | [`Same`](Arrival::Same) | it | an identifier is a hash of the content; a file that was mended by hand keeps it, and is what the site says now |
//! | its parent is the kept one | [`Next`](Arrival::Next) | it | its maker had seen the kept one, whatever the number says: this is how one goes back on purpose |
//! | a number, or none, where the other has none | as two of one number | | a file that was written by hand states none |
//! | a higher number | [`Newer`](Arrival::Newer) | it | editions were missed between the two; they need not be known |
//! | a lower number | [`Older`](Arrival::Older) | the kept one | an old copy of some cache, or an old file put back by mistake, must not take away what people have seen. Going back on purpose is publishing anew, which raises the number |
//! | the same number, published later | [`ApartLater`](Arrival::ApartLater) | it | two editors published apart; every device chooses the later one |
//! | the same number, published earlier | [`ApartEarlier`](Arrival::ApartEarlier) | the kept one | the same choice from the other side |
//! | the same number, undated | [`ApartLater`](Arrival::ApartLater) | it | nothing says which is later, and the live file is the site |

use super::catalogue::Catalogue;
use super::date::{Date, Timestamp};
use super::id::Id;

/// What tells one edition from another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EditionName {
    /// The site whose edition it is.
    pub site: Id,
    /// The hash of its content.
    pub id: Id,
    /// The edition that it was made from.
    pub parent: Option<Id>,
    /// Rises with each edition; 0 where the file states none.
    pub number: u32,
    /// When it was published.
    pub published_at: Option<Timestamp>,
}

/// The edition that a device has kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptEdition {
    /// Which one it is.
    pub name: EditionName,
    /// The day on which this device fetched it last.
    pub fetched: Date,
    /// What the host called these bytes (an `ETag`); empty where they could not be kept.
    pub tag: String,
    /// The one that it has taken the place of, where the two were published apart: told until another
    /// one comes.
    pub apart: Option<EditionName>,
}

/// What an edition that arrives is. The module tells the rules.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Arrival {
    /// The first one of this device.
    First,
    /// The catalogue of another site.
    OtherSite,
    /// The kept one.
    Same,
    /// The one that was made from the kept one.
    Next,
    /// A later one, with others between.
    Newer,
    /// An earlier one.
    Older,
    /// One that was made apart from the kept one, and stands in its place.
    ApartLater,
    /// One that was made apart from the kept one, which stays.
    ApartEarlier,
}

impl EditionName {
    /// What tells a catalogue's edition from another.
    #[must_use]
    pub fn of(catalogue: &Catalogue) -> Self {
        let edition = &catalogue.edition;
        Self {
            site: catalogue.site.id.clone(),
            id: edition.id.clone(),
            parent: edition.parent.clone(),
            number: edition.number,
            published_at: edition.published_at.clone(),
        }
    }

    /// What this edition is when it arrives where another one is kept.
    #[must_use]
    pub fn arrives(&self, kept: Option<&Self>) -> Arrival {
        let Some(kept) = kept else { return Arrival::First };
        if self.site != kept.site {
            Arrival::OtherSite
        } else if self.id == kept.id {
            Arrival::Same
        } else if self.parent.as_ref() == Some(&kept.id) {
            Arrival::Next
        } else if self.number == kept.number || self.number == 0 || kept.number == 0 {
            let is_earlier = self
                .published_at
                .as_ref()
                .zip(kept.published_at.as_ref())
                // At the very same instant the identifiers decide, alike on every device.
                .is_some_and(|(own, other)| (own, &self.id) < (other, &kept.id));
            if is_earlier {
                Arrival::ApartEarlier
            } else {
                Arrival::ApartLater
            }
        } else if self.number > kept.number {
            Arrival::Newer
        } else {
            Arrival::Older
        }
    }
}

impl Arrival {
    /// Whether the edition that arrives is the one to show.
    #[must_use]
    pub const fn is_shown(self) -> bool {
        !matches!(self, Self::Older | Self::ApartEarlier)
    }
}

#[cfg(test)]
mod tests {
    use super::{Arrival, EditionName};
    use crate::domain::date::Timestamp;
    use crate::domain::id::Id;

    const NOON: Option<&str> = Some("2026-01-02T12:00:00Z");
    const LATER: Option<&str> = Some("2026-01-02T13:00:00Z");

    fn name(id: &str, parent: Option<&str>, number: u32, published_at: Option<&str>) -> EditionName {
        let id_of = |text: &str| Id::parse(text).unwrap();
        EditionName {
            site: id_of("site"),
            id: id_of(id),
            parent: parent.map(id_of),
            number,
            published_at: published_at.map(|at| Timestamp::parse(at).unwrap()),
        }
    }

    /// What arrives where the edition `k` with the parent `p`, the number 5 and noon is kept.
    fn arrives(id: &str, parent: Option<&str>, number: u32, published_at: Option<&str>) -> Arrival {
        name(id, parent, number, published_at).arrives(Some(&name("k", Some("p"), 5, NOON)))
    }

    #[test]
    fn the_first_one_is_shown() {
        assert_eq!(name("a", None, 1, None).arrives(None), Arrival::First);
    }

    #[test]
    fn another_site_is_told_apart_before_anything_else() {
        let mut other = name("k", None, 5, NOON);
        other.site = Id::parse("other").unwrap();
        assert_eq!(other.arrives(Some(&name("k", None, 5, NOON))), Arrival::OtherSite);
    }

    #[test]
    fn the_same_content_is_the_same_whatever_its_number() {
        for number in [0, 4, 5, 6] {
            assert_eq!(arrives("k", None, number, LATER), Arrival::Same);
        }
    }

    #[test]
    fn the_one_that_was_made_from_ours_is_the_next_whatever_its_number() {
        for number in [0, 4, 5, 6, 60] {
            assert_eq!(arrives("n", Some("k"), number, None), Arrival::Next);
        }
        assert_eq!(
            arrives("p", Some("k"), 6, LATER),
            Arrival::Next,
            "going back on purpose"
        );
    }

    #[test]
    fn a_higher_number_is_newer_with_a_gap_or_an_unknown_parent() {
        for (parent, number) in [
            (Some("unknown"), 6),
            (Some("unknown"), 9),
            (None, 6),
            (Some("p"), 6),
        ] {
            assert_eq!(arrives("n", parent, number, None), Arrival::Newer);
        }
        assert_eq!(
            arrives("p", Some("c"), 7, LATER),
            Arrival::Newer,
            "gone back on purpose, with an edition between"
        );
    }

    #[test]
    fn a_lower_number_never_takes_over() {
        for (id, parent) in [("p", None), ("x", Some("p")), ("x", None)] {
            let arrival = arrives(id, parent, 4, LATER);
            assert_eq!(arrival, Arrival::Older);
            assert!(!arrival.is_shown());
        }
    }

    #[test]
    fn of_two_that_were_published_apart_the_later_one_is_shown_on_every_device() {
        assert_eq!(arrives("x", Some("p"), 5, LATER), Arrival::ApartLater);
        let earlier = arrives("x", Some("p"), 5, Some("2026-01-02T11:59:59Z"));
        assert_eq!(earlier, Arrival::ApartEarlier);
        assert!(!earlier.is_shown());
        assert_eq!(arrives("a", Some("p"), 5, NOON), Arrival::ApartEarlier);
        assert_eq!(arrives("z", Some("p"), 5, NOON), Arrival::ApartLater);
    }

    #[test]
    fn where_nothing_says_which_is_later_the_live_file_is_shown() {
        assert_eq!(arrives("x", None, 5, None), Arrival::ApartLater);
        assert_eq!(
            arrives("x", None, 0, None),
            Arrival::ApartLater,
            "written by hand"
        );
        let kept = name("k", None, 0, None);
        assert_eq!(name("x", None, 3, NOON).arrives(Some(&kept)), Arrival::ApartLater);
        assert_eq!(
            arrives("x", None, 0, Some("2025-01-01T00:00:00Z")),
            Arrival::ApartEarlier
        );
    }
}
