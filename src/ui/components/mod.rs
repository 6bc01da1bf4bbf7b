//! Pieces that several pages use.

pub mod banners;
pub mod card;
pub mod choice;
pub mod contacts;
pub mod edition;
pub mod editors;
pub mod field_names;
pub mod footer;
pub mod hidden;
pub mod icon;
pub mod install;
pub mod licence;
pub mod loaded;
pub mod masthead;
pub mod notices;
pub mod page;
pub mod prose;
pub mod quantities;
pub mod refusal;
pub mod release;
pub mod reminders;
pub mod renewal;
pub mod saving;
pub mod sending;
pub mod share;
pub mod theme;
