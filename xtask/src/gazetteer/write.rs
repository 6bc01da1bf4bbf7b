//! Writes the gazetteer's JSON: one commune a line, so that a new year's figures read well in a diff.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use anyhow::{Context, Result};
use serde_json::{Value, json};

use super::{Commune, Department, outlines};

const COLUMNS: [&str; 8] = [
    "insee",
    "name",
    "postcodes",
    "population",
    "epci",
    "lat",
    "lon",
    "names",
];

/// The file of one department; the shape is described in [`super`].
pub(super) fn department(department: &Department, epci: &BTreeMap<String, String>) -> Result<String> {
    let sirens: BTreeSet<&String> = department
        .communes
        .iter()
        .filter_map(|c| c.epci.as_ref())
        .collect();
    let groups = sirens.iter().map(|siren| {
        let name = epci
            .get(*siren)
            .with_context(|| format!("EPCI {siren} has no name"))?;
        Ok(json!([siren, name]))
    });
    let groups: Vec<Value> = groups.collect::<Result<_>>()?;
    let index: BTreeMap<&String, usize> = sirens
        .into_iter()
        .enumerate()
        .map(|(n, siren)| (siren, n))
        .collect();

    let mut out = String::from("{\"format\":\"solidaire-communes\",\"version\":1,\n");
    writeln!(
        out,
        "\"department\":{},\"name\":{},",
        json!(department.code),
        json!(department.name)
    )?;
    writeln!(out, "\"sources\":{},", sources())?;
    writeln!(out, "\"epci\":{},", Value::Array(groups))?;
    writeln!(out, "\"outline\":{},", outlines::written(&department.outline))?;
    writeln!(out, "\"columns\":{},", json!(COLUMNS))?;
    out.push_str("\"communes\":[\n");
    let rows: Vec<String> = department
        .communes
        .iter()
        .map(|commune| row(commune, &index))
        .collect();
    out.push_str(&rows.join(",\n"));
    out.push_str("\n]}\n");
    Ok(out)
}

/// The list of departments with how many communes each has.
pub(super) fn index(departments: &[Department]) -> Result<String> {
    let rows: Vec<String> = departments
        .iter()
        .map(|d| json!([d.code, d.name, d.communes.len()]).to_string())
        .collect();
    let mut out = String::from("{\"format\":\"solidaire-departments\",\"version\":1,\n");
    writeln!(out, "\"sources\":{},", sources())?;
    writeln!(out, "\"columns\":{},", json!(["code", "name", "communes"]))?;
    writeln!(out, "\"departments\":[\n{}\n]}}", rows.join(",\n"))?;
    Ok(out)
}

fn row(commune: &Commune, epci: &BTreeMap<&String, usize>) -> String {
    // Coordinates are written with the digits of the source, which a detour through `f64` might not keep.
    let (latitude, longitude) = match &commune.position {
        Some((latitude, longitude)) => (latitude.as_str(), longitude.as_str()),
        None => ("null", "null"),
    };
    let group = commune.epci.as_ref().and_then(|siren| epci.get(siren));
    format!(
        "[{},{},{},{},{},{latitude},{longitude},{}]",
        json!(commune.insee),
        json!(commune.name),
        json!(commune.postcodes),
        json!(commune.population),
        json!(group),
        json!(commune.names),
    )
}

fn sources() -> Value {
    json!([
        {
            "name": "Découpage administratif 2026 (INSEE, DGCL, La Poste), @etalab/decoupage-administratif 6.0.0",
            "licence": "Licence Ouverte 2.0",
            "url": "https://github.com/datagouv/decoupage-administratif"
        },
        { "name": "GeoNames cities500", "licence": "CC BY 4.0", "url": "https://www.geonames.org/" },
        { "name": "Natural Earth", "licence": "domaine public", "url": "https://www.naturalearthdata.com/" }
    ])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn annay() -> Commune {
        Commune {
            insee: "62033".into(),
            name: "Annay".into(),
            postcodes: vec!["62880".into()],
            population: Some(4571),
            epci: Some("246200364".into()),
            position: Some(("50.46303".into(), "2.88122".into())),
            names: vec!["Annay-sous-Lens".into()],
        }
    }

    #[test]
    fn a_department_is_json_of_the_documented_shape() {
        let bare = Commune {
            insee: "62001".into(),
            epci: None,
            position: None,
            population: None,
            ..annay()
        };
        let whole = Department {
            code: "62".into(),
            name: "Pas-de-Calais".into(),
            communes: vec![bare, annay()],
            outline: Vec::new(),
        };
        let epci = BTreeMap::from([("246200364".to_owned(), "CA de Lens - Liévin".to_owned())]);
        let value: Value = serde_json::from_str(&department(&whole, &epci).unwrap()).unwrap();
        assert_eq!(value["outline"], json!([]));
        assert_eq!(value["epci"], json!([["246200364", "CA de Lens - Liévin"]]));
        assert_eq!(
            value["columns"].as_array().unwrap().len(),
            value["communes"][0].as_array().unwrap().len()
        );
        assert_eq!(
            value["communes"],
            json!([
                [
                    "62001",
                    "Annay",
                    ["62880"],
                    null,
                    null,
                    null,
                    null,
                    ["Annay-sous-Lens"]
                ],
                [
                    "62033",
                    "Annay",
                    ["62880"],
                    4571,
                    0,
                    50.46303,
                    2.88122,
                    ["Annay-sous-Lens"]
                ]
            ])
        );
    }

    #[test]
    fn an_epci_without_a_name_is_an_error() {
        let whole = Department {
            code: "62".into(),
            name: "P".into(),
            communes: vec![annay()],
            outline: Vec::new(),
        };
        assert!(department(&whole, &BTreeMap::new()).is_err());
    }
}
