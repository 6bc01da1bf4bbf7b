//! Beginning a release, and going on with one.

use leptos::prelude::*;

use crate::communique::compose::propose::{News, last_of, news};
use crate::domain::communique::{Communique, newest_first};
use crate::i18n::{Plural, Text};
use crate::route::Page;
use crate::state::{App, use_app};
use crate::ui::address::{Step, use_address};
use crate::ui::components::notices::not_kept;
use crate::ui::components::{icon, page as arrival};
use crate::ui::pages::communique::says;
use crate::ui::pages::communiques::{badge, dateline};
use crate::ui::texts::{count, fill, t};

/// The ways to begin and to go on.
pub(super) fn page() -> AnyView {
    let app = use_app();
    let drafts = move || {
        app.with_workspace(|workspace| {
            let drafts = newest_first(&workspace.shown().communiques).into_iter();
            let cards: Vec<_> = drafts.filter(|it| it.is_draft()).map(draft).collect();
            (!cards.is_empty()).then(|| {
                view! {
                    <section class="stack" aria-labelledby="drafts">
                        <h2 id="drafts">{t(Text::ComposeDrafts)}</h2>
                        <ul class="panels">{cards}</ul>
                    </section>
                }
            })
        })
        .flatten()
    };
    view! {
        <header class="page-head narrow">
            {arrival::heading(t(Text::ComposeTitle))}
            <p class="soft">{t(Text::ComposeLine)}</p>
        </header>
        <div class="narrow stack">
            {drafts}
            {begin(app)}
        </div>
    }
    .into_any()
}

fn draft(release: &Communique) -> AnyView {
    let items = count(Plural::CommuniquesItems, release.item_count());
    view! {
        <li>
            <article class="panel stack">
                <h3 class="panel-title">
                    <a href=Page::Compose.href_of(&release.id)>{named(release)}</a>
                </h3>
                {badge(release)}
                <p class="soft">{dateline(&release.place, release.date)} " · " {items}</p>
            </article>
        </li>
    }
    .into_any()
}

/// « Pas-de-Calais solidaire, n° 8 »; many titles say their number themselves.
pub(super) fn named(release: &Communique) -> String {
    let number = release.number.filter(|number| !says(&release.title, *number));
    let number = number.map(|number| number.to_string());
    number.map_or_else(
        || release.title.clone(),
        |number| {
            fill(
                Text::ComposeNamed,
                &[("title", &release.title), ("number", &number)],
            )
        },
    )
}

/// The form that begins the next number: which series, and what it will tell of.
fn begin(app: App) -> AnyView {
    let address = use_address();
    let known: Vec<String> = app
        .with_workspace(|workspace| {
            let mut series: Vec<String> = Vec::new();
            for communique in newest_first(&workspace.shown().communiques) {
                if !series.contains(&communique.series) {
                    series.push(communique.series.clone());
                }
            }
            series
        })
        .unwrap_or_default();
    let series = RwSignal::new(known.first().cloned().unwrap_or_else(String::new));
    let options: Vec<_> = known
        .into_iter()
        .map(|name| view! { <option value=name></option> })
        .collect();
    let proposed = Memo::new(move |_| {
        app.with_workspace(|workspace| {
            let changed = app.changed_on();
            let news = news(workspace.shown(), &series.get(), app.today, &changed).into_iter();
            news.filter(|(_, news)| *news != News::Told)
                .map(|(place, _)| place)
                .collect::<Vec<usize>>()
        })
        .unwrap_or_default()
    });
    let follows = move || {
        app.with_workspace(|workspace| match last_of(workspace.shown(), &series.get()) {
            Some(last) => fill(Text::ComposeFollows, &[("name", &named(last))]),
            None => t(Text::ComposeFirst).to_owned(),
        })
    };
    let what = move || match proposed.with(Vec::len) {
        0 => t(Text::ComposeNoNews).to_owned(),
        n => count(Plural::ComposeNews, n),
    };
    let start = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let chosen = proposed.get_untracked();
        match app.begin_release(series.get_untracked().trim(), &chosen) {
            Ok(Some(id)) => address.go(&Page::Compose.href_of(&id), Step::Visit),
            Ok(None) => {}
            Err(error) => app.notices.bad(not_kept(error)),
        }
    };
    view! {
        <form class="form panel" on:submit=start>
            <h2 class="panel-title">{t(Text::ComposeBegin)}</h2>
            <div class="field">
                <label class="field-label" for="series">{t(Text::ComposeSeries)}</label>
                <p class="field-hint" id="series-hint">{t(Text::ComposeSeriesHint)}</p>
                <input
                    class="input"
                    id="series"
                    list="series-known"
                    autocomplete="off"
                    aria-describedby="series-hint series-follows"
                    prop:value=move || series.get()
                    on:input=move |event| series.set(event_target_value(&event))
                />
                <datalist id="series-known">{options}</datalist>
                <p class="field-hint" id="series-follows">{follows}</p>
            </div>
            <p role="status">{what}</p>
            <p class="actions">
                <button type="submit" class="button button-main">{icon::icon(icon::PLUS)}{t(Text::ComposeStart)}</button>
            </p>
        </form>
    }
    .into_any()
}
