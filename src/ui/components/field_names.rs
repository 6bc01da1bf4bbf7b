//! How the fields of the catalogue's format are called.

use crate::i18n::Text;
use crate::ui::texts::t;

/// The name of a field in the person's language; a field of a newer version keeps its own.
pub fn field_name(field: &str) -> &str {
    let text = match field {
        "title" => Text::FieldTitle,
        "summary" => Text::FieldSummary,
        "theme" | "themes" => Text::FilterTheme,
        "tags" => Text::FactTags,
        "organiser" => Text::FieldOrganiser,
        "place" => Text::FieldPlace,
        "served" => Text::FactServed,
        "audience" => Text::FactAudience,
        "period" => Text::FactPeriod,
        "practical" => Text::FactPractical,
        "measures" => Text::FieldMeasure,
        "needs" => Text::FieldNeed,
        "contacts" => Text::FieldContact,
        "source" => Text::FactSource,
        "translations" => Text::FieldTranslations,
        "status" | "state" => Text::FilterStatus,
        "verified_on" => Text::FactVerified,
        "removed" => Text::FieldRemoved,
        "initiatives" => Text::FieldInitiative,
        "communiques" | "communique" => Text::FieldCommunique,
        "changes" => Text::FieldChange,
        "entries" => Text::FieldEntry,
        "sections" => Text::FieldSection,
        "items" => Text::FieldItem,
        "site" => Text::FieldSite,
        "edition" => Text::FieldEdition,
        "id" => Text::FieldId,
        "name" | "label" => Text::FieldName,
        "kind" => Text::FieldKind,
        "value" | "quantity" => Text::FieldValue,
        "unit" => Text::FieldUnit,
        "commune" => Text::FilterCommune,
        "postcode" => Text::FieldPostcode,
        "insee" => Text::FieldInsee,
        "area" | "areas" => Text::FieldArea,
        "start" | "end" | "as_of" | "until" | "date" | "at" | "published_at" => Text::FieldDate,
        "note" => Text::FieldNote,
        "what" => Text::FieldWhat,
        "url" | "engage_url" | "moved_to" => Text::FieldUrl,
        "number" => Text::FieldNumber,
        "lead" => Text::FieldLead,
        "closing" => Text::FieldClosing,
        "signatory" => Text::FieldSignatory,
        "letterhead" => Text::FieldLetterhead,
        "press_contact" => Text::FieldPressContact,
        "text" | "intro" => Text::FieldText,
        "heading" => Text::FieldHeading,
        _ => return field,
    };
    t(text)
}
