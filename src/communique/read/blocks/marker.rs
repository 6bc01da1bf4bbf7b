//! The bullet that a line begins with.

use crate::communique::read::tables::release::PARTS;
use crate::domain::text::fold;

/// The longest name of a part, in bytes.
const LONGEST_PART: usize = 16;

/// What kind of bullet: items of one list share it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::communique) enum Marker {
    /// `-`, `–`, `•`, `*` and other signs.
    Sign(char),
    /// `1.`, `2)`, `3°`.
    Number,
    /// `I.`, `II.`, and the name of a part with its number.
    Roman,
    /// `A.`, `B)`
    Capital,
    /// `a)`
    Letter,
    /// `11h20`, where one goes through a programme.
    Hour,
    /// An item of a web page's list.
    Item,
    /// `1.2`, and any bullet that stands further in than others of its kind.
    Inner,
}

/// Signs that are a bullet wherever a line begins with them.
const SIGNS: &str = "•·▪▫■□●○◦‣⁃►▶▸➢➤➔→⇒✓✔★☆❖◆◇♦✅👉🔹🔸➡📌§☞☛➥❯❱⇨✦✧▻➛➝➞➠➧›∙⚫⬤◉◼◾▹⮞🟢🔴🟡🔵✳✴✽❋✱◊";

/// The bullet at the start of a line and how many bytes it takes, blanks after it included.
pub(super) fn marker(line: &str) -> Option<(Marker, usize)> {
    // « => », « ->> »: an arrow made of signs.
    let arrow = line.trim_start_matches(['=', '-', '>']);
    let drawn = line.len() - arrow.len();
    if (2..=4).contains(&drawn) && line[..drawn].ends_with('>') && !line.starts_with('>') {
        let after = arrow.trim_start();
        return (after.len() < arrow.len() && !after.is_empty())
            .then(|| (Marker::Sign('→'), line.len() - after.len()));
    }
    // « -- » is one dash.
    let line_of_dash = line.strip_prefix("--").filter(|rest| rest.starts_with(' '));
    if let Some(rest) = line_of_dash {
        let after = rest.trim_start();
        return after
            .starts_with(|c: char| c.is_alphanumeric() || c == '«')
            .then(|| (Marker::Sign('-'), line.len() - after.len()));
    }
    let first = line.chars().next()?;
    let rest = &line[first.len_utf8()..];
    let after = rest.trim_start_matches(['\u{fe0f}', ' ', '\u{a0}']);
    let next = after.chars().next()?;
    let spaced = after.len() < rest.len();
    let length = line.len() - after.len();
    let found = |marker| Some((marker, length));
    match first {
        c if SIGNS.contains(c) => found(Marker::Sign(c)),
        // Dashes are one sign, however the program writes them.
        '-' | '–' | '—' | '−' if spaced || next.is_uppercase() || next == '«' => (next != '-')
            .then_some(())
            .and_then(|()| found(Marker::Sign('-'))),
        // « *Bort-les-Orgues : … » in haste; « *Loger* » is written in bold.
        '*' if next.is_uppercase() && !after.contains('*') && after.contains(':') => found(Marker::Sign('*')),
        '*' | '+' | '>' | '»' if spaced && (next != first || is_bold(after)) => found(Marker::Sign(first)),
        'o' if spaced && (next.is_alphabetic() || next == '«') => found(Marker::Sign('o')),
        c if c.is_alphanumeric() => inner(line)
            .or_else(|| counted(line))
            .or_else(|| part(line))
            .or_else(|| hour(line)),
        _ => None,
    }
}

/// Whether words are set in bold, as Markdown does: « **Hesdin** : … ».
fn is_bold(words: &str) -> bool {
    words
        .strip_prefix("**")
        .is_some_and(|rest| rest.starts_with(char::is_alphanumeric))
}

/// « POINT 1. », « Axe 2 : »: the name of a part and its number.
fn part(line: &str) -> Option<(Marker, usize)> {
    let length = line.find(' ').filter(|length| *length < LONGEST_PART)?;
    let (name, number) = line.split_at(length);
    let digits = number.trim_start().bytes().take_while(u8::is_ascii_digit).count();
    let rest = &number.trim_start()[digits..];
    let after = rest.trim_start_matches([' ', '\u{a0}', '.', ':', '-', '–', '—', ')']);
    let signed = after.len() < rest.trim_start().len();
    ((1..=2).contains(&digits) && signed && !after.is_empty() && PARTS.contains(&fold(name).as_str()))
        .then(|| (Marker::Roman, line.len() - after.len()))
}

/// `1.2`, `2.1.`, `3-1)`: a point of a point.
fn inner(line: &str) -> Option<(Marker, usize)> {
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let first = digits(line);
    let rest = line[first..].strip_prefix(['.', '-'])?;
    let second = digits(rest);
    let rest = &rest[second..];
    let after = rest.trim_start_matches(['.', ')', ' ', '\u{a0}']);
    let told = first == 1 && second == 1 && after.len() < rest.len();
    let named = after.starts_with(|c: char| c.is_uppercase() || matches!(c, '«' | '"'));
    (told && named).then(|| (Marker::Inner, line.len() - after.len()))
}

/// `11h20`, `9 h 05 -`: the hour at which something is told of.
fn hour(line: &str) -> Option<(Marker, usize)> {
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let hours = digits(line);
    let rest = line[hours..].trim_start_matches([' ', '\u{a0}']);
    let rest = rest.strip_prefix(['h', ':'])?.trim_start_matches([' ', '\u{a0}']);
    let minutes = digits(rest);
    let after = rest[minutes..].trim_start_matches([' ', '\u{a0}', '-', '–', '—', ':', '|']);
    let apart = after.len() < rest.len() - minutes;
    ((1..=2).contains(&hours) && minutes == 2 && apart && after.starts_with(char::is_uppercase))
        .then(|| (Marker::Hour, line.len() - after.len()))
}

/// `1.`, `12)`, `3°`, `2 -`, `IV.`, `a)`.
fn counted(line: &str) -> Option<(Marker, usize)> {
    let length = line.bytes().take_while(u8::is_ascii_alphanumeric).count();
    let (count, rest) = line.split_at(length);
    let numeric = count.len() <= 2 && count.bytes().all(|byte| byte.is_ascii_digit());
    let roman = count.len() <= 4 && count.bytes().all(|byte| matches!(byte, b'I' | b'V' | b'X'));
    let letter = count.len() == 1 && count.as_bytes()[0].is_ascii_lowercase();
    // « A. Se loger », not « M. Durand ».
    let capital = count.len() == 1 && (b'A'..=b'H').contains(&count.as_bytes()[0]);
    let sign = rest.chars().next()?;
    let dashed = (numeric || roman || capital)
        && [" - ", " – ", " — ", " / "]
            .iter()
            .any(|dash| rest.starts_with(dash));
    let closed = match sign {
        '.' => numeric || roman || capital || letter,
        '°' | 'º' => numeric || roman || capital,
        ')' => numeric || roman || letter || capital,
        '-' | '–' | '/' => numeric,
        _ => false,
    };
    if !closed && !dashed {
        return None;
    }
    let after = rest.trim_start_matches(['.', '°', 'º', ')', '/', '-', '–', '—', ' ', '\u{a0}']);
    let between = rest.len() - after.len();
    let blank = rest[..between].contains([' ', '\u{a0}']);
    let text = after.chars().next()?;
    // « 3/11/2020 », « 1.850 » and « 5. 200 » are numbers, not places in a list.
    if !blank && !text.is_uppercase() || text.is_ascii_digit() && sign != ')' && sign != '°' {
        return None;
    }
    let marker = if numeric {
        Marker::Number
    } else if roman {
        Marker::Roman
    } else if capital {
        Marker::Capital
    } else {
        Marker::Letter
    };
    Some((marker, line.len() - after.len()))
}
