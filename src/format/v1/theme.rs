//! Themes, in and out.

use super::super::fields::Fields;
use super::super::warning::{WarningKind, Warnings};
use super::writer::Writer;
use crate::domain::id::Id;
use crate::domain::theme::Theme;
use crate::domain::value::{Object, Value};

/// Reads a theme. Nothing where it has no identifier.
pub fn decode_theme(mut document: Object, warnings: &mut Warnings) -> Option<Theme> {
    let id = super::initiative::own_id(&mut document, warnings)?;
    theme(id, Fields::new(document, warnings))
}

pub(super) fn theme(id: Id, mut fields: Fields<'_>) -> Option<Theme> {
    fields.warnings.name_entry(Some(id.as_str().to_owned()));
    // A plain text is a French name: someone wrote the file by hand.
    let label = match fields.peek("label").map(str::to_owned) {
        Some(name) => {
            fields.take("label");
            fields.warn("label", WarningKind::Converted);
            let mut label = Object::new();
            label.set("fr", fields.tidy("label", Value::Text(name)));
            label
        }
        None => fields.texts("label", 1),
    };
    // The warnings tell of the limit.
    let extra = fields.close().ok()?;
    Some(Theme { id, label, extra })
}

/// Writes a theme.
#[must_use]
pub fn encode_theme(theme: &Theme) -> Object {
    let mut to = Writer::new();
    to.id("id", Some(&theme.id));
    to.put("label", Value::Object(theme.label.clone()));
    to.finish(&theme.extra)
}
