//! The controls of the form of a site's settings.

use leptos::prelude::*;

use super::form::SiteForm;
use super::words::{self, Kind};
use crate::domain::contrast::{LEAST, Look};
use crate::domain::site::Accent;
use crate::domain::site_draft::SiteField;
use crate::i18n::Text;
use crate::ui::components::field::Field;
use crate::ui::components::icon;
use crate::ui::texts::{fill, number};

/// The colour where the site has none of its own: that of the style sheet.
const USUAL: &str = "#0b6e4f";

/// The element of a field's control.
pub(super) fn id(field: SiteField) -> String {
    let name = match field {
        SiteField::Title => "title",
        SiteField::Department => "department",
        SiteField::Areas => "areas",
        SiteField::Accent => "accent",
        SiteField::Notice => "notice",
        SiteField::Emergency => "emergency",
        SiteField::Engage => "engage",
        SiteField::Stale => "stale",
        SiteField::Moved => "moved",
        SiteField::Licence => "licence",
        SiteField::Name => "name",
        SiteField::Email => "email",
        SiteField::Phone => "phone",
        SiteField::Url => "url",
        SiteField::Legal(notice) => return ["site-legal-", notice.name()].concat(),
    };
    ["site-", name].concat()
}

/// A field: label, hint, what is wrong with it, control.
pub(super) fn field(form: SiteForm, field: SiteField) -> AnyView {
    let around = Field {
        id: id(field),
        label: words::label(field),
        required: false,
        hint: words::hint(field),
        lang: None,
        error: Memo::new(move |_| form.problem(field).map(|problem| words::problem(&problem))),
    };
    let text = form.typed.with_untracked(|typed| typed.get(field).to_owned());
    let write = move |text| form.set(field, text);
    match words::control(field) {
        Kind::Tick => around.tick(|control| control.tick(&text, write)),
        Kind::Paragraphs => around.view(|control| control.paragraphs("3", text, write)),
        Kind::Choice(known, none) => {
            around.view(|control| control.choice(words::options(known, &text, none), &text, write))
        }
        Kind::Line(kind, mode) if field == SiteField::Accent => around.view(|control| {
            let shown = if text.is_empty() { USUAL.to_owned() } else { text };
            view! { {control.line(kind, Some(mode), shown, write)} {contrast(form)} }.into_any()
        }),
        Kind::Line(kind, mode) => around.view(|control| control.line(kind, Some(mode), text, write)),
    }
}

/// Whether texts can be read in the chosen colour, in words.
fn contrast(form: SiteForm) -> AnyView {
    let told = move || {
        let typed = form.typed.with(|typed| typed.get(SiteField::Accent).to_owned());
        let accent = Accent::parse(if typed.is_empty() { USUAL } else { &typed })?;
        let [light, dark] = Look::ALL.map(|look| accent.contrast(look));
        let shown = |ratio: f32| number(f64::from((ratio * 10.0).floor()) / 10.0);
        let text = match (light >= LEAST, dark >= LEAST) {
            (true, true) => Text::SetupContrastGood,
            (false, true) => Text::SetupContrastLight,
            (true, false) => Text::SetupContrastDark,
            (false, false) => Text::SetupContrastNone,
        };
        let shape = if text == Text::SetupContrastGood {
            icon::CHECK
        } else {
            icon::ALERT
        };
        let text = fill(text, &[("light", &shown(light)), ("dark", &shown(dark))]);
        Some(view! { {icon::icon(shape)} " " <span>{text}</span> })
    };
    view! { <p class="field-hint" role="status">{told}</p> }.into_any()
}
