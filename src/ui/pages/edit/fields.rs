//! The controls of the form, each with its label, its hint and what is wrong with it.

use leptos::prelude::*;

use super::form::{Form, Slot};
use super::problems;
use crate::domain::draft::Draft;
use crate::i18n::Text;
use crate::ui::components::icon;
use crate::ui::texts::t;

/// What a field is filled with.
pub(super) enum Control {
    /// A text on one line, with the keyboard that suits it.
    Line(&'static str),
    /// A text of paragraphs.
    Paragraphs,
    /// A day.
    Day,
    /// One of a list: values with their labels.
    Choice(Vec<(String, String)>),
}

/// A field of the form.
pub(super) fn field(form: Form, slot: Slot, label: Text, hint: Option<Text>, control: Control) -> AnyView {
    frame(form, slot, label, hint, |form, slot, id, described, required| {
        let (invalid, text) = (invalid(form, &slot), form.text(&slot));
        match control {
            Control::Line(mode) => view! {
                <input
                    class="input"
                    id=id
                    type="text"
                    inputmode=mode
                    autocomplete="off"
                    value=text
                    aria-describedby=described
                    aria-invalid=invalid
                    aria-required=required
                    on:input=move |event| form.set(&slot, event_target_value(&event))
                />
            }
            .into_any(),
            Control::Paragraphs => view! {
                <textarea
                    class="input"
                    id=id
                    rows="4"
                    prop:value=text
                    aria-describedby=described
                    aria-invalid=invalid
                    on:input=move |event| form.set(&slot, event_target_value(&event))
                ></textarea>
            }
            .into_any(),
            Control::Day => view! {
                <input
                    class="input"
                    id=id
                    type="date"
                    value=text
                    aria-describedby=described
                    aria-invalid=invalid
                    on:input=move |event| form.set(&slot, event_target_value(&event))
                />
            }
            .into_any(),
            Control::Choice(options) => {
                let options: Vec<_> = options
                    .into_iter()
                    .map(|(value, label)| {
                        let chosen = value == text;
                        view! { <option value=value selected=chosen>{label}</option> }
                    })
                    .collect();
                view! {
                    <select
                        class="input"
                        id=id
                        aria-describedby=described
                        aria-invalid=invalid
                        on:change=move |event| form.set(&slot, event_target_value(&event))
                    >
                        {options}
                    </select>
                }
                .into_any()
            }
        }
    })
}

/// The frame of a field: label, hint and error around a control. The control is made from the form,
/// its slot, its identifier, what describes it and whether it must be filled.
pub(super) fn frame(
    form: Form,
    slot: Slot,
    label: Text,
    hint: Option<Text>,
    control: impl FnOnce(Form, Slot, String, Signal<Option<String>>, Option<&'static str>) -> AnyView,
) -> AnyView {
    let id = slot.element();
    let required = slot == Slot::of(crate::domain::draft::Field::Title);
    let (hint_id, error_id) = ([&id, "-hint"].concat(), [&id, "-error"].concat());
    let problem = {
        let slot = slot.clone();
        Memo::new(move |_| form.problem(&slot))
    };
    let described = {
        let (hint_id, error_id) = (hint_id.clone(), error_id.clone());
        Signal::derive(move || match (hint.is_some(), problem.get().is_some()) {
            (true, true) => Some([hint_id.as_str(), " ", &error_id].concat()),
            (true, false) => Some(hint_id.clone()),
            (false, true) => Some(error_id.clone()),
            (false, false) => None,
        })
    };
    let control = control(
        form,
        slot.clone(),
        id.clone(),
        described,
        required.then_some("true"),
    );
    let class = move || {
        if problem.get().is_some() {
            "field field-invalid"
        } else {
            "field"
        }
    };
    // The mark stands beside the label, so that the label's text is the control's whole name.
    let mark = required
        .then(|| view! { " " <span class="field-mark" aria-hidden="true">{t(Text::FormRequired)}</span> });
    let hint = hint.map(|hint| view! { <p class="field-hint" id=hint_id>{t(hint)}</p> });
    let error = move || {
        problem.get().map(|kind| {
            view! {
                <p class="field-error" id=error_id.clone()>
                    {icon::icon(icon::ALERT)}
                    <span>{problems::sentence(&slot.field, kind)}</span>
                </p>
            }
        })
    };
    view! {
        <div class=class>
            <p><label class="field-label" for=id>{t(label)}</label>{mark}</p>
            {hint}
            {error}
            {control}
        </div>
    }
    .into_any()
}

/// Whether a control is marked as wrong.
pub(super) fn invalid(form: Form, slot: &Slot) -> Signal<Option<&'static str>> {
    let slot = slot.clone();
    Signal::derive(move || form.problem(&slot).map(|_| "true"))
}

/// A box to tick, with what is wrong with it.
pub(super) fn tick(form: Form, slot: Slot, label: Text, hint: Option<Text>) -> AnyView {
    let id = slot.element();
    let (hint_id, error_id) = ([&id, "-hint"].concat(), [&id, "-error"].concat());
    let described = [hint_id.as_str(), " ", &error_id].concat();
    let checked = form.text(&slot) == Draft::YES;
    let invalid = invalid(form, &slot);
    let hint = hint.map(|hint| view! { <p class="field-hint" id=hint_id>{t(hint)}</p> });
    let error = {
        let slot = slot.clone();
        move || {
            form.problem(&slot).map(|kind| {
                view! {
                    <p class="field-error" id=error_id.clone()>
                        {icon::icon(icon::ALERT)}
                        <span>{problems::sentence(&slot.field, kind)}</span>
                    </p>
                }
            })
        }
    };
    let set = move |event| {
        let text = if event_target_checked(&event) {
            Draft::YES
        } else {
            ""
        };
        form.set(&slot, text.to_owned());
    };
    view! {
        <div class="field">
            <label class="check">
                <input
                    class="check-input"
                    type="checkbox"
                    id=id
                    checked=checked
                    aria-describedby=described
                    aria-invalid=invalid
                    on:change=set
                />
                <span>{t(label)}</span>
            </label>
            {hint}
            {error}
        </div>
    }
    .into_any()
}

/// The options of a vocabulary, and the present code where it is none of them, so that nothing that
/// a newer version wrote is lost by opening the form. `none` is the label of no choice, where there
/// is one.
pub(super) fn options(known: &[(&str, Text)], present: &str, none: Option<Text>) -> Vec<(String, String)> {
    let mut options: Vec<(String, String)> = Vec::with_capacity(known.len() + 2);
    options.extend(none.map(|none| (String::new(), t(none).to_owned())));
    options.extend(
        known
            .iter()
            .map(|(code, label)| ((*code).to_owned(), t(*label).to_owned())),
    );
    if !present.is_empty() && known.iter().all(|(code, _)| *code != present) {
        options.push((present.to_owned(), present.to_owned()));
    }
    options
}
