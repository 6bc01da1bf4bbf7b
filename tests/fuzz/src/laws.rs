//! What must hold for any input: nothing panics; what was read is written and read again as it was, and
//! nothing is said about it then; what was repaired or refused has a place; and what was read can be
//! imported, stored, loaded, sent and received without loss.

use std::fmt::Debug;
use std::sync::Arc;

use solidaire::communique::{facts, french};
use solidaire::domain::amount::Amount;
use solidaire::domain::catalogue::Catalogue;
use solidaire::domain::change::{Change, ChangeSet, Path};
use solidaire::domain::code::{Department, Insee, Postcode};
use solidaire::domain::contact::{Means, PrivateContacts};
use solidaire::domain::date::{Date, Timestamp};
use solidaire::domain::email::Email;
use solidaire::domain::id::Id;
use solidaire::domain::initiative::Initiative;
use solidaire::domain::link::Link;
use solidaire::domain::phone::Phone;
use solidaire::domain::search::{Index, Query};
use solidaire::domain::site::Site;
use solidaire::domain::text::{clean_line, clean_lines, conceals, fold, revealed};
use solidaire::domain::value::Value;
use solidaire::format::contribution::Contribution;
use solidaire::format::refusal::Refusal;
use solidaire::format::review::{Filed, read_decision, read_filed, write_decision, write_filed};
use solidaire::format::warning::{WarningKind, Warnings};
use solidaire::format::{backup as backups, change, contribution as contributions};
use solidaire::format::{
    draft, gazetteer as gazetteers, json as texts, limits, link as links, request, sent, v1,
};
use solidaire::route::listing;
use solidaire::storage::memory::MemoryStorage;
use solidaire::storage::{changes, inbox, private, sent as kept, whole};
use solidaire::workspace::import::{Incoming, Mode, plan, plan_contribution};
use solidaire::workspace::review::find;
use solidaire::workspace::{Stamp, Workspace};

use crate::passages;

/// Bytes as a tree; nothing where they are refused, whose place is checked.
pub(crate) fn parsed(input: &[u8]) -> Option<Value> {
    match texts::decode(input).and_then(texts::parse) {
        Ok(document) => Some(document),
        Err(error) => {
            let end = input.len() + 1;
            assert!(error.line <= end && error.column <= end, "{error}");
            None
        }
    }
}

pub(crate) fn json(input: &[u8]) {
    let Some(document) = parsed(input) else { return };
    for written in [
        texts::write(&document),
        texts::write_pretty(&document),
        texts::canonical(&document),
    ] {
        let again = texts::parse(&written).expect("what was written is read");
        assert!(alike(&again, &document), "{written}");
        // Two blanks a level, and six bytes for a control character.
        assert!(written.len() <= 6 * input.len() + 64 * limits::DEPTH * (1 + written.matches('\n').count()));
    }
}

/// Whether two trees are the same, but for the last bit of a number of a size that nothing is measured
/// in.
fn alike(one: &Value, two: &Value) -> bool {
    match (one, two) {
        (Value::Float(one), Value::Float(two)) => {
            let apart = (one - two).abs();
            apart <= 0.0 || (!(1e-8..1e37).contains(&one.abs()) && apart <= one.abs() * 1e-12)
        }
        (Value::List(one), Value::List(two)) => {
            one.len() == two.len() && one.iter().zip(two).all(|(one, two)| alike(one, two))
        }
        (Value::Object(one), Value::Object(two)) => {
            let fields = |object: &solidaire::domain::value::Object| {
                object.iter().filter(|(_, value)| !value.is_null()).count()
            };
            fields(one) == fields(two)
                && one.iter().all(|(name, value)| {
                    value.is_null() || two.get(name).is_some_and(|other| alike(value, other))
                })
        }
        (one, two) => one == two,
    }
}

/// Each warning says where, in words that conceal nothing.
pub(crate) fn have_places(warnings: &Warnings) {
    for warning in warnings.list() {
        assert!(
            !warning.place.is_empty() && !conceals(&warning.place),
            "{warning:?}"
        );
        let entry = warning.entry.as_deref().unwrap_or("an entry");
        assert!(!entry.is_empty() && !conceals(entry), "{warning:?}");
        assert!(
            warning.place.len() < 1_000 && entry.len() <= 4 * limits::LINE,
            "{warning:?}"
        );
    }
    assert!(warnings.list().len() <= limits::WARNINGS);
}

/// A refusal that names a place does so.
fn has_place(refusal: &Refusal) {
    if let Refusal::Unusable(place) | Refusal::PastLimit(place) = refusal {
        assert!(!place.is_empty() && !conceals(place), "{refusal:?}");
    }
}

/// What was read, unless it was refused for a reason that can be told.
pub(crate) fn read<T>(reading: Result<solidaire::format::warning::Reading<T>, Refusal>) -> Option<T> {
    match reading {
        Ok(reading) => {
            have_places(&reading.warnings);
            Some(reading.value)
        }
        Err(refusal) => {
            has_place(&refusal);
            None
        }
    }
}

/// A second reading has nothing to say, but that a contact is no number or address: it stays one.
fn only_plain_contacts(warnings: &Warnings) {
    let mut kinds = warnings.list().iter().map(|warning| warning.kind);
    assert!(
        kinds.all(|kind| kind == WarningKind::BadContact),
        "{:?}",
        warnings.list()
    );
}

pub(crate) fn catalogue(input: &[u8]) {
    let Some(document) = parsed(input) else { return };
    let Some(catalogue) = read(v1::read_catalogue(document)) else {
        return;
    };
    let written = v1::write_catalogue(&catalogue);
    let again = v1::read_catalogue(written.clone()).expect("what was written is read");
    only_plain_contacts(&again.warnings);
    assert_eq!(
        v1::write_catalogue(&again.value),
        written,
        "reading twice changes nothing"
    );
    let text = texts::write(&written);
    let stored = texts::parse(&text).expect("what was written is read");
    assert!(alike(&stored, &written), "{text}");
    reveals(&written);
    for initiative in &catalogue.initiatives {
        assert!(!initiative.title.is_empty());
        for contact in &initiative.contacts {
            let link = contact.means.link();
            assert!(link.is_none_or(|link| Link::parse(link.as_str()).is_some()));
            assert!(!matches!(&contact.means, Means::Web(link) | Means::Social(link) if !link.is_web()));
        }
    }
    for mode in [Mode::Join, Mode::Replace] {
        travels(&catalogue, mode);
    }
}

/// No text of a tree conceals anything.
fn reveals(value: &Value) {
    match value {
        Value::Text(text) => assert!(!conceals(text), "{text:?}"),
        Value::List(list) => list.iter().for_each(reveals),
        Value::Object(object) => object.iter().for_each(|(_, value)| reveals(value)),
        _ => {}
    }
}

pub(crate) fn id(text: &str) -> Id {
    Id::parse(text).expect("an identifier")
}

pub(crate) fn now() -> Timestamp {
    Timestamp::parse("2026-11-25T10:00:00Z").expect("a time")
}

/// What was read of a catalogue can be imported into an empty one; the changes are stored, loaded, sent
/// and received as they were made, and show what was in the file.
fn travels(catalogue: &Catalogue, mode: Mode) {
    let empty = Arc::new(Catalogue::new(Site::new(catalogue.site.id.clone())));
    let here = Workspace::published(Arc::clone(&empty));
    let batch = id("batch");
    let mut number = 0_u32;
    let changed = plan(&here, catalogue, mode).changes(&batch, || {
        number += 1;
        Stamp {
            id: id(&format!("change-{number}")),
            author: id("device"),
            at: now(),
            batch: Some(batch.clone()),
        }
    });
    let storage = MemoryStorage::new();
    for change in &changed {
        changes::save(&storage, change).expect("there is room");
    }
    storage.plant(&format!("batch/{batch}"), &changed.len().to_string());
    let loaded = changes::load(&storage).expect("nothing is denied");
    assert_eq!(loaded.aside, [], "nothing that was stored is unreadable");
    let by_id: ChangeSet = changed.iter().cloned().collect();
    same_changes(loaded.changes.iter(), by_id.iter());
    let shown = Workspace::new(empty, loaded.changes, PrivateContacts::new());
    let written = |initiatives: &[Initiative]| {
        let mut sorted: Vec<&Initiative> = initiatives.iter().collect();
        sorted.sort_by(|one, two| one.id.cmp(&two.id));
        Value::List(sorted.into_iter().map(full).collect())
    };
    let public = |one: &Initiative| one.contacts.iter().all(|contact| contact.public);
    if catalogue.initiatives.iter().all(public) {
        let (shown, file) = (
            written(&shown.shown().initiatives),
            written(&catalogue.initiatives),
        );
        assert!(
            alike(&shown, &file),
            "{}\n{}",
            texts::write(&shown),
            texts::write(&file)
        );
    }
    if changed.len() <= limits::CHANGES {
        arrives(changed);
    }
}

/// An initiative without its blank fields: in a change, they mean the same as absent ones.
fn full(initiative: &Initiative) -> Value {
    let fields = v1::encode_initiative(initiative).into_iter();
    Value::Object(fields.filter(|(_, value)| !is_blank(value)).collect())
}

fn is_blank(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::Text(text) => text.is_empty(),
        Value::List(list) => list.is_empty(),
        Value::Object(object) => object.iter().all(|(_, value)| is_blank(value)),
        _ => false,
    }
}

fn same_changes<'a>(one: impl Iterator<Item = &'a Change>, two: impl Iterator<Item = &'a Change>) {
    let encoded = |change: &Change| Value::Object(change::encode_change(change));
    let (one, two): (Vec<_>, Vec<_>) = (one.map(encoded).collect(), two.map(encoded).collect());
    assert!(
        alike(&Value::List(one.clone()), &Value::List(two.clone())),
        "{one:?}\n{two:?}"
    );
}

/// Changes of ours reach an editor whole, by file and by link.
fn arrives(changes: Vec<Change>) {
    let contribution = Contribution {
        id: id("p"),
        site: id("s"),
        base: None,
        created_at: now(),
        author: id("device"),
        message: String::new(),
        reply_to: String::new(),
        changes,
        extra: solidaire::domain::value::Object::new(),
    };
    let file = texts::write_pretty(&contributions::write_contribution(&contribution));
    let received = contributions::read_contribution_text(&file).expect("ours is read");
    assert!(received.warnings.is_empty(), "{:?}", received.warnings.list());
    same_changes(received.value.changes.iter(), contribution.changes.iter());
    let wire = links::wire_text(&contribution);
    let received = links::contribution(wire.as_bytes());
    if wire.len() <= links::MAX_TEXT {
        let received = received.expect("ours is read");
        assert_eq!(received.value.changes.len(), contribution.changes.len());
    }
}

pub(crate) fn contribution(input: &[u8]) {
    let _found = find(input);
    let Some(document) = parsed(input) else { return };
    let Some(contribution) = read(contributions::read_contribution(document)) else {
        return;
    };
    let written = contributions::write_contribution(&contribution);
    let again = contributions::read_contribution(written.clone()).expect("what was written is read");
    assert!(again.warnings.is_empty(), "{:?}", again.warnings.list());
    assert_eq!(contributions::write_contribution(&again.value), written);
    reveals(&written);

    let mut catalogue = Catalogue::new(Site::new(contribution.site.clone()));
    for change in &contribution.changes {
        if catalogue
            .initiatives
            .iter()
            .all(|known| known.id != change.target.id)
        {
            let title = "Une entrée".to_owned();
            catalogue
                .initiatives
                .push(Initiative::new(change.target.id.clone(), title));
        }
    }
    let here = Workspace::published(Arc::new(catalogue));
    let plan = plan_contribution(&here, &contribution);
    let batch = id("batch");
    let _taken = plan.changes(&batch, || unreachable!("a contribution brings its own changes"));

    let filed = Filed::new(now(), contribution);
    let text = write_filed(&filed);
    let read = read_filed(&text).expect("what waits in the inbox is read again");
    same_changes(
        read.contribution.changes.iter(),
        filed.contribution.changes.iter(),
    );
}

pub(crate) fn backup(input: &[u8]) {
    let Some(document) = parsed(input) else { return };
    let Some(backup) = read(backups::read_backup(document)) else {
        return;
    };
    let written = backups::write_backup(&backup);
    let again = backups::read_backup(written.clone()).expect("what was written is read");
    assert!(again.warnings.is_empty(), "{:?}", again.warnings.list());
    assert_eq!(backups::write_backup(&again.value), written);

    let storage = MemoryStorage::new();
    let before = storage.snapshot();
    if whole::restore(&storage, &id("restoring"), &backup.entries).is_err() {
        assert_eq!(storage.snapshot(), before, "all of it or none");
        return;
    }
    everything_loads(&storage);
}

/// Every loader runs, and no text is lost by it: each is under its key still, or was set aside.
pub(crate) fn everything_loads(storage: &MemoryStorage) {
    let before = storage.snapshot();
    let _changes = changes::load(storage).expect("nothing is denied");
    let _private = private::load(storage).expect("nothing is denied");
    let _inbox = inbox::load(storage).expect("nothing is denied");
    let _sent = kept::load(storage).expect("nothing is denied");
    passages::load(storage);
    let after = storage.snapshot();
    for (key, text) in before {
        let kept = after.get(&key) == Some(&text) || after.values().any(|aside| aside.ends_with(&text));
        assert!(kept, "{key} is lost");
    }
}

/// The texts that the storage holds, as they are read back.
pub(crate) fn stored(input: &[u8]) {
    let Ok(text) = std::str::from_utf8(input) else {
        return;
    };
    if let Ok(kept) = draft::read_draft(text) {
        assert_eq!(draft::read_draft(&draft::write_draft(&kept)), Ok(kept));
    }
    if let Ok(kept) = request::read_request(text) {
        assert_eq!(request::read_request(&request::write_request(&kept)), Ok(kept));
    }
    passages::stored(text);
    if let Some(decision) = read_decision(text) {
        let written = write_decision(&decision);
        let again = write_decision(&read_decision(&written).expect("what was written is read"));
        let tree = |text: &str| texts::parse(text).expect("what was written is read");
        assert!(alike(&tree(&again), &tree(&written)), "{written}");
    }
    let Ok(document) = texts::parse(text) else { return };
    if let Some(record) = sent::decode_sent(&document) {
        let written = Value::Object(sent::encode_sent(&record));
        assert_eq!(sent::decode_sent(&written), Some(record));
    }
    if let Ok(change) = change::decode_change(&document) {
        let written = Value::Object(change::encode_change(&change));
        assert_eq!(change::decode_change(&written).as_ref(), Ok(&change));
        let here = Workspace::new(
            Arc::new(Catalogue::new(Site::new(id("s")))),
            [change].into_iter().collect(),
            PrivateContacts::new(),
        );
        let shown = v1::write_catalogue(here.shown());
        let again = v1::read_catalogue(shown).expect("what is shown can be published");
        only_plain_contacts(&again.warnings);
    }
}

pub(crate) fn link(input: &[u8]) {
    let Ok(text) = std::str::from_utf8(input) else {
        return;
    };
    let fragments: Vec<&str> = links::fragments_in(text).collect();
    for fragment in fragments.into_iter().chain([text]) {
        if let Ok(bytes) = links::deflated(fragment) {
            assert!(bytes.len() <= fragment.len());
            let again = links::fragment(&bytes);
            assert!(
                fragment.ends_with(&again),
                "the same bytes are never written in two ways"
            );
        }
    }
    if let Ok(reading) = links::contribution(input) {
        have_places(&reading.warnings);
    }
    let _found = find(input);
}

pub(crate) fn gazetteer(input: &[u8]) {
    let Some(document) = parsed(input) else { return };
    match gazetteers::read(&document) {
        Ok(gazetteer) => {
            for commune in gazetteer.communes() {
                assert!(!commune.name.is_empty());
                let _suggested = gazetteer.suggest(&commune.name, 8);
            }
        }
        Err(refusal) => has_place(&refusal),
    }
}

/// What was parsed and is written is parsed again as the same.
fn comes_back<T: PartialEq + Debug>(
    text: &str,
    parse: impl Fn(&str) -> Option<T>,
    write: impl Fn(&T) -> String,
) {
    if let Some(value) = parse(text) {
        let written = write(&value);
        assert_eq!(parse(&written).as_ref(), Some(&value), "{text:?} as {written:?}");
    }
}

/// What a person types or pastes, and what an address says.
pub(crate) fn typed(input: &[u8]) {
    let Ok(text) = std::str::from_utf8(input) else {
        return;
    };
    let line = clean_line(text);
    assert_eq!(clean_line(&line), line);
    let lines = clean_lines(text);
    assert_eq!(clean_lines(&lines), lines);
    assert!(!conceals(&line) && !conceals(&lines) && !conceals(&revealed(text)));
    assert!(line.len() <= text.len() && fold(text).len() <= 2 * text.len());
    for part in [text, &line] {
        comes_back(part, Phone::parse, |one| one.as_str().to_owned());
        comes_back(part, Email::parse, |one| one.as_str().to_owned());
        comes_back(part, Link::parse, |one| one.as_str().to_owned());
        comes_back(part, Link::from_typed, |one| one.as_str().to_owned());
        comes_back(part, Id::parse, |one| one.as_str().to_owned());
        comes_back(part, Path::parse, |one| one.as_str().to_owned());
        comes_back(part, Insee::parse, |one| one.as_str().to_owned());
        comes_back(part, Postcode::parse, |one| one.as_str().to_owned());
        comes_back(part, Department::parse, |one| one.as_str().to_owned());
        comes_back(part, Timestamp::parse, |one| one.as_str().to_owned());
        comes_back(part, Date::parse, ToString::to_string);
        let _day = french::read_day(part);
        if let Some(amount) = Amount::parse(part) {
            assert!((0.0..=1e12).contains(&amount.get()));
        }
        for kind in Means::KINDS {
            let means = Means::parse(kind, part);
            assert!(
                means
                    .link()
                    .is_none_or(|link| Link::parse(link.as_str()).is_some())
            );
        }
    }
    for line in text.lines() {
        if let Some(fact) = facts::read(line) {
            assert_eq!(
                facts::read(&facts::write(&fact)).as_ref(),
                Some(&fact),
                "{line:?}"
            );
        }
    }
    let entry = Initiative::new(id("x"), line.chars().take(limits::LINE).collect());
    let index = Index::build(
        &[entry, Initiative::new(id("y"), "Masques de Marck".to_owned())],
        &[],
    );
    assert!(index.search(&Query::parse(text)).hits.len() <= 2);
    let filter = listing::parse(|_| Some(text.to_owned()));
    assert!(listing::href(&filter).is_ascii());
    let _incoming = Incoming::read(input);
}
