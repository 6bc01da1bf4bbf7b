//! Handing the editor's work over: what another editor needs of a device, in one file under a
//! passphrase.
//!
//! Inside is a [`Backup`] without what belongs to the device itself. Around it stands what is needed to
//! open it with the passphrase, and a digest of everything, so that a file that was cut or changed on
//! its way is told before a passphrase is blamed: a file that is whole and does not open was closed
//! with another one. Enciphering is the browser's work.

use super::backup::Backup;
use super::json;
use super::limits;
use super::link::{decode, encode};
use super::refusal::{Format, Refusal, VERSION};
use super::v1::{Writer, envelope};
use super::warning::{Reading, Warnings};
use crate::domain::date::Timestamp;
use crate::domain::id::{Digest, Id};
use crate::domain::value::{Object, Value};

/// How often a passphrase is hashed: what is recommended for PBKDF2 with SHA-256, a second on an old
/// phone.
pub const ROUNDS: u32 = 600_000;

/// The fewest and the most rounds that a file may ask for: fewer protect nothing, more would hang.
const ALLOWED_ROUNDS: std::ops::RangeInclusive<u32> = 100_000..=5_000_000;

/// The fewest characters of a passphrase.
pub const PASSPHRASE: usize = 12;

/// A sealed file.
#[derive(Debug, Clone, PartialEq)]
pub struct Sealed {
    /// When it was made, by the device's clock.
    pub created_at: Option<Timestamp>,
    /// The site that the device showed.
    pub site: Option<Id>,
    /// What the passphrase is hashed with.
    pub lock: Lock,
    /// The enciphered bytes.
    pub data: Vec<u8>,
}

/// What a passphrase is turned into a key with. New for each file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lock {
    /// How often it is hashed.
    pub rounds: u32,
    /// Random.
    pub salt: [u8; 16],
    /// Random; never used twice with one key.
    pub nonce: [u8; 12],
}

impl Lock {
    /// What is sealed together with the content, so that it cannot be exchanged.
    #[must_use]
    pub fn bound(&self) -> String {
        let rounds = self.rounds.to_string();
        [Format::Handover.name(), "/1/PBKDF2-SHA-256/AES-256-GCM/", &rounds].concat()
    }
}

/// What is sealed: the backup's text.
#[must_use]
pub fn content(backup: &Backup) -> String {
    json::write(&super::backup::write_backup(backup))
}

/// Writes a sealed file.
#[must_use]
pub fn write_handover(sealed: &Sealed) -> Value {
    let mut to = Writer::new();
    to.text("format", Format::Handover.name());
    to.put("version", Value::Int(VERSION));
    to.optional("created_at", sealed.created_at.as_ref().map(Timestamp::as_str));
    to.id("site", sealed.site.as_ref());
    to.put("rounds", Value::Int(sealed.lock.rounds.into()));
    to.text("salt", &letters(&sealed.lock.salt));
    to.text("nonce", &letters(&sealed.lock.nonce));
    to.text("digest", digest(sealed).as_str());
    to.text("data", &letters(&sealed.data));
    to.finish(&Object::new()).into()
}

/// Reads a sealed file.
///
/// # Errors
/// Where the document is something else or of a newer version, or was changed on its way.
pub fn read_handover(document: Value) -> Result<Reading<Sealed>, Refusal> {
    let mut warnings = Warnings::new();
    let mut fields = envelope(document, &Format::Handover, &mut warnings)?;
    let created_at = fields.timestamp("created_at");
    let site = fields.reference("site");
    let said = fields.reference("digest");
    let rounds = match fields.take("rounds") {
        Some(Value::Int(rounds)) => u32::try_from(rounds).unwrap_or(0),
        _ => 0,
    };
    if !ALLOWED_ROUNDS.contains(&rounds) {
        return Err(Refusal::Unusable("rounds".to_owned()));
    }
    let mut bytes = |name: &str| match fields.take(name) {
        Some(Value::Text(letters)) if letters.len() <= limits::FILE_BYTES => {
            decode(&letters).ok_or(Refusal::Damaged)
        }
        _ => Err(Refusal::Damaged),
    };
    let lock = Lock {
        rounds,
        salt: bytes("salt")?.try_into().map_err(|_| Refusal::Damaged)?,
        nonce: bytes("nonce")?.try_into().map_err(|_| Refusal::Damaged)?,
    };
    let sealed = Sealed {
        created_at,
        site,
        lock,
        data: bytes("data")?,
    };
    if said != Some(digest(&sealed)) {
        return Err(Refusal::Damaged);
    }
    Ok(Reading {
        value: sealed,
        warnings,
    })
}

fn letters(bytes: &[u8]) -> String {
    let mut letters = String::with_capacity(bytes.len().div_ceil(3) * 4);
    encode(bytes, &mut letters);
    letters
}

/// A digest of what is needed to open a file. It notices accidents; malice is the cipher's to notice.
fn digest(sealed: &Sealed) -> Id {
    let mut digest = Digest::new();
    digest.update(&sealed.lock.rounds.to_be_bytes());
    digest.update(&sealed.lock.salt);
    digest.update(&sealed.lock.nonce);
    digest.update(&sealed.data);
    Id::derived(&["handover", &format!("{:032x}", digest.finish())])
}

#[cfg(test)]
mod tests {
    use super::{Lock, ROUNDS, Sealed, read_handover, write_handover};
    use crate::domain::date::Timestamp;
    use crate::domain::id::Id;
    use crate::domain::value::Value;
    use crate::format::json;
    use crate::format::refusal::{Format, Refusal};

    fn sealed() -> Sealed {
        Sealed {
            created_at: Timestamp::parse("2026-11-23T05:31:00Z"),
            site: Id::parse("site"),
            lock: Lock {
                rounds: ROUNDS,
                salt: [7; 16],
                nonce: [9; 12],
            },
            data: (0..=255).collect(),
        }
    }

    #[test]
    fn what_is_written_is_read_back() {
        let read = read_handover(write_handover(&sealed())).unwrap();
        assert_eq!(read.value, sealed());
        assert!(read.warnings.is_empty());
        assert_eq!(Format::of(&write_handover(&sealed())), Format::Handover);
    }

    #[test]
    fn whatever_is_changed_on_the_way_is_noticed_before_a_passphrase_is_asked_for() {
        let Value::Object(whole) = write_handover(&sealed()) else {
            unreachable!("an object is written")
        };
        for name in ["salt", "nonce", "digest", "data"] {
            let text = whole.text(name).unwrap();
            let swapped = |c: char| if c == 'a' { 'b' } else { 'a' };
            let first = swapped(text.chars().next().unwrap());
            for changed in [
                String::new(),
                text[1..].to_owned(),
                [first.to_string().as_str(), &text[1..]].concat(),
                [text, "é"].concat(),
            ] {
                let mut damaged = whole.clone();
                damaged.set(name, changed.as_str());
                let refused = read_handover(damaged.into()).map(|_| ());
                assert_eq!(refused, Err(Refusal::Damaged), "{name}: {changed}");
            }
        }
        for rounds in [0, -1, 1_000, 5_000_001] {
            let mut damaged = whole.clone();
            damaged.set("rounds", Value::Int(rounds));
            let refused = read_handover(damaged.into()).map(|_| ());
            assert_eq!(refused, Err(Refusal::Unusable("rounds".to_owned())));
        }
        let text = json::write(&whole.into());
        for end in 1..text.len() {
            assert!(json::parse(&text[..end]).is_err(), "cut at {end}");
        }
    }
}
