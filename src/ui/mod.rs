//! The screens. They read the one context ([`crate::state`]), call its commands, and hold nothing
//! that must survive.
//!
//! - [`address`]: the address and the history.
//! - [`app`]: the frame around every page, and which page an address shows.
//! - [`late`]: the pages that arrive in a second WebAssembly module, after the first one.
//! - [`listed`]: the list that a person looked at last, to be exported alone.
//! - [`opened`]: a proposal that was opened by a link, until it is decided what becomes of it.
//! - [`pages`]: a file or folder for each page.
//! - [`shared`]: what another application has shared with this one.
//! - [`components`]: pieces that several pages use.
//! - [`turns`]: in which turns the first page is drawn.
//! - [`texts`]: the texts of the interface in the person's language.

#![allow(
    clippy::must_use_candidate,
    reason = "a view that is made and not put into the page is missed by whoever looks at it"
)]
#![allow(
    clippy::large_types_passed_by_value,
    reason = "handles to signals are made to be copied into event handlers; debug builds, which this lint \
              measures, add to each signal the place where it was made"
)]

pub mod address;
pub mod app;
pub mod components;
pub mod late;
pub mod listed;
pub mod opened;
pub mod pages;
pub mod shared;
pub mod texts;
pub mod turns;

/// Puts the application into the page.
pub fn mount() {
    crate::browser::panic::install();
    // A browser fetches a site's storage from the disk when it is first asked for it, and everything waits meanwhile.
    let store = crate::state::Store::open();
    wasm_bindgen_futures::spawn_local(async move {
        // A slow phone was held up by this already, and answers to the person before it goes on.
        crate::browser::clock::breathe().await;
        leptos::mount::mount_to_body(move || app::application(store));
    });
}
