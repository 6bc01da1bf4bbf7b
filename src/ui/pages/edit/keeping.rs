//! Keeping what is typed: the draft writes itself, and an earlier one is offered.

use std::time::Duration;

use leptos::ev;
use leptos::prelude::*;

use super::form::{Form, element};
use crate::browser::document;
use crate::domain::date::Timestamp;
use crate::domain::draft::Field;
use crate::domain::id::Id;
use crate::format::draft::KeptDraft;
use crate::i18n::Text;
use crate::state::drafts::DraftError;
use crate::state::{App, Keeping};
use crate::storage::port::WriteError;
use crate::ui::components::icon;
use crate::ui::components::notices::not_kept;
use crate::ui::texts::{fill, instant, t, time};

/// How long after a keystroke the draft is written. Not reset by the next one: who types without a
/// pause is kept too.
const DELAY: Duration = Duration::from_millis(400);

/// Where the draft's keeping stands.
#[derive(Debug, Clone, PartialEq)]
enum State {
    /// Nothing was typed.
    Untouched,
    /// It was kept then.
    Kept(Timestamp),
    /// It could not be kept.
    NotKept(WriteError),
    /// It waits for the person to say what becomes of an earlier draft.
    Waiting,
}

/// Keeps the draft of one form.
#[derive(Clone, Copy)]
pub(super) struct Keeper {
    app: App,
    id: StoredValue<Option<Id>>,
    state: RwSignal<State>,
    /// An earlier draft, until the person takes it up or throws it away.
    offered: RwSignal<Option<KeptDraft>>,
    /// What this form has kept last.
    last: StoredValue<Option<KeptDraft>>,
    waiting: StoredValue<bool>,
    /// Whether the form is done with: saved or abandoned.
    closed: StoredValue<bool>,
}

impl Keeper {
    /// A keeper for the form of an initiative, or of a new one.
    pub(super) fn new(app: App, id: Option<Id>) -> Self {
        let found = app.draft(id.as_ref());
        let state = match &found {
            Ok(_) => State::Untouched,
            Err(error) => State::NotKept(*error),
        };
        Self {
            app,
            id: StoredValue::new(id),
            state: RwSignal::new(state),
            // A refusal is on screen already, as the state.
            offered: RwSignal::new(found.unwrap_or(None)),
            last: StoredValue::new(None),
            waiting: StoredValue::new(false),
            closed: StoredValue::new(false),
        }
    }

    /// The keeper of a form that its page keeps in its own way: it does nothing.
    pub(super) fn elsewhere(app: App) -> Self {
        Self {
            app,
            id: StoredValue::new(None),
            state: RwSignal::new(State::Untouched),
            offered: RwSignal::new(None),
            last: StoredValue::new(None),
            waiting: StoredValue::new(false),
            closed: StoredValue::new(true),
        }
    }

    /// Keeps the draft when the page is hidden, left or closed.
    pub(super) fn watch(self, form: Form) {
        let hidden = window_event_listener(ev::visibilitychange, move |_| self.flush(form));
        let left = window_event_listener(ev::Custom::<ev::Event>::new("pagehide"), move |_| {
            self.flush(form);
        });
        on_cleanup(move || {
            self.flush(form);
            hidden.remove();
            left.remove();
        });
    }

    /// Notes that something was typed: it is kept a moment later.
    pub(super) fn touch(self, form: Form) {
        if self.waiting.get_value() || self.closed.get_value() {
            return;
        }
        self.waiting.set_value(true);
        set_timeout(
            move || {
                // The page may be gone by now; then leaving it has kept the draft.
                if self.waiting.try_get_value() == Some(true) {
                    self.flush(form);
                }
            },
            DELAY,
        );
    }

    /// Keeps what is typed now, if it is not kept already.
    fn flush(self, form: Form) {
        if !self.waiting.get_value() || self.closed.get_value() {
            return;
        }
        self.waiting.set_value(false);
        if self.offered.with_untracked(Option::is_some) {
            self.state.set(State::Waiting);
            return;
        }
        let id = self.id.get_value();
        if !form.is_touched() {
            if let Some(last) = self.last.get_value() {
                self.forget(&last);
            }
            return;
        }
        let kept = form.kept();
        let done = self
            .last
            .with_value(|last| self.app.keep_draft(id.as_ref(), &kept, last.as_ref()));
        let state = match done {
            Ok(()) => {
                let at = kept.at.clone();
                self.last.set_value(Some(kept));
                match self.app.keeping.get_untracked() {
                    Keeping::Device => State::Kept(at),
                    // In memory, until the page is closed: that is not kept.
                    Keeping::Nowhere => State::NotKept(WriteError::Denied),
                    Keeping::Newer => State::NotKept(WriteError::Newer),
                }
            }
            Err(DraftError::Write(error)) => State::NotKept(error),
            Err(DraftError::Other(other)) => {
                self.offered.set(Some(*other));
                State::Waiting
            }
        };
        self.state.set(state);
    }

    /// Forgets what was kept, and goes on keeping what is typed. What another tab has kept in its place is
    /// offered.
    fn forget(self, known: &KeptDraft) {
        let id = self.id.get_value();
        match self.app.drop_draft(id.as_ref(), known) {
            Ok(other) => {
                self.last.set_value(None);
                self.offered.set(other);
                self.state.set(State::Untouched);
            }
            Err(error) => self.state.set(State::NotKept(error)),
        }
    }

    /// Ends the keeping: the form was saved or abandoned. An earlier draft that nobody has answered
    /// for stays, and so does what another tab has kept; they are offered the next time.
    pub(super) fn close(self) {
        self.closed.set_value(true);
        let Some(last) = self.last.get_value() else { return };
        let id = self.id.get_value();
        if let Err(error) = self.app.drop_draft(id.as_ref(), &last) {
            self.app.notices.bad(not_kept(error));
        }
    }

    /// Whether the form is done with.
    pub(super) fn is_closed(self) -> bool {
        self.closed.get_value()
    }

    /// The line that says whether what is typed is kept.
    pub(super) fn line(self) -> AnyView {
        let text = move || match self.state.get() {
            State::Untouched => String::new(),
            State::Kept(at) => fill(Text::FormDraftKept, &[("time", &time(&at))]),
            State::NotKept(WriteError::Full) => t(Text::FormDraftFull).to_owned(),
            State::NotKept(WriteError::Denied) => t(Text::FormDraftDenied).to_owned(),
            State::NotKept(WriteError::Newer) => t(Text::NoticeNewer).to_owned(),
            State::Waiting => t(Text::FormDraftWaiting).to_owned(),
        };
        view! { <p class="save-state" role="status">{text}</p> }.into_any()
    }

    /// The offer of an earlier draft.
    pub(super) fn offer(self, form: Form) -> AnyView {
        (move || self.offered.get().map(|kept| self.offer_of(form, kept))).into_any()
    }

    fn offer_of(self, form: Form, kept: KeptDraft) -> AnyView {
        let title = fill(Text::FormDraftTitle, &[("date", &instant(&kept.at))]);
        let named = match kept.typed.text(&Field::Title).trim() {
            "" => t(Text::FormDraftUntitled).to_owned(),
            title => fill(Text::FormDraftNamed, &[("title", title)]),
        };
        let dropped = kept.clone();
        let resume = move |_| {
            self.last.set_value(Some(kept.clone()));
            self.offered.set(None);
            form.take_up(&kept);
            document::focus_id(&element(None, &Field::Title));
        };
        let drop = move |_| {
            self.offered.set(None);
            self.forget(&dropped);
            self.touch(form);
            document::focus_id(&element(None, &Field::Title));
        };
        view! {
            <div class="notice notice-warn" role="region" aria-labelledby="draft-t">
                {icon::icon(icon::SAVE)}
                <div class="notice-body">
                    <h2 class="notice-title" id="draft-t">{title}</h2>
                    <p>{named}</p>
                    <p class="actions">
                        <button type="button" class="button button-main" on:click=resume>
                            {t(Text::FormDraftResume)}
                        </button>
                        <button type="button" class="button" on:click=drop>
                            {icon::icon(icon::TRASH)}
                            {t(Text::FormDraftDrop)}
                        </button>
                    </p>
                </div>
            </div>
        }
        .into_any()
    }
}
