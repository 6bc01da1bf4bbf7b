//! The communes that an initiative serves besides its own.

use leptos::prelude::*;

use super::commune;
use super::form::{Form, Slot, element};
use crate::browser::document;
use crate::domain::draft::Field;
use crate::domain::gazetteer::Commune;
use crate::domain::initiative::Served;
use crate::domain::text::clean_line;
use crate::i18n::Text;
use crate::ui::components::icon;
use crate::ui::components::page::announce;
use crate::ui::texts::{fill, t};

/// The communes that an initiative serves, each with a way to take it out, and a way to add one.
pub(super) fn served(form: Form) -> AnyView {
    let list = Memo::new(move |_| form.typed.with(|typed| typed.served.clone()));
    let chips = move || {
        let served = list.get();
        (!served.is_empty()).then(|| {
            let chips = served.into_iter().map(|served| chip(form, served)).collect_view();
            view! { <ul class="chips" aria-label=t(Text::FormServed)>{chips}</ul> }
        })
    };
    view! {
        <div class="stack">
            {chips}
            {commune::added(form, move |commune| add(form, commune))}
        </div>
    }
    .into_any()
}

fn chip(form: Form, served: Served) -> AnyView {
    let name = served.commune.clone();
    let label = fill(Text::FormRemove, &[("name", &name)]);
    let remove = move |_| {
        form.edit(|typed| typed.served.retain(|other| *other != served));
        document::focus_id(&element(None, &Field::Served));
    };
    view! {
        <li>
            <button type="button" class="chip" aria-label=label on:click=remove>
                {name}
                {icon::icon(icon::CLOSE)}
            </button>
        </li>
    }
    .into_any()
}

/// Adds a commune of the list, or the name as it was typed.
fn add(form: Form, commune: Option<&Commune>) {
    let typed = form.text(&Slot::of(Field::Served));
    let added = match commune {
        Some(commune) => Served {
            insee: Some(commune.insee.clone()),
            commune: commune.name.clone(),
            ..Served::default()
        },
        None => Served {
            commune: clean_line(&typed).into_owned(),
            ..Served::default()
        },
    };
    announce(fill(Text::FormAdded, &[("name", &added.commune)]));
    form.edit(|typed| {
        typed.fields.remove(&Field::Served);
        let same = |served: &Served| served.insee == added.insee && served.commune == added.commune;
        if !typed.served.iter().any(same) {
            typed.served.push(added);
        }
    });
}
