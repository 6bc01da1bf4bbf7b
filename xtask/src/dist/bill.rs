//! The bill of materials beside the zip: what the application is made of and what made it, as `CycloneDX`.
//!
//! It carries no time and no random number, so that two builds of one commit give the same bytes.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use super::{read, write};
use crate::process;
use crate::wasm_target::TARGET;

/// The application's own package.
const OWN: &str = "solidaire";

/// The tools from npm that work on the built files.
const NPM: &str = "xtask/npm/tools";

/// Writes `solidaire-<version>.cdx.json` beside the zip.
pub(super) fn write_beside(root: &Path) -> Result<()> {
    let metadata = process::output(
        Command::new("cargo")
            .args([
                "metadata",
                "--format-version",
                "1",
                "--locked",
                "--offline",
                "--filter-platform",
                TARGET,
            ])
            .current_dir(root),
    )?;
    let metadata: Value = serde_json::from_str(&metadata).context("what cargo says is no JSON")?;
    let checksums = checksums(&read(&root.join("Cargo.lock"))?);
    let mut components = crates(&metadata, &checksums)?;
    let asked = read(&root.join(NPM).join("package.json"))?;
    let lock = read(&root.join(NPM).join("package-lock.json"))?;
    components.extend(npm(
        &serde_json::from_str(&asked)?,
        &serde_json::from_str(&lock)?,
    )?);
    let version = env!("CARGO_PKG_VERSION");
    let bill = json!({
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": { "component": {
            "type": "application", "bom-ref": OWN, "name": OWN, "version": version,
            "licenses": [{ "expression": env!("CARGO_PKG_LICENSE") }],
        } },
        "components": components,
    });
    write(
        &root.join(format!("{OWN}-{version}.cdx.json")),
        format!("{bill:#}\n"),
    )
}

/// The crates that are compiled into the application, in the order of their names.
fn crates(metadata: &Value, checksums: &BTreeMap<(String, String), String>) -> Result<Vec<Value>> {
    let packages = metadata["packages"]
        .as_array()
        .context("cargo names no packages")?;
    let nodes = metadata["resolve"]["nodes"]
        .as_array()
        .context("cargo resolves nothing")?;
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let own = packages.iter().find(|package| package["name"] == OWN);
    let own = text(&own.context("the application is no package")?["id"]);
    let mut found = BTreeSet::from([own.clone()]);
    let mut open = vec![own.clone()];
    while let Some(id) = open.pop() {
        let node = nodes.iter().find(|node| node["id"] == id.as_str());
        let dependencies = node
            .and_then(|node| node["deps"].as_array())
            .into_iter()
            .flatten();
        let compiled_in = dependencies.filter(|dependency| {
            let kinds = dependency["dep_kinds"].as_array().into_iter().flatten();
            kinds.into_iter().any(|kind| kind["kind"].is_null())
        });
        for dependency in compiled_in {
            let id = text(&dependency["pkg"]);
            if found.insert(id.clone()) {
                open.push(id);
            }
        }
    }
    let mut components: Vec<(String, String, Value)> = Vec::new();
    for package in packages {
        let id = text(&package["id"]);
        if id == own || !found.contains(&id) {
            continue;
        }
        let (name, version) = (text(&package["name"]), text(&package["version"]));
        let mut component = component("cargo", &name, &version, &text(&package["license"]));
        if let Some(checksum) = checksums.get(&(name.clone(), version.clone())) {
            component["hashes"] = json!([{ "alg": "SHA-256", "content": checksum }]);
        }
        components.push((name, version, component));
    }
    ensure!(
        !components.is_empty(),
        "cargo names no dependencies of the application"
    );
    components.sort_by(|one, two| (&one.0, &one.1).cmp(&(&two.0, &two.1)));
    Ok(components
        .into_iter()
        .map(|(_, _, component)| component)
        .collect())
}

/// The tools that are asked for, at the versions that the lock pins; they work on the files and are not in
/// them.
fn npm(asked: &Value, lock: &Value) -> Result<Vec<Value>> {
    let asked = asked["dependencies"]
        .as_object()
        .context("no tools are asked for")?;
    let pinned = |name: &str| &lock["packages"][format!("node_modules/{name}")];
    let tools = asked.keys().map(|name| {
        let package = pinned(name);
        let version = package["version"]
            .as_str()
            .with_context(|| format!("{name} is not pinned"))?;
        ensure!(
            package["integrity"]
                .as_str()
                .is_some_and(|hash| hash.starts_with("sha512-")),
            "{name} is pinned without a hash"
        );
        let licence = package["license"].as_str().unwrap_or_default();
        let mut component = component("npm", name, version, licence);
        component["scope"] = json!("excluded");
        Ok(component)
    });
    tools.collect()
}

fn component(kind: &str, name: &str, version: &str, licence: &str) -> Value {
    let reference = format!("pkg:{kind}/{name}@{version}");
    // Old packages separate a choice of licences with a slash.
    let licence = licence.replace('/', " OR ");
    let mut component = json!({
        "type": "library", "bom-ref": reference, "name": name, "version": version, "purl": reference,
    });
    if !licence.is_empty() {
        component["licenses"] = json!([{ "expression": licence }]);
    }
    component
}

/// The hash of every crate, by its name and version.
fn checksums(lock: &str) -> BTreeMap<(String, String), String> {
    let value = |package: &str, name: &str| {
        let start = format!("{name} = \"");
        let line = package.lines().find_map(|line| line.strip_prefix(&start))?;
        Some(line.trim_end_matches('"').to_owned())
    };
    let packages = lock.split("[[package]]").skip(1);
    let hashed = packages.filter_map(|package| {
        let name = (value(package, "name")?, value(package, "version")?);
        Some((name, value(package, "checksum")?))
    });
    hashed.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_compiled_in_is_named_and_what_only_builds_or_tests_is_not() {
        let package =
            |name: &str| json!({ "name": name, "id": name, "version": "1.0.0", "license": "MIT/Apache-2.0" });
        let on = |name: &str, kind: Value| json!({ "pkg": name, "dep_kinds": [{ "kind": kind }] });
        let metadata = json!({
            "packages": [package("solidaire"), package("b"), package("a"), package("builds"), package("tests")],
            "resolve": { "nodes": [
                { "id": "solidaire", "deps": [on("a", Value::Null), on("builds", json!("build")), on("tests", json!("dev"))] },
                { "id": "a", "deps": [on("b", Value::Null)] },
                { "id": "b", "deps": [on("a", Value::Null)] },
            ] },
        });
        let checksums = checksums("[[package]]\nname = \"a\"\nversion = \"1.0.0\"\nchecksum = \"00ff\"\n");
        let crates = crates(&metadata, &checksums).unwrap();
        let names: Vec<_> = crates.iter().map(|one| one["purl"].as_str().unwrap()).collect();
        assert_eq!(names, ["pkg:cargo/a@1.0.0", "pkg:cargo/b@1.0.0"]);
        assert_eq!(crates[0]["hashes"][0]["content"], "00ff");
        assert_eq!(crates[0]["licenses"][0]["expression"], "MIT OR Apache-2.0");
    }

    #[test]
    fn every_tool_from_npm_is_pinned_by_version_and_hash() {
        let root = crate::project::root();
        let file = |name: &str| serde_json::from_str(&read(&root.join(NPM).join(name)).unwrap()).unwrap();
        let tools = npm(&file("package.json"), &file("package-lock.json")).unwrap();
        assert!(tools.len() >= 3 && tools.iter().all(|tool| tool["scope"] == "excluded"));
        assert!(npm(&json!({ "dependencies": { "x": "1" } }), &json!({})).is_err());
    }
}
