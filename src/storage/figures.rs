//! What is stored and how large it is.

use super::key::Key;
use super::port::{Denied, Storage};

/// How much one origin may store, shared among all applications of the origin: 5 Mi of what its browser
/// counts, which [`Counting`] tells.
pub const ROOM: usize = 5 * 1024 * 1024;

/// From how much of the room on a person is warned: four fifths.
pub const NEARLY_FULL: usize = ROOM / 5 * 4;

/// What a browser counts, as measured in each by filling it with texts of each kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Counting {
    /// Units of UTF-16, whatever stands in them: Chromium, Firefox.
    Units,
    /// Bytes, one for a character of a text of ASCII alone, two for each unit of any other: `WebKit`.
    Bytes,
}

impl Counting {
    /// What a text of so many units counts.
    #[must_use]
    pub const fn cost(self, units: usize, is_ascii: bool) -> usize {
        match self {
            Self::Bytes if !is_ascii => 2 * units,
            Self::Units | Self::Bytes => units,
        }
    }

    /// What a text counts.
    #[must_use]
    pub fn of(self, text: &str) -> usize {
        let units = text.chars().map(char::len_utf16).sum();
        self.cost(units, text.is_ascii())
    }
}

/// What is stored, by kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Figures {
    /// Changes, with the commits of their batches.
    pub changes: Share,
    /// Forms that are being filled.
    pub drafts: Share,
    /// Private values, and the passages of press releases.
    pub private: Share,
    /// The editor's inbox and its log.
    pub review: Share,
    /// Texts that could not be read and were set aside.
    pub aside: Share,
    /// Settings and hidden entries; the size is also that of what the application notes for itself, of which
    /// nobody knows as entries.
    pub settings: Share,
}

/// How full the room of the origin is, where that is so much that a person must know.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Crowding {
    /// How much of it is taken, in percent.
    pub percent: usize,
    /// Whether other applications of the origin take most of it: then little can be made free here.
    pub by_others: bool,
}

impl Crowding {
    /// What so much that is taken means, when so much of it is our own.
    #[must_use]
    pub fn of(taken: usize, own: usize) -> Option<Self> {
        (taken >= NEARLY_FULL).then(|| Self {
            percent: (taken * 100 / ROOM).min(100),
            by_others: 2 * own < taken,
        })
    }
}

/// How much of one kind there is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Share {
    /// How many entries.
    pub count: usize,
    /// Their size with their keys, in what the browser counts.
    pub size: usize,
}

impl Figures {
    /// Measures everything of this application. `prefix` is what the storage puts before each key.
    ///
    /// # Errors
    /// When the browser refuses.
    pub fn measure(storage: &impl Storage, prefix: &str, counting: Counting) -> Result<Self, Denied> {
        let mut figures = Self::default();
        for name in storage.keys()? {
            let key = Key::of(&name);
            // One that another tab has just removed takes no room.
            let text = storage.read(&key)?.unwrap_or_default();
            let share = match key {
                Key::Change(_) | Key::Batch(_) => &mut figures.changes,
                _ if key.is_draft() => &mut figures.drafts,
                Key::Private(..) | Key::Excerpt(..) => &mut figures.private,
                Key::Inbox(_) | Key::Log(_) => &mut figures.review,
                Key::Aside(_) => &mut figures.aside,
                _ => &mut figures.settings,
            };
            // A batch's commit belongs to its changes and is none itself, as is what nobody has set.
            let is_entry = !matches!(
                key,
                Key::Batch(_) | Key::Layout | Key::Edition | Key::Device | Key::Journal(_) | Key::Mark(_)
            );
            share.count += usize::from(is_entry);
            share.size += counting.of(prefix) + counting.of(&name) + counting.of(&text);
        }
        Ok(figures)
    }

    /// The size of everything, in what the browser counts.
    #[must_use]
    pub fn total(&self) -> usize {
        let shares = [
            self.changes,
            self.drafts,
            self.private,
            self.review,
            self.aside,
            self.settings,
        ];
        shares.iter().map(|share| share.size).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::{Counting, Crowding, Figures, NEARLY_FULL, ROOM, Share};
    use crate::storage::memory::MemoryStorage;

    #[test]
    fn what_fills_the_room_is_told_apart() {
        assert_eq!(Crowding::of(NEARLY_FULL - 1, 0), None);
        let full = Crowding::of(ROOM + 9, 100).unwrap();
        assert_eq!((full.percent, full.by_others), (100, true));
        let ours = Crowding::of(NEARLY_FULL, NEARLY_FULL - 100).unwrap();
        assert_eq!((ours.percent, ours.by_others), (80, false));
    }

    #[test]
    fn what_the_application_notes_for_itself_is_no_entry_and_takes_room() {
        let storage = MemoryStorage::new();
        for (key, text) in [("edition", "{}"), ("layout", "2"), ("device", "a")] {
            storage.plant(key, text);
        }
        let figures = Figures::measure(&storage, "p:", Counting::Units).unwrap();
        assert_eq!(figures.settings.count, 0);
        assert_eq!(figures.total(), 3 * 2 + "edition{}layout2devicea".len());
    }

    #[test]
    fn everything_is_counted_once_and_under_its_kind() {
        let storage = MemoryStorage::new();
        for (key, text) in [
            ("change/a", "12345"),
            ("change/b", "😀é"),
            ("batch/l", "2"),
            ("draft/", "xy"),
            ("private/a/b", ""),
            ("excerpt/a/b", "{}"),
            ("aside/z", "change/q\n{"),
            ("hidden/a", ""),
            ("inbox/c", "{}"),
            ("log/l", "{}"),
            ("setting/lang", "fr"),
            ("later/thing", "???"),
        ] {
            storage.plant(key, text);
        }
        let figures = Figures::measure(&storage, "p:", Counting::Units).unwrap();
        // Two units of prefix each; a change's key has eight.
        let changes = Share {
            count: 2,
            size: (2 + 8 + 5) + (2 + 8 + 3) + (2 + 7 + 1),
        };
        assert_eq!(figures.changes, changes);
        assert_eq!(
            figures.drafts,
            Share {
                count: 1,
                size: 2 + 6 + 2
            }
        );
        assert_eq!(figures.private.count, 2);
        assert_eq!(figures.review.count, 2);
        assert_eq!(figures.aside.count, 1);
        assert_eq!(figures.settings.count, 3);
        let all: usize = storage
            .snapshot()
            .iter()
            .map(|(key, text)| 2 + key.len() + text.encode_utf16().count())
            .sum();
        assert_eq!(figures.total(), all);
        // Of these texts one is no ASCII, and its three units are six bytes.
        let bytes = Figures::measure(&storage, "p:", Counting::Bytes).unwrap();
        assert_eq!(bytes.total(), all + 3);
    }
}
