//! Handing a contribution to another application: share sheet, messenger, text message, e-mail,
//! clipboard, file, a code to scan. Nothing is sent by this application, and it asks afterwards
//! whether it was, since it cannot know.

mod code;
mod ways;

use leptos::prelude::*;

use super::icon;
use super::notices::not_kept;
use crate::browser::{clock, document};
use crate::domain::sent::Channel;
use crate::format::contribution::write_contribution;
use crate::format::{json, link};
use crate::i18n::Text;
use crate::state::send::Parcel;
use crate::state::{App, link as links, use_app};
use crate::ui::texts::{fill, t};

/// The identifier of the question whether it was sent.
const ASKED: &str = "sending-asked";

/// A contribution that is ready to be handed over.
#[derive(Debug, Clone, PartialEq)]
pub struct Ready {
    /// What travels.
    pub parcel: Parcel,
    /// The words around it.
    pub words: Words,
    /// The address that carries it; none where it is too long for one.
    link: Option<String>,
    /// The file that carries it.
    file: String,
}

/// The words around a contribution.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words {
    /// One line: the subject of an e-mail.
    pub subject: String,
    /// What is in it, as the reader sees it first.
    pub full: String,
    /// The same in a sentence, where the whole would be too long for a text message.
    pub short: String,
}

/// Makes a contribution ready. A browser that cannot make the link, older than any that is supported,
/// still makes the file.
pub async fn ready(parcel: Parcel, words: Words) -> Ready {
    let link = links::link(&parcel.contribution).await.ok();
    Ready {
        link: link.filter(|link| link.len() <= link::LONGEST),
        file: json::write_pretty(&write_contribution(&parcel.contribution)),
        parcel,
        words,
    }
}

impl Ready {
    /// The message with its link; nothing where it has none.
    fn message(&self) -> Option<String> {
        let link = self.link.as_ref()?;
        Some(with_link(&self.words.full, link))
    }

    /// The message that any messenger carries, in fewer words where it must be; nothing where the link
    /// alone is too long.
    fn easy_message(&self) -> Option<String> {
        let link = self.link.as_ref()?;
        let texts = [&self.words.full, &self.words.short].into_iter();
        texts
            .map(|words| with_link(words, link))
            .find(|message| message.chars().count() <= link::EASY)
    }
}

fn with_link(words: &str, link: &str) -> String {
    [words, "\n\n", t(Text::SendOpen), "\n", link].concat()
}

/// What was handed to another application and is not yet known to be sent.
type Asked = RwSignal<Option<(Parcel, Channel)>>;

/// The ways to hand a contribution over, and the question whether it was sent. `after` is called once
/// it is recorded.
pub fn sending(ready: RwSignal<Option<Ready>>, after: impl Fn() + Copy + Send + Sync + 'static) -> AnyView {
    let app = use_app();
    let asked: Asked = RwSignal::new(None);
    let ways = move || ready.get().map(|ready| ways::ways(app, &ready, asked, after));
    let question = move || {
        asked
            .get()
            .map(|(parcel, by)| question(app, parcel, by, asked, after))
    };
    view! {
        {ways}
        {question}
    }
    .into_any()
}

fn question(
    app: App,
    parcel: Parcel,
    by: Channel,
    asked: Asked,
    after: impl Fn() + Copy + Send + Sync + 'static,
) -> AnyView {
    let what_now = match by {
        Channel::Copy => Text::SendAskedCopy,
        Channel::File => Text::SendAskedFile,
        Channel::Code => Text::SendAskedCode,
        _ => Text::SendAskedOther,
    };
    let yes = move |_| {
        asked.set(None);
        record(app, &parcel, by.clone(), after);
    };
    view! {
        <div class="notice notice-warn" role="group" id=ASKED tabindex="-1" aria-labelledby="sending-asked-t">
            {icon::icon(icon::INFO)}
            <div class="notice-body">
                <p class="notice-title" id="sending-asked-t">{t(Text::SendAsked)}</p>
                <p>{t(what_now)}</p>
                <p class="actions">
                    <button type="button" class="button button-main" on:click=yes>
                        {icon::icon(icon::CHECK)}
                        {t(Text::SendAskedYes)}
                    </button>
                    <button type="button" class="button" on:click=move |_| asked.set(None)>
                        {t(Text::SendAskedNo)}
                    </button>
                </p>
            </div>
        </div>
    }
    .into_any()
}

/// Asks whether it was sent, once the other application has had its turn.
fn ask(asked: Asked, parcel: Parcel, by: Channel) {
    asked.set(Some((parcel, by)));
    leptos::task::spawn_local(async {
        clock::let_draw().await;
        document::focus_id(ASKED);
    });
}

/// Records that it was sent.
fn record(app: App, parcel: &Parcel, by: Channel, after: impl Fn()) {
    let said = fill(Text::SendRecorded, &[("way", way(&by))]);
    match app.record_sent(parcel, by) {
        Ok(()) => {
            app.notices.good(said);
            after();
        }
        Err(error) => app.notices.bad(not_kept(error)),
    }
}

/// Which way something went: « par SMS ».
pub fn way(by: &Channel) -> &str {
    t(match by {
        Channel::Sheet => Text::SendBySheet,
        Channel::WhatsApp => Text::SendByWhatsapp,
        Channel::Sms => Text::SendBySms,
        Channel::Email => Text::SendByEmail,
        Channel::Copy => Text::SendByCopy,
        Channel::File => Text::SendByFile,
        Channel::Code => Text::SendByCode,
        Channel::Unknown(code) => return code,
    })
}
