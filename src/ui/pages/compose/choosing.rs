//! Choosing what goes in: every initiative by theme, with what it is to this number.

use leptos::prelude::*;

use super::desk::Desk;
use crate::communique::compose::arrange::{take_in, take_out, tells_of};
use crate::communique::compose::propose::{News, news};
use crate::domain::id::Id;
use crate::domain::order;
use crate::i18n::{Plural, Text};
use crate::ui::components::more;
use crate::ui::texts::{count, t};
use crate::workspace::Workspace;

/// How many initiatives a list holds at first and at each « Afficher plus ».
const PAGE: usize = 50;

/// One initiative to choose.
#[derive(Clone, PartialEq)]
struct Choice {
    id: Id,
    title: String,
    place: String,
    news: News,
}

/// The list of what can go in, what is new first.
pub(super) fn part(desk: Desk) -> AnyView {
    let series = Memo::new(move |_| desk.release.with(|release| release.series.clone()));
    let choices = Memo::new(move |_| choices(desk, &series.get()));
    let shown = RwSignal::new(PAGE);
    let chosen = move || {
        desk.release
            .with(|release| count(Plural::ComposeChosen, release.item_count()))
    };
    let rows = move || {
        let visible = shown.get();
        choices.with(|choices| {
            choices
                .iter()
                .take(visible)
                .map(|choice| row(desk, choice))
                .collect::<Vec<_>>()
        })
    };
    let more = move || more::of_rows(choices.with(Vec::len), shown, PAGE, Text::ComposeMore);
    view! {
        <fieldset class="group">
            <legend class="group-title">{t(Text::ComposeChoose)}</legend>
            <p role="status">{chosen}</p>
            <details class="form-details">
                <summary>{t(Text::ComposeChooseList)}</summary>
                <ul class="items">{rows}</ul>
                {more}
            </details>
        </fieldset>
    }
    .into_any()
}

fn choices(desk: Desk, series: &str) -> Vec<Choice> {
    let changed = desk.app.changed_on();
    let listed = desk.app.with_workspace(|workspace| {
        let catalogue = workspace.shown();
        let news = news(catalogue, series, desk.app.today, &changed).into_iter();
        let mut listed: Vec<Choice> = news
            .map(|(place, news)| {
                let initiative = &catalogue.initiatives[place];
                let place = &initiative.place;
                Choice {
                    id: initiative.id.clone(),
                    title: initiative.title.clone(),
                    place: if place.commune.is_empty() {
                        &place.area
                    } else {
                        &place.commune
                    }
                    .clone(),
                    news,
                }
            })
            .collect();
        order::sort_by_key(&mut listed, |choice| rank(choice.news));
        listed
    });
    listed.unwrap_or_default()
}

const fn rank(news: News) -> u8 {
    match news {
        News::New => 0,
        News::Changed => 1,
        News::Told => 2,
    }
}

fn row(desk: Desk, choice: &Choice) -> AnyView {
    let (class, badge) = match choice.news {
        News::New => ("badge badge-new", Text::ComposeBadgeNew),
        News::Changed => ("badge badge-draft", Text::ComposeBadgeChanged),
        News::Told => ("badge", Text::ComposeBadgeTold),
    };
    let (id, own) = (choice.id.clone(), choice.id.clone());
    let toggle = move |event| {
        let wanted = event_target_checked(&event);
        desk.arrange(|release| {
            if !wanted {
                return take_out(release, &id);
            }
            desk.app.workspace.with_untracked(|workspace| {
                let catalogue = workspace.as_ref().map(Workspace::shown);
                if let Some((catalogue, initiative)) =
                    catalogue.and_then(|catalogue| Some((catalogue, catalogue.initiative(&id)?)))
                {
                    take_in(release, catalogue, initiative, desk.app.today);
                }
            });
        });
    };
    let place = (!choice.place.is_empty()).then(|| [" · ", &choice.place].concat());
    view! {
        <li>
            <label class="check">
                <input
                    class="check-input"
                    type="checkbox"
                    prop:checked=move || desk.release.with(|release| tells_of(release, &own))
                    on:change=toggle
                />
                <span>{choice.title.clone()} <span class="soft">{place}</span> " " <span class=class>{t(badge)}</span></span>
            </label>
        </li>
    }
    .into_any()
}
