//! The whole catalogue, in and out.

use super::super::entries::Entry;
use super::super::fields::Fields;
use super::super::json;
use super::super::refusal::{Format, Refusal, VERSION};
use super::super::warning::{Reading, WarningKind, Warnings};
use super::super::{limits, order};
use super::communique::{communique, encode_communique};
use super::initiative::{encode_initiative, initiative};
use super::site::{encode_site, site};
use super::theme::{encode_theme, theme};
use super::writer::Writer;
use crate::domain::catalogue::{Catalogue, Edition, RemovalReason, Removed};
use crate::domain::communique::Item;
use crate::domain::date::Timestamp;
use crate::domain::id::Id;
use crate::domain::site::Site;
use crate::domain::value::{Object, Value};

/// Reads the text of a `catalogue.json`.
///
/// # Errors
/// As [`read_catalogue`], and where the text is no JSON.
pub fn read_catalogue_text(text: &str) -> Result<Reading<Catalogue>, Refusal> {
    read_catalogue(json::parse(text)?)
}

/// Reads a catalogue leniently: what can be repaired is, what cannot is left out, and each is a
/// warning with its place.
///
/// # Errors
/// Where the document is something else, or of a newer version, or does not say which site it is, or
/// the file's own texts and lists are past a limit.
pub fn read_catalogue(document: Value) -> Result<Reading<Catalogue>, Refusal> {
    let mut warnings = Warnings::new();
    let derived = derived_edition(&document);
    let is_blank = is_blank(&document);
    let mut fields = envelope(document, &Format::Catalogue, &mut warnings)?;
    let site = match read_site(&mut fields) {
        Err(Refusal::NoSite) if is_blank => return Err(Refusal::Blank),
        site => site?,
    };
    let mut catalogue = Catalogue::new(site);
    let stated = read_edition(fields.object("edition"));
    catalogue.themes = all(&mut fields, "themes", limits::THEMES, theme)?;
    catalogue.initiatives = all(&mut fields, "initiatives", limits::INITIATIVES, initiative)?;
    catalogue.communiques = all(&mut fields, "communiques", limits::COMMUNIQUES, communique)?;
    catalogue.removed = all(&mut fields, "removed", limits::REMOVED, removed)?;
    catalogue.extra = fields.close().map_err(Refusal::PastLimit)?;
    honour_requests(&mut catalogue, &mut warnings);
    catalogue.arrange_themes();

    let (id, edition) = stated;
    let nameless = catalogue.edition.id;
    catalogue.edition = edition;
    catalogue.edition.id = match (id, derived) {
        (Some(id), _) => id,
        (None, derived) => {
            warnings.push("edition.id", WarningKind::MissingId);
            derived.unwrap_or(nameless)
        }
    };
    Ok(Reading {
        value: catalogue,
        warnings,
    })
}

/// The identifier of an edition that states none: derived from the file's content, so that two
/// devices that read the same file agree on it.
fn derived_edition(document: &Value) -> Option<Id> {
    let edition = document
        .as_object()
        .and_then(|root| root.get("edition")?.as_object());
    let stated = edition.and_then(|edition| edition.text("id")).and_then(Id::parse);
    stated
        .is_none()
        .then(|| Id::derived(&["edition", &json::canonical(document)]))
}

/// Opens a file's outermost object: of the right kind, of a version that is known.
pub(in crate::format) fn envelope<'w>(
    document: Value,
    expected: &Format,
    warnings: &'w mut Warnings,
) -> Result<Fields<'w>, Refusal> {
    let format = Format::of(&document);
    let Value::Object(object) = document else {
        return Err(Refusal::OtherFormat(Format::Foreign(None)));
    };
    if format != *expected {
        return Err(Refusal::OtherFormat(format));
    }
    let mut fields = Fields::new(object, warnings);
    fields.take("format");
    match fields.take("version") {
        Some(Value::Int(version)) if version > VERSION => return Err(Refusal::NewerVersion(version)),
        #[allow(
            clippy::cast_possible_truncation,
            reason = "the largest whole number stands for any larger one"
        )]
        Some(Value::Float(version)) if version >= 2.0 => return Err(Refusal::NewerVersion(version as i64)),
        Some(Value::Int(VERSION)) => {}
        None => fields.warn("version", WarningKind::Missing),
        Some(_) => fields.warn("version", WarningKind::BadNumber),
    }
    Ok(fields)
}

/// Whether a document is what a new site begins with: a site without an identifier or a title, and
/// nothing in any list. One that has content is no beginning but a file that was damaged.
fn is_blank(document: &Value) -> bool {
    let Some(root) = document.as_object() else {
        return false;
    };
    let is_empty = |value: Option<&Value>| match value {
        None => true,
        Some(Value::Text(text)) => text.is_empty(),
        Some(Value::List(list)) => list.is_empty(),
        Some(_) => false,
    };
    let site = root.get("site").and_then(Value::as_object);
    let lists = ["themes", "initiatives", "communiques", "removed"];
    site.is_some_and(|site| ["id", "title"].iter().all(|name| is_empty(site.get(name))))
        && lists.iter().all(|list| is_empty(root.get(list)))
}

fn read_site(fields: &mut Fields<'_>) -> Result<Site, Refusal> {
    let Some(Value::Object(mut object)) = fields.take("site") else {
        return Err(Refusal::NoSite);
    };
    let stated = object.take("id");
    let id = stated.as_ref().and_then(Value::as_text).and_then(Id::parse);
    let inside = Fields::within("site", object, fields.warnings);
    site(id.ok_or(Refusal::NoSite)?, inside).map_err(Refusal::PastLimit)
}

/// The edition as the file states it, and its identifier if it has one.
fn read_edition(mut fields: Fields<'_>) -> (Option<Id>, Edition) {
    let id = fields.reference("id");
    let edition = Edition {
        // Set by the caller, who knows the content that it is derived from.
        id: Id::derived(&["edition"]),
        parent: fields.reference("parent"),
        number: fields.count("number").unwrap_or(0),
        published_at: fields.timestamp("published_at"),
        extra: fields.rest(),
    };
    (id, edition)
}

/// Every entry of one of the file's lists; those that cannot be read are left out, each with a
/// warning that bears the entry's own place.
fn all<T>(
    fields: &mut Fields<'_>,
    list: &str,
    limit: usize,
    read: fn(Id, Fields<'_>) -> Option<T>,
) -> Result<Vec<T>, Refusal> {
    let written = fields.length(list);
    let entries = fields.entries(list, limit);
    if let Some(place) = fields.warnings.take_limit() {
        return Err(Refusal::PastLimit(place));
    }
    let mut all = Vec::with_capacity(entries.len());
    for Entry { index, id, object } in entries {
        all.extend(read(id, Fields::of_item(list, index, object, fields.warnings)));
    }
    fields.warnings.refuse(written - all.len());
    Ok(all)
}

fn removed(id: Id, mut fields: Fields<'_>) -> Option<Removed> {
    let read = Removed {
        id,
        at: fields.timestamp("at"),
        reason: fields
            .code("reason", RemovalReason::from_code)
            .unwrap_or(RemovalReason::Ended),
        extra: Object::new(),
    };
    // The warnings tell of the limit.
    let extra = fields.close().ok()?;
    Some(Removed { extra, ..read })
}

/// Takes entries out of a catalogue for good, as at a person's request, whatever it says of them
/// itself: an edition that comes before the request, or a file of someone who does not know of it.
pub fn withhold<'a>(catalogue: &mut Catalogue, ids: impl IntoIterator<Item = &'a Id>) {
    for id in ids {
        let known = catalogue.removed.iter_mut().find(|removed| removed.id == *id);
        match known {
            Some(removed) => removed.reason = RemovalReason::Request,
            None => catalogue.removed.push(Removed {
                id: id.clone(),
                at: None,
                reason: RemovalReason::Request,
                extra: Object::new(),
            }),
        }
    }
    // Who reads the file has been told of what the file itself takes out.
    honour_requests(catalogue, &mut Warnings::new());
}

/// Leaves out whatever a person asked to have removed, from the entries and from the press releases,
/// where a blank item keeps its place: an entry and its removal may meet in a file that was joined
/// from two.
pub(in crate::format) fn honour_requests(catalogue: &mut Catalogue, warnings: &mut Warnings) {
    let on_request = |removed: &&Removed| removed.reason == RemovalReason::Request;
    let requested = catalogue.removed.iter().filter(on_request);
    let requested = order::by_name(requested.map(|removed| removed.id.as_str()));
    let mut stays = |id: &Id, list: &str| {
        let stays = !order::contains(&requested, id.as_str());
        if !stays {
            warnings.name_entry(Some(id.as_str().to_owned()));
            warnings.push(list, WarningKind::RemovedOnRequest);
            warnings.refuse(1);
            warnings.name_entry(None);
        }
        stays
    };
    catalogue
        .initiatives
        .retain(|initiative| stays(&initiative.id, "initiatives"));
    let releases = catalogue.communiques.iter_mut();
    let sections = releases.flat_map(|release| &mut release.sections);
    for item in sections.flat_map(|section| &mut section.items) {
        if item
            .initiative
            .as_ref()
            .is_some_and(|id| !stays(id, "communiques"))
        {
            *item = Item::blank();
        }
    }
}

/// Writes a catalogue: every field, in the order of the contract. What may leave the device is
/// decided before, by [`publishable`](crate::format::publish::publishable).
#[must_use]
pub fn write_catalogue(catalogue: &Catalogue) -> Value {
    let mut to = Writer::new();
    to.text("format", Format::Catalogue.name());
    to.put("version", Value::Int(VERSION));
    to.put("edition", encode_edition(&catalogue.edition).into());
    to.put("site", encode_site(&catalogue.site).into());
    to.list("themes", &catalogue.themes, |theme| encode_theme(theme).into());
    to.list("initiatives", &catalogue.initiatives, |one| {
        encode_initiative(one).into()
    });
    to.list("communiques", &catalogue.communiques, |one| {
        encode_communique(one).into()
    });
    to.list("removed", &catalogue.removed, |removed| {
        encode_removed(removed).into()
    });
    to.finish(&catalogue.extra).into()
}

fn encode_edition(edition: &Edition) -> Object {
    let mut to = Writer::new();
    to.id("id", Some(&edition.id));
    to.id("parent", edition.parent.as_ref());
    to.put("number", Value::Int(edition.number.into()));
    to.optional(
        "published_at",
        edition.published_at.as_ref().map(Timestamp::as_str),
    );
    to.finish(&edition.extra)
}

fn encode_removed(removed: &Removed) -> Object {
    let mut to = Writer::new();
    to.id("id", Some(&removed.id));
    to.optional("at", removed.at.as_ref().map(Timestamp::as_str));
    to.text("reason", removed.reason.code());
    to.finish(&removed.extra)
}
