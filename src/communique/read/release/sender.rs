//! Who writes: what they tell of without naming anybody or any place is theirs.

use std::ops::Range;

use crate::communique::read::Text;
use crate::communique::read::facts;
use crate::communique::read::marks::{Body, Mark, Place as Named, within};
use crate::communique::read::outline::{Outline, Role};
use crate::communique::read::reading::{DraftRead, OrganiserRead};
use crate::communique::read::span::Found;
use crate::communique::read::tables::organisers::Naming;
use crate::communique::read::tables::places::Nearness;
use crate::communique::read::tables::release::PAPERS;
use crate::communique::read::words::Case;
use crate::domain::initiative::{OrganiserKind, Place};

/// How many blocks from the start may name who writes.
const SENDER: usize = 6;

/// The longest line that names who writes, in bytes.
const LONGEST_SENDER: usize = 140;

/// What a town tells of without naming a place is done in that town.
pub(in crate::communique::read) fn at_home(text: &Text, outline: &Outline, drafts: &mut [DraftRead]) {
    let headed = headed_by_towns(text, outline);
    let nowhere = drafts
        .iter()
        .all(|draft| draft.place.is_none() && draft.area.is_none());
    let town = town_in_head(text, outline).or_else(|| town_of_day(text, outline).filter(|_| nowhere));
    for draft in drafts {
        if draft.place.is_none() && draft.area.is_none() {
            let own = draft
                .section
                .and_then(|section| headed.get(section).copied().flatten());
            draft.place = own.or(town).map(|town| home(text, town));
        }
    }
}

/// A town as the place of what names none.
fn home(text: &Text, town: &Mark<Named>) -> Found<Place> {
    let place = Place {
        commune: town.value.name.clone(),
        insee: Some(town.value.insee.clone()),
        postcode: town.value.postcode.clone(),
        ..Place::default()
    };
    text.found(place, town.words.clone(), false)
}

/// For each section, the only commune that its heading names: « Ce qui se fait à Marseille ».
fn headed_by_towns<'a>(text: &'a Text, outline: &Outline) -> Vec<Option<&'a Mark<Named>>> {
    let roles = outline.roles.iter().enumerate();
    let headings = roles.filter(|(_, role)| matches!(role, Role::Heading(_)));
    let towns = headings.map(|(at, _)| {
        let words = text.words.within(&text.blocks.list[at].range);
        match within(&text.marks.places, &words) {
            [town] if town.value.stated && town.value.nearness == Nearness::At => Some(town),
            _ => None,
        }
    });
    towns.collect()
}

/// What « nous » tell of is done by those whose name stands over the letter.
pub(in crate::communique::read) fn by_sender(text: &Text, outline: &Outline, drafts: &mut [DraftRead]) {
    let heads = outline.roles.iter().enumerate();
    let mut heads = heads.filter(|(at, role)| {
        let above = matches!(role, Role::Head | Role::Lead | Role::Frame) && *at < SENDER;
        above && text.blocks.list[*at].range.len() <= LONGEST_SENDER
    });
    let words = |at: usize| text.words.within(&text.blocks.list[at].range);
    // « Le président de l’association Fil » may sign below as well.
    let closing = outline.roles.iter().enumerate().rev().take(SENDER);
    let mut closing = closing.filter(|(at, role)| {
        let below = matches!(role, Role::Closing | Role::Signature | Role::Loose | Role::Frame);
        below && text.blocks.list[*at].range.len() <= LONGEST_SENDER
    });
    let above = heads.find_map(|(at, _)| facts::organiser_of(text, words(at)));
    let Some(sender) = above.or_else(|| closing.find_map(|(at, _)| facts::organiser_of(text, words(at))))
    else {
        return;
    };
    for (draft, item) in drafts.iter_mut().zip(&outline.items) {
        let ours = item.parts.iter().any(|part| is_told_by_us(text, part));
        // « Nous avons logé des familles chez un hôtelier » tells of us.
        let somebody = |kind: &OrganiserKind| *kind == OrganiserKind::Individual && draft.people.is_empty();
        let nameless = |found: &Found<OrganiserRead>| {
            found.value.name.is_empty() && found.value.kind.as_ref().is_none_or(somebody)
        };
        // « Notre atelier a repris »
        let own = |found: &Found<OrganiserRead>| {
            found.value.name.is_empty() && item.parts.iter().any(|part| is_our_own(text, part, found))
        };
        // « À Vernon, nous avons ouvert … Notre coordinatrice, Mme Hamel, reçoit »: who is named works for us.
        let nameless = |found: &Found<OrganiserRead>| {
            let person = found.value.kind == Some(OrganiserKind::Individual);
            nameless(found) || person && item.parts.iter().any(|part| opens_with_us(text, part))
        };
        if ours
            && draft
                .organiser
                .as_ref()
                .is_none_or(|found| nameless(found) || own(found))
        {
            draft.organiser = Some(Found {
                sure: false,
                ..sender.clone()
            });
        }
    }
}

/// Whether words begin with what « nous » did: « À Vernon, nous avons ouvert … ».
fn opens_with_us(text: &Text, words: &Range<usize>) -> bool {
    let first = words.start..words.end.min(words.start + SENDER);
    first
        .into_iter()
        .any(|at| text.words.fold(at) == "nous" && !text.words.is_glued(at))
}

/// Whether a body is said to be ours: « notre atelier ».
fn is_our_own(text: &Text, words: &Range<usize>, found: &Found<OrganiserRead>) -> bool {
    let mut ours = words.clone().filter(|at| text.words.fold(*at) == "notre");
    ours.any(|at| text.span(at + 1..at + 2).start == found.span.start)
}

/// Whether words tell of « nous » and « notre », outside of what somebody says.
fn is_told_by_us(text: &Text, words: &Range<usize>) -> bool {
    let mut quoted = false;
    words.clone().any(|at| {
        quoted = match text.words.fold(at) {
            "«" => true,
            "»" => false,
            _ => quoted,
        };
        // « Rejoignez-nous » is said to those who read.
        !quoted && !text.words.is_glued(at) && matches!(text.words.fold(at), "nous" | "notre" | "nos")
    })
}

/// The commune that stands before the day, where the text speaks of « la ville » and never says which: « Saint-Nazaire, le
/// 7 juin … La ville finance … ».
fn town_of_day<'a>(text: &'a Text, outline: &Outline) -> Option<&'a Mark<Named>> {
    let speaks = text.marks.bodies.iter().any(|mark| {
        let town = matches!(mark.value, Body::Actor(_, Naming::Town));
        town && text.words.fold_before(mark.words.start, 1) == "la"
            && !text.words.is_capital(mark.words.end + 1)
    });
    let heads = outline.roles.iter().enumerate();
    let mut heads = heads.filter(|(_, role)| speaks && matches!(role, Role::Head));
    heads.find_map(|(at, _)| {
        let words = text.words.within(&text.blocks.list[at].range);
        let place = within(&text.marks.places, &words).first()?;
        let behind = place.words.end..place.words.end + SENDER;
        let dated = !within(&text.marks.dates, &behind).is_empty();
        (place.words.start == words.start && dated).then_some(place)
    })
}

/// The town whose own bulletin this is.
pub(super) fn town_in_head<'a>(text: &'a Text, outline: &Outline) -> Option<&'a Mark<Named>> {
    let heads = outline.roles.iter().enumerate();
    let mut heads = heads
        .filter(|(at, role)| {
            matches!(role, Role::Head) || *at < 3 && matches!(role, Role::Lead | Role::Frame)
        })
        .map(|(at, _)| at);
    heads.find_map(|at| {
        let words = text.words.within(&text.blocks.list[at].range);
        let place = within(&text.marks.places, &words).first()?;
        // « Ville de Montceau-les-Mines et communes voisines » is more than the town.
        let speaks = matches!(text.words.fold(words.start), "ville" | "mairie" | "commune")
            && text.words.fold(place.words.end) != "et";
        // « FOIX INFOS », « RIXHEIM MAG’ »
        let titled = place.words.start == words.start && {
            let end = place.words.end;
            PAPERS.contains(&text.words.fold(end + usize::from(text.words.is_sign(end, '-'))))
        };
        // « Bulletin de Saint-Junien »
        let of = matches!(text.words.fold_before(place.words.start, 1), "de" | "d'" | "du");
        let paper = of
            && matches!(
                text.words.fold_before(place.words.start, 2),
                "bulletin" | "municipal" | "municipale"
            );
        // « REIMS — Intempéries : qui fait quoi ? »
        let shouted = place.words.start == words.start
            && text.words.is_sign(place.words.end, '-')
            && text
                .words
                .get(words.start)
                .is_some_and(|word| word.case == Case::All);
        (speaks || titled || paper || shouted).then_some(place)
    })
}
