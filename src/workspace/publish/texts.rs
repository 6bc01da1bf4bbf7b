//! The texts of a catalogue that everyone reads, each with its place.

use super::summary::Named;
use crate::domain::catalogue::Catalogue;
use crate::domain::change::{Target, TargetKind};
use crate::domain::communique::Communique;
use crate::domain::id::Id;
use crate::domain::initiative::Initiative;
use crate::domain::translation::is_mark;
use crate::domain::value::Object;

/// Where a text stands.
#[derive(Debug, Clone, PartialEq)]
pub struct Place {
    /// The document.
    pub document: Named,
    /// The field of it.
    pub field: &'static str,
}

/// Shows every text of every entry and press release: the document's kind, identifier and title, the
/// field, the entry that it is about, if it is about one, and the text.
pub(super) fn each(catalogue: &Catalogue, mut show: impl FnMut(&dyn Fn() -> Place, Option<&Id>, &str)) {
    for entry in &catalogue.initiatives {
        for (field, text) in of_initiative(entry) {
            let place = || place(TargetKind::Initiative, &entry.id, &entry.title, field);
            show(&place, Some(&entry.id), text);
        }
        for (_, texts) in entry.translations.iter() {
            let texts = texts.as_object().into_iter().flat_map(Object::iter);
            let read = texts.filter(|(name, _)| !is_mark(name));
            for text in read.filter_map(|(_, text)| text.as_text()) {
                let place = || place(TargetKind::Initiative, &entry.id, &entry.title, "translations");
                show(&place, Some(&entry.id), text);
            }
        }
    }
    for release in &catalogue.communiques {
        let place = |field| move || place(TargetKind::Communique, &release.id, &release.title, field);
        for (field, text) in of_release(release) {
            show(&place(field), None, text);
        }
        for section in &release.sections {
            show(&place("sections"), None, &section.heading);
            show(&place("sections"), None, &section.intro);
            for item in &section.items {
                show(&place("sections"), item.initiative.as_ref(), &item.title);
                show(&place("sections"), item.initiative.as_ref(), &item.text);
            }
        }
    }
}

fn of_initiative(entry: &Initiative) -> impl Iterator<Item = (&'static str, &str)> {
    let lines = [
        ("title", &entry.title),
        ("summary", &entry.summary),
        ("audience", &entry.audience),
        ("practical", &entry.practical),
        ("period", &entry.period.note),
    ];
    let lines = lines.into_iter().map(|(field, text)| (field, text.as_str()));
    let needs = entry.needs.iter().map(|need| ("needs", need.what.as_str()));
    let labels = entry
        .contacts
        .iter()
        .map(|contact| ("contacts", contact.label.as_str()));
    let tags = entry.tags.iter().map(|tag| ("tags", tag.as_str()));
    lines.chain(needs).chain(labels).chain(tags)
}

fn of_release(release: &Communique) -> [(&'static str, &str); 6] {
    [
        ("title", &release.title),
        ("letterhead", &release.letterhead),
        ("lead", &release.lead),
        ("closing", &release.closing),
        ("signatory", &release.signatory),
        ("press_contact", &release.press_contact),
    ]
}

fn place(kind: TargetKind, id: &Id, title: &str, field: &'static str) -> Place {
    Place {
        document: Named {
            target: Target { kind, id: id.clone() },
            title: title.to_owned(),
        },
        field,
    }
}
