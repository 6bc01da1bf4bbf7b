//! How long an editor waits: for the next edition, and for what may be here already of another site's
//! catalogue.

use solidaire::domain::date::Timestamp;
use solidaire::domain::duplicates::{Duplicates, Features};
use solidaire::format::{json, v1};
use solidaire::workspace::publish::next_edition;

use crate::arrival;
use crate::catalogue::catalogue;
use crate::measure::{Clock, timed};

/// How many initiatives are here, how many another site has, and how many of those are here too.
pub const SIZES: (usize, usize, usize) = (10_000, 1_000, 500);

/// What was measured; times in milliseconds.
#[derive(Debug, Clone, PartialEq)]
pub struct Editing {
    sizes: (usize, usize, usize),
    /// Composing the next edition, with as many local changes as fit the scene of an arrival.
    pub compose: f64,
    /// Writing its file.
    pub write: f64,
    /// Making ready what is here, to be asked for what is alike.
    pub ready: f64,
    /// Asking for each entry of the other site.
    pub ask: f64,
}

/// Measures what an editor waits for.
///
/// # Panics
/// If the next edition takes in nothing, or entries that are here are not found, since no time of it
/// would mean anything.
#[must_use]
pub fn editing(sizes: (usize, usize, usize), clock: Clock) -> Editing {
    let (here, theirs, both) = sizes;
    let mut ours = catalogue(here + theirs - both);
    let other = ours.initiatives.split_off(here);
    let known = ours.initiatives[here - both..].to_vec();
    let (ready, duplicates) = timed(clock, || {
        Duplicates::among(ours.initiatives.iter().map(Features::of))
    });
    let (ask, found) = timed(clock, || {
        let entries = known.iter().chain(&other);
        let alike = entries.map(|entry| duplicates.of(&Features::of(entry)));
        alike.filter(|alike| !alike.is_empty()).count()
    });
    assert!(found >= both, "an entry that is here is found: {found}");
    let (workspace, _) = arrival::scene(&ours);
    let at = Timestamp::parse("2026-06-02T08:00:00Z").expect("it is a time");
    let (compose, next) = timed(clock, || next_edition(&workspace, &ours, 0, at));
    assert!(!next.included.is_empty(), "an edition of nothing takes less time");
    let (write, _) = timed(clock, || json::write(&v1::write_catalogue(&next.catalogue)));
    Editing {
        sizes,
        compose,
        write,
        ready,
        ask,
    }
}

impl Editing {
    /// What was measured, as a table in Markdown.
    #[must_use]
    pub fn table(&self) -> String {
        let (here, theirs, _) = self.sizes;
        format!(
            "\n| initiatives | next edition of {} changes | its file | what is alike: make ready | ask for {theirs} |\n\
             | ---: | ---: | ---: | ---: | ---: |\n| {here} | {:.1} | {:.1} | {:.1} | {:.1} |\n",
            here.min(arrival::CHANGES),
            self.compose,
            self.write,
            self.ready,
            self.ask,
        )
    }
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::editing;

    #[test]
    fn an_editor_s_waiting_is_a_row_of_one_width() {
        let ticks = Cell::new(0.0);
        let clock = || {
            ticks.set(ticks.get() + 1.0);
            ticks.get()
        };
        let table = editing((60, 20, 10), &clock).table();
        let widths: Vec<usize> = table
            .lines()
            .skip(1)
            .map(|line| line.matches('|').count())
            .collect();
        assert_eq!(widths, [6, 6, 6], "{table}");
    }
}
