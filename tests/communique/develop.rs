//! The releases that the rules were written with: the figures that were reached hold.

use super::fixture::folder;
use super::measure::Measure;

#[test]
fn what_was_reached_holds() {
    let measure = Measure::of(&folder("develop"));
    println!("{}\n{}", measure.notes.join("\n"), measure.table());
    let total = measure.total();
    assert_eq!(total.invented, 0, "a number or a contact was made up");
    assert!(total.precision() >= 0.97, "precision {:.3}", total.precision());
    assert!(total.recall() >= 0.96, "recall {:.3}", total.recall());
}
