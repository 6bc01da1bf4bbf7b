//! Press releases, in and out.

use super::super::fields::Fields;
use super::super::limits;
use super::super::warning::{WarningKind, Warnings};
use super::writer::Writer;
use crate::domain::communique::{Communique, CommuniqueStatus, Item, Section};
use crate::domain::id::Id;
use crate::domain::value::{Object, Value};

/// Reads a press release. Nothing where it has no identifier, no title or a text or list past its
/// limit.
pub fn decode_communique(mut document: Object, warnings: &mut Warnings) -> Option<Communique> {
    let id = super::initiative::own_id(&mut document, warnings)?;
    communique(id, Fields::new(document, warnings))
}

pub(super) fn communique(id: Id, mut fields: Fields<'_>) -> Option<Communique> {
    fields.warnings.name_entry(Some(id.as_str().to_owned()));
    let series = fields.line("series");
    let letterhead = fields.paragraphs("letterhead");
    let number = fields.count("number");
    let date = fields.date("date");
    let place = fields.line("place");
    let mut title = fields.line("title");
    if title.is_empty() {
        // A release is known by its series as well as by its title.
        fields.warn("title", WarningKind::Missing);
        title.clone_from(&series);
    }
    let read = Communique {
        id,
        series,
        letterhead,
        number,
        date,
        place,
        title,
        lead: fields.paragraphs("lead"),
        sections: sections(&mut fields),
        closing: fields.paragraphs("closing"),
        signatory: fields.line("signatory"),
        press_contact: fields.paragraphs("press_contact"),
        status: fields
            .code("status", CommuniqueStatus::from_code)
            .unwrap_or(CommuniqueStatus::Final),
        extra: Object::new(),
    };
    if read.title.is_empty() {
        fields.warn("", WarningKind::NoTitle);
    }
    // The warnings tell of the limit.
    let extra = fields.close().ok()?;
    (!read.title.is_empty()).then_some(Communique { extra, ..read })
}

fn sections(fields: &mut Fields<'_>) -> Vec<Section> {
    let objects = fields.objects("sections", limits::ITEMS);
    let mut sections = Vec::with_capacity(objects.len());
    for (index, object) in objects {
        let mut fields = Fields::of_item("sections", index, object, fields.warnings);
        sections.push(Section {
            theme: fields.reference("theme"),
            heading: fields.line("heading"),
            intro: fields.paragraphs("intro"),
            items: items(&mut fields),
            extra: fields.rest(),
        });
    }
    sections
}

fn items(fields: &mut Fields<'_>) -> Vec<Item> {
    let objects = fields.objects("items", limits::ITEMS);
    let mut items = Vec::with_capacity(objects.len());
    for (index, object) in objects {
        let mut fields = Fields::of_item("items", index, object, fields.warnings);
        items.push(Item {
            initiative: fields.reference("initiative"),
            title: fields.line("title"),
            text: fields.paragraphs("text"),
            withdrawn: fields.flag("withdrawn").unwrap_or(false),
            extra: fields.rest(),
        });
    }
    items
}

/// Writes a press release.
#[must_use]
pub fn encode_communique(communique: &Communique) -> Object {
    let mut to = Writer::new();
    to.id("id", Some(&communique.id));
    to.text("series", &communique.series);
    to.text_if_any("letterhead", &communique.letterhead);
    to.number("number", communique.number.map(f64::from));
    let date = communique.date.map(|date| date.to_string());
    to.optional("date", date.as_deref());
    to.text("place", &communique.place);
    to.text("title", &communique.title);
    to.text("lead", &communique.lead);
    to.list("sections", &communique.sections, encode_section);
    to.text("closing", &communique.closing);
    to.text("signatory", &communique.signatory);
    to.text_if_any("press_contact", &communique.press_contact);
    to.text("status", communique.status.code());
    to.finish(&communique.extra)
}

fn encode_section(section: &Section) -> Value {
    let mut to = Writer::new();
    to.id("theme", section.theme.as_ref());
    to.text("heading", &section.heading);
    to.text("intro", &section.intro);
    to.list("items", &section.items, encode_item);
    to.finish(&section.extra).into()
}

fn encode_item(item: &Item) -> Value {
    let mut to = Writer::new();
    to.id("initiative", item.initiative.as_ref());
    to.text("title", &item.title);
    to.text("text", &item.text);
    // Only an item that was taken out says so: nearly all files have no such field.
    if item.withdrawn {
        to.flag("withdrawn", Some(true));
    }
    to.finish(&item.extra).into()
}
