//! Where the person is: a commune that they choose, or where their phone says.
//!
//! A commune is kept on the device. A position is asked for only when its button is pressed, and is
//! forgotten with the page.

use std::rc::Rc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::commune_box::{self, Outside};
use super::field::Control;
use super::{icon, setting};
use crate::browser::document;
use crate::browser::position::{self, Refusal};
use crate::domain::code::Postcode;
use crate::domain::gazetteer::Commune;
use crate::i18n::Text;
use crate::state::{App, use_app};
use crate::storage::key::Setting;
use crate::ui::address::use_address;
use crate::ui::texts::{fill, t};

/// The identifier of the control in which a commune is typed.
const COMMUNE: &str = "near-commune";

/// Where the person is, and how they say it.
pub fn near_me() -> AnyView {
    let app = use_app();
    app.need_gazetteer();
    let text = RwSignal::new(String::new());
    let problem = RwSignal::new(None::<Text>);
    // A postcode that the list was searched for is a question until one of its communes is chosen.
    let searched = untrack(|| use_address().query("q"));
    let searched = searched.map(|text| text.trim().to_owned());
    let asked = StoredValue::new(searched.filter(|text| Postcode::parse(text).is_some()));
    let is_open = RwSignal::new(asked.with_value(Option::is_some));
    // Else the name of what was chosen before, once the communes are there.
    Effect::new(move |_| {
        let chosen = chosen(app);
        text.set(asked.get_value().or(chosen).unwrap_or_default());
    });
    Effect::new(move |_| {
        if app.gazetteer.with(Option::is_some) && asked.with_value(Option::is_some) {
            // After the page's heading, which takes the focus on arrival.
            request_animation_frame(|| document::focus_id(COMMUNE));
        }
    });
    let choose = move |commune: Option<&Commune>| {
        if let Some(commune) = commune {
            asked.set_value(None);
            problem.set(None);
            app.position.set(None);
            text.set(commune.name.clone());
            setting::set(app, Setting::Commune, commune.insee.as_str());
        }
    };
    let typed = move |typed| {
        asked.set_value(None);
        text.set(typed);
    };
    let control = Control {
        id: COMMUNE.to_owned(),
        described: Signal::stored(Some("near-hint".to_owned())),
        invalid: Signal::stored(None),
        required: None,
        lang: None,
    };
    let ask = move |_| {
        // In place of what is still typed.
        is_open.set(false);
        spawn_local(async move {
            match position::ask().await {
                Ok(point) => {
                    problem.set(None);
                    app.position.set(Some(point));
                }
                Err(refusal) => problem.set(Some(match refusal {
                    Refusal::Denied => Text::NearMeDenied,
                    Refusal::Unknown => Text::NearMeUnknown,
                })),
            }
        });
    };
    let can_ask = position::can_ask().then(|| {
        view! {
            <button type="button" class="button" on:click=ask>
                {icon::icon(icon::PLACE)}
                {t(Text::NearMeAsk)}
            </button>
        }
    });
    let forget = move |_| {
        // The button goes with what it forgets.
        document::focus_id(COMMUNE);
        asked.set_value(None);
        app.position.set(None);
        text.set(String::new());
        setting::set(app, Setting::Commune, "");
    };
    let forgets = move || {
        let of_commune = app.settings.commune.with(Option::is_some);
        t(if of_commune {
            Text::NearMeForget
        } else {
            Text::NearMeForgetPlace
        })
    };
    let forget = move || {
        app.is_located().then(|| {
            view! {
                <button type="button" class="button button-quiet" on:click=forget>
                    {forgets}
                </button>
            }
        })
    };
    view! {
        <div class="panel" role="group" aria-labelledby="near-t">
            <h2 class="panel-title" id="near-t">{t(Text::NearMeTitle)}</h2>
            <div class="field">
                <label class="field-label" for=COMMUNE>{t(Text::NearMeCommune)}</label>
                <p class="field-hint" id="near-hint">{t(Text::NearMeHint)}</p>
                {commune_box::combobox(control, text.into(), is_open, Outside::Refused, typed, Rc::new(choose))}
            </div>
            <p class="actions">{can_ask} {forget}</p>
            <p role="status">{move || problem.get().map(t).map(str::to_owned).or_else(|| from(app))}</p>
        </div>
    }
    .into_any()
}

/// The name of the commune that was chosen; its code until the communes are there.
fn chosen(app: App) -> Option<String> {
    app.settings.commune.get().map(|insee| app.commune_name(&insee))
}

/// Where distances are counted from.
fn from(app: App) -> Option<String> {
    if app.position.with(Option::is_some) {
        return Some(t(Text::NearMeFromPosition).to_owned());
    }
    chosen(app).map(|name| fill(Text::NearMeFrom, &[("commune", &name)]))
}
