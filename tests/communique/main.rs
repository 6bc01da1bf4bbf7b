//! The reader of press releases, measured on invented releases, on the first real one and on what the
//! composer writes.

mod develop;
mod fixture;
mod held_out;
mod laws;
mod measure;
mod round_trip;
mod seed;
