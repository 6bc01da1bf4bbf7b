//! How near an initiative is to where a person is.

use super::code::Insee;
use super::gazetteer::{Gazetteer, Spot};
use super::initiative::Initiative;
use super::point::Point;
use super::text::fold;
use super::value::Value;

/// Where a person is: in a commune that they chose, or where their phone says.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Origin {
    insee: Option<Insee>,
    spot: Option<Spot>,
    areas: Vec<Area>,
}

/// One of the site's wider areas, seen from an origin.
#[derive(Debug, Clone, PartialEq)]
struct Area {
    /// Its folded name.
    name: String,
    /// Whether the person's commune belongs to it.
    holds: bool,
    /// How far its nearest commune is, in metres; nothing where no place is known.
    metres: Option<u32>,
}

/// How near an initiative is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Nearness {
    /// It works in the person's commune.
    Here,
    /// It works elsewhere and serves the person's commune.
    Serves,
    /// It works in a whole area that holds the person's commune.
    Around,
    /// It works, or serves, this far away.
    Away {
        /// As the crow flies.
        metres: u32,
        /// Whether one of the two places is only known by its neighbours, or is a whole area.
        approximate: bool,
    },
}

impl Origin {
    /// A commune. `areas` are the site's: objects with a `name` and the INSEE codes of their `communes`.
    #[must_use]
    pub fn of_commune(insee: &Insee, areas: &[Value], gazetteer: Option<&Gazetteer>) -> Self {
        let spot = gazetteer.and_then(|gazetteer| gazetteer.spot(insee));
        Self::new(Some(insee), spot, areas, gazetteer)
    }

    /// A point.
    #[must_use]
    pub fn of_point(point: Point, areas: &[Value], gazetteer: Option<&Gazetteer>) -> Self {
        Self::new(None, Some(Spot::exact(point)), areas, gazetteer)
    }

    fn new(
        insee: Option<&Insee>,
        spot: Option<Spot>,
        areas: &[Value],
        gazetteer: Option<&Gazetteer>,
    ) -> Self {
        let area = |area: &Value| {
            let area = area.as_object()?;
            let codes = area.get("communes").and_then(Value::as_list).unwrap_or(&[]);
            let communes = codes
                .iter()
                .filter_map(|code| code.as_text().and_then(Insee::parse));
            let away = |commune: Insee| Some(spot?.point.metres_to(gazetteer?.spot(&commune)?.point));
            Some(Area {
                name: fold(area.text("name")?),
                holds: communes.clone().any(|commune| insee == Some(&commune)),
                metres: communes.filter_map(away).min(),
            })
        };
        Self {
            insee: insee.cloned(),
            spot,
            areas: areas.iter().filter_map(area).collect(),
        }
    }

    /// How near an initiative is: its place, a commune that it serves or its area, whichever is
    /// nearest. Nothing where none of their places is known.
    #[must_use]
    pub fn nearness(&self, initiative: &Initiative, gazetteer: Option<&Gazetteer>) -> Option<Nearness> {
        let place = &initiative.place;
        let here = |insee: &Option<Insee>| insee.is_some() && *insee == self.insee;
        if here(&place.insee) {
            return Some(Nearness::Here);
        }
        if initiative.served.iter().any(|served| here(&served.insee)) {
            return Some(Nearness::Serves);
        }
        let lies = |insee: &Option<Insee>| gazetteer?.spot(insee.as_ref()?);
        let served = initiative.served.iter().filter_map(|served| lies(&served.insee));
        let spots = Spot::of(place, gazetteer).into_iter().chain(served);
        let from = self.spot;
        let away = spots.filter_map(|to| {
            Some(Nearness::Away {
                metres: from?.point.metres_to(to.point),
                approximate: from?.approximate || to.approximate,
            })
        });
        away.chain(self.area(&place.area)).min()
    }

    /// How near an area of the site is.
    fn area(&self, name: &str) -> Option<Nearness> {
        let name = fold(name);
        let area = self
            .areas
            .iter()
            .find(|area| !name.is_empty() && area.name == name)?;
        if area.holds {
            return Some(Nearness::Around);
        }
        Some(Nearness::Away {
            metres: area.metres?,
            approximate: true,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::{Nearness, Origin};
    use crate::domain::code::{Department, Insee};
    use crate::domain::gazetteer::{Commune, Gazetteer};
    use crate::domain::id::Id;
    use crate::domain::initiative::{Initiative, Served};
    use crate::domain::point::Point;
    use crate::domain::value::{Object, Value};

    fn insee(text: &str) -> Insee {
        Insee::parse(text).unwrap()
    }

    fn gazetteer() -> Gazetteer {
        let commune = |code: &str, point: Option<(f64, f64)>| Commune {
            insee: insee(code),
            name: code.to_owned(),
            postcodes: Vec::new(),
            population: None,
            epci: Some("CA".to_owned()),
            point: point.and_then(|(lat, lon)| Point::new(lat, lon)),
            names: Vec::new(),
        };
        let communes = vec![
            commune("62498", Some((50.43, 2.83))), // Lens
            commune("62041", Some((50.29, 2.78))), // Arras
            commune("62001", None),
        ];
        let department = Department::parse("62").unwrap();
        Gazetteer::new(department, String::new(), Vec::new(), communes)
    }

    fn areas() -> Vec<Value> {
        let area = |name: &str, codes: &[&str]| {
            let mut area = Object::new();
            area.set("name", name);
            area.set(
                "communes",
                Value::List(codes.iter().map(|code| Value::text(code)).collect()),
            );
            Value::Object(area)
        };
        vec![area("Lensois", &["62498"]), area("Arrageois", &["62041", "x"])]
    }

    fn at(code: Option<&str>, area: &str) -> Initiative {
        let mut it = Initiative::new(Id::parse("x").unwrap(), "x".to_owned());
        it.place.insee = code.map(insee);
        it.place.area = area.to_owned();
        it
    }

    #[test]
    fn the_nearest_of_place_served_communes_and_area_counts() {
        let gazetteer = gazetteer();
        let lens = Origin::of_commune(&insee("62498"), &areas(), Some(&gazetteer));
        let near = |it: &Initiative| lens.nearness(it, Some(&gazetteer));
        assert_eq!(near(&at(Some("62498"), "")), Some(Nearness::Here));
        let mut serves = at(Some("62041"), "");
        serves.served = vec![Served {
            insee: Some(insee("62498")),
            ..Served::default()
        }];
        assert_eq!(near(&serves), Some(Nearness::Serves));
        assert_eq!(near(&at(None, "LENSOIS")), Some(Nearness::Around));
        let kilometres = |near: Option<Nearness>| match near {
            Some(Nearness::Away { metres, approximate }) => Some((metres / 1000, approximate)),
            _ => None,
        };
        assert_eq!(kilometres(near(&at(Some("62041"), ""))), Some((15, false)));
        assert_eq!(kilometres(near(&at(None, "Arrageois"))), Some((15, true)));
        assert_eq!(
            kilometres(near(&at(Some("62001"), ""))),
            Some((7, true)),
            "between its neighbours"
        );
        assert_eq!(near(&at(None, "Boulonnais")), None);
        assert_eq!(near(&at(None, "")), None);
    }

    #[test]
    fn a_point_is_in_no_commune() {
        let gazetteer = gazetteer();
        let point = Point::new(50.43, 2.83).unwrap();
        let origin = Origin::of_point(point, &areas(), Some(&gazetteer));
        let away = |metres| {
            Some(Nearness::Away {
                metres,
                approximate: false,
            })
        };
        assert_eq!(origin.nearness(&at(Some("62498"), ""), Some(&gazetteer)), away(0));
        let mut exact = at(None, "");
        (exact.place.lat, exact.place.lon) = (Some(50.43), Some(2.83));
        assert_eq!(origin.nearness(&exact, None), away(0));
        assert_eq!(
            origin.nearness(&at(None, "Lensois"), Some(&gazetteer)),
            Some(Nearness::Away {
                metres: 0,
                approximate: true
            }),
            "a point beside a commune of the area may lie outside it"
        );
    }

    #[test]
    fn a_commune_is_known_by_its_code_without_a_gazetteer() {
        let lens = Origin::of_commune(&insee("62498"), &areas(), None);
        assert_eq!(lens.nearness(&at(Some("62498"), ""), None), Some(Nearness::Here));
        assert_eq!(lens.nearness(&at(None, "Lensois"), None), Some(Nearness::Around));
        assert_eq!(lens.nearness(&at(Some("62041"), ""), None), None);
    }
}
