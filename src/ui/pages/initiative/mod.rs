//! One initiative: everything that is known of it, and what one can do with it.

mod actions;
mod conflicts;
mod dialogs;
pub(super) mod facts;
mod going;
pub(super) mod passages;
mod removing;
mod report;

use leptos::prelude::*;

use crate::browser::document;
use crate::domain::id::Id;
use crate::domain::initiative::{Initiative, Need, NeedState};
use crate::format::json_ld;
use crate::format::outgoing::Outgoing;
use crate::i18n::Text;
use crate::route::Page;
use crate::state::use_app;
use crate::ui::address::use_address;
use crate::ui::components::card::{self, Translated};
use crate::ui::components::{contacts, icon, loaded, page as arrival, quantities, theme};
use crate::ui::pages::unknown::nothing_here;
use crate::ui::texts::{content_lang, date, fill, lang, t};
use crate::workspace::{Origin, Workspace};

/// One initiative, by its identifier; none where the address has none that can be one.
pub fn page(id: Option<Id>) -> AnyView {
    loaded::loaded(t(Text::InitiativeLoading), move || {
        let dialogs = id.clone().map(dialogs::dialogs);
        view! {
            {drawn(id.clone(), |workspace, initiative| Some(sheet(workspace, initiative)))}
            {dialogs}
        }
        .into_any()
    })
}

/// What is drawn of an initiative once the catalogue is there, or that there is nothing of that name here.
pub(super) fn known(
    id: Option<Id>,
    draw: impl Fn(&Workspace, &Initiative) -> Option<AnyView> + Copy + Send + Sync + 'static,
) -> AnyView {
    loaded::loaded(t(Text::InitiativeLoading), move || drawn(id.clone(), draw))
}

/// An initiative, drawn anew whenever something is saved or arrives.
fn drawn(
    id: Option<Id>,
    draw: impl Fn(&Workspace, &Initiative) -> Option<AnyView> + Send + Sync + 'static,
) -> AnyView {
    let app = use_app();
    (move || {
        let known = id.as_ref().and_then(|id| {
            app.with_workspace(|workspace| draw(workspace, workspace.shown().initiative(id)?))
        });
        known.flatten().unwrap_or_else(|| {
            nothing_here(
                Text::InitiativeUnknownTitle,
                Text::InitiativeUnknownAdvice,
                Page::Catalogue,
                Text::UnknownHome,
            )
        })
    })
    .into_any()
}

fn sheet(workspace: &Workspace, initiative: &Initiative) -> AnyView {
    let app = use_app();
    let place = theme::place(workspace, initiative.theme.as_ref());
    let title = Translated::of(initiative, "title");
    let summary = Translated::of(initiative, "summary");
    let theme_name = place.map(|place| workspace.shown().themes[place].name(lang().code()).to_owned());
    let theme_line = theme_name.map(|name| view! { <p class="card-theme">{theme::mark(place)} {name}</p> });
    let where_ = initiative.place.line();
    let where_ = (!where_.is_empty())
        .then(|| view! { <p class="card-place">{icon::icon(icon::PLACE)} " " {where_}</p> });
    let organiser = initiative.organiser.name.clone();
    let organiser =
        (!organiser.is_empty()).then(|| view! { <p class="soft" lang=content_lang()>{organiser}</p> });
    let lead =
        (!summary.text.is_empty()).then(|| view! { <p class="lead" lang=summary.lang>{summary.text}</p> });
    let local = if app.is_editor() {
        Text::InitiativeLocalTextEditor
    } else {
        Text::InitiativeLocalText
    };
    let not_published = (workspace.origin(&initiative.id) == Origin::Local).then(|| {
        view! {
            <div class="notice notice-warn">
                {icon::icon(icon::DEVICE)}
                <div class="notice-body">
                    <p class="notice-title">{t(Text::InitiativeLocalTitle)}</p>
                    <p>{t(local)}</p>
                </div>
            </div>
        }
    });
    arrival::arrive(title.text.clone());
    let linked = linked(workspace, initiative);
    view! {
        <nav aria-label=t(Text::BackLabel)>
            <a class="back" href=use_address().list()>{icon::icon(icon::BACK)}{t(Text::BackToCatalogue)}</a>
        </nav>
        {not_published}
        {conflicts::conflicts(workspace, initiative)}
        <div class="columns">
            <article class=["sheet ", theme::class(place)].concat() aria-labelledby="title">
                <header class="page-head">
                    <h1 id="title" tabindex="-1" lang=title.lang>{title.text}</h1>
                    {theme_line}
                    {where_}
                    {organiser}
                    {card::badges(workspace, initiative, app.today)}
                </header>
                {app.is_editor().then(|| outdated(initiative))}
                {lead}
                {needs(initiative)}
                {reach(initiative)}
                {going::going(initiative)}
                {measures(initiative)}
                {facts::facts(workspace, initiative)}
                {passages::passages(initiative.id.clone())}
                {linked}
            </article>
            {actions::actions(workspace, initiative)}
        </div>
    }
    .into_any()
}

/// That a translation is to be read again, for who can do it.
fn outdated(initiative: &Initiative) -> Option<AnyView> {
    initiative.has_outdated().then(|| {
        view! {
            <div class="notice notice-warn">
                {icon::icon(icon::WARN)}
                <div class="notice-body">
                    <p class="notice-title">{t(Text::TranslationOutdated)}</p>
                    <p>{t(Text::TranslationOutdatedText)}</p>
                    <p class="actions">
                        <a class="button" href=Page::Edit.href_of(&initiative.id)>
                            {icon::icon(icon::EDIT)}
                            {t(Text::TranslationReview)}
                        </a>
                    </p>
                </div>
            </div>
        }
        .into_any()
    })
}

/// What a search engine reads of a published initiative. A block of data, which the policy lets stand: no
/// browser runs it.
fn linked(workspace: &Workspace, initiative: &Initiative) -> Option<AnyView> {
    let outgoing = Outgoing {
        catalogue: workspace.shown(),
        address: &document::absolute("./"),
        lang: lang(),
    };
    let is_local = workspace.origin(&initiative.id) == Origin::Local;
    let text = json_ld::write(&outgoing, initiative).filter(|_| !is_local)?;
    Some(view! { <script type="application/ld+json" prop:textContent=text></script> }.into_any())
}

fn needs(initiative: &Initiative) -> Option<AnyView> {
    let today = use_app().today;
    let ended = initiative.is_ended(today);
    let rows: Vec<_> = initiative
        .needs
        .iter()
        .map(|need| need_row(need, !ended && need.is_open(today)))
        .collect();
    (!rows.is_empty()).then(|| {
        view! {
            <section class="sheet-section" aria-labelledby="needs-t">
                <h2 id="needs-t">{t(Text::NeedsTitle)}</h2>
                <ul class="needs">{rows}</ul>
            </section>
        }
        .into_any()
    })
}

fn need_row(need: &Need, open: bool) -> AnyView {
    if open {
        let until = need.until.map(|until| {
            view! { " " <span class="small">{fill(Text::NeedUntil, &[("date", &date(until))])}</span> }
        });
        return view! {
            <li class="need need-open">
                {icon::icon(icon::NEED)}
                <span><span class="need-label">{t(Text::NeedLabel)}</span> " " <span lang=content_lang()>{need.what.clone()}</span> {until}</span>
            </li>
        }
        .into_any();
    }
    let (class, shape, state) = match need.state {
        NeedState::Paused => ("need need-paused", icon::PAUSE, Text::NeedPaused),
        NeedState::Met => ("need need-met", icon::CHECK, Text::NeedMet),
        _ => ("need need-met", icon::CHECK, Text::NeedClosed),
    };
    view! {
        <li class=class>
            {icon::icon(shape)}
            <span>
                <span class="need-label">{t(Text::NeedLabel)}</span>
                " "
                <span lang=content_lang()>{need.what.clone()}</span>
                " "
                <span class="small">{t(state)}</span>
            </span>
        </li>
    }
    .into_any()
}

fn reach(initiative: &Initiative) -> Option<AnyView> {
    (!initiative.contacts.is_empty()).then(|| {
        view! {
            <section class="sheet-contacts" aria-labelledby="contacts-t">
                <h2 id="contacts-t">{t(Text::ContactsTitle)}</h2>
                {contacts::strips(&initiative.contacts, true, "strips sheet-strips")}
            </section>
        }
        .into_any()
    })
}

fn measures(initiative: &Initiative) -> Option<AnyView> {
    let pair = initiative.progress();
    let mut rows = Vec::new();
    let dated = |when: Option<crate::domain::date::Date>| {
        when.map(|when| {
            view! {
                <p class="measure-note">
                    {t(Text::MeasureAsOf)} " " <time datetime=when.to_string()>{date(when)}</time>
                </p>
            }
        })
    };
    if let Some((produced, target)) = pair {
        let gauge = quantities::gauge(produced, target, "progress");
        rows.push(view! { <li>{gauge}{dated(produced.as_of)}</li> }.into_any());
    }
    for measure in &initiative.measures {
        let told =
            pair.is_some_and(|(produced, target)| measure.id == produced.id || measure.id == target.id);
        if !told {
            let figure = quantities::figure(measure);
            rows.push(view! { <li>{figure}{dated(measure.as_of)}</li> }.into_any());
        }
    }
    (!rows.is_empty()).then(|| {
        view! {
            <section class="sheet-section" aria-labelledby="measures-t">
                <h2 id="measures-t">{t(Text::MeasuresTitle)}</h2>
                <ul class="measures">{rows}</ul>
            </section>
        }
        .into_any()
    })
}
