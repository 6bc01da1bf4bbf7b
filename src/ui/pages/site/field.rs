//! The controls of the form of a site's settings.

use leptos::prelude::*;

use super::form::SiteForm;
use super::words::{self, Control};
use crate::domain::contrast::{LEAST, Look};
use crate::domain::draft::Draft;
use crate::domain::site::Accent;
use crate::domain::site_draft::SiteField;
use crate::i18n::Text;
use crate::ui::components::icon;
use crate::ui::texts::{fill, number, t};

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
    let id = id(field);
    let (hint_id, error_id) = ([&id, "-hint"].concat(), [&id, "-error"].concat());
    let problem = Memo::new(move |_| form.problem(field));
    let hint = words::hint(field);
    let described = {
        let (hint_id, error_id) = (hint_id.clone(), error_id.clone());
        Signal::derive(move || {
            let mut ids = Vec::new();
            ids.extend(hint.is_some().then(|| hint_id.clone()));
            ids.extend(problem.get().map(|_| error_id.clone()));
            (!ids.is_empty()).then(|| ids.join(" "))
        })
    };
    let invalid = Signal::derive(move || problem.get().map(|_| "true"));
    let error = move || {
        problem.get().map(|problem| {
            view! {
                <p class="field-error" id=error_id.clone()>
                    {icon::icon(icon::ALERT)}
                    <span>{words::problem(&problem)}</span>
                </p>
            }
        })
    };
    let hint = hint.map(|hint| view! { <p class="field-hint" id=hint_id>{t(hint)}</p> });
    if let Control::Tick = words::control(field) {
        return view! {
            <div class="field">
                <label class="check">{tick(form, field, id, described)}<span>{t(words::label(field))}</span></label>
                {hint}
            </div>
        }
        .into_any();
    }
    let class = move || {
        if problem.get().is_some() {
            "field field-invalid"
        } else {
            "field"
        }
    };
    let contrast = (field == SiteField::Accent).then(|| contrast(form));
    view! {
        <div class=class>
            <label class="field-label" for=id.clone()>{t(words::label(field))}</label>
            {hint}
            {error}
            {control(form, field, id, described, invalid)}
            {contrast}
        </div>
    }
    .into_any()
}

fn control(
    form: SiteForm,
    field: SiteField,
    id: String,
    described: Signal<Option<String>>,
    invalid: Signal<Option<&'static str>>,
) -> AnyView {
    let text = form.typed.with_untracked(|typed| typed.get(field).to_owned());
    let write = move |event| form.set(field, event_target_value(&event));
    match words::control(field) {
        Control::Paragraphs => view! {
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
        Control::Choice(known, none) => {
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
        Control::Line(kind, mode) => {
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
        Control::Tick => ().into_any(),
    }
}

fn tick(form: SiteForm, field: SiteField, id: String, described: Signal<Option<String>>) -> AnyView {
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
            id=id
            checked=checked
            aria-describedby=described
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
