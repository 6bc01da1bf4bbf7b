//! The controls of the form of a site's settings.

use leptos::prelude::*;

use super::form::SiteForm;
use super::words::{self, Kind};
use crate::domain::contrast::{LEAST, Look};
use crate::domain::draft::Draft;
use crate::domain::site::Accent;
use crate::domain::site_draft::SiteField;
use crate::i18n::Text;
use crate::ui::components::field::{Control, Field};
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
        error: Memo::new(move |_| form.problem(field).map(|problem| words::problem(&problem))),
    };
    match words::control(field) {
        Kind::Tick => around.tick(|control| tick(form, field, control)),
        kind => around.view(|framed| {
            let contrast = (field == SiteField::Accent).then(|| contrast(form));
            view! { {control(form, field, kind, framed)} {contrast} }.into_any()
        }),
    }
}

fn control(form: SiteForm, field: SiteField, kind: Kind, control: Control) -> AnyView {
    let Control {
        id,
        described,
        invalid,
    } = control;
    let text = form.typed.with_untracked(|typed| typed.get(field).to_owned());
    let write = move |event| form.set(field, event_target_value(&event));
    match kind {
        Kind::Paragraphs => view! {
            <textarea
                class="input"
                id=id
                rows="3"
                prop:value=text
                aria-describedby=described
                aria-invalid=invalid
                on:input=write
            ></textarea>
        }
        .into_any(),
        Kind::Choice(known, none) => {
            let options: Vec<_> = words::options(known, &text, none)
                .into_iter()
                .map(|(value, label)| {
                    let chosen = value == text;
                    view! { <option value=value selected=chosen>{label}</option> }
                })
                .collect();
            view! {
                <select class="input" id=id aria-describedby=described aria-invalid=invalid on:change=write>
                    {options}
                </select>
            }
            .into_any()
        }
        Kind::Line(kind, mode) => {
            let value = if field == SiteField::Accent && text.is_empty() {
                USUAL.to_owned()
            } else {
                text
            };
            view! {
                <input
                    class="input"
                    id=id
                    type=kind
                    inputmode=mode
                    autocomplete="off"
                    value=value
                    aria-describedby=described
                    aria-invalid=invalid
                    on:input=write
                />
            }
            .into_any()
        }
        Kind::Tick => ().into_any(),
    }
}

fn tick(form: SiteForm, field: SiteField, control: Control) -> AnyView {
    let checked = form.typed.with_untracked(|typed| typed.get(field) == Draft::YES);
    let set = move |event| {
        let text = if event_target_checked(&event) {
            Draft::YES
        } else {
            ""
        };
        form.set(field, text.to_owned());
    };
    view! {
        <input
            class="check-input"
            type="checkbox"
            id=control.id
            checked=checked
            aria-describedby=control.described
            aria-invalid=control.invalid
            on:change=set
        />
    }
    .into_any()
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
