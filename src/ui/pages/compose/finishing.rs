//! The end of composing: a draft becomes final, or is thrown away; a final release can be corrected by
//! another.

use leptos::prelude::*;

use super::desk::Desk;
use super::starting::named;
use crate::browser::{chance, document};
use crate::communique::compose::start::unchanged;
use crate::domain::communique::{Communique, CommuniqueStatus};
use crate::i18n::Text;
use crate::route::Page;
use crate::ui::address::{Step, use_address};
use crate::ui::components::icon;
use crate::ui::components::notices::not_kept;
use crate::ui::texts::{fill, t};

const FREEZE_DIALOG: &str = "freeze";

/// The key under which a release that corrects another one says which, among the fields of its own.
const CORRECTS: &str = "corrects";

/// What becomes of a draft.
pub(super) fn part(desk: Desk) -> AnyView {
    let address = use_address();
    let finish = move |_| {
        document::close_dialog(FREEZE_DIALOG);
        let mut release = desk.release.get_untracked();
        release.status = if release.extra.get(CORRECTS).is_some() {
            CommuniqueStatus::Correction
        } else {
            CommuniqueStatus::Final
        };
        match desk.app.keep_release(&release) {
            Ok(()) => {
                desk.app.notices.good(t(Text::ComposeFinished));
                address.go(&Page::Communique.href_of(&release.id), Step::Visit);
            }
            Err(error) => desk.app.notices.bad(not_kept(error)),
        }
    };
    let discard = move |_| {
        let id = desk.release.with_untracked(|release| release.id.clone());
        match desk.app.drop_release(&id) {
            Ok(undo) => {
                desk.app.notices.undoable(t(Text::ComposeDiscarded), undo);
                address.go(Page::Compose.href(), Step::Visit);
            }
            Err(error) => desk.app.notices.bad(not_kept(error)),
        }
    };
    let same = still_the_same(desk);
    let warning = move || {
        same.get().map(|same| {
            view! {
                <div class="notice notice-warn">
                    {icon::icon(icon::WARN)}
                    <div class="notice-body"><p>{same}</p></div>
                </div>
            }
        })
    };
    view! {
        <fieldset class="group">
            <legend class="group-title">{t(Text::ComposeFinish)}</legend>
            <p>{t(Text::ComposeFinishText)}</p>
            {warning}
            <p class="actions">
                <button
                    type="button"
                    class="button button-main"
                    on:click=|_| document::show_modal(FREEZE_DIALOG)
                >
                    {icon::icon(icon::DONE)}
                    {t(Text::ComposeFinishButton)}
                </button>
                <button type="button" class="button button-danger" on:click=discard>
                    {icon::icon(icon::TRASH)}
                    {t(Text::ComposeDiscard)}
                </button>
            </p>
        </fieldset>
        <dialog class="dialog" id=FREEZE_DIALOG aria-labelledby="freeze-t">
            <div class="dialog-body">
                <h2 id="freeze-t">{t(Text::ComposeFreezeTitle)}</h2>
                <p>{t(Text::ComposeFreezeText)}</p>
                {move || same.get().map(|same| view! { <p>{same}</p> })}
                <p class="actions">
                    <button type="button" class="button" autofocus on:click=|_| document::close_dialog(FREEZE_DIALOG)>
                        {t(Text::ComposeFreezeNot)}
                    </button>
                    <button type="button" class="button button-main" on:click=finish>
                        {icon::icon(icon::DONE)}
                        {t(Text::ComposeFreezeConfirm)}
                    </button>
                </p>
            </div>
        </dialog>
    }
    .into_any()
}

/// « La conclusion est encore celle de … »: what began in the last number's words and stayed so. Who
/// corrects a number keeps its words, and is told nothing.
fn still_the_same(desk: Desk) -> Memo<Option<String>> {
    Memo::new(move |_| {
        desk.release.with(|release| {
            if release.extra.get(CORRECTS).is_some() {
                return None;
            }
            desk.app.with_workspace(|workspace| {
                let same = unchanged(workspace.shown(), release)?;
                let text = match (same.lead, same.closing) {
                    (true, true) => Text::ComposeSameBoth,
                    (true, false) => Text::ComposeSameLead,
                    _ => Text::ComposeSameClosing,
                };
                Some(fill(text, &[("name", &named(same.last))]))
            })?
        })
    })
}

/// What a final release says in place of its inputs, and the way to correct it.
pub(super) fn frozen(desk: Desk) -> AnyView {
    let address = use_address();
    let correct = move |_| {
        let release = desk.release.with_untracked(correction);
        match desk.app.keep_release(&release) {
            Ok(()) => address.go(&Page::Compose.href_of(&release.id), Step::Visit),
            Err(error) => desk.app.notices.bad(not_kept(error)),
        }
    };
    view! {
        <div class="notice">
            {icon::icon(icon::INFO)}
            <div class="notice-body">
                <p class="notice-title">{t(Text::ComposeFrozenTitle)}</p>
                <p>{t(Text::ComposeFrozenText)}</p>
                <p class="actions">
                    <button type="button" class="button" on:click=correct>
                        {icon::icon(icon::EDIT)}
                        {t(Text::ComposeCorrect)}
                    </button>
                </p>
            </div>
        </div>
    }
    .into_any()
}

/// A draft that begins as a copy of a final release and says which one it corrects.
fn correction(release: &Communique) -> Communique {
    let mut copy = release.clone();
    copy.extra.set(CORRECTS, release.id.as_str());
    copy.id = chance::new_id();
    copy.status = CommuniqueStatus::Draft;
    copy
}
