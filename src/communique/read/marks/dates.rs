//! Dates, and times of the day.

use super::{Mark, Taken};
use crate::communique::read::tables::calendar::{EDGES, Edge, MONTHS, SPOKEN_DAYS};
use crate::communique::read::words::Words;
use crate::communique::read::words::index::Index;
use crate::domain::date::Date;

/// A day as the text names it, its year perhaps left out.
#[allow(clippy::struct_field_names, reason = "a day of a month is called so")]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::communique::read) struct Day {
    pub(in crate::communique::read) day: u8,
    pub(in crate::communique::read) month: u8,
    pub(in crate::communique::read) year: Option<u16>,
    /// What the words before it make of it.
    pub(in crate::communique::read) edge: Option<Edge>,
}

impl Day {
    /// The day of the calendar, in the year given where the text has none.
    pub(in crate::communique::read) fn in_year(self, year: u16) -> Option<Date> {
        Date::new(self.year.unwrap_or(year), self.month, self.day)
    }
}

/// Finds the dates, and the first day of the first month that is named without a day (« mars 2022 »). Their
/// words are taken, and those of times of the day and of months.
pub(super) fn dates(words: &Words, taken: &mut Taken) -> (Vec<Mark<Day>>, Option<Date>) {
    let edges = Index::of(EDGES.iter().copied());
    let spoken = Index::of(SPOKEN_DAYS.iter().copied());
    let mut found: Vec<Mark<Day>> = Vec::new();
    let mut first_month = None;
    let mut at = 0;
    while at < words.len() {
        let said = || spoken_date(words, &spoken, at).or_else(|| month_end(words, &edges, at));
        let in_words = (!taken.is(at)).then(said).flatten();
        if in_words.is_none() && !words.is_digits(at) || taken.is(at) {
            // « avril 2020 »: a year and no quantity.
            if let Some(month) = month(words.fold(at))
                && is_year(words.fold(at + 1))
            {
                taken.take(&(at..at + 2));
                let year = words.fold(at + 1).parse().ok();
                first_month = first_month.or_else(|| Date::new(year?, month, 1));
            }
            at += 1;
            continue;
        }
        if let Some(end) = time(words, at).filter(|_| in_words.is_none()) {
            taken.take(&(at..end));
            at = end;
            continue;
        }
        let Some((end, mut day)) = in_words.or_else(|| date(words, at)) else {
            at += 1;
            continue;
        };
        let edge = edge_before(words, &edges, at);
        // « du 4 au 8 mai »: the first day shares the month of the second.
        if let Some(first) = shared(words, &spoken, at) {
            let opening = Day {
                day: first.1,
                edge: Some(Edge::Start),
                ..day
            };
            if opening.in_year(2000).is_some() {
                found.push(Mark {
                    words: first.0..first.0 + 1,
                    value: opening,
                });
                taken.take(&(first.0..at));
                day.edge = Some(Edge::End);
            }
        } else if words.fold_before(at, 1) == "au"
            && let Some(last) = found.last_mut()
            && last.value.edge == Some(Edge::Between)
            && last.words.end + 2 >= at
        {
            // « du 30 avril au 4 mai »
            last.value.edge = Some(Edge::Start);
            day.edge = Some(Edge::End);
        } else {
            day.edge = day.edge.or(edge);
        }
        taken.take(&(at..end));
        found.push(Mark {
            words: at..end,
            value: day,
        });
        at = end;
    }
    for mark in &mut found {
        // Nothing closes it: « le communiqué du 30 avril ».
        if mark.value.edge == Some(Edge::Between) {
            mark.value.edge = None;
        }
    }
    (found, first_month)
}

/// The year that a word is.
fn year_at(words: &Words, at: usize) -> Option<u16> {
    let year = words.fold(at);
    is_year(year).then(|| year.parse().ok()).flatten()
}

/// « le premier mai », « au vingt-trois mai ».
fn spoken_date(words: &Words, spoken: &Index<u8>, at: usize) -> Option<(usize, Day)> {
    let before = words.fold_before(at, 1);
    let (end, day) = spoken
        .find(words, at)
        .filter(|_| matches!(before, "le" | "au" | "du") || is_weekday(before))?;
    let month = month(words.fold(end))?;
    let year = year_at(words, end + 1);
    let day = Day {
        day,
        month,
        year,
        edge: None,
    };
    Some((end + 1 + usize::from(year.is_some()), day))
}

/// « jusqu’à fin mai », « d’ici la fin du mois de mai »: the last day of the month.
fn month_end(words: &Words, edges: &Index<Edge>, at: usize) -> Option<(usize, Day)> {
    if words.fold(at) != "fin" {
        return None;
    }
    let start = at - usize::from(words.fold_before(at, 1) == "la");
    if edge_before(words, edges, start) != Some(Edge::End) {
        return None;
    }
    let links = ["du", "de", "d'", "mois"];
    let name = (at + 1..at + 5).find(|at| !links.contains(&words.fold(*at)))?;
    let month = month(words.fold(name))?;
    let day = match month {
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    };
    let year = year_at(words, name + 1);
    let day = Day {
        day,
        month,
        year,
        edge: Some(Edge::End),
    };
    Some((name + 1 + usize::from(year.is_some()), day))
}

/// `14h30`, `9 h`, `19 heures`.
fn time(words: &Words, at: usize) -> Option<usize> {
    if words.fold(at).len() > 2 || !matches!(words.fold(at + 1), "h" | "heure" | "heures") {
        return None;
    }
    let minutes = words.is_digits(at + 2) && (words.is_glued(at + 2) || words.fold(at + 2).len() == 2);
    Some(if minutes { at + 3 } else { at + 2 })
}

/// A date that begins with these digits.
fn date(words: &Words, at: usize) -> Option<(usize, Day)> {
    let number = |at: usize| words.fold(at).parse::<u16>().ok().filter(|_| words.is_digits(at));
    let day = number(at).filter(|day| (1..=31).contains(day))?;
    let day = u8::try_from(day).ok()?;
    let after = if words.fold(at + 1) == "er" {
        at + 2
    } else {
        at + 1
    };
    if let Some(month) = month(words.fold(after)) {
        let mut end = after + 1;
        if words.is_sign(end, '.') && is_year(words.fold(end + 1)) {
            end += 1;
        }
        let year = year_at(words, end);
        let end = if year.is_some() { end + 1 } else { end };
        return Some((
            end,
            Day {
                day,
                month,
                year,
                edge: None,
            },
        ));
    }
    // 12/05/2020, 12.05.20, 12-05-2020
    let sign = ['/', '.', '-']
        .into_iter()
        .find(|sign| words.is_sign(at + 1, *sign))?;
    let glued = (1..=4).all(|ahead| words.is_glued(at + ahead));
    if !glued || !words.is_sign(at + 3, sign) || words.is_glued(at) && !words.is_sign(at - 1, '(') {
        return None;
    }
    let month = number(at + 2).filter(|month| (1..=12).contains(month))?;
    let written = words.fold(at + 4);
    let year = match written.len() {
        4 if is_year(written) => number(at + 4)?,
        2 => number(at + 4)? + 2000,
        _ => return None,
    };
    let month = u8::try_from(month).ok()?;
    Some((
        at + 5,
        Day {
            day,
            month,
            year: Some(year),
            edge: None,
        },
    ))
}

/// The day before « au » that shares the month after it: its word and its number.
fn shared(words: &Words, spoken: &Index<u8>, at: usize) -> Option<(usize, u8)> {
    // A weekday may stand before each day.
    let mut back = at.checked_sub(1)?;
    if is_weekday(words.fold(back)) {
        back = back.checked_sub(1)?;
    }
    // « entre le 4 et le 18 mai »
    if words.fold(back) == "le" && words.fold_before(back, 1) == "et" {
        back -= 1;
    }
    if !matches!(words.fold(back), "au" | "et" | "a") {
        return None;
    }
    let between = words.fold(back) == "et";
    back = back.checked_sub(1)?;
    if words.fold(back) == "er" {
        back = back.checked_sub(1)?;
    }
    // « du onze au vingt-trois mai »
    let in_words = || {
        let starts = (back.saturating_sub(4)..=back).find_map(|from| {
            let (end, day) = spoken.find(words, from)?;
            (end == back + 1).then_some((from, day))
        });
        starts.filter(|(from, _)| {
            matches!(words.fold_before(*from, 1), "du" | "le") || is_weekday(words.fold_before(*from, 1))
        })
    };
    let digits = words
        .fold(back)
        .parse()
        .ok()
        .filter(|day| (1..=31).contains(day) && words.is_digits(back));
    let (first, day) = digits.map(|day| (back, day)).or_else(in_words)?;
    back = first;
    let mut opening = back.checked_sub(1)?;
    if is_weekday(words.fold(opening)) {
        opening = opening.checked_sub(1)?;
    }
    // « les 14 et 15 octobre », « samedi 19 et dimanche 20 janvier »
    let pair = matches!(words.fold(opening), "les" | "des" | "aux") || is_weekday(words.fold_before(back, 1));
    let opens = if between {
        pair || words.fold(opening) == "le" && words.fold_before(opening, 1) == "entre"
    } else {
        matches!(words.fold(opening), "du" | "de")
    };
    opens.then_some((back, day))
}

fn edge_before(words: &Words, edges: &Index<Edge>, at: usize) -> Option<Edge> {
    let at = if is_weekday(words.fold_before(at, 1)) {
        at - 1
    } else {
        at
    };
    let bare = if words.fold_before(at, 1) == "le" {
        at - 1
    } else {
        at
    };
    (1..=5).rev().find_map(|back| {
        let from = at.checked_sub(back)?;
        let (end, edge) = edges.find(words, from)?;
        (end == at || end == bare).then_some(edge)
    })
}

fn month(word: &str) -> Option<u8> {
    let found = MONTHS.iter().find(|(name, _)| *name == word);
    found.map(|(_, month)| *month)
}

fn is_weekday(word: &str) -> bool {
    crate::communique::read::tables::calendar::DAYS.contains(&word)
}

fn is_year(word: &str) -> bool {
    word.len() == 4
        && (word.starts_with("19") || word.starts_with("20"))
        && word.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::super::Taken;
    use super::{Edge, dates};
    use crate::communique::read::words::Words;

    fn found(text: &str) -> Vec<(u8, u8, Option<u16>, Option<Edge>)> {
        let words = Words::of(text);
        let mut taken = Taken(vec![false; words.len()]);
        let (days, _) = dates(&words, &mut taken);
        days.iter()
            .map(|mark| (mark.value.day, mark.value.month, mark.value.year, mark.value.edge))
            .collect()
    }

    #[test]
    fn dates_in_every_spelling() {
        for (text, expected) in [
            ("le 30 avril 2020", (30, 4, Some(2020), None)),
            ("le 1er mai", (1, 5, None, None)),
            ("12/05/2020", (12, 5, Some(2020), None)),
            ("depuis le lundi 6 avril", (6, 4, None, Some(Edge::Start))),
            ("jusqu’au 31 juil. 2020", (31, 7, Some(2020), Some(Edge::End))),
            ("d’ici au 30 avril", (30, 4, None, Some(Edge::End))),
            ("le communiqué du 30 avril", (30, 4, None, None)),
        ] {
            assert_eq!(found(text), [expected], "{text}");
        }
        let pair = [(4, 5, None, Some(Edge::Start)), (8, 5, None, Some(Edge::End))];
        assert_eq!(found("du 4 au 8 mai"), pair);
        assert_eq!(found("du lundi 4 au vendredi 8 mai"), pair);
        assert_eq!(found("entre le 4 et le 8 mai"), pair);
        assert_eq!(found("du quatre au huit mai"), pair);
        assert_eq!(
            found("jusqu’à la fin du mois de mai"),
            [(31, 5, None, Some(Edge::End))]
        );
        assert_eq!(found("depuis le premier mai"), [(1, 5, None, Some(Edge::Start))]);
        assert_eq!(
            found("du 30 avril au 8 mai"),
            [(30, 4, None, Some(Edge::Start)), (8, 5, None, Some(Edge::End))]
        );
    }

    #[test]
    fn times_and_quantities_are_no_dates() {
        for text in [
            "14h30",
            "30 masques",
            "de 9 h à 17 h",
            "3 marseillais",
            "32 mai",
            "deux mai",
            "la fin mai",
            "03.21.72.78.00",
        ] {
            assert!(found(text).is_empty() || text.contains("mars"), "{text}");
        }
    }
}
