//! What a page repeats around its text: page numbers, running headers, rules.

use std::collections::BTreeMap;

use super::lines::Line;
use crate::domain::text::fold;

/// The longest running header, in bytes.
const LONGEST: usize = 120;

/// Marks the lines that surround the text.
pub(super) fn mark(text: &str, lines: &mut [Line]) {
    let numbers: Vec<bool> = lines
        .iter()
        .map(|line| {
            let said = &text[line.whole.clone()];
            line.frame || is_page_number(said) || ends_with_page(said)
        })
        .collect();
    let mut repeated: BTreeMap<String, (Vec<usize>, bool)> = BTreeMap::new();
    for (at, line) in lines.iter().enumerate() {
        if line.range.len() > LONGEST || numbers[at] {
            continue;
        }
        let beside = |other: Option<usize>| other.and_then(|other| numbers.get(other)) == Some(&true);
        let near = beside(at.checked_sub(1)) || beside(Some(at + 1));
        let entry = repeated.entry(fold(&text[line.range.clone()])).or_default();
        entry.0.push(at);
        entry.1 |= near;
    }
    for (places, near_number) in repeated.into_values() {
        // The first one may be the letterhead itself.
        if places.len() > 1 && near_number {
            let first = usize::from(places[0] < 3);
            for place in &places[first..] {
                lines[*place].frame = true;
            }
        }
    }
    for (line, number) in lines.iter_mut().zip(numbers) {
        line.frame |= number;
    }
}

/// A running header or footer with the page's number at the right edge: `Lettre n° 3          2/4`.
fn ends_with_page(line: &str) -> bool {
    let edge = line.trim_end().rsplit_once("   ");
    edge.is_some_and(|(words, page)| {
        let page = page.trim();
        words.len() <= LONGEST && (page.contains('/') || fold(page).starts_with('p')) && is_page_number(page)
    })
}

/// `2`, `- 2 -`, `1/2`, `Page 1 sur 2`.
fn is_page_number(line: &str) -> bool {
    if line.len() > 24 {
        return false;
    }
    let folded = fold(line);
    let bare = folded.trim_matches(|c: char| matches!(c, '-' | ' ' | '.' | '|'));
    let (bare, named) = match bare.strip_prefix("page").or_else(|| bare.strip_prefix("p.")) {
        Some(rest) => (rest.trim(), true),
        None => (bare, false),
    };
    let number = |text: &str| {
        let text = text.trim();
        (1..=3).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
    };
    let pair = bare.split_once('/').or_else(|| bare.split_once(" sur "));
    match pair {
        Some((page, of)) => number(page) && number(of),
        None => number(bare) && (named || bare.len() <= 2),
    }
}
