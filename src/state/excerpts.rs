//! The passages of press releases that initiatives were read from, for the editor of this device.

use leptos::prelude::Notify;

use super::App;
use super::notice::{TakeBack, Undo};
use crate::browser::chance;
use crate::domain::excerpt::Excerpt;
use crate::domain::id::Id;
use crate::storage::excerpts::{self, Exchange};
use crate::storage::port::WriteError;

impl App {
    /// The passages of an initiative, the last one first. What cannot be read is set aside and reported with
    /// the rest; a browser that refuses has kept none.
    #[must_use]
    pub fn passages_of(self, initiative: &Id) -> Vec<Excerpt> {
        let found = self.with_store(|store| excerpts::of(store, initiative));
        // It has kept none.
        let (passages, aside) = found.unwrap_or_default();
        self.name_aside(aside);
        passages
    }

    /// Lets go of a passage. Gives what takes that back.
    ///
    /// # Errors
    /// When the browser refuses; then nothing has changed.
    pub fn erase_passage(self, passage: &Excerpt) -> Result<Undo, WriteError> {
        let erasing = Exchange {
            keep: Vec::new(),
            drop: vec![passage.clone()],
        };
        self.put_passages(&erasing)?;
        let back = erasing.reversed();
        Ok(Undo::Act(TakeBack::new(move || self.put_passages(&back))))
    }

    fn put_passages(self, exchange: &Exchange) -> Result<(), WriteError> {
        self.with_store(|store| excerpts::put(store, &chance::new_id(), exchange))?;
        // Whatever shows them, or tells how much is stored, follows the workspace.
        self.workspace.notify();
        Ok(())
    }
}
