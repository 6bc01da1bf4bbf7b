//! How long a table for spreadsheets takes: to be written, to be read onto what is here, to be compared.

use std::sync::Arc;

use solidaire::format::csv::{Mapping, Table, write};
use solidaire::format::publish::publishable;
use solidaire::i18n::{Lang, install_late};
use solidaire::workspace::Workspace;
use solidaire::workspace::import::{Content, Incoming, Mode, plan};

use crate::catalogue::catalogue;
use crate::measure::{Clock, timed};

/// How many initiatives the table has.
pub const ROWS: usize = 10_000;

/// What was measured; times in milliseconds.
#[derive(Debug, Clone, PartialEq)]
pub struct Tabled {
    rows: usize,
    /// Writing it, what may not leave the device left out.
    pub write: f64,
    /// Its length in megabytes of 2²⁰ bytes.
    pub megabytes: f64,
    /// Recognising it and telling its cells apart.
    pub parse: f64,
    /// Reading every row onto the initiative that is here.
    pub read: f64,
    /// Comparing the rows with what is here.
    pub compare: f64,
}

/// Measures a table of as many initiatives.
///
/// # Panics
/// If the table is not read as it was written, since no time of it would mean anything.
#[must_use]
pub fn tabled(rows: usize, clock: Clock) -> Tabled {
    install_late();
    let here = catalogue(rows);
    let (write, text) = timed(clock, || write(&publishable(&here), Lang::Fr));
    let (parse, table) = timed(clock, || Table::recognise(&text));
    let table = table.expect("a table").expect("whole");
    let mapping = Mapping::guess(&table);
    let (read, incoming) = timed(clock, || Incoming::of_table(&table, &mapping, &here));
    let Content::Catalogue(read_back) = incoming.content else {
        panic!("rows are a catalogue")
    };
    let workspace = Workspace::published(Arc::new(here));
    let (compare, plan) = timed(clock, || plan(&workspace, &read_back, Mode::Join));
    assert!(
        plan.is_empty() && plan.identical == table.len(),
        "what was written is read as it was"
    );
    #[allow(clippy::cast_precision_loss, reason = "a text is far below 2⁵³ bytes")]
    let megabytes = text.len() as f64 / f64::from(1 << 20);
    Tabled {
        rows,
        write,
        megabytes,
        parse,
        read,
        compare,
    }
}

impl Tabled {
    /// What was measured, as a table in Markdown.
    #[must_use]
    pub fn table(&self) -> String {
        format!(
            "\n| CSV of | megabytes | write | parse | read onto what is here | compare |\n\
             | ---: | ---: | ---: | ---: | ---: | ---: |\n| {} | {:.1} | {:.1} | {:.1} | {:.1} | {:.1} |\n",
            self.rows, self.megabytes, self.write, self.parse, self.read, self.compare,
        )
    }
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::tabled;

    #[test]
    fn a_table_of_a_table_is_a_row_of_one_width() {
        let ticks = Cell::new(0.0);
        let clock = || {
            ticks.set(ticks.get() + 1.0);
            ticks.get()
        };
        let table = tabled(50, &clock).table();
        let rows = table.lines().skip(1);
        let widths: Vec<usize> = rows.map(|line| line.matches('|').count()).collect();
        assert_eq!(widths, [7, 7, 7], "{table}");
    }
}
