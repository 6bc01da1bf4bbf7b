//! Initiatives, in and out.

use super::super::entries::Entry;
use super::super::fields::Fields;
use super::super::limits;
use super::super::warning::{WarningKind, Warnings};
use super::writer::Writer;
use crate::domain::code::{Insee, Postcode};
use crate::domain::contact::{Contact, Means};
use crate::domain::date::Date;
use crate::domain::id::Id;
use crate::domain::initiative::{
    Initiative, Measure, MeasureKind, Need, NeedKind, NeedState, Organiser, OrganiserKind, Period, Place,
    Served, Source, Status,
};
use crate::domain::link::Link;
use crate::domain::text::clean_line;
use crate::domain::value::{Object, Value};

/// Reads an initiative. Nothing where it has no identifier, no title or a text or list past its
/// limit; the last warnings say which.
pub fn decode_initiative(mut document: Object, warnings: &mut Warnings) -> Option<Initiative> {
    let id = own_id(&mut document, warnings)?;
    initiative(id, Fields::new(document, warnings))
}

/// The identifier of a document that stands alone.
pub(super) fn own_id(document: &mut Object, warnings: &mut Warnings) -> Option<Id> {
    let id = document
        .take("id")
        .as_ref()
        .and_then(Value::as_text)
        .and_then(Id::parse);
    if id.is_none() {
        warnings.push("id", WarningKind::BadId);
    }
    id
}

pub(super) fn initiative(id: Id, mut fields: Fields<'_>) -> Option<Initiative> {
    // An absent title is warned of where it is read; here it only names the warnings.
    let title = clean_line(fields.peek("title").unwrap_or_default());
    let named: String = if title.is_empty() {
        id.as_str().to_owned()
    } else {
        title.chars().take(limits::LINE).collect()
    };
    fields.warnings.name_entry(Some(named));
    let read = titled(id, &mut fields);
    // The warnings tell of the limit.
    let extra = fields.close().ok()?;
    read.map(|initiative| Initiative { extra, ..initiative })
}

fn titled(id: Id, fields: &mut Fields<'_>) -> Option<Initiative> {
    let title = fields.line("title");
    if title.is_empty() {
        fields.warn("", WarningKind::NoTitle);
        return None;
    }
    Some(Initiative {
        id,
        title,
        summary: fields.paragraphs("summary"),
        theme: fields.reference("theme"),
        tags: tags(fields),
        organiser: organiser(fields.object("organiser")),
        place: place(fields.object("place")),
        served: served(fields),
        audience: fields.line("audience"),
        period: period(fields.object("period")),
        practical: fields.paragraphs("practical"),
        measures: items(fields, "measures", measure),
        needs: items(fields, "needs", need),
        contacts: items(fields, "contacts", contact),
        source: source(fields.object("source")),
        translations: fields.texts("translations", 2),
        status: fields
            .code("status", Status::from_code)
            .unwrap_or(Status::Published),
        verified_on: fields.date("verified_on"),
        extra: Object::new(),
    })
}

/// Writes an initiative, private contacts included: what is left out of a published file is decided
/// by [`publishable`](crate::format::publish::publishable).
#[must_use]
pub fn encode_initiative(initiative: &Initiative) -> Object {
    let mut to = Writer::new();
    to.id("id", Some(&initiative.id));
    to.text("title", &initiative.title);
    to.text("summary", &initiative.summary);
    to.id("theme", initiative.theme.as_ref());
    to.list("tags", &initiative.tags, |tag| Value::text(tag));
    to.put("organiser", encode_organiser(&initiative.organiser).into());
    to.put("place", encode_place(&initiative.place).into());
    to.list("served", &initiative.served, |served| {
        encode_served(served).into()
    });
    to.text("audience", &initiative.audience);
    to.put("period", encode_period(&initiative.period).into());
    to.text("practical", &initiative.practical);
    to.list("measures", &initiative.measures, |measure| {
        encode_measure(measure).into()
    });
    to.list("needs", &initiative.needs, |need| encode_need(need).into());
    to.list("contacts", &initiative.contacts, |contact| {
        encode_contact(contact).into()
    });
    to.put("source", encode_source(&initiative.source).into());
    to.put("translations", Value::Object(initiative.translations.clone()));
    to.text("status", initiative.status.code());
    to.put("verified_on", date(initiative.verified_on));
    to.finish(&initiative.extra)
}

fn date(date: Option<Date>) -> Value {
    date.map_or(Value::Null, |date| Value::Text(date.to_string()))
}

fn items<T>(fields: &mut Fields<'_>, list: &str, read: fn(Id, Fields<'_>) -> Option<T>) -> Vec<T> {
    let entries = fields.entries(list, limits::ITEMS);
    let mut items = Vec::with_capacity(entries.len());
    for Entry { index, id, object } in entries {
        items.extend(read(id, Fields::of_item(list, index, object, fields.warnings)));
    }
    items
}

fn tags(fields: &mut Fields<'_>) -> Vec<String> {
    let list = fields.list("tags", limits::ITEMS);
    let mut tags: Vec<String> = Vec::with_capacity(list.len());
    for value in list {
        // Each tag is read as the one field of an object, so that it is cleaned and bounded alike.
        let mut one = Object::new();
        one.set("tags", value);
        let tag = Fields::new(one, fields.warnings).into_line("tags");
        if !tag.is_empty() && !tags.contains(&tag) {
            tags.push(tag);
        }
    }
    tags
}

fn organiser(mut fields: Fields<'_>) -> Organiser {
    Organiser {
        name: fields.line("name"),
        kind: fields.code("kind", OrganiserKind::from_code),
        consent: fields.flag("consent"),
        extra: fields.rest(),
    }
}

fn encode_organiser(organiser: &Organiser) -> Object {
    let mut to = Writer::new();
    to.text("name", &organiser.name);
    to.optional("kind", organiser.kind.as_ref().map(OrganiserKind::code));
    to.flag("consent", organiser.consent);
    to.finish(&organiser.extra)
}

fn place(mut fields: Fields<'_>) -> Place {
    Place {
        commune: fields.line("commune"),
        insee: fields.parsed("insee", WarningKind::BadCode, Insee::parse),
        postcode: fields.parsed("postcode", WarningKind::BadCode, Postcode::parse),
        area: fields.line("area"),
        lat: fields.degrees("lat", 90.0),
        lon: fields.degrees("lon", 180.0),
        extra: fields.rest(),
    }
}

fn encode_place(place: &Place) -> Object {
    let mut to = Writer::new();
    to.text("commune", &place.commune);
    to.optional("insee", place.insee.as_ref().map(Insee::as_str));
    to.optional("postcode", place.postcode.as_ref().map(Postcode::as_str));
    to.text("area", &place.area);
    to.number("lat", place.lat);
    to.number("lon", place.lon);
    to.finish(&place.extra)
}

fn served(fields: &mut Fields<'_>) -> Vec<Served> {
    let objects = fields.objects("served", limits::ITEMS);
    let mut served = Vec::with_capacity(objects.len());
    for (index, object) in objects {
        let mut fields = Fields::of_item("served", index, object, fields.warnings);
        served.push(Served {
            insee: fields.parsed("insee", WarningKind::BadCode, Insee::parse),
            commune: fields.line("commune"),
            extra: fields.rest(),
        });
    }
    served
}

fn encode_served(served: &Served) -> Object {
    let mut to = Writer::new();
    to.optional("insee", served.insee.as_ref().map(Insee::as_str));
    to.text("commune", &served.commune);
    to.finish(&served.extra)
}

fn period(mut fields: Fields<'_>) -> Period {
    Period {
        start: fields.date("start"),
        end: fields.date("end"),
        note: fields.line("note"),
        extra: fields.rest(),
    }
}

fn encode_period(period: &Period) -> Object {
    let mut to = Writer::new();
    to.put("start", date(period.start));
    to.put("end", date(period.end));
    to.text("note", &period.note);
    to.finish(&period.extra)
}

fn measure(id: Id, mut fields: Fields<'_>) -> Option<Measure> {
    let kind = fields
        .code("kind", MeasureKind::from_code)
        .unwrap_or(MeasureKind::Other);
    let value = fields.amount("value");
    if value.is_none() {
        fields.warn("", WarningKind::NoValue);
    }
    let unit = fields.line("unit");
    let approximate = fields.flag("approximate").unwrap_or(false);
    let as_of = fields.date("as_of");
    let extra = fields.rest();
    Some(Measure {
        id,
        kind,
        value: value?,
        unit,
        approximate,
        as_of,
        extra,
    })
}

fn encode_measure(measure: &Measure) -> Object {
    let mut to = Writer::new();
    to.id("id", Some(&measure.id));
    to.text("kind", measure.kind.code());
    to.number("value", Some(measure.value.get()));
    to.text("unit", &measure.unit);
    to.flag("approximate", Some(measure.approximate));
    to.put("as_of", date(measure.as_of));
    to.finish(&measure.extra)
}

#[allow(
    clippy::unnecessary_wraps,
    reason = "one of three readers that `items` takes; the others leave items out"
)]
fn need(id: Id, mut fields: Fields<'_>) -> Option<Need> {
    Some(Need {
        id,
        kind: fields
            .code("kind", NeedKind::from_code)
            .unwrap_or(NeedKind::Other),
        what: fields.line("what"),
        quantity: fields.amount("quantity"),
        until: fields.date("until"),
        state: fields
            .code("state", NeedState::from_code)
            .unwrap_or(NeedState::Open),
        extra: fields.rest(),
    })
}

fn encode_need(need: &Need) -> Object {
    let mut to = Writer::new();
    to.id("id", Some(&need.id));
    to.text("kind", need.kind.code());
    to.text("what", &need.what);
    to.number("quantity", need.quantity.map(crate::domain::amount::Amount::get));
    to.put("until", date(need.until));
    to.text("state", need.state.code());
    to.finish(&need.extra)
}

fn contact(id: Id, mut fields: Fields<'_>) -> Option<Contact> {
    let kind = fields.line("kind");
    let value = fields.long_line("value");
    let means = Means::parse(&kind, &value);
    if value.is_empty() {
        fields.warn("", WarningKind::NoValue);
    } else if matches!(means, Means::Plain { .. }) && Means::KINDS.contains(&kind.as_str()) {
        fields.warn("value", WarningKind::BadContact);
    }
    let label = fields.line("label");
    let public = fields.is_public("public");
    let extra = fields.rest();
    (!value.is_empty()).then_some(Contact {
        id,
        means,
        label,
        public,
        extra,
    })
}

/// Reads a contact that stands alone. Nothing where it has no identifier or no value.
pub fn decode_contact(mut document: Object, warnings: &mut Warnings) -> Option<Contact> {
    let id = own_id(&mut document, warnings)?;
    contact(id, Fields::new(document, warnings))
}

/// Writes a contact, one that stays on the device too.
#[must_use]
pub fn encode_contact(contact: &Contact) -> Object {
    let mut to = Writer::new();
    to.id("id", Some(&contact.id));
    to.text("kind", contact.means.kind());
    to.text("value", contact.means.value());
    to.text("label", &contact.label);
    // Only what stays on the device says so: a published file has no such field.
    if !contact.public {
        to.flag("public", Some(false));
    }
    to.finish(&contact.extra)
}

fn source(mut fields: Fields<'_>) -> Source {
    Source {
        communique: fields.reference("communique"),
        url: fields.web_link("url"),
        extra: fields.rest(),
    }
}

fn encode_source(source: &Source) -> Object {
    let mut to = Writer::new();
    to.id("communique", source.communique.as_ref());
    to.text("url", source.url.as_ref().map_or("", Link::as_str));
    to.finish(&source.extra)
}
