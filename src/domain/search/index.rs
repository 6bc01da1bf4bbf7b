//! The index: which word stands in which entry, and where in it.

use std::cell::OnceCell;
use std::ops::Range;

use crate::domain::initiative::Initiative;
use crate::domain::theme::Theme;
use crate::domain::translation::is_mark;

use super::facets::Facets;
use super::intern::{Interner, offset};
use super::select::title_ranks;
use super::vocabulary::{Texts, Vocabulary};
use super::words::each_word;

/// Which word stands in which entry, and how prominently.
///
/// The words are sorted, and so are their postings: the entries of all words with one beginning are
/// one slice. Entries are known by their position in the list that was given to [`Index::build`].
#[derive(Debug, Clone, Default)]
pub struct Index {
    pub(super) vocabulary: Vocabulary,
    /// For each word where its postings begin; then where the last ones end.
    starts: Vec<u32>,
    postings: Vec<Posting>,
    entries: usize,
    pub(super) facets: Facets,
    /// The entries' ranks by title, made when they are first asked for.
    titles: OnceCell<Vec<u32>>,
}

/// Where in an entry a word stands: the more prominent, the greater.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Field {
    /// Summary, theme, needs, tags.
    Text,
    /// Commune, served communes, area, organiser.
    Place,
    /// Title.
    Title,
}

/// An entry that a word stands in, and the most prominent field that it stands in there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Posting(u32);

impl Posting {
    fn new(entry: usize, field: Field) -> Self {
        Self(offset(entry) << 2 | field as u32)
    }

    pub(super) const fn entry(self) -> usize {
        (self.0 >> 2) as usize
    }

    pub(super) const fn field(self) -> Field {
        match self.0 & 3 {
            0 => Field::Text,
            1 => Field::Place,
            _ => Field::Title,
        }
    }
}

impl Index {
    /// Indexes entries: title, summary, organiser, place, served communes, theme in every language,
    /// needs, tags and translations.
    #[must_use]
    pub fn build(initiatives: &[Initiative], themes: &[Theme]) -> Self {
        let mut words = Interner::default();
        let mut spellings = Texts::default();
        // The entry in which each word was last met, so that a word counts once in an entry.
        let mut met: Vec<u32> = Vec::new();
        let mut pairs: Vec<(u32, Posting)> = Vec::with_capacity(initiatives.len() * 64);
        let mut facets = Facets::default();
        let mut folded = String::new();
        for (entry, initiative) in initiatives.iter().enumerate() {
            facets.push(initiative);
            each_text(initiative, themes, &mut |field, text| {
                each_word(text, &mut folded, |word, written| {
                    let (number, new) = words.add(word);
                    if new {
                        spellings.push(written);
                        met.push(u32::MAX);
                    }
                    let met = &mut met[number as usize];
                    if *met != offset(entry) {
                        *met = offset(entry);
                        pairs.push((number, Posting::new(entry, field)));
                    }
                });
            });
        }
        let (vocabulary, places) = Vocabulary::sorted(&words, &spellings);
        let (starts, postings) = sort_postings(&pairs, &places);
        Self {
            vocabulary,
            starts,
            postings,
            entries: initiatives.len(),
            facets,
            titles: OnceCell::new(),
        }
    }

    /// Replaces what is known of one entry, or adds it where `entry` is the number of entries.
    /// Where entries were taken out, the positions of the others have changed: build the index
    /// again.
    ///
    /// # Panics
    /// If `entry` is greater than the number of entries.
    pub fn update(&mut self, entry: usize, initiative: &Initiative, themes: &[Theme]) {
        assert!(entry <= self.entries, "an entry takes a place or the next one");
        let mut found: Vec<(String, String, Field)> = Vec::new();
        let mut folded = String::new();
        each_text(initiative, themes, &mut |field, text| {
            each_word(text, &mut folded, |word, written| {
                if !found.iter().any(|(known, ..)| known == word) {
                    found.push((word.to_owned(), written.to_owned(), field));
                }
            });
        });
        if self.starts.is_empty() {
            self.starts.push(0);
        }
        for (word, written, _) in &found {
            let (place, new) = self.vocabulary.place_or_insert(word, written);
            if new {
                self.starts.insert(place, self.starts[place]);
            }
        }
        let mut fields: Vec<Option<Field>> = vec![None; self.vocabulary.len()];
        for (word, _, field) in &found {
            if let Some(place) = self.vocabulary.place(word) {
                fields[place] = Some(*field);
            }
        }
        let mut starts = vec![0];
        let mut postings = Vec::with_capacity(self.postings.len() + found.len());
        for (place, field) in fields.into_iter().enumerate() {
            let old = self.postings(place..place + 1);
            let (before, after) = old.split_at(old.partition_point(|posting| posting.entry() < entry));
            postings.extend_from_slice(before);
            postings.extend(field.map(|field| Posting::new(entry, field)));
            postings.extend(after.iter().filter(|posting| posting.entry() != entry));
            starts.push(offset(postings.len()));
        }
        (self.starts, self.postings) = (starts, postings);
        self.facets.set(entry, initiative);
        self.entries = self.entries.max(entry + 1);
        self.titles = OnceCell::new();
    }

    /// How many entries there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.entries
    }

    /// Whether there is no entry.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.entries == 0
    }

    /// For each entry, its rank by title.
    pub(super) fn title_ranks(&self, initiatives: &[Initiative]) -> &[u32] {
        self.titles.get_or_init(|| title_ranks(initiatives))
    }

    /// The postings of neighbouring words, one word's after another's, each word's in the order of
    /// the entries.
    pub(super) fn postings(&self, words: Range<usize>) -> &[Posting] {
        if words.is_empty() {
            return &[];
        }
        &self.postings[self.starts[words.start] as usize..self.starts[words.end] as usize]
    }
}

/// Sorts postings by the place of their word, keeping the order of the entries within a word.
fn sort_postings(pairs: &[(u32, Posting)], places: &[u32]) -> (Vec<u32>, Vec<Posting>) {
    let mut starts = vec![0; places.len() + 1];
    for (number, _) in pairs {
        starts[places[*number as usize] as usize + 1] += 1;
    }
    for place in 1..starts.len() {
        starts[place] += starts[place - 1];
    }
    let mut next = starts.clone();
    let mut postings = vec![Posting(0); pairs.len()];
    for (number, posting) in pairs {
        let next = &mut next[places[*number as usize] as usize];
        postings[*next as usize] = *posting;
        *next += 1;
    }
    (starts, postings)
}

/// Calls `visit` with every text by which an entry is found, the most prominent first.
fn each_text(initiative: &Initiative, themes: &[Theme], visit: &mut dyn FnMut(Field, &str)) {
    let translations = || {
        let languages = initiative.translations.iter();
        let fields = languages.filter_map(|(_, fields)| fields.as_object());
        fields.flat_map(|fields| {
            fields
                .iter()
                .filter_map(|(name, text)| Some((name, text.as_text()?)))
        })
    };
    visit(Field::Title, &initiative.title);
    for (name, text) in translations() {
        if name == "title" {
            visit(Field::Title, text);
        }
    }
    visit(Field::Place, &initiative.place.commune);
    visit(Field::Place, &initiative.organiser.name);
    visit(Field::Place, &initiative.place.area);
    for served in &initiative.served {
        visit(Field::Place, &served.commune);
    }
    visit(Field::Text, &initiative.summary);
    for need in &initiative.needs {
        visit(Field::Text, &need.what);
    }
    for tag in &initiative.tags {
        visit(Field::Text, tag);
    }
    let theme = initiative.theme.as_ref();
    if let Some(theme) = theme.and_then(|id| themes.iter().find(|theme| theme.id == *id)) {
        for label in theme.label.iter().filter_map(|(_, label)| label.as_text()) {
            visit(Field::Text, label);
        }
    }
    for (name, text) in translations() {
        if name != "title" && !is_mark(name) {
            visit(Field::Text, text);
        }
    }
}
