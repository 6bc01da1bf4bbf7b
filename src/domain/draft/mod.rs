//! A form that is being filled, and the step from it to an initiative.
//!
//! A [`Draft`] holds what a person typed, as typed. It is not an [`Initiative`]: [`Draft::check`]
//! makes one of it, or says everything that stands in the way, each problem tied to its field.
//! [`Draft::rebase`] carries what was typed over to an initiative that has changed meanwhile, and a
//! [`Ground`] remembers what the form showed.

mod check;
mod ground;
mod rebase;
mod translations;

pub use ground::Ground;

use std::collections::BTreeMap;

use super::amount::Amount;
use super::code::{Insee, Postcode};
use super::contact::{Contact, Means};
use super::date::Date;
use super::id::Id;
use super::initiative::{Initiative, Measure, Need, OrganiserKind, Served};
use super::vocabulary::vocabulary;

vocabulary! {
    /// A field of the form. Those of a row (a measure, a need, a contact) come last.
    Field {
        /// The title.
        Title = "title",
        /// The summary.
        Summary = "summary",
        /// The theme's identifier.
        Theme = "theme",
        /// The tags, between commas.
        Tags = "tags",
        /// The organiser's name.
        OrganiserName = "organiser-name",
        /// The organiser's kind.
        OrganiserKind = "organiser-kind",
        /// Whether an individual agreed to be named: [`Draft::YES`] or nothing.
        Consent = "consent",
        /// The commune's name.
        Commune = "commune",
        /// The commune's INSEE code, set by choosing from the list.
        Insee = "insee",
        /// The postcode.
        Postcode = "postcode",
        /// The name of a commune served that was typed and not yet added to the list.
        Served = "served",
        /// The wider area.
        Area = "area",
        /// Whom it is for.
        Audience = "audience",
        /// The first day.
        Start = "start",
        /// The last day.
        End = "end",
        /// What two dates cannot say.
        PeriodNote = "period-note",
        /// Hours, cost, conditions.
        Practical = "practical",
        /// The page that tells of it.
        SourceUrl = "source-url",
        /// Whether it is shown to everyone.
        Status = "status",
        /// The day on which it was last checked.
        VerifiedOn = "verified-on",
        /// The kind of a row.
        Kind = "kind",
        /// How many, or where a contact leads.
        Value = "value",
        /// Of what.
        Unit = "unit",
        /// Whether it is about: [`Draft::YES`] or nothing.
        Approximate = "approximate",
        /// The day on which it was so.
        AsOf = "as-of",
        /// What is needed.
        What = "what",
        /// How much is needed.
        Quantity = "quantity",
        /// The last day on which help is of use.
        Until = "until",
        /// Whether the need still stands.
        State = "state",
        /// What a contact is for.
        Label = "label",
        /// Whether a contact stays on this device: [`Draft::YES`] or nothing.
        Private = "private",
        /// Whether a translation was read again and still fits: [`Draft::YES`] or nothing.
        Reviewed = "reviewed",
    }
}

/// What a person typed, by field.
pub type Typed = BTreeMap<Field, String>;

/// A form that is being filled.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Draft {
    /// The fields outside the rows.
    pub fields: Typed,
    /// The communes served besides its own, chosen from the list.
    pub served: Vec<Served>,
    /// The quantities.
    pub measures: Vec<Row>,
    /// The needs.
    pub needs: Vec<Row>,
    /// The contacts.
    pub contacts: Vec<Row>,
    /// The texts in other languages, a row for each that the form offers, named by its code.
    pub translations: Vec<Row>,
}

/// One row of a list in a form.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// Names the item that the row becomes.
    pub id: Id,
    /// What was typed.
    pub fields: Typed,
}

/// Something that stands between a draft and an initiative.
#[derive(Debug, Clone, PartialEq)]
pub struct Problem {
    /// The row, where the field is in one.
    pub row: Option<Id>,
    /// The field.
    pub field: Field,
    /// What is wrong with it.
    pub kind: ProblemKind,
}

/// What can be wrong with a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ProblemKind {
    /// It must not be empty.
    Missing,
    /// It is longer than so many characters.
    TooLong(usize),
    /// It is not a day of the calendar.
    Date,
    /// The last day is before the first.
    EndBeforeStart,
    /// It is not an amount.
    Amount,
    /// It is not five digits.
    Postcode,
    /// It is not a telephone number.
    Phone,
    /// It is not an e-mail address.
    Email,
    /// It is not the address of a web page.
    Link,
    /// An individual is named without having agreed.
    Consent,
}

impl Draft {
    /// What a ticked box holds.
    pub const YES: &'static str = "yes";

    /// The form of an initiative that exists.
    #[must_use]
    pub fn of(initiative: &Initiative) -> Self {
        let mut draft = Self {
            served: initiative.served.clone(),
            ..Self::default()
        };
        let mut set = |field: Field, text: &str| {
            if !text.is_empty() {
                draft.fields.insert(field, text.to_owned());
            }
        };
        let date = |date: Option<Date>| date.map_or_else(String::new, |date| date.to_string());
        set(Field::Title, &initiative.title);
        set(Field::Summary, &initiative.summary);
        set(Field::Theme, initiative.theme.as_ref().map_or("", Id::as_str));
        set(Field::Tags, &initiative.tags.join(", "));
        set(Field::OrganiserName, &initiative.organiser.name);
        set(
            Field::OrganiserKind,
            initiative.organiser.kind.as_ref().map_or("", OrganiserKind::code),
        );
        set(Field::Consent, yes(initiative.organiser.consent == Some(true)));
        set(Field::Commune, &initiative.place.commune);
        set(
            Field::Insee,
            initiative.place.insee.as_ref().map_or("", Insee::as_str),
        );
        set(
            Field::Postcode,
            initiative.place.postcode.as_ref().map_or("", Postcode::as_str),
        );
        set(Field::Area, &initiative.place.area);
        set(Field::Audience, &initiative.audience);
        set(Field::Start, &date(initiative.period.start));
        set(Field::End, &date(initiative.period.end));
        set(Field::PeriodNote, &initiative.period.note);
        set(Field::Practical, &initiative.practical);
        set(
            Field::SourceUrl,
            initiative.source.url.as_ref().map_or("", |link| link.as_str()),
        );
        set(Field::Status, initiative.status.code());
        set(Field::VerifiedOn, &date(initiative.verified_on));
        draft.measures = initiative.measures.iter().map(measure_row).collect();
        draft.needs = initiative.needs.iter().map(need_row).collect();
        draft.contacts = initiative.contacts.iter().map(contact_row).collect();
        draft.translations = translations::rows(initiative);
        draft
    }

    /// What was typed in a field outside the rows.
    #[must_use]
    pub fn text(&self, field: &Field) -> &str {
        self.fields.get(field).map_or("", String::as_str)
    }
}

fn yes(ticked: bool) -> &'static str {
    if ticked { Draft::YES } else { "" }
}

fn row(id: &Id, fields: &[(Field, &str)]) -> Row {
    let typed = fields.iter().filter(|(_, text)| !text.is_empty());
    Row {
        id: id.clone(),
        fields: typed
            .map(|(field, text)| (field.clone(), (*text).to_owned()))
            .collect(),
    }
}

fn measure_row(measure: &Measure) -> Row {
    row(
        &measure.id,
        &[
            (Field::Kind, measure.kind.code()),
            (Field::Value, &amount_text(measure.value)),
            (Field::Unit, &measure.unit),
            (Field::Approximate, yes(measure.approximate)),
            (
                Field::AsOf,
                &measure.as_of.map_or_else(String::new, |date| date.to_string()),
            ),
        ],
    )
}

fn need_row(need: &Need) -> Row {
    row(
        &need.id,
        &[
            (Field::Kind, need.kind.code()),
            (Field::What, &need.what),
            (
                Field::Quantity,
                &need.quantity.map_or_else(String::new, amount_text),
            ),
            (
                Field::Until,
                &need.until.map_or_else(String::new, |date| date.to_string()),
            ),
            (Field::State, need.state.code()),
        ],
    )
}

fn contact_row(contact: &Contact) -> Row {
    let shown = match &contact.means {
        Means::Phone(phone) => phone.display(),
        means => means.value().to_owned(),
    };
    row(
        &contact.id,
        &[
            (Field::Kind, contact.means.kind()),
            (Field::Value, &shown),
            (Field::Label, &contact.label),
            (Field::Private, yes(!contact.public)),
        ],
    )
}

fn amount_text(amount: Amount) -> String {
    amount.plain().replace('.', ",")
}
