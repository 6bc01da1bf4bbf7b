//! Files that mean harm, each a case: it is read safely or refused, with what is wrong and where.
//! Nothing panics, nothing hangs.

use std::time::{Duration, Instant};

use solidaire::domain::value::Value;
use solidaire::format::json::{self, JsonError, JsonErrorKind};
use solidaire::format::refusal::{Format, Refusal};
use solidaire::format::warning::WarningKind;
use solidaire::format::{backup, contribution, limits, v1};

use crate::fixtures;

fn catalogue(inside: &str) -> String {
    format!(
        r#"{{"format":"solidaire-catalogue","version":1,"edition":{{"id":"e"}},"site":{{"id":"s"}},{inside}}}"#
    )
}

fn initiatives(entries: &str) -> String {
    catalogue(&format!(r#""initiatives":[{entries}]"#))
}

/// What [`json::decode`] and [`json::parse`] say of bytes.
fn refused(bytes: &[u8]) -> JsonError {
    let parsed = json::decode(bytes).and_then(json::parse);
    parsed.expect_err("it is refused")
}

#[test]
fn what_is_no_json_is_called_by_its_name() {
    use JsonErrorKind::{Empty, Html, Incomplete, NotText, Pdf, Syntax, TooLarge, Utf16, Zip};
    let cases: [(&[u8], JsonErrorKind); 21] = [
        (b"", Empty),
        (b" \n", Empty),
        (b"\xef\xbb\xbf", Empty),
        (b"PK\x03\x04rest", Zip),
        (b"%PDF-1.7", Pdf),
        (b"\x89PNG\r\n\x1a\n", NotText),
        (b"{\"title\":\"d\xe9j\xe0\"}", NotText),
        (b"\xff\xfe{\0}\0", Utf16),
        (b"\xfe\xff\0{\0}", Utf16),
        (b"{\0}\0", Utf16),
        (b"\0{\0}", Utf16),
        (b"<!doctype html><title>Portail</title>", Html),
        (b"  <html>", Html),
        (b"{\"a\":1", Incomplete),
        (b"{\"a\":1}}", Syntax),
        (b"{\"a\":1,}", Syntax),
        (b"{'a':1}", Syntax),
        (b"{\"a\":1e999}", Syntax),
        (b"{\"a\":\"\\ud800\"}", Syntax),
        (b"{\"a\":\"raw \0 nul\"}", Syntax),
        (b"{\"a\":NaN}", Syntax),
    ];
    for (bytes, kind) in cases {
        assert_eq!(refused(bytes).kind, kind, "{:?}", String::from_utf8_lossy(bytes));
    }
    assert_eq!(refused(&vec![b' '; limits::FILE_BYTES + 1]).kind, TooLarge);
    assert_eq!(
        json::parse("\u{feff}{}"),
        Ok(Value::Object([].into_iter().collect()))
    );
}

#[test]
fn a_refusal_says_where() {
    let error = refused(b"{\n  \"a\": 1,\n  \"b\": oui\n}");
    assert_eq!((error.line, error.kind), (3, JsonErrorKind::Syntax));
    let error = refused(b"{\"a\":1,\n\"b\":{\"title\":1,\"x\":2,\"title\":3}}");
    assert_eq!(
        (error.line, error.kind),
        (2, JsonErrorKind::DuplicateName("title".to_owned()))
    );
}

#[test]
fn limits_are_errors_and_not_hangs() {
    let deep = |depth: usize| ["[".repeat(depth), "]".repeat(depth)].concat();
    assert!(json::parse(&deep(limits::DEPTH)).is_ok());
    assert_eq!(
        refused(deep(limits::DEPTH + 1).as_bytes()).kind,
        JsonErrorKind::TooDeep
    );
    assert_eq!(
        refused("[".repeat(1_000_000).as_bytes()).kind,
        JsonErrorKind::TooDeep
    );
    let many = ["[", &"0,".repeat(limits::VALUES), "0]"].concat();
    assert_eq!(refused(many.as_bytes()).kind, JsonErrorKind::TooMany);
    let fields: Vec<String> = (0..=limits::FIELDS).map(|n| format!("\"{n}\":0")).collect();
    let fields = ["{", &fields.join(","), "}"].concat();
    assert_eq!(refused(fields.as_bytes()).kind, JsonErrorKind::TooMany);
}

#[test]
fn another_document_is_called_by_its_name() {
    let cases = [
        ("[]", Refusal::OtherFormat(Format::Foreign(None))),
        ("{}", Refusal::OtherFormat(Format::Foreign(None))),
        (r#"{"format":7}"#, Refusal::OtherFormat(Format::Foreign(None))),
        (
            r#"{"format":"geojson"}"#,
            Refusal::OtherFormat(Format::Foreign(Some("geojson".to_owned()))),
        ),
        (
            r#"{"format":"solidaire-backup"}"#,
            Refusal::OtherFormat(Format::Backup),
        ),
        (
            r#"{"format":"solidaire-contribution"}"#,
            Refusal::OtherFormat(Format::Contribution),
        ),
        (
            r#"{"format":"solidaire-catalogue","version":2}"#,
            Refusal::NewerVersion(2),
        ),
        (r#"{"format":"solidaire-catalogue","version":1}"#, Refusal::NoSite),
        (
            r#"{"format":"solidaire-catalogue","version":1,"site":"s"}"#,
            Refusal::NoSite,
        ),
        (
            r#"{"format":"solidaire-catalogue","version":1,"site":{"id":"É"}}"#,
            Refusal::NoSite,
        ),
    ];
    for (text, refusal) in cases {
        assert_eq!(v1::read_catalogue_text(text).unwrap_err(), refusal, "{text}");
    }
    let text = r#"{"format":"solidaire-contribution","version":1,"id":"a"}"#;
    assert_eq!(
        contribution::read_contribution_text(text).unwrap_err(),
        Refusal::Unusable("site".to_owned())
    );
    let text = r#"{"format":"solidaire-backup","version":1,"entries":[]}"#;
    assert_eq!(
        backup::read_backup_text(text).unwrap_err(),
        Refusal::Unusable("entries".to_owned())
    );
}

#[test]
fn an_entry_past_its_limits_is_left_out_and_the_others_stay() {
    let long = |count: usize| "é".repeat(count);
    let items = |count: usize| vec!["{\"value\":1}"; count].join(",");
    let cases = [
        (
            format!(r#"{{"id":"a","title":"{}"}}"#, long(limits::LINE + 1)),
            "initiatives[0].title",
        ),
        (
            format!(
                r#"{{"id":"a","title":"t","summary":"{}"}}"#,
                long(limits::PARAGRAPHS + 1)
            ),
            "initiatives[0].summary",
        ),
        (
            format!(
                r#"{{"id":"a","title":"t","organiser":{{"name":"{}"}}}}"#,
                long(limits::LINE + 1)
            ),
            "initiatives[0].organiser.name",
        ),
        (
            format!(
                r#"{{"id":"a","title":"t","translations":{{"en":{{"title":"{}"}}}}}}"#,
                long(limits::PARAGRAPHS + 1)
            ),
            "initiatives[0].translations",
        ),
        (
            format!(
                r#"{{"id":"a","title":"t","measures":[{}]}}"#,
                items(limits::ITEMS + 1)
            ),
            "initiatives[0].measures",
        ),
        (
            format!(
                r#"{{"id":"a","title":"t","tags":["{}"]}}"#,
                long(limits::LINE + 1)
            ),
            "initiatives[0].tags",
        ),
    ];
    for (entry, place) in cases {
        let text = initiatives(&format!(r#"{entry},{{"id":"b","title":"Reste"}}"#));
        let reading = v1::read_catalogue_text(&text).unwrap();
        let titles: Vec<_> = reading
            .value
            .initiatives
            .iter()
            .map(|one| one.title.as_str())
            .collect();
        assert_eq!(titles, ["Reste"], "{place}");
        assert_eq!(reading.warnings.refused(), 1, "{place}");
        let told = reading
            .warnings
            .list()
            .iter()
            .find(|warning| warning.place == place)
            .expect(place);
        assert!(
            matches!(told.kind, WarningKind::TooLong | WarningKind::TooMany),
            "{told:?}"
        );
        assert!(
            told.entry
                .as_ref()
                .is_some_and(|entry| entry.chars().count() <= limits::LINE)
        );
    }
    let whole = format!(r#"{{"id":"a","title":"{}","measures":[]}}"#, long(limits::LINE));
    assert_eq!(
        v1::read_catalogue_text(&initiatives(&whole))
            .unwrap()
            .value
            .initiatives
            .len(),
        1
    );
}

#[test]
fn a_file_past_its_limits_is_refused_with_the_place() {
    let many = vec!["{}"; limits::INITIATIVES + 1].join(",");
    let refusal = v1::read_catalogue_text(&initiatives(&many)).unwrap_err();
    assert_eq!(refusal, Refusal::PastLimit("initiatives".to_owned()));
    let long = "x".repeat(limits::LINE + 1);
    let text =
        format!(r#"{{"format":"solidaire-catalogue","version":1,"site":{{"id":"s","title":"{long}"}}}}"#);
    assert_eq!(
        v1::read_catalogue_text(&text).unwrap_err(),
        Refusal::PastLimit("site".to_owned())
    );
}

#[test]
fn twenty_thousand_entries_that_claim_one_identifier_take_no_time() {
    let entry = |n: usize| format!(r#"{{"id":"same","title":"t{}"}}"#, n / 2);
    let entries: Vec<String> = (0..limits::INITIATIVES).map(entry).collect();
    let start = Instant::now();
    let reading = v1::read_catalogue_text(&initiatives(&entries.join(","))).unwrap();
    assert!(start.elapsed() < Duration::from_secs(10), "{:?}", start.elapsed());
    assert_eq!(
        reading.value.initiatives.len(),
        limits::INITIATIVES / 2,
        "each content once"
    );
    let mut ids: Vec<_> = reading.value.initiatives.iter().map(|one| &one.id).collect();
    ids.sort();
    ids.dedup();
    assert_eq!(ids.len(), limits::INITIATIVES / 2);
    assert_eq!(reading.warnings.list().len(), limits::WARNINGS);
    // The first is as it should be, its copy is left out; of each other pair both get a new identifier,
    // and then one is left out.
    let told = reading.warnings.list().len() + reading.warnings.omitted();
    assert_eq!(told, 1 + 3 * (limits::INITIATIVES / 2 - 1));
}

#[test]
fn two_devices_derive_the_same_identifiers() {
    let one = initiatives(r#"{"title":"t","summary":"s","measures":[{"kind":"other","value":1}]}"#);
    let two =
        initiatives(r#"{"summary":"s","measures":[{"value":1,"kind":"other","unit":null}],"title":"t"}"#);
    let read = |text: &str| v1::read_catalogue_text(text).unwrap().value;
    assert_eq!(read(&one), read(&two));
    let other = initiatives(r#"{"title":"t","summary":"S","measures":[{"kind":"other","value":1}]}"#);
    assert_ne!(read(&one).initiatives[0].id, read(&other).initiatives[0].id);
    assert_eq!(
        read(&one).initiatives[0].measures[0].id,
        read(&other).initiatives[0].measures[0].id
    );
}

#[test]
fn nothing_dangerous_survives_as_a_link() {
    let (_, nasty) = fixtures::files("lenient", "nasty.json").remove(0);
    let catalogue = v1::read_catalogue_text(&nasty).unwrap().value;
    let mut contacts = 0;
    for contact in catalogue.initiatives.iter().flat_map(|one| &one.contacts) {
        contacts += 1;
        assert_eq!(contact.means.link(), None, "{contact:?}");
    }
    assert_eq!(contacts, 7, "kept as texts, for a person to judge");
    assert_eq!(catalogue.site.engage_url, None);
    assert_eq!(catalogue.site.accent, None);
    let unsure = catalogue.initiatives[0]
        .contacts
        .iter()
        .find(|contact| contact.id.as_str() == "c7");
    assert!(
        !unsure.unwrap().public,
        "an answer that is neither yes nor no is a no"
    );
}

#[test]
fn a_change_is_whole_or_refused() {
    let (_, text) = fixtures::files("valid", "one.contribution.json").remove(0);
    let endless = "x".repeat(limits::PARAGRAPHS + 1);
    for (right, wrong, place) in [
        ("De 19 h à 20 h.", endless.as_str(), "changes[0].fields"),
        (r#""id": "change-1""#, r#""id": "Change 1""#, "changes[0].id"),
        (
            r#""author": "device-1",
      "at""#,
            r#""at""#,
            "changes[0].author",
        ),
        ("2026-11-21T16:59:00Z", "hier", "changes[0].at"),
        (r#""kind": "initiative""#, r#""kind": 5"#, "changes[0].target"),
        (r#""contacts/c1""#, r#""contacts""#, "changes[0].fields"),
        (r#""contacts/c1""#, r#""../c1""#, "changes[0].fields"),
        (r#""practical""#, r#""id""#, "changes[0].fields"),
        (r#""change-0""#, "0", "changes[0].replaces"),
        (r#""batch-1""#, r#""""#, "changes[0].batch"),
    ] {
        assert!(text.contains(right), "{right}");
        let reading = contribution::read_contribution_text(&text.replacen(right, wrong, 1)).unwrap();
        let places: Vec<_> = reading
            .warnings
            .list()
            .iter()
            .map(|warning| warning.place.as_str())
            .collect();
        assert_eq!(places, [place]);
        assert_eq!(reading.value.changes.len(), 1, "the other one stays");
    }
}

#[test]
fn a_backup_holds_only_keys_of_ours() {
    let text = r#"{"format":"solidaire-backup","version":1,"entries":{"layout":"1","../x":"2","__proto__":"3","change/a":4}}"#;
    let reading = backup::read_backup_text(text).unwrap();
    let keys: Vec<_> = reading
        .value
        .entries
        .iter()
        .map(|(key, _)| key.as_str())
        .collect();
    assert_eq!(
        keys,
        ["layout", "__proto__"],
        "a harmless name: no object of a script is made from it"
    );
    let places: Vec<_> = reading
        .warnings
        .list()
        .iter()
        .map(|warning| warning.place.as_str())
        .collect();
    assert_eq!(places, ["entries[1]", "entries[3]"]);
    assert_eq!(reading.warnings.refused(), 2);
}
