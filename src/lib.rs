//! Solidaire: a living catalogue of local solidarity initiatives, entirely in the browser.
//!
//! # The map
//! The modules stand in reading order, and arrows point one way:
//! `ui → state → {workspace, storage} → format → domain`.
//!
//! - [`domain`]: the nouns and their rules. Standard library only.
//! - [`mod@format`]: JSON at the edge, read leniently and written strictly.
//! - [`communique`]: press releases as texts, composed and written.
//! - [`workspace`]: what is shown, an edition with the local changes on top.
//! - [`storage`]: what is kept on the device, one key per change.
//! - [`route`] and [`i18n`]: every address, every text.
//! - `state`, `ui`, `browser`: the running application, compiled for the browser alone.
//!
//! # Three modules
//! The application is one program in several WebAssembly files. The first holds what the catalogue's page
//! needs; `xtask` splits off whatever only the functions marked `#[wasm_split(late, …)]` reach: every
//! other page with its texts, and the merging of local changes, which most visitors have none of; and
//! what only `#[wasm_split(editor, …)]` reaches: the inbox, publishing, reading a press release in and
//! composing one. What both need is a file of its own, which comes with either. `ui::late` fetches them
//! once the first page is quiet. A function of the first module must not call what merges;
//! `tests/first_texts.rs` and the limit on a first visit notice when one does.
//!
//! # Invariants
//! - The core (`domain`, `format`, `workspace`, `storage` but for its adapter) knows no browser, no
//!   clock and no randomness; `cargo test` runs it in seconds.
//! - What a person typed is never swallowed: a read or a write that fails is a value that reaches
//!   the screen.
//! - What comes from outside (a file, a link, the storage) is checked by `format` before anything
//!   else sees it, and every link is checked again when it is rendered.

pub mod communique;
pub mod domain;
pub mod format;
pub mod i18n;
pub mod route;
pub mod storage;
pub mod workspace;

#[cfg(target_arch = "wasm32")]
pub mod browser;
#[cfg(target_arch = "wasm32")]
pub mod state;
#[cfg(target_arch = "wasm32")]
pub mod ui;
