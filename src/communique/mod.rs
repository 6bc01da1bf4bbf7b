//! Press releases as texts.
//!
//! - [`french`]: how French writes numbers and dates, and how its words agree.
//! - [`facts`]: one fact of an initiative on one labelled line, written and read back.
//! - [`compose`]: from the catalogue to the next press release.
//! - [`written`]: a press release as plain text, Markdown and HTML.
//!
//! Invariants: nothing here knows a browser, a clock or chance. The words of the language stand in
//! tables; whoever adds a word adds a row.

pub mod compose;
pub mod facts;
pub mod french;
pub mod written;
