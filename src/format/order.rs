//! Names in their order: which ones stand more than once, and whether one is among them.

use crate::domain::order;

/// The names with their positions, sorted; equal names by position.
pub(super) fn by_name<'a>(names: impl Iterator<Item = &'a str>) -> Vec<(&'a str, usize)> {
    sorted(&names.collect::<Vec<_>>())
}

fn sorted<'a>(names: &[&'a str]) -> Vec<(&'a str, usize)> {
    let positions = order::places(names.len(), &mut |one, two| names[one].cmp(names[two]));
    positions
        .into_iter()
        .map(|position| (names[position], position))
        .collect()
}

/// The later positions of names that stand more than once, each with the first position of its name.
/// In the order of the later positions within one name.
pub(super) fn repeated(names: &[(&str, usize)]) -> Vec<(usize, usize)> {
    let mut repeated = Vec::new();
    let mut first = 0;
    for place in 1..names.len() {
        if names[place].0 == names[first].0 {
            repeated.push((names[first].1, names[place].1));
        } else {
            first = place;
        }
    }
    repeated
}

/// Whether a name is among sorted ones.
pub(super) fn contains(names: &[(&str, usize)], name: &str) -> bool {
    names.binary_search_by(|(other, _)| (*other).cmp(name)).is_ok()
}

#[cfg(test)]
mod tests {
    use super::{by_name, contains, repeated};

    #[test]
    fn later_ones_know_their_first() {
        let names = by_name(["b", "a", "b", "c", "b", "a"].into_iter());
        assert_eq!(repeated(&names), [(1, 5), (0, 2), (0, 4)]);
        assert!(contains(&names, "c"));
        assert!(!contains(&names, "bb"));
        assert!(repeated(&by_name(std::iter::empty())).is_empty());
    }
}
