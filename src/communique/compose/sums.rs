//! What the initiatives of a release made together, in a sentence: « 3 100 masques produits dans
//! 2 communes ».

use crate::communique::french::{NO_BREAK, agreed, is_feminine, is_plural, number};
use crate::domain::amount::Amount;
use crate::domain::catalogue::Catalogue;
use crate::domain::communique::Communique;
use crate::domain::initiative::{Initiative, MeasureKind};
use crate::domain::totals::{Total, totals};

/// The participle for a kind of quantity that is added up.
const PARTICIPLES: [(MeasureKind, &str); 3] = [
    (MeasureKind::Produced, "produit"),
    (MeasureKind::Distributed, "distribué"),
    (MeasureKind::Provided, "fourni"),
];

/// A sentence for each quantity that the initiatives of a release add up to, the largest first.
#[must_use]
pub fn sums(catalogue: &Catalogue, release: &Communique) -> Vec<String> {
    let items = release.sections.iter().flat_map(|section| &section.items);
    let told: Vec<&Initiative> = items
        .filter_map(|item| catalogue.initiative(item.initiative.as_ref()?))
        .collect();
    totals(told).iter().filter_map(sentence).collect()
}

fn sentence(total: &Total) -> Option<String> {
    let (_, participle) = PARTICIPLES.iter().find(|(kind, _)| *kind == total.kind)?;
    // A sum past the largest amount is no quantity that anybody could tell.
    let value = Amount::new(total.value)?;
    let plural = is_plural(total.value);
    let about = if total.approximate { "environ " } else { "" };
    let blank = NO_BREAK.to_string();
    let communes = match total.communes {
        0 => String::new(),
        1 => [" dans 1", &blank, "commune"].concat(),
        n => [" dans ", &n.to_string(), &blank, "communes"].concat(),
    };
    let done = agreed(participle, is_feminine(&total.unit), plural);
    Some([about, &number(value), &blank, &total.unit, " ", &done, &communes].concat())
}

#[cfg(test)]
mod tests {
    use super::sums;
    use crate::communique::compose::tests_support::{catalogue, measured, release};
    use crate::domain::initiative::MeasureKind;

    #[test]
    fn sums_agree_and_count_only_what_the_release_tells() {
        let mut catalogue = catalogue(&["marck", "ferques", "calais", "haisnes", "elsewhere"]);
        let made = [
            (MeasureKind::Produced, 1600.0, "masques", false),
            (MeasureKind::Produced, 1500.0, "masques", false),
            (MeasureKind::Produced, 2000.0, "visières", true),
            (MeasureKind::Provided, 1.0, "ordinateur", false),
            (MeasureKind::Produced, 9999.0, "masques", false),
        ];
        for (initiative, (kind, value, unit, approximate)) in catalogue.initiatives.iter_mut().zip(made) {
            initiative.place.commune = initiative.title.clone();
            initiative.measures = vec![measured(kind, value, unit, approximate)];
        }
        let release = release(
            "r",
            "s",
            1,
            "2020-05-07",
            &["marck", "ferques", "calais", "haisnes", "gone"],
        );
        assert_eq!(
            sums(&catalogue, &release),
            [
                "3\u{202f}100\u{a0}masques produits dans 2\u{a0}communes",
                "environ 2\u{202f}000\u{a0}visières produites dans 1\u{a0}commune",
                "1\u{a0}ordinateur fourni dans 1\u{a0}commune",
            ]
        );
    }
}
