//! What was found: how much, in all, and the entries a page at a time.

use leptos::prelude::*;

use super::Listing;
use super::filters;
use crate::browser::document;
use crate::domain::code::Postcode;
use crate::domain::order;
use crate::domain::search::{Correction, Filter, Selection, Sort};
use crate::domain::totals::{Total, totals};
use crate::i18n::{Plural, Text};
use crate::route::{Page, listing};
use crate::state::use_app;
use crate::ui::components::more::{self, PAGE};
use crate::ui::components::{card, icon, quantities, theme};
use crate::ui::pages::request;
use crate::ui::texts::{count, fill, lang, t};
use crate::ui::turns::{self, Turn};
use crate::workspace::Workspace;

/// Which turn draws an entry when the application has just started, by its place among them: a slow phone answers to the
/// person between the turns.
fn turn(place: usize) -> Turn {
    match place {
        ..3 => Turn::Entries,
        3..6 => Turn::Several,
        6..13 => Turn::Most,
        13.. => Turn::All,
    }
}

/// How many totals are named.
const MAX_TOTALS: usize = 3;

/// What was found.
pub(super) fn results(listing: Listing) -> AnyView {
    let Listing { filter, found, .. } = listing;
    let shown = RwSignal::new(PAGE);
    // Another question begins at the first page again.
    Effect::new(move |before: Option<Filter>| {
        let filter = filter.get();
        if before.is_some_and(|before| before != filter) {
            shown.set(PAGE);
        }
        filter
    });
    let number_found =
        Memo::new(move |_| found.with(|found| found.as_ref().map_or(0, |found| found.positions.len())));
    let how_many = move || match number_found.get() {
        0 => t(Text::CatalogueNone).to_owned(),
        n => count(Plural::CatalogueCount, n),
    };
    view! {
        {(!document::is_embedded()).then(|| filters::chips(listing))}
        <div class="found">
            <p class="found-count" role="status">{how_many}</p>
            {move || (number_found.get() > 0).then(|| way(&filter.get(), Page::Map, icon::MAP, Text::CatalogueMap))}
        </div>
        {move || {
            let some = |found: &&Selection| !found.positions.is_empty();
            found.with(|found| {
                let found = found.as_ref().filter(some)?;
                approximate(&filter.get(), &found.corrections)
            })
        }}
        {move || sums(listing)}
        {move || turns::has_come(Turn::Entries).then(|| entries(listing, shown.get()))}
        {move || turns::has_come(Turn::Below).then(|| more::more(number_found.get(), shown, Plural::CatalogueCount))}
        {move || {
            let any = number_found.get() > 0 && turns::has_come(Turn::Below);
            (any && !document::is_embedded()).then(|| onwards(&filter.get()))
        }}
    }
    .into_any()
}

/// What else can be done with the list.
fn onwards(filter: &Filter) -> AnyView {
    let ways = [
        (Page::Poster, icon::PRINT, Text::CataloguePrint),
        (Page::Figures, icon::CHART, Text::CatalogueFigures),
        (Page::Data, icon::DOWNLOAD, Text::CatalogueExport),
    ];
    let ways = ways.map(|(page, shape, text)| view! { <li>{way(filter, page, shape, text)}</li> });
    view! { <ul class="actions" aria-label=t(Text::CatalogueOnwards)>{ways}</ul> }.into_any()
}

/// The way to another page about the list.
fn way(filter: &Filter, page: Page, shape: icon::Icon, text: Text) -> AnyView {
    view! { <a class="button" href=listing::href_on(page, filter)>{icon::icon(shape)}{t(text)}</a> }
        .into_any()
}

/// The totals of what was found, while nothing is being searched for by words.
fn sums(listing: Listing) -> Option<AnyView> {
    let app = use_app();
    if listing.filter.with(|filter| !filter.text.is_empty()) {
        return None;
    }
    let totals = app.with_workspace(|workspace| {
        listing.found.with(|found| {
            let positions = found.as_ref().map_or(&[][..], |found| &found.positions);
            totals(
                positions
                    .iter()
                    .map(|position| &workspace.shown().initiatives[*position]),
            )
        })
    })?;
    let rows: Vec<_> = totals.iter().take(MAX_TOTALS).map(total).collect();
    (!rows.is_empty())
        .then(|| view! { <ul class="totals" aria-label=t(Text::TotalsLabel)>{rows}</ul> }.into_any())
}

fn total(total: &Total) -> AnyView {
    let label = quantities::kind_label(&total.kind).map(t);
    let value = quantities::value(total.value, total.approximate);
    let places = (total.communes > 0).then(|| count(Plural::TotalsCommunes, total.communes));
    view! {
        <li class="total">
            {label} " " <span class="total-value">{value}</span> " " {total.unit.clone()} " " {places}
        </li>
    }
    .into_any()
}

/// The entries: under their themes while nothing else orders them, else one after another.
fn entries(listing: Listing, limit: usize) -> AnyView {
    let app = use_app();
    let (by_theme, near) = listing.filter.with(|filter| {
        let by_theme = filter.text.is_empty() && filter.sort == Sort::Relevance;
        (by_theme, app.near(filter.commune.as_ref()))
    });
    // How near it is, is told where the person said where they are.
    let drawn = move |workspace: &Workspace, position: usize| {
        let initiative = workspace.shown().initiatives.get(position)?;
        let near = near.as_ref().and_then(|near| near(initiative));
        Some(card::card(workspace, initiative, app.today, near))
    };
    let view = app.with_workspace(|workspace| {
        listing.found.with(|found| {
            let found = found.as_ref()?;
            if found.positions.is_empty() {
                return Some(listing.filter.with(|filter| nothing(workspace, filter)));
            }
            let card = |place: usize, position: usize| {
                let turn = turn(place);
                if !turns::is_to_come(turn) {
                    return drawn(workspace, position).into_any();
                }
                // Whatever changes the list meanwhile draws all of it anew.
                let drawn = drawn.clone();
                let later =
                    move || app.with_workspace_untracked(|workspace| untrack(|| drawn(workspace, position)));
                turns::at(turn, Box::new(move || later().flatten().into_any()))
            };
            Some(if by_theme {
                grouped(workspace, found, &card, limit)
            } else {
                plain(found, &card, limit)
            })
        })
    });
    view.flatten().unwrap_or_else(|| ().into_any())
}

/// What makes the card of an entry from its place in the list and its position in the catalogue.
type Card<'a> = dyn Fn(usize, usize) -> AnyView + 'a;

fn plain(found: &Selection, card: &Card, limit: usize) -> AnyView {
    let positions = found.positions.iter().take(limit).enumerate();
    let cards: Vec<_> = positions
        .map(|(place, position)| card(place, *position))
        .collect();
    view! {
        <h2 class="visually-hidden">{t(Text::CatalogueResults)}</h2>
        <div class="cards">{cards}</div>
    }
    .into_any()
}

fn grouped(workspace: &Workspace, found: &Selection, card: &Card, limit: usize) -> AnyView {
    let mut entries: Vec<(Option<usize>, usize)> = found
        .positions
        .iter()
        .map(|position| (*position, &workspace.shown().initiatives[*position]))
        .map(|(position, initiative)| (theme::place(workspace, initiative.theme.as_ref()), position))
        .collect();
    // Stable: within a theme the order stays. Entries without one come last.
    order::sort_by_key(&mut entries, |(theme, _)| theme.unwrap_or(usize::MAX));
    entries.truncate(limit);
    let mut places = 0..;
    let groups = entries.chunk_by(|(one, _), (two, _)| one == two).map(|group| {
        let shared = group[0].0;
        let (id, name) = match shared.map(|place| &workspace.shown().themes[place]) {
            Some(theme) => (
                ["theme-", theme.id.as_str()].concat(),
                theme.name(lang().code()).to_owned(),
            ),
            None => ("theme-none".to_owned(), t(Text::CatalogueNoTheme).to_owned()),
        };
        let cards: Vec<_> = group
            .iter()
            .zip(places.by_ref())
            .map(|((_, position), place)| card(place, *position))
            .collect();
        view! {
            <section class=["theme-section ", theme::class(shared)].concat() aria-labelledby=id>
                <h2 class="theme-title" id=id.clone()>{theme::mark(shared)} <span>{name}</span></h2>
                <div class="cards">{cards}</div>
            </section>
        }
    });
    groups.collect_view().into_any()
}

/// What stands in place of the entries when there is none: nothing fits, or there is nothing at all yet.
fn nothing(workspace: &Workspace, filter: &Filter) -> AnyView {
    let (title, advice, all) = if workspace.shown().initiatives.is_empty() {
        (Text::CatalogueBlankTitle, Text::CatalogueBlankAdvice, None)
    } else {
        let all = view! { <a class="button" href=Page::Catalogue.href()>{t(Text::CatalogueEmptyAll)}</a> };
        (Text::CatalogueEmptyTitle, Text::CatalogueEmptyAdvice, Some(all))
    };
    let alone = !document::is_embedded();
    // Which communes have a postcode, and how far they are, the page that asks for one's place knows.
    let asks_place = alone && Postcode::parse(filter.text.trim()).is_some();
    let place = asks_place.then(|| way(filter, Page::Seek, icon::PLACE, Text::FilterNearestHint));
    let ask = alone.then(|| {
        view! { <a class="button button-main" href=request::href(false)>{t(Text::CatalogueAsk)}</a> }
    });
    let add = alone.then(|| {
        view! { <a class="button" href=Page::Edit.href()>{icon::icon(icon::PLUS)}{t(Text::MenuAdd)}</a> }
    });
    view! {
        <div class="empty">
            <h2>{t(title)}</h2>
            <p>{t(advice)}</p>
            <p class="actions">{place} {ask} {all} {add}</p>
        </div>
    }
    .into_any()
}

/// What was looked for in place of a word that begins nothing.
fn approximate(filter: &Filter, corrections: &[Correction]) -> Option<AnyView> {
    let first = corrections.first()?;
    let links: Vec<_> = first
        .used
        .iter()
        .map(|used| {
            let text = filter.text.replace(&first.typed, used);
            let wanted = Filter { text: if text == filter.text { used.clone() } else { text }, ..filter.clone() };
            view! { " " <a href=listing::href(&wanted)>{fill(Text::ApproximateSearch, &[("word", used)])}</a> }
        })
        .collect();
    Some(
        view! {
            <div class="notice">
                {icon::icon(icon::INFO)}
                <div class="notice-body">
                    <p class="notice-title">{fill(Text::ApproximateTitle, &[("word", &first.typed)])}</p>
                    <p>{t(Text::ApproximateText)} {links}</p>
                </div>
            </div>
        }
        .into_any(),
    )
}
