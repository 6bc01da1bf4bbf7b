//! What one can do with an initiative: share, correct, hide, and for an editor change and remove.

use leptos::prelude::*;

use super::report;
use crate::browser::document;
use crate::domain::catalogue::RemovalReason;
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

/// The identifier of the dialog that asks why an entry is taken out.
const REMOVE_DIALOG: &str = "remove";

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
        let removal = remove_dialog(app, id.clone(), title);
        view! {
            <button type="button" class="button button-danger" on:click=|_| document::show_modal(REMOVE_DIALOG)>
                {icon::icon(icon::TRASH)}
                {t(Text::ActionRemove)}
            </button>
            {removal}
        }
        .into_any()
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
                {(!local).then(|| report::report(app, initiative))}
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

/// Asks why an entry is taken out; the reason travels with the removal.
fn remove_dialog(app: App, id: Id, title: String) -> AnyView {
    let reasons = [
        (RemovalReason::Ended, Text::ReasonEnded),
        (RemovalReason::Duplicate, Text::ReasonDuplicate),
        (RemovalReason::Error, Text::ReasonError),
        (RemovalReason::Hoax, Text::ReasonHoax),
        (RemovalReason::Request, Text::ReasonRequest),
    ];
    let chosen = RwSignal::new(0);
    let choices: Vec<_> = reasons
        .iter()
        .enumerate()
        .map(|(index, (_, label))| {
            view! {
                <label class="check">
                    <input
                        class="check-input"
                        type="radio"
                        name="reason"
                        prop:checked=move || chosen.get() == index
                        on:change=move |_| chosen.set(index)
                    />
                    <span>{t(*label)}</span>
                </label>
            }
        })
        .collect();
    // Who asks to be taken out asks for more than the others, and is owed the truth about its limits.
    let request = reasons
        .iter()
        .position(|(reason, _)| *reason == RemovalReason::Request);
    let reach = move || {
        (Some(chosen.get()) == request).then(|| {
            view! {
                <p class="soft">{t(Text::RemoveRequestErased)}</p>
                <p class="soft">{t(Text::RemoveRequestReach)}</p>
            }
        })
    };
    let address = use_address();
    let question = fill(Text::RemoveTitle, &[("title", &title)]);
    let remove = move |_| {
        document::close_dialog(REMOVE_DIALOG);
        match app.remove(&id, &reasons[chosen.get_untracked()].0) {
            Ok(undo) => {
                if let Some(undo) = undo {
                    let text = fill(Text::RemoveDone, &[("title", &title)]);
                    app.notices.undoable(text, undo);
                }
                address.go(Page::Catalogue.href(), Step::Visit);
            }
            Err(error) => app.notices.bad(not_kept(error)),
        }
    };
    view! {
        <dialog class="dialog dialog-danger" id=REMOVE_DIALOG aria-labelledby="remove-t">
            <div class="dialog-body">
                <h2 id="remove-t">{question}</h2>
                <fieldset>
                    <legend class="field-label">{t(Text::RemoveReason)}</legend>
                    <div class="choices">{choices}</div>
                </fieldset>
                <p class="soft">{t(Text::RemoveText)}</p>
                <div role="status">{reach}</div>
                <p class="actions">
                    <button type="button" class="button" autofocus on:click=|_| document::close_dialog(REMOVE_DIALOG)>
                        {t(Text::RemoveKeep)}
                    </button>
                    <button type="button" class="button button-danger" on:click=remove>
                        {icon::icon(icon::TRASH)}
                        {t(Text::RemoveConfirm)}
                    </button>
                </p>
            </div>
        </dialog>
    }
    .into_any()
}
