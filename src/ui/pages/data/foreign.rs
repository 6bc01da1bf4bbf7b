//! The catalogue of another site: what may be here already is looked at side by side, and decided on
//! one by one.

use std::sync::Arc;

use leptos::prelude::*;

use crate::domain::catalogue::Catalogue;
use crate::domain::change::{Delta, Path, Target, TargetKind};
use crate::domain::duplicates::Reason;
use crate::domain::value::Value;
use crate::i18n::{Plural, Text};
use crate::route::Page;
use crate::state::App;
use crate::ui::components::field_names::field_name;
use crate::ui::components::more;
use crate::ui::pages::proposals::words;
use crate::ui::texts::{count, fill, t};
use crate::workspace::import::Plan;
use crate::workspace::import::foreign::{Alike, Answer, Foreign, Likely};

/// How many entries are drawn at first and at each « Afficher plus ».
const PAGE: usize = 20;

/// The answers to what may be here already, and what follows from them.
#[derive(Clone)]
pub(super) struct Answers {
    foreign: Arc<Foreign>,
    given: RwSignal<Vec<Option<Answer>>>,
}

impl Answers {
    /// What was answered before. Nothing where no catalogue is loaded or the file is of this site.
    pub(super) fn to(app: App, catalogue: &Catalogue) -> Option<Self> {
        let foreign = app.foreign(catalogue)?;
        Some(Self {
            given: RwSignal::new(foreign.known_answers()),
            foreign: foreign.into(),
        })
    }

    /// Follows the answers.
    pub(super) fn track(&self) {
        self.given.track();
    }

    /// Remembers the answers for the next file of that site.
    pub(super) fn remember(&self, app: App) {
        let told = self.given.with_untracked(|given| self.foreign.to_remember(given));
        app.remember_same(&told);
    }

    /// What would be written with the answers that are given.
    pub(super) fn plan(&self, app: App) -> Option<Plan> {
        self.given
            .with_untracked(|given| app.plan_foreign(&self.foreign, given))
    }
}

/// The questions, one for each entry that may be here already.
pub(super) fn questions(app: App, answers: &Answers) -> Option<AnyView> {
    let all = answers.foreign.likely.len();
    if all == 0 {
        return None;
    }
    let limit = RwSignal::new(PAGE);
    let left = {
        let answers = answers.clone();
        move || {
            let open = answers
                .given
                .with(|given| given.iter().filter(|one| one.is_none()).count());
            count(Plural::ForeignLeft, open)
        }
    };
    let rows = {
        let answers = answers.clone();
        move || {
            let likely = answers.foreign.likely.iter().take(limit.get()).enumerate();
            likely
                .map(|(place, likely)| question(app, &answers, place, likely))
                .collect::<Vec<_>>()
        }
    };
    let more = move || more::of_rows(all, limit, PAGE, Text::CatalogueMore);
    let view = view! {
        <h3>{count(Plural::ForeignTitle, all)}</h3>
        <p>{t(Text::ForeignText)}</p>
        <p role="status" class="soft">{left}</p>
        <ul class="panels">{rows}</ul>
        {more}
    };
    Some(view.into_any())
}

fn question(app: App, answers: &Answers, place: usize, likely: &Likely) -> AnyView {
    let given = answers.given;
    let name = ["likely-", &place.to_string()].concat();
    let choice = |label: String, is_it: Signal<bool>, answer: Answer| {
        view! {
            <label class="check">
                <input
                    class="check-input"
                    type="radio"
                    name=name.clone()
                    prop:checked=is_it
                    on:change=move |_| given.update(|given| given[place] = Some(answer.clone()))
                />
                <span>{label}</span>
            </label>
        }
    };
    let mut choices = Vec::new();
    for (which, alike) in likely.alike.iter().enumerate() {
        let is_it = Signal::derive(move || {
            given.with(|given| matches!(&given[place], Some(Answer::Same(own, _)) if *own == which))
        });
        let label = fill(
            Text::ForeignSame,
            &[("title", &titled(&alike.title, &alike.commune))],
        );
        let answer = Answer::Same(which, alike.empty_here());
        let fields = {
            let alike = alike.clone();
            move || is_it.get().then(|| fields(app, given, place, which, &alike))
        };
        choices.push(view! {
            <div class="stack">
                {choice(label, is_it, answer)}
                <ul class="prose soft">{reasons(alike)}</ul>
                <p>
                    <a href=Page::Initiative.href_of(&alike.id) target="_blank" rel="noopener">
                        {fill(Text::ForeignLook, &[("title", &alike.title)])}
                    </a>
                </p>
                {fields}
            </div>
        });
    }
    let known = likely
        .known
        .then(|| view! { <p class="soft">{t(Text::ForeignKnown)}</p> });
    let another = Signal::derive(move || given.with(|given| given[place] == Some(Answer::Another)));
    let another = choice(t(Text::ForeignAnother).to_owned(), another, Answer::Another);
    view! {
        <li class="panel">
            <fieldset>
                <legend class="field-label">{titled(&likely.title, &likely.commune)}</legend>
                {known}
                <div class="choices">{choices} {another}</div>
            </fieldset>
        </li>
    }
    .into_any()
}

/// A title with its commune.
pub(in crate::ui::pages) fn titled(title: &str, commune: &str) -> String {
    if commune.is_empty() {
        return title.to_owned();
    }
    fill(Text::ForeignTitled, &[("title", title), ("commune", commune)])
}

fn reasons(alike: &Alike) -> Vec<AnyView> {
    let reasons = alike.reasons.iter().map(reason);
    reasons
        .map(|reason| view! { <li>{reason}</li> }.into_any())
        .collect()
}

/// Why two entries may be the same, in a sentence.
pub(in crate::ui::pages) fn reason(reason: &Reason) -> String {
    match reason {
        Reason::Phone(phone) => fill(Text::ForeignPhone, &[("value", &phone.display())]),
        Reason::Email(email) => fill(Text::ForeignEmail, &[("value", email.as_str())]),
        Reason::Link(link) => fill(Text::ForeignLink, &[("value", link.display())]),
        Reason::Title(commune) => fill(Text::ForeignAlike, &[("commune", commune)]),
        Reason::Organiser(name) => fill(Text::ForeignOrganiser, &[("value", name)]),
    }
}

/// What the other one says otherwise, field by field, each to be taken over or not.
fn fields(
    app: App,
    given: RwSignal<Vec<Option<Answer>>>,
    place: usize,
    which: usize,
    alike: &Alike,
) -> AnyView {
    if alike.fields.is_empty() {
        return view! { <p>{t(Text::ForeignNoField)}</p> }.into_any();
    }
    let target = Target {
        kind: TargetKind::Initiative,
        id: alike.id.clone(),
    };
    let rows: Vec<_> = alike
        .fields
        .iter()
        .map(|(path, delta)| field(app, given, place, which, &target, path, delta))
        .collect();
    view! {
        <p>{t(Text::ForeignFields)}</p>
        {rows}
    }
    .into_any()
}

fn field(
    app: App,
    given: RwSignal<Vec<Option<Answer>>>,
    place: usize,
    which: usize,
    target: &Target,
    path: &Path,
    delta: &Delta,
) -> AnyView {
    let told = |value: &Value| {
        let text = untrack(|| app.with_workspace(|workspace| words::of(workspace, target, path, value)));
        let text = text.unwrap_or_default();
        if text.is_empty() {
            t(Text::ProposalNothing).to_owned()
        } else {
            text
        }
    };
    let name = field_name(path.parts().0).to_owned();
    let taken = {
        let path = path.clone();
        move || {
            given.with(|given| matches!(&given[place], Some(Answer::Same(_, taken)) if taken.contains(&path)))
        }
    };
    let path = path.clone();
    let toggle = move |_| {
        given.update(|given| {
            if let Some(Answer::Same(own, taken)) = &mut given[place]
                && *own == which
            {
                if taken.contains(&path) {
                    taken.retain(|known| *known != path);
                } else {
                    taken.push(path.clone());
                }
            }
        });
    };
    view! {
        <div class="diff">
            <label class="check diff-field">
                <input class="check-input" type="checkbox" prop:checked=taken on:change=toggle/>
                <span>{fill(Text::ForeignTake, &[("field", &name)])}</span>
            </label>
            <p class="diff-side"><span class="diff-label">{t(Text::ForeignHere)}</span>{told(&delta.before)}</p>
            <p class="diff-side"><span class="diff-label">{t(Text::ForeignThere)}</span>{told(&delta.after)}</p>
        </div>
    }
    .into_any()
}
