//! What is new, for programs that follow many sites: Atom (RFC 4287) and JSON Feed 1.1.

mod atom;
mod json;

pub use atom::write as write_atom;
pub use json::write as write_json;

use super::outgoing::Outgoing;
use crate::domain::date::{Date, Timestamp};
use crate::domain::initiative::Initiative;
use crate::domain::order;

/// How many entries a feed holds: what a program shows of one site, and no second catalogue.
pub const ENTRIES: usize = 50;

/// The entries that tell of the latest days, the newest first. One that tells of no day is as old as the
/// edition that it stands in.
fn newest<'a>(outgoing: &Outgoing<'a>, now: &Timestamp) -> Vec<(Date, &'a Initiative)> {
    let edition = &outgoing.catalogue.edition;
    let published = edition.published_at.as_ref().map(Timestamp::date);
    let today = now.date();
    let entries = outgoing.catalogue.initiatives.iter();
    let dated = |one: &'a Initiative| Some((one.news(today).or(published)?, one));
    let mut newest: Vec<(Date, &Initiative)> = entries.filter_map(dated).collect();
    order::sort_by(&mut newest, |(one, _), (two, _)| two.cmp(one));
    newest.truncate(ENTRIES);
    newest
}

/// The beginning of a day as an instant.
fn instant(day: Date) -> String {
    [&day.to_string(), "T00:00:00Z"].concat()
}
