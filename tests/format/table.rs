//! Tables: what is written is read by the usual parser and by ourselves, and what town halls write is
//! understood.

use proptest::prelude::*;
use solidaire::domain::catalogue::Catalogue;
use solidaire::domain::code::{Insee, Postcode};
use solidaire::domain::contact::{Contact, Means};
use solidaire::domain::id::Id;
use solidaire::domain::initiative::{Initiative, OrganiserKind};
use solidaire::domain::site::Site;
use solidaire::domain::value::Object;
use solidaire::format::csv::{COLUMNS, Mapping, Table, TableErrorKind, write};
use solidaire::format::publish::publishable;
use solidaire::format::warning::{Reading, WarningKind};
use solidaire::i18n::{Lang, install_late};

use super::{arbitrary, told};

fn table(text: &str) -> Table {
    Table::recognise(text).expect("a table").expect("whole")
}

/// Reads a table onto what is here, by its own headings.
fn onto(here: &Catalogue, text: &str) -> Reading<Catalogue> {
    let table = table(text);
    table.onto(here, &Mapping::guess(&table))
}

/// The cells as the usual parser reads them, the headings first.
fn parsed(text: &str, delimiter: u8) -> Vec<Vec<String>> {
    let text = text.strip_prefix('\u{feff}').expect("the mark of UTF-8");
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(delimiter)
        .has_headers(false)
        .from_reader(text.as_bytes());
    let records = reader.records().map(|record| record.expect("a record"));
    records
        .map(|record| record.iter().map(str::to_owned).collect())
        .collect()
}

fn empty(site: &Site) -> Catalogue {
    Catalogue::new(site.clone())
}

fn with(initiative: Initiative) -> Catalogue {
    let mut catalogue = empty(&Site::new(Id::parse("site").unwrap()));
    catalogue.initiatives.push(initiative);
    catalogue
}

fn initiative(id: &str, title: &str) -> Initiative {
    Initiative::new(Id::parse(id).unwrap(), title.to_owned())
}

proptest! {
    #[test]
    fn the_usual_parser_reads_what_is_written(catalogue in arbitrary::catalogue()) {
        install_late();
        let catalogue = publishable(&catalogue);
        for (lang, delimiter) in [(Lang::Fr, b';'), (Lang::En, b',')] {
            let records = parsed(&write(&catalogue, lang), delimiter);
            prop_assert_eq!(records.len(), catalogue.initiatives.len() + 1);
            for record in &records {
                prop_assert_eq!(record.len(), COLUMNS.len());
                for (cell, column) in record.iter().zip(&COLUMNS) {
                    let is_degrees = ["place.lat", "place.lon"].contains(&column.name);
                    let is_formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']);
                    prop_assert!(!is_formula || is_degrees, "{}: {cell:?}", column.name);
                }
            }
            for (record, initiative) in records[1..].iter().zip(&catalogue.initiatives) {
                prop_assert_eq!(record[0].trim_start_matches('\''), initiative.id.as_str());
            }
        }
    }

    #[test]
    fn what_is_exported_changes_nothing_where_it_comes_from(catalogue in arbitrary::catalogue()) {
        install_late();
        for lang in Lang::ALL {
            let read = onto(&catalogue, &write(&publishable(&catalogue), lang));
            prop_assert!(read.warnings.list().iter().all(|warning| warning.kind == WarningKind::BadContact));
            let exported = publishable(&catalogue).initiatives;
            let here = catalogue.initiatives.iter();
            let expected: Vec<&Initiative> =
                here.filter(|one| exported.iter().any(|other| other.id == one.id)).collect();
            prop_assert_eq!(read.value.initiatives.iter().collect::<Vec<_>>(), expected);
            prop_assert_eq!(read.value.themes, catalogue.themes.clone());
        }
    }

    #[test]
    fn a_table_that_is_read_elsewhere_is_written_again_as_it_was(catalogue in arbitrary::catalogue()) {
        install_late();
        let mut here = empty(&catalogue.site);
        here.themes.clone_from(&catalogue.themes);
        for lang in Lang::ALL {
            let text = write(&publishable(&catalogue), lang);
            let read = onto(&here, &text);
            prop_assert_eq!(write(&read.value, lang), text);
        }
    }

    #[test]
    fn no_text_makes_the_reader_panic(text in any::<String>(), rows in "([a-z;,\"'=\n\t]{0,9}\n){0,9}") {
        install_late();
        for text in [text, rows] {
            if let Some(Ok(table)) = Table::recognise(&text) {
                let here = with(initiative("a", "A"));
                let mut mapping = Mapping::guess(&table);
                for (place, column) in (0..table.headings().len()).zip(0..COLUMNS.len()) {
                    mapping.set(place, Some(column));
                }
                prop_assert!(table.onto(&here, &mapping).value.initiatives.len() <= table.len());
            }
        }
    }
}

/// What a town hall might send: semicolons, its own headings, decimal commas, days in French.
const TOWN_HALL: &str = "Nom;Description;Ville;CP;Code INSEE;Latitude;Longitude;Tél.;Courriel;Date de fin;Référent\r\n\
    Paniers solidaires;\"Légumes ; fruits\r\net conserves\";Bourg-en-Bresse;1000;1053;46,2052;-5,2255;474000000;\
    paniers@exemple.fr;30/04/2027;Mme X\r\n\
    ;;;;;;;;;;\r\n\
    Friperie;;Lens;62300;;;;03 21 00 00 00;;;\r\n";

#[test]
fn a_town_halls_own_table_is_understood() {
    install_late();
    let table = table(TOWN_HALL);
    assert_eq!(table.len(), 2);
    assert_eq!(table.samples(0, 1), ["Paniers solidaires"]);
    let mapping = Mapping::guess(&table);
    assert_eq!(
        mapping.get(10),
        None,
        "of a heading that names nothing, nothing is taken"
    );
    let read = table.onto(&empty(&Site::new(Id::parse("site").unwrap())), &mapping);
    let [one, two] = read.value.initiatives.as_slice() else {
        panic!("{:?}", read.value.initiatives)
    };
    assert_eq!(one.title, "Paniers solidaires");
    assert_eq!(one.summary, "Légumes ; fruits\net conserves");
    assert_eq!(one.place.commune, "Bourg-en-Bresse");
    assert_eq!(one.place.postcode.as_ref().map(Postcode::as_str), Some("01000"));
    assert_eq!(one.place.insee.as_ref().map(Insee::as_str), Some("01053"));
    assert_eq!((one.place.lat, one.place.lon), (Some(46.2052), Some(-5.2255)));
    assert_eq!(one.contacts[0].means, Means::parse("phone", "0474000000"));
    assert_eq!(one.contacts[1].means, Means::parse("email", "paniers@exemple.fr"));
    assert_eq!(
        one.period.end.map(|day| day.to_string()).as_deref(),
        Some("2027-04-30")
    );
    assert_eq!(two.contacts[0].means, Means::parse("phone", "0321000000"));
    let told = told(&read.warnings);
    let repaired = [
        "line[1].place.postcode",
        "line[1].place.insee",
        "line[1].contacts.value",
    ];
    assert_eq!(told, repaired.map(|place| (place, WarningKind::Converted)));
    let again = table.onto(&read.value, &mapping);
    assert_eq!(
        again.value.initiatives, read.value.initiatives,
        "the same file names the same initiatives"
    );
}

#[test]
fn a_row_changes_what_its_columns_tell_and_nothing_else() {
    install_late();
    let mut here = initiative("marck", "Masques");
    here.summary = "Un résumé".to_owned();
    here.practical = "Le mardi".to_owned();
    here.extra.set("x_kept", "oui");
    here.contacts = vec![
        Contact {
            id: Id::parse("c1").unwrap(),
            means: Means::parse("phone", "0321727800"),
            label: String::new(),
            public: true,
            extra: Object::new(),
        },
        Contact {
            id: Id::parse("c2").unwrap(),
            means: Means::parse("email", "a@exemple.fr"),
            label: String::new(),
            public: true,
            extra: Object::new(),
        },
    ];
    let here = with(here);
    let read = onto(
        &here,
        "id,title,summary,phone\nmarck,Masques lavables,,03 21 72 78 00 | mairie\nneuf,Neuve,,\n",
    );
    assert!(read.warnings.is_empty(), "{:?}", read.warnings.list());
    let changed = &read.value.initiatives[0];
    let mut expected = here.initiatives[0].clone();
    expected.title = "Masques lavables".to_owned();
    expected.summary = String::new();
    expected.contacts[0].label = "mairie".to_owned();
    assert_eq!(*changed, expected);
    assert_eq!(read.value.initiatives[1].id.as_str(), "neuf");
}

#[test]
fn consent_and_codes_never_pass_to_another_person_or_commune() {
    install_late();
    let mut here = initiative("a", "Couture");
    here.organiser.name = "Camille Durand".to_owned();
    here.organiser.kind = Some(OrganiserKind::Individual);
    here.organiser.consent = Some(true);
    here.place.commune = "Marck".to_owned();
    here.place.insee = Insee::parse("62548");
    (here.place.lat, here.place.lon) = (Some(50.9), Some(1.9));
    let here = with(here);
    let read = |text: &str| onto(&here, text).value.initiatives.remove(0);
    let other = read("id;Organisateur;Commune\na;Dominique Martin;Lens\n");
    assert_eq!(
        (other.organiser.name.as_str(), other.organiser.consent),
        ("Dominique Martin", None)
    );
    assert_eq!(
        (other.place.insee, other.place.lat, other.place.lon),
        (None, None, None)
    );
    let same = read("id;Organisateur;Commune\na;Camille Durand;Marck\n");
    assert_eq!(same, here.initiatives[0]);
    let told = read("id;Organisateur;Accord de la personne\na;Dominique Martin;oui\n");
    assert_eq!(told.organiser.consent, Some(true));
}

#[test]
fn what_an_export_leaves_out_is_not_emptied_by_it() {
    install_late();
    let mut here = initiative("a", "Couture");
    here.organiser.name = "Camille Durand".to_owned();
    here.organiser.kind = Some(OrganiserKind::Individual);
    let here = with(here);
    let text = write(&publishable(&here), Lang::Fr);
    assert!(!text.contains("Durand"));
    assert_eq!(onto(&here, &text).value.initiatives, here.initiatives);
}

#[test]
fn rows_that_cannot_be_trusted_are_left_out_with_their_number() {
    install_late();
    let here = empty(&Site::new(Id::parse("site").unwrap()));
    let read = onto(
        &here,
        "Identifiant;Titre;Résumé;État\na;A;;\nb;B; un ; de ; trop\na;Encore;;\n;;sans titre;\nc;C\nd;D;;En pause\n",
    );
    let ids: Vec<_> = read.value.initiatives.iter().map(|one| one.id.as_str()).collect();
    assert_eq!(ids, ["a", "c", "d"]);
    assert_eq!(read.warnings.refused(), 3);
    let told = told(&read.warnings);
    assert_eq!(
        told,
        [
            ("line[2]", WarningKind::Unusable),
            ("line[3].id", WarningKind::Repeated),
            ("line[4]", WarningKind::NoTitle),
            ("line[6].status", WarningKind::BadCode),
        ]
    );
}

#[test]
fn a_theme_is_known_by_its_name_and_a_new_one_comes_along() {
    install_late();
    let mut here = empty(&Site::new(Id::parse("site").unwrap()));
    let mut label = Object::new();
    label.set("fr", "Aide alimentaire");
    here.themes.push(solidaire::domain::theme::Theme {
        id: Id::parse("food").unwrap(),
        label,
        extra: Object::new(),
    });
    let read = onto(
        &here,
        "Titre;Thème\nA;aide ALIMENTAIRE\nB;Vêtements\nC;Vetements\n",
    );
    let of = |place: usize| read.value.initiatives[place].theme.clone().unwrap();
    assert_eq!(of(0).as_str(), "food");
    assert_eq!(of(1), of(2));
    assert_eq!(read.value.themes.len(), 2);
    assert_eq!(read.value.themes[1].name("fr"), "Vêtements");
}

#[test]
fn prose_and_json_are_no_tables_and_a_torn_one_is_told() {
    install_late();
    for text in [
        "",
        "Bonjour, ceci est une lettre.",
        "Bonjour,\n\nje vous écris pour les masques, les visières et le reste.\nÀ bientôt",
        "{\"format\":\"solidaire-catalogue\"}",
    ] {
        assert!(Table::recognise(text).is_none(), "{text}");
    }
    assert!(
        Table::recognise("id;titre\n").is_some(),
        "an empty selection is a table"
    );
    let torn = Table::recognise("id;Titre;Résumé\na;A;\"sans fin\nb;B;x\n")
        .unwrap()
        .unwrap_err();
    assert_eq!((torn.kind, torn.line), (TableErrorKind::Unclosed, 2));
    let wide = format!("id;Titre{}\na;b\n", ";".repeat(300));
    assert!(Table::recognise(&wide).is_none(), "no row of it can be read");
    let rows = "a;x\n".repeat(20_001);
    let long = Table::recognise(&format!("id;Titre\n{rows}"))
        .unwrap()
        .unwrap_err();
    assert_eq!((long.kind, long.line), (TableErrorKind::TooMany, 20_002));
}

#[test]
fn what_is_past_a_limit_is_told_and_costs_no_time() {
    install_late();
    let here = empty(&Site::new(Id::parse("site").unwrap()));
    let items = (0..3_000).map(|number| number.to_string()).collect::<Vec<_>>();
    let read = onto(
        &here,
        &format!("id;Titre;Mots-clés\na;A;\"{}\"\nb;B;x\n", items.join("\n")),
    );
    assert_eq!(read.value.initiatives.len(), 1);
    assert_eq!(read.warnings.list()[0].kind, WarningKind::TooMany);
    let rows = items.iter().map(|number| ["a", number, ";A;", number].concat());
    let themes = ["id;Titre;Thème", &rows.collect::<Vec<_>>().join("\n")].join("\n");
    let read = onto(&here, &themes);
    assert_eq!(
        (read.value.themes.len(), read.value.initiatives.len()),
        (200, 3_000)
    );
    let warnings = read.warnings.list().iter();
    assert!(
        warnings
            .clone()
            .all(|warning| warning.kind == WarningKind::TooMany)
            && warnings.count() == 1_000
    );
    let cell = "|".repeat(2_000_001);
    let many = Table::recognise(&format!("id;Titre\na;{cell}\n"))
        .unwrap()
        .unwrap_err();
    assert_eq!((many.kind, many.line), (TableErrorKind::TooMany, 2));
}
