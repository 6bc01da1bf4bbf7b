//! What was handed over, on the device: a key for each contribution, so that two tabs that hand over
//! at the same time never write the same one.

use super::aside::{Aside, set_aside};
use super::key::Key;
use super::port::{Denied, Storage, WriteError};
use crate::domain::order;
use crate::domain::sent::Sent;
use crate::format::json;
use crate::format::sent::{decode_sent, encode_sent};

/// Loads every record, the latest first, and names the unreadable ones.
///
/// # Errors
/// When the browser refuses.
pub fn load(storage: &impl Storage) -> Result<(Vec<Sent>, Vec<Aside>), Denied> {
    let (mut loaded, mut aside) = (Vec::new(), Vec::new());
    for key in storage.keys()?.iter().filter_map(|key| Key::parse(key)) {
        let Key::Sent(id) = &key else { continue };
        let Some(text) = storage.read(&key)? else { continue };
        match read(&text).filter(|sent| sent.id == *id) {
            Some(sent) => loaded.push(sent),
            None => aside.push(set_aside(storage, &key, &text)?),
        }
    }
    order::sort_by(&mut loaded, |one, two| {
        (&two.at, &two.id).cmp(&(&one.at, &one.id))
    });
    Ok((loaded, aside))
}

/// Keeps a record, in place of an earlier one of the same contribution. One without items says nothing
/// any more and goes.
///
/// # Errors
/// When it could not be kept; then nothing has changed.
pub fn save(storage: &impl Storage, sent: &Sent) -> Result<(), WriteError> {
    let key = Key::Sent(sent.id.clone());
    if sent.items.is_empty() {
        return storage.remove(&key);
    }
    storage.write(&key, &json::write(&encode_sent(sent).into()))
}

/// The record of a stored text.
fn read(text: &str) -> Option<Sent> {
    // Why one cannot be read helps nobody: the caller sets its text aside, whole.
    decode_sent(&json::parse(text).ok()?)
}

#[cfg(test)]
mod tests {
    use super::{load, save};
    use crate::domain::change::{Path, Target, TargetKind};
    use crate::domain::date::Timestamp;
    use crate::domain::id::Id;
    use crate::domain::sent::{Channel, Sent, SentItem, sent_changes};
    use crate::storage::memory::MemoryStorage;
    use crate::storage::port::WriteError;

    fn id(text: &str) -> Id {
        Id::parse(text).unwrap()
    }

    fn sent(name: &str, at: &str) -> Sent {
        Sent {
            id: id(name),
            at: Timestamp::parse(at).unwrap(),
            by: Channel::Sms,
            items: vec![SentItem {
                target: Target {
                    kind: TargetKind::Initiative,
                    id: id("x"),
                },
                title: "Masques".to_owned(),
                changes: vec![id("c1"), id("c2")],
                paths: vec![Path::parse("title").unwrap(), Path::parse("needs/ab").unwrap()],
                wanted: id("digest"),
                report: false,
                refused: true,
            }],
        }
    }

    #[test]
    fn records_come_back_the_latest_first_and_go_when_they_say_nothing() {
        let storage = MemoryStorage::new();
        let (mut old, new) = (
            sent("a", "2026-01-01T00:00:00Z"),
            sent("b", "2026-02-01T00:00:00Z"),
        );
        for record in [&old, &new] {
            save(&storage, record).unwrap();
        }
        assert_eq!(load(&storage), Ok((vec![new.clone(), old.clone()], vec![])));
        assert_eq!(
            sent_changes(&[old.clone(), new.clone()]),
            [&id("c1"), &id("c2")].into()
        );
        old.items.clear();
        save(&storage, &old).unwrap();
        assert_eq!(load(&storage), Ok((vec![new], vec![])));
        assert_eq!(storage.snapshot().len(), 1);
    }

    #[test]
    fn an_unreadable_record_is_set_aside_and_reported() {
        let storage = MemoryStorage::new();
        save(&storage, &sent("a", "2026-01-01T00:00:00Z")).unwrap();
        let whole = storage.snapshot()["sent/a"].clone();
        let long = whole.replace("Masques", &"M".repeat(301));
        let damaged = [
            "",
            "no JSON",
            "{}",
            &whole[..whole.len() - 1],
            &long,
            &whole.replace("needs/ab", "needs"),
        ];
        for (number, text) in damaged.iter().enumerate() {
            storage.plant(&format!("sent/{number}"), text);
        }
        // A whole record under another key is not the one that the key names.
        storage.plant("sent/z", &whole);
        let (loaded, aside) = load(&storage).unwrap();
        assert_eq!((loaded.len(), aside.len()), (1, damaged.len() + 1));
        assert_eq!(
            load(&storage).unwrap().0,
            loaded,
            "and nothing is lost by looking"
        );
    }

    #[test]
    fn what_does_not_fit_leaves_the_earlier_record() {
        let storage = MemoryStorage::new();
        let mut record = sent("a", "2026-01-01T00:00:00Z");
        save(&storage, &record).unwrap();
        let before = storage.snapshot();
        storage.set_room(Some(before["sent/a"].len() + "sent/a".len()));
        record.items[0].title.push_str(" lavables");
        assert_eq!(save(&storage, &record), Err(WriteError::Full));
        assert_eq!(storage.snapshot(), before);
    }
}
