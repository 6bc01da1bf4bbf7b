//! What a chosen file would change, told before anything is written.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::columns::Columns;
use super::exchange::PREVIEW_TITLE;
use super::{Stage, columns, foreign, handover, restoring, warnings};
use crate::browser::{clock, document};
use crate::i18n::{Plural, Text};
use crate::route::Page;
use crate::state::{App, Keeping, review, use_app};
use crate::storage::port::WriteError;
use crate::ui::address::{Step, use_address};
use crate::ui::components::notices::not_kept;
use crate::ui::components::{choice, icon};
use crate::ui::opened::{Opened, use_opened};
use crate::ui::texts::{count, fill, number, t};
use crate::workspace::import::{Content, Incoming, Mode, Plan};

/// How many titles of one kind are named; more are counted.
const TITLES: usize = 100;

/// What is told of the chosen file.
pub(super) fn preview(stage: RwSignal<Stage>) -> AnyView {
    let app = use_app();
    let status = move || match stage.get() {
        Stage::Reading(name) => fill(Text::ImportReading, &[("name", &name)]),
        _ => String::new(),
    };
    let shown = move || match stage.get() {
        Stage::Idle | Stage::Reading(_) => ().into_any(),
        Stage::Refused(name, why) => refused(stage, &name, why),
        Stage::Columns(name, told) => columns::columns(stage, &name, &told),
        Stage::Preview(name, incoming, table) => match &incoming.content {
            Content::Backup(_) => restoring::preview(app, stage, &name, &incoming),
            Content::Handover(sealed) => handover::opening(stage, &name, sealed),
            _ => planned(app, stage, &name, &incoming, table.as_ref()),
        },
    };
    view! {
        <p role="status" class="soft">{status}</p>
        {shown}
    }
    .into_any()
}

fn refused(stage: RwSignal<Stage>, name: &str, why: String) -> AnyView {
    let title = fill(Text::ImportRefused, &[("name", name)]);
    view! {
        <div class="notice notice-bad" role="alert">
            {icon::icon(icon::ALERT)}
            <div class="notice-body">
                <h2 class="notice-title" id=PREVIEW_TITLE tabindex="-1">{title}</h2>
                <p>{why}</p>
                <p>{t(Text::ImportUntouched)}</p>
                <p class="actions">{nothing(stage, Text::NoticeClose)}</p>
            </div>
        </div>
    }
    .into_any()
}

/// The button that leaves everything as it is.
pub(super) fn nothing(stage: RwSignal<Stage>, label: Text) -> AnyView {
    let close = move |_| {
        stage.set(Stage::Idle);
        document::focus("#out-t ~ .actions .button:last-child");
    };
    view! { <button type="button" class="button" on:click=close>{t(label)}</button> }.into_any()
}

fn planned(
    app: App,
    stage: RwSignal<Stage>,
    name: &str,
    incoming: &Arc<Incoming>,
    table: Option<&Columns>,
) -> AnyView {
    let title = fill(Text::ImportTitle, &[("name", name)]);
    let mode = RwSignal::new(Mode::Join);
    let busy = RwSignal::new(false);
    let origin = match table {
        Some(_) => view! { <p>{t(Text::ColumnsOrigin)}</p> }.into_any(),
        None => origin(app, &incoming.content),
    };
    let back = table.map(|table| columns::back(stage, name, table));
    if let Content::Contribution(contribution) = &incoming.content
        && app.with_workspace(|workspace| workspace.edition().site.id != contribution.site) == Some(true)
    {
        let close = view! { <p class="actions">{nothing(stage, Text::NoticeClose)}</p> };
        return told(&title, vec![origin, close.into_any()]);
    }
    let answers = match &incoming.content {
        Content::Catalogue(catalogue) => foreign::Answers::to(app, catalogue),
        _ => None,
    };
    let questions = answers
        .as_ref()
        .and_then(|answers| foreign::questions(app, answers));
    // The rows of a table are no whole catalogue: they join what is here.
    let asks_mode = table.is_none()
        && answers.is_none()
        && matches!(incoming.content, Content::Catalogue(_))
        && app.with_workspace(|workspace| !workspace.changes().is_empty()) == Some(true);
    let mode_choice = asks_mode.then(|| mode_choice(mode));
    let warned = warnings::warnings(&incoming.warnings);
    // Comparing thousands of entries takes a moment, so it is done once for each answer.
    let planned = {
        let (incoming, answers) = (Arc::clone(incoming), answers.clone());
        move || match &answers {
            Some(answers) => answers.plan(app),
            None => app.plan(&incoming.content, mode.get_untracked()),
        }
    };
    let plan = RwSignal::new(planned());
    let told_before = answers.clone();
    {
        let planned = planned.clone();
        Effect::new(move |before: Option<()>| {
            mode.track();
            if let Some(answers) = &answers {
                answers.track();
            }
            if before.is_some() {
                plan.set(planned());
            }
        });
    }
    let to_inbox = to_inbox(app, &incoming.content);
    let unreadable = incoming.unreadable;
    let counted = move || {
        plan.with(|plan| match plan {
            Some(plan) => summary(plan, unreadable),
            None => view! { <p>{t(Text::DataNoCatalogue)}</p> }.into_any(),
        })
    };
    let button = move || {
        plan.with(|plan| match plan {
            Some(plan) => count(Plural::ImportConfirm, plan.touched()),
            None => t(Text::ImportNothingLabel).to_owned(),
        })
    };
    let confirm = move |_| {
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        let (planned, answers) = (planned.clone(), told_before.clone());
        spawn_local(async move {
            clock::let_draw().await;
            // What is here now decides, not what was here when the preview was drawn.
            if let Some(plan) = planned()
                && write(app, stage, plan)
                && let Some(answers) = answers
            {
                answers.remember(app);
            }
            busy.set(false);
        });
    };
    let unloaded = move || busy.get() || app.workspace.with(Option::is_none);
    let working = move || if busy.get() { t(Text::ImportWriting) } else { "" };
    let inside = view! {
        <p class="soft">{t(Text::ImportNotYet)}</p>
        {origin}
        {mode_choice}
        {questions}
        {counted}
        {warned}
        <p role="status" class="soft">{working}</p>
        <p class="actions">
            <button type="button" class="button button-main" disabled=unloaded on:click=confirm>
                {icon::icon(icon::UPLOAD)}
                {button}
            </button>
            {to_inbox}
            {back}
            {nothing(stage, Text::ImportNothing)}
        </p>
    };
    told(&title, vec![inside.into_any()])
}

/// The way of somebody's proposals into the editor's inbox, where each field is decided on.
fn to_inbox(app: App, content: &Content) -> Option<AnyView> {
    let Content::Contribution(contribution) = content else {
        return None;
    };
    let (Opened(opened), address) = (use_opened(), use_address());
    let text = review::handed_over(contribution);
    let open = move |_| {
        opened.set(Some(text.clone()));
        address.go(Page::Review.href(), Step::Visit);
    };
    app.is_editor().then(|| {
        view! { <button type="button" class="button" on:click=open>{t(Text::ReviewOpenHere)}</button> }
            .into_any()
    })
}

/// What is told of a file, under a heading that takes the focus.
pub(super) fn told(title: &str, inside: Vec<AnyView>) -> AnyView {
    view! {
        <section class="panel" aria-labelledby=PREVIEW_TITLE>
            <h2 class="panel-title" id=PREVIEW_TITLE tabindex="-1">{title.to_owned()}</h2>
            {inside}
        </section>
    }
    .into_any()
}

/// Writes what was planned, and says what came of it: whether it is so now.
fn write(app: App, stage: RwSignal<Stage>, plan: Plan) -> bool {
    let touched = plan.touched();
    match app.import(plan) {
        Ok(Some(undo)) => {
            stage.set(Stage::Idle);
            let done = match app.keeping.get_untracked() {
                Keeping::Device => Plural::ImportDone,
                Keeping::Nowhere | Keeping::Newer => Plural::ImportDonePage,
            };
            app.notices.undoable(count(done, touched), undo);
            document::focus("h1");
        }
        Ok(None) => {
            stage.set(Stage::Idle);
            app.notices.good(t(Text::ImportNoChange));
            document::focus("h1");
        }
        Err(WriteError::Full) => {
            app.notices.bad(t(Text::ImportFull));
            return false;
        }
        Err(error) => {
            app.notices.bad(not_kept(error));
            return false;
        }
    }
    true
}

/// Whose file it is: of this site, of another one, or somebody's proposals.
fn origin(app: App, content: &Content) -> AnyView {
    let Some(here) = app.with_workspace(|workspace| workspace.edition().site.id.clone()) else {
        // Nobody can tell while no catalogue is loaded.
        return ().into_any();
    };
    let (same, text) = match content {
        Content::Catalogue(catalogue) => {
            let same = here == catalogue.site.id;
            let site = if catalogue.site.title.is_empty() {
                catalogue.site.id.as_str()
            } else {
                &catalogue.site.title
            };
            let text = if same {
                Text::ImportSameSite
            } else {
                Text::ImportOtherSite
            };
            (same, fill(text, &[("site", site)]))
        }
        Content::Contribution(contribution) => {
            let same = here == contribution.site;
            let text = if same {
                Text::ImportContribution
            } else {
                Text::ImportContributionElsewhere
            };
            (same, t(text).to_owned())
        }
        Content::Backup(_) | Content::Handover(_) => return ().into_any(),
    };
    if same {
        return view! { <p>{text}</p> }.into_any();
    }
    view! {
        <div class="notice notice-warn">
            {icon::icon(icon::WARN)}
            <div class="notice-body"><p>{text}</p></div>
        </div>
    }
    .into_any()
}

fn mode_choice(mode: RwSignal<Mode>) -> AnyView {
    view! {
        <fieldset>
            <legend class="field-label">{t(Text::ImportMode)}</legend>
            <div class="choices">
                {choice::radio("mode", Text::ImportJoin, Mode::Join, mode)}
                {choice::radio("mode", Text::ImportReplace, Mode::Replace, mode)}
            </div>
        </fieldset>
    }
    .into_any()
}

fn summary(plan: &Plan, unreadable: usize) -> AnyView {
    let tile = |class: &'static str, plural: Plural, n: usize| {
        #[allow(clippy::cast_precision_loss, reason = "counts are far below 2⁵³")]
        let value = number(n as f64);
        let words = count(plural, n);
        view! { <li class=class><span class="count-value">{value}</span> " " {words}</li> }
    };
    let refused = plan.refused.len() + unreadable;
    let line = |plural: Plural, n: usize| (n > 0).then(|| view! { <li>{count(plural, n)}</li> });
    let told = |shown: bool, text: Text| shown.then(|| view! { <li>{t(text)}</li> });
    view! {
        <ul class="counts" role="list">
            {tile("count count-good", Plural::ImportNew, plan.new.len())}
            {tile("count count-note", Plural::ImportChanged, plan.changed.len())}
            {tile("count", Plural::ImportIdentical, plan.identical)}
            {tile("count count-bad", Plural::ImportRefusedCount, refused)}
        </ul>
        <ul class="prose">
            {line(Plural::ImportThemes, plan.themes)} {line(Plural::ImportCommuniques, plan.communiques)}
            {line(Plural::ImportRemoved, plan.removed.len())} {line(Plural::ImportKept, plan.kept.len())}
            {line(Plural::ImportUndecided, plan.undecided.len())}
            {line(Plural::ImportQuestions, plan.questions)} {line(Plural::ImportDropped, plan.dropped.len())}
            {line(Plural::ImportLeft, plan.left)} {told(plan.site_differs, Text::ImportSiteDiffers)}
        </ul>
        {titles(Text::ImportTitlesNew, &plan.new)}
        {titles(Text::ImportTitlesChanged, &plan.changed)}
        {titles(Text::ImportTitlesRemoved, &plan.removed)}
        {titles(Text::ImportTitlesKept, &plan.kept)}
        {titles(Text::ImportTitlesUndecided, &plan.undecided)}
        {titles(Text::ImportTitlesRefused, &plan.refused)}
    }
    .into_any()
}

/// The titles of some entries, to be unfolded.
pub(super) fn titles(heading: Text, titles: &[String]) -> Option<AnyView> {
    let rows: Vec<_> = titles
        .iter()
        .take(TITLES)
        .map(|title| view! { <li>{title.clone()}</li> })
        .collect();
    let more = titles.len().saturating_sub(TITLES);
    let more = (more > 0).then(|| view! { <li>{count(Plural::ImportMore, more)}</li> });
    (!rows.is_empty()).then(|| {
        view! {
            <details class="filters">
                <summary class="filters-summary"><span>{t(heading)}</span>{icon::icon(icon::DOWN)}</summary>
                <ul class="filters-body">{rows}{more}</ul>
            </details>
        }
        .into_any()
    })
}
