//! Bodies that explain, own or run what another word names.

use std::ops::Range;

use super::{Scope, apposed, body, following};
use crate::communique::read::marks::{Body, Mark, within};
use crate::communique::read::outline::signs;
use crate::communique::read::reading::OrganiserRead;
use crate::communique::read::span::Found;
use crate::communique::read::tables::organisers::{KINDS, Naming};
use crate::domain::initiative::OrganiserKind;

/// The body that explains the name of another one.
pub(super) fn explained(scope: &Scope, first: Option<&Found<OrganiserRead>>) -> Option<Found<OrganiserRead>> {
    let text = scope.text;
    let first = first?;
    scope.sentences.iter().take(2).find_map(|sentence| {
        let marks = within(&text.marks.bodies, sentence).iter();
        let tells = |mark: &&Mark<Body>| {
            matches!(mark.value, Body::Actor(_, Naming::After)) && signs::acts(text, mark)
        };
        marks.filter(tells).find_map(|mark| {
            let name = text.span(apposed(scope, mark, sentence)?);
            let same = name.start < first.span.end && first.span.start < name.end;
            same.then(|| body(scope, mark, sentence)).flatten()
        })
    })
}

/// Whether something belongs to a well-known association: « la Foire aux manteaux du Secours catholique », « le minibus
/// de la Croix-Rouge ».
pub(super) fn is_owner(scope: &Scope, mark: &Mark<Body>) -> bool {
    let words = &scope.text.words;
    let Body::Actor(kind, Naming::Within) = mark.value else {
        return false;
    };
    let before = |back: usize| words.fold_before(mark.words.start, back);
    let owned = matches!(before(1), "du" | "des") || matches!(before(1), "la" | "l'") && before(2) == "de";
    KINDS.get(kind) == Some(&OrganiserKind::Association) && owned && words.is_capital(mark.words.start)
}

/// The association or company that a body belongs to, where it is named right behind it.
pub(super) fn owner<'a>(
    scope: &'a Scope,
    body: &Mark<Body>,
    sentence: &Range<usize>,
) -> Option<&'a Mark<Body>> {
    let words = &scope.text.words;
    let Body::Actor(_, Naming::Within) = body.value else {
        return None;
    };
    let behind = body.words.end..sentence.end.min(body.words.end + 3);
    let next = within(&scope.text.marks.bodies, &behind).first()?;
    let between = body.words.end..next.words.start;
    let linked = words.fold(between.start) == "de"
        && between.len() <= 2
        && between
            .clone()
            .skip(1)
            .all(|at| matches!(words.fold(at), "l'" | "la"));
    let named =
        matches!(next.value, Body::Actor(_, Naming::After)) && following(scope, next, sentence).is_some();
    (linked && named).then_some(next)
}
