//! Solidaire.
pub mod domain;
