//! What stands in the way of a save: in a sentence at its field, and all together above the form.

use leptos::prelude::*;

use super::form::{Form, List, element};
use super::sections::SHORT;
use crate::domain::draft::{Draft, Field, Problem, ProblemKind};
use crate::domain::order;
use crate::i18n::{Plural, Text};
use crate::ui::components::problems::{self, Told};
use crate::ui::texts::{count, fill, number, t};

/// The element that sums up what is to be corrected.
pub(super) const SUMMARY: &str = "form-problems";

/// What is wrong with a field, in a sentence.
pub(super) fn sentence(field: &Field, kind: ProblemKind) -> String {
    let text = match kind {
        ProblemKind::Missing if *field == Field::Title => Text::ProblemTitle,
        ProblemKind::Missing => Text::ProblemMissing,
        ProblemKind::TooLong(limit) => {
            #[allow(clippy::cast_precision_loss, reason = "limits are far below 2⁵³")]
            let limit = number(limit as f64);
            return fill(Text::ProblemTooLong, &[("n", &limit)]);
        }
        ProblemKind::Date => Text::ProblemDate,
        ProblemKind::EndBeforeStart => Text::ProblemEndBeforeStart,
        ProblemKind::Amount => Text::ProblemAmount,
        ProblemKind::Postcode => Text::ProblemPostcode,
        ProblemKind::Phone => Text::ProblemPhone,
        ProblemKind::Email => Text::ProblemEmail,
        ProblemKind::Link => Text::ProblemLink,
        ProblemKind::Consent => Text::ProblemConsent,
    };
    t(text).to_owned()
}

/// Everything that is to be corrected, each with a link to its field. It takes the focus after a
/// save that failed.
pub(super) fn summary(form: Form) -> AnyView {
    (move || {
        let problems = form.problems.get();
        (!problems.is_empty()).then(|| {
            let title = count(Plural::FormProblems, problems.len());
            let title = view! { <h2 class="notice-title" id="form-problems-t">{title}</h2> }.into_any();
            let told = form.typed.with_untracked(|typed| {
                let problems = ordered(typed, problems).into_iter();
                problems.map(|problem| told(typed, &problem)).collect()
            });
            problems::summary(SUMMARY, "form-problems-t", title, told)
        })
    })
    .into_any()
}

fn told(typed: &Draft, problem: &Problem) -> Told {
    let what = sentence(&problem.field, problem.kind);
    Told {
        element: element(problem.row.as_ref(), &problem.field),
        sentence: fill(
            Text::FormProblem,
            &[("field", &name(typed, problem)), ("problem", &what)],
        ),
    }
}

/// The problems in the order in which their fields stand on the page.
fn ordered(typed: &Draft, mut problems: Vec<Problem>) -> Vec<Problem> {
    order::sort_by_key(&mut problems, |problem| match &problem.row {
        _ if is_detail(typed, problem) => 2,
        None => 0,
        Some(_) => 1,
    });
    problems
}

/// Whether a problem's field is among the details, which may be folded away.
pub(super) fn is_detail(typed: &Draft, problem: &Problem) -> bool {
    match list_of(typed, problem) {
        Some((list, _)) => matches!(list, List::Measures | List::Translations),
        None => !SHORT.contains(&problem.field),
    }
}

/// The list of a problem's row, and the row's place in it.
fn list_of(typed: &Draft, problem: &Problem) -> Option<(List, usize)> {
    let row = problem.row.as_ref()?;
    let mut lists = [List::Measures, List::Needs, List::Contacts, List::Translations].into_iter();
    lists.find_map(|list| {
        let place = list.of(typed).iter().position(|other| other.id == *row)?;
        Some((list, place))
    })
}

/// The name of a problem's field, with its row's.
fn name(typed: &Draft, problem: &Problem) -> String {
    let list = list_of(typed, problem);
    let label = t(label(&problem.field, list.map(|(list, _)| list)));
    match list {
        Some((list, place)) => [list.row_name(place).as_str(), ", ", label].concat(),
        None => label.to_owned(),
    }
}

fn label(field: &Field, list: Option<List>) -> Text {
    match field {
        Field::Title => Text::FieldTitle,
        Field::Summary => Text::FieldSummary,
        Field::Tags => Text::FieldTags,
        Field::OrganiserName => Text::FieldOrganiserName,
        Field::Consent => Text::FieldConsentShort,
        Field::Commune => Text::FieldCommune,
        Field::Postcode => Text::FieldPostcode,
        Field::Area => Text::FieldArea,
        Field::Served => Text::FieldServed,
        Field::Audience => Text::FieldAudience,
        Field::Start => Text::FieldStart,
        Field::End => Text::FieldEnd,
        Field::PeriodNote => Text::FieldPeriodNote,
        Field::Practical => Text::FieldPractical,
        Field::SourceUrl => Text::FieldSourceUrl,
        Field::VerifiedOn => Text::FieldVerifiedOn,
        Field::Unit => Text::FieldUnit,
        Field::AsOf => Text::FieldAsOf,
        Field::What => Text::FieldWhat,
        Field::Quantity => Text::FieldQuantity,
        Field::Until => Text::FieldUntil,
        Field::Label => Text::FieldLabel,
        Field::Value if list == Some(List::Measures) => Text::FieldHowMany,
        // Fields that are chosen from a list or ticked have nothing that can be wrong.
        _ => Text::FieldContactValue,
    }
}
