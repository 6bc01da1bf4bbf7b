//! The second stage: lines become blocks, each a heading, an item of a list or a paragraph.
//!
//! Programs cut lines where the page ends, put an empty line after each, split words with hyphens and
//! repeat headers between two halves of a sentence. What was one paragraph is one block again.

mod columns;
mod composed;
mod furniture;
mod join;
mod lines;
mod marker;

use std::ops::Range;

pub(super) use marker::Marker;

use super::span::{Sourced, Span};
use lines::Line;

/// A paragraph, a heading or an item of a list.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Block {
    /// Where it stands in the text of the blocks, without its bullet.
    pub(super) range: Range<usize>,
    /// Where it stands in the source, with its bullet.
    pub(super) span: Span,
    /// Its lines in the source where another column stands between them; else none.
    pub(super) pieces: Vec<Span>,
    /// The bullet that it begins with.
    pub(super) marker: Option<Marker>,
    /// The level that a heading of a web page has.
    pub(super) heading: Option<u8>,
    /// Whether an empty line stands before it.
    pub(super) gap: bool,
    /// Whether it surrounds the text: a page number, a running header, a web page's navigation.
    pub(super) frame: bool,
}

/// The blocks of a text.
pub(super) struct Blocks {
    /// Their text, a line for each.
    pub(super) text: Sourced,
    /// In the order of the source.
    pub(super) list: Vec<Block>,
    /// Whether the composer wrote the text, so that each line is a block.
    pub(super) composed: bool,
}

/// Cuts a normalised text into blocks. In a page each line is a block already.
pub(super) fn blocks(text: &Sourced, is_page: bool) -> Blocks {
    let mut lines = lines::lines(text.text());
    composed::underline(text.text(), &mut lines);
    let composed = !is_page && composed::is_composed(text.text(), &lines);
    if composed {
        composed::literal(&mut lines);
    } else {
        furniture::mark(text.text(), &mut lines);
        lower(&mut lines);
    }
    join::join(text, &lines, is_page, composed)
}

/// Several headings of the first level are no titles: they part the text.
fn lower(lines: &mut [Line]) {
    if lines.iter().filter(|line| line.heading == Some(1)).count() < 2 {
        return;
    }
    // The first line of all is the title even so.
    for line in lines.iter_mut().skip(1) {
        line.heading = line.heading.map(|level| level.saturating_add(1));
    }
}

#[cfg(test)]
mod tests {
    use super::blocks;
    use crate::communique::read::normalise::plain;

    /// Each block as its marker's sign and its text.
    fn cut(source: &str) -> Vec<String> {
        let blocks = blocks(&plain(source), false);
        let shown = blocks.list.iter().filter(|block| !block.frame).map(|block| {
            let sign = if block.marker.is_some() { "* " } else { "" };
            [sign, &blocks.text.text()[block.range.clone()]].concat()
        });
        shown.collect()
    }

    #[test]
    fn a_paragraph_with_an_empty_line_after_each_line_is_one() {
        let source = "Au fil des mois, les gestes de chacun continuent de compter \n\nbeaucoup et cette lettre les \
            raconte sans rien oublier de \n\nce qui a été fait.  \n\n- La ville de Marck a cousu des mas-\n\nques \
            pour tous, et les a remis dans les quartiers de la \n\ncommune. \n\n- Autre chose encore, qui prend la \
            suite de ce qui précède et \n\nfinit ici. \n\nContact : 03 21 00 00 00 \n";
        assert_eq!(
            cut(source),
            [
                "Au fil des mois, les gestes de chacun continuent de compter beaucoup et cette lettre les raconte \
                 sans rien oublier de ce qui a été fait.",
                "* La ville de Marck a cousu des masques pour tous, et les a remis dans les quartiers de la commune.",
                "* Autre chose encore, qui prend la suite de ce qui précède et finit ici.",
                "Contact : 03 21 00 00 00",
            ]
        );
    }

    #[test]
    fn words_cut_by_a_hyphen_are_joined_and_names_keep_theirs() {
        let lines = "un premier texte assez long pour montrer où la ligne se ter-\nmine, avec la commune de Annay-sous-\n\
            Lens et puis celle de Boulogne-\nsur-Mer où l’on prend rendez-\nvous pour tout le reste de la journée qui \
            vient.";
        assert_eq!(
            cut(lines),
            [
                "un premier texte assez long pour montrer où la ligne se termine, avec la commune de Annay-sous-Lens et \
              puis celle de Boulogne-sur-Mer où l’on prend rendez-vous pour tout le reste de la journée qui vient."
            ]
        );
    }

    #[test]
    fn page_numbers_and_running_headers_surround_the_text() {
        let source = "Préfecture du Nord\n\nUn texte qui se poursuit d’une page à\n\nPréfecture du Nord\n\n1/2\n\n\
            Préfecture du Nord\n\nl’autre.\n\n2/2\n";
        assert_eq!(
            cut(source),
            [
                "Préfecture du Nord",
                "Un texte qui se poursuit d’une page à l’autre."
            ]
        );
    }

    #[test]
    fn bullets_of_every_kind_begin_a_block() {
        for bullet in ["-", "–", "•", "*", "o ", "1.", "1)", "1°", "➢", "\u{f0b7}", "a)"] {
            let source = format!("{bullet} Un\n{bullet} Deux\nContact : 15");
            assert_eq!(cut(&source), ["* Un", "* Deux", "Contact : 15"], "{bullet}");
        }
        assert_eq!(cut("-Un\n-A Desvres"), ["* Un", "* A Desvres"], "glued");
        assert_eq!(
            cut("Infos : https://a.fr/b-  A Lens, on coud"),
            ["Infos : https://a.fr/b", "* A Lens, on coud"]
        );
        assert_eq!(cut("1 500 masques\n-5 degrés"), ["1 500 masques", "-5 degrés"]);
    }
}
