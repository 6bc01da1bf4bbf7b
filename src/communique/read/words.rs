//! Words and signs of a text, folded once, and phrases found among them.

pub(super) mod index;
pub(super) mod starts;

use std::ops::Range;

use crate::domain::text::fold_into;

/// What a word is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Letters, perhaps with digits after the first (« Covid », « FFP2 ») or an elision (« l’ »).
    Letters,
    /// Digits.
    Digits,
    /// One sign. The end of a line is one.
    Sign(char),
}

/// How a word is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Case {
    /// It begins with a small letter, or has none.
    Small,
    /// It begins with a capital.
    First,
    /// It is all capitals, and more than one.
    All,
}

/// A word or a sign.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Word {
    start: u32,
    end: u32,
    fold_start: u32,
    fold_end: u32,
    pub(super) kind: Kind,
    pub(super) case: Case,
    /// Whether no blank stands before it.
    pub(super) glued: bool,
    /// Whether it ends like a participle: « cousus » does not show it, « distribués » does.
    pub(super) participle: bool,
}

/// The words of a text, in order.
#[derive(Debug, Clone, Default)]
pub(super) struct Words {
    folded: String,
    list: Vec<Word>,
}

impl Words {
    /// Cuts a text into words.
    pub(super) fn of(text: &str) -> Self {
        let mut words = Self::default();
        let mut chars = text.char_indices().peekable();
        let mut glued = false;
        while let Some((start, c)) = chars.next() {
            if c.is_whitespace() && c != '\n' {
                glued = false;
                continue;
            }
            let mut end = start + c.len_utf8();
            let kind = if c.is_alphabetic() {
                Kind::Letters
            } else if c.is_ascii_digit() {
                Kind::Digits
            } else {
                Kind::Sign(plain_sign(c))
            };
            let more = |next: char| match kind {
                Kind::Letters => next.is_alphanumeric(),
                Kind::Digits => next.is_ascii_digit(),
                Kind::Sign(_) => false,
            };
            while let Some((at, next)) = chars.next_if(|(_, next)| more(*next)) {
                end = at + next.len_utf8();
            }
            if kind == Kind::Letters
                && let Some((at, sign)) = chars.next_if(|(_, next)| matches!(next, '\'' | '’' | 'ʼ'))
            {
                end = at + sign.len_utf8();
            }
            words.push(text, start..end, kind, glued && c != '\n');
            glued = c != '\n';
        }
        words
    }

    fn push(&mut self, text: &str, range: Range<usize>, kind: Kind, glued: bool) {
        let number = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        let written = &text[range.clone()];
        let fold_start = number(self.folded.len());
        match kind {
            Kind::Sign(sign) => self.folded.push(sign),
            _ => fold_into(written, &mut self.folded),
        }
        let mut letters = written.chars().filter(|c| c.is_alphabetic());
        let case = match letters.next() {
            Some(first) if first.is_uppercase() => {
                let rest: Vec<char> = letters.collect();
                if !rest.is_empty() && rest.iter().all(|c| !c.is_lowercase()) {
                    Case::All
                } else {
                    Case::First
                }
            }
            _ => Case::Small,
        };
        self.list.push(Word {
            start: number(range.start),
            end: number(range.end),
            fold_start,
            fold_end: number(self.folded.len()),
            kind,
            case,
            glued,
            participle: ["é", "és", "ée", "ées"].iter().any(|end| written.ends_with(end)),
        });
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.list.len()
    }

    /// One of them.
    pub(super) fn get(&self, at: usize) -> Option<&Word> {
        self.list.get(at)
    }

    /// Its folded text; empty past the end.
    pub(super) fn fold(&self, at: usize) -> &str {
        self.list.get(at).map_or("", |word| {
            &self.folded[word.fold_start as usize..word.fold_end as usize]
        })
    }

    /// The folded text of the word before.
    pub(super) fn fold_before(&self, at: usize, back: usize) -> &str {
        at.checked_sub(back).map_or("", |at| self.fold(at))
    }

    /// Whether it is this sign.
    pub(super) fn is_sign(&self, at: usize, sign: char) -> bool {
        self.get(at).is_some_and(|word| word.kind == Kind::Sign(sign))
    }

    /// Whether a line begins with it.
    pub(super) fn begins_line(&self, at: usize) -> bool {
        at == 0 || self.is_sign(at - 1, '\n')
    }

    /// Whether it opens what is set apart, by quotes or by a look: « Les Souris vertes », *Les Souris vertes*.
    pub(super) fn opens_quote(&self, at: usize) -> bool {
        ['«', '"', '*', '_'].iter().any(|sign| self.is_sign(at, *sign))
    }

    /// Whether it closes what is set apart so.
    pub(super) fn closes_quote(&self, at: usize) -> bool {
        ['»', '"', '*', '_'].iter().any(|sign| self.is_sign(at, *sign))
    }

    /// Whether it is made of letters.
    pub(super) fn is_letters(&self, at: usize) -> bool {
        self.get(at).is_some_and(|word| word.kind == Kind::Letters)
    }

    /// Whether it is digits.
    pub(super) fn is_digits(&self, at: usize) -> bool {
        self.get(at).is_some_and(|word| word.kind == Kind::Digits)
    }

    /// Whether it begins with a capital.
    pub(super) fn is_capital(&self, at: usize) -> bool {
        self.get(at).is_some_and(|word| word.case != Case::Small)
    }

    /// Whether no blank stands before it.
    pub(super) fn is_glued(&self, at: usize) -> bool {
        self.get(at).is_some_and(|word| word.glued)
    }

    /// Whether it ends like a participle.
    pub(super) fn is_participle(&self, at: usize) -> bool {
        self.get(at).is_some_and(|word| word.participle)
    }

    /// Where words stand in the text.
    pub(super) fn range(&self, words: Range<usize>) -> Range<usize> {
        let start = self.list.get(words.start).map_or(0, |word| word.start as usize);
        let end = words.end.checked_sub(1).and_then(|last| self.list.get(last));
        start..end.map_or(start, |word| (word.end as usize).max(start))
    }

    /// The words that begin within a stretch of the text.
    pub(super) fn within(&self, range: &Range<usize>) -> Range<usize> {
        let from = |at: usize| self.list.partition_point(|word| (word.start as usize) < at);
        from(range.start)..from(range.end)
    }
}

/// A text with a capital at its start.
pub(super) fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters
        .next()
        .map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// Signs that programs write in several ways.
fn plain_sign(c: char) -> char {
    match c {
        '‐'..='―' | '−' => '-',
        '’' | '‘' | 'ʼ' => '\'',
        '“' | '”' | '„' => '"',
        '…' => '.',
        'º' => '°',
        c => c,
    }
}

#[cfg(test)]
mod tests {
    use super::{Case, Words};

    #[test]
    fn words_are_cut_folded_and_placed() {
        let text = "L’École d’Annay-sous-LENS\u{a0}: 1\u{202f}600 FFP2";
        let words = Words::of(text);
        let folded: Vec<_> = (0..words.len()).map(|at| words.fold(at)).collect();
        assert_eq!(
            folded,
            [
                "l'", "ecole", "d'", "annay", "-", "sous", "-", "lens", ":", "1", "600", "ffp2"
            ]
        );
        assert_eq!(words.get(7).unwrap().case, Case::All);
        assert!(words.is_glued(1) && !words.is_glued(2) && words.is_glued(4));
        let range = words.range(3..8);
        assert_eq!(&text[range.clone()], "Annay-sous-LENS");
        assert_eq!(words.within(&range), 3..8);
    }
}
