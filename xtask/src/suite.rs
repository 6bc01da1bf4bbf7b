//! A run of named checks: each is passed, failed or skipped with a reason, and all of them are run.

use std::time::Instant;

use anyhow::Result;

use crate::step::seconds;

/// How a check ended that did not fail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// What was checked holds.
    Passed,
    /// It could not be checked here; why, and what would make it possible.
    Skipped(String),
    /// It could not be checked here, and continuous integration accepts that.
    Excused(String),
}

/// The checks so far.
#[derive(Debug, Default)]
pub struct Suite {
    passed: usize,
    failed: Vec<String>,
    skipped: Vec<String>,
    /// Whether skipping is failing.
    strict: bool,
}

impl Suite {
    /// A run without checks yet; a strict one, as in continuous integration, counts what is skipped as failed.
    #[must_use]
    pub fn new(strict: bool) -> Self {
        Self {
            strict,
            ..Self::default()
        }
    }

    /// Runs one check, prints how it ended and how long it took, and counts it.
    pub fn check(&mut self, name: &str, work: impl FnOnce() -> Result<Outcome>) {
        println!("-> {name}");
        let start = Instant::now();
        let outcome = work();
        let time = seconds(start.elapsed());
        match outcome {
            Ok(Outcome::Passed) => {
                println!("   passed: {name}, {time}");
                self.passed += 1;
            }
            Ok(Outcome::Skipped(reason)) if self.strict => {
                println!("   FAILED: {name}, {time}: nothing may be skipped here, but {reason}");
                self.failed.push(format!("{name}: skipped, {reason}"));
            }
            Ok(Outcome::Skipped(reason) | Outcome::Excused(reason)) => {
                println!("   skipped: {name}: {reason}");
                self.skipped.push(format!("{name}: {reason}"));
            }
            Err(error) => {
                println!("{error:#}\n   FAILED: {name}, {time}");
                self.failed.push(name.to_owned());
            }
        }
    }

    /// Names what failed and what was skipped, prints the closing line, and says whether all is well.
    #[must_use]
    pub fn close(self) -> bool {
        println!();
        for name in &self.failed {
            println!("failed: {name}");
        }
        for name in &self.skipped {
            println!("skipped: {name}");
        }
        println!("{}", self.line());
        self.failed.is_empty() && self.passed > 0
    }

    fn line(&self) -> String {
        let counts = format!("{} passed, {} failed", self.passed, self.failed.len());
        if self.skipped.is_empty() {
            counts
        } else {
            format!("{counts}, {} skipped", self.skipped.len())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run(strict: bool) -> Suite {
        let mut suite = Suite::new(strict);
        suite.check("good", || Ok(Outcome::Passed));
        suite.check("absent", || Ok(Outcome::Skipped("it is absent".into())));
        suite.check("excused", || Ok(Outcome::Excused("no network".into())));
        suite
    }

    #[test]
    fn what_is_skipped_is_counted_and_fails_where_nothing_may_be() {
        let lenient = run(false);
        assert_eq!(lenient.line(), "1 passed, 0 failed, 2 skipped");
        assert!(lenient.close());
        let strict = run(true);
        assert_eq!(strict.line(), "1 passed, 1 failed, 1 skipped");
        assert!(!strict.close());
    }

    #[test]
    fn a_failed_check_does_not_stop_the_others_and_fails_the_run() {
        let mut suite = Suite::new(false);
        suite.check("bad", || anyhow::bail!("no"));
        suite.check("good", || Ok(Outcome::Passed));
        assert_eq!(suite.line(), "1 passed, 1 failed");
        assert!(!suite.close());
        assert!(!Suite::new(false).close(), "a run without checks proves nothing");
    }
}
