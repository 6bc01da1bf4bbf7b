//! The cells of a table that say what is asked for, by the head of their column.

use std::ops::Range;

use super::{Outline, signs};
use crate::communique::read::Text;
use crate::communique::read::tables::needs::ASKING_COLUMNS;

/// Gives each initiative told in a row the cell below « Besoins ».
pub(super) fn find(text: &Text, outline: &mut Outline) {
    let rows: Vec<(usize, Vec<Range<usize>>)> = (0..text.blocks.list.len())
        .filter(|at| signs::is_table_row(signs::said(text, *at)))
        .map(|at| (at, cells(text, at)))
        .collect();
    let asks = |cell: &Range<usize>| signs::begins(text.said(cell.clone()), ASKING_COLUMNS);
    let head = rows
        .iter()
        .find_map(|(at, cells)| Some((*at, cells.len(), cells.iter().position(asks)?)));
    let Some((head, width, column)) = head else { return };
    for item in &mut outline.items {
        for at in &item.blocks {
            let row = rows.binary_search_by_key(at, |(row, _)| *row);
            let cells = row.ok().map(|place| &rows[place].1);
            let cells = cells.filter(|cells| *at > head && cells.len() == width);
            item.asked.extend(cells.map(|cells| cells[column].clone()));
        }
    }
}

/// The cells of a row: the words between its bars.
fn cells(text: &Text, at: usize) -> Vec<Range<usize>> {
    let words = text.words.within(&text.blocks.list[at].range);
    let bars = words.clone().filter(|at| text.words.is_sign(*at, '|'));
    let mut cells = Vec::new();
    let mut start = words.start;
    for bar in bars.chain([words.end]) {
        cells.push(start..bar);
        start = bar + 1;
    }
    cells
}
