//! The passages of press releases on the device, beside the initiatives that were read from them.
//!
//! Each stands under a key of its own, as private as a private contact. What is kept with a batch is decided
//! with it, all of it or none: taking the batch back takes its passages out too. One whose initiative nobody
//! speaks of any more (its addition was taken back elsewhere, or its end was published) goes at a start.

use std::collections::{BTreeMap, BTreeSet};

use super::aside::{Aside, set_aside};
use super::journal::{self, Transaction, View};
use super::key::Key;
use super::port::{Denied, Storage, WriteError};
use crate::domain::excerpt::{Excerpt, MOST};
use crate::domain::id::Id;
use crate::domain::order;
use crate::format::excerpt::{read_excerpt, write_excerpt};

/// The passages that are to be kept, and those that are to go.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Exchange {
    /// What is to be kept.
    pub keep: Vec<Excerpt>,
    /// What is to go.
    pub drop: Vec<Excerpt>,
}

impl Exchange {
    /// What takes it back.
    #[must_use]
    pub fn reversed(&self) -> Self {
        Self {
            keep: self.drop.clone(),
            drop: self.keep.clone(),
        }
    }

    /// What is left of it where there is no room.
    #[must_use]
    pub fn without_keeping(&self) -> Self {
        Self {
            keep: Vec::new(),
            drop: self.drop.clone(),
        }
    }
}

/// The passages of an initiative, the last one first, and what could not be read.
///
/// # Errors
/// When the browser refuses.
pub fn of(storage: &impl Storage, initiative: &Id) -> Result<(Vec<Excerpt>, Vec<Aside>), Denied> {
    let view = View::open(storage)?;
    let (read, unreadable) = among(&view, &BTreeSet::from([initiative]))?;
    let mut aside = Vec::new();
    for (key, text) in unreadable {
        aside.push(set_aside(storage, &key, &text)?);
    }
    let mut excerpts: Vec<Excerpt> = read.into_values().flatten().collect();
    last_first(&mut excerpts);
    Ok((excerpts, aside))
}

fn last_first(excerpts: &mut [Excerpt]) {
    order::sort_by(excerpts, |one, two| (&two.at, &one.id).cmp(&(&one.at, &two.id)));
}

/// The passages of some initiatives, and the texts of theirs that cannot be read.
type Found = (BTreeMap<Id, Vec<Excerpt>>, Vec<(Key, String)>);

fn among(view: &View, initiatives: &BTreeSet<&Id>) -> Result<Found, Denied> {
    let mut found = Found::default();
    for key in view.keys() {
        let Key::Excerpt(initiative, id) = key else {
            continue;
        };
        if !initiatives.contains(initiative) {
            continue;
        }
        let Some(text) = view.read(key)? else { continue };
        let own = |excerpt: &Excerpt| excerpt.initiative == *initiative && excerpt.id == *id;
        match read_excerpt(&text).filter(own) {
            Some(excerpt) => found.0.entry(initiative.clone()).or_default().push(excerpt),
            None => found.1.push((key.clone(), text)),
        }
    }
    Ok(found)
}

/// What keeping new passages comes to: what is kept already is not kept twice, and of each initiative only
/// the last [`MOST`] stay.
///
/// # Errors
/// When the browser refuses.
pub fn adding(storage: &impl Storage, new: Vec<Excerpt>) -> Result<Exchange, Denied> {
    let view = View::open(storage)?;
    let wanted: BTreeSet<&Id> = new.iter().map(|excerpt| &excerpt.initiative).collect();
    // What cannot be read is set aside where it is looked for.
    let (mut here, _) = among(&view, &wanted)?;
    let mut exchange = Exchange::default();
    for excerpt in new {
        let known = here.entry(excerpt.initiative.clone()).or_default();
        if known.iter().any(|known| known.repeats(&excerpt)) {
            continue;
        }
        known.push(excerpt.clone());
        exchange.keep.push(excerpt);
    }
    for mut known in here.into_values() {
        last_first(&mut known);
        for old in known.into_iter().skip(MOST) {
            match exchange.keep.iter().position(|new| *new == old) {
                Some(place) => drop(exchange.keep.remove(place)),
                None => exchange.drop.push(old),
            }
        }
    }
    Ok(exchange)
}

/// Adds to a transaction what an exchange writes and removes.
pub(super) fn exchange(transaction: &mut Transaction, exchange: &Exchange) {
    let key = |excerpt: &Excerpt| Key::Excerpt(excerpt.initiative.clone(), excerpt.id.clone());
    transaction.remove.extend(exchange.drop.iter().map(key));
    let kept = exchange.keep.iter();
    transaction
        .write
        .extend(kept.map(|excerpt| (key(excerpt), write_excerpt(excerpt))));
}

/// Keeps and lets go of passages, all of it or nothing. `id` is new.
///
/// # Errors
/// When it could not be kept; then nothing has changed.
pub fn put(storage: &impl Storage, id: &Id, change: &Exchange) -> Result<(), WriteError> {
    let mut transaction = Transaction::default();
    exchange(&mut transaction, change);
    journal::commit(storage, id, &transaction)
}

/// The keys of all passages that are seen: initiatives with their passages' own identifiers.
///
/// # Errors
/// When the browser refuses.
pub fn keys(storage: &impl Storage) -> Result<Vec<(Id, Id)>, Denied> {
    let view = View::open(storage)?;
    let keys = view.keys().filter_map(|key| match key {
        Key::Excerpt(initiative, id) => Some((initiative.clone(), id.clone())),
        _ => None,
    });
    Ok(keys.collect())
}

/// Lets go of the passages of `keys` whose initiative is not known any more. The keys must have been read
/// before what is known was, so that what another tab has added in between is not taken for unknown. What
/// cannot go now does no harm, and is met at the next start.
pub fn sweep(storage: &impl Storage, keys: &[(Id, Id)], is_known: impl Fn(&Id) -> bool) {
    let mut unknown = keys.iter().filter(|(initiative, _)| !is_known(initiative));
    let _stopped = unknown
        .try_for_each(|(initiative, id)| storage.remove(&Key::Excerpt(initiative.clone(), id.clone())));
}

#[cfg(test)]
mod tests {
    use super::{Exchange, adding, keys, of, put, sweep};
    use crate::domain::change::{Change, Delta, Path, Target, TargetKind};
    use crate::domain::date::{Date, Timestamp};
    use crate::domain::excerpt::{Excerpt, MOST};
    use crate::domain::id::Id;
    use crate::domain::value::Value;
    use crate::format::backup::{Backup, read_backup, write_backup};
    use crate::format::excerpt::write_excerpt;
    use crate::storage::changes::{load, save_batch_with};
    use crate::storage::memory::{MemoryStorage, Stop};
    use crate::storage::port::WriteError;
    use crate::storage::{erasing, journal, removal, sites, whole};

    const NAME: &str = "Jeanne Exemple";

    fn id(text: &str) -> Id {
        Id::parse(text).unwrap()
    }

    /// A passage about `initiative` that was kept on a day of January.
    fn excerpt(initiative: &str, name: &str, day: usize) -> Excerpt {
        Excerpt {
            id: id(name),
            initiative: id(initiative),
            at: Timestamp::parse(&format!("2026-01-{day:02}T00:00:00Z")).unwrap(),
            text: format!("{NAME} coud, n° {day}."),
            number: Some(9),
            date: Date::parse("2020-05-14"),
            title: "Le Pas-de-Calais solidaire".to_owned(),
        }
    }

    fn change(name: &str, initiative: &str) -> Change {
        let delta = Delta {
            before: Value::Null,
            after: Value::text("Masques"),
        };
        Change {
            id: id(name),
            author: id("device"),
            at: Timestamp::parse("2026-01-01T00:00:00Z").unwrap(),
            target: Target {
                kind: TargetKind::Initiative,
                id: id(initiative),
            },
            fields: vec![(Path::parse("title").unwrap(), delta)],
            replaces: vec![],
            batch: Some(id("lot")),
        }
    }

    fn keep(storage: &MemoryStorage, new: &[Excerpt]) -> Exchange {
        let exchange = adding(storage, new.to_vec()).unwrap();
        put(storage, &id("keep"), &exchange).unwrap();
        exchange
    }

    fn names(storage: &MemoryStorage, initiative: &str) -> Vec<String> {
        let (excerpts, aside) = of(storage, &id(initiative)).unwrap();
        assert!(aside.is_empty());
        excerpts.iter().map(|one| one.id.as_str().to_owned()).collect()
    }

    /// Adds two initiatives with their passages, as one batch.
    fn import(storage: &MemoryStorage) -> Result<bool, WriteError> {
        let changes = [change("c1", "x"), change("c2", "y")];
        let exchange = adding(storage, vec![excerpt("x", "e1", 3), excerpt("y", "e2", 3)])?;
        save_batch_with(storage, &id("lot"), &changes, &[], &[], &exchange)
    }

    /// Takes it back.
    fn undo(storage: &MemoryStorage) -> Result<bool, WriteError> {
        let exchange = Exchange {
            keep: vec![],
            drop: vec![excerpt("x", "e1", 3), excerpt("y", "e2", 3)],
        };
        save_batch_with(storage, &id("undo"), &[], &[id("c1"), id("c2")], &[], &exchange)
    }

    #[test]
    fn what_was_kept_is_found_again_the_last_one_first_and_once() {
        let storage = MemoryStorage::new();
        keep(&storage, &[excerpt("x", "a", 1), excerpt("y", "b", 1)]);
        keep(&storage, &[excerpt("x", "c", 2), excerpt("x", "d", 2)]);
        assert_eq!(names(&storage, "x"), ["c", "a"], "d says what c says");
        assert_eq!(names(&storage, "y"), ["b"]);
        assert_eq!(of(&storage, &id("x")).unwrap().0[0], excerpt("x", "c", 2));
        assert!(names(&storage, "z").is_empty());
    }

    #[test]
    fn only_the_last_ones_stay_and_taking_back_brings_the_first_one_back() {
        let storage = MemoryStorage::new();
        for day in 1..=MOST {
            keep(&storage, &[excerpt("x", &format!("e{day}"), day)]);
        }
        let before = storage.snapshot();
        let exchange = keep(&storage, &[excerpt("x", "new", MOST + 1)]);
        assert_eq!(names(&storage, "x").len(), MOST);
        assert!(!names(&storage, "x").contains(&"e1".to_owned()));
        put(&storage, &id("undo"), &exchange.reversed()).unwrap();
        assert_eq!(storage.snapshot(), before);
    }

    #[test]
    fn a_batch_comes_and_goes_with_its_passages_wherever_it_is_stopped() {
        let (empty, full) = (MemoryStorage::new(), MemoryStorage::new());
        assert_eq!(import(&full), Ok(true));
        let full = full.snapshot();
        for (stop, writes) in Stop::ALL
            .into_iter()
            .flat_map(|stop| (0..12).map(move |n| (stop, n)))
        {
            let storage = MemoryStorage::new();
            let ends_as = |storage: &MemoryStorage| {
                storage.go_on();
                journal::recover(storage).unwrap();
                let seen = load(storage).unwrap().changes.len();
                let passages = keys(storage).unwrap().len();
                assert_eq!(seen, passages, "{stop:?} after {writes} writes");
            };
            storage.stop_after(writes, stop);
            // Only what is seen afterwards counts.
            let _added = import(&storage);
            ends_as(&storage);
            let storage = MemoryStorage::new();
            import(&storage).unwrap();
            assert_eq!(storage.snapshot(), full);
            storage.stop_after(writes, stop);
            let _undone = undo(&storage);
            ends_as(&storage);
        }
        import(&empty).unwrap();
        undo(&empty).unwrap();
        let left: Vec<String> = empty.snapshot().into_keys().collect();
        assert_eq!(left, ["batch/lot"], "no passage outlives what it came with");
    }

    #[test]
    fn where_room_is_short_the_passages_are_the_first_to_be_left_out() {
        let mut outcomes = Vec::new();
        for room in (0..2_000).step_by(20) {
            let storage = MemoryStorage::new();
            storage.set_room(Some(room));
            let outcome = import(&storage);
            let (changes, passages) = (
                load(&storage).unwrap().changes.len(),
                keys(&storage).unwrap().len(),
            );
            match outcome {
                Ok(true) => assert_eq!((changes, passages), (2, 2)),
                Ok(false) => assert_eq!((changes, passages), (2, 0)),
                Err(error) => {
                    assert_eq!(error, WriteError::Full);
                    assert!(storage.snapshot().is_empty(), "nothing is left half-way");
                }
            }
            outcomes.push(outcome);
        }
        outcomes.dedup();
        assert_eq!(outcomes, [Err(WriteError::Full), Ok(false), Ok(true)]);
    }

    #[test]
    fn what_cannot_be_read_or_stands_in_the_wrong_place_is_set_aside() {
        let storage = MemoryStorage::new();
        for (key, text) in [
            ("excerpt/x/a", "no JSON".to_owned()),
            ("excerpt/x/b", write_excerpt(&excerpt("x", "other", 1))),
            ("excerpt/x/c", write_excerpt(&excerpt("other", "c", 1))),
            ("excerpt/x/d", write_excerpt(&excerpt("x", "d", 1))),
            ("excerpt/y/e", "left for its own page".to_owned()),
        ] {
            storage.plant(key, &text);
        }
        let (read, aside) = of(&storage, &id("x")).unwrap();
        assert_eq!((read.len(), aside.len()), (1, 3));
        let left = storage.snapshot();
        assert_eq!(left.keys().filter(|key| key.starts_with("excerpt/")).count(), 2);
        assert_eq!(left["excerpt/y/e"], "left for its own page");
    }

    #[test]
    fn nobody_keeps_the_passage_of_what_nobody_speaks_of() {
        let storage = MemoryStorage::new();
        keep(&storage, &[excerpt("x", "a", 1), excerpt("gone", "b", 1)]);
        let seen = keys(&storage).unwrap();
        // Another tab adds an initiative in between.
        keep(&storage, &[excerpt("later", "c", 2)]);
        sweep(&storage, &seen, |initiative| *initiative == id("x"));
        let left = keys(&storage).unwrap();
        assert_eq!(left, [(id("later"), id("c")), (id("x"), id("a"))]);
    }

    #[test]
    fn a_persons_request_erases_hers_also_in_a_version_that_does_not_know_the_key() {
        let storage = MemoryStorage::new();
        keep(&storage, &[excerpt("jeanne", "a", 1), excerpt("x", "b", 1)]);
        let hers = write_excerpt(&excerpt("jeanne", "a", 1));
        for key in ["later/kind/a", "site/old/excerpt/jeanne/a"] {
            storage.plant(key, &hers);
        }
        let backup = whole::entries(&storage).unwrap();
        removal::honour(&storage, [id("jeanne")].iter()).unwrap();
        let left: Vec<String> = storage.snapshot().into_keys().collect();
        assert_eq!(left, ["erased/jeanne", "excerpt/x/b"]);
        let (kept, refused) = removal::without_erased(&backup, &[id("jeanne")].into());
        assert_eq!((kept.len(), refused), (1, 3));
    }

    #[test]
    fn backups_and_another_editor_get_them_and_erasing_everything_takes_them() {
        let storage = MemoryStorage::new();
        keep(&storage, &[excerpt("x", "a", 1)]);
        let backup = Backup {
            created_at: None,
            site: None,
            entries: whole::shared_entries(&storage).unwrap(),
            extra: crate::domain::value::Object::new(),
        };
        let read = read_backup(write_backup(&backup)).unwrap();
        assert!(read.warnings.is_empty());
        let other = MemoryStorage::new();
        whole::restore(&other, &id("r"), &read.value.entries).unwrap();
        assert_eq!(of(&other, &id("x")).unwrap().0, [excerpt("x", "a", 1)]);
        sites::set_aside(&other, &id("old")).unwrap();
        assert!(keys(&other).unwrap().is_empty(), "it waits for its own site");
        sites::bring_back(&other, &id("old")).unwrap();
        assert_eq!(keys(&other).unwrap().len(), 1);
        erasing::erase(&other).unwrap();
        assert!(other.snapshot().is_empty());
    }
}
