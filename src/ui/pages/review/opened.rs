//! A proposal that was opened by a link or out of a file: shown as what it is, unpublished and
//! unverified. Nothing of it is stored before somebody decides that, and nothing in it can be tapped.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::{answering, group, says, sides};
use crate::browser::{clock, document};
use crate::domain::change::{Path, difference, value_at};
use crate::domain::value::Object;
use crate::format::contribution::Contribution;
use crate::i18n::{Plural, Text};
use crate::state::{App, review, use_app};
use crate::storage::key::Setting;
use crate::ui::components::icon;
use crate::ui::components::notices::not_kept;
use crate::ui::components::refusal::link_refused;
use crate::ui::opened::{Opened, use_opened};
use crate::ui::pages::proposals::words;
use crate::ui::texts::{content_lang, count, t};
use crate::workspace::Workspace;
use crate::workspace::review::{Filed, Group, Inbox, Item, Standing};

/// The heading of what was opened.
const TITLE: &str = "opened-t";

/// How many entries of an opened proposal are drawn; an editor sees all of them in the inbox.
const ENTRIES: usize = 10;

/// How many of its fields are drawn at most; no entry that people write has as many.
const FIELDS: usize = 100;

/// What is known of what was opened.
#[derive(Clone)]
enum Stage {
    Reading,
    Refused(String),
    Shown(Box<Contribution>),
}

/// What was opened, if something was.
pub(super) fn opened(inbox: RwSignal<Inbox>) -> AnyView {
    let app = use_app();
    let Opened(arriving) = use_opened();
    let stage = RwSignal::new(None::<Stage>);
    Effect::new(move |_| {
        let Some(text) = arriving.get() else {
            stage.set(None);
            return;
        };
        stage.set(Some(Stage::Reading));
        spawn_local(async move {
            let read = review::open(&text).await;
            // Another one may have been opened, or the page left, while this one was being read.
            let still = arriving.try_with_untracked(|now| now.as_deref() == Some(text.as_str()));
            if still != Some(true) {
                return;
            }
            stage.set(Some(match read {
                Ok(contribution) => Stage::Shown(Box::new(contribution)),
                Err(error) => Stage::Refused(link_refused(&error)),
            }));
            clock::let_draw().await;
            document::focus_id(TITLE);
        });
    });
    let close = move || {
        arriving.set(None);
        document::focus("h1");
    };
    (move || match stage.get() {
        None => ().into_any(),
        Some(Stage::Reading) => view! { <p role="status">{t(Text::ReviewReading)}</p> }.into_any(),
        Some(Stage::Refused(why)) => refused(why, close),
        Some(Stage::Shown(contribution)) => proposal(app, inbox, &contribution, close),
    })
    .into_any()
}

fn refused(why: String, close: impl Fn() + Copy + Send + Sync + 'static) -> AnyView {
    view! {
        <div class="notice notice-bad" role="alert">
            {icon::icon(icon::ALERT)}
            <div class="notice-body">
                <h2 class="notice-title" id=TITLE tabindex="-1">{t(Text::ReviewOpenedRefused)}</h2>
                <p>{why}</p>
                <p class="actions">
                    <button type="button" class="button" on:click=move |_| close()>{t(Text::ReviewOpenedClose)}</button>
                </p>
            </div>
        </div>
    }
    .into_any()
}

fn proposal(
    app: App,
    inbox: RwSignal<Inbox>,
    contribution: &Contribution,
    close: impl Fn() + Copy + Send + Sync + 'static,
) -> AnyView {
    let elsewhere = app.with_workspace(|workspace| workspace.edition().site.id != contribution.site);
    // The comparison is that of the inbox; this one is never kept.
    let filed = Filed::new(contribution.created_at.clone(), contribution.clone());
    let request = answering::request(&contribution.message);
    let by = if request.is_some() {
        Text::ReviewSentBy
    } else {
        Text::ReviewFrom
    };
    let sender = group::sender(&filed, by);
    let request = request.map(|called| view! { <h3>{called}</h3> });
    let passing = Inbox::new([filed], []);
    let shown = move || {
        app.with_workspace(|workspace| {
            let groups = if elsewhere == Some(true) {
                Vec::new()
            } else {
                passing.groups(workspace)
            };
            entries(workspace, &groups, contribution_says(&passing))
        })
    };
    let add = {
        let contribution = contribution.clone();
        move || {
            if elsewhere == Some(true) {
                return ().into_any();
            }
            if app.is_editor() {
                let contribution = contribution.clone();
                let add = move |_| add(app, inbox, contribution.clone(), close);
                return view! {
                    <button type="button" class="button button-main" id="opened-add" on:click=add>
                        {icon::icon(icon::PLUS)}
                        {t(Text::ReviewOpenedAdd)}
                    </button>
                }
                .into_any();
            }
            view! {
                <button type="button" class="button" on:click=move |_| be_editor(app)>{t(Text::ReviewOpenedEditor)}</button>
            }
            .into_any()
        }
    };
    let explained = move || {
        let text = match (elsewhere, app.is_editor()) {
            (Some(true), _) => Text::ReviewOpenedElsewhere,
            (_, true) => Text::ReviewOpenedTextEditor,
            (_, false) => Text::ReviewOpenedText,
        };
        view! { <p>{t(text)}</p> }
    };
    view! {
        <section class="opened" aria-labelledby=TITLE>
            <div class="opened-banner">
                {icon::icon(icon::WARN)}
                <h2 id=TITLE tabindex="-1">{t(Text::ReviewOpenedTitle)}</h2>
            </div>
            {explained}
            {request}
            {sender}
            {shown}
            <p class="actions">
                {add}
                <button type="button" class="button" on:click=move |_| close()>
                    {icon::icon(icon::CLOSE)}
                    {t(Text::ReviewOpenedClose)}
                </button>
            </p>
        </section>
    }
    .into_any()
}

/// Whether a proposal says something in words alone.
fn contribution_says(passing: &Inbox) -> bool {
    !passing.messages().is_empty()
}

fn add(app: App, inbox: RwSignal<Inbox>, contribution: Contribution, close: impl Fn()) {
    match app.receive(inbox, vec![contribution]) {
        Ok((receipt, undo)) => {
            close();
            match undo {
                Some(undo) => app
                    .notices
                    .undoable(count(Plural::ReviewFiled, receipt.filed.len()), undo),
                None if receipt.waiting > 0 => app.notices.good(t(Text::ReviewOpenedWaiting)),
                None => app.notices.good(t(Text::ReviewOpenedTreated)),
            }
        }
        Err(error) => app.notices.bad(not_kept(error)),
    }
}

/// Somebody says that they are the one who decides.
fn be_editor(app: App) {
    if let Err(error) = app.set(Setting::Editor, crate::state::settings::Settings::YES) {
        app.notices.bad(not_kept(error));
    }
    spawn_local(async {
        clock::let_draw().await;
        document::focus_id("opened-add");
    });
}

fn entries(workspace: &Workspace, groups: &[Group], in_words: bool) -> AnyView {
    if groups.is_empty() {
        // A message has said all that it says; anything else is there already, or for another site.
        return (!in_words)
            .then(|| view! { <p>{t(Text::ReviewOpenedNothing)}</p> })
            .into_any();
    }
    let drawn: Vec<_> = groups
        .iter()
        .take(ENTRIES)
        .map(|group| entry(workspace, group))
        .collect();
    let more = groups.len().saturating_sub(ENTRIES);
    let more = (more > 0).then(|| view! { <p>{count(Plural::ReviewOpenedMore, more)}</p> });
    view! {
        <ul class="panels" role="list">{drawn}</ul>
        {more}
    }
    .into_any()
}

/// One entry as it would look, then each of its fields before and after.
fn entry(workspace: &Workspace, group: &Group) -> AnyView {
    let title = says::title(&group.target, &group.title);
    let label = title.clone();
    let standing = says::standing(group.standing).map(|text| view! { <p class="soft">{t(text)}</p> });
    let items = || group.parts.iter().flat_map(|part| &part.items);
    let removed = items().any(|item| item.path.as_str() == Path::REMOVED);
    let look = (!removed).then(|| look(workspace, group));
    let differs: Vec<_> = items()
        .filter(|_| group.standing != Standing::New)
        .take(FIELDS)
        .map(|item| {
            view! {
                <li class="review-field">
                    <h4 class="diff-field">{says::field(&item.path)}</h4>
                    {sides::sides(workspace, &group.target, group.standing, item)}
                </li>
            }
        })
        .collect();
    let cut = (items().count() > FIELDS).then(|| view! { <p>{t(Text::ReviewOpenedCut)}</p> });
    let differs = (!differs.is_empty()).then(|| {
        view! {
            <h4>{t(Text::ReviewOpenedChanges)}</h4>
            <ul class="review-fields" role="list">{differs}</ul>
        }
    });
    view! {
        <li>
            <article class="panel" aria-label=label>
                <h3 class="panel-title" lang=content_lang()>{title}</h3>
                {standing}
                {look}
                {differs}
                {cut}
            </article>
        </li>
    }
    .into_any()
}

/// An entry as it would look: every field that it would have, in words. Contacts are words too.
fn look(workspace: &Workspace, group: &Group) -> AnyView {
    let items: Vec<&Item> = group.parts.iter().flat_map(|part| &part.items).collect();
    let now = workspace.document_of(&group.target).unwrap_or_default();
    let paths = difference(&Object::new(), &now).into_iter().map(|(path, _)| path);
    let wanted = items.iter().map(|item| item.path.clone());
    let mut all: Vec<Path> = paths.collect();
    for path in wanted {
        if !all.contains(&path) {
            all.push(path);
        }
    }
    let rows: Vec<_> = all
        .iter()
        .filter(|path| path.as_str() != "title")
        .take(FIELDS)
        .filter_map(|path| {
            let proposed = items.iter().find(|item| item.path == *path);
            let value = proposed.map_or_else(|| value_at(&now, path), |item| &item.proposed);
            let told = words::of(workspace, &group.target, path, value);
            (!told.is_empty()).then(|| {
                view! {
                    <div>
                        <dt>{says::field(path)}</dt>
                        <dd class="diff-text" lang=content_lang()>{told}</dd>
                    </div>
                }
            })
        })
        .collect();
    view! { <dl class="facts">{rows}</dl> }.into_any()
}
