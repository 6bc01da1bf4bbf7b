//! The property: whichever write of a step a device stops at, and however, it is then as it was before
//! the step or as it is after it; and what the page answered was true.

use proptest::prelude::*;
use solidaire::storage::memory::{MemoryStorage, Stop};
use solidaire::storage::port::Storage;

use crate::device::{Device, Memory, Seen, copy};
use crate::steps::{Step, step};

/// A step, and where the device stops in it, if it does.
pub(crate) type Lived = (Step, Option<(usize, Stop)>);

pub(crate) fn history() -> impl Strategy<Value = Vec<Lived>> {
    let stop = (0usize..8, prop::sample::select(Stop::ALL.to_vec()));
    prop::collection::vec((step(), prop::option::weighted(0.3, stop)), 0..7)
}

/// How a storage misbehaves, around the one that can be stopped.
pub(crate) type Wrap<S> = fn(MemoryStorage) -> S;

/// Gives back the storage that can be stopped.
pub(crate) trait Inner: Storage {
    fn inner(&self) -> &MemoryStorage;
}

impl Inner for MemoryStorage {
    fn inner(&self) -> &MemoryStorage {
        self
    }
}

/// Lives through a history and then stops the last step at each of its writes in each way. Says what
/// was neither before nor after, if anything was.
pub(crate) fn violation<S: Inner>(
    wrap: Wrap<S>,
    memory: &Memory,
    history: &[Lived],
    last: &Step,
) -> Option<String> {
    let mut device = Device::start(wrap(MemoryStorage::new()), memory.clone());
    for (step, stop) in history {
        damage(step, device.store.inner().inner());
        if let Some((writes, stop)) = stop {
            device.store.inner().inner().stop_after(*writes, *stop);
            let _stopped = step.run(&mut device);
            device.store.inner().inner().go_on();
            device = Device::start(wrap(copy(device.store.inner().inner())), device.memory);
        } else {
            let _refused = step.run(&mut device);
            if matches!(step, Step::Start) {
                device = Device::start(wrap(copy(device.store.inner().inner())), device.memory);
            }
        }
    }
    damage(last, device.store.inner().inner());
    let page = Page {
        storage: copy(device.store.inner().inner()),
        device,
    };
    stop_everywhere(wrap, &page, last)
}

/// A page in the middle of its life.
struct Page<S> {
    storage: MemoryStorage,
    device: Device<S>,
}

impl<S: Inner> Page<S> {
    /// The same page once more.
    fn again(&self, wrap: Wrap<S>) -> Device<S> {
        Device {
            store: solidaire::storage::layout::Guarded::new(wrap(copy(&self.storage))),
            workspace: self.device.workspace.clone(),
            undo: self.device.undo.clone(),
            memory: self.device.memory.clone(),
        }
    }
}

fn stop_everywhere<S: Inner>(wrap: Wrap<S>, page: &Page<S>, step: &Step) -> Option<String> {
    const MANY: usize = 1_000;
    let mut whole = page.again(wrap);
    whole.store.inner().inner().stop_after(MANY, Stop::Refused);
    let done = step.run(&mut whole).is_ok();
    let writes = MANY - whole.store.inner().inner().go_on();
    // What an edition that arrives says is seen before and after.
    let mut before = page.again(wrap);
    before.memory = whole.memory.clone();
    let [before, after] = [before, whole].map(|device| restarted(wrap, &device));
    for stop in Stop::ALL {
        for count in 0..writes {
            let mut device = page.again(wrap);
            device.store.inner().inner().stop_after(count, stop);
            let answer = step.run(&mut device).is_ok();
            device.store.inner().inner().go_on();
            let told = |what: &str| Some(format!("{what}: {step:?}, {stop:?} after {count} of {writes}"));
            let expected = match (stop, answer, done) {
                (Stop::Dropped, ..) | (_, _, false) => None,
                (_, true, _) => Some(&after),
                (_, false, _) => Some(&before),
            };
            let is_one = |seen: &Seen| match expected {
                Some(expected) => seen == expected,
                None => *seen == before || *seen == after,
            };
            let at_once = device.seen();
            if !is_one(&at_once) {
                return told("another page sees a third state");
            }
            // The start may be stopped too, and again.
            let stopped = wrap(copy(device.store.inner().inner()));
            stopped.inner().stop_after(count % 4, stop);
            let started = Device::start(stopped, device.memory.clone());
            started.store.inner().inner().go_on();
            // Two more starts, of which the second one sweeps, cost the most: at every other stop.
            let is_same = if count % 2 == 0 {
                restarted(wrap, &started) == at_once
            } else {
                started.seen() == at_once
            };
            if !is_same {
                return told("a start makes a third state");
            }
        }
    }
    None
}

/// What is seen after two starts: the second one sweeps what the first one marked.
fn restarted<S: Inner>(wrap: Wrap<S>, device: &Device<S>) -> Seen {
    let first = Device::start(wrap(copy(device.store.inner().inner())), device.memory.clone());
    let second = Device::start(wrap(copy(first.store.inner().inner())), first.memory);
    second.seen()
}

fn damage(step: &Step, storage: &MemoryStorage) {
    if let Step::Damage { number } = step {
        storage.plant(&format!("change/z{number}"), "{");
    }
}

proptest! {
    // Two thousand histories, in two halves that run beside each other.
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    #[test]
    fn a_device_is_as_it_was_before_or_as_it_was_to_be(steps in prop::collection::vec(step(), 0..7), last in step()) {
        let history: Vec<Lived> = steps.into_iter().map(|step| (step, None)).collect();
        let violation = violation(|storage| storage, &Memory::default(), &history, &last);
        prop_assert_eq!(violation, None);
    }

    #[test]
    fn so_is_one_that_was_stopped_before(history in history(), last in step()) {
        let violation = violation(|storage| storage, &Memory::default(), &history, &last);
        prop_assert_eq!(violation, None);
    }
}
