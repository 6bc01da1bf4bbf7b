//! « Abandonner »: going back without saving, after a question if something was typed.

use leptos::prelude::*;

use super::form::Form;
use crate::browser::document;
use crate::i18n::Text;
use crate::ui::components::icon;
use crate::ui::texts::t;

const DIALOG: &str = "leave";

/// The button that leaves the form.
pub(super) fn button(form: Form) -> AnyView {
    let leave = move |_| {
        if form.is_touched() {
            document::show_modal(DIALOG);
        } else {
            leave(form);
        }
    };
    view! { <button type="button" class="button" on:click=leave>{t(Text::FormLeave)}</button> }.into_any()
}

/// The question before what was typed is thrown away.
pub(super) fn dialog(form: Form) -> AnyView {
    let confirm = move |_| {
        document::close_dialog(DIALOG);
        leave(form);
    };
    view! {
        <dialog class="dialog dialog-danger" id=DIALOG aria-labelledby="leave-t">
            <div class="dialog-body">
                <h2 id="leave-t">{t(Text::FormLeaveTitle)}</h2>
                <p>{t(Text::FormLeaveText)}</p>
                <p class="actions">
                    <button type="button" class="button" autofocus on:click=|_| document::close_dialog(DIALOG)>
                        {t(Text::FormLeaveStay)}
                    </button>
                    <button type="button" class="button button-danger" on:click=confirm>
                        {icon::icon(icon::TRASH)}
                        {t(Text::FormLeaveConfirm)}
                    </button>
                </p>
            </div>
        </dialog>
    }
    .into_any()
}

fn leave(form: Form) {
    form.keeper.close();
    form.go(&form.way_back());
}
