//! Looking a query up in an index.

use super::index::{Field, Index, Posting};
use super::intern::lower_half;
use super::query::Query;
use super::typo::nearest;
use crate::domain::order;

/// What a query finds.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Found {
    /// The entries, the most fitting first; equals in the catalogue's order.
    pub hits: Vec<Hit>,
    /// The words that begin nothing as they were typed, with those looked for instead. Empty where
    /// everything was found as it was typed.
    pub corrections: Vec<Correction>,
}

/// One entry that a query finds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hit {
    /// Its position in the list that the index was built from.
    pub position: usize,
    /// How well it fits: the greater, the better.
    pub score: u32,
}

/// A word that was taken for a misspelling.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Correction {
    /// The word as it was typed.
    pub typed: String,
    /// What was looked for instead, as the entries spell it; the most frequent first, at most
    /// [`MAX_NAMED`].
    pub used: Vec<String>,
}

/// The most words that a correction names.
pub const MAX_NAMED: usize = 3;

/// What is known of an entry while words are looked up one after another.
#[derive(Clone, Copy, Default)]
struct Tally {
    /// How many words have found it.
    words: u32,
    /// The points of the word that is being looked up.
    best: u32,
    /// The points of the words before.
    total: u32,
}

impl Index {
    /// The entries that every word of a query finds.
    #[must_use]
    pub fn search(&self, query: &Query) -> Found {
        let mut tallies = vec![Tally::default(); self.len()];
        let mut corrections = Vec::new();
        let mut round = 0;
        for word in query.words() {
            let mut points = |postings: &[Posting], exact: bool| count(&mut tallies, round, postings, exact);
            if !self.look_up(&word.folded, true, &mut points) {
                let frequency = |place| self.postings(place..place + 1).len();
                let words = nearest(&self.vocabulary, &word.folded, frequency);
                for place in &words {
                    self.look_up(self.vocabulary.word(*place), false, &mut points);
                }
                if words.is_empty() {
                    return Found::default();
                }
                let used = words.iter().take(MAX_NAMED);
                corrections.push(Correction {
                    typed: word.typed.clone(),
                    used: used
                        .map(|place| self.vocabulary.spelling(*place).to_owned())
                        .collect(),
                });
            }
            round += 1;
        }
        let found = tallies.iter().zip(0..).filter(|(tally, _)| tally.words == round);
        // One number carries the order: the best first, then the catalogue's order.
        let mut keys: Vec<u64> = found
            .map(|(tally, position)| u64::from(u32::MAX - tally.total - tally.best) << 32 | position)
            .collect();
        if round > 0 {
            order::sort_keys(&mut keys);
        }
        let hits = keys.into_iter().map(|key| {
            let position = lower_half(key);
            let score = tallies[position].total + tallies[position].best;
            Hit { position, score }
        });
        Found {
            hits: hits.collect(),
            corrections,
        }
    }

    /// Hands out the postings of the words that begin with a text, and of the singular that the
    /// text may be the plural of; `typed` says whether a whole word is worth more than a beginning.
    /// Returns whether there was any.
    fn look_up(&self, text: &str, typed: bool, points: &mut dyn FnMut(&[Posting], bool)) -> bool {
        let mut places = self.vocabulary.beginning_with(text);
        // A word that an update took out of its last entry is still known, and begins nothing.
        let any = !self.postings(places.clone()).is_empty();
        if any && typed && self.vocabulary.word(places.start) == text {
            points(self.postings(places.start..places.start + 1), true);
            places.start += 1;
        }
        points(self.postings(places), false);
        let singular = text
            .strip_suffix(['s', 'x'])
            .filter(|singular| singular.len() >= 3);
        let singular = singular.and_then(|singular| self.vocabulary.place(singular));
        let singular = singular.map_or(&[][..], |place| self.postings(place..place + 1));
        points(singular, false);
        any || !singular.is_empty()
    }
}

/// Counts the postings of a word: an entry that all words before have found goes on, with its best
/// points for this one.
fn count(tallies: &mut [Tally], round: u32, postings: &[Posting], exact: bool) {
    let points = |field| match (field, exact) {
        (Field::Title, true) => 8,
        (Field::Place, true) => 6,
        (Field::Title, false) => 5,
        (Field::Place, false) => 4,
        (Field::Text, true) => 3,
        (Field::Text, false) => 1,
    };
    for posting in postings {
        let tally = &mut tallies[posting.entry()];
        if tally.words == round {
            tally.words += 1;
            tally.total += tally.best;
            tally.best = points(posting.field());
        } else if tally.words == round + 1 {
            tally.best = tally.best.max(points(posting.field()));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Correction, Found};
    use crate::domain::id::Id;
    use crate::domain::initiative::Initiative;
    use crate::domain::search::{Index, Query};

    fn entry(title: &str, commune: &str, summary: &str) -> Initiative {
        let mut it = Initiative::new(Id::derived(&[title]), title.to_owned());
        it.place.commune = commune.to_owned();
        it.summary = summary.to_owned();
        it
    }

    fn search(entries: &[Initiative], typed: &str) -> Found {
        Index::build(entries, &[]).search(&Query::parse(typed))
    }

    fn order(entries: &[Initiative], typed: &str) -> Vec<usize> {
        search(entries, typed)
            .hits
            .iter()
            .map(|hit| hit.position)
            .collect()
    }

    #[test]
    fn titles_come_before_places_and_whole_words_before_beginnings() {
        let entries = [
            entry("Repas", "Liévin", "Pour les Lensois"),
            entry("Repas", "Liévin", "Près de Lens"),
            entry("Repas", "Lensois", ""),
            entry("Le Lensois solidaire", "Liévin", ""),
            entry("Repas", "Lens", ""),
            entry("Lens solidaire", "Liévin", "Lensois"),
            entry("Repas", "Calais", ""),
        ];
        assert_eq!(order(&entries, "lens"), [5, 4, 3, 2, 1, 0]);
        assert_eq!(order(&entries, "repas lens"), [4, 2, 1, 0]);
        assert_eq!(
            order(&entries, ""),
            [0, 1, 2, 3, 4, 5, 6],
            "nothing typed: all, in their order"
        );
    }

    #[test]
    fn a_misspelt_word_is_told_as_the_entries_spell_it() {
        let entries = [
            entry("Visières imprimées", "Mazingarbe", ""),
            entry("Masques", "Mazingarbe", ""),
        ];
        let correction = |typed: &str, used: &str| Correction {
            typed: typed.to_owned(),
            used: vec![used.to_owned()],
        };
        let found = search(&entries, "visères");
        assert_eq!(found.corrections, [correction("visères", "Visières")]);
        assert_eq!(found.hits.len(), 1);
        let found = search(&entries, "Maziguarbe masque");
        assert_eq!(found.corrections, [correction("Maziguarbe", "Mazingarbe")]);
        assert_eq!(found.hits[0].position, 1);
        assert!(search(&entries, "mazing visi").corrections.is_empty());
        assert_eq!(search(&entries, "xylophone masques"), Found::default());
    }

    #[test]
    fn a_plural_finds_its_singular_and_not_its_cousins() {
        let entries = [
            entry("Un masque", "", ""),
            entry("Le cours", "", ""),
            entry("Courir", "", ""),
        ];
        assert_eq!(order(&entries, "masques"), [0]);
        assert_eq!(order(&entries, "cours"), [1]);
    }

    #[test]
    fn a_word_that_has_gone_is_not_in_the_way_of_a_correction() {
        let mut entries = [entry("Visere", "", ""), entry("Visières", "", "")];
        let mut index = Index::build(&entries, &[]);
        entries[0].title = "Masques".to_owned();
        index.update(0, &entries[0], &[]);
        let found = index.search(&Query::parse("viseres"));
        assert_eq!(
            found,
            Index::build(&entries, &[]).search(&Query::parse("viseres"))
        );
        assert_eq!(found.hits.len(), 1);
    }
}
