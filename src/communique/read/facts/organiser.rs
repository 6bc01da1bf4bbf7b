//! Who carries an initiative.

use std::ops::Range;

use super::Scope;
use crate::communique::read::marks::{Body, Mark, within};
use crate::communique::read::outline::signs;
use crate::communique::read::reading::OrganiserRead;
use crate::communique::read::span::Found;
use crate::communique::read::tables::organisers::{KINDS, NAME_ENDS, NAME_LINKS, Naming};
use crate::domain::initiative::OrganiserKind;

/// The longest name, in words.
const LONGEST: usize = 12;

/// The first body that acts.
pub(super) fn organiser(scope: &Scope) -> Option<Found<OrganiserRead>> {
    let text = scope.text;
    let acting = scope.sentences.iter().find_map(|sentence| {
        let bodies = within(&text.marks.bodies, sentence);
        let body = bodies.iter().find(|mark| signs::acts(text, mark))?;
        Some((sentence, body))
    });
    let (sentence, body) = acting?;
    let Body::Actor(kind, naming) = body.value else {
        return None;
    };
    let kind = KINDS.get(kind).cloned();
    if kind == Some(OrganiserKind::Individual) {
        let organiser = OrganiserRead {
            name: String::new(),
            kind,
        };
        return Some(text.found(organiser, body.words.clone(), true));
    }
    let name = match naming {
        Naming::After => following(scope, body, sentence).or_else(|| quoted_before(scope, body, sentence)),
        Naming::Within => Some(within_name(scope, body, sentence)),
        Naming::Town => Some(town(scope, body, sentence)),
        Naming::Nobody => None,
    };
    let words = name.clone().unwrap_or_else(|| body.words.clone());
    let organiser = OrganiserRead {
        name: name.map_or_else(String::new, |name| clean(scope, &name)),
        kind,
    };
    let sure = !organiser.name.is_empty();
    Some(text.found(organiser, words, sure))
}

/// The name after « l’association »: between quotes, or as far as its words go.
fn following(scope: &Scope, body: &Mark<Body>, sentence: &Range<usize>) -> Option<Range<usize>> {
    let words = &scope.text.words;
    let end = sentence.end;
    let mut at = body.words.end;
    if let Some(quoted) = quoted(scope, at, end) {
        return Some(quoted);
    }
    // « l’association sportive de … », « l’association des Amis de la Brigue »
    if matches!(
        words.fold(at),
        "des" | "de" | "du" | "d'" | "les" | "la" | "le" | "l'"
    ) && words.is_capital(at + 1)
    {
        at += usize::from(!words.is_capital(at));
    }
    // A name begins with a capital, a digit or a commune within it.
    if !(words.is_capital(at) || words.is_digits(at))
        || !words.is_letters(at) && !words.is_digits(at)
        || scope.is_person(at)
    {
        return None;
    }
    Some(at..name_end(scope, at, end))
}

/// The name that a quote gives within a few words.
fn quoted(scope: &Scope, from: usize, end: usize) -> Option<Range<usize>> {
    let words = &scope.text.words;
    let near = (from..end.min(from + 2)).find(|at| opens(scope, *at))?;
    // Nothing but small words may stand between.
    if (from..near).any(|at| words.is_sign(at, ',') || words.is_sign(at, '.')) {
        return None;
    }
    let close = (near + 1..end.min(near + 2 + LONGEST * 2)).find(|at| closes(scope, *at))?;
    (close > near + 1).then_some(near + 1..close)
}

/// « les Imprimeurs de cœur », dont le collectif …
fn quoted_before(scope: &Scope, body: &Mark<Body>, sentence: &Range<usize>) -> Option<Range<usize>> {
    let from = body.words.start.saturating_sub(4).max(sentence.start);
    let close = (from..body.words.start).rev().find(|at| closes(scope, *at))?;
    let open = (sentence.start..close)
        .rev()
        .take(LONGEST)
        .find(|at| opens(scope, *at))?;
    (close > open + 1).then_some(open + 1..close)
}

fn opens(scope: &Scope, at: usize) -> bool {
    ['«', '"'].iter().any(|sign| scope.text.words.is_sign(at, *sign))
}

fn closes(scope: &Scope, at: usize) -> bool {
    ['»', '"'].iter().any(|sign| scope.text.words.is_sign(at, *sign))
}

/// « le lycée Malraux », « les Restos du Cœur de Roquebillière »: the word and what belongs to it.
fn within_name(scope: &Scope, body: &Mark<Body>, sentence: &Range<usize>) -> Range<usize> {
    let words = &scope.text.words;
    let at = body.words.end;
    if let Some(quoted) = quoted(scope, at, sentence.end) {
        return body.words.start..quoted.end + 1;
    }
    let linked = NAME_LINKS.contains(&words.fold(at));
    let named = if words.is_capital(at) && words.is_letters(at) {
        Some(at)
    } else if linked && words.is_capital(at + 1) && words.is_letters(at + 1) && !is_verb(scope, at) {
        Some(at + 1)
    } else {
        None
    };
    // « à Lens » says where it is, « de Lens » belongs to the name.
    let place = matches!(words.fold(at), "a" | "au" | "aux" | "en" | "dans" | "sur");
    match named.filter(|_| !place) {
        Some(named) => body.words.start..name_end(scope, named, sentence.end),
        None => body.words.clone(),
    }
}

/// « la commune de Lillers »
fn town(scope: &Scope, body: &Mark<Body>, sentence: &Range<usize>) -> Range<usize> {
    let places = within(
        &scope.text.marks.places,
        &(body.words.end..sentence.end.min(body.words.end + 4)),
    );
    let end = places
        .first()
        .filter(|place| place.words.start <= body.words.end + 2)
        .map_or(body.words.end, |place| place.words.end);
    body.words.start..end
}

fn is_verb(scope: &Scope, at: usize) -> bool {
    within(&scope.text.marks.acts, &(at..at + 1))
        .iter()
        .any(|mark| mark.words.start == at)
}

/// Where a name that begins at a word ends.
fn name_end(scope: &Scope, start: usize, end: usize) -> usize {
    let words = &scope.text.words;
    let mut at = start + 1;
    let last = end.min(start + LONGEST);
    while at < last {
        if words.is_sign(at, '-') && words.is_glued(at) && words.is_glued(at + 1) {
            at += 2;
            continue;
        }
        if !words.is_letters(at) && !words.is_digits(at) {
            break;
        }
        let capital = words.is_capital(at);
        if capital {
            at += 1;
            continue;
        }
        if words.is_digits(at) {
            at += 1;
            continue;
        }
        let word = words.fold(at);
        let linked = NAME_LINKS.contains(&word)
            && (at + 1 < last)
            && words.is_letters(at + 1)
            && (words.is_capital(at + 1)
                || NAME_LINKS.contains(&words.fold(at + 1)) && words.is_capital(at + 2));
        // « a » is a verb more often than a word within a name; « à » folds to the same.
        let verb = is_verb(scope, at) || word == "a" && !scope.text.said(at..at + 1).starts_with('à');
        if verb || (NAME_ENDS.contains(&word) && !linked) || word == "a" || word == "dans" || word == "sur" {
            break;
        }
        if NAME_LINKS.contains(&word) && !linked {
            // « Planète sciences de la vallée » goes on, « Emmaüs de » does not.
            let small = words.is_letters(at + 1) && at + 1 < last && !is_verb(scope, at + 1);
            if !small || !matches!(word, "de" | "du" | "des" | "d'" | "l'") {
                break;
            }
        }
        at += 1;
    }
    at
}

/// The name without the quotes around it.
fn clean(scope: &Scope, name: &Range<usize>) -> String {
    let said = scope.text.said(name.clone());
    said.trim_matches(|c: char| c.is_whitespace() || "«»\"“”*".contains(c))
        .to_owned()
}
