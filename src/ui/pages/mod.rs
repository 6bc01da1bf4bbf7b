//! The pages, a file or folder each.

pub mod catalogue;
pub mod edit;
pub mod initiative;
pub mod unknown;
