//! Random documents: every field filled in every way that the types allow.

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use solidaire::domain::amount::Amount;
use solidaire::domain::catalogue::{Catalogue, Edition, RemovalReason, Removed};
use solidaire::domain::change::{Change, Delta, Path, Target, TargetKind};
use solidaire::domain::code::{Department, Insee, Postcode};
use solidaire::domain::communique::{Communique, CommuniqueStatus, Item, Section};
use solidaire::domain::contact::{Contact, Means};
use solidaire::domain::date::{Date, Timestamp};
use solidaire::domain::id::Id;
use solidaire::domain::initiative::{
    Initiative, Measure, MeasureKind, Need, NeedKind, NeedState, Organiser, OrganiserKind, Period, Place,
    Served, Source, Status,
};
use solidaire::domain::link::Link;
use solidaire::domain::phone::Phone;
use solidaire::domain::site::{Accent, EmergencyNumber, Publisher, Site};
use solidaire::domain::text::{clean_line, clean_lines, revealed};
use solidaire::domain::theme::Theme;
use solidaire::domain::value::{Object, Value};

/// Any text, of any script and with any control character, as cleaning leaves it.
pub(crate) fn line() -> impl Strategy<Value = String> {
    prop_oneof!["[a-zé’ ]{0,12}", any::<String>()].prop_map(|text| clean_line(&text).into_owned())
}

pub(crate) fn paragraphs() -> impl Strategy<Value = String> {
    prop_oneof!["[a-zé\n ]{0,30}", any::<String>()].prop_map(|text| clean_lines(&text).into_owned())
}

fn title() -> impl Strategy<Value = String> {
    line().prop_map(|text| {
        if text.is_empty() {
            "Masques".to_owned()
        } else {
            text
        }
    })
}

pub(crate) fn id() -> impl Strategy<Value = Id> {
    "[a-z0-9-]{1,64}".prop_map(|text| Id::parse(&text).unwrap())
}

fn date() -> impl Strategy<Value = Date> {
    (1u16..=9999, 1u8..=12, 1u8..=28).prop_map(|(year, month, day)| Date::new(year, month, day).unwrap())
}

fn timestamp() -> impl Strategy<Value = Timestamp> {
    (date(), 0..24, 0..60, 0..1000)
        .prop_map(|(date, hour, minute, ms)| format!("{date}T{hour:02}:{minute:02}:59.{ms:03}Z"))
        .prop_map(|text| Timestamp::parse(&text).unwrap())
}

fn amount() -> impl Strategy<Value = Amount> {
    let amounts = prop_oneof![
        (0_i64..100_000).prop_map(|whole| decimal(whole, 0)),
        (0_i64..=1_000_000_000_000).prop_map(|whole| decimal(whole, 3)),
    ];
    amounts.prop_map(|value| Amount::new(value).unwrap())
}

fn link() -> impl Strategy<Value = Link> {
    "https?://[a-z]{1,9}\\.fr/[a-z?=&é#]{0,9}".prop_map(|text| Link::parse(&text).unwrap())
}

fn insee() -> impl Strategy<Value = Insee> {
    prop_oneof!["[0-9]{5}", "2[AB][0-9]{3}"].prop_map(|text| Insee::parse(&text).unwrap())
}

/// A number of at most fifteen digits: those that the parser of JSON keeps to the last bit.
fn number() -> impl Strategy<Value = f64> {
    (-999_999_999_999_999_i64..=999_999_999_999_999, 0_u32..=15)
        .prop_map(|(whole, decimals)| decimal(whole, decimals))
}

#[allow(clippy::cast_precision_loss, reason = "both have at most 15 digits")]
fn decimal(whole: i64, decimals: u32) -> f64 {
    whole as f64 / 10_i64.pow(decimals) as f64
}

fn degrees(limit: i64) -> impl Strategy<Value = f64> {
    (-limit * 1_000_000..=limit * 1_000_000).prop_map(|millionths| decimal(millionths, 6))
}

/// Any tree that a document can hold in fields that this version does not know: its texts conceal
/// nothing.
pub(crate) fn value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        any::<bool>().prop_map(Value::Bool),
        any::<i64>().prop_map(Value::Int),
        number().prop_map(Value::number),
        any::<String>().prop_map(|text| Value::text(&revealed(&text))),
    ];
    leaf.prop_recursive(3, 12, 4, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..4).prop_map(Value::List),
            fields(inner).prop_map(Value::Object),
        ]
    })
}

fn fields(value: impl Strategy<Value = Value>) -> impl Strategy<Value = Object> {
    prop::collection::btree_map(any::<String>(), value, 0..4).prop_map(|fields| fields.into_iter().collect())
}

/// Fields that this version does not know, some of them with names that scripts trip over.
fn extra() -> impl Strategy<Value = Object> {
    let name = prop_oneof![
        "x_[a-z]{1,8}",
        Just("__proto__".to_owned()),
        Just("constructor".to_owned()),
        Just("équipe".to_owned()),
        Just("schema:name".to_owned()),
    ];
    prop::collection::btree_map(name, value(), 0..3).prop_map(|fields| fields.into_iter().collect())
}

/// Texts by language.
fn texts() -> impl Strategy<Value = Object> {
    let by_name = prop::collection::btree_map("[a-z]{2}", paragraphs().prop_map(Value::Text), 0..3);
    by_name.prop_map(|fields| fields.into_iter().collect())
}

fn translations() -> impl Strategy<Value = Object> {
    let known: &[&str] = &["title", "title_from", "summary", "summary_from", "practical"];
    let name = prop_oneof![prop::sample::select(known).prop_map(str::to_owned), "[a-z]{2}"];
    let fields = prop::collection::btree_map(name, paragraphs().prop_map(Value::Text), 0..4);
    let texts = fields.prop_map(|fields| Value::Object(fields.into_iter().collect()));
    let by_language = prop::collection::btree_map("[a-z]{2}", texts, 0..3);
    by_language.prop_map(|fields| fields.into_iter().collect())
}

/// A code that is known or not; an unknown one never spells a known one.
fn code<T: Clone + std::fmt::Debug + 'static>(
    known: &'static [T],
    from_code: fn(&str) -> T,
) -> impl Strategy<Value = T> {
    prop_oneof![
        3 => prop::sample::select(known),
        1 => "future-[a-z]{1,5}".prop_map(move |code| from_code(&code)),
    ]
}

fn unique<T: Clone>(items: Vec<T>, id: fn(&T) -> &Id) -> Vec<T> {
    let mut unique: Vec<T> = Vec::new();
    for item in items {
        if !unique.iter().any(|other| id(other) == id(&item)) {
            unique.push(item);
        }
    }
    unique
}

prop_compose! {
    fn organiser()(
        name in line(), kind in option::of(code(OrganiserKind::KNOWN, OrganiserKind::from_code)),
        consent in option::of(any::<bool>()), extra in extra(),
    ) -> Organiser {
        Organiser { name, kind, consent, extra }
    }
}

prop_compose! {
    fn place()(
        commune in line(), insee in option::of(insee()), postcode in option::of("[0-9]{5}"), area in line(),
        lat in option::of(degrees(90)), lon in option::of(degrees(180)), extra in extra(),
    ) -> Place {
        let postcode = postcode.map(|text| Postcode::parse(&text).unwrap());
        Place { commune, insee, postcode, area, lat, lon, extra }
    }
}

prop_compose! {
    fn served()(insee in option::of(insee()), commune in line(), extra in extra()) -> Served {
        Served { insee, commune, extra }
    }
}

prop_compose! {
    fn period()(start in option::of(date()), end in option::of(date()), note in line(), extra in extra()) -> Period {
        Period { start, end, note, extra }
    }
}

prop_compose! {
    fn measure()(
        id in id(), kind in code(MeasureKind::KNOWN, MeasureKind::from_code), value in amount(), unit in line(),
        approximate in any::<bool>(), as_of in option::of(date()), extra in extra(),
    ) -> Measure {
        Measure { id, kind, value, unit, approximate, as_of, extra }
    }
}

prop_compose! {
    fn need()(
        id in id(), kind in code(NeedKind::KNOWN, NeedKind::from_code), what in line(),
        quantity in option::of(amount()), until in option::of(date()),
        state in code(NeedState::KNOWN, NeedState::from_code), extra in extra(),
    ) -> Need {
        Need { id, kind, what, quantity, until, state, extra }
    }
}

fn means() -> impl Strategy<Value = Means> {
    let kinds = prop::sample::select(["phone", "email", "web", "social", "address", "signal", ""].to_vec());
    let value = prop_oneof![
        title(),
        "0[1-9][0-9]{8}",
        "[a-z]{1,8}@[a-z]{1,8}\\.fr",
        link().prop_map(|link| link.as_str().to_owned()),
        Just("javascript:alert(1)".to_owned()),
    ];
    (kinds, value).prop_map(|(kind, value)| Means::parse(kind, &value))
}

prop_compose! {
    fn contact()(id in id(), means in means(), label in line(), public in any::<bool>(), extra in extra()) -> Contact {
        Contact { id, means, label, public, extra }
    }
}

prop_compose! {
    fn source()(communique in option::of(id()), url in option::of(link()), extra in extra()) -> Source {
        Source { communique, url, extra }
    }
}

prop_compose! {
    fn words()(
        title in title(), summary in paragraphs(), theme in option::of(id()), tags in vec(title(), 0..3),
        audience in line(), practical in paragraphs(), translations in translations(),
        status in code(Status::KNOWN, Status::from_code), verified_on in option::of(date()), extra in extra(),
    ) -> Initiative {
        let mut tags = tags;
        tags.sort();
        tags.dedup();
        Initiative {
            summary, theme, tags, audience, practical, translations, status, verified_on, extra,
            ..Initiative::new(Id::derived(&[]), title)
        }
    }
}

prop_compose! {
    pub(crate) fn initiative()(
        id in id(), words in words(), organiser in organiser(), place in place(), served in vec(served(), 0..3),
        period in period(), measures in vec(measure(), 0..3), needs in vec(need(), 0..3),
        contacts in vec(contact(), 0..3), source in source(),
    ) -> Initiative {
        Initiative {
            id, organiser, place, served, period, source,
            measures: unique(measures, |item| &item.id),
            needs: unique(needs, |item| &item.id),
            contacts: unique(contacts, |item| &item.id),
            ..words
        }
    }
}

prop_compose! {
    fn item()(initiative in option::of(id()), title in line(), text in paragraphs(), withdrawn in any::<bool>(), extra in extra()) -> Item {
        Item { initiative, title, text, withdrawn, extra }
    }
}

prop_compose! {
    fn section()(
        theme in option::of(id()), heading in line(), intro in paragraphs(), items in vec(item(), 0..3),
        extra in extra(),
    ) -> Section {
        Section { theme, heading, intro, items, extra }
    }
}

prop_compose! {
    pub(crate) fn communique()(
        id in id(), series in line(), letterhead in paragraphs(), number in option::of(any::<u32>()),
        date in option::of(date()), place in line(), title in title(), lead in paragraphs(),
        sections in vec(section(), 0..3), closing in paragraphs(), signatory in line(),
        press_contact in paragraphs(),
        status in code(CommuniqueStatus::KNOWN, CommuniqueStatus::from_code), extra in extra(),
    ) -> Communique {
        Communique {
            id, series, letterhead, number, date, place, title, lead, sections, closing, signatory, press_contact,
            status, extra,
        }
    }
}

prop_compose! {
    pub(crate) fn theme()(id in id(), label in texts(), extra in extra()) -> Theme {
        Theme { id, label, extra }
    }
}

prop_compose! {
    fn publisher()(name in line(), email in line(), phone in line(), url in line(), extra in extra()) -> Publisher {
        Publisher { name, email, phone, url, extra }
    }
}

prop_compose! {
    fn emergency()(
        number in "(1[578]|11[0-9]|3[0-9]{3}|0[1-9][0-9]{8}|[+]32[0-9]{8})", label in line(), extra in extra(),
    ) -> EmergencyNumber {
        EmergencyNumber { number: Phone::parse(&number).unwrap(), label, extra }
    }
}

prop_compose! {
    fn looks()(
        title in line(), lang in "[a-z]{2}(-[A-Z]{2})?", department in option::of("(0[1-9]|2[AB]|97[0-9])"),
        accent in option::of("#[0-9a-f]{6}"), licence in line(), notice in paragraphs(),
        legal in texts(), areas in vec(texts().prop_map(Value::Object), 0..3),
    ) -> Site {
        Site {
            title, lang, licence, notice, legal, areas,
            department: department.map(|text| Department::parse(&text).unwrap()),
            accent: accent.map(|text| Accent::parse(&text).unwrap()),
            ..Site::new(Id::derived(&[]))
        }
    }
}

prop_compose! {
    pub(crate) fn site()(
        id in id(), looks in looks(), publisher in publisher(), engage_url in option::of(link()),
        stale_after_days in option::of(any::<u32>()), moved_to in option::of(link()), extra in extra(),
        theme_order in vec(id(), 0..3), emergency in vec(emergency(), 0..3),
    ) -> Site {
        Site { id, publisher, engage_url, stale_after_days, theme_order, emergency, moved_to, extra, ..looks }
    }
}

prop_compose! {
    fn edition()(
        id in id(), parent in option::of(id()), number in any::<u32>(), published_at in option::of(timestamp()),
        extra in extra(),
    ) -> Edition {
        Edition { id, parent, number, published_at, extra }
    }
}

prop_compose! {
    fn removed()(
        id in id(), at in option::of(timestamp()), reason in code(RemovalReason::KNOWN, RemovalReason::from_code),
        extra in extra(),
    ) -> Removed {
        Removed { id, at, reason, extra }
    }
}

prop_compose! {
    pub(crate) fn catalogue()(
        edition in edition(), site in site(), themes in vec(theme(), 0..3), initiatives in vec(initiative(), 0..4),
        communiques in vec(communique(), 0..3), removed in vec(removed(), 0..3), extra in extra(),
    ) -> Catalogue {
        let removed = unique(removed, |removed| &removed.id);
        let mut initiatives = unique(initiatives, |initiative| &initiative.id);
        // A catalogue never holds what it says that it removed.
        initiatives.retain(|initiative| removed.iter().all(|removed| removed.id != initiative.id));
        let mut catalogue = Catalogue {
            edition, site, initiatives, removed, extra,
            themes: unique(themes, |theme| &theme.id),
            communiques: unique(communiques, |communique| &communique.id),
        };
        // A site that names an order has its themes in it.
        let named = catalogue.themes.iter().rev().take(1).map(|theme| theme.id.clone());
        catalogue.site.theme_order.extend(named);
        catalogue.arrange_themes();
        catalogue
    }
}

fn path() -> impl Strategy<Value = Path> {
    prop_oneof![
        "[a-z_]{3,9}",
        "[a-zé :.]{3,9}",
        "(measures|needs|contacts)/[a-z0-9]{1,9}"
    ]
    .prop_filter_map("lists are no paths", |text| Path::parse(&text))
}

prop_compose! {
    pub(crate) fn change()(
        id in id(), author in id(), at in timestamp(), kind in code(TargetKind::KNOWN, TargetKind::from_code),
        target in id(), fields in prop::collection::btree_map(path(), (option::of(value()), option::of(value())), 0..4),
        replaces in vec(self::id(), 0..3), batch in option::of(self::id()),
    ) -> Change {
        let side = |value: Option<Value>| value.unwrap_or_default();
        let fields = fields
            .into_iter()
            .map(|(path, (before, after))| (path, Delta { before: side(before), after: side(after) }))
            .collect();
        Change { id, author, at, target: Target { kind, id: target }, fields, replaces, batch }
    }
}

prop_compose! {
    pub(crate) fn contribution()(
        ids in (id(), id(), option::of(id()), id()), created_at in timestamp(), message in paragraphs(),
        reply_to in line(), changes in vec(change(), 0..3), extra in extra(),
    ) -> solidaire::format::contribution::Contribution {
        let (id, site, base, author) = ids;
        let changes = unique(changes, |change| &change.id);
        solidaire::format::contribution::Contribution {
            id, site, base, created_at, author, message, reply_to, changes, extra,
        }
    }
}

prop_compose! {
    pub(crate) fn backup()(
        created_at in option::of(timestamp()), site in option::of(id()),
        entries in prop::collection::btree_map("(change/[a-z0-9]{1,9}|layout|setting/[a-z_]{1,5})", any::<String>(), 0..5),
        extra in extra(),
    ) -> solidaire::format::backup::Backup {
        let entries = entries.into_iter().collect();
        solidaire::format::backup::Backup { created_at, site, entries, extra }
    }
}
