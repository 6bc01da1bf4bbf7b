//! Every word of the entries, in alphabetical order.

use std::ops::Range;

use super::intern::{Interner, offset};
use crate::domain::order;

/// Distinct folded words in the order of their bytes, so that the words with one beginning stand
/// together, each with the spelling in which it was first met.
#[derive(Debug, Clone, Default)]
pub(super) struct Vocabulary {
    words: Texts,
    spellings: Texts,
}

/// Texts in one allocation.
#[derive(Debug, Clone, Default)]
pub(super) struct Texts {
    text: String,
    ends: Vec<u32>,
}

impl Texts {
    fn get(&self, number: usize) -> &str {
        &self.text[self.start(number)..self.ends[number] as usize]
    }

    fn start(&self, number: usize) -> usize {
        number
            .checked_sub(1)
            .map_or(0, |before| self.ends[before] as usize)
    }

    pub(super) fn push(&mut self, text: &str) {
        self.text.push_str(text);
        self.ends.push(offset(self.text.len()));
    }

    fn insert(&mut self, number: usize, text: &str) {
        let start = self.start(number);
        self.text.insert_str(start, text);
        self.ends.insert(number, offset(start));
        for end in &mut self.ends[number..] {
            *end += offset(text.len());
        }
    }
}

impl Vocabulary {
    /// The words in order, and for each number that they were given, their place in the order.
    /// Spellings stand in the order of the numbers.
    pub(super) fn sorted(words: &Interner, spellings: &Texts) -> (Self, Vec<u32>) {
        let word = |number| words.get(offset(number));
        let order = order::places(words.len(), &mut |a, b| word(a).cmp(word(b)));
        let mut vocabulary = Self::default();
        let mut places = vec![0; order.len()];
        for (place, number) in order.into_iter().enumerate() {
            vocabulary.words.push(word(number));
            vocabulary.spellings.push(spellings.get(number));
            places[number] = offset(place);
        }
        (vocabulary, places)
    }

    /// How many words there are.
    pub(super) fn len(&self) -> usize {
        self.words.ends.len()
    }

    /// A word by its place in the order.
    pub(super) fn word(&self, place: usize) -> &str {
        self.words.get(place)
    }

    /// The spelling in which a word was first met.
    pub(super) fn spelling(&self, place: usize) -> &str {
        self.spellings.get(place)
    }

    /// The places of the words that begin with a text.
    pub(super) fn beginning_with(&self, text: &str) -> Range<usize> {
        let start = self.first(0, |word| word >= text);
        let end = self.first(start, |word| !word.starts_with(text));
        start..end
    }

    /// The place of a word.
    pub(super) fn place(&self, text: &str) -> Option<usize> {
        let place = self.first(0, |word| word >= text);
        (place < self.len() && self.word(place) == text).then_some(place)
    }

    /// The place of a word, which is made if there is none; and whether it was.
    pub(super) fn place_or_insert(&mut self, text: &str, spelling: &str) -> (usize, bool) {
        let place = self.first(0, |word| word >= text);
        let new = place == self.len() || self.word(place) != text;
        if new {
            self.words.insert(place, text);
            self.spellings.insert(place, spelling);
        }
        (place, new)
    }

    /// The first place from `start` on for which a condition holds that holds for all later ones too.
    fn first(&self, start: usize, holds: impl Fn(&str) -> bool) -> usize {
        let (mut low, mut high) = (start, self.len());
        while low < high {
            let middle = low.midpoint(high);
            if holds(self.word(middle)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        low
    }
}

#[cfg(test)]
mod tests {
    use super::{Interner, Texts, Vocabulary};

    fn vocabulary(words: &[&str]) -> Vocabulary {
        let (mut interner, mut spellings) = (Interner::default(), Texts::default());
        for word in words {
            interner.add(word);
            spellings.push(&word.to_uppercase());
        }
        Vocabulary::sorted(&interner, &spellings).0
    }

    #[test]
    fn words_of_one_beginning_stand_together() {
        let words = vocabulary(&["lens", "masque", "lensois", "ma", "masques", "z"]);
        let beginning = |text| {
            let places = words.beginning_with(text);
            places.map(|place| words.word(place)).collect::<Vec<_>>()
        };
        assert_eq!(beginning("mas"), ["masque", "masques"]);
        assert_eq!(beginning("lens"), ["lens", "lensois"]);
        assert_eq!(beginning("a"), [""; 0]);
        assert_eq!(beginning("zz"), [""; 0]);
        assert_eq!(beginning("").len(), 6);
        assert_eq!(words.place("ma").map(|place| words.spelling(place)), Some("MA"));
        assert_eq!(words.place("mas"), None);
    }

    #[test]
    fn a_word_that_comes_later_takes_its_place() {
        let mut words = vocabulary(&["b", "d"]);
        for (text, expected) in [
            ("c", (1, true)),
            ("a", (0, true)),
            ("e", (4, true)),
            ("d", (3, false)),
        ] {
            assert_eq!(words.place_or_insert(text, text), expected);
        }
        let all: Vec<&str> = (0..words.len()).map(|place| words.word(place)).collect();
        assert_eq!(all, ["a", "b", "c", "d", "e"]);
        assert_eq!(words.spelling(1), "B");
        assert_eq!(words.spelling(2), "c");
    }
}
