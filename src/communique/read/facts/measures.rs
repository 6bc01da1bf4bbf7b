//! Quantities: what the words around a number make of it.

mod around;
mod deeds;
mod doers;
mod fate;
mod people;
mod told;

use std::ops::Range;

use super::Scope;
use crate::communique::read::marks::{Mark, Number, within};
use crate::communique::read::reading::MeasureRead;
use crate::communique::read::span::Found;
use crate::communique::read::tables::acts::Act;
use crate::communique::read::tables::needs::{Help, SMALL};
use crate::communique::read::tables::units::Unit;
use crate::communique::read::words::Words;
use crate::communique::read::words::index::Index;
use crate::domain::text::fold;
use around::Around;
use told::{counts_them, is_aside};

/// How far before a number its unit may have been named.
const UNIT_BEFORE: usize = 30;

/// Every quantity but those that are asked for.
pub(super) fn measures(scope: &Scope, asked: &[Range<usize>]) -> Vec<Found<MeasureRead>> {
    let mut found: Vec<Found<MeasureRead>> = Vec::new();
    let mut rates = Vec::new();
    for sentence in &scope.sentences {
        let numbers = within(&scope.text.marks.numbers, sentence);
        for (nth, mark) in numbers.iter().enumerate() {
            if asked.iter().any(|range| range.contains(&mark.words.start)) {
                continue;
            }
            let Some(counted) = counted(scope, &scope.text.tables.units, mark, sentence) else {
                continue;
            };
            let around = Around {
                scope,
                sentence,
                before: nth
                    .checked_sub(1)
                    .map_or(sentence.start, |last| numbers[last].words.end),
                start: mark.words.start,
                end: mark
                    .words
                    .end
                    .max(if counted.own { counted.words.end } else { 0 }),
                next: numbers.get(nth + 1).map_or(sentence.end, |next| next.words.start),
                first: nth == 0,
                own: counted.own,
                unit: counted.unit,
            };
            if !counted.own && !around.is_told() {
                continue;
            }
            let Some((kind, sure)) = around.kind(counted.unit) else {
                continue;
            };
            let measure = MeasureRead {
                kind,
                value: mark.value.value,
                unit: scope.text.said(counted.words.clone()).to_lowercase(),
                approximate: mark.value.approximate,
                as_of: None,
            };
            let same = |known: &Found<MeasureRead>| {
                known.value.kind == measure.kind && known.value.value == measure.value
            };
            if found.iter().any(same) {
                continue;
            }
            let words = if counted.own {
                mark.words.start..counted.words.end
            } else {
                mark.words.clone()
            };
            let measure = scope.text.found(measure, words, sure && counted.own);
            if around.is_rate() {
                rates.push(measure.span.start);
            }
            found.push(measure);
        }
    }
    // A rate counts only where no total stands beside it.
    let rate = |measure: &Found<MeasureRead>| rates.contains(&measure.span.start);
    let noun = |measure: &Found<MeasureRead>| fold(measure.value.unit.split(' ').next().unwrap_or_default());
    let totals: Vec<String> = found.iter().filter(|measure| !rate(measure)).map(noun).collect();
    found.retain(|measure| !rate(measure) || !totals.contains(&noun(measure)));
    found
}

/// What a number counts.
struct Counted {
    words: Range<usize>,
    unit: Option<Unit>,
    /// Whether the unit stands right after the number.
    own: bool,
}

fn counted(
    scope: &Scope,
    units: &Index<Unit>,
    mark: &Mark<Number>,
    sentence: &Range<usize>,
) -> Option<Counted> {
    if let Some((words, unit)) = &mark.value.unit {
        return Some(Counted {
            words: words.clone(),
            unit: known_as_help(scope, words, *unit),
            own: true,
        });
    }
    // « 1 600 masques pour un objectif de 11 000 »: the unit that was named before.
    let words = &scope.text.words;
    let line = scope
        .lines
        .iter()
        .find(|line| line.contains(&mark.words.start))
        .unwrap_or(sentence);
    let from = mark.words.start.saturating_sub(UNIT_BEFORE).max(line.start);
    // « cent soixante volontaires … on en attend 250 »
    // « Ses bénévoles, au nombre de 41, »
    let they = counts_them(words, mark.words.start) || is_of_number(words, mark.words.start);
    let of_them = they || is_of_them(words, &mark.words);
    let find = |at: usize, usable: fn(Unit) -> bool| {
        let (end, unit) = units.find(words, at)?;
        usable(unit).then_some(Counted {
            words: at..end,
            unit: Some(unit),
            own: false,
        })
    };
    let named = |at: usize| {
        find(at, |unit| {
            matches!(unit, Unit::Goods | Unit::Made | Unit::Equipment | Unit::Measure)
        })
    };
    // « bâchent les toits. Ils en étaient hier à 96 »
    let any_thing = |at: usize| find(at, |unit| unit == Unit::Thing);
    let people = |at: usize| {
        find(at, |unit| {
            matches!(unit, Unit::Helpers | Unit::Helped | Unit::People)
        })
    };
    if is_no_count(scope, mark, line) {
        return None;
    }
    let opens = |at: usize| at == 0 || !words.is_letters(at - 1) || at == line.start;
    let free = |at: &usize| {
        (!words.is_capital(*at) || opens(*at)) && plural(words.fold(*at)) && !words.is_participle(*at)
    };
    // « aux retraités. Ils étaient une soixantaine »: a participle that is a noun.
    let who = |at: &usize| (!words.is_capital(*at) || opens(*at)) && plural(words.fold(*at));
    // « 8 500 surblouses sorties des machines, sur les 20 000 attendues »: what was counted, if it is no people.
    let earlier = || {
        let numbers = within(&scope.text.marks.numbers, &(from..mark.words.start));
        let (words, unit) = numbers
            .iter()
            .rev()
            .find_map(|number| number.value.unit.clone())?;
        let people = matches!(
            unit,
            Some(Unit::Helpers | Unit::Helped | Unit::People | Unit::Thing)
        );
        (!people).then_some(Counted {
            words,
            unit,
            own: false,
        })
    };
    let listed = words.is_sign(mark.words.start.wrapping_sub(1), ':');
    let nearest = || (from..mark.words.start).rev().filter(free).find_map(named);
    let things = if listed {
        nearest()
    } else {
        earlier().or_else(nearest)
    };
    let things = things.filter(|_| !they);
    let things = things.or_else(|| {
        let en = (2..=5).any(|back| words.fold_before(mark.words.start, back) == "en")
            && words.fold_before(mark.words.start, 1) == "a";
        let nearest = (from..mark.words.start).rev().filter(free).find_map(any_thing);
        nearest.filter(|_| en && !they)
    });
    let before = things.or_else(|| {
        let counted = (from..mark.words.start).rev().filter(who);
        counted.filter(|_| of_them).find_map(people)
    });
    // « les bérets ont du cœur : la fabrique en a donné 850 »
    let before = before.or_else(|| {
        let of_several =
            |at: usize| matches!(words.fold_before(at, 1), "les" | "des" | "ses" | "leurs" | "de");
        let noun = |at: &usize| words.is_letters(*at) && of_several(*at) && units.find(words, *at).is_none();
        let mut nouns = (from..mark.words.start).rev().filter(free).filter(noun);
        let at = nouns.next().filter(|_| of_them)?;
        Some(Counted {
            words: at..at + 1,
            unit: None,
            own: false,
        })
    });
    before.or_else(|| {
        let until = sentence.end.min(mark.words.end + UNIT_BEFORE / 3);
        (mark.words.end..until).filter(free).find_map(named)
    })
}

/// Whether a number without a unit is a sum of money, a size or what a container holds.
fn is_no_count(scope: &Scope, mark: &Mark<Number>, line: &Range<usize>) -> bool {
    let words = &scope.text.words;
    // « 38 000 € sur les 90 000 espérés » counts money.
    let close = mark.words.start.saturating_sub(8).max(line.start)..mark.words.start;
    let money = close.into_iter().any(|at| words.is_sign(at, '€'));
    // « des draps (90 et 140) »: sizes.
    let joined =
        matches!(words.fold(mark.words.end), "et" | "ou" | "x" | "a") && words.is_digits(mark.words.end + 1);
    let sizes = joined && words.is_sign(mark.words.start.wrapping_sub(1), '(');
    // « par lots de 10 »: what a container holds.
    let of = matches!(words.fold_before(mark.words.start, 1), "de" | "d'");
    let container = scope
        .text
        .tables
        .units
        .find(words, mark.words.start.saturating_sub(2));
    let held = of && container.is_some_and(|(_, unit)| unit != Unit::None);
    money || sizes || held
}

/// « on en compte 58 », « 43 d’entre eux », « 17 y sont passés »: a number of those who were told of.
fn is_of_them(words: &Words, number: &Range<usize>) -> bool {
    let end = number.end;
    let those = words.fold(end) == "d'" && words.fold(end + 1) == "entre";
    those
        || matches!(words.fold(end), "y" | "sont" | "ont")
        || (1..=5).any(|back| words.fold_before(number.start, back) == "en")
        || is_aside(words, number)
}

/// « au nombre de 41 »
fn is_of_number(words: &Words, start: usize) -> bool {
    let before = |back: usize| words.fold_before(start, back);
    (before(1), before(2), before(3)) == ("de", "nombre", "au")
}

/// The kind of a thing that is only guessed by its end or not known at all, where the table of what is asked for knows
/// it: « bétonnières » are no people.
fn known_as_help(scope: &Scope, noun: &Range<usize>, unit: Option<Unit>) -> Option<Unit> {
    let text = scope.text;
    let guessed = unit.is_none() || unit == Some(Unit::Helpers);
    if !guessed || text.tables.units.find(&text.words, noun.start).is_some() {
        return unit;
    }
    // « ont conçu 25 boîtiers »: what is made is nobody, whatever its end.
    let close = noun.start.saturating_sub(4)..noun.start;
    let made = within(&text.marks.acts, &close).last().is_some_and(|mark| {
        matches!(
            mark.value,
            Act::Make | Act::Lend | Act::Install | Act::Collect | Act::Work | Act::Restore
        ) && !matches!(text.words.fold_before(mark.words.end + 1, 1), "par" | "avec")
            && (mark.words.end..noun.start)
                .all(|at| text.words.is_digits(at) || SMALL.contains(&text.words.fold(at)))
    });
    // « 27 celliers vidés »
    let done = within(&text.marks.acts, &(noun.end..noun.end + 1))
        .first()
        .is_some_and(|mark| {
            let done = matches!(
                mark.value,
                Act::Make | Act::Work | Act::Restore | Act::Install | Act::Collect
            );
            done && text.words.fold(mark.words.start).ends_with('s')
        });
    let unit = unit.filter(|_| !made && !done);
    match text
        .tables
        .help
        .find(&text.words, noun.start)
        .map(|(_, help)| help)
    {
        Some(Help::Equipment) => Some(Unit::Equipment),
        Some(Help::Materials) => Some(Unit::Goods),
        _ => unit,
    }
}

fn plural(word: &str) -> bool {
    word.ends_with(['s', 'x'])
}
