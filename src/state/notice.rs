//! What is said to the person at the moment.

use leptos::prelude::*;

use crate::domain::change::Change;
use crate::domain::contact::Contact;
use crate::domain::id::Id;

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
        /// An initiative, with its private contacts before.
        private: Option<(Id, Vec<Contact>)>,
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
