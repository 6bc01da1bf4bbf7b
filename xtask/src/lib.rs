//! Every command of the project, run as `cargo xtask <command>`; the browser tests use parts of it as a library.
//!
//! In reading order:
//! - [`step`]: one named, timed step; [`process`]: running another program; [`project`]: where the clone is;
//! - [`npm`]: what is installed from npm, outside the clone;
//! - [`gazetteer`]: the committed list of communes.

pub mod gazetteer;
pub mod npm;
pub mod process;
pub mod project;
pub mod step;
