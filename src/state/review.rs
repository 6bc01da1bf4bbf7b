//! The editor's inbox: what comes in, what is decided, what is forgotten.
//!
//! As everywhere, what is on screen changes only after the storage has answered.

use leptos::prelude::*;

use super::import::Unreadable;
use super::notice::{TakeBack, Undo};
use super::{App, link};
use crate::browser::file::ChosenFile;
use crate::browser::{chance, clock};
use crate::domain::id::Id;
use crate::format::contribution::Contribution;
use crate::format::limits;
use crate::format::link::LinkError;
use crate::format::refusal::{Format, Refusal};
use crate::storage::changes;
use crate::storage::inbox::{self as stored, Record};
use crate::storage::port::{Denied, WriteError};
use crate::workspace::Stamp;
use crate::workspace::review::{Act, Found, Inbox, Pick, Prepared, Receipt, Reversal, Verdict, find};

/// What was read of what came in.
#[derive(Debug, Default)]
pub struct Arrived {
    /// The contributions.
    pub contributions: Vec<Contribution>,
    /// What could not be read, each with the name of its file; none for a pasted text.
    pub troubles: Vec<(Option<String>, Trouble)>,
}

/// Why something that came in is not in the inbox.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Trouble {
    /// It is no file that this application reads, and holds no link.
    Unreadable(Unreadable),
    /// A link of it could not be read.
    Link(LinkError),
    /// So many changes of a proposal were not whole and are left out.
    Incomplete(usize),
    /// It is another file of this application.
    Other(Format),
    /// It holds more links than are taken at once.
    TooMany,
}

impl Arrived {
    /// Reads a file that was chosen or dropped. Nothing is stored.
    pub async fn file(&mut self, file: &ChosenFile) {
        let name = Some(file.name());
        match file.bytes(limits::FILE_BYTES).await {
            Ok(bytes) => self.bytes(&bytes, name.as_deref()).await,
            Err(error) => {
                let trouble = Trouble::Unreadable(Unreadable::File(error));
                self.troubles.push((name, trouble));
            }
        }
    }

    /// Reads a pasted text. Nothing is stored.
    pub async fn text(&mut self, text: &str) {
        self.bytes(text.as_bytes(), None).await;
    }

    async fn bytes(&mut self, bytes: &[u8], name: Option<&str>) {
        let mut trouble = |trouble| self.troubles.push((name.map(str::to_owned), trouble));
        match find(bytes) {
            Found::Whole(reading) => {
                let incomplete = reading.warnings.refused();
                if incomplete > 0 {
                    trouble(Trouble::Incomplete(incomplete));
                }
                self.contributions.push(reading.value);
            }
            Found::Links(links, more) => {
                if more {
                    trouble(Trouble::TooMany);
                }
                for candidates in links {
                    match first_whole(&candidates).await {
                        Ok(contribution) => self.contributions.push(contribution),
                        Err(error) => trouble(Trouble::Link(error)),
                    }
                }
            }
            Found::Other(format) => trouble(Trouble::Other(format)),
            Found::Nothing(refusal) => trouble(Trouble::Unreadable(Unreadable::Refused(refusal))),
        }
    }
}

/// The contribution of the first way to read a link that gives one. Where none does, what was wrong
/// with the first that is more than noise.
async fn first_whole(candidates: &[String]) -> Result<Contribution, LinkError> {
    let mut failure = LinkError::Damaged;
    for fragment in candidates {
        match link::open(fragment).await {
            Ok(reading) => return Ok(reading.value),
            Err(LinkError::Damaged | LinkError::NoProposal) => {}
            Err(error) => failure = error,
        }
    }
    Err(failure)
}

/// An inbox that was opened.
#[derive(Debug, Default)]
pub struct Opened {
    /// The inbox.
    pub inbox: Inbox,
    /// How many senders can no longer be called back, since their six months are over.
    pub forgotten: usize,
}

impl App {
    /// The inbox as it is stored.
    ///
    /// # Errors
    /// When the browser refuses.
    pub fn read_inbox(self) -> Result<Inbox, Denied> {
        let loaded = self.with_store(stored::load)?;
        self.name_aside(loaded.aside);
        Ok(Inbox::new(loaded.filed, loaded.log))
    }

    /// Opens the inbox: puts away what is published or accepted by now, and forgets the call-back data
    /// whose time is over.
    ///
    /// # Errors
    /// When the browser refuses, or when what is to be forgotten cannot be written.
    pub fn open_inbox(self) -> Result<Opened, WriteError> {
        let mut inbox = self.read_inbox()?;
        let settled = self.workspace.with_untracked(|workspace| {
            let workspace = workspace.as_ref()?;
            Some(inbox.put_away(workspace, &clock::now(), chance::new_id))
        });
        if let Some(act) = settled.filter(|act| !act.is_empty()) {
            self.write(&act)?;
            inbox.apply(&act);
        }
        let overdue = inbox.overdue(self.today);
        let forgotten = overdue.filed.len() + overdue.log.len();
        if forgotten > 0 {
            let record = Record {
                file: &overdue.filed,
                log: &overdue.log,
                ..Record::default()
            };
            self.with_store(|store| stored::record(store, &chance::new_id(), record))?;
            inbox.forget(overdue);
        }
        Ok(Opened { inbox, forgotten })
    }

    /// Puts contributions into the inbox that are not there yet and have something to decide.
    ///
    /// # Errors
    /// When they could not be kept; then nothing has changed.
    pub fn receive(
        self,
        inbox: RwSignal<Inbox>,
        contributions: Vec<Contribution>,
    ) -> Result<(Receipt, Option<Undo>), WriteError> {
        let receipt = self.workspace.with_untracked(|workspace| {
            let workspace = workspace.as_ref()?;
            Some(inbox.with_untracked(|inbox| inbox.receive(workspace, contributions, &clock::now())))
        });
        // The page is drawn only once there is a catalogue.
        let receipt = receipt.unwrap_or_default();
        if receipt.filed.is_empty() {
            return Ok((receipt, None));
        }
        let record = Record {
            file: &receipt.filed,
            ..Record::default()
        };
        self.with_store(|store| stored::record(store, &chance::new_id(), record))?;
        inbox.update(|inbox| inbox.file(receipt.filed.iter().cloned()));
        let filed: Vec<Id> = receipt
            .filed
            .iter()
            .map(|filed| filed.contribution.id.clone())
            .collect();
        let undo = TakeBack::new(move || {
            let record = Record {
                take_out: &filed,
                ..Record::default()
            };
            self.with_store(|store| stored::record(store, &chance::new_id(), record))?;
            // Another page may be shown by now, which has no inbox to draw.
            let _drawn = inbox.try_update(|inbox| inbox.take_out(&filed));
            Ok(())
        });
        Ok((receipt, Some(Undo::Act(undo))))
    }

    /// Decides about open fields, and gives what takes the decision back.
    ///
    /// # Errors
    /// When it could not be kept; then nothing has changed.
    pub fn decide(
        self,
        inbox: RwSignal<Inbox>,
        picks: &[Pick],
        verdict: &Verdict,
    ) -> Result<(Prepared, Option<Undo>), WriteError> {
        let stamp = self.stamp(None)?;
        let stamps = || Stamp {
            id: chance::new_id(),
            ..stamp.clone()
        };
        let prepared = self.workspace.with_untracked(|workspace| {
            let workspace = workspace.as_ref()?;
            Some(inbox.with_untracked(|inbox| inbox.decide(workspace, picks, verdict, stamps)))
        });
        // The page is drawn only once there is a catalogue.
        let prepared = prepared.unwrap_or_default();
        let undo = self.act(inbox, &prepared.act)?;
        Ok((prepared, undo))
    }

    /// Leaves changes that wait for later, or takes them up again. What another tab has decided meanwhile
    /// does not come back by it.
    ///
    /// # Errors
    /// When it could not be kept; then nothing has changed.
    pub fn put_off(self, inbox: RwSignal<Inbox>, changes: &[Id], is_off: bool) -> Result<(), WriteError> {
        let marked = self.read_inbox()?.put_off(changes, is_off);
        let record = Record {
            file: &marked,
            ..Record::default()
        };
        self.with_store(|store| stored::record(store, &chance::new_id(), record))?;
        inbox.update(|inbox| inbox.file(marked));
        Ok(())
    }

    /// Puts a message away that came without a change, and gives what takes that back.
    ///
    /// # Errors
    /// When it could not be kept; then nothing has changed.
    pub fn close_message(
        self,
        inbox: RwSignal<Inbox>,
        contribution: &Id,
    ) -> Result<Option<Undo>, WriteError> {
        let stamp = self.stamp(None)?;
        let act = inbox.with_untracked(|inbox| inbox.close_message(contribution, stamp));
        // Where none waits any more, another tab has put it away.
        self.act(inbox, &act.unwrap_or_default())
    }

    /// Writes an act, shows it, and gives what takes it back.
    fn act(self, inbox: RwSignal<Inbox>, act: &Act) -> Result<Option<Undo>, WriteError> {
        if act.is_empty() {
            return Ok(None);
        }
        self.write(act)?;
        if !act.changes.is_empty() {
            self.update(|workspace| workspace.insert_anew(act.changes.iter().cloned()));
        }
        inbox.update(|inbox| inbox.apply(act));
        let act = act.clone();
        let undo = TakeBack::new(move || {
            let back = self.unwrite(&act)?;
            if !act.changes.is_empty() {
                self.update(|workspace| workspace.exchange(back.changes.iter().cloned(), &back.forget));
            }
            // Another page may be shown by now, which has no inbox to draw.
            let _drawn = inbox.try_update(|inbox| inbox.take_back(&back));
            Ok(())
        });
        Ok(Some(Undo::Act(undo)))
    }

    fn write(self, act: &Act) -> Result<(), WriteError> {
        let finished: Vec<Id> = act
            .finished
            .iter()
            .map(|filed| filed.contribution.id.clone())
            .collect();
        let record = Record {
            changes: &act.changes,
            log: &act.entries,
            take_out: &finished,
            ..Record::default()
        };
        self.with_store(|store| stored::record(store, &chance::new_id(), record))
    }

    /// Takes an act back from what stands in the storage by now: another tab may have decided more.
    fn unwrite(self, act: &Act) -> Result<Reversal, WriteError> {
        let inbox = self.read_inbox()?;
        let now = self.with_store(|store| changes::find(store, &act.looked_at()))?;
        let back = act.reversal(&inbox, &now);
        let record = Record {
            changes: &back.changes,
            forget: &back.forget,
            unlog: &back.unlog,
            file: &back.file,
            ..Record::default()
        };
        self.with_store(|store| stored::record(store, &chance::new_id(), record))?;
        Ok(back)
    }
}

/// The text that hands a contribution over to the page that opens it.
#[must_use]
pub fn handed_over(contribution: &Contribution) -> String {
    crate::format::json::write(&crate::format::contribution::write_contribution(contribution))
}

/// What an opened link or file holds, or why it cannot be read. Nothing is stored.
///
/// # Errors
/// [`LinkError`].
pub async fn open(arriving: &str) -> Result<Contribution, LinkError> {
    if crate::format::link::is_proposal(arriving) {
        return link::open(arriving).await.map(|reading| reading.value);
    }
    match find(arriving.as_bytes()) {
        Found::Whole(reading) => Ok(reading.value),
        Found::Nothing(refusal) => Err(LinkError::Refused(refusal)),
        Found::Links(..) => Err(LinkError::NoProposal),
        Found::Other(format) => Err(LinkError::Refused(Refusal::OtherFormat(format))),
    }
}
