//! One fact of an initiative on one labelled line: « Production : 1 600 masques (au 30 avril 2020) ».
//!
//! What is composed and what is read use this one table of labels, so that a composed release that
//! someone pastes again gives back the same facts. [`read()`] is the inverse of [`write()`].

use super::french::{NO_BREAK, day, number, read_day};
use crate::domain::amount::Amount;
use crate::domain::contact::Means;
use crate::domain::date::Date;
use crate::domain::initiative::{MeasureKind, NeedKind, OrganiserKind};
use crate::domain::text::fold;

/// A fact as a release tells it on a line of its own.
#[derive(Debug, Clone, PartialEq)]
pub enum Fact {
    /// Where: a commune, with its postcode where it is known, or a wider area.
    Place {
        /// The commune or the area.
        name: String,
        /// The postcode.
        postcode: Option<String>,
    },
    /// A wider area beside the commune.
    Area(String),
    /// The communes served besides the place of work.
    Served(Vec<String>),
    /// Who carries it, and what kind of body that is.
    Organiser(String, Option<OrganiserKind>),
    /// Whom it is for.
    Audience(String),
    /// When.
    Period {
        /// The first day.
        start: Option<Date>,
        /// The last day.
        end: Option<Date>,
        /// What two dates cannot say.
        note: String,
    },
    /// Hours, cost, conditions.
    Practical(String),
    /// A quantity.
    Measure {
        /// What it means.
        kind: MeasureKind,
        /// How many.
        value: Amount,
        /// Of what.
        unit: String,
        /// Whether it is approximate.
        approximate: bool,
        /// The day on which it was so.
        as_of: Option<Date>,
    },
    /// What is asked for.
    Need {
        /// What kind of help.
        kind: NeedKind,
        /// What exactly.
        what: String,
        /// How much.
        quantity: Option<Amount>,
        /// The last day on which it helps.
        until: Option<Date>,
    },
    /// How it is reached, and what for.
    Contact(Means, String),
}

/// What a label stands for.
#[derive(Clone)]
enum Label {
    Place,
    Area,
    Served,
    Organiser,
    Audience,
    Period,
    Practical,
    Measure(MeasureKind),
    Need(NeedKind),
    Contact(&'static str),
}

/// Every label, as it is written.
const LABELS: [(&str, Label); 24] = [
    ("Lieu", Label::Place),
    ("Secteur", Label::Area),
    ("Communes servies", Label::Served),
    ("Organisateur", Label::Organiser),
    ("Pour qui", Label::Audience),
    ("Période", Label::Period),
    ("En pratique", Label::Practical),
    ("Production", Label::Measure(MeasureKind::Produced)),
    ("Objectif", Label::Measure(MeasureKind::Target)),
    ("Distribution", Label::Measure(MeasureKind::Distributed)),
    ("Matériel fourni", Label::Measure(MeasureKind::Provided)),
    ("Bénévoles", Label::Measure(MeasureKind::Volunteers)),
    ("Personnes aidées", Label::Measure(MeasureKind::Beneficiaries)),
    ("Autre chiffre", Label::Measure(MeasureKind::Other)),
    ("Besoin de matières", Label::Need(NeedKind::Materials)),
    ("Besoin d’argent", Label::Need(NeedKind::Money)),
    ("Besoin de bénévoles", Label::Need(NeedKind::Volunteers)),
    ("Besoin d’équipement", Label::Need(NeedKind::Equipment)),
    ("Autre besoin", Label::Need(NeedKind::Other)),
    ("Téléphone", Label::Contact("phone")),
    ("E-mail", Label::Contact("email")),
    ("Site", Label::Contact("web")),
    ("Page", Label::Contact("social")),
    ("Adresse", Label::Contact("address")),
];

/// What stands before an approximate number.
const ABOUT: &str = "environ ";

/// The words for a kind of organiser, in brackets after its name.
const ORGANISERS: [(&str, OrganiserKind); 7] = [
    ("commune", OrganiserKind::Commune),
    ("association", OrganiserKind::Association),
    ("collectif", OrganiserKind::Collective),
    ("entreprise", OrganiserKind::Company),
    ("fondation", OrganiserKind::Foundation),
    ("particulier", OrganiserKind::Individual),
    ("organisme public", OrganiserKind::PublicBody),
];

/// A fact as a line. A kind that this version does not know is told as another quantity or need.
#[must_use]
pub fn write(fact: &Fact) -> String {
    let label = |wanted: &dyn Fn(&Label) -> bool, fallback: &'static str| {
        let found = LABELS.iter().find(|(_, label)| wanted(label));
        found.map_or(fallback, |(text, _)| *text)
    };
    let (label, value) = match fact {
        Fact::Place { name, postcode } => {
            let postcode = postcode.as_ref().map(|code| [" (", code, ")"].concat());
            ("Lieu", [name.as_str(), &postcode.unwrap_or_default()].concat())
        }
        Fact::Area(area) => ("Secteur", area.clone()),
        Fact::Served(communes) => ("Communes servies", communes.join(", ")),
        Fact::Organiser(name, kind) => {
            let kind = ORGANISERS.iter().find(|(_, known)| Some(known) == kind.as_ref());
            let kind = kind.map_or_else(String::new, |(word, _)| [" (", word, ")"].concat());
            ("Organisateur", [name.as_str(), &kind].concat())
        }
        Fact::Audience(text) => ("Pour qui", text.clone()),
        Fact::Period { start, end, note } => ("Période", period(*start, *end, note)),
        Fact::Practical(text) => ("En pratique", text.replace('\n', " ")),
        Fact::Measure {
            kind,
            value,
            unit,
            approximate,
            as_of,
        } => {
            let is_kind = |label: &Label| matches!(label, Label::Measure(known) if known == kind);
            let about = if *approximate { ABOUT } else { "" };
            let gap = if unit.is_empty() { "" } else { " " };
            let as_of = as_of.map_or_else(String::new, |date| [" (au ", &day(date), ")"].concat());
            (
                label(&is_kind, "Autre chiffre"),
                [about, &number(*value), gap, unit, &as_of].concat(),
            )
        }
        Fact::Need {
            kind,
            what,
            quantity,
            until,
        } => {
            let is_kind = |label: &Label| matches!(label, Label::Need(known) if known == kind);
            let quantity = quantity.map_or_else(String::new, |quantity| {
                [" (quantité : ", &number(quantity), ")"].concat()
            });
            let until = until.map_or_else(String::new, |date| [" (jusqu’au ", &day(date), ")"].concat());
            (
                label(&is_kind, "Autre besoin"),
                [what.as_str(), &quantity, &until].concat(),
            )
        }
        Fact::Contact(means, note) => {
            let value = match means {
                Means::Phone(phone) => phone.display(),
                means => means.value().to_owned(),
            };
            let note = if note.is_empty() {
                String::new()
            } else {
                [" (", note, ")"].concat()
            };
            let is_kind = |label: &Label| matches!(label, Label::Contact(kind) if *kind == means.kind());
            (label(&is_kind, "Contact"), [value, note].concat())
        }
    };
    [label, &NO_BREAK.to_string(), ": ", &value].concat()
}

fn period(start: Option<Date>, end: Option<Date>, note: &str) -> String {
    let days = match (start, end) {
        (Some(start), Some(end)) => ["du ", &day(start), " au ", &day(end)].concat(),
        (Some(start), None) => ["depuis le ", &day(start)].concat(),
        (None, Some(end)) => ["jusqu’au ", &day(end)].concat(),
        (None, None) => String::new(),
    };
    let parts = [days.as_str(), note];
    let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join("\u{a0}; ")
}

/// Reads a labelled line, whatever blanks it has around its colon. Nothing where the label is none of
/// the table's, or where what follows it is not what the label says: then the line is prose.
#[must_use]
pub fn read(line: &str) -> Option<Fact> {
    let (label, value) = line.split_once(':')?;
    let label = fold(label.trim());
    let value = value.trim();
    let (_, label) = LABELS.iter().find(|(text, _)| fold(text) == label)?;
    if value.is_empty() {
        return None;
    }
    Some(match label {
        Label::Place => {
            let (name, bracket) = bracketed(value);
            let code =
                bracket.filter(|code| code.len() == 5 && code.bytes().all(|byte| byte.is_ascii_digit()));
            Fact::Place {
                name: if code.is_some() { name } else { value }.to_owned(),
                postcode: code.map(str::to_owned),
            }
        }
        Label::Area => Fact::Area(value.to_owned()),
        Label::Served => Fact::Served(value.split(',').map(|name| name.trim().to_owned()).collect()),
        Label::Organiser => {
            let (name, bracket) = bracketed(value);
            let kind =
                bracket.and_then(|word| ORGANISERS.iter().find(|(known, _)| fold(known) == fold(word)));
            let name = if kind.is_some() { name } else { value };
            Fact::Organiser(name.to_owned(), kind.map(|(_, kind)| kind.clone()))
        }
        Label::Audience => Fact::Audience(value.to_owned()),
        Label::Period => read_period(value),
        Label::Practical => Fact::Practical(value.to_owned()),
        Label::Measure(kind) => read_measure(kind, value)?,
        Label::Need(kind) => read_need(kind, value),
        Label::Contact(kind) => {
            let (bare, note) = bracketed(value);
            let whole = Means::parse(kind, value);
            let means = Means::parse(kind, bare);
            let plain = |means: &Means| matches!(means, Means::Plain { .. });
            match note {
                Some(note) if !plain(&means) => Fact::Contact(means, note.to_owned()),
                _ if !plain(&whole) => Fact::Contact(whole, String::new()),
                _ => return None,
            }
        }
    })
}

/// A text and what stands in the brackets at its end.
fn bracketed(text: &str) -> (&str, Option<&str>) {
    let inside = text.strip_suffix(')').and_then(|text| text.rsplit_once('('));
    inside.map_or((text, None), |(before, inside)| {
        (before.trim_end(), Some(inside.trim()))
    })
}

fn read_period(value: &str) -> Fact {
    let days = |text: &str| {
        let folded = fold(text);
        let date = |text: &str| read_day(text.trim());
        if let Some((start, end)) = folded
            .strip_prefix("du ")
            .and_then(|rest| rest.split_once(" au "))
        {
            return Some((Some(date(start)?), Some(date(end)?)));
        }
        if let Some(start) = folded.strip_prefix("depuis le ") {
            return Some((Some(date(start)?), None));
        }
        let end = folded.strip_prefix("jusqu'au ")?;
        Some((None, Some(date(end)?)))
    };
    let (first, rest) = value.split_once(';').unwrap_or((value, ""));
    match days(first.trim()) {
        Some((start, end)) => Fact::Period {
            start,
            end,
            note: rest.trim().to_owned(),
        },
        None => Fact::Period {
            start: None,
            end: None,
            note: value.to_owned(),
        },
    }
}

fn read_measure(kind: &MeasureKind, value: &str) -> Option<Fact> {
    let (value, as_of) = dated(value, "au ");
    let (value, approximate) = match value.get(..ABOUT.len()) {
        Some(start) if fold(start) == ABOUT => (&value[ABOUT.len()..], true),
        _ => (value, false),
    };
    let digits = |c: char| c.is_ascii_digit() || c == ',' || c.is_whitespace();
    let end = value.find(|c| !digits(c)).unwrap_or(value.len());
    Some(Fact::Measure {
        kind: kind.clone(),
        value: Amount::parse(value[..end].trim())?,
        unit: value[end..].trim().to_owned(),
        approximate,
        as_of,
    })
}

fn read_need(kind: &NeedKind, value: &str) -> Fact {
    let (rest, until) = dated(value, "jusqu'au ");
    let (what, bracket) = bracketed(rest);
    let quantity = bracket
        .and_then(|text| text.split_once(':'))
        .filter(|(word, _)| fold(word.trim()) == "quantite")
        .and_then(|(_, number)| Amount::parse(number));
    Fact::Need {
        kind: kind.clone(),
        what: if quantity.is_some() { what } else { rest }.to_owned(),
        quantity,
        until,
    }
}

/// A text and the day in the brackets at its end, where these begin with `word`.
fn dated<'a>(text: &'a str, word: &str) -> (&'a str, Option<Date>) {
    let (before, inside) = bracketed(text);
    let date = inside.and_then(|inside| read_day(fold(inside).strip_prefix(word)?));
    if date.is_some() {
        (before, date)
    } else {
        (text, None)
    }
}

#[cfg(test)]
mod tests {
    use super::{Fact, LABELS, read, write};
    use crate::domain::amount::Amount;
    use crate::domain::contact::Means;
    use crate::domain::date::Date;
    use crate::domain::initiative::{MeasureKind, NeedKind, OrganiserKind};
    use proptest::collection::vec;
    use proptest::option;
    use proptest::prelude::*;

    fn words() -> impl Strategy<Value = String> {
        "[a-zéèœA-Z’][a-zéèœ’-]{0,8}( [a-zéè]{1,9}){0,3}"
    }

    fn date() -> impl Strategy<Value = Date> {
        (1990_u16..2090, 1_u8..13, 1_u8..29)
            .prop_map(|(year, month, day)| Date::new(year, month, day).unwrap())
    }

    fn amount() -> impl Strategy<Value = Amount> {
        prop_oneof![
            (0_u32..5_000_000).prop_map(f64::from),
            (0_u32..1000).prop_map(|n| f64::from(n) / 4.0)
        ]
        .prop_map(|value| Amount::new(value).unwrap())
    }

    fn means() -> impl Strategy<Value = Means> {
        prop_oneof![
            "0[1-7][0-9]{8}".prop_map(|value| Means::parse("phone", &value)),
            "[a-z]{1,8}@[a-z]{2,8}\\.fr".prop_map(|value| Means::parse("email", &value)),
            "https://[a-z]{2,8}\\.fr/[a-z]{0,5}".prop_map(|value| Means::parse("web", &value)),
            "https://[a-z]{2,8}\\.fr/[a-z]{0,5}".prop_map(|value| Means::parse("social", &value)),
            words().prop_map(|value| Means::parse("address", &value)),
        ]
    }

    fn fact() -> impl Strategy<Value = Fact> {
        prop_oneof![
            (words(), option::of("[0-9]{5}")).prop_map(|(name, postcode)| Fact::Place { name, postcode }),
            words().prop_map(Fact::Area),
            vec(words(), 1..4).prop_map(Fact::Served),
            (words(), option::of(0..OrganiserKind::KNOWN.len())).prop_map(|(name, kind)| Fact::Organiser(
                name,
                kind.map(|kind| OrganiserKind::KNOWN[kind].clone())
            )),
            words().prop_map(Fact::Audience),
            words().prop_map(Fact::Practical),
            (option::of(date()), option::of(date()), words()).prop_map(|(start, end, note)| Fact::Period {
                start,
                end,
                note
            }),
            (
                0..MeasureKind::KNOWN.len(),
                amount(),
                words(),
                any::<bool>(),
                option::of(date())
            )
                .prop_map(|(kind, value, unit, approximate, as_of)| Fact::Measure {
                    kind: MeasureKind::KNOWN[kind].clone(),
                    value,
                    unit,
                    approximate,
                    as_of
                }),
            (
                0..NeedKind::KNOWN.len(),
                words(),
                option::of(amount()),
                option::of(date())
            )
                .prop_map(|(kind, what, quantity, until)| Fact::Need {
                    kind: NeedKind::KNOWN[kind].clone(),
                    what,
                    quantity,
                    until
                }),
            (means(), prop_oneof![Just(String::new()), words()])
                .prop_map(|(means, note)| Fact::Contact(means, note)),
        ]
    }

    proptest! {
        #[test]
        fn a_written_fact_is_read_back(fact in fact()) {
            prop_assert_eq!(read(&write(&fact)), Some(fact));
        }

        #[test]
        fn any_line_is_read_or_left(line in ".{0,80}", label in 0..LABELS.len()) {
            let _any = read(&line);
            let _labelled = read(&[LABELS[label].0, " : ", &line].concat());
        }
    }

    #[test]
    fn blanks_and_case_do_not_matter_and_prose_stays_prose() {
        let expected = Some(Fact::Measure {
            kind: MeasureKind::Produced,
            value: Amount::new(1600.0).unwrap(),
            unit: "masques".to_owned(),
            approximate: false,
            as_of: None,
        });
        for line in [
            "Production : 1 600 masques",
            "PRODUCTION: 1600 masques",
            "production\u{a0}:\u{202f}1 600  masques",
        ] {
            assert_eq!(read(line), expected, "{line}");
        }
        for prose in [
            "Production :",
            "Production : des masques",
            "Téléphone : voir plus bas",
            "Horaires : 9 h",
            "Merci",
        ] {
            assert_eq!(read(prose), None, "{prose}");
        }
    }
}
