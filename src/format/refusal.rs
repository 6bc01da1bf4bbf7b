//! Why a file cannot be read at all.

use super::csv::TableError;
use super::json::JsonError;
use crate::domain::text;
use crate::domain::value::Value;

/// Why a file cannot be read at all. The state before it is untouched.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// It is no JSON.
    Json(JsonError),
    /// It is a table that cannot be read to its end.
    Table(TableError),
    /// It is another kind of file than the one asked for.
    OtherFormat(Format),
    /// It was written by a newer version of the application; the version that it gives.
    NewerVersion(i64),
    /// It has a catalogue's shape but does not say which site it belongs to.
    NoSite,
    /// It is the empty catalogue that a new site begins with: nobody has filled it in yet.
    Blank,
    /// A value that nothing can be read without is missing or unusable; its place.
    Unusable(String),
    /// It was cut or changed on its way.
    Damaged,
    /// A text or list of the file itself is past its limit; its place.
    PastLimit(String),
}

impl From<JsonError> for Refusal {
    fn from(error: JsonError) -> Self {
        Self::Json(error)
    }
}

/// What a file says that it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Format {
    /// A catalogue.
    Catalogue,
    /// Changes on their way to an editor.
    Contribution,
    /// Everything of one device.
    Backup,
    /// What another editor needs of a device, under a passphrase.
    Handover,
    /// JSON of something else; what its `format` says, if it is a text.
    Foreign(Option<String>),
}

impl Format {
    /// What a document says that it is: content decides, never a file's name.
    #[must_use]
    pub fn of(document: &Value) -> Self {
        let said = document.as_object().and_then(|object| object.text("format"));
        match said {
            Some("solidaire-catalogue") => Self::Catalogue,
            Some("solidaire-contribution") => Self::Contribution,
            Some("solidaire-backup") => Self::Backup,
            Some("solidaire-handover") => Self::Handover,
            // Whatever a stranger's file calls itself stands in a sentence of ours.
            other => Self::Foreign(other.map(|text| text::clean_line(text).chars().take(80).collect())),
        }
    }

    /// The name that a file of this kind carries under `format`; nothing for a foreign one.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Catalogue => "solidaire-catalogue",
            Self::Contribution => "solidaire-contribution",
            Self::Backup => "solidaire-backup",
            Self::Handover => "solidaire-handover",
            Self::Foreign(_) => "",
        }
    }
}

/// The version of all formats.
pub const VERSION: i64 = 1;
