//! Choosing what is sent, what is said with it, and the way.

use std::collections::BTreeSet;

use leptos::prelude::*;

use super::message;
use crate::browser::document;
use crate::domain::change::{Change, Target};
use crate::domain::text::{clean_line, clean_lines};
use crate::i18n::{Plural, Text};
use crate::state::App;
use crate::state::send::Parcel;
use crate::storage::port::WriteError;
use crate::ui::components::icon;
use crate::ui::components::notices::not_kept;
use crate::ui::components::sending::{self, Desk, Words};
use crate::ui::texts::{count, t};
use crate::workspace::sent::Proposal;
use crate::workspace::{Letter, Workspace};

/// The heading of the panel.
pub(super) const TITLE: &str = "send-t";

/// The longest name and call-back, in characters: together they fit the one line that a contribution
/// has for them.
const SENDER: &str = "120";

/// The longest message, in characters: the link grows with it.
const MESSAGE: &str = "1000";

/// What is chosen to be sent: everything that is to send, except where the person has chosen otherwise.
#[derive(Clone, Copy)]
pub(super) struct Choice {
    proposals: Memo<Vec<Proposal>>,
    /// What the person has chosen otherwise, and whether it was to send then: a choice to send something
    /// again is none against sending it once it is taken back.
    otherwise: RwSignal<BTreeSet<(Target, bool)>>,
}

impl Choice {
    pub(super) fn new(proposals: Memo<Vec<Proposal>>) -> Self {
        Self {
            proposals,
            otherwise: RwSignal::new(BTreeSet::new()),
        }
    }

    /// Whether a proposal is chosen.
    pub(super) fn holds(self, proposal: &Proposal) -> bool {
        let own = (proposal.target.clone(), proposal.is_to_send());
        let otherwise = self.otherwise.with(|otherwise| otherwise.contains(&own));
        !proposal.changes.is_empty() && proposal.is_to_send() != otherwise
    }

    /// Chooses a proposal that is not chosen, and the other way round.
    pub(super) fn flip(self, proposal: &Proposal) {
        let own = (proposal.target.clone(), proposal.is_to_send());
        self.otherwise.update(|otherwise| {
            if !otherwise.remove(&own) {
                otherwise.insert(own);
            }
        });
    }

    fn changes(self) -> (usize, Vec<Change>) {
        self.proposals.with(|proposals| {
            let chosen: Vec<_> = proposals.iter().filter(|proposal| self.holds(proposal)).collect();
            let changes = chosen
                .iter()
                .flat_map(|proposal| proposal.changes.iter().cloned());
            (chosen.len(), changes.collect())
        })
    }
}

/// What a sender types. It lasts as long as the page, unless it is to be found again.
#[derive(Clone, Copy)]
struct Typed {
    name: RwSignal<String>,
    message: RwSignal<String>,
    call_back: RwSignal<String>,
    remember: RwSignal<bool>,
}

impl Typed {
    fn letter(self) -> Letter {
        let line = |signal: RwSignal<String>| signal.with(|text| clean_line(text).into_owned());
        Letter {
            name: line(self.name),
            message: self.message.with(|text| clean_lines(text).into_owned()),
            call_back: line(self.call_back),
        }
    }
}

/// The panel.
pub(super) fn panel(app: App, choice: Choice) -> AnyView {
    // Where the browser refuses, there is nothing to find again.
    let (name, call_back) = app.sender().unwrap_or_default();
    let typed = Typed {
        remember: RwSignal::new(!name.is_empty() || !call_back.is_empty()),
        name: RwSignal::new(name),
        message: RwSignal::new(String::new()),
        call_back: RwSignal::new(call_back),
    };
    // Apart from the letter, which changes at each key.
    let wanted = Memo::new(move |_| choice.changes());
    let letter = Memo::new(move |_| typed.letter());
    let desk = Desk::new();
    Effect::new(move |_| {
        let letter = letter.get();
        if wanted.with(|(_, changes)| changes.is_empty()) {
            desk.clear();
        } else {
            desk.prepare(move || {
                pack(
                    app,
                    wanted.with_untracked(|(_, changes)| changes.clone()),
                    &letter,
                )
            });
        }
    });
    let after = move || {
        choice.otherwise.update(BTreeSet::clear);
        let letter = typed.letter();
        let kept = app.keep_sender(typed.remember.get_untracked().then_some(&letter));
        if let Err(error) = kept {
            app.notices.bad(not_kept(error));
        }
        typed.message.set(String::new());
        document::focus("h1");
    };
    let any = Memo::new(move |_| wanted.with(|(chosen, _)| *chosen > 0));
    // Both texts of an open question travel, and the person should know before.
    let is_asked = Memo::new(move |_| {
        let asked = |workspace: &Workspace| {
            wanted.with(|(_, changes)| {
                let mut asked = workspace.conflicts();
                asked.any(|conflict| changes.iter().any(|change| change.target == conflict.target))
            })
        };
        app.with_workspace(asked).unwrap_or(false)
    });
    let how_many = move || match wanted.with(|(chosen, _)| *chosen) {
        0 => t(Text::SendNothing).to_owned(),
        n => count(Plural::SendChosen, n),
    };
    view! {
        <section class="panel" aria-labelledby=TITLE>
            <h2 class="panel-title" id=TITLE tabindex="-1">{t(Text::SendTitle)}</h2>
            <p role="status" class="field-label">{how_many}</p>
            {move || is_asked.get().then(|| view! { <p class="notice notice-warn">{icon::icon(icon::WARN)} <span>{t(Text::SendQuestion)}</span></p> })}
            <p class="soft">{t(Text::SendIntro)}</p>
            {move || any.get().then(|| fields(typed))}
            {sending::sending(desk, after)}
        </section>
    }
    .into_any()
}

fn pack(app: App, changes: Vec<Change>, letter: &Letter) -> Result<Option<(Parcel, Words)>, WriteError> {
    let Some(parcel) = app.pack(changes, letter)? else {
        return Ok(None);
    };
    let words = app.workspace.with_untracked(|workspace| {
        let changes = &parcel.contribution.changes;
        let words = |workspace| message::message(workspace, &parcel.items, changes, letter);
        workspace.as_ref().map(words)
    });
    Ok(words.map(|words| (parcel, words)))
}

fn fields(typed: Typed) -> AnyView {
    view! {
        <details class="form-details">
            <summary>{t(Text::SendAdd)}</summary>
            <div class="stack">
                <div class="field">
                    <label class="field-label" for="send-message">{t(Text::SendMessage)}</label>
                    <textarea
                        class="input"
                        id="send-message"
                        rows="3"
                        maxlength=MESSAGE
                        prop:value=move || typed.message.get()
                        on:input=move |event| typed.message.set(event_target_value(&event))
                    ></textarea>
                </div>
                {line("send-name", Text::SendName, "name", typed.name)}
                {line("send-call-back", Text::SendCallBack, "off", typed.call_back)}
                <p class="field-hint">{t(Text::SendPrivate)}</p>
                <label class="check">
                    <input
                        class="check-input"
                        type="checkbox"
                        prop:checked=move || typed.remember.get()
                        on:change=move |event| typed.remember.set(event_target_checked(&event))
                    />
                    <span>{t(Text::SendRemember)}</span>
                </label>
            </div>
        </details>
    }
    .into_any()
}

fn line(id: &'static str, label: Text, autocomplete: &'static str, text: RwSignal<String>) -> AnyView {
    view! {
        <div class="field">
            <label class="field-label" for=id>{t(label)}</label>
            <input
                class="input"
                id=id
                type="text"
                maxlength=SENDER
                autocomplete=autocomplete
                prop:value=move || text.get()
                on:input=move |event| text.set(event_target_value(&event))
            />
        </div>
    }
    .into_any()
}
