//! One initiative as a poster: what, where, when, whom to call.

use leptos::prelude::*;

use super::{controls, parts};
use crate::domain::contact::Means;
use crate::domain::id::Id;
use crate::domain::initiative::{Initiative, Status};
use crate::format::publish::without_private;
use crate::i18n::Text;
use crate::route::Page;
use crate::state::use_app;
use crate::ui::components::card::Translated;
use crate::ui::components::page::{self as arrival, site_title};
use crate::ui::components::{contacts, theme};
use crate::ui::pages::initiative::{facts, known};
use crate::ui::texts::{content_lang, lang, t};
use crate::workspace::{Origin, Workspace};

/// From how many characters of running text on it is set smaller, to stay on one page.
const LONG: usize = 500;

/// The poster of an initiative; none where the address has no identifier that can be one. A draft is nobody's
/// to read yet.
pub(super) fn page(id: Option<Id>) -> AnyView {
    known(id, |workspace, known| {
        let is_public = known.status != Status::Draft;
        is_public.then(|| drawn(workspace, &without_private(known.clone())))
    })
}

fn drawn(workspace: &Workspace, initiative: &Initiative) -> AnyView {
    let app = use_app();
    let site = &workspace.shown().site;
    let title = Translated::of(initiative, "title");
    let summary = Translated::of(initiative, "summary");
    let place = theme::place(workspace, initiative.theme.as_ref());
    let theme = place.map(|place| workspace.shown().themes[place].name(lang().code()).to_owned());
    let practical = Translated::of(initiative, "practical");
    let running = summary.text.len() + practical.text.len() + title.text.len();
    let class = if running > LONG {
        "paper paper-one paper-long"
    } else {
        "paper paper-one"
    };
    let ended = initiative
        .is_ended(app.today)
        .then(|| view! { <p class="paper-ended">{t(Text::BadgeEnded)}</p> });
    let local = workspace.origin(&initiative.id) == Origin::Local;
    // The page of what is on this phone alone is nobody else's.
    let address = Page::Initiative.href_of(&initiative.id);
    let code = (!local).then(|| parts::code(&address, Text::PosterCodeOne));
    let not_published = local.then(|| view! { <p class="no-print">{t(Text::PosterLocal)}</p> });
    let day = parts::day(workspace, app.today);
    arrival::arrive(title.text.clone());
    view! {
        {controls(address, Text::PosterBackOne)}
        {not_published}
        <article class=class aria-labelledby="title">
            <header class="paper-about">
                <p class="paper-site">{[Some(site_title(app)), theme].into_iter().flatten().collect::<Vec<_>>().join(" · ")}</p>
                <h1 id="title" tabindex="-1" lang=title.lang>{title.text}</h1>
                {ended}
            </header>
            {(!summary.text.is_empty()).then(|| view! { <p class="paper-lead" lang=summary.lang>{summary.text}</p> })}
            <div class="paper-middle">
                {told(initiative, practical)}
                {code}
            </div>
            {parts::needs(initiative, app.today)}
            {reached(workspace, initiative)}
            {parts::emergency(site)}
            {parts::foot(site, day, app.today)}
        </article>
    }
    .into_any()
}

/// Where, when, for whom, and what else one must know.
fn told(initiative: &Initiative, practical: Translated) -> AnyView {
    let audience = Translated::of(initiative, "audience");
    let rows = [
        (Text::PosterWhere, parts::where_line(initiative), content_lang()),
        (Text::PosterWhen, facts::period(&initiative.period), None),
        (Text::FactAudience, audience.text, audience.lang),
        (Text::PosterPractical, practical.text, practical.lang),
    ];
    let rows = rows.into_iter().filter(|(_, value, _)| !value.is_empty());
    let rows = rows.map(|(name, value, lang)| {
        view! { <div class="paper-fact"><dt>{t(name)}</dt><dd class="paper-lines" lang=lang>{value}</dd></div> }
    });
    view! { <dl class="paper-facts">{rows.collect_view()}</dl> }.into_any()
}

/// Whom to call, and the other ways. Who left no contact is reached through the site's publisher.
fn reached(workspace: &Workspace, initiative: &Initiative) -> Option<AnyView> {
    let own = &initiative.contacts;
    let reached = if own.is_empty() {
        contacts::of_publisher(&workspace.shown().site.publisher)
    } else {
        own.clone()
    };
    let calls = reached
        .iter()
        .any(|contact| matches!(contact.means, Means::Phone(_)));
    let heading = if calls {
        Text::PosterCall
    } else {
        Text::PosterWrite
    };
    let list = parts::contacts(&reached)?;
    let view = view! {
        <section class="paper-call paper-whole" aria-labelledby="call-t">
            <h2 id="call-t">{t(heading)}</h2>
            {list}
        </section>
    };
    Some(view.into_any())
}
