//! Version 1 of the catalogue's format: one file per noun, each with the way in and the way out.
//!
//! Reading is lenient and reports [`Warnings`](super::warning::Warnings); writing is strict: every
//! field, in the order of the contract, unknown fields last. `decode(encode(x))` is `x`.
//!
//! A new field stands in three places: the domain's type, and the two functions of its noun here,
//! which stand below each other. (The schema in `public/` is the fourth; a test holds it to the
//! fixtures.)

mod catalogue;
mod communique;
mod initiative;
mod site;
mod theme;
mod writer;

pub(super) use catalogue::{envelope, honour_requests};
pub use catalogue::{read_catalogue, read_catalogue_text, withhold, write_catalogue};
pub use communique::{decode_communique, encode_communique};
pub use initiative::{decode_contact, decode_initiative, encode_contact, encode_initiative};
pub use site::{decode_site, encode_site};
pub use theme::{decode_theme, encode_theme};
pub(super) use writer::Writer;
