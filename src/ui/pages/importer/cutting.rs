//! Where an entry is cut in two.

use leptos::prelude::*;

use super::desk::Desk;
use super::entry::card_id;
use crate::browser::chance;
use crate::i18n::Text;
use crate::ui::texts::{content_lang, t};
use crate::workspace::intake::Cut;

/// The sentences that the second half may begin with.
pub(super) fn choices(desk: Desk, place: usize) -> AnyView {
    let cuts = desk
        .intake
        .with_untracked(|intake| intake.as_ref().map(|intake| intake.cuts(place)));
    let rows: Vec<_> = cuts
        .into_iter()
        .flatten()
        .map(|cut| choice(desk, place, cut))
        .collect();
    if rows.is_empty() {
        return view! { <p>{t(Text::ImporterCutNowhere)}</p> }.into_any();
    }
    view! {
        <p id="cut-t">{t(Text::ImporterCutWhere)}</p>
        <ul class="items" aria-labelledby="cut-t">{rows}</ul>
    }
    .into_any()
}

fn choice(desk: Desk, place: usize, cut: Cut) -> AnyView {
    let at = cut.at;
    let split = move |_| {
        desk.arrange(Text::ImporterWasCut, |intake| {
            // A text that was read once can be read again.
            let _done = desk.app.reread(intake, |intake, reread| {
                intake.split(place, at, reread, &mut chance::new_id);
            });
        });
        let second = desk.intake.with_untracked(|intake| {
            let entries = intake
                .as_ref()
                .map(|intake| intake.entries.get(place + 1).map(|it| it.id.clone()));
            entries.flatten()
        });
        if let Some(second) = second {
            desk.reveal(place + 1, card_id(&second));
        }
    };
    view! {
        <li>
            <button type="button" class="button button-wide" lang=content_lang() on:click=split>{cut.text}</button>
        </li>
    }
    .into_any()
}
