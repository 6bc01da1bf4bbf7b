//! The communes of a department: found by name, by postcode or by code.

use super::code::{Department, Insee, Postcode};
use super::text::fold_into;

/// A place on the globe, in degrees of WGS 84, checked.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Point {
    lat: f64,
    lon: f64,
}

impl Point {
    /// The mean radius of the Earth, in metres (IUGG).
    const EARTH: f64 = 6_371_008.8;

    /// Checks a place.
    #[must_use]
    pub fn new(lat: f64, lon: f64) -> Option<Self> {
        let exists = (-90.0..=90.0).contains(&lat) && (-180.0..=180.0).contains(&lon);
        exists.then_some(Self { lat, lon })
    }

    /// The latitude in degrees.
    #[must_use]
    pub const fn lat(self) -> f64 {
        self.lat
    }

    /// The longitude in degrees.
    #[must_use]
    pub const fn lon(self) -> f64 {
        self.lon
    }

    /// The distance as the crow flies, in metres (the haversine formula; half a percent off at most).
    #[must_use]
    pub fn metres_to(self, other: Self) -> u32 {
        let half_sine = |from: f64, to: f64| ((to - from).to_radians() / 2.0).sin().powi(2);
        let along = self.lat.to_radians().cos() * other.lat.to_radians().cos();
        let chord = half_sine(self.lat, other.lat) + along * half_sine(self.lon, other.lon);
        let metres = 2.0 * Self::EARTH * chord.min(1.0).sqrt().asin();
        #[allow(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "at most half the Earth's circumference, and never negative"
        )]
        {
            metres.round() as u32
        }
    }
}

/// A commune.
#[derive(Debug, Clone, PartialEq)]
pub struct Commune {
    /// The INSEE code.
    pub insee: Insee,
    /// The official name.
    pub name: String,
    /// The postcodes, possibly none.
    pub postcodes: Vec<Postcode>,
    /// How many people live there.
    pub population: Option<u32>,
    /// The name of the group of communes (EPCI) that it belongs to.
    pub epci: Option<String>,
    /// Where it lies.
    pub point: Option<Point>,
    /// Other names under which people look for it: usual, former.
    pub names: Vec<String>,
}

/// The communes of a department.
#[derive(Debug, Clone, PartialEq)]
pub struct Gazetteer {
    department: Department,
    name: String,
    /// Sorted by INSEE code.
    communes: Vec<Commune>,
    /// For each commune its folded names, the official one first.
    folded: Vec<Vec<String>>,
}

impl Gazetteer {
    /// A gazetteer of communes in any order. Of two with one code, the first stays.
    #[must_use]
    pub fn new(department: Department, name: String, mut communes: Vec<Commune>) -> Self {
        communes.sort_by(|a, b| a.insee.cmp(&b.insee));
        communes.dedup_by(|later, first| later.insee == first.insee);
        let folded = communes.iter().map(|commune| {
            let names = std::iter::once(&commune.name).chain(&commune.names);
            names.map(|name| fold_name(name)).collect()
        });
        Self {
            department,
            name,
            folded: folded.collect(),
            communes,
        }
    }

    /// The code of the department.
    #[must_use]
    pub const fn department(&self) -> &Department {
        &self.department
    }

    /// The name of the department.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Every commune, in the order of the codes.
    #[must_use]
    pub fn communes(&self) -> &[Commune] {
        &self.communes
    }

    /// The commune of a code.
    #[must_use]
    pub fn by_insee(&self, insee: &Insee) -> Option<&Commune> {
        let found = self.communes.binary_search_by(|commune| commune.insee.cmp(insee));
        found.ok().map(|place| &self.communes[place])
    }

    /// Every commune of a name, official or usual, without regard to case, accents, signs and « St » for « Saint »; the
    /// biggest first. Several communes may share a name.
    #[must_use]
    pub fn find_exact(&self, name: &str) -> Vec<&Commune> {
        let wanted = fold_name(name);
        if wanted.is_empty() {
            return Vec::new();
        }
        let is_it = |names: &Vec<String>| names.iter().position(|name| *name == wanted);
        self.ranked(usize::MAX, |_, names| is_it(names).map(|nth| u8::from(nth > 0)))
    }

    /// The communes that a person may be typing the name or the postcode of, the most likely first: those of that very
    /// name, then those whose name begins so, then those with words that begin so; the biggest first among equals.
    #[must_use]
    pub fn suggest(&self, typed: &str, limit: usize) -> Vec<&Commune> {
        let wanted = fold_name(typed);
        if wanted.is_empty() {
            return Vec::new();
        }
        if wanted.bytes().all(|byte| byte.is_ascii_digit()) {
            return self.ranked(limit, |commune, _| {
                let fits = |code: &str| code.starts_with(&wanted);
                let by_postcode = commune.postcodes.iter().any(|code| fits(code.as_str()));
                let by_insee = wanted.len() == 5 && fits(commune.insee.as_str());
                (by_postcode || by_insee).then_some(u8::from(!by_postcode))
            });
        }
        self.ranked(limit, |_, names| {
            names.iter().filter_map(|name| closeness(name, &wanted)).min()
        })
    }

    /// The communes that a rank is given to, the least rank first, the biggest first among equals.
    fn ranked(&self, limit: usize, rank: impl Fn(&Commune, &Vec<String>) -> Option<u8>) -> Vec<&Commune> {
        let both = self.communes.iter().zip(&self.folded);
        let mut found: Vec<(u8, u32, &Commune)> = both
            .filter_map(|(commune, names)| {
                Some((
                    rank(commune, names)?,
                    u32::MAX - commune.population.unwrap_or(0),
                    commune,
                ))
            })
            .collect();
        // Stable: equals stay in the order of the codes.
        found.sort_by_key(|(rank, size, _)| (*rank, *size));
        found.truncate(limit);
        found.into_iter().map(|(.., commune)| commune).collect()
    }
}

/// How close a folded name is to what was typed: the same, begun so, with that in it from the start of a word, with
/// words that begin with each typed word.
fn closeness(name: &str, wanted: &str) -> Option<u8> {
    if name == wanted {
        return Some(0);
    }
    if name.starts_with(wanted) {
        return Some(1);
    }
    let begins_inside = name
        .match_indices(wanted)
        .any(|(at, _)| name[..at].ends_with(' '));
    if begins_inside {
        return Some(2);
    }
    let begun = |typed: &str| name.split(' ').any(|word| word.starts_with(typed));
    wanted.split(' ').all(begun).then_some(3)
}

/// A name as it is compared: folded, words with one blank between them, « St » and « Ste » written out.
fn fold_name(name: &str) -> String {
    let (mut folded, mut key) = (
        String::with_capacity(name.len()),
        String::with_capacity(name.len()),
    );
    fold_into(name, &mut folded);
    for word in folded.split(|c: char| c.is_ascii() && !c.is_ascii_alphanumeric()) {
        let word = match word {
            "" => continue,
            "st" => "saint",
            "ste" => "sainte",
            word => word,
        };
        if !key.is_empty() {
            key.push(' ');
        }
        key.push_str(word);
    }
    key
}
