//! Refusing: a reason, a note for the log, and a reply for the sender that is only waiting to be sent.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::desk::{Desk, item_id};
use super::says;
use crate::browser::{document, share};
use crate::domain::link::Link;
use crate::i18n::{Plural, Text};
use crate::route::outward;
use crate::ui::components::{choice, icon};
use crate::ui::texts::{count, fill, t};
use crate::workspace::review::{CallBack, Pick, Verdict, call_back};

const DIALOG: &str = "review-refuse";

/// Asks why fields are refused.
pub(super) fn open(desk: Desk, picks: Vec<Pick>) {
    if picks.is_empty() {
        desk.app.notices.good(t(Text::ReviewNothingLeft));
        return;
    }
    desk.refusing.set(picks);
    document::show_modal(DIALOG);
}

/// The dialog that asks.
pub(super) fn dialog(desk: Desk) -> AnyView {
    let reason = RwSignal::new(0);
    let note = RwSignal::new(String::new());
    // What the editor wrote in place of the prepared reply.
    let written = RwSignal::new(None::<String>);
    Effect::new(move |_| {
        desk.refusing.track();
        reason.set(0);
        note.set(String::new());
        written.set(None);
    });
    let reply = Memo::new(move |_| {
        let prepared = || {
            let titles = titles(desk, &desk.refusing.get());
            let (_, _, text) = &says::REASONS[reason.get()];
            fill(*text, &[("titles", &titles)])
        };
        written.get().unwrap_or_else(prepared)
    });
    let choices: Vec<_> = says::REASONS
        .iter()
        .enumerate()
        .map(|(place, (_, label, _))| choice::radio("review-reason", *label, place, reason))
        .collect();
    let question = move || count(Plural::ReviewRefuseTitle, desk.refusing.with(Vec::len));
    let cancel = move |_| {
        document::close_dialog(DIALOG);
        if let Some(pick) = desk.refusing.with_untracked(|picks| picks.first().cloned()) {
            document::focus_id(&item_id(&pick));
        }
    };
    let refuse = move |_| {
        document::close_dialog(DIALOG);
        let (known, ..) = &says::REASONS[reason.get_untracked()];
        let verdict = Verdict::Refuse(known.clone(), note.get_untracked().trim().to_owned());
        desk.decide(&desk.refusing.get_untracked(), &verdict);
    };
    view! {
        <dialog class="dialog dialog-danger" id=DIALOG aria-labelledby="refuse-t">
            <div class="dialog-body">
                <h2 id="refuse-t">{question}</h2>
                <fieldset>
                    <legend class="field-label">{t(Text::ReviewReason)}</legend>
                    <div class="choices">{choices}</div>
                </fieldset>
                <div class="field">
                    <label class="field-label" for="refuse-note">{t(Text::ReviewNote)}</label>
                    <input
                        class="input"
                        type="text"
                        id="refuse-note"
                        maxlength="300"
                        prop:value=move || note.get()
                        on:input=move |event| note.set(event_target_value(&event))
                    />
                </div>
                {answer(desk, reply, written)}
                <p class="actions">
                    <button type="button" class="button button-danger" on:click=refuse>
                        {icon::icon(icon::BAN)}
                        {t(Text::ReviewRefuseConfirm)}
                    </button>
                    <button type="button" class="button" on:click=cancel>{t(Text::ReviewCancel)}</button>
                </p>
            </div>
        </dialog>
    }
    .into_any()
}

/// The prepared reply, to be changed, copied or taken to a messenger.
fn answer(desk: Desk, reply: Memo<String>, written: RwSignal<Option<String>>) -> AnyView {
    // The dialog covers the notices, so it says itself what became of the copy. Another reply is not copied yet.
    let said = RwSignal::new("");
    Effect::new(move |_| {
        desk.refusing.track();
        reply.track();
        said.set("");
    });
    let copy = move |_| {
        let text = reply.get_untracked();
        spawn_local(async move {
            said.set(match share::copy(&text).await {
                Ok(_) => t(Text::ReviewReplyCopied),
                Err(_) => t(Text::ReviewReplyNotCopied),
            });
        });
    };
    let answers = move || {
        let CallBack { phone, email } = desk.refusing.with(|picks| called_back(desk, picks));
        let text = reply.get();
        let sms = phone.map(|phone| {
            (
                outward::sms(Some(&phone), &text),
                Text::ReviewReplySms,
                icon::PHONE,
            )
        });
        let mail = email.map(|email| {
            let address = outward::email(Some(&email), t(Text::ReviewReplySubject), &text);
            (address, Text::ReviewReplyMail, icon::MAIL)
        });
        let links = [sms, mail].into_iter().flatten();
        let links = links.filter_map(|(address, label, shape)| {
            // A reply too long for a link is still there to be copied.
            let link = Link::parse(&address)?;
            Some(view! { <a class="button" href=link.as_str().to_owned()>{icon::icon(shape)}{t(label)}</a> })
        });
        links.collect::<Vec<_>>()
    };
    view! {
        <div class="field">
            <label class="field-label" for="refuse-reply">{t(Text::ReviewReply)}</label>
            <p class="field-hint" id="reply-hint">{t(Text::ReviewReplyHint)}</p>
            <textarea
                class="input"
                id="refuse-reply"
                aria-describedby="reply-hint"
                prop:value=move || reply.get()
                on:input=move |event| written.set(Some(event_target_value(&event)))
            ></textarea>
        </div>
        <p class="actions">
            <button type="button" class="button" on:click=copy>{t(Text::ReviewReplyCopy)}</button>
            {answers}
        </p>
        <p role="status">{move || said.get()}</p>
    }
    .into_any()
}

/// The titles of what is refused, for the reply.
fn titles(desk: Desk, picks: &[Pick]) -> String {
    desk.groups.with(|groups| {
        let touched = groups.iter().filter(|group| {
            let mut items = group.parts.iter().flat_map(|part| &part.items);
            items.any(|item| {
                picks
                    .iter()
                    .any(|pick| pick.change == item.change && pick.path == item.path)
            })
        });
        let titles = touched.map(|group| {
            fill(
                Text::ReviewQuoted,
                &[("title", &says::title(&group.target, &group.title))],
            )
        });
        titles.collect::<Vec<_>>().join(", ")
    })
}

/// How the sender of the first field can be answered; nobody where several senders are refused at once.
fn called_back(desk: Desk, picks: &[Pick]) -> CallBack {
    desk.groups.with(|groups| {
        let parts = groups.iter().flat_map(|group| &group.parts).filter(|part| {
            let mut items = part.items.iter();
            items.any(|item| {
                picks
                    .iter()
                    .any(|pick| pick.change == item.change && pick.path == item.path)
            })
        });
        let mut lines: Vec<String> = desk.inbox.with(|inbox| {
            parts
                .filter_map(|part| Some(inbox.filed(&part.contribution)?.contribution.reply_to.clone()))
                .collect()
        });
        lines.dedup();
        match &lines[..] {
            [line] => call_back(line),
            _ => CallBack::default(),
        }
    })
}
