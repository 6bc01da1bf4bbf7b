//! The editor's inbox and its log on the device.
//!
//! A key for each contribution that waits and for each decision, so that two tabs never write the same
//! one. What a decision writes (changes, lines of the log, contributions that leave the inbox) is written
//! at once or not at all: a tab that dies in the middle leaves neither a change that nobody decided on
//! nor a decision without its change.

use super::aside::{Aside, set_aside};
use super::changes::stored;
use super::journal::{Transaction, View, commit};
use super::key::Key;
use super::port::{Denied, Storage, WriteError};
use crate::domain::change::Change;
use crate::domain::decision::Decision;
use crate::domain::id::Id;
use crate::format::review::{Filed, read_decision, read_filed, write_decision, write_filed};

/// What was found.
#[derive(Debug, Default)]
pub struct Loaded {
    /// The contributions that wait.
    pub filed: Vec<Filed>,
    /// The decisions.
    pub log: Vec<Decision>,
    /// The texts that could not be read just now.
    pub aside: Vec<Aside>,
}

/// Loads the inbox and the log. What cannot be read is set aside.
///
/// # Errors
/// When the browser refuses.
pub fn load(storage: &impl Storage) -> Result<Loaded, Denied> {
    let view = View::open(storage)?;
    let mut loaded = Loaded::default();
    for key in view.keys() {
        let (Key::Inbox(id) | Key::Log(id)) = key else {
            continue;
        };
        let Some(text) = view.read(key)? else { continue };
        let read = if matches!(key, Key::Inbox(_)) {
            let filed = read_filed(&text).filter(|filed| filed.contribution.id == *id);
            filed.map(|filed| loaded.filed.push(filed))
        } else {
            let decision = read_decision(&text).filter(|decision| decision.id == *id);
            decision.map(|decision| loaded.log.push(decision))
        };
        if read.is_none() {
            loaded.aside.push(set_aside(storage, key, &text)?);
        }
    }
    Ok(loaded)
}

/// What is to be written and removed at once.
#[derive(Debug, Clone, Copy, Default)]
pub struct Record<'a> {
    /// Changes to write, also in place of what stands under their identifiers.
    pub changes: &'a [Change],
    /// Changes to remove.
    pub forget: &'a [Id],
    /// Decisions to write, also in place of what stands there.
    pub log: &'a [Decision],
    /// Decisions to remove.
    pub unlog: &'a [Id],
    /// Contributions to write, also in place of what stands there.
    pub file: &'a [Filed],
    /// Contributions to remove.
    pub take_out: &'a [Id],
}

/// Writes and removes all of a record, or nothing. `id` is new.
///
/// # Errors
/// When it could not be kept; then nothing has changed.
pub fn record(storage: &impl Storage, id: &Id, record: Record<'_>) -> Result<(), WriteError> {
    let mut transaction = Transaction::default();
    transaction.write.extend(record.changes.iter().map(stored));
    for decision in record.log {
        let key = Key::Log(decision.id.clone());
        transaction.write.push((key, write_decision(decision)));
    }
    for filed in record.file {
        let key = Key::Inbox(filed.contribution.id.clone());
        transaction.write.push((key, write_filed(filed)));
    }
    let forgotten = record.forget.iter().cloned().map(Key::Change);
    let unlogged = record.unlog.iter().cloned().map(Key::Log);
    let taken_out = record.take_out.iter().cloned().map(Key::Inbox);
    transaction.remove = forgotten.chain(unlogged).chain(taken_out).collect();
    commit(storage, id, &transaction)
}

#[cfg(test)]
mod tests {
    use super::{Record, load, record};
    use crate::domain::change::{Change, Target, TargetKind};
    use crate::domain::date::Timestamp;
    use crate::domain::decision::Decision;
    use crate::domain::id::Id;
    use crate::domain::value::Object;
    use crate::format::contribution::Contribution;
    use crate::format::review::{Filed, read_decision};
    use crate::storage::changes;
    use crate::storage::memory::{MemoryStorage, Stop};
    use crate::storage::port::WriteError;

    fn id(text: &str) -> Id {
        Id::parse(text).unwrap()
    }

    fn time() -> Timestamp {
        Timestamp::parse("2026-01-01T00:00:00Z").unwrap()
    }

    fn filed(name: &str) -> Filed {
        Filed::new(
            time(),
            Contribution {
                id: id(name),
                site: id("site"),
                base: None,
                created_at: time(),
                author: id("sender"),
                message: String::new(),
                reply_to: "Jeanne".to_owned(),
                changes: Vec::new(),
                extra: Object::new(),
            },
        )
    }

    fn change(name: &str) -> Change {
        Change {
            id: id(name),
            author: id("sender"),
            at: time(),
            target: Target {
                kind: TargetKind::Initiative,
                id: id("x"),
            },
            fields: Vec::new(),
            replaces: Vec::new(),
            batch: None,
        }
    }

    fn decision(name: &str) -> Decision {
        let text = r#"{"id":"NAME","at":"2026-01-01T00:00:00Z","contribution":"c","author":"sender",
            "received_at":"2026-01-01T00:00:00Z","reply_to":"Jeanne","change":"a",
            "target":{"kind":"initiative","id":"x"},"title":"","outcome":"accepted","fields":{}}"#;
        read_decision(&text.replace("NAME", name)).unwrap()
    }

    /// How many contributions, decisions and changes are there.
    fn found(storage: &MemoryStorage) -> (usize, usize, usize) {
        let loaded = load(storage).unwrap();
        let changes = changes::load(storage).unwrap().changes;
        (loaded.filed.len(), loaded.log.len(), changes.len())
    }

    #[test]
    fn what_was_kept_is_loaded() {
        let storage = MemoryStorage::new();
        let (file, log) = ([filed("c"), filed("d")], [decision("l")]);
        let both = Record {
            file: &file,
            log: &log,
            ..Record::default()
        };
        record(&storage, &id("t"), both).unwrap();
        let loaded = load(&storage).unwrap();
        assert_eq!((loaded.filed, loaded.log), (file.to_vec(), log.to_vec()));
        assert!(loaded.aside.is_empty());
    }

    #[test]
    fn a_decision_is_there_with_its_change_or_neither_is_wherever_it_stops() {
        let mut outcomes = Vec::new();
        for (lives, stop) in (0..20).flat_map(|lives| Stop::ALL.map(|stop| (lives, stop))) {
            let storage = MemoryStorage::new();
            let file = [filed("c")];
            let filing = Record {
                file: &file,
                ..Record::default()
            };
            record(&storage, &id("t"), filing).unwrap();
            storage.stop_after(lives, stop);
            let act = Record {
                changes: &[change("a")],
                log: &[decision("l")],
                take_out: &[id("c")],
                ..Record::default()
            };
            let done = record(&storage, &id("u"), act);
            storage.go_on();
            let found = found(&storage);
            assert!(
                found == (1, 0, 0) || found == (0, 1, 1),
                "{stop:?} after {lives} writes: {found:?}"
            );
            assert!(stop == Stop::Dropped || done.is_err() || found == (0, 1, 1));
            outcomes.push(found.0);
        }
        assert!(
            outcomes.contains(&1) && outcomes.contains(&0),
            "some stopped before and some after"
        );
    }

    #[test]
    fn what_does_not_fit_leaves_everything_as_it_was() {
        let storage = MemoryStorage::new();
        let before = storage.snapshot();
        storage.set_room(Some(300));
        let file: Vec<Filed> = ["a", "b", "c", "d"].map(filed).into();
        let filing = Record {
            file: &file,
            ..Record::default()
        };
        assert_eq!(record(&storage, &id("t"), filing), Err(WriteError::Full));
        assert_eq!(storage.snapshot(), before);
    }

    #[test]
    fn what_cannot_be_read_is_set_aside() {
        let storage = MemoryStorage::new();
        storage.plant("inbox/c", "no JSON");
        storage.plant("log/l", "{}");
        storage.plant("log/other", r#"{"id":"l"}"#);
        let loaded = load(&storage).unwrap();
        assert_eq!(
            (loaded.filed.len(), loaded.log.len(), loaded.aside.len()),
            (0, 0, 3)
        );
        assert!(storage.snapshot().keys().all(|key| key.starts_with("aside/")));
    }
}
