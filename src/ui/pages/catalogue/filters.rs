//! The filters, and the ones that are active as chips that take them away.

use leptos::prelude::*;

use super::Listing;
use crate::browser::document;
use crate::domain::code::Insee;
use crate::domain::id::Id;
use crate::domain::search::{Filter, Sort, StatusFilter};
use crate::i18n::Text;
use crate::route::Page;
use crate::route::listing;
use crate::state::{App, use_app};
use crate::ui::components::{active, choice, icon};
use crate::ui::texts::t;

/// The filters, folded away: on a phone they would stand before what was found. The chips name those that are on.
pub(super) fn filters(listing: Listing) -> AnyView {
    let app = use_app();
    let filter = listing.filter;
    let themes = move || {
        let current = shown(listing, |filter| {
            filter
                .theme
                .as_ref()
                .map_or_else(String::new, ToString::to_string)
        });
        let choose = move |value: String| change(listing, &|filter| filter.theme = Id::parse(&value));
        choice::select(
            "f-theme",
            t(Text::FilterTheme),
            choice::themes(app),
            current,
            choose,
        )
    };
    let communes = move || {
        let current = shown(listing, |filter| {
            filter
                .commune
                .as_ref()
                .map_or_else(String::new, |code| code.as_str().to_owned())
        });
        let choose = move |value: String| change(listing, &|filter| filter.commune = Insee::parse(&value));
        choice::select(
            "f-commune",
            t(Text::FilterCommune),
            commune_options(app, listing),
            current,
            choose,
        )
    };
    view! {
        <details class="filters" open=document::is_wide() && filter.with_untracked(is_narrowed)>
            <summary class="filters-summary">
                {icon::icon(icon::FILTER)} <span>{t(Text::FilterTitle)}</span> {icon::icon(icon::DOWN)}
            </summary>
            <div class="filters-body">
                {themes}
                {communes}
                {status(listing)}
                {sort(listing)}
                <label class="check">
                    <input
                        class="check-input"
                        type="checkbox"
                        id="f-besoins"
                        prop:checked=move || filter.with(|filter| filter.open_needs)
                        on:change=move |event| {
                            let ticked = event_target_checked(&event);
                            change(listing, &|filter| filter.open_needs = ticked);
                        }
                    />
                    <span>{t(Text::FilterNeeds)}</span>
                </label>
                {nearest_hint(filter)}
            </div>
        </details>
    }
    .into_any()
}

fn status(listing: Listing) -> AnyView {
    let statuses = [
        (StatusFilter::All, Text::FilterStatusAll),
        (StatusFilter::Running, Text::FilterStatusRunning),
        (StatusFilter::Ended, Text::FilterStatusEnded),
    ];
    choice::select(
        "f-statut",
        t(Text::FilterStatus),
        statuses
            .map(|(status, text)| (listing::status_code(status).to_owned(), t(text).to_owned()))
            .into(),
        shown(listing, |filter| listing::status_code(filter.status).to_owned()),
        move |value| {
            let wanted = statuses
                .iter()
                .find(|(status, _)| listing::status_code(*status) == value);
            change(listing, &|filter| {
                filter.status = wanted.map_or_else(StatusFilter::default, |(status, _)| *status);
            });
        },
    )
}

fn sort(listing: Listing) -> AnyView {
    let sorts = [
        (Sort::Relevance, Text::FilterSortRelevance),
        (Sort::Nearest, Text::FilterSortNearest),
        (Sort::Recent, Text::FilterSortRecent),
        (Sort::Title, Text::FilterSortTitle),
    ];
    choice::select(
        "f-tri",
        t(Text::FilterSort),
        sorts
            .map(|(sort, text)| (listing::sort_code(sort).to_owned(), t(text).to_owned()))
            .into(),
        shown(listing, |filter| listing::sort_code(filter.sort).to_owned()),
        move |value| {
            let wanted = sorts.iter().find(|(sort, _)| listing::sort_code(*sort) == value);
            change(listing, &|filter| {
                filter.sort = wanted.map_or_else(Sort::default, |(sort, _)| *sort);
            });
        },
    )
}

/// Goes to the list with a filter changed.
fn change(listing: Listing, change: &dyn Fn(&mut Filter)) {
    let mut filter = listing.filter.get_untracked();
    change(&mut filter);
    listing.go.run(filter);
}

/// What a choice of the active filter is, as the address writes it.
fn shown(listing: Listing, read: fn(&Filter) -> String) -> impl Fn() -> String + Copy {
    move || listing.filter.with(read)
}

/// Whether a filter but the text is on.
fn is_narrowed(filter: &Filter) -> bool {
    let nothing = Filter {
        text: filter.text.clone(),
        drafts: filter.drafts,
        ..Filter::default()
    };
    *filter != nothing
}

/// « Plus proches » needs a place to measure from.
fn nearest_hint(filter: Memo<Filter>) -> impl IntoView {
    let app = use_app();
    move || {
        let nearest = filter.with(|filter| filter.sort == Sort::Nearest && filter.commune.is_none());
        (nearest && !app.is_located()).then(|| {
            view! { <p class="field-hint"><a href=Page::Seek.href()>{t(Text::FilterNearestHint)}</a></p> }
        })
    }
}

fn commune_options(app: App, listing: Listing) -> Vec<(String, String)> {
    let options = app.with_workspace(|workspace| {
        let initiatives = &workspace.shown().initiatives;
        // What is chosen later is chosen from this list, or comes with a page of its own.
        listing
            .filter
            .with_untracked(|filter| choice::communes(app, initiatives, filter.commune.as_ref()))
    });
    options.unwrap_or_default()
}

/// The active filters, each a link to the same without it.
pub(super) fn chips(listing: Listing) -> AnyView {
    let app = use_app();
    (move || {
        let filter = listing.filter.get();
        is_narrowed(&filter).then(|| {
            let chips = active::active(app, &filter).into_iter().map(|(label, without)| {
                view! {
                    <li>
                        <a class="chip" href=listing::href(&without)>
                            <span class="visually-hidden">{t(Text::FilterRemove)} " "</span>
                            {label}
                            {icon::icon(icon::CLOSE)}
                        </a>
                    </li>
                }
            });
            view! {
                <ul class="chips" aria-label=t(Text::FilterActive)>
                    {chips.collect_view()}
                    <li><a class="chip" href=Page::Catalogue.href()>{t(Text::FilterClear)}{icon::icon(icon::CLOSE)}</a></li>
                </ul>
            }
        })
    })
    .into_any()
}
