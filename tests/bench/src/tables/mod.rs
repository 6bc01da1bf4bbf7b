//! The words that made-up initiatives are told in.

mod activities;
mod names;
mod phrases;

pub(crate) use activities::{ACTIVITIES, Activity, THEMES};
pub(crate) use names::{AREAS, FIRST_NAMES, ORGANISERS, SURNAME_ENDS, SURNAME_MIDDLES, SURNAME_STARTS};
pub(crate) use phrases::{AUDIENCES, BUILDINGS, MANNERS, SEQUELS, SUBJECTS, TIMES, VENUES};
