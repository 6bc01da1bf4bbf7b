//! The schemas in `public/` say what the code says.

use std::fs;
use std::path::Path;

use boon::{Compiler, SchemaIndex, Schemas};
use proptest::prelude::*;
use serde_json::Value;
use solidaire::domain::catalogue::RemovalReason;
use solidaire::domain::change::TargetKind;
use solidaire::domain::communique::CommuniqueStatus;
use solidaire::domain::contact::Means;
use solidaire::domain::initiative::{MeasureKind, NeedKind, NeedState, OrganiserKind, Status};
use solidaire::format::{backup, contribution, json, limits, link, v1};

use crate::{arbitrary, fixtures};

struct Checker {
    schemas: Schemas,
    catalogue: SchemaIndex,
    contribution: SchemaIndex,
    backup: SchemaIndex,
    handover: SchemaIndex,
}

fn public(name: &str) -> Value {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("public").join(name);
    serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap()
}

impl Checker {
    fn new() -> Self {
        let mut schemas = Schemas::new();
        let mut compiler = Compiler::new();
        let mut compile = |name: &str| {
            let url = format!("https://solidaire.example/{name}");
            compiler.add_resource(&url, public(name)).unwrap();
            compiler.compile(&url, &mut schemas).unwrap()
        };
        let catalogue = compile("catalogue.schema.json");
        let contribution = compile("contribution.schema.json");
        let backup = compile("backup.schema.json");
        let handover = compile("handover.schema.json");
        Self {
            schemas,
            catalogue,
            contribution,
            backup,
            handover,
        }
    }

    /// What the schema of its own format says against a document.
    fn complaint(&self, text: &str) -> Option<String> {
        let document: Value = serde_json::from_str(text).unwrap();
        let schema = match document["format"].as_str() {
            Some("solidaire-contribution") => self.contribution,
            Some("solidaire-backup") => self.backup,
            Some("solidaire-handover") => self.handover,
            _ => self.catalogue,
        };
        self.schemas
            .validate(&document, schema)
            .err()
            .map(|error| format!("{error:#}"))
    }
}

#[test]
fn every_file_of_ours_follows_its_schema() {
    let checker = Checker::new();
    let mut files = fixtures::files("valid", ".json");
    let shipped = Path::new(env!("CARGO_MANIFEST_DIR")).join("public/catalogue.json");
    let text = fs::read_to_string(&shipped).unwrap();
    files.push((shipped, text));
    for (path, text) in files {
        assert_eq!(checker.complaint(&text), None, "{}", path.display());
    }
    for (path, text) in fixtures::files("lenient", ".expected.json") {
        let expected: Value = serde_json::from_str(&text).unwrap();
        assert_eq!(
            checker.complaint(&expected["catalogue"].to_string()),
            None,
            "{}",
            path.display()
        );
    }
}

#[test]
fn what_is_wrong_does_not_follow_the_schema() {
    let checker = Checker::new();
    let (_, full) = &fixtures::files("valid", "full.catalogue.json")[0];
    for (right, wrong) in [
        ("\"version\": 1", "\"version\": 2"),
        ("\"soupe-1\"", "\"Soupe 1\""),
        ("\"2A004\"", "2004"),
        ("\"2026-10-06\"", "\"06/10/2026\""),
        ("1250.5", "-1"),
        ("1250.5", "\"1250\""),
        ("https://journal.example/soupe", "javascript:alert(1)"),
        ("https://journal.example/soupe", "https://moi@journal.example"),
        ("\"Soupe du mardi\"", "\"\""),
        ("\"#0b6e4f\"", "\"green\""),
    ] {
        assert!(full.contains(right), "{right}");
        let text = full.replace(right, wrong);
        assert!(checker.complaint(&text).is_some(), "{wrong} in place of {right}");
    }
    for (path, text) in fixtures::files("lenient", ".json") {
        assert!(checker.complaint(&text).is_some(), "{}", path.display());
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn whatever_is_written_follows_its_schema(
        catalogue in arbitrary::catalogue(),
        contribution in arbitrary::contribution(),
        backup in arbitrary::backup(),
    ) {
        let checker = Checker::new();
        for document in [
            v1::write_catalogue(&catalogue),
            contribution::write_contribution(&contribution),
            backup::write_backup(&backup),
        ] {
            prop_assert_eq!(checker.complaint(&json::write(&document)), None);
        }
        prop_assert_eq!(checker.complaint(&link::wire_text(&contribution)), None);
    }
}

/// The sample has every field, so a field that the writer gains shows here until the schema has it.
#[test]
fn the_schemas_name_every_field_that_is_written() {
    for (path, text) in fixtures::files("valid", ".json") {
        let document: Value = serde_json::from_str(&text).unwrap();
        let name = document["format"].as_str().unwrap().replace("solidaire-", "");
        let schema = public(&format!("{name}.schema.json"));
        let mut missing = Vec::new();
        compare(&document, &schema, &schema, "", &mut missing);
        assert_eq!(missing, Vec::<String>::new(), "{}", path.display());
    }
}

/// Fields of a document that its schema does not name, but for those that stand for a newer version.
fn compare(document: &Value, schema: &Value, root: &Value, place: &str, missing: &mut Vec<String>) {
    let schema = match schema["$ref"].as_str() {
        Some(reference) => root.pointer(reference.trim_start_matches('#')).unwrap(),
        None => schema,
    };
    match document {
        Value::Array(list) => {
            for item in list {
                compare(item, &schema["items"], root, place, missing);
            }
        }
        Value::Object(fields) => {
            let Some(properties) = schema["properties"].as_object() else {
                return;
            };
            for (name, value) in fields.iter().filter(|(name, _)| !name.starts_with("future_")) {
                let place = format!("{place}/{name}");
                match properties.get(name) {
                    Some(schema) => compare(value, schema, root, &place, missing),
                    None => missing.push(place),
                }
            }
        }
        _ => {}
    }
}

#[test]
fn the_schemas_name_the_known_codes_and_the_limits() {
    let catalogue = public("catalogue.schema.json");
    let contribution = public("contribution.schema.json");
    let entry = "/$defs/initiative/properties";
    let item = |list: &str, field: &str| format!("{entry}/{list}/items/properties/{field}");
    let release = "/$defs/communique/properties";
    let codes = |schema: &Value, pointer: &str| -> Vec<String> {
        let codes = schema
            .pointer(&format!("{pointer}/anyOf/0/enum"))
            .unwrap()
            .as_array()
            .unwrap();
        codes
            .iter()
            .map(|code| code.as_str().unwrap().to_owned())
            .collect()
    };
    macro_rules! same {
        ($schema:expr, $pointer:expr, $type:ty) => {
            let known: Vec<_> = <$type>::KNOWN
                .iter()
                .map(|value| value.code().to_owned())
                .collect();
            assert_eq!(codes($schema, &$pointer), known, "{}", $pointer);
        };
    }
    same!(
        &catalogue,
        format!("{entry}/organiser/properties/kind"),
        OrganiserKind
    );
    same!(&catalogue, item("measures", "kind"), MeasureKind);
    same!(&catalogue, item("needs", "kind"), NeedKind);
    same!(&catalogue, item("needs", "state"), NeedState);
    same!(&catalogue, format!("{entry}/status"), Status);
    same!(&catalogue, format!("{release}/status"), CommuniqueStatus);
    same!(
        &catalogue,
        "/properties/removed/items/properties/reason",
        RemovalReason
    );
    same!(
        &contribution,
        "/$defs/change/properties/target/properties/kind",
        TargetKind
    );
    assert_eq!(codes(&catalogue, &item("contacts", "kind")), Means::KINDS);

    let limit = |schema: &Value, pointer: &str| schema.pointer(pointer).unwrap().as_u64().unwrap();
    for (schema, pointer, expected) in [
        (
            &catalogue,
            "/properties/initiatives/maxItems".to_owned(),
            limits::INITIATIVES,
        ),
        (
            &catalogue,
            "/properties/communiques/maxItems".to_owned(),
            limits::COMMUNIQUES,
        ),
        (
            &catalogue,
            "/properties/themes/maxItems".to_owned(),
            limits::THEMES,
        ),
        (
            &catalogue,
            "/$defs/site/properties/theme_order/maxItems".to_owned(),
            limits::THEMES,
        ),
        (
            &catalogue,
            "/$defs/site/properties/emergency/maxItems".to_owned(),
            limits::EMERGENCY,
        ),
        (
            &catalogue,
            "/properties/removed/maxItems".to_owned(),
            limits::REMOVED,
        ),
        (&catalogue, format!("{entry}/measures/maxItems"), limits::ITEMS),
        (&catalogue, format!("{entry}/title/maxLength"), limits::LINE),
        (
            &catalogue,
            format!("{entry}/summary/maxLength"),
            limits::PARAGRAPHS,
        ),
        (&catalogue, item("contacts", "value/maxLength"), limits::LINK),
        (
            &contribution,
            "/properties/changes/maxItems".to_owned(),
            limits::CHANGES,
        ),
        (
            &contribution,
            "/$defs/change/properties/fields/maxProperties".to_owned(),
            limits::CHANGE_FIELDS,
        ),
    ] {
        assert_eq!(limit(schema, &pointer), expected as u64, "{pointer}");
    }
}
