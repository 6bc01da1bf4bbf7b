//! What a misspelt word may have meant.

use super::vocabulary::Vocabulary;
use super::words::MAX_WORD;
use crate::domain::order;

/// The most words that one misspelt word is taken for.
const MAX_CANDIDATES: usize = 16;

/// How many slips a word of so many characters may hold: a short one is another word after one slip.
const fn allowed(length: usize) -> u8 {
    match length {
        0..=3 => 0,
        4..=5 => 1,
        _ => 2,
    }
}

/// The places of the words nearest to a misspelt one: those with the fewest slips, whole words
/// before beginnings of words, the most frequent first as `frequency` says. A word that is in no
/// entry is none.
///
/// A slip is a letter too many, too few or wrong, or two neighbours swapped (the distance called
/// optimal string alignment). The words are sorted, so one table of distances serves all: its
/// columns for the letters that a word shares with the word before it stay as they are, and where a
/// beginning is too far from what was typed, all words with that beginning are skipped.
pub(super) fn nearest(
    vocabulary: &Vocabulary,
    typed: &str,
    frequency: impl Fn(usize) -> usize,
) -> Vec<usize> {
    let slips = allowed(typed.chars().count());
    if slips == 0 {
        return Vec::new();
    }
    let mut table = Table::new(typed.as_bytes(), slips);
    let mut best = 2 * slips + 1;
    let mut found = Vec::new();
    let mut before: &str = "";
    for place in 0..vocabulary.len() {
        let word = vocabulary.word(place);
        let shared = before
            .bytes()
            .zip(word.bytes())
            .take_while(|(a, b)| a == b)
            .count();
        before = word;
        let cost = table.cost(word.as_bytes(), shared);
        if cost > best || frequency(place) == 0 {
            continue;
        }
        if cost < best {
            found.clear();
            best = cost;
        }
        found.push(place);
    }
    order::sort_by_key(&mut found, |place| (usize::MAX - frequency(*place), *place));
    found.truncate(MAX_CANDIDATES);
    found
}

/// Distances between the beginnings of what was typed and the beginnings of one word, column by column.
struct Table<'a> {
    typed: &'a [u8],
    slips: u8,
    /// One column for each letter of the word, and one before: the distance to each beginning of
    /// what was typed.
    columns: Vec<u8>,
    /// For each column the least distance from all that was typed to a beginning of the word up to
    /// there.
    beginning: Vec<u8>,
    /// How many columns are those of the word.
    filled: usize,
    /// Whether the last filled column is too far from everything typed.
    hopeless: bool,
}

/// Columns beyond which every distance is too great.
const MAX_COLUMNS: usize = MAX_WORD + 3;

impl<'a> Table<'a> {
    fn new(typed: &'a [u8], slips: u8) -> Self {
        let height = typed.len() + 1;
        let mut columns = vec![0; height * (MAX_COLUMNS + 1)];
        for (distance, cell) in (0..).zip(&mut columns[..height]) {
            *cell = distance;
        }
        let mut beginning = vec![u8::MAX; MAX_COLUMNS + 1];
        beginning[0] = columns[height - 1];
        Self {
            typed,
            slips,
            columns,
            beginning,
            filled: 0,
            hopeless: false,
        }
    }

    /// Twice the slips to a whole word, or one more for those to its beginning, or the maximum if
    /// both are too many. The first `shared` letters are those of the word before.
    fn cost(&mut self, word: &[u8], shared: usize) -> u8 {
        if !self.hopeless || shared < self.filled {
            self.filled = self.filled.min(shared);
            self.hopeless = false;
            while self.filled < word.len() && !self.hopeless {
                self.hopeless = self.fill(word) > self.slips;
            }
        }
        let beginning = self.beginning[self.filled];
        let last = (self.filled + 1) * (self.typed.len() + 1) - 1;
        let whole = if self.hopeless {
            u8::MAX
        } else {
            self.columns[last]
        };
        if whole <= self.slips && whole <= beginning {
            2 * whole
        } else if beginning <= self.slips {
            2 * beginning + 1
        } else {
            u8::MAX
        }
    }

    /// Fills the next column and returns its least distance.
    fn fill(&mut self, word: &[u8]) -> u8 {
        let (height, column) = (self.typed.len() + 1, self.filled + 1);
        let letter = word[column - 1];
        let (old, new) = self.columns.split_at_mut(column * height);
        let left = &old[(column - 1) * height..];
        let two_left = (column >= 2).then(|| (&old[(column - 2) * height..], word[column - 2]));
        // A word is at most `MAX_WORD` long, so this holds any distance.
        new[0] = left[0] + 1;
        let mut least = new[0];
        for row in 1..height {
            let typed = self.typed[row - 1];
            let mut cell = left[row - 1] + u8::from(typed != letter);
            cell = cell.min(left[row] + 1).min(new[row - 1] + 1);
            if let Some((two_left, letter_before)) = two_left
                && row >= 2
                && typed == letter_before
                && self.typed[row - 2] == letter
            {
                cell = cell.min(two_left[row - 2] + 1);
            }
            new[row] = cell;
            least = least.min(cell);
        }
        self.beginning[column] = self.beginning[column - 1].min(new[height - 1]);
        self.filled = column;
        least
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::nearest;
    use crate::domain::search::intern::Interner;
    use crate::domain::search::vocabulary::{Texts, Vocabulary};

    fn vocabulary<'a>(words: impl IntoIterator<Item = &'a str>) -> Vocabulary {
        let (mut interner, mut spellings) = (Interner::default(), Texts::default());
        for word in words {
            if interner.add(word).1 {
                spellings.push(word);
            }
        }
        Vocabulary::sorted(&interner, &spellings).0
    }

    fn corrected(words: &[&str], typed: &str) -> Vec<String> {
        let vocabulary = vocabulary(words.iter().copied());
        let places = nearest(&vocabulary, typed, |_| 1);
        places
            .into_iter()
            .map(|place| vocabulary.word(place).to_owned())
            .collect()
    }

    #[test]
    fn slips_are_forgiven_by_the_length_of_the_word() {
        let words = ["avion", "lens", "masque", "mazingarbe", "visiere", "visieres"];
        for (typed, expected) in [
            ("viseres", vec!["visieres"]),
            ("vizieres", vec!["visieres"]),
            ("maziguarbe", vec!["mazingarbe"]),
            ("nazingarbe", vec!["mazingarbe"]),
            ("amsque", vec!["masque"]),
            ("avoin", vec!["avion"]),
            ("lems", vec!["lens"]),
            // The beginning of a word that is still being typed.
            ("mazimg", vec!["mazingarbe"]),
            // Two slips in a short word, and any in a very short one, make another word.
            ("lams", vec![]),
            ("len", vec!["lens"; 0]),
            ("xyzxyz", vec![]),
        ] {
            assert_eq!(corrected(&words, typed), expected, "{typed}");
        }
    }

    #[test]
    fn the_frequent_comes_first_and_many_are_cut() {
        let words = vocabulary(["lavoir", "savoir"]);
        assert_eq!(nearest(&words, "navoir", |place| place + 1), [1, 0]);
        assert_eq!(nearest(&words, "navoir", |_| 1), [0, 1]);
        let many: Vec<String> = ('a'..='z').map(|letter| format!("{letter}avoir")).collect();
        let many = vocabulary(many.iter().map(String::as_str));
        assert_eq!(nearest(&many, "éavoir", |_| 1).len(), super::MAX_CANDIDATES);
    }

    /// The distances from `typed` to each beginning of a word, written as its definition says.
    fn distances(typed: &[u8], word: &[u8]) -> Vec<usize> {
        fn distance(a: &[u8], b: &[u8]) -> usize {
            let (Some((x, short_a)), Some((y, short_b))) = (a.split_last(), b.split_last()) else {
                return a.len() + b.len();
            };
            let mut least = distance(short_a, short_b) + usize::from(x != y);
            least = least.min(distance(short_a, b) + 1).min(distance(a, short_b) + 1);
            if let ([rest_a @ .., p, q], [rest_b @ .., r, s]) = (a, b)
                && (p, q) == (s, r)
            {
                least = least.min(distance(rest_a, rest_b) + 1);
            }
            least
        }
        (0..=word.len())
            .map(|end| distance(typed, &word[..end]))
            .collect()
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn one_table_for_all_words_gives_each_its_own_distance(
            words in proptest::collection::vec("[ab]{1,6}", 1..12), typed in "[ab]{4,6}",
        ) {
            let vocabulary = vocabulary(words.iter().map(String::as_str));
            let slips = if typed.len() <= 5 { 1 } else { 2 };
            let costs: Vec<usize> = (0..vocabulary.len()).map(|place| {
                let distances = distances(typed.as_bytes(), vocabulary.word(place).as_bytes());
                let whole = distances[distances.len() - 1];
                let beginning = *distances.iter().min().expect("the empty beginning is one");
                (2 * whole).min(2 * beginning + 1)
            }).collect();
            let least = costs.iter().copied().min().filter(|cost| *cost <= 2 * slips + 1);
            let expected: Vec<usize> =
                (0..costs.len()).filter(|place| Some(costs[*place]) == least).take(super::MAX_CANDIDATES).collect();
            prop_assert_eq!(nearest(&vocabulary, &typed, |_| 1), expected);
        }
    }
}
