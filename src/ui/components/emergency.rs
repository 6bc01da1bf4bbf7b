//! The numbers to call in an emergency, a tap away from the call.

use leptos::prelude::*;

use super::{contacts, icon};
use crate::domain::contact::Means;
use crate::domain::site::Site;
use crate::i18n::Text;
use crate::ui::texts::{fill, t};

/// How many of them are told before they are unfolded: what fits on a line of a phone.
const TOLD: usize = 4;

/// The numbers, each with what it is for.
pub fn numbers(site: &Site) -> AnyView {
    let strips = site.emergency.iter().map(|one| {
        let means = Means::Phone(one.number.clone());
        contacts::strip(&means, &one.label, true, true)
    });
    view! { <ul class="strips emergency" aria-label=t(Text::EmergencyTitle)>{strips.collect_view()}</ul> }
        .into_any()
}

/// The numbers folded away behind the first of them; nothing where the site has none.
pub fn folded(site: &Site) -> Option<AnyView> {
    let told = site.emergency.iter().take(TOLD);
    let told: Vec<String> = told.map(|one| one.number.display()).collect();
    (!told.is_empty()).then(|| {
        let told = fill(Text::EmergencyShort, &[("numbers", &told.join("\u{a0}· "))]);
        view! {
            <details class="urgent">
                <summary class="filters-summary">
                    {icon::icon(icon::PHONE)} <span>{told}</span> {icon::icon(icon::DOWN)}
                </summary>
                {numbers(site)}
            </details>
        }
        .into_any()
    })
}
