//! Phrases of a table, found among words in a time that does not depend on the table's length.

use super::Words;
use crate::domain::order;

/// A table of phrases, ordered by their first word.
pub(in crate::communique::read) struct Index<T: 'static> {
    rows: Vec<Row<T>>,
    /// What stands between the words of a row.
    gap: char,
    /// Words that may stand between those of a phrase.
    between: &'static [&'static str],
}

struct Row<T> {
    /// The first word, without the sign at its end.
    first: (&'static str, End),
    /// The other words, as the table has them.
    rest: &'static str,
    value: T,
}

/// How many words may stand between two of a phrase.
const MOST_BETWEEN: usize = 2;

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
    /// `^` for its participles; words with `|` between them stand for each other. Hyphens between words of the text
    /// are passed over.
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

    fn of_phrases(table: impl IntoIterator<Item = (&'static str, T)>, gap: char) -> Self {
        let rows = table.into_iter().flat_map(|(phrase, value)| {
            let (first, rest) = phrase.split_once(gap).unwrap_or((phrase, ""));
            let row = move |choice| Row {
                first: End::of(choice),
                rest,
                value,
            };
            first.split('|').map(row)
        });
        let mut rows: Vec<Row<T>> = rows.collect();
        order::sort_by(&mut rows, |one, two| one.first.0.cmp(two.first.0));
        Self {
            rows,
            gap,
            between: &[],
        }
    }

    /// The same table, whose phrases are also found around these words: « sont toujours les bienvenus ».
    pub(in crate::communique::read) fn around(self, between: &'static [&'static str]) -> Self {
        Self { between, ..self }
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
            rows = &rows[rows.partition_point(|row| row.first.0 < start)..];
            rows = &rows[..rows.partition_point(|row| row.first.0.starts_with(start))];
            if rows.is_empty() {
                break;
            }
            for row in rows.iter().take_while(|row| row.first.0 == start) {
                // An accent that is asked for tells more than any letter: « prêtés » is not « prêtes ».
                let accented = row.first.1 == End::Participle || row.rest.contains('^');
                let length = if accented { word.len() + 1 } else { length };
                let end = row.first.1;
                if !end.allows(&word[start.len()..], words.is_participle(at)) {
                    continue;
                }
                if let Some(end) = self.follow(words, at + 1, row.rest)
                    && may_end(end)
                    && best.is_none_or(|(best, weight, _)| (end, length) > (best, weight))
                {
                    best = Some((end, length, row.value));
                }
            }
        }
        best.map(|(end, _, value)| (end, value))
    }

    /// The word after these, if they follow.
    fn follow(&self, words: &Words, mut at: usize, rest: &'static str) -> Option<usize> {
        for wanted in rest.split(self.gap).filter(|wanted| !wanted.is_empty()) {
            let is_here = |at: usize| {
                wanted
                    .split('|')
                    .any(|choice| is_word(words, at, End::of(choice)))
            };
            if words.is_sign(at, '-') && words.is_glued(at) {
                at += 1;
            }
            let mut passed = 0;
            while passed < MOST_BETWEEN && self.between.contains(&words.fold(at)) && !is_here(at) {
                at += 1;
                passed += 1;
            }
            if !is_here(at) {
                return None;
            }
            at += 1;
        }
        Some(at)
    }
}

/// Whether a word is one of a row, with an end that the row allows.
fn is_word(words: &Words, at: usize, (start, end): (&str, End)) -> bool {
    let rest = words.fold(at).strip_prefix(start);
    rest.is_some_and(|rest| end.allows(rest, words.is_participle(at)))
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
    fn words_may_stand_for_each_other() {
        let index = Index::of_lists(&[(1, "souhait~|voudr*_en_avoir|recevoir d'_autres")]);
        let find = |text: &str| index.find(&Words::of(text), 0);
        assert_eq!(find("voudraient en recevoir"), Some((3, 1)));
        assert_eq!(find("souhaite en avoir"), Some((3, 1)));
        assert_eq!(find("souhaite en donner"), None);
    }

    #[test]
    fn adverbs_may_stand_within_a_phrase() {
        let index =
            Index::of_lists(&[(1, "sont_bienvenus"), (2, "en_attend_encore")]).around(&["encore", "bien"]);
        let find = |text: &str| index.find(&Words::of(text), 0);
        assert_eq!(find("sont encore bien bienvenus"), Some((4, 1)));
        assert_eq!(find("en attend encore"), Some((3, 2)));
        assert_eq!((find("sont bien vus"), find("sont encore")), (None, None));
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
