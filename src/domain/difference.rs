//! What differs between two texts, word by word, for a person to see at a glance.
//!
//! Law, a property test below: the pieces that are the same and those that are gone, joined, are the
//! text before; those that are the same and those that are new are the text after.

/// How many pairs of words are compared at most: a thousand against a thousand, after what both texts
/// begin and end with alike. Beyond it the middle is told as a whole, so that no text holds the page up.
const PAIRS: usize = 1_000_000;

/// A part of one text or of both.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Piece<'a> {
    /// Both texts have it.
    Same(&'a str),
    /// Only the text before has it.
    Gone(&'a str),
    /// Only the text after has it.
    New(&'a str),
}

/// What differs between two texts, in the order of reading; what is gone stands before what is new.
#[must_use]
pub fn difference<'a>(before: &'a str, after: &'a str) -> Vec<Piece<'a>> {
    let (old, new) = (words(before), words(after));
    let shorter = old.len().min(new.len());
    let alike = |pairs: &mut dyn Iterator<Item = (&&str, &&str)>| {
        pairs.take(shorter).take_while(|(one, two)| one == two).count()
    };
    let start = alike(&mut old.iter().zip(&new));
    let end = alike(&mut old.iter().rev().zip(new.iter().rev())).min(shorter - start);
    let mut told = Told::new(before, after);
    told.same(&old[..start]);
    let (old_middle, new_middle) = (&old[start..old.len() - end], &new[start..new.len() - end]);
    if old_middle.len() * new_middle.len() > PAIRS {
        told.gone(old_middle);
        told.new_words(new_middle);
    } else {
        told.middle(old_middle, new_middle);
    }
    told.same(&old[old.len() - end..]);
    told.finish()
}

/// The words of a text, each with the blanks after it; blanks at the start are a word.
fn words(text: &str) -> Vec<&str> {
    let mut words = Vec::new();
    let (mut start, mut blank_before) = (0, false);
    for (at, c) in text.char_indices() {
        let blank = c.is_whitespace();
        if blank_before && !blank {
            words.push(&text[start..at]);
            start = at;
        }
        blank_before = blank;
    }
    if start < text.len() {
        words.push(&text[start..]);
    }
    words
}

/// The pieces told so far. Neighbours of one kind are joined: each text is followed by a place in it.
struct Told<'a> {
    before: &'a str,
    after: &'a str,
    /// Up to where each text is told.
    places: (usize, usize),
    /// What is gone and new since the last piece that is the same, in bytes.
    open: (usize, usize),
    pieces: Vec<Piece<'a>>,
}

impl<'a> Told<'a> {
    fn new(before: &'a str, after: &'a str) -> Self {
        Self {
            before,
            after,
            places: (0, 0),
            open: (0, 0),
            pieces: Vec::new(),
        }
    }

    fn same(&mut self, words: &[&str]) {
        let length = bytes(words);
        if length == 0 {
            return;
        }
        self.close();
        let piece = &self.before[self.places.0..self.places.0 + length];
        match self.pieces.last_mut() {
            Some(Piece::Same(last)) => {
                *last = &self.before[self.places.0 - last.len()..self.places.0 + length];
            }
            _ => self.pieces.push(Piece::Same(piece)),
        }
        self.places.0 += length;
        self.places.1 += length;
    }

    fn gone(&mut self, words: &[&str]) {
        self.open.0 += bytes(words);
    }

    fn new_words(&mut self, words: &[&str]) {
        self.open.1 += bytes(words);
    }

    /// Tells what is gone and what is new where the two met last.
    fn close(&mut self) {
        let (gone, new) = std::mem::take(&mut self.open);
        if gone > 0 {
            let piece = &self.before[self.places.0..self.places.0 + gone];
            self.pieces.push(Piece::Gone(piece));
        }
        if new > 0 {
            let piece = &self.after[self.places.1..self.places.1 + new];
            self.pieces.push(Piece::New(piece));
        }
        self.places.0 += gone;
        self.places.1 += new;
    }

    /// The longest common run of words that need not stand side by side, by the usual table.
    fn middle(&mut self, old: &[&str], new: &[&str]) {
        let width = new.len() + 1;
        // At each pair of places, how many words the rests of both texts have in common.
        let mut common = vec![0_u16; (old.len() + 1) * width];
        for row in (0..old.len()).rev() {
            for column in (0..new.len()).rev() {
                common[row * width + column] = if old[row] == new[column] {
                    common[(row + 1) * width + column + 1] + 1
                } else {
                    common[(row + 1) * width + column].max(common[row * width + column + 1])
                };
            }
        }
        let (mut row, mut column) = (0, 0);
        while row < old.len() && column < new.len() {
            if old[row] == new[column] {
                self.same(&old[row..=row]);
                row += 1;
                column += 1;
            } else if common[(row + 1) * width + column] >= common[row * width + column + 1] {
                self.gone(&old[row..=row]);
                row += 1;
            } else {
                self.new_words(&new[column..=column]);
                column += 1;
            }
        }
        self.gone(&old[row..]);
        self.new_words(&new[column..]);
    }

    fn finish(mut self) -> Vec<Piece<'a>> {
        self.close();
        self.pieces
    }
}

fn bytes(words: &[&str]) -> usize {
    words.iter().map(|word| word.len()).sum()
}

#[cfg(test)]
mod tests {
    use super::Piece::{Gone, New, Same};
    use super::{Piece, difference};
    use proptest::prelude::*;

    fn sides(pieces: &[Piece<'_>]) -> (String, String) {
        let (mut before, mut after) = (String::new(), String::new());
        for piece in pieces {
            match piece {
                Same(text) => {
                    before.push_str(text);
                    after.push_str(text);
                }
                Gone(text) => before.push_str(text),
                New(text) => after.push_str(text),
            }
        }
        (before, after)
    }

    #[test]
    fn words_that_changed_are_told_apart_from_those_that_did_not() {
        let cases: [(&str, &str, &[Piece<'_>]); 7] = [
            ("", "", &[]),
            ("même", "même", &[Same("même")]),
            ("", "tout neuf", &[New("tout neuf")]),
            ("tout parti", "", &[Gone("tout parti")]),
            (
                "1 600 masques cousus à Marck",
                "1 900 masques cousus à Marck",
                &[
                    Same("1 "),
                    Gone("600 "),
                    New("900 "),
                    Same("masques cousus à Marck"),
                ],
            ),
            (
                "Des masques pour tous",
                "Des masques lavables pour tous les âges",
                &[
                    Same("Des masques "),
                    New("lavables "),
                    Same("pour "),
                    Gone("tous"),
                    New("tous les âges"),
                ],
            ),
            (
                "a b c",
                "c b a",
                &[Gone("a "), New("c "), Same("b "), Gone("c"), New("a")],
            ),
        ];
        for (before, after, pieces) in cases {
            assert_eq!(difference(before, after), pieces, "{before:?} → {after:?}");
        }
    }

    #[test]
    fn a_long_text_is_told_without_delay() {
        let before = "un deux trois ".repeat(700);
        let after = "quatre cinq six ".repeat(700);
        assert_eq!(difference(&before, &after), [Gone(&before), New(&after)]);
    }

    proptest! {
        #[test]
        fn both_texts_are_told_whole(before in "[ab é\n]{0,60}", after in "[ab é\n]{0,60}") {
            let pieces = difference(&before, &after);
            prop_assert_eq!(sides(&pieces), (before.clone(), after.clone()));
            let neighbours = pieces.windows(2);
            for pair in neighbours {
                prop_assert_ne!(std::mem::discriminant(&pair[0]), std::mem::discriminant(&pair[1]));
            }
        }

        #[test]
        fn a_text_does_not_differ_from_itself(text in "\\PC{0,60}") {
            let pieces = difference(&text, &text);
            prop_assert!(pieces.iter().all(|piece| matches!(piece, Same(_))));
        }
    }
}
