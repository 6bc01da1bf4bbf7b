//! A total in parts: a table whose rows are bars.

use leptos::prelude::*;

use super::table;
use crate::domain::charts::{Part, by_place, by_theme};
use crate::domain::initiative::Initiative;
use crate::domain::totals::Total;
use crate::i18n::{Plural, Text};
use crate::ui::components::{quantities, theme};
use crate::ui::texts::{content_lang, count, lang, t};
use crate::workspace::Workspace;

/// How many parts have a row of their own; the others share one.
const ROWS: usize = 12;

/// What a total is parted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum By {
    /// The theme.
    Theme,
    /// Where it was made.
    Place,
}

/// A total in parts; nothing where it has but one.
pub(super) fn parts(
    workspace: &Workspace,
    initiatives: &[&Initiative],
    total: &Total,
    by: By,
) -> Option<AnyView> {
    let (id, heading, of, parts) = match by {
        By::Theme => (
            "figures-theme",
            Text::FiguresByTheme,
            Text::FiguresTheme,
            by_theme(initiatives, total),
        ),
        By::Place => (
            "figures-place",
            Text::FiguresByPlace,
            Text::FiguresPlace,
            by_place(initiatives, total),
        ),
    };
    let largest = parts.first()?.value;
    if parts.len() < 2 || largest <= 0.0 {
        return None;
    }
    // One that would stand alone in the shared row has its own.
    let (own, shared) = parts.split_at(if parts.len() > ROWS + 1 { ROWS } else { parts.len() });
    let mut rows: Vec<AnyView> = own
        .iter()
        .map(|part| {
            let (mark, name) = match by {
                By::Theme => theme_of(workspace, part),
                By::Place => (None, place_of(part)),
            };
            let class = theme::class(mark);
            let name = view! { {theme::mark(mark)} <span lang=content_lang()>{name}</span> };
            row(class, name.into_any(), part.value, part.approximate, largest)
        })
        .collect();
    if !shared.is_empty() {
        let name = count(Plural::FiguresOthers, shared.len());
        let value = shared.iter().map(|part| part.value).sum();
        let approximate = shared.iter().any(|part| part.approximate);
        rows.push(row("", name.into_any(), value, approximate, largest));
    }
    let view = view! {
        <section class="panel stack" aria-labelledby=id>
            <h2 class="panel-title" id=id>{t(heading)}</h2>
            {table(id, of, "visually-hidden", rows)}
        </section>
    };
    Some(view.into_any())
}

fn row(class: &'static str, name: AnyView, value: f64, approximate: bool, largest: f64) -> AnyView {
    let width = (value / largest * 100.0).clamp(0.5, 100.0).to_string();
    view! {
        <tr class=class>
            <th scope="row">
                {name}
                <svg class="chart-bar" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true" focusable="false">
                    <rect width=width height="1"></rect>
                </svg>
            </th>
            <td>{quantities::value(value, approximate)}</td>
        </tr>
    }
    .into_any()
}

/// The place of a part's theme among the themes, and its name.
fn theme_of(workspace: &Workspace, part: &Part) -> (Option<usize>, String) {
    let place = theme::place(workspace, part.first.theme.as_ref());
    let theme = place.map(|place| workspace.shown().themes[place].name(lang().code()).to_owned());
    (
        place,
        theme.unwrap_or_else(|| t(Text::CatalogueNoTheme).to_owned()),
    )
}

/// The commune of a part, or the area.
fn place_of(part: &Part) -> String {
    let place = &part.first.place;
    let named = [&place.commune, &place.area];
    let named = named.into_iter().find(|name| !name.is_empty()).cloned();
    named.unwrap_or_else(|| t(Text::FiguresNowhere).to_owned())
}
