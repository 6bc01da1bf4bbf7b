//! A tree of plain values: what a document is before anything is known of its meaning.
//!
//! Fields that this version does not know, and both sides of a change, are kept as such trees.

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
    /// the same value; one that is not finite becomes [`Value::Null`].
    #[must_use]
    pub fn number(number: f64) -> Self {
        if !number.is_finite() {
            return Self::Null;
        }
        #[allow(
            clippy::cast_possible_truncation,
            clippy::float_cmp,
            reason = "the range is checked, and only an exactly whole number converts"
        )]
        if number.abs() <= EXACT && number.trunc() == number {
            return Self::Int(number as i64);
        }
        Self::Float(number)
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
        let present = |object: &Self| object.0.iter().filter(|(_, value)| !value.is_null()).count();
        present(self) == present(other)
            && self
                .iter()
                .all(|(name, value)| value.is_null() || other.get(name) == Some(value))
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
    }

    #[test]
    fn numbers_are_finite_and_whole_ones_are_whole() {
        assert_eq!(Value::number(f64::NAN), Value::Null);
        assert_eq!(Value::number(f64::INFINITY), Value::Null);
        assert_eq!(Value::number(1600.0), Value::Int(1600));
        assert_eq!(Value::number(2.5), Value::Float(2.5));
    }
}
