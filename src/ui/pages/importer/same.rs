//! Whether an entry is an initiative that the catalogue has: then it brings that one up to date.

use leptos::prelude::*;

use super::desk::Desk;
use crate::domain::change::{Delta, Path, Target, TargetKind};
use crate::domain::duplicates::Reason;
use crate::domain::id::Id;
use crate::domain::initiative::Initiative;
use crate::domain::value::Value;
use crate::i18n::Text;
use crate::route::Page;
use crate::ui::components::field_names::field_name;
use crate::ui::components::icon;
use crate::ui::pages::data::foreign::{reason, titled};
use crate::ui::pages::proposals::words;
use crate::ui::texts::{fill, t};
use crate::workspace::intake::{Answer, Entry};

/// The element of the question.
pub(super) fn question_id(entry: &Id) -> String {
    ["q-", entry.as_str()].concat()
}

/// The question, where the entry may be here already.
pub(super) fn question(desk: Desk, entry: &Entry) -> Option<AnyView> {
    let mut likely = desk.likely(entry);
    if let Some(Answer::Same(id)) = &entry.answer
        && likely.iter().all(|(own, _)| own != id)
    {
        // What was edited since is less alike; the answer stands until it is taken back.
        likely.insert(0, (id.clone(), Vec::new()));
    }
    let here: Vec<(Initiative, Vec<Reason>)> = desk.app.with_workspace_untracked(|workspace| {
        let found = likely.into_iter();
        found
            .filter_map(|(id, reasons)| Some((workspace.shown().initiative(&id)?.clone(), reasons)))
            .collect()
    })?;
    if here.is_empty() {
        return None;
    }
    let same: Vec<_> = here
        .iter()
        .map(|(here, reasons)| alike(desk, entry, here, reasons))
        .collect();
    let another = choice(desk, entry, t(Text::ForeignAnother).to_owned(), Answer::Another);
    let class = if entry.answer.is_none() {
        "notice notice-warn"
    } else {
        "notice"
    };
    let view = view! {
        <fieldset class=class id=question_id(&entry.id) tabindex="-1">
            <legend class="visually-hidden">{t(Text::ImporterSame)}</legend>
            {icon::icon(icon::COPY)}
            <div class="notice-body">
                <p class="notice-title" aria-hidden="true">{t(Text::ImporterSame)}</p>
                {same}
                {another}
            </div>
        </fieldset>
    };
    Some(view.into_any())
}

fn choice(desk: Desk, entry: &Entry, label: String, answer: Answer) -> AnyView {
    let chosen = entry.answer.as_ref() == Some(&answer);
    let id = entry.id.clone();
    let name = ["same-", id.as_str()].concat();
    let element = match &answer {
        Answer::Another => ["another-", id.as_str()].concat(),
        Answer::Same(here) => ["same-", id.as_str(), "-", here.as_str()].concat(),
    };
    let choose = {
        let element = element.clone();
        move |_| {
            desk.edit_entry(&id, |entry| entry.answer = Some(answer.clone()));
            // The choice is drawn anew with what follows from it.
            let element = element.clone();
            request_animation_frame(move || crate::browser::document::focus_id(&element));
        }
    };
    view! {
        <label class="check">
            <input class="check-input" type="radio" id=element name=name checked=chosen on:change=choose/>
            <span>{label}</span>
        </label>
    }
    .into_any()
}

fn alike(desk: Desk, entry: &Entry, here: &Initiative, reasons: &[Reason]) -> AnyView {
    let label = fill(
        Text::ImporterSameAs,
        &[("title", &titled(&here.title, &here.place.commune))],
    );
    let answer = Answer::Same(here.id.clone());
    let is_it = entry.answer.as_ref() == Some(&answer);
    let reasons: Vec<_> = reasons
        .iter()
        .map(|one| view! { <li>{reason(one)}</li> })
        .collect();
    view! {
        <div>
            {choice(desk, entry, label, answer)}
            <ul class="soft">{reasons}</ul>
            <p>
                <a href=Page::Initiative.href_of(&here.id) target="_blank" rel="noopener">
                    {fill(Text::ForeignLook, &[("title", &here.title)])}
                </a>
            </p>
            {is_it.then(|| additions(desk, entry, here))}
        </div>
    }
    .into_any()
}

/// What the entry adds to it, beside what stands there.
fn additions(desk: Desk, entry: &Entry, here: &Initiative) -> AnyView {
    let fields = desk.intake.with_untracked(|intake| {
        let intake = intake.as_ref();
        intake.map_or_else(Vec::new, |intake| intake.additions(entry, here))
    });
    let rows: Vec<_> = fields
        .iter()
        .filter_map(|(path, delta)| row(desk, here, path, delta))
        .collect();
    if rows.is_empty() {
        return view! { <p>{t(Text::ImporterSameNothing)}</p> }.into_any();
    }
    view! {
        <p>{t(Text::ImporterSameAdds)}</p>
        {rows}
    }
    .into_any()
}

fn row(desk: Desk, here: &Initiative, path: &Path, delta: &Delta) -> Option<AnyView> {
    let target = Target {
        kind: TargetKind::Initiative,
        id: here.id.clone(),
    };
    let told = |value: &Value| {
        let told = desk
            .app
            .with_workspace_untracked(|workspace| words::of(workspace, &target, path, value));
        told.unwrap_or_default()
    };
    let (before, after) = (told(&delta.before), told(&delta.after));
    if before == after {
        // A code behind a name.
        return None;
    }
    let (field, item) = path.parts();
    let before = if item.is_some() {
        same_kind(desk, here, field, &target)
    } else {
        before
    };
    let before = if before.is_empty() {
        t(Text::ProposalNothing).to_owned()
    } else {
        before
    };
    Some(
        view! {
            <div class="diff">
                <p class="diff-field">{field_name(field).to_owned()}</p>
                <p class="diff-side"><span class="diff-label">{t(Text::ForeignHere)}</span>{before}</p>
                <p class="diff-side diff-after"><span class="diff-label">{t(Text::ImporterSameNew)}</span>{after}</p>
            </div>
        }
        .into_any(),
    )
}

/// What the list has already, beside a new item of it.
fn same_kind(desk: Desk, here: &Initiative, field: &str, target: &Target) -> String {
    let document = crate::format::v1::encode_initiative(here);
    let items = document
        .get(field)
        .and_then(Value::as_list)
        .unwrap_or(&[])
        .to_vec();
    let told = items.iter().filter_map(|item| {
        let id = Id::parse(item.as_object()?.text("id")?)?;
        let path = Path::parse(&[field, "/", id.as_str()].concat())?;
        desk.app
            .with_workspace_untracked(|workspace| words::of(workspace, target, &path, item))
    });
    told.collect::<Vec<_>>().join(" ; ")
}
