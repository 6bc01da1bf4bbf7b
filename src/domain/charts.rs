//! A total seen apart: by theme, by place, over time.

use super::date::Date;
use super::initiative::{Initiative, Measure};
use super::order;
use super::totals::Total;

/// A part of a total.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Part<'a> {
    /// The first of the initiatives that it comes from: they share what the total is parted by.
    pub first: &'a Initiative,
    /// How many.
    pub value: f64,
    /// Whether any of it is approximate.
    pub approximate: bool,
    /// From how many initiatives.
    pub initiatives: usize,
}

/// What had been counted by a day.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Day {
    /// The day.
    pub date: Date,
    /// How many until then.
    pub value: f64,
}

/// A total by the themes of its initiatives, the largest first.
#[must_use]
pub fn by_theme<'a>(initiatives: &[&'a Initiative], total: &Total) -> Vec<Part<'a>> {
    parts(initiatives, total, |one| {
        (0, one.theme.as_ref().map_or("", |theme| theme.as_str()))
    })
}

/// A total by where its initiatives work, a commune or else a wider area, the largest first.
#[must_use]
pub fn by_place<'a>(initiatives: &[&'a Initiative], total: &Total) -> Vec<Part<'a>> {
    parts(initiatives, total, |one| match one.place.commune_key() {
        Some(commune) => (0, commune),
        None => (1, &one.place.area),
    })
}

/// A total over time, by the days of its measures. A measure is cumulative at its date, so at each day
/// the latest of each initiative counts; those without a date have no day.
#[must_use]
pub fn over_time(initiatives: &[&Initiative], total: &Total) -> Vec<Day> {
    let mut steps: Vec<(Date, usize, f64)> = Vec::new();
    for (place, initiative) in initiatives.iter().enumerate() {
        let counted = initiative
            .measures
            .iter()
            .filter(|measure| counts(measure, total));
        steps.extend(counted.filter_map(|measure| Some((measure.as_of?, place, measure.value.get()))));
    }
    // Stable: of two measures of one day, the later in the list counts.
    order::sort_by(&mut steps, |one, two| one.0.cmp(&two.0));
    let mut known = vec![0.0; initiatives.len()];
    let mut sum = 0.0;
    let mut days: Vec<Day> = Vec::new();
    for (date, place, value) in steps {
        sum += value - known[place];
        known[place] = value;
        let day = Day { date, value: sum };
        match days.last_mut().filter(|last| last.date == date) {
            Some(last) => *last = day,
            None => days.push(day),
        }
    }
    days
}

/// Whether a measure is one of those that a total adds up.
fn counts(measure: &Measure, total: &Total) -> bool {
    measure.kind == total.kind && measure.unit == total.unit
}

/// The parts of a total that have one key each.
fn parts<'a>(
    initiatives: &[&'a Initiative],
    total: &Total,
    key: impl Fn(&'a Initiative) -> (u8, &'a str),
) -> Vec<Part<'a>> {
    let mut counted: Vec<((u8, &str), Part<'a>)> = Vec::new();
    for &initiative in initiatives {
        let latest = initiative.latest(&total.kind, Some(&total.unit));
        counted.extend(latest.map(|measure| {
            let part = Part {
                first: initiative,
                value: measure.value.get(),
                approximate: measure.approximate,
                initiatives: 1,
            };
            (key(initiative), part)
        }));
    }
    order::sort_by(&mut counted, |one, two| one.0.cmp(&two.0));
    let mut parts: Vec<Part<'a>> = Vec::new();
    for group in counted.chunk_by(|one, two| one.0 == two.0) {
        let mut sum = group[0].1;
        for (_, part) in &group[1..] {
            sum.value += part.value;
            sum.approximate |= part.approximate;
            sum.initiatives += part.initiatives;
        }
        parts.push(sum);
    }
    order::sort_by(&mut parts, |one, two| two.value.total_cmp(&one.value));
    parts
}

#[cfg(test)]
mod tests {
    use super::{by_place, by_theme, over_time};
    use crate::domain::amount::Amount;
    use crate::domain::code::Insee;
    use crate::domain::date::Date;
    use crate::domain::id::Id;
    use crate::domain::initiative::{Initiative, Measure, MeasureKind};
    use crate::domain::totals::totals;
    use crate::domain::value::Object;

    fn makes(title: &str, theme: &str, insee: Option<&str>, measures: &[(f64, &str)]) -> Initiative {
        let mut it = Initiative::new(Id::derived(&[title]), title.to_owned());
        it.theme = Id::parse(theme);
        it.place.insee = insee.and_then(Insee::parse);
        title.clone_into(&mut it.place.commune);
        it.measures = measures
            .iter()
            .map(|(value, as_of)| Measure {
                id: Id::derived(&[title, as_of]),
                kind: MeasureKind::Produced,
                value: Amount::new(*value).unwrap(),
                unit: "masques".to_owned(),
                approximate: as_of.is_empty(),
                as_of: Date::parse(as_of),
                extra: Object::new(),
            })
            .collect();
        it
    }

    fn all() -> [Initiative; 4] {
        [
            makes(
                "Marck",
                "couture",
                Some("62548"),
                &[(900.0, "2020-04-20"), (1600.0, "2020-04-30")],
            ),
            makes("Ferques", "couture", Some("62329"), &[(1500.0, "2020-04-20")]),
            makes("MARCK", "autres", Some("62548"), &[(300.0, "")]),
            makes("Calais", "autres", Some("62193"), &[]),
        ]
    }

    #[test]
    fn the_parts_make_up_the_total() {
        let all = all();
        let all: Vec<&Initiative> = all.iter().collect();
        let total = totals(all.iter().copied()).remove(0);
        let parts = by_theme(&all, &total);
        let seen: Vec<_> = parts
            .iter()
            .map(|part| (part.value, part.approximate, part.initiatives))
            .collect();
        assert_eq!(seen, [(3100.0, false, 2), (300.0, true, 1)]);
        let places = by_place(&all, &total);
        let seen: Vec<_> = places
            .iter()
            .map(|part| (part.first.title.as_str(), part.value))
            .collect();
        assert_eq!(seen, [("Marck", 1900.0), ("Ferques", 1500.0)]);
        for parts in [parts, places] {
            let sum: f64 = parts.iter().map(|part| part.value).sum();
            assert!((sum - total.value).abs() < f64::EPSILON);
        }
    }

    #[test]
    fn a_day_knows_the_latest_of_each_until_then() {
        let all = all();
        let all: Vec<&Initiative> = all.iter().collect();
        let total = totals(all.iter().copied()).remove(0);
        let days: Vec<_> = over_time(&all, &total)
            .iter()
            .map(|day| (day.date.to_string(), day.value))
            .collect();
        assert_eq!(
            days,
            [
                ("2020-04-20".to_owned(), 2400.0),
                ("2020-04-30".to_owned(), 3100.0)
            ]
        );
    }
}
