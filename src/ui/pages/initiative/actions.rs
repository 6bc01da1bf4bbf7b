//! What one can do with an initiative: share, correct, hide, and for an editor change and remove.

use leptos::prelude::*;

use super::{removing, report};
use crate::domain::id::Id;
use crate::domain::initiative::{Initiative, Status};
use crate::i18n::Text;
use crate::route::Page;
use crate::state::notice::Undo;
use crate::state::{App, use_app};
use crate::ui::address::{Step, use_address};
use crate::ui::components::notices::not_kept;
use crate::ui::components::{icon, share};
use crate::ui::texts::{fill, t};
use crate::workspace::{Origin, Workspace};

/// What one can do with an initiative.
pub(super) fn actions(workspace: &Workspace, initiative: &Initiative) -> AnyView {
    let app = use_app();
    let editor = app.is_editor();
    let (id, title) = (initiative.id.clone(), initiative.title.clone());
    let local = workspace.origin(&id) == Origin::Local;
    let share = share::button("button button-main", title.clone(), Page::Initiative.href_of(&id));
    let edit = if editor || local {
        Text::ActionEdit
    } else {
        Text::ActionCorrect
    };
    let last = if editor {
        removing::button()
    } else if app.hidden.with(|hidden| hidden.contains(&id)) {
        let id = id.clone();
        view! {
            <button type="button" class="button" on:click=move |_| show_again(app, &id)>
                {icon::icon(icon::UNDO)}
                {t(Text::ActionShow)}
            </button>
        }
        .into_any()
    } else {
        let hide = hide(app, id.clone(), title);
        view! {
            <button type="button" class="button" on:click=move |_| hide()>
                {icon::icon(icon::HIDE)}
                {t(Text::ActionHide)}
            </button>
        }
        .into_any()
    };
    let paper = (initiative.status != Status::Draft).then(|| {
        let address = Page::Poster.href_of(&initiative.id);
        view! { <a class="button" href=address>{icon::icon(icon::PRINT)}{t(Text::PosterMake)}</a> }
    });
    let hint = (!editor).then(|| view! { <p class="soft small">{t(Text::ActionHint)}</p> });
    view! {
        <div class="aside stack">
            <div class="actions">
                {share}
                <a class="button" href=Page::Edit.href_of(&id)>{icon::icon(icon::EDIT)}{t(edit)}</a>
                {paper}
                {last}
                {(!local).then(report::button)}
            </div>
            {hint}
        </div>
    }
    .into_any()
}

fn hide(app: App, id: Id, title: String) -> impl Fn() {
    let address = use_address();
    move || match app.hide(&id) {
        Ok(()) => {
            app.notices.undoable(
                fill(Text::HideDone, &[("title", &title)]),
                Undo::Hiding(id.clone()),
            );
            address.go(Page::Catalogue.href(), Step::Visit);
        }
        Err(error) => app.notices.bad(not_kept(error)),
    }
}

fn show_again(app: App, id: &Id) {
    match app.unhide(id) {
        Ok(()) => app.notices.good(t(Text::ShowDone)),
        Err(error) => app.notices.bad(not_kept(error)),
    }
}
