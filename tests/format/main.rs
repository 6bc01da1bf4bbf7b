//! What is read from outside and written for it: round trips, golden files, hostile files, schemas.

mod arbitrary;
mod damaged;
mod disguised;
mod fixtures;
mod hostile;
mod limits;
mod next_edition;
mod outgoing;
mod publishing;
mod round_trip;
mod schemas;
mod table;
mod translating;

use solidaire::format::warning::{WarningKind, Warnings};

/// What warnings tell, each by its place.
fn told(warnings: &Warnings) -> Vec<(&str, WarningKind)> {
    let warnings = warnings.list().iter();
    warnings
        .map(|warning| (warning.place.as_str(), warning.kind))
        .collect()
}
