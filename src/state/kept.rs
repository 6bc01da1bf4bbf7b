//! What the device keeps of an edition: its bytes, in the browser's cache of files, and the note that
//! names them.
//!
//! Invariants:
//! - The note ([`Key::Edition`]) names what is shown or was shown last; it is written after the bytes,
//!   so that a crash between the two leaves a newer file than it says, which is judged again.
//! - Only a file that was read whole is kept. What persons asked to have removed is not in the bytes.
//! - Where the edition that is shown has taken the place of one that was published apart from it, that one
//!   is kept beside it until the note tells of it no more: what only it says is nowhere else.

use js_sys::{ArrayBuffer, Uint8Array};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::edition::Standing;
use super::load::CATALOGUE;
use super::{App, Keeping, install};
use crate::browser::{cache, clock};
use crate::domain::catalogue::Catalogue;
use crate::domain::edition::{EditionName, KeptEdition};
use crate::format::edition::{read_kept, write_kept};
use crate::format::{json, v1};
use crate::storage::key::Key;
use crate::storage::port::{Storage, WriteError};

/// The address of the other one of two editions that were published apart. No file is served there.
const OTHER: &str = "catalogue.apart.json";

impl App {
    /// What this device has noted of the edition that it has kept.
    #[must_use]
    pub fn kept_edition(self) -> Option<KeptEdition> {
        let note = self.with_store(|store| store.read(&Key::Edition));
        // A storage that refuses has kept none.
        note.unwrap_or_default().and_then(|note| read_kept(&note))
    }

    /// Keeps the bytes of what is shown, if that was not done before. Called once the page is drawn:
    /// nobody waits for it.
    pub async fn keep_edition(self) {
        let Some(bytes) = self.edition.bytes.try_update_value(Option::take).flatten() else {
            return;
        };
        let Some(edition) = self.shown_edition() else {
            return;
        };
        // The note goes on naming the later edition that was seen.
        let is_behind = matches!(self.standing_of_file(), Standing::Behind(_));
        if self.keeping.get_untracked() != Keeping::Device || is_behind {
            return;
        }
        clock::let_draw().await;
        let (name, tag) = (EditionName::of(&edition), self.edition.tag.get_value());
        let known = self.kept_edition();
        if known.as_ref().is_some_and(|known| known.fetched != self.today) {
            install::note_return();
        }
        let is_kept = |known: &KeptEdition| known.name == name && known.tag == tag && !tag.is_empty();
        if known
            .as_ref()
            .is_some_and(|known| is_kept(known) && known.fetched == self.today)
        {
            return;
        }
        let tag = if known.as_ref().is_some_and(is_kept) {
            tag
        } else {
            match cache::keep(CATALOGUE, &without_requested(&edition, bytes)).await {
                Ok(()) => tag,
                // A note without a name of the bytes: the next start tries again.
                Err(cache::Unavailable) => String::new(),
            }
        };
        // The same content under an earlier number comes from some copy of the file.
        let name = known
            .map(|known| known.name)
            .filter(|known| known.id == name.id && known.number > name.number)
            .unwrap_or(name);
        // A note that finds no room is written at another start; until then nothing odd can be told.
        let _noted = self.note(name, tag);
    }

    /// Keeps the edition in whose place another one comes that was published apart from it, without what
    /// persons have asked to have removed there or before.
    pub(super) async fn keep_other(self, known: &EditionName, arriving: &Catalogue) {
        let is_known = |edition: &Catalogue| edition.edition.id == known.id;
        let other = match self.shown_edition().filter(|shown| is_known(shown)) {
            Some(shown) => Some(Catalogue::clone(&shown)),
            None => kept_catalogue().await.filter(is_known),
        };
        let Some(mut other) = other else { return };
        v1::withhold(&mut other, arriving.requested());
        v1::withhold(&mut other, &self.erased());
        // Where it cannot be kept, the banner names it all the same.
        let _kept = cache::keep(OTHER, &bytes_of(&other)).await;
    }

    /// The edition whose place the shown one has taken, where the two were published apart.
    pub(super) async fn other_edition(self) -> Option<Catalogue> {
        let apart = self.kept_edition()?.apart?;
        let mut other = catalogue_at(OTHER).await?;
        v1::withhold(&mut other, &self.erased());
        (other.edition.id == apart.id).then_some(other)
    }

    /// Keeps the other edition anew, without what was erased since.
    pub(super) fn renew_other(self) {
        spawn_local(async move {
            if let Some(other) = self.other_edition().await
                && cache::keep(OTHER, &bytes_of(&other)).await.is_err()
            {
                self.drop_other().await;
            }
        });
    }

    /// Lets go of the other edition.
    pub(super) async fn drop_other(self) {
        // What cannot be let go of is told apart by its name.
        let _dropped = cache::drop(OTHER).await;
    }

    /// Lets the next start keep the bytes anew, without what was erased since.
    pub(super) fn renew_kept_bytes(self) {
        self.renew_other();
        if let Some(kept) = self.kept_edition() {
            let kept = KeptEdition {
                tag: String::new(),
                ..kept
            };
            // Where it cannot be written, they stay until the next edition: they were public.
            let _noted = self.with_store(|store| store.write(&Key::Edition, &write_kept(&kept)));
        }
    }

    /// Notes which edition is kept, and that it is one of two that were published apart.
    pub(super) fn note(self, name: EditionName, tag: String) -> Result<(), WriteError> {
        let apart = match self.standing_of_file() {
            Standing::Apart(other) if other.site == name.site && other.id != name.id => Some(other),
            _ => None,
        };
        let kept = KeptEdition {
            name,
            fetched: self.today,
            tag,
            apart,
        };
        self.with_store(|store| store.write(&Key::Edition, &write_kept(&kept)))
    }

    /// Forgets the kept edition, with its bytes.
    pub(super) fn forget_edition(self) {
        self.edition.waiting.set(0);
        self.edition.bytes.set_value(None);
        spawn_local(async {
            // Where there is no such cache, nothing is in it.
            let _forgotten = cache::forget().await;
        });
    }
}

/// The kept edition's catalogue, if there is one that can be read.
pub(super) async fn kept_catalogue() -> Option<Catalogue> {
    catalogue_at(CATALOGUE).await
}

async fn catalogue_at(address: &str) -> Option<Catalogue> {
    let Ok(Some(bytes)) = cache::kept(address).await else {
        return None;
    };
    let Ok(Ok(reading)) = json::decode(&bytes).map(v1::read_catalogue_text) else {
        // Only a file that was read whole is kept; a damaged copy of a public file is as good as none.
        return None;
    };
    Some(reading.value)
}

/// The bytes to keep of an edition: those of the file, unless somebody asked to be removed. The file
/// may still hold what its reader has left out.
fn without_requested(edition: &Catalogue, bytes: ArrayBuffer) -> ArrayBuffer {
    if edition.requested().next().is_none() {
        return bytes;
    }
    bytes_of(edition)
}

fn bytes_of(edition: &Catalogue) -> ArrayBuffer {
    let text = json::write(&v1::write_catalogue(edition));
    Uint8Array::from(text.as_bytes()).buffer()
}
