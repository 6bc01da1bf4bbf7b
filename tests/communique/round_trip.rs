//! What the composer writes is read back: the same initiatives, sections, facts and header.

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;

use solidaire::communique::compose::start::sections;
use solidaire::communique::read::{DraftRead, Known, Reading, Span, Text};
use solidaire::communique::written::plain::plain;
use solidaire::domain::amount::Amount;
use solidaire::domain::catalogue::Catalogue;
use solidaire::domain::code::Postcode;
use solidaire::domain::communique::{Communique, CommuniqueStatus};
use solidaire::domain::contact::{Contact, Means};
use solidaire::domain::date::Date;
use solidaire::domain::gazetteer::Gazetteer;
use solidaire::domain::id::Id;
use solidaire::domain::initiative::{
    Initiative, Measure, MeasureKind, Need, NeedKind, NeedState, Organiser, OrganiserKind, Period, Place,
    Served,
};
use solidaire::domain::site::Site;
use solidaire::domain::theme::Theme;
use solidaire::domain::value::Object;

use super::fixture::gazetteer_of;

/// Words that mean something to the reader elsewhere.
const PROSE: [&str; 23] = [
    "Masques",
    "1 600",
    "masques",
    "Lens",
    "à Calais",
    "Contact :",
    "n° 7",
    "– puis",
    "le 30 avril 2020",
    "L’atelier",
    "(bis)",
    "03 21 00 00 00",
    "https://a.fr",
    "40 lits",
    "cherche du tissu.",
    "M. Durand",
    "Une équipe",
    "œuvre",
    "Communiqué",
    "a@b.fr",
    "1.",
    "- tiret",
    "« Fil »",
];

const COMMUNES: [(&str, &str); 6] = [
    ("Marck", "62730"),
    ("Lens", "62300"),
    ("Annay", "62880"),
    ("Saint-Omer", "62500"),
    ("Calais", "62100"),
    ("Avion", "62210"),
];

fn prose() -> impl Strategy<Value = String> {
    vec(proptest::sample::select(&PROSE[..]), 1..7).prop_map(|words| words.join(" "))
}

/// Words without signs.
fn words() -> impl Strategy<Value = String> {
    "[A-ZÉa-zéèœ][a-zéèœ’]{0,8}( [a-zéè]{2,9}){0,3}"
}

/// Lines and paragraphs whose lines begin with no bullet of the composer.
fn paragraphs() -> impl Strategy<Value = String> {
    let paragraph = vec(prose(), 1..3).prop_map(|lines| lines.join("\n"));
    vec(paragraph, 0..3).prop_map(|paragraphs| paragraphs.join("\n\n"))
}

fn date() -> impl Strategy<Value = Date> {
    (1990_u16..2090, 1_u8..13, 1_u8..29)
        .prop_map(|(year, month, day)| Date::new(year, month, day).expect("it exists"))
}

fn amount() -> impl Strategy<Value = Amount> {
    let whole = (0_u32..5_000_000).prop_map(f64::from);
    let quarter = (0_u32..1000).prop_map(|n| f64::from(n) / 4.0);
    prop_oneof![whole, quarter].prop_map(|value| Amount::new(value).expect("it is positive"))
}

fn means() -> impl Strategy<Value = Means> {
    prop_oneof![
        "0[1-7][0-9]{8}".prop_map(|value| Means::parse("phone", &value)),
        "[a-z]{1,8}@[a-z]{2,8}\\.fr".prop_map(|value| Means::parse("email", &value)),
        "https://[a-z]{2,8}\\.fr/[a-z]{0,5}".prop_map(|value| Means::parse("web", &value)),
        "https://[a-z]{2,8}\\.fr/[a-z]{0,5}".prop_map(|value| Means::parse("social", &value)),
        words().prop_map(|value| Means::parse("address", &value)),
    ]
}

prop_compose! {
    fn measure()(kind in proptest::sample::select(MeasureKind::KNOWN), value in amount(), unit in words(), approximate in any::<bool>(), as_of in option::of(date())) -> Measure {
        Measure { id: Id::derived(&[kind.code(), &unit]), kind, value, unit, approximate, as_of, extra: Object::new() }
    }
}

prop_compose! {
    fn need()(kind in proptest::sample::select(NeedKind::KNOWN), what in words(), quantity in option::of(amount())) -> Need {
        Need { id: Id::derived(&[kind.code(), &what]), kind, what, quantity, until: None, state: NeedState::Open, extra: Object::new() }
    }
}

prop_compose! {
    fn place()(commune in option::of(0..COMMUNES.len()), unknown in option::of("[A-Z][a-z]{3,9}ville"), area in option::of("[A-Z][a-z]{3,9}ois")) -> Place {
        let (name, postcode) = commune.map_or(("", ""), |commune| COMMUNES[commune]);
        let unknown = unknown.unwrap_or_default();
        Place {
            commune: if name.is_empty() { unknown } else { name.to_owned() },
            postcode: Postcode::parse(postcode),
            area: area.unwrap_or_default(),
            ..Place::default()
        }
    }
}

prop_compose! {
    fn initiative()(
        title in prose(), summary in paragraphs(), theme in option::of(0_usize..3), place in place(),
        served in vec(0..COMMUNES.len(), 0..3), organiser in option::of((words(), 0..OrganiserKind::KNOWN.len())),
        (audience, practical, note) in (option::of(words()), option::of(words()), option::of(words())),
        start in option::of(date()), measures in vec(measure(), 0..4), needs in vec(need(), 0..3),
        contacts in vec((means(), option::of(words())), 0..3),
    ) -> (Initiative, Option<usize>) {
        let mut initiative = Initiative::new(Id::derived(&["initiative"]), title);
        initiative.summary = summary;
        initiative.place = place;
        initiative.served = served.into_iter().map(|commune| Served { commune: COMMUNES[commune].0.to_owned(), ..Served::default() }).collect();
        if let Some((name, kind)) = organiser {
            let kind = OrganiserKind::KNOWN[kind].clone();
            // One person is named with their consent alone.
            initiative.organiser = Organiser { name, consent: Some(true), kind: Some(kind), extra: Object::new() };
        }
        initiative.audience = audience.unwrap_or_default();
        initiative.practical = practical.unwrap_or_default();
        initiative.period = Period { start, note: note.unwrap_or_default(), ..Period::default() };
        initiative.measures = measures;
        initiative.needs = needs;
        initiative.contacts = contacts.into_iter().enumerate().map(|(place, (means, label))| Contact {
            id: Id::derived(&[means.value(), &place.to_string()]),
            means,
            label: label.unwrap_or_default(),
            public: true,
            extra: Object::new(),
        }).collect();
        (initiative, theme)
    }
}

prop_compose! {
    fn catalogue()(initiatives in vec(initiative(), 0..6), headings in vec(prose(), 3)) -> Catalogue {
        let mut catalogue = Catalogue::new(Site::new(Id::derived(&["site"])));
        catalogue.themes = headings.iter().enumerate().map(|(place, heading)| {
            let mut label = Object::new();
            label.set("fr", heading.as_str());
            Theme { id: Id::derived(&["theme", &place.to_string()]), label, extra: Object::new() }
        }).collect();
        catalogue.initiatives = initiatives.into_iter().enumerate().map(|(place, (mut initiative, theme))| {
            initiative.id = Id::derived(&["initiative", &place.to_string()]);
            initiative.theme = theme.map(|theme| catalogue.themes[theme].id.clone());
            initiative
        }).collect();
        catalogue
    }
}

prop_compose! {
    fn header()(
        letterhead in option::of(words()), series in option::of(words()), number in option::of(1_u32..9999),
        date in option::of(date()), place in option::of("[A-Z][a-zé]{2,8}(-[a-z]{2,4}-[A-Z][a-z]{2,6})?"), title in prose(),
        lead in paragraphs(), closing in paragraphs(), signatory in option::of(words()), contact in option::of(words()),
        corrects in any::<bool>(),
    ) -> Communique {
        Communique {
            id: Id::derived(&["release"]),
            series: series.unwrap_or_default(),
            letterhead: letterhead.unwrap_or_default(),
            number,
            date,
            place: place.unwrap_or_default(),
            title,
            lead,
            sections: Vec::new(),
            closing,
            signatory: signatory.unwrap_or_default(),
            press_contact: contact.unwrap_or_default(),
            status: if corrects { CommuniqueStatus::Correction } else { CommuniqueStatus::Final },
            extra: Object::new(),
        }
    }
}

/// The facts of an initiative that a release tells, each as a line.
fn told(initiative: &Initiative) -> Vec<String> {
    let place = &initiative.place;
    let mut told = vec![
        format!("place {} {:?} {}", place.commune, place.postcode, place.area),
        format!(
            "served {:?}",
            initiative
                .served
                .iter()
                .map(|served| &served.commune)
                .collect::<Vec<_>>()
        ),
        format!("{} / {}", initiative.audience, initiative.practical),
        format!(
            "{:?} {:?} {}",
            initiative.period.start, initiative.period.end, initiative.period.note
        ),
    ];
    if initiative.organiser.kind == Some(OrganiserKind::Individual) {
        told.push(format!(" {:?}", initiative.organiser.kind));
    } else {
        told.push(format!(
            "{} {:?}",
            initiative.organiser.name, initiative.organiser.kind
        ));
    }
    let mut seen: Vec<(&MeasureKind, &str)> = Vec::new();
    for measure in &initiative.measures {
        if seen.contains(&(&measure.kind, measure.unit.as_str())) {
            continue;
        }
        seen.push((&measure.kind, &measure.unit));
        let measure = initiative
            .latest(&measure.kind, Some(&measure.unit))
            .expect("it has one");
        told.push(format!(
            "{:?} {:?} {} {} {:?}",
            measure.kind, measure.value, measure.unit, measure.approximate, measure.as_of
        ));
    }
    told.extend(
        initiative
            .needs
            .iter()
            .map(|need| format!("{:?} {} {:?}", need.kind, need.what, need.quantity)),
    );
    told.extend(
        initiative
            .contacts
            .iter()
            .map(|contact| format!("{:?} {}", contact.means, contact.label)),
    );
    told
}

/// The same of a draft.
fn read_as(draft: &DraftRead) -> Vec<String> {
    let place = draft
        .place
        .as_ref()
        .map(|found| found.value.clone())
        .unwrap_or_default();
    let text = |found: &Option<solidaire::communique::read::Found<String>>| {
        found
            .as_ref()
            .map_or_else(String::new, |found| found.value.clone())
    };
    let day =
        |found: &Option<solidaire::communique::read::Found<Date>>| found.as_ref().map(|found| found.value);
    let organiser = draft
        .organiser
        .as_ref()
        .map(|found| found.value.clone())
        .unwrap_or_default();
    let mut told = vec![
        format!(
            "place {} {:?} {}",
            place.commune,
            place.postcode,
            text(&draft.area)
        ),
        format!(
            "served {:?}",
            draft
                .served
                .iter()
                .map(|served| &served.value.commune)
                .collect::<Vec<_>>()
        ),
        format!("{} / {}", text(&draft.audience), text(&draft.practical)),
        format!(
            "{:?} {:?} {}",
            day(&draft.start),
            day(&draft.end),
            text(&draft.when)
        ),
        format!("{} {:?}", organiser.name, organiser.kind),
    ];
    told.extend(draft.measures.iter().map(|found| {
        let measure = &found.value;
        format!(
            "{:?} {:?} {} {} {:?}",
            measure.kind, measure.value, measure.unit, measure.approximate, measure.as_of
        )
    }));
    told.extend(draft.needs.iter().map(|found| {
        format!(
            "{:?} {} {:?}",
            found.value.kind, found.value.what, found.value.quantity
        )
    }));
    told.extend(
        draft
            .contacts
            .iter()
            .map(|found| format!("{:?} {}", found.value.means, found.value.label)),
    );
    told
}

/// The items' titles under their sections' headings.
fn outline(reading: &Reading) -> Vec<(String, String)> {
    let sections = &reading.release.sections;
    let heading = |place: usize| sections[place].heading.value.clone();
    let drafts = reading.drafts.iter();
    drafts
        .map(|draft| {
            (
                draft.section.map_or_else(String::new, heading),
                draft.title.clone(),
            )
        })
        .collect()
}

fn joined(paragraphs: &[solidaire::communique::read::Found<String>]) -> String {
    let paragraphs: Vec<&str> = paragraphs.iter().map(|found| found.value.as_str()).collect();
    paragraphs.join("\n\n")
}

fn check(catalogue: &Catalogue, mut release: Communique, gazetteer: &Gazetteer) {
    let today = Date::new(2026, 1, 1).expect("it exists");
    // The needs of an initiative that is over do not stand; none here has an end.
    release.sections = sections(catalogue, &catalogue.initiatives, today);
    let written = plain(&release);
    let gazetteers = [gazetteer];
    let known = Known {
        gazetteers: &gazetteers,
        themes: &catalogue.themes,
        ..Known::default()
    };
    let text = Text::new(&written, &known).expect("it is short");
    let reading = text.read();
    let expected: Vec<(String, String)> = release
        .sections
        .iter()
        .flat_map(|section| {
            section
                .items
                .iter()
                .map(|item| (section.heading.clone(), item.title.clone()))
        })
        .collect();
    assert_eq!(outline(&reading), expected, "{written}");
    let of = |title: &Id| {
        catalogue
            .initiatives
            .iter()
            .find(|initiative| initiative.id == *title)
            .expect("it is there")
    };
    let items = release.sections.iter().flat_map(|section| &section.items);
    for (draft, item) in reading.drafts.iter().zip(items) {
        let initiative = of(item.initiative.as_ref().expect("it has one"));
        assert_eq!(read_as(draft), told(initiative), "{written}");
        let named = draft
            .place
            .as_ref()
            .filter(|place| place.value.postcode.is_some());
        assert!(named.is_none_or(|place| place.value.insee.is_some()), "{written}");
        // Read anew by hand from its own stretch, it says the same.
        let whole = draft
            .spans
            .iter()
            .copied()
            .reduce(Span::with)
            .expect("it stands somewhere");
        let again = text.draft(&[whole], None);
        assert_eq!(
            (again.title.as_str(), read_as(&again)),
            (item.title.as_str(), told(initiative)),
            "{written}"
        );
    }
    let header = &reading.release;
    assert_eq!(
        header.number.as_ref().map(|found| found.value),
        release.number,
        "{written}"
    );
    assert_eq!(
        header.date.as_ref().map(|found| found.value),
        release.date,
        "{written}"
    );
    assert_eq!(
        header.place.as_ref().map_or("", |found| &found.value),
        release.place,
        "{written}"
    );
    assert_eq!(
        header.title.as_ref().map_or("", |found| &found.value),
        release.title,
        "{written}"
    );
    assert_eq!(joined(&header.lead), release.lead, "{written}");
    assert_eq!(joined(&header.closing), release.closing, "{written}");
    assert_eq!(
        header.office.as_ref().map_or("", |found| &found.value),
        release.signatory,
        "{written}"
    );
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 192, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_was_composed_is_read_back(catalogue in catalogue(), release in header()) {
        thread_local! {
            static GAZETTEER: Gazetteer = gazetteer_of("62");
        }
        GAZETTEER.with(|gazetteer| check(&catalogue, release, gazetteer));
    }
}
