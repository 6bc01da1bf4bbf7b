//! The site, in and out.

use super::super::fields::Fields;
use super::super::limits;
use super::super::warning::{WarningKind, Warnings};
use super::writer::Writer;
use crate::domain::code::Department;
use crate::domain::id::Id;
use crate::domain::link::Link;
use crate::domain::phone::Phone;
use crate::domain::site::{Accent, EmergencyNumber, Publisher, Site};
use crate::domain::value::{Object, Value};

/// Reads a site. Nothing where it has no identifier, or a text past its limit.
pub fn decode_site(mut document: Object, warnings: &mut Warnings) -> Option<Site> {
    let id = super::initiative::own_id(&mut document, warnings)?;
    // The warnings tell of the limit.
    site(id, Fields::new(document, warnings)).ok()
}

/// # Errors
/// Where a text or list is past its limit: its place.
pub(super) fn site(id: Id, mut fields: Fields<'_>) -> Result<Site, String> {
    let mut site = Site::new(id);
    site.title = fields.line("title");
    if let Some(lang) = fields.parsed("lang", WarningKind::BadCode, language) {
        site.lang = lang;
    }
    site.department = fields.parsed("department", WarningKind::BadCode, Department::parse);
    site.areas = fields.list("areas", limits::ITEMS);
    site.areas = match fields.tidy("areas", Value::List(site.areas)) {
        Value::List(areas) => areas,
        _ => Vec::new(),
    };
    site.publisher = publisher(fields.object("publisher"));
    site.accent = fields.parsed("accent", WarningKind::BadCode, Accent::parse);
    site.licence = fields.line("licence");
    site.engage_url = fields.web_link("engage_url");
    site.notice = fields.paragraphs("notice");
    site.emergency = emergency(&mut fields);
    site.legal = fields.tree("legal");
    site.stale_after_days = fields.count("stale_after_days");
    site.moved_to = fields.web_link("moved_to");
    let order = fields.list("theme_order", limits::THEMES);
    site.theme_order = order
        .iter()
        .filter_map(Value::as_text)
        .filter_map(Id::parse)
        .collect();
    if site.theme_order.len() < order.len() {
        fields.warn("theme_order", WarningKind::BadId);
    }
    site.extra = fields.close()?;
    Ok(site)
}

/// What cannot be dialled is left out: a number that leads nowhere is worse than none.
fn emergency(fields: &mut Fields<'_>) -> Vec<EmergencyNumber> {
    let objects = fields.objects("emergency", limits::EMERGENCY);
    let mut numbers = Vec::with_capacity(objects.len());
    for (index, object) in objects {
        let mut fields = Fields::of_item("emergency", index, object, fields.warnings);
        let number = Phone::parse(&fields.line("number"));
        if number.is_none() {
            fields.warn("", WarningKind::NoValue);
        }
        let label = fields.line("label");
        let extra = fields.rest();
        numbers.extend(number.map(|number| EmergencyNumber { number, label, extra }));
    }
    numbers
}

fn encode_emergency(emergency: &EmergencyNumber) -> Object {
    let mut to = Writer::new();
    to.text("number", emergency.number.as_str());
    to.text("label", &emergency.label);
    to.finish(&emergency.extra)
}

fn publisher(mut fields: Fields<'_>) -> Publisher {
    Publisher {
        name: fields.line("name"),
        email: fields.line("email"),
        phone: fields.line("phone"),
        url: fields.long_line("url"),
        extra: fields.rest(),
    }
}

/// A language tag, as `lang` attributes take it: `fr`, `fr-BE`.
fn language(text: &str) -> Option<String> {
    let mut parts = text.split('-');
    let first = parts.next()?;
    let well_formed = (2..=3).contains(&first.len())
        && first.bytes().all(|byte| byte.is_ascii_alphabetic())
        && parts.all(|part| {
            (2..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
        });
    well_formed.then(|| text.to_owned())
}

/// Writes a site.
#[must_use]
pub fn encode_site(site: &Site) -> Object {
    let mut to = Writer::new();
    to.id("id", Some(&site.id));
    to.text("title", &site.title);
    to.text("lang", &site.lang);
    to.optional("department", site.department.as_ref().map(Department::as_str));
    to.put("areas", Value::List(site.areas.clone()));
    to.put("publisher", encode_publisher(&site.publisher).into());
    to.optional("accent", site.accent.as_ref().map(Accent::as_str));
    to.text("licence", &site.licence);
    to.optional("engage_url", site.engage_url.as_ref().map(Link::as_str));
    to.text("notice", &site.notice);
    to.put("legal", Value::Object(site.legal.clone()));
    to.number("stale_after_days", site.stale_after_days.map(f64::from));
    to.optional("moved_to", site.moved_to.as_ref().map(Link::as_str));
    // These came to the format later: left out where they are empty, so that the identifiers of older editions stay.
    if !site.theme_order.is_empty() {
        to.list("theme_order", &site.theme_order, |id| Value::text(id.as_str()));
    }
    if !site.emergency.is_empty() {
        to.list("emergency", &site.emergency, |number| {
            encode_emergency(number).into()
        });
    }
    to.finish(&site.extra)
}

fn encode_publisher(publisher: &Publisher) -> Object {
    let mut to = Writer::new();
    to.text("name", &publisher.name);
    to.text("email", &publisher.email);
    to.text("phone", &publisher.phone);
    to.text("url", &publisher.url);
    to.finish(&publisher.extra)
}

#[cfg(test)]
mod tests {
    use super::{decode_site, encode_site, language};
    use crate::domain::value::{Object, Value};
    use crate::format::warning::Warnings;

    #[test]
    fn the_order_of_the_themes_is_of_identifiers_and_what_is_none_is_told() {
        let mut document = Object::new();
        document.set("id", "s");
        let order = vec![Value::text("repas"), Value::Int(3), Value::text("../a")];
        document.set("theme_order", Value::List(order));
        let mut warnings = Warnings::new();
        let site = decode_site(document, &mut warnings).unwrap();
        assert_eq!(site.theme_order.len(), 1);
        assert_eq!(warnings.list().len(), 1);
    }

    #[test]
    fn a_number_that_cannot_be_dialled_is_left_out_and_told() {
        let entry = |number: Value, label: &str| {
            let mut object = Object::new();
            object.set("number", number);
            object.set("label", label);
            Value::Object(object)
        };
        let mut document = Object::new();
        document.set("id", "s");
        let numbers = vec![
            entry(Value::Int(112), "partout en Europe"),
            entry(Value::text("39 19"), ""),
            entry(Value::text("à la mairie"), "accueil"),
            Value::text("15"),
        ];
        document.set("emergency", Value::List(numbers));
        let mut warnings = Warnings::new();
        let site = decode_site(document, &mut warnings).unwrap();
        let read: Vec<_> = site.emergency.iter().map(|read| read.number.as_str()).collect();
        assert_eq!(read, ["112", "3919"]);
        let told: Vec<_> = warnings.list().iter().map(|told| told.place.as_str()).collect();
        assert_eq!(told, ["emergency[3]", "emergency[0].number", "emergency[2]"]);
        let written = encode_site(&site);
        assert_eq!(decode_site(written, &mut Warnings::new()), Some(site));
    }

    #[test]
    fn a_language_is_a_tag() {
        for good in ["fr", "fr-BE", "gsw", "zh-Hant-TW"] {
            assert!(language(good).is_some(), "{good}");
        }
        for bad in ["", "f", "français", "fr_BE", "fr-", "fr\"", "x y"] {
            assert!(language(bad).is_none(), "{bad}");
        }
    }
}
