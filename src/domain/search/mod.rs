//! Finding initiatives: by words, with filters, in an order.
//!
//! An [`Index`] is built once from the entries; a [`Query`] is what a person typed; a [`Filter`] is
//! all that the catalogue's address says, and [`select()`] answers it.
//!
//! Invariants:
//! - Small words, which a question is made of, are not looked up.
//! - Each other typed word is looked up alone, and an entry is found when every word finds it. Adding a
//!   word therefore never adds a result, misspelt or not.
//! - A word is looked up as it was typed, as the beginning of words; only a word that begins nothing
//!   at all is taken for a misspelling, and [`Found::corrections`] says what was looked for instead.
//! - The order depends on nothing but the entries and the query: equals stay in the catalogue's
//!   order.

mod facets;
mod filter;
mod find;
mod index;
mod intern;
mod query;
mod select;
mod typo;
mod vocabulary;
mod words;

pub use filter::{Filter, Sort, StatusFilter};
pub use find::{Correction, Found, Hit, MAX_NAMED};
pub use index::Index;
pub use query::Query;
pub use select::{Near, Scene, Selection, select};
