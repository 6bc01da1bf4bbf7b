//! The source beside the entries. What was read of it is marked by a line under it and a letter, each kind
//! in its own way; touching a mark goes to its value, and touching a value comes back here.

use leptos::ev::MouseEvent;
use leptos::prelude::*;

use super::desk::Desk;
use super::words::kind_of;
use crate::browser::document;
use crate::communique::read::{LeftOverKind, tags};
use crate::domain::id::Id;
use crate::i18n::Text;
use crate::ui::texts::{content_lang, fill, t};
use crate::workspace::intake::{Entry, Fact, FactKind, Intake, Line, Part, Piece};

/// The element that folds the source away.
const SOURCE: &str = "importer-source";

/// The element of a value in the list of an entry.
pub(super) fn value_id(entry: &Entry, fact: &Fact) -> Option<String> {
    element("v-", entry, fact)
}

/// The element of a value in the source.
pub(super) fn mark_id(entry: &Entry, fact: &Fact) -> Option<String> {
    element("m-", entry, fact)
}

fn element(begin: &str, entry: &Entry, fact: &Fact) -> Option<String> {
    let place = entry.marks.iter().position(|mark| mark.fact == *fact)?;
    Some([begin, entry.id.as_str(), "-", &place.to_string()].concat())
}

/// The element where the source of an entry begins.
pub(super) fn passage_id(entry: &Id) -> String {
    ["p-", entry.as_str()].concat()
}

/// Shows an element of the source.
pub(super) fn show(element: &str) {
    document::unfold(SOURCE);
    document::focus_id(element);
}

/// Folds the source away where it would stand over a form.
pub(super) fn make_room() {
    if !document::is_wide() {
        document::fold(SOURCE);
    }
}

/// The source, as far as its entries are drawn, and what its marks mean.
pub(super) fn part(desk: Desk) -> AnyView {
    let lines = move || {
        desk.shape.track();
        let shown = desk.shown.get();
        desk.intake.with_untracked(|intake| {
            let intake = intake.as_ref()?;
            let tags = tags(&intake.source);
            let lines = intake.lines(0..intake.end_of(shown), &tags).into_iter();
            Some(lines.map(|shown| line(desk, intake, &shown)).collect::<Vec<_>>())
        })
    };
    view! {
        <details class="source" id=SOURCE open=document::is_wide()>
            <summary>{t(Text::ImporterSource)}</summary>
            <div class="source-text" tabindex="0" role="region" aria-label=t(Text::ImporterSource)>
                {legend()}
                <div lang=content_lang()>{lines}</div>
            </div>
        </details>
    }
    .into_any()
}

fn legend() -> AnyView {
    let kinds: Vec<_> = FactKind::ALL
        .into_iter()
        .map(|kind| {
            let (name, letter, class) = kind_of(kind);
            view! {
                <li>
                    <span class=["told told-", class].concat()>
                        {t(name)}
                        <sup aria-hidden="true">{t(letter)}</sup>
                    </span>
                </li>
            }
        })
        .collect();
    view! { <ul class="legend small" aria-label=t(Text::ImporterLegend)>{kinds}</ul> }.into_any()
}

fn line(desk: Desk, intake: &Intake, line: &Line) -> AnyView {
    let pieces: Vec<_> = line
        .pieces
        .iter()
        .map(|shown| piece(desk, intake, shown))
        .collect();
    let head = line.first.then(|| head(desk, intake, line.part)).flatten();
    let class = match (line.part, line.gap) {
        (Part::Entry(_), false) => "source-own",
        (Part::Entry(_), true) => "source-own source-gap",
        (_, true) => "source-gap",
        (_, false) => "",
    };
    view! { {head} <p class=class>{pieces}</p> }.into_any()
}

/// What the lines below belong to.
fn head(desk: Desk, intake: &Intake, part: Part) -> Option<AnyView> {
    let text = match part {
        Part::Entry(place) => {
            let entry = intake.entries.get(place)?;
            let text = fill(Text::ImporterEntryN, &[("n", &(place + 1).to_string())]);
            let to = super::entry::card_id(&entry.id);
            let address = ["#", &to].concat();
            let go = move |event: MouseEvent| {
                // An address with a fragment would resolve against the base and leave the page.
                event.prevent_default();
                desk.reveal(place, to.clone());
            };
            let id = passage_id(&entry.id);
            return Some(
                view! { <p class="source-part"><a href=address id=id on:click=go>{text}</a></p> }.into_any(),
            );
        }
        Part::Release => Text::ImporterPartRelease,
        Part::Left(_, LeftOverKind::Text) => Text::ImporterPartLeft,
        Part::Left(_, LeftOverKind::Frame) => Text::ImporterPartFrame,
        Part::Left(_, LeftOverKind::PressContact) => Text::ImporterPartPress,
    };
    Some(view! { <p class="source-part soft">{t(text)}</p> }.into_any())
}

fn piece(desk: Desk, intake: &Intake, piece: &Piece) -> AnyView {
    let text = piece.text.to_owned();
    let Some((entry, fact)) = &piece.mark else {
        return text.into_any();
    };
    let place = intake.place_of(entry);
    let known = place.and_then(|place| intake.entries.get(place));
    let (name, letter, class) = kind_of(fact.kind());
    let class = ["told told-", class].concat();
    let ids = known.and_then(|entry| Some((mark_id(entry, fact)?, value_id(entry, fact)?)));
    let Some(((mark, value), place)) = ids.zip(place) else {
        return text.into_any();
    };
    if !piece.first {
        // The rest of a value that goes on over the end of a line.
        return view! { <span class=class>{text}</span> }.into_any();
    }
    let address = ["#", &value].concat();
    let go = move |event: MouseEvent| {
        event.prevent_default();
        // The open form of an entry stands in the place of its values.
        desk.open.set(None);
        desk.reveal(place, value.clone());
    };
    view! {
        <a class=class id=mark href=address on:click=go>
            <span class="visually-hidden">{fill(Text::ImporterMark, &[("kind", t(name))])}</span>
            {text}
            <sup aria-hidden="true">{t(letter)}</sup>
        </a>
    }
    .into_any()
}
