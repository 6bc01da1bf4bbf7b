//! What this device last saved to be published.

use super::aside::{Aside, set_aside};
use super::key::Key;
use super::port::{Denied, Storage, WriteError};
use crate::format::publication::{Publication, read_publication, write_publication};

/// What was last saved to be published, or an unreadable text instead.
///
/// # Errors
/// When the browser refuses.
pub fn load(storage: &impl Storage) -> Result<(Option<Publication>, Option<Aside>), Denied> {
    let Some(text) = storage.read(&Key::Publication)? else {
        return Ok((None, None));
    };
    match read_publication(&text) {
        Some(publication) => Ok((Some(publication), None)),
        None => Ok((None, Some(set_aside(storage, &Key::Publication, &text)?))),
    }
}

/// Remembers what was saved, in place of an earlier one.
///
/// # Errors
/// When it could not be kept, or when there is no room to set an unreadable one aside; then the earlier one
/// stands.
pub fn keep(storage: &impl Storage, publication: &Publication) -> Result<(), WriteError> {
    let (_, unreadable) = load(storage)?;
    if unreadable.is_some_and(|aside| !aside.is_moved()) {
        return Err(WriteError::Full);
    }
    storage.write(&Key::Publication, &write_publication(publication))
}

/// Makes the note what it was before a file that could not be saved.
///
/// # Errors
/// When it could not be kept.
pub fn put_back(storage: &impl Storage, former: Option<&Publication>) -> Result<(), WriteError> {
    match former {
        Some(former) => keep(storage, former),
        None => storage.remove(&Key::Publication),
    }
}

#[cfg(test)]
mod tests {
    use super::{keep, load, put_back};
    use crate::domain::date::Timestamp;
    use crate::domain::id::Id;
    use crate::format::publication::{Publication, write_publication};
    use crate::storage::memory::MemoryStorage;
    use crate::storage::port::WriteError;

    #[test]
    fn what_was_kept_is_found_and_what_cannot_be_read_is_set_aside() {
        let storage = MemoryStorage::new();
        assert_eq!(load(&storage).unwrap(), (None, None));
        let id = |text: &str| Id::parse(text).unwrap();
        let publication = Publication {
            site: id("site"),
            edition: id("second"),
            number: 2,
            parent: id("first"),
            parent_number: 1,
            bytes: id("b"),
            at: Timestamp::parse("2026-03-01T10:00:00Z").unwrap(),
            seen: true,
        };
        keep(&storage, &publication).unwrap();
        assert_eq!(load(&storage).unwrap(), (Some(publication.clone()), None));
        put_back(&storage, Some(&publication)).unwrap();
        assert_eq!(load(&storage).unwrap(), (Some(publication.clone()), None));
        put_back(&storage, None).unwrap();
        assert_eq!(load(&storage).unwrap(), (None, None));
        let damaged = format!("{{\"site\":{}", " ".repeat(300));
        storage.plant("publication", &damaged);
        storage.set_room(Some(400));
        assert!(
            write_publication(&publication).len() < 300,
            "it would fit in its place"
        );
        assert_eq!(keep(&storage, &publication), Err(WriteError::Full));
        assert_eq!(storage.snapshot()["publication"], damaged);
        storage.set_room(None);
        let (none, aside) = load(&storage).unwrap();
        assert!(none.is_none() && aside.is_some_and(|aside| aside.is_moved()));
        assert_eq!(load(&storage).unwrap(), (None, None), "it is out of the way");
    }
}
