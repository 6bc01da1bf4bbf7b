//! Press releases of many layouts, from their text to the catalogue: nothing is told twice, nobody is named,
//! and nothing of a text disappears.

#[path = "communique/fixture.rs"]
#[allow(dead_code, reason = "what is expected of a release is not asked here")]
mod fixture;

use std::sync::Arc;

use solidaire::communique::read::{Known, Text};
use solidaire::domain::catalogue::Catalogue;
use solidaire::domain::date::Timestamp;
use solidaire::domain::gazetteer::Gazetteer;
use solidaire::domain::id::Id;
use solidaire::domain::site::Site;
use solidaire::format::publish::publishable;
use solidaire::format::{json, v1};
use solidaire::workspace::intake::{Answer, Entry, Intake};
use solidaire::workspace::{Stamp, Workspace};

use fixture::{folder, gazetteer_of};

/// The releases that the reader was written with: their names and texts.
fn releases() -> Vec<(String, String)> {
    let releases = folder("develop").into_iter();
    let texts: Vec<(String, String)> = releases.map(|release| (release.name, release.source)).collect();
    assert!(texts.len() > 20, "{} releases", texts.len());
    texts
}

/// Gives a new identifier at each call, other ones for each beginning.
fn ids(begin: &'static str) -> impl FnMut() -> Id {
    let mut next = 0;
    move || {
        next += 1;
        Id::parse(&format!("{begin}{next:06}")).unwrap()
    }
}

fn read(text: &str, communes: &Gazetteer, workspace: &Workspace, begin: &'static str) -> Intake {
    let known = Known {
        gazetteers: &[communes],
        themes: &workspace.shown().themes,
        ..Known::default()
    };
    let reading = Text::new(text, &known).ok().unwrap().read();
    Intake::of(text.to_owned(), &reading, workspace, &mut ids(begin))
}

fn add(intake: &Intake, workspace: &Workspace) -> Workspace {
    let mut next = ids("change");
    let stamp = || Stamp {
        id: next(),
        author: Id::parse("device").unwrap(),
        at: Timestamp::parse("2026-01-01T00:00:00Z").unwrap(),
        batch: Some(Id::parse("lot").unwrap()),
    };
    let batch = intake.batch(workspace, stamp).unwrap();
    let mut workspace = workspace.clone();
    workspace.insert(batch.changes);
    for edit in batch.private {
        workspace.set_private_of(&edit.initiative, edit.after);
    }
    workspace
}

fn empty() -> Workspace {
    let site = Site::new(Id::parse("site").unwrap());
    Workspace::published(Arc::new(Catalogue::new(site)))
}

#[test]
fn every_entry_becomes_an_initiative_that_the_strict_format_holds() {
    let communes = gazetteer_of("62");
    for (name, text) in releases() {
        let intake = read(&text, &communes, &empty(), "a");
        let workspace = add(&intake, &empty());
        let shown = workspace.shown();
        assert_eq!(shown.initiatives.len(), intake.entries.len(), "{name}");
        let file = json::write(&v1::write_catalogue(&publishable(shown)));
        let back = v1::read_catalogue_text(&file).unwrap();
        assert!(back.warnings.is_empty(), "{name}: {:?}", back.warnings);
    }
}

#[test]
fn a_release_that_is_told_twice_adds_nothing_the_second_time() {
    let communes = gazetteer_of("62");
    for (name, text) in releases() {
        let workspace = add(&read(&text, &communes, &empty(), "a"), &empty());
        let mut again = read(&text, &communes, &workspace, "b");
        let here: Vec<_> = workspace.shown().initiatives.clone();
        for (entry, here) in again.entries.iter_mut().zip(&here) {
            entry.answer = Some(Answer::Same(here.id.clone()));
        }
        again.adds_release = false;
        assert!(again.themes.is_empty(), "{name}: {:?}", again.themes);
        for (entry, here) in again.entries.iter().zip(&here) {
            assert_eq!(again.additions(entry, here), [], "{name}: {}", here.title);
        }
        let after = add(&again, &workspace);
        assert_eq!(after.shown().initiatives, workspace.shown().initiatives, "{name}");
    }
}

#[test]
fn nobody_is_named_and_nothing_of_the_text_is_hidden() {
    let communes = gazetteer_of("62");
    for (name, text) in releases() {
        let intake = read(&text, &communes, &empty(), "a");
        let workspace = add(&intake, &empty());
        let mut public = publishable(workspace.shown());
        // What the release itself says of its own office is not an entry's.
        public.communiques.clear();
        let file = json::write(&v1::write_catalogue(&public));
        for person in intake.entries.iter().flat_map(Entry::people) {
            // « Mme Verdun » and « à Verdun »: the town may be named.
            let town = ["à ", "À "]
                .iter()
                .any(|at| text.contains(&[at, person].concat()));
            if town {
                continue;
            }
            assert!(!file.contains(person), "{name}: {person}");
        }
        if text.trim_start().starts_with('<') {
            continue;
        }
        let shown: String = intake
            .lines(0..text.len(), &[])
            .iter()
            .flat_map(|line| &line.pieces)
            .flat_map(|piece| piece.text.chars())
            .filter(|c| !c.is_whitespace())
            .collect();
        let whole: String = text.chars().filter(|c| !c.is_whitespace()).collect();
        assert_eq!(shown, whole, "{name}");
    }
}
