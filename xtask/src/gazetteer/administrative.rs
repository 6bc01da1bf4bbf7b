//! Reads the package `@etalab/decoupage-administratif`: which communes, departments and EPCI there are.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use serde_json::Value;

use super::{Commune, Department};

/// Every department in the order of its code, with its communes in the order of theirs, not yet placed.
pub(super) fn read(sources: &Path) -> Result<Vec<Department>> {
    let names = names_by_code(sources, "departements.json")?;
    let epci = epci_by_commune(sources)?;
    let rows = list(sources, "communes.json")?;

    let mut communes: BTreeMap<&str, (&str, Commune)> = BTreeMap::new();
    for row in rows.iter().filter(|row| row["type"] == "commune-actuelle") {
        let insee = text(row, "code")?;
        let mut postcodes = strings(row, "codesPostaux")?;
        postcodes.sort();
        let commune = Commune {
            insee: insee.to_owned(),
            name: text(row, "nom")?.to_owned(),
            postcodes,
            population: row["population"].as_u64(),
            epci: epci.get(insee).cloned(),
            position: None,
            names: Vec::new(),
        };
        communes.insert(insee, (text(row, "departement")?, commune));
    }
    // Delegated and associated communes, and the arrondissements of Paris, Lyon and Marseille, are names of their commune.
    for row in rows.iter().filter(|row| row["type"] != "commune-actuelle") {
        let head = row["chefLieu"].as_str().or_else(|| row["commune"].as_str());
        let head = head.with_context(|| format!("{row} belongs to no commune"))?;
        if let Some((_, commune)) = communes.get_mut(head) {
            commune.names.push(text(row, "nom")?.to_owned());
        }
    }

    let mut departments: BTreeMap<&str, Vec<Commune>> = BTreeMap::new();
    for (department, commune) in communes.into_values() {
        departments.entry(department).or_default().push(commune);
    }
    departments
        .into_iter()
        .map(|(code, communes)| {
            let name = names
                .get(code)
                .with_context(|| format!("department {code} has no name"))?;
            Ok(Department {
                code: code.to_owned(),
                name: name.clone(),
                communes,
                outline: Vec::new(),
            })
        })
        .collect()
}

/// The name of each EPCI by its SIREN.
pub(super) fn epci_names(sources: &Path) -> Result<BTreeMap<String, String>> {
    names_by_code(sources, "epci.json")
}

fn epci_by_commune(sources: &Path) -> Result<BTreeMap<String, String>> {
    let mut found = BTreeMap::new();
    for row in list(sources, "epci.json")? {
        let siren = text(&row, "code")?;
        for member in row["membres"].as_array().context("an EPCI without members")? {
            found.insert(text(member, "code")?.to_owned(), siren.to_owned());
        }
    }
    Ok(found)
}

fn names_by_code(sources: &Path, file: &str) -> Result<BTreeMap<String, String>> {
    list(sources, file)?
        .iter()
        .map(|row| Ok((text(row, "code")?.to_owned(), text(row, "nom")?.to_owned())))
        .collect()
}

fn list(sources: &Path, file: &str) -> Result<Vec<Value>> {
    let path = sources
        .join("node_modules/@etalab/decoupage-administratif/data")
        .join(file);
    let content = fs::read_to_string(&path).with_context(|| format!("reading {}", path.display()))?;
    serde_json::from_str(&content).with_context(|| format!("{} is not a JSON list", path.display()))
}

fn text<'a>(row: &'a Value, key: &str) -> Result<&'a str> {
    row[key]
        .as_str()
        .with_context(|| format!("no text `{key}` in {row}"))
}

fn strings(row: &Value, key: &str) -> Result<Vec<String>> {
    match &row[key] {
        Value::Null => Ok(Vec::new()),
        Value::Array(items) => items
            .iter()
            .map(|item| {
                Ok(item
                    .as_str()
                    .with_context(|| format!("`{key}` of {row} holds no text"))?
                    .to_owned())
            })
            .collect(),
        other => anyhow::bail!("`{key}` is {other}, not a list"),
    }
}
