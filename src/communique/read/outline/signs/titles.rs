//! Titles of single initiatives, told from the headings of sections by how they stand among each other.

use super::{Sign, goes_through_places, has_date};
use crate::communique::read::Text;
use crate::communique::read::marks::within;
use crate::communique::read::outline::headings::{Style, style};

/// How many titles show that a text is made of titled paragraphs.
const SEVERAL: usize = 3;

/// Turns headings that each name the place of the one paragraph below into titles: « Un appartement à Pontarlier ».
fn find_by_place(text: &Text, signs: &mut [Sign]) {
    let kept: Vec<usize> = (0..signs.len()).filter(|at| !signs[*at].frame).collect();
    let headings: Vec<usize> = kept.iter().copied().filter(|at| signs[*at].heading).collect();
    let Some(first) = headings.first().copied() else {
        return;
    };
    let last = headings.last().copied().unwrap_or(first);
    let of_page = |at: usize| text.blocks.list[at].heading.is_some_and(|level| level > 1);
    let placed = |at: usize| {
        let words = text.words.within(&text.blocks.list[at].range);
        let places = within(&text.marks.places, &words);
        places.len() == 1 && places[0].value.stated && places[0].words.end == words.end
    };
    let one_below = |at: &usize| {
        let below = &kept[kept.partition_point(|other| other <= at)..];
        let told = below
            .first()
            .is_some_and(|next| !signs[*next].heading && !signs[*next].marked);
        let ended = below
            .get(1)
            .is_none_or(|next| signs[*next].heading || *at == last);
        told && ended
    };
    if headings.len() > 1
        && headings
            .iter()
            .all(|at| of_page(*at) && placed(*at) && one_below(at))
    {
        for at in headings {
            signs[at].heading = false;
            signs[at].title = true;
        }
    }
}

/// Turns the headings that name one initiative into titles.
pub(super) fn find(text: &Text, list: &mut [Sign]) {
    find_by_place(text, list);
    let kept: Vec<usize> = (0..list.len()).filter(|at| !list[*at].frame).collect();
    let place = |at: usize| kept.partition_point(|other| *other <= at);
    let below = |at: usize| kept.get(place(at)).copied();
    // The days of an agenda are no titles.
    let plain = |at: usize| list[at].heading && style(text, at) == Style::Plain && !has_date(text, at);
    // A title stands right above its paragraph, and apart from what is above.
    let over_paragraph = |at: usize| {
        below(at).is_some_and(|next| {
            let (sign, block) = (&list[next], &text.blocks.list[next]);
            text.blocks.list[at].gap && !block.gap && !sign.heading && !sign.marked
        })
    };
    let titles: Vec<usize> = kept
        .iter()
        .copied()
        .filter(|at| plain(*at) && over_paragraph(*at))
        .collect();
    let Some(first) = titles.first() else { return };
    // « Se déplacer », and below it « Le taxi des champs » over a paragraph: two levels. One line alone above a title
    // is that of the whole.
    let over_title =
        |at: &&usize| plain(**at) && below(**at).is_some_and(|next| titles.binary_search(&next).is_ok());
    let lower = kept.iter().filter(over_title).count() > 1;
    // Or all are titles, each over one paragraph that tells of one thing.
    let others = kept.iter().filter(|at| *at > first && plain(**at)).count() + 1 > titles.len();
    let told = |from: usize, to: usize| {
        let between = kept[place(from)..place(to)].iter();
        // A line right below the paragraph belongs to it: « Ce qui manque : des gants ».
        let own = |at: &usize| *at > from + 1 && !text.blocks.list[*at].gap;
        between
            .filter(|at| **at < to && !list[**at].contact && !own(at))
            .count()
    };
    let alone = titles.len() >= SEVERAL
        && !others
        && titles.windows(2).all(|pair| told(pair[0], pair[1]) == 1)
        && !titles
            .iter()
            .any(|at| below(*at).is_some_and(|next| goes_through_places(text, next)));
    if lower || alone {
        for at in titles {
            list[at].heading = false;
            list[at].title = true;
        }
    }
}
