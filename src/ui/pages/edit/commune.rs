//! The commune: typed freely, or chosen from what the gazetteer suggests.
//!
//! An editable combobox with list autocompletion, after the ARIA Authoring Practices: the focus stays
//! in the text, the arrows choose, Enter takes, Escape closes.

use leptos::ev;
use leptos::prelude::*;

use super::fields::{frame, invalid};
use super::form::{Form, Slot};
use crate::browser::document;
use crate::domain::code::Postcode;
use crate::domain::draft::{Draft, Field};
use crate::domain::gazetteer::Commune;
use crate::i18n::{Plural, Text};
use crate::ui::texts::{count, fill, t};

/// How many communes are suggested at once: what a phone shows above its keyboard.
const SUGGESTIONS: usize = 7;

/// What is done with a choice: a commune of the list, or the text as it was typed.
type Choose = Box<dyn Fn(Option<&Commune>)>;

/// A combobox of communes.
#[derive(Clone, Copy)]
struct Combobox {
    /// The typed text, as the page shows it.
    text: Memo<String>,
    is_open: RwSignal<bool>,
    /// The chosen option, while one goes through them.
    active: RwSignal<Option<usize>>,
    found: Memo<Vec<Commune>>,
    choose: StoredValue<Choose, LocalStorage>,
    /// Whether Enter takes what is typed as it is.
    adds: bool,
}

/// The initiative's own commune.
pub(super) fn own(form: Form) -> AnyView {
    let choose = move |commune: Option<&Commune>| {
        if let Some(commune) = commune {
            form.edit(|typed| take(typed, commune));
        }
    };
    combobox(
        form,
        Slot::of(Field::Commune),
        (Text::FieldCommune, Text::FieldCommuneHint),
        false,
        Box::new(choose),
    )
}

/// Adds communes to those that the initiative serves.
pub(super) fn added(form: Form, add: impl Fn(Option<&Commune>) + 'static) -> AnyView {
    combobox(
        form,
        Slot::of(Field::Served),
        (Text::FieldServed, Text::FieldServedHint),
        true,
        Box::new(add),
    )
}

/// Puts a commune of the list into the draft: its name, its code and its postcode. Of several
/// postcodes, the one that was typed; without one, the person may add it.
fn take(typed: &mut Draft, commune: &Commune) {
    let written = typed.text(&Field::Commune).trim().to_owned();
    let known = typed.text(&Field::Postcode).to_owned();
    let of_commune = |text: &str| commune.postcodes.iter().any(|code| code.as_str() == text);
    let postcode = match commune.postcodes.as_slice() {
        [only] => only.as_str().to_owned(),
        _ if of_commune(&written) => written,
        _ if of_commune(&known) => known,
        _ => String::new(),
    };
    let fields = [
        (Field::Commune, commune.name.clone()),
        (Field::Insee, commune.insee.as_str().to_owned()),
        (Field::Postcode, postcode),
    ];
    for (field, text) in fields {
        if text.is_empty() {
            typed.fields.remove(&field);
        } else {
            typed.fields.insert(field, text);
        }
    }
}

/// Sets the code that belongs to the typed name: that of the one commune which bears it, or none.
pub(super) fn resolve(form: Form) {
    let name = form.text(&Slot::of(Field::Commune));
    let exact = form.app.gazetteer.with_untracked(|gazetteer| {
        let found = gazetteer.as_ref()?.find_exact(&name);
        match found.as_slice() {
            [only] => Some((*only).clone()),
            _ => None,
        }
    });
    let coded = form.text(&Slot::of(Field::Insee));
    match exact {
        Some(commune) if commune.insee.as_str() != coded => form.edit(|typed| {
            take(typed, &commune);
            // The name stays as the person writes it: an old name is a name too.
            typed.fields.insert(Field::Commune, name);
        }),
        _ => {}
    }
}

/// Takes a typed name: a code and postcode that came with another one go.
fn retype(form: Form, text: String) {
    form.edit(|typed| {
        if typed.fields.remove(&Field::Insee).is_some() {
            typed.fields.remove(&Field::Postcode);
        }
        if text.is_empty() {
            typed.fields.remove(&Field::Commune);
        } else {
            typed.fields.insert(Field::Commune, text);
        }
    });
    resolve(form);
}

fn combobox(form: Form, slot: Slot, (label, hint): (Text, Text), adds: bool, choose: Choose) -> AnyView {
    let text = form.follow(slot.clone());
    let app = form.app;
    let is_open = RwSignal::new(false);
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
        text,
        is_open,
        active: RwSignal::new(None),
        found,
        choose: StoredValue::new_local(choose),
        adds,
    };
    frame(
        form,
        slot,
        label,
        Some(hint),
        move |form, slot, id, described, _| combobox.view(form, &slot, id, described),
    )
}

impl Combobox {
    fn view(self, form: Form, slot: &Slot, id: String, described: Signal<Option<String>>) -> AnyView {
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
            let slot = slot.clone();
            move |event: ev::Event| {
                self.active.set(None);
                self.open(&slot.element());
                let text = event_target_value(&event);
                if slot.field == Field::Commune {
                    retype(form, text);
                } else {
                    form.set(&slot, text);
                }
            }
        };
        let key = {
            let option = option.clone();
            let id = id.clone();
            move |event: ev::KeyboardEvent| self.key(&event, &id, &option)
        };
        let status = move || {
            let count_of = |found: &Vec<Commune>| count(Plural::FormSuggestions, found.len());
            let asked = self.is_open.get() && self.text.with(|text| !text.trim().is_empty());
            (asked && form.app.gazetteer.with(Option::is_some)).then(|| self.found.with(count_of))
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
                aria-invalid=invalid(form, slot)
                prop:value=self.text
                on:input=typed
                on:keydown=key
                on:blur=move |_| self.close()
            />
            <ul class="options" id=list role="listbox" aria-label=t(Text::FormSuggested) hidden=move || !self.shows()>
                {options}
            </ul>
            <p class="visually-hidden" role="status">{status}</p>
        }
        .into_any()
    }

    /// Whether the list is on screen.
    fn shows(self) -> bool {
        self.is_open.get() && self.found.with(|found| !found.is_empty())
    }

    /// The options: what was found, and the text as it stands.
    fn options(self, option: &impl Fn(usize) -> String) -> AnyView {
        let found = self.found.get();
        let as_typed = fill(Text::FormAsTyped, &[("text", &self.text.get_untracked())]);
        let rows = found.iter().map(|commune| {
            let codes: Vec<&str> = commune.postcodes.iter().map(Postcode::as_str).collect();
            (commune.name.clone(), codes.join(", "))
        });
        let rows = rows.chain([(as_typed, t(Text::FormOutsideList).to_owned())]);
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
        let last = self.found.with_untracked(Vec::len);
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
                } else if self.adds && self.text.with_untracked(|text| !text.trim().is_empty()) {
                    self.pick(last);
                    event.prevent_default();
                } else if shows {
                    self.close();
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
