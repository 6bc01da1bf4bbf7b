//! What is read out of a press release: the release itself, a draft for each initiative, and what was
//! left over.

use super::span::{Found, Span};
use crate::domain::amount::Amount;
use crate::domain::contact::Means;
use crate::domain::date::Date;
use crate::domain::id::Id;
use crate::domain::initiative::{MeasureKind, NeedKind, OrganiserKind, Place, Served};
use crate::domain::order;

/// Everything that was read.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    /// The press release itself.
    pub release: Release,
    /// One draft for each initiative, in the order of the source.
    pub drafts: Vec<DraftRead>,
    /// What belongs to no initiative and to no part of the release. Together with them it covers the
    /// whole source.
    pub left_over: Vec<LeftOver>,
}

impl Reading {
    /// Every stretch of the source that something here holds, in the order of the source. Together they
    /// cover all of its words.
    #[must_use]
    pub fn stretches(&self) -> Vec<Span> {
        let release = &self.release;
        let mut stretches = release.head.clone();
        stretches.extend(
            release
                .lead
                .iter()
                .chain(&release.closing)
                .map(|found| found.span),
        );
        stretches.extend(release.office.iter().map(|found| found.span));
        for section in &release.sections {
            stretches.push(section.heading.span);
            stretches.extend(section.intro.iter().map(|found| found.span));
        }
        stretches.extend(self.drafts.iter().flat_map(|draft| draft.spans.iter().copied()));
        stretches.extend(self.left_over.iter().map(|left| left.span));
        order::sort_by_key(&mut stretches, |span| *span);
        stretches
    }
}

/// What was read of the press release itself.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Release {
    /// Its number.
    pub number: Option<Found<u32>>,
    /// The day it bears.
    pub date: Option<Found<Date>>,
    /// Where it was given.
    pub place: Option<Found<String>>,
    /// The lines that bear number, day, place and title.
    pub head: Vec<Span>,
    /// Its title.
    pub title: Option<Found<String>>,
    /// The paragraphs before the first section or initiative.
    pub lead: Vec<Found<String>>,
    /// The sections.
    pub sections: Vec<SectionRead>,
    /// The paragraphs after the last initiative.
    pub closing: Vec<Found<String>>,
    /// The office that signs (« préfet du Pas-de-Calais »), without a person's name.
    pub office: Option<Found<String>>,
}

/// A section of the press release.
#[derive(Debug, Clone, PartialEq)]
pub struct SectionRead {
    /// The heading, without bullet and colon.
    pub heading: Found<String>,
    /// The theme that its initiatives stand under.
    pub theme: ThemeRead,
    /// The paragraphs before its first initiative.
    pub intro: Vec<Found<String>>,
}

/// The theme of a section or of a draft.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum ThemeRead {
    /// A theme that the catalogue has.
    Known(Id),
    /// A new one, under this name.
    New(String),
    /// None can be told.
    #[default]
    None,
}

/// What was read of one initiative. It is a proposal to a person, not yet an
/// [`Initiative`](crate::domain::initiative::Initiative).
#[derive(Debug, Clone, PartialEq, Default)]
pub struct DraftRead {
    /// Where the source tells of it: one stretch or several.
    pub spans: Vec<Span>,
    /// The section that it stands in, by its position in [`Release::sections`].
    pub section: Option<usize>,
    /// The theme.
    pub theme: ThemeRead,
    /// A short title made of the facts.
    pub title: String,
    /// The text without contacts and without people's names.
    pub summary: String,
    /// Where it works: commune, codes, postcode.
    pub place: Option<Found<Place>>,
    /// Communes that it serves besides its own.
    pub served: Vec<Found<Served>>,
    /// A wider area (« Calaisis »).
    pub area: Option<Found<String>>,
    /// Who carries it. The name of an individual is never here, but among [`DraftRead::people`].
    pub organiser: Option<Found<OrganiserRead>>,
    /// Quantities.
    pub measures: Vec<Found<MeasureRead>>,
    /// What it asks for.
    pub needs: Vec<Found<NeedRead>>,
    /// How it is reached.
    pub contacts: Vec<Found<ContactRead>>,
    /// Whom it is for.
    pub audience: Option<Found<String>>,
    /// Hours, cost, conditions, what to bring.
    pub practical: Option<Found<String>>,
    /// The first day.
    pub start: Option<Found<Date>>,
    /// The last day.
    pub end: Option<Found<Date>>,
    /// What two dates cannot say (« chaque mercredi »).
    pub when: Option<Found<String>>,
    /// People's names that the source has, left out of every public field above.
    pub people: Vec<Found<String>>,
}

/// Who carries an initiative.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct OrganiserRead {
    /// The name, as the source writes it; empty where only the kind is known.
    pub name: String,
    /// What kind of body it is.
    pub kind: Option<OrganiserKind>,
}

/// A quantity.
#[derive(Debug, Clone, PartialEq)]
pub struct MeasureRead {
    /// What it means.
    pub kind: MeasureKind,
    /// How many.
    pub value: Amount,
    /// Of what.
    pub unit: String,
    /// Whether the source says « about ».
    pub approximate: bool,
    /// The day on which it was so, where the source says another than the release's.
    pub as_of: Option<Date>,
}

/// What is asked for.
#[derive(Debug, Clone, PartialEq)]
pub struct NeedRead {
    /// What kind of help.
    pub kind: NeedKind,
    /// What, in the words of the source.
    pub what: String,
    /// How much.
    pub quantity: Option<Amount>,
    /// The last day on which it helps.
    pub until: Option<Date>,
}

/// How an initiative is reached.
#[derive(Debug, Clone, PartialEq)]
pub struct ContactRead {
    /// Where it leads.
    pub means: Means,
    /// What the source says it is for; may be empty.
    pub label: String,
    /// Whether it stands beside a person's name, so that it may be theirs alone.
    pub personal: bool,
}

/// A stretch of the source that belongs to no initiative.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftOver {
    /// Where.
    pub span: Span,
    /// What it seems to be.
    pub kind: LeftOverKind,
}

/// What a stretch that was left over seems to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LeftOverKind {
    /// Letterhead, sender and recipients, page numbers: what surrounds the text.
    Frame,
    /// Whom the press calls.
    PressContact,
    /// A text that tells of something and found no place: a person should look at it.
    Text,
}
