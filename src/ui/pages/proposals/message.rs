//! The message around a proposal: what is in it, in words, for whoever receives it.

use super::words;
use crate::domain::change::{Change, Path};
use crate::domain::sent::SentItem;
use crate::i18n::{Plural, Text};
use crate::ui::components::field_names::field_name;
use crate::ui::components::sending::Words;
use crate::ui::texts::{about, count, fill, t};
use crate::workspace::{Letter, Workspace};

/// How many things a message names; the link carries them all.
const NAMED: usize = 8;

/// How long a new value may be, in characters, to stand in the message itself.
const SHORT: usize = 40;

/// The words around changes on their way to the editor.
pub(super) fn message(
    workspace: &Workspace,
    items: &[SentItem],
    changes: &[Change],
    letter: &Letter,
) -> Words {
    let site = &workspace.shown().site.title;
    let how_many = count(Plural::SendSubject, items.len());
    let subject = about(site, &how_many);
    let mut lines = vec![subject.clone()];
    for item in items.iter().take(NAMED) {
        lines.push(["• ", &line(workspace, item, changes)].concat());
    }
    if let Some(more) = items.len().checked_sub(NAMED).filter(|more| *more > 0) {
        lines.push(count(Plural::SendMore, more));
    }
    let mut said = Vec::new();
    if !letter.message.is_empty() {
        said.push(letter.message.clone());
    }
    if !letter.name.is_empty() {
        said.push(fill(Text::SendFrom, &[("name", &letter.name)]));
    }
    let full = [vec![lines.join("\n")], said].concat().join("\n\n");
    Words {
        short: subject.clone(),
        subject,
        full,
    }
}

/// One thing: « Masques en tissu : Titre, Contact ».
fn line(workspace: &Workspace, item: &SentItem, changes: &[Change]) -> String {
    let own: Vec<&Change> = changes
        .iter()
        .filter(|change| change.target == item.target)
        .collect();
    let title = super::proposal::title(workspace, &item.target);
    let what = if own.iter().any(|change| change.creates()) {
        t(Text::SendNew).to_owned()
    } else if own.iter().any(|change| change.removes()) {
        t(Text::SendRemoval).to_owned()
    } else {
        let mut told: Vec<String> = Vec::new();
        for path in &item.paths {
            let field = field(workspace, item, path, &own);
            if !told.contains(&field) {
                told.push(field);
            }
        }
        told.join(", ")
    };
    about(&title, &what)
}

/// A field, with what it shall say where that is short.
fn field(workspace: &Workspace, item: &SentItem, path: &Path, changes: &[&Change]) -> String {
    let name = field_name(path.parts().0);
    let after = changes.iter().rev().find_map(|change| change.delta(path));
    let after = after.map(|delta| words::of(workspace, &item.target, path, &delta.after));
    match after.filter(|text| !text.is_empty() && text.chars().count() <= SHORT) {
        Some(text) => fill(Text::SendField, &[("field", name), ("text", &text)]),
        None => name.to_owned(),
    }
}
