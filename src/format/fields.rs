//! Reading one object field by field: every kind of value has one way to be read and repaired.
//!
//! Taking a field out of the object is what tells known fields from unknown ones: what is left at the
//! end is kept as it is.

use std::borrow::Cow;

use super::json;
use super::limits;
use super::warning::{WarningKind, Warnings};
use crate::domain::amount::Amount;
use crate::domain::change::Path;
use crate::domain::date::{Date, Timestamp};
use crate::domain::id::Id;
use crate::domain::link::Link;
use crate::domain::text;
use crate::domain::value::{Object, Value};

/// The fields of one object that are still to be read, at one place of the file.
pub(super) struct Fields<'w> {
    slots: Vec<Option<(String, Value)>>,
    /// Where the last field was found: files mostly keep the order of the contract, so the next one
    /// is mostly there.
    next: usize,
    outer: usize,
    pub(super) warnings: &'w mut Warnings,
}

impl<'w> Fields<'w> {
    /// The fields of an object at the present place.
    pub(super) fn new(object: Object, warnings: &'w mut Warnings) -> Self {
        let outer = warnings.enter("", None);
        Self::entered(object, outer, warnings)
    }

    /// The fields of an object that was taken out of a field.
    pub(super) fn within(name: &str, object: Object, warnings: &'w mut Warnings) -> Self {
        let outer = warnings.enter(name, None);
        Self::entered(object, outer, warnings)
    }

    /// The fields of an item of a list.
    pub(super) fn of_item(list: &str, index: usize, object: Object, warnings: &'w mut Warnings) -> Self {
        let outer = warnings.enter(list, Some(index));
        Self::entered(object, outer, warnings)
    }

    fn entered(object: Object, outer: usize, warnings: &'w mut Warnings) -> Self {
        Self {
            slots: object.into_iter().map(Some).collect(),
            next: 0,
            outer,
            warnings,
        }
    }

    /// Leaves the place; gives the fields that nobody asked for. A null one says nothing.
    pub(super) fn rest(mut self) -> Object {
        let unknown = self.unknown();
        self.warnings.leave(self.outer);
        unknown
    }

    /// Leaves the place of an entry and its name; gives the fields that nobody asked for.
    ///
    /// # Errors
    /// Where something in the entry passed a limit: the place of the first.
    pub(super) fn close(mut self) -> Result<Object, String> {
        let unknown = self.unknown();
        self.warnings.leave(self.outer);
        self.warnings.name_entry(None);
        self.warnings.take_limit().map_or(Ok(unknown), Err)
    }

    /// The fields that nobody asked for: kept as they are, but for what their texts conceal, and within
    /// limits, so that whatever was read can be stored, sent and read again.
    fn unknown(&mut self) -> Object {
        let fields = std::mem::take(&mut self.slots).into_iter().flatten();
        let fields: Vec<_> = fields.filter(|(_, value)| !value.is_null()).collect();
        if let Some((first, _)) = fields.get(limits::UNKNOWN_FIELDS) {
            self.warnings.push_limit(&shown(first), WarningKind::TooMany);
            return Object::new();
        }
        let mut kept = Vec::with_capacity(fields.len());
        for (name, value) in fields {
            if can_be_kept(&name) {
                let value = self.whole(&name, value, text::revealed, limits::UNKNOWN_DEPTH);
                kept.push((name, value));
            } else {
                self.warn(&shown(&name), WarningKind::BadName);
            }
        }
        kept.into_iter().collect()
    }

    /// Takes a field out, if it is there and not null.
    pub(super) fn take(&mut self, name: &str) -> Option<Value> {
        let count = self.slots.len();
        let found = (self.next..count).chain(0..self.next).find(|index| {
            self.slots[*index]
                .as_ref()
                .is_some_and(|(field, _)| field == name)
        })?;
        self.next = found + 1;
        let (_, value) = self.slots[found].take()?;
        (!value.is_null()).then_some(value)
    }

    /// Looks at a text without taking it.
    pub(super) fn peek(&self, name: &str) -> Option<&str> {
        let found = self.slots.iter().flatten().find(|(field, _)| field == name)?;
        found.1.as_text()
    }

    /// How many items a list has, read or not.
    pub(super) fn length(&self, name: &str) -> usize {
        let found = self.slots.iter().flatten().find(|(field, _)| field == name);
        found
            .and_then(|(_, value)| value.as_list())
            .map_or(0, <[Value]>::len)
    }

    pub(super) fn warn(&mut self, name: &str, kind: WarningKind) {
        self.warnings.push(name, kind);
    }

    /// A text as it was written, uncleaned; a number in its place is taken for one.
    fn raw(&mut self, name: &str) -> Option<String> {
        match self.take(name)? {
            Value::Text(text) => Some(text),
            value @ (Value::Int(_) | Value::Float(_)) => {
                self.warn(name, WarningKind::Converted);
                Some(json::write(&value))
            }
            _ => {
                self.warn(name, WarningKind::WrongType);
                None
            }
        }
    }

    /// A text, cleaned and bounded. Nearly every text is clean already and passes without a copy.
    fn cleaned(&mut self, name: &str, text: String, clean: fn(&str) -> Cow<'_, str>, limit: usize) -> String {
        let other = match clean(&text) {
            Cow::Borrowed(_) => None,
            Cow::Owned(other) => Some(other),
        };
        let text = match other {
            None => text,
            Some(other) => {
                if text::conceals(&text) {
                    self.warn(name, WarningKind::Invisible);
                }
                other
            }
        };
        // A character has a byte at least, so a text of few bytes need not be counted.
        if text.len() > limit && text::length(&text) > limit {
            self.warnings.push_limit(name, WarningKind::TooLong);
            return String::new();
        }
        text
    }

    /// A text on one line, cleaned; empty where there is none.
    pub(super) fn line(&mut self, name: &str) -> String {
        self.line_within(name, limits::LINE)
    }

    /// A text on one line that may be as long as a link.
    pub(super) fn long_line(&mut self, name: &str) -> String {
        self.line_within(name, limits::LINK)
    }

    fn line_within(&mut self, name: &str, limit: usize) -> String {
        // An absent text is an empty one; of one that is no text `raw` has warned.
        let text = self.raw(name).unwrap_or_default();
        self.cleaned(name, text, text::clean_line, limit)
    }

    /// The one text on one line that this object was made for.
    pub(super) fn into_line(mut self, name: &str) -> String {
        let line = self.line(name);
        self.rest();
        line
    }

    /// A text of paragraphs, cleaned; empty where there is none.
    pub(super) fn paragraphs(&mut self, name: &str) -> String {
        // As with a line: absent is empty, and anything else has its warning.
        let text = self.raw(name).unwrap_or_default();
        self.cleaned(name, text, text::clean_lines, limits::PARAGRAPHS)
    }

    /// A text that passes a check; one that does not is left out with a warning.
    pub(super) fn parsed<T>(
        &mut self,
        name: &str,
        otherwise: WarningKind,
        parse: impl FnOnce(&str) -> Option<T>,
    ) -> Option<T> {
        let text = self.long_line(name);
        if text.is_empty() {
            return None;
        }
        let parsed = parse(&text);
        if parsed.is_none() {
            self.warn(name, otherwise);
        }
        parsed
    }

    /// A code of an open vocabulary; any text is one.
    pub(super) fn code<T>(&mut self, name: &str, from_code: fn(&str) -> T) -> Option<T> {
        let code = self.line(name);
        (!code.is_empty()).then(|| from_code(&code))
    }

    pub(super) fn date(&mut self, name: &str) -> Option<Date> {
        self.parsed(name, WarningKind::BadDate, |text| {
            // An instant where a day belongs says the day too.
            Date::parse(text).or_else(|| Timestamp::parse(text).map(|instant| instant.date()))
        })
    }

    pub(super) fn timestamp(&mut self, name: &str) -> Option<Timestamp> {
        self.parsed(name, WarningKind::BadDate, Timestamp::parse)
    }

    pub(super) fn web_link(&mut self, name: &str) -> Option<Link> {
        self.parsed(name, WarningKind::BadLink, |text| {
            Link::from_typed(text).filter(Link::is_web)
        })
    }

    /// A number; a text that a person would read as one is taken for it.
    fn number(&mut self, name: &str) -> Option<f64> {
        let value = self.take(name)?;
        if let Some(number) = value.as_number() {
            return Some(number);
        }
        let read = value.as_text().and_then(Amount::parse);
        let kind = if read.is_some() {
            WarningKind::Converted
        } else {
            WarningKind::BadNumber
        };
        self.warn(name, kind);
        read.map(Amount::get)
    }

    pub(super) fn amount(&mut self, name: &str) -> Option<Amount> {
        let number = self.number(name)?;
        let amount = Amount::new(number);
        if amount.is_none() {
            self.warn(name, WarningKind::BadNumber);
        }
        amount
    }

    /// A whole number from 0 on.
    pub(super) fn count(&mut self, name: &str) -> Option<u32> {
        let number = self.number(name)?;
        #[allow(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "the range and the fraction are checked in the same line"
        )]
        let count =
            (number.fract() == 0.0 && (0.0..=f64::from(u32::MAX)).contains(&number)).then_some(number as u32);
        if count.is_none() {
            self.warn(name, WarningKind::BadNumber);
        }
        count
    }

    /// An angle in degrees, from `-limit` to `limit`.
    pub(super) fn degrees(&mut self, name: &str, limit: f64) -> Option<f64> {
        let number = self.number(name)?;
        let angle = (-limit..=limit).contains(&number).then_some(number);
        if angle.is_none() {
            self.warn(name, WarningKind::BadNumber);
        }
        angle
    }

    pub(super) fn flag(&mut self, name: &str) -> Option<bool> {
        let value = self.take(name)?;
        if let Value::Bool(flag) = value {
            return Some(flag);
        }
        self.warn(name, WarningKind::WrongType);
        None
    }

    /// Whether something may be published: yes unless the file says otherwise. An answer that is
    /// neither yes nor no is a no, since what was published cannot be taken back.
    pub(super) fn is_public(&mut self, name: &str) -> bool {
        match self.take(name) {
            None => true,
            Some(Value::Bool(public)) => public,
            Some(_) => {
                self.warn(name, WarningKind::WrongType);
                false
            }
        }
    }

    /// The identifier of something: one that breaks the rule becomes the one that its own definition
    /// becomes too, so that references still meet.
    pub(super) fn reference(&mut self, name: &str) -> Option<Id> {
        let text = self.raw(name).filter(|text| !text.is_empty())?;
        Some(self.id_from(name, &text))
    }

    pub(super) fn id_from(&mut self, name: &str, text: &str) -> Id {
        Id::parse(text).unwrap_or_else(|| {
            self.warn(name, WarningKind::BadId);
            Id::derived(&["id", text])
        })
    }

    /// The fields of an object inside this one; none where it is missing.
    pub(super) fn object(&mut self, name: &str) -> Fields<'_> {
        let object = self.plain_object(name);
        Fields::within(name, object, self.warnings)
    }

    fn plain_object(&mut self, name: &str) -> Object {
        match self.take(name) {
            None => Object::new(),
            Some(Value::Object(object)) => object,
            Some(_) => {
                self.warn(name, WarningKind::WrongType);
                Object::new()
            }
        }
    }

    /// An object that is kept as it is, but for its texts, which are cleaned.
    pub(super) fn tree(&mut self, name: &str) -> Object {
        let object = self.plain_object(name);
        self.tidy_object(name, object)
    }

    /// Texts by language, or by language and field: `levels` of objects, then texts. Anything else in
    /// them is left out.
    pub(super) fn texts(&mut self, name: &str, levels: usize) -> Object {
        let object = self.plain_object(name);
        let object = self.only_texts(name, object, levels);
        self.tidy_object(name, object)
    }

    fn only_texts(&mut self, name: &str, object: Object, levels: usize) -> Object {
        let mut kept = Vec::with_capacity(object.len());
        for (key, value) in object {
            match value {
                Value::Text(_) if levels == 1 => kept.push((key, value)),
                Value::Object(inner) if levels > 1 => {
                    let inner = self.only_texts(name, inner, levels - 1);
                    kept.push((key, Value::Object(inner)));
                }
                Value::Null => {}
                _ => self.warn(name, WarningKind::WrongType),
            }
        }
        kept.into_iter().collect()
    }

    fn tidy_object(&mut self, name: &str, object: Object) -> Object {
        match self.tidy(name, Value::Object(object)) {
            Value::Object(object) => object,
            _ => Object::new(),
        }
    }

    /// Cleans every text in a tree.
    pub(super) fn tidy(&mut self, name: &str, value: Value) -> Value {
        self.whole(name, value, text::clean_lines, limits::UNKNOWN_DEPTH)
    }

    /// A tree of any shape: its texts cleaned and bounded, and no deeper than the levels that are left.
    fn whole(&mut self, name: &str, value: Value, clean: fn(&str) -> Cow<'_, str>, levels: usize) -> Value {
        match value {
            Value::Text(text) => Value::Text(self.cleaned(name, text, clean, limits::PARAGRAPHS)),
            Value::List(_) | Value::Object(_) if levels == 0 => {
                self.warnings.push_limit(name, WarningKind::TooDeep);
                Value::Null
            }
            Value::List(list) => {
                let inside = |value| self.whole(name, value, clean, levels - 1);
                Value::List(list.into_iter().map(inside).collect())
            }
            Value::Object(object) => {
                let inside = |(field, value)| (field, self.whole(name, value, clean, levels - 1));
                Value::Object(object.into_iter().map(inside).collect())
            }
            plain => plain,
        }
    }
}

/// Whether a field that this version does not know can be kept: its name is a path of a change, and
/// not the one that takes a document out.
fn can_be_kept(name: &str) -> bool {
    name == "id" || (name != Path::REMOVED && Path::parse(name).is_some())
}

/// A field's name as it stands in a place of the file; one in which there is nothing to see, as a pair
/// of quotation marks.
fn shown(name: &str) -> String {
    match &*text::clean_line(name) {
        "" => "\"\"".to_owned(),
        name => name.chars().take(Path::MAX).collect(),
    }
}
