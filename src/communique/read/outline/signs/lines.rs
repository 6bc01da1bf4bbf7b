//! Lines and paragraphs that are told by how several of them begin: places, fields of a form, labels, titles.

use super::{
    LONGEST_PLACE_LINE, Sign, begins, is_table_row, opens_with_commune_label, opens_with_title, said, tells,
};
use crate::communique::read::Text;
use crate::communique::read::marks::within;
use crate::communique::read::outline::CLOSING;
use crate::communique::read::outline::headings::capitals;
use crate::communique::read::tables::labels::FIELDS;
use crate::communique::read::tables::release::OPENING;
use crate::communique::read::words::Case;
use crate::domain::text::fold;

/// The longest name of a field, in bytes.
const LONGEST_FIELD: usize = 30;

/// Whether what stands below is no item of a list.
fn has_text_below(list: &[Sign], at: usize) -> bool {
    list.get(at + 1).is_some_and(|next| !next.marked && !next.frame)
}

/// Marks the lines that say nothing but where, if there are several and no list stands below them.
pub(super) fn find_places(text: &Text, list: &mut [Sign]) {
    let only: Vec<usize> = (0..list.len())
        .filter(|at| {
            let bare = || {
                let words = text.words.within(&text.blocks.list[*at].range);
                within(&text.marks.places, &words)
                    .first()
                    .is_some_and(|place| place.words == words)
            };
            let free = !list[*at].dateline && !is_table_row(said(text, *at));
            has_text_below(list, *at)
                && (!list[*at].marked || bare())
                && free
                && is_headed_by_place(text, *at)
        })
        .collect();
    // Headings of a page are of one kind: where others name no place, these are titles too.
    let of_page = |at: usize| text.blocks.list[at].heading.filter(|level| *level > 1);
    let others = |at: &usize| {
        let level = of_page(*at);
        let alike = |other: usize| {
            of_page(other) == level && only.binary_search(&other).is_err() && !list[other].frame
        };
        level.is_some() && (0..list.len()).any(alike)
    };
    if only.iter().any(others) {
        return;
    }
    // « NEMOURS, LES PIEDS DANS L’EAU » above several paragraphs that tell of something each is a heading.
    let ends = only.iter().skip(1).copied().chain([list.len()]);
    let heads = only.iter().zip(ends).all(|(from, to)| {
        let told = (from + 1..to).filter(|at| {
            let sign = &list[*at];
            sign.evidence && !sign.contact && said(text, *at).len() > LONGEST_PLACE_LINE
        });
        told.take(2).count() > 1
    });
    if only.len() > 1 && !heads {
        for at in only.iter().copied().chain(unknown_places(text, list, &only)) {
            list[at].place = true;
        }
    }
}

/// Lines that look as the lines that say where do, and name what the gazetteer does not know: few among many.
fn unknown_places(text: &Text, list: &[Sign], only: &[usize]) -> Vec<usize> {
    let shouted = |at: usize| capitals(said(text, at)) && text.blocks.list[at].marker.is_none();
    if only.len() < 3 || !only.iter().all(|at| shouted(*at)) {
        return Vec::new();
    }
    let (first, longest) = (
        only[0],
        only.iter().map(|at| said(text, *at).len()).max().unwrap_or(0),
    );
    let alike = |at: &usize| {
        let sign = &list[*at];
        let free =
            !sign.frame && !sign.dateline && !sign.contact && !sign.press && only.binary_search(at).is_err();
        free && has_text_below(list, *at) && shouted(*at) && said(text, *at).len() <= 3 * longest
    };
    let others: Vec<usize> = (first..list.len()).filter(alike).collect();
    if others.len() * 2 <= only.len() {
        others
    } else {
        Vec::new()
    }
}

/// Marks the paragraphs that begin with a commune as their label: where several do, each tells of an initiative,
/// whatever its verbs.
pub(super) fn find_labelled(text: &Text, list: &mut [Sign]) {
    let labelled: Vec<usize> = (0..list.len())
        .filter(|at| {
            let sign = &list[*at];
            let free = !sign.frame && !sign.dateline && !sign.place && !sign.letterhead;
            free && opens_with_commune_label(text, &text.words.within(&text.blocks.list[*at].range))
        })
        .collect();
    let titled: Vec<usize> = (0..list.len())
        .filter(|at| {
            let sign = &list[*at];
            let free = !sign.frame && !sign.dateline && !sign.marked && !sign.contact && !sign.authority;
            let said = said(text, *at);
            let own = !begins(said, OPENING) && !begins(said, CLOSING);
            free && own && opens_with_title(text, &text.words.within(&text.blocks.list[*at].range))
        })
        .collect();
    for alike in [labelled, titled] {
        if alike.len() > 2 {
            for at in alike {
                list[at].evidence = true;
                list[at].labelled = true;
            }
        }
    }
}

/// Marks the lines of forms: several that begin with a field's name, one below the other.
pub(super) fn find_fields(text: &Text, list: &mut [Sign]) {
    let named: Vec<bool> = (0..list.len()).map(|at| field(text, at).is_some()).collect();
    let beside =
        |at: usize| at.checked_sub(1).is_some_and(|before| named[before]) || named.get(at + 1) == Some(&true);
    let lines: Vec<usize> = (0..list.len()).filter(|at| named[*at] && beside(*at)).collect();
    // A form that stands alone may be a table of contents.
    if lines.len() < 3 {
        return;
    }
    for at in &lines {
        list[*at].field = !list[*at].frame && !list[*at].marked;
    }
    // « Fiche 1 »: the line above each form is its title, where each has one.
    let firsts = lines
        .iter()
        .filter(|at| at.checked_sub(1).is_none_or(|before| !list[before].field));
    let titles: Vec<usize> = firsts.filter_map(|at| at.checked_sub(1)).collect();
    let numbered = titles.iter().filter(|at| list[**at].numbered).count();
    let is_title = |at: &usize| {
        let sign = &list[*at];
        // « Fiche n° 2 »: where several bear a number, none is the release's.
        let free = !sign.frame && !sign.dateline && !sign.letterhead && !sign.contact;
        let free = free && (!sign.numbered || numbered > 1);
        let line = said(text, *at).trim_end();
        free && line.len() <= LONGEST_PLACE_LINE && !line.ends_with(['.', ';', '…', ':'])
    };
    if titles.len() > 1 && titles.iter().all(is_title) {
        for at in titles {
            list[at].field = true;
            list[at].numbered = false;
        }
    }
}

/// The field that a block gives: « Porteur » of « Porteur : association Fil ».
pub(in super::super) fn field(text: &Text, at: usize) -> Option<String> {
    let said = said(text, at);
    let (name, rest) = said
        .split_once(':')
        .filter(|(name, _)| name.len() < LONGEST_FIELD)?;
    let name = fold(name.trim());
    (FIELDS.contains(&name.as_str()) && !rest.trim().is_empty()).then_some(name)
}

/// Whether a block says where, and in a few words what: « `[ GEX ]` », « REZÉ, LES JARDINS DE LA MORINIÈRE ».
fn is_headed_by_place(text: &Text, at: usize) -> bool {
    let said = said(text, at).trim_end();
    let words = text.words.within(&text.blocks.list[at].range);
    // « … à La Bresse »
    let small = |at: usize| {
        matches!(
            text.words.fold(at),
            "a" | "au" | "aux" | "en" | "du" | "cote" | "sur"
        )
    };
    let named = words
        .clone()
        .filter(|at| text.words.is_letters(*at) || text.words.is_digits(*at))
        .find(|at| !small(*at));
    let places = within(&text.marks.places, &words);
    // « LE GOÛT DES AUTRES — Lécousse »
    let behind = places.last().is_some_and(|place| {
        let dash = text.words.is_sign(place.words.start.wrapping_sub(1), '-')
            && !text.words.is_glued(place.words.start);
        dash && place.words.end == words.end && place.words.start > words.start + 2
    });
    if behind && said.len() <= LONGEST_PLACE_LINE && within(&text.marks.dates, &words).is_empty() {
        return true;
    }
    let Some(place) = places.first().filter(|place| Some(place.words.start) == named) else {
        return false;
    };
    // « … à Cornimont et Saulxures »
    let listed = places.last().is_some_and(|last| last.words.end == words.end)
        && places.iter().skip(1).all(|place| place.value.listed);
    let parted = place.words.end == words.end
        || listed
        || [',', '-', ']', '(', ':', '|']
            .iter()
            .any(|sign| text.words.is_sign(place.words.end, *sign));
    // « RIOM. Un plateau-repas qui fait plaisir »
    let stop = text.words.is_sign(place.words.end, '.')
        || text.words.is_sign(place.words.end, '-') && !text.words.is_glued(place.words.end + 1);
    let dotted = stop
        && place.words.end + 1 < words.end
        && place.words.clone().all(|at| {
            !text.words.is_letters(at) || text.words.get(at).is_some_and(|word| word.case == Case::All)
        });
    let parted = parted || dotted;
    let short = said.len() <= LONGEST_PLACE_LINE && !said.ends_with(['.', ';', '…']);
    // « ANCENIS | Le garage qui répare »: the look says that it is a title.
    let shown = (dotted
        || ['|', ']']
            .iter()
            .any(|sign| text.words.is_sign(place.words.end, *sign)))
        && said.ends_with(char::is_alphanumeric);
    parted && short && (shown || !tells(text, &words))
}
