//! How long reading a pasted press release takes.

use std::fmt::Write as _;

use solidaire::communique::read::{Known, read};

use crate::catalogue::{catalogue, gazetteer};
use crate::measure::Clock;

/// The lengths that are measured, in kilobytes.
const KILOBYTES: [usize; 3] = [10, 100, 200];

/// How often each is read; the fastest counts, since the others waited for something else.
const RUNS: usize = 5;

/// What was measured at one length.
#[derive(Debug, Clone, PartialEq)]
pub struct Pasted {
    /// The length.
    pub kilobytes: usize,
    /// How many drafts were read.
    pub drafts: usize,
    /// The time in milliseconds.
    pub read: f64,
}

/// Measures each length.
///
/// # Panics
/// If nothing is read, since no time of it would mean anything.
#[must_use]
pub fn pasted(clock: Clock) -> Vec<Pasted> {
    let gazetteer = gazetteer();
    let gazetteers = [&gazetteer];
    let known = Known {
        gazetteers: &gazetteers,
        ..Known::default()
    };
    let measured = KILOBYTES.iter().map(|kilobytes| {
        let text = text(kilobytes * 1000);
        let mut times = Vec::new();
        let mut drafts = 0;
        for _ in 0..RUNS {
            let start = clock();
            let reading = read(&text, &known).expect("it is not too long");
            times.push(clock() - start);
            drafts = reading.drafts.len();
        }
        assert!(drafts > 0, "initiatives are read");
        Pasted {
            kilobytes: *kilobytes,
            drafts,
            read: times.into_iter().fold(f64::MAX, f64::min),
        }
    });
    measured.collect()
}

/// A release of so many bytes, in prose.
fn text(bytes: usize) -> String {
    let catalogue = catalogue(1_000);
    let mut text =
        String::from("Arras, le 30 avril 2020\n\nCommuniqué de presse n° 7\n\nSOLIDAIRES ENSEMBLE :\n\n");
    for (number, initiative) in catalogue.initiatives.iter().cycle().enumerate() {
        if text.len() >= bytes {
            break;
        }
        writeln!(
            text,
            "- À {}, l’association « {} » s’organise. {} Au total, {} masques ont été distribués, sur un objectif de \
             {}, avec une vingtaine de bénévoles.\nContact : 03 21 00 {:02} {:02}\n",
            initiative.place.commune,
            initiative.title,
            initiative.summary,
            100 + number,
            2_000 + number,
            number / 100 % 100,
            number % 100,
        )
        .expect("a text takes any text");
    }
    text
}

/// What was measured, as a table in Markdown.
#[must_use]
pub fn table(rows: &[Pasted]) -> String {
    let mut table = String::from("\n| pasted release, kB | drafts | read |\n| ---: | ---: | ---: |\n");
    for row in rows {
        writeln!(table, "| {} | {} | {:.1} |", row.kilobytes, row.drafts, row.read)
            .expect("a text takes any text");
    }
    table
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::{pasted, table};

    #[test]
    fn each_length_is_a_row() {
        let ticks = Cell::new(0.0);
        let clock = || {
            ticks.set(ticks.get() + 1.0);
            ticks.get()
        };
        let rows = pasted(&clock);
        assert!(rows[0].drafts > 10 && rows[2].drafts > rows[1].drafts, "{rows:?}");
        assert_eq!(
            table(&rows)
                .lines()
                .filter(|line| line.matches('|').count() == 4)
                .count(),
            5
        );
    }
}
