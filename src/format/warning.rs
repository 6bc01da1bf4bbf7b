//! What a lenient reading tells about itself: what was repaired, defaulted or dropped, and where.

use super::limits;

/// What was read, and what is to be said about it.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading<T> {
    /// What was read.
    pub value: T,
    /// What was repaired, defaulted or dropped on the way.
    pub warnings: Warnings,
}

/// One thing that was not as the format wants it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Warning {
    /// The place in the file: `initiatives[3].measures[0].value`.
    pub place: String,
    /// The title of the entry it is in, or else its identifier, for a person to find it by.
    pub entry: Option<String>,
    /// What was wrong.
    pub kind: WarningKind,
}

/// What was wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum WarningKind {
    /// A value is of another type than it should be (a list where a text belongs).
    WrongType,
    /// A number stood where a text belongs, or a text that reads as a number or a date in its place.
    Converted,
    /// A field that every file has is missing.
    Missing,
    /// An entry or item had no identifier.
    MissingId,
    /// An identifier holds characters that none may hold.
    BadId,
    /// An identifier stood twice, on different contents.
    DuplicateId,
    /// The same thing stood twice.
    Repeated,
    /// A date or instant that is none, or none of the calendar.
    BadDate,
    /// A number that is negative, out of range or none.
    BadNumber,
    /// A code (INSEE, postcode, department, language, colour) that is none.
    BadCode,
    /// A link whose scheme is not allowed, or that is none.
    BadLink,
    /// A telephone number, e-mail address or link of a contact that is none.
    BadContact,
    /// Control characters, or invisible ones that could make a text lie.
    Invisible,
    /// A change whose texts hold such characters: repaired, it would be another one.
    Concealed,
    /// A field that this version does not know, under a name that no change could carry.
    BadName,
    /// An entry without a title.
    NoTitle,
    /// An item without the one value that makes it (a measure without amount).
    NoValue,
    /// A text is longer than its limit.
    TooLong,
    /// A list is longer than its limit, or there are more unknown fields than that.
    TooMany,
    /// Values lie deeper in each other than the limit.
    TooDeep,
    /// A change or a stored text that is not whole, or against its rule.
    Unusable,
    /// An entry that a person asked to have removed.
    RemovedOnRequest,
}

/// What became of the thing that was wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Effect {
    /// It was mended, and nothing that it said is lost.
    Repaired,
    /// Its value was left out, or the usual one taken.
    Defaulted,
    /// The whole entry or item was left out.
    Dropped,
}

impl WarningKind {
    /// Every kind.
    pub const ALL: [Self; 22] = [
        Self::WrongType,
        Self::Converted,
        Self::Missing,
        Self::MissingId,
        Self::BadId,
        Self::DuplicateId,
        Self::Repeated,
        Self::BadDate,
        Self::BadNumber,
        Self::BadCode,
        Self::BadLink,
        Self::BadContact,
        Self::Invisible,
        Self::Concealed,
        Self::BadName,
        Self::NoTitle,
        Self::NoValue,
        Self::TooLong,
        Self::TooMany,
        Self::TooDeep,
        Self::Unusable,
        Self::RemovedOnRequest,
    ];

    /// What became of it.
    #[must_use]
    pub const fn effect(self) -> Effect {
        match self {
            Self::Converted
            | Self::MissingId
            | Self::BadId
            | Self::DuplicateId
            | Self::BadContact
            | Self::Invisible => Effect::Repaired,
            Self::WrongType
            | Self::Missing
            | Self::BadDate
            | Self::BadNumber
            | Self::BadCode
            | Self::BadLink => Effect::Defaulted,
            Self::Repeated
            | Self::Concealed
            | Self::BadName
            | Self::NoTitle
            | Self::NoValue
            | Self::TooLong
            | Self::TooMany
            | Self::TooDeep
            | Self::Unusable
            | Self::RemovedOnRequest => Effect::Dropped,
        }
    }

    /// A code for logs, tests and keys of translations: `bad-date`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::WrongType => "wrong-type",
            Self::Converted => "converted",
            Self::Missing => "missing",
            Self::MissingId => "missing-id",
            Self::BadId => "bad-id",
            Self::DuplicateId => "duplicate-id",
            Self::Repeated => "repeated",
            Self::BadDate => "bad-date",
            Self::BadNumber => "bad-number",
            Self::BadCode => "bad-code",
            Self::BadLink => "bad-link",
            Self::BadContact => "bad-contact",
            Self::Invisible => "invisible",
            Self::Concealed => "concealed",
            Self::BadName => "bad-name",
            Self::NoTitle => "no-title",
            Self::NoValue => "no-value",
            Self::TooLong => "too-long",
            Self::TooMany => "too-many",
            Self::TooDeep => "too-deep",
            Self::Unusable => "unusable",
            Self::RemovedOnRequest => "removed-on-request",
        }
    }
}

/// The warnings of one reading, and where the reading is.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Warnings {
    list: Vec<Warning>,
    omitted: usize,
    refused: usize,
    place: String,
    entry: Option<String>,
    past_limit: Option<String>,
}

impl Warnings {
    /// No warning yet, at the root of a file.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// The warnings, in the order of the file.
    #[must_use]
    pub fn list(&self) -> &[Warning] {
        &self.list
    }

    /// How many more there were than [`limits::WARNINGS`].
    #[must_use]
    pub fn omitted(&self) -> usize {
        self.omitted
    }

    /// Whether there is nothing to say.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// How many entries of the file's own lists were left out whole: initiatives, press releases,
    /// themes, changes.
    #[must_use]
    pub fn refused(&self) -> usize {
        self.refused
    }

    /// Counts entries that were left out whole.
    pub(super) fn refuse(&mut self, entries: usize) {
        self.refused += entries;
    }

    /// Says something about a field of the present place; an empty name means the place itself.
    pub(super) fn push(&mut self, field: &str, kind: WarningKind) {
        if self.list.len() == limits::WARNINGS {
            self.omitted += 1;
            return;
        }
        let place = self.place_of(field);
        self.list.push(Warning {
            place,
            entry: self.entry.clone(),
            kind,
        });
    }

    /// Says that a field passes a limit: the entry that it is in cannot be read.
    pub(super) fn push_limit(&mut self, field: &str, kind: WarningKind) {
        self.push(field, kind);
        if self.past_limit.is_none() {
            self.past_limit = Some(self.place_of(field));
        }
    }

    /// The place of the first limit that was passed since this was last asked.
    pub(super) fn take_limit(&mut self) -> Option<String> {
        self.past_limit.take()
    }

    /// Goes into a field, or into an item of it; gives what [`Warnings::leave`] wants back.
    pub(super) fn enter(&mut self, field: &str, index: Option<usize>) -> usize {
        let outer = self.place.len();
        if outer > 0 && !field.is_empty() {
            self.place.push('.');
        }
        self.place.push_str(field);
        if let Some(index) = index {
            self.place.push('[');
            self.place.push_str(&index.to_string());
            self.place.push(']');
        }
        outer
    }

    /// Comes back to where [`Warnings::enter`] was called.
    pub(super) fn leave(&mut self, outer: usize) {
        self.place.truncate(outer);
    }

    /// Names the entry that is being read.
    pub(super) fn name_entry(&mut self, entry: Option<String>) {
        self.entry = entry;
    }

    fn place_of(&self, field: &str) -> String {
        if self.place.is_empty() {
            return field.to_owned();
        }
        if field.is_empty() {
            return self.place.clone();
        }
        [self.place.as_str(), ".", field].concat()
    }
}
