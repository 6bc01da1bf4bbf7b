//! Phrases of a table, found among words in a time that does not depend on the table's length.

use super::Words;
use crate::domain::order;

/// A table of phrases, ordered by their first word.
pub(in crate::communique::read) struct Index<T: 'static> {
    rows: Vec<Row<T>>,
}

struct Row<T> {
    /// The words, without the sign at their ends.
    words: Vec<(&'static str, End)>,
    value: T,
}

/// How a word of a row ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum End {
    /// As it stands.
    Here,
    /// In any way: `*`.
    Open,
    /// As a noun does, in both genders and numbers: `+`.
    Noun,
    /// As a regular verb does: `~`.
    Verb,
    /// As its participle does, with its accent, where the other forms are also nouns: `^`.
    Participle,
}

/// The ends of nouns, folded: « artisan, artisanes », « bateaux ».
const NOUN_ENDS: [&str; 5] = ["", "s", "x", "e", "es"];

/// The ends of regular verbs, folded: « distribue, distribuent, distribuées », « fournit, fournissent ».
const VERB_ENDS: [&str; 37] = [
    "e", "es", "ent", "er", "ez", "ons", "ant", "ait", "aient", "era", "erait", "eront", "erons", "ee",
    "ees", "a", "erent", "i", "is", "it", "ie", "ies", "ir", "issent", "issant", "issait", "issaient", "ira",
    "iront", "irait", "irent", "issez", "issons", "eraient", "iraient", "erez", "erions",
];

impl End {
    /// The word of a row, and how it ends.
    fn of(word: &'static str) -> (&'static str, Self) {
        let ends = [
            ('*', Self::Open),
            ('+', Self::Noun),
            ('~', Self::Verb),
            ('^', Self::Participle),
        ];
        let signed = ends
            .into_iter()
            .find_map(|(sign, end)| Some((word.strip_suffix(sign)?, end)));
        signed.unwrap_or((word, Self::Here))
    }

    /// Whether a word may go on so behind its stem.
    fn allows(self, rest: &str, participle: bool) -> bool {
        match self {
            Self::Here => rest.is_empty(),
            Self::Open => true,
            Self::Noun => NOUN_ENDS.contains(&rest),
            Self::Verb => VERB_ENDS.contains(&rest),
            Self::Participle => participle && VERB_ENDS.contains(&rest),
        }
    }
}

impl<T: Copy> Index<T> {
    /// A table of phrases: folded words between blanks; a word with `*` at its end stands for all words
    /// that begin so, a stem with `+` for every form of a noun, with `~` for every form of a regular verb, with
    /// `^` for its participles. Hyphens between words of the text are passed over.
    pub(in crate::communique::read) fn of(table: impl IntoIterator<Item = (&'static str, T)>) -> Self {
        Self::of_phrases(table, ' ')
    }

    /// A table of lists: phrases between blanks, the words of each between `_`.
    pub(in crate::communique::read) fn of_lists(table: &[(T, &'static str)]) -> Self {
        let phrases = |(value, list): &(T, &'static str)| {
            let value = *value;
            list.split_ascii_whitespace().map(move |phrase| (phrase, value))
        };
        Self::of_phrases(table.iter().flat_map(phrases), '_')
    }

    fn of_phrases(table: impl IntoIterator<Item = (&'static str, T)>, between: char) -> Self {
        let rows = table.into_iter().map(|(phrase, value)| Row {
            words: phrase.split(between).map(End::of).collect(),
            value,
        });
        let mut rows: Vec<Row<T>> = rows.collect();
        order::sort_by(&mut rows, |one, two| one.words[0].0.cmp(two.words[0].0));
        Self { rows }
    }

    /// The longest phrase that begins at a word: the word after it, and its value.
    pub(in crate::communique::read) fn find(&self, words: &Words, at: usize) -> Option<(usize, T)> {
        self.find_free(words, at, |_| true)
    }

    /// The longest phrase that begins at a word and that may end where it does.
    pub(in crate::communique::read) fn find_free(
        &self,
        words: &Words,
        at: usize,
        may_end: impl Fn(usize) -> bool,
    ) -> Option<(usize, T)> {
        if !words.is_letters(at) {
            return None;
        }
        let word = words.fold(at);
        let mut best: Option<(usize, usize, T)> = None;
        // With each letter fewer rows begin so; those that end with it stand first.
        let mut rows = &self.rows[..];
        for length in (1..=word.len()).filter(|length| word.is_char_boundary(*length)) {
            let start = &word[..length];
            rows = &rows[rows.partition_point(|row| row.words[0].0 < start)..];
            rows = &rows[..rows.partition_point(|row| row.words[0].0.starts_with(start))];
            if rows.is_empty() {
                break;
            }
            for row in rows.iter().take_while(|row| row.words[0].0 == start) {
                // An accent that is asked for tells more than any letter: « prêtés » is not « prêtes ».
                let accented = row.words.iter().any(|(_, end)| *end == End::Participle);
                let length = if accented { word.len() + 1 } else { length };
                if !row.words[0]
                    .1
                    .allows(&word[start.len()..], words.is_participle(at))
                {
                    continue;
                }
                if let Some(end) = follow(words, at + 1, &row.words[1..])
                    && may_end(end)
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
fn follow(words: &Words, mut at: usize, wanted: &[(&str, End)]) -> Option<usize> {
    for (start, end) in wanted {
        if words.is_sign(at, '-') && words.is_glued(at) {
            at += 1;
        }
        let rest = words.fold(at).strip_prefix(start)?;
        if !end.allows(rest, words.is_participle(at)) {
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

    #[test]
    fn a_stem_stands_for_every_form_of_its_verb() {
        let index = Index::of_lists(&[(1, "distribu~ livr^ livre_d'_or"), (2, "fourn~ bateau+")]);
        let find = |text: &str| index.find(&Words::of(text), 0).map(|(_, value)| value);
        assert_eq!(
            (find("livrés"), find("livres"), find("livre d’or")),
            (Some(1), None, Some(1))
        );
        assert_eq!((find("bateaux"), find("batelier")), (Some(2), None));
        for form in [
            "distribue",
            "distribué",
            "distribuées",
            "distribueront",
            "distribuant",
        ] {
            assert_eq!(find(form), Some(1), "{form}");
        }
        assert_eq!((find("fournissent"), find("fournies")), (Some(2), Some(2)));
        assert_eq!((find("distribution"), find("fournil")), (None, None));
    }
}
