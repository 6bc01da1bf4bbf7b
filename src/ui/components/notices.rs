//! What is said to the person at the moment, with « Annuler » where it can be taken back.

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::wasm_split::{SplitLoaderError, wasm_split};

use super::icon;
use crate::browser::document;
use crate::i18n::Text;
use crate::state::notice::{Notice, Tone, Undo};
use crate::state::{App, use_app};
use crate::storage::port::WriteError;
use crate::ui::texts::t;

/// The region of notices. It is always there, so that screen readers hear what comes into it.
pub fn notices() -> AnyView {
    let app = use_app();
    view! { <div class="toasts" role="status" tabindex="-1">{move || app.notices.current().map(|notice| toast(app, notice))}</div> }
        .into_any()
}

fn toast(app: App, notice: Notice) -> impl IntoView {
    let (class, shape) = match notice.tone {
        Tone::Good => ("toast", icon::CHECK),
        Tone::Bad => ("toast toast-bad", icon::ALERT),
    };
    let undo = notice.undo.map(|undo| {
        let take_back = move |_| {
            app.notices.close();
            let undo = undo.clone();
            spawn_local(async move {
                if take_back(app, undo).await.is_err() {
                    app.notices.bad(t(Text::FailedOffline));
                }
            });
        };
        view! {
            <button type="button" class="toast-button" on:click=take_back>
                {icon::icon(icon::UNDO)}
                {t(Text::NoticeUndo)}
            </button>
        }
    });
    view! {
        <div class=class>
            <p class="toast-text">{icon::icon(shape)} " " {notice.text}</p>
            {undo}
            <button
                type="button"
                class="toast-button"
                aria-label=t(Text::NoticeClose)
                on:click=move |_| {
                    document::focus(".toasts");
                    app.notices.close();
                }
            >
                {icon::icon(icon::CLOSE)}
            </button>
        </div>
    }
}

/// Takes something back. Merging anew belongs to the second module, which what is taken back has
/// needed too.
#[allow(
    clippy::unnecessary_wraps,
    reason = "the macro turns the result into that of fetching the module, which can fail"
)]
#[wasm_split(late, wasm_split_path = leptos::wasm_split, fallible)]
fn take_back(app: App, undo: Undo) -> Result<(), SplitLoaderError> {
    // The button is gone. What taking back does may move the focus on.
    document::focus(".toasts");
    let done = match &undo {
        Undo::Edit {
            restore,
            remove,
            private,
        } => app.take_back(restore, remove, private.as_ref()),
        Undo::Exchange { restore, remove } => app.bring_back(restore, remove),
        Undo::Act(act) => act.run(),
        Undo::Hiding(id) => app.unhide(id),
    };
    match done {
        Ok(()) => app.notices.good(t(Text::NoticeUndone)),
        Err(error) => app.notices.bad(not_kept(error)),
    }
    Ok(())
}

/// Why something could not be kept, in a sentence.
pub fn not_kept(error: WriteError) -> &'static str {
    match error {
        WriteError::Full => t(Text::NoticeFull),
        WriteError::Denied => t(Text::NoticeDenied),
        WriteError::Newer => t(Text::NoticeNewer),
    }
}
