//! Rows of cells as text, in the way of RFC 4180 and of what spreadsheets make of it.
//!
//! Own code and no library: a hundred lines that say the row and bound each part before it is kept weigh
//! 1 kB where the usual crate weighs twenty; the tests hold them against that crate.

use std::borrow::Cow;

use super::super::limits;

/// What may stand between two cells, the likeliest first.
pub(super) const DELIMITERS: [u8; 3] = [b';', b'\t', b','];

/// Why a text is no table that can be read, and where.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TableError {
    /// What is wrong.
    pub kind: TableErrorKind,
    /// The line of the text, from 1.
    pub line: usize,
}

/// What is wrong with a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TableErrorKind {
    /// A quotation mark opens a cell and none closes it.
    Unclosed,
    /// There are more rows, columns or cells than the limits allow.
    TooMany,
}

/// The rows of a text, one after another. A row without a cell is an empty line.
pub(super) struct Rows<'a> {
    text: &'a str,
    at: usize,
    /// Where the row that was read last begins.
    begin: usize,
    delimiter: u8,
}

impl<'a> Rows<'a> {
    pub(super) const fn new(text: &'a str, delimiter: u8) -> Self {
        Self {
            text,
            at: 0,
            begin: 0,
            delimiter,
        }
    }

    fn byte(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// The text up to the end of a cell that no quotation mark protects.
    fn bare(&mut self) -> &'a str {
        let rest = &self.text[self.at..];
        let ends = |byte: &u8| *byte == self.delimiter || matches!(byte, b'\n' | b'\r');
        let end = rest.as_bytes().iter().position(ends).unwrap_or(rest.len());
        self.at += end;
        &rest[..end]
    }

    /// One cell. What stands behind the closing quotation mark is kept, as spreadsheets keep it.
    fn cell(&mut self) -> Result<String, TableError> {
        if self.byte() != Some(b'"') {
            return Ok(self.bare().to_owned());
        }
        let begin = self.at;
        self.at += 1;
        let mut cell = String::new();
        loop {
            let rest = &self.text[self.at..];
            let Some(end) = rest.find('"') else {
                return Err(self.error(TableErrorKind::Unclosed, begin));
            };
            cell.push_str(&rest[..end]);
            self.at += end + 1;
            if self.byte() != Some(b'"') {
                break;
            }
            cell.push('"');
            self.at += 1;
        }
        cell.push_str(self.bare());
        Ok(cell)
    }

    fn row(&mut self) -> Result<Vec<String>, TableError> {
        let mut row = Vec::new();
        if !matches!(self.byte(), Some(b'\n' | b'\r')) {
            loop {
                if row.len() == limits::COLUMNS {
                    return Err(self.past_limit());
                }
                row.push(self.cell()?);
                if self.byte() != Some(self.delimiter) {
                    break;
                }
                self.at += 1;
            }
        }
        let end = &self.text[self.at..];
        self.at += if end.starts_with("\r\n") {
            2
        } else {
            usize::from(!end.is_empty())
        };
        Ok(row)
    }

    fn error(&self, kind: TableErrorKind, at: usize) -> TableError {
        let line = self.text[..at].matches('\n').count() + 1;
        TableError { kind, line }
    }

    /// That the last row is more than the limits allow.
    pub(super) fn past_limit(&self) -> TableError {
        self.error(TableErrorKind::TooMany, self.begin)
    }
}

impl Iterator for Rows<'_> {
    type Item = Result<Vec<String>, TableError>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.at == self.text.len() {
            return None;
        }
        self.begin = self.at;
        let row = self.row();
        if row.is_err() {
            self.at = self.text.len();
        }
        Some(row)
    }
}

/// Writes a row, its end included.
pub(super) fn write_row<'a>(to: &mut String, cells: impl IntoIterator<Item = &'a str>, delimiter: char) {
    for (place, cell) in cells.into_iter().enumerate() {
        if place > 0 {
            to.push(delimiter);
        }
        // Whatever any program takes for the end of a cell is protected, whatever ends one here.
        if cell.contains(['"', ';', ',', '\t', '\n', '\r']) {
            to.push('"');
            to.push_str(&cell.replace('"', "\"\""));
            to.push('"');
        } else {
            to.push_str(cell);
        }
    }
    to.push_str("\r\n");
}

/// What a spreadsheet takes for the beginning of a formula, the wide forms of East Asian keyboards too.
const FORMULA: [char; 11] = [
    '=', '+', '-', '@', '\t', '\r', '\n', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}',
];

/// Whether a cell begins a formula behind any number of apostrophes.
fn begins_formula(cell: &str) -> bool {
    cell.trim_start_matches('\'').starts_with(FORMULA)
}

/// A text as a cell that no spreadsheet takes for a formula: one that could be begins with an apostrophe.
/// One that begins with apostrophes already and then like a formula gets another, so that [`bare`] can
/// always tell which one was put there.
pub(super) fn proof(text: String) -> String {
    if begins_formula(&text) {
        ["'", &text].concat()
    } else {
        text
    }
}

/// The text that a cell was made of: the way back of [`proof`].
pub(super) fn bare(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(text) if begins_formula(text) => text,
        _ => cell,
    }
}

/// A cell with line ends as they are written here: programs write them in either way.
pub(super) fn with_plain_ends(cell: &str) -> Cow<'_, str> {
    if cell.contains('\r') {
        Cow::Owned(cell.replace("\r\n", "\n").replace('\r', "\n"))
    } else {
        Cow::Borrowed(cell)
    }
}

#[cfg(test)]
mod tests {
    use super::{Rows, TableErrorKind, bare, proof, write_row};

    fn rows(text: &str, delimiter: u8) -> Vec<Vec<String>> {
        Rows::new(text, delimiter).map(Result::unwrap).collect()
    }

    #[test]
    fn cells_are_read_as_spreadsheets_write_them() {
        for (text, expected) in [
            ("a;b\nc;d", vec![vec!["a", "b"], vec!["c", "d"]]),
            ("a;b\r\nc;d\r\n", vec![vec!["a", "b"], vec!["c", "d"]]),
            ("a;b\rc;", vec![vec!["a", "b"], vec!["c", ""]]),
            ("\"a;\nb\";\"\"\"c\"\"\"", vec![vec!["a;\nb", "\"c\""]]),
            ("\"a\"b;c\"d", vec![vec!["ab", "c\"d"]]),
            ("a\n\n;\n", vec![vec!["a"], vec![], vec!["", ""]]),
            ("", vec![]),
        ] {
            assert_eq!(rows(text, b';'), expected, "{text:?}");
        }
    }

    #[test]
    fn a_cell_that_is_never_closed_is_told_with_its_line() {
        let error = Rows::new("a;b\n\"c\nd", b';').nth(1).unwrap().unwrap_err();
        assert_eq!((error.kind, error.line), (TableErrorKind::Unclosed, 2));
    }

    #[test]
    fn what_is_written_is_read() {
        let row = ["a;b", "c,d", "e\tf", "g\"h", "i\nj", "", " k "];
        for delimiter in [';', ',', '\t'] {
            let mut text = String::new();
            write_row(&mut text, row, delimiter);
            let delimiter = u8::try_from(delimiter).unwrap();
            assert_eq!(rows(&text, delimiter), [row], "{text:?}");
        }
    }

    #[test]
    fn no_cell_is_a_formula_and_each_comes_back() {
        for (text, cell) in [
            ("=1+1", "'=1+1"),
            ("'=1+1", "''=1+1"),
            ("''@x", "'''@x"),
            ("+33", "'+33"),
            ("-a", "'-a"),
            ("\tx", "'\tx"),
            ("\u{ff1d}x", "'\u{ff1d}x"),
            ("'80", "'80"),
            ("a=b", "a=b"),
            ("'", "'"),
            ("", ""),
        ] {
            assert_eq!(proof(text.to_owned()), cell);
            assert_eq!(bare(cell), text);
        }
    }
}
