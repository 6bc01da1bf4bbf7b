//! The edge between texts and the domain: JSON text ⇄ [`Value`](crate::domain::value::Value) ⇄ the
//! domain's types.
//!
//! - [`json`] turns bytes into a tree of plain values within [`limits`], and a tree into text;
//! - [`v1`] reads trees leniently (repair, default, drop, each with a [`warning`]) and writes them
//!   strictly: every field, in the order of the contract, unknown fields last;
//! - [`contribution`], [`backup`] and [`change`] do the same for what travels between devices;
//! - [`link`] carries a contribution in the fragment of a link;
//! - [`gazetteer`] reads the communes of a department;
//! - [`sent`] keeps what was handed over;
//! - [`draft`] keeps a form that is being filled, [`request`] a request to the association;
//! - [`excerpt`] keeps the passage of a press release that an initiative was read from;
//! - [`review`] keeps the editor's inbox and its log;
//! - [`csv`] writes initiatives as a table for spreadsheets, and reads such tables;
//! - [`outgoing`] is what [`geojson`], [`icalendar`] and [`feed`] write, and [`json_ld`] of one initiative;
//! - [`embedding`] is the HTML with which another site shows the list;
//! - [`publish`] decides what may leave the device in a catalogue;
//! - [`publication`] remembers the file that was last saved to be published.
//!
//! Invariants: this module knows no clock, no randomness, no storage and no browser; it never
//! panics, whatever the input; what it cannot keep it reports; nothing here is prose for people,
//! but for the headings and names in a table, which `locales/` holds.

pub mod backup;
pub mod change;
pub mod contribution;
pub mod csv;
pub mod draft;
pub mod edition;
pub mod embedding;
mod entries;
pub mod excerpt;
pub mod feed;
mod fields;
pub mod gazetteer;
pub mod geojson;
pub mod handover;
pub mod icalendar;
pub mod json;
pub mod json_ld;
pub mod limits;
pub mod link;
mod order;
pub mod outgoing;
pub mod packed;
pub mod publication;
pub mod publish;
pub mod refusal;
pub mod request;
pub mod review;
pub mod sent;
pub mod text_file;
pub mod v1;
pub mod warning;
pub mod xml;
