//! « Toujours d'actualité ? »: what an editor should ask about, longest unasked first, with the call at
//! hand and what came of it in one tap.

use leptos::prelude::*;

use crate::browser::document;
use crate::domain::checks::to_check;
use crate::domain::id::Id;
use crate::domain::initiative::{Initiative, Status};
use crate::i18n::{Plural, Text};
use crate::route::Page;
use crate::state::{App, use_app};
use crate::ui::components::more::{self, PAGE};
use crate::ui::components::notices::not_kept;
use crate::ui::components::{card, contacts, editors, icon, page as arrival};
use crate::ui::texts::{content_lang, count, date, fill, t};
use crate::workspace::Workspace;

/// The page.
pub fn page() -> AnyView {
    editors::only(t(Text::CheckTitle), || {
        let app = use_app();
        let shown = RwSignal::new(PAGE);
        view! {
            <header class="page-head narrow">
                {arrival::heading(t(Text::CheckTitle))}
                <p class="soft">{t(Text::CheckLine)}</p>
            </header>
            {move || app.with_workspace(|workspace| list(app, workspace, shown))}
        }
        .into_any()
    })
}

fn list(app: App, workspace: &Workspace, shown: RwSignal<usize>) -> AnyView {
    let open = to_check(&workspace.shown().initiatives, app.today);
    let translations = outdated(workspace);
    if open.is_empty() {
        return view! {
            {translations}
            <p class="empty narrow">{t(Text::CheckNone)}</p>
        }
        .into_any();
    }
    let allowed = workspace.shown().site.stale_after_days;
    let stale = |initiative: &&&Initiative| {
        initiative.verified_on.is_none() || initiative.is_stale(app.today, allowed)
    };
    let due = open.iter().filter(stale).count();
    let due = match due {
        0 => t(Text::CheckNoneDue).to_owned(),
        n => count(Plural::CheckDue, n),
    };
    let rows: Vec<_> = open
        .iter()
        .enumerate()
        .take(shown.get())
        .map(|(place, initiative)| {
            let next = open.get(place + 1).or_else(|| open.get(place.checked_sub(1)?));
            row(app, initiative, next.map(|next| &next.id))
        })
        .collect();
    view! {
        <p class="found-count narrow" role="status">{due}</p>
        <ul class="panels narrow">{rows}</ul>
        {more::more(open.len(), shown, Plural::CatalogueCount)}
        {translations}
    }
    .into_any()
}

/// The entries with a translation that is to be read again, each with the way to its form.
fn outdated(workspace: &Workspace) -> Option<AnyView> {
    let entries = workspace.shown().initiatives.iter();
    let rows: Vec<_> = entries
        .filter(|initiative| initiative.has_outdated())
        .map(|initiative| {
            let address = Page::Edit.href_of(&initiative.id);
            let title = initiative.title.clone();
            view! { <li><a class="button button-quiet" href=address lang=content_lang()>{title}</a></li> }
        })
        .collect();
    (!rows.is_empty()).then(|| {
        view! {
            <section class="narrow stack" aria-labelledby="translations-t">
                <h2 id="translations-t">{t(Text::CheckTranslations)}</h2>
                <p class="soft">{t(Text::TranslationOutdatedText)}</p>
                <ul class="stack">{rows}</ul>
            </section>
        }
        .into_any()
    })
}

/// The element of an entry.
fn card_id(initiative: &Id) -> String {
    ["check-", initiative.as_str()].concat()
}

fn row(app: App, initiative: &Initiative, next: Option<&Id>) -> AnyView {
    let title_id = ["c-", initiative.id.as_str()].concat();
    let checked = match initiative.verified_on {
        Some(day) => fill(Text::CheckLast, &[("date", &date(day))]),
        None => t(Text::CheckNever).to_owned(),
    };
    let (today, title) = (app.today, initiative.title.clone());
    let still = answer(
        app,
        &initiative.id,
        &title,
        Text::CheckDone,
        next,
        move |initiative| {
            initiative.verified_on = Some(today);
        },
    );
    let over = answer(
        app,
        &initiative.id,
        &title,
        Text::CheckEnded,
        next,
        |initiative| {
            initiative.status = Status::Archived;
        },
    );
    view! {
        <li>
            <article class="panel" id=card_id(&initiative.id) tabindex="-1" aria-labelledby=title_id>
                <h2 class="panel-title" id=title_id.clone() lang=content_lang()>
                    <a href=Page::Initiative.href_of(&initiative.id)>{title}</a>
                </h2>
                {card::place(initiative, None)}
                <p>{checked}</p>
                {contacts::strips(&initiative.contacts, true, "strips sheet-strips")}
                <p class="actions">
                    <button type="button" class="button button-main" on:click=move |_| still()>
                        {icon::icon(icon::CHECK)}
                        {t(Text::CheckToday)}
                    </button>
                    <button type="button" class="button" on:click=move |_| over()>{t(Text::CheckOver)}</button>
                    <a class="button button-quiet" href=Page::Edit.href_of(&initiative.id)>{t(Text::ActionEdit)}</a>
                </p>
            </article>
        </li>
    }
    .into_any()
}

/// What an answer does: it is kept as any change is, and can be taken back. The entry leaves its place,
/// so the focus goes to the next one, and to the heading after the last.
fn answer(
    app: App,
    id: &Id,
    title: &str,
    said: Text,
    next: Option<&Id>,
    change: impl FnOnce(&mut Initiative) + Copy + Send + Sync + 'static,
) -> impl Fn() + Send + Sync + 'static {
    let (id, title) = (id.clone(), title.to_owned());
    let next = next.map(card_id);
    move || match app.amend(&id, change) {
        Ok(undo) => {
            let said = fill(said, &[("title", &title)]);
            match undo {
                Some(undo) => app.notices.undoable(said, undo),
                None => app.notices.good(said),
            }
            // The list is drawn anew first.
            let next = next.clone();
            request_animation_frame(move || {
                if !next.is_some_and(|next| document::try_focus_id(&next)) {
                    document::focus("h1");
                }
            });
        }
        Err(error) => app.notices.bad(not_kept(error)),
    }
}
