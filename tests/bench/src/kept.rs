//! How much room an initiative takes that was made on the device, and how many fit.

use std::sync::Arc;

use solidaire::domain::catalogue::Catalogue;
use solidaire::domain::date::Timestamp;
use solidaire::domain::id::Id;
use solidaire::storage::changes;
use solidaire::storage::figures::{Counting, Figures, NEARLY_FULL, ROOM};
use solidaire::storage::memory::MemoryStorage;
use solidaire::workspace::{Stamp, Workspace};

use crate::catalogue::catalogue;

/// How many initiatives are kept: enough for their mean, since each is a key of its own.
pub const KEPT: usize = 1_000;

/// What stands before each key under an address of a usual length.
const PREFIX: &str = "solidaire:/association/solidaire/:";

/// What one initiative takes in the mean, in what a browser counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Kept {
    /// Units in Chromium and Firefox.
    pub units: usize,
    /// Bytes in `WebKit`.
    pub bytes: usize,
}

/// Keeps initiatives as the form does, one change each, and measures what is stored.
///
/// # Panics
/// If not every one of them is kept, since no figure of it would mean anything.
#[must_use]
pub fn kept(initiatives: usize) -> Kept {
    let made = catalogue(initiatives);
    let empty = Workspace::published(Arc::new(Catalogue::new(made.site.clone())));
    let storage = MemoryStorage::new();
    for (number, initiative) in made.initiatives.iter().enumerate() {
        let stamp = Stamp {
            // As long as one that is drawn.
            id: Id::derived(&["bench", "change", &number.to_string()]),
            author: Id::derived(&["bench", "device"]),
            at: Timestamp::parse("2026-06-01T08:00:00Z").expect("it is a time"),
            batch: None,
        };
        let change = empty.prepare_initiative(initiative, stamp);
        let change = change.expect("what is not there is a change");
        changes::save(&storage, &change).expect("there is room");
    }
    let each = |counting| {
        let figures = Figures::measure(&storage, PREFIX, counting).expect("nothing is denied");
        assert_eq!(figures.changes.count, initiatives, "every one is kept");
        figures.total() / initiatives
    };
    Kept {
        units: each(Counting::Units),
        bytes: each(Counting::Bytes),
    }
}

impl Kept {
    /// What was measured, as a table in Markdown.
    #[must_use]
    pub fn table(&self) -> String {
        let row = |browser: &str, each: usize| {
            format!(
                "| {browser} | {each} | {} | {} |\n",
                NEARLY_FULL / each,
                ROOM / each
            )
        };
        [
            "\n| an initiative made on the device, in | takes | of which fit until the warning | and in all |\n\
             | :--- | ---: | ---: | ---: |\n",
            &row("Chromium, Firefox (characters)", self.units),
            &row("Safari (bytes)", self.bytes),
        ]
        .concat()
    }
}

#[cfg(test)]
mod tests {
    use solidaire::storage::figures::ROOM;

    use super::kept;

    #[test]
    fn what_the_read_me_promises_fits() {
        let kept = kept(300);
        assert!(ROOM / kept.units >= 8_500, "{kept:?}");
        assert!(ROOM / kept.bytes >= 4_500, "{kept:?}");
        let table = kept.table();
        let widths: Vec<usize> = table
            .lines()
            .skip(1)
            .map(|line| line.matches('|').count())
            .collect();
        assert_eq!(widths, [5, 5, 5, 5], "{table}");
    }
}
