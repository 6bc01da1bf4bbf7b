//! What another application shares with this one: a text, in the address of the page that takes press
//! releases. It leaves the address and the history at once. A message that carries proposals goes on to the
//! page that shows them: one is opened, several are for an editor to read in.

use leptos::prelude::Set;

use super::address::{Address, Step};
use super::opened::Opened;
use crate::format::link;
use crate::route::Page;

/// What the manifest, which `xtask` writes, calls the parts of what is shared.
const PARTS: [&str; 3] = ["titre", "texte", "adresse"];

/// Takes what was shared out of the address. Gives what is no proposal.
pub fn arriving(address: Address, opened: Opened) -> Option<String> {
    let parts = PARTS.iter().filter_map(|name| address.query(name));
    let parts: Vec<String> = parts.filter(|part| !part.trim().is_empty()).collect();
    if parts.is_empty() {
        return None;
    }
    let text = parts.join("\n");
    if let Some(proposal) = link::fragments_in(&text).next() {
        opened.0.set(Some(proposal.to_owned()));
        address.go(Page::Review.href(), Step::Replace);
        return None;
    }
    address.go(Page::Import.href(), Step::Replace);
    Some(text)
}
