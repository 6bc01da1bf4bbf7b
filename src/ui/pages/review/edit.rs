//! Editing what is proposed before it is accepted.

use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use super::desk::{Desk, item_id};
use crate::browser::document;
use crate::domain::change::Target;
use crate::domain::decision::NumberCheck;
use crate::i18n::Text;
use crate::ui::components::field_names::field_name;
use crate::ui::components::icon;
use crate::ui::texts::t;
use crate::workspace::review::{Item, Leaf, Pick, Verdict, edited, leaves, numbers_in};

/// A form of the texts of a proposed value. `open` closes when it is left.
pub(super) fn form(desk: Desk, target: &Target, item: &Item, open: RwSignal<bool>) -> AnyView {
    let pick = Pick {
        change: item.change.clone(),
        path: item.path.clone(),
    };
    let id = [item_id(&pick).as_str(), "-edit"].concat();
    let error = RwSignal::new(None::<Text>);
    let answers: Vec<(String, RwSignal<String>)> = leaves(&item.proposed)
        .into_iter()
        .map(|leaf| (leaf.field, RwSignal::new(leaf.text)))
        .collect();
    let inputs: Vec<_> = answers
        .iter()
        .enumerate()
        .map(|(place, (field, answer))| input(&id, place, field, item.path.parts().0, *answer))
        .collect();
    let called = RwSignal::new(None::<NumberCheck>);
    let (target, proposed) = (target.clone(), item.proposed.clone());
    let keep = {
        let pick = pick.clone();
        move |event: SubmitEvent| {
            event.prevent_default();
            let answers: Vec<Leaf> = answers
                .iter()
                .map(|(field, answer)| Leaf {
                    field: field.clone(),
                    text: answer.get_untracked(),
                })
                .collect();
            let Some(value) = edited(&target, &pick.path, &proposed, &answers) else {
                error.set(Some(Text::ReviewEditUnusable));
                return;
            };
            let new = desk.app.workspace.with_untracked(|workspace| {
                let numbers = |workspace| !numbers_in(workspace, &target, &pick.path, &value).is_empty();
                workspace.as_ref().is_some_and(numbers)
            });
            // The sender's own number may have been called already; one that the editor typed is the editor's.
            let check = called
                .get_untracked()
                .or_else(|| desk.checks.with_untracked(|checks| checks.get(&pick).cloned()));
            if new && check.is_none() {
                error.set(Some(Text::ReviewEditNumber));
                return;
            }
            desk.decide(
                std::slice::from_ref(&pick),
                &Verdict::Edit(value, check.filter(|_| new)),
            );
        }
    };
    let cancel = {
        let heading = item_id(&pick);
        move |_| {
            open.set(false);
            document::focus_id(&heading);
        }
    };
    let asks = move || error.get() == Some(Text::ReviewEditNumber);
    let number = move || {
        asks().then(|| {
            let choice = |own: NumberCheck, label: Text| {
                view! {
                    <label class="check">
                        <input
                            class="check-input"
                            type="radio"
                            name="edited-number"
                            on:change=move |_| called.set(Some(own.clone()))
                        />
                        <span>{t(label)}</span>
                    </label>
                }
            };
            view! {
                <fieldset>
                    <legend class="field-label">{t(Text::ReviewNumberTitle)}</legend>
                    {choice(NumberCheck::Called, Text::ReviewCalled)}
                    {choice(NumberCheck::Waived, Text::ReviewWaived)}
                </fieldset>
            }
        })
    };
    view! {
        <form class="item" on:submit=keep>
            {inputs}
            <p class="field-error" role="alert">{move || error.get().map(t)}</p>
            {number}
            <p class="actions">
                <button type="submit" class="button button-main">
                    {icon::icon(icon::CHECK)}
                    {t(Text::ReviewEditAccept)}
                </button>
                <button type="button" class="button" on:click=cancel>{t(Text::ReviewCancel)}</button>
            </p>
        </form>
    }
    .into_any()
}

fn input(form: &str, place: usize, field: &str, outer: &str, answer: RwSignal<String>) -> AnyView {
    let id = [form, "-", &place.to_string()].concat();
    let name = field_name(if field.is_empty() { outer } else { field }).to_owned();
    let long = field.is_empty() && !matches!(outer, "title" | "verified_on");
    let control = if long {
        view! {
            <textarea
                class="input"
                id=id.clone()
                prop:value=move || answer.get()
                on:input=move |event| answer.set(event_target_value(&event))
            ></textarea>
        }
        .into_any()
    } else {
        view! {
            <input
                class="input"
                type="text"
                id=id.clone()
                prop:value=move || answer.get()
                on:input=move |event| answer.set(event_target_value(&event))
            />
        }
        .into_any()
    };
    view! {
        <div class="field">
            <label class="field-label" for=id>{name}</label>
            {control}
        </div>
    }
    .into_any()
}
