//! What is asked for.

use std::ops::Range;

use super::Scope;
use crate::communique::read::marks::{Mark, within};
use crate::communique::read::reading::NeedRead;
use crate::communique::read::span::Found;
use crate::communique::read::tables::needs::{Asks, HELP, NO_OBJECTS};
use crate::communique::read::words::Words;
use crate::communique::read::words::index::Index;
use crate::domain::initiative::NeedKind;

/// How far from the asking word its object may stand.
const REACH: usize = 16;

/// The words whose numbers are asked for, and the needs.
pub(super) fn needs(scope: &Scope) -> (Vec<Range<usize>>, Vec<Found<NeedRead>>) {
    let text = scope.text;
    let mut asked = Vec::new();
    let mut needs: Vec<Found<NeedRead>> = Vec::new();
    for sentence in &scope.sentences {
        let asks = within(&text.marks.asks, sentence);
        for (nth, mark) in asks.iter().enumerate() {
            if text.tables.no_need.find(&text.words, mark.words.start).is_some() {
                continue;
            }
            let Some(how) = meant(scope, mark) else { continue };
            let next = asks.get(nth + 1).map_or(sentence.end, |next| next.words.start);
            let Some((object, found)) = object(scope, mark, how, sentence, next) else {
                continue;
            };
            asked.push(object.clone());
            for (kind, words) in found {
                if needs.iter().any(|known| known.value.kind == kind) {
                    continue;
                }
                needs.push(need(scope, kind, words));
            }
        }
    }
    (asked, needs)
}

type Kinds = Vec<(NeedKind, Range<usize>)>;

/// How an asking word is meant: « recherché » asks for what stands before it, « a collecté » for nothing.
fn meant(scope: &Scope, mark: &Mark<Asks>) -> Option<Asks> {
    if mark.value != Asks::Before {
        return Some(mark.value);
    }
    let words = &scope.text.words;
    let participle = words.is_participle(mark.words.end - 1);
    let done = (1..=2).any(|back| {
        matches!(
            words.fold_before(mark.words.start, back),
            "a" | "ont" | "avait" | "avaient" | "ete"
        )
    });
    match (participle, done) {
        (false, _) => Some(Asks::Before),
        (true, false) => Some(Asks::After),
        (true, true) => None,
    }
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
    let help = &scope.text.tables.help;
    let after = mark.words.end..clause_end(words, mark.words.end, sentence.end.min(next));
    let before = clause_start(words, mark.words.start, sentence.start)..mark.words.start;
    match asks {
        Asks::Before => {
            let mut kinds = kinds(words, help, &after);
            kinds.extend(kinds.is_empty().then(|| unknown(scope, &after)).flatten());
            (!kinds.is_empty()).then_some((after, kinds))
        }
        Asks::Gift => {
            // « appel aux dons pour acheter du tissu » asks for money.
            let bare = matches!(words.fold(mark.words.end), "pour" | "afin");
            let kinds = kinds(words, help, &after);
            if bare || kinds.is_empty() {
                let money = vec![(NeedKind::Money, mark.words.clone())];
                return Some((mark.words.clone(), money));
            }
            Some((after, kinds))
        }
        Asks::After => {
            let kinds = kinds(words, help, &before);
            (!kinds.is_empty()).then_some((before, kinds))
        }
        Asks::Hands => {
            let mut found = kinds(words, help, &after);
            found.retain(|(kind, _)| *kind == NeedKind::Volunteers);
            if found.is_empty() {
                found.push((NeedKind::Volunteers, mark.words.clone()));
            }
            Some((mark.words.start..after.end, found))
        }
    }
}

/// A thing or people that no table knows: « cherche du grillage », « recherche des soudeurs ».
fn unknown(scope: &Scope, object: &Range<usize>) -> Option<(NeedKind, Range<usize>)> {
    let words = &scope.text.words;
    let article = matches!(
        words.fold(object.start),
        "du" | "des" | "un" | "une" | "quelques" | "d'"
    );
    let of = matches!(words.fold(object.start), "de") && matches!(words.fold(object.start + 1), "la" | "l'");
    let counted = words.is_digits(object.start);
    let noun = object.start + if of { 2 } else { usize::from(article || counted) };
    let word = words.fold(noun);
    let known = (article || of || counted) && noun < object.end && word.len() > 3;
    if !known || !words.is_letters(noun) || words.is_capital(noun) || NO_OBJECTS.contains(&word) {
        return None;
    }
    let bare = word.trim_end_matches(['s', 'x']);
    let who = ["eur", "euse", "iste", "ier", "iere", "trice", "ien", "ienne"];
    let kind = if who.iter().any(|end| bare.ends_with(end)) {
        NeedKind::Volunteers
    } else {
        NeedKind::Materials
    };
    Some((kind, noun..noun + 1))
}

/// Each kind once, with the words from its first to its last noun.
fn kinds(words: &Words, help: &Index<usize>, object: &Range<usize>) -> Kinds {
    let mut found: Kinds = Vec::new();
    let mut at = object.start;
    while at < object.end {
        match help.find(words, at) {
            Some((end, row)) => {
                let kind = &HELP[row].1;
                match found.iter_mut().find(|(known, _)| known == kind) {
                    Some((_, range)) => range.end = end,
                    None => found.push((kind.clone(), at..end)),
                }
                at = end;
            }
            None => at += 1,
        }
    }
    found
}

/// Where what is asked for ends: a sign or the purpose that follows.
fn clause_end(words: &Words, start: usize, end: usize) -> usize {
    let ends = |at: usize| {
        matches!(
            words.fold(at),
            "." | ";" | "!" | "?" | ":" | "(" | "\n" | "pour" | "afin" | "qui" | "au" | "chaque" | "mais"
        ) && at > start
    };
    let last = end.min(start + REACH);
    (start..last).find(|at| ends(*at)).unwrap_or(last)
}

fn clause_start(words: &Words, end: usize, start: usize) -> usize {
    let begins = |at: usize| matches!(words.fold(at), "." | ";" | "!" | "?" | ":" | "\n");
    let first = end.saturating_sub(REACH).max(start);
    (first..end)
        .rev()
        .find(|at| begins(*at))
        .map_or(first, |at| at + 1)
}

fn need(scope: &Scope, kind: NeedKind, words: Range<usize>) -> Found<NeedRead> {
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
        kind,
        what,
        quantity: number.map(|mark| mark.value.value),
        until: None,
    };
    scope.text.found(read, start..words.end, true)
}
