//! How French writes numbers and dates, and how its words agree.

use crate::domain::amount::Amount;
use crate::domain::date::Date;
use crate::domain::text::fold;

/// The blank between groups of three digits: narrow, and no line breaks there.
const GROUP: char = '\u{202f}';

/// The blank before a colon, and between a number and its noun.
pub const NO_BREAK: char = '\u{a0}';

const MONTHS: [&str; 12] = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
];

/// Feminine nouns that count things and people and whose endings do not say so, folded and in the
/// singular.
const FEMININE: [&str; 31] = [
    "aide",
    "aiguille",
    "affiche",
    "bache",
    "blouse",
    "bobine",
    "boite",
    "bouteille",
    "caisse",
    "carte",
    "charlotte",
    "combinaison",
    "commande",
    "commune",
    "couche",
    "dose",
    "famille",
    "heure",
    "machine",
    "orange",
    "paire",
    "palette",
    "part",
    "personne",
    "place",
    "pomme",
    "protection",
    "surblouse",
    "tonne",
    "trousse",
    "visite",
];

/// Endings of nouns that are feminine but for the exceptions in [`MASCULINE`], folded.
const FEMININE_ENDINGS: [&str; 14] = [
    "tion", "sion", "ette", "ure", "ence", "ance", "iere", "euse", "trice", "esse", "elle", "ine", "ie",
    "ade",
];

/// Masculine nouns with a feminine ending, folded.
const MASCULINE: [&str; 7] = [
    "magazine",
    "incendie",
    "grade",
    "stade",
    "mercure",
    "genie",
    "squelette",
];

/// A number as French writes it: `1 600`, `2,5`.
#[must_use]
pub fn number(amount: Amount) -> String {
    let plain = amount.plain();
    let (whole, decimals) = plain
        .split_once('.')
        .map_or((plain.as_str(), None), |(whole, decimals)| {
            (whole, Some(decimals))
        });
    let mut text = String::with_capacity(plain.len() + plain.len() / 3);
    for (place, digit) in whole.chars().enumerate() {
        if place > 0 && (whole.len() - place).is_multiple_of(3) {
            text.push(GROUP);
        }
        text.push(digit);
    }
    if let Some(decimals) = decimals {
        text.push(',');
        text.push_str(decimals);
    }
    text
}

/// A day as French writes it: `30 avril 2020`, `1er mai 2020`.
#[must_use]
pub fn day(date: Date) -> String {
    let day = date.day().to_string();
    let ordinal = if date.day() == 1 { "er" } else { "" };
    let month = MONTHS[usize::from(date.month()) - 1];
    [&day, ordinal, " ", month, " ", &date.year().to_string()].concat()
}

/// Reads a day as [`day`] writes it.
#[must_use]
pub fn read_day(text: &str) -> Option<Date> {
    let mut words = text.split_whitespace();
    let (day, month, year) = (words.next()?, words.next()?, words.next()?);
    let month = MONTHS.iter().position(|name| fold(name) == fold(month))?;
    let read = Date::new(
        year.parse().ok()?,
        u8::try_from(month).ok()? + 1,
        day.trim_end_matches("er").parse().ok()?,
    );
    read.filter(|_| words.next().is_none())
}

/// Whether a quantity takes the plural: French says « 1,5 masque » and « 2 masques ».
#[must_use]
pub fn is_plural(value: f64) -> bool {
    value >= 2.0
}

/// Whether the first word of a unit (« visières », « paires de gants ») is feminine. Masculine where
/// nothing says otherwise.
#[must_use]
pub fn is_feminine(unit: &str) -> bool {
    let folded = fold(unit);
    let noun = folded
        .split(|c: char| !c.is_alphabetic())
        .next()
        .unwrap_or_default();
    let noun = noun.strip_suffix('s').unwrap_or(noun);
    FEMININE.contains(&noun)
        || (FEMININE_ENDINGS.iter().any(|ending| noun.ends_with(ending)) && !MASCULINE.contains(&noun))
}

/// A past participle that agrees: `produit`, `produits`, `produite`, `produites`.
#[must_use]
pub fn agreed(participle: &str, feminine: bool, plural: bool) -> String {
    let already = participle.ends_with('s');
    let gender = if feminine { "e" } else { "" };
    let number = if plural && (feminine || !already) { "s" } else { "" };
    [participle, gender, number].concat()
}

#[cfg(test)]
mod tests {
    use super::{agreed, day, is_feminine, is_plural, number, read_day};
    use crate::domain::amount::Amount;
    use crate::domain::date::Date;

    #[test]
    fn numbers_are_grouped() {
        for (value, text) in [
            (7.0, "7"),
            (1600.0, "1\u{202f}600"),
            (2_500_000.0, "2\u{202f}500\u{202f}000"),
            (2.5, "2,5"),
        ] {
            assert_eq!(number(Amount::new(value).unwrap()), text);
        }
    }

    #[test]
    fn days_are_written_and_read() {
        for (iso, text) in [
            ("2020-04-30", "30 avril 2020"),
            ("2020-05-01", "1er mai 2020"),
            ("2026-08-09", "9 août 2026"),
        ] {
            let date = Date::parse(iso).unwrap();
            assert_eq!(day(date), text);
            assert_eq!(read_day(text), Some(date));
        }
        for not in [
            "",
            "30 avril",
            "31 février 2020",
            "30 avril 2020 matin",
            "30 floréal 2020",
        ] {
            assert_eq!(read_day(not), None, "{not}");
        }
    }

    #[test]
    fn participles_agree_with_the_unit() {
        for (unit, value, text) in [
            ("masques", 3100.0, "produits"),
            ("masque", 1.0, "produit"),
            ("visières", 2000.0, "produites"),
            ("paires de gants", 40.0, "produites"),
            ("ordinateurs", 20.0, "produits"),
            ("protections faciales", 1.5, "produite"),
            ("litres de gel", 0.0, "produit"),
            ("tonne", 2.0, "produites"),
        ] {
            assert_eq!(
                agreed("produit", is_feminine(unit), is_plural(value)),
                text,
                "{unit}"
            );
        }
        assert_eq!(agreed("remis", false, true), "remis");
        assert_eq!(agreed("remis", true, true), "remises");
    }
}
