//! Texts, links and identifiers that pass for something else: what each becomes, and what is said.

use solidaire::domain::contact::Means;
use solidaire::domain::id::Id;
use solidaire::domain::link::Link;
use solidaire::domain::text::conceals;
use solidaire::domain::value::{Object, Value};
use solidaire::format::warning::{Reading, WarningKind};
use solidaire::format::{contribution, json, v1};

/// What a catalogue of one initiative becomes, and the places and kinds of what is said about it.
fn read(
    initiative: &Object,
) -> (
    Reading<solidaire::domain::catalogue::Catalogue>,
    Vec<(String, WarningKind)>,
) {
    let mut site = Object::new();
    site.set("id", "s");
    let mut edition = Object::new();
    edition.set("id", "e");
    let mut document = Object::new();
    document.set("format", "solidaire-catalogue");
    document.set("version", Value::Int(1));
    document.set("edition", edition);
    document.set("site", site);
    document.set("initiatives", Value::List(vec![initiative.clone().into()]));
    let reading = v1::read_catalogue_text(&json::write(&document.into())).unwrap();
    let told = reading.warnings.list().iter();
    let told = told
        .map(|warning| (warning.place.clone(), warning.kind))
        .collect();
    (reading, told)
}

fn initiative(id: &str, title: &str) -> Object {
    let mut initiative = Object::new();
    initiative.set("id", id);
    initiative.set("title", title);
    initiative
}

/// The script's scheme, spelt as browsers once understood it or as a filter may fail to see it.
const SCRIPTS: &[&str] = &[
    "javascript:alert(1)",
    "JAVASCRIPT:alert(1)",
    "jAvAsCrIpT:alert(1)",
    "  javascript:alert(1)",
    "\u{a0}javascript:alert(1)",
    "\u{feff}javascript:alert(1)",
    "\u{1}javascript:alert(1)",
    "\u{0}javascript:alert(1)",
    "java\tscript:alert(1)",
    "java\nscript:alert(1)",
    "java\r\nscript:alert(1)",
    "java\u{0}script:alert(1)",
    "java\u{200b}script:alert(1)",
    "java\u{200d}script:alert(1)",
    "java\u{ad}script:alert(1)",
    "javascript\t:alert(1)",
    "javascript\u{a0}:alert(1)",
    "javascript&colon;alert(1)",
    "javascript&#58;alert(1)",
    "&#106;avascript:alert(1)",
    "&#x6A;avascript:alert(1)",
    "javascript%3aalert(1)",
    "%6aavascript:alert(1)",
    "java%0ascript:alert(1)",
    "javascript://ville.fr/%0aalert(1)",
    "javascript://https://ville.fr",
    "\u{ff4a}avascript:alert(1)",
    "javascript\u{ff1a}alert(1)",
    "j\u{430}vascript:alert(1)",
    "view-source:javascript:alert(1)",
    "feed:javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "DATA:text/html;base64,PHNjcmlwdD4=",
    "vbscript:msgbox(1)",
    "blob:https://ville.fr/x",
    "file:///etc/passwd",
    "intent://ville.fr#Intent;scheme=javascript;end",
    "//evil.example",
    "\\\\evil.example",
    "https:\\\\evil.example",
    "https://ville.fr@evil.example",
    "https://ville.fr\\@evil.example",
    "https://ville.fr:80@evil.example",
    "https://vi\u{200d}lle.fr",
    "https://ville.fr\" onclick=\"alert(1)",
    "https://ville.fr/<script>",
    "mailto:a@b.fr?body=x",
    "tel:0321727800",
];

#[test]
fn no_spelling_of_a_script_becomes_a_link() {
    for text in SCRIPTS {
        let web = Link::parse(text).filter(Link::is_web);
        assert_eq!(web, None, "{text:?}");
        for kind in ["web", "social"] {
            let mut contact = Object::new();
            contact.set("id", "c");
            contact.set("kind", kind);
            contact.set("value", *text);
            let mut entry = initiative("a", "t");
            entry.set("contacts", Value::List(vec![contact.into()]));
            let mut source = Object::new();
            source.set("url", *text);
            entry.set("source", source);
            let (reading, told) = read(&entry);
            let read = &reading.value.initiatives[0];
            // What is left of a text that concealed something may be an honest address; anything else
            // stays a text that cannot be tapped.
            for link in [read.contacts[0].means.link(), read.source.url.clone()]
                .into_iter()
                .flatten()
            {
                let honest = link.as_str().starts_with("https://");
                assert!(honest && conceals(text), "{text:?} became {link:?}");
            }
            if read.contacts[0].means.link().is_none() {
                assert!(matches!(read.contacts[0].means, Means::Plain { .. }));
                let place = "initiatives[0].contacts[0].value".to_owned();
                assert!(
                    told.contains(&(place, WarningKind::BadContact)),
                    "{text:?}: {told:?}"
                );
            }
        }
    }
}

/// What makes a text lie about itself, and what else cannot be seen.
const CONCEALING: &[char] = &[
    '\u{0}',
    '\u{7}',
    '\u{1b}',
    '\u{7f}',
    '\u{9b}',
    '\u{ad}',
    '\u{34f}',
    '\u{61c}',
    '\u{115f}',
    '\u{180e}',
    '\u{200b}',
    '\u{200e}',
    '\u{200f}',
    '\u{202a}',
    '\u{202b}',
    '\u{202c}',
    '\u{202d}',
    '\u{202e}',
    '\u{2060}',
    '\u{2063}',
    '\u{2066}',
    '\u{2067}',
    '\u{2068}',
    '\u{2069}',
    '\u{206f}',
    '\u{3164}',
    '\u{feff}',
    '\u{ffa0}',
    '\u{fff9}',
    '\u{1d173}',
    '\u{e0001}',
    '\u{e0041}',
];

#[test]
fn what_conceals_is_taken_out_and_told_with_its_place() {
    for c in CONCEALING {
        let text = format!("Masques{c} lavables");
        assert!(conceals(&text), "{c:?}");
        let mut entry = initiative("a", &text);
        for name in ["summary", "audience", "practical", "future"] {
            entry.set(name, text.as_str());
        }
        let mut place = Object::new();
        place.set("commune", text.as_str());
        entry.set("place", place);
        entry.set("tags", Value::List(vec![Value::text(&text)]));
        let (reading, told) = read(&entry);
        let places: Vec<_> = told
            .iter()
            .map(|(place, _)| place.rsplit_once("].").unwrap().1)
            .collect();
        assert_eq!(
            places,
            [
                "title",
                "summary",
                "tags",
                "place.commune",
                "audience",
                "practical",
                "future"
            ],
            "{c:?}"
        );
        assert!(told.iter().all(|(_, kind)| *kind == WarningKind::Invisible));
        let written = json::write(&v1::write_catalogue(&reading.value));
        assert!(!conceals(&written) && !written.contains("\\u"), "{written}");
    }
}

#[test]
fn a_title_with_nothing_to_see_is_none() {
    for title in [
        "\u{200d}\u{200c}",
        "\u{a0}\u{3000}",
        "\u{2800}",
        "\u{fe0f}",
        "\u{202e}\u{200b}",
        "\u{2028}",
    ] {
        let (reading, told) = read(&initiative("a", title));
        assert_eq!(reading.value.initiatives, [], "{title:?}");
        assert!(
            told.contains(&("initiatives[0]".to_owned(), WarningKind::NoTitle)),
            "{told:?}"
        );
    }
}

#[test]
fn html_is_a_text_like_any_other() {
    let title = "<img src=x onerror=alert(1)> & <b>gras</b> &lt;";
    let (reading, told) = read(&initiative("a", title));
    assert_eq!(reading.value.initiatives[0].title, title);
    assert_eq!(told, []);
}

#[test]
fn an_identifier_that_looks_like_another_is_not_it() {
    for forged in [
        "M\u{430}rck",
        "m\u{430}rck",
        "\u{ff4d}arck",
        "MARCK",
        "marck ",
        " marck",
        "marck\u{0}",
        "marck\u{200b}",
        "marck\u{301}",
        "../marck",
        "..",
        "./marck",
        "%2e%2e%2fmarck",
        "marck%00",
        "marck/",
        "\\marck",
        "c:marck",
        "marck?x",
        "marck#x",
        "__proto__",
        "hasOwnProperty",
        "toString",
    ] {
        let mut entry = initiative(forged, "t");
        entry.set("theme", forged);
        let (reading, told) = read(&entry);
        let read = &reading.value.initiatives[0];
        assert_ne!(read.id.as_str(), "marck", "{forged:?}");
        assert!(Id::parse(read.id.as_str()).is_some());
        assert_eq!(read.theme.as_ref(), Some(&read.id), "references still meet");
        assert_eq!(
            told[0],
            ("initiatives[0].id".to_owned(), WarningKind::BadId),
            "{forged:?}"
        );
    }
    for harmless in ["constructor", "prototype", "valueof", "-", "0"] {
        let (reading, told) = read(&initiative(harmless, "t"));
        assert_eq!(
            reading.value.initiatives[0].id.as_str(),
            harmless,
            "a name like any other"
        );
        assert_eq!(told, []);
    }
}

#[test]
fn an_unknown_field_can_take_nothing_out_and_stands_in_for_nothing() {
    let mut reason = Object::new();
    reason.set("reason", "hoax");
    let mut entry = initiative("a", "t");
    entry.set("removed", reason);
    let names = ["a/b", "../x", "", " ", "a\u{202e}b", "a\nb", &"x".repeat(81)];
    for name in names {
        entry.set(name, Value::Int(1));
    }
    for name in ["__proto__", "constructor", "équipe", "$ref"] {
        entry.set(name, Value::Int(1));
    }
    let (reading, told) = read(&entry);
    let extra = &reading.value.initiatives[0].extra;
    let kept: Vec<_> = extra.iter().map(|(name, _)| name).collect();
    assert_eq!(kept, ["__proto__", "constructor", "équipe", "$ref"]);
    assert_eq!(told.len(), names.len() + 1, "{told:?}");
    assert_eq!(
        told[0],
        ("initiatives[0].removed".to_owned(), WarningKind::BadName)
    );
    assert!(
        told.iter()
            .all(|(place, kind)| *kind == WarningKind::BadName && !conceals(place))
    );
}

#[test]
fn a_change_that_conceals_something_is_left_out_with_its_place() {
    let text = |after: &str| {
        format!(
            r#"{{"format":"solidaire-contribution","version":1,"id":"p","site":"s","created_at":"2026-11-21T16:59:00Z","author":"d","changes":[
            {{"id":"c1","author":"d","at":"2026-11-21T16:59:00Z","target":{{"kind":"initiative","id":"x"}},"fields":{{"title":{{"after":"Bon"}}}}}},
            {{"id":"c2","author":"d","at":"2026-11-21T16:59:00Z","target":{{"kind":"initiative","id":"x"}},"fields":{{"contacts/c":{{"after":{after}}}}}}}]}}"#
        )
    };
    let read = |after: &str| contribution::read_contribution_text(&text(after)).unwrap();
    let reading = read(r#"{"id":"c","kind":"phone","value":"0321\u202e727800"}"#);
    assert_eq!(reading.value.changes.len(), 1);
    let told = &reading.warnings.list()[0];
    assert_eq!(
        (told.place.as_str(), told.kind),
        ("changes[1].fields.contacts/c", WarningKind::Concealed)
    );
    let reading = read(r#"{"id":"c","kind":"phone","value":"0321727800"}"#);
    assert_eq!(
        (reading.value.changes.len(), reading.warnings.is_empty()),
        (2, true)
    );
}
