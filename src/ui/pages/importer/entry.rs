//! One entry: its values, each with its place in the source, and what can be done with it.

use leptos::ev::MouseEvent;
use leptos::prelude::*;

use super::desk::Desk;
use super::source::{mark_id, passage_id, show, value_id};
use super::words::{Told, told};
use super::{cutting, same};
use crate::browser::{chance, document};
use crate::domain::draft::Field;
use crate::domain::id::Id;
use crate::domain::initiative::Initiative;
use crate::i18n::Text;
use crate::ui::components::icon;
use crate::ui::pages::edit;
use crate::ui::texts::{content_lang, fill, lang, t};
use crate::workspace::intake::{Entry, Fact};

/// The element of an entry.
pub(super) fn card_id(entry: &Id) -> String {
    ["e-", entry.as_str()].concat()
}

/// One entry: its values, or its form.
pub(super) fn card(desk: Desk, place: usize, id: &Id) -> AnyView {
    let entry = desk.entry(id.clone());
    let cuts = RwSignal::new(false);
    let is_open = {
        let id = id.clone();
        Memo::new(move |_| desk.open.with(|open| open.as_ref() == Some(&id)))
    };
    let title_id = ["t-", id.as_str()].concat();
    let heading = title_id.clone();
    let card = card_id(id);
    let number = fill(Text::ImporterEntryN, &[("n", &(place + 1).to_string())]);
    let title = move || entry.with(|entry| entry.as_ref().map(name));
    let body = move || {
        if is_open.get() {
            return untrack(|| entry.get().map(|entry| form(desk, &entry)));
        }
        entry.get().map(|entry| values(desk, place, &entry, cuts))
    };
    view! {
        <li>
            <article class="panel" id=card tabindex="-1" aria-labelledby=title_id>
                <p class="soft small">{number}</p>
                <h3 class="panel-title" id=heading lang=content_lang()>{title}</h3>
                {body}
            </article>
        </li>
    }
    .into_any()
}

/// The title of an entry, as far as it has one.
pub(super) fn name(entry: &Entry) -> String {
    match entry.typed.text(&Field::Title).trim() {
        "" => t(Text::ImporterUntitled).to_owned(),
        title => title.to_owned(),
    }
}

fn values(desk: Desk, place: usize, entry: &Entry, cuts: RwSignal<bool>) -> AnyView {
    let rows: Vec<_> = told(entry)
        .into_iter()
        .map(|told| value(desk, entry, told))
        .collect();
    let passage = passage_id(&entry.id);
    let address = ["#", &passage].concat();
    let to_passage = move |event: MouseEvent| {
        event.prevent_default();
        show(&passage);
    };
    let summary = entry.typed.text(&Field::Summary).to_owned();
    view! {
        {same::question(desk, entry)}
        <p class="source-summary" lang=content_lang()>{summary}</p>
        <p><a href=address on:click=to_passage>{t(Text::ImporterPassage)}</a></p>
        {people(entry)}
        <dl class="facts">{rows}</dl>
        {theme(desk, entry)}
        {ways(desk, place, entry, cuts)}
    }
    .into_any()
}

/// A value, with the way to its place in the source.
fn value(desk: Desk, entry: &Entry, told: Told) -> AnyView {
    let Told { fact, label, value } = told;
    let mark = entry.mark(&fact).cloned();
    let ids = mark_id(entry, &fact).zip(value_id(entry, &fact));
    let shown = match ids {
        None => view! { <span lang=content_lang()>{value}</span> }.into_any(),
        Some((mark, id)) => {
            let address = ["#", &mark].concat();
            let go = move |event: MouseEvent| {
                // An address with a fragment would resolve against the base and leave the page.
                event.prevent_default();
                show(&mark);
            };
            view! {
                <a class="told-value" id=id href=address on:click=go>
                    <span lang=content_lang()>{value}</span>
                    <span class="visually-hidden">{t(Text::ImporterInSource)}</span>
                </a>
            }
            .into_any()
        }
    };
    let unsure = mark.filter(|mark| entry.is_unchecked(mark)).map(|_| {
        let id = entry.id.clone();
        let name = fill(Text::ImporterRightOf, &[("value", &label)]);
        let right = move |_| {
            desk.edit_entry(&id, |entry| {
                let marks = entry.marks.iter_mut().filter(|mark| mark.fact == fact);
                marks.for_each(|mark| mark.checked = true);
            });
            document::focus_id(&card_id(&id));
        };
        view! {
            " "
            <span class="badge badge-draft">{icon::icon(icon::WARN)}{t(Text::ImporterUnsure)}</span>
            " "
            <button type="button" class="button" aria-label=name on:click=right>
                {icon::icon(icon::CHECK)}
                {t(Text::ImporterRight)}
            </button>
        }
    });
    view! { <div><dt>{label}</dt><dd>{shown}{unsure}</dd></div> }.into_any()
}

/// The names of people, which stand in no field, and what is owed to them.
fn people(entry: &Entry) -> Option<AnyView> {
    let names: Vec<_> = entry
        .people()
        .map(|person| value_of_person(entry, &Fact::Person(person.to_owned()), person))
        .collect();
    (!names.is_empty()).then(|| {
        view! {
            <div class="notice notice-warn">
                {icon::icon(icon::PEOPLE)}
                <div class="notice-body">
                    <p class="notice-title">{t(Text::ImporterPeople)}</p>
                    <ul>{names}</ul>
                    <p>{t(Text::ImporterPeopleText)}</p>
                </div>
            </div>
        }
        .into_any()
    })
}

fn value_of_person(entry: &Entry, fact: &Fact, person: &str) -> AnyView {
    let person = person.to_owned();
    let Some((mark, id)) = mark_id(entry, fact).zip(value_id(entry, fact)) else {
        return view! { <li>{person}</li> }.into_any();
    };
    let address = ["#", &mark].concat();
    let go = move |event: MouseEvent| {
        event.prevent_default();
        show(&mark);
    };
    view! {
        <li>
            <a class="told-value" id=id href=address on:click=go>
                {person}
                <span class="visually-hidden">{t(Text::ImporterInSource)}</span>
            </a>
        </li>
    }
    .into_any()
}

/// The themes that can be chosen: those of the catalogue, and those that come with the source.
fn themes(desk: Desk) -> Vec<(String, String)> {
    let own = |themes: &[crate::domain::theme::Theme]| -> Vec<(String, String)> {
        let named = themes.iter();
        named
            .map(|theme| (theme.id.to_string(), theme.name(lang().code()).to_owned()))
            .collect()
    };
    let known = desk
        .app
        .with_workspace_untracked(|workspace| own(&workspace.shown().themes));
    let new = desk
        .intake
        .with_untracked(|intake| intake.as_ref().map(|intake| own(&intake.themes)));
    let new = new.into_iter().flatten().map(|(id, name)| {
        let name = fill(Text::ImporterThemeNew, &[("name", &name)]);
        (id, name)
    });
    known.into_iter().flatten().chain(new).collect()
}

fn theme(desk: Desk, entry: &Entry) -> AnyView {
    let id = entry.id.clone();
    let element = ["theme-", id.as_str()].concat();
    let present = entry.typed.text(&Field::Theme).to_owned();
    let none = (String::new(), t(Text::FieldThemeNone).to_owned());
    let options: Vec<_> = std::iter::once(none)
        .chain(themes(desk))
        .map(|(value, label)| {
            let chosen = value == present;
            view! { <option value=value selected=chosen>{label}</option> }
        })
        .collect();
    let own = element.clone();
    let choose = move |event| {
        let theme = event_target_value(&event);
        // The list is drawn anew with the entry.
        let own = own.clone();
        request_animation_frame(move || document::focus_id(&own));
        desk.edit_entry(&id, |entry| {
            if theme.is_empty() {
                entry.typed.fields.remove(&Field::Theme);
            } else {
                entry.typed.fields.insert(Field::Theme, theme);
            }
        });
    };
    view! {
        <div class="field">
            <label class="field-label" for=element.clone()>{t(Text::FieldTheme)}</label>
            <select class="input" id=element on:change=choose>{options}</select>
        </div>
    }
    .into_any()
}

/// What can be done with an entry.
fn ways(desk: Desk, place: usize, entry: &Entry, cuts: RwSignal<bool>) -> AnyView {
    let named = name(entry);
    let label = |text| fill(text, &[("name", &named)]);
    let own = entry.id.clone();
    let edit = move |_| {
        desk.failed.set(false);
        open(desk, &own);
    };
    let own = entry.id.clone();
    let join = move |_| {
        desk.arrange(Text::ImporterJoined, |intake| intake.join(place));
        desk.reveal(place, card_id(&own));
    };
    let drop = move |_| desk.take_out(place);
    let is_last = desk.intake.with_untracked(|intake| {
        intake
            .as_ref()
            .is_none_or(|intake| place + 1 >= intake.entries.len())
    });
    let join = (!is_last).then(|| {
        view! {
            <button type="button" class="button" aria-label=label(Text::ImporterJoinOf) on:click=join>
                {t(Text::ImporterJoin)}
            </button>
        }
    });
    view! {
        <p class="actions">
            <button type="button" class="button" aria-label=label(Text::ImporterEditOf) on:click=edit>
                {icon::icon(icon::EDIT)}
                {t(Text::ImporterEdit)}
            </button>
            <button
                type="button"
                class="button"
                aria-label=label(Text::ImporterCutOf)
                aria-expanded=move || if cuts.get() { "true" } else { "false" }
                on:click=move |_| cuts.update(|cuts| *cuts = !*cuts)
            >
                {t(Text::ImporterCut)}
            </button>
            {join}
            <button type="button" class="button button-quiet" aria-label=label(Text::ImporterDropOf) on:click=drop>
                {icon::icon(icon::TRASH)}
                {t(Text::ImporterDrop)}
            </button>
        </p>
        {move || cuts.get().then(|| cutting::choices(desk, place))}
    }
    .into_any()
}

/// Opens the form of an entry.
pub(super) fn open(desk: Desk, id: &Id) {
    super::source::make_room();
    desk.open.set(Some(id.clone()));
    request_animation_frame(|| document::focus_id("f-title"));
}

/// The form of an entry, in the place of its values.
fn form(desk: Desk, entry: &Entry) -> AnyView {
    let id = entry.id.clone();
    let new: Vec<(String, String)> = {
        let new = desk
            .intake
            .with_untracked(|intake| intake.as_ref().map(|intake| intake.themes.clone()));
        let named = new.into_iter().flatten();
        named
            .map(|theme| (theme.id.to_string(), theme.name(lang().code()).to_owned()))
            .collect()
    };
    let keep = {
        let id = id.clone();
        move |typed: &crate::domain::draft::Draft| {
            desk.edit_entry(&id, |entry| entry.typed.clone_from(typed));
        }
    };
    let base = Initiative::new(chance::new_id(), String::new());
    let failed = desk.failed.get_untracked();
    let fields = edit::within(base, entry.typed.clone(), new, failed, keep);
    let close = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        desk.open.set(None);
        desk.redraw();
        let card = card_id(&id);
        request_animation_frame(move || document::focus_id(&card));
    };
    view! {
        <form class="form" novalidate on:submit=close>
            {fields}
            <p class="actions">
                <button type="submit" class="button button-main">
                    {icon::icon(icon::CHECK)}
                    {t(Text::ImporterClose)}
                </button>
            </p>
        </form>
    }
    .into_any()
}
