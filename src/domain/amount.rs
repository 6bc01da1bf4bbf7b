//! Amounts: how many masks, volunteers, euros.

/// An amount: finite, from 0 to [`Amount::MAX`].
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd)]
pub struct Amount(f64);

impl Amount {
    /// The largest amount. No local initiative counts a million millions of anything, and below it
    /// every whole number is exact.
    pub const MAX: f64 = 1e12;

    /// The most digits that are read and written. A whole number of so many and a power of ten are
    /// both exact, so their quotient is the nearest number there is; the standard library's reader and
    /// writer of such numbers would weigh 13 kB and 6 kB for the same.
    const DIGITS: u32 = 15;

    /// An amount, if it is finite and within the range.
    #[must_use]
    pub fn new(value: f64) -> Option<Self> {
        (0.0..=Self::MAX).contains(&value).then_some(Self(value))
    }

    /// Reads what a person types: digits with spaces of any kind between groups of three, and one
    /// decimal comma or point (`1 600`, `2,5`).
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (mut whole, mut digits, mut decimals) = (0_u64, 0_u32, None);
        for c in text.trim().chars() {
            match c {
                '0'..='9' if digits < Self::DIGITS => {
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

    /// The number in plain digits, with a decimal point where it is not whole: as few as tell it from
    /// every other number, and no more than [`Amount::parse`] reads.
    #[must_use]
    pub fn plain(self) -> String {
        let (mut whole, mut decimals) = (0, 0);
        for count in 0..Self::DIGITS {
            let power = 10_u64.pow(count);
            #[allow(
                clippy::cast_precision_loss,
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "neither negative nor of more than 15 digits"
            )]
            let (scaled, quotient) = {
                let scaled = (self.0 * power as f64 + 0.5) as u64;
                (scaled, scaled as f64 / power as f64)
            };
            if scaled >= 10_u64.pow(Self::DIGITS) {
                break;
            }
            // Another zero at the end says nothing.
            if count == 0 || !scaled.is_multiple_of(10) {
                (whole, decimals) = (scaled, count as usize);
            }
            if quotient.total_cmp(&self.0).is_eq() {
                break;
            }
        }
        let mut text = whole.to_string();
        if decimals > 0 {
            let missing = (decimals + 1).saturating_sub(text.len());
            text.insert_str(0, &"0".repeat(missing));
            text.insert(text.len() - decimals, '.');
        }
        text
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
    fn writes_what_it_reads() {
        let plain = |number: f64| Amount::new(number).unwrap().plain();
        for number in [
            1600.0,
            2.5,
            0.1,
            0.05,
            1e12,
            1234.567,
            0.0,
            10.0,
            999_999_999_999.9,
            0.007,
        ] {
            assert_eq!(plain(number), number.to_string());
            assert_eq!(Amount::parse(&plain(number)).map(Amount::get), Some(number));
        }
        assert_eq!(plain(-0.0), "0");
        assert_eq!(plain(0.1 + 0.2), "0.3", "of 17 digits, those that can be typed");
        assert_eq!(plain(1.0 / 3.0), "0.33333333333333");
        assert_eq!(plain(1e-20), "0");
    }

    #[test]
    fn what_is_not_a_count_is_refused() {
        for bad in [f64::NAN, f64::INFINITY, -1.0, 1e13] {
            assert!(Amount::new(bad).is_none());
        }
    }
}
