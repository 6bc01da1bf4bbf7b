//! A table as initiatives, on top of those that are here.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use super::cell::{Manner, Reader};
use super::columns::{COLUMNS, Column, Shape, named};
use super::table::{DELIMITERS, Rows, TableError, bare, with_plain_ends};
use super::write::{MARK, cell};
use crate::domain::catalogue::Catalogue;
use crate::domain::id::Id;
use crate::domain::initiative::Initiative;
use crate::domain::text::clean_line;
use crate::domain::value::{Object, Value};
use crate::format::publish::without_private;
use crate::format::v1::{decode_initiative, encode_initiative};
use crate::format::warning::{Reading, WarningKind, Warnings};
use crate::format::{json, limits};
use crate::i18n::Lang;

/// How many rows tell what stands between the cells.
const SAMPLE: usize = 20;

/// The rows of a file, of whose columns nothing is known yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    headings: Vec<String>,
    rows: Vec<Row>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Row {
    /// Its number in a spreadsheet, where the headings are the first.
    number: usize,
    cells: Vec<String>,
}

impl Table {
    /// Reads a text as a table; nothing where it does not look like one: its rows have several cells, most
    /// of them as many as the first, or the first one names columns that are known.
    ///
    /// # Errors
    /// Where it is a table that cannot be read to its end, or is past a limit.
    #[must_use]
    pub fn recognise(text: &str) -> Option<Result<Self, TableError>> {
        let text = text.strip_prefix(MARK).unwrap_or(text);
        let width = |delimiter: &u8| width(text, *delimiter);
        let mut best = DELIMITERS[0];
        for delimiter in DELIMITERS {
            if width(&delimiter) > width(&best) {
                best = delimiter;
            }
        }
        (width(&best) > 1).then(|| Self::read(text, best))
    }

    fn read(text: &str, delimiter: u8) -> Result<Self, TableError> {
        let mut source = Rows::new(text, delimiter);
        let mut headings = Vec::new();
        let mut rows = Vec::new();
        let mut values = 0;
        let mut number = 0;
        while let Some(cells) = source.next() {
            let cells = cells?;
            number += 1;
            // As many as a document of the same content has: a list stands in one cell.
            let listed = |cell: &String| cell.bytes().filter(|byte| matches!(byte, b'\n' | b'|')).count();
            values += cells.len() + cells.iter().map(listed).sum::<usize>();
            if cells.iter().all(|cell| cell.trim().is_empty()) {
                continue;
            }
            if headings.is_empty() {
                headings = cells;
                continue;
            }
            if rows.len() == limits::INITIATIVES || values > limits::VALUES {
                return Err(source.past_limit());
            }
            rows.push(Row { number, cells });
        }
        Ok(Self { headings, rows })
    }

    /// What stands over the columns, cleaned and no longer than a title.
    #[must_use]
    pub fn headings(&self) -> Vec<String> {
        let headings = self.headings.iter().map(|heading| shown(heading));
        headings.collect()
    }

    /// How many rows there are below the headings.
    #[must_use]
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there is no row below the headings.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The first texts in a column, for a person to see what it holds.
    #[must_use]
    pub fn samples(&self, column: usize, most: usize) -> Vec<String> {
        let cells = self.rows.iter().filter_map(|row| row.cells.get(column));
        let texts = cells.map(|cell| shown(cell)).filter(|text| !text.is_empty());
        texts.take(most).collect()
    }

    /// The initiatives that the rows tell of, as a catalogue of the site: those that are here with what the
    /// columns change, and new ones. A theme that is called like none here comes along.
    ///
    /// A row that lacks a title, holds more cells than there are columns or names an initiative a second
    /// time is left out with a warning that bears its number.
    #[must_use]
    pub fn onto(&self, here: &Catalogue, mapping: &Mapping) -> Reading<Catalogue> {
        let mut rows = Rowwise {
            known: here.initiatives.iter().map(|one| (&one.id, one)).collect(),
            manners: Lang::ALL.map(|lang| Manner::of(lang, &here.themes)),
            seen: BTreeSet::new(),
            mapping,
            width: self.headings.len(),
            reader: Reader {
                themes: here.themes.clone(),
                lang: &here.site.lang,
                warnings: Warnings::new(),
            },
        };
        let mut catalogue = Catalogue::new(here.site.clone());
        for row in &self.rows {
            let outer = rows.reader.warnings.enter("line", Some(row.number - 1));
            let read = rows.read(row);
            rows.reader.warnings.leave(outer);
            rows.reader.warnings.name_entry(None);
            rows.reader.warnings.refuse(usize::from(read.is_none()));
            catalogue.initiatives.extend(read);
        }
        let Reader { themes, warnings, .. } = rows.reader;
        catalogue.themes = themes;
        Reading {
            value: catalogue,
            warnings,
        }
    }
}

/// How many cells a row has with this between them: of the first row, if most of the others have as many or
/// its cells name known columns; else none.
fn width(text: &str, delimiter: u8) -> usize {
    let rows = Rows::new(text, delimiter).map_while(Result::ok); // What cannot be read is told of later.
    let rows = rows.filter(|row| !row.is_empty());
    let rows: Vec<Vec<String>> = rows.take(SAMPLE).collect();
    let Some((first, others)) = rows.split_first() else {
        return 0;
    };
    let alike = others.iter().filter(|row| row.len() == first.len()).count();
    let is_known = first.iter().filter(|heading| named(heading).is_some()).count() > 1;
    if is_known || (!others.is_empty() && alike * 2 > others.len()) {
        first.len()
    } else {
        0
    }
}

/// A text of the file as it is shown.
fn shown(text: &str) -> String {
    clean_line(text).chars().take(limits::LINE).collect()
}

/// What each column of a file holds: the place of one of [`COLUMNS`], or nothing that is taken over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mapping(Vec<Option<usize>>);

impl Mapping {
    /// What the headings say.
    #[must_use]
    pub fn guess(table: &Table) -> Self {
        let mut mapping = Self(vec![None; table.headings.len()]);
        for (place, heading) in table.headings.iter().enumerate() {
            let column = named(bare(heading));
            if column.is_none_or(|column| !mapping.0.contains(&Some(column))) {
                mapping.0[place] = column;
            }
        }
        mapping
    }

    /// What a column of the file holds.
    #[must_use]
    pub fn get(&self, place: usize) -> Option<usize> {
        self.0.get(place).copied().flatten()
    }

    /// Says what a column of the file holds; another one that held it holds nothing any more.
    pub fn set(&mut self, place: usize, column: Option<usize>) {
        for own in &mut self.0 {
            if column.is_some() && *own == column {
                *own = None;
            }
        }
        if let Some(own) = self.0.get_mut(place) {
            *own = column.filter(|column| *column < COLUMNS.len());
        }
    }

    /// Whether nothing is taken over.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.iter().all(Option::is_none)
    }

    /// Whether a column of the file holds what is called like that (`id`, `place.insee`).
    #[must_use]
    pub fn has(&self, name: &str) -> bool {
        let mut columns = self.0.iter().flatten();
        columns.any(|column| COLUMNS[*column].name == name)
    }
}

/// The reading of one row after another.
struct Rowwise<'a> {
    known: BTreeMap<&'a Id, &'a Initiative>,
    /// The ways in which an export may have told what is here.
    manners: [Manner<'a>; Lang::ALL.len()],
    seen: BTreeSet<Id>,
    mapping: &'a Mapping,
    width: usize,
    reader: Reader<'a>,
}

impl Rowwise<'_> {
    fn read(&mut self, row: &Row) -> Option<Initiative> {
        let too_many = row.cells.get(self.width..).unwrap_or(&[]);
        if too_many.iter().any(|cell| !cell.trim().is_empty()) {
            // A separator in a cell that nothing protects: the values stand under other headings.
            self.reader.warnings.push("", WarningKind::Unusable);
            return None;
        }
        let cells: Vec<(&Column, Cow<'_, str>)> = row
            .cells
            .iter()
            .enumerate()
            .filter_map(|(place, cell)| Some((&COLUMNS[self.mapping.get(place)?], with_plain_ends(cell))))
            .collect();
        let said = |name: &str| cells.iter().find(|(column, _)| column.name == name);
        let title = said("title").map_or_else(String::new, |(_, cell)| shown(bare(cell)));
        self.reader
            .warnings
            .name_entry((!title.is_empty()).then_some(title));
        let stated = said("id").and_then(|(_, cell)| self.stated_id(bare(cell).trim()));
        let known = stated.as_ref().and_then(|id| self.known.get(id)).copied();
        let mut document = match known {
            Some(known) => self.changed(known, &cells),
            None => self.fresh(&cells),
        };
        let id = stated.unwrap_or_else(|| {
            Id::derived(&["initiatives", &json::canonical(&Value::Object(document.clone()))])
        });
        if !self.seen.insert(id.clone()) {
            self.reader.warnings.push("id", WarningKind::Repeated);
            return None;
        }
        document.set("id", id.as_str());
        decode_initiative(document, &mut self.reader.warnings)
    }

    /// The identifier that a row states. One that is none becomes the one that any reader derives.
    fn stated_id(&mut self, text: &str) -> Option<Id> {
        if text.is_empty() {
            return None;
        }
        let id = Id::parse(text).unwrap_or_else(|| {
            self.reader.warnings.push("id", WarningKind::BadId);
            Id::derived(&["id", text])
        });
        Some(id)
    }

    /// What the cells tell of an initiative that is not here.
    fn fresh(&mut self, cells: &[(&Column, Cow<'_, str>)]) -> Object {
        let mut document = Object::new();
        for (column, cell) in cells {
            self.put(column, cell, &mut document);
        }
        document
    }

    /// What is here of an initiative, with what the cells change. Private contacts are in no file.
    fn changed(&mut self, known: &Initiative, cells: &[(&Column, Cow<'_, str>)]) -> Object {
        let before = encode_initiative(known);
        let hides = known.organiser.is_unnamed() || known.contacts.iter().any(|contact| !contact.public);
        let public = hides.then(|| encode_initiative(&without_private(known.clone())));
        let told = public.as_ref().unwrap_or(&before);
        let mut document = before.clone();
        for (column, text) in cells {
            let mut manners = self.manners.iter();
            let is_told = manners.any(|manner| cell(column, told, manner) == **text);
            if !is_told {
                self.put(column, text, &mut document);
            }
        }
        agree(&before, &mut document, cells);
        document
    }

    /// Puts what a cell says into a document.
    fn put(&mut self, column: &Column, cell: &str, document: &mut Object) {
        // Of a text, whoever reads the document takes away what surrounds it and is not typography.
        let text = match column.shape {
            Shape::Text | Shape::List(_) => bare(cell),
            _ => bare(cell).trim(),
        };
        match &column.shape {
            Shape::Id => {}
            Shape::List(list) => self.reader.read_list(list, text, document),
            shape => match column.name.split_once('.') {
                None => {
                    let value = self.reader.value(*shape, column.name, text);
                    document.set(column.name, value);
                }
                Some((outer, inner)) => {
                    let at = self.reader.warnings.enter(outer, None);
                    let value = self.reader.value(*shape, inner, text);
                    self.reader.warnings.leave(at);
                    let mut object = match document.take(outer) {
                        Some(Value::Object(object)) => object,
                        _ => Object::new(),
                    };
                    object.set(inner, value);
                    document.set(outer, object);
                }
            },
        }
    }
}

/// Takes out what told of another person or of another commune, and of which the row does not tell.
fn agree(before: &Object, document: &mut Object, cells: &[(&Column, Cow<'_, str>)]) {
    let differs = |outer: &str, inner: &str| {
        let said = |document: &Object| {
            let object = document.get(outer).and_then(Value::as_object);
            object.and_then(|object| object.get(inner)).cloned()
        };
        said(before) != said(document)
    };
    let mut gone: Vec<(&str, &str)> = Vec::new();
    if differs("organiser", "name") {
        gone.push(("organiser", "consent"));
    }
    if differs("place", "commune") || differs("place", "insee") {
        gone.extend(["insee", "postcode", "lat", "lon"].map(|part| ("place", part)));
    }
    for (outer, inner) in gone {
        let path = [outer, ".", inner].concat();
        let told = cells.iter().any(|(column, _)| column.name == path);
        if !told && let Some(Value::Object(mut object)) = document.take(outer) {
            object.take(inner);
            document.set(outer, object);
        }
    }
}
