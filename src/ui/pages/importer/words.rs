//! The values of an entry in plain words.

use crate::domain::amount::Amount;
use crate::domain::contact::Means;
use crate::domain::date::Date;
use crate::domain::draft::{Draft, Field, Row};
use crate::domain::link::Link;
use crate::i18n::Text;
use crate::ui::pages::edit::{kind_name, organiser_name};
use crate::ui::texts::{date, fill, number, t};
use crate::workspace::intake::{Entry, Fact, FactKind};

/// A value of an entry, as it is shown.
pub(super) struct Told {
    /// Which one.
    pub(super) fact: Fact,
    /// What it is.
    pub(super) label: String,
    /// What it says.
    pub(super) value: String,
}

/// The name of a kind of values, and the letter that the source is marked with.
pub(super) fn kind_of(kind: FactKind) -> (Text, Text, &'static str) {
    match kind {
        FactKind::Place => (Text::ImporterKindPlace, Text::ImporterLetterPlace, "place"),
        FactKind::Organiser => (
            Text::ImporterKindOrganiser,
            Text::ImporterLetterOrganiser,
            "organiser",
        ),
        FactKind::Measure => (Text::ImporterKindMeasure, Text::ImporterLetterMeasure, "measure"),
        FactKind::Need => (Text::ImporterKindNeed, Text::ImporterLetterNeed, "need"),
        FactKind::Contact => (Text::ImporterKindContact, Text::ImporterLetterContact, "contact"),
        FactKind::Terms => (Text::ImporterKindTerms, Text::ImporterLetterTerms, "terms"),
        FactKind::Person => (Text::ImporterKindPerson, Text::ImporterLetterPerson, "person"),
    }
}

/// Every value of an entry but its title, summary and theme, in the order in which they are checked.
pub(super) fn told(entry: &Entry) -> Vec<Told> {
    let typed = &entry.typed;
    let mut rows = Vec::new();
    let mut add = |fact: Fact, label: &str, value: String| {
        if !value.is_empty() {
            let label = label.to_owned();
            rows.push(Told { fact, label, value });
        }
    };
    add(Fact::Commune, t(Text::FieldCommune), commune(typed));
    add(
        Fact::Area,
        t(Text::FieldArea),
        typed.text(&Field::Area).to_owned(),
    );
    for served in &typed.served {
        let name = served.commune.clone();
        add(Fact::Served(name.clone()), t(Text::FactServed), name);
    }
    add(Fact::Organiser, t(Text::FieldOrganiser), organiser(typed));
    for row in &typed.measures {
        add(Fact::Measure(row.id.clone()), kind(row), measure(row));
    }
    for row in &typed.needs {
        let label = fill(Text::ImporterNeedOf, &[("kind", kind(row))]);
        add(Fact::Need(row.id.clone()), &label, need(row));
    }
    for row in &typed.contacts {
        add(Fact::Contact(row.id.clone()), kind(row), contact(row));
    }
    add(Fact::Start, t(Text::FieldStart), day(typed.text(&Field::Start)));
    add(Fact::End, t(Text::FieldEnd), day(typed.text(&Field::End)));
    add(
        Fact::When,
        t(Text::FieldPeriodNote),
        typed.text(&Field::PeriodNote).to_owned(),
    );
    add(
        Fact::Audience,
        t(Text::FieldAudience),
        typed.text(&Field::Audience).to_owned(),
    );
    add(
        Fact::Practical,
        t(Text::FieldPractical),
        typed.text(&Field::Practical).to_owned(),
    );
    rows
}

fn text<'a>(row: &'a Row, field: &Field) -> &'a str {
    row.fields.get(field).map_or("", String::as_str)
}

fn kind(row: &Row) -> &str {
    let code = text(row, &Field::Kind);
    match kind_name(code) {
        Some(name) => t(name),
        None => code,
    }
}

fn commune(typed: &Draft) -> String {
    joined(" ", &[typed.text(&Field::Commune), typed.text(&Field::Postcode)])
}

fn organiser(typed: &Draft) -> String {
    let code = typed.text(&Field::OrganiserKind);
    let kind = match organiser_name(code) {
        Some(name) => t(name),
        None => code,
    };
    joined(", ", &[typed.text(&Field::OrganiserName), kind])
}

/// « environ 20 personnes (au 30 avril 2020) ».
fn measure(row: &Row) -> String {
    let about = match text(row, &Field::Approximate) {
        Draft::YES => t(Text::QuantityAbout),
        _ => "",
    };
    let value = amount(text(row, &Field::Value));
    let of = text(row, &Field::AsOf);
    let of = Date::parse(of).map_or_else(
        || of.to_owned(),
        |of| fill(Text::ImporterAsOf, &[("date", &date(of))]),
    );
    joined(" ", &[about, &value, text(row, &Field::Unit), &of])
}

fn need(row: &Row) -> String {
    let until = text(row, &Field::Until);
    let until = joined(
        " ",
        &[
            if until.is_empty() { "" } else { t(Text::FieldUntil) },
            &day(until),
        ],
    );
    joined(
        ", ",
        &[
            text(row, &Field::What),
            &amount(text(row, &Field::Quantity)),
            &until,
        ],
    )
}

fn contact(row: &Row) -> String {
    let value = text(row, &Field::Value);
    let shown = match Means::parse(text(row, &Field::Kind), value) {
        Means::Web(link) | Means::Social(link) => Link::display(&link).to_owned(),
        _ => value.to_owned(),
    };
    let private = match text(row, &Field::Private) {
        Draft::YES => t(Text::ImporterPrivate),
        _ => "",
    };
    joined(", ", &[&shown, text(row, &Field::Label), private])
}

fn amount(text: &str) -> String {
    Amount::parse(text).map_or_else(|| text.to_owned(), |amount| number(amount.get()))
}

fn day(text: &str) -> String {
    Date::parse(text).map_or_else(|| text.to_owned(), date)
}

fn joined(between: &str, parts: &[&str]) -> String {
    let parts: Vec<&str> = parts.iter().copied().filter(|part| !part.is_empty()).collect();
    parts.join(between)
}
