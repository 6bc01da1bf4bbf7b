//! What a page repeats around its text: page numbers, running headers, rules.

use std::collections::BTreeMap;

use super::lines::Line;
use crate::domain::text::fold;

/// The longest running header, in bytes.
const LONGEST: usize = 120;

/// Marks the lines that surround the text.
pub(super) fn mark(text: &str, lines: &mut [Line]) {
    let numbered = numbered_headers(text, lines);
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
    for at in numbered {
        lines[at].frame = true;
    }
}

/// Running headers that hold the page's number: « Préfecture du Doubs – 1/2 », « Lettre n° 3 | page 2 », where several
/// lines differ in nothing else.
fn numbered_headers(text: &str, lines: &[Line]) -> Vec<usize> {
    let mut alike: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (at, line) in lines.iter().enumerate() {
        let said = &text[line.whole.clone()];
        if said.len() <= LONGEST
            && let Some(words) = without_page(said)
        {
            alike.entry(fold(words)).or_default().push(at);
        }
    }
    alike
        .into_values()
        .filter(|places| places.len() > 1)
        .flatten()
        .collect()
}

/// The words of a running header, without the page's number at its end or at its start.
fn without_page(line: &str) -> Option<&str> {
    let cut = |c: char| matches!(c, '-' | '–' | '—' | '|' | '·' | '•' | ',');
    let page = |said: &str| {
        let said = said.trim();
        is_page_number(said) && (said.contains('/') || fold(said).contains(['p', 's']))
    };
    let line = line.trim();
    let (words, end) = line.rsplit_once(cut).unwrap_or_default();
    if page(end) && words.contains(char::is_alphabetic) {
        return Some(words.trim());
    }
    let (start, words) = line.split_once(cut).unwrap_or_default();
    (page(start) && words.contains(char::is_alphabetic)).then(|| words.trim())
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
