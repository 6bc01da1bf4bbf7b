//! What only the browser can do. Nothing else touches `web-sys` but the storage's adapter and event
//! handlers of the interface.

pub mod alone;
pub mod cache;
pub mod chance;
pub mod clock;
pub mod compress;
pub mod crypto;
pub mod document;
pub mod download;
pub mod fetch;
pub mod file;
pub mod fragment;
pub mod install;
pub mod intl;
pub mod panic;
pub mod persistence;
pub mod pointer;
pub mod position;
pub mod share;
mod stream;
pub mod style;
pub mod worker;
