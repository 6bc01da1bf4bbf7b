//! What was read, to be checked: the source on one side, the entries on the other, and what adds them.

use leptos::prelude::*;

use super::desk::{Desk, PAGE};
use super::{entry, left, release, same, source};
use crate::browser::document;
use crate::i18n::{Plural, Text};
use crate::route::Page;
use crate::state::importer::{Added, NotAdded};
use crate::state::notice::{TakeBack, Undo};
use crate::ui::address::{Step, use_address};
use crate::ui::components::mark::{self, mark};
use crate::ui::components::notices::not_kept;
use crate::ui::components::{icon, more};
use crate::ui::texts::{count, fill, t};
use crate::workspace::intake::{Intake, Wrong};

/// The element that the focus comes to once a text was read.
pub(super) const TITLE: &str = "importer-read";

/// What was read, to be checked.
pub(super) fn part(desk: Desk) -> AnyView {
    let cards = move || {
        desk.shape.track();
        let shown = desk.shown.get();
        let ids = desk.intake.with_untracked(|intake| {
            let entries = intake.iter().flat_map(|intake| &intake.entries);
            entries
                .take(shown)
                .map(|entry| entry.id.clone())
                .collect::<Vec<_>>()
        });
        let cards = ids.iter().enumerate();
        cards
            .map(|(place, id)| entry::card(desk, place, id))
            .collect::<Vec<_>>()
    };
    let more = move || {
        desk.shape.track();
        let entries = |intake: &Option<Intake>| intake.as_ref().map_or(0, |intake| intake.entries.len());
        more::of_rows(
            desk.intake.with_untracked(entries),
            desk.shown,
            PAGE,
            Text::CatalogueMore,
        )
    };
    let asked = asked(desk);
    mark(mark::BAR);
    mark(mark::RELEASE);
    view! {
        <div class="narrow stack">
            <h2 id=TITLE tabindex="-1">{move || title(desk)}</h2>
            <p role="status">{move || state(desk, asked.get())}</p>
            <p class="soft">{t(Text::ImporterCheckLine)}</p>
            {move || desk.app.is_editor().then(|| view! { <p class="soft">{t(Text::ImporterPassages)}</p> })}
            <p class="actions">
                <button type="button" class="button" on:click=move |_| desk.checks.set(false)>
                    {icon::icon(icon::BACK)}
                    {t(Text::ImporterBack)}
                </button>
                <button type="button" class="button button-quiet" on:click=move |_| desk.begin_anew()>
                    {icon::icon(icon::TRASH)}
                    {t(Text::ImporterThrowAll)}
                </button>
            </p>
        </div>
        <div class="desk desk-read">
            {source::part(desk)}
            <div class="stack desk-form">
                {release::part(desk)}
                <ul class="panels" aria-label=t(Text::ImporterList)>{cards}</ul>
                {more}
                {left::part(desk)}
            </div>
        </div>
        {bar(desk, asked)}
    }
    .into_any()
}

/// « 8 initiatives trouvées ».
fn title(desk: Desk) -> String {
    let entries = desk.with(|intake| intake.entries.len());
    match entries {
        None | Some(0) => t(Text::ImporterFoundNone).to_owned(),
        Some(n) => count(Plural::ImporterFound, n),
    }
}

/// How many entries may be here already and wait for an answer. They are compared anew when one is
/// answered, comes or goes, and not at each key in a form.
fn asked(desk: Desk) -> Memo<usize> {
    let waiting = Memo::new(move |_| {
        desk.shape.track();
        desk.with(|intake| {
            let waiting = intake.entries.iter().filter(|entry| entry.answer.is_none());
            waiting.map(|entry| entry.id.clone()).collect::<Vec<_>>()
        })
    });
    Memo::new(move |_| {
        desk.shape.track();
        // Read, and not only followed: a memo that nobody reads is never worked out.
        waiting.with(|_| desk.unanswered().len())
    })
}

/// What is still to be looked at.
fn state(desk: Desk, asked: usize) -> String {
    let mut parts = Vec::new();
    let unchecked = desk.with(Intake::unchecked).unwrap_or(0);
    if unchecked > 0 {
        parts.push(count(Plural::ImporterUnchecked, unchecked));
    }
    if asked > 0 {
        parts.push(count(Plural::ImporterAsked, asked));
    }
    parts.join(" ")
}

/// What adds everything. While it may be that something is here already, it leads to the question: what
/// nobody has answered is never added twice in silence.
fn bar(desk: Desk, asked: Memo<usize>) -> AnyView {
    let address = use_address();
    let failure = RwSignal::new(String::new());
    let counts = Memo::new(move |_| {
        desk.with(|intake| {
            let counted = desk
                .app
                .with_workspace_untracked(|workspace| intake.counts(workspace));
            let (new, updated) = counted.unwrap_or_default();
            (new, updated, intake.adds_release)
        })
        .unwrap_or_default()
    });
    let label = move || match (asked.get(), counts.get()) {
        (0, (0, 0, true)) => t(Text::ImporterAddRelease).to_owned(),
        (0, (0, 0, false)) => t(Text::ImporterAddNone).to_owned(),
        (0, (0, updated, _)) => count(Plural::ImporterUpdate, updated),
        (0, (new, 0, _)) => count(Plural::ImporterAdd, new),
        (0, (new, updated, _)) => fill(
            Text::ImporterAddBoth,
            &[
                ("add", &count(Plural::ImporterAdd, new)),
                ("update", &count(Plural::ImporterUpdateToo, updated)),
            ],
        ),
        (asked, _) => count(Plural::ImporterAnswer, asked),
    };
    let empty = move || asked.get() == 0 && counts.get() == (0, 0, false);
    let add = move |_| {
        failure.set(String::new());
        let Some(intake) = desk.intake.get_untracked() else {
            return;
        };
        // Looked for anew: what was typed since may make an entry like another.
        if let Some(first) = desk.unanswered().first() {
            desk.redraw();
            return ask(desk, *first, &intake);
        }
        match desk.app.add_intake(&intake) {
            Ok(added) => {
                let undo = undo(desk, &added);
                desk.app.notices.undoable(told(&added), undo);
                address.go(Page::Catalogue.href(), Step::Visit);
            }
            Err(NotAdded::Write(error)) => failure.set(not_kept(error).to_owned()),
            Err(NotAdded::Wrong(wrong)) => {
                failure.set(count(Plural::ImporterWrong, wrong.len()));
                lead_to(desk, &wrong);
            }
        }
    };
    view! {
        <div class="save-bar">
            <p class="field-error" role="alert">{move || failure.get()}</p>
            {desk.line()}
            <button type="button" class="button button-main" disabled=empty on:click=add>
                {icon::icon(icon::CHECK)}
                {label}
            </button>
        </div>
    }
    .into_any()
}

/// « 8 initiatives ajoutées, 1 mise à jour ».
fn told(added: &Added) -> String {
    let mut parts = Vec::new();
    if added.new > 0 {
        parts.push(count(Plural::ImporterAdded, added.new));
    }
    if added.updated > 0 {
        parts.push(count(Plural::ImporterUpdated, added.updated));
    }
    if parts.is_empty() && added.has_release {
        parts.push(t(Text::ImporterAddedRelease).to_owned());
    }
    if added.lacks_passages {
        parts.push(t(Text::ImporterPassagesFull).to_owned());
    }
    parts.join(" ")
}

/// Takes everything back, and offers what was checked again.
fn undo(desk: Desk, added: &Added) -> Undo {
    let kept = desk.kept();
    let key = desk.close();
    let (app, inner) = (desk.app, added.undo.clone());
    Undo::Act(TakeBack::new(move || {
        if let Undo::Act(inner) = &inner {
            inner.run()?;
        }
        app.keep_intake(&key, &kept)
    }))
}

/// Goes to the question whether an entry is here already.
fn ask(desk: Desk, place: usize, intake: &Intake) {
    let Some(entry) = intake.entries.get(place) else {
        return;
    };
    // An open form stands in the place of the question.
    desk.open.set(None);
    desk.reveal(place, same::question_id(&entry.id));
}

/// Goes to the first thing that stands in the way.
fn lead_to(desk: Desk, wrong: &[Wrong]) {
    let Some(first) = wrong.first() else { return };
    let Some(place) = first.entry else {
        document::unfold(release::RELEASE);
        document::focus_id(release::TITLE);
        return;
    };
    let id = desk
        .intake
        .with_untracked(|intake| Some(intake.as_ref()?.entries.get(place)?.id.clone()));
    if let Some(id) = id {
        desk.failed.set(true);
        desk.open.set(Some(id.clone()));
        // A form that is open already is drawn anew with what is wrong.
        desk.redraw();
        desk.reveal(place, entry::card_id(&id));
    }
}
