//! One thing that was changed: each field before and now, and the way back.

use leptos::prelude::*;

use super::words;
use crate::browser::document;
use crate::domain::change::{Change, Path, Target, TargetKind};
use crate::domain::date::Timestamp;
use crate::domain::id::Id;
use crate::i18n::Text;
use crate::route::Page;
use crate::state::App;
use crate::state::notice::Undo;
use crate::ui::components::field_names::field_name;
use crate::ui::components::icon;
use crate::ui::components::notices::not_kept;
use crate::ui::texts::{fill, instant, t};
use crate::workspace::Workspace;

/// One thing that was changed.
pub(super) fn proposal(
    app: App,
    workspace: &Workspace,
    index: usize,
    target: &Target,
    at: &Timestamp,
) -> AnyView {
    let fields = workspace.difference_of(target);
    let creates = workspace.pending_of(target).iter().any(|change| change.creates());
    let removed = fields.iter().any(|(path, _)| path.as_str() == Path::REMOVED);
    let when = match (creates, removed) {
        (true, _) => Text::ProposalAdded,
        (false, true) => Text::ProposalRemoved,
        (false, false) => Text::ProposalChanged,
    };
    let back = if creates {
        Text::ProposalCancel
    } else {
        Text::ProposalRevert
    };
    let title = title(workspace, target);
    let id = ["change-", &index.to_string()].concat();
    let label = [t(back), " : ", &title].concat();
    let diffs: Vec<_> = fields
        .iter()
        .map(|(path, delta)| {
            let (before, after) = (
                words::of(workspace, target, path, &delta.before),
                words::of(workspace, target, path, &delta.after),
            );
            (path, before, after)
        })
        .filter(|(_, before, after)| !(before.is_empty() && after.is_empty()))
        .map(|(path, before, after)| diff(path, before, after, creates))
        .collect();
    let revert = {
        let target = target.clone();
        move |_| revert(app, &target, creates)
    };
    view! {
        <li>
            <article class="panel" aria-labelledby=id>
                <h2 class="panel-title" id=id.clone()>{linked(workspace, target, title)}</h2>
                <ul class="badges" aria-label=t(Text::BadgeLabel)>
                    <li class="badge badge-changed">{icon::icon(icon::DEVICE)}{t(Text::ProposalToSend)}</li>
                </ul>
                <p class="soft small">
                    {t(when)} " " <time datetime=at.as_str().to_owned()>{instant(at)}</time>
                </p>
                {diffs}
                <p class="actions">
                    <button type="button" class="button" aria-label=label on:click=revert>
                        {icon::icon(icon::UNDO)}
                        {t(back)}
                    </button>
                </p>
            </article>
        </li>
    }
    .into_any()
}

/// The title of a thing, as far as it has one.
pub(super) fn title(workspace: &Workspace, target: &Target) -> String {
    let known = workspace.title_of(target).filter(|title| !title.is_empty());
    match (known, &target.kind) {
        (Some(title), _) => title.to_owned(),
        (None, TargetKind::Site) => t(Text::FieldSite).to_owned(),
        (None, TargetKind::Theme) => words::theme_name(workspace, &target.id),
        (None, _) => target.id.as_str().to_owned(),
    }
}

/// The title, linked to the page of the thing where it has one.
pub(super) fn linked(workspace: &Workspace, target: &Target, title: String) -> AnyView {
    let shown = workspace.shown();
    let page = match target.kind {
        TargetKind::Initiative => shown.initiative(&target.id).map(|_| Page::Initiative),
        TargetKind::Communique => shown.communique(&target.id).map(|_| Page::Communique),
        _ => None,
    };
    match page {
        Some(page) => view! { <a href=page.href_of(&target.id)>{title}</a> }.into_any(),
        None => title.into_any(),
    }
}

fn diff(path: &Path, before: String, after: String, creates: bool) -> AnyView {
    let nothing = || view! { <span class="soft">{t(Text::ProposalNothing)}</span> }.into_any();
    // What was made from nothing has no before to be told of.
    let before = (!creates).then(|| {
        let text = if before.is_empty() { nothing() } else { view! { <del>{before}</del> }.into_any() };
        view! {
            <p class="diff-side diff-before"><span class="diff-label">{t(Text::ProposalBefore)}</span>{text}</p>
        }
    });
    let text = if after.is_empty() {
        nothing()
    } else {
        view! { <ins>{after}</ins> }.into_any()
    };
    view! {
        <div class="diff">
            <h3 class="diff-field">{field_name(path.parts().0).to_owned()}</h3>
            {before}
            <p class="diff-side diff-after"><span class="diff-label">{t(Text::ProposalNow)}</span>{text}</p>
        </div>
    }
    .into_any()
}

/// Takes every local change of a target back. They can be brought back from the notice.
fn revert(app: App, target: &Target, creates: bool) {
    let changes =
        |workspace: &Workspace| -> Vec<Change> { workspace.changes().of(target).cloned().collect() };
    let restore = app
        .workspace
        .with_untracked(|workspace| workspace.as_ref().map_or_else(Vec::new, changes));
    let title = app
        .workspace
        .with_untracked(|workspace| workspace.as_ref().map(|workspace| title(workspace, target)));
    let ids: Vec<Id> = restore.iter().map(|change| change.id.clone()).collect();
    match app.revert(&ids) {
        Ok(()) => {
            let text = if creates {
                Text::ProposalCancelled
            } else {
                Text::ProposalReverted
            };
            let text = fill(text, &[("title", title.as_deref().unwrap_or_default())]);
            let remove = Vec::new();
            app.notices.undoable(text, Undo::Exchange { restore, remove });
            document::focus("h1");
        }
        Err(error) => app.notices.bad(not_kept(error)),
    }
}
