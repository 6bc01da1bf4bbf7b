//! What all initiatives have made together.

use super::initiative::{Initiative, Measure, MeasureKind, Place};
use super::order;

/// A total of one kind and unit.
#[derive(Debug, Clone, PartialEq)]
pub struct Total {
    /// What the quantity means.
    pub kind: MeasureKind,
    /// Of what.
    pub unit: String,
    /// How many in all.
    pub value: f64,
    /// Whether any part of it is approximate.
    pub approximate: bool,
    /// In how many communes; an initiative known only by its area adds none.
    pub communes: usize,
    /// From how many initiatives.
    pub initiatives: usize,
}

/// The totals of what was made, handed out and provided, the largest first.
///
/// A measure is cumulative at its date, so the latest of each initiative, kind and unit counts. A
/// target is a promise and people are not products: neither is added up.
#[must_use]
pub fn totals<'a>(initiatives: impl IntoIterator<Item = &'a Initiative>) -> Vec<Total> {
    let mut parts: Vec<(&Measure, &Initiative)> = Vec::new();
    for initiative in initiatives {
        let first = parts.len();
        for measure in &initiative.measures {
            let added_up = matches!(
                measure.kind,
                MeasureKind::Produced | MeasureKind::Distributed | MeasureKind::Provided
            );
            let counted = parts[first..].iter().any(|(part, _)| what(part) == what(measure));
            if added_up && !measure.unit.is_empty() && !counted {
                let latest = initiative.latest(&measure.kind, Some(&measure.unit));
                parts.extend(latest.map(|latest| (latest, initiative)));
            }
        }
    }
    order::sort_by(&mut parts, |(one, _), (two, _)| what(one).cmp(&what(two)));
    let sums = parts.chunk_by(|(one, _), (two, _)| what(one) == what(two));
    let mut totals: Vec<Total> = sums.map(total).collect();
    order::sort_by(&mut totals, |one, two| two.value.total_cmp(&one.value));
    totals
}

/// What a measure counts.
fn what(measure: &Measure) -> (&MeasureKind, &str) {
    (&measure.kind, &measure.unit)
}

/// The total of measures that count the same, each with its initiative.
fn total(parts: &[(&Measure, &Initiative)]) -> Total {
    let (first, _) = parts[0];
    let places = parts.iter().map(|(_, initiative)| &initiative.place);
    let mut communes: Vec<&str> = places.filter_map(Place::commune_key).collect();
    order::sort_by(&mut communes, Ord::cmp);
    communes.dedup();
    Total {
        kind: first.kind.clone(),
        unit: first.unit.clone(),
        value: parts.iter().map(|(measure, _)| measure.value.get()).sum(),
        approximate: parts.iter().any(|(measure, _)| measure.approximate),
        communes: communes.len(),
        initiatives: parts.len(),
    }
}

#[cfg(test)]
mod tests {
    use super::totals;
    use crate::domain::amount::Amount;
    use crate::domain::date::Date;
    use crate::domain::id::Id;
    use crate::domain::initiative::{Initiative, Measure, MeasureKind};
    use crate::domain::value::Object;

    fn initiative(commune: &str, measures: &[(MeasureKind, f64, &str, &str)]) -> Initiative {
        let mut it = Initiative::new(Id::derived(&[commune]), commune.to_owned());
        it.place.commune = commune.to_owned();
        it.measures = measures
            .iter()
            .map(|(kind, value, unit, as_of)| Measure {
                id: Id::derived(&[unit, as_of]),
                kind: kind.clone(),
                value: Amount::new(*value).unwrap(),
                unit: (*unit).to_owned(),
                approximate: false,
                as_of: Date::parse(as_of),
                extra: Object::new(),
            })
            .collect();
        it
    }

    #[test]
    fn the_latest_counts_and_a_promise_does_not() {
        use MeasureKind::{Produced, Target, Volunteers};
        let all = [
            initiative(
                "Marck",
                &[
                    (Produced, 900.0, "masques", "2020-04-20"),
                    (Produced, 1600.0, "masques", "2020-04-30"),
                    (Target, 11000.0, "masques", ""),
                    (Volunteers, 62.0, "couturières", ""),
                ],
            ),
            initiative("Ferques", &[(Produced, 1500.0, "masques", "2020-04-30")]),
            initiative("Calais", &[(Produced, 2000.0, "visières", "2020-04-30")]),
        ];
        let totals = totals(&all);
        let rows: Vec<_> = totals
            .iter()
            .map(|total| (total.unit.as_str(), total.value, total.communes))
            .collect();
        assert_eq!(rows, [("masques", 3100.0, 2), ("visières", 2000.0, 1)]);
    }
}
