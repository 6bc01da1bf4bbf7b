//! Two columns of a page that were pasted side by side are read one after the other.

use std::ops::Range;

/// How many blanks part two columns.
const GUTTER: usize = 3;

/// How many lines with both columns show that there are two.
const BOTH: usize = 4;

/// How many lines of each column go on with a small letter: in a table of two columns none does.
const FLOWING: usize = 2;

/// A line, or its half in one of two columns.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Row {
    /// Where it stands in the text.
    pub(super) range: Range<usize>,
    /// Whether it is one of two halves.
    pub(super) halved: bool,
}

/// The lines of a text in the order in which one reads them.
pub(super) fn rows(text: &str) -> Vec<Row> {
    let mut lines: Vec<Range<usize>> = Vec::new();
    let mut start = 0;
    for line in text.split('\n') {
        lines.push(start..start + line.len());
        start += line.len() + 1;
    }
    let row = |range: &Range<usize>, halved| Row {
        range: range.clone(),
        halved,
    };
    let whole = |range: &Range<usize>| row(range, false);
    let Some((region, halves)) = halved(text, &lines) else {
        return lines.iter().map(whole).collect();
    };
    let half = |range: &Range<usize>| row(range, true);
    let mut rows: Vec<Row> = lines[..region.start].iter().map(whole).collect();
    rows.extend(halves.iter().map(|(left, _)| half(left)));
    let end = lines[region.end - 1].end;
    rows.push(whole(&(end..end)));
    rows.extend(halves.iter().map(|(_, right)| half(right)));
    rows.extend(lines[region.end..].iter().map(whole));
    rows
}

type Halves = Vec<(Range<usize>, Range<usize>)>;

/// The lines that stand in two columns, and their halves.
fn halved(text: &str, lines: &[Range<usize>]) -> Option<(Range<usize>, Halves)> {
    let gutters: Vec<Option<usize>> = lines.iter().map(|line| gutter(&text[line.clone()])).collect();
    let mut columns: Vec<usize> = gutters.iter().flatten().copied().collect();
    columns.sort_unstable();
    let column = columns
        .chunk_by(|one, two| one == two)
        .max_by_key(|alike| alike.len())?;
    let column = *column.first().filter(|_| column.len() >= BOTH)?;
    let both = |at: &usize| gutters[*at] == Some(column);
    let first = (0..lines.len()).find(both)?;
    let last = (first..lines.len()).rev().find(both)?;
    let halves: Option<Halves> = lines[first..=last]
        .iter()
        .map(|line| cut(text, line, column))
        .collect();
    let halves = halves?;
    let flows = |half: &Range<usize>| text[half.clone()].starts_with(char::is_lowercase);
    let left = halves.iter().filter(|(left, _)| flows(left)).count();
    let right = halves.iter().filter(|(_, right)| flows(right)).count();
    (left >= FLOWING && right >= FLOWING).then_some((first..last + 1, halves))
}

/// The column, in characters, at which words begin behind the only wide gap of a line.
fn gutter(line: &str) -> Option<usize> {
    let mut found = None;
    let mut blanks = 0;
    let mut begun = false;
    for (at, c) in line.trim_end().chars().enumerate() {
        if c == ' ' {
            blanks += 1;
            continue;
        }
        if begun && blanks >= GUTTER && found.replace(at).is_some() {
            return None;
        }
        begun = true;
        blanks = 0;
    }
    found
}

/// The halves of a line at a column: nothing where words run over it.
fn cut(text: &str, line: &Range<usize>, column: usize) -> Option<(Range<usize>, Range<usize>)> {
    let said = &text[line.clone()];
    let at = said.char_indices().nth(column).map_or(said.len(), |(at, _)| at);
    let (left, right) = said.split_at(at);
    let free = right.is_empty() || left.is_empty() || left.ends_with(' ');
    let end = line.start + left.trim_end().len();
    let indent = right.len() - right.trim_start().len();
    free.then_some((line.start..end, line.start + at + indent..line.end))
}

#[cfg(test)]
mod tests {
    use super::rows;

    fn read(text: &str) -> Vec<&str> {
        let rows = rows(text).into_iter();
        rows.map(|row| &text[row.range])
            .filter(|row| !row.is_empty())
            .collect()
    }

    #[test]
    fn two_columns_are_read_one_after_the_other() {
        let text = "Lettre n° 3\n\n\
                    À Lens, la ville       À Avion, le club\n\
                    coud des sacs et       donne du lait aux\n\
                    les donne à tous.      enfants, et du\n\
                    \x20                      pain.\n\n\
                    À Calais, on lit       À Marck, on joue\n\nFin";
        let expected = [
            "Lettre n° 3",
            "À Lens, la ville",
            "coud des sacs et",
            "les donne à tous.",
            "À Calais, on lit",
            "À Avion, le club",
            "donne du lait aux",
            "enfants, et du",
            "pain.",
            "À Marck, on joue",
            "Fin",
        ];
        assert_eq!(read(text), expected);
    }

    #[test]
    fn tables_and_plain_lines_stay_as_they_are() {
        for text in [
            "Lens        12 repas\nAvion       14 repas\nCalais      15 repas\nMarck       16 repas",
            "Un texte dont les lignes    sont\nlongues et ne se ressemblent pas, comme toutes\nles autres.",
        ] {
            assert_eq!(read(text), text.split('\n').collect::<Vec<_>>());
        }
    }
}
