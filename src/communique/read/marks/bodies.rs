//! Bodies that may carry an initiative.

use super::{Mark, Taken, scan};
use crate::communique::read::tables::organisers::{AUTHORITIES, BODIES, Naming};
use crate::communique::read::words::Words;
use crate::communique::read::words::index::Index;

/// A body that the text names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::communique::read) enum Body {
    /// One that may carry an initiative: its kind, by its position in the table, and how it is named.
    Actor(usize, Naming),
    /// One that publishes.
    Authority,
}

/// Finds the words for them. They stay free: a name follows.
pub(super) fn bodies(words: &Words, taken: &Taken) -> Vec<Mark<Body>> {
    let actors = Index::of_lists(BODIES);
    let authorities = Index::of(AUTHORITIES.iter().copied());
    scan(words, |at| {
        let actor = actors
            .find(words, at)
            .map(|(end, (kind, naming))| (end, Body::Actor(kind, naming)));
        let authority = authorities
            .find(words, at)
            .map(|(end, ())| (end, Body::Authority));
        let body = match (actor, authority) {
            (Some(actor), Some(authority)) if authority.0 > actor.0 => Some(authority),
            (actor, authority) => actor.or(authority),
        };
        let (end, value) = body.filter(|(end, _)| !taken.any(&(at..*end)))?;
        Some(Mark {
            words: at..end,
            value,
        })
    })
}
