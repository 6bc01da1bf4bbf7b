//! Where a text mentions one of several names, addresses or numbers.
//!
//! Words are compared without regard to case, accents and punctuation, and only whole ones: « Jeanne
//! Exemple » is found in « JEANNE EXEMPLE, couturière » and not in « Jeanneton ». A name of one word
//! is found only where the text gives it a capital, since « Pierre » is a name and « pierre » is not.
//! The work grows with the length of the text, not with the number of names.

use std::collections::BTreeMap;
use std::ops::Range;

use super::phone::Phone;
use super::text::fold_into;

/// What is looked for. Each is known by the number that its adding gave.
#[derive(Debug, Clone, Default)]
pub struct Mentions {
    count: usize,
    /// By their first word; none is empty.
    words: BTreeMap<String, Vec<(Vec<String>, usize)>>,
    /// Telephone numbers, by the digits that are dialled within the country.
    phones: BTreeMap<String, usize>,
}

/// Where a text mentions something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention {
    /// The number of what is mentioned.
    pub of: usize,
    /// Where it stands, in bytes.
    pub at: Range<usize>,
}

/// The fewest letters of a name of one word: with fewer, chance finds it everywhere.
const SHORTEST: usize = 3;

impl Mentions {
    /// Looks for words in this order: a name, an e-mail address, a link.
    pub fn add(&mut self, text: &str) -> usize {
        let mut words: Vec<String> = words(text).map(|word| word.folded).collect();
        if words.len() > 1 || words.first().is_some_and(|word| word.len() >= SHORTEST) {
            let first = words.remove(0);
            self.words.entry(first).or_default().push((words, self.count));
        }
        self.number()
    }

    /// Looks for a telephone number in any spelling.
    pub fn add_phone(&mut self, phone: &Phone) -> usize {
        // Of short numbers, chance finds too many; nobody's own is among them.
        if let Some(digits) = national(phone.as_str()) {
            self.phones.entry(digits).or_insert(self.count);
        }
        self.number()
    }

    fn number(&mut self) -> usize {
        self.count += 1;
        self.count - 1
    }

    /// How many things are looked for.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.count
    }

    /// Whether nothing is looked for.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.count == 0
    }

    /// Every mention in a text, in the order in which they stand. Of two that begin alike the longest
    /// counts; none overlaps another.
    #[must_use]
    pub fn find(&self, text: &str) -> Vec<Mention> {
        if self.is_empty() {
            return Vec::new();
        }
        let mut found = self.find_words(text);
        if !self.phones.is_empty() {
            found.extend(self.find_phones(text));
            super::order::sort_by(&mut found, |one, two| one.at.start.cmp(&two.at.start));
        }
        let mut end = 0;
        found.retain(|mention| {
            let free = mention.at.start >= end;
            if free {
                end = mention.at.end;
            }
            free
        });
        found
    }

    fn find_words(&self, text: &str) -> Vec<Mention> {
        let words: Vec<Word> = words(text).collect();
        let mut found = Vec::new();
        for (place, word) in words.iter().enumerate() {
            let candidates = self.words.get(&word.folded).into_iter().flatten();
            let matching = candidates.filter(|(rest, _)| {
                let next = words[place + 1..].iter().map(|word| &word.folded);
                let alone = rest.is_empty();
                rest.len() < words.len() - place
                    && rest.iter().eq(next.take(rest.len()))
                    && (!alone || word.capital)
            });
            if let Some((rest, of)) = matching.max_by_key(|(rest, _)| rest.len()) {
                let at = word.at.start..words[place + rest.len()].at.end;
                found.push(Mention { of: *of, at });
            }
        }
        found
    }

    fn find_phones(&self, text: &str) -> Vec<Mention> {
        let mut found = Vec::new();
        for run in runs_of_digits(text) {
            let joined =
                |one: usize, next: usize| run.get(next).is_some_and(|next| run[one].end == next.start);
            // Two numbers may stand side by side, so every beginning and end within a run is tried,
            // but none in the middle of a longer number.
            let mut first = 0;
            while first < run.len() {
                let inside = first > 0 && joined(first - 1, first);
                let lengths = LENGTHS.iter().rev().filter(|_| !inside);
                let hit = lengths.copied().find_map(|length| {
                    let last = first + length - 1;
                    if last >= run.len() || joined(last, last + 1) {
                        return None;
                    }
                    let at = run[first].start..run[last].end;
                    let phone = Phone::parse(&text[at.clone()])?;
                    let of = *self.phones.get(&national(phone.as_str())?)?;
                    Some((last, Mention { of, at }))
                });
                match hit {
                    Some((last, mention)) => {
                        found.push(mention);
                        first = last + 1;
                    }
                    None => first += 1,
                }
            }
        }
        found
    }
}

/// How many signs (digits and a plus) a number is written with: « 0033 (0)3 21 72 78 00 » has 15.
const LENGTHS: [usize; 10] = [7, 8, 9, 10, 11, 12, 13, 14, 15, 16];

/// The most signs that are read as one row of numbers; a longer one is data and no letterhead.
const LONGEST_RUN: usize = 200;

/// The digits of a number that has a subscriber: short ones have none.
fn national(phone: &str) -> Option<String> {
    (phone.len() >= 7).then(|| phone.to_owned())
}

/// Rows of digits with nothing but a number's own separators between them, each digit with its place.
fn runs_of_digits(text: &str) -> Vec<Vec<Range<usize>>> {
    let mut runs = vec![Vec::new()];
    for (start, c) in text.char_indices() {
        let separates = matches!(c, '.' | '-' | '/' | '(' | ')' | '\u{2010}'..='\u{2015}')
            || (c.is_whitespace() && c != '\n');
        if c.is_ascii_digit() || c == '+' {
            if let Some(run) = runs.last_mut().filter(|run| run.len() < LONGEST_RUN) {
                run.push(start..start + c.len_utf8());
            }
        } else if !separates && runs.last().is_some_and(|run| !run.is_empty()) {
            runs.push(Vec::new());
        }
    }
    runs
}

struct Word {
    folded: String,
    /// Whether the text writes it with a capital.
    capital: bool,
    at: Range<usize>,
}

/// The words of a text, with where they stand.
fn words(text: &str) -> impl Iterator<Item = Word> {
    let mut rest = text.char_indices().peekable();
    std::iter::from_fn(move || {
        let (start, first) = rest.find(|(_, c)| c.is_alphanumeric())?;
        let mut end = start + first.len_utf8();
        let within = |c: char| c.is_alphanumeric() || matches!(c, '\u{300}'..='\u{36f}');
        while let Some((place, c)) = rest.next_if(|(_, c)| within(*c)) {
            end = place + c.len_utf8();
        }
        let mut folded = String::with_capacity(end - start);
        fold_into(&text[start..end], &mut folded);
        Some(Word {
            folded,
            capital: first.is_uppercase(),
            at: start..end,
        })
    })
}

#[cfg(test)]
mod tests {
    use super::Mentions;
    use crate::domain::phone::Phone;

    fn found<'a>(needles: &[&str], text: &'a str) -> Vec<&'a str> {
        let mut mentions = Mentions::default();
        for needle in needles {
            match Phone::parse(needle) {
                Some(phone) => mentions.add_phone(&phone),
                None => mentions.add(needle),
            };
        }
        let found = mentions.find(text).into_iter();
        found.map(|mention| &text[mention.at]).collect()
    }

    #[test]
    fn names_are_whole_words_without_regard_to_case_and_accents() {
        let name = ["Hélène Exemple"];
        assert_eq!(found(&name, "HELENE  EXEMPLE, couturière"), ["HELENE  EXEMPLE"]);
        assert_eq!(
            found(&name, "chez He\u{301}le\u{300}ne-Exemple."),
            ["He\u{301}le\u{300}ne-Exemple"]
        );
        for absent in ["Hélène", "Hélène Exemplaire", "Exemple Hélène", ""] {
            assert!(found(&name, absent).is_empty(), "{absent}");
        }
    }

    #[test]
    fn a_name_of_one_word_has_a_capital() {
        assert_eq!(found(&["Pierre"], "La pierre de Pierre"), ["Pierre"]);
        assert!(found(&["Al"], "Al coud").is_empty(), "too short to tell");
    }

    #[test]
    fn the_longest_of_two_counts_and_both_numbers_are_known() {
        assert_eq!(
            found(&["Jeanne", "Jeanne Exemple"], "Jeanne Exemple et Jeanne"),
            ["Jeanne Exemple", "Jeanne"]
        );
    }

    #[test]
    fn addresses_are_found_as_they_are_shown() {
        assert_eq!(
            found(&["jeanne@exemple.fr"], "écrire à Jeanne@Exemple.fr !"),
            ["Jeanne@Exemple.fr"]
        );
        assert_eq!(
            found(&["exemple.fr/jeanne"], "https://www.exemple.fr/jeanne/"),
            ["exemple.fr/jeanne"]
        );
    }

    #[test]
    fn a_number_is_found_in_every_spelling_and_in_no_longer_one() {
        let number = ["03 21 99 99 99"];
        for spelling in [
            "03.21.99.99.99",
            "+33 (0)3 21 99 99 99",
            "0033 321999999",
            "0321999999",
        ] {
            let text = format!("Appelez le {spelling}, le soir.");
            assert_eq!(found(&number, &text).len(), 1, "{text}");
        }
        assert_eq!(
            found(&number, "03 21 00 00 00 / 03 21 99 99 99"),
            ["03 21 99 99 99"]
        );
        for other in ["03 21 99 99 98", "003219999990", "103219999991"] {
            assert!(found(&number, other).is_empty(), "{other}");
        }
        assert!(found(&["115"], "le 115").is_empty(), "a short number is nobody's");
    }
}
