//! The theme and the commune of each entry, as numbers that are quick to compare and to count.

use crate::domain::code::Insee;
use crate::domain::id::Id;
use crate::domain::initiative::Initiative;

use super::intern::Interner;

/// Themes and communes, numbered.
#[derive(Debug, Clone, Default)]
pub(super) struct Facets {
    themes: Interner,
    communes: Interner,
    entries: Vec<Facet>,
}

/// The theme and the commune of one entry, as numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Facet {
    pub(super) theme: Option<u32>,
    pub(super) commune: Option<u32>,
}

impl Facets {
    pub(super) fn push(&mut self, initiative: &Initiative) {
        self.set(self.entries.len(), initiative);
    }

    /// Replaces the entry of a position, or adds the next one.
    pub(super) fn set(&mut self, position: usize, initiative: &Initiative) {
        let theme = initiative.theme.as_ref();
        let commune = initiative.place.insee.as_ref();
        let facet = Facet {
            theme: theme.map(|theme| self.themes.add(theme.as_str()).0),
            commune: commune.map(|commune| self.communes.add(commune.as_str()).0),
        };
        match self.entries.get_mut(position) {
            Some(entry) => *entry = facet,
            None => self.entries.push(facet),
        }
    }

    pub(super) fn of(&self, position: usize) -> Facet {
        self.entries[position]
    }

    pub(super) fn theme(&self, id: &Id) -> Option<u32> {
        self.themes.find(id.as_str())
    }

    pub(super) fn commune(&self, insee: &Insee) -> Option<u32> {
        self.communes.find(insee.as_str())
    }

    /// Nothing counted yet.
    pub(super) fn counts(&self) -> Counts<'_> {
        Counts {
            facets: self,
            themes: vec![0; self.themes.len()],
            communes: vec![0; self.communes.len()],
        }
    }
}

/// How many entries each theme and each commune has.
pub(super) struct Counts<'a> {
    facets: &'a Facets,
    themes: Vec<usize>,
    communes: Vec<usize>,
}

impl Counts<'_> {
    pub(super) fn add_theme(&mut self, facet: Facet) {
        if let Some(theme) = facet.theme {
            self.themes[theme as usize] += 1;
        }
    }

    pub(super) fn add_commune(&mut self, facet: Facet) {
        if let Some(commune) = facet.commune {
            self.communes[commune as usize] += 1;
        }
    }

    /// The themes with a count above zero, in the order in which the entries name them.
    pub(super) fn themes(&self) -> Vec<(Id, usize)> {
        let known = above_zero(&self.themes);
        known
            .filter_map(|(number, count)| Some((Id::parse(self.facets.themes.get(number))?, count)))
            .collect()
    }

    /// The communes with a count above zero, in the order in which the entries name them.
    pub(super) fn communes(&self) -> Vec<(Insee, usize)> {
        let known = above_zero(&self.communes);
        known
            .filter_map(|(number, count)| Some((Insee::parse(self.facets.communes.get(number))?, count)))
            .collect()
    }
}

fn above_zero(counts: &[usize]) -> impl Iterator<Item = (u32, usize)> {
    (0..).zip(counts.iter().copied()).filter(|(_, count)| *count > 0)
}
