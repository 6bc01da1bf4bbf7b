//! What is kept on the device.
//!
//! Invariants:
//! - Every key of this application is made by [`key::Key`] and starts with a prefix that holds the
//!   application's base path: all project pages of one account share an origin and its 5 MiB.
//!   Nothing here reads, lists or removes a key of anybody else, and nothing clears.
//! - **One key per change.** Two tabs never write the same key, a save costs the same however large
//!   the catalogue is, and a crash leaves whole changes.
//! - **Several keys are written all or none**, through [`journal`], whatever stops the page and when: the
//!   next start finds the state before or the one after. A command that answered well has happened, one
//!   that answered ill has not.
//! - A batch is visible only with its commit key, written last. Nobody sweeps a commit key: another page
//!   may be at bringing its batch back.
//! - **Nothing is written over a newer layout**, which every write looks at first: see [`layout`].
//! - Changes are packed ([`crate::format::packed`]): whoever looks for something in a stored text unpacks
//!   it first, as [`removal`] does.
//! - What has nothing left to say goes, by the rules of [`crate::domain::settle`], one key at a time.
//! - *Absent*, *loaded* and *unreadable* are three cases. Unreadable text is never overwritten: it is
//!   set aside under a key of its own first, and named where it stands while there is no room for that.
//! - A failed write is an answer ([`port::WriteError`]), never a panic and never silence.
//!
//! `tests/histories/` lives through random histories of everything that is done here and stops them at
//! each write, in three ways; its bugs, put in one by one, are found.

pub mod aside;
pub mod changes;
pub mod drafts;
pub mod erasing;
pub mod excerpts;
pub mod figures;
pub mod inbox;
pub mod journal;
pub mod key;
pub mod layout;
pub mod memory;
pub mod port;
pub mod private;
pub mod publication;
pub mod removal;
pub mod same;
pub mod sent;
pub mod sites;
pub mod whole;

#[cfg(target_arch = "wasm32")]
pub mod local;
