//! A tree of plain values: what a document is before anything is known of its meaning.
//!
//! Fields that this version does not know, and both sides of a change, are kept as such trees.

use super::order;

/// A plain value. Numbers are never NaN or infinite: the constructors see to it.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum Value {
    /// Nothing; an absent field and a null one mean the same.
    #[default]
    Null,
    /// True or false.
    Bool(bool),
    /// A whole number.
    Int(i64),
    /// A number with a fraction, or one beyond the whole numbers; always finite.
    Float(f64),
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Value>),
    /// Named values.
    Object(Object),
}

/// The largest whole number that every reader of JSON keeps exact (2⁵³).
const EXACT: f64 = 9_007_199_254_740_992.0;

impl Value {
    /// A number. One that is whole and exact becomes an [`Value::Int`], so that `1.0` and `1` are
    /// the same value; one that is not finite becomes [`Value::Null`]. Any other keeps its first
    /// fifteen digits: those are what every writer and reader of JSON carries to the last bit, and a
    /// number that moved by a bit each time it is stored would be taken for somebody's change.
    #[must_use]
    pub fn number(number: f64) -> Self {
        if !number.is_finite() {
            return Self::Null;
        }
        whole(number).unwrap_or_else(|| {
            let number = fifteen_digits(number);
            whole(number).unwrap_or(Self::Float(number))
        })
    }

    /// A text.
    #[must_use]
    pub fn text(text: &str) -> Self {
        Self::Text(text.to_owned())
    }

    /// Whether there is nothing here.
    #[must_use]
    pub fn is_null(&self) -> bool {
        matches!(self, Self::Null)
    }

    /// Whether nothing is said here: an empty text, an empty list, an object of nothing else.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        match self {
            Self::Null => true,
            Self::Text(text) => text.is_empty(),
            Self::List(list) => list.is_empty(),
            Self::Object(object) => object.iter().all(|(_, value)| value.is_blank()),
            _ => false,
        }
    }

    /// The text, if it is one.
    #[must_use]
    pub fn as_text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The number, if it is one.
    #[must_use]
    pub fn as_number(&self) -> Option<f64> {
        match self {
            #[allow(clippy::cast_precision_loss, reason = "counts are far below 2⁵³")]
            Self::Int(number) => Some(*number as f64),
            Self::Float(number) => Some(*number),
            _ => None,
        }
    }

    /// The list, if it is one.
    #[must_use]
    pub fn as_list(&self) -> Option<&[Value]> {
        match self {
            Self::List(list) => Some(list),
            _ => None,
        }
    }

    /// The named values, if it is an object.
    #[must_use]
    pub fn as_object(&self) -> Option<&Object> {
        match self {
            Self::Object(object) => Some(object),
            _ => None,
        }
    }
}

/// A number as a whole one, if it is one and exact.
fn whole(number: f64) -> Option<Value> {
    #[allow(
        clippy::cast_possible_truncation,
        clippy::float_cmp,
        reason = "the range is checked, and only an exactly whole number converts"
    )]
    (number.abs() <= EXACT && number.trunc() == number).then_some(Value::Int(number as i64))
}

/// A number rounded to fifteen digits. One below 10⁻⁸ or from 10³⁷ on is left as it is: it measures
/// nothing that this catalogue tells of.
fn fifteen_digits(number: f64) -> f64 {
    /// The powers of ten that are exact.
    const POWERS: [f64; 23] = [
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17,
        1e18, 1e19, 1e20, 1e21, 1e22,
    ];
    let has_fifteen = |number: f64| (1e14..1e15).contains(&number.abs());
    if let Some(power) = POWERS.iter().find(|power| has_fifteen(number * **power)) {
        return (number * power).round() / power;
    }
    let power = POWERS.iter().find(|power| has_fifteen(number / **power));
    power.map_or(number, |power| (number / power).round() * power)
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::text(text)
    }
}

impl From<Object> for Value {
    fn from(object: Object) -> Self {
        Self::Object(object)
    }
}

/// Named values. The order in which they were given is kept for writing and means nothing: two
/// objects with the same names and values are equal.
#[derive(Debug, Clone, Default)]
pub struct Object(Vec<(String, Value)>);

impl Object {
    /// An object without fields.
    #[must_use]
    pub const fn new() -> Self {
        Self(Vec::new())
    }

    /// The value of a field, if it is there and not null.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Value> {
        let found = self.0.iter().find(|(field, _)| field == name);
        found.map(|(_, value)| value).filter(|value| !value.is_null())
    }

    /// The text of a field, if it is there and a text.
    #[must_use]
    pub fn text(&self, name: &str) -> Option<&str> {
        self.get(name).and_then(Value::as_text)
    }

    /// Sets a field, replacing an earlier value in its place.
    pub fn set(&mut self, name: &str, value: impl Into<Value>) {
        let value = value.into();
        match self.0.iter_mut().find(|(field, _)| field == name) {
            Some(slot) => slot.1 = value,
            None => self.0.push((name.to_owned(), value)),
        }
    }

    /// Adds a field that is known not to be there: a reader's and a writer's quick way.
    pub fn push(&mut self, name: impl Into<String>, value: impl Into<Value>) {
        self.0.push((name.into(), value.into()));
    }

    /// Takes a field out.
    pub fn take(&mut self, name: &str) -> Option<Value> {
        let index = self.0.iter().position(|(field, _)| field == name)?;
        Some(self.0.remove(index).1)
    }

    /// The fields in their order.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Value)> {
        self.0.iter().map(|(name, value)| (name.as_str(), value))
    }

    /// The fields that are not null.
    fn present(&self) -> Vec<&(String, Value)> {
        self.0.iter().filter(|(_, value)| !value.is_null()).collect()
    }

    /// How many fields there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is no field.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl PartialEq for Object {
    fn eq(&self, other: &Self) -> bool {
        let (one, two) = (self.present(), other.present());
        if one.len() != two.len() {
            return false;
        }
        let mut pairs = one.iter().zip(&two);
        if pairs.clone().all(|(one, two)| one.0 == two.0) {
            // The usual case: both were written by one hand.
            return pairs.all(|(one, two)| one.1 == two.1);
        }
        // By the order of names and not by searching each: a file may hold fifty thousand.
        let names = |fields: &[&(String, Value)]| {
            order::places(fields.len(), &mut |one, two| fields[one].0.cmp(&fields[two].0))
        };
        let mut pairs = names(&one).into_iter().zip(names(&two));
        pairs.all(|(own, others)| one[own] == two[others])
    }
}

impl FromIterator<(String, Value)> for Object {
    fn from_iter<I: IntoIterator<Item = (String, Value)>>(fields: I) -> Self {
        Self(fields.into_iter().collect())
    }
}

impl IntoIterator for Object {
    type Item = (String, Value);
    type IntoIter = std::vec::IntoIter<(String, Value)>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

#[cfg(test)]
mod tests {
    use super::{Object, Value};

    #[test]
    fn objects_are_equal_whatever_the_order_and_the_nulls() {
        let mut one = Object::new();
        one.set("a", Value::Int(1));
        one.set("b", "x");
        let mut two = Object::new();
        two.set("b", "x");
        two.set("c", Value::Null);
        two.set("a", Value::number(1.0));
        assert_eq!(one, two);
        two.set("a", Value::Int(2));
        assert_ne!(one, two);
        two.set("a", Value::Null);
        two.set("d", Value::Int(1));
        assert_ne!(one, two, "as many fields, but others");
    }

    #[test]
    fn numbers_are_finite_and_whole_ones_are_whole() {
        assert_eq!(Value::number(f64::NAN), Value::Null);
        assert_eq!(Value::number(f64::INFINITY), Value::Null);
        assert_eq!(Value::number(1600.0), Value::Int(1600));
        assert_eq!(Value::number(2.5), Value::Float(2.5));
    }

    #[test]
    fn a_number_keeps_the_digits_that_every_reader_carries() {
        for (number, kept) in [
            (0.1 + 0.2, 0.3),
            (-50.432_109_876_543_21, -50.432_109_876_543_2),
            (50.432_109_8, 50.432_109_8),
            (999_999_999_999.999_9, 1e12),
            (1e-300, 1e-300),
            (1.234_567_890_123_456_7e30, 1.234_567_890_123_46e30),
            (1.234_567_890_123_456_7e40, 1.234_567_890_123_456_7e40),
        ] {
            assert_eq!(Value::number(number).as_number(), Some(kept), "{number}");
        }
    }
}
