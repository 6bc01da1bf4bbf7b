//! What is stored on this device, and the ways in and out. Everything here but the exchange of
//! catalogues works without one, since this is where a person goes when something is broken.

mod columns;
mod erasing;
mod exchange;
pub(super) mod foreign;
mod formats;
mod handover;
mod lasting;
mod offline;
mod preview;
mod restoring;
mod stored;
mod troubles;
mod waiting;
mod warnings;

use std::sync::Arc;

use leptos::prelude::*;

use crate::i18n::Text;
use crate::state::use_app;
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
    /// A table was read, and the person says what its columns hold.
    Columns(String, columns::Columns),
    /// A file was read, and the person decides. Of a table, the way back to its columns.
    Preview(String, Arc<Incoming>, Option<columns::Columns>),
}

/// The page.
pub fn page() -> AnyView {
    let stage = RwSignal::new(Stage::Idle);
    // Who has nothing here yet and comes to this page is most likely looking for what is elsewhere.
    // Restoring and erasing change that while the page is open.
    let app = use_app();
    let unused = Memo::new(move |_| app.is_unused());
    let before = move || unused.get().then(restoring::offer);
    let after = move || (!unused.get()).then(restoring::backup);
    view! {
        <header class="page-head narrow">
            {arrival::heading(t(Text::DataTitle))}
            <p class="soft">{t(Text::DataIntro)}</p>
        </header>
        <div class="narrow stack">
            {troubles::troubles()}
            {before}
            {waiting::waiting()}
            {stored::stored()}
            {lasting::lasting()}
            {offline::offline()}
            {exchange::exchange(stage)}
            {preview::preview(stage)}
            {formats::formats()}
            {after}
            {move || use_app().is_editor().then(handover::handover)}
            {hidden::hidden()}
            {erasing::erasing()}
        </div>
    }
    .into_any()
}
