//! What the marks mean, with the choice of a theme, and what is filtered by.

use leptos::prelude::*;

use super::Chart;
use crate::domain::id::Id;
use crate::domain::search::{Filter, Sort};
use crate::i18n::Text;
use crate::route::{Page, listing};
use crate::state::use_app;
use crate::ui::components::{active, icon, theme};
use crate::ui::texts::{fill, lang, t};
use crate::workspace::Workspace;

fn href(filter: &Filter) -> String {
    listing::href_on(Page::Map, filter)
}

/// The active filters, each a link to the same map without it.
pub(super) fn chips(chart: Chart) -> AnyView {
    let app = use_app();
    (move || {
        let filter = chart.filter.get();
        // A map has no order.
        let unordered = Filter {
            sort: Sort::Relevance,
            ..filter.clone()
        };
        let mut active = active::active(app, &unordered);
        if !filter.text.is_empty() {
            let without = Filter {
                text: String::new(),
                ..filter.clone()
            };
            active.insert(0, (fill(Text::MapWords, &[("words", &filter.text)]), without));
        }
        (!active.is_empty()).then(|| {
            let chips = active.into_iter().map(|(label, without)| {
                view! {
                    <li>
                        <a class="chip" href=href(&without)>
                            <span class="visually-hidden">{t(Text::FilterRemove)} " "</span>
                            {label}
                            {icon::icon(icon::CLOSE)}
                        </a>
                    </li>
                }
            });
            view! { <ul class="chips" aria-label=t(Text::FilterActive)>{chips.collect_view()}</ul> }
        })
    })
    .into_any()
}

/// The themes that are found, each a link to it alone, and what else a mark says.
pub(super) fn legend(chart: Chart) -> AnyView {
    let app = use_app();
    let themes = move || {
        app.with_workspace(|workspace| {
            let filter = chart.filter.get();
            chart.scene.with(|scene| {
                let drawn = scene.drawn();
                let untold = drawn.themes.contains(&None);
                themes(workspace, &filter, &drawn.choices, untold)
            })
        })
    };
    let approximate = move || {
        let any = chart.scene.with(|scene| {
            let localities = &scene.drawn().sited.localities;
            localities.iter().any(|place| place.approximate)
        });
        any.then(|| view! { <p class="soft small">{t(Text::MapApproximate)}</p> })
    };
    view! {
        <section class="map-legend stack" aria-labelledby="map-legend-t">
            <h2 class="panel-title" id="map-legend-t">{t(Text::MapLegend)}</h2>
            {themes}
            <p class="soft small">{t(Text::MapNumber)}</p>
            {approximate}
            <p class="soft small">
                {t(Text::MapSources)} " "
                <a href=Page::About.href()>{t(Text::AboutSources)}</a>
            </p>
        </section>
    }
    .into_any()
}

fn themes(workspace: &Workspace, filter: &Filter, choices: &[(Id, usize)], untold: bool) -> AnyView {
    let known = workspace.shown().themes.iter().enumerate();
    let theme = known.filter_map(|(place, theme)| {
        let (_, how_many) = choices.iter().find(|(id, _)| *id == theme.id)?;
        let current = filter.theme.as_ref() == Some(&theme.id);
        let choice = Filter {
            theme: (!current).then(|| theme.id.clone()),
            ..filter.clone()
        };
        Some(view! {
            <li class=theme::class(Some(place))>
                <a class="map-theme" href=href(&choice) aria-current=current.then_some("true")>
                    {theme::mark(Some(place))}
                    <span>{theme.name(lang().code()).to_owned()}</span>
                    <span class="theme-count">{how_many.to_string()}</span>
                </a>
            </li>
        })
    });
    let other = untold.then(|| {
        view! {
            <li>
                <span class="map-theme">
                    <svg class="mark map-other" aria-hidden="true" focusable="false" viewBox="0 0 24 24">
                        <circle cx="12" cy="12" r="9" />
                    </svg>
                    {t(Text::CatalogueNoTheme)}
                </span>
            </li>
        }
    });
    view! { <ul class="map-themes">{theme.collect_view()}{other}</ul> }.into_any()
}
