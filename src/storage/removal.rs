//! A person's request to be removed, on the device: every text that is about the entry goes, or loses
//! what is about it.
//!
//! Once an entry's values are erased, a mark with nothing but its identifier stays ([`Key::Erased`]): a
//! backup, an earlier edition or a file that brings the entry back is met with it. The mark is written
//! last, so that an erasing that a crash has stopped is done again at the next start. It stays for good:
//! who agrees to be named again is a new entry with an identifier of its own.

use std::collections::BTreeSet;

use super::journal::{self, Transaction};
use super::key::Key;
use super::port::{Denied, Storage, WriteError};
use crate::domain::id::Id;
use crate::domain::removal::{change_without, mentions, without};
use crate::domain::value::Value;
use crate::format::change::{decode_change, encode_change};
use crate::format::json;
use crate::format::packed::{legible, pack, unpack};

/// The entries whose values were erased here.
///
/// # Errors
/// When the browser refuses.
pub fn erased(storage: &impl Storage) -> Result<BTreeSet<Id>, Denied> {
    let marks = storage
        .keys()?
        .into_iter()
        .filter_map(|key| match Key::parse(&key) {
            Some(Key::Erased(id)) => Some(id),
            _ => None,
        });
    Ok(marks.collect())
}

/// Erases the values of the entries that persons asked to have removed, unless it was done before, and
/// gives those that it was done for now.
///
/// # Errors
/// When the browser refuses, or a shortened text could not be kept; then no mark was written, and the
/// next start tries again.
pub fn honour<'a>(
    storage: &impl Storage,
    requested: impl Iterator<Item = &'a Id>,
) -> Result<BTreeSet<Id>, WriteError> {
    let known = erased(storage)?;
    let new: BTreeSet<Id> = requested.filter(|id| !known.contains(id)).cloned().collect();
    if new.is_empty() {
        return Ok(new);
    }
    // What is decided and not yet done would be set after the erasing.
    journal::recover(storage)?;
    let Transaction { write, remove } = erasing(storage, &new)?;
    remove.iter().try_for_each(|key| storage.remove(key))?;
    write
        .iter()
        .try_for_each(|(key, text)| storage.write(key, text))?;
    Ok(new)
}

/// What the erasing of some entries' values comes to, the marks last.
///
/// # Errors
/// When the browser refuses.
pub fn erasing(storage: &impl Storage, ids: &BTreeSet<Id>) -> Result<Transaction, Denied> {
    let mut erasing = Transaction::default();
    for (key, _, rest) in about(storage, ids)? {
        match rest {
            Rest::Part(part) => erasing.write.push((key, part)),
            _ => erasing.remove.push(key),
        }
    }
    let marks = ids.iter().map(|id| (Key::Erased(id.clone()), String::new()));
    erasing.write.extend(marks);
    Ok(erasing)
}

/// The texts that are about some entries, and what is left of each.
fn about(storage: &impl Storage, ids: &BTreeSet<Id>) -> Result<Vec<(Key, String, Rest)>, Denied> {
    let mut about = Vec::new();
    if ids.is_empty() {
        return Ok(about);
    }
    // What another page is at writing, and nobody sees yet, is about them too.
    for name in storage.keys()? {
        let key = Key::of(&name);
        let Some(text) = storage.read(&key)? else { continue };
        match rest(&key, &text, ids) {
            Rest::All => {}
            rest => about.push((key, text, rest)),
        }
    }
    Ok(about)
}

/// What the marks of a backup would do here. Nobody signs a backup: whoever knows the identifiers of a
/// public catalogue can write one that asks for everything to be erased.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Marks {
    /// Those of entries that nothing here is about.
    pub harmless: BTreeSet<Id>,
    /// Those of entries that the edition tells of or that a text here is about. A person is to agree to
    /// these: a true request comes with an edition of the site as well.
    pub erasing: BTreeSet<Id>,
    /// How many texts these would erase here, in whole or in part.
    pub texts: usize,
}

/// Weighs the marks of a backup that are not here yet.
///
/// # Errors
/// When the browser refuses.
pub fn weigh(
    storage: &impl Storage,
    marks: BTreeSet<Id>,
    is_told_of: impl Fn(&Id) -> bool,
) -> Result<Marks, Denied> {
    let known = erased(storage)?;
    let new: BTreeSet<Id> = marks.into_iter().filter(|id| !known.contains(id)).collect();
    let about = about(storage, &new)?;
    let texts: Vec<(String, String)> = about
        .iter()
        .map(|(key, text, _)| (key.text(), legible(text)))
        .collect();
    let is_meant = |id: &Id| {
        let id = id.as_str();
        texts
            .iter()
            .any(|(key, text)| key.contains(id) || text.contains(id))
    };
    let (erasing, harmless) = new.into_iter().partition(|id| is_told_of(id) || is_meant(id));
    Ok(Marks {
        harmless,
        erasing,
        texts: about.len(),
    })
}

/// The entries whose values were erased on the device of a backup.
#[must_use]
pub fn marks(entries: &[(String, String)]) -> BTreeSet<Id> {
    let marks = entries.iter().filter_map(|(name, _)| match Key::parse(name) {
        Some(Key::Erased(id)) => Some(id),
        _ => None,
    });
    marks.collect()
}

/// The entries of a backup without what is about erased entries and without marks, which are weighed
/// apart, and how many of them lost all or a part.
#[must_use]
pub fn without_erased(entries: &[(String, String)], erased: &BTreeSet<Id>) -> (Vec<(String, String)>, usize) {
    let mut refused = 0;
    let kept = entries.iter().filter_map(|(name, text)| {
        let key = Key::of(name);
        if matches!(key, Key::Erased(_)) {
            return None;
        }
        let rest = rest(&key, text, erased);
        refused += usize::from(!matches!(rest, Rest::All));
        match rest {
            Rest::All => Some((name.clone(), text.clone())),
            Rest::Part(part) => Some((name.clone(), part)),
            Rest::Nothing => None,
        }
    });
    let kept = kept.collect();
    (kept, refused)
}

/// What is left of a stored text.
enum Rest {
    All,
    Part(String),
    Nothing,
}

impl Rest {
    fn of(text: &str, part: Option<&Value>) -> Self {
        match part.map(json::write) {
            None => Self::Nothing,
            Some(part) if part == text => Self::All,
            Some(part) => Self::Part(part),
        }
    }
}

/// What is left of a text when everything about some entries is taken out of it.
fn rest(key: &Key, text: &str, erased: &BTreeSet<Id>) -> Rest {
    if let Some(json) = unpack(text) {
        return match rest(key, &json, erased) {
            Rest::Part(part) => Rest::Part(pack(&part)),
            whole => whole,
        };
    }
    let all_if = |kept: bool| if kept { Rest::All } else { Rest::Nothing };
    match key {
        Key::Hidden(id) | Key::Private(id, _) | Key::Excerpt(id, _) | Key::Draft(Some(id)) => {
            all_if(!erased.contains(id))
        }
        Key::Layout | Key::Device | Key::Setting(_) | Key::Edition | Key::Erased(_) | Key::Draft(None) => {
            Rest::All
        }
        // The text that the release was read from tells of the person in words that nothing here can find.
        Key::Intake(_) => all_if(!mentions(text, erased)),
        Key::SetAside(_, inner) => rest(&Key::of(inner), text, erased),
        // What could not be read may be a packed text, of which a part still can.
        Key::Aside(_) | Key::Change(_) if legible(text) != text => all_if(!mentions(&legible(text), erased)),
        _ if !erased.iter().any(|id| text.contains(id.as_str())) => Rest::All,
        Key::Change(_) => {
            let change = json::parse(text).map(|document| decode_change(&document));
            let Ok(Ok(change)) = change else {
                // It is judged as any other text that cannot be read.
                return all_if(!mentions(text, erased));
            };
            let left = change_without(change, erased).map(|change| encode_change(&change).into());
            Rest::of(text, left.as_ref())
        }
        // Part of a text that cannot be read cannot be taken out.
        _ => match json::parse(text) {
            Err(_) => all_if(!mentions(text, erased)),
            Ok(document) => {
                let left = without(document, erased).filter(|left| says_something(key, left));
                match Rest::of(text, left.as_ref()) {
                    // The entry is spoken of in a way that nothing here knows.
                    Rest::Part(part) if mentions(&part, erased) => Rest::Nothing,
                    Rest::All => all_if(!mentions(text, erased)),
                    rest => rest,
                }
            }
        },
    }
}

/// A record of what was sent says nothing without an item.
fn says_something(key: &Key, left: &Value) -> bool {
    let items = left.as_object().and_then(|left| left.get("items")?.as_list());
    !matches!(key, Key::Sent(_)) || items.is_some_and(|items| !items.is_empty())
}

#[cfg(test)]
mod tests {
    use super::{Marks, erased, honour, marks, weigh, without_erased};
    use crate::domain::id::Id;
    use crate::format::packed::{legible, pack};
    use crate::format::review::read_filed;
    use crate::storage::memory::{MemoryStorage, Stop};
    use std::collections::BTreeMap;

    const NAME: &str = "Jeanne Exemple";
    const GONE: &str = "jeanne0000000000000000000";

    fn id(text: &str) -> Id {
        Id::parse(text).unwrap()
    }

    fn change(name: &str, kind: &str, target: &str, field: &str, after: &str) -> String {
        format!(
            r#"{{"id":"{name}","author":"d","at":"2026-01-01T00:00:00Z","target":{{"kind":"{kind}","id":"{target}"}},"fields":{{"{field}":{{"after":{after}}}}},"replaces":[]}}"#
        )
    }

    /// A device that has something of the entry under every kind of key, and of another one beside it.
    fn device() -> MemoryStorage {
        let storage = MemoryStorage::new();
        let own = change("c1", "initiative", GONE, "title", &format!("\"{NAME}\""));
        let other = change("c2", "initiative", "other", "title", "\"Masques\"");
        let release = format!(
            r#"[{{"heading":"Protéger","items":[{{"initiative":"{GONE}","text":"{NAME}"}},{{"initiative":"other","text":"Masques"}}]}}]"#
        );
        let contribution = |changes: &[&str]| {
            let changes = changes.join(",");
            format!(r#"{{"id":"k","message":"De la part de {NAME}","reply_to":"","changes":[{changes}]}}"#)
        };
        let sent = |target: &str, title: &str| {
            format!(r#"{{"target":{{"kind":"initiative","id":"{target}"}},"title":"{title}"}}"#)
        };
        let damaged = pack(&own);
        let damaged: String = damaged.chars().take(damaged.chars().count() - 3).collect();
        for (key, text) in [
            ("layout", "1".to_owned()),
            ("device", "d".to_owned()),
            ("setting/lang", "fr".to_owned()),
            ("change/c1", own.clone()),
            ("change/c2", other.clone()),
            ("change/c3", change("c3", "communique", "r", "sections", &release)),
            ("change/c4", format!("{{\"id\":\"{GONE}\", \"{NAME}\"")),
            (&format!("hidden/{GONE}"), String::new()),
            ("hidden/other", String::new()),
            (
                &format!("private/{GONE}/tel"),
                format!("{{\"label\":\"{NAME}\"}}"),
            ),
            ("private/other/tel", "{}".to_owned()),
            (
                &format!("excerpt/{GONE}/e"),
                pack(&format!("{{\"text\":\"{NAME}\"}}")),
            ),
            ("excerpt/other/e", pack("{\"text\":\"Masques\"}")),
            (&format!("draft/{GONE}"), format!("{{\"title\":\"{NAME}\"}}")),
            ("draft/", "{\"title\":\"Une autre\"}".to_owned()),
            (
                "intake/i1",
                pack(&format!(
                    r#"{{"source":"{NAME} coud","entries":[{{"answer":{{"initiative":"{GONE}"}}}}]}}"#
                )),
            ),
            ("intake/i2", pack(r#"{"source":"Masques"}"#)),
            ("aside/a1", format!("private/{GONE}/x\n{{{NAME}")),
            ("aside/a2", "change/q\n{".to_owned()),
            (
                "sent/s1",
                format!(r#"{{"id":"s1","items":[{}]}}"#, sent(GONE, NAME)),
            ),
            (
                "sent/s2",
                format!(
                    r#"{{"id":"s2","items":[{},{}]}}"#,
                    sent(GONE, NAME),
                    sent("other", "Masques")
                ),
            ),
            ("received/r1", contribution(&[&own])),
            ("received/r2", contribution(&[&own, &other])),
            ("later/thing", format!("see initiative?id={GONE}, {NAME}")),
            ("change/p1", pack(&own)),
            ("change/p2", pack(&other)),
            (
                "change/p3",
                pack(&change("p3", "communique", "r", "sections", &release)),
            ),
            ("change/p4", damaged.clone()),
            ("aside/a3", ["change/c9\n", &damaged].concat()),
            ("site/old/change/p1", pack(&own)),
            ("site/old/change/c1", own),
        ] {
            storage.plant(key, &text);
        }
        storage
    }

    /// What is not about the person stays as it is.
    const UNTOUCHED: [&str; 11] = [
        "layout",
        "device",
        "setting/lang",
        "change/c2",
        "change/p2",
        "hidden/other",
        "private/other/tel",
        "excerpt/other/e",
        "draft/",
        "intake/i2",
        "aside/a2",
    ];

    #[test]
    fn no_text_of_the_device_tells_of_the_person_any_more() {
        let storage = device();
        let before = storage.snapshot();
        let asked = [id(GONE)];
        assert_eq!(
            honour(&storage, asked.iter())
                .unwrap()
                .into_iter()
                .collect::<Vec<_>>(),
            asked
        );
        let after = storage.snapshot();
        let mark = format!("erased/{GONE}");
        for (key, text) in &after {
            let text = legible(text);
            assert!(!text.contains(NAME) && !text.contains(GONE), "{key}: {text}");
            assert!(!key.contains(GONE) || *key == mark, "{key}");
        }
        assert_eq!(erased(&storage).unwrap().into_iter().collect::<Vec<_>>(), asked);
        for key in UNTOUCHED {
            assert_eq!(after.get(key), before.get(key), "{key}");
        }
        for part in ["change/c3", "change/p3", "sent/s2", "received/r2"] {
            assert!(
                legible(&after[part]).contains("Masques"),
                "{part}: {}",
                after[part]
            );
        }
        assert_eq!(after.len(), UNTOUCHED.len() + 4 + 1);
    }

    #[test]
    fn an_inbox_that_lost_a_part_is_read_as_before() {
        let storage = MemoryStorage::new();
        let contribution = format!(
            r#"{{"format":"solidaire-contribution","version":1,"id":"k","site":"s","base":null,"created_at":"2026-01-01T00:00:00Z","author":"d","message":"De {NAME}","reply_to":"a@exemple.fr","changes":[{},{}],"received_at":"2026-01-02T00:00:00Z"}}"#,
            change("c1", "initiative", GONE, "title", &format!("\"{NAME}\"")),
            change("c2", "initiative", "other", "title", "\"Masques\""),
        );
        storage.plant("inbox/k", &contribution);
        let decision = |target: &str| {
            format!(
                r#"{{"id":"l","at":"2026-01-03T00:00:00Z","contribution":"k","target":{{"kind":"initiative","id":"{target}"}},"title":"{NAME}"}}"#
            )
        };
        storage.plant("log/l", &decision(GONE));
        storage.plant("log/m", &decision("other"));
        honour(&storage, [id(GONE)].iter()).unwrap();
        let after = storage.snapshot();
        let filed = read_filed(&after["inbox/k"]).unwrap().contribution;
        assert_eq!((filed.changes.len(), filed.message.as_str()), (1, ""));
        assert_eq!(filed.changes[0].target.id, id("other"));
        assert!(!after.contains_key("log/l") && after["log/m"] == decision("other"));
    }

    #[test]
    fn what_was_erased_once_costs_nothing_again_and_others_are_not_touched() {
        let storage = device();
        honour(&storage, [id("nobody")].iter()).unwrap();
        let mut expected = device().snapshot();
        expected.insert("erased/nobody".to_owned(), String::new());
        assert_eq!(storage.snapshot(), expected);
        storage.stop_after(0, Stop::Refused);
        assert!(honour(&storage, [id("nobody")].iter()).unwrap().is_empty());
    }

    #[test]
    fn an_erasing_that_was_stopped_anywhere_is_finished_by_the_next_start() {
        let whole: BTreeMap<String, String> = {
            let storage = device();
            honour(&storage, [id(GONE)].iter()).unwrap();
            storage.snapshot()
        };
        for (writes, stop) in (0..40).flat_map(|writes| Stop::ALL.map(|stop| (writes, stop))) {
            let storage = device();
            storage.stop_after(writes, stop);
            let done = honour(&storage, [id(GONE)].iter());
            let finished = storage.snapshot() == whole;
            assert!(
                stop == Stop::Dropped || done.is_ok() == finished,
                "{stop:?} after {writes} writes"
            );
            let marked = storage.snapshot().contains_key(&format!("erased/{GONE}"));
            assert_eq!(marked, finished, "the mark comes last");
            storage.go_on();
            honour(&storage, [id(GONE)].iter()).unwrap();
            assert_eq!(storage.snapshot(), whole, "{stop:?} after {writes} writes");
        }
    }

    #[test]
    fn a_mark_that_would_erase_anything_here_is_told_from_one_that_would_not() {
        let storage = device();
        honour(&storage, [id("known")].iter()).unwrap();
        let before = storage.snapshot();
        let entries =
            [GONE, "published", "nobody", "known"].map(|id| (format!("erased/{id}"), String::new()));
        let weighed = weigh(&storage, marks(&entries), |id| id.as_str() == "published").unwrap();
        let expected = Marks {
            harmless: [id("nobody")].into(),
            erasing: [id(GONE), id("published")].into(),
            texts: before.len() - 1 - UNTOUCHED.len(),
        };
        assert_eq!(weighed, expected);
        assert_eq!(storage.snapshot(), before, "nothing is done by weighing");
        assert!(without_erased(&entries, &[id(GONE)].into()).0.is_empty());
    }

    #[test]
    fn a_backup_brings_none_of_it_back() {
        let backup: Vec<_> = device().snapshot().into_iter().collect();
        let (kept, refused) = without_erased(&backup, &[id(GONE)].into());
        assert!(
            kept.iter()
                .all(|(key, text)| !legible(text).contains(NAME) && !key.contains(GONE))
        );
        assert_eq!(refused, backup.len() - UNTOUCHED.len());
        assert_eq!(without_erased(&backup, &[id("nobody")].into()), (backup, 0));
    }
}
