//! The releases that the rules were written with: the figures that were reached hold.

use super::fixture::{Fixture, folder};
use super::measure::Measure;

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
    // What was held out once and what the rules were first written with tell how far rules reach.
    let (retired, first): (Vec<Fixture>, Vec<Fixture>) =
        fixtures.into_iter().partition(Fixture::was_held_out);
    let (first, retired) = (Measure::of(&first), Measure::of(&retired));
    let (of_first, of_retired) = (first.table(), retired.table());
    let measure = first.merge(retired);
    println!("{}\n{}", measure.notes.join("\n"), measure.table());
    println!("First written with:\n{of_first}");
    println!("Once held out:\n{of_retired}");
    let total = measure.total();
    assert_eq!(total.invented, 0, "a number or a contact was made up");
    assert!(total.precision() >= 0.97, "precision {:.3}", total.precision());
    assert!(total.recall() >= 0.95, "recall {:.3}", total.recall());
}
