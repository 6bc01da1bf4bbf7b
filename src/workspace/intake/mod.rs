//! A press release that was read, as a person checks it before anything of it is in the catalogue.
//!
//! An [`Intake`] holds the source, an [`Entry`] for each initiative that was read out of it, the press
//! release itself and what was left over. Every value knows the stretch of the source that it came from.
//! [`Intake::batch`] gives what all of it would write, as one batch; nothing here writes.
//!
//! Invariants:
//! - Nothing of the source is lost: what is taken out of the entries is left over, and can be taken up
//!   again.
//! - What a person typed outlives splitting and joining.
//! - A name of a person is in no field unless a person puts it there. The passages of the source, which may
//!   name people, are beside the batch and never in a change.

mod batch;
mod entry;
mod kept;
mod passages;
mod pieces;
mod split;
#[cfg(test)]
mod tests;
mod update;

pub use batch::{Batch, Wrong};
pub use entry::{Answer, Entry, Fact, FactKind, Mark};
pub use kept::{Kept, read_kept, write_kept};
pub use pieces::{Line, Part, Piece};
pub use split::{Cut, Reread};

use super::Workspace;
use crate::communique::compose::propose::last_of;
use crate::communique::read::{DraftRead, LeftOver, LeftOverKind, Reading, Span, ThemeRead};
use crate::domain::communique::{Communique, CommuniqueStatus, Section, newest_first};
use crate::domain::duplicates::{Duplicates, Features, Likeness};
use crate::domain::id::Id;
use crate::domain::text::{MAX_TEXT, fold, length};
use crate::domain::theme::Theme;
use crate::domain::value::Object;

/// A press release that was read, as a person checks it.
#[derive(Debug, Clone, PartialEq)]
pub struct Intake {
    /// The text, as it was given.
    pub source: String,
    /// One entry for each initiative, in the order of the source.
    pub entries: Vec<Entry>,
    /// The press release itself, its sections still without items.
    pub release: Communique,
    /// Whether the press release itself is added too.
    pub adds_release: bool,
    /// The themes that the source has and the catalogue lacks.
    pub themes: Vec<Theme>,
    /// What belongs to no entry, in the order of the source.
    pub left: Vec<LeftOver>,
}

/// Where the identifiers of what is new come from.
pub type NewId<'a> = &'a mut dyn FnMut() -> Id;

impl Intake {
    /// What was read, ready to be checked. The press release is added too unless the catalogue has one of
    /// its number and day, or it has no title.
    #[must_use]
    pub fn of(source: String, reading: &Reading, workspace: &Workspace, new: NewId) -> Self {
        let shown = workspace.shown();
        let mut themes = Themes {
            known: &shown.themes,
            new: Vec::new(),
        };
        let release = &reading.release;
        let date = release.date.as_ref().map(|found| found.value);
        let sections = release.sections.iter();
        let sections = sections.map(|section| Section {
            theme: themes.resolve(&section.theme, new),
            heading: section.heading.value.clone(),
            intro: joined(&section.intro),
            ..Section::default()
        });
        let sections: Vec<Section> = sections.collect();
        let title = release.title.as_ref().map(|found| found.value.clone());
        let series = series_of(workspace, title.as_deref());
        let entries = reading.drafts.iter().map(|draft| {
            let theme = themes.resolve(&draft.theme, new);
            Entry::of(draft, theme, date, &[], new)
        });
        let entries: Vec<Entry> = entries.collect();
        let release = Communique {
            id: new(),
            letterhead: String::new(),
            number: release.number.as_ref().map(|found| found.value),
            date,
            place: release
                .place
                .as_ref()
                .map_or_else(String::new, |found| found.value.clone()),
            title: title.unwrap_or_else(|| shown.site.title.clone()),
            lead: joined(&release.lead),
            sections,
            closing: joined(&release.closing),
            signatory: release
                .office
                .as_ref()
                .map_or_else(String::new, |found| found.value.clone()),
            press_contact: String::new(),
            status: CommuniqueStatus::Final,
            series,
            extra: Object::new(),
        };
        let known = shown.communiques.iter().any(|known| {
            !known.is_draft()
                && known.number == release.number
                && known.date == release.date
                && date.is_some()
        });
        Self {
            source,
            entries,
            // A text without a title is a message more than a release; a person can give it one.
            adds_release: !known && release.title.chars().any(|c| !c.is_whitespace()),
            release,
            themes: themes.new,
            left: reading.left_over.clone(),
        }
    }

    /// How many values are not certain and nobody has looked at.
    #[must_use]
    pub fn unchecked(&self) -> usize {
        self.entries.iter().map(|entry| entry.unchecked().count()).sum()
    }

    /// The place of an entry.
    #[must_use]
    pub fn place_of(&self, id: &Id) -> Option<usize> {
        self.entries.iter().position(|entry| entry.id == *id)
    }

    /// The entries for which nobody has said yet whether they are one of the initiatives that they may be,
    /// by their places. `may_be` tells whether an entry may be one at all.
    #[must_use]
    pub fn unanswered(&self, may_be: impl Fn(&Entry) -> bool) -> Vec<usize> {
        let entries = self.entries.iter().enumerate();
        let waiting = entries.filter(|(_, entry)| entry.answer.is_none() && may_be(entry));
        waiting.map(|(place, _)| place).collect()
    }

    /// The catalogue's initiatives that an entry may be, the likeliest first.
    #[must_use]
    pub fn likely(entry: &Entry, duplicates: &Duplicates) -> Vec<Likeness> {
        duplicates.of(&entry.features())
    }

    /// What was left over and has to be looked at, each with its place: a line of signs alone, which parts
    /// a text, tells nothing. It stays in the annotated source.
    pub fn left_to_check(&self) -> impl Iterator<Item = (usize, &LeftOver, &str)> {
        let left = self.left.iter().enumerate();
        left.filter_map(|(place, left)| {
            let text = self.source.get(left.span.start..left.span.end)?;
            text.contains(char::is_alphanumeric)
                .then_some((place, left, text))
        })
    }

    /// Leaves stretches of the source over.
    fn leave(&mut self, spans: &[Span]) {
        let kind = LeftOverKind::Text;
        self.left
            .extend(spans.iter().map(|span| LeftOver { span: *span, kind }));
        self.left.sort_by_key(|left| left.span);
    }

    /// The draft of stretches that a person cut, with what an earlier reading of them is known by.
    fn entry(&self, read: &DraftRead, theme: Option<Id>, known: &[Mark], new: NewId) -> Entry {
        Entry::of(read, theme, self.release.date, known, new)
    }
}

/// The catalogue's initiatives, ready to be compared with entries.
#[must_use]
pub fn duplicates_in(workspace: &Workspace) -> Duplicates {
    Duplicates::among(workspace.shown().initiatives.iter().map(Features::of))
}

/// The themes that are known, and those that come with the source.
struct Themes<'a> {
    known: &'a [Theme],
    new: Vec<Theme>,
}

impl Themes<'_> {
    fn resolve(&mut self, read: &ThemeRead, new: NewId) -> Option<Id> {
        match read {
            ThemeRead::None => None,
            ThemeRead::Known(id) => Some(id.clone()),
            ThemeRead::New(name) => {
                let alike = |theme: &&Theme| fold(theme.name("fr")) == fold(name);
                let known = self.known.iter().chain(&self.new).find(alike);
                if let Some(theme) = known {
                    return Some(theme.id.clone());
                }
                let mut label = Object::new();
                label.set("fr", name.as_str());
                let theme = Theme {
                    id: new(),
                    label,
                    extra: Object::new(),
                };
                self.new.push(theme);
                self.new.last().map(|theme| theme.id.clone())
            }
        }
    }
}

/// The series that a release of this title continues: one that the title begins with or that is the
/// newest; the title itself where there is none.
fn series_of(workspace: &Workspace, title: Option<&str>) -> String {
    let shown = workspace.shown();
    let newest = newest_first(&shown.communiques);
    let folded = title.map(fold);
    let named = newest.iter().find(|known| {
        let series = fold(&known.series);
        !series.is_empty() && folded.as_ref().is_some_and(|title| title.contains(&series))
    });
    let series = named.or(newest.first()).map(|known| known.series.clone());
    let series = series.filter(|series| last_of(shown, series).is_some());
    series.unwrap_or_else(|| shown.site.title.clone())
}

/// Paragraphs as one text, as far as a field holds it.
fn joined(paragraphs: &[crate::communique::read::Found<String>]) -> String {
    let mut text = String::new();
    for paragraph in paragraphs {
        // What does not fit stays in the source, which the person has before them.
        if length(&text) + length(&paragraph.value) + 2 > MAX_TEXT {
            break;
        }
        if !text.is_empty() {
            text.push_str("\n\n");
        }
        text.push_str(&paragraph.value);
    }
    text
}
