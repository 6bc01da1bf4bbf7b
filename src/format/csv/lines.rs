//! Lists in a cell: one item a line, its parts between upright strokes.
//!
//! `Produit | masques | 1600 | 2020-04-30 | environ`: parts that are empty at the end are left out; a stroke
//! within a part, and a backslash, stand behind a backslash.

use std::collections::BTreeSet;

use super::super::json;
use super::cell::{Manner, Reader};
use super::columns::{Kinds, List, Part, Shape};
use crate::domain::contact::Means;
use crate::domain::id::Id;
use crate::domain::value::{Object, Value};
use crate::i18n::Lang;

/// Whether an item of the field stands in the column.
fn belongs(list: &List, item: &Value) -> bool {
    let kind = || item.as_object().and_then(|item| item.text("kind")).unwrap_or("");
    match list.kinds {
        Kinds::All => true,
        Kinds::Only(wanted) => kind() == wanted,
        Kinds::Others => !Means::KINDS.contains(&kind()),
    }
}

/// The cell of a list.
pub(super) fn written_list(list: &List, document: &Object, manner: &Manner) -> String {
    let items = document.get(list.field).and_then(Value::as_list).unwrap_or(&[]);
    let items = items.iter().filter(|item| belongs(list, item));
    let lines: Vec<String> = items.map(|item| line(list, item, manner)).collect();
    lines.join("\n")
}

fn line(list: &List, item: &Value, manner: &Manner) -> String {
    let mut parts: Vec<String> = match item.as_object() {
        None => vec![escaped(item.as_text().unwrap_or(""))],
        Some(item) => list
            .parts
            .iter()
            .map(|part| {
                let value = item.get(part.name).unwrap_or(&Value::Null);
                escaped(&manner.written(part.shape, value))
            })
            .collect(),
    };
    while parts.last().is_some_and(String::is_empty) {
        parts.pop();
    }
    if parts.is_empty() {
        // An item in which nothing is said, and no missing one.
        return "|".to_owned();
    }
    parts.join(" | ")
}

fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\").replace('|', "\\|")
}

/// The parts of a line.
fn parts(line: &str) -> Vec<String> {
    let (mut parts, mut part) = (Vec::new(), String::new());
    let mut letters = line.chars();
    while let Some(letter) = letters.next() {
        match letter {
            '\\' => part.extend(letters.next()),
            '|' => parts.push(std::mem::take(&mut part)),
            letter => part.push(letter),
        }
    }
    parts.push(part);
    parts
        .iter()
        .map(|part| part.trim_matches(' ').to_owned())
        .collect()
}

impl Reader<'_> {
    /// Puts what a cell says of a list into a document. An item that is there already stays as it is, with
    /// what no column tells of it; one whose first parts are the same is that one, with other values; what
    /// the cell does not name goes. Items that belong to other columns are not touched.
    pub(super) fn read_list(&mut self, list: &List, cell: &str, document: &mut Object) {
        let present = match document.take(list.field) {
            Some(Value::List(items)) => items,
            _ => Vec::new(),
        };
        // No list has a theme in it.
        let manners = Lang::ALL.map(|lang| Manner::of(lang, &[]));
        let said = |item: &Value| manners.each_ref().map(|manner| line(list, item, manner));
        let mut free: Vec<(usize, [String; Lang::ALL.len()])> = present
            .iter()
            .enumerate()
            .filter(|(_, item)| belongs(list, item))
            .map(|(place, item)| (place, said(item)))
            .collect();
        let mut kept: Vec<Option<Value>> = present.iter().cloned().map(Some).collect();
        for (place, _) in &free {
            kept[*place] = None;
        }
        let mut others = Vec::new();
        let told = cell.split('\n').map(|line| line.trim_matches(' '));
        for told in told.filter(|line| !line.is_empty()) {
            match free
                .iter()
                .position(|(_, lines)| lines.iter().any(|line| line == told))
            {
                Some(found) => {
                    let (place, _) = free.remove(found);
                    kept[place] = Some(present[place].clone());
                }
                None => others.push(told),
            }
        }
        let mut new = Vec::new();
        for told in others {
            let item = self.item(list, told);
            match free
                .iter()
                .position(|(place, _)| is_same(list, &present[*place], &item))
            {
                Some(found) => {
                    let (place, _) = free.remove(found);
                    kept[place] = Some(merged(&present[place], item));
                }
                None => new.push(item),
            }
        }
        let mut items: Vec<Value> = kept.into_iter().flatten().collect();
        let ids = items.iter().filter_map(|item| item.as_object()?.text("id"));
        let mut taken: BTreeSet<String> = ids.map(str::to_owned).collect();
        items.extend(new.into_iter().map(|item| named(list, item, &mut taken)));
        document.set(list.field, Value::List(items));
    }

    /// The item that a line tells of.
    fn item(&mut self, list: &List, line: &str) -> Value {
        let outer = self.warnings.enter(list.field, None);
        let item = self.told(list, line);
        self.warnings.leave(outer);
        item
    }

    fn told(&mut self, list: &List, line: &str) -> Value {
        let mut told = parts(line).into_iter();
        if list.parts.is_empty() {
            return Value::Text(told.next().unwrap_or_default()); // A line has a part at least.
        }
        let mut item = Object::new();
        if let Kinds::Only(kind) = list.kinds {
            item.set("kind", kind);
        }
        for Part { name, shape } in list.parts {
            // Parts that are empty at the end are left out.
            let text = told.next().unwrap_or_default();
            let value = match (shape, self.value(*shape, name, &text)) {
                (Shape::Mark(_), Value::Null) => Value::Bool(false),
                (_, value) => value,
            };
            item.set(name, value);
        }
        item.into()
    }
}

/// Whether two items are one that has other values now.
fn is_same(list: &List, one: &Value, two: &Value) -> bool {
    match (one.as_object(), two.as_object()) {
        (Some(one), Some(two)) => {
            let mut key = list.parts[..list.key].iter();
            key.all(|part| one.text(part.name).unwrap_or("") == two.text(part.name).unwrap_or(""))
        }
        _ => one == two,
    }
}

/// An item with the values that a line gives it.
fn merged(present: &Value, told: Value) -> Value {
    match (present.as_object().cloned(), told) {
        (Some(mut item), Value::Object(told)) => {
            for (name, value) in told {
                item.set(&name, value);
            }
            item.into()
        }
        (_, told) => told,
    }
}

/// A new item with an identifier that derives from what it says, so that two devices agree on it; another
/// where that is taken. Communes served and words have none.
fn named(list: &List, item: Value, taken: &mut BTreeSet<String>) -> Value {
    let Value::Object(mut item) = item else {
        return item;
    };
    if list.field == "served" {
        return item.into();
    }
    let said = json::canonical(&Value::Object(item.clone()));
    let mut id = Id::derived(&[list.field, &said]);
    while !taken.insert(id.as_str().to_owned()) {
        id = Id::derived(&[list.field, &said, id.as_str()]);
    }
    item.set("id", id.as_str());
    item.into()
}

#[cfg(test)]
mod tests {
    use super::{escaped, parts};

    #[test]
    fn parts_keep_their_strokes_and_backslashes() {
        for text in ["a | b", "\\", "\\|", "a\\\\|b", ""] {
            let line = [escaped(text), escaped("x")].join(" | ");
            assert_eq!(parts(&line), [text, "x"], "{line}");
        }
        assert_eq!(parts("a|b |  c"), ["a", "b", "c"]);
        assert_eq!(parts("a\\"), ["a"], "a backslash at the end protects nothing");
    }
}
