//! Running a target: input after input, and what to do where one breaks a law.

use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use crate::mutate;
use crate::target::Target;

/// How long one input may take, on any machine: a thousand times what the slowest takes, so that only
/// what hangs takes longer.
pub const HANGS: Duration = Duration::from_secs(20);

/// An input that breaks a law.
#[derive(Debug)]
pub struct Found {
    /// The number that makes it again.
    pub seed: u64,
    /// Where it was written to.
    pub file: PathBuf,
}

/// Gives a target every input of its corpus as it is.
///
/// # Panics
/// Where one breaks a law.
pub fn corpus(target: Target) {
    for input in target.corpus() {
        (target.check)(&input);
    }
}

/// Gives a target new inputs until a time has passed or so many were given; how many it was.
///
/// # Errors
/// The first input that breaks a law.
pub fn inputs(target: Target, first: u64, most: u64, time: Duration) -> Result<u64, Found> {
    let corpus = target.corpus();
    let start = Instant::now();
    let mut given = 0;
    while given < most && start.elapsed() < time {
        let seed = first.wrapping_add(given);
        let input = mutate::input(seed, &corpus);
        let begun = Instant::now();
        let holds = catch_unwind(AssertUnwindSafe(|| (target.check)(&input))).is_ok();
        if !holds || begun.elapsed() > HANGS {
            return Err(Found {
                seed,
                file: keep(target, seed, &input),
            });
        }
        given += 1;
    }
    Ok(given)
}

/// Writes an input beside the build's other products, to be looked at and kept in the corpus.
fn keep(target: Target, seed: u64, input: &[u8]) -> PathBuf {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/fuzz-found");
    let file = folder.join(format!("{}-{seed}", target.name));
    let written = fs::create_dir_all(&folder).and_then(|()| fs::write(&file, input));
    written.expect("the build's folder can be written to");
    file
}
