//! What of the source belongs to no entry: shown, so that no sentence of it disappears.

use leptos::prelude::*;

use super::desk::{Desk, PAGE};
use super::entry::card_id;
use crate::browser::chance;
use crate::communique::read::LeftOverKind;
use crate::domain::text::clean_line;
use crate::i18n::{Plural, Text};
use crate::ui::components::{icon, more};
use crate::ui::texts::{content_lang, count, fill, t};
use crate::workspace::intake::Intake;

/// What was left over.
pub(super) fn part(desk: Desk) -> AnyView {
    let limit = RwSignal::new(PAGE);
    (move || {
        desk.shape.track();
        let all = desk
            .intake
            .with_untracked(|intake| intake.iter().flat_map(Intake::left_to_check).count());
        let rows = move || {
            let limit = limit.get();
            desk.intake.with_untracked(|intake| {
                let left = intake.iter().flat_map(Intake::left_to_check).take(limit);
                let rows = left.map(|(place, left, text)| row(desk, place, left.kind, text));
                rows.collect::<Vec<_>>()
            })
        };
        (all > 0).then(|| {
            view! {
                <section class="stack" aria-labelledby="left-t">
                    <h2 id="left-t">{count(Plural::ImporterLeft, all)}</h2>
                    <p class="soft">{t(Text::ImporterLeftText)}</p>
                    <ul class="items">{rows}</ul>
                    {move || more::of_rows(all, limit, PAGE, Text::CatalogueMore)}
                </section>
            }
        })
    })
    .into_any()
}

fn row(desk: Desk, place: usize, kind: LeftOverKind, text: &str) -> AnyView {
    let text = clean_line(text).into_owned();
    let kind = match kind {
        LeftOverKind::Text => Text::ImporterPartLeft,
        LeftOverKind::Frame => Text::ImporterPartFrame,
        LeftOverKind::PressContact => Text::ImporterPartPress,
    };
    let begin: String = text.chars().take(40).collect();
    let label = fill(Text::ImporterTakeUpOf, &[("text", &begin)]);
    let take_up = move |_| {
        let mut taken = None;
        desk.arrange(Text::ImporterTaken, |intake| {
            taken = desk
                .app
                .reread(intake, |intake, reread| {
                    intake.take_up(place, reread, &mut chance::new_id)
                })
                .flatten();
        });
        let entry = taken.and_then(|taken| {
            desk.intake.with_untracked(|intake| {
                let id = intake.as_ref()?.entries.get(taken)?.id.clone();
                Some((taken, id))
            })
        });
        if let Some((taken, id)) = entry {
            desk.reveal(taken, card_id(&id));
        }
    };
    view! {
        <li class="item">
            <p class="soft small">{t(kind)}</p>
            <p lang=content_lang()>{text}</p>
            <button type="button" class="button" aria-label=label on:click=take_up>
                {icon::icon(icon::PLUS)}
                {t(Text::ImporterTakeUp)}
            </button>
        </li>
    }
    .into_any()
}
