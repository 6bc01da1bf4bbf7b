//! Publishing: what is online, the next edition on top of it, and whether it has arrived there.
//!
//! Invariants:
//! - Nothing is taken for published before it was seen online: saving the file changes nothing of what
//!   is shown or kept but the note of what was saved.
//! - The file is read back before it is saved; one that would not be read as it was meant is not.

use std::sync::Arc;

use leptos::prelude::*;

use super::App;
use super::load::{CATALOGUE, Failure, Read, parse};
use super::notice::Undo;
use crate::browser::{clock, download, fetch};
use crate::domain::catalogue::Catalogue;
use crate::domain::change::Change;
use crate::domain::edition::{Arrival, EditionName};
use crate::domain::initiative::Initiative;
use crate::domain::site::Site;
use crate::domain::theme::Theme;
use crate::format::publication::{Online, Publication};
use crate::format::{json, limits, v1};
use crate::storage::changes::Edit;
use crate::storage::port::WriteError;
use crate::storage::publication;
use crate::workspace::publish::{Apart, Meeting, NextEdition, Summary, first_edition, next_edition};

/// The name of the file that is published, exactly.
pub const FILE: &str = CATALOGUE;

/// What the next edition is made on top of.
#[derive(Debug, Clone)]
pub struct Ground {
    /// The catalogue online, or the last one that is known.
    pub online: Arc<Catalogue>,
    /// Whether it was read just now. Otherwise nobody knows what is online.
    pub is_live: bool,
    /// What a colleague published since this device last looked, and what it says otherwise.
    pub joined: Option<(EditionName, Summary)>,
    /// Whether what is online is an earlier edition than this device has, which therefore stays the
    /// ground.
    pub is_behind: bool,
    /// The other one of two editions that were published apart.
    pub apart: Option<Apart>,
    /// Entries that some edition has and this one has neither taken out nor got.
    pub lost: Vec<Initiative>,
}

/// Why what is online cannot be built upon.
#[derive(Debug, Clone, PartialEq)]
pub enum NoGround {
    /// It could not be had, or not be read.
    Failed(Failure),
    /// It is the catalogue of another site.
    OtherSite(String),
    /// No catalogue is loaded here.
    NotLoaded,
}

/// Why the next edition was not saved.
#[derive(Debug, Clone)]
pub enum NotPublished {
    /// Questions must be answered first.
    Questions,
    /// What is online has changed since it was looked at.
    Moved(Box<Ground>),
    /// What is online cannot be had any more.
    NoGround(NoGround),
    /// It would not be read back as it is meant; nothing that this application writes is known to be so.
    NotReadable,
    /// What was saved could not be noted, so that it could not be compared later.
    NotNoted(WriteError),
    /// The browser did not save the file.
    NotSaved,
}

impl App {
    /// Reads what is online, past every copy, and joins it with what is here: it is shown from now on,
    /// with the local changes on top.
    ///
    /// # Errors
    /// [`NoGround`]; then nothing has changed.
    pub async fn look_online(self) -> Result<Ground, NoGround> {
        let known = self.shown_edition().ok_or(NoGround::NotLoaded)?;
        let read = fetch_live().await.map_err(NoGround::Failed)?;
        if read.catalogue.site.id != known.site.id {
            return Err(NoGround::OtherSite(read.catalogue.site.title.clone()));
        }
        let online = Arc::new(read.catalogue.clone());
        // Before it is let go of, since another edition has come.
        let kept = self.other_edition().await.map(Arc::new);
        let Meeting { arrival, apart, lost } = Meeting::of(&known, &online, kept);
        let is_next = matches!(arrival, Arrival::Next | Arrival::Newer);
        let joined = is_next.then(|| (EditionName::of(&online), Summary::between(&known, &online)));
        // What it says otherwise is told in full above.
        let _news = self.judge(Ok(read)).await;
        Ok(Ground {
            online,
            is_live: true,
            joined,
            is_behind: arrival == Arrival::Older,
            apart,
            lost,
        })
    }

    /// The last edition that is known, where nobody can look at what is online.
    #[must_use]
    pub fn last_known(self) -> Option<Ground> {
        Some(Ground {
            online: self.shown_edition()?,
            is_live: false,
            joined: None,
            is_behind: false,
            apart: None,
            lost: Vec::new(),
        })
    }

    /// Brings an entry back that only one of two editions has. Gives what takes it out again, or nothing
    /// where it is here already.
    ///
    /// # Errors
    /// When it could not be kept; then nothing has changed.
    pub fn bring_entry_back(self, entry: &Initiative) -> Result<Option<Undo>, WriteError> {
        let change = self.prepare(|workspace, stamp| workspace.prepare_initiative(entry, stamp))?;
        let keep: Vec<Change> = change.into_iter().collect();
        if keep.is_empty() {
            return Ok(None);
        }
        self.edit(Edit::of(&keep)).map(Some)
    }

    /// The edition that would be published, and what is to be known before it is. It follows what is
    /// shown.
    #[must_use]
    pub fn next_edition(self, ground: &Ground) -> Option<NextEdition> {
        let above = self.publication().map_or(0, |saved| saved.number);
        self.workspace.with(|workspace| {
            let workspace = workspace.as_ref()?;
            Some(next_edition(workspace, &ground.online, above, clock::now()))
        })
    }

    /// Saves the next edition as a file and notes what was saved. What is online is looked at once more
    /// before, unless the ground is only the last one known.
    ///
    /// # Errors
    /// [`NotPublished`]; then nothing was saved.
    pub async fn publish(self, ground: &Ground) -> Result<Publication, NotPublished> {
        if ground.is_live {
            let again = self.look_online().await.map_err(NotPublished::NoGround)?;
            if again.online.edition.id != ground.online.edition.id {
                return Err(NotPublished::Moved(again.into()));
            }
        }
        let next = untrack(|| self.next_edition(ground));
        let next = next.ok_or(NotPublished::NoGround(NoGround::NotLoaded))?;
        if !next.questions.is_empty() {
            return Err(NotPublished::Questions);
        }
        let text = written(&next.catalogue).ok_or(NotPublished::NotReadable)?;
        let saved = Publication::of(&next.catalogue, &text, &ground.online.edition, clock::now());
        let former = self.publication();
        self.with_store(|store| publication::keep(store, &saved))
            .map_err(NotPublished::NotNoted)?;
        if download::save(FILE, "application/json", &text).is_err() {
            // A note of a file that nobody has would be compared in vain.
            let _restored = self.with_store(|store| publication::put_back(store, former.as_ref()));
            return Err(NotPublished::NotSaved);
        }
        Ok(saved)
    }

    /// Saves the first edition of a site as a file.
    ///
    /// # Errors
    /// As [`Self::publish`]; then nothing was saved.
    pub fn give_first_edition(self, site: Site, themes: Vec<Theme>) -> Result<(), NotPublished> {
        let first = first_edition(site, themes, clock::now());
        let text = written(&first).ok_or(NotPublished::NotReadable)?;
        download::save(FILE, "application/json", &text).map_err(|_| NotPublished::NotSaved)
    }

    /// What this device last saved to be published for this site, if it can be told.
    #[must_use]
    pub fn publication(self) -> Option<Publication> {
        let (saved, aside) = self
            .with_store(publication::load)
            // A storage that refuses has noted nothing.
            .unwrap_or_default();
        self.name_aside(aside.into_iter().collect());
        let site = self.shown_edition()?.site.id.clone();
        saved.filter(|saved| saved.site == site)
    }

    /// Compares what is online with what was saved. Where it is there, the changes that it includes are
    /// done and go.
    ///
    /// # Errors
    /// Why what is online could not be read.
    pub async fn verify(self, saved: &Publication) -> Result<(Online, EditionName), Failure> {
        let read = fetch_live().await?;
        let name = EditionName::of(&read.catalogue);
        let found = saved.compare(&read.file.bytes(), &read.catalogue);
        if matches!(found, Online::Same | Online::SameContent) {
            let seen = Publication {
                seen: true,
                ..saved.clone()
            };
            // Unless it is noted, the next look finds the same again.
            let _noted = self.with_store(|store| publication::keep(store, &seen));
        }
        if found != Online::OtherSite {
            let _news = self.judge(Ok(read)).await;
        }
        Ok((found, name))
    }
}

/// The text of a catalogue; nothing where it would not be read back as it is meant.
fn written(catalogue: &Catalogue) -> Option<String> {
    let text = json::write_pretty(&v1::write_catalogue(catalogue));
    let read = v1::read_catalogue_text(&text);
    read.is_ok_and(|read| read.value == *catalogue).then_some(text)
}

/// What is online now, past every copy.
async fn fetch_live() -> Result<Read, Failure> {
    let file = fetch::fresh(CATALOGUE, limits::FILE_BYTES, "")
        .await
        .map_err(Failure::Fetch)?;
    // Without a known name there is always an answer.
    parse(file.ok_or(Failure::Fetch(fetch::FetchError::Unreachable))?)
}
