//! Telephone numbers, in every French spelling.

use std::ops::Range;

use super::{Mark, Taken};
use crate::communique::read::tables::calendar::MONTHS;
use crate::communique::read::words::Words;
use crate::domain::contact::Means;
use crate::domain::phone::Phone;

/// The short numbers that are believed where a word says that one calls them.
const SHORT: [&str; 16] = [
    "15", "17", "18", "112", "114", "115", "119", "116006", "3114", "3919", "3977", "3646", "3939", "3230",
    "3018", "3020",
];

/// The codes of the overseas departments.
const OVERSEAS: [&str; 4] = ["+262", "+590", "+594", "+596"];

/// How long a short number is at most.
const LONGEST_SHORT: usize = 6;

/// Words before a short number.
const CALL: [&str; 12] = [
    "appelez",
    "appeler",
    "composez",
    "composer",
    "vert",
    "unique",
    "national",
    "urgence",
    "gratuit",
    "appelant",
    "tel",
    "telephone",
];

/// Finds them. Their words are taken.
pub(super) fn phones(text: &str, words: &Words, taken: &mut Taken) -> Vec<Mark<Means>> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        // « le 115 ou le 3919 »: the second one is called too.
        let follows = found.last().is_some_and(|last: &Mark<Means>| {
            last.words.end + 3 >= at && last.value.value().len() <= LONGEST_SHORT
        });
        let range = words
            .is_digits(at)
            .then(|| phone(words, taken, at, follows))
            .flatten();
        let Some(range) = range.filter(|range| !taken.any(range)) else {
            at += 1;
            continue;
        };
        let written = text[words.range(range.clone())].replace(',', " ");
        if let Some(phone) = Phone::parse(&written).map(national) {
            taken.take(&range);
            found.push(Mark {
                words: range.clone(),
                value: Means::Phone(phone),
            });
            at = range.end;
        } else {
            at += 1;
        }
    }
    found
}

/// A number of an overseas department is written there with a nought, as on the mainland.
fn national(phone: Phone) -> Phone {
    let digits = OVERSEAS.iter().find_map(|code| phone.as_str().strip_prefix(code));
    let digits = digits
        .filter(|digits| digits.len() == 9)
        .map(|digits| ["0", digits].concat());
    digits.and_then(|digits| Phone::parse(&digits)).unwrap_or(phone)
}

/// The words of a number that begins with these digits.
fn phone(words: &Words, taken: &Taken, at: usize, follows: bool) -> Option<Range<usize>> {
    let digits = words.fold(at);
    let plus = at > 0 && words.is_sign(at - 1, '+');
    // « 00 33 (0)3 88 06 00 31 »
    if digits == "00" && words.fold(at + 1) == "33" {
        return groups(words, taken, at, 13, true).map(|end| at..end);
    }
    if plus || digits == "0033" || (digits.starts_with("00") && digits.len() > 2) {
        let french = digits == "33" || digits == "0033";
        let wanted = if french { digits.len() + 9 } else { 15 };
        let end = groups(words, taken, at, wanted, french)?;
        return Some(if plus { at - 1..end } else { at..end });
    }
    if digits.starts_with('0') && matches!(digits.len(), 1 | 2 | 3 | 4 | 10) {
        // What is glued to letters or signs before it is a part of something else.
        let glued =
            words.is_glued(at) && (words.is_letters(at.checked_sub(1)?) || words.is_sign(at - 1, '-'));
        if glued {
            return None;
        }
        return groups(words, taken, at, 10, true).map(|end| at..end);
    }
    let called = (1..=3).any(|back| CALL.contains(&words.fold_before(at, back))) || follows;
    let counts = MONTHS.iter().any(|(month, _)| *month == words.fold(at + 1)) || words.is_digits(at + 1);
    if called && SHORT.contains(&digits) && !counts {
        return Some(at..at + 1);
    }
    let pair = [digits, words.fold(at + 1)].concat();
    (called && digits.len() == 2 && SHORT.contains(&pair.as_str()) && !words.is_digits(at + 2))
        .then_some(at..at + 2)
}

/// The end of groups of digits that make up so many, with blanks, dots, dashes or strokes between.
fn groups(words: &Words, taken: &Taken, at: usize, wanted: usize, exactly: bool) -> Option<usize> {
    let mut count = 0;
    let mut end = at;
    let mut next = at;
    loop {
        if words.is_digits(next) && !taken.is(next) {
            let length = words.fold(next).len();
            if count + length > wanted || (next > at && length > 4 && length != 9) {
                break;
            }
            count += length;
            next += 1;
            end = next;
        } else if words.is_sign(next, '(') && words.fold(next + 1) == "0" && words.is_sign(next + 2, ')') {
            next += 3;
        } else if count == 1 && words.is_sign(next, ')') && words.is_sign(at.wrapping_sub(1), '(') {
            // « (0)3 88 92 00 44 »
            next += 1;
        } else {
            let separates = ['.', '-', '/'].iter().any(|sign| words.is_sign(next, *sign))
                || words.is_sign(next, ',') && words.fold(at).len() == 2 && words.fold(next + 1).len() == 2;
            if !separates || !words.is_digits(next + 1) || count >= wanted {
                break;
            }
            next += 1;
        }
        if count == wanted {
            break;
        }
    }
    // One more group after a whole number: it is a longer one, of an account or a register.
    let longer =
        words.is_digits(end) && words.fold(end).len() == 2 && !words.is_sign(end.wrapping_sub(1), ')');
    let whole = if exactly { count == wanted } else { count >= 9 };
    (whole && !(longer && exactly && words.fold(end + 1).len() == 2 && words.is_digits(end + 1)))
        .then_some(end)
}

#[cfg(test)]
mod tests {
    use super::super::Taken;
    use super::phones;
    use crate::communique::read::words::Words;

    fn found(text: &str) -> Vec<String> {
        let words = Words::of(text);
        let mut taken = Taken(vec![false; words.len()]);
        let marks = phones(text, &words, &mut taken);
        marks.iter().map(|mark| mark.value.value().to_owned()).collect()
    }

    #[test]
    fn every_spelling_is_one_number() {
        for text in [
            "03 21 72 78 00",
            "03.21.72.78.00",
            "03-21-72-78-00",
            "0321727800",
            "03/21/72/78/00",
            "+33 3 21 72 78 00",
            "+33 (0)3 21 72 78 00",
            "0033 3 21 72 78 00",
            "00 33 (0)3 21 72 78 00",
            "(0)3.21.72.78.00",
            "03, 21, 72, 78, 00",
            "03\u{a0}21\u{202f}72 78 00",
            "+33321727800",
            "tél.03 21 72 78 00, poste 203",
            "03 21 72 78 00 (14h-17h)",
            "0321 72 78 00",
            "03 21 72 78 00 - 12 rue Verte",
        ] {
            assert_eq!(found(text), ["0321727800"], "{text}");
        }
        assert_eq!(
            found("0800 97 40 97 et 0 800 06 66 66"),
            ["0800974097", "0800066666"]
        );
        assert_eq!(found("+32 2 123 45 67"), ["+3221234567"]);
        assert_eq!(found("appelez le 115 ou le 39 19"), ["115", "3919"]);
    }

    #[test]
    fn other_digits_are_no_number() {
        for text in [
            "1 200 masques",
            "62730 Marck",
            "S76-001",
            "2020-293",
            "05/06/2020",
            "115 masques",
            "n° 0123456",
            "03 21 72",
        ] {
            assert_eq!(found(text), [""; 0], "{text}");
        }
    }
}
