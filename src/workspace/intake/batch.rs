//! What a checked press release writes: all of it as one batch.

use super::update::updated;
use super::{Answer, Entry, Intake};
use crate::communique::facts::{Fact, write};
use crate::domain::change::{Change, Delta, Path, Target, TargetKind, difference};
use crate::domain::communique::{Communique, Item, Section};
use crate::domain::draft::{Draft, Field, Problem, ProblemKind};
use crate::domain::excerpt::Excerpt;
use crate::domain::id::Id;
use crate::domain::initiative::Initiative;
use crate::domain::order;
use crate::domain::text::{MAX_LINE, clean_line};
use crate::domain::value::Object;
use crate::format::v1;
use crate::workspace::private::without_private;
use crate::workspace::{PrivateEdit, Stamp, Workspace, take_private};

/// What is written at once.
#[derive(Debug, Clone, Default)]
pub struct Batch {
    /// The changes, in the order of the source.
    pub changes: Vec<Change>,
    /// The private contacts beside them.
    pub private: Vec<PrivateEdit>,
    /// The passages that the initiatives were read from, for this device alone.
    pub excerpts: Vec<Excerpt>,
    /// The titles of the new initiatives.
    pub added: Vec<String>,
    /// How many initiatives of the catalogue get something new.
    pub updated: usize,
    /// Whether the press release is among the changes.
    pub has_release: bool,
}

/// Something that stands between what was checked and the catalogue.
#[derive(Debug, Clone, PartialEq)]
pub struct Wrong {
    /// Which entry; none for the press release itself.
    pub entry: Option<usize>,
    /// What is wrong with it.
    pub problem: Problem,
}

impl Intake {
    /// How many entries would be new initiatives, and how many would bring something to one of the
    /// catalogue. One that says nothing new is neither; one that cannot be read yet is looked at.
    #[must_use]
    pub fn counts(&self, workspace: &Workspace) -> (usize, usize) {
        let (mut new, mut updates) = (0, 0);
        for entry in &self.entries {
            match here(entry, workspace) {
                None => new += 1,
                Some(here) => {
                    let told = self.initiative(entry);
                    updates += usize::from(!told.is_ok_and(|told| updated(here, &told) == *here));
                }
            }
        }
        (new, updates)
    }

    /// What would be written. `stamp` gives each change its own identifier; all of them carry the batch.
    ///
    /// # Errors
    /// Everything that stands in the way, in the order of the source.
    pub fn batch(
        &self,
        workspace: &Workspace,
        mut stamp: impl FnMut() -> Stamp,
    ) -> Result<Batch, Vec<Wrong>> {
        let mut wrong = Vec::new();
        let mut told = Vec::new();
        for (place, entry) in self.entries.iter().enumerate() {
            match self.initiative(entry) {
                Ok(initiative) => told.push((entry, initiative)),
                Err(problems) => wrong.extend(problems.into_iter().map(|problem| Wrong {
                    entry: Some(place),
                    problem,
                })),
            }
        }
        if self.adds_release && clean_line(&self.release.title).is_empty() {
            wrong.push(Wrong {
                entry: None,
                problem: Problem {
                    row: None,
                    field: Field::Title,
                    kind: ProblemKind::Missing,
                },
            });
        }
        if !wrong.is_empty() {
            return Err(wrong);
        }
        // New documents are shown in the order of their changes, so the stamps are dealt out in it.
        let mut stamps: Vec<Stamp> = (0..=self.themes.len() + told.len()).map(|_| stamp()).collect();
        order::sort_by(&mut stamps, |one, two| {
            (&two.at, &two.id).cmp(&(&one.at, &one.id))
        });
        let mut batch = Batch::default();
        let mut put = |target: Target, document: Object, batch: &mut Batch| {
            let stamp = stamps.pop();
            batch
                .changes
                .extend(stamp.and_then(|stamp| workspace.prepare(target, &document, stamp)));
        };
        for theme in self.themes.iter().filter(|theme| self.uses(&theme.id)) {
            let target = target(TargetKind::Theme, &theme.id);
            put(target, v1::encode_theme(theme), &mut batch);
        }
        let mut items = Vec::new();
        for ((entry, told), passage) in told.into_iter().zip(self.passages()) {
            let here = here(entry, workspace);
            let mut made = here.map_or_else(|| told.clone(), |here| updated(here, &told));
            match here {
                Some(here) => batch.updated += usize::from(*here != made),
                None => batch.added.push(made.title.clone()),
            }
            items.push((entry.section, item(&made.id, &told)));
            batch.excerpts.extend(self.excerpt(&made.id, passage, &mut stamp));
            let before = workspace.private_of(&made.id).to_vec();
            let after = take_private(&mut made);
            if before != after {
                batch.private.push(PrivateEdit {
                    initiative: made.id.clone(),
                    before,
                    after,
                });
            }
            let target = target(TargetKind::Initiative, &made.id);
            put(target, v1::encode_initiative(&made), &mut batch);
        }
        if self.adds_release {
            let release = self.release_of(items);
            let target = target(TargetKind::Communique, &release.id);
            put(target, v1::encode_communique(&release), &mut batch);
            batch.has_release = true;
        }
        Ok(batch)
    }

    /// The passage of an entry as it is kept; nothing where there is none.
    fn excerpt(&self, initiative: &Id, text: String, stamp: &mut impl FnMut() -> Stamp) -> Option<Excerpt> {
        if text.is_empty() {
            return None;
        }
        let Stamp { id, at, .. } = stamp();
        Some(Excerpt {
            id,
            initiative: initiative.clone(),
            at,
            text,
            number: self.release.number,
            date: self.release.date,
            title: clean_line(&self.release.title).chars().take(MAX_LINE).collect(),
        })
    }

    /// What an entry would bring to an initiative of the catalogue: what differs, without what stays on
    /// this device.
    #[must_use]
    pub fn additions(&self, entry: &Entry, here: &Initiative) -> Vec<(Path, Delta)> {
        // What is typed so far is compared even where it could not be saved yet.
        let told = self
            .initiative(entry)
            .unwrap_or_else(|_| Initiative::new(entry.id.clone(), String::new()));
        let made = updated(here, &told);
        let document = |initiative| without_private(v1::encode_initiative(initiative));
        difference(&document(here), &document(&made))
    }

    /// The initiative that an entry makes of itself.
    fn initiative(&self, entry: &Entry) -> Result<Initiative, Vec<Problem>> {
        let mut base = Initiative::new(entry.id.clone(), String::new());
        if self.adds_release {
            base.source.communique = Some(self.release.id.clone());
        }
        entry.typed.check(&base)
    }

    /// Whether an entry or the press release stands under a theme.
    fn uses(&self, theme: &Id) -> bool {
        let section = |section: &Section| self.adds_release && section.theme.as_ref() == Some(theme);
        let entry = |draft: &Draft| draft.text(&Field::Theme) == theme.as_str();
        self.entries.iter().any(|own| entry(&own.typed)) || self.release.sections.iter().any(section)
    }

    /// The press release with its items, those outside of a section first.
    fn release_of(&self, items: Vec<(Option<usize>, Item)>) -> Communique {
        let mut release = self.release.clone();
        release.title = clean_line(&release.title).into_owned();
        let mut outside = Section::default();
        for (section, item) in items {
            let section = section.and_then(|place| release.sections.get_mut(place));
            section.unwrap_or(&mut outside).items.push(item);
        }
        if !outside.items.is_empty() {
            release.sections.insert(0, outside);
        }
        release
    }
}

/// What the press release says of an initiative, without people's names: the text as it was checked, and
/// how it is reached.
fn item(id: &Id, told: &Initiative) -> Item {
    let public = told
        .contacts
        .iter()
        .filter(|contact| contact.public && !told.organiser.is_unnamed());
    let lines = public.map(|contact| write(&Fact::Contact(contact.means.clone(), contact.label.clone())));
    let lines: Vec<String> = lines.collect();
    let parts = [told.summary.clone(), lines.join("\n")];
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    Item {
        initiative: Some(id.clone()),
        title: told.title.clone(),
        text: parts.join("\n\n"),
        ..Item::default()
    }
}

/// The initiative of the catalogue that an entry was said to be.
fn here<'a>(entry: &Entry, workspace: &'a Workspace) -> Option<&'a Initiative> {
    match &entry.answer {
        Some(Answer::Same(id)) => workspace.shown().initiative(id),
        _ => None,
    }
}

fn target(kind: TargetKind, id: &Id) -> Target {
    Target { kind, id: id.clone() }
}
