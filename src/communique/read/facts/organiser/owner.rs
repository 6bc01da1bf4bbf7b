//! Bodies that explain, own or run what another word names.

use std::ops::Range;

use super::{Scope, apposed, body, following};
use crate::communique::read::marks::{Act, Body, Mark, begins_at, within};
use crate::communique::read::outline::signs;
use crate::communique::read::reading::OrganiserRead;
use crate::communique::read::span::Found;
use crate::communique::read::tables::organisers::{CARRIED, KINDS, Naming};
use crate::domain::initiative::OrganiserKind;
use crate::domain::text::fold;

/// How far behind a body its name may stand, in words.
const FAR: usize = 10;

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
    // « Des retraités de l’association Fil » are the association; one of them is not.
    let several = || words.fold(body.words.end - 1).ends_with('s');
    match body.value {
        Body::Actor(_, Naming::Within) => {}
        Body::Actor(_, Naming::Nobody) if several() => {}
        _ => return None,
    }
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

/// « Une bibliothèque pour deux. La commune y a déposé … », « La paroisse n’en pouvait plus. L’association loge … »: the
/// first body with a verb of doing, where what is named before it does nothing.
pub(super) fn busy(
    scope: &Scope,
    first: Option<&Found<OrganiserRead>>,
    acting: &dyn Fn(&Mark<Body>) -> bool,
) -> Option<Found<OrganiserRead>> {
    let text = scope.text;
    let words = &text.words;
    let span = first?.span;
    let place = scope.sentence_of(span)?;
    let sentence = &scope.sentences[place];
    let mark = within(&text.marks.bodies, sentence).iter().find(|mark| {
        text.span(mark.words.clone()).start <= span.end && text.span(mark.words.clone()).end >= span.start
    })?;
    let one = matches!(words.fold_before(mark.words.start, 1), "un" | "une");
    let denied = (mark.words.end..sentence.end.min(mark.words.end + 3))
        .any(|at| matches!(words.fold(at), "n'" | "ne"));
    let does = |mark: &Mark<Body>, end: usize| {
        let acts = within(&text.marks.acts, &(mark.words.end..end));
        acts.iter().any(|act| act.value != Act::Aim)
            || !within(&text.marks.asks, &(mark.words.end..end)).is_empty()
    };
    if !denied && (!one || does(mark, sentence.end)) {
        return None;
    }
    let next = scope.sentences.get(place + 1)?;
    let mut others = within(&text.marks.bodies, next).iter();
    let other = others.find(|other| acting(other) && does(other, next.end))?;
    let nobody = matches!(other.value, Body::Actor(_, Naming::Nobody));
    (!nobody)
        .then(|| body(scope, other, next))
        .flatten()
        .filter(|found| !found.value.name.is_empty())
}

/// « Le collectif s’appelle À la bonne soupe », « une association du nom de Fil »: a name that is told apart.
pub(super) fn called(scope: &Scope, mark: &Mark<Body>, sentence: &Range<usize>) -> Option<Range<usize>> {
    let words = &scope.text.words;
    let at = mark.words.end;
    let behind = match (words.fold(at), words.fold(at + 1), words.fold(at + 2)) {
        ("s'" | "se", "appelle" | "nomme" | "intitule", _) => at + 2,
        ("a", "pour", "nom") | ("du", "nom", "de" | "d'") => at + 3,
        ("sous", "le", "nom") => at + 4,
        (
            "baptise" | "baptisee" | "nomme" | "nommee" | "denomme" | "denommee" | "intitule" | "intitulee",
            _,
            _,
        ) => at + 1,
        _ => return christened(scope, mark, sentence),
    };
    if let Some(quoted) = super::quoted(scope, behind, sentence.end) {
        return Some(quoted);
    }
    if !words.is_letters(behind) || !words.is_capital(behind) {
        return None;
    }
    let small = |at: &usize| matches!(words.fold(*at), "la" | "le" | "les" | "l'");
    let opened = matches!(
        words.fold(behind),
        "a" | "au" | "aux" | "dans" | "sur" | "sous" | "en" | "de"
    );
    let links = (behind + 1..behind + 2).filter(small).count();
    let noun = behind + 1 + links;
    let end = if opened {
        (noun..sentence.end.min(noun + 4))
            .find(|at| !words.is_letters(*at) || super::NAME_ENDS.contains(&words.fold(*at)))
            .unwrap_or(sentence.end)
    } else {
        super::name_end(scope, behind, sentence.end)
    };
    Some(behind..end)
}

/// « un hôtel du port, le Cap Riva », « un restaurant, Chez Lulu, »: the name that follows one that no name was told of.
pub(super) fn named_behind(
    scope: &Scope,
    body: &Mark<Body>,
    sentence: &Range<usize>,
) -> Option<Range<usize>> {
    let text = scope.text;
    let words = &text.words;
    let one = matches!(
        words.fold_before(body.words.start, 1),
        "un" | "une" | "leur" | "son" | "sa" | "notre"
    );
    let Body::Actor(_, Naming::Within | Naming::After) = body.value else {
        return None;
    };
    let last = sentence.end.min(body.words.end + FAR);
    let comma = (body.words.end..last).find(|at| words.is_sign(*at, ','))?;
    let plain = (body.words.end..comma).all(|at| words.is_letters(at) || words.is_glued(at));
    let told = (body.words.end..comma).any(|at| begins_at(&text.marks.acts, at));
    let article = usize::from(matches!(words.fold(comma + 1), "le" | "la" | "les" | "l'"));
    let start = comma + 1 + article;
    let name = words.is_letters(start)
        && words.is_capital(start)
        && !scope.is_person(start)
        && within(&text.marks.places, &(start..start + 1)).is_empty();
    if !one || !plain || told || !name || start >= sentence.end {
        return None;
    }
    let end = super::name_end(scope, start, sentence.end)
        .max(super::phrase_end(scope, start, sentence.end).unwrap_or(start));
    let closed = end >= sentence.end
        || [',', '.', ';', ':', ')', '(', '!']
            .iter()
            .any(|sign| words.is_sign(end, *sign));
    closed.then_some(start..end)
}

/// Who is nearer to what is done than the first body: who carries it, whom it helps to do it, by what name they go.
pub(super) fn nearer(
    scope: &Scope,
    first: Option<Found<OrganiserRead>>,
    acting: &dyn Fn(&Mark<Body>) -> bool,
) -> Option<Found<OrganiserRead>> {
    let mut best = first;
    best = carrier(scope, best.as_ref()).or(best);
    best = behind_but(scope, best.as_ref(), acting).or(best);
    best = theirs(scope, best.as_ref()).or(best);
    best = helped_by(scope, best.as_ref()).or(best);
    in_full(scope, best.as_ref()).or(best)
}

/// « la ferme du Moulin, portée par un collectif »: who carries what was named first; its name is that of what is
/// carried, where they have none.
fn carrier(scope: &Scope, first: Option<&Found<OrganiserRead>>) -> Option<Found<OrganiserRead>> {
    let text = scope.text;
    let words = &text.words;
    let first = first?;
    scope.sentences.iter().take(2).find_map(|sentence| {
        let carried = |at: &usize| {
            let word = words.fold(*at).trim_end_matches('s');
            let stem = CARRIED.contains(&word)
                || word
                    .strip_suffix('e')
                    .is_some_and(|masculine| CARRIED.contains(&masculine));
            stem && words.fold(*at + 1) == "par" && text.span(*at..*at + 1).start >= first.span.end
        };
        let at = sentence.clone().find(carried)?;
        // « L’atelier fabrique des sacs vendus au marché tenu par … » has told what it does already.
        let done = within(&text.marks.acts, &(sentence.start..at));
        let before = done
            .iter()
            .any(|act| text.span(act.words.clone()).start >= first.span.end);
        let mark = within(&text.marks.bodies, &(at + 2..at + 5)).first()?;
        let Body::Actor(kind, _) = mark.value else {
            return None;
        };
        let kind = KINDS
            .get(kind)
            .filter(|kind| **kind != OrganiserKind::Individual)?;
        if before {
            return None;
        }
        let found = body(scope, mark, sentence)?;
        if found.value.name.contains(char::is_uppercase) || first.value.name.is_empty() {
            return Some(found);
        }
        Some(Found {
            value: OrganiserRead {
                kind: Some(kind.clone()),
                name: first.value.name.clone(),
            },
            ..first.clone()
        })
    })
}

/// « le cinéma reste fermé mais la mairie installe un écran »: the body behind « mais », where the first does nothing.
fn behind_but(
    scope: &Scope,
    first: Option<&Found<OrganiserRead>>,
    acting: &dyn Fn(&Mark<Body>) -> bool,
) -> Option<Found<OrganiserRead>> {
    let text = scope.text;
    let words = &text.words;
    let span = first?.span;
    let sentence = &scope.sentences[scope.sentence_of(span)?];
    let but = sentence.clone().find(|at| {
        matches!(words.fold(*at), "mais" | "alors" | "tandis") && text.span(*at..*at + 1).start >= span.end
    })?;
    let nothing = within(&text.marks.acts, &(sentence.start..but))
        .iter()
        .all(|act| text.span(act.words.clone()).start < span.end);
    let next = within(&text.marks.bodies, &(but + 1..but + 5))
        .iter()
        .find(|mark| acting(mark))?;
    let does = !within(&text.marks.acts, &(next.words.end..sentence.end)).is_empty();
    (nothing && does).then(|| body(scope, next, sentence)).flatten()
}

/// « un collectif est né, baptisé comme il se doit « Une assiette de plus » »: a name between quotes, told further on.
fn christened(scope: &Scope, mark: &Mark<Body>, sentence: &Range<usize>) -> Option<Range<usize>> {
    let words = &scope.text.words;
    let one = matches!(
        words.fold_before(mark.words.start, 1),
        "un" | "une" | "leur" | "ce" | "cette"
    );
    let named = |at: &usize| {
        let stems = ["baptis", "nomm", "denomm", "intitul", "appel", "surnomm"];
        stems.iter().any(|stem| words.fold(*at).starts_with(stem)) && words.is_participle(*at)
    };
    let last = sentence.end.min(mark.words.end + FAR);
    let at = (mark.words.end..last).find(named).filter(|_| one)?;
    let open = (at + 1..sentence.end.min(at + FAR)).find(|at| words.opens_quote(*at))?;
    let close = (open + 1..sentence.end.min(open + FAR)).find(|at| words.closes_quote(*at))?;
    (close > open + 1 && words.is_capital(open + 1)).then_some(open + 1..close)
}

/// « Des retraités réparent des chaudières ; leur collectif, Flamme bleue, a dépanné … », « Une infirmière … Un collectif
/// est né, baptisé « Un bol de plus » »: those who were told of have a name together.
fn theirs(scope: &Scope, first: Option<&Found<OrganiserRead>>) -> Option<Found<OrganiserRead>> {
    let text = scope.text;
    let words = &text.words;
    let first = first?;
    let alone = first.value.kind == Some(OrganiserKind::Individual);
    let theirs = |mark: &&Mark<Body>| {
        let end = mark.words.end;
        let own = matches!(words.fold_before(mark.words.start, 1), "leur" | "son" | "sa");
        let born = matches!((words.fold(end), words.fold(end + 1)), ("est", "ne" | "nee"));
        // « réunies en association sous le nom d’Aiguilles »
        let gathered = super::ways::gathers(scope, mark) && called(scope, mark, &(end..end + FAR)).is_some();
        matches!(mark.value, Body::Actor(_, Naming::After)) && (alone && (own || born) || gathered)
    };
    scope.sentences.iter().find_map(|sentence| {
        let mut marks = within(&text.marks.bodies, sentence).iter().filter(theirs);
        let found = marks.find_map(|mark| body(scope, mark, sentence))?;
        (found.span.start > first.span.start && found.value.name.contains(char::is_uppercase))
            .then_some(found)
    })
}

/// « La mairie prête sa cuisine à l’association Fil, qui prépare 85 repas »: who does it, where a town only helps.
fn helped_by(scope: &Scope, first: Option<&Found<OrganiserRead>>) -> Option<Found<OrganiserRead>> {
    let text = scope.text;
    let public = |found: &&Found<OrganiserRead>| {
        matches!(
            found.value.kind,
            Some(OrganiserKind::Commune | OrganiserKind::PublicBody)
        )
    };
    let first = first.filter(public)?;
    let sentence = &scope.sentences[scope.sentence_of(first.span)?];
    let after = |mark: &&Mark<Body>| {
        let own = matches!(mark.value, Body::Actor(_, Naming::After));
        own && text.span(mark.words.clone()).start > first.span.end && signs::is_told_of(text, mark)
    };
    let mark = within(&text.marks.bodies, sentence).iter().find(after)?;
    body(scope, mark, sentence).filter(|found| found.value.name.contains(char::is_uppercase))
}

/// « La salle du comité des fêtes déborde. Le comité demande … »: the name that was told in full before.
fn in_full(scope: &Scope, first: Option<&Found<OrganiserRead>>) -> Option<Found<OrganiserRead>> {
    let text = scope.text;
    let first = first?;
    let short = fold(&first.value.name);
    if short.is_empty() || short.contains(' ') {
        return None;
    }
    scope.sentences.iter().find_map(|sentence| {
        let full = |mark: &&Mark<Body>| {
            let same = text.words.fold(mark.words.start) == short && mark.words.len() > 1;
            same && text.span(mark.words.clone()).start < first.span.start
        };
        let mark = within(&text.marks.bodies, sentence).iter().find(full)?;
        body(scope, mark, sentence)
    })
}
