//! Press releases as texts.
//!
//! - [`french`]: how French writes numbers and dates, and how its words agree.
//! - [`facts`]: one fact of an initiative on one labelled line, written and read back.
//! - [`compose`]: from the catalogue to the next press release.
//! - [`written`]: a press release as plain text, Markdown and HTML.
//! - [`mod@read`]: from a text that someone pastes to drafts of initiatives.
//!
//! Invariants: nothing here knows a browser, a clock or chance. The words of the language stand in
//! tables; whoever adds a word adds a row.

pub mod compose;
pub mod facts;
pub mod french;
pub mod read;
pub mod written;
