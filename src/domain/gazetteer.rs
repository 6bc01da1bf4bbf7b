//! The communes of a department: found by name, by postcode or by code.

use super::code::{Department, Insee, Postcode};
use super::initiative::Place;
use super::link::Link;
use super::order;
use super::point::Point;
use super::text::fold;

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

/// Where a commune lies, as far as that is known.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Spot {
    /// The place.
    pub point: Point,
    /// Whether the commune's own place is unknown, and this is the middle of its neighbours'.
    pub approximate: bool,
}

impl Spot {
    /// A place that is known itself.
    #[must_use]
    pub const fn exact(point: Point) -> Self {
        Self {
            point,
            approximate: false,
        }
    }

    /// Where an initiative's place lies: where it says itself, else where its commune does, as far as a gazetteer
    /// is there.
    #[must_use]
    pub fn of(place: &Place, gazetteer: Option<&Gazetteer>) -> Option<Self> {
        let own = place.point().map(Self::exact);
        own.or_else(|| gazetteer?.spot(place.insee.as_ref()?))
    }
}

/// Where a gazetteer's facts come from, to be shown with them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attribution {
    /// What the source is called.
    pub name: String,
    /// Under which licence it may be used.
    pub licence: String,
    /// Where it is found.
    pub url: Option<Link>,
}

/// A closed line of a department's outline.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Ring {
    /// Its corners; the first is not repeated at the end.
    pub corners: Vec<Point>,
    /// The first and last corner of each stretch of coast. The number of all corners stands for the first
    /// one again.
    pub coast: Vec<(usize, usize)>,
}

/// The communes of a department.
#[derive(Debug, Clone, PartialEq)]
pub struct Gazetteer {
    department: Department,
    name: String,
    sources: Vec<Attribution>,
    outline: Vec<Ring>,
    /// Sorted by INSEE code.
    communes: Vec<Commune>,
    /// For each commune its folded names, the official one first.
    folded: Vec<Vec<String>>,
    /// For each commune where it lies.
    spots: Vec<Option<Spot>>,
}

impl Gazetteer {
    /// A gazetteer of communes in any order. Of two with one code, the first stays.
    #[must_use]
    pub fn new(
        department: Department,
        name: String,
        sources: Vec<Attribution>,
        mut communes: Vec<Commune>,
    ) -> Self {
        order::sort_by(&mut communes, |a, b| a.insee.cmp(&b.insee));
        communes.dedup_by(|later, first| later.insee == first.insee);
        let folded = communes.iter().map(|commune| {
            let names = std::iter::once(&commune.name).chain(&commune.names);
            names.map(|name| fold_name(name)).collect()
        });
        Self {
            department,
            name,
            sources,
            outline: Vec::new(),
            folded: folded.collect(),
            spots: spots(&communes),
            communes,
        }
    }

    /// The gazetteer with the outline of its department.
    #[must_use]
    pub fn with_outline(mut self, outline: Vec<Ring>) -> Self {
        self.outline = outline;
        self
    }

    /// The outline of the department; empty where it is not known.
    #[must_use]
    pub fn outline(&self) -> &[Ring] {
        &self.outline
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

    /// Where the facts come from.
    #[must_use]
    pub fn sources(&self) -> &[Attribution] {
        &self.sources
    }

    /// Every commune, in the order of the codes.
    #[must_use]
    pub fn communes(&self) -> &[Commune] {
        &self.communes
    }

    /// The commune of a code.
    #[must_use]
    pub fn by_insee(&self, insee: &Insee) -> Option<&Commune> {
        self.position(insee).map(|place| &self.communes[place])
    }

    /// Where the commune of a code lies: its own place, or else the middle of those that share a
    /// postcode with it, or else of its group's.
    #[must_use]
    pub fn spot(&self, insee: &Insee) -> Option<Spot> {
        self.spots[self.position(insee)?]
    }

    fn position(&self, insee: &Insee) -> Option<usize> {
        let found = self.communes.binary_search_by(|commune| commune.insee.cmp(insee));
        found.ok()
    }

    /// Every commune of a name, official or usual, without regard to case, accents, signs and « St
    /// » for « Saint »; the biggest first. Several communes may share a name.
    #[must_use]
    pub fn find_exact(&self, name: &str) -> Vec<&Commune> {
        let wanted = fold_name(name);
        if wanted.is_empty() {
            return Vec::new();
        }
        let is_it = |names: &Vec<String>| names.iter().position(|name| *name == wanted);
        self.ranked(usize::MAX, |_, names| is_it(names).map(|nth| u8::from(nth > 0)))
    }

    /// The communes that a person may be typing the name, the postcode or the code of, the most
    /// likely first: those of that very name, then those whose name begins so, then those with
    /// words that begin so; the biggest first among equals.
    #[must_use]
    pub fn suggest(&self, typed: &str, limit: usize) -> Vec<&Commune> {
        let typed = words(typed);
        if typed.is_empty() {
            return Vec::new();
        }
        if typed.bytes().all(|byte| byte.is_ascii_digit()) {
            let by_postcode = self.ranked(limit, |commune, _| {
                let mut codes = commune.postcodes.iter();
                codes.any(|code| code.as_str().starts_with(&typed)).then_some(0)
            });
            // What is typed is a postcode where there is such a one: few know the other codes.
            if !by_postcode.is_empty() {
                return by_postcode;
            }
            return self.ranked(limit, |commune, _| (typed == commune.insee.as_str()).then_some(0));
        }
        // « st » may be Saint-Omer or the beginning of Steenwerck.
        let readings = [without_abbreviations(&typed), typed];
        self.ranked(limit, |_, names| {
            let of_name = |name: &String| readings.iter().filter_map(|typed| closeness(name, typed)).min();
            names.iter().filter_map(of_name).min()
        })
    }

    /// Each commune with its names, folded, one blank between their words, « st » written out; the official one
    /// first.
    pub fn folded(&self) -> impl Iterator<Item = (&Commune, &[String])> {
        self.communes.iter().zip(self.folded.iter().map(Vec::as_slice))
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
        order::sort_by_key(&mut found, |(rank, size, _)| (*rank, *size));
        found.truncate(limit);
        found.into_iter().map(|(.., commune)| commune).collect()
    }
}

/// For each commune where it lies, or about where its neighbours do.
fn spots(communes: &[Commune]) -> Vec<Option<Spot>> {
    let middle = |is_near: &dyn Fn(&Commune) -> bool| {
        let near = communes.iter().filter(|other| is_near(other));
        let (count, lat, lon) = near
            .filter_map(|other| other.point)
            .fold((0.0, 0.0, 0.0), |(count, lat, lon), point| {
                (count + 1.0, lat + point.lat(), lon + point.lon())
            });
        // None of them has a place: the middle is no number, and no point.
        Point::new(lat / count, lon / count)
    };
    let spot = |commune: &Commune| {
        let approximate = commune.point.is_none();
        let post = |other: &Commune| {
            other
                .postcodes
                .iter()
                .any(|code| commune.postcodes.contains(code))
        };
        let group = |other: &Commune| other.epci.is_some() && other.epci == commune.epci;
        let point = commune
            .point
            .or_else(|| middle(&post))
            .or_else(|| middle(&group))?;
        Some(Spot { point, approximate })
    };
    communes.iter().map(spot).collect()
}

/// How close a folded name is to what was typed: the same, begun so, with that in it from the start
/// of a word, with words that begin with each typed word.
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

/// A name as it is compared: its folded words, one blank between them, « st » written out.
pub(super) fn fold_name(name: &str) -> String {
    without_abbreviations(&words(name))
}

/// The folded words of a text, one blank between them.
fn words(text: &str) -> String {
    let folded = fold(text);
    let words = folded.split(|c: char| c.is_ascii() && !c.is_ascii_alphanumeric());
    words
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

/// Folded words with « st » and « ste » written out.
fn without_abbreviations(words: &str) -> String {
    let written_out = words.split(' ').map(|word| match word {
        "st" => "saint",
        "ste" => "sainte",
        word => word,
    });
    written_out.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::{Commune, Gazetteer};
    use crate::domain::code::{Department, Insee, Postcode};
    use crate::domain::point::Point;

    fn gazetteer() -> Gazetteer {
        let rows: [(&str, &str, &str, u32, &[&str]); 9] = [
            ("62498", "Lens", "62300", 32_000, &[]),
            ("62033", "Annay", "62880", 4_500, &["Annay-sous-Lens"]),
            ("62765", "Saint-Omer", "62500", 14_900, &[]),
            (
                "62757",
                "Saint-Martin-lez-Tatinghem",
                "62500",
                5_900,
                &["St-Martin-au-Laërt"],
            ),
            ("62745", "Sainte-Austreberthe", "62140", 600, &[]),
            ("62804", "Steenbecque-la-Neuve", "62120", 90, &[]),
            ("62160", "Boulogne-sur-Mer", "62200", 40_000, &[]),
            ("62666", "L'Étoile", "62830", 1_000, &[]),
            ("62667", "Œuf-en-Ternois", "62130", 250, &["Lens"]),
        ];
        let communes = rows.map(|(insee, name, postcode, population, names)| Commune {
            insee: Insee::parse(insee).unwrap(),
            name: name.to_owned(),
            postcodes: vec![Postcode::parse(postcode).unwrap()],
            population: Some(population),
            epci: None,
            point: None,
            names: names.iter().map(|&name| name.to_owned()).collect(),
        });
        Gazetteer::new(
            Department::parse("62").unwrap(),
            "Pas-de-Calais".to_owned(),
            Vec::new(),
            communes.to_vec(),
        )
    }

    fn names(communes: Vec<&Commune>) -> Vec<&str> {
        communes
            .into_iter()
            .map(|commune| commune.name.as_str())
            .collect()
    }

    #[test]
    fn what_is_typed_finds_the_commune() {
        let gazetteer = gazetteer();
        for (typed, expected) in [
            ("len", vec!["Lens", "Œuf-en-Ternois", "Annay"]),
            ("LENS", vec!["Lens", "Œuf-en-Ternois", "Annay"]),
            ("annay sous", vec!["Annay"]),
            ("sous-lens", vec!["Annay"]),
            ("st omer", vec!["Saint-Omer"]),
            ("Saint-Ômer", vec!["Saint-Omer"]),
            (
                "st",
                vec![
                    "Saint-Omer",
                    "Saint-Martin-lez-Tatinghem",
                    "Sainte-Austreberthe",
                    "Steenbecque-la-Neuve",
                ],
            ),
            ("ste", vec!["Sainte-Austreberthe", "Steenbecque-la-Neuve"]),
            ("st martin au laert", vec!["Saint-Martin-lez-Tatinghem"]),
            ("mer boulogne", vec!["Boulogne-sur-Mer"]),
            ("l’etoile", vec!["L'Étoile"]),
            ("etoile", vec!["L'Étoile"]),
            ("oeuf", vec!["Œuf-en-Ternois"]),
            ("62500", vec!["Saint-Omer", "Saint-Martin-lez-Tatinghem"]),
            ("622", vec!["Boulogne-sur-Mer"]),
            ("62666", vec!["L'Étoile"]),
            ("paris", vec![]),
            (" - ", vec![]),
        ] {
            assert_eq!(names(gazetteer.suggest(typed, 9)), expected, "{typed}");
        }
        assert_eq!(names(gazetteer.suggest("s", 1)), ["Saint-Omer"]);
    }

    #[test]
    fn a_name_finds_all_that_bear_it() {
        let gazetteer = gazetteer();
        assert_eq!(names(gazetteer.find_exact("lens")), ["Lens", "Œuf-en-Ternois"]);
        assert_eq!(names(gazetteer.find_exact("Annay sous Lens")), ["Annay"]);
        assert_eq!(names(gazetteer.find_exact("len")), [""; 0]);
        assert_eq!(names(gazetteer.find_exact("")), [""; 0]);
    }

    #[test]
    fn a_code_finds_its_commune() {
        let gazetteer = gazetteer();
        for commune in gazetteer.communes() {
            assert_eq!(gazetteer.by_insee(&commune.insee), Some(commune));
        }
        assert_eq!(gazetteer.by_insee(&Insee::parse("75056").unwrap()), None);
    }

    #[test]
    fn a_commune_without_a_place_lies_among_its_neighbours() {
        let commune = |insee: &str, postcode: &str, epci: Option<&str>, point: Option<(f64, f64)>| Commune {
            insee: Insee::parse(insee).unwrap(),
            name: insee.to_owned(),
            postcodes: vec![Postcode::parse(postcode).unwrap()],
            population: None,
            epci: epci.map(str::to_owned),
            point: point.and_then(|(lat, lon)| Point::new(lat, lon)),
            names: Vec::new(),
        };
        let communes = vec![
            commune("62001", "62300", None, Some((50.0, 2.0))),
            commune("62002", "62300", Some("CC"), Some((51.0, 3.0))),
            commune("62003", "62300", Some("CC"), None),
            commune("62004", "62400", Some("CC"), None),
            commune("62005", "62500", None, None),
        ];
        let department = Department::parse("62").unwrap();
        let gazetteer = Gazetteer::new(department, String::new(), Vec::new(), communes);
        let spot = |insee: &str| {
            let spot = gazetteer.spot(&Insee::parse(insee).unwrap());
            spot.map(|spot| (spot.point.lat(), spot.point.lon(), spot.approximate))
        };
        assert_eq!(spot("62001"), Some((50.0, 2.0, false)));
        assert_eq!(
            spot("62003"),
            Some((50.5, 2.5, true)),
            "the middle of its postcode"
        );
        assert_eq!(spot("62004"), Some((51.0, 3.0, true)), "of its group");
        assert_eq!((spot("62005"), spot("75056")), (None, None));
    }
}
