//! What stands in the way of a save: in a sentence at its field, and all together above the form.

use leptos::ev;
use leptos::prelude::*;

use super::form::{Form, List, element};
use super::sections::SHORT;
use crate::browser::document;
use crate::domain::draft::{Draft, Field, Problem, ProblemKind};
use crate::domain::order;
use crate::i18n::{Plural, Text};
use crate::ui::components::icon;
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
            let links: Vec<_> = form
                .typed
                .with_untracked(|typed| ordered(typed, problems).into_iter().map(|problem| link(typed, &problem)).collect());
            view! {
                <div class="notice notice-bad" id=SUMMARY role="group" tabindex="-1" aria-labelledby="form-problems-t">
                    {icon::icon(icon::ALERT)}
                    <div class="notice-body">
                        <h2 class="notice-title" id="form-problems-t">{title}</h2>
                        <ul>{links}</ul>
                    </div>
                </div>
            }
        })
    })
    .into_any()
}

fn link(typed: &Draft, problem: &Problem) -> AnyView {
    let id = element(problem.row.as_ref(), &problem.field);
    let what = sentence(&problem.field, problem.kind);
    let text = fill(
        Text::FormProblem,
        &[("field", &name(typed, problem)), ("problem", &what)],
    );
    let address = ["#", &id].concat();
    let go = move |event: ev::MouseEvent| {
        // An address with a fragment would resolve against the base and leave the page.
        event.prevent_default();
        document::focus_id(&id);
    };
    view! { <li><a href=address on:click=go>{text}</a></li> }.into_any()
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
        Some((list, _)) => list == List::Measures,
        None => !SHORT.contains(&problem.field),
    }
}

/// The list of a problem's row, and the row's place in it.
fn list_of(typed: &Draft, problem: &Problem) -> Option<(List, usize)> {
    let row = problem.row.as_ref()?;
    [List::Measures, List::Needs, List::Contacts]
        .into_iter()
        .find_map(|list| {
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
