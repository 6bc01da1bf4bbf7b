//! How long the map of a department takes: to place what was found, to join it, to name towns.

use std::fmt::Write as _;

use solidaire::domain::initiative::Initiative;
use solidaire::domain::map::names::towns;
use solidaire::domain::map::sites::by_commune;
use solidaire::domain::map::{APART, Flat, Frame, Ground, Sited, View, clusters, names};

use crate::catalogue::{catalogue, gazetteer};
use crate::measure::{Clock, timed};
use crate::random::Random;

/// How many initiatives are mapped.
pub const MAPPED: usize = 10_000;

/// The frame of the map on a phone.
const FRAME: Frame = Frame {
    width: 328.0,
    height: 444.0,
};

/// What was measured; times in milliseconds.
#[derive(Debug, Clone, PartialEq)]
pub struct Mapped {
    /// What was mapped.
    what: &'static str,
    /// How many places there are.
    places: usize,
    /// Laying the department flat and placing every initiative.
    pub place: f64,
    /// Joining the places into marks where the whole is in sight, and how many marks that gives.
    pub whole: (f64, usize),
    /// The same as close as it gets.
    pub closest: (f64, usize),
    /// Putting the list in the order of the communes.
    pub list: f64,
    /// Naming towns between the marks of the whole.
    pub name: f64,
}

impl Mapped {
    /// All that is done before the map is drawn for the first time.
    #[must_use]
    pub fn first(&self) -> f64 {
        self.place + self.whole.0 + self.name + self.list
    }
}

/// Measures a map of as many initiatives: each in its commune, and each with a point of its own.
///
/// # Panics
/// If the department that the application ships cannot be drawn.
#[must_use]
pub fn mapped(initiatives: usize, clock: Clock) -> Vec<Mapped> {
    let mut catalogue = catalogue(initiatives);
    let in_communes = map("each in its commune", &catalogue.initiatives, clock);
    let mut random = Random::new(7);
    for initiative in &mut catalogue.initiatives {
        let mut degrees = |from: f64, thousandths: u32| {
            let below = random.below(usize::try_from(thousandths).unwrap_or(1));
            let below = u32::try_from(below).expect("it is below a number of as many bits");
            from + f64::from(below) / 1000.0
        };
        initiative.place.lat = Some(degrees(50.1, 700));
        initiative.place.lon = Some(degrees(1.7, 1300));
    }
    let with_points = map("each at a point of its own", &catalogue.initiatives, clock);
    vec![in_communes, with_points]
}

fn map(what: &'static str, initiatives: &[Initiative], clock: Clock) -> Mapped {
    let gazetteer = gazetteer();
    let (place, (ground, sited, towns)) = timed(clock, || {
        let points = initiatives
            .iter()
            .filter_map(|initiative| initiative.place.point());
        let ground = Ground::of(&gazetteer, points).expect("the department is known");
        let sited = Sited::of(initiatives.iter().enumerate(), &gazetteer, &ground);
        let towns = towns(&gazetteer, ground.plane);
        (ground, sited, towns)
    });
    let view = View::whole(ground.size);
    let middle = (FRAME.width / 2.0, FRAME.height / 2.0);
    let close = view.zoomed(f64::MAX, middle, ground.size, FRAME);
    let join = |view: View| {
        let apart = APART / view.step(ground.size, FRAME);
        let (time, marks) = timed(clock, || clusters(&sited.localities, apart));
        (time, marks)
    };
    let (whole, marks) = join(view);
    let (closest, parted) = join(close);
    let lie = view.lie(ground.size, FRAME);
    let (name, _) = timed(clock, || {
        let seat = |seat: Flat| lie.place(seat);
        let places: Vec<(f64, f64)> = marks
            .iter()
            .map(|mark| seat(sited.localities[mark.seat()].at))
            .collect();
        names::names(&towns, &places, lie, FRAME)
    });
    let (list, _) = timed(clock, || {
        let named = initiatives
            .iter()
            .map(|initiative| initiative.place.commune.as_str());
        by_commune(named.enumerate())
    });
    Mapped {
        what,
        places: sited.localities.len(),
        place,
        whole: (whole, marks.len()),
        closest: (closest, parted.len()),
        list,
        name,
    }
}

/// What was measured, as a table in Markdown.
#[must_use]
pub fn table(rows: &[Mapped]) -> String {
    let mut table = format!(
        "\n| map of {MAPPED} | places | place | join, whole (marks) | join, closest (marks) | name towns | list by commune | before it is drawn |\n\
         | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |\n"
    );
    for row in rows {
        writeln!(
            table,
            "| {} | {} | {:.1} | {:.1} ({}) | {:.1} ({}) | {:.2} | {:.1} | {:.1} |",
            row.what,
            row.places,
            row.place,
            row.whole.0,
            row.whole.1,
            row.closest.0,
            row.closest.1,
            row.name,
            row.list,
            row.first(),
        )
        .expect("a text takes any text");
    }
    table
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::{mapped, table};

    #[test]
    fn both_maps_are_rows_of_one_width_and_part_when_one_goes_closer() {
        let ticks = Cell::new(0.0);
        let clock = || {
            ticks.set(ticks.get() + 1.0);
            ticks.get()
        };
        let rows = mapped(300, &clock);
        for row in &rows {
            assert!(row.whole.1 < row.closest.1, "{row:?}");
        }
        let table = table(&rows);
        let widths: Vec<usize> = table
            .lines()
            .skip(1)
            .map(|line| line.matches('|').count())
            .collect();
        assert_eq!(widths, [9, 9, 9, 9], "{table}");
    }
}
