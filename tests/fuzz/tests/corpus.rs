//! What was once found stays mended, and a few inputs of fixed seeds hold with every run of the tests.

use std::time::Duration;

use fuzz::{run, target};

/// How many inputs each reader gets here; `cargo xtask test` gives them for a time.
const INPUTS: u64 = 150;

#[test]
fn the_corpus_and_a_few_inputs_break_no_law() {
    for target in target::ALL {
        run::corpus(*target);
        if let Err(found) = run::inputs(*target, 0, INPUTS, Duration::MAX) {
            panic!("{}: seed {}, {}", target.name, found.seed, found.file.display());
        }
    }
}

#[test]
fn a_broken_law_is_found_and_names_what_makes_it_again() {
    let target = target::Target {
        name: "json",
        check: |input| assert!(!input.starts_with(b"["), "no lists"),
    };
    let found = run::inputs(target, 0, 10_000, Duration::MAX).expect_err("a list comes up");
    let again = run::inputs(target, found.seed, 1, Duration::MAX).expect_err("the same again");
    assert_eq!(again.seed, found.seed);
    assert!(std::fs::read(&found.file).expect("it was kept").starts_with(b"["));
    std::fs::remove_file(&found.file).expect("it can be taken away");
}
