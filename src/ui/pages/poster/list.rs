//! The list that the address asks for, as a sheet for a door.

use leptos::prelude::*;

use super::{controls, parts};
use crate::domain::date::Date;
use crate::domain::initiative::Initiative;
use crate::domain::order;
use crate::domain::search::{Filter, Sort};
use crate::domain::theme::Theme;
use crate::format::publish::publishable_of;
use crate::i18n::{Plural, Text};
use crate::route::listing;
use crate::state::{App, use_app};
use crate::ui::address::use_address;
use crate::ui::components::card::Translated;
use crate::ui::components::loaded;
use crate::ui::components::page::{self as arrival, site_title};
use crate::ui::listed;
use crate::ui::pages::initiative::facts;
use crate::ui::texts::{about, content_lang, count, fill, lang, number, t};
use crate::workspace::Workspace;

/// How many entries a sheet has at most: a hundred pages, which nobody hangs up.
const MOST: usize = 500;

/// From how many entries on a shorter list is proposed.
const MANY: usize = 40;

/// What is on the sheet, with the themes in their order.
struct Sheet {
    entries: Vec<Initiative>,
    themes: Vec<Theme>,
    /// How many were found.
    all: usize,
}

/// The sheet of a list.
pub(super) fn page() -> AnyView {
    loaded::loaded(t(Text::PosterListTitle), || {
        let app = use_app();
        let address = use_address();
        let filter = Memo::new(move |_| listing::parse(|name| address.query(name)));
        // Whatever it is made from, another one is drawn anew.
        let sheet = Memo::new_with_compare(move |_| filter.with(|filter| sheet(app, filter)), |_, _| true);
        let day = move || app.with_workspace(|workspace| parts::day(workspace, app.today));
        let body = move || {
            let filter = filter.get();
            sheet.with(|sheet| {
                let sheet = sheet.as_ref()?;
                app.with_workspace(|workspace| body(app, workspace, &filter, sheet))
            })
        };
        let told = move || {
            let filter = filter.get();
            sheet.with(|sheet| Some(told(app, &filter, sheet.as_ref()?, day()?)))
        };
        view! {
            {move || controls(listing::href(&filter.get()), Text::PosterBackList)}
            {advice(sheet)}
            <article class="paper paper-list" aria-labelledby="title">
                <header class="paper-head">
                    <div class="paper-about">
                        <p class="paper-site">{move || site_title(app)}</p>
                        {arrival::heading(t(Text::PosterListTitle))}
                        {told}
                    </div>
                    {move || parts::code(&listing::href(&filter.get()), Text::PosterCodeList)}
                </header>
                {body}
            </article>
        }
        .into_any()
    })
}

/// What may be published of what the filter finds, without what is hidden on this device, as the list shows it.
fn sheet(app: App, filter: &Filter) -> Option<Sheet> {
    let found = app.select_shown(filter)?;
    app.with_workspace(|workspace| {
        let public = publishable_of(workspace.shown(), &found.positions);
        let (mut entries, themes) = (public.initiatives, public.themes);
        if by_theme(filter) {
            // Stable: within a theme the order stays. Entries without one come last.
            let place = |one: &Initiative| {
                themes
                    .iter()
                    .position(|theme| Some(&theme.id) == one.theme.as_ref())
            };
            order::sort_by_key(&mut entries, |one| place(one).unwrap_or(usize::MAX));
        }
        let all = entries.len();
        entries.truncate(MOST);
        Sheet { entries, themes, all }
    })
}

/// Whether the entries stand under their themes: as in the list, while nothing else orders them.
fn by_theme(filter: &Filter) -> bool {
    filter.text.is_empty() && filter.sort == Sort::Relevance
}

/// What to know before printing: that nothing was found, or that it is a great deal.
fn advice(sheet: Memo<Option<Sheet>>) -> AnyView {
    let told = move || {
        sheet.with(|sheet| match sheet.as_ref()?.all {
            0 => Some(Text::PosterEmpty),
            MANY.. => Some(Text::PosterLong),
            _ => None,
        })
    };
    view! { <p class="no-print" role="status">{move || told().map(t)}</p> }.into_any()
}

/// What was asked for, how much was found, and of which day it is.
fn told(app: App, filter: &Filter, sheet: &Sheet, day: Date) -> AnyView {
    let named = listed::named(app, filter);
    let named = if named.is_empty() {
        t(Text::PosterAll).to_owned()
    } else {
        named
    };
    let how_many = match sheet.all {
        0 => t(Text::CatalogueNone).to_owned(),
        n => count(Plural::CatalogueCount, n),
    };
    #[allow(clippy::cast_precision_loss, reason = "there are far fewer entries than 2⁵³")]
    let more = (sheet.all > sheet.entries.len()).then(|| {
        let most = number(sheet.entries.len() as f64);
        view! { <p>{fill(Text::PosterMore, &[("n", &most)])}</p> }
    });
    view! {
        <p class="paper-filter">{named}</p>
        <p>{how_many} " · " {parts::as_of(day)}</p>
        {more}
    }
    .into_any()
}

fn body(app: App, workspace: &Workspace, filter: &Filter, sheet: &Sheet) -> AnyView {
    let site = &workspace.shown().site;
    view! {
        {parts::emergency(site)}
        {groups(app, filter, sheet)}
        {parts::foot(site, parts::day(workspace, app.today), app.today)}
    }
    .into_any()
}

/// The entries, under their themes while nothing else orders them.
fn groups(app: App, filter: &Filter, sheet: &Sheet) -> AnyView {
    if !by_theme(filter) {
        let entries = sheet.entries.iter().map(|one| entry(app, one));
        let entries: Vec<_> = entries.collect();
        return view! { <section class="paper-group"><h2 class="visually-hidden">{t(Text::CatalogueResults)}</h2>{entries}</section> }
            .into_any();
    }
    let known = |one: &Initiative| {
        sheet
            .themes
            .iter()
            .find(|theme| Some(&theme.id) == one.theme.as_ref())
    };
    let together = |one: &Initiative, two: &Initiative| {
        known(one).map(|theme| &theme.id) == known(two).map(|theme| &theme.id)
    };
    let groups = sheet.entries.chunk_by(together).map(|group| {
        let theme = known(&group[0]);
        let name = theme.map_or(t(Text::CatalogueNoTheme), |theme| theme.name(lang().code()));
        let mut entries = group.iter().map(|one| entry(app, one));
        let first = entries.next();
        let others: Vec<_> = entries.collect();
        // A heading stays with its first entry in every browser: they are one block.
        view! {
            <section class="paper-group">
                <div class="paper-whole"><h2 class="paper-theme">{name.to_owned()}</h2>{first}</div>
                {others}
            </section>
        }
    });
    groups.collect_view().into_any()
}

fn entry(app: App, initiative: &Initiative) -> AnyView {
    let id = ["p-", initiative.id.as_str()].concat();
    let title = Translated::of(initiative, "title");
    let summary = Translated::of(initiative, "summary");
    let ended = initiative
        .is_ended(app.today)
        .then(|| view! { <p class="paper-ended">{t(Text::BadgeEnded)}</p> });
    let line = |text: String, lang: Option<String>, class: &'static str| {
        (!text.is_empty()).then(|| view! { <p class=class lang=lang>{text}</p> })
    };
    let period = facts::period(&initiative.period);
    let audience = Translated::of(initiative, "audience");
    let practical = Translated::of(initiative, "practical");
    let audience = (!audience.text.is_empty())
        .then(|| view! { <p lang=audience.lang>{about(t(Text::FactAudience), &audience.text)}</p> });
    view! {
        <article class="paper-entry paper-whole" aria-labelledby=id>
            <h3 class="paper-title" id=id.clone() lang=title.lang>{title.text}</h3>
            {line(parts::where_line(initiative), content_lang(), "paper-place")}
            {ended}
            {(!summary.text.is_empty()).then(|| view! { <p lang=summary.lang>{summary.text}</p> })}
            {(!period.is_empty()).then(|| view! { <p>{about(t(Text::PosterWhen), &period)}</p> })}
            {audience}
            {line(practical.text, practical.lang, "paper-lines")}
            {parts::needs(initiative, app.today)}
            {parts::contacts(&initiative.contacts)}
        </article>
    }
    .into_any()
}
