//! Putting things in order.
//!
//! The standard library's sorting code is made anew for every type of element and every comparison,
//! three to five kilobytes of WebAssembly each time. Whatever is sorted here sorts numbers instead,
//! through one function, and only the moving of elements is made anew.

use std::cmp::Ordering;

/// One step towards the beginning or the end of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Towards the beginning.
    Up,
    /// Towards the end.
    Down,
}

impl Step {
    /// The place that the step leads to in a list of that length; nothing where it would leave the list.
    #[must_use]
    pub fn leads_to(self, place: usize, length: usize) -> Option<usize> {
        let next = match self {
            Self::Up => place.checked_sub(1)?,
            Self::Down => place + 1,
        };
        (place.max(next) < length).then_some(next)
    }
}

/// Sorts by a comparison; equals stay in their order.
pub fn sort_by<T>(items: &mut [T], mut compare: impl FnMut(&T, &T) -> Ordering) {
    let places = places(items.len(), &mut |one, two| compare(&items[one], &items[two]));
    for (one, two) in swaps(places) {
        items.swap(one, two);
    }
}

/// Sorts by a key, which is made anew for every comparison; equals stay in their order.
pub fn sort_by_key<T, K: Ord>(items: &mut [T], key: impl Fn(&T) -> K) {
    sort_by(items, |one, two| key(one).cmp(&key(two)));
}

/// The places of `length` things in their order, by a comparison of two places; equals stay in the
/// order of their places.
#[expect(clippy::cast_possible_truncation, reason = "each number was a place")]
pub fn places(length: usize, compare: &mut dyn FnMut(usize, usize) -> Ordering) -> Vec<usize> {
    let mut places: Vec<u64> = (0..length as u64).collect();
    // With the place as its last word no two are equal, so that the smaller, unstable sort serves.
    sort(&mut places, &mut |one, two| {
        compare(one as usize, two as usize).then(one.cmp(&two))
    });
    places.into_iter().map(|place| place as usize).collect()
}

/// Sorts numbers that carry their order within them, as what happens at every key stroke makes them.
pub fn sort_keys(keys: &mut [u64]) {
    sort(keys, &mut |one, two| one.cmp(&two));
}

/// The one function that sorts.
#[inline(never)]
fn sort(numbers: &mut [u64], compare: &mut dyn FnMut(u64, u64) -> Ordering) {
    numbers.sort_unstable_by(|one, two| compare(*one, *two));
}

/// The swaps that, one after another, bring to each place what is to stand there.
fn swaps(mut places: Vec<usize>) -> Vec<(usize, usize)> {
    let mut swaps = Vec::new();
    for first in 0..places.len() {
        // What stood first travels along its cycle, and every place it leaves is settled.
        let mut place = first;
        while places[place] != first {
            let next = places[place];
            swaps.push((place, next));
            places[place] = place;
            place = next;
        }
        places[place] = place;
    }
    swaps
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{any, prop_assert_eq, proptest};

    use super::{Step, places, sort_by, sort_by_key, sort_keys};

    proptest! {
        #[test]
        fn it_sorts_as_the_standard_library_does(values in proptest::collection::vec(any::<(u8, u8)>(), 0..200)) {
            let mut expected = values.clone();
            expected.sort_by_key(|(key, _)| key % 16);
            let mut sorted = values.clone();
            sort_by_key(&mut sorted, |(key, _)| key % 16);
            prop_assert_eq!(&sorted, &expected);
            expected.sort_by(|one, two| two.cmp(one));
            sort_by(&mut sorted, |one, two| two.cmp(one));
            prop_assert_eq!(sorted, expected);
        }
    }

    #[test]
    fn a_step_stays_within_its_list() {
        let steps = |place| [Step::Up, Step::Down].map(|step: Step| step.leads_to(place, 3));
        assert_eq!(steps(0), [None, Some(1)]);
        assert_eq!(steps(2), [Some(1), None]);
        assert_eq!(steps(3), [None, None]);
        assert_eq!(Step::Down.leads_to(0, 0), None);
    }

    #[test]
    fn places_are_where_things_stood() {
        let words = ["b", "c", "a", "b"];
        let order = places(words.len(), &mut |one, two| words[one].cmp(words[two]));
        assert_eq!(order, [2, 0, 3, 1]);
        let mut keys = [3, 1 << 40, 2];
        sort_keys(&mut keys);
        assert_eq!(keys, [2, 3, 1 << 40]);
    }
}
