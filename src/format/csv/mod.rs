//! Initiatives as a table: comma- or semicolon-separated values, for spreadsheets and town halls.
//!
//! A row is an initiative, a column one of its values ([`COLUMNS`]); a list stands in one cell, an item a
//! line (`lines`). The file is UTF-8 with its mark, so that a spreadsheet reads the accents; in French it has
//! semicolons and decimal commas, in English commas and points, each as the spreadsheets of the language
//! expect. Codes are told by their names, themes by theirs. Translations and fields of newer versions have
//! no column, and stay as they are where a row is read onto an initiative.
//!
//! Invariants:
//! - No cell is a formula for a spreadsheet: what could be one begins with an apostrophe, which reading
//!   takes away again. Coordinates alone may begin with a minus sign: they are checked numbers.
//! - A cell that says what an export would say changes nothing. So what is exported and read onto the same
//!   catalogue leaves it as it was, whatever it holds.
//! - A row changes only what its cells tell of. What no longer fits goes: a person's consent when the name
//!   is another one, a commune's codes when the commune is.
//! - Codes and telephone numbers whose first zero a spreadsheet dropped get it back.

mod cell;
mod columns;
mod lines;
mod read;
mod table;
mod write;

pub use columns::{COLUMNS, Column, named};
pub use read::{Mapping, Table};
pub use table::{TableError, TableErrorKind};
pub use write::write;
