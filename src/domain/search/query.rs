//! What a person typed into the search box.

use super::words::each_word;

/// The most words that are looked at; whoever pastes a page does not look for its every word.
const MAX_WORDS: usize = 24;

/// What a question is made of in French and English besides what is looked for. One text: a list of them would cost
/// every first visit a pointer for each.
const SMALL_WORDS: &str = " a ai an and at au aux avec besoin ce ces cherche chez de des du en est et for from i il in is j je \
    la le les leur looking ma me mes mon my nos notre nous of on ou our par pour qu que qui sa ses sur \
    the to un une vos votre vous we with y you ";

/// The words of a search. No words find everything.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Query {
    words: Vec<Word>,
}

/// One word of a search.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Word {
    /// As it is compared.
    pub(super) folded: String,
    /// As it was typed.
    pub(super) typed: String,
}

impl Query {
    /// Reads what was typed; any text is a query.
    #[must_use]
    pub fn parse(typed: &str) -> Self {
        let mut words: Vec<Word> = Vec::new();
        each_word(typed, &mut String::new(), |folded, typed| {
            let is_small = SMALL_WORDS.contains(&[" ", folded, " "].concat());
            if !is_small && words.len() < MAX_WORDS && !words.iter().any(|word| word.folded == folded) {
                words.push(Word {
                    folded: folded.to_owned(),
                    typed: typed.to_owned(),
                });
            }
        });
        Self { words }
    }

    /// Whether it finds everything.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    pub(super) fn words(&self) -> &[Word] {
        &self.words
    }
}

#[cfg(test)]
mod tests {
    use super::Query;

    #[test]
    fn words_count_once_and_signs_do_not_count() {
        let query = Query::parse("  L'atelier, ATELIER de couture !");
        let words: Vec<&str> = query.words().iter().map(|word| word.folded.as_str()).collect();
        assert_eq!(words, ["atelier", "couture"]);
        for nothing in ["", "  ", "'", "l'", "«»"] {
            assert!(Query::parse(nothing).is_empty(), "{nothing:?}");
        }
    }

    #[test]
    fn a_question_is_what_it_asks_for() {
        let query = Query::parse("Je cherche un masque pour ma mère");
        let words: Vec<&str> = query.words().iter().map(|word| word.typed.as_str()).collect();
        assert_eq!(words, ["masque", "mère"]);
    }

    #[test]
    fn a_pasted_page_is_bounded() {
        let page = (0..1000)
            .map(|number| format!("mot{number}"))
            .collect::<Vec<_>>()
            .join(" ");
        assert_eq!(Query::parse(&page).words().len(), super::MAX_WORDS);
    }
}
