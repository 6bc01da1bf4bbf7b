//! Files damaged or made up at random: whatever the bytes are, reading them does no harm.

use proptest::prelude::*;
use solidaire::domain::link::Link;
use solidaire::domain::value::Value;
use solidaire::format::change::decode_change;
use solidaire::format::refusal::Format;
use solidaire::format::warning::Warnings;
use solidaire::format::{backup, contribution, handover, json, v1};

use crate::{arbitrary, fixtures};

/// Reads a text in every way there is, and checks what holds for anything that was read.
fn read_in_every_way(text: &str) {
    let Ok(document) = json::parse(text) else { return };
    let written = json::write(&document);
    assert_eq!(json::parse(&written).as_ref(), Ok(&document), "{text}");
    let _ = decode_change(&document);
    let _ = backup::read_backup(document.clone());
    let _ = handover::read_handover(document.clone());
    let _ = contribution::read_contribution(document.clone());
    if let Some(object) = document.as_object() {
        let mut warnings = Warnings::new();
        let _ = v1::decode_initiative(object.clone(), &mut warnings);
        let _ = v1::decode_communique(object.clone(), &mut warnings);
        let _ = v1::decode_theme(object.clone(), &mut warnings);
        let _ = v1::decode_site(object.clone(), &mut warnings);
    }
    if let Ok(reading) = v1::read_catalogue(document) {
        let written = v1::write_catalogue(&reading.value);
        let again = v1::read_catalogue(written.clone()).expect("what was read can be read again");
        assert_eq!(
            v1::write_catalogue(&again.value),
            written,
            "reading twice changes nothing: {text}"
        );
        for contact in reading.value.initiatives.iter().flat_map(|one| &one.contacts) {
            let link = contact.means.link();
            assert!(link.is_none_or(|link| Link::parse(link.as_str()).is_some()));
        }
    }
}

/// A text of a valid file with a few bytes changed, left out, repeated or put in.
fn mutated() -> impl Strategy<Value = Vec<u8>> {
    let mut texts: Vec<Vec<u8>> = Vec::new();
    for folder in ["valid", "lenient"] {
        texts.extend(
            fixtures::files(folder, ".json")
                .into_iter()
                .map(|(_, text)| text.into_bytes()),
        );
    }
    let piece = prop_oneof![
        any::<u8>().prop_map(|byte| vec![byte]),
        prop::sample::select(
            [
                "null", "[]", "{}", "\"\"", "-1", "1e999", "\\ud800", "\\u202e", "\"id\":", ",", "true",
                "9e15", "\u{feff}"
            ]
            .map(|text| text.as_bytes().to_vec())
            .to_vec()
        ),
    ];
    let edit = (any::<prop::sample::Index>(), 0_usize..12, piece);
    (prop::sample::select(texts), prop::collection::vec(edit, 1..6)).prop_map(|(mut bytes, edits)| {
        for (position, removed, piece) in edits {
            let start = position.index(bytes.len());
            let end = (start + removed).min(bytes.len());
            bytes.splice(start..end, piece);
            if bytes.is_empty() {
                bytes.push(b' ');
            }
        }
        bytes
    })
}

/// Any tree, dressed up as a catalogue whose fields are of any type.
fn disguised() -> impl Strategy<Value = String> {
    let name = prop::sample::select(
        [
            "edition",
            "site",
            "themes",
            "initiatives",
            "communiques",
            "removed",
            "id",
            "title",
            "measures",
            "value",
            "contacts",
            "kind",
            "place",
            "lat",
            "sections",
            "items",
            "translations",
            "fr",
            "fields",
            "target",
            "entries",
        ]
        .to_vec(),
    );
    let leaf = prop_oneof![
        arbitrary::value(),
        prop::sample::select(
            [
                "a",
                "b",
                "2020-04-30",
                "web",
                "phone",
                "javascript:x",
                "",
                "1 600"
            ]
            .to_vec()
        )
        .prop_map(Value::text),
    ];
    let tree = leaf.prop_recursive(5, 60, 6, move |inner| {
        let fields = prop::collection::btree_map(name.clone().prop_map(str::to_owned), inner.clone(), 0..8);
        prop_oneof![
            prop::collection::vec(inner, 0..5).prop_map(Value::List),
            fields.prop_map(|fields| Value::Object(fields.into_iter().collect())),
        ]
    });
    (tree, any::<bool>()).prop_map(|(tree, complete)| {
        let mut object = match tree {
            Value::Object(object) => object,
            tree => [("initiatives".to_owned(), tree)].into_iter().collect(),
        };
        object.set("format", Format::Catalogue.name());
        if complete {
            let site = [("id".to_owned(), Value::text("s"))].into_iter().collect();
            object.set("site", Value::Object(site));
        }
        json::write(&Value::Object(object))
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn no_bytes_do_harm(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        if let Ok(text) = json::decode(&bytes) {
            read_in_every_way(text);
        }
    }

    #[test]
    fn no_damaged_file_does_harm(bytes in mutated()) {
        if let Ok(text) = json::decode(&bytes) {
            read_in_every_way(text);
        }
    }

    #[test]
    fn no_misshapen_document_does_harm(text in disguised()) {
        read_in_every_way(&text);
    }
}
