//! Initiatives as places on a map: `GeoJSON` (RFC 7946).

use super::json;
use super::outgoing::{Outgoing, contact};
use super::v1::Writer;
use crate::domain::code::{Insee, Postcode};
use crate::domain::gazetteer::Gazetteer;
use crate::domain::initiative::Initiative;
use crate::domain::point::Point;
use crate::domain::value::{Object, Value};

/// The initiatives as a collection of features. One without coordinates of its own lies where its commune
/// does, and says so; one whose commune is not known has no geometry, and is there all the same.
#[must_use]
pub fn write(outgoing: &Outgoing, gazetteer: Option<&Gazetteer>) -> String {
    let features = outgoing.catalogue.initiatives.iter();
    let features = features.map(|one| feature(outgoing, one, gazetteer).into());
    let mut collection = Writer::new();
    collection.text("type", "FeatureCollection");
    collection.put("features", Value::List(features.collect()));
    json::write_pretty(&collection.finish(&Object::new()).into())
}

fn feature(outgoing: &Outgoing, initiative: &Initiative, gazetteer: Option<&Gazetteer>) -> Object {
    let place = &initiative.place;
    let own = place.point();
    let commune = || gazetteer?.by_insee(place.insee.as_ref()?)?.point;
    let (point, position) = match own {
        Some(point) => (Some(point), "exact"),
        None => (commune(), "commune"),
    };
    let date = |day: Option<crate::domain::date::Date>| day.map(|day| day.to_string());
    let contacts: Vec<String> = initiative.contacts.iter().map(contact).collect();

    let mut told = Writer::new();
    told.text("name", &initiative.title);
    told.text("description", &initiative.summary);
    told.text("theme", outgoing.theme(initiative));
    told.text("organiser", &initiative.organiser.name);
    told.text("commune", &place.commune);
    told.optional("insee", place.insee.as_ref().map(Insee::as_str));
    told.optional("postcode", place.postcode.as_ref().map(Postcode::as_str));
    told.text("area", &place.area);
    told.optional("position", point.map(|_| position));
    told.optional("start", date(initiative.period.start).as_deref());
    told.optional("end", date(initiative.period.end).as_deref());
    told.text("practical", &initiative.practical);
    told.text("contacts", &contacts.join("\n"));
    told.text("status", initiative.status.code());
    told.text("url", &outgoing.page(initiative));

    let mut feature = Writer::new();
    feature.text("type", "Feature");
    feature.id("id", Some(&initiative.id));
    feature.put(
        "geometry",
        point.map_or(Value::Null, |point| geometry(point).into()),
    );
    feature.put("properties", told.finish(&Object::new()).into());
    feature.finish(&Object::new())
}

/// A point: the longitude comes first.
fn geometry(point: Point) -> Object {
    let mut to = Writer::new();
    to.text("type", "Point");
    to.list("coordinates", &[point.lon(), point.lat()], |degrees| {
        Value::number(*degrees)
    });
    to.finish(&Object::new())
}
