//! The editor's inbox: what others propose comes in here, is compared with what is shown, and is
//! decided on, field by field. A proposal that was opened by a link is shown here too, to anybody.

mod answering;
mod desk;
mod edit;
mod group;
mod inbox;
mod item;
mod log;
mod number;
mod opened;
mod receive;
mod refuse;
mod says;
mod sides;

use leptos::prelude::*;

use crate::i18n::{Plural, Text};
use crate::route::Page;
use crate::state::{App, use_app};
use crate::ui::components::notices::not_kept;
use crate::ui::components::{icon, loaded, page as arrival};
use crate::ui::pages::publish;
use crate::ui::texts::{count, t};
use crate::workspace::review::Inbox;
use desk::Desk;

/// The page.
pub fn page() -> AnyView {
    loaded::loaded(t(Text::ReviewTitle), || {
        let app = use_app();
        let inbox = RwSignal::new(Inbox::default());
        let tools = move || {
            if app.is_editor() {
                editor(app, inbox)
            } else {
                reader()
            }
        };
        view! {
            <header class="page-head narrow">{arrival::heading(t(Text::ReviewTitle))}</header>
            <div class="narrow stack">{opened::opened(inbox)} {tools}</div>
        }
        .into_any()
    })
}

/// What the page is for, to someone who has no use for it.
fn reader() -> AnyView {
    view! {
        <section class="panel" aria-labelledby="reader-t">
            <h2 class="panel-title" id="reader-t">{t(Text::ReviewReaderTitle)}</h2>
            <p>{t(Text::ReviewReaderText)}</p>
            <p class="actions">
                <a class="button" href=Page::Proposals.href()>{icon::icon(icon::CHANGES)}{t(Text::MenuProposals)}</a>
                <a class="button" href=Page::Settings.href()>
                    {icon::icon(icon::SETTINGS)}
                    {t(Text::ReviewReaderSettings)}
                </a>
            </p>
        </section>
    }
    .into_any()
}

fn editor(app: App, inbox: RwSignal<Inbox>) -> AnyView {
    let forgotten = RwSignal::new(0);
    let failed = match app.open_inbox() {
        Ok(opened) => {
            inbox.set(opened.inbox);
            // Screen readers hear what comes into a region that is there.
            request_animation_frame(move || {
                let _there = forgotten.try_set(opened.forgotten);
            });
            None
        }
        Err(error) => Some(unreadable(not_kept(error))),
    };
    let forgotten = move || {
        let forgotten = forgotten.get();
        (forgotten > 0).then(|| {
            view! {
                <div class="notice">
                    {icon::icon(icon::INFO)}
                    <div class="notice-body">
                        <p class="notice-title">{count(Plural::ReviewForgotten, forgotten)}</p>
                    </div>
                </div>
            }
        })
    };
    // Whatever another tab does, the catalogue is shown anew, and then the inbox is read again.
    Effect::new(move |_| {
        app.workspace.track();
        // What cannot be read again stays as it was; the banner of a browser that refuses says so.
        if let Ok(read) = app.read_inbox()
            && inbox.with_untracked(|known| *known != read)
        {
            inbox.set(read);
        }
    });
    let desk = Desk::new(app, inbox);
    view! {
        {failed}
        <div role="status">{forgotten}</div>
        <p class="actions">
            <a class="button" href=Page::Check.href()>{icon::icon(icon::DONE)}{t(Text::CheckTitle)}</a>
        </p>
        {receive::receive(desk)}
        {inbox::inbox(desk)}
        {publish::section()}
        {log::log(desk)}
        {refuse::dialog(desk)}
    }
    .into_any()
}

fn unreadable(why: &'static str) -> AnyView {
    view! {
        <div class="notice notice-bad" role="alert">
            {icon::icon(icon::ALERT)}
            <div class="notice-body">
                <p class="notice-title">{t(Text::ReviewNotOpened)}</p>
                <p>{why}</p>
            </div>
        </div>
    }
    .into_any()
}
