//! Made-up catalogues of any size, and what is measured on them.
//!
//! `cargo run --release -p bench` compiles [`measure`] to WebAssembly, runs it in Chromium and prints the table.
//! The catalogues serve other tests too: [`catalogue()`] gives the same one for a size on every machine and every day.

pub mod arrival;
pub mod catalogue;
pub mod editor;
pub mod kept;
pub mod map;
pub mod measure;
pub mod pasted;
pub mod queries;
pub mod random;
pub mod review;
pub mod table;
mod tables;

pub use catalogue::catalogue;
