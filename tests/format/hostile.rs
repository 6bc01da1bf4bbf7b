//! Files that mean harm, each a case: it is read safely or refused, with what is wrong and where.
//! Nothing panics, nothing hangs.

use solidaire::domain::value::Value;
use solidaire::format::json::{self, JsonError, JsonErrorKind};
use solidaire::format::refusal::{Format, Refusal};
use solidaire::format::warning::{Warning, WarningKind};
use solidaire::format::{backup, contribution, limits, v1};

use crate::{fixtures, told};

pub(crate) fn catalogue(inside: &str) -> String {
    format!(
        r#"{{"format":"solidaire-catalogue","version":1,"edition":{{"id":"e"}},"site":{{"id":"s"}},{inside}}}"#
    )
}

pub(crate) fn initiatives(entries: &str) -> String {
    catalogue(&format!(r#""initiatives":[{entries}]"#))
}

pub(crate) fn contribution_with(changes: &str) -> String {
    format!(
        r#"{{"format":"solidaire-contribution","version":1,"id":"p","site":"s","created_at":"2026-11-21T16:59:00Z","author":"d","changes":{changes}}}"#
    )
}

/// What [`json::decode`] and [`json::parse`] say of bytes.
pub(crate) fn refused(bytes: &[u8]) -> JsonError {
    let parsed = json::decode(bytes).and_then(json::parse);
    parsed.expect_err("it is refused")
}

#[test]
fn what_is_no_json_is_called_by_its_name() {
    use JsonErrorKind::{Empty, Html, Incomplete, NotText, NotUtf8, Pdf, Syntax, TooLarge, Utf16, Zip};
    let cases: &[(&[u8], JsonErrorKind)] = &[
        (b"", Empty),
        (b" \n", Empty),
        (b"\xef\xbb\xbf", Empty),
        (b"PK\x03\x04rest", Zip),
        (b"PK\x05\x06", Zip),
        (b"%PDF-1.7", Pdf),
        (b"\x89PNG\r\n\x1a\n", NotText),
        (b"\x1f\x8b\x08\0", NotText),
        (b"\xff\xd8\xff\xe0", NotText),
        (b"d\xe9j\xe0", NotText),
        (b"{\"title\":\"d\xe9j\xe0\"}", NotUtf8),
        (b"[\"\xed\xa0\x80\"]", NotUtf8),
        (b"[\"\xc0\x80\"]", NotUtf8),
        (b"{\"a\":\"\xf0\x9f", NotUtf8),
        (b"\xff\xfe{\0}\0", Utf16),
        (b"\xfe\xff\0{\0}", Utf16),
        (b"\xff\xfe\0\0{\0\0\0", Utf16),
        (b"{\0}\0", Utf16),
        (b"\0{\0}", Utf16),
        (b"<!doctype html><title>Portail</title>", Html),
        (b"  <html>\xe9", Html),
        (b"{\"a\":1", Incomplete),
        (b"{\"a\":\"b", Incomplete),
        (b"{\"a\":1}}", Syntax),
        (b"{}{}", Syntax),
        (b"{\"a\":1,}", Syntax),
        (b"{'a':1}", Syntax),
        (b"{\"a\":1e999}", Syntax),
        (b"{\"a\":-1e999}", Syntax),
        (b"{\"a\":1e99999999999999999999}", Syntax),
        (b"{\"a\":0x10}", Syntax),
        (b"{\"a\":01}", Syntax),
        (b"{\"a\":\"\\ud800\"}", Syntax),
        (b"{\"a\":\"\\ud800\\ud800\"}", Syntax),
        (b"{\"a\":\"\\udc00\"}", Syntax),
        (b"{\"\\ud800\":1}", Syntax),
        (b"{\"a\":\"raw \0 nul\"}", Syntax),
        (b"\0\0\0\0", Syntax),
        (b"{}\0", Syntax),
        (b"{}\xef\xbb\xbf", Syntax),
        (b"{\"a\":NaN}", Syntax),
        (b"{\"a\":1 /* un */}", Syntax),
    ];
    for (bytes, kind) in cases {
        assert_eq!(refused(bytes).kind, *kind, "{:?}", String::from_utf8_lossy(bytes));
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
    let error = refused(b"{\n  \"a\": \"d\xe9j\xe0\"\n}");
    assert_eq!(
        (error.line, error.column, error.kind),
        (2, 10, JsonErrorKind::NotUtf8)
    );
    for (text, line) in [
        ("{\n\n\"a\":1e999}", 3),
        ("{\n\"a\":\"\\udc00\"}", 2),
        ("[\n[\n[\0]]]", 3),
    ] {
        assert_eq!(refused(text.as_bytes()).line, line, "{text:?}");
    }
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
        (
            r#"{"format":"solidaire-catalogue","version":1e30}"#,
            Refusal::NewerVersion(i64::MAX),
        ),
        (
            "{\"format\":\"geo\u{202e}json\"}",
            Refusal::OtherFormat(Format::Foreign(Some("geojson".to_owned()))),
        ),
        (r#"{"format":"solidaire-catalogue","version":1}"#, Refusal::NoSite),
        (include_str!("../../xtask/package/catalogue.json"), Refusal::Blank),
        // One that holds something is no beginning: its identifier was lost.
        (
            r#"{"format":"solidaire-catalogue","version":1,"site":{"id":"","title":"Ici"},"initiatives":[]}"#,
            Refusal::NoSite,
        ),
        (
            r#"{"format":"solidaire-catalogue","version":1,"site":{"id":""},"initiatives":[{"title":"x"}]}"#,
            Refusal::NoSite,
        ),
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
fn of_two_changes_under_one_identifier_the_first_counts() {
    let change = |title: &str| {
        format!(
            r#"{{"id":"c","author":"d","at":"2026-11-21T16:59:00Z","target":{{"kind":"initiative","id":"x"}},"fields":{{"title":{{"after":"{title}"}}}}}}"#
        )
    };
    let list = format!("[{},{},{}]", change("Un"), change("Deux"), change("Un"));
    let reading = contribution::read_contribution_text(&contribution_with(&list)).unwrap();
    let told = told(&reading.warnings);
    assert_eq!(
        told,
        [
            ("changes[1].id", WarningKind::Unusable),
            ("changes[2]", WarningKind::Repeated)
        ]
    );
    assert_eq!(reading.warnings.refused(), 2);
    let title = |change: &solidaire::domain::change::Change| change.fields[0].1.after.clone();
    assert_eq!(
        reading.value.changes.iter().map(title).collect::<Vec<_>>(),
        [Value::text("Un")]
    );
}

#[test]
fn a_list_of_another_kind_is_told_and_taken_for_none() {
    for (text, place) in [
        (catalogue(r#""initiatives":{"id":"a"}"#), "initiatives"),
        (catalogue(r#""removed":"rien""#), "removed"),
        (catalogue(r#""themes":[null,7,"x"]"#), "themes[0]"),
        (
            initiatives(r#"{"id":"a","title":"t","needs":"tissu"}"#),
            "initiatives[0].needs",
        ),
        (
            initiatives(r#"{"id":"a","title":"t","place":[]}"#),
            "initiatives[0].place",
        ),
        (initiatives(r#"{"id":"a","title":["t"]}"#), "initiatives[0].title"),
        (initiatives(r#"{"id":["a"],"title":"t"}"#), "initiatives[0].id"),
    ] {
        let reading = v1::read_catalogue_text(&text).unwrap();
        let place_of = |warning: &Warning| warning.place == place;
        assert!(reading.warnings.list().iter().any(place_of), "{text}");
    }
    let reading = contribution::read_contribution_text(&contribution_with("{}")).unwrap();
    assert_eq!(reading.warnings.list()[0].place, "changes");
    assert_eq!(reading.warnings.list()[0].kind, WarningKind::WrongType);
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
