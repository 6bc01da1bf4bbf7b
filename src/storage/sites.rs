//! What belongs to a site when its address comes to serve another one.
//!
//! Local changes are about the entries of one site. When the address serves another site, they are
//! moved under the old site's identifier ([`Key::SetAside`]), where they wait: they can be saved as a
//! backup or erased, and come back by themselves when the old site does.
//!
//! Texts are moved one after another, the copy first, so that a crash leaves a text twice and never
//! loses one. Whoever moves notes the new site only after the last one; a move that was stopped is
//! gone on with at the next start, and what stands twice is joined.

use std::collections::BTreeMap;

use super::journal;
use super::key::Key;
use super::port::{Denied, Storage, WriteError};
use crate::domain::id::Id;

/// Moves what belongs to the site that was shown out of the way. Gives how many changes were moved.
///
/// # Errors
/// When there is no room or the browser refuses; then what was moved is moved back as far as it goes.
pub fn set_aside(storage: &impl Storage, site: &Id) -> Result<usize, WriteError> {
    // What is decided and not yet done belongs to this site too.
    journal::recover(storage)?;
    let mut changes = 0;
    for name in storage.keys()? {
        let key = Key::of(&name);
        if !belongs_to_site(&key) {
            continue;
        }
        if let Err(error) = move_text(storage, &key, &Key::SetAside(site.clone(), name.into())) {
            // What cannot be moved back either waits under its site's name.
            let _returned = bring_back(storage, site);
            return Err(error);
        }
        changes += usize::from(matches!(key, Key::Change(_)));
    }
    Ok(changes)
}

/// Brings back what was set aside for a site that is shown again. A text whose place is taken stays
/// aside; so does what belongs to no site, which nobody sets aside: a forged backup may hold it.
///
/// # Errors
/// When there is no room or the browser refuses; the rest waits for the next start.
pub fn bring_back(storage: &impl Storage, site: &Id) -> Result<(), WriteError> {
    for name in storage.keys()? {
        let key = Key::of(&name);
        if let Key::SetAside(own, inner) = &key
            && own == site
            && let inner = Key::of(inner)
            && (belongs_to_site(&inner) || matches!(inner, Key::Other(_)))
        {
            move_text(storage, &key, &inner)?;
        }
    }
    Ok(())
}

fn move_text(storage: &impl Storage, from: &Key, to: &Key) -> Result<(), WriteError> {
    let Some(text) = storage.read(from)? else {
        return Ok(());
    };
    match storage.read(to)? {
        None => storage.write(to, &text)?,
        Some(there) if there == text => {}
        Some(_) => return Ok(()),
    }
    storage.remove(from)
}

/// The texts of other sites that wait here, as those sites had them under their keys.
///
/// # Errors
/// When the browser refuses.
pub fn waiting(storage: &impl Storage) -> Result<BTreeMap<Id, Vec<(String, String)>>, Denied> {
    let mut sites: BTreeMap<Id, Vec<(String, String)>> = BTreeMap::new();
    for name in storage.keys()? {
        let key = Key::of(&name);
        if let Key::SetAside(site, inner) = &key
            && let Some(text) = storage.read(&key)?
        {
            sites
                .entry(site.clone())
                .or_default()
                .push((inner.to_string(), text));
        }
    }
    Ok(sites)
}

/// The texts of a backup of another site, each where it waits for that site; what belongs to the device
/// or to its owner stays as it is.
#[must_use]
pub fn waiting_entries(entries: Vec<(String, String)>, site: &Id) -> Vec<(String, String)> {
    let entries = entries.into_iter();
    let moved = entries.map(|(name, text)| {
        if belongs_to_site(&Key::of(&name)) {
            (Key::SetAside(site.clone(), name.into()).text(), text)
        } else {
            (name, text)
        }
    });
    moved.collect()
}

/// Forgets what waits for a site.
///
/// # Errors
/// When the browser refuses; then some may be gone and some not.
pub fn forget(storage: &impl Storage, site: &Id) -> Result<(), WriteError> {
    for name in storage.keys()? {
        let key = Key::of(&name);
        if matches!(&key, Key::SetAside(own, _) if own == site) {
            storage.remove(&key)?;
        }
    }
    Ok(())
}

/// Whether a key is about one site's catalogue, and not about the device or its owner. A key of a
/// newer version is left to that version.
fn belongs_to_site(key: &Key) -> bool {
    match key {
        Key::Change(_)
        | Key::Batch(_)
        | Key::Hidden(_)
        | Key::Private(..)
        | Key::Excerpt(..)
        | Key::Draft(_)
        | Key::Request
        | Key::Intake(_)
        | Key::Sent(_)
        | Key::Inbox(_)
        | Key::Log(_)
        | Key::Same(_)
        | Key::Publication => true,
        Key::Layout
        | Key::Journal(_)
        | Key::Mark(_)
        | Key::Device
        | Key::Former(_)
        | Key::Sender
        | Key::BackedUp
        | Key::PutOff
        | Key::InstallOffered
        | Key::Setting(_)
        | Key::Aside(_)
        | Key::Edition
        | Key::Erased(_)
        | Key::SetAside(..)
        | Key::Other(_) => false,
    }
}

#[cfg(test)]
mod tests {
    use super::{bring_back, forget, set_aside, waiting, waiting_entries};
    use crate::domain::id::Id;
    use crate::storage::memory::{MemoryStorage, Stop};
    use crate::storage::port::WriteError;

    fn id(text: &str) -> Id {
        Id::parse(text).unwrap()
    }

    fn device() -> MemoryStorage {
        let storage = MemoryStorage::new();
        for (key, text) in [
            ("layout", "1"),
            ("device", "d"),
            ("setting/lang", "fr"),
            ("aside/z", "change/q\n{"),
            ("change/a", "A"),
            ("change/b", "B"),
            ("batch/l", "1"),
            ("hidden/x", ""),
            ("private/x/tel", "P"),
            ("excerpt/x/e", "E"),
            ("draft/", "D"),
            ("draft/x", "DX"),
            ("sent/s", "S"),
            ("later/thing", "?"),
        ] {
            storage.plant(key, text);
        }
        storage
    }

    #[test]
    fn what_belongs_to_a_site_waits_for_it_and_comes_back() {
        let storage = device();
        assert_eq!(set_aside(&storage, &id("old")), Ok(2));
        let aside = storage.snapshot();
        assert_eq!(
            aside.len(),
            device().snapshot().len(),
            "nothing is lost or doubled"
        );
        let here: Vec<&str> = aside
            .keys()
            .map(String::as_str)
            .filter(|key| !key.starts_with("site/"))
            .collect();
        assert_eq!(
            here,
            ["aside/z", "device", "later/thing", "layout", "setting/lang"]
        );
        let told = waiting(&storage).unwrap();
        assert_eq!(told[&id("old")].len(), 9);
        assert!(told[&id("old")].contains(&("draft/x".to_owned(), "DX".to_owned())));
        bring_back(&storage, &id("other")).unwrap();
        assert_eq!(storage.snapshot(), aside, "it waits for its own site alone");
        bring_back(&storage, &id("old")).unwrap();
        assert_eq!(storage.snapshot(), device().snapshot());
    }

    #[test]
    fn what_belongs_to_no_site_does_not_come_back_as_if_it_had_been_set_aside() {
        let storage = MemoryStorage::new();
        for key in [
            "erased/x",
            "journal/j",
            "layout",
            "setting/lang",
            "site/old/change/a",
        ] {
            storage.plant(&format!("site/old/{key}"), "forged");
        }
        storage.plant("site/old/later/thing", "of a newer version");
        let before = storage.snapshot();
        bring_back(&storage, &id("old")).unwrap();
        let after = storage.snapshot();
        assert_eq!(after["later/thing"], "of a newer version");
        assert_eq!(after.len(), before.len());
        assert_eq!(after.keys().filter(|key| before.contains_key(*key)).count(), 5);
    }

    #[test]
    fn a_backup_of_another_site_waits_for_it_as_what_was_set_aside_does() {
        let storage = device();
        let entries = storage.snapshot().into_iter().collect();
        set_aside(&storage, &id("old")).unwrap();
        let moved: std::collections::BTreeMap<_, _> =
            waiting_entries(entries, &id("old")).into_iter().collect();
        assert_eq!(moved, storage.snapshot());
    }

    #[test]
    fn a_move_that_stops_anywhere_loses_nothing_and_is_finished_by_the_next() {
        let whole = {
            let storage = device();
            set_aside(&storage, &id("old")).unwrap();
            storage.snapshot()
        };
        for (writes, stop) in (0..20).flat_map(|writes| Stop::ALL.map(|stop| (writes, stop))) {
            let storage = device();
            storage.stop_after(writes, stop);
            let done = set_aside(&storage, &id("old"));
            storage.go_on();
            let left = storage.snapshot();
            for (key, text) in device().snapshot() {
                let moved = left.get(&format!("site/old/{key}"));
                let stands = left.get(&key) == Some(&text) || moved == Some(&text);
                assert!(stands, "{key}, {stop:?} after {writes} writes");
            }
            assert!(
                stop == Stop::Dropped || done.is_ok() == (left == whole),
                "{stop:?} after {writes}"
            );
            set_aside(&storage, &id("old")).unwrap();
            assert_eq!(storage.snapshot(), whole);
            bring_back(&storage, &id("old")).unwrap();
            assert_eq!(storage.snapshot(), device().snapshot());
        }
    }

    #[test]
    fn where_there_is_no_room_everything_stays_where_it_was() {
        let storage = device();
        let size = |(key, text): (&String, &String)| key.len() + text.len();
        let used: usize = storage.snapshot().iter().map(size).sum();
        storage.set_room(Some(used + 20));
        assert_eq!(set_aside(&storage, &id("old")), Err(WriteError::Full));
        assert_eq!(storage.snapshot(), device().snapshot());
    }

    #[test]
    fn a_place_that_is_taken_keeps_what_it_has_and_the_other_one_waits_on() {
        let storage = MemoryStorage::new();
        storage.plant("draft/", "new");
        storage.plant("site/old/draft/", "old");
        storage.plant("site/other/draft/", "third");
        bring_back(&storage, &id("old")).unwrap();
        assert_eq!(storage.snapshot()["draft/"], "new");
        assert_eq!(storage.snapshot()["site/old/draft/"], "old");
        forget(&storage, &id("old")).unwrap();
        assert_eq!(storage.snapshot().len(), 2);
    }
}
