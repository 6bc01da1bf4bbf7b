//! The columns that a table may have: where each stands in an initiative's document, and how its cells are
//! written.

use crate::domain::text::fold;
use crate::i18n::codes::{MEASURES, NEEDS, Names, ORGANISERS, STATES, STATUSES};
use crate::i18n::{Lang, Text};

/// A column.
#[derive(Debug, PartialEq, Eq)]
pub struct Column {
    /// Its name for programs: the path in the document (`place.insee`), or for contacts their kind.
    pub name: &'static str,
    /// Its name for people.
    pub heading: Text,
    pub(super) shape: Shape,
}

/// How the cells of a column are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// The identifier that a row is known by.
    Id,
    /// A text as it is.
    Text,
    /// One code of a list, by its name.
    Code(&'static Names),
    /// The name of a theme.
    Theme,
    /// Five digits or letters that spreadsheets take for a number, whose first zero they drop.
    Digits,
    /// A number with a fraction, of either sign.
    Number,
    /// A day.
    Date,
    /// Yes, no or nothing.
    Flag,
    /// A telephone number, grouped as the country does: so no spreadsheet takes it for a number.
    Phone,
    /// A word of its own, or nothing.
    Mark(Text),
    /// Several items, each on a line of its own.
    List(List),
}

/// A list within a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct List {
    /// The field that holds it.
    pub(super) field: &'static str,
    /// Of contacts, the kinds that stand in the column.
    pub(super) kinds: Kinds,
    /// The parts of an item, in their order. None where an item is a text.
    pub(super) parts: &'static [Part],
    /// How many parts say which item it is; the others may change.
    pub(super) key: usize,
}

/// Which contacts stand in a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kinds {
    /// The list has no kinds that have columns of their own.
    All,
    /// Those of one kind.
    Only(&'static str),
    /// Those of the kinds that have no column.
    Others,
}

/// A part of an item.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Part {
    pub(super) name: &'static str,
    pub(super) shape: Shape,
}

const fn part(name: &'static str, shape: Shape) -> Part {
    Part { name, shape }
}

const fn column(name: &'static str, heading: Text, shape: Shape) -> Column {
    Column { name, heading, shape }
}

const fn list(field: &'static str, parts: &'static [Part], key: usize) -> Shape {
    Shape::List(List {
        field,
        kinds: Kinds::All,
        parts,
        key,
    })
}

/// The contacts of one kind, whose column has its name.
const fn contacts(kind: &'static str, heading: Text, parts: &'static [Part]) -> Column {
    let shape = Shape::List(List {
        field: "contacts",
        kinds: Kinds::Only(kind),
        parts,
        key: 1,
    });
    column(kind, heading, shape)
}

const CONTACT: &[Part] = &[part("value", Shape::Text), part("label", Shape::Text)];

/// The columns, in the order in which they are written.
pub static COLUMNS: [Column; 31] = [
    column("id", Text::FieldId, Shape::Id),
    column("title", Text::FieldTitle, Shape::Text),
    column("summary", Text::FieldSummary, Shape::Text),
    column("theme", Text::FieldTheme, Shape::Theme),
    column("organiser.name", Text::FieldOrganiser, Shape::Text),
    column("organiser.kind", Text::CsvOrganiserKind, Shape::Code(ORGANISERS)),
    column("organiser.consent", Text::FieldConsentShort, Shape::Flag),
    column("place.commune", Text::FieldCommune, Shape::Text),
    column("place.insee", Text::FieldInsee, Shape::Digits),
    column("place.postcode", Text::FieldPostcode, Shape::Digits),
    column("place.area", Text::FieldArea, Shape::Text),
    column("place.lat", Text::CsvLat, Shape::Number),
    column("place.lon", Text::CsvLon, Shape::Number),
    column(
        "served",
        Text::CsvServed,
        list(
            "served",
            &[part("commune", Shape::Text), part("insee", Shape::Digits)],
            1,
        ),
    ),
    column("audience", Text::FieldAudience, Shape::Text),
    column("period.start", Text::CsvStart, Shape::Date),
    column("period.end", Text::CsvEnd, Shape::Date),
    column("period.note", Text::CsvPeriodNote, Shape::Text),
    column("practical", Text::FieldPractical, Shape::Text),
    column(
        "measures",
        Text::CsvMeasures,
        list(
            "measures",
            &[
                part("kind", Shape::Code(MEASURES)),
                part("unit", Shape::Text),
                part("value", Shape::Number),
                part("as_of", Shape::Date),
                part("approximate", Shape::Mark(Text::QuantityAbout)),
            ],
            2,
        ),
    ),
    column(
        "needs",
        Text::CsvNeeds,
        list(
            "needs",
            &[
                part("kind", Shape::Code(NEEDS)),
                part("what", Shape::Text),
                part("state", Shape::Code(STATES)),
                part("quantity", Shape::Number),
                part("until", Shape::Date),
            ],
            2,
        ),
    ),
    contacts(
        "phone",
        Text::KindContactPhone,
        &[part("value", Shape::Phone), part("label", Shape::Text)],
    ),
    contacts("email", Text::KindContactEmail, CONTACT),
    contacts("web", Text::KindContactWeb, CONTACT),
    contacts("social", Text::KindContactSocial, CONTACT),
    contacts("address", Text::KindContactAddress, CONTACT),
    column(
        "contacts",
        Text::CsvContacts,
        Shape::List(List {
            field: "contacts",
            kinds: Kinds::Others,
            parts: &[
                part("kind", Shape::Text),
                part("value", Shape::Text),
                part("label", Shape::Text),
            ],
            key: 2,
        }),
    ),
    column("tags", Text::FieldTags, list("tags", &[], 1)),
    column("source.url", Text::FieldSourceUrl, Shape::Text),
    column("status", Text::FieldStatus, Shape::Code(STATUSES)),
    column("verified_on", Text::FieldVerifiedOn, Shape::Date),
];

/// What the tables of others call a column, without accents and capitals.
const ALSO: &[(&str, &str)] = &[
    ("nom", "title"),
    ("nom de l'initiative", "title"),
    ("intitule", "title"),
    ("name", "title"),
    ("description", "summary"),
    ("presentation", "summary"),
    ("categorie", "theme"),
    ("category", "theme"),
    ("association", "organiser.name"),
    ("structure", "organiser.name"),
    ("porteur", "organiser.name"),
    ("ville", "place.commune"),
    ("town", "place.commune"),
    ("city", "place.commune"),
    ("insee", "place.insee"),
    ("cp", "place.postcode"),
    ("lat", "place.lat"),
    ("lon", "place.lon"),
    ("lng", "place.lon"),
    ("long", "place.lon"),
    ("public", "audience"),
    ("date de debut", "period.start"),
    ("date de fin", "period.end"),
    ("horaires", "practical"),
    ("tel", "phone"),
    ("tel.", "phone"),
    ("mail", "email"),
    ("email", "email"),
    ("e-mail", "email"),
    ("courriel", "email"),
    ("site web", "web"),
    ("site internet", "web"),
    ("website", "web"),
    ("adresse", "address"),
    ("tags", "tags"),
    ("etiquettes", "tags"),
];

/// The place of the column that a heading names, whatever the language; nothing where none is certain.
#[must_use]
pub fn named(heading: &str) -> Option<usize> {
    let wanted = fold(heading);
    let wanted = wanted.trim();
    let is_called = |column: &Column| {
        column.name == wanted
            || Lang::ALL
                .iter()
                .any(|lang| fold(lang.text(column.heading)) == wanted)
            || ALSO.contains(&(wanted, column.name))
    };
    COLUMNS.iter().position(is_called)
}

#[cfg(test)]
mod tests {
    use super::{ALSO, COLUMNS, Shape, named};
    use crate::domain::text::fold;
    use crate::i18n::{Lang, install_late};

    #[test]
    fn every_name_of_a_column_finds_it_and_no_other() {
        install_late();
        for (place, column) in COLUMNS.iter().enumerate() {
            assert_eq!(named(column.name), Some(place), "{}", column.name);
            for lang in Lang::ALL {
                assert_eq!(named(lang.text(column.heading)), Some(place), "{}", column.name);
            }
        }
        for (also, name) in ALSO {
            assert_eq!(fold(also), *also);
            assert_eq!(
                named(also).map(|place| COLUMNS[place].name),
                Some(*name),
                "{also}"
            );
        }
        assert_eq!(named("  CODE  POSTAL "), None, "a blank too many is another name");
        assert_eq!(
            named(" Code postal ").map(|place| COLUMNS[place].name),
            Some("place.postcode")
        );
        assert_eq!(named(""), None);
    }

    #[test]
    fn no_two_codes_of_a_list_have_one_name() {
        install_late();
        let lists = COLUMNS.iter().filter_map(|column| match column.shape {
            Shape::Code(names) => Some(vec![names]),
            Shape::List(list) => Some(
                list.parts
                    .iter()
                    .filter_map(|part| match part.shape {
                        Shape::Code(names) => Some(names),
                        _ => None,
                    })
                    .collect(),
            ),
            _ => None,
        });
        for names in lists.flatten() {
            for (code, name) in names {
                for lang in Lang::ALL {
                    let name = fold(lang.text(*name));
                    let others = names.iter().filter(|(other, _)| other != code);
                    assert!(
                        others.clone().all(|(other, text)| *other != name
                            && Lang::ALL.iter().all(|lang| fold(lang.text(*text)) != name)),
                        "{code} is called like another"
                    );
                }
            }
        }
    }
}
