//! One initiative for search engines: schema.org as JSON-LD, a block of data within its page.
//!
//! An initiative is a `Service`: somebody provides it, for somebody, somewhere. The links in it are those
//! of [`Link`](crate::domain::link::Link), so none can run a script.

use super::json;
use super::outgoing::Outgoing;
use super::publish::without_private;
use super::v1::Writer;
use crate::domain::contact::{Contact, Means};
use crate::domain::date::Date;
use crate::domain::initiative::{Initiative, Organiser, OrganiserKind, Period, Place, Status};
use crate::domain::point::Point;
use crate::domain::value::{Object, Value};

/// What may be published of an initiative, as a text that can stand within a `script` element; nothing for
/// a draft.
#[must_use]
pub fn write(outgoing: &Outgoing, initiative: &Initiative) -> Option<String> {
    if initiative.status == Status::Draft {
        return None;
    }
    let initiative = &without_private(initiative.clone());
    let page = outgoing.page(initiative);
    let mut to = Writer::new();
    to.text("@context", "https://schema.org");
    to.text("@type", "Service");
    to.text("@id", &page);
    to.text("url", &page);
    to.id("identifier", Some(&initiative.id));
    to.text("name", &initiative.title);
    to.text_if_any("description", &initiative.summary);
    to.text_if_any("serviceType", outgoing.theme(initiative));
    if let Some(provider) = provider(&initiative.organiser, &initiative.contacts) {
        to.put("provider", provider.into());
    }
    let areas = areas(initiative);
    if !areas.is_empty() {
        to.put("areaServed", Value::List(areas));
    }
    if !initiative.audience.is_empty() {
        to.put(
            "audience",
            thing("Audience", "audienceType", &initiative.audience).into(),
        );
    }
    if let Some(offer) = offer(&initiative.period) {
        to.put("offers", offer.into());
    }
    let text = json::write(&to.finish(&Object::new()).into());
    // Only texts hold it, and none must end the element that the block stands in.
    Some(text.replace('<', "\\u003c"))
}

/// A thing with one property besides its type.
fn thing(kind: &str, property: &str, text: &str) -> Object {
    let mut to = Writer::new();
    to.text("@type", kind);
    to.text(property, text);
    to.finish(&Object::new())
}

/// Who provides it and how they are reached; nothing where neither is known.
fn provider(organiser: &Organiser, contacts: &[Contact]) -> Option<Object> {
    if organiser.name.is_empty() && contacts.is_empty() {
        return None;
    }
    let kind = match organiser.kind {
        Some(OrganiserKind::Commune | OrganiserKind::PublicBody) => "GovernmentOrganization",
        Some(OrganiserKind::Association) => "NGO",
        Some(OrganiserKind::Individual) => "Person",
        _ => "Organization",
    };
    let mut to = Writer::new();
    to.text("@type", kind);
    to.text_if_any("name", &organiser.name);
    let (mut points, mut pages, mut social, mut addresses) = (vec![], vec![], vec![], vec![]);
    for contact in contacts {
        match &contact.means {
            Means::Phone(phone) => points.push(point(contact, "telephone", phone.as_str())),
            Means::Email(email) => points.push(point(contact, "email", email.as_str())),
            Means::Web(link) => pages.push(Value::text(link.as_str())),
            Means::Social(link) => social.push(Value::text(link.as_str())),
            Means::Address(address) => addresses.push(Value::text(address)),
            Means::Plain { .. } => {}
        }
    }
    let lists = [
        ("contactPoint", points),
        ("url", pages),
        ("sameAs", social),
        ("address", addresses),
    ];
    for (name, list) in lists.into_iter().filter(|(_, list)| !list.is_empty()) {
        to.put(name, Value::List(list));
    }
    Some(to.finish(&Object::new()))
}

fn point(contact: &Contact, property: &str, value: &str) -> Value {
    let mut point = thing("ContactPoint", property, value);
    if !contact.label.is_empty() {
        point.set("contactType", contact.label.as_str());
    }
    point.into()
}

/// Its commune, the wider area and the communes that it serves besides.
fn areas(initiative: &Initiative) -> Vec<Value> {
    let Place {
        commune,
        area,
        lat,
        lon,
        ..
    } = &initiative.place;
    let mut areas: Vec<Value> = Vec::new();
    let point = lat.zip(*lon).and_then(|(lat, lon)| Point::new(lat, lon));
    if !commune.is_empty() || point.is_some() {
        let mut city = thing("City", "name", commune);
        if let Some(point) = point {
            let mut geo = Writer::new();
            geo.text("@type", "GeoCoordinates");
            geo.number("latitude", Some(point.lat()));
            geo.number("longitude", Some(point.lon()));
            city.set("geo", geo.finish(&Object::new()));
        }
        areas.push(city.into());
    }
    if !area.is_empty() {
        areas.push(thing("AdministrativeArea", "name", area).into());
    }
    let served = initiative.served.iter().map(|served| served.commune.as_str());
    areas.extend(
        served
            .filter(|name| !name.is_empty())
            .map(|name| thing("City", "name", name).into()),
    );
    areas
}

/// From when to when; nothing where it is not dated.
fn offer(period: &Period) -> Option<Object> {
    let day = |day: Option<Date>| day.map(|day| day.to_string());
    let days = [
        ("availabilityStarts", day(period.start)),
        ("availabilityEnds", day(period.end)),
    ];
    let mut to = Writer::new();
    to.text("@type", "Offer");
    let mut is_dated = false;
    for (name, day) in days {
        if let Some(day) = day {
            to.text(name, &day);
            is_dated = true;
        }
    }
    is_dated.then(|| to.finish(&Object::new()))
}
