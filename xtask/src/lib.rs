//! Every command of the project, run as `cargo xtask <command>`; the browser tests use parts of it as a library.
//!
//! In reading order:
//! - [`arguments`]: what can be typed;
//! - [`step`]: one named, timed step; [`process`]: running another program; [`project`]: where things are;
//! - [`setup`]: what a command needs before it runs, made of [`wasm_target`], [`cargo_tool`], [`npm`], [`apt`] and
//!   [`browsers`], all of it kept outside the clone;
//! - [`dist`]: the chain that builds `dist/` and the zip, with the [`texts`] of static pages and content [`hash`]es;
//! - [`serve`] and [`server`]: files on loopback;
//! - [`gazetteer`]: the committed list of communes.

pub mod apt;
pub mod arguments;
pub mod browsers;
pub mod cargo_tool;
pub mod dist;
pub mod gazetteer;
pub mod hash;
pub mod npm;
pub mod process;
pub mod project;
pub mod serve;
pub mod server;
pub mod setup;
pub mod step;
pub mod texts;
pub mod wasm_target;
