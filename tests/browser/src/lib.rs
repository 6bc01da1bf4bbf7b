//! Drives the built application in a browser, as a citizen and as an editor would.
//!
//! Every test gets a server that knows only files ([`site`]), a browser with a profile of its own
//! ([`browser`]) and a [`page::Page`] on which it finds controls as a person does, by role and French
//! name. The tests drive what `cargo xtask dist` has built: `dist/`, or the folder that
//! `SOLIDAIRE_DIST` names.

pub mod axe;
pub mod browser;
pub mod cdp;
mod editions;
pub mod endless;
pub mod engine;
pub mod files;
pub mod forms;
mod frames;
pub mod hostile;
pub mod keys;
mod layout;
pub mod outgoing;
pub mod package;
pub mod page;
pub mod paper;
pub mod proposals;
pub mod publishing;
mod roles;
pub mod site;
mod tabs;
pub mod visit;
pub mod worker;

pub use browser::{Browser, Profile};
pub use endless::Endless;
pub use engine::Engine;
pub use page::Page;
pub use site::Site;
pub use visit::{visit, visit_with};
