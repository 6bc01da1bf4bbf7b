//! What was repaired or left out of a file, in plain words and with its place.

use leptos::prelude::*;

use crate::format::warning::{Effect, Warning, WarningKind, Warnings};
use crate::i18n::{Plural, Text};
use crate::ui::components::field_names::field_name;
use crate::ui::components::icon;
use crate::ui::texts::{count, t};

/// How many warnings are named; more are counted.
const NAMED: usize = 100;

/// What was repaired or left out; nothing where the file is as it should be.
pub(super) fn warnings(warnings: &Warnings) -> Option<AnyView> {
    let all = warnings.list().len() + warnings.omitted();
    if all == 0 {
        return None;
    }
    let rows: Vec<_> = warnings
        .list()
        .iter()
        .take(NAMED)
        .map(|warning| view! { <li>{sentence(warning)}</li> })
        .collect();
    let more = all - rows.len();
    let more = (more > 0).then(|| view! { <li>{count(Plural::ImportMore, more)}</li> });
    Some(
        view! {
            <details class="filters">
                <summary class="filters-summary">
                    {icon::icon(icon::WARN)}
                    <span>{count(Plural::ImportWarnings, all)}</span>
                    {icon::icon(icon::DOWN)}
                </summary>
                <ul class="filters-body">{rows}{more}</ul>
            </details>
        }
        .into_any(),
    )
}

/// « Masques de Marck (initiative 4, contact 2) : … »
fn sentence(warning: &Warning) -> String {
    let place = place(&warning.place);
    let place = match &warning.entry {
        Some(entry) => [entry.as_str(), " (", &place, ")"].concat(),
        None => place,
    };
    let effect = match warning.kind.effect() {
        Effect::Repaired => Text::WarningRepaired,
        Effect::Defaulted => Text::WarningDefaulted,
        Effect::Dropped => Text::WarningDropped,
    };
    [
        &place,
        t(Text::WarningColon),
        t(what(warning.kind)),
        " ",
        t(effect),
    ]
    .concat()
}

/// `initiatives[3].contacts[1].value` as « Initiative 4, Contact 2, Valeur ».
fn place(place: &str) -> String {
    let mut words = Vec::new();
    for part in place.split('.') {
        let (name, index) = part.split_once('[').unwrap_or((part, ""));
        let index = index.trim_end_matches(']').parse::<usize>();
        words.push(match index {
            Ok(index) => [field_name(name), " ", &(index + 1).to_string()].concat(),
            Err(_) => field_name(name).to_owned(),
        });
    }
    words.join(", ")
}

fn what(kind: WarningKind) -> Text {
    match kind {
        WarningKind::WrongType => Text::WarningWrongType,
        WarningKind::Converted => Text::WarningConverted,
        WarningKind::Missing => Text::WarningMissing,
        WarningKind::MissingId => Text::WarningMissingId,
        WarningKind::BadId => Text::WarningBadId,
        WarningKind::DuplicateId => Text::WarningDuplicateId,
        WarningKind::Repeated => Text::WarningRepeated,
        WarningKind::BadDate => Text::WarningBadDate,
        WarningKind::BadNumber => Text::WarningBadNumber,
        WarningKind::BadCode => Text::WarningBadCode,
        WarningKind::BadLink => Text::WarningBadLink,
        WarningKind::BadContact => Text::WarningBadContact,
        WarningKind::Invisible => Text::WarningInvisible,
        WarningKind::Concealed => Text::WarningConcealed,
        WarningKind::BadName => Text::WarningBadName,
        WarningKind::NoTitle => Text::WarningNoTitle,
        WarningKind::NoValue => Text::WarningNoValue,
        WarningKind::TooLong => Text::WarningTooLong,
        WarningKind::TooMany => Text::WarningTooMany,
        WarningKind::TooDeep => Text::WarningTooDeep,
        WarningKind::Unusable => Text::WarningUnusable,
        WarningKind::RemovedOnRequest => Text::WarningRemovedOnRequest,
    }
}
