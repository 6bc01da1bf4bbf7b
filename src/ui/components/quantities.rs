//! Quantities in words: « 1 600 masques sur 11 000 », with a bar where there is a target.

use leptos::prelude::*;

use crate::domain::initiative::{Initiative, Measure, MeasureKind};
use crate::i18n::Text;
use crate::ui::texts::{content_lang, fill, number, t};

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
    kinds
        .iter()
        .find_map(|kind| initiative.latest(kind, None))
        .map_or_else(|| ().into_any(), figure)
}

/// What was made of a target, in words and as a bar.
pub fn gauge(produced: &Measure, target: &Measure, id: &str) -> AnyView {
    let words = fill(
        Text::QuantityOf,
        &[("unit", &produced.unit), ("total", &amount(target))],
    );
    let id = id.to_owned();
    // More than was aimed at fills the bar.
    let value = if produced.value < target.value {
        produced.value
    } else {
        target.value
    };
    view! {
        <div class="gauge">
            <p id=id.clone()>
                <span class="gauge-value">{amount(produced)}</span>
                " "
                {words}
            </p>
            <progress class="gauge-bar" max=target.value.plain() value=value.plain() aria-labelledby=id></progress>
        </div>
    }
    .into_any()
}

/// A quantity without a target: « Production : 1 500 masques ». The kind comes first and apart, since
/// French would make it agree with a unit that anybody may have written.
pub fn figure(measure: &Measure) -> AnyView {
    let label =
        kind_label(&measure.kind).map(|label| view! { <span class="figure-label">{t(label)}</span> " " });
    view! {
        <p class="figure">
            {label}
            <span class="figure-value">{amount(measure)}</span>
            " "
            <span lang=content_lang()>{measure.unit.clone()}</span>
        </p>
    }
    .into_any()
}

/// What a quantity means, before it. Nothing where its unit says it.
pub fn kind_label(kind: &MeasureKind) -> Option<Text> {
    match kind {
        MeasureKind::Produced => Some(Text::QuantityProduced),
        MeasureKind::Target => Some(Text::QuantityTarget),
        MeasureKind::Distributed => Some(Text::QuantityDistributed),
        MeasureKind::Provided => Some(Text::QuantityProvided),
        MeasureKind::Volunteers => Some(Text::QuantityVolunteers),
        MeasureKind::Beneficiaries => Some(Text::QuantityBeneficiaries),
        MeasureKind::Other | MeasureKind::Unknown(_) => None,
    }
}

fn amount(measure: &Measure) -> String {
    value(measure.value.get(), measure.approximate)
}

/// A number, with « environ » where the source says so.
pub fn value(value: f64, approximate: bool) -> String {
    let number = number(value);
    if approximate {
        [t(Text::QuantityAbout), " ", &number].concat()
    } else {
        number
    }
}
