//! The laws of tables: what others write, and what was made of ours.

use std::sync::{Arc, LazyLock};

use solidaire::domain::catalogue::Catalogue;
use solidaire::domain::text::conceals;
use solidaire::format::csv::{COLUMNS, Mapping, Table, write};
use solidaire::format::refusal::Refusal;
use solidaire::format::warning::WarningKind;
use solidaire::i18n::{Lang, install_late};
use solidaire::workspace::Workspace;
use solidaire::workspace::import::{Chosen, Mode, plan};

use crate::laws::have_places;

/// What is here.
static HERE: LazyLock<Catalogue> = LazyLock::new(|| bench::catalogue(6));

/// An input is read as a chosen file, by its headings and by columns that are as good as any.
pub(crate) fn table(input: &[u8]) {
    install_late();
    match Chosen::read(input) {
        Ok(Chosen::Table(table)) => {
            let mut mapping = Mapping::guess(&table);
            rows(&table, &mapping);
            for place in 0..table.headings().len() {
                mapping.set(place, Some((place + input.len()) % COLUMNS.len()));
            }
            rows(&table, &mapping);
        }
        Ok(Chosen::Whole(incoming)) => have_places(&incoming.warnings),
        Err(Refusal::Table(error)) => assert!(error.line > 0 && error.line <= input.len() + 1),
        Err(_) => {}
    }
}

fn rows(table: &Table, mapping: &Mapping) {
    for (place, heading) in table.headings().iter().enumerate() {
        assert!(!conceals(heading));
        assert!(
            table
                .samples(place, 3)
                .iter()
                .all(|sample| !sample.is_empty() && !conceals(sample))
        );
    }
    let read = table.onto(&HERE, mapping);
    have_places(&read.warnings);
    assert!(read.value.initiatives.len() + read.warnings.refused() == table.len());
    assert!(read.value.initiatives.iter().all(|one| !one.title.is_empty()));
    let again = table.onto(&HERE, mapping);
    assert_eq!(again.value, read.value, "the same rows tell the same");
    // Where they stand already, they change nothing, in whatever language they come back.
    let mut there = HERE.clone();
    there.themes.clone_from(&read.value.themes);
    for one in &read.value.initiatives {
        match there.initiatives.iter_mut().find(|other| other.id == one.id) {
            Some(other) => *other = one.clone(),
            None => there.initiatives.push(one.clone()),
        }
    }
    for lang in Lang::ALL {
        let text = write(&there, lang);
        let table = Table::recognise(&text)
            .expect("a table")
            .expect("what was written is read");
        let back = table.onto(&there, &Mapping::guess(&table));
        let kinds = back.warnings.list().iter().map(|warning| warning.kind);
        assert!(
            kinds.clone().all(|kind| kind == WarningKind::BadContact),
            "{:?}",
            back.warnings.list()
        );
        let workspace = Workspace::published(Arc::new(there.clone()));
        let planned = plan(&workspace, &back.value, Mode::Join);
        assert!(planned.is_empty(), "{:?} {:?}", planned.new, planned.changed);
    }
}
