//! Who replaces whom among the changes of one target, each looked at once.
//!
//! A forged contribution may hold thousands of changes on one target, in chains and circles. So the
//! changes are found by their identifiers in order, every link is followed once for all paths, and once
//! more for each path that both of its ends touch: what a file costs is bounded by its size.

use std::collections::BTreeSet;

use super::change::Change;
use super::order;

/// The changes of one target with the links between them.
#[derive(Debug)]
pub(super) struct Lineage<'a> {
    /// In the order of their identifiers.
    changes: Vec<&'a Change>,
    /// Which others each one replaces, of those that are here and count.
    replaced: Vec<Vec<usize>>,
    /// Which others replace each one, as far as they are here and count.
    replacing: Vec<Vec<usize>>,
    /// Whether a change replaces one that replaces it, directly or through others.
    circular: Vec<bool>,
    /// Those that are replaced before those that replace them, the rest by their identifiers.
    order: Vec<usize>,
}

impl<'a> Lineage<'a> {
    /// Looks at the changes of one target; what is about others is not for here.
    pub(super) fn of(changes: &[&'a Change]) -> Self {
        let mut changes: Vec<&Change> = changes.to_vec();
        order::sort_by(&mut changes, |one, two| one.id.cmp(&two.id));
        changes.dedup_by(|one, two| one.id == two.id);
        let place = |id| changes.binary_search_by(|change| change.id.cmp(id)).ok();
        let mut replaced: Vec<Vec<usize>> = Vec::with_capacity(changes.len());
        for (own, change) in changes.iter().enumerate() {
            let others: BTreeSet<usize> = change.replaces.iter().filter_map(place).collect();
            replaced.push(others.into_iter().filter(|other| *other != own).collect());
        }
        let circles = circles(&replaced);
        let mut circular = vec![false; changes.len()];
        for (later, others) in replaced.iter_mut().enumerate() {
            // Only a forged file holds changes that replace each other. Of those, the one with the
            // greater identifier does, so that neither vanishes with the other.
            others.retain(|earlier| {
                let within = circles[later] == circles[*earlier];
                circular[later] |= within;
                circular[*earlier] |= within;
                !within || later > *earlier
            });
        }
        let mut replacing = vec![Vec::new(); changes.len()];
        for (later, others) in replaced.iter().enumerate() {
            for earlier in others {
                replacing[*earlier].push(later);
            }
        }
        let order = sequence(&replaced, &replacing);
        Self {
            changes,
            replaced,
            replacing,
            circular,
            order,
        }
    }

    /// How many changes there are.
    pub(super) fn len(&self) -> usize {
        self.changes.len()
    }

    /// A change by its place; places are in the order of identifiers.
    pub(super) fn change(&self, place: usize) -> &'a Change {
        self.changes[place]
    }

    /// The places of those that a change replaces, of those that are here and count.
    pub(super) fn replaced(&self, place: usize) -> &[usize] {
        &self.replaced[place]
    }

    /// The places of those that replace a change, as far as they are here and count.
    pub(super) fn replacing(&self, place: usize) -> &[usize] {
        &self.replacing[place]
    }

    /// Whether a change replaces one that replaces it.
    pub(super) fn is_circular(&self, place: usize) -> bool {
        self.circular[place]
    }

    /// The places, those that are replaced before those that replace them.
    pub(super) fn order(&self) -> &[usize] {
        &self.order
    }
}

/// A number for each, the same for those that lead to each other (Tarjan's way, without recursion).
fn circles(links: &[Vec<usize>]) -> Vec<usize> {
    const NEW: usize = usize::MAX;
    let mut circle = vec![NEW; links.len()];
    // When each was first met, and the earliest that it leads back to.
    let (mut met, mut back) = (vec![NEW; links.len()], vec![NEW; links.len()]);
    let (mut open, mut way, mut now) = (Vec::new(), Vec::new(), 0);
    for start in 0..links.len() {
        if met[start] == NEW {
            way.push((start, 0));
        }
        while let Some((at, next)) = way.pop() {
            if next == 0 {
                (met[at], back[at]) = (now, now);
                now += 1;
                open.push(at);
            }
            if let Some(&to) = links[at].get(next) {
                way.push((at, next + 1));
                if met[to] == NEW {
                    way.push((to, 0));
                } else if circle[to] == NEW {
                    back[at] = back[at].min(met[to]);
                }
                continue;
            }
            if back[at] == met[at] {
                while let Some(member) = open.pop() {
                    circle[member] = met[at];
                    if member == at {
                        break;
                    }
                }
            }
            if let Some(&(parent, _)) = way.last() {
                back[parent] = back[parent].min(back[at]);
            }
        }
    }
    circle
}

/// Those that are led to before those that lead to them, the smallest that is free first.
fn sequence(links: &[Vec<usize>], leading: &[Vec<usize>]) -> Vec<usize> {
    let mut waiting: Vec<usize> = links.iter().map(Vec::len).collect();
    let free = waiting.iter().enumerate().filter(|(_, count)| **count == 0);
    let mut free: BTreeSet<usize> = free.map(|(place, _)| place).collect();
    let mut order = Vec::with_capacity(links.len());
    while let Some(next) = free.pop_first() {
        order.push(next);
        for from in &leading[next] {
            waiting[*from] -= 1;
            if waiting[*from] == 0 {
                free.insert(*from);
            }
        }
    }
    order
}

#[cfg(test)]
mod tests {
    use super::circles;

    #[test]
    fn those_that_lead_to_each_other_share_a_number() {
        // 0 → 1 → 2 → 0, 3 → 0, 4 alone, 5 ⇄ 6.
        let links = [vec![1], vec![2], vec![0], vec![0], vec![], vec![6], vec![5]];
        let found = circles(&links);
        assert!(found[0] == found[1] && found[1] == found[2]);
        assert_eq!(found[5], found[6]);
        let mut kinds = vec![found[0], found[3], found[4], found[5]];
        kinds.sort_unstable();
        kinds.dedup();
        assert_eq!(kinds.len(), 4);
    }

    #[test]
    fn a_long_chain_needs_no_deep_stack() {
        let length = 200_000;
        let chain: Vec<Vec<usize>> = (0..length)
            .map(|at| if at == 0 { vec![] } else { vec![at - 1] })
            .collect();
        let found = circles(&chain);
        assert!(found.windows(2).all(|pair| pair[0] != pair[1]));
    }
}
