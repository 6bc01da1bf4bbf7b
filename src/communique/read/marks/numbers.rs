//! Quantities: numbers in digits and in words, with what they count.

mod written;

use std::ops::Range;

use super::{Mark, Taken};
use written::Written;

use crate::communique::read::tables::acts::{Act, SIZED};
use crate::communique::read::tables::numerals::{ABOUT, LABELLED, NUMERALS, Numeral};
use crate::communique::read::tables::units::{BEFORE_NOUN, LIKE_NOUNS, NOT_NOUNS, Unit, is_occupation};
use crate::communique::read::words::Words;
use crate::communique::read::words::index::Index;
use crate::domain::amount::Amount;

/// A number that may be a quantity.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::communique::read) struct Number {
    pub(in crate::communique::read) value: Amount,
    pub(in crate::communique::read) approximate: bool,
    /// What it counts: the words, and what kind of thing it is where the table knows it.
    pub(in crate::communique::read) unit: Option<(Range<usize>, Option<Unit>)>,
}

/// Finds them: not what is a year, a price, a percentage, an address or a number of something.
pub(super) fn numbers(
    words: &Words,
    units: &Index<Unit>,
    verbs: &Index<Act>,
    taken: &mut Taken,
) -> Vec<Mark<Number>> {
    let tables = Tables {
        about: Index::of(ABOUT.iter().copied()),
        labelled: Index::of(LABELLED.iter().copied()),
        numerals: Index::of(NUMERALS.iter().copied()),
        units,
        verbs,
    };
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let read = if taken.is(at) {
            None
        } else {
            written::read(&tables.numerals, words, at)
        };
        let Some(read) = read.filter(|read| !taken.any(&(at..read.end))) else {
            at += 1;
            continue;
        };
        taken.take(&(at..read.end));
        if let Some(number) = tables.quantity(words, at, &read) {
            found.push(Mark {
                words: number.0,
                value: number.1,
            });
        }
        at = read.end;
    }
    found
}

struct Tables<'a> {
    about: Index<()>,
    labelled: Index<()>,
    numerals: Index<Numeral>,
    units: &'a Index<Unit>,
    verbs: &'a Index<Act>,
}

impl Tables<'_> {
    /// The quantity that a number is, with its words and those that make it approximate; nothing where it
    /// counts nothing.
    fn quantity(&self, words: &Words, at: usize, read: &Written) -> Option<(Range<usize>, Number)> {
        let value = Amount::new(read.value)?;
        let end = read.end;
        // « à elles trois »
        let before = words.fold_before(at, 1);
        // « remises à neuf »
        let new = words.fold(at) == "neuf"
            && matches!(before, "a" | "tout" | "flambant")
            && self.units.find(words, end).is_none();
        // « chez eux 23 automobilistes »
        let who = new
            || matches!(before, "elles" | "eux" | "nous" | "vous")
                && !matches!(words.fold_before(at, 2), "chez" | "avec" | "pour" | "dans");
        if who || self.numbers_a_thing(words, at, read) || is_price_or_part(words, end) {
            return None;
        }
        let about = (1..=5).find(|back| {
            at.checked_sub(*back)
                .is_some_and(|from| self.about.find(words, from).is_some_and(|(end, ())| end == at))
        });
        // « pas moins de 5 800 » is said of an exact number.
        let at_least = about.is_some_and(|back| words.fold_before(at, back + 1) == "pas");
        let about_said = about.is_some() && !at_least;
        let after = words.fold(end) == "environ";
        let unit = self.unit(words, if after { end + 1 } else { end }, read.noun)?;
        if let Some((unit, _)) = &unit
            && is_population(words, at, about.map_or(at, |back| at - back), unit)
        {
            return None;
        }
        let number = Number {
            value,
            approximate: read.about || about_said || after,
            unit: unit.filter(|(range, _)| !range.is_empty()),
        };
        Some((at - about.unwrap_or(0)..end, number))
    }

    /// What a number counts: nothing known (`Some(None)`), or nothing at all (`None`: time, money).
    #[allow(
        clippy::option_option,
        reason = "« no unit » and « no quantity » are two answers"
    )]
    fn unit(&self, words: &Words, end: usize, noun: bool) -> Option<Option<(Range<usize>, Option<Unit>)>> {
        let mut at = end;
        // « 1 040 : c’est le nombre de repas que … »
        if [':', ',', '-'].iter().any(|sign| words.is_sign(at, *sign))
            && (words.fold(at + 1) == "c'" && words.fold(at + 2) == "est" || words.fold(at + 1) == "voila")
            && let Some(of) = (at + 2..at + 7).find(|at| matches!(words.fold(*at), "nombre" | "total"))
            && matches!(words.fold(of + 1), "de" | "d'" | "des")
        {
            at = of + 2;
        }
        // « quinze de ces rampes »
        let of_these =
            words.fold(at) == "de" && matches!(words.fold(at + 1), "ces" | "ses" | "leurs" | "nos");
        if of_these {
            at += 2;
        } else if matches!(words.fold(at), "de" | "d'") {
            if !noun {
                return Some(None);
            }
            at += 1;
        }
        let counts = |at: usize| {
            self.units
                .find(words, at)
                .is_some_and(|(_, unit)| unit != Unit::None)
        };
        // « jeunes réfugiés »: what they are stands behind the noun.
        let noun = |at: usize| {
            let young = words.fold(at - 1) == "jeunes" && words.is_participle(at);
            counts(at) && !words.fold(at).starts_with("volontaire") && !young
        };
        while BEFORE_NOUN.contains(&words.fold(at)) && (!counts(at) || noun(at + 1)) {
            at += 1;
        }
        // « dont 7 200 livrées »: no books.
        if words.is_participle(at) && LIKE_NOUNS.contains(&words.fold(at)) {
            return Some(None);
        }
        if let Some((after, unit)) = self.units.find(words, at) {
            let glued_sign = words.is_glued(at) && at == end && words.fold(at).len() == 1;
            return match unit {
                Unit::None => None,
                _ if glued_sign => None,
                // « 12 rue Verte » is an address.
                Unit::Extent if !words.fold(at).ends_with('s') && words.fold(at) != "km" => None,
                Unit::Measure | Unit::Extent => Some(Some((at..Self::measured(words, after), Some(unit)))),
                _ => Some(Some((at..compound(words, after), Some(unit)))),
            };
        }
        if words.is_glued(at) && at == end {
            // « 3D », « 4x4 », « 24h »: a part of a word.
            return if words.is_letters(at) { None } else { Some(None) };
        }
        let word = words.fold(at);
        let after = compound(words, at + 1);
        let is_noun = words.is_letters(at)
            && !words.is_capital(at)
            && word.len() > 3
            && words.fold(after - 1).ends_with(['s', 'x'])
            && !words.is_participle(at)
            // « 9 900 réparties »
            && (word.ends_with("ons")
                || after > at + 1
                || self.verbs.find(words, at).is_none_or(|(end, _)| end != at + 1))
            && (!NOT_NOUNS.contains(&word) || after > at + 1);
        Some(is_noun.then(|| (at..after, is_occupation(word).then_some(Unit::Helpers))))
    }

    /// « litres de gel »: a measure with what is measured.
    fn measured(words: &Words, after: usize) -> usize {
        let after = compound(words, after);
        let of = matches!(words.fold(after), "de" | "d'");
        if of && words.is_letters(after + 1) && !words.is_capital(after + 1) {
            compound(words, after + 2)
        } else {
            after
        }
    }

    /// Whether a number is that of something: « n° 7 », « article 3 », « en 2020 ».
    fn numbers_a_thing(&self, words: &Words, at: usize, read: &Written) -> bool {
        let year = read.plain && (1900.0..2100.0).contains(&read.value);
        let Some(before) = at.checked_sub(1) else {
            return false;
        };
        let word = words.fold(before);
        let glued = words.is_glued(at);
        if glued && (words.is_sign(before, '-') || words.is_sign(before, '/') || words.is_sign(before, '.')) {
            return true;
        }
        if words.is_sign(before, '°') {
            return true;
        }
        // Abbreviations have a full stop: « art. 3 », « p. 4 ».
        let word_at = if words.is_sign(before, '.') {
            before.saturating_sub(1)
        } else {
            before
        };
        let label = words.fold(word_at);
        let time = matches!(
            label,
            "en" | "depuis"
                | "fin"
                | "debut"
                | "printemps"
                | "ete"
                | "automne"
                | "hiver"
                | "rentree"
                | "an"
                | "annee"
                | "annees"
        );
        if self
            .labelled
            .find(words, word_at)
            .is_some_and(|(end, ())| end == word_at + 1)
        {
            // « en 15 jours », « ont été 450 » are no years; « M. » ends a sentence as often as it shortens.
            return if time {
                year
            } else {
                word_at == before || label.len() <= 3
            };
        }
        // « le 28, »: a day.
        let day = word == "le" && read.plain && read.value < 32.0;
        if day && !words.is_letters(read.end) {
            return true;
        }
        // « (6) Bayonne : … » counts the items of a list.
        if words.is_sign(before, '(') && words.is_sign(read.end, ')') && words.begins_line(before) {
            return true;
        }
        // « les tailles 12 à 16 ans », « du 37 au 45 »
        if matches!(words.fold(read.end), "a" | "au" | "et" | "ou") && words.is_digits(read.end + 1) {
            let counts_time = self.units.find(words, read.end + 2).map(|(_, unit)| unit) == Some(Unit::None);
            let sizes = word == "du" && words.fold(read.end) == "au";
            if counts_time || sizes {
                return true;
            }
        }
        // « mieux que les 11 tonnes de 2017 »
        if matches!(word, "les" | "ses") && matches!(words.fold_before(before, 1), "que" | "qu'") {
            return true;
        }
        // « 24 h sur 24 », « 7 jours sur 7 »
        if word == "sur" && matches!(words.fold_before(before, 1), "h" | "heures" | "jours") {
            return true;
        }
        let no_unit = !words.is_letters(read.end) || NOT_NOUNS.contains(&words.fold(read.end));
        year && no_unit && word != "sur"
    }
}

/// `80 %`, `3,50 €`, `39 °C`, `2020-293`, `1/2`.
fn is_price_or_part(words: &Words, end: usize) -> bool {
    let sign = ['%', '€', '°', '$', '£', '²']
        .iter()
        .any(|sign| words.is_sign(end, *sign));
    let glued = ['-', '/', ':'].iter().any(|sign| words.is_sign(end, *sign))
        && words.is_glued(end)
        && words.is_glued(end + 1);
    let dotted =
        words.is_sign(end, '.') && words.is_glued(end) && words.is_digits(end + 1) && words.is_glued(end + 1);
    // « entre 1 et 5 euros »
    let range = matches!(words.fold(end), "et" | "a" | "ou")
        && words.is_digits(end + 1)
        && (words.is_sign(end + 2, '€') || words.fold(end + 2).starts_with("euro"));
    let percent = words.fold(end) == "pour" && words.fold(end + 1) == "cent";
    sign || range || (glued && words.is_digits(end + 1)) || dotted || percent
}

/// « (7 300 habitants) », « commune de 1 800 habitants »: how big a place is.
fn is_population(words: &Words, at: usize, with_about: usize, unit: &Range<usize>) -> bool {
    if !words.fold(unit.start).starts_with("habitant") {
        return false;
    }
    let before = words.fold_before(with_about.min(at), 1);
    // « ses 460 habitants de plus de 75 ans »
    let aged =
        matches!(words.fold(unit.end), "de" | "ages") && matches!(words.fold(unit.end + 1), "plus" | "de");
    // « Lens, 31 000 habitants, », not « à Cogolin, 60 habitants ont proposé ».
    let apart = before == "," && matches!(words.fold(unit.end), "," | ")" | ".");
    // « un bourg de 900 habitants », not « les courses de 37 habitants »
    let of = matches!(before, "de" | "d'") && {
        let back = (2..=5).find(|back| {
            matches!(
                words.fold_before(with_about.min(at), *back),
                "un" | "une" | "la" | "le" | "notre" | "cette" | "ce"
            )
        });
        let sized = |back: usize| SIZED.contains(&words.fold_before(with_about.min(at), back));
        sized(2)
            || words.is_capital(with_about.min(at).wrapping_sub(2))
            || back.is_some_and(|back| (2..back).any(sized))
    };
    !aged && (apart || of || matches!(before, "(" | "compte" | "ses" | "des" | "les"))
}

/// The end of a compound noun: « petits-déjeuners », « étudiant·e·s ».
fn compound(words: &Words, mut end: usize) -> usize {
    while (words.is_sign(end, '-') || words.is_sign(end, '·'))
        && words.is_glued(end)
        && words.is_letters(end + 1)
        && words.is_glued(end + 1)
    {
        end += 2;
    }
    end
}

#[cfg(test)]
mod tests {
    use super::super::Taken;
    use super::numbers;
    use crate::communique::read::tables::acts::ACTS;
    use crate::communique::read::tables::units::UNITS;
    use crate::communique::read::words::Words;
    use crate::communique::read::words::index::Index;

    fn found(text: &str) -> Vec<String> {
        let words = Words::of(text);
        let mut taken = Taken(vec![false; words.len()]);
        let marks = numbers(
            &words,
            &Index::of_lists(UNITS),
            &Index::of_lists(ACTS),
            &mut taken,
        );
        let shown = marks.iter().map(|mark| {
            let about = if mark.value.approximate { "~" } else { "" };
            let unit = mark
                .value
                .unit
                .as_ref()
                .map_or("", |unit| &text[words.range(unit.0.clone())]);
            format!("{about}{} {unit}", mark.value.value.plain())
        });
        shown.collect()
    }

    #[test]
    fn every_spelling_of_a_number() {
        for (text, expected) in [
            ("1 600 masques", "1600 masques"),
            ("1\u{202f}600 masques", "1600 masques"),
            ("1\u{a0}600\u{a0}masques", "1600 masques"),
            ("12.500 visières", "12500 visières"),
            ("1600 masques", "1600 masques"),
            ("2000 visières", "2000 visières"),
            ("2,5 millions de masques", "2500000 masques"),
            ("quinze repas", "15 repas"),
            ("deux mille cinq cents couturières", "2500 couturières"),
            ("un million deux cent mille masques", "1200000 masques"),
            ("une vingtaine de personnes", "~20 personnes"),
            ("quatre-vingt-dix-sept lits", "97 lits"),
            ("quatre-vingts repas", "80 repas"),
            ("soixante et onze kits", "71 kits"),
            ("vingt et une mille étiquettes", "21000 étiquettes"),
            ("soixante-quinze blouses", "75 blouses"),
            ("trois cent vingt mille masques", "320000 masques"),
            ("deux douzaines de gants", "24 gants"),
            ("une demi-douzaine de lits", "~6 lits"),
            ("un millier de foyers", "~1000 foyers"),
            ("deux milliers de repas", "~2000 repas"),
            ("trois millions de masques", "3000000 masques"),
            ("près de 1 500 masques", "~1500 masques"),
            ("plus d’une trentaine d’élèves", "~30 élèves"),
            ("quelque 200 petits-déjeuners", "~200 petits-déjeuners"),
            ("400 litres de gel", "400 litres de gel"),
            ("3 000 autres masques", "3000 masques"),
            ("mille masques", "1000 masques"),
            ("1 500 000 masques", "1500000 masques"),
        ] {
            assert_eq!(found(text), [expected], "{text}");
        }
    }

    #[test]
    fn what_counts_nothing() {
        for text in [
            "n°7",
            "n° 12",
            "numéro 4",
            "article 3",
            "en 2020",
            "80 %",
            "3,50 €",
            "15 jours",
            "24 h sur",
            "Covid-19",
            "3D",
            "D559",
            "RD 943",
            "S76-001",
            "2020-293",
            "12 rue Verte",
            "14, avenue",
            "(7 300 habitants)",
            "commune de 1 800 habitants",
            "39 °C",
            "3e étage",
            "depuis 1987,",
            "art. 4",
            "des centaines de masques",
            "une association",
            "les Quatre Vents sont",
            "trois fois",
            "1/2",
            "lot n° 14",
        ] {
            let found: Vec<_> = found(text)
                .into_iter()
                .filter(|number| !number.ends_with(' '))
                .collect();
            assert_eq!(found, [""; 0], "{text}");
        }
    }
}
