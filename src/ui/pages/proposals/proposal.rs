//! One thing that was changed: each field before and now, and the way back.

use leptos::prelude::*;

use super::send::Choice;
use super::{outcome, words};
use crate::browser::document;
use crate::domain::change::{Change, Path, Target, TargetKind};
use crate::domain::id::Id;
use crate::i18n::Text;
use crate::route::Page;
use crate::state::App;
use crate::state::notice::Undo;
use crate::ui::components::field_names::field_name;
use crate::ui::components::icon;
use crate::ui::components::notices::not_kept;
use crate::ui::components::sending::way;
use crate::ui::texts::{about, fill, instant, t};
use crate::workspace::Workspace;
use crate::workspace::sent::{Proposal, Standing};

/// One thing that was changed.
pub(super) fn proposal(
    app: App,
    workspace: &Workspace,
    index: usize,
    proposal: &Proposal,
    choice: Choice,
) -> AnyView {
    let (target, at) = (&proposal.target, &proposal.at);
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
    let label = about(t(back), &title);
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
    let (standing, answers) = (badge(app, &proposal.standing), answers(app, proposal, &title));
    let chosen = (!proposal.changes.is_empty()).then(|| checkbox(choice, proposal, &title));
    view! {
        <li>
            <article class="panel" aria-labelledby=id>
                <h2 class="panel-title" id=id.clone()>{linked(workspace, target, title)}</h2>
                {standing}
                <p class="soft small">
                    {t(when)} " " <time datetime=at.as_str().to_owned()>{instant(at)}</time>
                </p>
                {diffs}
                {chosen}
                <p class="actions">
                    {answers}
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

/// Where a proposal stands, in a word and where there is more to say in a sentence.
fn badge(app: App, standing: &Standing) -> AnyView {
    let (class, shape, text) = match standing {
        Standing::Stays => ("badge badge-ended", icon::DEVICE, Text::ProposalStays),
        Standing::ToSend if app.is_editor() => ("badge badge-changed", icon::DEVICE, Text::ProposalToPublish),
        Standing::ToSend => ("badge badge-changed", icon::DEVICE, Text::ProposalToSend),
        Standing::ToSendAnew => ("badge badge-changed", icon::DEVICE, Text::ProposalToSendAnew),
        Standing::Sent(_) => ("badge badge-new", icon::SEND, Text::ProposalSent),
        Standing::Refused(_) => ("badge badge-ended", icon::BAN, Text::ProposalRefused),
    };
    let more = match standing {
        Standing::Stays => Some(t(Text::ProposalStaysText).to_owned()),
        Standing::ToSend => None,
        Standing::ToSendAnew => Some(t(Text::ProposalToSendAnewText).to_owned()),
        Standing::Sent(sent) | Standing::Refused(sent) => Some(fill(
            Text::SentAt,
            &[("date", &instant(&sent.at)), ("way", way(&sent.by))],
        )),
    };
    let waits = matches!(standing, Standing::Sent(_)).then(|| [" ", t(Text::ProposalWaits)].concat());
    view! {
        <ul class="badges" aria-label=t(Text::BadgeLabel)>
            <li class=class>{icon::icon(shape)}{t(text)}</li>
        </ul>
        {more.map(|more| view! { <p>{more}{waits}</p> })}
    }
    .into_any()
}

/// What a person knows better than the device: that it was not sent, that it was not kept.
fn answers(app: App, proposal: &Proposal, title: &str) -> AnyView {
    let refuse = |label: Text, refused: bool| {
        let target = proposal.target.clone();
        let mark = move |_| outcome::done(app, app.mark_refused(&target, refused));
        answer(label, title, mark)
    };
    match &proposal.standing {
        Standing::Sent(_) => {
            let target = proposal.target.clone();
            let forget = move |_| outcome::done(app, app.forget_sent(&target));
            let not_sent = answer(Text::ProposalNotSent, title, forget);
            view! {
                {not_sent}
                {refuse(Text::ProposalMarkRefused, true)}
            }
            .into_any()
        }
        Standing::Refused(_) => refuse(Text::ProposalUnmarkRefused, false),
        _ => ().into_any(),
    }
}

fn answer(label: Text, title: &str, press: impl Fn(leptos::ev::MouseEvent) + 'static) -> AnyView {
    let name = about(t(label), title);
    view! { <button type="button" class="button" aria-label=name on:click=press>{t(label)}</button> }
        .into_any()
}

fn checkbox(choice: Choice, proposal: &Proposal, title: &str) -> AnyView {
    let (own, flipped) = (proposal.clone(), proposal.clone());
    let again = !proposal.is_to_send();
    let label = t(if again {
        Text::ProposalSendAgain
    } else {
        Text::ProposalSend
    });
    let name = about(label, title);
    view! {
        <label class="check">
            <input
                class="check-input"
                type="checkbox"
                aria-label=name
                prop:checked=move || choice.holds(&own)
                on:change=move |_| choice.flip(&flipped)
            />
            <span>{label}</span>
        </label>
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
