//! The log: who proposed what, and what was decided. It is on this device alone, and in its backups.

use leptos::prelude::*;

use super::desk::Desk;
use super::{answering, says};
use crate::domain::decision::Decision;
use crate::i18n::{Plural, Text};
use crate::ui::components::{icon, more};
use crate::ui::pages::proposals::words;
use crate::ui::texts::{content_lang, count, fill, instant, t};
use crate::workspace::Workspace;

/// How many decisions are drawn at first and at each « Afficher plus ».
const PAGE: usize = 20;

/// The log, folded away.
pub(super) fn log(desk: Desk) -> AnyView {
    let limit = RwSignal::new(PAGE);
    let decisions = Memo::new(move |_| desk.inbox.with(|inbox| inbox.log().len()));
    let open = RwSignal::new(false);
    let rows = move || {
        open.get().then(|| {
            desk.app.with_workspace(|workspace| {
                desk.inbox.with(|inbox| {
                    let decisions = inbox.log().into_iter().take(limit.get());
                    decisions
                        .map(|decision| row(workspace, decision))
                        .collect::<Vec<_>>()
                })
            })
        })
    };
    let more = move || more::of_rows(decisions.get(), limit, PAGE, Text::CatalogueMore);
    view! {
        <section aria-labelledby="log-t" class="stack">
            <h2 id="log-t">{t(Text::ReviewLog)}</h2>
            <p class="soft">{t(Text::ReviewLogText)}</p>
            <details class="filters" on:toggle=move |_| open.set(true)>
                <summary class="filters-summary">
                    <span>{move || count(Plural::ReviewLogCount, decisions.get())}</span>
                    {icon::icon(icon::DOWN)}
                </summary>
                <div class="filters-body stack">
                    <ol class="panels" role="list">{rows}</ol>
                    {more}
                </div>
            </details>
        </section>
    }
    .into_any()
}

fn row(workspace: &Workspace, decision: &Decision) -> AnyView {
    let title = if decision.is_about_message() {
        answering::called(&decision.title).to_owned()
    } else {
        says::title(&decision.target, &decision.title)
    };
    let message = (decision.is_about_message() && !decision.title.is_empty())
        .then(|| view! { <blockquote class="review-message">{decision.title.clone()}</blockquote> });
    let answers = answering::ways(&decision.reply_to, &title);
    let who = if decision.reply_to.is_empty() {
        t(Text::ReviewNobody)
    } else {
        &decision.reply_to
    };
    let from = fill(
        Text::ReviewLogFrom,
        &[("who", who), ("when", &instant(&decision.received_at))],
    );
    let fields: Vec<_> = decision
        .fields
        .iter()
        .map(|(path, delta)| {
            let told = words::of(workspace, &decision.target, path, &delta.after);
            let told = if told.is_empty() {
                t(Text::ProposalNothing).to_owned()
            } else {
                told
            };
            view! {
                <div>
                    <dt>{says::field(path)}</dt>
                    <dd lang=content_lang()>{told}</dd>
                </div>
            }
        })
        .collect();
    let why = decision.reason.as_ref().map(says::reason);
    let check = decision.check.as_ref().map(says::check);
    let notes = [why.unwrap_or(""), check.unwrap_or(""), &decision.note];
    let notes: Vec<&str> = notes.into_iter().filter(|note| !note.is_empty()).collect();
    let notes = (!notes.is_empty()).then(|| view! { <p>{notes.join(" · ")}</p> });
    view! {
        <li class="review-logged">
            <h3 class="diff-field" lang=content_lang()>{title}</h3>
            <p>
                <span class="badge">{says::outcome(&decision.outcome).to_owned()}</span>
                " "
                <time class="small soft" datetime=decision.at.as_str().to_owned()>{instant(&decision.at)}</time>
            </p>
            <p class="soft small">{from}</p>
            {message}
            {answers}
            <dl class="facts">{fields}</dl>
            {notes}
        </li>
    }
    .into_any()
}
