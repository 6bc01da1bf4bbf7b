//! What words tell: who, where, and what is done.

use std::ops::Range;

use super::Sign;
use super::bodies::{actor, acts};
use crate::communique::read::Text;
use crate::communique::read::marks::{Act, Body, Mark, within};
use crate::communique::read::outline::sentences;
use crate::communique::read::tables::places::Nearness;
use crate::communique::read::tables::release::{NOTHING_NEW, NOTHING_TOLD, ROADS, SUMMING};
use crate::domain::text::fold;

/// The longest title at the start of a paragraph, in words.
const LONGEST_TITLE: usize = 5;

/// The longest line that says that there is nothing to tell, in words.
const SHORT: usize = 12;

/// The longest paragraph that puts off what it tells, in words.
const LONGEST_LATER: usize = 40;

/// How many paragraphs that begin with a place show that a text goes from place to place.
const SEVERAL: usize = 3;

/// The first of several paragraphs that each begin with a place and tell of something there.
pub(super) fn first_placed(text: &Text, list: &[Sign]) -> Option<usize> {
    let placed = |at: &usize| {
        let words = text.words.within(&text.blocks.list[*at].range);
        let sign = &list[*at];
        sign.evidence && !sign.marked && !sign.heading && opens_with_place(text, &words)
    };
    let placed: Vec<usize> = (0..list.len()).filter(placed).collect();
    placed.first().copied().filter(|_| placed.len() >= SEVERAL)
}

/// Whether a block names a commune.
pub(super) fn names_place(text: &Text, at: usize) -> bool {
    let words = text.words.within(&text.blocks.list[at].range);
    !within(&text.marks.places, &words).is_empty()
}

/// Whether a paragraph sets the scene in its first sentences and then goes to a place: « Quand l’été vient, les réserves
/// fondent. À Mâcon, … ».
pub(super) fn goes_to_place(text: &Text, at: usize) -> bool {
    let words = text.words.within(&text.blocks.list[at].range);
    let first = text.words.fold(words.start);
    let told = |sentence: &Range<usize>| {
        let who = sentence.start..sentence.end.min(sentence.start + 4);
        !within(&text.marks.places, &who).is_empty()
            && opens_with_place(text, sentence)
            && evidence(text, sentence)
    };
    first == "quand" && sentences(text, &words).iter().skip(1).any(told)
}

/// « Grâce à la société Fibre, 24 foyers ont reçu … »: a paragraph that begins with whom it thanks.
pub(in crate::communique::read) fn thanks_another(text: &Text, words: &Range<usize>) -> bool {
    let all = &text.words;
    let first = words.start + 1..words.end.min(words.start + 6);
    let named = within(&text.marks.bodies, &first)
        .iter()
        .any(|mark| matches!(mark.value, Body::Actor(..)) && all.is_capital(mark.words.end));
    all.fold(words.start) == "grace" && named
}

/// Whether a block only calls something to mind: « Le Département rappelle que … ».
pub(super) fn reminds(text: &Text, words: &Range<usize>) -> bool {
    let first = words.start..words.end.min(words.start + 8);
    // « La commune d’Anzin a lancé un appel ; nous y reviendrons. »
    let later = words.len() < LONGEST_LATER
        && words
            .clone()
            .any(|at| matches!(text.words.fold(at), "reviendrons" | "reparlerons"));
    later
        || first.into_iter().any(|at| {
            matches!(text.words.fold(at), "rappelle" | "rappellent" | "rappelons")
                && matches!(text.words.fold(at + 1), "que" | "qu'")
        })
}

/// Whether a line of a list has nothing to tell: « Avion : RAS », « RD 943 coupée ».
pub(super) fn is_void(text: &Text, words: &Range<usize>) -> bool {
    let all = &text.words;
    let road = ROADS.contains(&all.fold(words.start))
        && all.is_capital(words.start)
        && all.is_digits(words.start + 1)
        // « À 12 km de là »
        && (all.fold(words.start).len() > 1 || all.is_glued(words.start + 1));
    let said = fold(text.said(words.clone()));
    let said = said.trim_end_matches(|c: char| !c.is_alphanumeric());
    let ends = |nothing: &str| {
        let rest = said.strip_suffix(nothing);
        rest.is_some_and(|rest| !rest.ends_with(char::is_alphanumeric))
    };
    // « Aussois : rien de neuf depuis la dernière séance »
    let label = within(&text.marks.places, words)
        .first()
        .map_or(words.start, |place| place.words.end);
    let behind = (label..words.end)
        .find(|at| all.is_letters(*at))
        .unwrap_or(words.end);
    let rest = fold(text.said(behind..words.end));
    let nothing = NOTHING_NEW.iter().any(|start| rest.starts_with(start));
    let short = words.len() <= SHORT + 4 && label <= words.start + SHORT;
    road || nothing && short || words.len() <= SHORT && NOTHING_TOLD.iter().any(|nothing| ends(nothing))
}

/// Whether the release's publisher is the subject.
pub(in crate::communique::read) fn authority_first(text: &Text, words: &Range<usize>) -> bool {
    let first = words.start..words.end.min(words.start + 5);
    within(&text.marks.bodies, &first)
        .first()
        .is_some_and(|mark| mark.value == Body::Authority)
}

/// Whether words name who or where.
pub(in crate::communique::read) fn named(text: &Text, words: &Range<usize>) -> bool {
    let place = within(&text.marks.places, words)
        .iter()
        .any(|mark| matches!(mark.value.nearness, Nearness::At | Nearness::Near));
    // « Au Relais, Éric Lemonnier reçoit … »
    let first = words.start..words.end.min(words.start + 10);
    let person = within(&text.marks.people, &first).iter().any(|mark| {
        let behind = mark.words.end..words.end.min(mark.words.end + 4);
        within(&text.marks.acts, &behind)
            .iter()
            .any(|act| !matches!(act.value, Act::Aim | Act::Other))
    });
    place
        || person
        || actor(text, std::slice::from_ref(words)).is_some()
        || !within(&text.marks.areas, words).is_empty()
}

/// Whether words say that something is done, counted, asked for, or give an address.
pub(in crate::communique::read) fn tells(text: &Text, words: &Range<usize>) -> bool {
    says(text, words) || !within(&text.marks.contacts, words).is_empty()
}

/// Whether words say that something is done, counted, asked for.
pub(in crate::communique::read) fn says(text: &Text, words: &Range<usize>) -> bool {
    !within(&text.marks.acts, words).is_empty()
        || !within(&text.marks.asks, words).is_empty()
        || within(&text.marks.numbers, words)
            .iter()
            .any(|mark| mark.value.unit.is_some())
}

/// Whether a block tells of an initiative: as a whole, or in one of its sentences where it begins with
/// whoever publishes.
pub(in crate::communique::read) fn tells_itself(text: &Text, words: &Range<usize>, authority: bool) -> bool {
    if !authority {
        return evidence(text, words);
    }
    let sentences = sentences(text, words);
    sentences.len() > 2
        && sentences.iter().any(|sentence| {
            evidence(text, sentence) && !authority_first(text, sentence) && opens_with_place(text, sentence)
        })
}

/// Whether words say that something was done and how much.
pub(in crate::communique::read) fn counts(text: &Text, words: &Range<usize>) -> bool {
    let numbers = within(&text.marks.numbers, words);
    let done = |act: &Mark<Act>| !matches!(act.value, Act::Aim | Act::Other);
    numbers.iter().any(|mark| mark.value.unit.is_some()) && within(&text.marks.acts, words).iter().any(done)
}

/// Whether words can tell of an initiative by themselves.
pub(in crate::communique::read) fn evidence(text: &Text, words: &Range<usize>) -> bool {
    named(text, words) && tells(text, words)
}

/// Whether a sentence turns to somebody else: « La cave, elle, a versé … », « De son côté, la ville prête … ».
pub(in crate::communique::read) fn turns(text: &Text, words: &Range<usize>) -> bool {
    let all = &text.words;
    let first = words.start..words.end.min(words.start + 10);
    let set_apart = |at: &usize| {
        matches!(all.fold(*at), "elle" | "elles" | "lui" | "eux")
            && all.is_sign(at - 1, ',')
            && all.is_sign(at + 1, ',')
    };
    let emphatic = first.clone().skip(1).find(set_apart);
    let side = matches!(all.fold(words.start), "de")
        && matches!(all.fold(words.start + 1), "son" | "leur")
        && all.fold(words.start + 2) == "cote";
    let until = emphatic.unwrap_or(first.end);
    (emphatic.is_some() || side)
        && says(text, words)
        && actor(text, std::slice::from_ref(&(words.start..until))).is_some()
}

/// Whether a sentence brings in somebody: a body or a place in its first words.
pub(in crate::communique::read) fn introduces(text: &Text, words: &Range<usize>) -> bool {
    let first = words.start..words.end.min(words.start + 12);
    opens_with_place(text, words) || actor(text, &[first]).is_some()
}

/// Whether a sentence begins « À Lens, … » or « Lens : … ».
pub(in crate::communique::read) fn opens_with_place(text: &Text, words: &Range<usize>) -> bool {
    let first = words.start..words.end.min(words.start + 10);
    within(&text.marks.places, &first).iter().any(|mark| {
        let close = mark.words.start <= words.start + 4;
        // « Sur l’île d’Oléron, à Saint-Pierre »
        let said = text.words.fold_before(mark.words.start, 1) == "a"
            && text.words.is_sign(mark.words.start.wrapping_sub(2), ',');
        mark.value.nearness == Nearness::At
            && (close || said)
            && (mark.value.stated || mark.words.start == words.start)
    }) && (!matches!(text.words.fold(words.start), "le" | "la" | "les" | "elle" | "il")
        || within(&text.marks.places, &(words.start..words.start + 1)).len() == 1)
}

/// Whether a block begins with a commune as its label: « Luzy : le foyer … », « BEAUCOURT. Atelier … ».
pub(in crate::communique::read) fn opens_with_commune_label(text: &Text, words: &Range<usize>) -> bool {
    let first = within(&text.marks.places, words).first();
    first.is_some_and(|place| {
        // « Lyon 7e. Notre accueil … »
        let part = text.words.is_digits(place.words.end)
            && text.words.is_glued(place.words.end + 1)
            && matches!(text.words.fold(place.words.end + 1), "e" | "er" | "eme");
        let end = place.words.end + if part { 2 } else { 0 };
        let signs = [':', '-', '.', '|', '/'];
        place.words.start == words.start
            && signs.iter().any(|sign| text.words.is_sign(end, *sign))
            && !text.words.is_glued(end + 1)
            && end + 1 < words.end
    })
}

/// Whether a paragraph begins with a title of a few words: « Cours de langue. Nos bénévoles … ».
pub(in crate::communique::read) fn opens_with_title(text: &Text, words: &Range<usize>) -> bool {
    let all = &text.words;
    let head = words.start..words.end.min(words.start + LONGEST_TITLE + 1);
    let Some(stop) = head.clone().find(|at| all.is_sign(*at, '.')) else {
        return false;
    };
    let title = words.start..stop;
    let hyphen = |at: usize| all.is_sign(at, '-') && all.is_glued(at) && all.is_glued(at + 1);
    let named = title.clone().all(|at| all.is_letters(at) || hyphen(at))
        && !title.is_empty()
        && all.is_capital(title.start);
    let next = all.is_capital(stop + 1) || all.is_digits(stop + 1);
    let long = words.end > stop + LONGEST_TITLE;
    let alone = title.len() > 1 || all.fold(title.start).len() > 4;
    named
        && alone
        && next
        && long
        && within(&text.marks.asks, &title).is_empty()
        && within(&text.marks.people, &title).is_empty()
}

/// Whether a body among words has a name of its own, or a place in it.
pub(in crate::communique::read) fn is_named(text: &Text, words: &Range<usize>) -> bool {
    within(&text.marks.bodies, words)
        .iter()
        .filter(|mark| acts(text, mark))
        .any(|mark| {
            let mut around = mark.words.start..mark.words.end + 4;
            around.any(|at| text.words.is_capital(at) || text.words.is_sign(at, '«'))
        })
}

/// Whether a sentence begins with somebody's name, as « Mérignac Handball prête » and « « Les Jardins » donnent » do.
pub(in crate::communique::read) fn names_subject(text: &Text, words: &Range<usize>) -> bool {
    let all = &text.words;
    let verb = within(&text.marks.acts, words)
        .iter()
        .map(|mark| mark.words.start)
        .chain(
            within(&text.marks.asks, words)
                .iter()
                .map(|mark| mark.words.start),
        )
        .min();
    let Some(verb) = verb.filter(|verb| *verb > words.start + 1 && *verb <= words.start + 8) else {
        return false;
    };
    let mut subject = words.start..verb;
    if subject
        .clone()
        .any(|at| !all.is_letters(at) && !all.is_sign(at, '«') && !all.is_sign(at, '»') && !all.is_glued(at))
    {
        return false;
    }
    // Behind the first word, which is a capital in any sentence.
    all.is_sign(words.start, '«')
        || subject.nth(1).is_some_and(|at| all.is_capital(at))
        || subject.any(|at| all.is_capital(at))
}

/// Whether a paragraph is said to one who is known: « Merci ! Peux-tu demander à Draguignan le nom de … ? ».
pub(super) fn is_said_to_one(text: &Text, words: &Range<usize>) -> bool {
    let all = &text.words;
    let mut quoted = false;
    words.clone().any(|at| {
        quoted = match all.fold(at) {
            "«" => true,
            "»" => false,
            _ => quoted,
        };
        let asked = matches!(all.fold(at), "peux" | "pourrais" | "veux" | "sais" | "as" | "dis")
            && all.is_sign(at + 1, '-')
            && matches!(all.fold(at + 2), "tu" | "moi");
        let told = matches!(all.fold(at), "tu" | "toi") && !all.is_capital(at) && !all.is_glued(at);
        !quoted
            && (asked || told && matches!(all.fold(at + 1), "me" | "m'" | "as" | "peux" | "vois" | "sais"))
    })
}

/// Whether a paragraph ends with what is told below: « Il gèle depuis lundi. Reportage auprès de ceux qui veillent. ».
pub(super) fn announces(text: &Text, at: usize) -> bool {
    let words = text.words.within(&text.blocks.list[at].range);
    let sentences = sentences(text, &words);
    let last = sentences.last().filter(|_| sentences.len() > 1);
    last.is_some_and(|last| last.len() <= SHORT + 4 && super::begins(text.said(last.clone()), SUMMING))
}
