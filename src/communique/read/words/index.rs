//! Phrases of a table, found among words in a time that does not depend on the table's length.

use super::Words;
use crate::domain::order;

/// A table of phrases, ordered by their first word.
pub(in crate::communique::read) struct Index<T: 'static> {
    rows: Vec<Row<T>>,
}

struct Row<T> {
    /// The words, without their stars.
    words: Vec<(&'static str, bool)>,
    value: T,
}

impl<T: Copy> Index<T> {
    /// A table of phrases: folded words between blanks; a word with `*` at its end stands for all words
    /// that begin so. Hyphens between words of the text are passed over.
    pub(in crate::communique::read) fn of(table: impl IntoIterator<Item = (&'static str, T)>) -> Self {
        let rows = table.into_iter().map(|(phrase, value)| Row {
            words: phrase
                .split(' ')
                .map(|word| match word.strip_suffix('*') {
                    Some(start) => (start, true),
                    None => (word, false),
                })
                .collect(),
            value,
        });
        let mut rows: Vec<Row<T>> = rows.collect();
        order::sort_by(&mut rows, |one, two| one.words[0].0.cmp(two.words[0].0));
        Self { rows }
    }

    /// The longest phrase that begins at a word: the word after it, and its value.
    pub(in crate::communique::read) fn find(&self, words: &Words, at: usize) -> Option<(usize, T)> {
        if !words.is_letters(at) {
            return None;
        }
        let word = words.fold(at);
        let mut best: Option<(usize, usize, T)> = None;
        for length in (1..=word.len()).filter(|length| word.is_char_boundary(*length)) {
            let start = &word[..length];
            let from = self.rows.partition_point(|row| row.words[0].0 < start);
            for row in self.rows[from..].iter().take_while(|row| row.words[0].0 == start) {
                if length < word.len() && !row.words[0].1 {
                    continue;
                }
                if let Some(end) = follow(words, at + 1, &row.words[1..])
                    && best.is_none_or(|(best, weight, _)| (end, length) > (best, weight))
                {
                    best = Some((end, length, row.value));
                }
            }
        }
        best.map(|(end, _, value)| (end, value))
    }
}

/// The word after these, if they follow.
fn follow(words: &Words, mut at: usize, wanted: &[(&str, bool)]) -> Option<usize> {
    for (start, open) in wanted {
        if words.is_sign(at, '-') && words.is_glued(at) {
            at += 1;
        }
        let word = words.fold(at);
        if !(word == *start || *open && word.starts_with(start)) {
            return None;
        }
        at += 1;
    }
    Some(at)
}

#[cfg(test)]
mod tests {
    use super::Index;
    use crate::communique::read::words::Words;

    #[test]
    fn the_longest_phrase_wins() {
        let index = Index::of([("a", 1), ("a b*", 2), ("ab*", 3), ("c", 4)]);
        let find = |text: &str| index.find(&Words::of(text), 0);
        assert_eq!(find("a d"), Some((1, 1)));
        assert_eq!(find("a-bout"), Some((3, 2)));
        assert_eq!(find("abc"), Some((1, 3)));
        assert_eq!(find("cd"), None);
        assert_eq!(find(""), None);
    }
}
