//! Several keys at once, all of them or none.
//!
//! The browser keeps one key at a time and may end a tab between two. So what must be one is written
//! down first, under a key of its own: the journal, which goes through these states.
//!
//! | journal | what it says | what is seen | what the next start does |
//! | --- | --- | --- | --- |
//! | open | which new keys are being written | none of them | takes them out, if it is alone |
//! | done | which texts are to be set, which keys to go | as if it were so already | makes it so |
//! | none | | what stands there | |
//!
//! Invariants:
//! - **One write decides.** Replacing an open journal by a done one, or removing an open one that has
//!   nothing left to do, is the instant between before and after; every stop before it is undone, every
//!   stop after it is finished. Both can be stopped again and go on at the next start.
//! - **Readers need no recovery.** [`View`] shows the state before or the state after, whatever a
//!   journal has left half-way, so that a tab that reads while another one writes sees no third state.
//! - **A journal lists only names of keys that are written once** (changes, batches, what waits in the inbox and its log, passages of
//!   press releases, texts set aside);
//!   a text whose key may be written again (a private value, a draft, a setting) is carried in it and
//!   set after the decision, so that undoing never takes out what somebody has written since.
//! - **The decision needs no room.** A done journal is never longer than its open one, which keeps the
//!   room of the texts to set besides.
//! - **Nobody sweeps what another page may be at writing.** No reading of the storage can tell a writer
//!   that sleeps from one that is dead: between its last look and its decision everything could be taken
//!   from under it. The browser can: every page holds a share of one lock from before its first write
//!   until its end, and [`sweep`] is called only by a page that gets the whole of it, which is to say
//!   alone. A page that has asked for its share and not got it yet is spared too: only the second sweep
//!   that finds a journal as it was takes it out, and that one stands behind the page in the lock's
//!   queue. Where a browser has no locks, what is unfinished stays unseen and takes its room.

use std::collections::{BTreeMap, BTreeSet};

use super::aside::set_aside;
use super::changes;
use super::key::Key;
use super::layout::{Layout, layout};
use super::port::{Denied, Storage, WriteError};
use crate::domain::id::Id;
use crate::domain::value::{Object, Value};
use crate::format::json;

/// How often a writer begins anew whose keys another page has claimed for the same ones.
const ATTEMPTS: usize = 3;

/// The room that is kept for what the storage puts before a key.
const PREFIX: usize = 100;

/// What is to be written and removed at once.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Transaction {
    /// The texts to write, in the order of their writing.
    pub write: Vec<(Key, String)>,
    /// The keys to remove.
    pub remove: Vec<Key>,
}

/// What a journal says.
#[derive(Debug, Default, PartialEq, Eq)]
struct Record {
    /// The new keys that are being written; none in a done journal.
    put: Option<Vec<Key>>,
    set: Vec<(Key, String)>,
    remove: Vec<Key>,
}

/// Does everything that a transaction says, or nothing. A single write or removal, which is one
/// anyway, goes without a journal. `id` is new and names the journal.
///
/// # Errors
/// When it could not be kept; then nothing has changed.
pub fn commit(storage: &dyn Storage, id: &Id, transaction: &Transaction) -> Result<(), WriteError> {
    let (put, record) = sort_out(storage, transaction)?;
    finish(storage, &put)?;
    if put.len() + record.set.len() + record.remove.len() < 2 {
        return match put.first() {
            Some((key, text)) => storage.write(key, text),
            None => record.apply(storage),
        };
    }
    let journal = Key::Journal(id.clone());
    decide(storage, &journal, &put, &record)?;
    if !record.is_empty() {
        // It has happened. What cannot be done now is seen all the same, and done at another start.
        let _finished = record.apply(storage).and_then(|()| storage.remove(&journal));
    }
    Ok(())
}

/// New keys with their texts.
type New<'a> = Vec<(&'a Key, &'a str)>;

/// The keys that are new and written once, and the rest; without what is so already.
fn sort_out<'a>(storage: &dyn Storage, transaction: &'a Transaction) -> Result<(New<'a>, Record), Denied> {
    let view = View::open(storage)?;
    let (mut put, mut record) = (New::new(), Record::default());
    for (key, text) in &transaction.write {
        match view.read(key)? {
            // Where something is taken out, what comes back is written though it is here: another page
            // may just let go of it, as written over by what goes.
            Some(own) if own == *text && transaction.remove.is_empty() => {}
            None if is_written_once(key) => put.push((key, text)),
            _ => record.set.push((key.clone(), text.clone())),
        }
    }
    for key in &transaction.remove {
        if view.read(key)?.is_some() {
            record.remove.push(key.clone());
        }
    }
    Ok((put, record))
}

/// Writes the new keys and the decision, or leaves everything as it was.
fn decide(storage: &dyn Storage, journal: &Key, put: &New, record: &Record) -> Result<(), WriteError> {
    let only_removes = put.is_empty() && record.set.is_empty();
    if only_removes {
        return storage.write(journal, &record.text(None));
    }
    let open = record.text(Some(put));
    let mut outcome = Ok(false);
    for _ in 0..ATTEMPTS {
        outcome = attempt(storage, journal, &open, put, record);
        if outcome != Ok(false) {
            break;
        }
    }
    if outcome == Ok(true) {
        return Ok(());
    }
    let keys: Vec<Key> = put.iter().map(|(key, _)| (*key).clone()).collect();
    // What cannot be taken out now stays unseen, and is taken out at another start.
    let _undone = take_out(storage, &keys, journal);
    Err(outcome.err().unwrap_or(WriteError::Denied))
}

/// Whether it was decided: not where the journal was swept meanwhile.
fn attempt(
    storage: &dyn Storage,
    journal: &Key,
    open: &str,
    put: &New,
    record: &Record,
) -> Result<bool, WriteError> {
    storage.write(journal, open)?;
    put.iter().try_for_each(|(key, text)| storage.write(key, text))?;
    if storage.read(journal)?.as_deref() != Some(open) {
        return Ok(false);
    }
    if record.is_empty() {
        storage.remove(journal)?;
    } else {
        storage.write(journal, &record.text(None))?;
    }
    Ok(true)
}

/// Removes new keys, then what speaks of them.
fn take_out(storage: &dyn Storage, keys: &[Key], journal: &Key) -> Result<(), WriteError> {
    keys.iter().try_for_each(|key| storage.remove(key))?;
    storage.remove(journal)
}

const fn is_written_once(key: &Key) -> bool {
    matches!(
        key,
        Key::Change(_) | Key::Batch(_) | Key::Aside(_) | Key::Inbox(_) | Key::Log(_) | Key::Excerpt(..)
    )
}

/// Finishes what is done: at a start, and before whatever must not come between.
///
/// # Errors
/// When the browser refuses, or there is no room to set a decided text; nothing is lost then, and
/// [`View`] shows the right state.
pub fn recover(storage: &dyn Storage) -> Result<(), WriteError> {
    finish(storage, &New::new())
}

/// Finishes what is done, and takes out what is open and names a key that is about to be written:
/// nobody makes one key in two tabs at once.
fn finish(storage: &dyn Storage, claimed: &New) -> Result<(), WriteError> {
    for (_, journal, record) in journals(storage)? {
        match &record.put {
            None => {
                record.apply(storage)?;
                storage.remove(&journal)?;
            }
            Some(put) if claimed.iter().any(|(key, _)| put.contains(key)) => {
                take_out(storage, put, &journal)?;
            }
            Some(_) => {}
        }
    }
    Ok(())
}

/// Takes out what was open at the last sweep and has not grown since. Only for a page that is alone.
///
/// # Errors
/// When the browser refuses; what is unfinished stays unseen.
pub fn sweep(storage: &dyn Storage) -> Result<(), WriteError> {
    for (id, journal, record) in journals(storage)? {
        let Some(put) = &record.put else { continue };
        let mut written = 0_usize;
        for key in put {
            written += usize::from(storage.read(key)?.is_some());
        }
        let (mark, progress) = (Key::Mark(id), written.to_string());
        if storage.read(&mark)?.as_ref() == Some(&progress) {
            take_out(storage, put, &journal)?;
            continue;
        }
        match storage.write(&mark, &progress) {
            // Where there is no room for a mark, what is unfinished stays unseen.
            Ok(()) | Err(WriteError::Full) => {}
            Err(error) => return Err(error),
        }
    }
    for name in storage.keys()? {
        if let Key::Mark(id) = Key::of(&name)
            && storage.read(&Key::Journal(id.clone()))?.is_none()
        {
            storage.remove(&Key::Mark(id))?;
        }
    }
    Ok(())
}

/// The journals that can be read; one that cannot is set aside. Without it nothing says what to take
/// out: everything is kept and shown.
fn journals(storage: &dyn Storage) -> Result<Vec<(Id, Key, Record)>, Denied> {
    let mut journals = Vec::new();
    for name in storage.keys()? {
        let journal = Key::of(&name);
        let Key::Journal(id) = &journal else { continue };
        let Some(text) = storage.read(&journal)? else {
            continue;
        };
        match Record::parse(&text) {
            Some(record) => journals.push((id.clone(), journal, record)),
            None => drop(set_aside(storage, &journal, &text)?),
        }
    }
    Ok(journals)
}

impl Record {
    fn is_empty(&self) -> bool {
        self.set.is_empty() && self.remove.is_empty()
    }

    /// Does what was decided; twice is once. Removing first makes room.
    fn apply(&self, storage: &dyn Storage) -> Result<(), WriteError> {
        self.remove.iter().try_for_each(|key| storage.remove(key))?;
        self.set
            .iter()
            .try_for_each(|(key, text)| storage.write(key, text))
    }

    /// The text of the open journal of these new keys, or of the done one.
    fn text(&self, put: Option<&New>) -> String {
        let name = |key: &Key| Value::Text(key.text());
        let mut object = Object::new();
        if let Some(put) = put {
            let names = put.iter().map(|(key, _)| name(key)).collect();
            object.push("put", Value::List(names));
            let room = self
                .set
                .iter()
                .map(|(key, text)| key.text().len() + text.len() + PREFIX)
                .sum();
            object.push("room", Value::Text(" ".repeat(room)));
        }
        let pair = |(key, text): &(Key, String)| Value::List(vec![name(key), Value::text(text)]);
        object.push("set", Value::List(self.set.iter().map(pair).collect()));
        object.push("remove", Value::List(self.remove.iter().map(name).collect()));
        json::write(&object.into())
    }

    fn parse(text: &str) -> Option<Self> {
        fn keys(value: &Value) -> Option<Vec<Key>> {
            value
                .as_list()?
                .iter()
                .map(|name| Some(Key::of(name.as_text()?)))
                .collect()
        }
        // Why one cannot be read helps nobody: the caller sets its text aside, whole.
        let document = json::parse(text).ok()?;
        let object = document.as_object()?;
        let pair = |value: &Value| match value.as_list()? {
            [key, text] => Some((Key::of(key.as_text()?), text.as_text()?.to_owned())),
            _ => None,
        };
        let put = match object.get("put") {
            None => None,
            Some(names) => Some(keys(names)?),
        };
        Some(Self {
            put,
            set: object
                .get("set")?
                .as_list()?
                .iter()
                .map(pair)
                .collect::<Option<_>>()?,
            remove: keys(object.get("remove")?)?,
        })
    }
}

/// The storage as it is to be seen: the state before or after each transaction, never between.
pub struct View<'a> {
    storage: &'a dyn Storage,
    keys: BTreeSet<Key>,
    set: BTreeMap<Key, String>,
}

impl<'a> View<'a> {
    /// Looks at what stands in a storage and at what its journals say.
    ///
    /// # Errors
    /// When the browser refuses.
    pub fn open(storage: &'a dyn Storage) -> Result<Self, Denied> {
        let (mut keys, mut journals) = (BTreeSet::new(), Vec::new());
        let erasing = layout(storage)? == Layout::Erasing;
        for name in storage.keys()?.iter().filter(|_| !erasing) {
            match Key::of(name) {
                journal @ Key::Journal(_) => journals.push(journal),
                Key::Mark(_) => {}
                key => {
                    keys.insert(key);
                }
            }
        }
        let mut set = BTreeMap::new();
        for journal in journals {
            let text = storage.read(&journal)?;
            let Some(record) = text.as_deref().and_then(Record::parse) else {
                continue;
            };
            let unseen = record.put.as_ref().unwrap_or(&record.remove);
            for key in unseen {
                keys.remove(key);
            }
            if record.put.is_none() {
                keys.extend(record.set.iter().map(|(key, _)| key.clone()));
                set.extend(record.set);
            }
        }
        Ok(Self { storage, keys, set })
    }

    /// The keys, in their order.
    pub fn keys(&self) -> impl Iterator<Item = &Key> {
        self.keys.iter()
    }

    /// Whether there is such a key.
    #[must_use]
    pub fn holds(&self, key: &Key) -> bool {
        self.keys.contains(key)
    }

    /// The text of a key, if there is one.
    ///
    /// # Errors
    /// When the browser refuses.
    pub fn read(&self, key: &Key) -> Result<Option<String>, Denied> {
        if !self.holds(key) {
            return Ok(None);
        }
        match self.set.get(key) {
            Some(text) => Ok(Some(text.clone())),
            None => self.storage.read(key),
        }
    }
}

/// From layout 1 to 2: the changes of unfinished batches, which had no journal yet, get an open one
/// under the batch's identifier, and are swept as every other.
///
/// # Errors
/// When the browser refuses.
pub(super) fn adopt_unfinished(view: &View, transaction: &mut Transaction) -> Result<(), Denied> {
    let mut unfinished: BTreeMap<Id, Vec<Key>> = BTreeMap::new();
    for key in view.keys().filter(|key| matches!(key, Key::Change(_))) {
        // One that cannot be read is set aside when the changes are loaded.
        let batch = view.read(key)?.and_then(|text| changes::read(&text)?.batch);
        if let Some(batch) = batch.filter(|batch| !view.holds(&Key::Batch(batch.clone()))) {
            unfinished.entry(batch).or_default().push(key.clone());
        }
    }
    for (batch, keys) in unfinished {
        let put: New = keys.iter().map(|key| (key, "")).collect();
        let open = Record::default().text(Some(&put));
        transaction.write.push((Key::Journal(batch), open));
    }
    Ok(())
}
