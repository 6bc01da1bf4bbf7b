//! Press releases of many layouts, from their text to the catalogue: nothing is told twice, nobody is named,
//! and nothing of a text disappears.

#[path = "communique/fixture.rs"]
#[allow(dead_code, reason = "what is expected of a release is not asked here")]
mod fixture;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::sync::Arc;

use solidaire::communique::read::{Known, Text};
use solidaire::communique::written::html::page;
use solidaire::communique::written::markdown::markdown;
use solidaire::communique::written::plain::plain;
use solidaire::domain::catalogue::Catalogue;
use solidaire::domain::change::TargetKind;
use solidaire::domain::date::Timestamp;
use solidaire::domain::gazetteer::Gazetteer;
use solidaire::domain::id::Id;
use solidaire::domain::initiative::OrganiserKind;
use solidaire::domain::site::Site;
use solidaire::format::contribution::write_contribution;
use solidaire::format::outgoing::Outgoing;
use solidaire::format::packed::legible;
use solidaire::format::publish::publishable;
use solidaire::format::{csv, feed, geojson, icalendar, json, json_ld, v1};
use solidaire::i18n::Lang;
use solidaire::storage::changes::{load, save_batch_with};
use solidaire::storage::memory::MemoryStorage;
use solidaire::storage::{excerpts, private, whole};
use solidaire::workspace::intake::{Answer, Batch, Entry, Intake, duplicates_in};
use solidaire::workspace::publish::next_edition;
use solidaire::workspace::{Letter, Stamp, Workspace};

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

fn now() -> Timestamp {
    Timestamp::parse("2026-01-01T00:00:00Z").unwrap()
}

fn batch(intake: &Intake, workspace: &Workspace) -> Batch {
    let mut next = ids("change");
    let stamp = || Stamp {
        id: next(),
        author: Id::parse("device").unwrap(),
        at: now(),
        batch: Some(Id::parse("lot").unwrap()),
    };
    intake.batch(workspace, stamp).unwrap()
}

fn add(intake: &Intake, workspace: &Workspace) -> Workspace {
    let batch = batch(intake, workspace);
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

/// The example that is shipped, over which its own release is pasted again, where that is beside the
/// repository: it is third-party text and not of the project.
#[test]
fn everything_of_a_release_that_is_in_the_catalogue_is_asked_about() {
    let example = include_str!("../public/catalogue.json");
    let example = v1::read_catalogue_text(example).unwrap().value;
    let workspace = Workspace::published(Arc::new(example));
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/seed/communique-07.txt");
    let Ok(text) = fs::read_to_string(&path) else {
        eprintln!("skipped: {} is not there", path.display());
        return;
    };
    let mut intake = read(&text, &gazetteer_of("62"), &workspace, "a");
    let duplicates = duplicates_in(&workspace);
    let likely = |entry: &Entry| Intake::likely(entry, &duplicates);
    for entry in &intake.entries {
        let alike = likely(entry);
        let found = &workspace.shown().initiatives;
        let told: Vec<_> = alike.iter().map(|one| &found[one.place].title).collect();
        assert_eq!(told.len(), 1, "{:?}: {told:?}", entry.features());
    }
    let all: Vec<usize> = (0..intake.entries.len()).collect();
    assert_eq!(intake.unanswered(|entry| !likely(entry).is_empty()), all);
    let same: Vec<Id> = intake
        .entries
        .iter()
        .map(|entry| workspace.shown().initiatives[likely(entry)[0].place].id.clone())
        .collect();
    for (entry, id) in intake.entries.iter_mut().zip(same) {
        entry.answer = Some(Answer::Same(id));
    }
    // What is counted is what is written.
    let batch = batch(&intake, &workspace);
    let written: BTreeSet<&Id> = batch
        .changes
        .iter()
        .filter(|change| change.target.kind == TargetKind::Initiative)
        .map(|change| &change.target.id)
        .chain(batch.private.iter().map(|edit| &edit.initiative))
        .collect();
    assert_eq!(intake.counts(&workspace), (0, written.len()));
    assert_eq!((batch.added.len(), batch.updated), (0, written.len()));
    assert!(written.len() < intake.entries.len(), "{written:?}");
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
        let mut file = json::write(&v1::write_catalogue(&public));
        // A business may bear the name of whoever answers its telephone.
        for initiative in &public.initiatives {
            let organiser = &initiative.organiser;
            if organiser.kind == Some(OrganiserKind::Company) && organiser.name.contains(' ') {
                file = file.replace(&organiser.name, "");
            }
        }
        for person in intake.entries.iter().flat_map(Entry::people) {
            // « Mme Verdun » and « à Verdun », « M. Chaptal » and « le lycée Chaptal »: town and school may be named.
            let town = ["à ", "À ", "lycée ", "collège ", "école "]
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

#[test]
fn the_passages_are_the_words_of_the_source() {
    let communes = gazetteer_of("62");
    for (name, text) in releases() {
        let intake = read(&text, &communes, &empty(), "a");
        let page = text.trim_start().starts_with('<');
        let whole: String = text.chars().filter(|c| !c.is_whitespace()).collect();
        for (entry, passage) in intake.entries.iter().zip(intake.passages()) {
            assert!(!passage.is_empty(), "{name}: {entry:?}");
            let bare: String = passage.chars().filter(|c| !c.is_whitespace()).collect();
            if page {
                let markup = ["<p", "</", "&nbsp;", "&#", "\u{e010}", "\u{e020}"];
                assert!(
                    !markup.iter().any(|sign| passage.contains(sign)),
                    "{name}: {passage}"
                );
            } else if entry.spans.len() == 1 && !bare.ends_with('…') {
                assert!(whole.contains(&bare), "{name}: {passage}");
            }
            for fact in entry.people() {
                assert!(
                    page || passage.ends_with('…') || passage.contains(fact),
                    "{name}: {fact}"
                );
            }
        }
    }
}

/// What a device shows that has added a release, its storage read anew.
fn device(intake: &Intake) -> (MemoryStorage, Workspace) {
    let storage = MemoryStorage::new();
    let batch = batch(intake, &empty());
    let exchange = excerpts::adding(&storage, batch.excerpts).unwrap();
    let private: Vec<_> = batch
        .private
        .iter()
        .map(|edit| (&edit.initiative, &*edit.before, &*edit.after))
        .collect();
    let kept = save_batch_with(
        &storage,
        &Id::parse("lot").unwrap(),
        &batch.changes,
        &[],
        &private,
        &exchange,
    );
    assert_eq!(kept, Ok(true));
    let changes = load(&storage).unwrap().changes;
    let private = private::load(&storage).unwrap().0;
    let workspace = Workspace::new(empty().shared_edition(), changes, private);
    (storage, workspace)
}

/// Every file that a device can write but its backup, by a name.
fn files(workspace: &Workspace, communes: &Gazetteer) -> Vec<(&'static str, String)> {
    let public = publishable(workspace.shown());
    let outgoing = Outgoing {
        catalogue: &public,
        address: "https://exemple.fr/",
        lang: Lang::Fr,
    };
    let stamp = Stamp {
        id: Id::parse("sent").unwrap(),
        author: Id::parse("device").unwrap(),
        at: now(),
        batch: None,
    };
    let letter = workspace.contribution(workspace.sendable(), &Letter::default(), stamp);
    let next = next_edition(workspace, workspace.edition(), 0, now()).catalogue;
    let mut files = vec![
        ("export", json::write(&v1::write_catalogue(&public))),
        ("next edition", json::write(&v1::write_catalogue(&next))),
        ("proposals", json::write(&write_contribution(&letter))),
        ("table", csv::write(&public, Lang::Fr)),
        ("map", geojson::write(&outgoing, Some(communes))),
        (
            "calendar",
            icalendar::write(&outgoing, &now()).unwrap_or_default(),
        ),
        ("feed", feed::write_atom(&outgoing, &now())),
        ("JSON feed", feed::write_json(&outgoing, &now())),
    ];
    for initiative in &public.initiatives {
        files.push((
            "linked data",
            json_ld::write(&outgoing, initiative).unwrap_or_default(),
        ));
    }
    for release in &public.communiques {
        files.push(("release", plain(release)));
        files.push(("release in Markdown", markdown(release)));
        files.push(("release as a page", page(release, "fr")));
    }
    files
}

#[test]
fn a_passage_is_in_the_backup_and_in_no_other_file() {
    let communes = gazetteer_of("62");
    let name = "Jeanne Exemplaire";
    let text = format!(
        "Arras, le 14 mai 2020\n\nLe Pas-de-Calais solidaire n°9\n\n- Solidaires dans la protection :\n\n\
        - À Lillers, une habitante, {name}, a cousu 450 blouses pour l’hôpital. Contact : 03 21 00 00 11\n"
    );
    let intake = read(&text, &communes, &empty(), "a");
    let (storage, workspace) = device(&intake);
    let id = &intake.entries[0].id;
    let kept = excerpts::of(&storage, id).unwrap().0;
    assert!(
        kept[0].text.contains(name) && kept[0].number == Some(9),
        "{kept:?}"
    );
    assert!(workspace.shown().initiative(id).is_some());
    for (file, written) in files(&workspace, &communes) {
        assert!(!written.contains("Exemplaire"), "{file}: {written}");
        assert!(!written.contains("excerpt"), "{file}: {written}");
    }
    let backup = whole::shared_entries(&storage).unwrap();
    assert!(backup.iter().any(|(_, text)| legible(text).contains(name)));
    // The name was there to be found: nothing else than the passage holds it.
    let holding = backup.iter().filter(|(_, text)| legible(text).contains(name));
    assert!(
        holding.clone().all(|(key, _)| key.starts_with("excerpt/")),
        "{holding:?}"
    );
}

#[test]
fn an_initiative_is_spoken_of_while_the_edition_or_a_change_has_it() {
    let communes = gazetteer_of("62");
    let (_, text) = releases().swap_remove(0);
    let intake = read(&text, &communes, &empty(), "a");
    let (_, workspace) = device(&intake);
    let known = workspace.initiatives_spoken_of();
    assert!(intake.entries.iter().all(|entry| known.contains(&entry.id)));
    let published = Workspace::published(Arc::new(workspace.shown().clone()));
    assert_eq!(published.initiatives_spoken_of(), known);
    let mut taken_back = workspace.clone();
    let changes: Vec<Id> = workspace
        .changes()
        .iter()
        .map(|change| change.id.clone())
        .collect();
    taken_back.remove(&changes);
    assert!(taken_back.initiatives_spoken_of().is_empty());
}
