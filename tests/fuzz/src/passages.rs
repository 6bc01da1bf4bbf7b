//! The laws of the passages of press releases that a device keeps.

use std::sync::Arc;

use solidaire::communique::read::Reading;
use solidaire::domain::catalogue::Catalogue;
use solidaire::domain::excerpt::{Excerpt, LONGEST};
use solidaire::domain::site::Site;
use solidaire::domain::text::conceals;
use solidaire::format::excerpt::{read_excerpt, write_excerpt};
use solidaire::format::limits;
use solidaire::storage::excerpts;
use solidaire::storage::memory::MemoryStorage;
use solidaire::workspace::Workspace;
use solidaire::workspace::intake::Intake;

use crate::laws::{id, now};

/// What is read of a text is words that hide nothing, and is read again as it was.
pub(crate) fn stored(text: &str) {
    let Some(kept) = read_excerpt(text) else { return };
    is_one(&kept);
    assert_eq!(read_excerpt(&write_excerpt(&kept)), Some(kept));
}

/// Looks at the passages of every initiative that has some.
pub(crate) fn load(storage: &MemoryStorage) {
    for (initiative, _) in excerpts::keys(storage).expect("nothing is denied") {
        let (read, _) = excerpts::of(storage, &initiative).expect("nothing is denied");
        read.iter().for_each(is_one);
        assert!(read.iter().all(|kept| kept.initiative == initiative));
    }
}

/// Each entry that is read of a text has a passage, of which what is kept is read back.
pub(crate) fn of_release(source: &str, reading: &Reading) {
    let here = Workspace::published(Arc::new(Catalogue::new(Site::new(id("s")))));
    let mut next = 0_u32;
    let mut new = || {
        next += 1;
        id(&format!("n{next}"))
    };
    let intake = Intake::of(source.to_owned(), reading, &here, &mut new);
    let passages = intake.passages();
    assert_eq!(passages.len(), intake.entries.len());
    for text in passages.into_iter().filter(|text| !text.is_empty()) {
        assert!(text.chars().count() <= LONGEST, "{text}");
        let kept = Excerpt {
            id: id("e"),
            initiative: id("x"),
            at: now(),
            text,
            number: intake.release.number,
            date: intake.release.date,
            title: String::new(),
        };
        is_one(&kept);
        assert_eq!(read_excerpt(&write_excerpt(&kept)), Some(kept));
    }
}

fn is_one(kept: &Excerpt) {
    assert!(!kept.text.is_empty() && !conceals(&kept.text) && !conceals(&kept.title));
    let (text, title) = (kept.text.chars().count(), kept.title.chars().count());
    assert!(text <= limits::PARAGRAPHS && title <= limits::LINE);
}
