//! Editing what is proposed before it is accepted: the texts of a value, one by one.
//!
//! A title is one text; a contact has a label and a value, a measure a number and a unit. What is neither
//! (a list of communes, an identifier, a code) is accepted or refused, and edited in the form.

use crate::domain::change::{Path, Target, TargetKind, value_at};
use crate::domain::value::{Object, Value};
use crate::format::v1;
use crate::format::warning::Warnings;

/// The fields of an item that are edited here, in the order of the form.
const LEAVES: [&str; 12] = [
    "name", "label", "commune", "area", "value", "unit", "as_of", "what", "quantity", "until", "start", "end",
];

/// A text of a value that can be edited.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Leaf {
    /// The field of the value; empty where the value itself is the text.
    pub field: String,
    /// The text, or the number as a person writes it.
    pub text: String,
}

/// The texts of a value that can be edited; none where the form is the place for it.
#[must_use]
pub fn leaves(value: &Value) -> Vec<Leaf> {
    let leaf = |field: &str, value: &Value| {
        let text = match value {
            Value::Text(text) => text.clone(),
            Value::Int(number) => number.to_string(),
            Value::Float(number) => number.to_string().replace('.', ","),
            _ => return None,
        };
        Some(Leaf {
            field: field.to_owned(),
            text,
        })
    };
    match value {
        Value::Object(object) => LEAVES
            .iter()
            .chain(&["note"])
            .filter_map(|field| leaf(field, object.get(field)?))
            .collect(),
        value => leaf("", value).into_iter().collect(),
    }
}

/// A value with its texts edited, as it would be written; nothing where it would not be a value of that
/// field any more: an empty title, a number that is none, an address that cannot be one.
#[must_use]
pub fn edited(target: &Target, path: &Path, value: &Value, leaves: &[Leaf]) -> Option<Value> {
    let mut value = value.clone();
    for leaf in leaves {
        let old = match &value {
            Value::Object(object) => object.get(&leaf.field)?,
            own => own,
        };
        let new = match old {
            Value::Int(_) | Value::Float(_) => number(&leaf.text)?,
            _ => Value::text(leaf.text.trim()),
        };
        match &mut value {
            Value::Object(object) => object.set(&leaf.field, new),
            own => *own = new,
        }
    }
    match target.kind {
        TargetKind::Initiative => canonical(path, value),
        _ => Some(value).filter(|value| value.as_text() != Some("")),
    }
}

/// A number as a person writes it: « 1 600 », « 2,5 ».
fn number(text: &str) -> Option<Value> {
    let plain: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    // What is no number is told to the person, who still sees what they wrote.
    let number: f64 = plain.replace(',', ".").parse().ok()?;
    Some(Value::number(number)).filter(|number| !number.is_null())
}

/// The value as the strict writer writes it; nothing where the reader has to repair it.
fn canonical(path: &Path, value: Value) -> Option<Value> {
    let (field, item) = path.parts();
    let mut document = Object::new();
    document.set("id", "x");
    document.set("title", "x");
    let value = if item.is_some() {
        Value::List(vec![value])
    } else {
        value
    };
    document.set(field, value);
    let mut warnings = Warnings::new();
    let initiative = v1::decode_initiative(document, &mut warnings)?;
    let written = value_at(&v1::encode_initiative(&initiative), path).clone();
    (warnings.is_empty() && !written.is_null()).then_some(written)
}

#[cfg(test)]
mod tests {
    use super::{Leaf, edited, leaves};
    use crate::domain::change::{Path, Target, TargetKind};
    use crate::domain::id::Id;
    use crate::domain::value::Value;
    use crate::format::json;

    fn edit(path: &str, value: &str, answers: &[(&str, &str)]) -> Option<Value> {
        let target = Target {
            kind: TargetKind::Initiative,
            id: Id::parse("x").unwrap(),
        };
        let answers: Vec<Leaf> = answers
            .iter()
            .map(|(field, text)| Leaf {
                field: (*field).to_owned(),
                text: (*text).to_owned(),
            })
            .collect();
        edited(
            &target,
            &Path::parse(path).unwrap(),
            &json::parse(value).unwrap(),
            &answers,
        )
    }

    const CONTACT: &str = r#"{"id":"c","kind":"phone","value":"0321000000","label":"Mairie"}"#;
    const MEASURE: &str =
        r#"{"id":"m","kind":"produced","value":2.5,"unit":"tonnes","approximate":false,"as_of":null}"#;

    #[test]
    fn the_texts_of_a_value_are_what_can_be_edited() {
        let fields = |value: &str| -> Vec<String> {
            let leaves = leaves(&json::parse(value).unwrap());
            leaves
                .into_iter()
                .map(|leaf| [&leaf.field, "=", &leaf.text].concat())
                .collect()
        };
        assert_eq!(fields(r#""Masques""#), ["=Masques"]);
        assert_eq!(fields(CONTACT), ["label=Mairie", "value=0321000000"]);
        assert_eq!(fields(MEASURE), ["value=2,5", "unit=tonnes"]);
        assert!(fields(r#"["a","b"]"#).is_empty());
        assert!(fields("null").is_empty());
    }

    #[test]
    fn what_was_edited_is_a_value_of_its_field_or_nothing() {
        assert_eq!(
            edit("title", r#""Masques""#, &[("", " Masques lavables ")]),
            Some("Masques lavables".into())
        );
        assert_eq!(edit("title", r#""Masques""#, &[("", " ")]), None);
        let number = edit("measures/m", MEASURE, &[("value", "1 600,5")]).unwrap();
        assert_eq!(
            number.as_object().unwrap().get("value"),
            Some(&Value::Float(1600.5))
        );
        assert_eq!(edit("measures/m", MEASURE, &[("value", "beaucoup")]), None);
        let phone = edit("contacts/c", CONTACT, &[("value", "+33 3 21 00 00 09")]).unwrap();
        assert_eq!(phone.as_object().unwrap().text("value"), Some("0321000009"));
        assert_eq!(edit("contacts/c", CONTACT, &[("value", "demander à Paul")]), None);
    }
}
