//! Handing a contribution to another application: share sheet, messenger, text message, e-mail,
//! clipboard, file, a code to scan. Nothing is sent by this application, and it asks afterwards
//! whether it was, since it cannot know.

mod ways;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::icon;
use super::notices::not_kept;
use crate::browser::{clock, document};
use crate::domain::sent::Channel;
use crate::format::contribution::write_contribution;
use crate::format::{json, link};
use crate::i18n::Text;
use crate::state::send::Parcel;
use crate::state::{App, link as links, use_app};
use crate::storage::port::WriteError;
use crate::ui::texts::{fill, t};

/// The identifier of the question whether it was sent.
const ASKED: &str = "sending-asked";

/// The identifier of the heading over the message.
const LETTER: &str = "letter-t";

/// A contribution that is ready to be handed over.
#[derive(Debug, Clone, PartialEq)]
struct Ready {
    /// What travels.
    parcel: Parcel,
    /// The words around it.
    words: Words,
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

impl Ready {
    /// Makes a contribution ready. A browser that cannot make the link, older than any that is
    /// supported, still makes the file.
    async fn make(parcel: Parcel, words: Words) -> Self {
        let link = links::link(&parcel.contribution).await.ok();
        Self {
            link: link.filter(|link| link.len() <= link::LONGEST),
            file: json::write_pretty(&write_contribution(&parcel.contribution)),
            parcel,
            words,
        }
    }

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

/// What stands between a contribution and its being sent. It is a handle: copies share everything.
#[derive(Clone, Copy)]
pub struct Desk {
    ready: RwSignal<Option<Ready>>,
    /// Why something did not work; empty where all is well. It stands here and not among the notices,
    /// which a dialog would cover.
    problem: RwSignal<&'static str>,
    /// What was handed to another application and is not yet known to be sent.
    asked: RwSignal<Option<(Parcel, Channel)>>,
    /// Counts what was made ready: a slow answer must not come to stand in the place of a later one.
    turn: StoredValue<usize>,
}

impl Desk {
    /// A desk with nothing on it.
    #[must_use]
    pub fn new() -> Self {
        Self {
            ready: RwSignal::new(None),
            problem: RwSignal::new(""),
            asked: RwSignal::new(None),
            turn: StoredValue::new(0),
        }
    }

    /// Takes away what is ready.
    pub fn clear(self) {
        self.turn.update_value(|turn| *turn += 1);
        self.ready.set(None);
    }

    /// Makes something ready in the place of what is, once it is packed and made. Packing waits until the browser has
    /// answered to the person, and is left out where they have typed on meanwhile.
    pub fn prepare(self, pack: impl FnOnce() -> Result<Option<(Parcel, Words)>, WriteError> + 'static) {
        self.turn.update_value(|turn| *turn += 1);
        let own = self.turn.get_value();
        // The page may be gone by then, and its signals with it.
        let is_wanted = move || self.turn.try_get_value() == Some(own);
        spawn_local(async move {
            clock::breathe().await;
            if !is_wanted() {
                return;
            }
            match pack() {
                Ok(Some((parcel, words))) => {
                    let made = Ready::make(parcel, words).await;
                    if is_wanted() {
                        self.ready.set(Some(made));
                    }
                }
                // Before the catalogue is there, there is nothing to send.
                Ok(None) => self.clear(),
                Err(error) => {
                    self.problem.set(not_kept(error));
                    self.clear();
                }
            }
        });
    }

    /// Asks whether it was sent, once the other application has had its turn.
    fn ask(self, parcel: Parcel, by: Channel) {
        self.problem.set("");
        self.asked.set(Some((parcel, by)));
        spawn_local(async {
            clock::let_draw().await;
            document::focus_id(ASKED);
        });
    }

    fn complain(self, problem: Text) {
        self.problem.set(t(problem));
    }
}

impl Default for Desk {
    fn default() -> Self {
        Self::new()
    }
}

/// The ways to hand over what lies on a desk, and the question whether it was sent. `after` is called
/// once it is recorded.
pub fn sending(desk: Desk, after: impl Fn() + Copy + Send + Sync + 'static) -> AnyView {
    let app = use_app();
    let ways = move || desk.ready.get().map(|ready| ways::ways(app, &ready, desk, after));
    let question = move || {
        desk.asked
            .get()
            .map(|(parcel, by)| question(app, parcel, by, desk, after))
    };
    view! {
        {ways}
        <p class="field-error" role="alert">{move || desk.problem.get()}</p>
        {question}
    }
    .into_any()
}

fn question(
    app: App,
    parcel: Parcel,
    by: Channel,
    desk: Desk,
    after: impl Fn() + Copy + Send + Sync + 'static,
) -> AnyView {
    let what_now = match by {
        Channel::Copy => Text::SendAskedCopy,
        Channel::File => Text::SendAskedFile,
        Channel::Code => Text::SendAskedCode,
        _ => Text::SendAskedOther,
    };
    let yes = move |_| {
        desk.asked.set(None);
        record(app, &parcel, by.clone(), desk, after);
    };
    let no = move |_| {
        desk.asked.set(None);
        document::focus_id(LETTER);
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
                    <button type="button" class="button" on:click=no>
                        {t(Text::SendAskedNo)}
                    </button>
                </p>
            </div>
        </div>
    }
    .into_any()
}

/// Records that it was sent.
fn record(app: App, parcel: &Parcel, by: Channel, desk: Desk, after: impl Fn()) {
    let said = fill(Text::SendRecorded, &[("way", way(&by))]);
    match app.record_sent(parcel, by) {
        Ok(()) => {
            desk.problem.set("");
            app.notices.good(said);
            after();
        }
        Err(error) => desk.problem.set(not_kept(error)),
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
