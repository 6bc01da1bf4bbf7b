//! What is measured, on whatever clock it is given.

use std::fmt::Write as _;

use solidaire::domain::catalogue::Catalogue;
use solidaire::domain::date::Date;
use solidaire::domain::gazetteer::Gazetteer;
use solidaire::domain::initiative::Initiative;
use solidaire::domain::near::Origin;
use solidaire::domain::point::Point;
use solidaire::domain::search::{Filter, Index, Query, Scene, Sort, StatusFilter, select};
use solidaire::format;

use crate::arrival;
use crate::catalogue::{catalogue, gazetteer};
use crate::queries::{Search, searches};

/// How many initiatives are measured.
pub const SIZES: [usize; 3] = [100, 1_000, 10_000];

/// How many searches are made at each size.
pub const SEARCHES: usize = 200;

/// What was measured at one size; times in milliseconds.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// How many initiatives.
    pub initiatives: usize,
    /// Building the index.
    pub set_up: f64,
    /// The search in the middle, and the one that nineteen in twenty are no slower than.
    pub search: (f64, f64),
    /// The same of the misspelt searches alone.
    pub misspelt: (f64, f64),
    /// How many of a hundred misspelt searches found what was meant.
    pub misspelt_right: f64,
    /// Telling the index of one changed entry.
    pub update: f64,
    /// Answering a theme, open needs and running entries, without text.
    pub filter: f64,
    /// Ordering all by title, the first time and again.
    pub by_title: (f64, f64),
    /// Ordering all by distance.
    pub by_distance: f64,
    /// Writing the catalogue as JSON, and how long that text is in megabytes.
    pub write: (f64, f64),
    /// Reading that text.
    pub read: f64,
    /// The arrival of the next edition, with as many local changes on top as there are initiatives, and
    /// 1,000 at the most.
    pub arrival: f64,
}

/// A clock in milliseconds, from any start.
pub type Clock<'a> = &'a dyn Fn() -> f64;

/// Measures at one size.
///
/// # Panics
/// If what is written cannot be read back as it was, since no time of it would mean anything.
#[must_use]
pub fn measure(initiatives: usize, clock: Clock) -> Row {
    let catalogue = catalogue(initiatives);
    let gazetteer = gazetteer();
    let searches = searches(&catalogue.initiatives, SEARCHES);
    let (set_up, mut index) = timed(clock, || Index::build(&catalogue.initiatives, &catalogue.themes));
    let mut times = [Vec::new(), Vec::new()];
    let mut right = 0;
    for search in &searches {
        let (time, found) = timed(clock, || index.search(&Query::parse(&search.typed)));
        times[0].push(time);
        if search.misspelt {
            times[1].push(time);
            right += usize::from(found.hits.iter().any(|hit| hit.position == search.meant));
        }
    }
    let misspelt_right = share(right, &searches);
    let [search, misspelt] = times.map(percentiles);
    let (update, ()) = timed(clock, || {
        index.update(0, &catalogue.initiatives[0], &catalogue.themes);
    });
    let [filter, first_title, second_title, distance] = orders(&catalogue, &index, &gazetteer, clock);
    let (write, text) = timed(clock, || {
        format::json::write_pretty(&format::v1::write_catalogue(&catalogue))
    });
    let (read, reading) = timed(clock, || format::v1::read_catalogue_text(&text));
    assert!(
        reading.is_ok_and(|reading| reading.value == catalogue),
        "what was written is read as it was"
    );
    let (workspace, next) = arrival::scene(&catalogue);
    let (arrival, (questions, _)) = timed(clock, || arrival::arrive(workspace, &next));
    assert!(questions > 0, "an edition that asks nothing takes less time");
    Row {
        initiatives,
        set_up,
        search,
        misspelt,
        misspelt_right,
        update,
        filter,
        by_title: (first_title, second_title),
        by_distance: distance,
        write: (write, megabytes(&text)),
        read,
        arrival,
    }
}

/// The times of a filter without text, of the titles twice, of the distances.
fn orders(catalogue: &Catalogue, index: &Index, gazetteer: &Gazetteer, clock: Clock) -> [f64; 4] {
    let point = Point::new(50.43, 2.83).expect("it is on the globe");
    let origin = Origin::of_point(point, &catalogue.site.areas, Some(gazetteer));
    let near = |initiative: &Initiative| origin.nearness(initiative, Some(gazetteer));
    let scene = Scene {
        initiatives: &catalogue.initiatives,
        areas: &catalogue.site.areas,
        near: Some(&near),
        today: Date::new(2026, 6, 1).expect("it is a day"),
        hidden: None,
    };
    let sorted = |sort| Filter {
        sort,
        ..Filter::default()
    };
    let narrow = Filter {
        theme: Some(catalogue.themes[0].id.clone()),
        open_needs: true,
        status: StatusFilter::Running,
        ..Filter::default()
    };
    let filters = [
        narrow,
        sorted(Sort::Title),
        sorted(Sort::Title),
        sorted(Sort::Nearest),
    ];
    filters.map(|filter| timed(clock, || select(&filter, index, &scene)).0)
}

/// Runs something, and tells how long it took.
pub(crate) fn timed<T>(clock: Clock, run: impl FnOnce() -> T) -> (f64, T) {
    let start = clock();
    let result = run();
    (clock() - start, result)
}

fn percentiles(mut times: Vec<f64>) -> (f64, f64) {
    times.sort_by(f64::total_cmp);
    let at = |percent: usize| times.get((times.len() * percent).div_ceil(100).max(1) - 1);
    let time = |percent| at(percent).copied().unwrap_or(f64::NAN);
    (time(50), time(95))
}

#[allow(clippy::cast_precision_loss, reason = "there are 200 searches")]
fn share(right: usize, searches: &[Search]) -> f64 {
    let misspelt = searches.iter().filter(|search| search.misspelt).count();
    100.0 * right as f64 / misspelt as f64
}

#[allow(clippy::cast_precision_loss, reason = "a text has far less than 2⁵³ bytes")]
fn megabytes(text: &str) -> f64 {
    text.len() as f64 / 1e6
}

/// The rows as a table in Markdown; times in milliseconds.
#[must_use]
pub fn table(rows: &[Row]) -> String {
    let mut table = String::from(
        "| initiatives | set-up | search p50 / p95 | misspelt p50 / p95 | misspelt right | update one | filter \
         | by title, first / again | by distance | write (MB) | read | arrival |\n\
         | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |\n",
    );
    for row in rows {
        let (search, misspelt, title, write) = (row.search, row.misspelt, row.by_title, row.write);
        writeln!(
            table,
            "| {} | {:.1} | {:.2} / {:.2} | {:.2} / {:.2} | {:.1} % | {:.2} | {:.2} | {:.2} / {:.2} | {:.2} | {:.1} ({:.1}) | {:.1} | {:.1} |",
            row.initiatives, row.set_up, search.0, search.1, misspelt.0, misspelt.1, row.misspelt_right, row.update,
            row.filter, title.0, title.1, row.by_distance, write.0, write.1, row.read,
            row.arrival,
        )
        .expect("a text takes any text");
    }
    table
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::{measure, percentiles, table};

    #[test]
    fn percentiles_are_measured_times() {
        let times = |count: u32| (1..=count).rev().map(f64::from).collect::<Vec<_>>();
        assert_eq!(percentiles(times(200)), (100.0, 190.0));
        assert_eq!(percentiles(times(1)), (1.0, 1.0));
    }

    #[test]
    fn each_size_is_a_row_of_one_width() {
        let ticks = Cell::new(0.0);
        let clock = || {
            ticks.set(ticks.get() + 1.0);
            ticks.get()
        };
        let row = measure(60, &clock);
        assert!(row.misspelt_right > 90.0, "{row:?}");
        let table = table(&[row]);
        let widths: Vec<usize> = table.lines().map(|line| line.matches('|').count()).collect();
        assert_eq!(widths, [13, 13, 13], "{table}");
    }
}
