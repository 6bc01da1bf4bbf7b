//! « Je peux aider »: the open needs of all initiatives, those that press first.

mod help;

use leptos::prelude::*;

use crate::domain::code::Insee;
use crate::domain::initiative::{Initiative, Need, NeedKind};
use crate::domain::near::Nearness;
use crate::domain::open_needs::{OpenNeed, Wanted, open_needs};
use crate::i18n::{Plural, Text, codes};
use crate::route::{Page, listing, needs};
use crate::state::{App, use_app};
use crate::ui::address::{Step, use_address};
use crate::ui::components::more::{self, PAGE};
use crate::ui::components::near_me::near_me;
use crate::ui::components::{card, choice, icon, loaded, page as arrival, theme};
use crate::ui::pages::request;
use crate::ui::texts::{about, content_lang, count, date, fill, number, t};
use crate::workspace::Workspace;

/// What the page is asked for, and what it finds.
#[derive(Clone, Copy)]
struct Asked {
    app: App,
    wanted: Memo<Wanted>,
    commune: Memo<Option<Insee>>,
    /// Every open need.
    all: Memo<Vec<OpenNeed>>,
    /// The open needs of the chosen commune, of every kind.
    open: Memo<Vec<OpenNeed>>,
    /// How many cards are drawn.
    shown: RwSignal<usize>,
}

/// The open needs.
pub fn page() -> AnyView {
    loaded::loaded(t(Text::NeedsPageTitle), || {
        let asked = Asked::new(use_app());
        view! {
            <header class="page-head">
                {arrival::heading(t(Text::NeedsPageTitle))}
                <p class="soft">{t(Text::NeedsPageLine)}</p>
            </header>
            <div class="columns columns-search needs-page">
                <div class="stack">
                    {move || kinds(asked)}
                    {move || communes(asked)}
                </div>
                <div class="stack">
                    <div class="found">
                        <p class="found-count" role="status">{move || asked.how_many()}</p>
                        {move || (asked.number() > 0).then(|| on_map(asked))}
                    </div>
                    {move || asked.app.with_workspace(|workspace| list(asked, workspace))}
                </div>
                <div class="stack">
                    {near_me()}
                    <p class="actions">
                        <a class="button" href=request::href(true)>
                            {icon::icon(icon::SEND)}
                            {t(Text::NeedsPageSomething)}
                        </a>
                    </p>
                </div>
            </div>
        }
        .into_any()
    })
}

impl Asked {
    fn new(app: App) -> Self {
        let address = use_address();
        let wanted = Memo::new(move |_| needs::parse(|name| address.query(name)));
        let commune = Memo::new(move |_| wanted.with(|wanted| wanted.commune.clone()));
        let all = Memo::new(move |_| found(app, &Wanted::default()));
        let open = Memo::new(move |_| match commune.get() {
            None => all.get(),
            commune => {
                let wanted = Wanted {
                    commune,
                    ..Wanted::default()
                };
                found(app, &wanted)
            }
        });
        let shown = RwSignal::new(PAGE);
        // Another choice begins at the first page again.
        Effect::new(move |_| {
            wanted.track();
            shown.set(PAGE);
        });
        Self {
            app,
            wanted,
            commune,
            all,
            open,
            shown,
        }
    }

    /// How many needs of a kind there are.
    fn count_of(self, kind: Option<&NeedKind>) -> usize {
        self.open.with(|open| of_kind(open, kind).count())
    }

    /// How many needs are asked for.
    fn number(self) -> usize {
        self.wanted.with(|wanted| self.count_of(wanted.kind.as_ref()))
    }

    fn how_many(self) -> String {
        match self.number() {
            0 => t(Text::NeedsPageNone).to_owned(),
            n => count(Plural::NeedsPageCount, n),
        }
    }
}

/// The way to the map of the initiatives whose needs are shown. It knows no kinds of needs.
fn on_map(asked: Asked) -> AnyView {
    let href = asked
        .wanted
        .with(|wanted| listing::href_on(Page::Map, &wanted.filter()));
    view! { <a class="button" href=href>{icon::icon(icon::MAP)}{t(Text::CatalogueMap)}</a> }.into_any()
}

/// The open needs of what is shown and not hidden on this device.
fn found(app: App, wanted: &Wanted) -> Vec<OpenNeed> {
    let near = app.near(None);
    let found = app.select_shown(&wanted.filter()).unwrap_or_default();
    let open = app.with_workspace(|workspace| {
        let initiatives = &workspace.shown().initiatives;
        let near = |initiative: &Initiative| near.as_ref()?(initiative);
        open_needs(initiatives, found.positions, app.today, near)
    });
    open.unwrap_or_default()
}

fn of_kind<'a>(open: &'a [OpenNeed], kind: Option<&NeedKind>) -> impl Iterator<Item = &'a OpenNeed> {
    open.iter()
        .filter(move |open| kind.is_none_or(|kind| open.kind == *kind))
}

/// The kinds that somebody asks for, each a link to it alone.
fn kinds(asked: Asked) -> AnyView {
    let wanted = asked.wanted.get();
    let link = |kind: Option<NeedKind>, label: Text| {
        let current = kind == wanted.kind;
        let found = asked.count_of(kind.as_ref());
        let address = needs::href(&Wanted {
            kind,
            ..wanted.clone()
        });
        (found > 0 || current).then(|| {
            view! {
                <li>
                    <a class="way-kind" href=address aria-current=current.then_some("true")>
                        <span>{t(label)}</span>
                        <span class="theme-count">{found.to_string()}</span>
                    </a>
                </li>
            }
        })
    };
    let all = link(None, Text::NeedsPageAll);
    let kinds = codes::NEEDS.iter();
    let kinds = kinds.filter_map(|(code, label)| link(Some(NeedKind::from_code(code)), *label));
    view! {
        <nav aria-label=t(Text::NeedsPageKinds)>
            <ul class="way-kinds">{all}{kinds.collect_view()}</ul>
        </nav>
    }
    .into_any()
}

/// The communes that somebody in need works in or serves, by name.
fn communes(asked: Asked) -> AnyView {
    let address = use_address();
    let options = asked.app.with_workspace(|workspace| {
        let initiatives = &workspace.shown().initiatives;
        let mut asks = vec![false; initiatives.len()];
        asked.all.with(|open| {
            for open in open {
                asks[open.initiative] = true;
            }
        });
        let in_need = initiatives.iter().zip(asks).filter(|(_, asks)| *asks);
        let in_need = in_need.map(|(initiative, _)| initiative);
        asked
            .commune
            .with(|chosen| choice::communes(asked.app, in_need, chosen.as_ref()))
    });
    let current = move || {
        asked.commune.with(|commune| {
            commune
                .as_ref()
                .map_or_else(String::new, |code| code.as_str().to_owned())
        })
    };
    let choose = move |value: String| {
        let mut choice = asked.wanted.get_untracked();
        choice.commune = Insee::parse(&value);
        address.go(&needs::href(&choice), Step::Add);
    };
    choice::select(
        "needs-commune",
        t(Text::FilterCommune),
        options.unwrap_or_default(),
        current,
        choose,
    )
}

fn list(asked: Asked, workspace: &Workspace) -> AnyView {
    let initiatives = &workspace.shown().initiatives;
    let kind = asked.wanted.with(|wanted| wanted.kind.clone());
    let cards: Vec<_> = asked.open.with(|open| {
        of_kind(open, kind.as_ref())
            .take(asked.shown.get())
            .filter_map(|open| Some((open.of(initiatives)?, open.near)))
            .map(|((initiative, its), near)| need(workspace, initiative, its, near))
            .collect()
    });
    if cards.is_empty() {
        return none(!asked.all.with(Vec::is_empty));
    }
    view! {
        <h2 class="visually-hidden">{t(Text::CatalogueResults)}</h2>
        <div class="cards">{cards}</div>
        {more::more(asked.count_of(kind.as_ref()), asked.shown, Plural::NeedsPageCount)}
    }
    .into_any()
}

/// What stands in place of the needs: there are none of this choice, or none at all.
fn none(others: bool) -> AnyView {
    let all = others.then(|| {
        view! { <a class="button" href=Page::Needs.href()>{t(Text::NeedsPageSeeAll)}</a> }
    });
    view! {
        <div class="empty">
            <p>{t(Text::NeedsPageEmpty)}</p>
            <p class="actions">
                {all}
                <a class="button" href=Page::Catalogue.href()>{t(Text::CatalogueEmptyAll)}</a>
            </p>
        </div>
    }
    .into_any()
}

fn need(workspace: &Workspace, initiative: &Initiative, need: &Need, near: Option<Nearness>) -> AnyView {
    let heading_id = ["n-", initiative.id.as_str(), "-", need.id.as_str()].concat();
    let theme_class = theme::class(theme::place(workspace, initiative.theme.as_ref()));
    let kind = codes::NEEDS.iter().find(|(code, _)| *code == need.kind.code());
    let kind = kind.map(|(_, label)| view! { <p class="badges"><span class="badge">{t(*label)}</span></p> });
    let quantity = need.quantity.map(|quantity| {
        view! { <p>{about(t(Text::NeedsPageQuantity), &number(quantity.get()))}</p> }
    });
    let until = need.until.map(|until| {
        view! { <p class="need-until">{fill(Text::NeedsPageUntil, &[("date", &date(until))])}</p> }
    });
    let whom = card::Translated::of(initiative, "title");
    view! {
        <article class=["card ", theme_class].concat() aria-labelledby=heading_id>
            <header class="card-head">
                <h3 class="card-title" id=heading_id.clone() lang=content_lang()>{need.what.clone()}</h3>
                {card::place(initiative, near)}
            </header>
            {card::badges(workspace, initiative, use_app().today)}
            {kind}
            {until}
            {quantity}
            <p>
                {t(Text::NeedsPageFor)}
                " "
                <a href=Page::Initiative.href_of(&initiative.id) lang=whom.lang>{whom.text}</a>
            </p>
            {help::help(workspace, initiative, need)}
        </article>
    }
    .into_any()
}
