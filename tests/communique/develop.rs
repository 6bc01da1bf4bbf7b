//! The releases that the rules were written with: the figures that were reached hold.

use super::fixture::{Round, folder};
use super::measure::Measure;

/// Precision and recall of each round: what was held out once tells how far rules reach.
const REACHED: [(Round, f64, f64); 8] = [
    (Round::First, 0.985, 0.969),
    (Round::Second, 0.968, 0.945),
    (Round::Third, 0.975, 0.946),
    (Round::Fourth, 0.983, 0.986),
    (Round::Fifth, 0.991, 0.987),
    (Round::Sixth, 0.988, 0.987),
    (Round::Seventh, 0.972, 0.965),
    (Round::Eighth, 0.973, 0.966),
];

#[test]
fn what_was_reached_holds() {
    let fixtures = folder("develop");
    for fixture in &fixtures {
        for draft in fixture.drafts() {
            let quotation = draft.text("at").expect("a draft says where it stands");
            assert!(
                fixture.place_of(quotation).is_some(),
                "{}: « {quotation} »",
                fixture.name
            );
        }
    }
    let measures = REACHED.map(|(round, ..)| {
        let of_round = fixtures.iter().filter(|fixture| fixture.round() == round);
        let measure = Measure::of(of_round);
        println!("{}\n{round:?}:\n{}", measure.notes.join("\n"), measure.table());
        measure
    });
    for ((round, precision, recall), measure) in REACHED.iter().zip(&measures) {
        let total = measure.total();
        assert_eq!(total.invented, 0, "{round:?}: a number or a contact was made up");
        assert!(
            total.precision() >= *precision,
            "{round:?}: precision {:.4}",
            total.precision()
        );
        assert!(
            total.recall() >= *recall,
            "{round:?}: recall {:.4}",
            total.recall()
        );
    }
    let releases: usize = measures.iter().map(|measure| measure.releases).sum();
    assert_eq!(releases, fixtures.len(), "a release belongs to no round");
}
