//! The passages of press releases that an initiative was read from, as they were read: for an editor, folded
//! away, on the initiative's page and beside its form.

use leptos::prelude::*;

use crate::browser::document;
use crate::domain::excerpt::Excerpt;
use crate::domain::id::Id;
use crate::i18n::Text;
use crate::state::{App, use_app};
use crate::ui::components::icon;
use crate::ui::components::notices::not_kept;
use crate::ui::texts::{about, content_lang, date, fill, t};

/// The passages of an initiative, while the editor's tools are shown.
pub(in crate::ui::pages) fn passages(initiative: Id) -> AnyView {
    let app = use_app();
    // Drawn anew where they are others, and not at each change of something else: one may stand open beside a
    // form.
    let kept = Memo::new(move |_| {
        app.workspace.track();
        if app.is_editor() {
            app.passages_of(&initiative)
        } else {
            Vec::new()
        }
    });
    (move || {
        let rows: Vec<_> = kept.get().into_iter().map(|kept| passage(app, kept)).collect();
        (!rows.is_empty()).then(|| view! { <div class="stack no-print">{rows}</div> })
    })
    .into_any()
}

fn passage(app: App, kept: Excerpt) -> AnyView {
    let which = name_of(&kept);
    let title = fill(Text::PassageTitle, &[("which", &which)]);
    let label = about(t(Text::PassageErase), &which);
    let release = (!kept.title.is_empty())
        .then(|| view! { <p class="soft small" lang=content_lang()>{kept.title.clone()}</p> });
    let text = kept.text.clone();
    view! {
        <details class="source">
            <summary>{title}</summary>
            <div class="stack passage">
                {release}
                <blockquote class="passage-text" lang=content_lang()>{text}</blockquote>
                <p class="soft small">{t(Text::PassageHere)}</p>
                <p class="actions">
                    <button type="button" class="button" aria-label=label on:click=move |_| erase(app, &kept)>
                        {icon::icon(icon::TRASH)}
                        {t(Text::PassageErase)}
                    </button>
                </p>
            </div>
        </details>
    }
    .into_any()
}

/// « n° 9 du 14 mai 2020 », or as much of it as the press release says.
fn name_of(kept: &Excerpt) -> String {
    let number = kept.number.map(|number| number.to_string());
    match (number, kept.date) {
        (Some(number), Some(day)) => fill(
            Text::PassageNumberDate,
            &[("number", &number), ("date", &date(day))],
        ),
        (Some(number), None) => fill(Text::PassageNumber, &[("number", &number)]),
        (None, Some(day)) => fill(Text::PassageDate, &[("date", &date(day))]),
        (None, None) => fill(Text::PassageKept, &[("date", &date(kept.at.date()))]),
    }
}

fn erase(app: App, kept: &Excerpt) {
    match app.erase_passage(kept) {
        Ok(undo) => {
            app.notices.undoable(t(Text::PassageErased), undo);
            // Its button is gone once the page is drawn anew.
            request_animation_frame(|| document::focus("h1"));
        }
        Err(error) => app.notices.bad(not_kept(error)),
    }
}
