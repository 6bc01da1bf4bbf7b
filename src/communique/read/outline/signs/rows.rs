//! The rows of a table, and the line above them that says what its columns hold.

use super::{Sign, said};
use crate::communique::read::Text;
use crate::communique::read::marks::within;
use crate::communique::read::tables::labels::FIELDS;
use crate::communique::read::tables::needs::ASKING_COLUMNS;
use crate::communique::read::tables::release::COLUMNS;
use crate::domain::text::fold;

/// The longest name of a column, in bytes.
const LONGEST_COLUMN: usize = 30;

/// How many rows show that what stands above them is a table's head.
const SEVERAL: usize = 2;

/// Whether a line is the row of a table of three columns or more.
pub(in super::super) fn is_table_row(said: &str) -> bool {
    said.matches('|').count() > 1
}

/// Whether a line is the head of a table: « Lieu | Porteur | Ce qui se fait | On cherche ». One column may bear a name
/// that no table knows.
pub(super) fn heads_columns(said: &str) -> bool {
    let tables = [FIELDS, ASKING_COLUMNS, COLUMNS];
    let known = |cell: &&str| {
        let cell = fold(cell.trim());
        tables.iter().any(|table| table.contains(&cell.as_str()))
    };
    let plain = |cell: &str| cell.len() <= LONGEST_COLUMN && !cell.contains(|c: char| c.is_ascii_digit());
    let cells = said.split('|').count();
    is_table_row(said)
        && said.split('|').all(plain)
        && said.split('|').filter(known).count() + usize::from(cells > 3) >= cells
}

/// Whether a line is the head of a table whose columns blanks part: « Où    Qui    Quoi ».
fn heads_blanks(said: &str) -> bool {
    let cells = || said.split("  ").map(str::trim).filter(|cell| !cell.is_empty());
    let known = |cell: &str| COLUMNS.contains(&fold(cell).as_str());
    cells().count() > 2 && cells().filter(|cell| known(cell)).count() + 1 >= cells().count()
}

/// Marks the rows below a table's head: each tells of an initiative, whether it has a verb or not. Returns the head.
pub(super) fn find(text: &Text, list: &mut [Sign]) -> Option<usize> {
    let head = (0..list.len()).find(|at| heads_columns(said(text, *at)) || heads_blanks(said(text, *at)))?;
    let barred = is_table_row(said(text, head));
    let begins_with_place = |at: usize| {
        let words = text.words.within(&text.blocks.list[at].range);
        let first = within(&text.marks.places, &words).first();
        first.is_some_and(|place| place.words.start == words.start) && said(text, at).contains("  ")
    };
    let is_row = |at: &usize| {
        let line = said(text, *at);
        if barred {
            is_table_row(line) && !heads_columns(line)
        } else {
            begins_with_place(*at)
        }
    };
    let rows: Vec<usize> = (head + 1..list.len()).filter(is_row).collect();
    if rows.len() < SEVERAL {
        return None;
    }
    list[head].frame = true;
    for at in rows {
        let sign = &mut list[at];
        sign.evidence = true;
        sign.labelled = true;
        sign.frame = false;
        sign.press = false;
        sign.contact = false;
    }
    Some(head)
}
