//! The texts of a release that stand around its sections.

use leptos::prelude::*;

use super::desk::Desk;
use crate::domain::communique::Communique;
use crate::domain::date::Date;
use crate::domain::text::{clean_line, clean_lines};
use crate::i18n::Text;
use crate::ui::texts::t;

/// How a text of a release is typed.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Shape {
    /// On one line.
    Line,
    /// In paragraphs.
    Paragraphs,
}

/// A labelled text of the release.
pub(super) fn text(
    desk: Desk,
    id: String,
    label: Text,
    shape: Shape,
    get: impl Fn(&Communique) -> String,
    set: impl Fn(&mut Communique, String) + Copy + 'static,
) -> AnyView {
    let value = desk.release.with_untracked(get);
    let write = move |typed: String| {
        let clean = match shape {
            Shape::Line => clean_line(&typed).into_owned(),
            Shape::Paragraphs => clean_lines(&typed).into_owned(),
        };
        desk.write(move |release| set(release, clean));
    };
    let control = match shape {
        Shape::Line => view! {
            <input
                class="input"
                id=id.clone()
                type="text"
                autocomplete="off"
                maxlength="300"
                value=value
                on:input=move |event| write(event_target_value(&event))
                on:change=move |_| desk.keep()
            />
        }
        .into_any(),
        Shape::Paragraphs => view! {
            <textarea
                class="input"
                id=id.clone()
                rows="4"
                maxlength="10000"
                prop:value=value
                on:input=move |event| write(event_target_value(&event))
                on:change=move |_| desk.keep()
            ></textarea>
        }
        .into_any(),
    };
    view! {
        <div class="field">
            <label class="field-label" for=id>{t(label)}</label>
            {control}
        </div>
    }
    .into_any()
}

/// What stands over the sections. Drawn anew when a sum was put into the lead.
pub(super) fn head(desk: Desk) -> AnyView {
    let fields = move || {
        desk.shape.track();
        let of =
            |id: &str, label, shape, get: fn(&Communique) -> &String, set: fn(&mut Communique, String)| {
                text(
                    desk,
                    id.to_owned(),
                    label,
                    shape,
                    move |release| get(release).clone(),
                    set,
                )
            };
        view! {
            <div class="fields">{number(desk)} {day(desk)}</div>
            {of("c-place", Text::ComposePlace, Shape::Line, |it| &it.place, |it, text| it.place = text)}
            {of("c-letterhead", Text::FieldLetterhead, Shape::Paragraphs, |it| &it.letterhead, |it, text| it.letterhead = text)}
            {of("c-title", Text::FieldTitle, Shape::Line, |it| &it.title, |it, text| it.title = text)}
            {of("c-lead", Text::FieldLead, Shape::Paragraphs, |it| &it.lead, |it, text| it.lead = text)}
        }
    };
    view! {
        <fieldset class="group">
            <legend class="group-title">{t(Text::ComposeHead)}</legend>
            {fields}
        </fieldset>
    }
    .into_any()
}

/// What stands under the sections.
pub(super) fn end(desk: Desk) -> AnyView {
    let of = |id: &str, label, shape, get: fn(&Communique) -> &String, set: fn(&mut Communique, String)| {
        text(
            desk,
            id.to_owned(),
            label,
            shape,
            move |release| get(release).clone(),
            set,
        )
    };
    view! {
        <fieldset class="group">
            <legend class="group-title">{t(Text::ComposeEnd)}</legend>
            {of("c-closing", Text::FieldClosing, Shape::Paragraphs, |it| &it.closing, |it, text| it.closing = text)}
            {of("c-signatory", Text::FieldSignatory, Shape::Line, |it| &it.signatory, |it, text| it.signatory = text)}
            {of("c-press", Text::FieldPressContact, Shape::Paragraphs, |it| &it.press_contact, |it, text| it.press_contact = text)}
        </fieldset>
    }
    .into_any()
}

fn number(desk: Desk) -> AnyView {
    let value = desk.release.with_untracked(|release| release.number);
    let value = value.map_or_else(String::new, |number| number.to_string());
    view! {
        <div class="field">
            <label class="field-label" for="c-number">{t(Text::FieldNumber)}</label>
            <input
                class="input input-short"
                id="c-number"
                type="text"
                inputmode="numeric"
                autocomplete="off"
                value=value
                on:input=move |event| {
                    let number = event_target_value(&event).trim().parse().ok();
                    desk.write(move |release| release.number = number);
                }
                on:change=move |_| desk.keep()
            />
        </div>
    }
    .into_any()
}

fn day(desk: Desk) -> AnyView {
    let value = desk.release.with_untracked(|release| release.date);
    view! {
        <div class="field">
            <label class="field-label" for="c-date">{t(Text::FieldDate)}</label>
            <input
                class="input"
                id="c-date"
                type="date"
                value=value.map(|date| date.to_string())
                on:input=move |event| {
                    let date = Date::parse(&event_target_value(&event));
                    desk.write(move |release| release.date = date);
                }
                on:change=move |_| desk.keep()
            />
        </div>
    }
    .into_any()
}
