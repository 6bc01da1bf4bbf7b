//! An initiative in a list.

use leptos::prelude::*;

use super::{contacts, icon, near, quantities, theme};
use crate::domain::date::Date;
use crate::domain::initiative::{Initiative, Need, Status};
use crate::domain::near::Nearness;
use crate::i18n::Text;
use crate::route::Page;
use crate::ui::texts::{content_lang, fill, lang, t};
use crate::workspace::{Origin, Workspace};

/// How many open needs a card names.
const MAX_NEEDS: usize = 2;

/// An initiative in a list: an article whose heading is a link to it. How near it is stands beside
/// its place, where that is known.
pub fn card(
    workspace: &Workspace,
    initiative: &Initiative,
    today: Date,
    distance: Option<Nearness>,
) -> AnyView {
    let heading_id = ["t-", initiative.id.as_str()].concat();
    let ended = initiative.is_ended(today);
    let theme_class = theme::class(theme::place(workspace, initiative.theme.as_ref()));
    let class = ["card ", theme_class, if ended { " card-ended" } else { "" }].concat();
    let title = Translated::of(initiative, "title");
    let summary = Translated::of(initiative, "summary");
    let place = place(initiative, distance);
    let organiser = initiative.organiser.name.clone();
    let organiser = (!organiser.is_empty())
        .then(|| view! { <p class="card-organiser soft" lang=content_lang()>{organiser}</p> });
    let needs: Vec<_> = initiative.open_needs(today).take(MAX_NEEDS).map(need).collect();
    let needs = (!needs.is_empty()).then(|| view! { <ul class="needs">{needs}</ul> });
    view! {
        <article class=class aria-labelledby=heading_id>
            <header class="card-head">
                <h3 class="card-title" id=heading_id.clone()>
                    <a href=Page::Initiative.href_of(&initiative.id) lang=title.lang>{title.text}</a>
                </h3>
                {place}
                {organiser}
            </header>
            {badges(workspace, initiative, today)}
            {(!summary.text.is_empty()).then(|| view! { <p class="card-summary" lang=summary.lang>{summary.text}</p> })}
            {quantities::headline(initiative)}
            {needs}
            {contacts::strips(&initiative.contacts, false, "strips")}
        </article>
    }
    .into_any()
}

/// A text in the person's language where the editor gave one, with its language where it is another.
pub struct Translated {
    /// The text.
    pub text: String,
    /// Its language, if it is not that of the page.
    pub lang: Option<String>,
}

impl Translated {
    /// A field of an initiative, one of those that can be translated.
    pub fn of(initiative: &Initiative, field: &str) -> Self {
        let foreign = content_lang();
        let translated = foreign
            .as_ref()
            .and_then(|_| initiative.translated(lang().code(), field));
        match translated {
            Some(text) => Self {
                text: text.to_owned(),
                lang: None,
            },
            None => Self {
                text: initiative.original(field).to_owned(),
                lang: foreign,
            },
        }
    }
}

/// Where an initiative works, and how near that is: « Mazingarbe · à 8 km ».
pub fn place(initiative: &Initiative, distance: Option<Nearness>) -> Option<AnyView> {
    let near = distance.map(near::words);
    let parts = [place_line(initiative)].into_iter().chain(near);
    let parts: Vec<String> = parts.filter(|part| !part.is_empty()).collect();
    (!parts.is_empty()).then(|| {
        view! { <p class="card-place">{icon::icon(icon::PLACE)} " " {parts.join(" · ")}</p> }.into_any()
    })
}

/// Where an initiative works: « Mazingarbe · aussi pour Avion et Annay », « Ferques, Boulonnais », or a
/// whole area.
pub fn place_line(initiative: &Initiative) -> String {
    let place = &initiative.place;
    let own = match (place.commune.is_empty(), place.area.is_empty()) {
        (true, true) => String::new(),
        (true, false) => fill(Text::CardArea, &[("area", &place.area)]),
        (false, true) => place.commune.clone(),
        (false, false) => [place.commune.as_str(), ", ", &place.area].concat(),
    };
    // Owned like the parts of `place`, so that one function joins both.
    let served: Vec<String> = initiative
        .served
        .iter()
        .map(|served| served.commune.clone())
        .collect();
    if served.is_empty() {
        return own;
    }
    let served = served.join(", ");
    if own.is_empty() {
        served
    } else {
        fill(Text::CardServes, &[("place", &own), ("served", &served)])
    }
}

/// What stands out about an entry: that it is over, a draft, changed or made on this device.
pub fn badges(workspace: &Workspace, initiative: &Initiative, today: Date) -> AnyView {
    let mut badges = Vec::new();
    let mut badge = |class: &'static str, shape, text| {
        badges.push(view! { <li class=class>{icon::icon(shape)}{t(text)}</li> });
    };
    if initiative.status == Status::Draft {
        badge("badge badge-changed", icon::EDIT, Text::BadgeDraft);
    }
    if initiative.is_ended(today) {
        badge("badge badge-ended", icon::DONE, Text::BadgeEnded);
    } else if initiative.is_stale(today, workspace.shown().site.stale_after_days) {
        badge("badge badge-ended", icon::WARN, Text::BadgeStale);
    }
    match workspace.origin(&initiative.id) {
        Origin::Published => {}
        Origin::Changed => badge("badge badge-changed", icon::DEVICE, Text::BadgeChanged),
        Origin::Local => badge("badge badge-changed", icon::DEVICE, Text::BadgeLocal),
    }
    if !workspace.conflicts_of(&initiative.id).is_empty() {
        badge("badge badge-conflict", icon::WARN, Text::BadgeConflict);
    }
    if badges.is_empty() {
        return ().into_any();
    }
    view! { <ul class="badges" aria-label=t(Text::BadgeLabel)>{badges}</ul> }.into_any()
}

/// An open need.
pub fn need(need: &Need) -> AnyView {
    view! {
        <li class="need need-open">
            {icon::icon(icon::NEED)}
            <span>
                <span class="need-label">{t(Text::NeedLabel)}</span>
                " "
                <span lang=content_lang()>{need.what.clone()}</span>
            </span>
        </li>
    }
    .into_any()
}
