//! A telephone number that nobody has seen before: it is accepted once it was called, or by a word.

use leptos::prelude::*;

use super::desk::{Desk, item_id};
use crate::domain::decision::NumberCheck;
use crate::domain::link::Link;
use crate::domain::phone::Phone;
use crate::i18n::Text;
use crate::ui::components::icon;
use crate::ui::texts::{fill, t};
use crate::workspace::review::Pick;

/// Asks how new numbers were checked.
pub(super) fn check(desk: Desk, pick: &Pick, numbers: &[Phone]) -> AnyView {
    let name = [item_id(pick).as_str(), "-check"].concat();
    let calls: Vec<_> = numbers.iter().map(call).collect();
    let choice = |own: NumberCheck, label: Text| {
        let (name, shown, set) = (name.clone(), pick.clone(), pick.clone());
        let is_own = {
            let own = own.clone();
            move || desk.checks.with(|checks| checks.get(&shown) == Some(&own))
        };
        let choose = move |_| {
            desk.checks.update(|checks| {
                checks.insert(set.clone(), own.clone());
            });
        };
        view! {
            <label class="check">
                <input class="check-input" type="radio" name=name prop:checked=is_own on:change=choose />
                <span>{t(label)}</span>
            </label>
        }
    };
    view! {
        <fieldset class="notice notice-warn">
            <legend class="visually-hidden">{t(Text::ReviewNumberTitle)}</legend>
            {icon::icon(icon::PHONE)}
            <div class="notice-body">
                <p class="notice-title">{t(Text::ReviewNumberTitle)}</p>
                <p class="actions">{calls}</p>
                {choice(NumberCheck::Called, Text::ReviewCalled)}
                {choice(NumberCheck::Waived, Text::ReviewWaived)}
            </div>
        </fieldset>
    }
    .into_any()
}

fn call(number: &Phone) -> AnyView {
    let text = fill(Text::ReviewCall, &[("number", &number.display())]);
    match Link::parse(&["tel:", number.as_str()].concat()) {
        Some(link) => {
            view! { <a class="button button-small" href=link.as_str().to_owned()>{text}</a> }.into_any()
        }
        None => text.into_any(),
    }
}
