//! The passage of a press release that an initiative was read from.
//!
//! It is kept for the editor who added the initiative, and for whom the work is handed over to: it names
//! people whom no field names, and is part of no change, so that no proposal, export or edition holds it.

use super::date::{Date, Timestamp};
use super::id::Id;
use super::text::{length, whole_words};

/// The longest passage that is kept, in characters: a printed page. What is told at greater length has its
/// summary too, and an origin's 5 MiB hold a thousand of these beside everything else.
pub const LONGEST: usize = 3_000;

/// How many passages of one initiative are kept, the last ones: it may be told of week after week, for
/// years.
pub const MOST: usize = 5;

/// The passage of a press release that an initiative was read from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Excerpt {
    /// Its own identifier.
    pub id: Id,
    /// The initiative that was read from it.
    pub initiative: Id,
    /// When it was kept, by the device's clock.
    pub at: Timestamp,
    /// The passage, at most [`LONGEST`] characters.
    pub text: String,
    /// The number of the press release, where it has one.
    pub number: Option<u32>,
    /// The day of the press release, where it has one.
    pub date: Option<Date>,
    /// The title of the press release; may be empty.
    pub title: String,
}

impl Excerpt {
    /// Whether it says the same of the same press release: what is read in twice is kept once.
    #[must_use]
    pub fn repeats(&self, other: &Self) -> bool {
        self.initiative == other.initiative
            && self.text == other.text
            && (self.number, self.date) == (other.number, other.date)
    }
}

/// A passage of at most [`LONGEST`] characters: a longer one ends with a sentence, or else with a word, and
/// « … » says that it went on.
#[must_use]
pub fn shortened(text: &str) -> String {
    let text = text.trim();
    if length(text) <= LONGEST {
        return text.to_owned();
    }
    // Room for a blank and the sign.
    let begin: String = text.chars().take(LONGEST - 2).collect();
    let kept = match sentence_end(&begin) {
        Some(end) => &begin[..end],
        None => whole_words(&begin),
    };
    [kept.trim_end(), " …"].concat()
}

/// Where the last sentence that is whole ends; none in the first half, of which too much would be lost.
fn sentence_end(text: &str) -> Option<usize> {
    let mut ends = text.char_indices().rev().filter(|(at, c)| {
        let after = at + c.len_utf8();
        let goes_on = |rest: &str| rest.starts_with(char::is_whitespace);
        matches!(c, '.' | '!' | '?' | '…') && text.get(after..).is_some_and(goes_on)
    });
    let (at, c) = ends.next()?;
    (at > text.len() / 2).then_some(at + c.len_utf8())
}

#[cfg(test)]
mod tests {
    use super::{LONGEST, shortened};

    #[test]
    fn a_passage_that_fits_stays_as_it_is() {
        let fits = "é".repeat(LONGEST);
        for text in ["", "Elle coud.", fits.as_str()] {
            assert_eq!(shortened(text), text);
        }
    }

    #[test]
    fn a_long_one_ends_with_a_sentence_or_else_with_a_word() {
        let sentence = "Des masques pour l’hôpital à 1.5 km. ";
        let long = shortened(&sentence.repeat(200));
        assert!(long.ends_with("à 1.5 km. …"), "{long}");
        assert!(long.chars().count() <= LONGEST && long.chars().count() > LONGEST - 60);
        let words = shortened(&["Un début. ", &"mot ".repeat(LONGEST)].concat());
        assert!(words.ends_with("mot …"), "{words}");
        assert!(words.chars().count() <= LONGEST && words.chars().count() > LONGEST - 10);
        let one = shortened(&"m".repeat(2 * LONGEST));
        assert_eq!(one.chars().count(), LONGEST);
    }

    #[test]
    fn shortening_twice_is_once() {
        for text in [
            "Une phrase. ".repeat(900),
            "mot ".repeat(2_000),
            "m".repeat(5_000),
        ] {
            let once = shortened(&text);
            assert_eq!(shortened(&once), once);
        }
    }
}
