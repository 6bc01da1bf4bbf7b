//! What is over every page and comes with the second module: that the catalogue has moved, that there is
//! a newer version, and what concerns only those who have changed something: that the room is nearly full
//! and that what they did stands on this device alone.

use leptos::prelude::*;

use super::icon;
use super::install;
use super::moved;
use super::notices::not_kept;
use super::renewal;
use crate::browser::document;
use crate::browser::persistence::erases_unvisited;
use crate::domain::reminder::Reminder;
use crate::i18n::{Plural, Text};
use crate::route::Page;
use crate::state::{App, Keeping, use_app};
use crate::storage::figures::Crowding;
use crate::ui::listed;
use crate::ui::texts::{count, count_of, fill, t};

/// The banners of those who have changed something.
pub fn reminders() -> AnyView {
    let app = use_app();
    listed::follow();
    let kept = move || app.keeping.get() == Keeping::Device;
    let full = move || {
        let crowding = kept().then(|| app.crowding()).flatten()?;
        Some(crowded(app, crowding))
    };
    // Only another reason draws it anew, so that the focus stays on its buttons.
    let reason = Memo::new(move |_| kept().then(|| app.reminder()).flatten());
    let reminder = move || reason.get().map(|reason| reminder(app, reason));
    view! {
        {install::controls()}
        {moved::moved()}
        {renewal::renewal()}
        {install::offer()}
        <div role="status" aria-atomic="false">{full} {reminder}</div>
    }
    .into_any()
}

/// What a person can do about a room that is nearly full. What other sites put there is not ours to remove.
pub fn advice(app: App, crowding: Crowding) -> Text {
    match (crowding.by_others, app.is_editor()) {
        (true, _) => Text::CareFullOthers,
        (false, true) => Text::CareFullEditor,
        (false, false) => Text::CareFullAdvice,
    }
}

fn crowded(app: App, crowding: Crowding) -> AnyView {
    // What an editor does with changes is to publish them.
    let (page, way) = if app.is_editor() {
        (Page::Review, Text::PublishTitle)
    } else {
        (Page::Proposals, Text::CareSend)
    };
    let advice = advice(app, crowding);
    let told = fill(Text::CareFull, &[("percent", &crowding.percent.to_string())]);
    view! {
        <div class="banner banner-archive banner-care">
            {icon::icon(icon::WARN)}
            <span>{told} " " {t(advice)}</span>
            <span class="banner-ways">
                <a href=page.href()>{t(way)}</a>
                <a href=Page::Data.href()>{t(Text::CareTidy)}</a>
            </span>
        </div>
    }
    .into_any()
}

fn reminder(app: App, reason: Reminder) -> AnyView {
    // What an editor does with changes is to publish them.
    let ways = move || {
        if app.is_editor() {
            (
                Plural::CareManyEditor,
                Plural::CareOldEditor,
                Page::Review,
                Text::PublishTitle,
            )
        } else {
            (Plural::CareMany, Plural::CareOld, Page::Proposals, Text::CareSend)
        }
    };
    let told = move || match (reason, ways()) {
        (Reminder::Many(changes), (many, ..)) => count(many, changes),
        (Reminder::Old(changes, days), (_, old, ..)) => count_of(
            old,
            f64::from(days),
            &[("changes", &count(Plural::CareChanges, changes))],
        ),
    };
    let risk = erases_unvisited().then(|| [" ", t(Text::CareUnvisited)].concat());
    let put_off = move |_| match app.put_off_reminder() {
        // The button is gone.
        Ok(()) => document::focus("h1"),
        Err(error) => app.notices.bad(not_kept(error)),
    };
    view! {
        <div class="banner banner-archive banner-care">
            {icon::icon(icon::SAVE)}
            <span>{told} {risk}</span>
            <span class="banner-ways">
                <a href=move || ways().2.href()>{move || t(ways().3)}</a>
                <a href=Page::Data.href()>{t(Text::CareBackUp)}</a>
                <button
                    type="button"
                    class="button button-quiet"
                    aria-label=t(Text::CareLaterLabel)
                    on:click=put_off
                >
                    {t(Text::CareLater)}
                </button>
            </span>
        </div>
    }
    .into_any()
}
