//! Whether words go on about what was told before, by themselves.

use std::ops::Range;

use super::signs;
use crate::communique::read::Text;
use crate::communique::read::marks::within;
use crate::communique::read::tables::places::Nearness;
use crate::communique::read::tables::release::{GOES_ON, LEADS_ON};
use crate::domain::code::Insee;
use crate::domain::text::fold;

/// How early in a sentence « y » points back.
const POINTS_BACK: usize = 10;

/// The first commune that words name.
pub(super) fn first_place(text: &Text, words: &Range<usize>) -> Option<Insee> {
    let mut places = within(&text.marks.places, words).iter();
    let place = places.find(|mark| mark.value.nearness != Nearness::Near)?;
    Some(place.value.insee.clone())
}

/// « Condé et Agon seront équipées à leur tour »: where what was told of goes next.
pub(super) fn is_planned(text: &Text, words: &Range<usize>) -> bool {
    let places = within(&text.marks.places, words);
    let listed = places.iter().enumerate().take_while(|(nth, place)| {
        if *nth == 0 {
            place.words.start == words.start
        } else {
            place.value.listed
        }
    });
    listed.last().is_some_and(|(_, place)| {
        matches!(
            text.words.fold(place.words.end),
            "sera" | "seront" | "devrait" | "devraient" | "suivra" | "suivront"
        )
    })
}

/// Whether words go on about what was told before. « Grâce à la société Fibre, » brings in another one.
pub(super) fn goes_on(text: &Text, words: &Range<usize>) -> bool {
    !signs::thanks_another(text, words)
        && !leads_on(text, words)
        && signs::begins(text.said(words.clone()), GOES_ON)
}

/// Whether words say that they go on about the place that was named: « la Croix-Rouge s’y relaie ».
pub(super) fn points_back(text: &Text, words: &Range<usize>) -> bool {
    let first = words.start..words.end.min(words.start + POINTS_BACK);
    let there = first
        .clone()
        .any(|at| text.words.fold(at) == "y" && !text.words.is_capital(at));
    // « Trente volontaires leur ont prêté main-forte »
    let helps = |at: usize| {
        matches!(text.words.fold(at), "leur" | "lui") && matches!(text.words.fold(at + 1), "a" | "ont")
    };
    // « L’association a pris le relais »: of those who were told of.
    let relieves = |at: usize| {
        text.words.fold(at).starts_with("pr")
            && text.words.fold(at + 1) == "le"
            && text.words.fold(at + 2) == "relais"
    };
    there || first.into_iter().any(|at| relieves(at) || helps(at))
}

/// « Le comité, installé à Louhans, » after « le comité local du Secours populaire »: the same body, and where it is.
pub(super) fn is_seated(text: &Text, words: &Range<usize>, unplaced: bool, old: &str, new: &str) -> bool {
    let (Some(own), Some(head)) = (old.split(' ').next(), new.split(' ').next()) else {
        return false;
    };
    let mut initials = old.split(' ').filter_map(|word| word.chars().next());
    // « l’EFS » is « l’Établissement français du sang ».
    if (2..=5).contains(&new.len())
        && new.chars().take(2).all(|letter| initials.next() == Some(letter))
        && old.contains(' ')
    {
        return true;
    }
    let place = within(&text.marks.places, words).first();
    let seat = place.map_or_else(String::new, |place| fold(&place.value.name).replace('-', " "));
    unplaced
        && own == head
        && new
            .split(' ')
            .skip(1)
            .all(|word| seat.split(' ').any(|part| part == word))
}

/// « On finit par Béthune »: a sentence that leads to another place.
fn leads_on(text: &Text, words: &Range<usize>) -> bool {
    let first = words.start..words.end.min(words.start + POINTS_BACK);
    let place = within(&text.marks.places, &first).first();
    place.is_some_and(|place| {
        (words.start..place.words.start).any(|at| LEADS_ON.contains(&text.words.fold(at)))
            && place.value.nearness == Nearness::At
    })
}
