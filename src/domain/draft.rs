//! A form that is being filled, and the step from it to an initiative.
//!
//! A [`Draft`] holds what a person typed, as typed. It is not an [`Initiative`]: [`Draft::check`]
//! makes one of it, or says everything that stands in the way, each problem tied to its field.

use std::collections::BTreeMap;

use super::amount::Amount;
use super::code::{Insee, Postcode};
use super::contact::{Contact, Means};
use super::date::Date;
use super::id::Id;
use super::initiative::{
    Initiative, Measure, MeasureKind, Need, NeedKind, NeedState, OrganiserKind, Served, Status,
};
use super::text::{MAX_LINE, MAX_TEXT, clean_line, clean_lines, length};
use super::value::Object;
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
        draft
    }

    /// What was typed in a field outside the rows.
    #[must_use]
    pub fn text(&self, field: &Field) -> &str {
        self.fields.get(field).map_or("", String::as_str)
    }

    /// Makes an initiative of the draft, or says everything that stands in the way.
    ///
    /// `base` is the initiative as it was, or a new one: what the form does not show (translations,
    /// unknown fields, coordinates of an unchanged place) comes from there. A row that was left empty
    /// is dropped.
    ///
    /// # Errors
    /// Every problem of every field, in the order of the form.
    pub fn check(&self, base: &Initiative) -> Result<Initiative, Vec<Problem>> {
        let mut check = Check {
            fields: &self.fields,
            row: None,
            problems: Vec::new(),
        };
        let mut made = base.clone();
        made.title = check.line(&Field::Title);
        if made.title.is_empty() {
            check.problem(Field::Title, ProblemKind::Missing);
        }
        made.summary = check.lines(&Field::Summary);
        made.theme = Id::parse(self.text(&Field::Theme));
        made.tags = check
            .line(&Field::Tags)
            .split(',')
            .map(|tag| tag.trim().to_owned())
            .collect();
        made.tags.retain(|tag| !tag.is_empty());
        self.check_organiser(&mut made, &mut check);
        self.check_place(&mut made, base, &mut check);
        made.served.clone_from(&self.served);
        made.audience = check.line(&Field::Audience);
        made.period.start = check.date(&Field::Start);
        made.period.end = check.date(&Field::End);
        if let (Some(start), Some(end)) = (made.period.start, made.period.end)
            && end < start
        {
            check.problem(Field::End, ProblemKind::EndBeforeStart);
        }
        made.period.note = check.line(&Field::PeriodNote);
        made.practical = check.lines(&Field::Practical);
        let url = check.line(&Field::SourceUrl);
        made.source.url = super::link::Link::from_typed(&url).filter(super::link::Link::is_web);
        if made.source.url.is_none() && !url.is_empty() {
            check.problem(Field::SourceUrl, ProblemKind::Link);
        }
        if !self.text(&Field::Status).is_empty() {
            made.status = Status::from_code(self.text(&Field::Status));
        }
        made.verified_on = check.date(&Field::VerifiedOn);
        let mut problems = check.problems;
        made.measures = rows(&self.measures, &mut problems, |check, row| {
            measure(check, row, base.measures.iter().find(|old| old.id == row.id))
        });
        made.needs = rows(&self.needs, &mut problems, |check, row| {
            need(check, row, base.needs.iter().find(|old| old.id == row.id))
        });
        made.contacts = rows(&self.contacts, &mut problems, |check, row| {
            contact(check, row, base.contacts.iter().find(|old| old.id == row.id))
        });
        if problems.is_empty() {
            Ok(made)
        } else {
            Err(problems)
        }
    }

    fn check_organiser(&self, made: &mut Initiative, check: &mut Check) {
        made.organiser.name = check.line(&Field::OrganiserName);
        let kind = self.text(&Field::OrganiserKind);
        made.organiser.kind = (!kind.is_empty()).then(|| OrganiserKind::from_code(kind));
        let agreed = self.text(&Field::Consent) == Self::YES;
        if made.organiser.kind == Some(OrganiserKind::Individual) {
            made.organiser.consent = Some(agreed);
            if !agreed && !made.organiser.name.is_empty() {
                check.problem(Field::Consent, ProblemKind::Consent);
            }
        } else if made.organiser.consent.is_some() {
            made.organiser.consent = agreed.then_some(true);
        }
    }

    fn check_place(&self, made: &mut Initiative, base: &Initiative, check: &mut Check) {
        made.place.commune = check.line(&Field::Commune);
        made.place.insee = Insee::parse(self.text(&Field::Insee));
        made.place.postcode = Postcode::parse(self.text(&Field::Postcode));
        if made.place.postcode.is_none() && !self.text(&Field::Postcode).trim().is_empty() {
            check.problem(Field::Postcode, ProblemKind::Postcode);
        }
        made.place.area = check.line(&Field::Area);
        if made.place.insee != base.place.insee || made.place.commune != base.place.commune {
            // Coordinates belong to the place that they were given for.
            (made.place.lat, made.place.lon) = (None, None);
        }
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
    amount.get().to_string().replace('.', ",")
}

/// Reads fields of one draft or row and gathers their problems.
struct Check<'a> {
    fields: &'a Typed,
    row: Option<&'a Id>,
    problems: Vec<Problem>,
}

impl Check<'_> {
    fn problem(&mut self, field: Field, kind: ProblemKind) {
        self.problems.push(Problem {
            row: self.row.cloned(),
            field,
            kind,
        });
    }

    fn typed(&self, field: &Field) -> &str {
        self.fields.get(field).map_or("", String::as_str)
    }

    fn bounded(&mut self, field: &Field, text: String, limit: usize) -> String {
        if length(&text) > limit {
            self.problem(field.clone(), ProblemKind::TooLong(limit));
        }
        text
    }

    fn line(&mut self, field: &Field) -> String {
        let text = clean_line(self.typed(field)).into_owned();
        self.bounded(field, text, MAX_LINE)
    }

    fn lines(&mut self, field: &Field) -> String {
        let text = clean_lines(self.typed(field)).into_owned();
        self.bounded(field, text, MAX_TEXT)
    }

    fn date(&mut self, field: &Field) -> Option<Date> {
        let text = self.typed(field).trim();
        let date = Date::parse(text);
        if date.is_none() && !text.is_empty() {
            self.problem(field.clone(), ProblemKind::Date);
        }
        date
    }

    fn amount(&mut self, field: &Field) -> Option<Amount> {
        let text = self.typed(field).trim();
        let amount = Amount::parse(text);
        if amount.is_none() && !text.is_empty() {
            self.problem(field.clone(), ProblemKind::Amount);
        }
        amount
    }
}

/// Reads the rows of one list; a row in which nothing was typed is dropped.
fn rows<T>(
    rows: &[Row],
    problems: &mut Vec<Problem>,
    mut read: impl FnMut(&mut Check, &Row) -> Option<T>,
) -> Vec<T> {
    // A kind, a state and a day are chosen for the person; alone they say nothing.
    let said = |(field, text): (&Field, &String)| {
        !text.trim().is_empty()
            && matches!(
                field,
                Field::Value | Field::Unit | Field::What | Field::Quantity | Field::Label
            )
    };
    let mut items = Vec::new();
    for row in rows.iter().filter(|row| row.fields.iter().any(said)) {
        let mut check = Check {
            fields: &row.fields,
            row: Some(&row.id),
            problems: Vec::new(),
        };
        items.extend(read(&mut check, row));
        problems.append(&mut check.problems);
    }
    items
}

fn measure(check: &mut Check, row: &Row, base: Option<&Measure>) -> Option<Measure> {
    let value = check.amount(&Field::Value);
    if check.typed(&Field::Value).trim().is_empty() {
        check.problem(Field::Value, ProblemKind::Missing);
    }
    let unit = check.line(&Field::Unit);
    let as_of = check.date(&Field::AsOf);
    Some(Measure {
        id: row.id.clone(),
        kind: MeasureKind::from_code(check.typed(&Field::Kind)),
        value: value?,
        unit,
        approximate: check.typed(&Field::Approximate) == Draft::YES,
        as_of,
        extra: base.map_or_else(Object::new, |base| base.extra.clone()),
    })
}

fn need(check: &mut Check, row: &Row, base: Option<&Need>) -> Option<Need> {
    let what = check.line(&Field::What);
    if what.is_empty() {
        check.problem(Field::What, ProblemKind::Missing);
    }
    Some(Need {
        id: row.id.clone(),
        kind: NeedKind::from_code(check.typed(&Field::Kind)),
        what,
        quantity: check.amount(&Field::Quantity),
        until: check.date(&Field::Until),
        state: NeedState::from_code(check.typed(&Field::State)),
        extra: base.map_or_else(Object::new, |base| base.extra.clone()),
    })
}

fn contact(check: &mut Check, row: &Row, base: Option<&Contact>) -> Option<Contact> {
    let value = check.line(&Field::Value);
    if value.is_empty() {
        check.problem(Field::Value, ProblemKind::Missing);
        return None;
    }
    let means = Means::parse(check.typed(&Field::Kind), &value);
    if let Means::Plain { kind, .. } = &means
        // What was kept as it stood before may stay as it stands.
        && base.is_none_or(|base| base.means != means)
    {
        let problem = match kind.as_str() {
            "phone" => ProblemKind::Phone,
            "email" => ProblemKind::Email,
            _ => ProblemKind::Link,
        };
        check.problem(Field::Value, problem);
    }
    Some(Contact {
        id: row.id.clone(),
        means,
        label: check.line(&Field::Label),
        public: check.typed(&Field::Private) != Draft::YES,
        extra: base.map_or_else(Object::new, |base| base.extra.clone()),
    })
}

#[cfg(test)]
mod tests {
    use super::{Draft, Field, Problem, ProblemKind, Row};
    use crate::domain::id::Id;
    use crate::domain::initiative::Initiative;

    fn base() -> Initiative {
        Initiative::new(Id::parse("x").unwrap(), String::new())
    }

    fn draft(fields: &[(Field, &str)]) -> Draft {
        let mut draft = Draft::default();
        for (field, text) in fields {
            draft.fields.insert(field.clone(), (*text).to_owned());
        }
        draft
    }

    fn row(id: &str, fields: &[(Field, &str)]) -> Row {
        Row {
            id: Id::parse(id).unwrap(),
            fields: draft(fields).fields,
        }
    }

    #[test]
    fn a_title_is_enough() {
        let made = draft(&[(Field::Title, "  Masques \n lavables ")])
            .check(&base())
            .unwrap();
        assert_eq!(made.title, "Masques lavables");
    }

    #[test]
    fn every_problem_is_told_with_its_field() {
        let mut draft = draft(&[
            (Field::Summary, &"x".repeat(20_000)),
            (Field::Postcode, "627"),
            (Field::Start, "2020-05-01"),
            (Field::End, "2020-04-01"),
            (Field::SourceUrl, "javascript:alert(1)"),
            (Field::OrganiserKind, "individual"),
            (Field::OrganiserName, "Une personne"),
        ]);
        draft.measures = vec![row("m", &[(Field::Kind, "produced"), (Field::Value, "beaucoup")])];
        draft.needs = vec![row("n", &[(Field::Kind, "money"), (Field::Quantity, "x")])];
        draft.contacts = vec![row("c", &[(Field::Kind, "phone"), (Field::Value, "demain")])];
        let problems = draft.check(&base()).unwrap_err();
        let told: Vec<_> = problems
            .iter()
            .map(|Problem { row, field, kind }| (row.as_ref().map_or("", Id::as_str), field.code(), *kind))
            .collect();
        assert_eq!(
            told,
            [
                ("", "title", ProblemKind::Missing),
                ("", "summary", ProblemKind::TooLong(10_000)),
                ("", "consent", ProblemKind::Consent),
                ("", "postcode", ProblemKind::Postcode),
                ("", "end", ProblemKind::EndBeforeStart),
                ("", "source-url", ProblemKind::Link),
                ("m", "value", ProblemKind::Amount),
                ("n", "what", ProblemKind::Missing),
                ("n", "quantity", ProblemKind::Amount),
                ("c", "value", ProblemKind::Phone),
            ]
        );
    }

    #[test]
    fn a_row_that_says_nothing_is_dropped() {
        let mut draft = draft(&[(Field::Title, "Masques")]);
        draft.measures = vec![row(
            "m",
            &[(Field::Kind, "produced"), (Field::AsOf, "2020-04-30")],
        )];
        draft.contacts = vec![row("c", &[(Field::Kind, "phone")])];
        let made = draft.check(&base()).unwrap();
        assert!(made.measures.is_empty() && made.contacts.is_empty());
    }

    #[test]
    fn the_form_of_an_initiative_makes_the_same_initiative() {
        let mut draft = draft(&[
            (Field::Title, "Masques"),
            (Field::Tags, "couture, tissu"),
            (Field::Commune, "Marck"),
            (Field::Insee, "62548"),
            (Field::Status, "archived"),
            (Field::End, "2020-05-11"),
        ]);
        draft.measures = vec![row(
            "m",
            &[
                (Field::Kind, "lent"),
                (Field::Value, "2,5"),
                (Field::Unit, "tonnes"),
            ],
        )];
        draft.contacts = vec![row(
            "c",
            &[(Field::Kind, "phone"), (Field::Value, "03 21 72 78 00")],
        )];
        let mut made = draft.check(&base()).unwrap();
        made.place.lat = Some(50.9);
        made.extra.set("later", "kept");
        assert_eq!(Draft::of(&made).check(&made).unwrap(), made);
    }

    #[test]
    fn moving_elsewhere_forgets_the_coordinates() {
        let mut old = draft(&[(Field::Title, "Masques"), (Field::Commune, "Marck")])
            .check(&base())
            .unwrap();
        old.place.lat = Some(50.9);
        let mut form = Draft::of(&old);
        form.fields.insert(Field::Commune, "Guemps".to_owned());
        assert_eq!(form.check(&old).unwrap().place.lat, None);
    }
}
