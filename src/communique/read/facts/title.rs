//! A short title, made of the facts.

use super::Scope;
use crate::communique::read::reading::DraftRead;
use crate::communique::read::words::capitalised;
use crate::domain::initiative::MeasureKind;
use crate::domain::text::{length, whole_words};

/// How long a title made of the text may be, in characters.
const LONGEST: usize = 70;

/// The title: its own heading, else place and what is made or done there, else the first words.
pub(super) fn title(scope: &Scope, draft: &DraftRead) -> String {
    if let Some(heading) = &scope.heading {
        let said = scope.text.said(heading.clone()).trim();
        // The composer's titles come out of a catalogue: who is named there agreed to it.
        if scope.text.composed {
            return said.to_owned();
        }
        if draft.people.iter().all(|person| !said.contains(&person.value)) {
            let bare = said.trim_matches('*').trim_end_matches([':', ' ', '\u{a0}', '*']);
            return sentence_case(bare);
        }
    }
    let place = draft.place.as_ref().map(|place| place.value.commune.clone());
    let place = place.or_else(|| draft.area.as_ref().map(|area| area.value.clone()));
    let made = [
        MeasureKind::Produced,
        MeasureKind::Target,
        MeasureKind::Provided,
        MeasureKind::Distributed,
        MeasureKind::Other,
    ];
    let unit = made.iter().find_map(|kind| {
        let of_kind = draft.measures.iter().find(|measure| measure.value.kind == *kind);
        of_kind
            .map(|measure| measure.value.unit.clone())
            .filter(|unit| !unit.is_empty())
    });
    let organiser = draft
        .organiser
        .as_ref()
        .map(|organiser| organiser.value.name.clone());
    // A town's name says the place again.
    let organiser = organiser
        .filter(|name| !name.is_empty() && place.as_ref().is_none_or(|place| !name.contains(place.as_str())));
    let what = match (organiser, unit) {
        (Some(organiser), Some(unit)) => Some([&unit, ", ", &organiser].concat()),
        (organiser, unit) => organiser.or(unit),
    };
    match (place, what) {
        (Some(place), Some(what)) => shortened(&[&place, "\u{a0}: ", &what].concat()),
        (None, Some(what)) => shortened(&capitalised(&what)),
        _ => shortened(&draft.summary),
    }
}

/// The first words, as many as fit.
fn shortened(text: &str) -> String {
    let line = text.lines().next().unwrap_or_default();
    let end = line
        .find(['.', ';', '!', '?'])
        .filter(|end| *end > 12)
        .unwrap_or(line.len());
    let line = &line[..end];
    if length(line) <= LONGEST {
        return line.trim().to_owned();
    }
    let cut: String = line.chars().take(LONGEST).collect();
    [whole_words(&cut).trim_end_matches([',', ':', ' ', '(', '«']), "…"].concat()
}

/// What was written in capitals, as a sentence.
fn sentence_case(text: &str) -> String {
    let letters = || text.chars().filter(|c| c.is_alphabetic());
    if letters().count() > 3 && letters().all(|c| !c.is_lowercase()) {
        capitalised(&text.to_lowercase())
    } else {
        text.to_owned()
    }
}
