//! Which towns are named on a map: the largest that find room.

use super::ground::{Flat, Plane};
use super::view::{Frame, Lie};
use crate::domain::gazetteer::{Commune, Gazetteer};
use crate::domain::order;

/// A town that can be named.
#[derive(Debug, Clone, PartialEq)]
pub struct Town {
    /// Its name.
    pub name: String,
    /// Where it lies.
    pub at: Flat,
}

/// A name in the frame, in pixels from its upper left corner.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Name {
    /// The number of the town.
    pub town: usize,
    /// The middle of its line.
    pub left: f64,
    /// The foot of its letters.
    pub foot: f64,
}

/// How many names are shown at most.
const MOST: usize = 18;

/// How many of the largest towns in sight are tried.
const TRIED: usize = 120;

/// How wide a letter is, in pixels: rather too much than too little, whatever the typeface.
const LETTER: f64 = 7.4;

/// How high a line is, in pixels.
const LINE: f64 = 17.0;

/// Half of a mark's side, in pixels.
const MARK: f64 = 23.0;

/// The communes of a department whose own place is known, on a plane, the largest first.
#[must_use]
pub fn towns(gazetteer: &Gazetteer, plane: Plane) -> Vec<Town> {
    let mut communes: Vec<&Commune> = gazetteer.communes().iter().collect();
    order::sort_by_key(&mut communes, |commune| {
        u32::MAX - commune.population.unwrap_or(0)
    });
    let town = |commune: &Commune| {
        Some(Town {
            name: commune.name.clone(),
            at: plane.flat(commune.point?),
        })
    };
    communes.into_iter().filter_map(town).collect()
}

/// A part of the frame.
#[derive(Debug, Clone, Copy)]
struct Room {
    left: f64,
    top: f64,
    right: f64,
    bottom: f64,
}

impl Room {
    fn meets(self, other: Self) -> bool {
        self.left < other.right
            && other.left < self.right
            && self.top < other.bottom
            && other.top < self.bottom
    }

    fn is_in(self, frame: Frame) -> bool {
        self.left >= 0.0 && self.top >= 0.0 && self.right <= frame.width && self.bottom <= frame.height
    }
}

/// The names that find room in a frame: below their town, or above it, over no mark and no other name, the largest
/// towns first. The places of the marks are in pixels.
#[must_use]
pub fn names(towns: &[Town], marks: &[(f64, f64)], lie: Lie, frame: Frame) -> Vec<Name> {
    let mark = |(left, top): &(f64, f64)| Room {
        left: left - MARK,
        top: top - MARK,
        right: left + MARK,
        bottom: top + MARK,
    };
    let mut taken: Vec<Room> = marks.iter().map(mark).collect();
    let mut names = Vec::new();
    let placed = towns
        .iter()
        .enumerate()
        .map(|(town, it)| (town, it, lie.place(it.at)));
    let in_sight = placed.filter(|(_, _, (left, top))| {
        (0.0..=frame.width).contains(left) && (0.0..=frame.height).contains(top)
    });
    for (town, it, (left, top)) in in_sight.take(TRIED) {
        let under_mark = marks
            .iter()
            .any(|(x, y)| (x - left).abs() < MARK && (y - top).abs() < MARK);
        let gap = if under_mark { MARK } else { 5.0 };
        let half = half_width(&it.name);
        let room = |top: f64| Room {
            left: left - half,
            top,
            right: left + half,
            bottom: top + LINE,
        };
        let found = [room(top + gap), room(top - gap - LINE)]
            .into_iter()
            .find(|room| room.is_in(frame) && !taken.iter().any(|other| room.meets(*other)));
        if let Some(room) = found {
            taken.push(room);
            names.push(Name {
                town,
                left,
                foot: room.bottom - 4.0,
            });
        }
        if names.len() == MOST {
            break;
        }
    }
    names
}

/// Half of the room that a name takes, in pixels.
#[allow(clippy::cast_precision_loss, reason = "a name has few letters")]
fn half_width(name: &str) -> f64 {
    name.chars().count() as f64 * LETTER / 2.0
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{LINE, MARK, Town, half_width, names};
    use crate::domain::map::view::Lie;
    use crate::domain::map::{Flat, Frame};

    const FRAME: Frame = Frame {
        width: 328.0,
        height: 400.0,
    };
    const LIE: Lie = Lie {
        scale: 3.0,
        left: 0.0,
        top: 0.0,
    };

    fn town(name: &str, x: f64, y: f64) -> Town {
        Town {
            name: name.to_owned(),
            at: Flat { x, y },
        }
    }

    proptest! {
        #[test]
        fn names_lie_in_the_frame_and_over_nothing(
            places in proptest::collection::vec((0.0..130.0, 0.0..150.0, "[A-Z][a-z]{2,12}"), 0..80),
            marks in proptest::collection::vec((0.0..328.0, 0.0..400.0), 0..20),
        ) {
            let towns: Vec<Town> = places.iter().map(|(x, y, name)| town(name, *x, *y)).collect();
            let rooms: Vec<[f64; 4]> = names(&towns, &marks, LIE, FRAME)
                .iter()
                .map(|name| {
                    let half = half_width(&towns[name.town].name);
                    [name.left - half, name.foot + 4.0 - LINE, name.left + half, name.foot + 4.0]
                })
                .collect();
            for (number, one) in rooms.iter().enumerate() {
                prop_assert!(one[0] >= 0.0 && one[1] >= 0.0 && one[2] <= FRAME.width && one[3] <= FRAME.height);
                let meets = |two: &[f64; 4]| {
                    one[0] + 1e-9 < two[2] && two[0] + 1e-9 < one[2] && one[1] + 1e-9 < two[3] && two[1] + 1e-9 < one[3]
                };
                prop_assert!(!rooms[..number].iter().any(meets));
                let over = |(x, y): &(f64, f64)| meets(&[x - MARK, y - MARK, x + MARK, y + MARK]);
                prop_assert!(!marks.iter().any(over));
            }
        }
    }

    #[test]
    fn the_largest_come_first_and_stand_under_their_mark() {
        let towns = [
            town("Lens", 50.0, 50.0),
            town("Avion", 51.0, 50.0),
            town("Calais", 50.0, 10.0),
        ];
        let found = names(&towns, &[(150.0, 150.0)], LIE, FRAME);
        let of: Vec<usize> = found.iter().map(|name| name.town).collect();
        assert_eq!(of[0], 0);
        assert!(of.contains(&2));
        assert!(found[0].foot > 150.0 + MARK, "{:?}", found[0]);
    }
}
