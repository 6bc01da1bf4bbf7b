//! Amounts: how many masks, volunteers, euros.

/// An amount: finite, from 0 to [`Amount::MAX`].
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd)]
pub struct Amount(f64);

impl Amount {
    /// The largest amount. No local initiative counts a million millions of anything, and below it
    /// every whole number is exact.
    pub const MAX: f64 = 1e12;

    /// An amount, if it is finite and within the range.
    #[must_use]
    pub fn new(value: f64) -> Option<Self> {
        (0.0..=Self::MAX).contains(&value).then_some(Self(value))
    }

    /// Reads what a person types: digits with spaces of any kind between groups of three, and one
    /// decimal comma or point (`1 600`, `2,5`).
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        // A whole number below 10¹⁵ and a power of ten are both exact, so their quotient is the nearest
        // number there is; the standard library's parser would weigh 13 kB for the same.
        const DIGITS: u32 = 15;
        let (mut whole, mut digits, mut decimals) = (0_u64, 0_u32, None);
        for c in text.trim().chars() {
            match c {
                '0'..='9' if digits < DIGITS => {
                    whole = whole * 10 + (u64::from(c) - u64::from('0'));
                    digits += 1;
                    decimals = decimals.map(|count: u32| count + 1);
                }
                ',' | '.' if digits > 0 && decimals.is_none() => decimals = Some(0),
                c if c.is_whitespace() && digits > 0 => {}
                _ => return None,
            }
        }
        if digits == 0 || decimals == Some(0) {
            return None;
        }
        #[allow(clippy::cast_precision_loss, reason = "both have at most 15 digits")]
        let value = whole as f64 / 10_u64.pow(decimals.unwrap_or(0)) as f64;
        Self::new(value)
    }

    /// The number.
    #[must_use]
    pub const fn get(self) -> f64 {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::Amount;

    #[test]
    fn reads_what_a_person_types() {
        let cases = [
            ("1600", Some(1600.0)),
            ("1 600", Some(1600.0)),
            ("11\u{202f}000", Some(11000.0)),
            ("1\u{a0}600", Some(1600.0)),
            ("2,5", Some(2.5)),
            ("0,1", Some(0.1)),
            ("123456,789012345", Some(123_456.789_012_345)),
            ("0,1234567890123456", None),
            ("0", Some(0.0)),
            ("", None),
            ("-3", None),
            ("1,2,3", None),
            (",5", None),
            ("5,", None),
            ("1e5", None),
            ("12 masques", None),
            ("9999999999999", None),
        ];
        for (text, expected) in cases {
            assert_eq!(Amount::parse(text).map(Amount::get), expected, "{text:?}");
        }
    }

    #[test]
    fn what_is_not_a_count_is_refused() {
        for bad in [f64::NAN, f64::INFINITY, -1.0, 1e13] {
            assert!(Amount::new(bad).is_none());
        }
    }
}
