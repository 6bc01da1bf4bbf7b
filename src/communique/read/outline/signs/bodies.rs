//! Which bodies do something, rather than being what something is done for.

use std::ops::Range;

use crate::communique::read::Text;
use crate::communique::read::marks::{Act, Body, Mark, begins_at, within};
use crate::communique::read::tables::labels::{BEARERS, FIELDS, LABELS};
use crate::communique::read::tables::needs::{Asks, SMALL};
use crate::communique::read::tables::organisers::{ADVERBS, BRANCHES, HOLDERS, Naming, PRAISES};
use crate::communique::read::tables::units::{Unit, is_occupation};
use crate::communique::read::words::Words;

/// How many words thank somebody, and how many a name has.
const THANKS: usize = 6;

/// The longest name at the start of a line, in words.
const LONGEST_TITLE: usize = 7;

/// The longest name of a commune, in words.
const LONGEST_PLACE: usize = 12;

/// The first body that acts, by the word of the text that names it.
pub(in crate::communique::read) fn actor(text: &Text, parts: &[Range<usize>]) -> Option<String> {
    parts
        .iter()
        .flat_map(|part| within(&text.marks.bodies, part))
        .find_map(|mark| {
            acts(text, mark).then(|| {
                let end = (mark.words.end + 4).min(text.words.len());
                let named = |at: &usize| {
                    text.words.is_letters(*at) && (mark.words.contains(at) || text.words.is_capital(*at))
                };
                let name: Vec<&str> = (mark.words.start..end)
                    .filter(named)
                    .map(|at| text.words.fold(at))
                    .take(3)
                    .collect();
                name.join(" ")
            })
        })
}

/// Whether a word stands for the body that it belongs to: « l’antenne », « les makers ».
fn is_holder(text: &Text, at: usize) -> bool {
    let words = &text.words;
    let word = words.fold(at);
    let before = words.fold_before(at, 1);
    // « aux résidents de l’Ehpad », « les anciens de l’usine » are others.
    let object = matches!(before, "aux" | "au")
        || matches!(before, "la" | "l'") && words.fold_before(at, 2) == "a"
        || before == "les" && matches!(words.fold_before(at, 2), "pour" | "chez" | "avec" | "par");
    if object || word == "anciens" || word == "anciennes" {
        return false;
    }
    let opens = at.checked_sub(2).is_none_or(|at| !words.is_letters(at));
    let counted = words.is_digits(at.wrapping_sub(1))
        || !within(&text.marks.numbers, &(at.wrapping_sub(1)..at)).is_empty();
    let people = word.ends_with('s') && (matches!(before, "les" | "des") || counted);
    if people && before == "les" && opens {
        return true;
    }
    let who = || {
        let unit = text.tables.units.find(words, at).map(|(_, unit)| unit);
        matches!(unit, Some(Unit::Helpers | Unit::People)) || is_occupation(words.fold(at))
    };
    HOLDERS.contains(&words.fold(at)) || people && who()
}

/// « douze bûcherons amateurs du club »: an adjective stands between those and their body.
fn is_described_holder(text: &Text, at: usize) -> bool {
    let words = &text.words;
    let adjective = words.is_letters(at) && !words.is_capital(at) && words.fold(at).ends_with('s');
    let counted = !within(&text.marks.numbers, &(at.saturating_sub(3)..at)).is_empty();
    adjective && counted && at > 1 && words.is_letters(at - 1) && is_holder(text, at - 1)
}

/// « antenne locale d’une association nationale »: an adjective stands between a branch and its body.
fn is_described_branch(text: &Text, at: usize) -> bool {
    let words = &text.words;
    let adjective = words.is_letters(at) && !words.is_capital(at);
    adjective && at > 0 && BRANCHES.contains(&words.fold(at - 1))
}

/// Whether a body is one that is thanked or thought of, and of which more is told: « Merci à la fonderie, qui … »,
/// « Je pense au comité des fêtes : … ».
fn is_thanked(text: &Text, mark: &Mark<Body>) -> bool {
    let words = &text.words;
    let article = matches!(words.fold_before(mark.words.start, 1), "la" | "l'");
    let to = mark.words.start.wrapping_sub(1 + usize::from(article));
    if !matches!(words.fold(to), "a" | "au" | "aux") {
        return false;
    }
    let before = to.saturating_sub(THANKS)..to;
    let opens = before.start == 0
        || before
            .clone()
            .any(|at| matches!(words.fold(at), "\n" | "." | "!"));
    let behind = mark.words.end..mark.words.end + THANKS;
    let told = behind
        .into_iter()
        .find(|at| !words.is_letters(*at) || words.fold(*at) == "qui");
    let told = told.is_some_and(|at| match words.fold(at) {
        "," => matches!(words.fold(at + 1), "qui" | "ou" | "dont"),
        sign => sign == ":" || sign == "qui",
    });
    opens && told && within(&text.marks.acts, &before).is_empty() && !begins_at(&text.marks.acts, before.end)
}

/// « Commune de Corte - L’association A Mossa sert »: a town that only says where.
fn labels_town(text: &Text, mark: &Mark<Body>) -> bool {
    let words = &text.words;
    // « À Briey, commune de Val de Briey, la médiathèque prête … »
    let comma = mark.words.start.wrapping_sub(1);
    let apposed = words.is_sign(comma, ',') && ends_place(text, comma);
    let town = matches!(mark.value, Body::Actor(_, Naming::Town));
    if town && apposed && begins_at(&text.marks.places, mark.words.end + 1) {
        return true;
    }
    if !town || !words.begins_line(mark.words.start) {
        return false;
    }
    let named = mark.words.end..mark.words.end + 3;
    let first = within(&text.marks.places, &named).first();
    // « Communes de Speloncato et de Feliceto - »
    let rest = first.map_or(named.clone(), |first| first.words.end..first.words.end + THANKS);
    let listed = within(&text.marks.places, &rest)
        .iter()
        .take_while(|place| place.value.listed);
    listed.last().or(first).is_some_and(|place| {
        let end = place.words.end;
        ['-', ':'].iter().any(|sign| words.is_sign(end, *sign)) && !words.is_glued(end)
    })
}

/// Whether a place ends right before a sign.
fn ends_place(text: &Text, sign: usize) -> bool {
    let before = within(&text.marks.places, &(sign.saturating_sub(LONGEST_PLACE)..sign));
    before.last().is_some_and(|place| place.words.end == sign)
}

/// « auprès de la mairie, qui leur fournit le tissu »: of what stands beside it is told what it does.
pub(in crate::communique::read) fn is_told_of(text: &Text, mark: &Mark<Body>) -> bool {
    let words = &text.words;
    let end = mark.words.end;
    // The name stands between: « l’association Bessin Partage qui prépare … ».
    let named = |at: &usize| {
        words.is_letters(*at)
            && !matches!(words.fold(*at), "qui")
            && (words.is_capital(*at) || words.is_capital(*at - 1))
    };
    let name = (end..end + LONGEST_TITLE).take_while(named).count();
    let places = within(&text.marks.places, &(end..end + 3));
    let end = places
        .last()
        .map_or(end + name, |place| place.words.end.max(end + name));
    let who = end + usize::from(words.is_sign(end, ','));
    let behind = who + 1..who + 5;
    let does = within(&text.marks.acts, &behind)
        .iter()
        .any(|act| !matches!(act.value, Act::Aim | Act::Receive | Act::Other));
    let article = matches!(
        words.fold_before(mark.words.start, 1),
        "le" | "la" | "l'" | "les" | "au" | "du"
    );
    let passive =
        (who + 1..who + 4).any(|at| matches!(words.fold(at), "est" | "sont" | "etait" | "etaient" | "ete"));
    article && words.fold(who) == "qui" && does && !passive
}

/// « ont monté un centre d’accueil »: what is done stands before its article.
fn is_object_of_verb(text: &Text, mark: &Mark<Body>) -> bool {
    let words = &text.words;
    if !matches!(words.fold_before(mark.words.start, 1), "un" | "une") {
        return false;
    }
    let before = mark.words.start.saturating_sub(4)..mark.words.start;
    let verb = within(&text.marks.acts, &before).last();
    // « anime seule un club », « tient chaque samedi une épicerie »
    let between = |verb: &Mark<Act>| {
        let mut between = verb.words.end..mark.words.start - 1;
        between.all(|at| ADVERBS.contains(&words.fold(at)) || words.fold(at).ends_with("ment"))
    };
    let verb =
        verb.filter(|verb| verb.words.end < mark.words.start && between(verb) && verb.value != Act::Team);
    // « que propose une association »
    let turned = |verb: &Mark<Act>| {
        matches!(
            words.fold_before(verb.words.start, 1),
            "que" | "qu'" | "ou" | "dont" | ":"
        )
    };
    verb.is_some_and(|verb| !turned(verb))
}

/// Whether a body is what is asked for: « recherche un opticien », « cherchent une association ».
fn is_asked_for(text: &Text, mark: &Mark<Body>) -> bool {
    let words = &text.words;
    if !matches!(
        words.fold_before(mark.words.start, 1),
        "un" | "une" | "des" | "d'"
    ) {
        return false;
    }
    let before = mark.words.start.saturating_sub(THANKS)..mark.words.start;
    let asks = within(&text.marks.asks, &before).last();
    let asks = asks.filter(|asks| matches!(asks.value, Asks::Before | Asks::Direct | Asks::Lack));
    asks.is_some_and(|asks| {
        (asks.words.end..mark.words.start)
            .all(|at| SMALL.contains(&words.fold(at)) && !words.is_sign(at, ':'))
    })
}

/// Whether words right before a comma are a name behind its article: « le Village des carapaces, association ».
fn ends_name(text: &Text, comma: usize) -> bool {
    let words = &text.words;
    let first = comma.saturating_sub(LONGEST_TITLE);
    let article = (first..comma.saturating_sub(1))
        .rev()
        .take_while(|at| {
            // « les Bressanes réunies »
            words.is_letters(*at) && (!begins_at(&text.marks.acts, *at) || words.is_participle(*at))
        })
        .find(|at| matches!(words.fold(*at), "le" | "la" | "l'" | "les"));
    article.is_some_and(|at| words.is_capital(at + 1) && within(&text.marks.places, &(at..comma)).is_empty())
}

/// The name that a line begins with and that ends at a comma: « Entourage du canal, collectif ».
pub(in crate::communique::read) fn name_at_line_start(text: &Text, comma: usize) -> Option<Range<usize>> {
    let words = &text.words;
    let mut start = comma;
    while start > 0
        && comma - start < LONGEST_TITLE
        && (words.is_letters(start - 1) || words.is_digits(start - 1))
    {
        start -= 1;
    }
    let named = words.begins_line(start)
        && start < comma
        && words.is_capital(start)
        && !(start..comma).any(|at| !words.is_capital(at) && begins_at(&text.marks.acts, at))
        && within(&text.marks.places, &(start..start + 2)).is_empty();
    named.then_some(start..comma)
}

/// How many adjectives stand between an article and a word for a body: « cette petite association ».
fn praises(words: &Words, at: usize) -> usize {
    let count = (1..=2)
        .take_while(|back| PRAISES.contains(&words.fold_before(at, *back)))
        .count();
    let article = matches!(
        words.fold_before(at, count + 1),
        "le" | "la" | "l'" | "les" | "un" | "une" | "cette" | "cet" | "ce" | "notre"
    );
    if article { count } else { 0 }
}

/// Whether a body explains the name before its comma: « « Les Souris vertes », association de parents », « la Biolle,
/// entreprise de Vagney », « La Brigade des sabres, un collectif de planteurs ».
fn explains_name(text: &Text, mark: &Mark<Body>) -> bool {
    let words = &text.words;
    let article = matches!(words.fold_before(mark.words.start, 1), "un" | "une" | "l'");
    let comma = mark.words.start.wrapping_sub(1 + usize::from(article));
    let name = comma.wrapping_sub(1);
    words.is_sign(comma, ',')
        && (words.is_capital(name)
            || words.closes_quote(name)
            || ends_name(text, comma)
            || comma + 1 == mark.words.start && name_at_line_start(text, comma).is_some())
}

/// Whether a body stands in brackets behind a name: « Chartreuse-Kyiv (association loi 1901) ».
fn is_bracketed(text: &Text, mark: &Mark<Body>) -> bool {
    let words = &text.words;
    let named = |at: usize| {
        let place = || within(&text.marks.places, &(at..at + 1));
        words.closes_quote(at) || words.is_letters(at) && place().is_empty()
    };
    words.fold_before(mark.words.start, 1) == "("
        && mark.words.start.checked_sub(2).is_some_and(named)
        && (mark.words.end..mark.words.end + THANKS).any(|at| words.is_sign(at, ')'))
}

/// Whether a body is one that does something, rather than one that something is done for.
pub(in crate::communique::read) fn acts(text: &Text, mark: &Mark<Body>) -> bool {
    let Body::Actor(_, naming) = mark.value else {
        return false;
    };
    let words = &text.words;
    let praised = praises(words, mark.words.start);
    let back = |back: usize| words.fold_before(mark.words.start, back + praised);
    // « Commune : Clisson » is a line of a form.
    let opens = words.begins_line(mark.words.start);
    if opens && words.is_sign(mark.words.end, ':') && FIELDS.contains(&words.fold(mark.words.start)) {
        return false;
    }
    // « Contact : mairie annexe »
    let called = back(1) == ":" && LABELS.contains(&back(2));
    if called || is_object_of_verb(text, mark) || is_asked_for(text, mark) || labels_town(text, mark) {
        return false;
    }
    // « l’antenne de la Croix-Rouge », « les bénévoles du Secours populaire »
    let article = matches!(
        back(1),
        "le" | "la" | "l'" | "les" | "un" | "une" | "cette" | "cet" | "notre" | "ce"
    );
    // « Leur association, Mots de passe, dépose … »: theirs begins a clause, or it is what they do it with.
    let theirs = matches!(back(1), "leur" | "son" | "sa")
        && !mark
            .words
            .start
            .checked_sub(2)
            .is_some_and(|at| words.is_letters(at) || words.is_digits(at));
    let article = article || theirs;
    let of = 1 + usize::from(article);
    let held = matches!(back(of), "de" | "du" | "des" | "d'")
        && mark.words.start.checked_sub(of + 1).is_some_and(|at| {
            is_holder(text, at)
                || is_described_holder(text, at)
                || naming == Naming::After && is_described_branch(text, at)
        });
    let beside = naming != Naming::Nobody && (explains_name(text, mark) || is_bracketed(text, mark));
    // « Issoire - résidence Les Cèdres »: right behind a label that says where.
    let labelled =
        matches!(back(1), "-" | ":" | "." | ",") && { ends_place(text, mark.words.start.wrapping_sub(1)) };
    // « Porteur : association Fil »
    let bearer = back(1) == ":" && BEARERS.contains(&back(2));
    if held || beside || labelled || bearer || is_thanked(text, mark) || is_told_of(text, mark) {
        return true;
    }
    let before = back(1);
    let plural = matches!(naming, Naming::After) && words.fold(mark.words.end - 1).ends_with('s');
    let several = matches!(
        before,
        "deux" | "trois" | "quatre" | "cinq" | "des" | "plusieurs" | "quelques" | "ancien" | ","
    ) && (matches!(naming, Naming::Nobody | Naming::Town) || plural && before != ",");
    // « …, retraités pour la plupart » says what they are.
    let several = several && !(before == "," && words.fold(mark.words.end - 1).ends_with('s'));
    let object = |word: &str| {
        matches!(
            word,
            "a" | "au"
                | "aux"
                | "de"
                | "du"
                | "des"
                | "d'"
                | "pour"
                | "chez"
                | "avec"
                | "par"
                | "vers"
                | "dans"
                | "sur"
        )
    };
    // « remises au CHU », « les résidents de 6 Ehpad »
    let capital = words.is_capital(mark.words.start)
        && !object(before)
        && !words.is_digits(mark.words.start.wrapping_sub(1));
    // « ont trouvé un foyer », « sont logées chez l’habitant »
    let lodged = back(2) == "chez" && article
        || matches!(before, "un" | "une") && words.is_participle(mark.words.start.wrapping_sub(2));
    // « a confié à un artisan le soin de … »
    let given = matches!(back(2), "a" | "vers") && naming == Naming::Nobody;
    let is_object = object(back(2)) && article && (naming != Naming::Nobody || given);
    // « tout est parti d’une pharmacienne »
    let source = matches!(back(2), "d'" | "de")
        && matches!(before, "un" | "une")
        && naming == Naming::Nobody
        && matches!(
            back(3),
            "parti" | "partie" | "partis" | "venu" | "venue" | "nee" | "ne"
        );
    let lodged = lodged || source;
    // « chez des retraités »
    let among = matches!(before, "des" | "deux" | "trois" | "plusieurs" | "quelques")
        && matches!(back(2), "chez" | "avec" | "pour" | "a");
    (article || several && !among || capital) && !is_object && !lodged
}
