//! What the catalogue's address asks for.

use crate::domain::code::Insee;
use crate::domain::id::Id;

/// All that narrows and orders the catalogue. The default shows every entry.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Filter {
    /// What was typed into the search box.
    pub text: String,
    /// Entries of this theme only.
    pub theme: Option<Id>,
    /// Entries of this commune only: that work there, serve it, or belong to an area that holds it.
    pub commune: Option<Insee>,
    /// Entries with an open need only.
    pub open_needs: bool,
    /// Running or ended entries only.
    pub status: StatusFilter,
    /// Entries that an editor has not finished are shown too.
    pub drafts: bool,
    /// In which order.
    pub sort: Sort,
}

/// Whether entries must be running or over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum StatusFilter {
    /// Both. In every order, what is over sinks to the end.
    #[default]
    All,
    /// Running.
    Running,
    /// Over.
    Ended,
}

/// An order of entries. Equals stay in the catalogue's order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Sort {
    /// The most fitting to the typed words first; without words, the catalogue's order.
    #[default]
    Relevance,
    /// The nearest to where one is first; unknown distances last.
    Nearest,
    /// The latest news first; entries without a date last.
    Recent,
    /// By title, without regard to case and accents.
    Title,
}
