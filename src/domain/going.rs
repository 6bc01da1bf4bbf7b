//! Where one goes to reach an initiative.

use super::code::Postcode;
use super::contact::Means;
use super::gazetteer::fold_name;
use super::initiative::Initiative;
use super::point::Point;

/// Where one goes.
#[derive(Debug, Clone, PartialEq)]
pub struct Goal {
    /// The place itself, where the initiative gives it.
    pub point: Option<Point>,
    /// The place in words that a map's search understands; never empty without a point.
    pub words: String,
}

/// Where one goes to reach an initiative: its own point, its address that may be told, its commune. Nothing
/// where it is of a whole area, to which no road leads.
#[must_use]
pub fn goal(initiative: &Initiative) -> Option<Goal> {
    let place = &initiative.place;
    let point = place.point();
    let mut addresses = initiative.contacts.iter().filter(|contact| contact.public);
    let address = addresses
        .find_map(|contact| match &contact.means {
            Means::Address(address) => Some(address.as_str()),
            _ => None,
        })
        .unwrap_or_default();
    let postcode = place.postcode.as_ref().map_or("", |postcode| postcode.as_str());
    // An address often says its town itself.
    let commune = place.commune.as_str();
    let town = [
        (postcode, says_postcode(address, postcode)),
        (commune, says_commune(address, commune)),
    ];
    let town: Vec<&str> = town
        .into_iter()
        .filter(|(part, said)| !said && !part.is_empty())
        .map(|(part, _)| part)
        .collect();
    let parts = [address, &town.join(" ")];
    let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    let words = parts.join(", ");
    let leads_there = point.is_some() || !address.is_empty() || !place.commune.is_empty();
    leads_there.then_some(Goal { point, words })
}

/// Whether a word of an address is its postcode.
fn says_postcode(address: &str, postcode: &str) -> bool {
    fold_name(address).split(' ').any(|word| word == postcode)
}

/// Whether an address says its commune, in a part of its own or right after a postcode, in whatever letters:
/// « Mairie, MARCK », « 62500 St-Omer ». Elsewhere a street may bear the name, as in « 4 rue de Lens ».
fn says_commune(address: &str, commune: &str) -> bool {
    let commune = fold_name(commune);
    let is_postcode = |word: &str| Postcode::parse(word).is_some();
    let begins = |rest: &str| {
        let rest = rest.strip_prefix(commune.as_str());
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
    };
    address.split([',', ';', '\n', '–', '—']).any(|part| {
        let part = fold_name(part);
        let mut words = part.match_indices(' ').map(|(at, _)| part.split_at(at));
        part == commune
            || words.any(|(before, rest)| {
                before.rsplit(' ').next().is_some_and(is_postcode) && begins(rest.trim_start())
            })
    })
}

#[cfg(test)]
mod tests {
    use super::goal;
    use crate::domain::code::Postcode;
    use crate::domain::contact::{Contact, Means};
    use crate::domain::id::Id;
    use crate::domain::initiative::Initiative;
    use crate::domain::value::Object;

    fn at(address: Option<(&str, bool)>, commune: &str, postcode: &str, area: &str) -> Initiative {
        let mut it = Initiative::new(Id::parse("x").unwrap(), "x".to_owned());
        it.place.commune = commune.to_owned();
        it.place.postcode = Postcode::parse(postcode);
        it.place.area = area.to_owned();
        it.contacts = address
            .into_iter()
            .map(|(address, public)| Contact {
                id: Id::parse("a").unwrap(),
                means: Means::parse("address", address),
                label: String::new(),
                public,
                extra: Object::new(),
            })
            .collect();
        it
    }

    #[test]
    fn an_address_leads_there_with_its_town_said_once() {
        let words = |it: &Initiative| goal(it).map(|goal| goal.words);
        let street = "12 rue de la Paix";
        for (it, expected) in [
            (
                at(Some((street, true)), "Marck", "62730", ""),
                Some("12 rue de la Paix, 62730 Marck"),
            ),
            (
                at(Some(("Mairie, 62730 Marck", true)), "Marck", "62730", ""),
                Some("Mairie, 62730 Marck"),
            ),
            (
                at(Some((street, false)), "Marck", "62730", ""),
                Some("62730 Marck"),
            ),
            (at(Some((street, true)), "", "", ""), Some(street)),
            (at(None, "Marck", "", "Calaisis"), Some("Marck")),
            (at(None, "", "", "Calaisis"), None),
            (at(None, "", "62730", ""), None),
        ] {
            assert_eq!(words(&it).as_deref(), expected);
        }
    }

    #[test]
    fn an_address_says_its_town_where_addresses_do() {
        for (address, commune, postcode, expected) in [
            ("3 rue Eugène", "Eu", "76260", "3 rue Eugène, 76260 Eu"),
            ("4 rue de Lens", "Lens", "62300", "4 rue de Lens, 62300 Lens"),
            (
                "4 rue de Lens, 62218 Loison-sous-Lens",
                "Lens",
                "62300",
                "4 rue de Lens, 62218 Loison-sous-Lens, 62300 Lens",
            ),
            ("MAIRIE, MARCK", "Marck", "", "MAIRIE, MARCK"),
            ("MAIRIE, MARCK", "Marck", "62730", "MAIRIE, MARCK, 62730"),
            ("Mairie – Marck – France", "Marck", "", "Mairie – Marck – France"),
            (
                "1 quai 62730 MARCK CEDEX",
                "Marck",
                "62730",
                "1 quai 62730 MARCK CEDEX",
            ),
            ("1 quai, 62730 Marck", "Marck", "", "1 quai, 62730 Marck"),
            ("1 quai\n62730 Marck", "Marck", "62730", "1 quai\n62730 Marck"),
            (
                "1 quai, 62500 St Omer",
                "Saint-Omer",
                "62500",
                "1 quai, 62500 St Omer",
            ),
            (
                "1 quai, 62730 Marckolsheim",
                "Marck",
                "62730",
                "1 quai, 62730 Marckolsheim, Marck",
            ),
            ("Salle 627300", "Marck", "62730", "Salle 627300, 62730 Marck"),
        ] {
            let it = at(Some((address, true)), commune, postcode, "");
            assert_eq!(goal(&it).map(|goal| goal.words).as_deref(), Some(expected));
        }
    }

    #[test]
    fn a_point_that_is_none_leads_nowhere() {
        let mut it = at(None, "", "", "");
        (it.place.lat, it.place.lon) = (Some(50.9), Some(1.9));
        assert!(goal(&it).is_some_and(|goal| goal.point.is_some()));
        it.place.lat = Some(500.0);
        assert_eq!(goal(&it), None);
    }
}
