//! What all initiatives have made together.

use std::collections::BTreeMap;

use super::initiative::{Initiative, MeasureKind};

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
    let mut sums: BTreeMap<(&MeasureKind, &str), (Total, Vec<&str>)> = BTreeMap::new();
    for initiative in initiatives {
        let mut counted: Vec<(&MeasureKind, &str)> = Vec::new();
        for measure in &initiative.measures {
            let added_up = matches!(
                measure.kind,
                MeasureKind::Produced | MeasureKind::Distributed | MeasureKind::Provided
            );
            let key = (&measure.kind, measure.unit.as_str());
            if !added_up || measure.unit.is_empty() || counted.contains(&key) {
                continue;
            }
            counted.push(key);
            let Some(latest) = initiative.latest(&measure.kind, Some(&measure.unit)) else {
                continue;
            };
            let (total, communes) = sums.entry(key).or_insert_with(|| {
                let total = Total {
                    kind: measure.kind.clone(),
                    unit: measure.unit.clone(),
                    value: 0.0,
                    approximate: false,
                    communes: 0,
                    initiatives: 0,
                };
                (total, Vec::new())
            });
            total.value += latest.value.get();
            total.approximate |= latest.approximate;
            total.initiatives += 1;
            if !initiative.place.commune.is_empty() {
                communes.push(
                    initiative
                        .place
                        .insee
                        .as_ref()
                        .map_or(&initiative.place.commune, |code| code.as_str()),
                );
            }
        }
    }
    let mut totals: Vec<Total> = sums
        .into_values()
        .map(|(mut total, mut communes)| {
            communes.sort_unstable();
            communes.dedup();
            total.communes = communes.len();
            total
        })
        .collect();
    totals.sort_by(|one, two| two.value.total_cmp(&one.value));
    totals
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
