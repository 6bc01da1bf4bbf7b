//! Files past a limit: what is said, that nothing hangs, and that the rest is read.

use std::sync::Arc;
use std::time::{Duration, Instant};

use solidaire::domain::catalogue::Catalogue;
use solidaire::domain::contact::PrivateContacts;
use solidaire::domain::date::Timestamp;
use solidaire::domain::id::Id;
use solidaire::domain::value::Object;
use solidaire::format::contribution::Contribution;
use solidaire::format::json::{self, JsonErrorKind};
use solidaire::format::refusal::Refusal;
use solidaire::format::warning::WarningKind;
use solidaire::format::{backup, contribution, limits, v1};
use solidaire::storage::changes;
use solidaire::storage::memory::MemoryStorage;
use solidaire::workspace::import::{Mode, plan};
use solidaire::workspace::{Stamp, Workspace};

use crate::hostile::{catalogue, contribution_with, initiatives, refused};

/// Names in their order, each with its number as its value.
fn numbered(names: impl Iterator<Item = usize>) -> String {
    let fields: Vec<String> = names.map(|n| format!(r#","future{n}":{n}"#)).collect();
    fields.concat()
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

/// Entries of which each passes one limit, with the place that does.
fn entries_past_a_limit() -> Vec<(String, &'static str)> {
    let long = |count: usize| "é".repeat(count);
    let items = |count: usize| vec!["{\"value\":1}"; count].join(",");
    vec![
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
        (
            format!(
                r#"{{"id":"a","title":"t","future":{{"x":["{}"]}}}}"#,
                long(limits::PARAGRAPHS + 1)
            ),
            "initiatives[0].future",
        ),
        (
            format!(
                r#"{{"id":"a","title":"t","place":{{"future":{}1{}}}}}"#,
                "[".repeat(limits::UNKNOWN_DEPTH + 1),
                "]".repeat(limits::UNKNOWN_DEPTH + 1)
            ),
            "initiatives[0].place.future",
        ),
        (
            format!(
                r#"{{"id":"a","title":"t"{}}}"#,
                numbered(0..=limits::UNKNOWN_FIELDS)
            ),
            "initiatives[0].future200",
        ),
    ]
}

#[test]
fn an_entry_past_its_limits_is_left_out_and_the_others_stay() {
    for (entry, place) in entries_past_a_limit() {
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
            matches!(
                told.kind,
                WarningKind::TooLong | WarningKind::TooMany | WarningKind::TooDeep
            ),
            "{told:?}"
        );
        assert!(
            told.entry
                .as_ref()
                .is_some_and(|entry| entry.chars().count() <= limits::LINE)
        );
    }
    let longest = "é".repeat(limits::LINE);
    let whole = format!(r#"{{"id":"a","title":"{longest}","measures":[]}}"#);
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
        Refusal::PastLimit("site.title".to_owned())
    );
    let future = format!(r#""future":"{}""#, "x".repeat(limits::PARAGRAPHS + 1));
    assert_eq!(
        v1::read_catalogue_text(&catalogue(&future)).unwrap_err(),
        Refusal::PastLimit("future".to_owned())
    );
    let text = contribution_with("[]").replacen('{', &format!("{{{future},"), 1);
    assert_eq!(
        contribution::read_contribution_text(&text).unwrap_err(),
        Refusal::PastLimit("future".to_owned())
    );
    let text = format!(r#"{{"format":"solidaire-backup","version":1,"entries":{{"layout":"1"}},{future}}}"#);
    assert_eq!(
        backup::read_backup_text(&text).unwrap_err(),
        Refusal::PastLimit("future".to_owned())
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

/// Each of two entries is compared with the other, field by field: by the order of their names.
#[test]
fn entries_with_many_unknown_fields_take_no_time() {
    let forth = numbered(0..limits::FIELDS - 2);
    let back = numbered((0..limits::FIELDS - 2).rev());
    let entries: Vec<String> = (0..18)
        .map(|n| format!(r#"{{"id":"same"{}}}"#, if n % 2 == 0 { &forth } else { &back }))
        .collect();
    let start = Instant::now();
    let reading = v1::read_catalogue_text(&initiatives(&entries.join(","))).unwrap();
    assert!(start.elapsed() < Duration::from_secs(30), "{:?}", start.elapsed());
    assert_eq!(reading.value.initiatives, []);
    assert_eq!(reading.warnings.refused(), 18);
}

/// What a catalogue may hold at its largest and deepest fits into a change, as it is stored, and into
/// a contribution, in which it lies deeper.
#[test]
fn what_is_within_the_limits_can_be_imported_kept_and_sent() {
    let items = |count: usize| {
        let item = |n: usize| format!(r#"{{"id":"i{n}","value":1,"what":"x"}}"#);
        (0..count).map(item).collect::<Vec<_>>().join(",")
    };
    let entry = format!(
        r#"{{"id":"a","title":"t","measures":[{{"id":"deep","value":1,"future":{}1{}}},{}],"needs":[{}],
        "long":"{}","équipe du soir":1{}}}"#,
        "[".repeat(limits::UNKNOWN_DEPTH),
        "]".repeat(limits::UNKNOWN_DEPTH),
        items(limits::ITEMS - 1),
        items(limits::ITEMS),
        "é".repeat(limits::PARAGRAPHS),
        numbered(2..limits::UNKNOWN_FIELDS),
    );
    let incoming = v1::read_catalogue_text(&initiatives(&entry)).unwrap();
    assert_eq!(incoming.warnings.list(), []);
    let incoming = incoming.value;

    let here = Workspace::published(Arc::new(Catalogue::new(incoming.site.clone())));
    let id = |text: &str| Id::parse(text).unwrap();
    let mut numbers = 0..;
    let changes = plan(&here, &incoming, Mode::Join).changes(&id("batch"), || Stamp {
        id: id(&format!("change-{}", numbers.next().unwrap_or(0))),
        author: id("device"),
        at: Timestamp::parse("2026-11-25T10:00:00Z").unwrap(),
        batch: Some(id("batch")),
    });
    let storage = MemoryStorage::new();
    changes::save_batch(&storage, &id("batch"), &changes, &[]).unwrap();
    let loaded = changes::load(&storage).unwrap();
    assert_eq!(loaded.aside, []);
    assert_eq!(loaded.changes.iter().cloned().collect::<Vec<_>>(), changes);
    let here = Workspace::new(here.shared_edition(), loaded.changes, PrivateContacts::new());
    assert_eq!(here.shown().initiatives, incoming.initiatives);

    let sent = Contribution {
        id: id("p"),
        site: id("s"),
        base: None,
        created_at: Timestamp::parse("2026-11-25T10:00:00Z").unwrap(),
        author: id("device"),
        message: String::new(),
        reply_to: String::new(),
        changes: changes.clone(),
        extra: Object::new(),
    };
    let text = json::write(&contribution::write_contribution(&sent));
    let received = contribution::read_contribution_text(&text).unwrap();
    assert_eq!(
        (received.value.changes, received.warnings.list()),
        (changes, [].as_slice())
    );
}
