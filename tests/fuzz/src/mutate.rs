//! New input out of a corpus: bytes damaged, and documents whose values are exchanged.

use bench::random::Random;
use solidaire::domain::value::{Object, Value};
use solidaire::format::json;

/// The bytes of an input at most: a reader must be quick on all of them.
const LARGEST: usize = 64 * 1024;

/// Pieces that readers stumble over.
const PIECES: &[&str] = &[
    "null",
    "true",
    "[]",
    "{}",
    "\"\"",
    "-1",
    "1e999",
    "-0",
    "1e-400",
    "9007199254740993",
    "0.1234567890123456789",
    "\\ud800",
    "\\udc00",
    "\\u0000",
    "\\u202e",
    "\u{202e}",
    "\u{200d}",
    "\u{feff}",
    "\u{0}",
    "\u{2028}",
    "\u{e0041}",
    "\"id\":",
    "\"removed\":",
    "\"__proto__\":",
    "\"title\":",
    ",",
    ":",
    "\"",
    "\\",
    "{",
    "}",
    "[",
    "]",
    "\n",
    "\r\n",
    "../",
    "%2e%2e",
    "javascript:",
    "https://",
    ";",
    "\t",
    "'=",
    " | ",
    "#p=",
    "solidaire-catalogue",
    "solidaire-backup",
    "é",
    "œ",
    "&",
    "<",
];

/// Texts that stand where another one stood.
const TEXTS: &[&str] = &[
    "",
    " ",
    "a",
    "x-1",
    "../x",
    "__proto__",
    "removed",
    "request",
    "initiative",
    "site",
    "javascript:alert(1)",
    "https://ville.fr",
    "a@b.fr",
    "03 21 72 78 00",
    "2026-02-30",
    "2026-11-25",
    "2026-11-25T10:00:00Z",
    "62548",
    "web",
    "phone",
    "draft",
    "published",
    "individual",
    "1 600",
    "a\u{202e}b",
    "\u{200d}",
    "\u{a0}",
    "Un\n\n\nDeux",
];

/// Names that a field gets.
const NAMES: &[&str] = &[
    "id",
    "title",
    "removed",
    "measures",
    "needs",
    "contacts",
    "value",
    "kind",
    "place",
    "lat",
    "fields",
    "after",
    "before",
    "target",
    "replaces",
    "entries",
    "extra",
    "__proto__",
    "équipe",
    "a/b",
    "",
    "site",
    "edition",
    "themes",
];

/// An input, from a seed and a corpus. The same seed and corpus give the same input.
#[must_use]
pub fn input(seed: u64, corpus: &[Vec<u8>]) -> Vec<u8> {
    let mut random = Random::new(seed);
    let start = &corpus[random.below(corpus.len())];
    let document = std::str::from_utf8(start)
        .ok()
        .and_then(|text| json::parse(text).ok());
    let mut bytes = match document {
        // Half of the documents keep their syntax, so that what lies behind the parser is reached.
        Some(mut document) if random.percent(60) => {
            for _ in 0..=random.below(4) {
                let number = random.below(count(&document));
                change(&mut document, &mut { number }, &mut random);
            }
            json::write(&document).into_bytes()
        }
        _ => start.clone(),
    };
    if random.percent(50) {
        for _ in 0..=random.below(5) {
            damage(&mut bytes, &mut random, corpus);
        }
    }
    bytes.truncate(LARGEST);
    bytes
}

/// How many values a tree has.
fn count(value: &Value) -> usize {
    1 + match value {
        Value::List(list) => list.iter().map(count).sum(),
        Value::Object(object) => object.iter().map(|(_, value)| count(value)).sum(),
        _ => 0,
    }
}

/// Changes the value that stands at a number of the tree, counted from its root; whether it was here.
fn change(value: &mut Value, number: &mut usize, random: &mut Random) -> bool {
    if *number == 0 {
        *value = other(std::mem::take(value), random);
        return true;
    }
    *number -= 1;
    match value {
        Value::List(list) => list.iter_mut().any(|value| change(value, number, random)),
        Value::Object(object) => {
            let mut fields: Vec<(String, Value)> = std::mem::take(object).into_iter().collect();
            let found = fields.iter_mut().any(|(_, value)| change(value, number, random));
            *object = fields.into_iter().collect();
            found
        }
        _ => false,
    }
}

/// Another value in place of one.
fn other(value: Value, random: &mut Random) -> Value {
    match (random.below(9), value) {
        (0, _) => Value::Null,
        (1, _) => Value::text(random.pick(TEXTS)),
        (2, _) => Value::number(number(random)),
        (3, value) => Value::List(vec![value.clone(), value]),
        (4, value) => Value::Object([(random.pick(NAMES).to_owned(), value)].into_iter().collect()),
        (5, mut value) => {
            for _ in 0..random.below(40) {
                value = Value::List(vec![value]);
            }
            value
        }
        (6, Value::List(mut list)) if !list.is_empty() => {
            let item = list[random.below(list.len())].clone();
            list.insert(random.below(list.len() + 1), item);
            Value::List(list)
        }
        (_, Value::Object(object)) => Value::Object(renamed(object, random)),
        (_, Value::Text(text)) => {
            // Changed again and again, a text would else outgrow the machine.
            let most = LARGEST / text.len().max(1);
            Value::Text(text.repeat(random.below(400).min(most)))
        }
        (_, Value::List(mut list)) => {
            list.reverse();
            Value::List(list)
        }
        (_, value) => Value::List(vec![value; random.below(5)]),
    }
}

/// An object with a field added, left out or under another name.
fn renamed(object: Object, random: &mut Random) -> Object {
    let mut fields: Vec<(String, Value)> = object.into_iter().collect();
    let name = random.pick(NAMES).to_owned();
    match random.below(3) {
        0 => fields.push((name, Value::text(random.pick(TEXTS)))),
        1 if !fields.is_empty() => drop(fields.remove(random.below(fields.len()))),
        _ if !fields.is_empty() => {
            let place = random.below(fields.len());
            fields[place].0 = name;
        }
        _ => {}
    }
    // A name that stands twice would be refused before anything else is looked at.
    let mut unique = Object::new();
    for (name, value) in fields {
        unique.set(&name, value);
    }
    unique
}

/// A number of any size, often one at an edge.
fn number(random: &mut Random) -> f64 {
    const EDGES: [f64; 9] = [
        0.0,
        -1.0,
        0.5,
        90.0,
        180.0,
        1e12,
        9_007_199_254_740_993.0,
        1e300,
        5e-324,
    ];
    if random.percent(60) {
        return EDGES[random.below(EDGES.len())];
    }
    f64::from_bits(random.number())
}

/// Changes a few bytes: one replaced, a range left out or repeated, a piece or a part of another input
/// put in.
fn damage(bytes: &mut Vec<u8>, random: &mut Random, corpus: &[Vec<u8>]) {
    let start = random.below(bytes.len() + 1);
    let end = (start + random.below(24)).min(bytes.len());
    match random.below(6) {
        0 => drop(bytes.splice(start..end, [])),
        1 => {
            let again = bytes[start..end].repeat(1 + random.below(60));
            bytes.splice(start..start, again);
        }
        2 => {
            let donor = &corpus[random.below(corpus.len())];
            let from = random.below(donor.len() + 1);
            let to = (from + random.below(200)).min(donor.len());
            bytes.splice(start..end, donor[from..to].iter().copied());
        }
        3 if start < bytes.len() => bytes[start] = random.number().to_le_bytes()[0],
        4 => bytes.truncate(start),
        _ => drop(bytes.splice(start..start, random.pick(PIECES).bytes())),
    }
}

#[cfg(test)]
mod tests {
    use super::input;

    #[test]
    fn a_seed_makes_the_same_input_again_and_another_another() {
        let corpus = [br#"{"a":[1,{"b":"c"}]}"#.to_vec(), b"text".to_vec()];
        assert_eq!(input(7, &corpus), input(7, &corpus));
        let different = (0..100)
            .map(|seed| input(seed, &corpus))
            .collect::<std::collections::BTreeSet<_>>();
        assert!(different.len() > 40, "{}", different.len());
    }
}
