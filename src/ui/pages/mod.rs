//! The pages, a file or folder each.

pub mod about;
pub mod catalogue;
pub mod check;
pub mod communique;
pub mod communiques;
pub mod compose;
pub mod data;
pub mod edit;
pub mod figures;
pub mod importer;
pub mod initiative;
pub mod legal;
pub mod map;
pub mod needs;
pub mod poster;
pub mod proposals;
pub mod publish;
pub mod request;
pub mod review;
pub mod seek;
pub mod settings;
pub mod site;
pub mod unknown;
