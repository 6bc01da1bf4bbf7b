//! The third stage: what stands in the text, wherever it stands: addresses, dates, numbers, communes,
//! people, bodies and the words that say what is done or asked for.
//!
//! Each kind is found by a scanner of its own, in this order, and no word is taken twice: the digits of a
//! telephone number are no quantity, the family name « Calais » no commune.

mod addresses;
mod bodies;
mod communes;
mod dates;
mod numbers;
mod people;
mod phones;

use std::ops::Range;

pub(super) use super::tables::acts::Act;
pub(super) use bodies::Body;
pub(super) use communes::{Area, Place};
pub(super) use dates::Day;
pub(super) use numbers::Number;

use super::known::Gazetteers;
use super::tables::acts::{ACTS, ADVERBS, CLEARED, NOT_YET};
use super::tables::needs::{ASKS, Asks};
use super::tables::units::Unit;
use super::words::Words;
use super::words::index::Index;
use crate::domain::contact::Means;
use crate::domain::date::Date;

/// How far before a noun the number that counts it begins, in words.
const LONGEST_UNIT: usize = 16;

/// Something that stands in the text.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Mark<T> {
    /// The words that say it.
    pub(super) words: Range<usize>,
    pub(super) value: T,
}

/// Everything that stands in the text, each list in the order of the text.
#[derive(Debug, Clone, Default)]
pub(super) struct Marks {
    pub(super) contacts: Vec<Mark<Means>>,
    pub(super) dates: Vec<Mark<Day>>,
    /// The first month that is named with its year and without a day.
    pub(super) month: Option<Date>,
    pub(super) numbers: Vec<Mark<Number>>,
    pub(super) places: Vec<Mark<Place>>,
    pub(super) areas: Vec<Mark<Area>>,
    pub(super) people: Vec<Mark<()>>,
    pub(super) bodies: Vec<Mark<Body>>,
    pub(super) acts: Vec<Mark<Act>>,
    /// Words that put off what follows.
    pub(super) not_yet: Vec<Mark<()>>,
    pub(super) asks: Vec<Mark<Asks>>,
}

/// Which words are taken already.
pub(super) struct Taken(Vec<bool>);

impl Taken {
    fn take(&mut self, words: &Range<usize>) {
        for at in words.clone() {
            if let Some(taken) = self.0.get_mut(at) {
                *taken = true;
            }
        }
    }

    fn is(&self, at: usize) -> bool {
        self.0.get(at).copied().unwrap_or(false)
    }

    fn any(&self, words: &Range<usize>) -> bool {
        words.clone().any(|at| self.is(at))
    }
}

/// Finds everything that stands in a text.
pub(super) fn marks(text: &str, words: &Words, known: &Gazetteers, units: &Index<Unit>) -> Marks {
    let mut taken = Taken(vec![false; words.len()]);
    let mut contacts = addresses::addresses(text, words, &mut taken);
    contacts.extend(phones::phones(text, words, &mut taken));
    crate::domain::order::sort_by_key(&mut contacts, |mark| mark.words.start);
    let (dates, month) = dates::dates(words, &mut taken);
    let people = people::people(words, &mut taken);
    let (places, areas) = communes::communes(text, words, known, &mut taken);
    let verbs = Index::of_lists(ACTS).around(ADVERBS);
    let mut numbers = numbers::numbers(words, units, &verbs, &mut taken);
    let bodies = bodies::bodies(words, &taken);
    // « 6 pompes et 2 nacelles » says no verb, nor does « des crochets ouvre-porte ».
    let mut acts = phrases(words, &taken, &verbs);
    acts.retain(|act| !is_counted(&numbers, act.words.start) && !is_compound(words, &act.words));
    numbers.retain(|number| !is_extent(number) || is_acted_on(words, &acts, number));
    Marks {
        contacts,
        dates,
        month,
        numbers,
        places,
        areas,
        people,
        bodies,
        acts,
        not_yet: phrases(words, &taken, &Index::of_lists(&[((), NOT_YET)]).around(ADVERBS)),
        asks: phrases(words, &taken, &Index::of_lists(ASKS).around(ADVERBS)),
    }
}

/// Every phrase of a table.
fn phrases<T: Copy>(words: &Words, taken: &Taken, index: &Index<T>) -> Vec<Mark<T>> {
    scan(words, |at| {
        let (end, value) = index.find(words, at).filter(|_| !taken.is(at))?;
        Some(Mark {
            words: at..end,
            value,
        })
    })
}

/// Whether a number counts the noun at a word.
fn is_counted(numbers: &[Mark<Number>], at: usize) -> bool {
    let before = within(numbers, &(at.saturating_sub(LONGEST_UNIT)..at));
    let last = before.last().and_then(|mark| mark.value.unit.as_ref());
    last.is_some_and(|(unit, _)| unit.contains(&at))
}

/// Whether a number counts money or a stretch of land.
fn is_extent(number: &Mark<Number>) -> bool {
    let unit = number.value.unit.as_ref();
    unit.is_some_and(|(_, unit)| *unit == Some(Unit::Extent))
}

/// Whether a verb right beside a number says what is done with what it counts: « 52 rues ont été nettoyées », « a réuni
/// 5 300 euros », not « vendu 3 euros ».
fn is_acted_on(words: &Words, acts: &[Mark<Act>], number: &Mark<Number>) -> bool {
    let end = number
        .value
        .unit
        .as_ref()
        .map_or(number.words.end, |(unit, _)| unit.end);
    let money = words.fold(number.value.unit.as_ref().map_or(end, |(unit, _)| unit.start)) == "euros";
    let moves = |mark: &Mark<Act>| {
        let verb = words.fold(mark.words.start);
        match mark.value {
            Act::Work | Act::Restore => !money || verb.starts_with("degag"),
            Act::Collect | Act::Aim => true,
            Act::Give => money && !verb.starts_with("ven"),
            // « a versé », « versera », not « verse chaque mois »
            Act::Other => {
                money
                    && verb.starts_with("vers")
                    && (words.is_participle(mark.words.start) || verb.len() > "versent".len())
            }
            _ => false,
        }
    };
    let close = number.words.start.saturating_sub(if money { 2 } else { 6 })..number.words.start;
    let before = within(acts, &close);
    // « rouvert à la machette 46 chemins »
    let joined = |mark: &Mark<Act>| {
        mark.words.end == number.words.start
            || !money && (mark.words.end..number.words.start).all(|at| words.is_letters(at))
    };
    // « 50 euros de bons d’achat »: what each one gets.
    let voucher = money
        && matches!(words.fold(end), "de" | "en")
        && ["bon", "cheque", "achat", "course"]
            .iter()
            .any(|noun| words.fold(end + 1).starts_with(noun));
    let governs = before.last().is_some_and(|mark| moves(mark) && joined(mark)) && !voucher;
    let been = |at: usize| {
        matches!(
            words.fold(at),
            "ont" | "ete" | "sont" | "deja" | "aussi" | "de" | "nouveau" | "ainsi" | "desormais"
        )
    };
    let behind = (end..end + 5).find(|at| !been(*at)).unwrap_or(end);
    let passive = within(acts, &(behind..behind + 1)).first();
    // « 14 kilomètres sont de nouveau praticables », « 3 000 euros sont dans la cagnotte »
    let clear = behind > end
        && if money {
            words.fold(behind) == "dans"
        } else {
            CLEARED.contains(&words.fold(behind).trim_end_matches(['s', 'x']))
        };
    // « a remis un chèque de 3 000 euros »
    let gift = money
        && matches!(words.fold_before(number.words.start, 1), "de" | "d'")
        && matches!(
            words.fold_before(number.words.start, 2),
            "cheque" | "don" | "aide" | "subvention" | "somme" | "dons"
        );
    let given = within(acts, &(number.words.start.saturating_sub(5)..number.words.start));
    let gift = gift && given.iter().any(moves);
    let reached = money && words.fold_before(number.words.start, 1).starts_with("attein");
    let done = |mark: &Mark<Act>| {
        behind > end || words.is_participle(behind) || words.fold(mark.words.start).ends_with(['s', 'x'])
    };
    gift || reached || governs || clear || passive.is_some_and(|mark| moves(mark) && done(mark))
}

/// Whether words are half of a noun: « ouvre-boîte », not « donne-t-il ».
fn is_compound(words: &Words, phrase: &Range<usize>) -> bool {
    let hyphen = words.is_sign(phrase.end, '-') && words.is_glued(phrase.end);
    let next = words.fold(phrase.end + 1);
    let pronoun = matches!(
        next,
        "t" | "il"
            | "ils"
            | "elle"
            | "elles"
            | "on"
            | "nous"
            | "vous"
            | "ce"
            | "ci"
            | "la"
            | "le"
            | "les"
            | "lui"
            | "leur"
            | "moi"
            | "en"
            | "y"
    );
    let first = hyphen && words.is_glued(phrase.end + 1) && words.is_letters(phrase.end + 1) && !pronoun;
    // « des ouvre-portes »
    let before = phrase.start.wrapping_sub(1);
    let second = words.is_sign(before, '-')
        && words.is_glued(before)
        && words.is_glued(phrase.start)
        && words.is_letters(before.wrapping_sub(1));
    phrase.len() == 1 && (first || second)
}

/// What is found word after word, none over another.
fn scan<T>(words: &Words, mut find: impl FnMut(usize) -> Option<Mark<T>>) -> Vec<Mark<T>> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        match find(at) {
            Some(mark) => {
                at = mark.words.end;
                found.push(mark);
            }
            None => at += 1,
        }
    }
    found
}

/// Whether one of the marks begins at a word.
pub(super) fn begins_at<T>(marks: &[Mark<T>], at: usize) -> bool {
    !within(marks, &(at..at + 1)).is_empty()
}

/// The marks that begin within a stretch of words.
pub(super) fn within<'a, T>(marks: &'a [Mark<T>], words: &Range<usize>) -> &'a [Mark<T>] {
    let from = |at: usize| marks.partition_point(|mark| mark.words.start < at);
    let (start, end) = (from(words.start), from(words.end));
    &marks[start..end.max(start)]
}
