//! What is said to the person at the moment.

use std::fmt;
use std::sync::Arc;

use leptos::prelude::*;

use crate::domain::change::Change;
use crate::domain::id::Id;
use crate::storage::port::WriteError;
use crate::workspace::PrivateEdit;

/// What is said to the person at the moment: one thing at a time, until they close it, answer it or
/// go elsewhere after reading it.
#[derive(Clone, Copy)]
pub struct Notices {
    current: RwSignal<Option<Notice>>,
    /// Whether the present notice has followed the person to another page already.
    moved: StoredValue<bool>,
}

/// Something said to the person.
#[derive(Debug, Clone, PartialEq)]
pub struct Notice {
    /// What is said, in the person's language.
    pub text: String,
    /// How it sounds.
    pub tone: Tone,
    /// What « Annuler » takes back, if it can be taken back.
    pub undo: Option<Undo>,
}

/// How a notice sounds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// It went well.
    Good,
    /// It did not, and the person must know.
    Bad,
}

/// What « Annuler » takes back.
#[derive(Debug, Clone, PartialEq)]
pub enum Undo {
    /// What was just saved.
    Edit {
        /// The changes that it stood in place of and that were forgotten.
        restore: Vec<Change>,
        /// The changes that it made.
        remove: Vec<Id>,
        /// What it made of the private contacts of an initiative, where it touched them.
        private: Option<PrivateEdit>,
    },
    /// Changes that were just taken out, and those that came in their place.
    Exchange {
        /// What comes back.
        restore: Vec<Change>,
        /// What goes again.
        remove: Vec<Id>,
    },
    /// The hiding of an entry.
    Hiding(Id),
    /// Something that a late page did and knows how to take back.
    Act(TakeBack),
}

/// How something is taken back. What it needs for that stays in the module that made it.
#[derive(Clone)]
pub struct TakeBack(Arc<dyn Fn() -> Result<(), WriteError> + Send + Sync>);

impl TakeBack {
    /// Something that can be taken back.
    pub fn new(take_back: impl Fn() -> Result<(), WriteError> + Send + Sync + 'static) -> Self {
        Self(Arc::new(take_back))
    }

    /// Takes it back.
    ///
    /// # Errors
    /// When that could not be kept; then nothing has changed.
    pub fn run(&self) -> Result<(), WriteError> {
        (self.0)()
    }
}

impl PartialEq for TakeBack {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

impl fmt::Debug for TakeBack {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("TakeBack")
    }
}

impl Notices {
    pub(super) fn new() -> Self {
        Self {
            current: RwSignal::new(None),
            moved: StoredValue::new(false),
        }
    }

    /// What is said at the moment.
    #[must_use]
    pub fn current(self) -> Option<Notice> {
        self.current.get()
    }

    /// Says that something went well.
    pub fn good(self, text: impl Into<String>) {
        self.say(Notice {
            text: text.into(),
            tone: Tone::Good,
            undo: None,
        });
    }

    /// Says that something went well and can be taken back.
    pub fn undoable(self, text: impl Into<String>, undo: Undo) {
        self.say(Notice {
            text: text.into(),
            tone: Tone::Good,
            undo: Some(undo),
        });
    }

    /// Says that something went wrong.
    pub fn bad(self, text: impl Into<String>) {
        self.say(Notice {
            text: text.into(),
            tone: Tone::Bad,
            undo: None,
        });
    }

    fn say(self, notice: Notice) {
        self.moved.set_value(false);
        self.current.set(Some(notice));
    }

    /// Follows the person to another page once, since most notices tell of what led there; on the
    /// next one it would be read as news of that page.
    pub fn turn_page(self) {
        if self.moved.get_value() {
            self.close();
        }
        self.moved.set_value(true);
    }

    /// Stops saying it.
    pub fn close(self) {
        self.current.set(None);
    }
}
