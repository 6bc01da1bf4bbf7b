//! What is on the page: a text, and what was read of it. It keeps itself, and is found again after anything.

use std::time::Duration;

use leptos::ev;
use leptos::prelude::*;

use super::entry::card_id;
use crate::browser::{chance, clock, document};
use crate::domain::duplicates::{Duplicates, Reason};
use crate::domain::id::Id;
use crate::i18n::Text;
use crate::state::notice::{TakeBack, Undo};
use crate::state::{App, Keeping, use_app};
use crate::storage::port::WriteError;
use crate::ui::components::notices::not_kept;
use crate::ui::components::page as arrival;
use crate::ui::texts::t;
use crate::workspace::intake::{Entry, Intake, Kept, duplicates_in};

/// How long after a change it is kept. Not reset by the next one: who types without a pause is kept too.
const DELAY: Duration = Duration::from_millis(800);

/// The same for a long text, whose writing takes a tenth of a second: leaving the page keeps it at once.
const LONG_DELAY: Duration = Duration::from_secs(3);

/// From how many bytes on a text is long: some twenty printed pages.
const LONG: usize = 50_000;

/// How many entries are drawn at first and at each « Afficher plus ».
pub(super) const PAGE: usize = 20;

/// What is on the page. It is a handle: copies share everything.
#[derive(Clone, Copy)]
pub(super) struct Desk {
    pub(super) app: App,
    /// The text, as it stands in its area.
    pub(super) text: RwSignal<String>,
    /// What was read of it.
    pub(super) intake: RwSignal<Option<Intake>>,
    /// Whether what was read is shown, and not the text area.
    pub(super) checks: RwSignal<bool>,
    /// Grows when the entries or what was left over must be drawn anew.
    pub(super) shape: RwSignal<u32>,
    /// How many entries are drawn.
    pub(super) shown: RwSignal<usize>,
    /// The entry whose form is open.
    pub(super) open: RwSignal<Option<Id>>,
    /// Whether the open form says what is wrong with it.
    pub(super) failed: RwSignal<bool>,
    /// The catalogue's initiatives, ready to be compared with, and their identifiers by their places.
    duplicates: StoredValue<(Duplicates, Vec<Id>)>,
    /// What is kept of other texts, until the person takes one up or throws it away.
    pub(super) offered: RwSignal<Vec<(Id, Kept)>>,
    /// The key under which this one is kept.
    key: StoredValue<Id>,
    /// The key that this one was taken up from, with what stood there; let go once it is kept under its own.
    taken_up: StoredValue<Option<(Id, Kept)>>,
    state: RwSignal<State>,
    waiting: StoredValue<bool>,
    closed: StoredValue<bool>,
}

/// Where the keeping stands.
#[derive(Debug, Clone, Copy, PartialEq)]
enum State {
    Untouched,
    Kept,
    Waiting,
    NotKept(WriteError),
}

impl Desk {
    pub(super) fn new() -> Self {
        let app = use_app();
        let found = app.intakes();
        let state = match &found {
            Ok(_) => State::Untouched,
            Err(error) => State::NotKept(*error),
        };
        Self {
            app,
            text: RwSignal::new(String::new()),
            intake: RwSignal::new(None),
            checks: RwSignal::new(false),
            shape: RwSignal::new(0),
            shown: RwSignal::new(PAGE),
            open: RwSignal::new(None),
            failed: RwSignal::new(false),
            duplicates: StoredValue::new((Duplicates::default(), Vec::new())),
            // A refusal is on screen already, as the state.
            offered: RwSignal::new(found.unwrap_or_else(|_| Vec::new())),
            key: StoredValue::new(chance::new_id()),
            taken_up: StoredValue::new(None),
            state: RwSignal::new(state),
            waiting: StoredValue::new(false),
            closed: StoredValue::new(false),
        }
    }

    /// Keeps what is here when the page is hidden, left or closed.
    pub(super) fn watch(self) {
        let hidden = window_event_listener(ev::visibilitychange, move |_| self.flush());
        let left = window_event_listener(ev::Custom::<ev::Event>::new("pagehide"), move |_| self.flush());
        on_cleanup(move || {
            self.flush();
            hidden.remove();
            left.remove();
        });
    }

    /// Shows what was read of the text, beside what the catalogue has already.
    pub(super) fn show(self, intake: Intake) {
        let duplicates = self.app.with_workspace_untracked(|workspace| {
            let known = workspace.shown().initiatives.iter();
            let ids = known.map(|initiative| initiative.id.clone()).collect();
            (duplicates_in(workspace), ids)
        });
        // Only what was read of a shown catalogue is shown.
        self.duplicates.set_value(duplicates.unwrap_or_default());
        self.text.set(intake.source.clone());
        self.open.set(None);
        self.shown.set(PAGE);
        self.intake.set(Some(intake));
        self.redraw();
        self.checks.set(true);
        self.touch();
    }

    /// Takes up what was kept. Another tab may have gone on with it since it was offered.
    pub(super) fn take_up(self, id: &Id, offered: &Kept) {
        // What has gone since is taken up as it was offered.
        let kept = self.app.intake(id).unwrap_or_default();
        let kept = kept.unwrap_or_else(|| offered.clone());
        self.offer(id, None);
        self.taken_up.set_value(Some((id.clone(), kept.clone())));
        if let Some(intake) = kept.intake {
            self.show(intake);
        } else {
            self.text.set(kept.source);
            self.touch();
        }
    }

    /// Throws away what was kept, as it was offered.
    pub(super) fn throw_away(self, id: &Id, offered: &Kept) {
        match self.let_go(id, offered) {
            Ok(true) => self.offer(id, None),
            Ok(false) => self.app.notices.bad(t(Text::ImporterOfferedAnew)),
            Err(error) => self.app.notices.bad(not_kept(error)),
        }
    }

    /// Lets go of what was kept, unless another tab has gone on with it: then that is offered. Gives whether
    /// it is gone.
    fn let_go(self, id: &Id, seen: &Kept) -> Result<bool, WriteError> {
        let other = self.app.let_go_of_intake(id, seen)?;
        let is_gone = other.is_none();
        if !is_gone {
            self.offer(id, other);
        }
        Ok(is_gone)
    }

    /// Offers what is kept under a key, or nothing of it any more.
    fn offer(self, id: &Id, kept: Option<Kept>) {
        // The page may be gone by now; then it is offered at the next visit.
        let _drawn = self.offered.try_update(|offered| {
            offered.retain(|(own, _)| own != id);
            if let Some(kept) = kept {
                offered.insert(0, (id.clone(), kept));
            }
        });
    }

    /// Takes what was typed in the text area.
    pub(super) fn write(self, text: String) {
        self.text.set(text);
        self.touch();
    }

    /// Changes a value of what was read.
    pub(super) fn edit(self, change: impl FnOnce(&mut Intake)) {
        self.intake.update(|intake| {
            if let Some(intake) = intake {
                change(intake);
            }
        });
        self.touch();
    }

    /// Changes an entry.
    pub(super) fn edit_entry(self, id: &Id, change: impl FnOnce(&mut Entry)) {
        self.edit(|intake| {
            if let Some(entry) = intake.entries.iter_mut().find(|entry| entry.id == *id) {
                change(entry);
            }
        });
    }

    /// Draws the entries anew.
    pub(super) fn redraw(self) {
        self.shape.update(|shape| *shape += 1);
    }

    /// Changes which entries there are.
    fn reshape(self, change: impl FnOnce(&mut Intake)) {
        self.open.set(None);
        self.edit(change);
        self.redraw();
    }

    /// Changes which entries there are, and says so.
    pub(super) fn arrange(self, said: Text, change: impl FnOnce(&mut Intake)) {
        self.reshape(change);
        arrival::announce(t(said));
    }

    /// Takes an entry out, which can be taken back, and goes to the one that stands in its place.
    pub(super) fn take_out(self, place: usize) {
        let taken = self.intake.with_untracked(|intake| {
            let entries = &intake.as_ref()?.entries;
            Some(entries.get(place)?.clone())
        });
        let Some(entry) = taken else { return };
        let mut near = None;
        self.reshape(|intake| {
            intake.drop_entry(place);
            let next = intake.entries.get(place).or(intake.entries.last());
            near = next.map(|next| next.id.clone());
        });
        match near {
            Some(near) => self.reveal(place, card_id(&near)),
            None => self.reveal(place, super::review::TITLE.to_owned()),
        }
        let key = self.key.get_value();
        let undo = TakeBack::new(move || self.put_back(&key, &entry));
        self.app
            .notices
            .undoable(t(Text::ImporterDropped), Undo::Act(undo));
    }

    /// Puts an entry back into what is kept under a key, be it on the page or not.
    fn put_back(self, key: &Id, entry: &Entry) -> Result<(), WriteError> {
        if self.key.try_get_value().as_ref() == Some(key) {
            self.edit(|intake| intake.put_back(entry.clone()));
            self.redraw();
            let place = self.with(|intake| intake.place_of(&entry.id)).flatten();
            if let Some(place) = place {
                self.reveal(place, card_id(&entry.id));
            }
            return Ok(());
        }
        for (id, mut kept) in self.app.intakes()? {
            if let Some(intake) = kept.intake.as_mut().filter(|_| id == *key) {
                intake.put_back(entry.clone());
                self.app.keep_intake(&id, &kept)?;
            }
        }
        Ok(())
    }

    /// Follows an entry.
    pub(super) fn entry(self, id: Id) -> Memo<Option<Entry>> {
        Memo::new(move |_| {
            self.intake.with(|intake| {
                let entries = &intake.as_ref()?.entries;
                entries.iter().find(|entry| entry.id == id).cloned()
            })
        })
    }

    /// The initiatives of the catalogue that an entry may be, each with the reasons. One that has gone
    /// since is none.
    pub(super) fn likely(self, entry: &Entry) -> Vec<(Id, Vec<Reason>)> {
        let likely: Vec<_> = self.duplicates.with_value(|(duplicates, ids)| {
            let likely = Intake::likely(entry, duplicates).into_iter();
            likely
                .filter_map(|one| Some((ids.get(one.place)?.clone(), one.reasons)))
                .collect()
        });
        let here = self.app.with_workspace_untracked(|workspace| {
            let here = |id: &Id| workspace.shown().initiative(id).is_some();
            likely.into_iter().filter(|(id, _)| here(id)).collect()
        });
        // Without a catalogue there is none to be.
        here.unwrap_or_default()
    }

    /// The entries that may be here already and wait for an answer, by their places.
    pub(super) fn unanswered(self) -> Vec<usize> {
        self.intake.with_untracked(|intake| {
            let waiting = intake.iter();
            waiting
                .flat_map(|intake| intake.unanswered(|entry| !self.likely(entry).is_empty()))
                .collect()
        })
    }

    /// Reads what was read, as it is now.
    pub(super) fn with<T>(self, read: impl FnOnce(&Intake) -> T) -> Option<T> {
        self.intake.with(|intake| intake.as_ref().map(read))
    }

    /// Shows the entries up to a place, and moves the focus to an element once it is drawn.
    pub(super) fn reveal(self, place: usize, element: String) {
        if place >= self.shown.get_untracked() {
            self.shown.set((place / PAGE + 1) * PAGE);
        }
        request_animation_frame(move || document::focus_id(&element));
    }

    /// Notes that something has changed: it is kept a moment later.
    fn touch(self) {
        if self.waiting.get_value() || self.closed.get_value() {
            return;
        }
        self.waiting.set_value(true);
        self.state.set(State::Waiting);
        let is_long = self.text.with_untracked(|text| text.len() > LONG);
        let delay = if is_long { LONG_DELAY } else { DELAY };
        set_timeout(
            move || {
                // The page may be gone by now; then leaving it has kept everything.
                if self.waiting.try_get_value() == Some(true) {
                    self.flush();
                }
            },
            delay,
        );
    }

    /// What is kept of the present state.
    pub(super) fn kept(self) -> Kept {
        Kept {
            at: clock::now(),
            source: self.text.get_untracked(),
            intake: self.intake.get_untracked(),
        }
    }

    fn flush(self) {
        if !self.waiting.get_value() || self.closed.get_value() {
            return;
        }
        self.waiting.set_value(false);
        let key = self.key.get_value();
        let kept = self.kept();
        let done = if kept.intake.is_none() && kept.source.trim().is_empty() {
            self.app.drop_intake(&key)
        } else {
            self.app.keep_intake(&key, &kept)
        };
        let done = done.and_then(|()| match self.taken_up.get_value() {
            None => Ok(()),
            Some((earlier, seen)) => {
                self.taken_up.set_value(None);
                self.let_go(&earlier, &seen).map(drop)
            }
        });
        self.state.set(match (done, self.app.keeping.get_untracked()) {
            (Err(error), _) => State::NotKept(error),
            (Ok(()), Keeping::Device) => State::Kept,
            // In memory, until the page is closed: that is not kept.
            (Ok(()), Keeping::Nowhere) => State::NotKept(WriteError::Denied),
            (Ok(()), Keeping::Newer) => State::NotKept(WriteError::Newer),
        });
    }

    /// Ends the keeping: everything was added or thrown away. Gives the key, to bring it back.
    pub(super) fn close(self) -> Id {
        self.closed.set_value(true);
        let key = self.key.get_value();
        let earlier = self.taken_up.get_value();
        let done = self.app.drop_intake(&key).and_then(|()| match earlier {
            None => Ok(()),
            Some((earlier, seen)) => self.let_go(&earlier, &seen).map(drop),
        });
        if let Err(error) = done {
            self.app.notices.bad(not_kept(error));
        }
        key
    }

    /// Begins anew with an empty text.
    pub(super) fn begin_anew(self) {
        let key = self.close();
        let kept = self.kept();
        self.key.set_value(chance::new_id());
        self.taken_up.set_value(None);
        self.waiting.set_value(false);
        self.closed.set_value(false);
        self.text.set(String::new());
        self.intake.set(None);
        self.checks.set(false);
        self.state.set(State::Untouched);
        let app = self.app;
        let undo = TakeBack::new(move || {
            app.keep_intake(&key, &kept)?;
            self.offer(&key, Some(kept.clone()));
            Ok(())
        });
        app.notices.undoable(t(Text::ImporterThrown), Undo::Act(undo));
    }

    /// The line that says whether what is here is kept.
    pub(super) fn line(self) -> AnyView {
        let text = move || match self.state.get() {
            State::Untouched => "",
            State::Kept => t(Text::ImporterKept),
            State::Waiting => t(Text::ImporterWaiting),
            State::NotKept(error) => not_kept(error),
        };
        view! { <p class="save-state" role="status">{text}</p> }.into_any()
    }
}
