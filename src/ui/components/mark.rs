//! Marks of the root element, by which the style sheets know what is on the page. `:has()` would tell them as well, where
//! Firefox 115 knew it.

use leptos::prelude::*;

use crate::browser::document;

/// Something that stays at the bottom of the page: notices stand over it.
pub const BAR: (&str, &str) = ("data-bar", "save");

/// A press release, which is printed without the frame.
pub const RELEASE: (&str, &str) = ("data-prints", "release");

/// A sheet, beside which nothing is printed.
pub const SHEET: (&str, &str) = ("data-prints", "sheet");

/// Marks the root element for as long as what calls this is drawn.
pub fn mark((name, value): (&'static str, &'static str)) {
    document::set_root_attribute(name, Some(value));
    on_cleanup(move || document::set_root_attribute(name, None));
}
