//! Handing the editor's work over, under a passphrase.

use super::App;
use crate::browser::crypto::{self, CryptoError};
use crate::browser::{chance, clock};
use crate::domain::value::Object;
use crate::format::backup::Backup;
use crate::format::handover::{Lock, ROUNDS, Sealed, content, write_handover};
use crate::format::json;
use crate::format::refusal::{Format, Refusal};
use crate::storage::port::Denied;
use crate::storage::whole;
use crate::workspace::import::{Content, Incoming};

/// Why a handing over could not be made or opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum HandoverError {
    /// The browser refuses its storage.
    Storage(Denied),
    /// It could not be sealed or opened.
    Crypto(CryptoError),
    /// It was opened, and what is in it cannot be read.
    Refused(Refusal),
}

impl From<CryptoError> for HandoverError {
    fn from(error: CryptoError) -> Self {
        Self::Crypto(error)
    }
}

impl App {
    /// What another editor needs of this device, sealed under a passphrase, as a file.
    ///
    /// # Errors
    /// [`HandoverError`].
    pub async fn hand_over(self, passphrase: &str) -> Result<String, HandoverError> {
        let entries = self.with_store(whole::shared_entries);
        let backup = self.backup_of(entries.map_err(HandoverError::Storage)?);
        let lock = Lock {
            rounds: ROUNDS,
            salt: chance::bytes(),
            nonce: chance::bytes(),
        };
        let data = crypto::seal(passphrase, &lock, content(&backup).as_bytes()).await?;
        let sealed = Sealed {
            created_at: backup.created_at,
            site: backup.site,
            lock,
            data,
        };
        Ok(json::write(&write_handover(&sealed)))
    }

    pub(super) fn backup_of(self, entries: Vec<(String, String)>) -> Backup {
        use leptos::prelude::WithUntracked;
        let site = self.workspace.with_untracked(|workspace| {
            let workspace = workspace.as_ref()?;
            Some(workspace.edition().site.id.clone())
        });
        Backup {
            created_at: Some(clock::now()),
            site,
            entries,
            extra: Object::new(),
        }
    }
}

/// Opens what another editor has handed over: a backup, without what belongs to a device, whatever the
/// file holds.
///
/// # Errors
/// [`HandoverError`]; nothing has changed then.
pub async fn open(sealed: &Sealed, passphrase: &str) -> Result<Incoming, HandoverError> {
    let plain = crypto::open(passphrase, &sealed.lock, &sealed.data).await?;
    let mut incoming = Incoming::read(&plain).map_err(HandoverError::Refused)?;
    let Content::Backup(backup) = &mut incoming.content else {
        let refusal = Refusal::OtherFormat(Format::Foreign(None));
        return Err(HandoverError::Refused(refusal));
    };
    backup.entries.retain(|(name, _)| whole::is_shared(name));
    Ok(incoming)
}
