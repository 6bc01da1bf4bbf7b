//! The communes of an initiative: typed freely, or chosen from what the gazetteer suggests.

use std::rc::Rc;

use leptos::prelude::*;

use super::fields::frame;
use super::form::{Form, Slot};
use crate::domain::draft::{Draft, Field};
use crate::domain::gazetteer::Commune;
use crate::i18n::Text;
use crate::ui::components::commune_box::{self, Choose, Outside};

/// The initiative's own commune.
pub(super) fn own(form: Form) -> AnyView {
    let choose = move |commune: Option<&Commune>| {
        if let Some(commune) = commune {
            form.edit(|typed| take(typed, commune));
        }
    };
    combobox(
        form,
        Slot::of(Field::Commune),
        (Text::FieldCommune, Text::FieldCommuneHint),
        Outside::Kept,
        Rc::new(choose),
    )
}

/// Adds communes to those that the initiative serves.
pub(super) fn added(form: Form, add: impl Fn(Option<&Commune>) + 'static) -> AnyView {
    combobox(
        form,
        Slot::of(Field::Served),
        (Text::FieldServed, Text::FieldServedHint),
        Outside::Added,
        Rc::new(add),
    )
}

/// Puts a commune of the list into the draft: its name, its code and its postcode. Of several
/// postcodes, the one that was typed; without one, the person may add it.
fn take(typed: &mut Draft, commune: &Commune) {
    let written = typed.text(&Field::Commune).trim().to_owned();
    let known = typed.text(&Field::Postcode).to_owned();
    let of_commune = |text: &str| commune.postcodes.iter().any(|code| code.as_str() == text);
    let postcode = match commune.postcodes.as_slice() {
        [only] => only.as_str().to_owned(),
        _ if of_commune(&written) => written,
        _ if of_commune(&known) => known,
        _ => String::new(),
    };
    let fields = [
        (Field::Commune, commune.name.clone()),
        (Field::Insee, commune.insee.as_str().to_owned()),
        (Field::Postcode, postcode),
    ];
    for (field, text) in fields {
        if text.is_empty() {
            typed.fields.remove(&field);
        } else {
            typed.fields.insert(field, text);
        }
    }
}

/// Sets the code that belongs to the typed name: that of the one commune which bears it, or none.
pub(super) fn resolve(form: Form) {
    let name = form.text(&Slot::of(Field::Commune));
    let exact = form.app.gazetteer.with_untracked(|gazetteer| {
        let found = gazetteer.as_ref()?.find_exact(&name);
        match found.as_slice() {
            [only] => Some((*only).clone()),
            _ => None,
        }
    });
    let coded = form.text(&Slot::of(Field::Insee));
    match exact {
        Some(commune) if commune.insee.as_str() != coded => form.edit(|typed| {
            take(typed, &commune);
            // The name stays as the person writes it: an old name is a name too.
            typed.fields.insert(Field::Commune, name);
        }),
        _ => {}
    }
}

/// Takes a typed name: a code and postcode that came with another one go.
fn retype(form: Form, text: String) {
    form.edit(|typed| {
        if typed.fields.remove(&Field::Insee).is_some() {
            typed.fields.remove(&Field::Postcode);
        }
        if text.is_empty() {
            typed.fields.remove(&Field::Commune);
        } else {
            typed.fields.insert(Field::Commune, text);
        }
    });
    resolve(form);
}

fn combobox(
    form: Form,
    slot: Slot,
    (label, hint): (Text, Text),
    outside: Outside,
    choose: Choose,
) -> AnyView {
    let text = form.follow(slot.clone());
    frame(form, slot, label, Some(hint), move |form, slot, control| {
        let typed = move |text| {
            if slot.field == Field::Commune {
                retype(form, text);
            } else {
                form.set(&slot, text);
            }
        };
        let is_open = RwSignal::new(false);
        commune_box::combobox(control, text.into(), is_open, outside, typed, choose)
    })
}
