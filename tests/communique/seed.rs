//! The first real press release, where its text is at hand: every fact of it is read.

use std::fs;

use solidaire::communique::read::{DraftRead, Known, LeftOverKind, Reading, ThemeRead, read};
use solidaire::domain::initiative::OrganiserKind;
use solidaire::format::v1;

use super::fixture::{gazetteer_of, root};

/// One line of the table of facts.
struct Row {
    section: usize,
    theme: &'static str,
    commune: &'static str,
    served: &'static [&'static str],
    area: &'static str,
    organiser: Option<OrganiserKind>,
    name: &'static str,
    measures: &'static [&'static str],
    needs: &'static [&'static str],
    contacts: &'static [&'static str],
    people: usize,
}

const NOTHING: Row = Row {
    section: 0,
    theme: "protection",
    commune: "",
    served: &[],
    area: "",
    organiser: None,
    name: "",
    measures: &[],
    needs: &[],
    contacts: &[],
    people: 0,
};

/// What the release reports, in the order of its text.
const TABLE: [Row; 8] = [
    Row {
        commune: "Marck",
        organiser: Some(OrganiserKind::Commune),
        measures: &[
            "produced 1600 masques",
            "target 11000 masques",
            "volunteers 62 couturières",
        ],
        contacts: &["social https://fr-fr.facebook.com/ville.marck"],
        ..NOTHING
    },
    Row {
        commune: "Guemps",
        organiser: Some(OrganiserKind::Individual),
        measures: &["target 1200 masques"],
        contacts: &["social https://www.facebook.com/groups/275110659329756/"],
        people: 1,
        ..NOTHING
    },
    Row {
        commune: "Ferques",
        area: "Boulonnais",
        organiser: Some(OrganiserKind::Collective),
        name: "les petites mains",
        measures: &["volunteers ~20 personnes", "produced 1500 masques"],
        ..NOTHING
    },
    Row {
        commune: "Mazingarbe",
        served: &["Avion", "Annay"],
        organiser: Some(OrganiserKind::Commune),
        measures: &["target 8500 masques"],
        contacts: &["email csmazingarbe@orange.fr", "phone 0321727800"],
        ..NOTHING
    },
    Row {
        area: "Calaisis",
        organiser: Some(OrganiserKind::Collective),
        name: "Imprimeurs de cœur",
        measures: &["volunteers ~15 personnes", "produced 2000 visières"],
        needs: &["money"],
        ..NOTHING
    },
    Row {
        section: 1,
        theme: "confinement",
        area: "Lensois",
        organiser: Some(OrganiserKind::Association),
        name: "Planète sciences",
        measures: &["other 2 concours"],
        contacts: &[
            "social https://www.facebook.com/events/510431006572191/",
            "web http://www.planete-sciences.org/robot/",
        ],
        ..NOTHING
    },
    Row {
        section: 2,
        theme: "apprendre",
        commune: "Calais",
        organiser: Some(OrganiserKind::Foundation),
        measures: &["provided 20 ordinateurs"],
        contacts: &["web https://www.fondationface.org/face-cote-dopale/"],
        people: 1,
        ..NOTHING
    },
    Row {
        section: 2,
        theme: "apprendre",
        commune: "Haisnes",
        organiser: Some(OrganiserKind::Association),
        measures: &["provided 8 ordinateurs"],
        contacts: &["social https://fr-fr.facebook.com/haisnes/"],
        ..NOTHING
    },
];

/// The source and its reading, where it is there.
fn reading() -> Option<(String, Reading)> {
    let path = root().join("../shared/seed/communique-07.txt");
    let Ok(source) = fs::read_to_string(&path) else {
        eprintln!("skipped: {} is not there", path.display());
        return None;
    };
    let catalogue = fs::read_to_string(root().join("public/catalogue.json")).expect("the shipped catalogue");
    let catalogue = v1::read_catalogue_text(&catalogue).expect("it can be read").value;
    let gazetteer = gazetteer_of("62");
    let gazetteers = [&gazetteer];
    let known = Known {
        gazetteers: &gazetteers,
        themes: &catalogue.themes,
        ..Known::default()
    };
    let reading = read(&source, &known).expect("it is not too long");
    Some((source, reading))
}

fn measures(draft: &DraftRead) -> Vec<String> {
    let shown = draft.measures.iter().map(|found| {
        let about = if found.value.approximate { "~" } else { "" };
        let value = found.value.value.plain();
        [
            found.value.kind.code(),
            " ",
            about,
            &value,
            " ",
            &found.value.unit,
        ]
        .concat()
    });
    shown.collect()
}

#[test]
fn the_release_and_its_parts() {
    let Some((_, reading)) = reading() else { return };
    let release = &reading.release;
    assert_eq!(release.number.as_ref().map(|found| found.value), Some(7));
    let date = release.date.as_ref().map(|found| found.value.to_string());
    assert_eq!(date.as_deref(), Some("2020-04-30"));
    let place = release.place.as_ref().map(|found| found.value.as_str());
    assert_eq!(place, Some("Arras"));
    let office = release.office.as_ref().map(|found| found.value.as_str());
    assert_eq!(office, Some("préfet du Pas-de-Calais"));
    assert!(
        release
            .title
            .as_ref()
            .is_some_and(|title| title.value.contains("solidaire"))
    );
    assert_eq!(
        (release.lead.len(), release.sections.len(), release.closing.len()),
        (3, 3, 3)
    );
    let drafts = |section| {
        reading
            .drafts
            .iter()
            .filter(|draft| draft.section == Some(section))
            .count()
    };
    assert_eq!([0, 1, 2].map(drafts), [5, 1, 2]);
    let text = reading
        .left_over
        .iter()
        .filter(|left| left.kind == LeftOverKind::Text);
    assert_eq!(text.count(), 0, "nothing is left over");
}

#[test]
fn every_fact_of_the_table() {
    let Some((source, reading)) = reading() else {
        return;
    };
    assert_eq!(reading.drafts.len(), TABLE.len());
    for (draft, row) in reading.drafts.iter().zip(&TABLE) {
        let said: Vec<&str> = draft
            .spans
            .iter()
            .map(|span| &source[span.start..span.end])
            .collect();
        let title = &draft.title;
        assert_eq!(draft.section, Some(row.section), "{title}");
        assert!(
            matches!(&draft.theme, ThemeRead::Known(theme) if theme.as_str() == row.theme),
            "{title}"
        );
        let commune = draft.place.as_ref().map_or("", |found| &found.value.commune);
        assert_eq!(commune, row.commune, "{title}: {said:?}");
        let served: Vec<&str> = draft
            .served
            .iter()
            .map(|found| found.value.commune.as_str())
            .collect();
        assert_eq!(served, row.served, "{title}");
        let area = draft.area.as_ref().map_or("", |found| &found.value);
        assert_eq!(area, row.area, "{title}");
        let organiser = draft.organiser.as_ref().map(|found| &found.value);
        assert_eq!(
            organiser.and_then(|organiser| organiser.kind.clone()),
            row.organiser,
            "{title}"
        );
        let name = organiser.map_or("", |organiser| &organiser.name);
        assert!(name.contains(row.name), "{title}: {name}");
        assert_eq!(measures(draft), row.measures, "{title}");
        let needs: Vec<&str> = draft.needs.iter().map(|found| found.value.kind.code()).collect();
        assert_eq!(needs, row.needs, "{title}");
        let contacts: Vec<String> = draft
            .contacts
            .iter()
            .map(|found| [found.value.means.kind(), " ", found.value.means.value()].concat())
            .collect();
        assert_eq!(contacts, row.contacts, "{title}");
        assert_eq!(draft.people.len(), row.people, "{title}");
        for person in &draft.people {
            let public = [title.as_str(), name, draft.summary.as_str()];
            assert!(public.iter().all(|text| !text.contains(&person.value)), "{title}");
        }
    }
}
