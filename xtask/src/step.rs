//! One named step of a command: says what it does, and how long it took.

use std::time::{Duration, Instant};

use anyhow::{Context, Result};

/// Runs `work` under `name`, printing the name before and the time after.
///
/// # Errors
/// The error of `work`, with the step's name in front.
pub fn step<T>(name: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    println!("-> {name}");
    let start = Instant::now();
    let outcome = work();
    let verdict = if outcome.is_ok() { "done" } else { "FAILED" };
    println!("   {verdict}: {name}, {}", seconds(start.elapsed()));
    outcome.with_context(|| name.to_owned())
}

/// A time as people read it: `0.4 s`, `2 min 05 s`.
#[must_use]
pub fn seconds(time: Duration) -> String {
    let whole = time.as_secs();
    if whole < 60 {
        format!("{:.1} s", time.as_secs_f64())
    } else {
        format!("{} min {:02} s", whole / 60, whole % 60)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_read_well() {
        assert_eq!(seconds(Duration::from_millis(420)), "0.4 s");
        assert_eq!(seconds(Duration::from_secs(125)), "2 min 05 s");
    }

    #[test]
    fn a_failed_step_names_itself() {
        let outcome: Result<()> = step("walk", || anyhow::bail!("rain"));
        assert_eq!(format!("{:#}", outcome.unwrap_err()), "walk: rain");
    }
}
