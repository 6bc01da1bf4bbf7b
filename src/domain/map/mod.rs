//! The map of a department, drawn from nothing but numbers: no picture is asked of anybody.
//!
//! A [`Ground`] lays the department flat, in kilometres. [`sites::Sited`] tells which initiatives lie where, a
//! [`View`] what is in sight and how large, [`clusters()`] which of them share a mark at that size, and
//! [`names()`] which towns are named there.
//!
//! Invariants: everything here is a function of its arguments, and none takes more than a little longer than
//! sorting what it is given.

pub mod cluster;
pub mod ground;
pub mod names;
pub mod sites;
pub mod view;

pub use cluster::{APART, Cluster, clusters};
pub use ground::{Flat, Ground, Plane};
pub use names::{Name, names};
pub use sites::{Locality, Sited};
pub use view::{Frame, View};
