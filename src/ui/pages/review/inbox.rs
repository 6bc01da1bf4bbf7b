//! The inbox itself: how much waits, and the entries, a page at a time.

use leptos::prelude::*;

use super::desk::{Desk, INBOX_TITLE, picks_of};
use super::{answering, group, refuse};
use crate::browser::document;
use crate::i18n::{Plural, Text};
use crate::ui::components::mark::{self, mark};
use crate::ui::components::notices::not_kept;
use crate::ui::components::{icon, more};
use crate::ui::texts::{count, t};
use crate::workspace::review::{Filed, Pick};

/// How many entries are drawn at first and at each « Afficher plus ».
const PAGE: usize = 10;

/// The inbox.
pub(super) fn inbox(desk: Desk) -> AnyView {
    let limit = RwSignal::new(PAGE);
    let order = Memo::new(move |_| desk.order());
    let fields = Memo::new(move |_| desk.groups.with(|groups| picks_of(groups, |_| true).len()));
    let entries = Memo::new(move |_| desk.groups.with(Vec::len));
    let messages = Memo::new(move |_| {
        desk.inbox
            .with(|inbox| inbox.messages().into_iter().cloned().collect::<Vec<Filed>>())
    });
    let told = move || match (entries.get(), messages.with(Vec::len)) {
        (0, 0) => t(Text::ReviewEmpty).to_owned(),
        (0, messages) => count(Plural::ReviewMessages, messages),
        (entries, 0) => [
            count(Plural::ReviewOpen, fields.get()),
            count(Plural::ReviewEntries, entries),
        ]
        .join(" "),
        (entries, messages) => [
            count(Plural::ReviewOpen, fields.get()),
            count(Plural::ReviewEntries, entries),
            count(Plural::ReviewMessages, messages),
        ]
        .join(" "),
    };
    let shown = move || order.with(|order| order.iter().take(limit.get()).cloned().collect::<Vec<_>>());
    let more = move || more::of_rows(entries.get(), limit, PAGE, Text::CatalogueMore);
    view! {
        <section aria-labelledby=INBOX_TITLE class="stack">
            <h2 id=INBOX_TITLE tabindex="-1">{t(Text::ReviewInbox)}</h2>
            <p role="status" class="found-count">{told}</p>
            <ul class="panels" role="list">
                <For each=shown key=|target| (target.kind.code().to_owned(), target.id.clone()) children=move |target| group::group(desk, &target) />
            </ul>
            {more}
            {together(desk)}
            {move || messages.with(|messages| messages.iter().map(|filed| message(desk, filed)).collect::<Vec<_>>())}
        </section>
    }
    .into_any()
}

/// What can be decided about the chosen entries together.
fn together(desk: Desk) -> impl IntoView {
    let chosen = move || -> Vec<Pick> {
        let of = |groups: &Vec<_>| {
            desk.chosen
                .with(|chosen| picks_of(groups, |target| chosen.contains(target)))
        };
        desk.groups.with(of)
    };
    let chosen = Memo::new(move |_| chosen());
    let entries = Memo::new(move |_| {
        desk.groups.with(|groups| {
            let is_chosen = |target| desk.chosen.with(|chosen| chosen.contains(target));
            groups.iter().filter(|group| is_chosen(&group.target)).count()
        })
    });
    let any = Memo::new(move |_| entries.get() > 0);
    move || {
        any.get().then(|| {
            mark(mark::BAR);
            view! {
                <div class="save-bar" role="group" aria-label=t(Text::ReviewTogether)>
                    <p class="save-state">{move || count(Plural::ReviewChosen, entries.get())}</p>
                    <button
                        type="button"
                        class="button button-main"
                        on:click=move |_| desk.accept(&chosen.get_untracked())
                    >
                        {icon::icon(icon::CHECK)}
                        {t(Text::ReviewAcceptChosen)}
                    </button>
                    <button
                        type="button"
                        class="button button-danger"
                        on:click=move |_| refuse::open(desk, chosen.get_untracked())
                    >
                        {icon::icon(icon::BAN)}
                        {t(Text::ReviewRefuseChosen)}
                    </button>
                    <button
                        type="button"
                        class="button"
                        on:click=move |_| {
                            // The bar goes with what was chosen.
                            document::focus_id(INBOX_TITLE);
                            desk.chosen.set(std::collections::BTreeSet::new());
                        }
                    >
                        {t(Text::ReviewChooseNone)}
                    </button>
                </div>
            }
        })
    }
}

/// A message that came without a change.
fn message(desk: Desk, filed: &Filed) -> AnyView {
    let id = filed.contribution.id.clone();
    let close = move |_| match desk.app.close_message(desk.inbox, &id) {
        Ok(undo) => {
            match undo {
                Some(undo) => desk.app.notices.undoable(t(Text::ReviewMessageClosed), undo),
                None => desk.app.notices.good(t(Text::ReviewNothingLeft)),
            }
            document::focus_id(INBOX_TITLE);
        }
        Err(error) => desk.app.notices.bad(not_kept(error)),
    };
    let called = answering::called(&filed.contribution.message);
    let title_id = ["message-", filed.contribution.id.as_str()].concat();
    let labelled = title_id.clone();
    view! {
        <article class="panel" aria-labelledby=labelled>
            <h3 class="panel-title" id=title_id>{called}</h3>
            {group::sender(filed, Text::ReviewSentBy)}
            {answering::ways(&filed.contribution.reply_to, called)}
            <p class="actions">
                <button type="button" class="button" on:click=close>
                    {icon::icon(icon::CHECK)}
                    {t(Text::ReviewMessageClose)}
                </button>
            </p>
        </article>
    }
    .into_any()
}
