//! Initiatives as rows: of a mark, of all communes, of no place.

use leptos::prelude::*;

use super::Chart;
use crate::domain::initiative::Initiative;
use crate::domain::map::sites::by_commune;
use crate::i18n::{Plural, Text};
use crate::route::Page;
use crate::state::use_app;
use crate::ui::components::card::{self, Translated};
use crate::ui::components::more::{self, PAGE};
use crate::ui::components::theme;
use crate::ui::texts::{count, t};
use crate::workspace::Workspace;

/// What the place of an initiative is called.
pub(super) fn name(initiative: &Initiative) -> &str {
    let place = &initiative.place;
    let known = [&place.commune, &place.area]
        .into_iter()
        .find(|name| !name.is_empty());
    known.map_or_else(|| t(Text::MapNoPlace), String::as_str)
}

/// An initiative: the mark of its theme, its title, who carries it, and its place where that is asked for.
fn row(workspace: &Workspace, initiative: &Initiative, placed: bool) -> AnyView {
    let place = theme::place(workspace, initiative.theme.as_ref());
    let title = Translated::of(initiative, "title");
    let line = placed.then(|| card::place_line(initiative));
    let line = line.map(|line| {
        if line.is_empty() {
            t(Text::MapNoPlace).to_owned()
        } else {
            line
        }
    });
    view! {
        <li class=theme::class(place)>
            {theme::mark(place)}
            <span>
                <a href=Page::Initiative.href_of(&initiative.id) lang=title.lang>{title.text}</a>
                {line.map(|line| view! { <span class="map-row-place soft small">{line}</span> })}
            </span>
        </li>
    }
    .into_any()
}

/// Rows under the names of their communes. One commune alone is named only where that is asked for.
pub(super) fn groups(workspace: &Workspace, found: &[&Initiative], name_alone: bool) -> AnyView {
    let groups = by_commune(found.iter().map(|initiative| name(initiative)).enumerate());
    let headed = name_alone || groups.len() > 1;
    let groups: Vec<_> = groups
        .into_iter()
        .map(|(name, numbers)| {
            let rows = numbers.iter().map(|number| row(workspace, found[*number], false));
            let heading = headed.then(|| view! { <h3 class="map-commune">{name.to_owned()}</h3> });
            view! { <div>{heading}<ul class="map-rows">{rows.collect_view()}</ul></div> }
        })
        .collect();
    view! { <div class="map-groups">{groups}</div> }.into_any()
}

/// Everything that is on the map, commune by commune: the same for who does not see it.
pub(super) fn by_place(chart: Chart) -> AnyView {
    let app = use_app();
    let shown = RwSignal::new(PAGE);
    // In the order of their communes, whatever order was asked for, so that a page of the list ends somewhere
    // in the alphabet.
    let placed = Memo::new(move |_| {
        let placed = app.with_workspace(|workspace| {
            let entries = &workspace.shown().initiatives;
            chart.scene.with(|scene| {
                let drawn = scene.drawn();
                // They stand in their order.
                let is_placed = |number: &usize| drawn.sited.nowhere.binary_search(number).is_err();
                let positions = (0..drawn.found.len()).filter(is_placed);
                let positions = positions.map(|number| drawn.found[number]);
                let named = positions.map(|position| (position, name(&entries[position])));
                by_commune(named)
                    .into_iter()
                    .flat_map(|(_, positions)| positions)
                    .collect::<Vec<usize>>()
            })
        });
        placed.unwrap_or_default()
    });
    let rows = move || {
        app.with_workspace(|workspace| {
            placed.with(|placed| {
                let entries = &workspace.shown().initiatives;
                let found = placed.iter().take(shown.get());
                let found: Vec<&Initiative> = found.filter_map(|position| entries.get(*position)).collect();
                groups(workspace, &found, true)
            })
        })
    };
    let how_many = Memo::new(move |_| placed.with(Vec::len));
    (move || {
        (how_many.get() > 0).then(|| {
            view! {
                <section class="stack" aria-labelledby="map-list-t">
                    <h2 id="map-list-t">{t(Text::MapList)}</h2>
                    {rows}
                    {move || more::more(how_many.get(), shown, Plural::CatalogueCount)}
                </section>
            }
        })
    })
    .into_any()
}

/// What is on no map: of a whole area, of the whole department, of a commune whose place nobody knows.
pub(super) fn nowhere(chart: Chart) -> AnyView {
    let app = use_app();
    let shown = RwSignal::new(PAGE);
    let nowhere = Memo::new(move |_| {
        chart.scene.with(|scene| {
            let drawn = scene.drawn();
            let numbers = drawn.sited.nowhere.iter();
            numbers.map(|number| drawn.found[*number]).collect::<Vec<usize>>()
        })
    });
    let rows = move || {
        app.with_workspace(|workspace| {
            nowhere.with(|nowhere| {
                let entries = &workspace.shown().initiatives;
                let found = nowhere.iter().take(shown.get());
                let found = found.filter_map(|position| entries.get(*position));
                found
                    .map(|initiative| row(workspace, initiative, true))
                    .collect_view()
            })
        })
    };
    let how_many = Memo::new(move |_| nowhere.with(Vec::len));
    (move || {
        let many = how_many.get();
        (many > 0).then(|| {
            view! {
                <section class="stack" aria-labelledby="map-nowhere-t">
                    <h2 id="map-nowhere-t">{count(Plural::MapNowhere, many)}</h2>
                    <p class="soft">{t(Text::MapNowhereText)}</p>
                    <ul class="map-rows">{rows}</ul>
                    {move || more::more(many, shown, Plural::CatalogueCount)}
                </section>
            }
        })
    })
    .into_any()
}
