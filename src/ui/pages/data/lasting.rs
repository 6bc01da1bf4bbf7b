//! How long what is here lasts, in plain words.

use leptos::prelude::*;

use crate::browser::document;
use crate::browser::persistence::{Lasting, erases_unvisited};
use crate::i18n::Text;
use crate::state::{Keeping, use_app};
use crate::ui::components::icon;
use crate::ui::texts::{fill, instant, t};

/// The heading, where the focus goes once the browser has agreed and nothing is left to ask.
const TITLE: &str = "lasting-t";

/// How long what is here lasts.
pub(super) fn lasting() -> AnyView {
    let app = use_app();
    app.learn_lasting();
    let said = move || match app.care.lasting.get() {
        None => "",
        Some(Lasting::Promised) => t(Text::LastingPromised),
        Some(Lasting::NotPromised) => t(Text::LastingNotPromised),
        Some(Lasting::Unsaid) => t(Text::LastingUnsaid),
    };
    let pressed = StoredValue::new(false);
    Effect::new(move |_| {
        // A refusal leaves the button, and the focus on it, where it is.
        let granted = !matches!(app.care.lasting.get(), None | Some(Lasting::NotPromised));
        if granted && pressed.get_value() {
            pressed.set_value(false);
            request_animation_frame(|| {
                if document::is_focus_lost() {
                    document::focus_id(TITLE);
                }
            });
        }
    });
    let ask_to_last = move |_| {
        pressed.set_value(true);
        app.ask_to_last();
    };
    let ask = move || {
        (app.care.lasting.get() == Some(Lasting::NotPromised)).then(|| {
            view! {
                <p class="actions">
                    <button type="button" class="button" on:click=ask_to_last>
                        {icon::icon(icon::SAVE)}
                        {t(Text::LastingAsk)}
                    </button>
                </p>
            }
        })
    };
    let unvisited = || {
        erases_unvisited().then(|| {
            view! {
                <div class="notice notice-warn">
                    {icon::icon(icon::WARN)}
                    <div class="notice-body">
                        <p>{t(Text::LastingUnvisited)}</p>
                        <p>{t(Text::LastingHomeScreen)}</p>
                    </div>
                </div>
            }
        })
    };
    let backed_up = move || match app.backed_up() {
        Some(at) => fill(Text::LastingBackedUp, &[("date", &instant(&at))]),
        None => t(Text::LastingNoBackup).to_owned(),
    };
    let kept = move || app.keeping.get() != Keeping::Nowhere;
    let section = move || {
        kept().then(|| {
            view! {
                <section class="panel" aria-labelledby=TITLE>
                    <h2 class="panel-title" id=TITLE tabindex="-1">{t(Text::LastingTitle)}</h2>
                    <p role="status">{said}</p>
                    {ask}
                    {unvisited}
                    <p>{backed_up}</p>
                </section>
            }
        })
    };
    section.into_any()
}
