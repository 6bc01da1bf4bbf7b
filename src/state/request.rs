//! The request to the association that is being written: kept as one types, found again after anything,
//! forgotten once it is sent.

use super::App;
use crate::format::request::{Request, read_request, write_request};
use crate::storage::key::Key;
use crate::storage::port::{Storage, WriteError};

/// Why a request could not be kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RequestError {
    /// It could not be written.
    Write(WriteError),
    /// Another tab has kept one, which must not be written over.
    Other,
}

impl App {
    /// The request that was being written. One that cannot be read is set aside and reported with the
    /// others.
    ///
    /// # Errors
    /// As [`App::draft`].
    pub fn request(self) -> Result<Option<Request>, WriteError> {
        self.read_or_set_aside(&Key::Request, read_request)
    }

    /// Keeps a request, or forgets it where nothing is typed any more. `last` is what this page kept or
    /// found; anything else comes from another tab and stays.
    ///
    /// # Errors
    /// [`RequestError`]; then what stood there stands still.
    pub fn keep_request(self, request: &Request, last: &Request) -> Result<(), RequestError> {
        let kept = self.request().map_err(RequestError::Write)?;
        if kept.is_some_and(|kept| kept != *last) {
            return Err(RequestError::Other);
        }
        let done = self.with_store(|store| {
            if request.is_empty() {
                store.remove(&Key::Request)
            } else {
                store.write(&Key::Request, &write_request(request))
            }
        });
        done.map_err(RequestError::Write)
    }
}
