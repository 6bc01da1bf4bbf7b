//! Quantities in words: « 1 600 masques sur 11 000 », with a bar where there is a target.

use leptos::prelude::*;

use crate::domain::initiative::{Initiative, Measure, MeasureKind};
use crate::i18n::{Plural, Text};
use crate::ui::texts::{count_of, fill, number, t};

/// The one quantity that sums an initiative up: progress towards its target, else what was made.
pub fn headline(initiative: &Initiative) -> AnyView {
    if let Some((produced, target)) = initiative.progress() {
        return gauge(produced, target, &["m-", initiative.id.as_str()].concat());
    }
    let kinds = [
        MeasureKind::Produced,
        MeasureKind::Distributed,
        MeasureKind::Provided,
        MeasureKind::Target,
        MeasureKind::Beneficiaries,
        MeasureKind::Other,
        MeasureKind::Volunteers,
    ];
    kinds.iter().find_map(|kind| initiative.latest(kind, None)).map_or_else(|| ().into_any(), figure)
}

/// What was made of a target, in words and as a bar.
pub fn gauge(produced: &Measure, target: &Measure, id: &str) -> AnyView {
    let words = fill(
        Text::QuantityOf,
        &[("unit", &produced.unit), ("total", &amount(target))],
    );
    let id = id.to_owned();
    // More than was aimed at fills the bar.
    let value = produced.value.get().min(target.value.get());
    view! {
        <div class="gauge">
            <p id=id.clone()>
                <span class="gauge-value">{amount(produced)}</span>
                " "
                {words}
            </p>
            <progress class="gauge-bar" max=target.value.get() value=value aria-labelledby=id></progress>
        </div>
    }
    .into_any()
}

/// A quantity without a target: « 1 500 masques produits ».
pub fn figure(measure: &Measure) -> AnyView {
    view! {
        <p class="figure">
            <span class="figure-value">{amount(measure)}</span>
            " "
            {described(measure)}
        </p>
    }
    .into_any()
}

/// What the number counts: « masques (produits) », « objectif : masques ».
fn described(measure: &Measure) -> String {
    let kind = match measure.kind {
        MeasureKind::Produced => Plural::QuantityProduced,
        MeasureKind::Target => Plural::QuantityTarget,
        MeasureKind::Distributed => Plural::QuantityDistributed,
        MeasureKind::Provided => Plural::QuantityProvided,
        MeasureKind::Volunteers => Plural::QuantityVolunteers,
        MeasureKind::Beneficiaries => Plural::QuantityBeneficiaries,
        MeasureKind::Other | MeasureKind::Unknown(_) => Plural::QuantityOther,
    };
    count_of(kind, measure.value.get(), &[("unit", &measure.unit)]).trim().to_owned()
}

/// The number, with « environ » where the source says so.
fn amount(measure: &Measure) -> String {
    let number = number(measure.value.get());
    if measure.approximate { [t(Text::QuantityAbout), " ", &number].concat() } else { number }
}
