//! Editions that were published apart: what only one of them says is told before the next one is made.
//!
//! Two editors who publish at the same moment do not see each other's file. Every device chooses the same
//! one of the two; what only the other one says is nowhere online any more, and its maker's changes went
//! when it was seen there.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::Summary;
use crate::domain::catalogue::Catalogue;
use crate::domain::edition::{Arrival, EditionName};
use crate::domain::id::Id;
use crate::domain::initiative::Initiative;

/// The editions that meet where one is to be published.
#[derive(Debug, Clone)]
pub struct Meeting {
    /// What the online one is beside the one that this device knows.
    pub arrival: Arrival,
    /// The one of two that were published apart that the next edition is not made on top of.
    pub apart: Option<Apart>,
    /// The entries that one edition has and the ground has neither taken out nor got.
    pub lost: Vec<Initiative>,
}

/// The other one of two editions that were published apart.
#[derive(Debug, Clone)]
pub struct Apart {
    /// The edition.
    pub other: Arc<Catalogue>,
    /// What it says otherwise than the ground.
    pub says: Summary,
}

impl Meeting {
    /// Compares the edition that this device knows with the one online. `kept` is the one whose place the
    /// known one has taken, where those two were published apart.
    #[must_use]
    pub fn of(known: &Arc<Catalogue>, online: &Arc<Catalogue>, kept: Option<Arc<Catalogue>>) -> Self {
        let arrival = EditionName::of(online).arrives(Some(&EditionName::of(known)));
        let (ground, left) = if arrival.is_shown() {
            (online, known)
        } else {
            (known, online)
        };
        let other = match arrival {
            Arrival::ApartLater | Arrival::ApartEarlier => Some(Arc::clone(left)),
            _ => kept,
        };
        let mut lost = lost(ground, left);
        if let Some(other) = &other {
            let more = self::lost(ground, other).into_iter();
            let more: Vec<Initiative> = more
                .filter(|entry| lost.iter().all(|known| known.id != entry.id))
                .collect();
            lost.extend(more);
        }
        let apart = other.map(|other| Apart {
            says: Summary::between(ground, &other),
            other,
        });
        Self {
            arrival,
            apart: apart.filter(|apart| !apart.says.is_empty()),
            lost,
        }
    }
}

/// The entries of another edition that the ground has neither taken out nor got. Nobody's entry may go
/// that way, so it is told.
fn lost(ground: &Catalogue, other: &Catalogue) -> Vec<Initiative> {
    let here: BTreeSet<&Id> = ground.initiatives.iter().map(|entry| &entry.id).collect();
    let gone: BTreeSet<&Id> = ground.removed.iter().map(|removed| &removed.id).collect();
    let lost = other.initiatives.iter();
    let lost = lost.filter(|entry| !here.contains(&entry.id) && !gone.contains(&entry.id));
    lost.cloned().collect()
}

#[cfg(test)]
mod tests {
    use super::Meeting;
    use crate::domain::catalogue::{Catalogue, RemovalReason, Removed};
    use crate::domain::date::Timestamp;
    use crate::domain::edition::Arrival;
    use crate::domain::id::Id;
    use crate::domain::initiative::Initiative;
    use crate::domain::site::Site;
    use crate::domain::value::Object;
    use std::sync::Arc;

    fn id(text: &str) -> Id {
        Id::parse(text).unwrap()
    }

    /// Edition 5, published at this minute.
    fn edition(name: &str, minute: u8, entries: &[(&str, &str)]) -> Catalogue {
        let mut edition = Catalogue::new(Site::new(id("site")));
        edition.edition.id = id(name);
        edition.edition.number = 5;
        edition.edition.published_at = Timestamp::parse(&format!("2026-02-01T10:{minute:02}:00Z"));
        let entries = entries.iter();
        edition.initiatives = entries
            .map(|(name, title)| Initiative::new(id(name), (*title).to_owned()))
            .collect();
        edition
    }

    /// One adds an entry and changes another; two takes a third one out.
    fn two_editors() -> (Arc<Catalogue>, Arc<Catalogue>) {
        let one = edition("one", 1, &[("a", "Récrite"), ("b", "B"), ("c", "Ajoutée")]);
        let mut two = edition("two", 2, &[("a", "A")]);
        two.removed.push(Removed {
            id: id("b"),
            at: None,
            reason: RemovalReason::Ended,
            extra: Object::new(),
        });
        (Arc::new(one), Arc::new(two))
    }

    fn lost(meeting: &Meeting) -> Vec<&str> {
        meeting.lost.iter().map(|entry| entry.title.as_str()).collect()
    }

    #[test]
    fn what_two_editors_published_apart_is_told_from_both_sides() {
        let (one, two) = two_editors();
        for (known, online, arrival) in [
            (&one, &two, Arrival::ApartLater),
            (&two, &one, Arrival::ApartEarlier),
        ] {
            let meeting = Meeting::of(known, online, None);
            assert_eq!(meeting.arrival, arrival);
            assert_eq!(
                lost(&meeting),
                ["Ajoutée"],
                "and not what was taken out on purpose"
            );
            let apart = meeting.apart.unwrap();
            assert_eq!(apart.other.edition.id, id("one"));
            assert_eq!(apart.says.changed[0].document.title, "Récrite");
            assert_eq!(apart.says.new.len(), 2, "what the ground took out, too");
        }
    }

    #[test]
    fn the_earlier_one_of_two_is_told_of_as_long_as_it_is_kept() {
        let (one, two) = two_editors();
        let meeting = Meeting::of(&two, &two, Some(Arc::clone(&one)));
        assert_eq!(
            (meeting.arrival, lost(&meeting)),
            (Arrival::Same, vec!["Ajoutée"])
        );
        assert_eq!(meeting.apart.unwrap().other.edition.id, id("one"));
        let mut next = edition("next", 3, &[("a", "A"), ("c", "Ajoutée")]);
        next.edition.number = 6;
        let meeting = Meeting::of(&two, &Arc::new(next), Some(one));
        assert!(meeting.arrival == Arrival::Newer && lost(&meeting) == ["B"]);
    }

    #[test]
    fn an_edition_by_itself_loses_nothing() {
        let (_, two) = two_editors();
        let meeting = Meeting::of(&two, &two, None);
        assert!(meeting.lost.is_empty() && meeting.apart.is_none());
    }
}
