//! What is asked for.

mod clause;
mod meant;
mod unknown;

use std::ops::Range;

use clause::{clause_end, clause_start, kinds, without_purpose};
use meant::{field_of, has_asking_field, meant};
use unknown::{listed_worker, unknown, unknown_before, worker};

use super::Scope;
use crate::communique::read::marks::{Act, Mark, within};
use crate::communique::read::reading::NeedRead;
use crate::communique::read::span::Found;
use crate::communique::read::tables::needs::{ASKING_COLUMNS, Asks, Help, NO_OBJECTS, SMALL};
use crate::communique::read::tables::units::Unit;
use crate::communique::read::words::Words;

/// How far before « est à sec » its subject may begin.
const SUBJECT: usize = 6;

/// How far from the asking word its object may stand.
const REACH: usize = 18;

/// The words whose numbers are asked for, and the needs.
pub(super) fn needs(scope: &Scope) -> (Vec<Range<usize>>, Vec<Found<NeedRead>>) {
    let text = scope.text;
    let mut asked = Vec::new();
    let mut needs: Vec<Found<NeedRead>> = Vec::new();
    let form = has_asking_field(scope);
    for (place, sentence) in scope.sentences.iter().enumerate() {
        // A form says what is asked for in one of its lines, and tells what is done in others.
        if form && field_of(scope, sentence).is_some_and(|field| !ASKING_COLUMNS.contains(&field.as_str())) {
            continue;
        }
        // « cherche du tissu et des dons d’argent »: a label within a sentence is what is asked for.
        let asks = within(&text.marks.asks, sentence).iter();
        let asks = asks.map(|mark| (mark, meant(scope, mark, sentence)));
        let asks: Vec<_> = asks
            .filter(|(mark, how)| mark.value != Asks::Label || how.is_some())
            .collect();
        for (nth, (mark, how)) in asks.iter().enumerate() {
            let next = asks.get(nth + 1).map_or(sentence.end, |next| next.0.words.start);
            let found = match *how {
                Some(how) => {
                    answer(scope, mark, how, place).or_else(|| object(scope, mark, how, sentence, next))
                }
                None => rather(scope, mark, sentence),
            };
            let Some((object, found)) = found else { continue };
            // « attend 900 bénévoles » is what is hoped for as well.
            let acts = within(&text.marks.acts, &mark.words);
            let lasting = found.iter().all(|(help, _)| *help == Help::Equipment);
            if lasting || acts.iter().all(|act| act.value != Act::Aim) {
                asked.push(object);
            }
            for (help, words) in found {
                if needs.iter().all(|known| known.value.kind != help.kind()) {
                    needs.push(need(scope, help, words));
                }
            }
        }
    }
    (asked, needs)
}

/// What stands under a heading that asks: « L’épicerie sociale : du lait, de l’huile ».
pub(super) fn listed(scope: &Scope) -> (Vec<Range<usize>>, Vec<Found<NeedRead>>) {
    let words = &scope.text.words;
    let Some(first) = scope.sentences.first() else {
        return Default::default();
    };
    let label = first
        .clone()
        .find(|at| words.is_sign(*at, ':') && *at < first.start + REACH);
    let object = label.map_or(first.start, |label| label + 1)..first.end;
    let needs = kinds(scope, &object).into_iter();
    let needs = needs.map(|(help, words)| {
        let mut need = need(scope, help, words);
        need.sure = false;
        need
    });
    (vec![object], needs.collect())
}

/// What stands in a table's cell below « Besoins ».
pub(super) fn of_cell(scope: &Scope, cell: &Range<usize>) -> Vec<Found<NeedRead>> {
    let words = &scope.text.words;
    if tells_of_deeds(scope, cell) {
        return Vec::new();
    }
    let mut kinds = kinds(scope, cell);
    // « ficelle »: a thing that no table knows stands alone.
    let first = cell.clone().find(|at| !is_small(words, *at));
    let thing = first.filter(|at| words.is_letters(*at) && words.fold(*at).len() > 3);
    let named = thing.filter(|at| !NO_OBJECTS.contains(&words.fold(*at)));
    if kinds.is_empty() {
        kinds.extend(named.map(|at| (Help::Materials, at..at + 1)));
    }
    kinds
        .into_iter()
        .map(|(help, words)| need(scope, help, words))
        .collect()
}

/// Whether a cell counts what was done: « 57 abonnés servis », below « Bilan ou besoins ».
fn tells_of_deeds(scope: &Scope, cell: &Range<usize>) -> bool {
    let text = scope.text;
    let counted = within(&text.marks.numbers, cell).iter().filter_map(|number| {
        let unit = number.value.unit.as_ref();
        unit.map(|(unit, _)| unit.end)
    });
    counted.into_iter().any(|end| {
        let acts = within(&text.marks.acts, &(end..cell.end.min(end + 2)));
        acts.iter().any(|act| {
            let last = text.words.fold(act.words.end - 1);
            act.value != Act::Aim && act.words.len() == 1 && last.ends_with(['s', 'x'])
        })
    })
}

type Kinds = Vec<(Help, Range<usize>)>;

/// « Ce qui manque ? « Des gants, du café. » »: what is asked for is the answer.
fn answer(scope: &Scope, mark: &Mark<Asks>, asks: Asks, place: usize) -> Option<(Range<usize>, Kinds)> {
    let words = &scope.text.words;
    let sentence = &scope.sentences[place];
    let asked = (mark.words.end..sentence.end).all(|at| !words.is_letters(at) && !words.is_digits(at));
    let question = words.is_sign(sentence.end.wrapping_sub(1), '?');
    let next = scope.sentences.get(place + 1)?;
    if !asked || !question || !matches!(asks, Asks::Before | Asks::After) {
        return None;
    }
    let object = next.start..next.end.min(next.start + REACH);
    let kinds = kinds(scope, &object);
    (!kinds.is_empty()).then_some((object, kinds))
}

/// « ne manque pas de bras mais de gants »: what is wanted instead.
fn rather(scope: &Scope, mark: &Mark<Asks>, sentence: &Range<usize>) -> Option<(Range<usize>, Kinds)> {
    let words = &scope.text.words;
    let denied = (mark.words.start.saturating_sub(2)..mark.words.end + 2)
        .any(|at| matches!(words.fold(at), "pas" | "plus" | "ni" | "moins"));
    let close = mark.words.end..sentence.end.min(mark.words.end + REACH / 2);
    // « n’a plus besoin de bras, seulement de gants »
    let but = close.into_iter().find(|at| {
        let only = matches!(words.fold(*at), "seulement" | "juste" | "uniquement" | "plutot");
        words.fold(*at) == "mais" || only && words.is_sign(at - 1, ',')
    })?;
    let of = (but + 1..but + 3).any(|at| matches!(words.fold(at), "de" | "d'" | "du" | "des" | "un" | "une"));
    if !denied || !of {
        return None;
    }
    let object = but + 1..clause_end(scope, but + 1, sentence.end);
    let kinds = without_purpose(scope, &object);
    (!kinds.is_empty()).then_some((object, kinds))
}

/// Whether an object begins at a word: « de », an article, a number.
fn leads(scope: &Scope, at: usize) -> bool {
    is_small(&scope.text.words, at) || counts(scope, at)
}

/// Whether a word stands before what is asked for and is not it: « de », an article, digits.
fn is_small(words: &Words, at: usize) -> bool {
    SMALL.contains(&words.fold(at)) || words.is_digits(at)
}

/// Whether a number stands at a word.
fn counts(scope: &Scope, at: usize) -> bool {
    !within(&scope.text.marks.numbers, &(at..at + 1)).is_empty()
}

/// The words that say what is asked for, and the kinds of help among them.
fn object(
    scope: &Scope,
    mark: &Mark<Asks>,
    asks: Asks,
    sentence: &Range<usize>,
    next: usize,
) -> Option<(Range<usize>, Kinds)> {
    let words = &scope.text.words;
    let after = mark.words.end..clause_end(scope, mark.words.end, sentence.end.min(next));
    let before = clause_start(words, mark.words.start, sentence.start)..mark.words.start;
    match asks {
        Asks::Before | Asks::Direct => {
            let behind = stands_behind(scope, mark, after, sentence);
            // « Des bras sont les bienvenus : 03 21 … », « Des gants, voilà ce qu’il faut »: it stands before.
            let told = matches!(words.fold(mark.words.start), "ce" | "qu'")
                || (1..=2).any(|back| words.fold_before(mark.words.start, back) == "qu'");
            let may = told || words.is_sign(mark.words.end - 1, ':');
            behind.or_else(|| may.then(|| stands_before(scope, mark, before)).flatten())
        }
        Asks::Known => {
            let kinds = kinds(scope, &after);
            (!kinds.is_empty()).then_some((after, kinds))
        }
        Asks::Helpers => {
            let mut kinds = kinds(scope, &after);
            kinds.retain(|(kind, words)| *kind == Help::Volunteers && !is_helped(scope, words));
            kinds.truncate(1);
            if kinds.is_empty() {
                kinds.extend(listed_worker(scope, &after));
            }
            (!kinds.is_empty()).then_some((after, kinds))
        }
        Asks::People => {
            let mut kinds = kinds(scope, &after);
            kinds.retain(|(kind, _)| *kind == Help::Volunteers);
            let comes = (mark.words.end..after.end).any(|at| matches!(words.fold(at), "a" | "au"));
            (!kinds.is_empty() && comes).then_some((after, kinds))
        }
        Asks::More => {
            let found = told_before(scope, mark.words.start)?;
            // « 3 150 sont prêts, il en faut 10 200 » aims at a number.
            let counted = counts(scope, mark.words.end) || counts(scope, mark.words.end + 1);
            if counted && found.0 != Help::Volunteers && found.0 != Help::Equipment {
                return None;
            }
            Some((mark.words.clone(), vec![found]))
        }
        Asks::Collects => {
            // « collecte de foin, 18 tonnes promises »
            let counted = |at: usize| words.is_sign(at, ',') && counts(scope, at + 1);
            let end = after.clone().find(|at| counted(*at)).unwrap_or(after.end);
            let after = after.start..end;
            let mut kinds = kinds(scope, &after);
            kinds.retain(|(kind, _)| *kind != Help::Volunteers);
            (!kinds.is_empty()).then_some((after, kinds))
        }
        Asks::Gift => {
            // « appel aux dons pour acheter du tissu » asks for money.
            let bare = matches!(
                words.fold(mark.words.end),
                "pour" | "afin" | "," | "." | ";" | "-"
            );
            let kinds = without_purpose(scope, &after);
            let costs = words.fold(mark.words.start).starts_with("particip");
            if bare || costs || kinds.is_empty() {
                let money = vec![(Help::Money, mark.words.clone())];
                return Some((mark.words.clone(), money));
            }
            Some((after, kinds))
        }
        Asks::After => stands_before(scope, mark, before),
        Asks::Hands => {
            // « manque de bras et de cartons »
            let both = words.fold(mark.words.end) == "et";
            let mut found = kinds(scope, &after);
            found.retain(|(kind, _)| both || *kind == Help::Volunteers);
            if found.iter().all(|(kind, _)| *kind != Help::Volunteers) {
                found.push((Help::Volunteers, mark.words.clone()));
            }
            Some((mark.words.start..after.end, found))
        }
        Asks::Lack | Asks::Label | Asks::Nothing => None,
    }
}

/// What is asked for behind an asking word: what the tables know, what a colon lists, or else the first thing told.
fn stands_behind(
    scope: &Scope,
    mark: &Mark<Asks>,
    after: Range<usize>,
    sentence: &Range<usize>,
) -> Option<(Range<usize>, Kinds)> {
    let words = &scope.text.words;
    // « accepte volontiers les vôtres »
    let own = words.fold(mark.words.end) == "les"
        && matches!(
            words.fold(mark.words.end + 1),
            "votres" | "siens" | "siennes" | "leurs"
        );
    // « Faute de route, des parapentistes descendent le courrier »
    if words.fold(mark.words.start) == "faute" {
        let comma = after.clone().find(|at| words.is_sign(*at, ','));
        let kinds = kinds(scope, &(after.start..comma.unwrap_or(after.end)));
        return (!kinds.is_empty()).then_some((after, kinds));
    }
    let mut kinds = without_purpose(scope, &after);
    if seeks_those(words, &after) {
        return None;
    }
    if kinds.iter().all(|(kind, _)| *kind != Help::Volunteers) {
        kinds.extend(listed_worker(scope, &after));
    }
    let mut unknown = unknown(scope, &after);
    let gifts = |(_, noun): &(Help, Range<usize>)| matches!(words.fold(noun.start), "don" | "dons");
    if kinds.is_empty() && unknown.as_ref().is_none_or(gifts) {
        kinds = listed_behind(scope, after.end, sentence.end);
    }
    if kinds.is_empty() {
        kinds.extend(if own {
            told_before(scope, mark.words.start)
        } else {
            unknown.take()
        });
    }
    (!kinds.is_empty()).then_some((after, kinds))
}

/// What is asked for before an asking word: « Des gants sont les bienvenus ».
fn stands_before(scope: &Scope, mark: &Mark<Asks>, before: Range<usize>) -> Option<(Range<usize>, Kinds)> {
    let words = &scope.text.words;
    // « une réserve est à sec »: of the last thing told.
    let close = matches!(
        words.fold(mark.words.end - 1),
        "sec" | "vide" | "vides" | "bas" | "epuise" | "epuises"
    ) || words.fold(mark.words.start) == "s'";
    let from = if close {
        mark.words.start.saturating_sub(SUBJECT).max(before.start)
    } else {
        before.start
    };
    let mut kinds = kinds(scope, &(from..before.end));
    let helpers = kinds.iter().any(|(kind, _)| *kind == Help::Volunteers);
    kinds.extend((!helpers).then(|| worker(words, &before)).flatten());
    let gifts = before.clone().find(|at| words.fold(*at) == "dons");
    if let Some(gifts) = gifts.filter(|_| kinds.is_empty()) {
        kinds.push((Help::Money, gifts..gifts + 1));
    }
    // « le stock vient d’un don et s’épuise » asks for no money.
    if words.fold(mark.words.end - 1).starts_with("epuise") {
        kinds.retain(|(kind, _)| !matches!(kind, Help::Money | Help::Volunteers));
    }
    if kinds.is_empty() {
        kinds.extend(unknown_before(scope, &before));
    }
    (!kinds.is_empty()).then_some((before, kinds))
}

/// What stands behind the next colon: « déposez vos dons à la mairie : couvertures, lits de camp ».
fn listed_behind(scope: &Scope, from: usize, end: usize) -> Kinds {
    let words = &scope.text.words;
    let last = end.min(from + REACH);
    let colon = (from.saturating_sub(1)..last).find(|at| words.is_sign(*at, ':'));
    let ended = |colon: usize| (from..colon).any(|at| matches!(words.fold(at), ";" | "." | "!" | "?" | "("));
    match colon.filter(|colon| !ended(*colon)) {
        Some(colon) => without_purpose(scope, &(colon + 1..end.min(colon + 2 * REACH))),
        None => Vec::new(),
    }
}

/// « recherche les personnes isolées »: those who are known already are looked for, and no helpers.
fn seeks_those(words: &Words, object: &Range<usize>) -> bool {
    let noun = words.fold(object.start + 1);
    let anybody = [
        "personne", "famille", "habitant", "gens", "foyer", "jeune", "voisin",
    ];
    words.fold(object.start) == "les" && anybody.iter().any(|start| noun.starts_with(start))
}

/// Whether people are those who are helped, as often as not: « accueillir des familles ».
fn is_helped(scope: &Scope, people: &Range<usize>) -> bool {
    let text = scope.text;
    let unit = text
        .tables
        .units
        .find(&text.words, people.start)
        .map(|(_, unit)| unit);
    matches!(unit, Some(Unit::Helped | Unit::People))
}

/// The last thing or people told of before a word, that can be asked for: « 35 ventilateurs ; il en attend d’autres ».
fn told_before(scope: &Scope, word: usize) -> Option<(Help, Range<usize>)> {
    let words = &scope.text.words;
    let sentences = scope.sentences.iter().rev();
    let before = sentences.filter(|sentence| sentence.start < word).take(3);
    let words_before =
        before.flat_map(|sentence| (sentence.start..sentence.end.min(word)).rev().take(4 * REACH));
    let told = words_before.filter_map(|at| {
        let help = &scope.text.tables.help;
        // « petites voitures »: the longer name begins before.
        let longer = at
            .checked_sub(1)
            .and_then(|at| help.find(words, at))
            .filter(|(end, _)| *end > at);
        let (end, help) = longer.or_else(|| help.find(words, at))?;
        (end <= word && help != Help::Money).then_some((help, at..end))
    });
    let told: Vec<_> = told.collect();
    // « quatorze bénévoles servent la soupe ; il en faudrait vingt »: what was counted.
    let counted = |(_, noun): &&(Help, Range<usize>)| {
        let close = noun.start.saturating_sub(3)..noun.start + 1;
        let numbers = within(&scope.text.marks.numbers, &close);
        numbers.iter().any(|mark| {
            let unit = mark.value.unit.as_ref();
            unit.is_some_and(|(unit, _)| unit.contains(&noun.start))
        })
    };
    let of_them = words.fold(word) == "en";
    let own = scope
        .sentences
        .iter()
        .rev()
        .find(|sentence| sentence.start < word);
    let here = |(_, noun): &(Help, Range<usize>)| own.is_some_and(|own| own.start <= noun.start);
    let counted = told.iter().find(counted).filter(|told| of_them && here(told));
    counted.or(told.first()).cloned()
}

fn need(scope: &Scope, help: Help, words: Range<usize>) -> Found<NeedRead> {
    let numbers = within(
        &scope.text.marks.numbers,
        &(words.start.saturating_sub(3)..words.end),
    );
    let number = numbers.iter().find(|mark| {
        let unit = mark.value.unit.as_ref();
        unit.is_some_and(|(unit, _)| unit.start < words.end && words.start < unit.end)
    });
    let start = number.map_or(words.start, |mark| mark.words.start.min(words.start));
    let what = scope.text.said(words.clone()).trim().to_owned();
    let read = NeedRead {
        kind: help.kind(),
        what,
        quantity: number.map(|mark| mark.value.value),
        until: None,
    };
    scope.text.found(read, start..words.end, true)
}
