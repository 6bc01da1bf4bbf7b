//! What a file is: its content tells, never its name.

use std::borrow::Cow;

use crate::domain::catalogue::Catalogue;
use crate::domain::value::Value;
use crate::format::backup::{Backup, read_backup};
use crate::format::contribution::{Contribution, read_contribution};
use crate::format::csv::{Mapping, Table};
use crate::format::handover::{Sealed, read_handover};
use crate::format::json::{self, JsonError, JsonErrorKind};
use crate::format::refusal::{Format, Refusal};
use crate::format::text_file;
use crate::format::v1::read_catalogue;
use crate::format::warning::{Reading, Warnings};

/// A file that could be read.
#[derive(Debug, Clone)]
pub struct Incoming {
    /// What is in it.
    pub content: Content,
    /// What was repaired or left out on the way.
    pub warnings: Warnings,
    /// How many entries of its main list could not be read, or stood there twice.
    pub unreadable: usize,
}

/// What is in a file.
#[allow(
    clippy::large_enum_variant,
    reason = "there is one at a time, never a list of them"
)]
#[derive(Debug, Clone)]
pub enum Content {
    /// A catalogue.
    Catalogue(Catalogue),
    /// Changes that someone made.
    Contribution(Contribution),
    /// Everything of a device.
    Backup(Backup),
    /// What another editor needs of a device, under a passphrase.
    Handover(Sealed),
}

/// What a person chose to import.
#[allow(
    clippy::large_enum_variant,
    reason = "there is one at a time, never a list of them"
)]
#[derive(Debug, Clone)]
pub enum Chosen {
    /// A file of this application.
    Whole(Incoming),
    /// A table, of whose columns a person says what they hold.
    Table(Table),
}

impl Chosen {
    /// Reads the bytes of a file.
    ///
    /// # Errors
    /// Where it is neither a file of this application nor a table, or cannot be read to its end.
    pub fn read(bytes: &[u8]) -> Result<Self, Refusal> {
        match table(bytes)? {
            Some(table) => Ok(Self::Table(table)),
            None => Incoming::read(bytes).map(Self::Whole),
        }
    }
}

/// A file as a table; nothing where it does not look like one, whatever else it is.
fn table(bytes: &[u8]) -> Result<Option<Table>, Refusal> {
    let not_text = JsonError {
        kind: JsonErrorKind::NotText,
        line: 0,
        column: 0,
    };
    let text = match json::decode(bytes) {
        Ok(text) if text.trim_start().starts_with(['{', '[']) => return Ok(None),
        Ok(text) => Cow::Borrowed(text),
        // Spreadsheets of western Windows still save in its code page, or in UTF-16.
        Err(error) if matches!(error.kind, JsonErrorKind::NotText | JsonErrorKind::Utf16) => {
            match text_file::decode(bytes) {
                Ok(text) => Cow::Owned(text),
                Err(text_file::NoText) => return Ok(None),
            }
        }
        // Whoever reads it as a file of ours says why it is none.
        Err(_) => return Ok(None),
    };
    match Table::recognise(&text) {
        Some(_) if text.contains('\0') => Err(Refusal::Json(not_text)),
        Some(table) => table.map(Some).map_err(Refusal::Table),
        None => Ok(None),
    }
}

impl Incoming {
    /// What the rows of a table tell of, on top of what is shown here.
    #[must_use]
    pub fn of_table(table: &Table, mapping: &Mapping, here: &Catalogue) -> Self {
        let Reading { value, warnings } = table.onto(here, mapping);
        Self {
            unreadable: warnings.refused(),
            content: Content::Catalogue(value),
            warnings,
        }
    }

    /// Reads the bytes of a file.
    ///
    /// # Errors
    /// Where it is nothing that this application writes, or of a newer version.
    pub fn read(bytes: &[u8]) -> Result<Self, Refusal> {
        let document = json::parse(json::decode(bytes)?)?;
        let listed = |name: &str| {
            let list = document.as_object().and_then(|object| object.get(name));
            list.and_then(Value::as_list).map_or(0, <[Value]>::len)
        };
        match Format::of(&document) {
            Format::Catalogue => {
                let listed = listed("initiatives");
                let Reading { value, warnings } = read_catalogue(document)?;
                Ok(Self {
                    unreadable: listed.saturating_sub(value.initiatives.len()),
                    content: Content::Catalogue(value),
                    warnings,
                })
            }
            Format::Contribution => {
                let listed = listed("changes");
                let Reading { value, warnings } = read_contribution(document)?;
                Ok(Self {
                    unreadable: listed.saturating_sub(value.changes.len()),
                    content: Content::Contribution(value),
                    warnings,
                })
            }
            Format::Backup => {
                let Reading { value, warnings } = read_backup(document)?;
                Ok(Self {
                    unreadable: warnings.refused(),
                    content: Content::Backup(value),
                    warnings,
                })
            }
            Format::Handover => {
                let Reading { value, warnings } = read_handover(document)?;
                Ok(Self {
                    unreadable: 0,
                    content: Content::Handover(value),
                    warnings,
                })
            }
            foreign @ Format::Foreign(_) => Err(Refusal::OtherFormat(foreign)),
        }
    }
}
