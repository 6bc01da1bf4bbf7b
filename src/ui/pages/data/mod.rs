//! What is stored on this device, and the ways in and out. Everything here but the exchange of
//! catalogues works without one, since this is where a person goes when something is broken.

mod erasing;
mod exchange;
mod preview;
mod restoring;
mod stored;
mod troubles;
mod warnings;

use std::sync::Arc;

use leptos::prelude::*;

use crate::i18n::Text;
use crate::ui::components::{hidden, page as arrival};
use crate::ui::texts::t;
use crate::workspace::import::Incoming;

/// Where the reading of a file stands.
#[derive(Clone)]
enum Stage {
    /// No file was chosen.
    Idle,
    /// A file of this name is being read.
    Reading(String),
    /// A file was refused: its name, and why.
    Refused(String, String),
    /// A file was read, and the person decides.
    Preview(String, Arc<Incoming>),
}

/// The page.
pub fn page() -> AnyView {
    let stage = RwSignal::new(Stage::Idle);
    view! {
        <header class="page-head narrow">
            {arrival::heading(t(Text::DataTitle))}
            <p class="soft">{t(Text::DataIntro)}</p>
        </header>
        <div class="narrow stack">
            {troubles::troubles()}
            {stored::stored()}
            {exchange::exchange(stage)}
            {preview::preview(stage)}
            {restoring::backup()}
            {hidden::hidden()}
            {erasing::erasing()}
        </div>
    }
    .into_any()
}
