//! Backups: everything of one device in one file.
//!
//! A backup holds the stored texts as they are, under their keys without the prefix. So nothing can
//! be forgotten in it, not even what this version does not know, and what was unreadable on the
//! device is in it too.

use super::edition::read_kept;
use super::json;
use super::refusal::{Format, Refusal, VERSION};
use super::v1::{Writer, envelope};
use super::warning::{Reading, WarningKind, Warnings};
use crate::domain::date::Timestamp;
use crate::domain::id::Id;
use crate::domain::value::{Object, Value};

/// The longest key, in bytes: one of a kind and two identifiers that waits for another site.
const KEY_BYTES: usize = 300;

/// The key of the note of the kept edition.
const EDITION: &str = "edition";

/// Everything of one device.
#[derive(Debug, Clone, PartialEq)]
pub struct Backup {
    /// When it was made, by the device's clock.
    pub created_at: Option<Timestamp>,
    /// The site that the device showed, if it had loaded one.
    pub site: Option<Id>,
    /// The stored texts, each under its key without the prefix.
    pub entries: Vec<(String, String)>,
    /// Fields that this version does not know.
    pub extra: Object,
}

/// Reads the text of a backup.
///
/// # Errors
/// As [`read_backup`], and where the text is no JSON.
pub fn read_backup_text(text: &str) -> Result<Reading<Backup>, Refusal> {
    read_backup(json::parse(text)?)
}

/// Reads a backup. An entry whose key no storage would hold, or whose value is no text, is left out,
/// with a warning.
///
/// # Errors
/// Where the document is something else or of a newer version, or holds no entries at all.
pub fn read_backup(document: Value) -> Result<Reading<Backup>, Refusal> {
    let mut warnings = Warnings::new();
    let mut fields = envelope(document, &Format::Backup, &mut warnings)?;
    let created_at = fields.timestamp("created_at");
    let mut site = fields.reference("site");
    let Some(Value::Object(stored)) = fields.take("entries") else {
        return Err(Refusal::Unusable("entries".to_owned()));
    };
    let count = stored.len();
    let mut entries = Vec::with_capacity(count);
    for (index, (key, value)) in stored.into_iter().enumerate() {
        match value {
            Value::Text(text) if is_key(&key) => entries.push((key, text)),
            // The key itself may be what is wrong, so the place counts instead of naming it.
            _ => fields.warn_item("entries", index, "", WarningKind::Unusable),
        }
    }
    fields.warnings.refuse(count - entries.len());
    if site.is_none() {
        // `rescue.js` names no site; the note of the edition that its device has kept does.
        let note = entries.iter().find(|(key, _)| key == EDITION);
        site = note.and_then(|(_, note)| Some(read_kept(note)?.name.site));
    }
    let extra = fields.close().map_err(Refusal::PastLimit)?;
    Ok(Reading {
        value: Backup {
            created_at,
            site,
            entries,
            extra,
        },
        warnings,
    })
}

/// Whether a storage of this application could hold a key: words of `[a-z0-9_-]` with single
/// slashes between them; a last slash is allowed.
fn is_key(key: &str) -> bool {
    let in_word = |byte: u8| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'_' | b'-');
    (1..=KEY_BYTES).contains(&key.len())
        && !key.starts_with('/')
        && !key.contains("//")
        && key.bytes().all(|byte| byte == b'/' || in_word(byte))
}

/// Writes a backup.
#[must_use]
pub fn write_backup(backup: &Backup) -> Value {
    let mut to = Writer::new();
    to.text("format", Format::Backup.name());
    to.put("version", Value::Int(VERSION));
    to.optional("created_at", backup.created_at.as_ref().map(Timestamp::as_str));
    to.id("site", backup.site.as_ref());
    let entries = backup.entries.iter();
    let entries = entries.map(|(key, text)| (key.clone(), Value::text(text)));
    to.put("entries", Value::Object(entries.collect()));
    to.finish(&backup.extra).into()
}

#[cfg(test)]
mod tests {
    use super::{EDITION, is_key, read_backup_text};
    use crate::domain::id::Id;
    use crate::storage::key::Key;

    #[test]
    fn keys_are_the_ones_that_a_storage_holds() {
        for good in [
            "layout",
            "change/ab12",
            "private/a/b",
            "draft/",
            "setting/text_size",
        ] {
            assert!(is_key(good), "{good}");
        }
        for bad in [
            "",
            "/x",
            "../x",
            "a//b",
            "Change/a",
            "solidaire:/:layout",
            "a b",
            "é",
            "__proto__.",
        ] {
            assert!(!is_key(bad), "{bad}");
        }
    }

    #[test]
    fn a_file_that_names_no_site_is_of_the_site_whose_edition_its_device_has_kept() {
        assert_eq!(Key::Edition.text(), EDITION);
        let note = r#"{\"site\":\"s\",\"id\":\"e\",\"number\":1,\"fetched\":\"2026-01-02\",\"tag\":\"\"}"#;
        for (fields, expected) in [(r#""site":"own","#, Some("own")), ("", Some("s"))] {
            let text = format!(
                r#"{{"format":"solidaire-backup","version":1,{fields}"entries":{{"edition":"{note}"}}}}"#
            );
            let site = read_backup_text(&text).unwrap().value.site;
            assert_eq!(site.as_ref().map(Id::as_str), expected);
        }
        let without = r#"{"format":"solidaire-backup","version":1,"entries":{"edition":"no note"}}"#;
        assert_eq!(read_backup_text(without).unwrap().value.site, None);
    }
}
