//! What another application shares with this one: a text, in the address of the page that takes press
//! releases. It leaves the address and the history at once. A message that carries proposals goes on to the
//! page that shows them: an editor finds several in the inbox, to be read in; anyone else is shown the first.

use std::cell::RefCell;

use leptos::prelude::Set;

use super::address::{Address, Step};
use super::opened::Opened;
use crate::format::link;
use crate::route::Page;
use crate::state::App;

/// What the manifest, which `xtask` writes, calls the parts of what is shared.
const PARTS: [&str; 3] = ["titre", "texte", "adresse"];

thread_local! {
    /// A message with several proposals, on its way to the inbox.
    static MESSAGE: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// The message that waits for the inbox, once.
pub fn message() -> Option<String> {
    MESSAGE.take()
}

/// Takes what was shared out of the address. Gives what is no proposal.
pub fn arriving(app: App, address: Address, opened: Opened) -> Option<String> {
    let parts = PARTS.iter().filter_map(|name| address.query(name));
    let parts: Vec<String> = parts.filter(|part| !part.trim().is_empty()).collect();
    if parts.is_empty() {
        return None;
    }
    let text = parts.join("\n");
    let mut proposals = link::fragments_in(&text);
    let (first, several) = (proposals.next().map(str::to_owned), proposals.next().is_some());
    drop(proposals);
    let Some(first) = first else {
        address.go(Page::Import.href(), Step::Replace);
        return Some(text);
    };
    if several && app.is_editor() {
        MESSAGE.set(Some(text));
    } else {
        opened.0.set(Some(first));
    }
    address.go(Page::Review.href(), Step::Replace);
    None
}
