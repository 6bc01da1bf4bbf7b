//! Communes and wider areas.

use std::ops::Range;

use super::{Mark, Taken};
use crate::communique::read::known::Gazetteers;
use crate::communique::read::tables::names::NAMED_AFTER;
use crate::communique::read::tables::places::{
    AMBIGUOUS, AREA_ADJECTIVES, AREA_ENDS, AREAS, BEFORE, LANDFORMS, NO_AREAS, NOT_AREAS, Nearness, PARTS_OF,
};
use crate::communique::read::words::index::Index;
use crate::communique::read::words::{Case, Words, capitalised};
use crate::domain::code::{Insee, Postcode};
use crate::domain::gazetteer::Commune;

/// A commune that the text names.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::communique::read) struct Place {
    pub(in crate::communique::read) name: String,
    pub(in crate::communique::read) insee: Insee,
    /// The postcode before or after the name, or the only one that the commune has.
    pub(in crate::communique::read) postcode: Option<Postcode>,
    pub(in crate::communique::read) nearness: Nearness,
    /// Whether the words around it say that it is a place.
    pub(in crate::communique::read) stated: bool,
    /// Whether no other commune bears the name.
    pub(in crate::communique::read) sure: bool,
    /// Whether it stands in a list after another one.
    pub(in crate::communique::read) listed: bool,
}

/// A wider area that the text names.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::communique::read) struct Area {
    pub(in crate::communique::read) name: String,
    /// Whether the reader knows it rather than guesses it from its end.
    pub(in crate::communique::read) sure: bool,
}

type Found = (Vec<Mark<Place>>, Vec<Mark<Area>>);

/// Finds both. Their words are taken.
pub(super) fn communes(text: &str, words: &Words, known: &Gazetteers, taken: &mut Taken) -> Found {
    let before = Index::of(BEFORE.iter().copied());
    let areas_known = Index::of_lists(&[((), AREAS)]);
    let mut places: Vec<Mark<Place>> = Vec::new();
    let mut areas = Vec::new();
    let mut at = 0;
    while at < words.len() {
        if !words.is_letters(at) || taken.is(at) {
            at += 1;
            continue;
        }
        let commune = known.find(words, at).filter(|(end, _)| !taken.any(&(at..*end)));
        if let Some((end, communes)) = commune
            && let Some(mark) = place(words, &before, at..end, &communes, places.last())
        {
            let postcode = postcode_around(words, &mark.words, &communes);
            if let Some((at, _)) = &postcode {
                taken.take(&(*at..*at + 1));
            }
            taken.take(&mark.words);
            at = mark.words.end;
            let mut mark = mark;
            if let Some((_, code)) = postcode {
                mark.value.postcode = Some(code);
                mark.value.stated = true;
            }
            places.push(mark);
            continue;
        }
        if let Some((end, sure)) =
            area(words, known, &areas_known, at).filter(|(end, _)| !taken.any(&(at..*end)))
        {
            taken.take(&(at..end));
            areas.push(Mark {
                words: at..end,
                value: Area {
                    name: area_name(&text[words.range(at..end)]),
                    sure,
                },
            });
            at = end;
            continue;
        }
        at += 1;
    }
    (places, areas)
}

/// « Calaisis », also where the text writes it small; « plaine orientale » as it stands.
fn area_name(said: &str) -> String {
    if said.contains(' ') {
        said.to_owned()
    } else {
        capitalised(said)
    }
}

/// The commune, if these words are one.
fn place(
    words: &Words,
    before: &Index<Nearness>,
    name: Range<usize>,
    communes: &[&Commune],
    last: Option<&Mark<Place>>,
) -> Option<Mark<Place>> {
    let mut name = name;
    let first = words.get(name.start)?;
    // A part of a longer name: « Pas-de-Calais », « Lens-Bénifontaine », « Saint-Omer-Capelle ».
    let hyphen_before = first.glued && words.is_sign(name.start.wrapping_sub(1), '-');
    let hyphen_after = words.is_sign(name.end, '-')
        && words.is_glued(name.end)
        && words.is_glued(name.end + 1)
        && words.is_capital(name.end + 1);
    if hyphen_before || hyphen_after {
        return None;
    }
    let folded = words.fold(name.start);
    // « la salle Saint-Nicolas »
    let saint = matches!(folded, "saint" | "sainte" | "st" | "ste");
    if saint && NAMED_AFTER.contains(&words.fold_before(name.start, 1)) {
        return None;
    }
    let ambiguous = name.len() == 1 && (AMBIGUOUS.contains(&folded) || folded.len() < 4);
    let mut stated = words_before(words, before, &name);
    // « le Portel », « la Fère »: the article of a name is small within a sentence.
    let article = matches!(folded, "le" | "la" | "les" | "l'") && words.is_capital(name.start + 1);
    let lower = first.case == Case::Small && !article;
    let town = matches!(
        words.fold_before(name.start, 2),
        "commune" | "ville" | "mairie" | "village"
    );
    let said_small = town && !ambiguous;
    if lower && !said_small {
        return None;
    }
    let listed = last.is_some_and(|last| is_listed(words, &(last.words.end..name.start)));
    // « près de Lens, à Noyelles » says anew where it is.
    let anew = matches!(words.fold_before(name.start, 1), "a" | "au" | "aux")
        && last.is_some_and(|last| last.value.nearness == Nearness::Near);
    let listed = listed && !anew;
    if listed && stated.is_none_or(|stated| stated == Nearness::At) {
        stated = last.map(|last| last.value.nearness);
    }
    // « Où : Calais »
    let field = words.is_sign(name.start.wrapping_sub(1), ':')
        && matches!(
            words.fold_before(name.start, 2),
            "ou" | "lieu" | "commune" | "ville" | "localisation"
        );
    let labelled = field || is_line_label(words, &name);
    let in_brackets =
        words.is_sign(name.start.wrapping_sub(1), '(') && matches!(words.fold(name.end), ")" | "," | ".");
    let strong = stated.is_some() || labelled || listed || in_brackets || town;
    let follows_capital = name.start > 0
        && !labelled
        && words.is_capital(name.start - 1)
        && words.is_letters(name.start - 1)
        && stated.is_none();
    // « Lens » and « Avion » are also other words; « Club Calais » is a club.
    if ambiguous && (follows_capital || !strong) {
        return None;
    }
    // A capitalised word after it makes it a part of another name, but for a list's or a sentence's end.
    if ambiguous && words.is_letters(name.end) && words.is_capital(name.end) && !labelled {
        return None;
    }
    name.end = name.end.min(words.len());
    let commune = communes.first()?;
    if is_of_name(words, &name, commune) {
        return None;
    }
    Some(Mark {
        words: name,
        value: Place {
            name: commune.name.clone(),
            insee: commune.insee.clone(),
            postcode: match commune.postcodes.as_slice() {
                [only] => Some(only.clone()),
                _ => None,
            },
            nearness: stated.unwrap_or(Nearness::At),
            stated: strong,
            sure: communes.len() == 1 && strong && !lower,
            listed,
        },
    })
}

/// Whether what stands between two communes makes them a list: « Lens, Avion et Liévin ».
fn is_listed(words: &Words, gap: &Range<usize>) -> bool {
    let joins = |at: usize| matches!(words.fold(at), "," | "et" | "ou" | "/" | "&");
    let small = [
        "de", "d'", "a", "du", "aux", "au", "les", "(", "*", "_", "ainsi", "qu'", "que",
    ];
    gap.len() <= 5
        && gap.clone().all(|at| joins(at) || small.contains(&words.fold(at)))
        && gap.clone().any(joins)
}

/// Whether a name is a part of somebody's: « le collège des Deux-Rivières », « Gerzat & Filles ».
fn is_of_name(words: &Words, name: &Range<usize>, commune: &Commune) -> bool {
    let article = match words.fold_before(name.start, 1) {
        "des" => "Les ",
        "du" => "Le ",
        _ => "",
    };
    let named_after = (2..=3).any(|back| NAMED_AFTER.contains(&words.fold_before(name.start, back)));
    let of_body = !article.is_empty() && named_after && !commune.name.starts_with(article);
    let and = words.is_sign(name.end, '&') || words.fold(name.end) == "et";
    let kin = matches!(
        words.fold(name.end + 1),
        "fils" | "filles" | "freres" | "cie" | "associes"
    );
    of_body || and && kin || words.is_sign(name.end, '&') && words.is_capital(name.end + 1)
}

/// What the words right before a name say.
fn words_before(words: &Words, before: &Index<Nearness>, name: &Range<usize>) -> Option<Nearness> {
    (1..=5).rev().find_map(|back| {
        let from = name.start.checked_sub(back)?;
        let (end, nearness) = before.find(words, from)?;
        // « rue Jean » is a street; « à LA Rue » is not.
        (end == name.start).then_some(nearness)
    })
}

/// Whether a name stands as a label: « Sedan : … », « **Toul** — … », at the start of a line.
fn is_line_label(words: &Words, name: &Range<usize>) -> bool {
    let mut start = name.start;
    // « **Toul** », « 🍲 Toul »
    let picture = |at: usize| {
        words
            .fold(at)
            .chars()
            .all(|c| !c.is_ascii() && !c.is_alphanumeric() && !"«»–—’“”…".contains(c))
    };
    let sign = |at: usize| {
        ['*', '[', ']', '_'].iter().any(|sign| words.is_sign(at, *sign)) || at < words.len() && picture(at)
    };
    while start > 0 && sign(start - 1) {
        start -= 1;
    }
    let begins = words.begins_line(start);
    let mut end = name.end;
    // « Paris 18e : »
    if words.is_digits(end) && words.is_glued(end + 1) && matches!(words.fold(end + 1), "e" | "er" | "eme") {
        end += 2;
    }
    while sign(end) {
        end += 1;
    }
    let ends =
        end >= words.len() || ["\n", ":", "-", ",", ".", "(", "–", "|", "/"].contains(&words.fold(end));
    // « LENS      Banque alimentaire »: the cell of a table whose columns blanks part.
    let cell = end < words.len() && words.range(end..end + 1).start > words.range(end - 1..end).end + 1;
    let ends = ends || cell;
    // « Lens et Avion : … »
    let pair = words.fold(end) == "et" && words.is_letters(end + 1) && words.is_capital(end + 1);
    begins && (ends || pair)
}

/// A postcode right before or after a name.
fn postcode_around(words: &Words, name: &Range<usize>, communes: &[&Commune]) -> Option<(usize, Postcode)> {
    let before = name.start.checked_sub(1);
    let after = if words.is_sign(name.end, '(') {
        name.end + 1
    } else {
        name.end
    };
    [before, Some(after)].into_iter().flatten().find_map(|at| {
        let code = words
            .is_digits(at)
            .then(|| Postcode::parse(words.fold(at)))
            .flatten()?;
        let department = communes.first()?.insee.department();
        let own = communes.iter().any(|commune| commune.postcodes.contains(&code));
        (own || code.as_str().starts_with(department.as_str())).then_some((at, code))
    })
}

/// The end of a wider area's name, and whether it is known.
fn area(words: &Words, known: &Gazetteers, index: &Index<()>, at: usize) -> Option<(usize, bool)> {
    let article = words.fold_before(at, 1);
    let in_area = matches!(article, "le" | "du" | "l'" | "la" | "les" | "des");
    // « Plasturgie du Ternois », « Remontons la Roya » and « le Pays d’Auge Solidarité » are names of bodies.
    let verb = |at: usize| matches!(article, "la" | "le" | "les" | "l'") && words.fold(at).ends_with("ons");
    let named = at >= 2
        && (matches!(article, "du" | "des") || verb(at - 2))
        && words.is_capital(at - 2)
        && !words.is_sign(at.wrapping_sub(3), '.');
    let goes_on = |end: usize| words.is_letters(end) && words.is_capital(end) && words.is_capital(at);
    let own = known.areas.iter().find_map(|area| {
        let same = area
            .iter()
            .enumerate()
            .all(|(ahead, word)| words.fold(at + ahead) == word);
        same.then_some(at + area.len())
    });
    let label = is_line_label(words, &(at..at + 1));
    let known_end = own.or_else(|| index.find(words, at).map(|(end, ())| end));
    if let Some(end) = known_end
        && (in_area || matches!(article, "en" | "sur") || is_line_label(words, &(at..end)))
        && (words.is_capital(at) || words.is_capital(end - 1) || in_area)
    {
        // « le Perche sarthois », « la Bresse bourguignonne »
        let adjective = words.is_letters(end)
            && !words.is_capital(end)
            && words.is_capital(end - 1)
            && AREA_ADJECTIVES.contains(&words.fold(end));
        return (!named && !goes_on(end)).then_some((end + usize::from(adjective), true));
    }
    let word = words.fold(at);
    if let Some(end) = landform(words, at) {
        return Some((end, true));
    }
    // « en Haute-Corrèze », « le Nord-Mayenne »
    let part = PARTS_OF.contains(&word)
        && words.is_capital(at)
        && words.is_sign(at + 1, '-')
        && words.is_glued(at + 2);
    if part
        && words.is_capital(at + 2)
        && !words.is_sign(at + 3, '-')
        && !NO_AREAS.contains(&words.fold(at + 2))
    {
        let said = in_area || matches!(article, "en" | "de" | "(");
        return (said && !named && !goes_on(at + 3)).then_some((at + 3, false));
    }
    let shaped =
        word.len() > 6 && AREA_ENDS.iter().any(|end| word.ends_with(end)) && !NOT_AREAS.contains(&word);
    // « dans le Vimois »: only a place can be written so.
    let said = in_area && matches!(words.fold_before(at, 2), "dans" | "de" | "sur") || label;
    let bounded = !words.is_sign(at + 1, '-');
    (shaped && said && bounded && !named && words.is_capital(at)).then_some((at + 1, false))
}

/// The end of « vallée du Loir » in « dans toute la vallée du Loir », of « Val-de-Bièvre » in « dans le Val-de-Bièvre ».
fn landform(words: &Words, at: usize) -> Option<usize> {
    let said = (2..=4).any(|back| {
        matches!(
            words.fold_before(at, back),
            "dans" | "sur" | "toute" | "tout" | "toutes"
        )
    });
    let article = matches!(words.fold_before(at, 1), "la" | "le" | "l'" | "les");
    // « Val de Saire : … » at the start of a line
    let label = words.begins_line(at) && words.is_capital(at);
    if !(said && article || label) || !LANDFORMS.contains(&words.fold(at)) {
        return None;
    }
    let hyphen = |at: usize| words.is_sign(at, '-') && words.is_glued(at);
    let mut name = at + 1 + usize::from(hyphen(at + 1));
    let links = (name..name + 2)
        .take_while(|at| matches!(words.fold(*at), "de" | "du" | "d'" | "des" | "la" | "l'" | "les"));
    name += links.count();
    name += usize::from(hyphen(name));
    if name <= at + 1 || !words.is_letters(name) || !words.is_capital(name) {
        return None;
    }
    let mut end = name + 1;
    while hyphen(end) && words.is_letters(end + 1) {
        end += 2;
    }
    let ends = [":", "|", ",", "(", ".", "-", "–", "—"].contains(&words.fold(end));
    (!label || ends).then_some(end)
}
