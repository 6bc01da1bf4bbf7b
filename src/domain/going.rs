//! Where one goes to reach an initiative.

use super::contact::Means;
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
    let missing = |part: &&str| !part.is_empty() && !address.contains(*part);
    let town: Vec<&str> = [postcode, place.commune.as_str()]
        .into_iter()
        .filter(missing)
        .collect();
    let parts = [address, &town.join(" ")];
    let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    let words = parts.join(", ");
    let leads_there = point.is_some() || !address.is_empty() || !place.commune.is_empty();
    leads_there.then_some(Goal { point, words })
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
    fn a_point_that_is_none_leads_nowhere() {
        let mut it = at(None, "", "", "");
        (it.place.lat, it.place.lon) = (Some(50.9), Some(1.9));
        assert!(goal(&it).is_some_and(|goal| goal.point.is_some()));
        it.place.lat = Some(500.0);
        assert_eq!(goal(&it), None);
    }
}
