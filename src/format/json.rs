//! JSON text and trees of plain values.
//!
//! Numbers of at most fifteen digits come back to the last bit, which is more than any amount or
//! coordinate has; a longer one may differ in its last bit, since the parser that never does would
//! weigh 8 kB more.

use std::cell::Cell;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};
use serde::ser::{Serialize, SerializeMap, SerializeSeq, Serializer};

use super::{limits, order};
use crate::domain::text;
use crate::domain::value::{Object, Value};

/// Why a file is not JSON that can be read, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JsonError {
    /// What is wrong.
    pub kind: JsonErrorKind,
    /// The line, from 1; 0 where it is about the file as a whole.
    pub line: usize,
    /// The column in bytes, from 1; 0 where it is about the file as a whole.
    pub column: usize,
}

/// What is wrong with a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum JsonErrorKind {
    /// There is nothing in it.
    Empty,
    /// It has more than [`limits::FILE_BYTES`].
    TooLarge,
    /// It is a zip archive, or an office document, which is one.
    Zip,
    /// It is a PDF.
    Pdf,
    /// It is a picture, a film or another binary file.
    NotText,
    /// It is a text, but not in UTF-8: of an old encoding, or broken on its way.
    NotUtf8,
    /// It is text in UTF-16, as some editors save it.
    Utf16,
    /// It is a web page: often the portal of a Wi-Fi network in place of the file.
    Html,
    /// It does not follow the rules of JSON: a comma too many, a number out of range, half of a
    /// surrogate pair.
    Syntax,
    /// It stops before its end.
    Incomplete,
    /// Values lie deeper in each other than [`limits::DEPTH`].
    TooDeep,
    /// There are more than [`limits::VALUES`] values or [`limits::FIELDS`] fields.
    TooMany,
    /// A name stands twice in one object, and nobody can tell which was meant.
    DuplicateName(String),
}

impl JsonError {
    const fn whole(kind: JsonErrorKind) -> Self {
        Self {
            kind,
            line: 0,
            column: 0,
        }
    }
}

impl fmt::Display for JsonError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?} at {}:{}", self.kind, self.line, self.column)
    }
}

impl std::error::Error for JsonError {}

/// The text of a file, without its byte-order mark.
///
/// # Errors
/// Where it is too large, no text in UTF-8, or recognisably something else than JSON.
pub fn decode(bytes: &[u8]) -> Result<&str, JsonError> {
    use JsonErrorKind::{Empty, Html, NotText, NotUtf8, Pdf, TooLarge, Utf16, Zip};
    let refuse = |kind| Err(JsonError::whole(kind));
    if bytes.len() > limits::FILE_BYTES {
        return refuse(TooLarge);
    }
    match bytes {
        [b'P', b'K', 3 | 5 | 7, ..] => return refuse(Zip),
        [b'%', b'P', b'D', b'F', ..] => return refuse(Pdf),
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] => return refuse(Utf16),
        // Without its mark, UTF-16 shows by the empty half of a first Latin character.
        [one, two, ..] if (*one == 0) != (*two == 0) => return refuse(Utf16),
        _ => {}
    }
    // Only what stands before a broken character says what a file was meant to be.
    let (text, broken) = match std::str::from_utf8(bytes) {
        Ok(text) => (text, false),
        Err(_) => (bytes.utf8_chunks().next().map_or("", |first| first.valid()), true),
    };
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    match text.trim_start().as_bytes().first() {
        Some(b'<') => refuse(Html),
        Some(b'{' | b'[') if broken => Err(JsonError {
            kind: NotUtf8,
            line: text.matches('\n').count() + 1,
            column: text.len() - text.rfind('\n').map_or(0, |end| end + 1) + 1,
        }),
        _ if broken => refuse(NotText),
        None => refuse(Empty),
        Some(_) => Ok(text),
    }
}

/// Parses a JSON text.
///
/// # Errors
/// Where the text is no JSON, holds a name twice in one object, or passes a limit: kind and place.
pub fn parse(text: &str) -> Result<Value, JsonError> {
    let text = decode(text.as_bytes())?;
    let progress = Progress {
        values: Cell::new(0),
        failure: Cell::new(None),
    };
    let mut source = serde_json::Deserializer::from_str(text);
    let tree = Tree {
        depth: 0,
        progress: &progress,
    };
    let read = tree
        .deserialize(&mut source)
        .and_then(|value| source.end().map(|()| value));
    read.map_err(|error| JsonError {
        kind: progress.failure.take().unwrap_or(if error.is_eof() {
            JsonErrorKind::Incomplete
        } else {
            JsonErrorKind::Syntax
        }),
        line: error.line(),
        column: error.column(),
    })
}

/// Writes a tree without blanks: for storage and for links.
#[must_use]
pub fn write(value: &Value) -> String {
    written(serde_json::to_string(&Written(value)))
}

/// Writes a tree with two blanks per level and a last line end: for files that people compare line
/// by line.
#[must_use]
pub fn write_pretty(value: &Value) -> String {
    let mut text = written(serde_json::to_string_pretty(&Written(value)));
    text.push('\n');
    text
}

/// Writes a tree so that equal trees give equal texts: names sorted, what is null left out. For
/// hashes.
#[must_use]
pub fn canonical(value: &Value) -> String {
    write(&sorted(value))
}

fn sorted(value: &Value) -> Value {
    match value {
        Value::List(list) => Value::List(list.iter().map(sorted).collect()),
        Value::Object(object) => {
            let fields: Vec<(&str, &Value)> = object.iter().filter(|(_, value)| !value.is_null()).collect();
            let names = order::by_name(fields.iter().map(|(name, _)| *name));
            let fields = names
                .into_iter()
                .map(|(name, position)| (name.to_owned(), sorted(fields[position].1)));
            Value::Object(fields.collect())
        }
        plain => plain.clone(),
    }
}

/// Numbers of a [`Value`] are finite and names are texts, so the writer has nothing to refuse; if it
/// did, an empty text is refused by every reader rather than taken for a document.
fn written(text: serde_json::Result<String>) -> String {
    debug_assert!(text.is_ok(), "a tree of values can always be written");
    // See above: nothing to refuse, and an empty text is refused by the next reader.
    text.unwrap_or_default()
}

/// How far the reading has come, and why it stopped: the parser's own error cannot carry it.
struct Progress {
    values: Cell<usize>,
    failure: Cell<Option<JsonErrorKind>>,
}

impl Progress {
    fn fail<E: serde::de::Error>(&self, kind: JsonErrorKind) -> E {
        self.failure.set(Some(kind));
        E::custom("limit")
    }
}

/// One value at some depth.
#[derive(Clone, Copy)]
struct Tree<'a> {
    depth: usize,
    progress: &'a Progress,
}

impl<'a> Tree<'a> {
    fn inside<E: serde::de::Error>(self) -> Result<Tree<'a>, E> {
        if self.depth == limits::DEPTH {
            return Err(self.progress.fail(JsonErrorKind::TooDeep));
        }
        Ok(Tree {
            depth: self.depth + 1,
            ..self
        })
    }
}

impl<'de> DeserializeSeed<'de> for Tree<'_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, source: D) -> Result<Value, D::Error> {
        let values = self.progress.values.get() + 1;
        self.progress.values.set(values);
        if values > limits::VALUES {
            return Err(self.progress.fail(JsonErrorKind::TooMany));
        }
        source.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Tree<'_> {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(Value::Bool(value))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Value, E> {
        Ok(Value::Int(number))
    }

    #[allow(
        clippy::cast_precision_loss,
        reason = "beyond i64, a number is approximate in every reader"
    )]
    fn visit_u64<E>(self, number: u64) -> Result<Value, E> {
        Ok(i64::try_from(number).map_or_else(|_| Value::number(number as f64), Value::Int))
    }

    fn visit_f64<E>(self, number: f64) -> Result<Value, E> {
        Ok(Value::number(number))
    }

    fn visit_str<E>(self, text: &str) -> Result<Value, E> {
        Ok(Value::text(text))
    }

    fn visit_string<E>(self, text: String) -> Result<Value, E> {
        Ok(Value::Text(text))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut source: A) -> Result<Value, A::Error> {
        let inside = self.inside()?;
        let mut list = Vec::new();
        while let Some(value) = source.next_element_seed(inside)? {
            list.push(value);
        }
        Ok(Value::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut source: A) -> Result<Value, A::Error> {
        let inside = self.inside()?;
        let mut fields: Vec<(String, Value)> = Vec::new();
        while let Some(name) = source.next_key::<String>()? {
            if fields.len() == limits::FIELDS {
                return Err(self.progress.fail(JsonErrorKind::TooMany));
            }
            let value = source.next_value_seed(inside)?;
            fields.push((name, value));
        }
        if let Some(name) = twice(&fields) {
            let name = text::clean_line(name).chars().take(limits::LINE).collect();
            return Err(self.progress.fail(JsonErrorKind::DuplicateName(name)));
        }
        Ok(Value::Object(fields.into_iter().collect()))
    }
}

/// A name that stands twice.
fn twice(fields: &[(String, Value)]) -> Option<&str> {
    let names = order::by_name(fields.iter().map(|(name, _)| name.as_str()));
    let (_, later) = *order::repeated(&names).first()?;
    Some(&fields[later].0)
}

/// A tree on its way to text.
struct Written<'a>(&'a Value);

impl Serialize for Written<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            Value::Null => to.serialize_unit(),
            Value::Bool(value) => to.serialize_bool(*value),
            Value::Int(number) => to.serialize_i64(*number),
            Value::Float(number) => to.serialize_f64(*number),
            Value::Text(text) => to.serialize_str(text),
            Value::List(list) => {
                let mut sequence = to.serialize_seq(Some(list.len()))?;
                for value in list {
                    sequence.serialize_element(&Written(value))?;
                }
                sequence.end()
            }
            Value::Object(object) => write_object(object, to),
        }
    }
}

fn write_object<S: Serializer>(object: &Object, to: S) -> Result<S::Ok, S::Error> {
    let mut map = to.serialize_map(Some(object.len()))?;
    for (name, value) in object.iter() {
        map.serialize_entry(name, &Written(value))?;
    }
    map.end()
}
