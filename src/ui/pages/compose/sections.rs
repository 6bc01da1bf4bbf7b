//! The sections and their items: their texts, and their order, which buttons change, so that it can be
//! done by touch and by keyboard alike.

use leptos::prelude::*;

use super::desk::Desk;
use super::fields::{Shape, text};
use crate::browser::document;
use crate::communique::compose::arrange::{move_item, move_section};
use crate::domain::communique::{Communique, Item, Section};
use crate::domain::order::Step;
use crate::i18n::Text;
use crate::ui::components::moves::{follow, moves};
use crate::ui::components::{icon, page as arrival};
use crate::ui::texts::{fill, t};

/// The sections, drawn anew when their number or order changes and not while a text is typed.
pub(super) fn part(desk: Desk) -> AnyView {
    let sections = move || {
        desk.shape.track();
        desk.release.with_untracked(|release| {
            let sections = release.sections.iter().enumerate();
            sections
                .map(|(place, part)| section(desk, place, part))
                .collect::<Vec<_>>()
        })
    };
    (move || {
        desk.shape.track();
        let empty = desk.release.with_untracked(|release| release.sections.is_empty());
        (!empty).then(|| {
            view! {
                <fieldset class="group">
                    <legend class="group-title">{t(Text::ComposeSections)}</legend>
                    <div class="items">{sections}</div>
                </fieldset>
            }
        })
    })
    .into_any()
}

fn section(desk: Desk, place: usize, section: &Section) -> AnyView {
    let items: Vec<_> = section
        .items
        .iter()
        .enumerate()
        .map(|(item, part)| item_of(desk, place, item, part))
        .collect();
    let name = name_of(&section.heading, Text::ComposeSectionN, place);
    let id = ["s", &place.to_string()].concat();
    let step = move |step: Step| {
        let mut to = None;
        desk.arrange(|release| to = move_section(release, place, step));
        follow(to.map(|to| ["s", &to.to_string()].concat()), step);
    };
    view! {
        <div class="item" role="group" aria-label=name.clone()>
            {moves(&id, &name, step)}
            {text(
                desk,
                [&id, "-heading"].concat(),
                Text::FieldHeading,
                Shape::Line,
                move |release| release.sections[place].heading.clone(),
                move |release, text| set_section(release, place, |section| section.heading = text),
            )}
            {text(
                desk,
                [&id, "-intro"].concat(),
                Text::ComposeIntro,
                Shape::Paragraphs,
                move |release| release.sections[place].intro.clone(),
                move |release, text| set_section(release, place, |section| section.intro = text),
            )}
            {items}
        </div>
    }
    .into_any()
}

fn item_of(desk: Desk, section: usize, place: usize, item: &Item) -> AnyView {
    let name = name_of(&item.title, Text::ComposeItemN, place);
    let id = element(section, place);
    let step = move |step: Step| {
        let mut to = None;
        desk.arrange(|release| to = move_item(release, (section, place), step));
        follow(to.map(|(section, place)| element(section, place)), step);
    };
    let remove = move |_| {
        desk.arrange(|release| set_section(release, section, |section| drop(section.items.remove(place))));
        document::focus_id("title");
        arrival::announce(t(Text::ComposeItemGone));
    };
    let label = fill(Text::ComposeTakeOutOf, &[("name", &name)]);
    view! {
        <div class="item item-inner" role="group" aria-label=name.clone()>
            {moves(&id, &name, step)}
            {text(
                desk,
                [&id, "-title"].concat(),
                Text::FieldTitle,
                Shape::Line,
                move |release| release.sections[section].items[place].title.clone(),
                move |release, text| set_item(release, (section, place), |item| item.title = text),
            )}
            {text(
                desk,
                [&id, "-text"].concat(),
                Text::FieldText,
                Shape::Paragraphs,
                move |release| release.sections[section].items[place].text.clone(),
                move |release, text| set_item(release, (section, place), |item| item.text = text),
            )}
            <button type="button" class="button button-quiet" aria-label=label on:click=remove>
                {icon::icon(icon::TRASH)}
                {t(Text::ComposeTakeOut)}
            </button>
        </div>
    }
    .into_any()
}

fn element(section: usize, place: usize) -> String {
    ["s", &section.to_string(), "-i", &place.to_string()].concat()
}

fn name_of(text: &str, fallback: Text, place: usize) -> String {
    if text.is_empty() {
        fill(fallback, &[("n", &(place + 1).to_string())])
    } else {
        text.to_owned()
    }
}

/// A text that is typed while its part was just taken out has nowhere to go.
fn set_section(release: &mut Communique, place: usize, set: impl FnOnce(&mut Section)) {
    if let Some(section) = release.sections.get_mut(place) {
        set(section);
    }
}

fn set_item(release: &mut Communique, at: (usize, usize), set: impl FnOnce(&mut Item)) {
    set_section(release, at.0, |section| {
        if let Some(item) = section.items.get_mut(at.1) {
            set(item);
        }
    });
}
