//! Solidaire.
