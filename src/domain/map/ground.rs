//! The department laid flat.

use crate::domain::gazetteer::Gazetteer;
use crate::domain::point::Point;

/// A place on the plane, in kilometres from its north-western corner.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Flat {
    /// To the east.
    pub x: f64,
    /// To the south.
    pub y: f64,
}

impl Flat {
    /// How far another place is, in kilometres, squared.
    #[must_use]
    pub fn square_to(self, other: Self) -> f64 {
        let (x, y) = (other.x - self.x, other.y - self.y);
        x * x + y * y
    }
}

/// How a piece of the globe is laid flat: degrees become kilometres, those of longitude as long everywhere
/// as they are in the middle. Over a department that is off by a percent.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Plane {
    north: f64,
    west: f64,
    narrowing: f64,
}

impl Plane {
    /// A place on the plane.
    #[must_use]
    pub fn flat(self, point: Point) -> Flat {
        let degree = Point::kilometres_a_degree();
        Flat {
            x: (point.lon() - self.west) * degree * self.narrowing,
            y: (self.north - point.lat()) * degree,
        }
    }
}

/// The ground of a map.
#[derive(Debug, Clone, PartialEq)]
pub struct Ground {
    /// How places come onto it.
    pub plane: Plane,
    /// How far it reaches to the east and to the south: its south-eastern corner.
    pub size: Flat,
    /// The closed lines of the department's outline.
    pub outline: Vec<Vec<Flat>>,
    /// The stretches of the outline that are coast.
    pub coast: Vec<Vec<Flat>>,
    /// The communes whose own place is known.
    pub communes: Vec<Flat>,
}

/// A part of the globe between two parallels and two meridians, in degrees.
#[derive(Debug, Clone, Copy)]
struct Part {
    south: f64,
    north: f64,
    west: f64,
    east: f64,
}

impl Part {
    /// What holds all points.
    fn around(mut points: impl Iterator<Item = Point>) -> Option<Self> {
        let first = points.next()?;
        let part = Self {
            south: first.lat(),
            north: first.lat(),
            west: first.lon(),
            east: first.lon(),
        };
        Some(points.fold(part, Self::with))
    }

    fn with(self, point: Point) -> Self {
        Self {
            south: self.south.min(point.lat()),
            north: self.north.max(point.lat()),
            west: self.west.min(point.lon()),
            east: self.east.max(point.lon()),
        }
    }

    fn holds(self, point: Point) -> bool {
        (self.south..=self.north).contains(&point.lat()) && (self.west..=self.east).contains(&point.lon())
    }

    /// The part with a share of its greater side, in degrees, around it on every side.
    fn grown(self, share: f64) -> Self {
        let by = (self.north - self.south).max(self.east - self.west) * share;
        Self {
            south: self.south - by,
            north: self.north + by,
            west: self.west - by,
            east: self.east + by,
        }
    }
}

impl Ground {
    /// How far outside of the department a point may lie to be shown, as a share of the department's size.
    /// What lies farther would make a speck of it.
    const REACH: f64 = 0.25;

    /// What is left free around everything, as a share of its size.
    const MARGIN: f64 = 0.04;

    /// How large the ground of a department of one commune is, as half of its size in degrees.
    const LEAST: f64 = 0.05;

    /// The ground of a department that holds such points too, as far as they are not far away. Nothing where
    /// no place of the department is known.
    #[must_use]
    pub fn of(gazetteer: &Gazetteer, points: impl Iterator<Item = Point>) -> Option<Self> {
        let corners = || {
            gazetteer
                .outline()
                .iter()
                .flat_map(|ring| ring.corners.iter().copied())
        };
        let communes = || gazetteer.communes().iter().filter_map(|commune| commune.point);
        let own = Part::around(corners().chain(communes()))?;
        let reach = own.grown(Self::REACH);
        let all = points.filter(|point| reach.holds(*point)).fold(own, Part::with);
        let mut all = all.grown(Self::MARGIN);
        if all.north - all.south < Self::LEAST {
            all.north += Self::LEAST;
            all.south -= Self::LEAST;
            all.west -= Self::LEAST;
            all.east += Self::LEAST;
        }
        // The middle of what exists may lie beyond a pole only where everything does.
        let middle = Point::new(f64::midpoint(all.north, all.south).clamp(-90.0, 90.0), 0.0)?;
        let plane = Plane {
            north: all.north,
            west: all.west,
            narrowing: middle.narrowing(),
        };
        let degree = Point::kilometres_a_degree();
        let flat = |point: Point| plane.flat(point);
        let stretches = gazetteer.outline().iter().flat_map(|ring| {
            ring.coast.iter().map(|(first, last)| {
                let corners = ring.corners.iter().cycle().skip(*first).take(last - first + 1);
                corners.map(|corner| flat(*corner)).collect()
            })
        });
        Some(Self {
            plane,
            size: Flat {
                x: (all.east - all.west) * degree * plane.narrowing,
                y: (all.north - all.south) * degree,
            },
            outline: gazetteer
                .outline()
                .iter()
                .map(|ring| ring.corners.iter().map(|corner| flat(*corner)).collect())
                .collect(),
            coast: stretches.collect(),
            communes: communes().map(flat).collect(),
        })
    }

    /// Whether a place lies on the ground.
    #[must_use]
    pub fn holds(&self, place: Flat) -> bool {
        (0.0..=self.size.x).contains(&place.x) && (0.0..=self.size.y).contains(&place.y)
    }
}

#[cfg(test)]
mod tests {
    use super::{Flat, Ground};
    use crate::domain::code::{Department, Insee};
    use crate::domain::gazetteer::{Commune, Gazetteer, Ring};
    use crate::domain::point::Point;

    fn point(lat: f64, lon: f64) -> Point {
        Point::new(lat, lon).unwrap()
    }

    fn gazetteer(communes: &[(f64, f64)]) -> Gazetteer {
        let commune = |(place, (lat, lon)): (usize, &(f64, f64))| Commune {
            insee: Insee::parse(&format!("62{place:03}")).unwrap(),
            name: place.to_string(),
            postcodes: Vec::new(),
            population: None,
            epci: None,
            point: Point::new(*lat, *lon),
            names: Vec::new(),
        };
        let communes = communes.iter().enumerate().map(commune).collect();
        Gazetteer::new(
            Department::parse("62").unwrap(),
            String::new(),
            Vec::new(),
            communes,
        )
    }

    #[test]
    fn distances_on_the_plane_are_those_of_the_globe() {
        let (arras, calais) = (point(50.291, 2.7775), point(50.9513, 1.8587));
        let gazetteer = gazetteer(&[(50.291, 2.7775), (50.9513, 1.8587)]);
        let ground = Ground::of(&gazetteer, std::iter::empty()).unwrap();
        let flat = ground
            .plane
            .flat(arras)
            .square_to(ground.plane.flat(calais))
            .sqrt();
        let round = f64::from(arras.metres_to(calais)) / 1000.0;
        assert!((flat - round).abs() < round / 100.0, "{flat} km for {round} km");
        assert!(
            ground.plane.flat(calais).y < ground.plane.flat(arras).y,
            "north is above"
        );
        assert!(ground.communes.iter().all(|place| ground.holds(*place)));
    }

    #[test]
    fn a_point_next_door_is_shown_and_one_far_away_is_not() {
        let gazetteer = gazetteer(&[(50.0, 2.0), (51.0, 3.0)]);
        let alone = Ground::of(&gazetteer, std::iter::empty()).unwrap();
        let (beside, away) = (point(50.5, 3.2), point(43.3, 5.4));
        let wider = Ground::of(&gazetteer, [beside, away].into_iter()).unwrap();
        assert!(wider.size.x > alone.size.x && wider.size.x < 2.0 * alone.size.x);
        assert!(wider.holds(wider.plane.flat(beside)));
        assert!(!wider.holds(wider.plane.flat(away)));
    }

    #[test]
    fn coasts_are_stretches_of_the_outline() {
        let corners = vec![point(50.0, 2.0), point(50.0, 3.0), point(51.0, 3.0)];
        let ring = Ring {
            corners,
            coast: vec![(1, 3)],
        };
        let ground = Ground::of(&gazetteer(&[]).with_outline(vec![ring]), std::iter::empty()).unwrap();
        let [outline] = &ground.outline[..] else {
            panic!("{:?}", ground.outline);
        };
        assert_eq!(ground.coast, [vec![outline[1], outline[2], outline[0]]]);
    }

    #[test]
    fn one_commune_has_ground_around_it_and_none_has_none() {
        let ground = Ground::of(&gazetteer(&[(48.85, 2.35)]), std::iter::empty()).unwrap();
        assert!(ground.size.x > 5.0 && ground.size.y > 5.0, "{:?}", ground.size);
        assert_eq!(Ground::of(&gazetteer(&[]), std::iter::empty()), None);
        assert!(!ground.holds(Flat { x: -1.0, y: 1.0 }));
    }
}
