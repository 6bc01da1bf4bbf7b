//! Two pages on one storage: one starts while the other one writes.

use std::cell::{Cell, RefCell};

use proptest::prelude::*;
use solidaire::storage::key::Key;
use solidaire::storage::memory::{MemoryStorage, Stop};
use solidaire::storage::port::{Denied, Storage, WriteError};

use crate::device::{Device, Memory, Seen, copy};
use crate::steps::{Step, step};

/// What another tab does when it comes.
type Visitor<'a> = Box<dyn FnMut(&MemoryStorage) + 'a>;

/// A storage that lets others in before some of its writes.
#[derive(Default)]
struct Shared<'a> {
    inner: MemoryStorage,
    writes: Cell<usize>,
    /// Before which writes somebody comes.
    visits: Vec<usize>,
    visitor: RefCell<Option<Visitor<'a>>>,
}

impl Shared<'_> {
    fn visit(&self) {
        let write = self.writes.get();
        self.writes.set(write + 1);
        for _ in self.visits.iter().filter(|visit| **visit == write) {
            if let Some(visitor) = self.visitor.borrow_mut().as_mut() {
                visitor(&self.inner);
            }
        }
    }
}

impl Storage for &Shared<'_> {
    fn read(&self, key: &Key) -> Result<Option<String>, Denied> {
        self.inner.read(key)
    }

    fn write(&self, key: &Key, text: &str) -> Result<(), WriteError> {
        self.visit();
        self.inner.write(key, text)
    }

    fn remove(&self, key: &Key) -> Result<(), WriteError> {
        self.visit();
        self.inner.remove(key)
    }

    fn keys(&self) -> Result<Vec<String>, Denied> {
        self.inner.keys()
    }
}

/// A start beside the writer on a storage as it stands, with what it brings in order there.
fn start_on(storage: &MemoryStorage, memory: &Memory) -> Seen {
    let before = copy(storage);
    let device = Device::start_beside(before, memory.clone());
    let seen = device.seen();
    let after = device.store.inner().snapshot();
    for key in storage.snapshot().keys().filter(|key| !after.contains_key(*key)) {
        storage.remove(&Key::of(key)).unwrap();
    }
    for (key, text) in &after {
        storage.plant(key, text);
    }
    seen
}

/// Does a step with others coming in, and gives what they saw and what is seen at the end.
fn visited(page: &Device<MemoryStorage>, step: &Step, visits: Vec<usize>) -> (bool, usize, Vec<Seen>, Seen) {
    let seen = RefCell::new(Vec::new());
    let memory = page.memory.clone();
    let shared = Shared {
        inner: copy(page.store.inner()),
        visits,
        ..Shared::default()
    };
    *shared.visitor.borrow_mut() = Some(Box::new(|storage: &MemoryStorage| {
        seen.borrow_mut().push(start_on(storage, &memory));
    }));
    let mut device = Device {
        store: solidaire::storage::layout::Guarded::new(&shared),
        workspace: page.workspace.clone(),
        undo: page.undo.clone(),
        memory: page.memory.clone(),
    };
    let done = step.run(&mut device).is_ok();
    let writes = shared.writes.get();
    let end = Device::start(copy(&shared.inner), device.memory.clone());
    let end = Device::start(copy(end.store.inner()), end.memory).seen();
    *shared.visitor.borrow_mut() = None;
    (done, writes, seen.take(), end)
}

/// The steps of several keys.
fn large() -> impl Strategy<Value = Step> {
    step().prop_filter("one key", |step| {
        matches!(
            step,
            Step::SavePrivately { .. }
                | Step::Import { .. }
                | Step::TakeBack
                | Step::Revert { .. }
                | Step::Restore
        )
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn whoever_starts_while_another_page_writes_sees_no_third_state_and_sweeps_nothing(
        history in prop::collection::vec(step(), 0..6), last in large(),
    ) {
        let mut page = Device::start(MemoryStorage::new(), Memory::default());
        for step in &history {
            let _refused = step.run(&mut page);
        }
        let before = Device::start(copy(page.store.inner()), page.memory.clone()).seen();
        let (done, writes, _, after) = visited(&page, &last, Vec::new());
        if !done {
            return Ok(());
        }
        for first in 0..writes {
            // One start between any two writes, and a second one there or between any later two.
            for second in [None, Some(first), Some(first + 1), Some(writes - 1)] {
                let visits: Vec<usize> = Some(first).into_iter().chain(second).collect();
                let (done, _, seen, end) = visited(&page, &last, visits.clone());
                prop_assert!(done, "{:?} {:?}", last, visits);
                for seen in seen {
                    prop_assert!(seen == before || seen == after, "{:?} {:?}", last, visits);
                }
                prop_assert_eq!(&end, &after, "{:?} {:?}", last, visits);
            }
        }
    }
}

#[test]
fn any_number_of_starts_at_any_instant_take_nothing_from_a_page_that_sleeps_in_its_writing() {
    let import = Step::Import {
        entries: 15,
        text: 1,
        replace: false,
    };
    let page = Device::start(MemoryStorage::new(), Memory::default());
    let (_, writes, _, after) = visited(&page, &import, Vec::new());
    // The last write decides: what comes before it comes between the last look and the decision.
    for at in 0..writes {
        let (done, total, _, end) = visited(&page, &import, vec![at; 3]);
        assert!(done);
        assert_eq!(total, writes, "it wrote once");
        assert_eq!(end, after, "three starts before write {at}");
    }
}

#[test]
fn what_nobody_finished_is_swept_by_the_second_page_that_is_alone() {
    let import = Step::Import {
        entries: 15,
        text: 1,
        replace: false,
    };
    let mut page = Device::start(MemoryStorage::new(), Memory::default());
    let before = page.store.inner().snapshot().len();
    page.store.inner().stop_after(5, Stop::Dropped);
    let _stopped = import.run(&mut page);
    page.store.inner().go_on();
    let mut storage = copy(page.store.inner());
    let left = storage.snapshot().len();
    assert!(left > before + 3, "something is unfinished");
    for alone in [false, false, true, false, true] {
        let start = if alone {
            Device::start
        } else {
            Device::start_beside
        };
        assert!(storage.snapshot().len() >= left, "swept too early");
        storage = copy(start(storage, page.memory.clone()).store.inner());
    }
    let kept = storage.snapshot();
    let unfinished = |key: &&String| {
        ["change/", "journal/", "mark/"]
            .iter()
            .any(|kind| key.starts_with(kind))
    };
    assert_eq!(kept.keys().filter(unfinished).count(), 0, "{:?}", kept.keys());
}
