//! One open field: its sides, and what can be decided about it.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::desk::{Desk, item_id};
use super::{edit, number, refuse, says, sides};
use crate::browser::{clock, document};
use crate::domain::change::Target;
use crate::i18n::Text;
use crate::ui::components::icon;
use crate::ui::texts::{about, t};
use crate::workspace::Workspace;
use crate::workspace::review::{Item, Pick, Standing, leaves};

/// One open field.
pub(super) fn item(
    desk: Desk,
    workspace: &Workspace,
    target: &Target,
    standing: Standing,
    item: &Item,
) -> AnyView {
    let pick = Pick {
        change: item.change.clone(),
        path: item.path.clone(),
    };
    let id = item_id(&pick);
    let field = says::field(&item.path);
    let named = |action: Text| about(t(action), &field);
    let acceptable = matches!(standing, Standing::Shown | Standing::New);
    let check = (acceptable && !item.numbers.is_empty()).then(|| number::check(desk, &pick, &item.numbers));
    let editing = RwSignal::new(false);
    let form = {
        let (target, item) = (target.clone(), item.clone());
        move || editing.get().then(|| edit::form(desk, &target, &item, editing))
    };
    let first_input = [&id, "-edit-0"].concat();
    let open = move |_| {
        editing.set(true);
        let input = first_input.clone();
        spawn_local(async move {
            clock::let_draw().await;
            document::focus_id(&input);
        });
    };
    let (accepted, refused) = (pick.clone(), pick);
    let accept = acceptable.then(|| {
        view! {
            <button
                type="button"
                class="button button-small"
                aria-label=named(Text::ReviewAccept)
                on:click=move |_| desk.accept(std::slice::from_ref(&accepted))
            >
                {icon::icon(icon::CHECK)}
                {t(Text::ReviewAccept)}
            </button>
        }
    });
    let change = (acceptable && !leaves(&item.proposed).is_empty()).then(|| {
        view! {
            <button type="button" class="button button-small" aria-label=named(Text::ReviewEdit) on:click=open>
                {icon::icon(icon::EDIT)}
                {t(Text::ReviewEdit)}
            </button>
        }
    });
    let refusing = named(Text::ReviewRefuse);
    let actions = move || {
        let refused = refused.clone();
        view! {
            <button
                type="button"
                class="button button-small button-danger"
                aria-label=refusing.clone()
                on:click=move |_| refuse::open(desk, vec![refused.clone()])
            >
                {icon::icon(icon::BAN)}
                {t(Text::ReviewRefuse)}
            </button>
        }
    };
    view! {
        <li class="review-field">
            <h4 class="diff-field" id=id tabindex="-1">{field}</h4>
            {sides::sides(workspace, target, standing, item)}
            {check}
            <p class="actions" hidden=move || editing.get()>{accept} {change} {actions()}</p>
            {form}
        </li>
    }
    .into_any()
}
