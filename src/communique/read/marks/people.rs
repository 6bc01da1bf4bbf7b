//! People's names.

use std::collections::BTreeSet;
use std::ops::Range;

use super::{Mark, Taken, scan};
use crate::communique::read::tables::names::{CIVILITIES, FIRST_NAMES, NAMED_AFTER, PARTICLES, SOMEBODIES};
use crate::communique::read::tables::release::OFFICES;
use crate::communique::read::words::{Case, Words};

/// Finds them. Their words are taken.
pub(super) fn people(words: &Words, taken: &mut Taken) -> Vec<Mark<()>> {
    let first_names: BTreeSet<&str> = FIRST_NAMES.split_whitespace().collect();
    scan(words, |at| {
        let name = words
            .is_letters(at)
            .then(|| {
                person(words, &first_names, at)
                    .or_else(|| called(words, &first_names, at))
                    .or_else(|| introduced(words, at))
                    .or_else(|| household(words, at))
                    .or_else(|| pair(words, &first_names, at))
            })
            .flatten();
        let name = name.filter(|name| !taken.any(name))?;
        taken.take(&name);
        Some(Mark {
            words: name,
            value: (),
        })
    })
}

/// The name that begins at a word: « M. Durand », « Jean-Pierre Le Goff ».
fn person(words: &Words, first_names: &BTreeSet<&str>, at: usize) -> Option<Range<usize>> {
    // « le père Noël de Saint-Dié » bears no name.
    let christmas = |at: usize| words.fold(at) == "pere" && words.fold(at + 1) == "noel";
    if christmas(at) || at > 0 && christmas(at - 1) {
        return None;
    }
    if CIVILITIES.contains(&words.fold(at)) {
        return after_civility(words, first_names, at);
    }
    if !words.is_capital(at)
        || !first_names.contains(words.fold(at))
        || words.is_glued(at) && words.is_sign(at.wrapping_sub(1), '-')
    {
        return None;
    }
    if named_after(words, at) {
        return None;
    }
    let mut next = at + 1;
    while words.is_sign(next, '-') && words.is_glued(next) && first_names.contains(words.fold(next + 1)) {
        next += 2;
    }
    // « Marie-Josée Élisabeth »: a first name that no list has.
    let particle = PARTICLES.contains(&words.fold(next + 1));
    let compound =
        words.is_sign(next, '-') && words.is_glued(next) && words.is_capital(next + 1) && !particle;
    if compound && words.is_capital(next + 2) && !words.is_glued(next + 2) && words.is_letters(next + 2) {
        next += 2;
    }
    // « Jean-Moulin » names a school, not a person who is alive.
    if words.is_sign(next, '-') && words.is_glued(next) {
        return None;
    }
    whole_name(words, first_names, next).map(|end| at..end)
}

/// The end of a family name behind a first name: « Zainaba Ali Madi » has two words, the first of which is one as well.
fn whole_name(words: &Words, first_names: &BTreeSet<&str>, next: usize) -> Option<usize> {
    let end = family_name(words, next)?;
    let another = end == next + 1 && first_names.contains(words.fold(next)) && !words.is_glued(end);
    let plain = words.get(end).is_some_and(|word| word.case == Case::First) && words.is_letters(end);
    let more = another && plain && !words.fold(end).ends_with('\'');
    Some(end + usize::from(more))
}

/// « un apiculteur, Joan Vilar, » and « Oksana Metz, interprète, »: what they are tells that it is a name.
fn introduced(words: &Words, at: usize) -> Option<Range<usize>> {
    let simple =
        |at: usize| words.get(at).is_some_and(|word| word.case == Case::First) && words.is_letters(at);
    let plain =
        |at: usize| simple(at) && !words.fold(at).ends_with('\'') && !NAMED_AFTER.contains(&words.fold(at));
    let apart = !(words.is_glued(at + 1) || words.is_glued(at) && words.is_letters(at.wrapping_sub(1)));
    if !plain(at) || !plain(at + 1) || !apart {
        return None;
    }
    let end = family_name(words, at + 1)?;
    let who = |at: usize| !words.is_capital(at) && SOMEBODIES.contains(&words.fold(at));
    // « une éleveuse de brebis, Clémence Soula »
    let of = matches!(words.fold_before(at, 3), "de" | "d'" | "en");
    let trade = at.checked_sub(if of { 4 } else { 2 });
    let before = words.is_sign(at.wrapping_sub(1), ',') && trade.is_some_and(who);
    let article = trade.is_some_and(|trade| {
        matches!(
            words.fold_before(trade, 1),
            "un" | "une" | "sa" | "son" | "leur" | "la" | "le" | "notre" | "l'" | "seul" | "seule"
        )
    });
    let closed = words.is_sign(end, ',') || words.is_sign(end, '.') || words.is_sign(end, ')');
    let opens = !words.is_letters(at.wrapping_sub(1));
    (before && article && closed || opens && words.is_sign(end, ',') && who(end + 1)).then_some(at..end)
}

/// « la famille Albaret », « chez les Rouvière »: the name of those who live together.
fn household(words: &Words, at: usize) -> Option<Range<usize>> {
    let name = words.get(at).is_some_and(|word| word.case == Case::First) && !words.is_glued(at);
    let kin = matches!(words.fold_before(at, 1), "freres" | "soeurs" | "epoux")
        && words.fold_before(at, 2) == "les";
    let family = matches!(words.fold_before(at, 1), "famille" | "familles") || kin;
    let family = family && !words.is_capital(at - 1);
    let home = words.fold_before(at, 1) == "les" && words.fold_before(at, 2) == "chez";
    let plain = words.fold(at).len() > 3 && !words.fold(at).ends_with(['\'', 's']) || family;
    if !name || !(family || home) || !plain {
        return None;
    }
    family_name(words, at).map(|end| at..end)
}

/// « Karim et Maud, qui tiennent la boutique »: two first names.
fn pair(words: &Words, first_names: &BTreeSet<&str>, at: usize) -> Option<Range<usize>> {
    let known = |at: usize| {
        let glued = words.is_sign(at + 1, '-') && words.is_glued(at + 1);
        words.is_capital(at) && first_names.contains(words.fold(at)) && !glued
    };
    let first = words.fold(at + 1) == "et" && known(at + 2) && !words.is_capital(at + 3);
    let second =
        words.fold_before(at, 1) == "et" && at.checked_sub(2).is_some_and(known) && !words.is_capital(at + 1);
    (known(at) && (first || second) && !named_after(words, at)).then_some(at..at + 1)
}

/// « chez Samira : 07 83 … », « voir avec Mehdi 06 12 … »: a first name alone before a number that one calls.
fn called(words: &Words, first_names: &BTreeSet<&str>, at: usize) -> Option<Range<usize>> {
    let asked = matches!(
        words.fold_before(at, 1),
        "chez" | "avec" | "aupres" | "de" | ":" | "a" | "appeler"
    );
    let known = words.is_capital(at) && first_names.contains(words.fold(at));
    // « demander Ninon »
    let sought = matches!(words.fold_before(at, 1), "demander" | "demandez") && !words.is_letters(at + 1);
    if known && sought {
        return Some(at..at + 1);
    }
    let after = (at + 1..at + 4).find(|at| words.is_letters(*at) || words.is_digits(*at))?;
    let phone = words.is_digits(after) && words.fold(after).starts_with('0')
        || words.fold(after) == "au" && words.fold(after + 1).starts_with('0');
    (asked && known && phone).then_some(at..at + 1)
}

fn after_civility(words: &Words, first_names: &BTreeSet<&str>, at: usize) -> Option<Range<usize>> {
    let title = words.fold(at);
    // « M. » is a capital with a full stop; « pere » and « maitre » are also ordinary words.
    let mut next = at + 1;
    if words.is_sign(next, '.') {
        next += 1;
    } else if matches!(title, "m" | "me" | "pr") {
        return None;
    }
    if !words.is_capital(next) || !words.is_letters(next) || words.fold(next).ends_with('\'') {
        return None;
    }
    let is_first = first_names.contains(words.fold(next));
    let ordinary = !matches!(
        title,
        "m" | "mm" | "mr" | "mme" | "mmes" | "mlle" | "monsieur" | "madame" | "docteur" | "docteure" | "dr"
    );
    // « Mme Le Goff », not « Madame Le Maire ».
    let office = words.fold(next) == "le"
        && (!words.is_capital(next + 1)
            || OFFICES.contains(&words.fold(next + 1))
            || words.is_glued(next + 1));
    if ordinary && !is_first || office {
        return None;
    }
    let end = if is_first {
        let mut after = next + 1;
        while words.is_sign(after, '-') && words.is_glued(after) {
            after += 2;
        }
        whole_name(words, first_names, after).unwrap_or(after)
    } else {
        family_name(words, next)?
    };
    // The title stays in the text, so that the sentence can be read without the name.
    Some(next..end)
}

/// The end of a family name that begins at a word.
fn family_name(words: &Words, at: usize) -> Option<usize> {
    let mut next = at;
    while PARTICLES.contains(&words.fold(next)) && next < at + 2 {
        next += 1;
    }
    if !words.is_letters(next)
        || !words.is_capital(next)
        || words.fold(next).ends_with('\'')
        || words.is_glued(next) && next == at
    {
        return None;
    }
    let mut end = next + 1;
    loop {
        if words.is_sign(end, '-') && words.is_glued(end) && words.is_capital(end + 1) {
            end += 2;
        } else if end == next + 1
            && words.is_letters(end)
            && words.get(end).is_some_and(|word| word.case == Case::All)
            && words.get(next).is_some_and(|word| word.case == Case::All)
            && words.fold(end).len() > 3
        {
            end += 1;
        } else {
            return Some(end);
        }
    }
}

/// Whether the words before say that a street, a school or a hall bears the name.
fn named_after(words: &Words, at: usize) -> bool {
    let before = words.fold_before(at, 1);
    let before = if matches!(before, "de" | "du" | "d'" | "-" | "\"" | "«") {
        words.fold_before(at, 2)
    } else {
        before
    };
    // « l’école de mode Olivier-de-Serres »
    let trade = words.fold_before(at, 2) == "de"
        && !words.is_capital(at - 1)
        && NAMED_AFTER.contains(&words.fold_before(at, 3));
    NAMED_AFTER.contains(&before) || trade
}

#[cfg(test)]
mod tests {
    use super::super::Taken;
    use super::people;
    use crate::communique::read::words::Words;

    fn found(text: &str) -> Vec<&str> {
        let words = Words::of(text);
        let mut taken = Taken(vec![false; words.len()]);
        let marks = people(&words, &mut taken);
        marks
            .iter()
            .map(|mark| &text[words.range(mark.words.clone())])
            .collect()
    }

    #[test]
    fn names_are_found() {
        for (text, expected) in [
            ("une habitante, Sylvie Morin, coud", "Sylvie Morin"),
            ("M. Durand propose", "Durand"),
            ("Mme Thérèse Wattel", "Thérèse Wattel"),
            ("Jean-Pierre Le Goff-Martin", "Jean-Pierre Le Goff-Martin"),
            ("le docteur Avion", "Avion"),
            ("Jean DE LA TOUR", "Jean DE LA TOUR"),
            ("un apiculteur, Joan Vilar, qui donne", "Joan Vilar"),
            ("(Oksana Metz, interprète, les aide)", "Oksana Metz"),
            ("chez Samira : 07 83 00 44 00", "Samira"),
        ] {
            assert_eq!(found(text), [expected], "{text}");
        }
        assert_eq!(found("Jean Lens et Marie Calais"), ["Jean Lens", "Marie Calais"]);
    }

    #[test]
    fn streets_schools_and_saints_are_no_people() {
        for text in [
            "rue Jean Moulin",
            "lycée André-Malraux",
            "école Jean-Moulin",
            "Saint Martin Boulogne",
            "avenue du Général de Gaulle",
            "La Rose Blanche",
            "une entreprise, Brie Cartonnage, promet",
            "pierre blanche",
        ] {
            assert_eq!(found(text), [""; 0], "{text}");
        }
    }
}
