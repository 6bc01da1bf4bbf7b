//! Which places share a mark, so that a finger hits each mark alone.

use std::collections::BTreeMap;

use super::ground::Flat;
use super::sites::{Locality, busiest_first};

/// How far marks are from one another, in pixels where letters have their usual size: more than a finger is wide.
pub const APART: f64 = 54.0;

/// Places that share a mark. The mark stands at the busiest of them, a real place with a name, not at a middle
/// where nothing is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cluster {
    /// The numbers of its places, the busiest, where its mark stands, first.
    pub places: Vec<usize>,
    /// How many initiatives there are at all of them.
    pub count: usize,
}

impl Cluster {
    /// The number of the place where the mark stands.
    #[must_use]
    pub fn seat(&self) -> usize {
        self.places[0]
    }
}

/// Joins places into clusters whose marks are more than `apart` kilometres from one another, the busiest first.
/// Each place goes to a mark that is at most as far from it.
///
/// The seats are found greedily. Since they keep their distance, a square of that side holds at most four of
/// them, and each place is looked at for those of nine squares alone: the time grows as the number of places.
#[must_use]
pub fn clusters(localities: &[Locality], apart: f64) -> Vec<Cluster> {
    let order = busiest_first(localities);
    let mut squares: BTreeMap<(i64, i64), Vec<usize>> = BTreeMap::new();
    for &place in &order {
        squares
            .entry(square(localities[place].at, apart))
            .or_default()
            .push(place);
    }
    let mut taken = vec![false; localities.len()];
    let mut clusters = Vec::new();
    for &seat in &order {
        if taken[seat] {
            continue;
        }
        let mut places = vec![seat];
        taken[seat] = true;
        let at = localities[seat].at;
        let (column, row) = square(at, apart);
        for near in (column - 1..=column + 1).flat_map(|x| (row - 1..=row + 1).map(move |y| (x, y))) {
            for &place in squares.get(&near).into_iter().flatten() {
                if !taken[place] && at.square_to(localities[place].at) <= apart * apart {
                    taken[place] = true;
                    places.push(place);
                }
            }
        }
        let count = places.iter().map(|place| localities[*place].entries.len()).sum();
        clusters.push(Cluster { places, count });
    }
    clusters
}

#[allow(
    clippy::cast_possible_truncation,
    reason = "a cast stops at the greatest number, and a department has fewer squares"
)]
fn square(at: Flat, side: f64) -> (i64, i64) {
    ((at.x / side).floor() as i64, (at.y / side).floor() as i64)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::clusters;
    use crate::domain::map::{Flat, Locality};

    fn localities() -> impl Strategy<Value = Vec<Locality>> {
        let place = (0.0..100.0, 0.0..80.0, 1..9_usize).prop_map(|(x, y, many)| Locality {
            at: Flat { x, y },
            approximate: false,
            entries: vec![0; many],
        });
        // Many on one square, as in a town.
        let town = (0.0..1.0, 0.0..1.0).prop_map(|(x, y)| Locality {
            at: Flat { x, y },
            approximate: false,
            entries: vec![0],
        });
        proptest::collection::vec(prop_oneof![place, town], 0..120)
    }

    proptest! {
        #[test]
        fn every_place_is_in_one_cluster_near_its_mark(localities in localities(), apart in 0.01..50.0) {
            let clusters = clusters(&localities, apart);
            let mut all: Vec<usize> = clusters.iter().flat_map(|one| one.places.clone()).collect();
            all.sort_unstable();
            prop_assert_eq!(all, (0..localities.len()).collect::<Vec<_>>());
            for cluster in &clusters {
                let seat = localities[cluster.seat()].at;
                for place in &cluster.places {
                    prop_assert!(seat.square_to(localities[*place].at) <= apart * apart);
                }
                let count: usize = cluster.places.iter().map(|place| localities[*place].entries.len()).sum();
                prop_assert_eq!(count, cluster.count);
            }
        }

        #[test]
        fn marks_keep_their_distance(localities in localities(), apart in 0.01..50.0) {
            let clusters = clusters(&localities, apart);
            for (number, one) in clusters.iter().enumerate() {
                for two in &clusters[..number] {
                    let (one, two) = (localities[one.seat()].at, localities[two.seat()].at);
                    prop_assert!(one.square_to(two) > apart * apart);
                }
            }
        }

        #[test]
        fn a_mark_stands_at_the_busiest_of_its_places(localities in localities(), apart in 0.01..50.0) {
            for cluster in clusters(&localities, apart) {
                let busy = |place: &usize| localities[*place].entries.len();
                prop_assert_eq!(cluster.places.iter().map(busy).max(), Some(busy(&cluster.seat())));
            }
        }
    }

    #[test]
    fn a_million_places_in_one_town_are_quickly_joined() {
        // Were each place compared with each other, this would take days.
        let place = |number: u32| Locality {
            at: Flat {
                x: f64::from(number % 1000) / 1000.0,
                y: f64::from(number / 1000) / 1000.0,
            },
            approximate: false,
            entries: vec![0],
        };
        let localities: Vec<Locality> = (0..1_000_000).map(place).collect();
        assert_eq!(clusters(&localities, 10.0).len(), 1);
        assert!(clusters(&localities, 0.01).len() > 1_000);
    }
}
