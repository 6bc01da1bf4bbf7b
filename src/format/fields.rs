//! Reading one object field by field: every kind of value has one way to be read and repaired.
//!
//! Taking a field out of the object is what tells known fields from unknown ones: what is left at the
//! end is kept as it is.

use std::borrow::Cow;

use super::json;
use super::warning::{WarningKind, Warnings};
use super::{limits, order};
use crate::domain::amount::Amount;
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

/// One entry of a list whose entries have identifiers, unique in the list.
pub(super) struct Entry {
    /// Its place in the file's list.
    pub(super) index: usize,
    pub(super) id: Id,
    /// Everything but the identifier.
    pub(super) object: Object,
}

impl<'w> Fields<'w> {
    /// The fields of an object at the present place.
    pub(super) fn new(object: Object, warnings: &'w mut Warnings) -> Self {
        let outer = warnings.enter("", None);
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
    pub(super) fn rest(self) -> Object {
        self.warnings.leave(self.outer);
        let unknown = self.slots.into_iter().flatten();
        unknown.filter(|(_, value)| !value.is_null()).collect()
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
                if hides(&text) {
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

    fn id_from(&mut self, name: &str, text: &str) -> Id {
        Id::parse(text).unwrap_or_else(|| {
            self.warn(name, WarningKind::BadId);
            Id::derived(&["id", text])
        })
    }

    /// The fields of an object inside this one; none where it is missing.
    pub(super) fn object(&mut self, name: &str) -> Fields<'_> {
        let object = self.plain_object(name);
        let outer = self.warnings.enter(name, None);
        Fields::entered(object, outer, self.warnings)
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
        let tidy = |(key, value)| (key, self.tidy(name, value));
        object.into_iter().map(tidy).collect()
    }

    /// Cleans every text in a tree.
    pub(super) fn tidy(&mut self, name: &str, value: Value) -> Value {
        match value {
            Value::Text(text) => Value::Text(self.cleaned(name, text, text::clean_lines, limits::PARAGRAPHS)),
            Value::List(list) => Value::List(list.into_iter().map(|value| self.tidy(name, value)).collect()),
            Value::Object(object) => Value::Object(self.tidy_object(name, object)),
            plain => plain,
        }
    }

    /// A list within its limit.
    pub(super) fn list(&mut self, name: &str, limit: usize) -> Vec<Value> {
        match self.take(name) {
            None => Vec::new(),
            Some(Value::List(list)) if list.len() > limit => {
                self.warnings.push_limit(name, WarningKind::TooMany);
                Vec::new()
            }
            Some(Value::List(list)) => list,
            Some(_) => {
                self.warn(name, WarningKind::WrongType);
                Vec::new()
            }
        }
    }

    /// A list of objects that have no identifier.
    pub(super) fn objects(&mut self, name: &str, limit: usize) -> Vec<(usize, Object)> {
        let mut objects = Vec::new();
        for (index, value) in self.list(name, limit).into_iter().enumerate() {
            match value {
                Value::Object(object) => objects.push((index, object)),
                _ => self.warn_item(name, index, "", WarningKind::NoValue),
            }
        }
        objects
    }

    /// A list of objects with identifiers. A missing identifier is derived from the content, so that
    /// two devices agree on it; of two that are alike, one is left out; the second of two that claim
    /// one identifier gets another, derived from its content too.
    pub(super) fn entries(&mut self, name: &str, limit: usize) -> Vec<Entry> {
        let mut entries: Vec<Entry> = Vec::new();
        for (index, mut object) in self.objects(name, limit) {
            let written = match object.take("id") {
                Some(Value::Text(text)) => text,
                Some(number @ Value::Int(_)) => json::write(&number),
                _ => String::new(),
            };
            let outer = self.warnings.enter(name, Some(index));
            let id = if written.is_empty() {
                self.warn("id", WarningKind::MissingId);
                content_id(name, &object)
            } else {
                self.id_from("id", &written)
            };
            self.warnings.leave(outer);
            entries.push(Entry { index, id, object });
        }
        self.without_duplicates(name, entries)
    }

    /// Gives the second of two that claim one identifier another, and leaves out what stands twice. A
    /// new identifier could be taken as well, so the second round leaves out what is left.
    fn without_duplicates(&mut self, name: &str, mut entries: Vec<Entry>) -> Vec<Entry> {
        for renames in [true, false] {
            let names = order::by_name(entries.iter().map(|entry| entry.id.as_str()));
            let repeated = order::repeated(&names);
            if repeated.is_empty() {
                break;
            }
            let mut left_out = vec![false; entries.len()];
            for (first, later) in repeated {
                let index = entries[later].index;
                if !renames || entries[first].object == entries[later].object {
                    self.warn_item(name, index, "", WarningKind::Repeated);
                    left_out[later] = true;
                } else {
                    self.warn_item(name, index, "id", WarningKind::DuplicateId);
                    let content = content_id(name, &entries[later].object);
                    entries[later].id =
                        Id::derived(&["duplicate", entries[later].id.as_str(), content.as_str()]);
                }
            }
            let mut left_out = left_out.into_iter();
            entries.retain(|_| left_out.next() != Some(true));
        }
        entries
    }

    /// Says something about an item of a list, or about a field of it.
    pub(super) fn warn_item(&mut self, list: &str, index: usize, field: &str, kind: WarningKind) {
        let outer = self.warnings.enter(list, Some(index));
        self.warnings.push(field, kind);
        self.warnings.leave(outer);
    }
}

fn content_id(list: &str, object: &Object) -> Id {
    Id::derived(&[list, &json::canonical(&Value::Object(object.clone()))])
}

/// Whether a text holds characters that cleaning takes out, other than blanks and line ends.
fn hides(text: &str) -> bool {
    text.chars()
        .any(|c| text::is_invisible(c) || (c.is_control() && !matches!(c, '\n' | '\r' | '\t')))
}
