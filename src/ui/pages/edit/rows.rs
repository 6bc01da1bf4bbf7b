//! The lists of the form that a person adds rows to: quantities, needs, contacts.

use leptos::prelude::*;

use super::fields::{Control, field, options, tick};
use super::form::{Form, List, Slot, element};
use crate::browser::document;
use crate::domain::draft::Field;
use crate::domain::id::Id;
use crate::i18n::Text;
use crate::i18n::codes::{CONTACTS, MEASURES, NEEDS, STATES};
use crate::ui::components::icon;
use crate::ui::texts::{fill, t};

/// The name of a row's kind: of a quantity, a need or a contact.
pub(in crate::ui::pages) fn kind_name(code: &str) -> Option<Text> {
    let all = MEASURES.iter().chain(NEEDS).chain(CONTACTS);
    // « other » and « volunteers » are named alike in all lists.
    all.clone().find(|(own, _)| *own == code).map(|(_, name)| *name)
}

/// What differs from list to list.
pub(super) struct Parts {
    list: List,
    title: Text,
    hint: Option<Text>,
    add: Text,
    /// The kinds, the first of which a new row has.
    kinds: &'static [(&'static str, Text)],
    button: &'static str,
    fields: fn(Form, &Id) -> AnyView,
}

pub(super) const MEASURES_PARTS: &Parts = &Parts {
    list: List::Measures,
    title: Text::FormMeasures,
    hint: None,
    add: Text::FormAddMeasure,
    kinds: MEASURES,
    button: "add-measure",
    fields: measure,
};

pub(super) const NEEDS_PARTS: &Parts = &Parts {
    list: List::Needs,
    title: Text::FormNeeds,
    hint: Some(Text::FormNeedsHint),
    add: Text::FormAddNeed,
    kinds: NEEDS,
    button: "add-need",
    fields: need,
};

pub(super) const CONTACTS_PARTS: &Parts = &Parts {
    list: List::Contacts,
    title: Text::FormContacts,
    hint: Some(Text::FormContactsHint),
    add: Text::FormAddContact,
    kinds: CONTACTS,
    button: "add-contact",
    fields: contact,
};

impl List {
    /// The name of a row, by its place from 0.
    pub(super) fn row_name(self, place: usize) -> String {
        let text = match self {
            Self::Measures => Text::FormMeasureN,
            Self::Needs => Text::FormNeedN,
            Self::Contacts => Text::FormContactN,
            Self::Translations => Text::FormTranslation,
        };
        fill(text, &[("n", &(place + 1).to_string())])
    }
}

/// A list of the form. A row that comes takes the focus; when one goes, the button that adds gets it.
pub(super) fn list(form: Form, parts: &'static Parts) -> AnyView {
    let list = parts.list;
    let ids = Memo::new(move |_| {
        form.typed.with(|typed| {
            let rows = list.of(typed).iter();
            rows.map(|row| row.id.clone()).collect::<Vec<Id>>()
        })
    });
    let rows = move || {
        let ids = ids.get();
        (!ids.is_empty()).then(|| {
            let rows = ids.into_iter().enumerate();
            let rows = rows.map(|(place, id)| row(form, parts, place, id)).collect_view();
            view! { <div class="items">{rows}</div> }
        })
    };
    let add = move |_| {
        let id = form.add_row(list, parts.kinds[0].0);
        // The row is drawn once this event is over.
        request_animation_frame(move || document::focus_id(&element(Some(&id), &Field::Kind)));
    };
    view! {
        <fieldset class="group">
            <legend class="group-title">{t(parts.title)}</legend>
            {parts.hint.map(|hint| view! { <p class="field-hint">{t(hint)}</p> })}
            {rows}
            <button type="button" class="button" id=parts.button on:click=add>
                {icon::icon(icon::PLUS)}
                {t(parts.add)}
            </button>
        </fieldset>
    }
    .into_any()
}

fn row(form: Form, parts: &'static Parts, place: usize, id: Id) -> AnyView {
    let list = parts.list;
    let name = list.row_name(place);
    let label = fill(Text::FormRemove, &[("name", &name)]);
    let slot = Slot::in_row(list, id.clone(), Field::Kind);
    let kinds = options(parts.kinds, &form.text(&slot), None);
    let kind = field(form, slot, Text::FieldKind, None, Control::Choice(kinds));
    let fields = (parts.fields)(form, &id);
    let remove = move |_| {
        form.remove_row(list, &id);
        document::focus_id(parts.button);
    };
    view! {
        <div class="item" role="group" aria-label=name>
            {kind}
            {fields}
            <button type="button" class="button button-quiet" aria-label=label on:click=remove>
                {icon::icon(icon::TRASH)}
                {t(Text::FormRemoveShort)}
            </button>
        </div>
    }
    .into_any()
}

fn measure(form: Form, id: &Id) -> AnyView {
    let slot = |field| Slot::in_row(List::Measures, id.clone(), field);
    view! {
        <div class="fields">
            {field(form, slot(Field::Value), Text::FieldHowMany, None, Control::Line("decimal"))}
            {field(form, slot(Field::Unit), Text::FieldUnit, None, Control::Line("text"))}
        </div>
        {field(form, slot(Field::AsOf), Text::FieldAsOf, None, Control::Day)}
        {tick(form, slot(Field::Approximate), Text::FieldApproximate, None)}
    }
    .into_any()
}

fn need(form: Form, id: &Id) -> AnyView {
    let slot = |field| Slot::in_row(List::Needs, id.clone(), field);
    let state = slot(Field::State);
    let states = options(STATES, &form.text(&state), None);
    view! {
        {field(form, slot(Field::What), Text::FieldWhat, Some(Text::FieldWhatHint), Control::Line("text"))}
        <div class="fields">
            {field(form, slot(Field::Quantity), Text::FieldQuantity, None, Control::Line("decimal"))}
            {field(form, slot(Field::Until), Text::FieldUntil, None, Control::Day)}
        </div>
        {field(form, state, Text::FieldState, None, Control::Choice(states))}
    }
    .into_any()
}

fn contact(form: Form, id: &Id) -> AnyView {
    let slot = |field| Slot::in_row(List::Contacts, id.clone(), field);
    view! {
        {field(form, slot(Field::Value), Text::FieldContactValue, None, Control::Line("text"))}
        {field(form, slot(Field::Label), Text::FieldLabel, Some(Text::FieldLabelHint), Control::Line("text"))}
        {tick(form, slot(Field::Private), Text::FieldPrivate, None)}
    }
    .into_any()
}
