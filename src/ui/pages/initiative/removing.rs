//! Taking an entry out of the catalogue, and why.

use leptos::prelude::*;

use crate::browser::document;
use crate::domain::catalogue::RemovalReason;
use crate::domain::id::Id;
use crate::i18n::Text;
use crate::route::Page;
use crate::state::App;
use crate::ui::address::{Step, use_address};
use crate::ui::components::notices::not_kept;
use crate::ui::components::{choice, icon};
use crate::ui::texts::{fill, t};

/// The identifier of the dialog that asks why an entry is taken out.
const DIALOG: &str = "remove";

/// The button that opens the dialog.
pub(super) fn button() -> AnyView {
    view! {
        <button type="button" class="button button-danger" on:click=|_| document::show_modal(DIALOG)>
            {icon::icon(icon::TRASH)}
            {t(Text::ActionRemove)}
        </button>
    }
    .into_any()
}

/// Asks why an entry is taken out; the reason travels with the removal.
pub(super) fn dialog(app: App, id: Id, title: Signal<String>) -> AnyView {
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
        .map(|(index, (_, label))| choice::radio("reason", *label, index, chosen))
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
    let question = move || fill(Text::RemoveTitle, &[("title", &title.get())]);
    let remove = move |_| {
        document::close_dialog(DIALOG);
        // Afterwards the entry is gone, and its title with it.
        let title = title.get_untracked();
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
        <dialog class="dialog dialog-danger" id=DIALOG aria-labelledby="remove-t">
            <div class="dialog-body">
                <h2 id="remove-t">{question}</h2>
                <fieldset>
                    <legend class="field-label">{t(Text::RemoveReason)}</legend>
                    <div class="choices">{choices}</div>
                </fieldset>
                <p class="soft">{t(Text::RemoveText)}</p>
                <div role="status">{reach}</div>
                <p class="actions">
                    <button type="button" class="button" autofocus on:click=|_| document::close_dialog(DIALOG)>
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
