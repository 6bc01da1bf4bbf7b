//! The port: what the application needs of a storage, and how it can fail.

use super::key::Key;

/// A place that keeps texts under keys. It sees only this application's keys.
pub trait Storage {
    /// The text of a key, if there is one.
    ///
    /// # Errors
    /// When the browser refuses.
    fn read(&self, key: &Key) -> Result<Option<String>, Denied>;

    /// Keeps a text under a key.
    ///
    /// # Errors
    /// [`WriteError`]; then what stood there before stands still.
    fn write(&self, key: &Key, text: &str) -> Result<(), WriteError>;

    /// Forgets a key.
    ///
    /// # Errors
    /// When the browser refuses, or a newer version of the application has written here.
    fn remove(&self, key: &Key) -> Result<(), WriteError>;

    /// Every key of this application, without its prefix, in no order. Keys that no [`Key`] names
    /// (from a newer version) are among them.
    ///
    /// # Errors
    /// When the browser refuses.
    fn keys(&self) -> Result<Vec<String>, Denied>;
}

/// The browser refuses access to the storage.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Denied;

/// Why a text could not be kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WriteError {
    /// There is no room left.
    Full,
    /// The browser refuses.
    Denied,
    /// A newer version of the application has written here, in a layout that this one does not know.
    /// This page only reads from now on; loading it anew brings the newer version.
    Newer,
}

impl From<Denied> for WriteError {
    fn from(_: Denied) -> Self {
        Self::Denied
    }
}
