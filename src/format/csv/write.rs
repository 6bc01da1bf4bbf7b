//! Initiatives as the text of a table.

use super::cell::Manner;
use super::columns::{COLUMNS, Column, Shape};
use super::lines::written_list;
use super::table::{proof, write_row};
use crate::domain::catalogue::Catalogue;
use crate::domain::value::{Object, Value};
use crate::format::v1::encode_initiative;
use crate::i18n::Lang;

/// The byte-order mark, by which spreadsheets know UTF-8.
pub(super) const MARK: char = '\u{feff}';

/// The initiatives of a catalogue as a table, in the manner of a language's spreadsheets. What may leave the
/// device is decided before, by [`publishable`](crate::format::publish::publishable).
#[must_use]
pub fn write(catalogue: &Catalogue, lang: Lang) -> String {
    let delimiter = match lang {
        Lang::Fr => ';',
        Lang::En => ',',
    };
    let manner = Manner::of(lang, &catalogue.themes);
    let mut text = String::from(MARK);
    let headings = COLUMNS.iter().map(|column| lang.text(column.heading));
    write_row(&mut text, headings, delimiter);
    for initiative in &catalogue.initiatives {
        let document = encode_initiative(initiative);
        let cells: Vec<String> = COLUMNS
            .iter()
            .map(|column| cell(column, &document, &manner))
            .collect();
        write_row(&mut text, cells.iter().map(String::as_str), delimiter);
    }
    text
}

/// The cell of a column.
pub(super) fn cell(column: &Column, document: &Object, manner: &Manner) -> String {
    match &column.shape {
        Shape::List(list) => proof(written_list(list, document, manner)),
        Shape::Number => manner.written(column.shape, value_in(document, column.name)),
        shape => proof(manner.written(*shape, value_in(document, column.name))),
    }
}

/// The value at a path of one or two names.
fn value_in<'a>(document: &'a Object, path: &str) -> &'a Value {
    let found = match path.split_once('.') {
        Some((outer, inner)) => document
            .get(outer)
            .and_then(Value::as_object)
            .and_then(|object| object.get(inner)),
        None => document.get(path),
    };
    found.unwrap_or(&Value::Null)
}
