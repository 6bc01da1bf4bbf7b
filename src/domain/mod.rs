//! The nouns of the product and their rules.
//!
//! Invariants: this module uses the standard library only. It knows no serialisation framework, no
//! clock, no randomness and no browser; the present date and new identifiers are always passed in.
//! A value that exists has passed its checks: an [`email::Email`] is an address, a [`link::Link`]
//! has an allowed scheme, an [`initiative::Initiative`] has a title.

pub mod amount;
pub mod call_back;
pub mod catalogue;
pub mod change;
pub mod charts;
pub mod checks;
pub mod code;
pub mod communes;
pub mod communique;
pub mod contact;
pub mod contrast;
pub mod date;
pub mod decision;
pub mod difference;
pub mod draft;
pub mod duplicates;
pub mod edition;
pub mod email;
pub mod excerpt;
pub mod gazetteer;
pub mod going;
pub mod id;
pub mod initiative;
pub mod legal;
mod lineage;
pub mod link;
pub mod map;
pub mod mention;
pub mod merge;
pub mod near;
pub mod open_needs;
pub mod order;
pub mod phone;
pub mod point;
pub mod prose;
pub mod reminder;
pub mod removal;
pub mod search;
pub mod sent;
pub mod settle;
mod sheet;
pub mod site;
pub mod site_draft;
pub mod site_lines;
pub mod text;
pub mod theme;
pub mod themes_draft;
pub mod totals;
pub mod translation;
pub mod value;
mod vocabulary;
