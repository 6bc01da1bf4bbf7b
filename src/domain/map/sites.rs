//! Which initiatives lie where on a map, and which lie nowhere.

use std::collections::BTreeMap;

use super::ground::{Flat, Ground};
use crate::domain::gazetteer::{Gazetteer, Spot};
use crate::domain::initiative::Initiative;
use crate::domain::order;
use crate::domain::text::fold;

/// A place with what is done there.
#[derive(Debug, Clone, PartialEq)]
pub struct Locality {
    /// Where it lies.
    pub at: Flat,
    /// Whether only the places of its neighbours are known.
    pub approximate: bool,
    /// The numbers of its initiatives, in their order; never none.
    pub entries: Vec<usize>,
}

/// Initiatives by their places.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Sited {
    /// Each place once, in the order in which they were met.
    pub localities: Vec<Locality>,
    /// The numbers of those whose place is not known: of a whole area, of the whole department, of a commune that
    /// nobody can place.
    pub nowhere: Vec<usize>,
}

impl Sited {
    /// The places of numbered initiatives on a ground.
    #[must_use]
    pub fn of<'a>(
        initiatives: impl Iterator<Item = (usize, &'a Initiative)>,
        gazetteer: &Gazetteer,
        ground: &Ground,
    ) -> Self {
        let mut sited = Self::default();
        let mut known: BTreeMap<(u64, u64, bool), usize> = BTreeMap::new();
        for (number, initiative) in initiatives {
            let spot = Spot::of(&initiative.place, Some(gazetteer));
            let on_ground = spot.map(|spot| (spot, ground.plane.flat(spot.point)));
            let Some((spot, at)) = on_ground.filter(|(_, at)| ground.holds(*at)) else {
                sited.nowhere.push(number);
                continue;
            };
            let key = (at.x.to_bits(), at.y.to_bits(), spot.approximate);
            let place = *known.entry(key).or_insert(sited.localities.len());
            if place == sited.localities.len() {
                sited.localities.push(Locality {
                    at,
                    approximate: spot.approximate,
                    entries: Vec::new(),
                });
            }
            sited.localities[place].entries.push(number);
        }
        sited
    }
}

/// Numbered things under the names of their communes, those in the order of the alphabet. One that is spelt in
/// several ways stands once, as it is spelt first in the order of letters.
#[must_use]
pub fn by_commune<'a>(named: impl Iterator<Item = (usize, &'a str)>) -> Vec<(&'a str, Vec<usize>)> {
    // Folding takes longest, and is done once a spelling.
    let mut spelt: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (number, name) in named {
        spelt.entry(name).or_default().push(number);
    }
    let mut groups: BTreeMap<String, (&str, Vec<usize>)> = BTreeMap::new();
    for (name, numbers) in spelt {
        let group = groups.entry(fold(name));
        group.or_insert_with(|| (name, Vec::new())).1.extend(numbers);
    }
    groups.into_values().collect()
}

/// Sorts numbers of places by how much is done there, most first; equals stay in their order.
pub(super) fn busiest_first(localities: &[Locality]) -> Vec<usize> {
    let mut places: Vec<usize> = (0..localities.len()).collect();
    order::sort_by_key(&mut places, |place| usize::MAX - localities[*place].entries.len());
    places
}

#[cfg(test)]
mod tests {
    use super::{Sited, by_commune};
    use crate::domain::code::{Department, Insee};
    use crate::domain::gazetteer::{Commune, Gazetteer};
    use crate::domain::id::Id;
    use crate::domain::initiative::Initiative;
    use crate::domain::map::Ground;
    use crate::domain::point::Point;

    fn at(code: Option<&str>, own: Option<(f64, f64)>) -> Initiative {
        let mut it = Initiative::new(Id::parse("x").unwrap(), "x".to_owned());
        it.place.insee = code.and_then(Insee::parse);
        (it.place.lat, it.place.lon) = own.unzip();
        it
    }

    #[test]
    fn each_initiative_lies_at_one_place_or_nowhere() {
        let commune = |code: &str, postcode: &str, point: Option<(f64, f64)>| Commune {
            insee: Insee::parse(code).unwrap(),
            name: code.to_owned(),
            postcodes: crate::domain::code::Postcode::parse(postcode)
                .into_iter()
                .collect(),
            population: None,
            epci: None,
            point: point.and_then(|(lat, lon)| Point::new(lat, lon)),
            names: Vec::new(),
        };
        let communes = vec![
            commune("62001", "62300", Some((50.0, 2.0))),
            commune("62002", "62300", None),
            commune("62003", "62400", Some((51.0, 3.0))),
            commune("62004", "62500", None),
        ];
        let department = Department::parse("62").unwrap();
        let gazetteer = Gazetteer::new(department, String::new(), Vec::new(), communes);
        let ground = Ground::of(&gazetteer, std::iter::empty()).unwrap();
        let initiatives = [
            at(Some("62001"), None),
            at(Some("62002"), None),
            at(Some("62004"), None),
            at(Some("62001"), None),
            at(Some("75056"), Some((48.85, 2.35))),
            at(Some("62001"), Some((50.5, 2.5))),
            at(None, None),
        ];
        let sited = Sited::of(initiatives.iter().enumerate(), &gazetteer, &ground);
        let found: Vec<(bool, &[usize])> = sited
            .localities
            .iter()
            .map(|place| (place.approximate, &place.entries[..]))
            .collect();
        let expected: [(bool, &[usize]); 3] = [(false, &[0, 3]), (true, &[1]), (false, &[5])];
        assert_eq!(found, expected);
        assert_eq!(sited.nowhere, [2, 4, 6]);
    }

    #[test]
    fn communes_stand_in_the_order_of_the_alphabet() {
        let named = ["Lens", "Étaples", "Avion", "Lens", "LENS"]
            .into_iter()
            .enumerate();
        assert_eq!(
            by_commune(named),
            [("Avion", vec![2]), ("Étaples", vec![1]), ("LENS", vec![4, 0, 3])]
        );
    }
}
