//! Every command of the project, run as `cargo xtask <command>`; the browser tests use parts of it as a library.
//!
//! In reading order:
//! - [`arguments`]: what can be typed;
//! - [`step`]: one named, timed step; [`process`]: running another program; [`project`]: where things are;
//! - [`setup`]: what a command needs before it runs, made of [`wasm_target`], [`cargo_tool`], [`npm`], [`apt`] and
//!   [`browsers`], all of it kept outside the clone; [`tools`]: where tests find it;
//! - [`dist`]: the chain that builds `dist/` and the zip, with the [`texts`] of static pages, content [`hash`]es and
//!   how a [`wasm_file`] is written;
//! - [`serve`] and [`server`]: files on loopback;
//! - [`mod@test`]: every check, counted by [`suite`], among them the project's own rules ([`tidy`]) and what `dist/` must be
//!   ([`dist_check`]); [`mod@bench`] and [`shots`]; [`members`]: the packages that drive browsers;
//! - [`gazetteer`]: the committed list of communes.

pub mod apt;
pub mod arguments;
pub mod bench;
pub mod browsers;
pub mod cargo_tool;
pub mod dist;
pub mod dist_check;
pub mod gazetteer;
pub mod hash;
pub mod journeys;
pub mod members;
pub mod npm;
pub mod process;
pub mod project;
pub mod serve;
pub mod server;
pub mod setup;
pub mod shots;
pub mod step;
pub mod suite;
pub mod test;
pub mod texts;
pub mod tidy;
pub mod tools;
pub mod wasm_file;
pub mod wasm_target;
