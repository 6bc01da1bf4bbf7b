//! The press releases, newest first.

use leptos::prelude::*;

use crate::domain::communique::{Communique, newest_first};
use crate::domain::date::Date;
use crate::i18n::{Lang, Plural, Text};
use crate::route::Page;
use crate::state::use_app;
use crate::ui::components::{icon, loaded, page as arrival};
use crate::ui::texts::{count, date, fill, lang, t};
use crate::workspace::Workspace;

/// The press releases, newest first; those that are still being written in editor mode alone.
pub fn page() -> AnyView {
    loaded::loaded(t(Text::CommuniquesTitle), || {
        let app = use_app();
        let cards = move || {
            let editor = app.is_editor();
            app.with_workspace(|workspace| {
                newest_first(&workspace.shown().communiques)
                    .into_iter()
                    .filter(|communique| editor || !communique.is_draft())
                    .map(|communique| card(workspace, communique))
                    .collect::<Vec<_>>()
            })
            .filter(|cards| !cards.is_empty())
            .map_or_else(none, |cards| {
                view! { <ul class="panels narrow">{cards}</ul> }.into_any()
            })
        };
        view! {
            <header class="page-head narrow">
                {arrival::heading(t(Text::CommuniquesTitle))}
                <p class="soft">{t(Text::CommuniquesLine)}</p>
                {move || app.is_editor().then(compose)}
            </header>
            {cards}
        }
        .into_any()
    })
}

fn compose() -> AnyView {
    view! {
        <p class="actions">
            <a class="button" href=Page::Compose.href()>{icon::icon(icon::EDIT)}{t(Text::ComposeTitle)}</a>
            <a class="button" href=Page::Import.href()>{icon::icon(icon::UPLOAD)}{t(Text::ImporterLink)}</a>
        </p>
    }
    .into_any()
}

fn none() -> AnyView {
    view! { <p class="empty narrow">{t(Text::CommuniquesNone)}</p> }.into_any()
}

fn card(workspace: &Workspace, communique: &Communique) -> AnyView {
    let address = Page::Communique.href_of(&communique.id);
    let title_id = ["t-", communique.id.as_str()].concat();
    let number = communique
        .number
        .map(|number| view! { <p class="release-number">{short_number(number)}</p> });
    let items = communique.item_count();
    let items = (items > 0).then(|| view! { " · " {count(Plural::CommuniquesItems, items)} });
    view! {
        <li>
            <article class="panel release-card" aria-labelledby=title_id>
                {number}
                <div class="stack">
                    <h2 class="panel-title" id=title_id.clone() lang=content_lang(workspace)>
                        <a href=address>{communique.title.clone()}</a>
                    </h2>
                    {badge(communique)}
                    <p class="soft">{dateline(&communique.place, communique.date)} {items}</p>
                </div>
            </article>
        </li>
    }
    .into_any()
}

/// « n° 7 ».
pub(super) fn short_number(number: u32) -> String {
    fill(Text::CommuniqueShortNumber, &[("number", &number.to_string())])
}

/// « Arras, le 30 avril 2020 », as far as it is known.
pub(super) fn dateline(place: &str, day: Option<Date>) -> AnyView {
    let place = place.to_owned();
    let Some(day) = day else {
        return place.into_any();
    };
    let given = (!place.is_empty()).then(|| fill(Text::CommuniqueGiven, &[("place", &place)]) + " ");
    view! { {given} <time datetime=day.to_string()>{date(day)}</time> }.into_any()
}

/// What kind of press release it is, where it is not an ordinary one.
pub(super) fn badge(communique: &Communique) -> Option<AnyView> {
    use crate::domain::communique::CommuniqueStatus::{Correction, Draft};
    let (class, text) = match communique.status {
        Draft => ("badge badge-draft", Text::CommuniqueDraft),
        Correction => ("badge", Text::CommuniqueCorrection),
        _ => return None,
    };
    Some(view! { <p class="badges"><span class=class>{t(text)}</span></p> }.into_any())
}

/// The language of the site's texts, where it is not that of the page.
pub(super) fn content_lang(workspace: &Workspace) -> Option<String> {
    let own = workspace.shown().site.lang.as_str();
    (Lang::from_tag(own) != Some(lang())).then(|| own.to_owned())
}
