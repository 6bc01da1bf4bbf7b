//! The facts about an initiative that have a name: whom it is for, when, where it was told of.

use leptos::prelude::*;

use crate::domain::date::Date;
use crate::domain::initiative::{Initiative, Period};
use crate::domain::link::Link;
use crate::i18n::{Plural, Text};
use crate::route::Page;
use crate::state::use_app;
use crate::ui::components::card::Translated;
use crate::ui::components::release::name_of;
use crate::ui::texts::{content_lang, count_of, date, fill, t};
use crate::workspace::Workspace;

/// The facts about an initiative that have a name.
pub(super) fn facts(workspace: &Workspace, initiative: &Initiative) -> Option<AnyView> {
    let mut rows = Vec::new();
    let mut row =
        |name: Text, value: AnyView| rows.push(view! { <div><dt>{t(name)}</dt><dd>{value}</dd></div> });
    let text = |text: &str| {
        let text = (!text.is_empty()).then(|| text.to_owned())?;
        Some(view! { <span lang=content_lang()>{text}</span> }.into_any())
    };
    let translated = |field: &str| {
        let Translated { text, lang } = Translated::of(initiative, field);
        (!text.is_empty()).then(|| view! { <span lang=lang>{text}</span> }.into_any())
    };
    let served: Vec<&str> = initiative
        .served
        .iter()
        .map(|served| served.commune.as_str())
        .collect();
    if let Some(served) = text(&served.join(", ")) {
        row(Text::FactServed, served);
    }
    if let Some(audience) = translated("audience") {
        row(Text::FactAudience, audience);
    }
    // The period is said in the page's language.
    let period = period(&initiative.period);
    if !period.is_empty() {
        row(Text::FactPeriod, period.into_any());
    }
    if let Some(practical) = translated("practical") {
        row(Text::FactPractical, practical);
    }
    if let Some(tags) = text(&initiative.tags.join(", ")) {
        row(Text::FactTags, tags);
    }
    let communique = initiative
        .source
        .communique
        .as_ref()
        .and_then(|id| workspace.shown().communique(id));
    if let Some(communique) = communique {
        let address = Page::Communique.href_of(&communique.id);
        row(
            Text::FactSource,
            view! { <a href=address>{name_of(communique)}</a> }.into_any(),
        );
    }
    // The scheme is checked again where the link is made.
    if let Some(link) = initiative
        .source
        .url
        .as_ref()
        .and_then(|url| Link::parse(url.as_str()))
    {
        let address = link.as_str().to_owned();
        let shown = link.display().to_owned();
        row(
            Text::FactUrl,
            view! { <a href=address rel="noopener">{shown}</a> }.into_any(),
        );
    }
    if let Some(day) = initiative.verified_on {
        let allowed = workspace.shown().site.stale_after_days;
        let stale = allowed
            .filter(|_| initiative.is_stale(use_app().today, allowed))
            .map(|days| [" ", &count_of(Plural::FactStale, f64::from(days), &[])].concat());
        row(
            Text::FactVerified,
            view! { <time datetime=day.to_string()>{date(day)}</time> {stale} }.into_any(),
        );
    }
    (!rows.is_empty()).then(|| {
        view! {
            <section class="sheet-section" aria-labelledby="facts-t">
                <h2 id="facts-t">{t(Text::FactsTitle)}</h2>
                <dl class="facts">{rows}</dl>
            </section>
        }
        .into_any()
    })
}

/// « du 27 avril 2020 au 3 mai 2020. Tous les mardis », as far as it says.
pub(in crate::ui::pages) fn period(period: &Period) -> String {
    let on = |text: Text, day: Date| fill(text, &[("date", &date(day))]);
    let dates = match (period.start, period.end) {
        (Some(start), Some(end)) => fill(
            Text::PeriodBetween,
            &[("start", &date(start)), ("end", &date(end))],
        ),
        (Some(start), None) => on(Text::PeriodSince, start),
        (None, Some(end)) => on(Text::PeriodUntil, end),
        (None, None) => String::new(),
    };
    match (dates.is_empty(), period.note.is_empty()) {
        (_, true) => dates,
        (true, false) => period.note.clone(),
        (false, false) => [dates.as_str(), ". ", &period.note].concat(),
    }
}
