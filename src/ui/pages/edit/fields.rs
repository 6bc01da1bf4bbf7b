//! The controls of the form, each with its label, its hint and what is wrong with it.

use leptos::prelude::*;

use super::form::{Form, Slot};
use super::problems;
use crate::domain::draft::{self, Draft};
use crate::i18n::Text;
use crate::ui::components::field::{self, Field};
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
    frame(
        form,
        slot,
        label,
        hint,
        |form,
         slot,
         field::Control {
             id,
             described,
             invalid,
         }| {
            let (required, text) = (is_required(&slot).then_some("true"), form.text(&slot));
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
        },
    )
}

/// The frame of a field: label, hint and error around a control, which is made from the form, its slot and
/// how it stands in the field.
pub(super) fn frame(
    form: Form,
    slot: Slot,
    label: Text,
    hint: Option<Text>,
    control: impl FnOnce(Form, Slot, field::Control) -> AnyView,
) -> AnyView {
    around(form, &slot, label, hint).view(|framed| control(form, slot, framed))
}

/// What stands around the control of a slot.
fn around(form: Form, slot: &Slot, label: Text, hint: Option<Text>) -> Field {
    let own = slot.clone();
    Field {
        id: slot.element(),
        label,
        required: is_required(slot),
        hint,
        error: Memo::new(move |_| {
            let problem = form.problem(&own)?;
            Some(problems::sentence(&own.field, problem))
        }),
    }
}

/// Whether a field must be filled.
fn is_required(slot: &Slot) -> bool {
    *slot == Slot::of(draft::Field::Title)
}

/// A box to tick, with what is wrong with it.
pub(super) fn tick(form: Form, slot: Slot, label: Text, hint: Option<Text>) -> AnyView {
    let checked = form.text(&slot) == Draft::YES;
    around(form, &slot, label, hint).tick(|control| {
        let set = move |event| {
            let text = if event_target_checked(&event) {
                Draft::YES
            } else {
                ""
            };
            form.set(&slot, text.to_owned());
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
    })
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
