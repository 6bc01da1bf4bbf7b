//! Whether the property can fail: bugs are put in, one by one, and each is found in every step that it
//! breaks.

use std::cell::{Cell, RefCell};

use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;
use solidaire::storage::key::Key;
use solidaire::storage::memory::MemoryStorage;
use solidaire::storage::port::{Denied, Storage, WriteError};

use crate::device::{Habit, Memory};
use crate::steps::{Step, step};
use crate::stops::{Inner, Wrap, history, violation};

/// How many histories a bug may hide in.
const HISTORIES: usize = 4_000;

/// A bug of the layer between the application and the keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Bug {
    /// Nothing says that several keys are one.
    NoJournal,
    /// What was decided is done, and not written down before.
    NothingIsFinished,
    /// What decides comes before what is decided.
    CommitsFirst,
    /// What is written again is taken out first.
    RemovesBeforeWriting,
    /// What cannot be read is taken out before its copy is made.
    TakesOutBeforeCopying,
    /// Nothing says that everything is to go.
    ErasesKeyByKey,
}

/// A storage behind such a layer.
struct Buggy {
    inner: MemoryStorage,
    bug: Bug,
    /// What the page alone believes to be written.
    believed: RefCell<Vec<(Key, String)>>,
    /// Whether a journal is open.
    open: Cell<bool>,
}

impl Buggy {
    fn believe(&self, key: &Key, text: &str) {
        self.believed.borrow_mut().push((key.clone(), text.to_owned()));
    }

    fn flush(&self) -> Result<(), WriteError> {
        self.open.set(false);
        let held_back = self.believed.take();
        held_back
            .iter()
            .try_for_each(|(key, text)| self.inner.write(key, text))
    }
}

impl Storage for Buggy {
    fn read(&self, key: &Key) -> Result<Option<String>, Denied> {
        let believed = self.believed.borrow();
        match believed.iter().rev().find(|(believed, _)| believed == key) {
            Some((_, text)) => Ok(Some(text.clone())),
            None => self.inner.read(key),
        }
    }

    fn write(&self, key: &Key, text: &str) -> Result<(), WriteError> {
        let journal = matches!(key, Key::Journal(_));
        let open = text.contains("\"put\"");
        match self.bug {
            Bug::NoJournal if journal => self.believe(key, text),
            Bug::NothingIsFinished if journal && !open => {
                self.inner.remove(key)?;
                self.believe(key, text);
            }
            Bug::CommitsFirst if journal && open => {
                self.open.set(true);
                self.inner.write(key, text)?;
            }
            Bug::CommitsFirst if journal => {
                self.inner.write(key, text)?;
                self.flush()?;
            }
            Bug::CommitsFirst if self.open.get() => self.believe(key, text),
            Bug::RemovesBeforeWriting => {
                self.inner.remove(key)?;
                self.inner.write(key, text)?;
            }
            Bug::TakesOutBeforeCopying if matches!(key, Key::Aside(_)) => {
                let original = text.split('\n').next().expect("it stands on the first line");
                self.inner.remove(&Key::of(original))?;
                self.inner.write(key, text)?;
            }
            Bug::ErasesKeyByKey if *key == Key::Layout && text == "0" => {}
            _ => self.inner.write(key, text)?,
        }
        Ok(())
    }

    fn remove(&self, key: &Key) -> Result<(), WriteError> {
        if matches!(key, Key::Journal(_)) && self.bug != Bug::CommitsFirst {
            self.believed.borrow_mut().retain(|(believed, _)| believed != key);
        }
        self.inner.remove(key)?;
        if self.open.get() && matches!(key, Key::Journal(_)) {
            return self.flush();
        }
        Ok(())
    }

    fn keys(&self) -> Result<Vec<String>, Denied> {
        self.inner.keys()
    }
}

impl Inner for Buggy {
    fn inner(&self) -> &MemoryStorage {
        &self.inner
    }
}

fn buggy<const BUG: usize>(inner: MemoryStorage) -> Buggy {
    Buggy {
        inner,
        bug: ALL[BUG],
        believed: RefCell::default(),
        open: Cell::new(false),
    }
}

const ALL: [Bug; 6] = [
    Bug::NoJournal,
    Bug::NothingIsFinished,
    Bug::CommitsFirst,
    Bug::RemovesBeforeWriting,
    Bug::TakesOutBeforeCopying,
    Bug::ErasesKeyByKey,
];

/// Whether the property fails on a history that ends with such a step.
fn is_found<S: Inner>(wrap: Wrap<S>, memory: &Memory, is_last: fn(&Step) -> bool) -> bool {
    let mut runner = TestRunner::deterministic();
    let (history, last) = (history(), step().prop_filter("another step", is_last));
    (0..HISTORIES).any(|_| {
        let history = history.new_tree(&mut runner).unwrap().current();
        let last = last.new_tree(&mut runner).unwrap().current();
        violation(wrap, memory, &history, &last).is_some()
    })
}

macro_rules! assert_found {
    ($wrap:expr, $memory:expr, $($step:pat),+ $(,)?) => {
        $(assert!(
            is_found($wrap, $memory, |step| matches!(step, $step)),
            "nobody finds it in {}",
            stringify!($step),
        );)+
    };
}

#[test]
fn without_a_journal_a_third_state_is_found_in_each_step_of_several_keys() {
    let memory = Memory::default();
    assert_found!(
        buggy::<0>,
        &memory,
        Step::SavePrivately { .. },
        Step::Import { .. },
        Step::TakeBack,
        Step::Revert { .. },
        Step::Restore,
        Step::EraseAside,
    );
}

#[test]
fn a_decision_that_is_not_written_down_is_found() {
    let memory = Memory::default();
    assert_found!(
        buggy::<1>,
        &memory,
        Step::SavePrivately { .. },
        Step::Import { replace: true, .. },
        Step::TakeBack,
        Step::Restore,
        Step::EraseAside,
    );
}

#[test]
fn a_commit_before_what_it_commits_is_found() {
    let memory = Memory::default();
    assert_found!(
        buggy::<2>,
        &memory,
        Step::Import { .. },
        Step::TakeBack,
        Step::Restore
    );
}

#[test]
fn a_text_that_is_taken_out_before_it_is_written_again_is_found() {
    let memory = Memory::default();
    assert_found!(buggy::<3>, &memory, Step::Draft { .. }, Step::Set { .. });
}

#[test]
fn a_damaged_text_that_is_taken_out_before_its_copy_is_made_is_found() {
    assert_found!(buggy::<4>, &Memory::default(), Step::Damage { .. });
}

#[test]
fn erasing_key_by_key_is_found() {
    assert_found!(buggy::<5>, &Memory::default(), Step::Erase);
}

#[test]
fn letting_go_in_the_wrong_order_is_found() {
    let memory = |habit| Memory {
        habit,
        ..Memory::default()
    };
    assert_found!(|inner| inner, &memory(Habit::SettlesBackwards), Step::Publish);
    assert_found!(
        |inner| inner,
        &memory(Habit::TakesOutFirst),
        Step::Save { .. },
        Step::SavePrivately { .. },
    );
}
