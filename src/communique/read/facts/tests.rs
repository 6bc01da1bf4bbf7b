//! What the facts of a stretch are, fact by fact.

use crate::communique::read::{DraftRead, Known, Reading, read};
use crate::domain::code::{Department, Insee, Postcode};
use crate::domain::gazetteer::{Commune, Gazetteer};

mod asking;
mod fates;
mod fields;
mod names;
mod organisers;
mod wordings;

/// A few communes, some with the names of other things.
pub(in crate::communique::read) fn gazetteer() -> Gazetteer {
    let names = [
        "Lens",
        "Avion",
        "Calais",
        "Annay",
        "Saint-Omer",
        "Le Portel",
        "Marck",
        "Béthune",
        "Noyelles-sous-Lens",
        "Arras",
    ];
    let communes = names.iter().enumerate().map(|(place, name)| Commune {
        insee: Insee::parse(&format!("62{place:03}")).unwrap(),
        name: (*name).to_owned(),
        postcodes: Postcode::parse("62000").into_iter().collect(),
        population: None,
        epci: None,
        point: None,
        names: if *name == "Annay" {
            vec!["Annay-sous-Lens".to_owned()]
        } else {
            Vec::new()
        },
    });
    let department = Department::parse("62").unwrap();
    Gazetteer::new(
        department,
        "Pas-de-Calais".to_owned(),
        Vec::new(),
        communes.collect(),
    )
}

/// What a whole text is read as.
pub(in crate::communique::read) fn reading(text: &str) -> Reading {
    let gazetteer = gazetteer();
    let gazetteers = [&gazetteer];
    let known = Known {
        gazetteers: &gazetteers,
        ..Known::default()
    };
    read(text, &known).unwrap()
}

/// What one item of a list is read as, in a release of 30 April 2020.
fn draft(item: &str) -> DraftRead {
    let text = ["Arras, le 30 avril 2020\n\nInitiatives n° 1\n\n- ", item].concat();
    let reading = reading(&text);
    assert_eq!(reading.drafts.len(), 1, "{item}");
    reading.drafts.into_iter().next().unwrap()
}

fn measures(item: &str) -> Vec<String> {
    let draft = draft(item);
    let shown = draft.measures.iter().map(|found| {
        let about = if found.value.approximate { "~" } else { "" };
        [
            found.value.kind.code(),
            " ",
            about,
            &found.value.value.plain(),
            " ",
            &found.value.unit,
        ]
        .concat()
    });
    shown.collect()
}

#[test]
fn what_a_number_means_is_said_by_the_words_around_it() {
    for (item, expected) in [
        ("À Lens, 1 600 masques ont été cousus.", "produced 1600 masques"),
        (
            "À Lens, l’atelier a fabriqué 1 600 masques vendus 3,50 €.",
            "produced 1600 masques",
        ),
        (
            "À Lens, la ville a remis près de 200 repas.",
            "distributed ~200 repas",
        ),
        ("À Lens, la ville prête 12 tablettes.", "provided 12 tablettes"),
        (
            "À Lens, la ville a offert vingt ordinateurs.",
            "provided 20 ordinateurs",
        ),
        ("À Lens, 150 sacs seront distribués.", "target 150 sacs"),
        (
            "À Lens, la ville se mobilise afin de coudre 8 500 masques.",
            "target 8500 masques",
        ),
        (
            "À Lens, une quinzaine de couturières cousent.",
            "volunteers ~15 couturières",
        ),
        ("À Lens, la ville aide 45 familles.", "beneficiaries 45 familles"),
        (
            "À Lens, la ville a accueilli 320 personnes.",
            "beneficiaries 320 personnes",
        ),
        (
            "À Lens, l’association a collecté 75 ordinateurs.",
            "other 75 ordinateurs",
        ),
        ("À Lens, l’association a nettoyé six maisons.", "other 6 maisons"),
        (
            "À Lens, une citerne de 10 000 litres et 9 000 bouteilles distribuées.",
            "distributed 9000 bouteilles",
        ),
    ] {
        assert_eq!(measures(item), [expected], "{item}");
    }
    assert_eq!(
        measures("À Lens, 1 600 masques cousus sur un objectif de 11 000."),
        ["produced 1600 masques", "target 11000 masques"]
    );
}

#[test]
fn nobodys_name_stands_in_that_of_a_body() {
    let read = reading("À Lens, la savonnerie artisanale de Sophie Leclercq offre 400 savons.");
    let organiser = read.drafts[0]
        .organiser
        .as_ref()
        .map(|found| found.value.name.as_str());
    assert_eq!(organiser, Some("savonnerie artisanale"));
    assert_eq!(read.drafts[0].people[0].value, "Sophie Leclercq");
}

#[test]
fn what_counts_nothing_is_no_quantity() {
    for item in [
        "À Lens (31 000 habitants), la ville coud le 30 avril à 14h30.",
        "À Lens, 12 rue Verte, 62300, la ville coud depuis 1987, selon l’article 3 du décret n° 2020-293.",
        "À Lens, la salle coûte 5 000 euros, soit 80 %, 24 h sur 24, 7 jours sur 7.",
        "À Lens, la ville répond au 03 21 00 00 00, poste 203.",
        "À Lens, à 12 km de la mer, la ville coud.",
    ] {
        assert_eq!(measures(item), [""; 0], "{item}");
    }
    let told = measures("À Lens, la ville a cousu 300 masques pour le quartier (qui en compte 900).");
    assert_eq!(told.len(), 1, "{told:?}");
}

#[test]
fn the_place_of_work_is_told_from_those_served_and_from_other_words() {
    let places = |item: &str| {
        let draft = draft(item);
        let place = draft.place.map(|found| found.value.commune).unwrap_or_default();
        let served: Vec<String> = draft
            .served
            .into_iter()
            .map(|found| found.value.commune)
            .collect();
        (place, served.join(", "))
    };
    for (item, place, served) in [
        (
            "À Marck, on coud pour les habitants de Calais et d’Annay-sous-Lens.",
            "Marck",
            "Calais, Annay",
        ),
        (
            "La commune de Marck aide d’autres communes (Avion, Annay).",
            "Marck",
            "Avion, Annay",
        ),
        ("Près de Béthune, à Marck, la ville coud.", "Marck", ""),
        (
            "Non loin de Lens, à Noyelles sous Lens, la ville coud.",
            "Noyelles-sous-Lens",
            "",
        ),
        ("Au Portel, la ville coud.", "Le Portel", ""),
        ("À St Omer, la ville coud.", "Saint-Omer", ""),
        ("À LENS, la ville coud.", "Lens", ""),
        (
            "Le docteur Calais a prêté un avion au Pas-de-Calais, rue de Lens.",
            "",
            "",
        ),
        ("Lens et Avion : les deux communes cousent.", "Lens", "Avion"),
    ] {
        assert_eq!(places(item), (place.to_owned(), served.to_owned()), "{item}");
    }
}

#[test]
fn who_carries_it_has_a_kind_and_a_name() {
    let organiser = |item: &str| {
        let organiser = draft(item).organiser.map(|found| found.value).unwrap_or_default();
        (
            organiser
                .kind
                .map_or(String::new(), |kind| kind.code().to_owned()),
            organiser.name,
        )
    };
    for (item, kind, name) in [
        (
            "À Lens, l’association « Fil solidaire » coud.",
            "association",
            "Fil solidaire",
        ),
        (
            "À Lens, l’association Fil solidaire cherche du tissu.",
            "association",
            "Fil solidaire",
        ),
        ("La ville de Marck coud des masques.", "commune", "ville de Marck"),
        (
            "À Lens, le lycée Malraux a imprimé des visières.",
            "public_body",
            "lycée Malraux",
        ),
        (
            "À Lens, le club de rugby a donné 20 ballons.",
            "association",
            "club de rugby",
        ),
        (
            "À Lens, une équipe, réunie par l’association Slovo, traduit.",
            "association",
            "Slovo",
        ),
        ("À Lens, une habitante, Jeanne Martin, coud.", "individual", ""),
        (
            "À Lens, les « Cuisiniers du Mont » livrent 80 repas.",
            "",
            "Cuisiniers du Mont",
        ),
        (
            "Lens : 40 masques cousus par les Dames de Turenne.",
            "",
            "Dames de Turenne",
        ),
        ("À Lens, 300 gants ont été remis au CHU.", "", ""),
    ] {
        assert_eq!(organiser(item), (kind.to_owned(), name.to_owned()), "{item}");
    }
}

#[test]
fn what_is_asked_for_is_told_from_what_was_received() {
    let needs = |item: &str| {
        let draft = draft(item);
        let shown = draft.needs.iter().map(|found| {
            let quantity = found
                .value
                .quantity
                .map_or(String::new(), |quantity| [" ", &quantity.plain()].concat());
            [found.value.kind.code(), " ", &found.value.what, &quantity].concat()
        });
        shown.collect::<Vec<_>>()
    };
    for (item, expected) in [
        (
            "À Lens, la ville cherche du tissu et des élastiques.",
            &["materials tissu et des élastiques"][..],
        ),
        (
            "À Lens, la ville recherche 8 bénévoles.",
            &["volunteers bénévoles 8"],
        ),
        ("À Lens, la ville coud. Tissu recherché.", &["materials Tissu"]),
        (
            "À Lens, la ville lance un appel aux dons pour acheter du tissu.",
            &["money appel aux dons"],
        ),
        (
            "À Lens, la ville coud. Venez nombreux !",
            &["volunteers Venez nombreux"],
        ),
        (
            "À Lens, la ville a besoin de lits et de bénévoles.",
            &["equipment lits", "volunteers bénévoles"],
        ),
        ("À Lens, la ville a collecté 75 ordinateurs.", &[]),
    ] {
        assert_eq!(needs(item), expected, "{item}");
    }
    assert_eq!(
        measures("À Lens, la ville recherche 8 bénévoles."),
        [""; 0],
        "what is asked for is no measure"
    );
}

#[test]
fn contacts_have_labels_and_say_whose_they_are() {
    let draft = draft(
        "À Lens, la ville coud.\nContact : Mme Jeanne Martin, 06 11 22 33 44\nMédiathèque : 03 21 00 00 00, a@b.fr",
    );
    let shown: Vec<_> = draft
        .contacts
        .iter()
        .map(|found| {
            (
                found.value.means.value(),
                found.value.label.as_str(),
                found.value.personal,
            )
        })
        .collect();
    assert_eq!(
        shown,
        [
            ("0611223344", "", true),
            ("0321000000", "Médiathèque", false),
            ("a@b.fr", "", false)
        ]
    );
    assert_eq!(draft.people.len(), 1);
}

#[test]
fn days_take_the_year_of_the_release() {
    let days = |item: &str| {
        let draft = draft(item);
        let day = |found: Option<crate::communique::read::Found<crate::domain::date::Date>>| {
            found.map_or(String::new(), |found| found.value.to_string())
        };
        (
            day(draft.start),
            day(draft.end),
            draft.when.map_or(String::new(), |found| found.value),
        )
    };
    let expected = |start: &str, end: &str, when: &str| (start.to_owned(), end.to_owned(), when.to_owned());
    for (item, told) in [
        (
            "À Lens, la ville coud du 4 au 8 mai.",
            expected("2020-05-04", "2020-05-08", ""),
        ),
        (
            "À Lens, la ville coud depuis le 6 avril.",
            expected("2020-04-06", "", ""),
        ),
        (
            "À Lens, la ville coud jusqu’au 5 janvier.",
            expected("", "2021-01-05", ""),
        ),
        (
            "À Lens, la ville coud chaque mercredi matin.",
            expected("", "", "chaque mercredi matin"),
        ),
        ("À Lens, la ville a cousu le 12 avril.", expected("", "", "")),
        (
            "À Lens, la ville coud le samedi 16 mai.",
            expected("2020-05-16", "", ""),
        ),
    ] {
        assert_eq!(days(item), told, "{item}");
    }
}

#[test]
fn a_text_may_begin_with_what_recurs() {
    let read = reading("Chaque mercredi, la ville de Lens coud 30 masques.");
    let when = read.drafts.iter().find_map(|draft| draft.when.as_ref());
    assert_eq!(when.map(|found| found.value.as_str()), Some("Chaque mercredi"));
}

#[test]
fn nobody_is_named_in_what_may_be_public() {
    for (item, summary) in [
        (
            "À Lens, une habitante, Jeanne Martin, coud.",
            "À Lens, une habitante coud.",
        ),
        (
            "À Avion, Mme Leroy, couturière retraitée, coud.",
            "À Avion, couturière retraitée, coud.",
        ),
        ("À Lens, M. Paul Durand coud.", "À Lens, une personne coud."),
        (
            "Jean Lens et Marie Calais, deux retraités d’Avion, cousent.",
            "Deux retraités d’Avion, cousent.",
        ),
    ] {
        let draft = draft(item);
        assert_eq!(draft.summary, summary, "{item}");
        assert!(
            !draft.people.is_empty()
                && draft
                    .people
                    .iter()
                    .all(|person| !draft.title.contains(&person.value))
        );
    }
}

#[test]
fn a_title_is_short_and_made_of_the_facts() {
    for (item, title) in [
        (
            "À Lens, l’association « Fil solidaire » a cousu 40 masques.",
            "Lens\u{a0}: masques, Fil solidaire",
        ),
        ("La ville de Marck a cousu 40 masques.", "Marck\u{a0}: masques"),
        (
            "À Lens, le centre social propose des lectures.",
            "Lens\u{a0}: centre social",
        ),
    ] {
        assert_eq!(draft(item).title, title, "{item}");
    }
}

#[test]
fn labelled_lines_say_what_the_composer_meant() {
    let draft = draft(
        "Un atelier coud à Lens.\nLieu : Marck (62000)\nProduction : environ 40 masques\nPour qui : tous\nE-mail : a@b.fr",
    );
    let place = draft.place.unwrap().value;
    assert_eq!(
        (place.commune.as_str(), place.insee.unwrap().as_str()),
        ("Marck", "62006")
    );
    assert!(draft.measures[0].value.approximate && draft.measures.len() == 1);
    assert_eq!(draft.audience.unwrap().value, "tous");
    assert_eq!(draft.contacts.len(), 1);
}
