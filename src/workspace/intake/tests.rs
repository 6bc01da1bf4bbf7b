mod ground;

use std::sync::Arc;

use super::{Answer, Entry, Fact, Intake, Kept, Part, duplicates_in, read_kept, write_kept};
use crate::communique::read::{LeftOverKind, Span};
use crate::domain::change::{Target, TargetKind};
use crate::domain::date::Timestamp;
use crate::domain::draft::Field;
use crate::domain::initiative::{Initiative, NeedState, Served};
use crate::workspace::Workspace;
use ground::{SOURCE, amount, catalogue, day, draft, id, ids, intake, reading, span, stamps, workspace};

/// The workspace once everything was added.
fn added(intake: &Intake, workspace: &Workspace) -> Workspace {
    let batch = intake.batch(workspace, stamps()).unwrap();
    assert!(batch.changes.iter().all(|change| change.batch == Some(id("lot"))));
    let mut workspace = workspace.clone();
    workspace.insert(batch.changes);
    for edit in batch.private {
        workspace.set_private_of(&edit.initiative, edit.after);
    }
    workspace
}

fn titles(intake: &Intake) -> Vec<&str> {
    let entries = intake.entries.iter();
    entries.map(|entry| entry.typed.text(&Field::Title)).collect()
}

#[test]
fn what_was_read_becomes_initiatives_a_theme_and_a_release() {
    let intake = intake();
    let shown = added(&intake, &workspace());
    let shown = shown.shown();
    assert_eq!(shown.initiatives.len(), 3);
    let made = &shown.initiatives[1];
    assert_eq!(
        (made.title.as_str(), made.place.commune.as_str()),
        ("Masques à Avion", "Avion")
    );
    assert_eq!(made.measures[0].as_of, Some(day("2021-05-03")));
    assert_eq!(made.verified_on, Some(day("2021-05-03")));
    assert_eq!(shown.themes.len(), 1, "one theme for the section and both drafts");
    assert_eq!(made.theme.as_ref(), Some(&shown.themes[0].id));
    assert_eq!(shown.themes[0].name("fr"), "Aider");
    let release = &shown.communiques[0];
    assert_eq!((release.number, release.date), (Some(4), Some(day("2021-05-03"))));
    assert_eq!(made.source.communique.as_ref(), Some(&release.id));
    let items: Vec<_> = release.sections[0]
        .items
        .iter()
        .map(|item| item.title.as_str())
        .collect();
    assert_eq!(items, ["Masques à Avion", "Vivres à Liévin"]);
    assert_eq!(
        shown.initiatives[2].title, "Vivres à Liévin",
        "in the order of the source"
    );
}

#[test]
fn a_person_is_in_no_public_field_and_their_number_stays_here() {
    let workspace = added(&intake(), &workspace());
    let made = workspace.shown().initiatives[1].clone();
    assert_eq!(workspace.private_of(&made.id).len(), 1);
    let public = crate::format::publish::publishable(workspace.shown());
    let text = crate::format::json::write(&crate::format::v1::write_catalogue(&public));
    assert!(!text.contains("Martin") && !text.contains("0321000001"), "{text}");
    let entry = &intake().entries[0];
    assert_eq!(entry.people().collect::<Vec<_>>(), ["Paul Martin"]);
}

#[test]
fn without_the_release_nothing_points_to_it() {
    let mut intake = intake();
    intake.adds_release = false;
    let workspace = added(&intake, &workspace());
    assert!(workspace.shown().communiques.is_empty());
    assert_eq!(workspace.shown().initiatives[1].source.communique, None);
}

#[test]
fn a_release_that_is_here_already_is_not_offered_again() {
    let workspace = added(&intake(), &workspace());
    let again = Intake::of(SOURCE.to_owned(), &reading(), &workspace, &mut ids());
    assert!(!again.adds_release);
    assert!(again.themes.is_empty(), "the theme is known by now");
}

#[test]
fn the_same_one_gets_a_new_count_and_nothing_is_written_over() {
    let mut catalogue = catalogue();
    let here = &mut catalogue.initiatives[0];
    "Ce que la mairie en dit".clone_into(&mut here.summary);
    let mut earlier = intake().entries[0]
        .typed
        .check(&Initiative::new(id("y"), String::new()))
        .unwrap();
    earlier.measures[0].id = id("m");
    earlier.measures[0].value = amount(120.0);
    earlier.measures[0].as_of = Some(day("2021-04-01"));
    here.measures = earlier.measures;
    let workspace = Workspace::published(Arc::new(catalogue));
    let mut intake = Intake::of(SOURCE.to_owned(), &reading(), &workspace, &mut ids());
    let likely = Intake::likely(&intake.entries[0], &duplicates_in(&workspace));
    assert_eq!(likely[0].place, 0);
    assert!(Intake::likely(&intake.entries[1], &duplicates_in(&workspace)).is_empty());
    assert_eq!(intake.counts(&workspace), (2, 0));
    let duplicates = duplicates_in(&workspace);
    let may_be = |entry: &Entry| !Intake::likely(entry, &duplicates).is_empty();
    assert_eq!(intake.unanswered(may_be), [0], "it waits for an answer");
    intake.entries[0].answer = Some(Answer::Same(id("here")));
    "Autre chose".clone_into(intake.entries[0].typed.fields.entry(Field::Summary).or_default());
    assert_eq!(intake.counts(&workspace), (1, 1));
    assert_eq!(intake.unanswered(may_be), [0; 0]);
    let paths: Vec<String> = intake
        .additions(&intake.entries[0], &workspace.shown().initiatives[0])
        .iter()
        .map(|(path, _)| path.as_str().split('/').next().unwrap().to_owned())
        .collect();
    assert!(
        paths.contains(&"measures".to_owned()) && !paths.contains(&"summary".to_owned()),
        "{paths:?}"
    );
    let after = added(&intake, &workspace);
    assert_eq!(after.shown().initiatives.len(), 2);
    let here = &after.shown().initiatives[0];
    assert_eq!(here.title, "Des masques pour Avion");
    assert_eq!(here.summary, "Ce que la mairie en dit");
    let counts: Vec<_> = here
        .measures
        .iter()
        .map(|measure| (measure.value.get(), measure.as_of))
        .collect();
    assert_eq!(
        counts,
        [(120.0, Some(day("2021-04-01"))), (300.0, Some(day("2021-05-03")))]
    );
    let told = after.shown().communiques[0].sections[0].items[0]
        .initiative
        .clone();
    assert_eq!(
        told,
        Some(id("here")),
        "the release tells of the one that is here"
    );
    // Told again, nothing is new, and nothing is counted.
    assert!(intake.additions(&intake.entries[0], here).is_empty());
    assert_eq!(intake.counts(&after), (1, 0));
    intake.entries.truncate(1);
    intake.adds_release = false;
    let again = intake.batch(&after, stamps()).unwrap();
    assert_eq!(
        (again.added.len(), again.updated, again.has_release),
        (0, 0, false)
    );
    assert!(again.changes.is_empty(), "{:?}", again.changes);
}

#[test]
fn an_old_count_a_need_that_stands_and_a_known_contact_add_nothing() {
    let workspace = added(&intake(), &workspace());
    let mut here = workspace.shown().initiatives[2].clone();
    let told = here.clone();
    assert_eq!(super::update::updated(&here, &told), here);
    here.needs[0].state = NeedState::Met;
    assert_eq!(
        super::update::updated(&here, &told).needs.len(),
        2,
        "it is asked for again"
    );
    let mut masks = workspace.shown().initiatives[1].clone();
    let told = masks.clone();
    masks.measures[0].value = amount(400.0);
    masks.measures[0].as_of = Some(day("2021-06-01"));
    assert_eq!(super::update::updated(&masks, &told).measures.len(), 1);
    masks.served = vec![Served {
        commune: "avion".to_owned(),
        ..Served::default()
    }];
    assert_eq!(super::update::updated(&told, &masks).served, told.served);
}

#[test]
fn what_stands_in_the_way_names_its_entry() {
    let mut intake = intake();
    intake.entries[1].typed.fields.remove(&Field::Title);
    intake.release.title.clear();
    let wrong = intake.batch(&workspace(), stamps()).unwrap_err();
    assert_eq!(
        wrong.iter().map(|wrong| wrong.entry).collect::<Vec<_>>(),
        [Some(1), None]
    );
}

#[test]
fn a_cut_keeps_what_was_typed_with_the_half_that_it_came_from() {
    let mut intake = intake();
    let row = intake.entries[0].typed.measures[0].id.clone();
    let value = intake.entries[0].typed.measures[0]
        .fields
        .get_mut(&Field::Value)
        .unwrap();
    "350".clone_into(value);
    intake.entries[0]
        .typed
        .fields
        .insert(Field::Title, "Mon titre".to_owned());
    let cuts = intake.cuts(0);
    let told: Vec<_> = cuts.iter().map(|cut| cut.text.as_str()).collect();
    assert_eq!(
        told,
        [
            "300 masques sont prêts. Contact : 03 21 00 00 01",
            "Contact : 03 21 00 00 01"
        ]
    );
    intake.split(0, cuts[0].at, &|spans, _| draft(spans), &mut ids());
    assert_eq!(
        titles(&intake),
        ["Mon titre", "Une initiative", "Vivres à Liévin"]
    );
    assert!(intake.entries[0].typed.measures.is_empty());
    let second = &intake.entries[1];
    assert_eq!(second.typed.measures[0].id, row);
    assert_eq!(second.typed.measures[0].fields[&Field::Value], "350");
    assert_eq!(second.section, Some(0));
    // A cut at an end is none.
    let before = intake.clone();
    let start = intake.entries[0].spans[0].start;
    intake.split(0, start, &|spans, _| draft(spans), &mut ids());
    assert_eq!(intake, before);
}

#[test]
fn joined_entries_keep_every_row_and_both_texts() {
    let mut intake = intake();
    for (entry, text) in intake.entries.iter_mut().zip(["Un.", "Deux."]) {
        entry.typed.fields.insert(Field::Summary, text.to_owned());
    }
    intake.join(0);
    assert_eq!(titles(&intake), ["Masques à Avion"]);
    let entry = &intake.entries[0];
    assert_eq!(entry.typed.text(&Field::Summary), "Un.\nDeux.");
    assert_eq!((entry.typed.measures.len(), entry.typed.needs.len()), (1, 1));
    assert_eq!(
        entry.typed.served[0].commune, "Liévin",
        "another commune is served"
    );
    assert_eq!(entry.spans.len(), 2);
    assert!(entry.mark(&Fact::Need(entry.typed.needs[0].id.clone())).is_some());
    intake.join(0);
    assert_eq!(intake.entries.len(), 1, "the last has none to be joined with");
}

#[test]
fn what_is_dropped_is_left_over_and_can_be_taken_up() {
    let mut intake = intake();
    let spans = intake.entries[0].spans.clone();
    intake.drop_entry(0);
    assert_eq!(titles(&intake), ["Vivres à Liévin"]);
    assert_eq!(intake.left[0].span, spans[0]);
    let place = intake.take_up(0, &|spans, _| draft(spans), &mut ids());
    assert_eq!(place, Some(0));
    assert_eq!(titles(&intake), ["Masques à Avion", "Vivres à Liévin"]);
    assert_eq!(intake.left.len(), 1);
}

#[test]
fn what_is_dropped_comes_back_as_it_was_unless_it_was_taken_up() {
    let whole = intake();
    let mut dropped = whole.clone();
    dropped.drop_entry(0);
    let mut back = dropped.clone();
    back.put_back(whole.entries[0].clone());
    assert_eq!(back, whole);
    back.put_back(whole.entries[0].clone());
    assert_eq!(back, whole, "once");
    dropped.take_up(0, &|spans, _| draft(spans), &mut ids());
    let taken_up = dropped.clone();
    dropped.put_back(whole.entries[0].clone());
    assert_eq!(dropped, taken_up);
}

#[test]
fn a_line_of_signs_alone_is_kept_and_need_not_be_checked() {
    let mut intake = intake();
    let before: Vec<usize> = intake.left_to_check().map(|(place, ..)| place).collect();
    assert_eq!(before, [0]);
    intake.source.push_str("\n* * *\n");
    let end = intake.source.len();
    let span = Span { start: end - 7, end };
    intake.leave(&[span]);
    assert_eq!(intake.left.len(), 2);
    assert_eq!(intake.left_to_check().count(), 1);
    let lines = intake.lines(0..end, &[]);
    let shown: String = lines
        .iter()
        .flat_map(|line| &line.pieces)
        .map(|piece| piece.text)
        .collect();
    assert!(shown.ends_with("* * *"), "{shown}");
}

#[test]
fn what_is_uncertain_waits_until_someone_looks_at_it() {
    let mut intake = intake();
    assert_eq!(intake.unchecked(), 1);
    let mut looked_at = intake.clone();
    for mark in &mut looked_at.entries[0].marks {
        mark.checked = true;
    }
    assert_eq!(looked_at.unchecked(), 0);
    let row = &mut intake.entries[0].typed.measures[0];
    row.fields.insert(Field::Value, "301".to_owned());
    assert_eq!(intake.unchecked(), 0, "what was typed is the person's own");
}

#[test]
fn every_line_of_the_source_is_shown_and_marked() {
    let intake = intake();
    let lines = intake.lines(0..SOURCE.len(), &[]);
    let text: String = lines
        .iter()
        .flat_map(|line| &line.pieces)
        .map(|piece| piece.text)
        .collect();
    assert_eq!(text, SOURCE.replace('\n', ""), "no sentence disappears");
    let parts: Vec<Part> = lines
        .iter()
        .filter(|line| line.first)
        .map(|line| line.part)
        .collect();
    let left = Part::Left(0, LeftOverKind::Text);
    assert_eq!(parts, [Part::Release, Part::Entry(0), Part::Entry(1), left]);
    let marked: Vec<&str> = lines
        .iter()
        .flat_map(|line| &line.pieces)
        .filter(|piece| piece.mark.is_some())
        .map(|piece| piece.text)
        .collect();
    let expected = [
        "Avion",
        "Paul Martin",
        "300 masques",
        "03 21 00 00 01",
        "Liévin",
        "des vivres",
    ];
    assert_eq!(marked, expected);
    // What is hidden (a tag) is cut out, and nothing else.
    let lines = intake.lines(0..SOURCE.len(), &[span("Martin ")]);
    let marked: String = lines
        .iter()
        .flat_map(|line| &line.pieces)
        .map(|piece| piece.text)
        .collect();
    assert!(marked.contains("Paul coud."), "{marked}");
    // Stretches that lie over each other, as no reader gives them, hide nothing either.
    let mut odd = intake.clone();
    let whole = Span {
        start: 0,
        end: SOURCE.len(),
    };
    odd.entries[1].spans = vec![whole, span("300 masques"), whole];
    odd.entries[0].spans = vec![span("Lens"), whole];
    let lines = odd.lines(0..SOURCE.len(), &[]);
    let text: String = lines
        .iter()
        .flat_map(|line| &line.pieces)
        .map(|piece| piece.text)
        .collect();
    assert_eq!(text.replace(' ', ""), SOURCE.replace(['\n', ' '], ""));
    let end = intake.end_of(1);
    assert_eq!(&SOURCE[end..], &SOURCE[intake.entries[1].spans[0].start..]);
}

#[test]
fn a_value_that_was_taken_out_is_marked_no_more() {
    let mut intake = intake();
    intake.entries[0].typed.measures.clear();
    intake.entries[0].typed.fields.remove(&Field::Commune);
    let standing: Vec<_> = intake.entries[0]
        .standing()
        .map(|mark| mark.fact.kind())
        .collect();
    assert_eq!(standing.len(), 2, "{standing:?}");
}

#[test]
fn what_is_kept_is_read_back_as_it_was() {
    let mut intake = intake();
    intake.entries[0].answer = Some(Answer::Same(id("here")));
    intake.entries[1].answer = Some(Answer::Another);
    intake.release.title.clear();
    let at = Timestamp::parse("2026-01-01T00:00:00Z").unwrap();
    for intake in [None, Some(intake)] {
        let kept = Kept {
            at: at.clone(),
            source: SOURCE.to_owned(),
            intake,
        };
        let text = write_kept(&kept);
        assert_eq!(read_kept(&text), Some(kept));
        let half: String = text.chars().take(text.chars().count() / 2).collect();
        assert_eq!(read_kept(&half), None);
    }
    assert_eq!(read_kept("{}"), None);
}

#[test]
fn a_theme_that_nobody_uses_any_more_is_not_made() {
    let mut intake = intake();
    intake.adds_release = false;
    let clear = |entry: &mut Entry| drop(entry.typed.fields.remove(&Field::Theme));
    intake.entries.iter_mut().for_each(clear);
    let workspace = added(&intake, &workspace());
    assert!(workspace.shown().themes.is_empty());
    let target = Target {
        kind: TargetKind::Theme,
        id: intake.themes[0].id.clone(),
    };
    assert!(workspace.changes().of(&target).next().is_none());
}

#[test]
fn each_entry_has_its_passage_and_the_release_beside_it() {
    let workspace = workspace();
    let mut intake = intake();
    intake.entries[1].answer = Some(Answer::Same(id("here")));
    let batch = intake.batch(&workspace, stamps()).unwrap();
    let told: Vec<_> = batch
        .excerpts
        .iter()
        .map(|one| (one.initiative.clone(), one.text.as_str()))
        .collect();
    let first = "- À Avion, Paul Martin coud. 300 masques sont prêts. Contact : 03 21 00 00 01";
    let second = "- À Liévin, le club collecte des vivres.";
    assert_eq!(
        told,
        [(intake.entries[0].id.clone(), first), (id("here"), second)]
    );
    for one in &batch.excerpts {
        assert_eq!((one.number, one.date), (Some(4), Some(day("2021-05-03"))));
        assert_eq!(one.title, "Solidaires n° 4");
        let written = crate::format::excerpt::write_excerpt(one);
        assert_eq!(crate::format::excerpt::read_excerpt(&written).as_ref(), Some(one));
    }
    assert_ne!(batch.excerpts[0].id, batch.excerpts[1].id);
    assert!(
        batch
            .changes
            .iter()
            .all(|change| change.id != batch.excerpts[0].id)
    );
    // Nothing of it is in what may leave.
    let changes = batch.changes.iter();
    let changes: Vec<String> = changes
        .map(|change| crate::format::json::write(&crate::format::change::encode_change(change).into()))
        .collect();
    assert!(!changes.concat().contains("Martin"));
}

#[test]
fn an_entry_of_two_stretches_has_both_and_a_long_one_is_cut() {
    let mut intake = intake();
    let both = vec![intake.entries[0].spans[0], intake.entries[1].spans[0]];
    intake.entries[1].spans = both;
    let both = "- À Avion, Paul Martin coud. 300 masques sont prêts. Contact : 03 21 00 00 01\n\
        - À Liévin, le club collecte des vivres.";
    assert_eq!(intake.passages()[1], both);
    let first = "<p>À Avion, Paul\nMartin <b>coud</b>&nbsp;:<br>300 masques.</p>";
    intake.source = [
        "<!doctype html><title>x</title>",
        first,
        "<ul><li>Autre chose</li></ul>",
    ]
    .concat();
    let start = intake.source.find("<p>").unwrap();
    let end = start + first.len();
    intake.entries[1].spans = vec![Span { start, end }];
    assert_eq!(
        intake.passages()[1],
        "À Avion, Paul Martin coud\u{a0}:\n300 masques."
    );
    let long = "Une phrase de plus. ".repeat(400);
    intake.source = long;
    let end = intake.source.len();
    intake.entries[0].spans = vec![Span { start: 0, end }];
    intake.entries[1].spans = vec![Span {
        start: end,
        end: end + 9,
    }];
    let passages = intake.passages();
    assert!(passages[0].ends_with("de plus. …"), "{}", passages[0]);
    assert_eq!(passages[1], "", "a stretch that is not there");
    let batch = intake.batch(&workspace(), stamps()).unwrap();
    assert_eq!(batch.excerpts.len(), 1);
}
