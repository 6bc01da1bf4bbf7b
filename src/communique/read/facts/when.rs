//! When an initiative runs.

use super::Scope;
use crate::communique::read::marks::{Day, within};
use crate::communique::read::reading::DraftRead;
use crate::communique::read::tables::calendar::{DAYS, EVERY, Edge};
use crate::domain::date::Date;

/// How far from the release's day a date without a year may lie before it is one of another year.
const HALF: i32 = 200;

/// How long ago a last day without a year may lie.
const QUARTER: i32 = 90;

/// Fills in first day, last day and what comes back.
pub(super) fn when(scope: &Scope, draft: &mut DraftRead) {
    let text = scope.text;
    for sentence in &scope.sentences {
        for mark in within(&text.marks.dates, sentence) {
            let Some(date) = day(mark.value, scope.date) else {
                continue;
            };
            let sure = mark.value.year.is_some();
            let found = || text.found(date, mark.words.clone(), sure);
            match mark.value.edge {
                Some(Edge::Start) if draft.start.is_none() => draft.start = Some(found()),
                Some(Edge::End) if draft.end.is_none() => draft.end = Some(found()),
                // A single day to come is when it takes place; one that is past is when something was done.
                None if draft.start.is_none() && scope.date.is_some_and(|today| today < date) => {
                    draft.start = Some(text.found(date, mark.words.clone(), false));
                }
                _ => {}
            }
        }
        if draft.when.is_none() {
            draft.when = recurring(scope, sentence)
                .map(|words| text.found(text.said(words.clone()).to_owned(), words, true));
        }
    }
    // « du 21 septembre au 30 juin »: the last day is the next year's.
    if let (Some(start), Some(end)) = (&draft.start, &mut draft.end)
        && end.value < start.value
        && let Some(later) = Date::new(end.value.year() + 1, end.value.month(), end.value.day())
    {
        end.value = later;
    }
}

/// The day of the calendar: of the year that brings it nearest to the release.
fn day(day: Day, today: Option<Date>) -> Option<Date> {
    if let Some(year) = day.year {
        return day.in_year(year);
    }
    let today = today?;
    let date = day.in_year(today.year())?;
    let apart = today.days_until(date);
    // What ends has not ended long ago.
    let past = if day.edge == Some(Edge::End) {
        QUARTER
    } else {
        HALF
    };
    if apart < -past {
        day.in_year(today.year() + 1)
    } else if apart > HALF {
        day.in_year(today.year() - 1)
    } else {
        Some(date)
    }
}

/// « chaque mercredi », « tous les dimanches », « du lundi au vendredi ».
fn recurring(scope: &Scope, sentence: &std::ops::Range<usize>) -> Option<std::ops::Range<usize>> {
    let words = &scope.text.words;
    let is_day = |at: usize| DAYS.contains(&words.fold(at));
    sentence.clone().find_map(|at| {
        if !is_day(at) {
            return None;
        }
        let pair = [words.fold_before(at, 2), " ", words.fold_before(at, 1)].concat();
        // The shorter first: where nothing stands before it, the pair is the one word.
        let start = if EVERY.contains(&words.fold_before(at, 1)) {
            at - 1
        } else if EVERY.contains(&pair.as_str()) {
            at - 2
        } else if words.fold_before(at, 1) == "du" && words.fold(at + 1) == "au" && is_day(at + 2) {
            return Some(at - 1..at + 3);
        } else {
            return None;
        };
        let mut end = at + 1;
        if matches!(words.fold(end), "matin" | "soir" | "apres" | "midi") {
            end += if words.fold(end) == "apres" { 3 } else { 1 };
        }
        // « le mercredi 4 mai » is one day.
        (!words.is_digits(end) && start >= sentence.start).then_some(start..end.min(sentence.end))
    })
}
