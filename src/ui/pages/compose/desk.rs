//! The desk: one release, its parts in the order of the sheet, and the sheet as it will look.
//!
//! What is typed is kept by itself, a moment after the last key and again when a field is left. A
//! release that is final is frozen: it can be taken out and corrected by another, not rewritten.

use std::time::Duration;

use leptos::ev;
use leptos::prelude::*;

use super::{choosing, fields, finishing, output, sections};
use crate::communique::compose::sums;
use crate::domain::communique::Communique;
use crate::i18n::Text;
use crate::route::Page;
use crate::state::{App, use_app};
use crate::storage::port::WriteError;
use crate::ui::components::mark::{self, mark};
use crate::ui::components::notices::not_kept;
use crate::ui::components::{icon, page as arrival};
use crate::ui::pages::communique::article;
use crate::ui::pages::communiques::content_lang;
use crate::ui::texts::t;

/// How long after the last key the release is kept.
const DELAY: Duration = Duration::from_millis(600);

/// The release on the desk. It is a handle: copies share everything.
#[derive(Clone, Copy)]
pub(super) struct Desk {
    pub(super) app: App,
    pub(super) release: RwSignal<Communique>,
    /// What was kept last, to tell whether anything is left to keep.
    kept: StoredValue<Communique>,
    state: RwSignal<State>,
    waiting: StoredValue<bool>,
    /// Counts what changes the number or the order of parts, whose inputs are then drawn anew.
    pub(super) shape: RwSignal<u32>,
}

/// Where the keeping stands.
#[derive(Clone, Copy, PartialEq)]
enum State {
    Kept,
    Waiting,
    NotKept(WriteError),
}

impl Desk {
    fn new(release: Communique) -> Self {
        Self {
            app: use_app(),
            kept: StoredValue::new(release.clone()),
            release: RwSignal::new(release),
            state: RwSignal::new(State::Kept),
            waiting: StoredValue::new(false),
            shape: RwSignal::new(0),
        }
    }

    /// Changes a text; it is kept a moment later.
    pub(super) fn write(self, change: impl FnOnce(&mut Communique)) {
        self.release.update(change);
        self.state.set(State::Waiting);
        if self.waiting.get_value() {
            return;
        }
        self.waiting.set_value(true);
        set_timeout(
            move || {
                // The page may be gone by now; then leaving it has kept the release.
                if self.waiting.try_get_value() == Some(true) {
                    self.keep();
                }
            },
            DELAY,
        );
    }

    /// Changes the parts and keeps that at once.
    pub(super) fn arrange(self, change: impl FnOnce(&mut Communique)) {
        self.release.update(change);
        self.shape.update(|shape| *shape += 1);
        self.keep();
    }

    /// Keeps the release, unless it is kept. What could not be kept stays on the screen, and the next
    /// change tries again.
    pub(super) fn keep(self) {
        self.waiting.set_value(false);
        let release = self.release.get_untracked();
        if self.kept.with_value(|kept| *kept == release) {
            self.state.set(State::Kept);
            return;
        }
        // A release without a title is none; the last title stays until there is another.
        let mut whole = release.clone();
        if whole.title.trim().is_empty() {
            whole.title = self.kept.with_value(|kept| kept.title.clone());
        }
        match self.app.keep_release(&whole) {
            Ok(()) => {
                self.kept.set_value(release);
                self.state.set(State::Kept);
            }
            Err(error) => self.state.set(State::NotKept(error)),
        }
    }

    /// Keeps what is typed when the page is hidden or left.
    fn watch(self) {
        let hidden = window_event_listener(ev::visibilitychange, move |_| self.keep());
        on_cleanup(move || {
            self.keep();
            hidden.remove();
        });
    }
}

/// The desk of a release.
pub(super) fn page(release: Communique) -> AnyView {
    let frozen = !release.is_draft();
    let desk = Desk::new(release);
    desk.watch();
    let parts = if frozen {
        finishing::frozen(desk)
    } else {
        view! {
            {choosing::part(desk)}
            {fields::head(desk)}
            {sections::part(desk)}
            {totals(desk)}
            {fields::end(desk)}
            {finishing::part(desk)}
        }
        .into_any()
    };
    mark(mark::RELEASE);
    view! {
        <nav aria-label=t(Text::BackLabel)>
            <a class="back" href=Page::Compose.href()>{icon::icon(icon::BACK)}{t(Text::ComposeAll)}</a>
        </nav>
        <header class="page-head no-print">
            {arrival::heading(t(Text::ComposeTitle))}
            <p class="soft" role="status">{move || if frozen { t(Text::ComposeFrozenLine) } else { state(desk.state.get()) }}</p>
        </header>
        <div class="desk">
            <form class="form desk-form no-print" on:submit=|event| event.prevent_default()>{parts}</form>
            <section class="desk-sheet stack" aria-labelledby="sheet-title">
                <h2 class="no-print" id="sheet-title">{t(Text::ComposePreview)}</h2>
                {output::bar(desk)}
                {move || {
                    let release = desk.release.get();
                    desk.app.with_workspace(|workspace| {
                        let title = release.title.clone();
                        let heading = view! { <h3 class="release-title" lang=content_lang(workspace)>{title}</h3> };
                        article(workspace, &release, heading.into_any())
                    })
                }}
            </section>
        </div>
    }
    .into_any()
}

fn state(state: State) -> &'static str {
    match state {
        State::Kept => t(Text::ComposeKept),
        State::Waiting => t(Text::ComposeWaiting),
        State::NotKept(error) => not_kept(error),
    }
}

/// What all initiatives of the release made together, each sum with a button that puts it into the lead.
fn totals(desk: Desk) -> AnyView {
    let sums = Memo::new(move |_| {
        let release = desk.release.get();
        desk.app
            .with_workspace(|workspace| sums::sums(workspace.shown(), &release))
            .unwrap_or_default()
    });
    let put = move |sum: String| {
        desk.arrange(move |release| {
            let gap = if release.lead.is_empty() { "" } else { "\n" };
            release.lead = [release.lead.as_str(), gap, &sum, "."].concat();
        });
    };
    (move || {
        let sums = sums.get();
        (!sums.is_empty()).then(|| {
            let rows: Vec<_> = sums
                .into_iter()
                .map(|sum| {
                    let own = sum.clone();
                    let label = [t(Text::ComposeTotalAdd), " ", &sum].concat();
                    view! {
                        <li class="desk-row">
                            <span>{sum}</span>
                            <button type="button" class="button" aria-label=label on:click=move |_| put(own.clone())>
                                {icon::icon(icon::PLUS)}
                                {t(Text::ComposeTotalAdd)}
                            </button>
                        </li>
                    }
                })
                .collect();
            view! {
                <fieldset class="group">
                    <legend class="group-title">{t(Text::TotalsLabel)}</legend>
                    <ul class="items">{rows}</ul>
                </fieldset>
            }
        })
    })
    .into_any()
}
