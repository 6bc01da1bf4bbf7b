//! The identifier of an edition: a hash of what it says.

use super::json;
use super::v1::write_catalogue;
use crate::domain::catalogue::Catalogue;
use crate::domain::id::Id;
use crate::domain::value::Value;

/// The identifier that an edition with this content bears. It covers everything but the edition's own
/// fields, so two editors who publish the same content publish the same edition.
#[must_use]
pub fn content_id(catalogue: &Catalogue) -> Id {
    let mut document = write_catalogue(catalogue);
    if let Value::Object(object) = &mut document {
        object.take("edition");
    }
    Id::derived(&["edition", &json::canonical(&document)])
}
