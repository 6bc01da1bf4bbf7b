//! « En chiffres »: what the initiatives of a list have made together, by theme, by place and over time.

mod parts;
mod time;

use leptos::prelude::*;

use crate::domain::initiative::{Initiative, MeasureKind};
use crate::domain::search::Filter;
use crate::domain::totals::{Total, totals};
use crate::i18n::{Plural, Text};
use crate::route::{Page, listing};
use crate::state::{App, use_app};
use crate::ui::address::{Step, use_address};
use crate::ui::components::card::Translated;
use crate::ui::components::{choice, icon, loaded, page as arrival, quantities};
use crate::ui::listed;
use crate::ui::texts::{content_lang, count, fill, t};
use crate::workspace::Workspace;
use parts::By;

/// The page.
pub fn page() -> AnyView {
    loaded::loaded(t(Text::FiguresTitle), || {
        let app = use_app();
        let address = use_address();
        let filter = Memo::new(move |_| listing::parse(|name| address.query(name)));
        let asked = Memo::new(move |_| address.query(listing::TOTAL).unwrap_or_default());
        let found = Memo::new(move |_| found(app, &filter.get()));
        let sums = Memo::new(move |_| read(app, found, |_, initiatives| totals(initiatives.iter().copied())));
        let total = Memo::new(move |_| {
            sums.with(|sums| {
                let wanted = asked.get();
                let named = sums.iter().find(|total| code(total) == wanted);
                named.or(sums.first()).cloned()
            })
        });
        let choose = move |value: String| {
            let address_of = filter.with(|filter| listing::figures(filter, &value));
            address.go(&address_of, Step::Add);
        };
        let choices = move || {
            let options: Vec<_> =
                sums.with(|sums| sums.iter().map(|total| (code(total), label(total))).collect());
            let current = move || total.with(|total| total.as_ref().map_or_else(String::new, code));
            (options.len() > 1)
                .then(|| choice::select("figures-what", t(Text::FiguresWhat), options, current, choose))
        };
        let charts = move || {
            let Some(total) = total.get() else {
                return view! { <p class="empty">{t(Text::FiguresNone)}</p> }.into_any();
            };
            read(app, found, |workspace, initiatives| {
                Some(charts(workspace, initiatives, &total))
            })
            .unwrap_or_else(|| ().into_any())
        };
        view! {
            <header class="page-head narrow">
                {arrival::heading(t(Text::FiguresTitle))}
                {move || selection(app, &filter.get(), found.with(Vec::len))}
            </header>
            <div class="narrow stack">
                {choices}
                {charts}
                {move || targets(app, found)}
            </div>
        }
        .into_any()
    })
}

/// The positions of what a list shows.
fn found(app: App, filter: &Filter) -> Vec<usize> {
    app.select_shown(filter)
        .map_or_else(Vec::new, |found| found.positions)
}

/// Reads the initiatives that were found.
fn read<T: Default>(
    app: App,
    found: Memo<Vec<usize>>,
    read: impl FnOnce(&Workspace, &[&Initiative]) -> T,
) -> T {
    let told = app.with_workspace(|workspace| {
        let entries = &workspace.shown().initiatives;
        let found: Vec<&Initiative> =
            found.with(|found| found.iter().filter_map(|place| entries.get(*place)).collect());
        read(workspace, &found)
    });
    told.unwrap_or_default()
}

/// Which total it is, in the address.
fn code(total: &Total) -> String {
    [total.kind.code(), ":", &total.unit].concat()
}

/// Which total it is, in words.
fn label(total: &Total) -> String {
    match quantities::kind_label(&total.kind) {
        Some(kind) => [t(kind), " ", &total.unit].concat(),
        None => total.unit.clone(),
    }
}

/// Whose figures these are, and the way to the list.
fn selection(app: App, filter: &Filter, found: usize) -> AnyView {
    let (named, found) = (listed::named(app, filter), count(Plural::CatalogueCount, found));
    let told = if named.is_empty() {
        fill(Text::FiguresAll, &[("n", &found)])
    } else {
        fill(Text::FiguresSome, &[("what", &named), ("n", &found)])
    };
    view! {
        <p role="status">{told}</p>
        <p>
            <a class="back" href=listing::href(filter)>{icon::icon(icon::BACK)}{t(Text::FiguresList)}</a>
        </p>
    }
    .into_any()
}

/// A total, and its charts.
fn charts(workspace: &Workspace, initiatives: &[&Initiative], total: &Total) -> AnyView {
    let value = quantities::value(total.value, total.approximate);
    let kind = quantities::kind_label(&total.kind).map(|kind| view! { <span>{t(kind)}</span> " " });
    view! {
        <p class="figures-total">
            {kind}
            <span class="total-value">{value}</span>
            " "
            <span lang=content_lang()>{total.unit.clone()}</span>
        </p>
        <p class="soft">{t(Text::FiguresRule)}</p>
        {parts::parts(workspace, initiatives, total, By::Theme)}
        {parts::parts(workspace, initiatives, total, By::Place)}
        {time::over_time(initiatives, total)}
    }
    .into_any()
}

/// The table of a chart: what each row is of, and how many.
fn table(labelled: &'static str, of: Text, head: &'static str, rows: Vec<AnyView>) -> AnyView {
    view! {
        <table class="chart" aria-labelledby=labelled>
            <thead class=head>
                <tr>
                    <th scope="col">{t(of)}</th>
                    <th scope="col">{t(Text::FiguresHowMany)}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}

/// How far those have come that said how much they aim at.
fn targets(app: App, found: Memo<Vec<usize>>) -> Option<AnyView> {
    let rows = read(app, found, |_, initiatives| {
        let aiming = initiatives
            .iter()
            .filter(|one| one.latest(&MeasureKind::Target, None).is_some());
        let row = |one: &Initiative| {
            let title = Translated::of(one, "title");
            view! {
                <li class="stack">
                    <a href=Page::Initiative.href_of(&one.id) lang=title.lang>{title.text}</a>
                    {quantities::headline(one)}
                </li>
            }
            .into_any()
        };
        aiming.map(|one| row(one)).collect::<Vec<AnyView>>()
    });
    (!rows.is_empty()).then(|| {
        view! {
            <section class="panel stack" aria-labelledby="figures-targets">
                <h2 class="panel-title" id="figures-targets">{t(Text::FiguresTargets)}</h2>
                <ul class="stack" role="list">{rows}</ul>
            </section>
        }
        .into_any()
    })
}
