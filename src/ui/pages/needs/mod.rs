//! « Je peux aider »: the open needs of all initiatives, those that press first.

mod help;

use leptos::prelude::*;

use crate::domain::code::Insee;
use crate::domain::initiative::NeedKind;
use crate::domain::open_needs::{OpenNeed, Wanted, open_needs};
use crate::domain::order;
use crate::domain::text::fold;
use crate::i18n::{Plural, Text};
use crate::route::{Page, needs};
use crate::state::{App, use_app};
use crate::ui::address::{Step, use_address};
use crate::ui::components::more::{self, PAGE};
use crate::ui::components::near_me::near_me;
use crate::ui::components::{card, choice, icon, loaded, page as arrival, theme};
use crate::ui::pages::request;
use crate::ui::texts::{about, content_lang, count, date, fill, number, t};
use crate::workspace::Workspace;

/// What each kind is called.
const KINDS: [(NeedKind, Text); 5] = [
    (NeedKind::Materials, Text::KindNeedMaterials),
    (NeedKind::Money, Text::KindNeedMoney),
    (NeedKind::Volunteers, Text::KindNeedVolunteers),
    (NeedKind::Equipment, Text::KindNeedEquipment),
    (NeedKind::Other, Text::KindNeedOther),
];

/// The open needs.
pub fn page() -> AnyView {
    loaded::loaded(t(Text::NeedsPageTitle), || {
        let app = use_app();
        let address = use_address();
        let wanted = Memo::new(move |_| needs::parse(|name| address.query(name)));
        let shown = RwSignal::new(PAGE);
        // Another choice begins at the first page again.
        Effect::new(move |_| {
            wanted.track();
            shown.set(PAGE);
        });
        view! {
            <header class="page-head">
                {arrival::heading(t(Text::NeedsPageTitle))}
                <p class="soft">{t(Text::NeedsPageLine)}</p>
            </header>
            <div class="columns columns-search">
                <div class="stack">
                    {move || with_needs(app, |_, open| kinds(&wanted.get(), open))}
                    {move || with_needs(app, |_, open| communes(wanted, open))}
                    {near_me()}
                    <p class="actions">
                        <a class="button" href=request::href(true)>
                            {icon::icon(icon::SEND)}
                            {t(Text::NeedsPageSomething)}
                        </a>
                    </p>
                </div>
                <div class="stack">
                    <p class="found-count" role="status">
                        {move || with_needs(app, |_, open| how_many(&wanted.get(), open))}
                    </p>
                    {move || with_needs(app, |workspace, open| list(workspace, &wanted.get(), open, shown))}
                </div>
            </div>
        }
        .into_any()
    })
}

/// Reads the open needs of what is shown and not hidden on this device.
fn with_needs<T>(app: App, read: impl FnOnce(&Workspace, &[OpenNeed]) -> T) -> Option<T> {
    let near = app.near(None);
    app.with_workspace(|workspace| {
        app.hidden.with(|hidden| {
            let shown = workspace.shown().initiatives.iter();
            let open = open_needs(
                shown.filter(|initiative| !hidden.contains(&initiative.id)),
                app.today,
                |initiative| near.as_ref()?(initiative),
            );
            read(workspace, &open)
        })
    })
}

/// How many needs a choice would show.
fn count_of(open: &[OpenNeed], wanted: &Wanted) -> usize {
    open.iter().filter(|open| wanted.holds(open)).count()
}

fn how_many(wanted: &Wanted, open: &[OpenNeed]) -> String {
    match count_of(open, wanted) {
        0 => t(Text::NeedsPageNone).to_owned(),
        n => count(Plural::NeedsPageCount, n),
    }
}

/// The kinds that somebody asks for, each a link to it alone.
fn kinds(wanted: &Wanted, open: &[OpenNeed]) -> AnyView {
    let link = |kind: Option<NeedKind>, label: &'static str| {
        let choice = Wanted {
            kind,
            ..wanted.clone()
        };
        let current = choice.kind == wanted.kind;
        let found = count_of(open, &choice);
        (found > 0 || current).then(|| {
            view! {
                <li>
                    <a class="way-kind" href=needs::href(&choice) aria-current=current.then_some("true")>
                        <span>{label}</span>
                        <span class="theme-count">{found.to_string()}</span>
                    </a>
                </li>
            }
        })
    };
    let all = link(None, t(Text::NeedsPageAll));
    let kinds = KINDS.map(|(kind, label)| link(Some(kind), t(label)));
    view! {
        <nav aria-label=t(Text::NeedsPageKinds)>
            <ul class="way-kinds">{all}{kinds.into_iter().flatten().collect_view()}</ul>
        </nav>
    }
    .into_any()
}

/// The communes that somebody in need works in or serves, by name.
fn communes(wanted: Memo<Wanted>, open: &[OpenNeed]) -> AnyView {
    let address = use_address();
    let mut named = Vec::new();
    for OpenNeed { initiative, .. } in open {
        let own = (&initiative.place.insee, &initiative.place.commune);
        let served = initiative
            .served
            .iter()
            .map(|served| (&served.insee, &served.commune));
        named.extend(
            served
                .chain([own])
                .filter_map(|(insee, name)| Some((insee.clone()?, name.clone()))),
        );
    }
    order::sort_by_key(&mut named, |(insee, name)| (fold(name), insee.clone()));
    named.dedup_by(|later, kept| later.0 == kept.0);
    let options = named
        .into_iter()
        .map(|(insee, name)| (insee.as_str().to_owned(), name));
    let all = (String::new(), t(Text::FilterCommuneAll).to_owned());
    let current = move || {
        wanted.with(|wanted| {
            wanted
                .commune
                .as_ref()
                .map_or_else(String::new, |code| code.as_str().to_owned())
        })
    };
    let choose = move |value: String| {
        let mut choice = wanted.get_untracked();
        choice.commune = Insee::parse(&value);
        address.go(&needs::href(&choice), Step::Add);
    };
    choice::select(
        "needs-commune",
        t(Text::FilterCommune),
        [all].into_iter().chain(options).collect(),
        current,
        choose,
    )
}

fn list(workspace: &Workspace, wanted: &Wanted, open: &[OpenNeed], shown: RwSignal<usize>) -> AnyView {
    let asked = open.iter().filter(|open| wanted.holds(open));
    let cards: Vec<_> = asked
        .take(shown.get())
        .map(|open| need(workspace, open))
        .collect();
    if cards.is_empty() {
        return none(!open.is_empty());
    }
    view! {
        <h2 class="visually-hidden">{t(Text::CatalogueResults)}</h2>
        <div class="cards">{cards}</div>
        {more::more(count_of(open, wanted), shown, Plural::NeedsPageCount)}
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

fn need(workspace: &Workspace, open: &OpenNeed) -> AnyView {
    let OpenNeed {
        initiative,
        need,
        near,
    } = open;
    let heading_id = ["n-", initiative.id.as_str(), "-", need.id.as_str()].concat();
    let theme_class = theme::class(theme::place(workspace, initiative.theme.as_ref()));
    let kind = KINDS.iter().find(|(kind, _)| *kind == need.kind);
    let kind = kind.map(|(_, label)| view! { <p class="badges"><span class="badge">{t(*label)}</span></p> });
    let quantity = need.quantity.map(|quantity| {
        view! { <p>{about(t(Text::NeedsPageQuantity), &number(quantity.get()))}</p> }
    });
    let until = need.until.map(|until| {
        view! { <p class="need-until">{fill(Text::NeedsPageUntil, &[("date", &date(until))])}</p> }
    });
    let whom = card::Translated::of(initiative, "title", &initiative.title);
    view! {
        <article class=["card ", theme_class].concat() aria-labelledby=heading_id>
            <header class="card-head">
                <h3 class="card-title" id=heading_id.clone() lang=content_lang()>{need.what.clone()}</h3>
                {card::place(initiative, *near)}
            </header>
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
