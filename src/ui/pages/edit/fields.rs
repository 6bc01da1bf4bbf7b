//! The controls of the form, each with its label, its hint and what is wrong with it.

use leptos::prelude::*;

use super::form::{Form, Slot};
use super::problems;
use crate::domain::draft;
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
    frame(form, slot, label, hint, |form, slot, framed| {
        let text = form.text(&slot);
        match control {
            Control::Choice(options) => framed.choice(options, &text, form.writer(slot)),
            Control::Line(mode) => framed.line("text", Some(mode), text, form.writer(slot)),
            Control::Paragraphs => framed.paragraphs("4", text, form.writer(slot)),
            Control::Day => framed.line("date", None, text, form.writer(slot)),
        }
    })
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
pub(super) fn around(form: Form, slot: &Slot, label: Text, hint: Option<Text>) -> Field {
    let own = slot.clone();
    Field {
        id: slot.element(),
        label,
        required: is_required(slot),
        hint,
        lang: None,
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
    around(form, &slot, label, hint).tick(|control| control.tick(&form.text(&slot), form.writer(slot)))
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
