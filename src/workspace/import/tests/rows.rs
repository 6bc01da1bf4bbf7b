//! The rows of a table on top of what is here.

use std::sync::Arc;

use super::super::{Chosen, Content, Incoming, Mode, Plan, plan};
use super::{apply, counts, edition, here, id};
use crate::domain::catalogue::{RemovalReason, Removed};
use crate::domain::contact::{Contact, Means};
use crate::domain::value::Object;
use crate::format::csv::Mapping;
use crate::format::json;
use crate::format::refusal::Refusal;
use crate::format::v1::write_catalogue;
use crate::i18n::install_late;
use crate::workspace::Workspace;

/// The rows of a table, by its own headings, as they would change what is here.
fn plan_rows(workspace: &Workspace, text: &str) -> Plan {
    let Chosen::Table(table) = Chosen::read(text.as_bytes()).unwrap() else {
        panic!("no table: {text}")
    };
    let rows = Incoming::of_table(&table, &Mapping::guess(&table), workspace.shown());
    let Content::Catalogue(rows) = rows.content else {
        panic!("rows are a catalogue")
    };
    plan(workspace, &rows, Mode::Join)
}

#[test]
fn rows_bring_up_to_date_by_identifier_and_add_the_others() {
    install_late();
    let mut workspace = here();
    let text = "id;title;summary\na;Un;\nb;Deux encore;Neuf\nz;Quatre;\n";
    let planned = plan_rows(&workspace, text);
    assert_eq!(counts(&planned), [1, 1, 1, 0]);
    apply(&mut workspace, planned, "rows");
    let shown = workspace.shown().initiative(&id("b")).unwrap();
    assert_eq!(
        (shown.title.as_str(), shown.summary.as_str()),
        ("Deux encore", "Neuf")
    );
    assert_eq!(counts(&plan_rows(&workspace, text)), [0, 0, 3, 0]);
}

#[test]
fn rows_never_bring_back_what_was_taken_out_and_touch_no_private_contact() {
    install_late();
    let mut edition = edition();
    edition.removed.push(Removed {
        id: id("gone"),
        at: None,
        reason: RemovalReason::Request,
        extra: Object::new(),
    });
    let mut workspace = Workspace::published(Arc::new(edition));
    let secret = Contact {
        id: id("secret"),
        means: Means::parse("phone", "0612345678"),
        label: String::new(),
        public: false,
        extra: Object::new(),
    };
    workspace.set_private_of(&id("a"), vec![secret]);
    let planned = plan_rows(&workspace, "id,title,phone\na,Un,\ngone,Retirée,\n");
    assert_eq!(counts(&planned), [0, 0, 1, 1]);
}

#[test]
fn what_is_no_table_is_read_as_before() {
    install_late();
    let written = json::write(&write_catalogue(&edition()));
    assert!(matches!(Chosen::read(written.as_bytes()), Ok(Chosen::Whole(_))));
    // The code page of western Windows, and UTF-16 with tabs, as spreadsheets save.
    let windows = b"Titre;R\xe9sum\xe9\r\nAtelier;L\x92\xe9t\xe9\r\n";
    let wide: Vec<u8> = "\u{feff}Titre\tRésumé\nAtelier\tL’été\n"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    for bytes in [windows.as_slice(), &wide] {
        let Ok(Chosen::Table(table)) = Chosen::read(bytes) else {
            panic!("no table")
        };
        assert_eq!(table.headings(), ["Titre", "Résumé"]);
        assert_eq!(table.samples(1, 1), ["L’été"]);
    }
    for refused in [
        b"Titre;R\0sum\xc3\xa9\na;b\n".as_slice(),
        b"\x89PNG\r\n\x1a\n\0\0\0\xff",
        b"<html>,</html>",
    ] {
        assert!(matches!(Chosen::read(refused), Err(Refusal::Json(_))));
    }
    assert!(matches!(
        Chosen::read(b"id;title\na;\"b\n"),
        Err(Refusal::Table(_))
    ));
}
