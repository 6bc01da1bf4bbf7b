//! The step from what was typed to an initiative, or to everything that stands in its way.

use super::{Draft, Field, Problem, ProblemKind, Row, Typed, translations};
use crate::domain::amount::Amount;
use crate::domain::code::{Insee, Postcode};
use crate::domain::contact::{Contact, Means};
use crate::domain::date::Date;
use crate::domain::id::Id;
use crate::domain::initiative::{
    Initiative, Measure, MeasureKind, Need, NeedKind, NeedState, OrganiserKind, Served, Status,
};
use crate::domain::link::Link;
use crate::domain::text::{MAX_LINE, MAX_TEXT, clean_line, clean_lines, length};
use crate::domain::value::Object;

impl Draft {
    /// Makes an initiative of the draft, or says everything that stands in the way.
    ///
    /// `base` is the initiative as it was, or a new one: what the form does not show (unknown
    /// fields, coordinates of an unchanged place) comes from there. A row that was left empty
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
        let typed = check.line(&Field::Served);
        if !typed.is_empty() && made.served.iter().all(|served| served.commune != typed) {
            // A name that was typed and not added is meant all the same.
            made.served.push(Served {
                commune: typed,
                ..Served::default()
            });
        }
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
        made.source.url = Link::from_typed(&url).filter(Link::is_web);
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
        problems.append(&mut translations::check(&self.translations, base, &mut made));
        if made.organiser.is_unnamed() {
            keep_back(&mut made.contacts, &base.contacts);
        }
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
        let individual = made.organiser.kind == Some(OrganiserKind::Individual);
        if individual && !agreed && !made.organiser.name.is_empty() {
            check.problem(Field::Consent, ProblemKind::Consent);
        }
        made.organiser.consent = match made.organiser.consent {
            _ if individual && agreed => Some(true),
            // Consent that is taken back, or that belonged to somebody else, is gone.
            Some(true) if individual => Some(false),
            Some(true) if !agreed => None,
            as_before => as_before,
        };
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

/// How one person is reached stays on the device until they agree; what was published before, by
/// an editor who could ask, is not taken back behind the editor's back.
fn keep_back(contacts: &mut [Contact], published: &[Contact]) {
    for contact in contacts {
        let known = published.iter().find(|known| known.id == contact.id);
        if known.is_none_or(|known| known.means != contact.means) {
            contact.public = false;
        }
    }
}

/// Reads fields of one draft or row and gathers their problems.
pub(super) struct Check<'a> {
    fields: &'a Typed,
    row: Option<&'a Id>,
    pub(super) problems: Vec<Problem>,
}

impl<'a> Check<'a> {
    pub(super) const fn of_row(row: &'a Row) -> Self {
        Self {
            fields: &row.fields,
            row: Some(&row.id),
            problems: Vec::new(),
        }
    }

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

    pub(super) fn line(&mut self, field: &Field) -> String {
        let text = clean_line(self.typed(field)).into_owned();
        self.bounded(field, text, MAX_LINE)
    }

    pub(super) fn lines(&mut self, field: &Field) -> String {
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
        let mut check = Check::of_row(row);
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

#[allow(
    clippy::unnecessary_wraps,
    reason = "one of three readers that `rows` takes; the others leave rows out"
)]
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
        // A need that is written down stands, until somebody says otherwise.
        state: match check.typed(&Field::State) {
            "" => NeedState::Open,
            code => NeedState::from_code(code),
        },
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
    use crate::domain::draft::{Draft, Field, Problem, ProblemKind, Row};
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
