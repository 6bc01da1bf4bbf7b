//! A commune: typed, or chosen from what the gazetteer suggests.
//!
//! An editable combobox with list autocompletion, after the ARIA Authoring Practices: the focus stays
//! in the text, the arrows choose, Enter takes, Escape closes.

use std::rc::Rc;
use std::time::Duration;

use leptos::ev;
use leptos::prelude::*;

use super::field::Control;
use crate::browser::document;
use crate::domain::code::Postcode;
use crate::domain::gazetteer::Commune;
use crate::domain::text::fold;
use crate::i18n::{Plural, Text};
use crate::state::{App, use_app};
use crate::ui::texts::{count, fill, t};

/// How many communes are suggested at once: what a phone shows above its keyboard.
const SUGGESTIONS: usize = 7;

/// How long after the text was left what was typed is taken: what comes with it would move what is being pressed from
/// under the finger.
const PRESS: Duration = Duration::from_millis(200);

/// What is done with a choice: a commune of the list, or the text as it was typed.
pub type Choose = Rc<dyn Fn(Option<&Commune>)>;

/// Which texts may be taken that are no commune of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outside {
    /// None: only a commune of the list is a choice.
    Refused,
    /// Any: the text is what it is.
    Kept,
    /// Any: Enter takes the text as it was typed, and another can follow.
    Added,
}

/// A combobox of communes.
#[derive(Clone, Copy)]
struct Combobox {
    app: App,
    /// The typed text, as the page shows it.
    text: Signal<String>,
    is_open: RwSignal<bool>,
    /// The chosen option, while one goes through them.
    active: RwSignal<Option<usize>>,
    found: Memo<Vec<Commune>>,
    choose: StoredValue<Choose, LocalStorage>,
    outside: Outside,
    /// The text that was left and is no commune of the list, where only one will do.
    missed: RwSignal<String>,
}

/// A combobox of communes over a text. `is_open` says whether what is found is listed, `typed` takes what is
/// typed, `choose` what is chosen.
pub fn combobox(
    control: Control,
    text: Signal<String>,
    is_open: RwSignal<bool>,
    outside: Outside,
    typed: impl Fn(String) + 'static,
    choose: Choose,
) -> AnyView {
    let app = use_app();
    let found = Memo::new(move |_| {
        if !is_open.get() {
            return Vec::new();
        }
        text.with(|text| {
            app.gazetteer.with(|gazetteer| {
                let found = gazetteer
                    .as_ref()
                    .map(|gazetteer| gazetteer.suggest(text, SUGGESTIONS));
                found.into_iter().flatten().cloned().collect()
            })
        })
    });
    let combobox = Combobox {
        app,
        text,
        is_open,
        active: RwSignal::new(None),
        found,
        choose: StoredValue::new_local(choose),
        outside,
        missed: RwSignal::new(String::new()),
    };
    combobox.view(control, typed)
}

impl Combobox {
    fn view(self, control: Control, typed: impl Fn(String) + 'static) -> AnyView {
        let Control {
            id,
            described,
            invalid,
            ..
        } = control;
        let list = [&id, "-list"].concat();
        let option = {
            let id = id.clone();
            move |place: usize| [&id, "-", &place.to_string()].concat()
        };
        let active = {
            let option = option.clone();
            move || self.active.get().map(&option)
        };
        let expanded = move || if self.shows() { "true" } else { "false" };
        let typed = {
            let id = id.clone();
            move |event: ev::Event| {
                self.active.set(None);
                self.open(&id);
                typed(event_target_value(&event));
            }
        };
        let key = {
            let option = option.clone();
            let id = id.clone();
            move |event: ev::KeyboardEvent| self.key(&event, &id, &option)
        };
        let is_unknown = Memo::new(move |_| self.is_unknown());
        let status = move || {
            if is_unknown.get() {
                return Some(t(Text::FormSuggestionsNone).to_owned());
            }
            let count_of = |found: &Vec<Commune>| count(Plural::FormSuggestions, found.len());
            let asked = self.is_open.get() && self.text.with(|text| !text.trim().is_empty());
            (asked && self.app.gazetteer.with(Option::is_some)).then(|| self.found.with(count_of))
        };
        let options = move || self.shows().then(|| self.options(&option));
        view! {
            <input
                class="input"
                id=id
                type="text"
                role="combobox"
                autocomplete="off"
                aria-autocomplete="list"
                aria-expanded=expanded
                aria-controls=list.clone()
                aria-activedescendant=active
                aria-describedby=described
                aria-invalid=invalid
                prop:value=self.text
                on:input=typed
                on:keydown=key
                on:blur=move |_| self.leave()
            />
            <ul class="options" id=list role="listbox" aria-label=t(Text::FormSuggested) hidden=move || !self.shows()>
                {options}
            </ul>
            <p class=move || if is_unknown.get() { "field-error" } else { "visually-hidden" } role="status">{status}</p>
        }
        .into_any()
    }

    /// Whether the list is on screen.
    fn shows(self) -> bool {
        self.is_open.get() && self.found.with(|found| !found.is_empty())
    }

    /// Whether what is typed is none of the communes, where only one of them will do.
    fn is_unknown(self) -> bool {
        let finds_none = || self.is_open.get() && self.found.with(Vec::is_empty);
        self.outside == Outside::Refused
            && self.app.gazetteer.with(Option::is_some)
            && self.text.with(|text| {
                !text.trim().is_empty() && (finds_none() || self.missed.with(|missed| missed == text))
            })
    }

    /// The options: what was found, and the text as it stands.
    fn options(self, option: &impl Fn(usize) -> String) -> AnyView {
        let found = self.found.get();
        let as_typed = (self.outside != Outside::Refused).then(|| {
            let name = fill(Text::FormAsTyped, &[("text", &self.text.get_untracked())]);
            (name, t(Text::FormOutsideList).to_owned())
        });
        let rows = found.iter().map(|commune| {
            let codes: Vec<&str> = commune.postcodes.iter().map(Postcode::as_str).collect();
            (commune.name.clone(), codes.join(", "))
        });
        let rows = rows.chain(as_typed);
        let rows: Vec<_> = rows
            .enumerate()
            .map(|(place, (name, note))| {
                let selected = move || {
                    if self.active.get() == Some(place) {
                        "true"
                    } else {
                        "false"
                    }
                };
                view! {
                    <li
                        class="option"
                        id=option(place)
                        role="option"
                        aria-selected=selected
                        // The focus stays in the text.
                        on:mousedown=|event: ev::MouseEvent| event.prevent_default()
                        on:click=move |_| self.pick(place)
                    >
                        <span>{name}</span>
                        <span class="option-note">{note}</span>
                    </li>
                }
            })
            .collect();
        rows.into_any()
    }

    fn key(self, event: &ev::KeyboardEvent, id: &str, option: &impl Fn(usize) -> String) {
        // The text as it was typed comes after those that were found.
        let options = self.found.with_untracked(Vec::len) + usize::from(self.outside != Outside::Refused);
        let last = options.saturating_sub(1);
        let shows = untrack(|| self.shows());
        let active = self.active.get_untracked();
        let next = match event.key().as_str() {
            "ArrowDown" | "ArrowUp" if !shows => {
                self.open(id);
                event.prevent_default();
                return;
            }
            "ArrowDown" => active.map_or(0, |place| if place == last { 0 } else { place + 1 }),
            "ArrowUp" => active.map_or(last, |place| if place == 0 { last } else { place - 1 }),
            "Enter" => {
                if let Some(place) = active.filter(|_| shows) {
                    self.pick(place);
                    event.prevent_default();
                } else if self.outside == Outside::Added
                    && self.text.with_untracked(|text| !text.trim().is_empty())
                {
                    self.pick(last);
                    event.prevent_default();
                } else if shows {
                    // Of several the person is still to choose; the list stays.
                    if self.outside != Outside::Refused {
                        self.close();
                    } else if self.is_plain() {
                        self.pick(0);
                    }
                    event.prevent_default();
                }
                return;
            }
            "Escape" if shows => {
                self.close();
                event.prevent_default();
                return;
            }
            // The cursor moves in the text again.
            "Home" | "End" | "ArrowLeft" | "ArrowRight" => {
                self.active.set(None);
                return;
            }
            _ => return,
        };
        event.prevent_default();
        self.active.set(Some(next));
        document::reveal(&option(next));
    }

    /// Whether the text can only mean the first of what was found: it is its name, or there is no other.
    fn is_plain(self) -> bool {
        self.found.with_untracked(|found| {
            let named = |commune: &Commune| {
                self.text
                    .with_untracked(|text| fold(text.trim()) == fold(&commune.name))
            };
            found.len() == 1 || found.first().is_some_and(named)
        })
    }

    /// The communes whose whole name or code the text is.
    fn exact(self) -> Vec<Commune> {
        let text = self.text.get_untracked();
        if Postcode::parse(text.trim()).is_some() {
            return self.found.get_untracked();
        }
        self.app.gazetteer.with_untracked(|gazetteer| {
            let found = gazetteer.as_ref().map(|gazetteer| gazetteer.find_exact(&text));
            found.into_iter().flatten().cloned().collect()
        })
    }

    /// Leaves the text. Where only a commune of the list will do, the one that was typed in full is chosen, and who
    /// typed none is told. Of several the person is still to choose.
    fn leave(self) {
        let knows = self.is_open.get_untracked() && self.app.gazetteer.with_untracked(Option::is_some);
        if self.outside != Outside::Refused || !knows {
            return self.close();
        }
        let (text, exact) = (self.text.get_untracked(), self.exact());
        let choose = self.choose.get_value();
        set_timeout(
            move || {
                // Where a link was followed, the box is gone.
                let others = self.text.try_get_untracked().is_some_and(|now| now != text);
                if others || self.is_open.try_get_untracked() == Some(false) {
                    return;
                }
                let _there = (self.is_open.try_set(false), self.active.try_set(None));
                match exact.as_slice() {
                    [] => {
                        let _there = self.missed.try_set(text);
                    }
                    [only] => choose(Some(only)),
                    _ => {}
                }
            },
            PRESS,
        );
    }

    fn open(self, id: &str) {
        if !self.is_open.get_untracked() {
            self.is_open.set(true);
            document::make_room_below(id);
        }
    }

    fn pick(self, place: usize) {
        let commune = self.found.with_untracked(|found| found.get(place).cloned());
        self.close();
        self.choose.with_value(|choose| choose(commune.as_ref()));
    }

    fn close(self) {
        self.is_open.set(false);
        self.active.set(None);
    }
}
