//! The law of forms that stand open at the same time, over random edits of several of them and of an
//! edition that arrives meanwhile: whatever somebody typed is shown, published, or one side of a
//! question, and nobody is asked about what only one of them touched.

use std::sync::Arc;

use proptest::prelude::*;
use solidaire::domain::catalogue::Catalogue;
use solidaire::domain::change::{Target, TargetKind};
use solidaire::domain::contact::PrivateContacts;
use solidaire::domain::date::Timestamp;
use solidaire::domain::draft::Draft;
use solidaire::domain::id::Id;
use solidaire::domain::initiative::Initiative;
use solidaire::domain::site::Site;
use solidaire::format::draft::{KeptDraft, read_draft, write_draft};
use solidaire::workspace::{Stamp, Workspace};

/// A text of an initiative, to read and to set.
type Field = fn(&mut Initiative) -> &mut String;

/// The fields that are edited, each with its path.
const FIELDS: [(Field, &str); 4] = [
    (|it| &mut it.title, "title"),
    (|it| &mut it.summary, "summary"),
    (|it| &mut it.practical, "practical"),
    (|it| &mut it.audience, "audience"),
];

/// What somebody makes of each field: nothing, or this text.
type Edits = [Option<u8>; 4];

fn edits() -> impl Strategy<Value = Edits> {
    prop::array::uniform4(prop::option::of(0u8..4))
}

fn id(text: &str) -> Id {
    Id::parse(text).unwrap()
}

fn at() -> Timestamp {
    Timestamp::parse("2026-01-01T00:00:00Z").unwrap()
}

fn apply(initiative: &Initiative, edits: Edits) -> Initiative {
    let mut edited = initiative.clone();
    for ((field, _), edit) in FIELDS.iter().zip(edits) {
        if let Some(text) = edit {
            *field(&mut edited) = format!("texte {text}");
        }
    }
    edited
}

fn edition(initiative: Initiative) -> Arc<Catalogue> {
    let mut catalogue = Catalogue::new(Site::new(id("site")));
    catalogue.initiatives.push(initiative);
    Arc::new(catalogue)
}

proptest! {
    #[test]
    fn nobody_replaces_what_they_have_not_seen(
        forms in prop::collection::vec((edits(), 0usize..3), 1..4),
        arrived in edits(),
        seen_first in edits(),
    ) {
        let target = Target { kind: TargetKind::Initiative, id: id("x") };
        let first = Initiative::new(id("x"), "Masques".to_owned());
        let mut workspace = Workspace::published(edition(first.clone()));
        // Something stands there already, which every form shows.
        let before = workspace.ground(&target);
        let change = workspace.prepare_saved(&apply(&first, seen_first), &before, stamp("seen"));
        workspace.insert(change);
        let shown = workspace.shown().initiatives[0].clone();
        let ground = workspace.ground(&target);
        // A form that is kept and found again stands on what it showed.
        let kept = KeptDraft { at: at(), opened: Draft::of(&shown), typed: Draft::of(&shown), ground: Some(ground) };
        let ground = read_draft(&write_draft(&kept)).unwrap().ground.unwrap();

        let published = apply(&first, arrived);
        let mut saved: Vec<(Edits, Initiative)> = Vec::new();
        for (number, (edits, wait)) in forms.iter().enumerate() {
            if *wait == number {
                workspace = Workspace::new(
                    edition(published.clone()), workspace.changes().clone(), PrivateContacts::new(),
                );
            }
            let wanted = apply(&shown, *edits);
            let change = workspace.prepare_saved(&wanted, &ground, stamp(&format!("form-{number}")));
            workspace.insert(change);
            saved.push((*edits, wanted));
        }

        let mut now = workspace.shown().initiatives[0].clone();
        let mut basis = workspace.edition().initiatives[0].clone();
        let mut opened = shown.clone();
        for (index, (field, path)) in FIELDS.iter().enumerate() {
            let conflict = workspace.conflicts().find(|conflict| conflict.path.as_str() == *path);
            let mut typed: Vec<String> = saved
                .iter_mut()
                .filter(|(edits, _)| edits[index].is_some())
                .map(|(_, wanted)| field(wanted).clone())
                .filter(|text| *text != *field(&mut opened))
                .collect();
            typed.sort();
            typed.dedup();
            for text in &typed {
                let is_shown = field(&mut now) == text || field(&mut basis) == text;
                let is_asked = conflict.is_some_and(|conflict| {
                    conflict.wanted.iter().any(|(_, value)| value.as_text() == Some(text))
                });
                prop_assert!(is_shown || is_asked, "{} « {} » is lost", path, text);
            }
            let published = field(&mut basis).clone();
            if published != *field(&mut first.clone()) && published != *field(&mut opened) {
                let all_say_so = typed.iter().all(|text| *text == published);
                prop_assert!(all_say_so || conflict.is_some(), "{} of the edition was overruled", path);
            }
            let untouched_by_the_edition = field(&mut basis) == field(&mut first.clone());
            if typed.len() == 1 && untouched_by_the_edition {
                prop_assert!(conflict.is_none(), "a question about {} of which there is one text", path);
                prop_assert_eq!(&*field(&mut now), &typed[0]);
            }
        }
    }
}

fn stamp(name: &str) -> Stamp {
    Stamp {
        id: id(name),
        author: id("device"),
        at: at(),
        batch: None,
    }
}
