//! The words of the language, apart from the code that uses them.
//!
//! A row is a phrase as [`fold`](crate::domain::text::fold) writes it: small letters, no accents, `'` for
//! every apostrophe at the end of its word (« l' association » is written as two words). A word with `*`
//! at its end stands for all that begin so, a stem with `+` for every form of a noun, with `~` for every form of
//! a regular verb, with `^` for its participles, accent and all. Where a table has one list for each meaning, blanks
//! stand between its phrases and `_` between a phrase's words. To teach the reader a word, add a row, or the word to
//! its list.

pub(super) mod acts;
pub(super) mod calendar;
pub(super) mod labels;
pub(super) mod names;
pub(super) mod needs;
pub(super) mod numerals;
pub(super) mod organisers;
pub(super) mod places;
pub(super) mod release;
#[cfg(test)]
mod tests;
pub(super) mod themes;
pub(super) mod units;
