//! A proposal that was opened by a link or out of a file, until it is decided what becomes of it. It
//! lives here alone: nothing of it is stored, and a reload forgets it.

use leptos::ev;
use leptos::prelude::*;

use crate::browser::fragment;

/// The fragment of the link, or the text of the file. It is a handle: copies share everything.
#[derive(Clone, Copy)]
pub struct Opened(pub RwSignal<Option<String>>);

/// Takes a proposal out of the address, now and whenever a link is opened in this page. Called once,
/// before anything else reads the address.
pub fn provide() {
    let opened = RwSignal::new(fragment::take_proposal());
    provide_context(Opened(opened));
    window_event_listener(ev::hashchange, move |_| {
        if let Some(proposal) = fragment::take_proposal() {
            opened.set(Some(proposal));
        }
    });
}

/// The proposal that was opened.
///
/// # Panics
/// Outside the application, which provides it before anything is drawn.
#[must_use]
pub fn use_opened() -> Opened {
    expect_context()
}
