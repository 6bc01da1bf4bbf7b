//! Numbers as they are written: in digits and in words.

use crate::communique::read::tables::numerals::Numeral;
use crate::communique::read::words::Words;
use crate::communique::read::words::index::Index;

/// The longest name between quotes that begins with a number, in words.
const LONGEST_NAME: usize = 5;

/// A number as it is written.
pub(super) struct Written {
    pub(super) end: usize,
    pub(super) value: f64,
    /// It is a noun, and says about so many.
    pub(super) about: bool,
    /// It is a noun: « de » stands before what it counts.
    pub(super) noun: bool,
    /// It is written with digits alone and no blank.
    pub(super) plain: bool,
}

pub(super) fn read(numerals: &Index<Numeral>, words: &Words, at: usize) -> Option<Written> {
    if words.is_digits(at) {
        return Some(digits(numerals, words, at));
    }
    in_words(numerals, words, at)
}

/// `1 600`, `1.600`, `2,5 millions`.
fn digits(numerals: &Index<Numeral>, words: &Words, at: usize) -> Written {
    let mut text = words.fold(at).to_owned();
    let mut end = at + 1;
    let mut plain = true;
    let grouped = text.len() <= 3 && !text.starts_with('0');
    while grouped && words.is_digits(end) && words.fold(end).len() == 3 && !words.is_glued(end) {
        text.push_str(words.fold(end));
        end += 1;
        plain = false;
    }
    while grouped
        && (words.is_sign(end, '.') || words.is_sign(end, '\''))
        && words.is_glued(end)
        && words.is_digits(end + 1)
        && words.is_glued(end + 1)
        && words.fold(end + 1).len() == 3
    {
        text.push_str(words.fold(end + 1));
        end += 2;
        plain = false;
    }
    let decimal = words.is_sign(end, ',') || (plain && words.is_sign(end, '.'));
    if decimal
        && words.is_glued(end)
        && words.is_glued(end + 1)
        && words.is_digits(end + 1)
        && words.fold(end + 1).len() <= 2
    {
        text.push('.');
        text.push_str(words.fold(end + 1));
        end += 2;
        plain = false;
    }
    // « 1/2 tonne »
    if text == "1" && words.is_sign(end, '/') && words.fold(end + 1) == "2" && words.is_letters(end + 2) {
        return Written {
            end: end + 2,
            value: 0.5,
            about: false,
            noun: false,
            plain: false,
        };
    }
    let mut value: f64 = text.parse().unwrap_or(f64::MAX);
    let (mut noun, mut about) = (false, false);
    if let Some((next, numeral)) = numerals.find(words, end) {
        let factor = match numeral {
            Numeral::Times(1000) => Some((1000, false)),
            Numeral::Noun(factor) | Numeral::About(factor) if factor >= 1000 || factor == 12 => {
                Some((factor, true))
            }
            _ => None,
        };
        if let Some((factor, is_noun)) = factor {
            value *= f64::from(factor);
            noun = is_noun;
            about = false;
            end = next;
            plain = false;
        }
    }
    Written {
        end,
        value,
        about,
        noun,
        plain,
    }
}

/// The noun after « un » or « une », where it is one of a number: « une bonne vingtaine ».
fn after_article(numerals: &Index<Numeral>, words: &Words, at: usize) -> Option<usize> {
    let skips = matches!(words.fold(at + 1), "bonne" | "petite" | "demi");
    let next = if skips { at + 2 } else { at + 1 };
    let next = if words.is_sign(next, '-') { next + 1 } else { next };
    let opens = numerals.find(words, next);
    matches!(opens, Some((_, Numeral::About(_) | Numeral::Noun(_)))).then_some(next)
}

/// « le collectif « Deux clés » »: a capital within quotes, in the midst of a sentence, begins a name.
fn is_quoted_name(words: &Words, at: usize) -> bool {
    let within = at > 1 && words.opens_quote(at - 1) && words.is_letters(at - 2);
    within && (at + 1..at + LONGEST_NAME).any(|at| words.closes_quote(at))
}

/// « deux mille cinq cents », « une vingtaine », « un million deux cent mille ».
fn in_words(numerals: &Index<Numeral>, words: &Words, at: usize) -> Option<Written> {
    // Inside a name (« les Quatre Vents ») it counts nothing.
    let begins = at == 0
        || matches!(
            words.fold(at - 1),
            "\n" | "." | "!" | "?" | "-" | ":" | "«" | "*" | "\"" | ")"
        );
    if words.is_capital(at) && (!begins || is_quoted_name(words, at)) {
        return None;
    }
    let (mut total, mut current, mut end) = (0_u64, 0_u64, at);
    let (mut noun, mut about) = (false, false);
    if matches!(words.fold(at), "un" | "une") {
        end = after_article(numerals, words, at)?;
        current = 1;
    }
    let half = words.fold_before(end, 1) == "demi" || words.fold_before(end, 2) == "demi";
    loop {
        let mut next = end;
        if next > at && words.is_sign(next, '-') && words.is_glued(next) {
            next += 1;
        }
        if next > at && words.fold(next) == "et" && current >= 20 {
            // « vingt et un », « soixante et onze »
            let after = words.fold(next + 1);
            if matches!(after, "un" | "une") {
                current += 1;
                end = next + 2;
                continue;
            }
            if after == "onze" {
                current += 11;
                end = next + 2;
            }
        }
        let Some((after, numeral)) = numerals.find(words, next).filter(|_| !noun) else {
            break;
        };
        match numeral {
            Numeral::Plus(20) if current % 100 == 4 => current += 76,
            Numeral::Plus(value) => {
                // Two units in a row are two numbers.
                if current % 10 != 0 && current % 100 != 60 + current % 10 {
                    break;
                }
                current += u64::from(value);
            }
            Numeral::Times(100) => current = current.max(1).saturating_mul(100),
            Numeral::Times(factor) => {
                total = total.saturating_add(current.max(1).saturating_mul(u64::from(factor)));
                current = 0;
            }
            Numeral::About(factor) => {
                if current == 0 {
                    return None; // « des centaines »
                }
                about = current == 1 || factor != 12;
                current = current.saturating_mul(u64::from(factor));
                noun = true;
            }
            Numeral::Noun(factor) => {
                if current == 0 && total == 0 {
                    return None;
                }
                current = current.max(1);
                if factor == 12 {
                    current *= 12;
                } else {
                    total = (total + current).saturating_mul(u64::from(factor));
                    current = 0;
                }
                noun = factor == 12
                    || !matches!(
                        numerals.find(words, after),
                        Some((_, Numeral::Plus(_) | Numeral::Times(_)))
                    );
            }
        }
        end = after;
    }
    let value = total.saturating_add(current);
    if end == at || value < 2 {
        return None;
    }
    #[allow(clippy::cast_precision_loss, reason = "what words say is far below 2⁵³")]
    let mut value = value as f64;
    // « deux millions et demi »
    if noun && words.fold(end) == "et" && words.fold(end + 1).starts_with("demi") {
        let factor = if total >= 1_000_000 { 1_000_000.0 } else { 1000.0 };
        value += factor / 2.0;
        end += 2;
    }
    let value = if half { value / 2.0 } else { value };
    Some(Written {
        end,
        value,
        about,
        noun,
        plain: false,
    })
}
