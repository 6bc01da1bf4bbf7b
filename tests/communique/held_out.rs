//! The releases that nobody who writes rules has read: how well they are read, field by field.
//!
//! Only the figures are printed, so that they stay unread.

use super::fixture::folder;
use super::measure::Measure;

#[test]
#[ignore = "a measure and no check; `cargo xtask bench` prints it"]
fn quality() {
    let fixtures = folder("held_out");
    assert!(
        !fixtures.is_empty(),
        "no release is held out: there is nothing to measure"
    );
    println!("{}", Measure::of(&fixtures).table());
}
